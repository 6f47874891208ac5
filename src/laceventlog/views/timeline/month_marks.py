"""Which days of a calendar are marked, and with which sign: from the lanes of rows, like every other chart.

A day has one sign, the weightiest: a known day, then a deadline, a window, what lasts. What is longer than a quarter
marks no day: it would mark them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from ...reports import Row
from ...reports.agenda import ORDER
from ..labels import marker
from .lanes import Nature, Part, lane
from .text_row import SIGNS

LONGEST = timedelta(days=92)
WEIGHTS = (Nature.DEADLINE, Nature.GONE, Nature.MAY_FALL, Nature.LASTS, Nature.SOFT)
"""Natures of several days, and deadlines, the weightiest first; a single day outweighs them all."""
DAYS = frozenset({Nature.HAPPENED, Nature.EXPECTED, Nature.ENDED})
LEFT_OUT = frozenset({Nature.PAST, Nature.SLIP, Nature.FIRST_PLAN})
"""What says how a date moved, not when the thing is."""
BEFORE, AFTER = 6, 12
"""Months around today."""
FIRST, LAST = 12, 9999 * 12 + 11
"""The first and the last month there is."""


@attrs.frozen
class Mark:
    """What one row puts on a day."""

    sign: str
    row: Row
    rank: tuple[int, int]
    """The weightiest first; of two alike, the more urgent."""


@attrs.frozen
class Calendar:
    """Months from a first to a last one, and what stands on their days.

    Attributes:
        months: those to show, each a number of months since the year 0.
        empty: how many between have no marked day.
        days: the mark of each marked day.
        marked: the rows that mark a day, with their weightiest sign.
        long: the rows that lie in these months, but mark no day.
        outside: how many rows have a date that lies in none of these months.
        first: the first day of all these months, shown or not.
        last: the last.
    """

    months: Sequence[int]
    empty: int
    days: dict[date, Mark]
    marked: Sequence[Mark]
    long: Sequence[Row]
    outside: int
    first: date
    last: date


def number(day: date) -> int:
    """The month of a day, counted from the year 0."""
    return day.year * 12 + day.month - 1


def first_of(month: int) -> date:
    """The first day of a month."""
    return date(month // 12, month % 12 + 1, 1)


def last_of(month: int) -> date:
    """The last day of a month."""
    return date.max if month >= LAST else first_of(month + 1) - timedelta(days=1)


def period(today: date, first: date | None, last: date | None) -> tuple[int, int]:
    """The first and the last month: as asked for, else around today; never the wrong way round."""
    begin = number(first) if first else number(today) - BEFORE
    end = number(last) if last else number(today) + AFTER
    if begin > end:
        begin, end = (begin, begin + AFTER) if first else (end - AFTER, end)
    return max(begin, FIRST), min(end, LAST)


def calendar(rows: Sequence[Row], today: date, first: date | None = None, last: date | None = None) -> Calendar:
    """The marked days of all rows that have a date.

    Args:
        rows: in the order in which they are listed.
        today: shown in any case, if it lies in the period.
        first: a day of the first month; else half a year before today.
        last: a day of the last; else a year after today.
    """
    begin, end = period(today, first, last)
    bounds = first_of(begin), last_of(end)
    lanes = {row.event.id: _within(row, today, *bounds) for row in rows}
    found = [(row, sorted(_marks(row, lanes[row.event.id], *bounds), key=_by_weight)) for row in rows]
    days: dict[date, Mark] = {}
    for day, mark in (pair for _, marks in found for pair in marks):
        if day not in days or mark.rank < days[day].rank:
            days[day] = mark
    shown = sorted({number(day) for day in days} | ({number(today)} & set(range(begin, end + 1))))
    return Calendar(
        months=shown,
        empty=end + 1 - begin - len(shown),
        days=days,
        marked=[marks[0][1] for _, marks in found if marks],
        long=[row for row, marks in found if lanes[row.event.id] and not marks],
        outside=sum(not lanes[row.event.id] and not row.event.when.is_unscheduled for row in rows),
        first=bounds[0],
        last=bounds[1],
    )


def _by_weight(pair: tuple[date, Mark]) -> tuple[int, int]:
    return pair[1].rank


def _within(row: Row, today: date, first: date, last: date) -> list[Part]:
    """The parts of a row that have a day between two others; none of what has no date."""
    if row.event.when.is_unscheduled:
        return []
    return [
        part
        for part in lane(row, today)
        if part.nature not in LEFT_OUT and (part.first or date.min) <= last and (part.last or date.max) >= first
    ]


def _marks(row: Row, parts: Sequence[Part], first: date, last: date) -> Iterator[tuple[date, Mark]]:
    """What a row puts on which day, from a first to a last one."""
    for part in parts:
        if part.first is None or part.last is None or part.last - part.first > LONGEST:
            continue
        mark = _mark(row, part)
        for ordinal in range(max(part.first, first).toordinal(), min(part.last, last).toordinal() + 1):
            yield date.fromordinal(ordinal), mark


def _mark(row: Row, part: Part) -> Mark:
    if part.nature in DAYS or (part.is_day and row.event.when.is_known_day):
        return Mark(marker(row), row, (0, ORDER[row.group]))
    return Mark(SIGNS[part.nature], row, (1 + WEIGHTS.index(part.nature), ORDER[row.group]))
