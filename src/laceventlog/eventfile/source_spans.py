"""Spans in the text of a file: of lines, and of the parts of an event, between which a statement can be inserted.

Offsets count characters from 0. A span ends with its last significant character: comments and blank lines after it are
outside.
"""

from __future__ import annotations

import re

import attrs

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Line breaks of YAML 1.1 (§4.2)."""


@attrs.frozen
class Entry:
    """An entry of a mapping: key, start of the key, and value."""

    key: str
    start: int
    value: Span


@attrs.frozen
class Span:
    """`text[start:end]`: a scalar, a list of `items` or a mapping of `entries`; `is_flow` if in brackets or braces."""

    start: int
    end: int
    is_flow: bool = True
    items: tuple[Span, ...] = ()
    entries: tuple[Entry, ...] = ()

    def get(self, key: str) -> Span | None:
        """The value of a key."""
        return next((entry.value for entry in self.entries if entry.key == key), None)


def line_begin(text: str, at: int) -> int:
    """The start of the line of `text[at]`."""
    return max(text.rfind(each, 0, at) for each in "\n\r\x85\u2028\u2029") + 1


def line_end(text: str, at: int) -> int:
    """The end of the line of `text[at]`, before its break."""
    found = BREAK.search(text, at)
    return found.start() if found else len(text)


def next_line(text: str, at: int) -> int:
    """The start of the next line after `text[at]`; the end of the text if there is none."""
    found = BREAK.search(text, at)
    return found.end() if found else len(text)
