"""Ids for the events of other calendars: from the title, with a hash of the UID where several events share one title.

The same calendar gives the same ids in any order. The UID itself is kept in the note of the event.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from itertools import chain, count
from unicodedata import normalize

import attrs

from ..model.fields import ID

LONGEST = 48
OTHERS = re.compile("[^a-z0-9]+")


@attrs.frozen
class PreferredId:
    """A preferred id ("" for any) and a tie-breaker; own ids are assigned first."""

    id: str
    seed: str
    is_own: bool = False


def slug(*texts: str) -> str:
    """Small letters, digits and `-` from the first text that has three of them; else ""."""
    for text in texts:
        plain = normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
        found = OTHERS.sub("-", plain)[:LONGEST].strip("-")
        if len(found) >= 3:
            return found
    return ""


def assign(preferred: Sequence[PreferredId], taken: Iterable[str] = ()) -> list[str]:
    """An id for each: unique, and none that is taken."""
    used, often = set(taken), Counter(each.id for each in preferred)
    found: dict[int, str] = {}
    for number, each in sorted(enumerate(preferred), key=lambda pair: not pair[1].is_own):
        is_hashed = not each.id or (often[each.id] > 1 and not each.is_own)
        found[number] = free_id(each.id or "entry", each.seed, used, is_hashed=is_hashed)
        used.add(found[number])
    return [found[number] for number in range(len(preferred))]


def free_id(base: str, seed: str, taken: Collection[str], *, is_hashed: bool = False) -> str:
    """The first that is not taken of: `base` itself unless `is_hashed`, with a hash of the seed, numbered as well."""
    hashed = f"{base[:60]}-{sha256(seed.encode()).hexdigest()[:8]}"
    tries = chain([] if is_hashed else [base], [hashed], (f"{hashed}-{number}" for number in count(2)))
    return next(each for each in tries if each not in taken)


def id_in_uid(uid: str) -> str | None:
    """The id in a UID that laceventlog made: the part before the first `@`."""
    key, at, _ = uid.partition("@")
    return key if at and ID.fullmatch(key) else None
