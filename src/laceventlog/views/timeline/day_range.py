"""The days a timeline covers, and the rows that have a day on it; shared by all renderers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ...reports import Row
from ...reports.condition import Condition
from .axis import Axis
from .lanes import last_day

BEFORE, AFTER = timedelta(days=2 * 366), timedelta(days=548)
LONGEST_WHOLE = 5 * 366


def extent(rows: Iterable[Row], today: date, first: date | None = None, last: date | None = None) -> tuple[date, date]:
    """The first and last day of all dates and first plans; only near today if that is more than five years.

    Args:
        rows: the rows to draw.
        today: included, unless `first` or `last` exclude it.
        first: the first day instead.
        last: the last day instead.
    """
    days = [day for row in rows for day in _days(row)] + [today]
    begin, end = min(days), max(days)
    if (end - begin).days > LONGEST_WHOLE:
        begin = max(begin, _shifted(today, -BEFORE))
        end = min(end, _shifted(today, AFTER))
    begin, end = first or begin, last or end
    return min(begin, end), max(begin, end)


def _days(row: Row) -> Iterator[date]:
    event = row.event
    yield from filter(None, (event.when.earliest, event.when.latest, last_day(event.state.first_plan)))


def _shifted(day: date, by: timedelta) -> date:
    number = min(max(day.toordinal() + by.days, 1), date.max.toordinal())
    return date.fromordinal(number)


def is_on(row: Row, axis: Axis, today: date) -> bool:
    """Whether any day of a dated row is on the axis; overdue rows extend to today."""
    when = row.event.when
    last = today if row.condition is Condition.OVERDUE else when.latest or date.max
    return axis.shows(when.earliest or when.latest or date.min, last)
