"""How many pixels a text takes at most, without its font: measured on wide ones, so that no other is wider.

The figures are those of DejaVu Sans and Verdana, in thousandths of the size of the letters, rounded up. Most fonts
take a tenth less.
"""

from __future__ import annotations

from types import MappingProxyType

from ...text_width import columns
from ..text_layout import Ruler

LETTERS = MappingProxyType({
    sign: width
    for width, signs in {
        300: "il'|‘’", 360: " .,fj·", 430: "trI![]", 460: "-:;()/\\`", 540: '“”"*', 560: "csz", 600: "kvxyJLF–",
        640: "abdeghnopqu0123456789", 700: "ABCEKPRSTVXYZ?", 800: "DGHNOQU", 830: "w",
        1000: "mMW%@…—&+<=>~", 1100: "ЖМФШЩЪЫЮжмфшщыюЄ",
    }.items()
    for sign in signs
})  # fmt: skip
OTHER, CAPITAL, WIDE = 700, 1000, 1400
"""Other small letters, other signs, and what takes two columns of a terminal: emoji, Chinese characters."""
BOLD = 1.15
"""What a bold letter takes more."""


def letter(sign: str) -> int:
    """Thousandths of its size that a sign takes at most; nothing for what stands on another."""
    if sign in LETTERS:
        return LETTERS[sign]
    return {0: 0, 2: WIDE}.get(columns(sign), OTHER if sign.islower() else CAPITAL)


def ruler(size: float, *, bold: bool = False) -> Ruler:
    """Measures texts in letters of a size, in pixels."""
    scale = size * (BOLD if bold else 1) / 1000

    def whole(text: str) -> float:
        return sum(map(letter, text)) * scale

    return Ruler(whole, lambda sign: letter(sign) * scale)
