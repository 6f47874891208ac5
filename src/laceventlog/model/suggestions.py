"""Which event somebody means who does not know its id by heart: ids spelt alike, titles with the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import combining, normalize

from .event import Event

MOST = 3
"""Events that are offered: among more one would rather look into the list."""


def meant(wanted: str, events: Iterable[Event]) -> list[Event]:
    """The events that may be meant, the likeliest first."""
    from difflib import get_close_matches

    known = {event.id: event for event in events}
    alike = get_close_matches(wanted.casefold(), known, n=MOST, cutoff=0.7)
    words = _words(wanted)
    told = [key for key, event in known.items() if words and _tells(event, words)]
    far = [] if alike or told else get_close_matches(wanted.casefold(), known, n=1, cutoff=0.6)
    return [known[key] for key in dict.fromkeys([*alike, *told, *far])][:MOST]


def _tells(event: Event, words: Iterable[str]) -> bool:
    """Whether id and title together hold words that begin with each of these."""
    own = _words(f"{event.id} {event.title}")
    return all(any(each.startswith(word) for each in own) for word in words)


def _words(text: str) -> set[str]:
    """Its words of three letters and more, without accents; shorter ones stand in every title."""
    plain = "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    return {word for word in re.findall(r"\w+", plain.replace("_", " ")) if len(word) > 2}
