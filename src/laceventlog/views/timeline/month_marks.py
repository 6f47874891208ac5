"""Marked days of calendar months, from the lanes of rows.

A day has one sign, that of the highest priority: a known day, then a deadline, a window, a span. Spans longer than a
quarter mark no days, as they would mark all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from ...reports import Row
from ...reports.agenda import ORDER
from ..labels import marker
from .lanes import Span, SpanKind, lane
from .text_row import SIGNS

LONGEST = timedelta(days=92)
WEIGHTS = (SpanKind.DEADLINE, SpanKind.GONE, SpanKind.MAY_FALL, SpanKind.LASTS, SpanKind.SOFT)
"""Kinds of several days, and deadlines, highest priority first; single days come before all of them."""
DAYS = frozenset({SpanKind.HAPPENED, SpanKind.EXPECTED, SpanKind.ENDED})
LEFT_OUT = frozenset({SpanKind.PAST, SpanKind.SLIP, SpanKind.FIRST_PLAN})
"""Kinds about the shift of a date."""
BEFORE, AFTER = 6, 12
"""Months before and after today."""
FIRST, LAST = 12, 9999 * 12 + 11
"""The first and the last month of the calendar."""


@attrs.frozen
class DayMark:
    """The sign of a row on a day."""

    sign: str
    row: Row
    rank: tuple[int, int]
    """Priority, then urgency; lower comes first."""


@attrs.frozen
class MarkedMonths:
    """A range of months and the marks on their days.

    Attributes:
        months: the months to show, counted from the year 0.
        empty: the number of other months in the range, which have no marked day.
        days: the mark of each marked day.
        marked: the rows with a marked day, each with its sign of the highest priority.
        long: the rows in these months without a marked day.
        outside: the number of dated rows outside these months.
        first: the first day of the range.
        last: the last day of the range.
    """

    months: Sequence[int]
    empty: int
    days: dict[date, DayMark]
    marked: Sequence[DayMark]
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
    """The first and the last month: those of `first` and `last`, by default around today."""
    begin = number(first) if first else number(today) - BEFORE
    end = number(last) if last else number(today) + AFTER
    if begin > end:
        begin, end = (begin, begin + AFTER) if first else (end - AFTER, end)
    return max(begin, FIRST), min(end, LAST)


def marked_months(
    rows: Sequence[Row], today: date, first: date | None = None, last: date | None = None
) -> MarkedMonths:
    """The marked days of all dated rows.

    Args:
        rows: in the order in which they are listed.
        today: its month is shown even without a marked day.
        first: a day of the first month; by default half a year before today.
        last: a day of the last month; by default a year after today.
    """
    begin, end = period(today, first, last)
    bounds = first_of(begin), last_of(end)
    lanes = {row.event.id: _within(row, today, *bounds) for row in rows}
    found = [(row, sorted(_marks(row, lanes[row.event.id], *bounds), key=_by_rank)) for row in rows]
    days: dict[date, DayMark] = {}
    for day, mark in (pair for _, marks in found for pair in marks):
        if day not in days or mark.rank < days[day].rank:
            days[day] = mark
    shown = sorted({number(day) for day in days} | ({number(today)} & set(range(begin, end + 1))))
    return MarkedMonths(
        months=shown,
        empty=end + 1 - begin - len(shown),
        days=days,
        marked=[marks[0][1] for _, marks in found if marks],
        long=[row for row, marks in found if lanes[row.event.id] and not marks],
        outside=sum(not lanes[row.event.id] and not row.event.when.is_unscheduled for row in rows),
        first=bounds[0],
        last=bounds[1],
    )


def _by_rank(pair: tuple[date, DayMark]) -> tuple[int, int]:
    return pair[1].rank


def _within(row: Row, today: date, first: date, last: date) -> list[Span]:
    """The spans of a row with a day from `first` to `last`; none for an undated row."""
    if row.event.when.is_unscheduled:
        return []
    return [
        span
        for span in lane(row, today)
        if span.kind not in LEFT_OUT and (span.first or date.min) <= last and (span.last or date.max) >= first
    ]


def _marks(row: Row, spans: Sequence[Span], first: date, last: date) -> Iterator[tuple[date, DayMark]]:
    """The marks of a row on the days from `first` to `last`."""
    for span in spans:
        if span.first is None or span.last is None or span.last - span.first > LONGEST:
            continue
        mark = _mark(row, span)
        for ordinal in range(max(span.first, first).toordinal(), min(span.last, last).toordinal() + 1):
            yield date.fromordinal(ordinal), mark


def _mark(row: Row, span: Span) -> DayMark:
    if span.kind in DAYS or (span.is_day and row.event.when.is_known_day):
        return DayMark(marker(row), row, (0, ORDER[row.group]))
    return DayMark(SIGNS[span.kind], row, (1 + WEIGHTS.index(span.kind), ORDER[row.group]))
