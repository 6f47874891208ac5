"""Colours for a terminal: SGR codes of ECMA-48 around finished text. Meaning never rests on them.

Only colours that can be read on a dark and on a light ground: red, magenta, bold and faint. Yellow is all but white
on white, blue all but black on black.
"""

from __future__ import annotations

from collections.abc import Callable

Paint = Callable[[str, str], str]
"""From a text and its style to the text as it is written; the blanks around it stay bare."""

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
"""By the group of a row, and by what a text is; what is not listed keeps the terminal's own colour."""


def plain(text: str, style: str) -> str:
    """The text as it is."""
    del style
    return text


def coloured(text: str, style: str) -> str:
    """The text in the colour of its style."""
    code, core = STYLES.get(style), text.strip(" ")
    return text.replace(core, f"\x1b[{code}m{core}\x1b[0m", 1) if code and core else text
