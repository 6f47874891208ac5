"""The dates of an event as IATI tells them: planned and actual, start and end, each no sharper than its source.

IATI Standard 2.03, element activity-date and codelist ActivityDateType. IATI takes whole ISO days only, so
`ActivityDate.iso` is there for a known day alone; for everything else there is the window, and what to do with it
is the caller's decision. Days are inclusive.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

import attrs

from ..dates import When
from .event import Event
from .history import said_order
from .statement import Statement
from .status import Status

PLANNED_START, ACTUAL_START, PLANNED_END, ACTUAL_END = "1", "2", "3", "4"
AWAITED = tuple(status for status in Status if status.awaits_start)
BEGUN = (Status.UNDERWAY, Status.PARTIAL)
UNDATES = (Status.POSTPONED, Status.COMPLETED)
"""Statuses that do without the date before them: see `history`."""


@attrs.frozen
class ActivityDate:
    """One date of an activity.

    Attributes:
        type: 1 planned start, 2 actual start, 3 planned end, 4 actual end.
        first: the first possible day; None where open.
        last: the last possible day; None where open.
        is_known_day: whether it is one day, and neither approximate nor doubtful.
    """

    type: str
    first: date | None
    last: date | None
    is_known_day: bool

    @property
    def iso(self) -> str | None:
        """What `iso-date` may hold: a known day; None for a window."""
        return self.first.isoformat() if self.is_known_day and self.first else None


def activity_dates(event: Event) -> list[ActivityDate]:
    """What is known of an event's planned and actual start and end, in the order of their types.

    The plan is the one last in force, which is what lateness is counted against; what was postponed without a new date
    has none. What nobody dated is left out: an end that is open, a start that only its progress betrays. A moment
    starts and ends on one day, unless it closes something that lasted.
    """
    told = _told(event)
    found = [*_planned(told), *_actual(event, told)]
    return sorted((d for d in found if d.first or d.last), key=lambda d: d.type)


def _told(event: Event) -> list[Statement]:
    """The statements in the order they were said; each correction stands in for the one before it."""
    told: list[Statement] = []
    for statement in sorted(event.history, key=said_order):
        wrong = told.pop() if statement.correction and told else None
        if wrong and statement.when is None and statement.status not in UNDATES:
            told.append(attrs.evolve(statement, when=wrong.when))
        else:
            told.append(statement)
    return told


def _planned(told: list[Statement]) -> Iterator[ActivityDate]:
    start, end = _plan(told, AWAITED), _plan(told, (*AWAITED, *BEGUN))
    if start:
        yield _start(PLANNED_START, start)
    if end:
        yield _end(PLANNED_END, end)


def _actual(event: Event, told: list[Statement]) -> Iterator[ActivityDate]:
    spans = [s.when for s in told if s.status in BEGUN and s.when and s.when.is_span]
    done = event.when if event.status is Status.COMPLETED else None
    plan = _plan(told, (*AWAITED, *BEGUN))
    lasted = bool(spans) or (plan is not None and plan.is_span)
    if done and (done.is_span or not lasted):
        yield _start(ACTUAL_START, done)
    elif spans:
        yield _start(ACTUAL_START, spans[-1])
    if done:
        yield _end(ACTUAL_END, done)


def _plan(told: list[Statement], statuses: Collection[Status]) -> When | None:
    """The last date that statements of these statuses gave; what was postponed has lost it."""
    plan = None
    for statement in told:
        if statement.status in statuses and (statement.when or statement.status is Status.POSTPONED):
            plan = statement.when
    return plan


def _start(type_: str, when: When) -> ActivityDate:
    return _date(type_, when.earliest_start, when.latest_start, when)


def _end(type_: str, when: When) -> ActivityDate:
    return _date(type_, when.earliest_end, when.latest_end, when)


def _date(type_: str, first: date | None, last: date | None, when: When) -> ActivityDate:
    sure = not (when.is_approximate or when.is_uncertain)
    return ActivityDate(type_, first, last, first is not None and first == last and sure)
