"""Lanes as lines of text: one sign a column.

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
from .lanes import Nature, Part

SIGNS: Mapping[Nature, str] = MappingProxyType({
    Nature.HAPPENED: "●",
    Nature.EXPECTED: "○",
    Nature.ENDED: "✕",
    Nature.DEADLINE: "◁",
    Nature.FIRST_PLAN: "◇",
    Nature.MAY_FALL: "▒",
    Nature.GONE: "▓",
    Nature.PAST: "!",
    Nature.LASTS: "━",
    Nature.SOFT: "~",
    Nature.SLIP: "┄",
})  # fmt: skip
TODAY, ONWARD = "│", "▷"
UNDER_TODAY = " ▒!~━┄"
"""What the line of today covers; a day that matters it does not."""


@attrs.define
class Strip:
    """One row of a chart: a sign a column of its axis."""

    axis: Axis
    signs: list[str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Begin blank."""
        self.signs = [" "] * self.axis.width

    def __str__(self) -> str:
        """The signs, one after another."""
        return "".join(self.signs)

    def painted(self, paint: Paint, style: str) -> str:
        """The signs in a style, the line of today in its own."""
        parts = re.split(f"({TODAY})", str(self))
        return "".join(paint(part, "today" if part == TODAY else style) for part in parts)

    def draw(self, parts: Iterable[Part], signs: Mapping[Nature, str] = SIGNS) -> None:
        """Draw parts, the weightiest first; what stands there stays."""
        for part in parts:
            found = self._columns(part)
            if found is None:
                continue
            for column in range(found[0], found[1] + 1):
                if self.signs[column] == " ":
                    self.signs[column] = signs[part.nature]
            if part.last is None:
                self.edge(ONWARD)

    def _columns(self, part: Part) -> tuple[int, int] | None:
        """The first and last column of a part, as far as it is on the axis."""
        first, last = part.first or self.axis.first, part.last or self.axis.last
        if part.nature is Nature.ENDED:  # its cross is worth seeing even where its day is not
            first = last = self.axis.nearest(last)
        if first > last or not self.axis.shows(first, last):
            return None
        return max(0, self.axis.column(first)), min(self.axis.width - 1, self.axis.column(last))

    def edge(self, sign: str) -> None:
        """Put a sign in the last column, over whatever stands there."""
        self.signs[-1] = sign

    def today(self, today: date) -> None:
        """The line of today, if it is on the axis."""
        column = self.axis.column(today)
        if 0 <= column < self.axis.width and self.signs[column] in UNDER_TODAY:
            self.signs[column] = TODAY


def today_line(axis: Axis, today: date, label: int, options: RenderOptions) -> str:
    """Below the chart, which begins after `label` columns and a blank: which day today's column is."""
    at = label + 1 + axis.column(today)
    words = options.voice.say("today", day=options.voice.day(today))
    if at + 2 + columns(words) <= options.width:
        return options.paint(f"{' ' * at}└ {words}", "today")
    text = f"{words} ┘" if columns(words) <= at - 1 else "└"
    return options.paint(text.rjust(at + 1), "today")
