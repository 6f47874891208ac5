"""Text cut, padded and wrapped to terminal columns, or to the unit of another ruler.

Control characters never reach a terminal: they are shown as "�".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..text_width import character_columns, columns, is_narrow

CONTROL = "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
"""Characters that are never shown. Few texts have any, so the pattern is compiled at first use."""


def clean(text: str) -> str:
    """The text on one line, without characters that move the cursor or change the direction of writing."""
    if text.isprintable() and "  " not in text and text == text.strip():  # most texts
        return text
    return re.sub(CONTROL, "�", " ".join(text.split()))


class Ruler(NamedTuple):
    """Measures a whole text and a single character. The widths of all characters add up to at least the whole."""

    whole: Callable[[str], float]
    each: Callable[[str], float]


TERMINAL = Ruler(columns, character_columns)


def fit(text: str, width: int, ruler: Ruler = TERMINAL) -> str:
    """`text` in at most `width` columns, cut with "…", after a word if one ends in the last quarter.

    Args:
        text: any text.
        width: columns, or the unit of the ruler.
        ruler: measures the text.
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
    """The longest beginning whose characters add up to at most `width`."""
    if ruler is TERMINAL and is_narrow(text):
        return text[: int(width)]
    used = 0.0
    for index, character in enumerate(text):
        used += ruler.each(character)
        if used > width:
            return text[:index]
    return text


def left(text: str, width: int) -> str:
    """`text` cut or padded to exactly `width` columns."""
    text = clean(text)
    taken = columns(text)
    if taken > width:
        text = fit(text, width)
        taken = columns(text)
    return text + " " * (width - taken)


def wrap(text: str, width: int, ruler: Ruler = TERMINAL) -> list[str]:
    """Lines of at most `width` columns, or the unit of the ruler, broken between words; longer words are cut."""
    text = clean(text)
    return [text] if ruler.whole(text) <= width else pack(text.split(" "), width, ruler)


def pack(words: Iterable[str], width: int, ruler: Ruler = TERMINAL) -> list[str]:
    """The same for given words, which may contain blanks and are not broken at them."""
    lines, line = [], ""
    for word in words:
        candidate = f"{line} {word}" if line else word
        if ruler.whole(candidate) > width and line:
            lines.append(line)
            candidate = word
        line = candidate
    return [fit(each, width, ruler) for each in [*lines, line]]
