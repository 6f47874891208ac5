"""How a view looks: what every renderer takes. No terminal is asked here; the command line does that."""

from __future__ import annotations

from typing import NamedTuple

from .ansi import Paint, plain
from .i18n import ENGLISH, Voice


class RenderOptions(NamedTuple):
    """Columns, language and colours.

    Attributes:
        width: no line is wider.
        voice: the language of all words of ours.
        paint: puts a style on finished text, cut and padded before: "overdue" and the other groups of an agenda,
            "heading", "today", "soft".
    """

    width: int = 100
    voice: Voice = ENGLISH
    paint: Paint = plain


PLAIN = RenderOptions()
