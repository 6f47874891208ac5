"""The condition of an event on a day: derived from status and date, never stored.

A planned thing awaits its start (a moment: itself), one underway its end. The last possible day is not
overdue; the day after is. Silence is not lateness: "overdue" means that no outcome was reported.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

import attrs

from ..dates.slack import slack
from ..model import Event
from .outcome import Days, Outcome, days_late, outcome


class Condition(StrEnum):
    """How a thing stands."""

    OVERDUE = "overdue"  # the last possible day of what is awaited is past: certain
    DUE = "due"  # the window is open: it may already have fallen due
    UPCOMING = "upcoming"  # the window has not opened
    ONGOING = "ongoing"  # underway, its end not yet due
    UNDATED = "undated"  # awaited, without a last day: never overdue
    CLOSED = "closed"  # an end state was reported


@attrs.frozen
class Standing:
    """A condition with its grounds.

    Attributes:
        condition: how the thing stands.
        first: the first possible day of what is awaited; None where open.
        last: the last possible day of what is awaited; None where open.
        days_overdue: fewest and most days past due; only when overdue. A deadline has one number.
        days_possible: 0 and most days past due; only while due with its last day past: it may be overdue, and
            only the slack of an approximate date (`~`) keeps that from being certain.
        outcome: early, on time, late or not to be told; only when completed against a plan with a last day.
        days_late: fewest and most days the outcome came after its plan (negative: before); only when
            completed and both are known.
    """

    condition: Condition
    first: date | None = None
    last: date | None = None
    days_overdue: Days | None = None
    days_late: Days | None = None
    days_possible: Days | None = None
    outcome: Outcome | None = None


def standing(event: Event, today: date) -> Standing:
    """How an event stands on `today`."""
    if event.status.is_end:
        return Standing(Condition.CLOSED, days_late=days_late(event), outcome=outcome(event))
    first, last = awaited(event)
    condition = _condition(event, first, last, today)
    if last is None or today <= last:
        return Standing(condition, first, last)
    fewest, most = _days_overdue(event, first, last, today)
    if condition is Condition.OVERDUE:
        return Standing(condition, first, last, days_overdue=(fewest, most))
    return Standing(condition, first, last, days_possible=(0, most))


def awaited(event: Event) -> tuple[date | None, date | None]:
    """First and last possible day of what is awaited: the start, or the end of what is underway."""
    when = event.when
    if event.status.awaits_start:
        return when.earliest_start, when.latest_start
    return when.earliest_end, when.latest_end


def overdue_from(event: Event) -> date | None:
    """The first day on which it is certainly overdue if nothing more is said of it; None where that never comes."""
    _, last = due_days(event) or (None, None)
    return last + timedelta(days=1) if last and last < date.max else None


def due_days(event: Event) -> tuple[date | None, date | None] | None:
    """First and last day on which it is due or may yet be, slack of an approximate date included; None for what has
    ended or has no last day.
    """
    if event.status.is_end:
        return None
    first, last = awaited(event)
    return (first, last + slack(event.when, last, end=not event.status.awaits_start)) if last else None


def last_day(event: Event) -> date | None:
    """The last possible day of what is awaited; None where nothing is, or it has none."""
    return None if event.status.is_end else awaited(event)[1]


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


def _days_overdue(event: Event, first: date | None, last: date, today: date) -> Days:
    fewest = (today - last - slack(event.when, last, end=not event.status.awaits_start)).days
    return fewest, (today - (first or last)).days


def silence(event: Event, today: date) -> int | None:
    """Days since anything was certainly said of it, at least 0; None where nobody knows when it was said.

    What was said on an imprecise day counts from its last possible day, so that no silence is made longer than
    it is. It is no lateness.
    """
    known = event.state.last.known_from
    return max(0, (today - known).days) if known else None
