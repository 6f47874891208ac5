"""The condition of an event on a day: derived from status and date, never stored.

A planned event awaits its start (a moment: itself), one underway its end. It is overdue from the day after its last
possible day. Silence is not lateness: "overdue" means that no outcome was reported.
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
    """The condition of an event on a day."""

    OVERDUE = "overdue"  # the last possible day is certainly past
    DUE = "due"  # between the first and the last possible day
    UPCOMING = "upcoming"  # before the first possible day
    ONGOING = "ongoing"  # underway, before the first possible day of its end
    UNDATED = "undated"  # awaited, without a last possible day: never overdue
    CLOSED = "closed"  # completed, missed or cancelled


class Standing(NamedTuple):
    """The condition of an event with its figures, in days.

    Attributes:
        condition: the condition itself.
        first: the first possible day of the awaited start or end; None if open.
        last: the last possible day of the awaited start or end; None if open.
        days_overdue: fewest and most days past due; only if overdue. Both are the same for a deadline.
        days_possible: 0 and most days past due; only if due and past its last day: it is overdue unless it falls in
            the slack of its approximate date (`~`).
        outcome: early, on time, late or unknown; only if completed and planned with a last day.
        days_late: fewest and most days from plan to outcome, negative if early; only if completed and both are
            known.
    """

    condition: Condition
    first: date | None = None
    last: date | None = None
    days_overdue: Days | None = None
    days_late: Days | None = None
    days_possible: Days | None = None
    outcome: Outcome | None = None


def standing(event: Event, today: date) -> Standing:
    """The standing of an event on `today`.

    >>> from datetime import date
    >>> from laceventlog import loads, standing
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> standing(log["pumps"], date(2025, 1, 15)).days_overdue
    (15, 15)
    """
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
    """First and last possible day of the awaited start or end, and the last one with the slack of its date."""
    when = event.state.when
    if event.state.status.awaits_start:
        return when.earliest_start, when.latest_start, last_possible(when, end=False)
    return when.earliest_end, when.latest_end, last_possible(when, end=True)


def awaited(event: Event) -> tuple[date | None, date | None]:
    """First and last possible day of the awaited start or, if underway, end."""
    first, last, _ = _awaited(event)
    return first, last


def overdue_from(event: Event) -> date | None:
    """The first day on which it is certainly overdue without a further statement; None if it never is."""
    if event.state.status.is_end:
        return None
    surely = _awaited(event)[2]
    return surely + ONE_DAY if surely and surely < date.max else None


def due_days(event: Event) -> tuple[date | None, date | None] | None:
    """First and last day on which it may be due, slack included; None if it has ended or has no last day."""
    if event.state.status.is_end:
        return None
    first, _, surely = _awaited(event)
    return (first, surely) if surely else None


def last_day(event: Event) -> date | None:
    """The last possible day of the awaited start or end; None if nothing is awaited or there is no such day."""
    return None if event.status.is_end else awaited(event)[1]


def _without_end(event: Event, first: date | None, today: date) -> Condition:
    """The condition of an event without a last day, which is never overdue."""
    if not event.status.awaits_start:
        return Condition.ONGOING
    return Condition.UPCOMING if first is not None and today < first else Condition.UNDATED


def _before_its_end(event: Event, first: date | None, today: date) -> Condition:
    if first is None or first <= today:
        return Condition.DUE
    return Condition.UPCOMING if event.status.awaits_start else Condition.ONGOING


def silence(event: Event, today: date) -> int | None:
    """Days since the last statement, at least 0; None if its day is unknown.

    An imprecise day counts as its last possible one, so that no silence appears longer than it is.
    """
    known = event.state.last.known_from
    return max(0, (as_day(today) - known).days) if known else None
