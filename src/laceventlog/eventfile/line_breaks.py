"""Where the lines of a text of YAML begin and end."""

from __future__ import annotations

import re

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line of YAML 1.1 (§4.2)."""


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
