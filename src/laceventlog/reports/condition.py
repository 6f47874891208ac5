"""The condition of an event on a day: derived from status and date, never stored.

A planned thing awaits its start (a moment: itself), one underway its end. The last possible day is not
overdue; the day after is. Silence is not lateness: "overdue" means that no outcome was reported.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

import attrs

from ..dates import Precision, When
from ..dates.edtf import marked_units
from ..model import Event, Status

Days = tuple[int, int]


class Condition(StrEnum):
    """How a thing stands."""

    OVERDUE = "overdue"  # the last possible day of what is awaited is past: certain
    DUE = "due"  # the window is open: it may already have fallen due
    UPCOMING = "upcoming"  # the window has not opened
    ONGOING = "ongoing"  # underway, its end not yet due
    UNDATED = "undated"  # awaited, without a last day: never overdue
    CLOSED = "closed"  # an end state was reported


SLACK = {
    Precision.DAY: 1, Precision.MONTH: 31, Precision.SEASON: 92,
    Precision.QUARTER: 92,
    Precision.QUADRIMESTER: 123, Precision.HALF: 184, Precision.YEAR: 366, Precision.DECADE: 3653,
    Precision.CENTURY: 36525,
}  # fmt: skip
"""Days in one unit of a precision: how far past its bounds an approximate date (`~`) may still fall."""


@attrs.frozen
class Standing:
    """A condition with its grounds.

    Attributes:
        condition: how the thing stands.
        first: the first possible day of what is awaited; None where open.
        last: the last possible day of what is awaited; None where open.
        days_overdue: fewest and most days past due; only when overdue. A deadline has one number.
        days_late: fewest and most days the outcome came after its plan (negative: before); only when
            completed and both are known.
    """

    condition: Condition
    first: date | None = None
    last: date | None = None
    days_overdue: Days | None = None
    days_late: Days | None = None


def standing(event: Event, today: date) -> Standing:
    """How an event stands on `today`."""
    if event.status.is_end:
        return Standing(Condition.CLOSED, days_late=_days_late(event))
    first, last = awaited(event)
    condition = _condition(event, first, last, today)
    days = _days_overdue(event, first, last, today) if condition is Condition.OVERDUE else None
    return Standing(condition, first, last, days)


def awaited(event: Event) -> tuple[date | None, date | None]:
    """First and last possible day of what is awaited: the start, or the end of what is underway."""
    when = event.when
    if event.status.awaits_start:
        return when.earliest_start, when.latest_start
    return when.earliest_end, when.latest_end


def _condition(event: Event, first: date | None, last: date | None, today: date) -> Condition:
    begun = not event.status.awaits_start
    if last is None:
        waiting = first is not None and today < first
        return Condition.ONGOING if begun else Condition.UPCOMING if waiting else Condition.UNDATED
    if today > last + slack(event.when, last, end=not event.status.awaits_start):
        return Condition.OVERDUE
    if first is not None and today < first:
        return Condition.ONGOING if begun else Condition.UPCOMING
    return Condition.DUE


def slack(when: When, last: date, *, end: bool) -> timedelta:
    """How far past `last` an approximate start or end may still fall; nothing for all others.

    One unit of the precision of what is marked, and never past the year 9999.
    """
    if not when.is_approximate:
        return timedelta(0)
    start, _, finish = when.edtf.partition("/")
    part = (finish if end else start) if when.is_span else when.edtf
    marked = [SLACK.get(unit, 1) for unit in marked_units(part)]
    return min(timedelta(days=max(marked, default=0)), date.max - last)


def _days_overdue(event: Event, first: date | None, last: date | None, today: date) -> Days:
    fewest = (today - last - slack(event.when, last, end=not event.status.awaits_start)).days if last else 0
    return fewest, (today - first).days if first else fewest


def _days_late(event: Event) -> Days | None:
    """The outcome against the plan last in force; IATI and OCDS compare the same two dates."""
    plan, actual = event.state.plan, event.when
    if event.status is not Status.COMPLETED or plan is None:
        return None
    due_first, due_last = plan.earliest_end, plan.latest_end
    if actual.latest_end is None or actual.earliest_end is None or due_last is None:
        return None
    give = slack(plan, due_last, end=True).days
    fewest = (actual.earliest_end - due_last).days - give
    return fewest, (actual.latest_end - (due_first or due_last)).days + give
