"""Events that an unknown id may mean: ids with similar spelling, titles with the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import combining, normalize

from .event import Event

MOST = 3
"""Suggestions at most; with more, the list is easier to read."""


def suggested_events(wanted: str, events: Iterable[Event]) -> list[Event]:
    """The events that may be meant, the likeliest first."""
    from difflib import get_close_matches

    known = {event.id: event for event in events}
    similar = get_close_matches(wanted.casefold(), known, n=MOST, cutoff=0.7)
    words = _words(wanted)
    worded = [key for key, event in known.items() if words and _has_words(event, words)]
    far = [] if similar or worded else get_close_matches(wanted.casefold(), known, n=1, cutoff=0.6)
    return [known[key] for key in dict.fromkeys([*similar, *worded, *far])][:MOST]


def _has_words(event: Event, words: Iterable[str]) -> bool:
    """Whether each of the words begins a word of the id or title."""
    own = _words(f"{event.id} {event.title}")
    return all(any(each.startswith(word) for each in own) for word in words)


def _words(text: str) -> set[str]:
    """The words of three letters and more, without accents; shorter ones are in every title."""
    plain = "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    return {word for word in re.findall(r"\w+", plain.replace("_", " ")) if len(word) > 2}
