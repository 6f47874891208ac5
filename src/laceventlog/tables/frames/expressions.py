"""Expressions over columns, shared by the other modules, that work on every engine.

Days are ordinals as in `date.toordinal`, computed from the year and the day of the year: only these are the same on all
engines. The difference of two dates is a number on some and a duration on others.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import narwhals.stable.v2 as nw

from ...model import Status

LAST_DAY = 3_652_059
"""The ordinal of 31 December 9999, the last day of the calendar."""
AWAITS_START = [str(status) for status in Status if status.awaits_start]
BEGUN = [str(status) for status in Status if not (status.awaits_start or status.is_end)]
ENDS = [str(status) for status in Status if status.is_end]


def ordinal(day: nw.Expr) -> nw.Expr:
    """The ordinal of a day; 1 January of the year 1 is 1."""
    years = day.dt.year().cast(nw.Int64) - 1
    return years * 365 + years // 4 - years // 100 + years // 400 + day.dt.ordinal_day().cast(nw.Int64)


def yes(condition: nw.Expr) -> nw.Expr:
    """Whether a condition certainly holds; if unknown, it does not."""
    return condition.fill_null(value=False)


def is_known(value: nw.Expr) -> nw.Expr:
    """Whether there is a value."""
    return ~value.is_null()


def same(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    """Whether two values are equal, or both missing."""
    return yes(one == other) | (one.is_null() & other.is_null())


def is_one_of(column: nw.Expr, words: Iterable[str]) -> nw.Expr:
    """Whether a text is one of these words."""
    return yes(column.is_in(list(words)))


def smaller(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    """The smaller of two numbers; missing if the first is."""
    return nw.when(one > other).then(other).otherwise(one)


class Range(NamedTuple):
    """Fewest and most days, missing if unknown."""

    fewest: nw.Expr
    most: nw.Expr

    def where(self, condition: nw.Expr, otherwise: Range | None = None) -> Range:
        """This range if the condition holds, else the other one, or none."""
        held = [nw.when(condition).then(end) for end in self]
        return Range(*(a.otherwise(b) for a, b in zip(held, otherwise, strict=True)) if otherwise else held)
