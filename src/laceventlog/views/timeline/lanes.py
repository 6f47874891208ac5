"""Lanes: the spans of one row on a timeline, in days, without columns or signs.

A lane is never more precise than its source; a single day is always a known day. Every renderer draws from lanes: text
bars, slip chart, page and picture.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

import attrs

from ...dates import When
from ...dates.slack import slack
from ...reports import Group, Row
from ...reports.condition import Condition


class SpanKind(StrEnum):
    """The meaning of the days of a span."""

    HAPPENED = "happened"  # a known day
    EXPECTED = "expected"  # a known day
    ENDED = "ended"  # missed or cancelled
    DEADLINE = "deadline"  # the last day of a "by"
    FIRST_PLAN = "first plan"  # the last day of the first plan
    MAY_FALL = "may fall"  # some day of these
    GONE = "gone"  # planned for some day of these, all past
    PAST = "past"  # overdue days
    LASTS = "lasts"  # all of these days
    SOFT = "soft"  # possibly these days too
    SLIP = "slip"  # from the first plan to the date in force


@attrs.frozen
class Span:
    """Days from `first` to `last`, inclusive; None if open."""

    kind: SpanKind
    first: date | None
    last: date | None

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first is not None and self.first == self.last


Lane = tuple[Span, ...]
"""Spans, highest priority first: earlier spans cover later ones."""


def lane(row: Row, today: date) -> Lane:
    """The lane of a row; empty if nothing is known of its days."""
    return (*_date(row, today), *_days_past(row, today), *_softness(row), *_first_plan(row))


def day(kind: SpanKind, on: date) -> Span:
    """A span of one day."""
    return Span(kind, on, on)


def _date(row: Row, today: date) -> Lane:
    when = row.event.when
    if row.group in (Group.CANCELLED, Group.MISSED):
        return (day(SpanKind.ENDED, when.latest or when.earliest or today),)
    if when.is_span:
        return _span(row, today)
    if when.is_known_day and row.condition is not Condition.OVERDUE:
        kind = SpanKind.HAPPENED if row.condition is Condition.CLOSED else SpanKind.EXPECTED
        return (day(kind, when.latest or today),)
    return _window(row, today)


def _window(row: Row, today: date) -> Lane:
    """The days it may fall on; for a deadline, from the day it was said to its last day."""
    when, last = row.event.when, row.event.when.latest
    is_gone = row.condition is Condition.OVERDUE
    kind = SpanKind.GONE if is_gone else SpanKind.MAY_FALL
    if when.is_deadline and last:
        begin = row.event.state.last.known_from or (last if is_gone else today)
        return day(SpanKind.DEADLINE, last), *_stretch(kind, begin, last)
    return (Span(kind, when.earliest, last),) if when.earliest else ()


def _span(row: Row, today: date) -> Lane:
    """The days it certainly lasts or, if it has not begun, the days it may begin on."""
    when = row.event.when
    if not row.event.status.awaits_start:
        return _stretch(SpanKind.LASTS, when.latest_start, _surely_until(row, today))
    kind = SpanKind.GONE if row.condition is Condition.OVERDUE else SpanKind.MAY_FALL
    return (Span(kind, when.earliest_start, when.latest_start or when.earliest_start),)


def _surely_until(row: Row, today: date) -> date:
    """The last day an event underway is known to last: without a known end, the day of the last report, or today if
    its end is open.
    """
    when, begun = row.event.when, row.event.when.latest_start or date.min
    if when.latest_end is not None:
        return when.earliest_end or begun
    reported = row.event.state.last.known_from or begun
    return max(begun, today if when.is_open_end else min(reported, today))


def _stretch(kind: SpanKind, first: date | None, last: date) -> Lane:
    """A span, if it has any days."""
    return (Span(kind, first, last),) if first is None or first <= last else ()


def _days_past(row: Row, today: date) -> Lane:
    if not row.standing.days_overdue:
        return ()
    first = today - timedelta(days=row.standing.days_overdue[0] - 1)
    return _stretch(SpanKind.PAST, first, today - timedelta(days=1))


def _softness(row: Row) -> Lane:
    """Days a span may last, or an approximate date may fall on; none if missed or cancelled."""
    when = row.event.when
    if row.group in (Group.CANCELLED, Group.MISSED):
        return ()
    if when.is_span:
        return (Span(SpanKind.SOFT, when.earliest_start, when.latest_end),)
    is_dot = when.is_known_day and row.condition is not Condition.OVERDUE
    return () if is_dot or when.is_deadline else soft_edges(when, when.earliest, when.latest)


def soft_edges(when: When, first: date | None, last: date | None) -> Lane:
    """The days of slack around both ends of an approximate window."""
    if first is None or last is None:
        return ()
    more = slack(when, last, end=True)
    return (Span(SpanKind.SOFT, earlier(first, more), last + more),) if more else ()


def earlier(when: date, by: timedelta) -> date:
    """A number of days before; at least the first day of the calendar."""
    return when - min(by, when - date.min)


def _first_plan(row: Row) -> Lane:
    """The last day of the first plan, and the slip from there to the date in force."""
    first_plan = row.event.state.first_plan
    begin, end = last_day(first_plan), last_day(row.event.when)
    if not (begin and end) or first_plan == row.event.when or begin == end:
        return ()
    return day(SpanKind.FIRST_PLAN, begin), Span(SpanKind.SLIP, min(begin, end), max(begin, end))


def last_day(when: When | None) -> date | None:
    """The last day of a date, or its first if it has no last."""
    return (when.latest or when.earliest) if when else None
