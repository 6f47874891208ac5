"""Options of all views: columns, language and colours. The command line asks the terminal; views do not.

Colours are SGR codes (ECMA-48) around finished text; no meaning depends on them. Only red, magenta, bold and faint
are used, which can be read on dark and on light backgrounds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from .i18n import ENGLISH, Voice

Paint = Callable[[str, str], str]
"""Takes a text and its style, and returns the text to write; blanks at either end stay unpainted."""

BOLD, FAINT, RED, MAGENTA = "1", "2", "31", "35"
STYLES = {
    "overdue": f"{BOLD};{RED}",
    "due": MAGENTA,
    "undated": FAINT,
    "done": FAINT,
    "missed": RED,
    "cancelled": FAINT,
    "heading": BOLD,
    "today": BOLD,
    "soft": FAINT,
}
"""Codes by style: the group of a row, or the kind of text. Other styles keep the terminal's own colour."""


def plain(text: str, style: str) -> str:
    """The text unpainted."""
    del style
    return text


def coloured(text: str, style: str) -> str:
    """The text in the colour of its style."""
    code, core = STYLES.get(style), text.strip(" ")
    return text.replace(core, f"\x1b[{code}m{core}\x1b[0m", 1) if code and core else text


class RenderOptions(NamedTuple):
    """Columns, language and colours, as every renderer takes them.

    Attributes:
        width: the columns of the longest line.
        voice: the language of all words that are not a source's.
        paint: applies a style to finished text, which is cut and padded before: "overdue" and the other groups of an
            agenda, "heading", "today", "soft".
    """

    width: int = 100
    voice: Voice = ENGLISH
    paint: Paint = plain


PLAIN = RenderOptions()
