"""What the other modules of this layer ask of columns; the same words on every engine.

A day is counted as Python counts it, `date.toordinal`, from its year and its day in the year: that alone is said alike
by all engines, some of which give a number for the difference of two dates and others a duration.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import narwhals.stable.v2 as nw

from ...model import Status

LAST_DAY = 3_652_059
"""31 December 9999, the last day there is."""
AWAITS_START = [str(status) for status in Status if status.awaits_start]
BEGUN = [str(status) for status in Status if not (status.awaits_start or status.is_end)]
ENDS = [str(status) for status in Status if status.is_end]


def ordinal(day: nw.Expr) -> nw.Expr:
    """The number of a day; 1 January of the year 1 is 1."""
    years = day.dt.year().cast(nw.Int64) - 1
    return years * 365 + years // 4 - years // 100 + years // 400 + day.dt.ordinal_day().cast(nw.Int64)


def yes(condition: nw.Expr) -> nw.Expr:
    """Whether something certainly holds: what is not known does not."""
    return condition.fill_null(value=False)


def is_known(value: nw.Expr) -> nw.Expr:
    """Whether there is a value."""
    return ~value.is_null()


def alike(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    """Whether two values are the same, or both are missing."""
    return yes(one == other) | (one.is_null() & other.is_null())


def is_one_of(column: nw.Expr, words: Iterable[str]) -> nw.Expr:
    """Whether a text is one of these words."""
    return yes(column.is_in(list(words)))


def smaller(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    """The smaller of two numbers; missing where the first is."""
    return nw.when(one > other).then(other).otherwise(one)


class Range(NamedTuple):
    """Fewest and most days, either of them missing where it is not known."""

    fewest: nw.Expr
    most: nw.Expr

    def where(self, condition: nw.Expr, otherwise: Range | None = None) -> Range:
        """This range where something holds; elsewhere the other one, or none."""
        held = [nw.when(condition).then(end) for end in self]
        return Range(*(a.otherwise(b) for a, b in zip(held, otherwise, strict=True)) if otherwise else held)
