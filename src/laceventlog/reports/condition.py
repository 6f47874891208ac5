"""The condition of an event on a day: derived from status and date, never stored.

A planned thing awaits its start (a moment: itself), one underway its end. The last possible day is not
overdue; the day after is. Silence is not lateness: "overdue" means that no outcome was reported.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from ..dates.slack import last_possible
from ..model import Event
from ..model.values import as_day
from .punctuality import Days, Outcome, days_late, outcome

ONE_DAY = timedelta(days=1)


class Condition(StrEnum):
    """How a thing stands."""

    OVERDUE = "overdue"  # the last possible day of what is awaited is past: certain
    DUE = "due"  # the window is open: it may already have fallen due
    UPCOMING = "upcoming"  # the window has not opened
    ONGOING = "ongoing"  # underway, its end not yet due
    UNDATED = "undated"  # awaited, without a last day: never overdue
    CLOSED = "closed"  # an end state was reported


class Standing(NamedTuple):
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
    today = as_day(today)
    if event.state.status.is_end:
        return Standing(Condition.CLOSED, days_late=days_late(event), outcome=outcome(event))
    first, last, surely = _awaited(event)
    if last is None or surely is None:
        return Standing(_without_end(event, first, today), first)
    if today > surely:
        days = (today - surely).days, (today - (first or last)).days
        return Standing(Condition.OVERDUE, first, last, days_overdue=days)
    if today > last:
        return Standing(Condition.DUE, first, last, days_possible=(0, (today - (first or last)).days))
    return Standing(_before_its_end(event, first, today), first, last)


def _awaited(event: Event) -> tuple[date | None, date | None, date | None]:
    """First and last possible day of what is awaited, and the last with the slack of an approximate date."""
    when = event.state.when
    if event.state.status.awaits_start:
        return when.earliest_start, when.latest_start, last_possible(when, end=False)
    return when.earliest_end, when.latest_end, last_possible(when, end=True)


def awaited(event: Event) -> tuple[date | None, date | None]:
    """First and last possible day of what is awaited: the start, or the end of what is underway."""
    first, last, _ = _awaited(event)
    return first, last


def overdue_from(event: Event) -> date | None:
    """The first day on which it is certainly overdue if nothing more is said of it; None where that never comes."""
    if event.state.status.is_end:
        return None
    surely = _awaited(event)[2]
    return surely + ONE_DAY if surely and surely < date.max else None


def due_days(event: Event) -> tuple[date | None, date | None] | None:
    """First and last day on which it is due or may yet be, slack of an approximate date included; None for what has
    ended or has no last day.
    """
    if event.state.status.is_end:
        return None
    first, _, surely = _awaited(event)
    return (first, surely) if surely else None


def last_day(event: Event) -> date | None:
    """The last possible day of what is awaited; None where nothing is, or it has none."""
    return None if event.status.is_end else awaited(event)[1]


def _without_end(event: Event, first: date | None, today: date) -> Condition:
    """What has no last day is never overdue."""
    if not event.status.awaits_start:
        return Condition.ONGOING
    return Condition.UPCOMING if first is not None and today < first else Condition.UNDATED


def _before_its_end(event: Event, first: date | None, today: date) -> Condition:
    if first is None or first <= today:
        return Condition.DUE
    return Condition.UPCOMING if event.status.awaits_start else Condition.ONGOING


def silence(event: Event, today: date) -> int | None:
    """Days since anything was certainly said of it, at least 0; None where nobody knows when it was said.

    What was said on an imprecise day counts from its last possible day, so that no silence is made longer than
    it is. It is no lateness.
    """
    known = event.state.last.known_from
    return max(0, (as_day(today) - known).days) if known else None
