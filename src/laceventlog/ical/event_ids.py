"""Ids for what comes from other calendars: from the title, and a hash of the UID where several have one title.

The same calendar gives the same ids, whatever its order. The UID itself is kept in the note of the event.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from unicodedata import normalize

import attrs

from ..model.fields import ID

LONGEST = 48
OTHERS = re.compile("[^a-z0-9]+")


@attrs.frozen
class Wish:
    """An id wished for, and what tells this event from others of the same wish; `is_own` goes first."""

    wish: str
    seed: str
    is_own: bool = False


def slug(*texts: str) -> str:
    """Small letters, digits and `-` out of the first text that has three of them; else nothing."""
    for text in texts:
        plain = normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
        found = OTHERS.sub("-", plain)[:LONGEST].strip("-")
        if len(found) >= 3:
            return found
    return ""


def digest(seed: str) -> str:
    """Eight hexadecimal digits of a text."""
    return sha256(seed.encode()).hexdigest()[:8]


def given(wishes: Sequence[Wish], taken: Iterable[str] = ()) -> list[str]:
    """An id for each wish: none twice, none that is taken."""
    used, often = set(taken), Counter(wish.wish for wish in wishes)
    found: dict[int, str] = {}
    for number in sorted(range(len(wishes)), key=lambda n: (not wishes[n].is_own, n)):
        wish = wishes[number]
        plain = wish.wish and (wish.is_own or often[wish.wish] == 1)
        found[number] = _free(wish.wish if plain else f"{wish.wish or 'entry'}-{digest(wish.seed)}", wish, used)
        used.add(found[number])
    return [found[number] for number in range(len(wishes))]


def _free(first: str, wish: Wish, used: Collection[str]) -> str:
    if first not in used:
        return first
    hashed = f"{(wish.wish or 'entry')[:60]}-{digest(wish.seed)}"
    tries = (hashed, *(f"{hashed}-{number}" for number in range(2, len(used) + 3)))
    return next(each for each in tries if each not in used)


def own_id(uid: str) -> str | None:
    """The id in a UID that laceventlog made: what stands before the first `@`."""
    key, at, _ = uid.partition("@")
    return key if at and ID.fullmatch(key) else None
