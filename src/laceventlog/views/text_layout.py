"""Text cut, filled and wrapped to terminal columns, or to what another ruler counts.

Control characters never reach a terminal: they are shown as "�".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..text_width import character_columns, columns, is_narrow

CONTROL = "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
"""What is never shown; few texts have any, so that it is compiled when the first is met."""


def clean(text: str) -> str:
    """One line without anything that could move the cursor or turn the direction of writing."""
    if text.isprintable() and "  " not in text and text == text.strip():  # most texts; what is printable moves nothing
        return text
    return re.sub(CONTROL, "�", " ".join(text.split()))


class Ruler(NamedTuple):
    """What texts take: a whole one, and a character by itself. Together the characters take no less than the whole."""

    whole: Callable[[str], float]
    each: Callable[[str], float]


TERMINAL = Ruler(columns, character_columns)


def fit(text: str, width: int, ruler: Ruler = TERMINAL) -> str:
    """`text` in at most `width` columns, cut after a word where one ends in its last quarter, with "…".

    Args:
        text: anything.
        width: columns, or what else the ruler counts.
        ruler: what a text takes.
    """
    text = clean(text)
    if ruler.whole(text) <= width:
        return text
    ellipsis = ruler.whole("…")
    if width < ellipsis:
        return ""
    head = _head(text, width - ellipsis, ruler)
    blank = head.rfind(" ")
    if blank > len(head) * 3 // 4 and not text[len(head) :].startswith(" "):
        head = head[:blank]
    cut = head.rstrip(" ,;:–—-") + "…"
    while ruler.whole(cut) > width:  # some scripts join a letter to the sign after it
        cut = cut[:-2] + "…"
    return cut


def _head(text: str, width: float, ruler: Ruler) -> str:
    """The longest beginning that fits when every character counts by itself: never wider than asked."""
    if ruler is TERMINAL and is_narrow(text):
        return text[: int(width)]
    used = 0.0
    for index, character in enumerate(text):
        used += ruler.each(character)
        if used > width:
            return text[:index]
    return text


def left(text: str, width: int) -> str:
    """`text` cut or filled to exactly `width` columns."""
    text = clean(text)
    taken = columns(text)
    if taken > width:
        text = fit(text, width)
        taken = columns(text)
    return text + " " * (width - taken)


def wrap(text: str, width: int, ruler: Ruler = TERMINAL) -> list[str]:
    """Lines of at most `width` columns, or what else the ruler counts, broken between words; a longer word is cut."""
    text = clean(text)
    return [text] if ruler.whole(text) <= width else pack(text.split(" "), width, ruler)


def pack(words: Iterable[str], width: int, ruler: Ruler = TERMINAL) -> list[str]:
    """The same of words that are given one by one; a word may have blanks in it, and is not broken there."""
    lines, line = [], ""
    for word in words:
        candidate = f"{line} {word}" if line else word
        if ruler.whole(candidate) > width and line:
            lines.append(line)
            candidate = word
        line = candidate
    return [fit(each, width, ruler) for each in [*lines, line]]
