"""Where the parts of an event stand in the text of its file: what a new statement is cut in along.

Offsets count characters from 0; an end is that of the last character that means something, so that comments and
blank lines behind a part are never inside it.
"""

from __future__ import annotations

import attrs


@attrs.frozen
class Entry:
    """One key of a mapping: the key, where it begins, and its value."""

    key: str
    start: int
    value: Span


@attrs.frozen
class Span:
    """`text[start:end]`: a scalar, a list of `items` or a mapping of `entries`; `is_flow` in brackets or braces."""

    start: int
    end: int
    is_flow: bool = True
    items: tuple[Span, ...] = ()
    entries: tuple[Entry, ...] = ()

    def get(self, key: str) -> Span | None:
        """The value of a key."""
        return next((entry.value for entry in self.entries if entry.key == key), None)
