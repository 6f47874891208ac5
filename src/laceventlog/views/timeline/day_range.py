"""From when to when a timeline reaches, and which rows have a day on it: the same for every renderer."""

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
    """From the first to the last day of all dates and first plans; near today only when that is more than five years.

    Args:
        rows: what is drawn.
        today: is always inside, unless `first` or `last` say otherwise.
        first: where to begin instead.
        last: where to end instead.
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
    """Whether any day of a dated row is on the axis; what is overdue reaches to today."""
    when = row.event.when
    last = today if row.condition is Condition.OVERDUE else when.latest or date.max
    return axis.shows(when.earliest or when.latest or date.min, last)
