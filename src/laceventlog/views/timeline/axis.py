"""The geometry of a timeline in whole columns: the column of each day, and labelled ticks.

The unit is chosen from the days to show and the columns available. Every unit gets the same number of columns, so ticks
are evenly spaced; a day is placed in proportion inside its unit.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate, groupby

import attrs

from ..i18n import ENGLISH, Voice


class Unit(StrEnum):
    """The time from tick to tick, from fine to coarse."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    ALL = "all"


MONTHS_IN = {
    Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200, Unit.MILLENNIUM: 12_000,
    Unit.ALL: 120_000,
}  # fmt: skip
LEAST_COLUMNS = {Unit.DAY: 3, Unit.MONTH: 4, Unit.QUARTER: 3, Unit.YEAR: 2}
"""Letters that the label of a unit needs; coarser units are used without labels if need be."""


@attrs.frozen
class Label:
    """A text from column `at` up to, not including, column `end`."""

    text: str
    at: int
    end: int

    def is_clear_of(self, other: Label, gap: int) -> bool:
        """Whether there is a gap of at least `gap` columns between the two."""
        return self.end + gap <= other.at or other.end + gap <= self.at


@attrs.frozen
class Axis:
    """`count` units from `first` on, `per_unit` columns each."""

    unit: Unit
    first: date
    count: int
    per_unit: int

    @property
    def width(self) -> int:
        """All columns."""
        return self.count * self.per_unit

    @property
    def last(self) -> date:
        """The last day on the axis."""
        return date.fromordinal(self._number(self.count) - 1)

    def column(self, day: date) -> int:
        """The column of a day, from 0; outside the axis it is -1 or `width`."""
        index = self._index(day)
        if index < 0 or index >= self.count:
            return -1 if index < 0 else self.width
        start, after = self._number(index), self._number(index + 1)
        return index * self.per_unit + (day.toordinal() - start) * self.per_unit // (after - start)

    def stretch(self, first: date | None, last: date | None) -> tuple[int, int] | None:
        """The columns on the axis from `first` to `last`, inclusive days, the end not included; None if there are none.

        A day that is None is open.
        """
        first, last = first or date.min, last or date.max
        if first > last or not self.shows(first, last):
            return None
        end = self.width if last >= self.last else self.column(last + timedelta(days=1))
        begin = max(0, self.column(first))
        return begin, max(end, begin + 1)

    def shows(self, first: date, last: date) -> bool:
        """Whether any day from `first` to `last` is on the axis."""
        return first <= self.last and last >= self.first

    def nearest(self, day: date) -> date:
        """The day itself, or the end of the axis nearest to it."""
        return min(max(day, self.first), self.last)

    @property
    def starts(self) -> list[int]:
        """The first column of each unit."""
        return [index * self.per_unit for index in range(self.count)]

    def header(self, voice: Voice = ENGLISH) -> tuple[str, str]:
        """Two lines: groups of ticks (years) and ticks; labels without room are left out."""
        groups, ticks = self.labels(voice=voice)
        return _written(groups), _written(ticks)

    def labels(self, letter: int = 1, voice: Voice = ENGLISH) -> tuple[list[Label], list[Label]]:
        """Labels of groups and of ticks; no two of them touch, and none extends beyond the axis.

        Args:
            letter: columns per letter: more than one if a column is narrower than a letter, for example a pixel.
            voice: the language of months and quarters.
        """
        groups, ticks = self._names(self.per_unit // letter, voice)
        return _placed(groups, letter), _placed([(tick, self.per_unit) for tick in ticks], letter)

    @property
    def borders(self) -> list[int]:
        """The first column of each group of ticks; 0 for ungrouped ticks."""
        groups, _ = self._names(self.per_unit, ENGLISH)
        return [0, *accumulate(columns for _, columns in groups)][:-1]

    def _names(self, room: int, voice: Voice) -> tuple[list[tuple[str, int]], list[str]]:
        """Each group with its columns, and each tick, as `room` letters per tick allow."""
        names = [_labels(self.unit, self._start(index), room, voice) for index in range(self.count)]
        groups = [(group, len(list(same)) * self.per_unit) for group, same in groupby(names, lambda pair: pair[0])]
        return groups, [tick for _, tick in names]

    def _index(self, day: date) -> int:
        if self.unit is Unit.DAY:
            return (day - self.first).days
        size = MONTHS_IN[self.unit]
        return _month_number(day) // size - _month_number(self.first) // size

    def _number(self, index: int) -> int:
        """The ordinal of the first day of a unit; one past the last day of the calendar at its end."""
        if self.unit is Unit.DAY:
            return self.first.toordinal() + index
        size = MONTHS_IN[self.unit]
        return _ordinal((_month_number(self.first) // size + index) * size)

    def _start(self, index: int) -> date:
        return date.fromordinal(self._number(index))


def _placed(labels: list[tuple[str, int]], letter: int) -> list[Label]:
    """Each label at its column; if two would touch, the one with fewer columns is left out."""
    starts = [0, *accumulate(room for _, room in labels)]
    taken: list[Label] = []
    for index in sorted(range(len(labels)), key=lambda n: (-labels[n][1], n)):
        text, at = labels[index][0], starts[index]
        label = Label(text, at, at + len(text) * letter)
        if text and label.end <= starts[-1] and all(label.is_clear_of(other, letter) for other in taken):
            taken.append(label)
    return sorted(taken, key=lambda label: label.at)


def _written(labels: list[Label]) -> str:
    line = ""
    for label in labels:
        line = line.ljust(label.at) + label.text
    return line


def _labels(unit: Unit, start: date, room: int, voice: Voice) -> tuple[str, str]:
    """The labels of a tick and of its group, which may be empty."""
    year = f"{start.year:04}"
    match unit:
        case Unit.DAY:
            return voice.month(start), f"{start.day}"
        case Unit.MONTH:
            return year, voice.month_tick(start.month)
        case Unit.QUARTER:
            return year, voice.say("quarter tick", number=start.month // 3 + 1)
        case Unit.YEAR if room > len(year):
            return "", year
        case Unit.ALL:
            return "", ""
    return _many_years(unit, year, voice)


def _many_years(unit: Unit, year: str, voice: Voice) -> tuple[str, str]:
    """Years in narrow columns under their decade, decades under their century, longer units by their first year."""
    decade, century, millennium = (voice.say("decade tick", year=year[:kept].ljust(4, "0")) for kept in (3, 2, 1))
    match unit:
        case Unit.YEAR:
            return decade, f"'{year[2:]}"
        case Unit.DECADE:
            return century, decade
    return "", century if unit is Unit.CENTURY else millennium


def choose(first: date, last: date, width: int, letter: int = 1) -> Axis:
    """The finest axis from `first` to `last` in at most `width` columns, `letter` columns per letter."""
    axis = Axis(Unit.ALL, date.min, 1, max(1, width))
    for unit in reversed(Unit):
        start = first if unit is Unit.DAY else _floor(first, MONTHS_IN[unit])
        count = _count(unit, start, last)
        if count * LEAST_COLUMNS.get(unit, 1) * letter <= width:
            axis = Axis(unit, start, count, width // count)
    return axis


def _floor(day: date, size: int) -> date:
    return date.fromordinal(_ordinal(_month_number(day) // size * size))


def _count(unit: Unit, start: date, last: date) -> int:
    if unit is Unit.DAY:
        return (last - start).days + 1
    size = MONTHS_IN[unit]
    return _month_number(last) // size - _month_number(start) // size + 1


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _ordinal(number: int) -> int:
    """The ordinal of the first day of a month, inside the calendar or one past its end."""
    year, month = divmod(number, 12)
    if year > 9999:
        return date.max.toordinal() + 1
    return date(year, month + 1, 1).toordinal() if year >= 1 else 1
