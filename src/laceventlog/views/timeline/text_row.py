"""Lanes as lines of text: one sign per column.

● happened   ○ expected   ✕ missed or cancelled   ◁ last day of a "by"   ◇┄ first plan, slip
▒ may fall here   ▓ window gone   ! days past it   ━ lasts   ~ may last here   ▷ goes on   │ today
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

import attrs

from ...text_width import columns
from ..render_options import Paint, RenderOptions
from .axis import Axis
from .lanes import Span, SpanKind

SIGNS: Mapping[SpanKind, str] = MappingProxyType({
    SpanKind.HAPPENED: "●",
    SpanKind.EXPECTED: "○",
    SpanKind.ENDED: "✕",
    SpanKind.DEADLINE: "◁",
    SpanKind.FIRST_PLAN: "◇",
    SpanKind.MAY_FALL: "▒",
    SpanKind.GONE: "▓",
    SpanKind.PAST: "!",
    SpanKind.LASTS: "━",
    SpanKind.SOFT: "~",
    SpanKind.SLIP: "┄",
})  # fmt: skip
TODAY, ONWARD = "│", "▷"
UNDER_TODAY = " ▒!~━┄"
"""Signs that the line of today covers."""


@attrs.define
class TextRow:
    """One row of a chart: one sign per column of its axis."""

    axis: Axis
    signs: list[str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Start with blanks."""
        self.signs = [" "] * self.axis.width

    def __str__(self) -> str:
        """The signs, joined."""
        return "".join(self.signs)

    def painted(self, paint: Paint, style: str) -> str:
        """The signs in a style, the line of today in its own."""
        parts = re.split(f"({TODAY})", str(self))
        return "".join(paint(part, "today" if part == TODAY else style) for part in parts)

    def draw(self, spans: Iterable[Span], signs: Mapping[SpanKind, str] = SIGNS) -> None:
        """Draw spans, highest priority first, in the columns that are blank."""
        for span in spans:
            found = self._columns(span)
            if found is None:
                continue
            for column in range(found[0], found[1] + 1):
                if self.signs[column] == " ":
                    self.signs[column] = signs[span.kind]
            if span.last is None:
                self.edge(ONWARD)

    def _columns(self, span: Span) -> tuple[int, int] | None:
        """The first and last column of a span that are on the axis."""
        first, last = span.first or self.axis.first, span.last or self.axis.last
        if span.kind is SpanKind.ENDED:  # shown at the edge even if its day is beyond it
            first = last = self.axis.nearest(last)
        if first > last or not self.axis.shows(first, last):
            return None
        return max(0, self.axis.column(first)), min(self.axis.width - 1, self.axis.column(last))

    def edge(self, sign: str) -> None:
        """Put a sign in the last column."""
        self.signs[-1] = sign

    def today(self, today: date) -> None:
        """Draw the line of today, if it is on the axis."""
        column = self.axis.column(today)
        if 0 <= column < self.axis.width and self.signs[column] in UNDER_TODAY:
            self.signs[column] = TODAY


def today_line(axis: Axis, today: date, label: int, options: RenderOptions) -> str:
    """The date of today below its column; the chart begins after `label` columns and a blank."""
    at = label + 1 + axis.column(today)
    words = options.voice.say("today", day=options.voice.day(today))
    if at + 2 + columns(words) <= options.width:
        return options.paint(f"{' ' * at}└ {words}", "today")
    text = f"{words} ┘" if columns(words) <= at - 1 else "└"
    return options.paint(text.rjust(at + 1), "today")
