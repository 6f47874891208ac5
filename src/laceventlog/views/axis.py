"""The geometry of a timeline, in whole columns: which day stands where, which ticks are labelled.

The unit is chosen from the days to show and the columns there are. Every unit gets the same number of
columns, so ticks stand evenly; a day stands in the column of its place within its unit.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

import attrs

from ..dates import units
from ..dates.edtf import MONTHS


class Unit(StrEnum):
    """What a tick marks."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120}
LEAST_COLUMNS = {Unit.DAY: 3, Unit.MONTH: 4, Unit.QUARTER: 3, Unit.YEAR: 2, Unit.DECADE: 1}


@attrs.frozen
class Axis:
    """`count` units from the one that `first` begins, `per_unit` columns each."""

    unit: Unit
    first: date
    count: int
    per_unit: int

    @property
    def width(self) -> int:
        """Columns in all."""
        return self.count * self.per_unit

    @property
    def last(self) -> date:
        """The last day on the axis."""
        return self._start(self.count) - units.DAY

    def column(self, day: date) -> int:
        """The column of a day, from 0; outside the axis it is below 0 or at least `width`."""
        index = self._index(day)
        if index < 0 or index >= self.count:
            return -1 if index < 0 else self.width
        start, after = self._start(index), self._start(index + 1)
        return index * self.per_unit + (day - start).days * self.per_unit // (after - start).days

    def shows(self, first: date, last: date) -> bool:
        """Whether any day from `first` to `last` is on the axis."""
        return first <= self.last and last >= self.first

    def _index(self, day: date) -> int:
        if self.unit is Unit.DAY:
            return (day - self.first).days
        return _month_number(day) // MONTHS_IN[self.unit] - _month_number(self.first) // MONTHS_IN[self.unit]

    def _start(self, index: int) -> date:
        if self.unit is Unit.DAY:
            return self.first + timedelta(days=index)
        return _from_month_number(_month_number(self.first) + index * MONTHS_IN[self.unit])

    def header(self) -> tuple[str, str]:
        """Two lines: what groups the ticks (years), and the ticks; labels that would collide are left out."""
        upper = [" "] * self.width
        lower = [" "] * self.width
        before = ""
        for index in range(self.count):
            group, tick = _labels(self.unit, self._start(index), self.per_unit)
            at = index * self.per_unit
            if group != before and _put(upper, at, group):
                before = group
            _put(lower, at, tick)
        return "".join(upper).rstrip(), "".join(lower).rstrip()


def _put(line: list[str], at: int, label: str) -> bool:
    """Write a label where there is room and a blank before it."""
    fits = at + len(label) <= len(line) and all(c == " " for c in line[max(0, at - 1) : at + len(label)])
    if fits:
        line[at : at + len(label)] = label
    return fits


def _labels(unit: Unit, start: date, room: int) -> tuple[str, str]:
    year = f"{start.year:04}"
    month = MONTHS[start.month - 1][:3]
    match unit:
        case Unit.DAY:
            return f"{month} {year}", f"{start.day}"
        case Unit.MONTH:
            return year, month
        case Unit.QUARTER:
            return year, f"Q{start.month // 3 + 1}"
        case Unit.YEAR:
            return ("", year) if room > len(year) else (f"{year[:3]}0s", f"'{year[2:]}")
    return f"{year[:2]}00s", f"{year[:3]}0s"


def choose(first: date, last: date, width: int) -> Axis:
    """The finest axis from `first` to `last` in at most `width` columns (at least one unit)."""
    for unit in Unit:
        start = _floor(unit, first)
        count = _count(unit, start, last)
        if count * LEAST_COLUMNS[unit] <= width or unit is Unit.DECADE:
            return Axis(unit, start, count, max(1, width // count))
    raise AssertionError  # pragma: no cover - the loop ends with DECADE


def _floor(unit: Unit, day: date) -> date:
    if unit is Unit.DAY:
        return day
    size = MONTHS_IN[unit]
    return _from_month_number(_month_number(day) // size * size)


def _count(unit: Unit, start: date, last: date) -> int:
    if unit is Unit.DAY:
        return (last - start).days + 1
    return (_month_number(last) - _month_number(start)) // MONTHS_IN[unit] + 1


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _from_month_number(number: int) -> date:
    year, month = divmod(number, 12)
    return date.min if year < 1 else date.max if year > 9999 else date(year, month + 1, 1)
