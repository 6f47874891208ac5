"""What one row shows on a timeline, in days: which stretch means what, and how it ends. No columns, no signs.

A lane is never more precise than its source; a day alone stands only for a known day. Every renderer draws from
lanes: the bars of text, the slip chart, the picture.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

import attrs

from ...dates import When
from ...dates.slack import slack
from ...reports import Group, Row
from ...reports.condition import Condition


class Nature(StrEnum):
    """What the days of a part mean."""

    HAPPENED = "happened"  # on that known day
    EXPECTED = "expected"  # on that known day
    ENDED = "ended"  # missed or cancelled
    DEADLINE = "deadline"  # the last day of a "by"
    FIRST_PLAN = "first plan"  # its last day
    MAY_FALL = "may fall"  # on any of these days
    GONE = "gone"  # it may have fallen on any of these days, and they are past
    PAST = "past"  # days past its last one
    LASTS = "lasts"  # on each of these days
    SOFT = "soft"  # it may last, or fall, on these days too
    SLIP = "slip"  # between its first plan and the date in force


@attrs.frozen
class Part:
    """Days from `first` to `last`, both included; None where they go on beyond any axis."""

    nature: Nature
    first: date | None
    last: date | None

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first is not None and self.first == self.last


Lane = tuple[Part, ...]
"""Parts, the weightiest first: where two share a day, the earlier one covers the later."""


def lane(row: Row, today: date) -> Lane:
    """All that a row shows; empty where nothing is known of its days."""
    return (*_date(row, today), *_days_past(row, today), *_softness(row), *_first_plan(row))


def day(nature: Nature, on: date) -> Part:
    """A part of one day."""
    return Part(nature, on, on)


def _date(row: Row, today: date) -> Lane:
    when = row.event.when
    if row.group in (Group.CANCELLED, Group.MISSED):
        return (day(Nature.ENDED, when.latest or when.earliest or today),)
    if when.is_span:
        return _span(row, today)
    if when.is_known_day and row.condition is not Condition.OVERDUE:
        nature = Nature.HAPPENED if row.condition is Condition.CLOSED else Nature.EXPECTED
        return (day(nature, when.latest or today),)
    return _window(row, today)


def _window(row: Row, today: date) -> Lane:
    """Where it may fall; a deadline from when it was said, up to its last day."""
    when, last = row.event.when, row.event.when.latest
    is_gone = row.condition is Condition.OVERDUE
    nature = Nature.GONE if is_gone else Nature.MAY_FALL
    if when.is_deadline and last:
        begin = row.event.state.last.known_from or (last if is_gone else today)
        return day(Nature.DEADLINE, last), *_stretch(nature, begin, last)
    return (Part(nature, when.earliest, last),) if when.earliest else ()


def _span(row: Row, today: date) -> Lane:
    """Where it certainly lasts; of one that has not begun, where it may begin."""
    when = row.event.when
    if not row.event.status.awaits_start:
        return _stretch(Nature.LASTS, when.latest_start, _surely_until(row, today))
    nature = Nature.GONE if row.condition is Condition.OVERDUE else Nature.MAY_FALL
    return (Part(nature, when.earliest_start, when.latest_start or when.earliest_start),)


def _surely_until(row: Row, today: date) -> date:
    """The last day on which what began is known to last: of one without a known end, that of the last report,
    or today where it is said to go on.
    """
    when, begun = row.event.when, row.event.when.latest_start or date.min
    if when.latest_end is not None:
        return when.earliest_end or begun
    reported = row.event.state.last.known_from or begun
    return max(begun, today if when.is_open_end else min(reported, today))


def _stretch(nature: Nature, first: date | None, last: date) -> Lane:
    """The days from one to another, if there are any."""
    return (Part(nature, first, last),) if first is None or first <= last else ()


def _days_past(row: Row, today: date) -> Lane:
    if not row.standing.days_overdue:
        return ()
    first = today - timedelta(days=row.standing.days_overdue[0] - 1)
    return _stretch(Nature.PAST, first, today - timedelta(days=1))


def _softness(row: Row) -> Lane:
    """Days on which a span may last, or an approximate day may fall; none of what was missed or cancelled."""
    when = row.event.when
    if row.group in (Group.CANCELLED, Group.MISSED):
        return ()
    if when.is_span:
        return (Part(Nature.SOFT, when.earliest_start, when.latest_end),)
    is_dot = when.is_known_day and row.condition is not Condition.OVERDUE
    return () if is_dot or when.is_deadline else soft_edges(when, when.earliest, when.latest)


def soft_edges(when: When, first: date | None, last: date | None) -> Lane:
    """The days around both ends of an approximate window on which it may fall as well."""
    if first is None or last is None:
        return ()
    more = slack(when, last, end=True)
    return (Part(Nature.SOFT, earlier(first, more), last + more),) if more else ()


def earlier(when: date, by: timedelta) -> date:
    """So many days before; never before the first of all days."""
    return when - min(by, when - date.min)


def _first_plan(row: Row) -> Lane:
    """The last day of the first plan, and the way from there to the date in force."""
    first_plan = row.event.state.first_plan
    begin, end = last_day(first_plan), last_day(row.event.when)
    if not (begin and end) or first_plan == row.event.when or begin == end:
        return ()
    return day(Nature.FIRST_PLAN, begin), Part(Nature.SLIP, min(begin, end), max(begin, end))


def last_day(when: When | None) -> date | None:
    """The day for which a date stands in a plan: its last one, or its first where it has no last."""
    return (when.latest or when.earliest) if when else None
