"""Where lines and the parts of an event begin and end in the text of a file: what a new statement is cut in along.

Offsets count characters from 0; an end is that of the last character that means something, so that comments and
blank lines behind a part are never inside it.
"""

from __future__ import annotations

import re

import attrs

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line of YAML 1.1 (§4.2)."""


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


def line_begin(text: str, at: int) -> int:
    """Where the line of `text[at]` begins."""
    return max(text.rfind(each, 0, at) for each in "\n\r\x85\u2028\u2029") + 1


def line_end(text: str, at: int) -> int:
    """Where the line of `text[at]` ends, before its break."""
    found = BREAK.search(text, at)
    return found.start() if found else len(text)


def next_line(text: str, at: int) -> int:
    """Where the line after that of `text[at]` begins; the end of the text when there is none."""
    found = BREAK.search(text, at)
    return found.end() if found else len(text)
