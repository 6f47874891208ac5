"""The most pixels a text takes in any common font.

The figures are those of two wide fonts, DejaVu Sans and Verdana, in thousandths of the font size, rounded up. Most
fonts are a tenth narrower.
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
"""Other small letters, other signs, and characters of two terminal columns, such as emoji."""
BOLD = 1.15
"""The factor of bold letters."""


def letter(sign: str) -> int:
    """The most thousandths of the font size a sign takes; 0 for a combining mark."""
    if sign in LETTERS:
        return LETTERS[sign]
    return {0: 0, 2: WIDE}.get(columns(sign), OTHER if sign.islower() else CAPITAL)


def ruler(size: float, *, bold: bool = False) -> Ruler:
    """A ruler for texts in a font size, in pixels."""
    scale = size * (BOLD if bold else 1) / 1000

    def whole(text: str) -> float:
        return sum(map(letter, text)) * scale

    return Ruler(whole, lambda sign: letter(sign) * scale)
