"""Columns a text takes on a terminal: East Asian and emoji characters take two, combining marks none.

The home of wcwidth, which is imported only for a text that may hold such characters. Control characters have no
width: replace them before a text is measured.
"""

from __future__ import annotations

import re

EMOJI_STYLE = "\ufe0f"
"""The variation selector that asks for the wide, coloured form of the character before it."""
NARROW = re.compile(
    "[ -~\xa1-\xac\xae-\u02ff\u0370-\u0377\u0391-\u03a1\u03a3-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2116\u2190-\u2199\u2500-\u25fc]*"
)
"""Text whose characters take one column each: Latin, Greek and Cyrillic letters, and common signs."""


def is_narrow(text: str) -> bool:
    """Whether each character certainly takes one column."""
    return (text.isascii() and text.isprintable()) or NARROW.fullmatch(text) is not None


def columns(text: str) -> int:
    """Terminal columns of `text`, with emoji sequences and combining marks as one character each."""
    if is_narrow(text):
        return len(text)
    from wcwidth import wcswidth

    return max(0, wcswidth(text))


def character_columns(character: str) -> int:
    """Columns of a character by itself; those of all characters together are no fewer than `columns` of the text."""
    from wcwidth import wcwidth

    return 1 if character == EMOJI_STYLE else max(0, wcwidth(character))
