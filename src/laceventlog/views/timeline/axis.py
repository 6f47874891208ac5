"""The geometry of a timeline, in whole columns: which day stands where, which ticks are labelled.

The unit is chosen from the days to show and the columns there are. Every unit gets the same number of
columns, so ticks stand evenly; a day stands in the column of its place within its unit.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate, groupby

import attrs

from ..i18n import ENGLISH, Voice


class Unit(StrEnum):
    """What a tick marks, from fine to coarse."""

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
"""Letters a unit needs room for, for its label; the coarser ones are drawn all the same."""


@attrs.frozen
class Label:
    """A text from column `at` up to column `end`, which is free."""

    text: str
    at: int
    end: int

    def is_clear_of(self, other: Label, gap: int) -> bool:
        """Whether there is a gap of so many columns between the two."""
        return self.end + gap <= other.at or other.end + gap <= self.at


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
        return date.fromordinal(self._number(self.count) - 1)

    def column(self, day: date) -> int:
        """The column of a day, from 0; outside the axis it is below 0 or at least `width`."""
        index = self._index(day)
        if index < 0 or index >= self.count:
            return -1 if index < 0 else self.width
        start, after = self._number(index), self._number(index + 1)
        return index * self.per_unit + (day.toordinal() - start) * self.per_unit // (after - start)

    def stretch(self, first: date | None, last: date | None) -> tuple[int, int] | None:
        """The columns from one day up to the end of another, as far as they are on the axis; None for none.

        The days go on without end where one of them is None.
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
        """The day itself, or the end of the axis beyond which it lies."""
        return min(max(day, self.first), self.last)

    @property
    def starts(self) -> list[int]:
        """The column that each unit begins with."""
        return [index * self.per_unit for index in range(self.count)]

    def header(self, voice: Voice = ENGLISH) -> tuple[str, str]:
        """What groups the ticks (years), if anything does, and the ticks; a label without room is left out."""
        groups, ticks = self.labels(voice=voice)
        return _written(groups), _written(ticks)

    def labels(self, letter: int = 1, voice: Voice = ENGLISH) -> tuple[list[Label], list[Label]]:
        """What groups the ticks, if anything does, and the ticks: no two labels touch, none reaches beyond the axis.

        Args:
            letter: columns that one letter takes; more than one where a column is less than a letter, a pixel say.
            voice: the language of months and quarters.
        """
        groups, ticks = self._names(self.per_unit // letter, voice)
        return _placed(groups, letter), _placed([(tick, self.per_unit) for tick in ticks], letter)

    @property
    def borders(self) -> list[int]:
        """The column that each group of ticks begins with: years over quarters; of ungrouped ticks the first."""
        groups, _ = self._names(self.per_unit, ENGLISH)
        return [0, *accumulate(columns for _, columns in groups)][:-1]

    def _names(self, room: int, voice: Voice) -> tuple[list[tuple[str, int]], list[str]]:
        """Each group with its columns, and each tick, by what so many letters have room for."""
        names = [_labels(self.unit, self._start(index), room, voice) for index in range(self.count)]
        groups = [(group, len(list(same)) * self.per_unit) for group, same in groupby(names, lambda pair: pair[0])]
        return groups, [tick for _, tick in names]

    def _index(self, day: date) -> int:
        if self.unit is Unit.DAY:
            return (day - self.first).days
        size = MONTHS_IN[self.unit]
        return _month_number(day) // size - _month_number(self.first) // size

    def _number(self, index: int) -> int:
        """The day number that a unit begins with; one past the last of all days where the calendar ends."""
        if self.unit is Unit.DAY:
            return self.first.toordinal() + index
        size = MONTHS_IN[self.unit]
        return _ordinal((_month_number(self.first) // size + index) * size)

    def _start(self, index: int) -> date:
        return date.fromordinal(self._number(index))


def _placed(labels: list[tuple[str, int]], letter: int) -> list[Label]:
    """Each label over the column its room begins in; where two would touch, the one that names less goes."""
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
    """What groups a tick, and the tick; without a group its label stands alone."""
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
    """Years in narrow columns under their decade, decades under their century, longer times by their first year."""
    decade, century, millennium = (voice.say("decade tick", year=year[:kept].ljust(4, "0")) for kept in (3, 2, 1))
    match unit:
        case Unit.YEAR:
            return decade, f"'{year[2:]}"
        case Unit.DECADE:
            return century, decade
    return "", century if unit is Unit.CENTURY else millennium


def choose(first: date, last: date, width: int, letter: int = 1) -> Axis:
    """The finest axis from `first` to `last` in at most `width` columns, `letter` of which one letter takes."""
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
    """The day number of the first of a month, inside the calendar or one past its end."""
    year, month = divmod(number, 12)
    if year > 9999:
        return date.max.toordinal() + 1
    return date(year, month + 1, 1).toordinal() if year >= 1 else 1
