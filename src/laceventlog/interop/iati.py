"""The dates of an event as IATI tells them, both ways: planned and actual, start and end, no sharper than their source.

IATI Standard 2.03, element activity-date and codelist ActivityDateType. IATI takes whole ISO days only, so
`ActivityDate.iso` is there for a known day alone; for everything else there is the window, and what to do with it
is the caller's decision. Days are inclusive. What neither way can tell stands beside, and a test holds both together.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

import attrs

from ..dates import When
from ..errors import FieldError
from ..model.event import Event
from ..model.history import said_order
from ..model.statement import Citation, Statement
from ..model.statuses.status import Status

PLANNED_START, ACTUAL_START, PLANNED_END, ACTUAL_END = "1", "2", "3", "4"
AWAITED = tuple(status for status in Status if status.awaits_start)
BEGUN = (Status.UNDERWAY, Status.PARTIAL)
UNDATES = (Status.POSTPONED, Status.COMPLETED)
"""Statuses that do without the date before them: see `history`."""

NAMES = {
    PLANNED_START: "planned start", ACTUAL_START: "actual start", PLANNED_END: "planned end", ACTUAL_END: "actual end",
}  # fmt: skip
"""The codes of ActivityDateType."""

LOST: Mapping[str, str] = {
    "a window, a quarter, a deadline": "`iso` is None: leave the element out, or choose a bound and say so",
    "a date marked `~` or `?`": "`iso` is None: a day would claim what nobody said",
    "an hour and its zone": "the hour; the day is that of the place",
    "an end that is open, an end nobody stated": "which of the two it is: neither has an element",
    "the plans before the last one": "that they were said, and so all slip",
    "a date that was taken back": "that there was one",
    "proposed, or planned": "which of the two: both are types 1 and 3",
    "underway, or partial": "which of the two: both are type 2",
    "missed, or cancelled": "that, and the day of it: neither is one of the four types",
}
"""What does not survive the way out; the code of the activity's status tells some of it."""

LOST_INWARDS: Mapping[str, str] = {
    "when it was said, and by whom": "`last-updated-datetime` is of the whole activity: give `said` and `source`",
    "start and end on one day": "whether it lasted that day or happened on it: it is read as happened",
    "a planned end before the actual start": "the end of what is underway: it stands in the plan before it alone",
    "an end alone": "whether it is a deadline: it is read as the end of what began on a day nobody stated",
}
"""What the way in cannot tell."""


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

    >>> from laceventlog import loads
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> [(found.type, found.last) for found in activity_dates(log["pumps"])]
    [('1', datetime.date(2024, 12, 31)), ('3', datetime.date(2024, 12, 31))]
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


def from_activity_dates(
    dates: Mapping[str, str], *, said: When | None = None, source: Citation | None = None
) -> tuple[Statement, ...]:
    """The statements that IATI's dates amount to: a plan, then what came of it; none for no dates.

    Args:
        dates: the days by their types, `{"1": "2024-03-01", "4": "2025-11-20"}`.
        said: when they were said.
        source: who said them.

    Raises:
        FieldError: S005, no such type, or no ISO day.
        DateError: no such day of the calendar, or an end before its start.

    >>> [(str(s.status), s.when.edtf) for s in from_activity_dates({"1": "2024-03-01", "3": "2024-12-31"})]
    [('planned', '2024-03-01/2024-12-31')]
    """
    days = {type_: _iso_day(type_, text) for type_, text in dates.items()}
    start, begun, end, done = map(days.get, (PLANNED_START, ACTUAL_START, PLANNED_END, ACTUAL_END))
    plan = _lasting(start, end)
    told: dict[Status, When | None] = {Status.PLANNED: plan} if plan else {}
    if done:
        lasted = plan is not None and plan.is_span
        told[Status.COMPLETED] = When.parse(f"{begun or ''}/{done}") if lasted else _lasting(begun, done)
    elif begun:
        ahead = end if end and end >= begun else ""
        told = {} if ahead and not start else told  # its end is told by what is underway
        told[Status.UNDERWAY] = When.parse(f"{begun}/{ahead}")
    return tuple(Statement(status=status, when=when, said=said, source=source) for status, when in told.items())


def _iso_day(type_: str, text: str) -> str:
    if type_ not in NAMES:
        known = ", ".join(f"{code} {name}" for code, name in NAMES.items())
        raise FieldError("S005", f"'{type_}' is no IATI activity-date type", f"one of: {known}")
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise FieldError("S005", f"'{text}' is no ISO day", "write '2024-03-01'")
    return text


def _lasting(start: str | None, end: str | None) -> When | None:
    """From one day to another; what starts and ends on one day happens on it."""
    if start == end:
        return When.parse(start) if start else None
    return When.parse(f"{start or ''}/{end or ''}")
