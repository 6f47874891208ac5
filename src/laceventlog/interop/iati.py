"""The dates of an event as IATI activity dates, both ways: planned and actual, start and end.

IATI Standard 2.03, element activity-date and codelist ActivityDateType. IATI has whole ISO days only, so
`ActivityDate.iso` is None unless the day is known; for other dates the caller decides what to do with their bounds.
Days are inclusive. `LOST` and `LOST_INWARDS` list what each way loses; a test compares them with the code.
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
"""Statuses that end the date before them, see `model.history`."""

NAMES = {
    PLANNED_START: "planned start", ACTUAL_START: "actual start", PLANNED_END: "planned end", ACTUAL_END: "actual end",
}  # fmt: skip
"""The codes of ActivityDateType."""

LOST: Mapping[str, str] = {
    "a window, a quarter, a deadline": "`iso` is None: leave the element out, or choose a bound and say so",
    "a date marked `~` or `?`": "`iso` is None: a day would claim more than the source",
    "an hour and its zone": "the hour; the day is that of the place",
    "an open end, an unknown end": "which of the two it is: neither has an element",
    "the plans before the last one": "that they were said, and so all slip",
    "a date that was taken back": "that there was one",
    "proposed, or planned": "which of the two: both are types 1 and 3",
    "underway, or partial": "which of the two: both are type 2",
    "missed, or cancelled": "that, and the day of it: neither is one of the four types",
}
"""Losses on the way out -> what remains; the status of the activity has some of it."""

LOST_INWARDS: Mapping[str, str] = {
    "when it was said, and by whom": "`last-updated-datetime` is of the whole activity: give `said` and `source`",
    "start and end on one day": "whether it lasted that day or happened on it: it is read as happened",
    "a planned end before the actual start": "the end of the event underway: only the plan before it has one",
    "an end alone": "whether it is a deadline: it is read as the end of a span with an unknown start",
}
"""Losses on the way in -> how to supply them, or how they are read."""


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
        """The value of `iso-date`: a known day; None for a window."""
        return self.first.isoformat() if self.is_known_day and self.first else None


def activity_dates(event: Event) -> list[ActivityDate]:
    """The planned and actual start and end of an event, as far as they are known, in the order of their types.

    The plan is the one last in force, which lateness is counted from; an event postponed without a new date has none.
    Unknown dates are left out: an open end, a start only implied by progress. A moment starts and ends on one
    day, unless it is the end of a span.

    >>> from laceventlog import loads
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> [(found.type, found.last) for found in activity_dates(log["pumps"])]
    [('1', datetime.date(2024, 12, 31)), ('3', datetime.date(2024, 12, 31))]
    """
    statements = _statements(event)
    found = [*_planned(statements), *_actual(event, statements)]
    return sorted((d for d in found if d.first or d.last), key=lambda d: d.type)


def _statements(event: Event) -> list[Statement]:
    """The statements in the order they were said; each correction replaces the one before it."""
    statements: list[Statement] = []
    for statement in sorted(event.history, key=said_order):
        wrong = statements.pop() if statement.correction and statements else None
        if wrong and statement.when is None and statement.status not in UNDATES:
            statements.append(attrs.evolve(statement, when=wrong.when))
        else:
            statements.append(statement)
    return statements


def _planned(statements: list[Statement]) -> Iterator[ActivityDate]:
    start, end = _plan(statements, AWAITED), _plan(statements, (*AWAITED, *BEGUN))
    if start:
        yield _start(PLANNED_START, start)
    if end:
        yield _end(PLANNED_END, end)


def _actual(event: Event, statements: list[Statement]) -> Iterator[ActivityDate]:
    spans = [s.when for s in statements if s.status in BEGUN and s.when and s.when.is_span]
    done = event.when if event.status is Status.COMPLETED else None
    plan = _plan(statements, (*AWAITED, *BEGUN))
    lasted = bool(spans) or (plan is not None and plan.is_span)
    if done and (done.is_span or not lasted):
        yield _start(ACTUAL_START, done)
    elif spans:
        yield _start(ACTUAL_START, spans[-1])
    if done:
        yield _end(ACTUAL_END, done)


def _plan(statements: list[Statement], statuses: Collection[Status]) -> When | None:
    """The last date of statements with these statuses; None once postponed without one."""
    plan = None
    for statement in statements:
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
    """The statements of a plan and its outcome from IATI dates; none for no dates.

    Args:
        dates: the days by their types, `{"1": "2024-03-01", "4": "2025-11-20"}`.
        said: the day they were said.
        source: their citation.

    Raises:
        FieldError: S005, an unknown type, or not an ISO day.
        DateError: a day that does not exist, or an end before its start.

    >>> [(str(s.status), s.when.edtf) for s in from_activity_dates({"1": "2024-03-01", "3": "2024-12-31"})]
    [('planned', '2024-03-01/2024-12-31')]
    """
    days = {type_: _iso_day(type_, text) for type_, text in dates.items()}
    start, begun, end, done = map(days.get, (PLANNED_START, ACTUAL_START, PLANNED_END, ACTUAL_END))
    plan = _from_to(start, end)
    made: dict[Status, When | None] = {Status.PLANNED: plan} if plan else {}
    if done:
        lasted = plan is not None and plan.is_span
        made[Status.COMPLETED] = When.parse(f"{begun or ''}/{done}") if lasted else _from_to(begun, done)
    elif begun:
        end_ahead = end if end and end >= begun else ""
        made = {} if end_ahead and not start else made  # underway has its end
        made[Status.UNDERWAY] = When.parse(f"{begun}/{end_ahead}")
    return tuple(Statement(status=status, when=when, said=said, source=source) for status, when in made.items())


def _iso_day(type_: str, text: str) -> str:
    if type_ not in NAMES:
        known = ", ".join(f"{code} {name}" for code, name in NAMES.items())
        raise FieldError("S005", f"'{type_}' is not an IATI activity-date type", f"one of: {known}")
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise FieldError("S005", f"'{text}' is not an ISO day", "write '2024-03-01'")
    return text


def _from_to(start: str | None, end: str | None) -> When | None:
    """A span from day to day; a moment if both are the same."""
    if start == end:
        return When.parse(start) if start else None
    return When.parse(f"{start or ''}/{end or ''}")
