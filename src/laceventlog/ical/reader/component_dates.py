"""The date of a VEVENT, VTODO or VJOURNAL, and lines for the note with the rest.

Only here DTEND becomes inclusive. A meeting of some hours is the moment it begins; its end goes to the note. A task
falls due: its date is a deadline, or the window from its start to its deadline.
"""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from ...dates import When
from ...errors import DateError, Problem
from ...model import Status
from ..content_lines import Component, Property
from ..values import Moment, duration, moment_or_none
from .timezones import TimeZones, read_moment, when_at

DAY = timedelta(days=1)


@attrs.frozen
class ComponentDates:
    """When it is, when it was planned, and lines for the note."""

    when: When | None = None
    plan: When | None = None
    notes: tuple[str, ...] = ()


@attrs.frozen
class _DatedMoment:
    """One property with a date or time: as it is written, and as a When."""

    moment: Moment
    when: When

    @property
    def day(self) -> date:
        """The day in its zone."""
        return self.moment.day


@attrs.define
class _DateReader:
    """Reads the dates of one component; what is unreadable goes to the note as it is."""

    component: Component
    zones: TimeZones
    problems: list[Problem]
    notes: list[str] = attrs.field(factory=list)

    def at(self, name: str) -> _DatedMoment | None:
        found = self.component.first(name)
        if found is None or not found.value.strip():
            return None
        moment = read_moment(found, self.problems)
        if moment is None:
            self.keep(found)
            return None
        return _DatedMoment(moment, when_at(moment, found, self.zones, self.problems))

    def length(self) -> timedelta | None:
        found = self.component.first("DURATION")
        if found is None:
            return None
        try:
            return duration(found.value.strip())
        except ValueError as error:
            self.problems.append(found.problem("D001", f"DURATION {error}", "the value is kept in the note"))
            self.keep(found)
            return None

    def keep(self, found: Property) -> None:
        self.notes.append(f"{found.name}: {found.value.strip()}")

    def note_problem(self, name: str, message: str, hint: str) -> None:
        found = self.component.first(name)
        if found:
            self.problems.append(found.problem("D003", message, hint))


def read(component: Component, status: Status, zones: TimeZones, problems: list[Problem]) -> ComponentDates:
    """The dates of a component that has this status."""
    exact = component.first("X-LACEVENTLOG-WHEN")
    if exact:
        try:
            return ComponentDates(When.parse(exact.text))
        except DateError as error:
            problems.append(exact.problem(error.code, f"{exact.name}: {error.reason}", "the other dates were read"))
    reader = _DateReader(component, zones, problems)
    found = _of_task(reader, status) if component.name == "VTODO" else _of_event(reader)
    return attrs.evolve(found, notes=tuple(reader.notes))


# -- events


def _of_event(reader: _DateReader) -> ComponentDates:
    start, end = reader.at("DTSTART"), reader.at("DTEND")
    if start is None:
        return ComponentDates(end.when if end else None)
    if end is None:
        end = _after(start, reader)
    if end is None:
        return ComponentDates(start.when)
    if _seconds(end) <= _seconds(start):
        if end.moment.is_date or _seconds(end) < _seconds(start):
            hint = "it must be later, and is exclusive (RFC 5545 §3.6.1); only the start was read"
            reader.note_problem("DTEND", "DTEND is not after DTSTART", hint)
        return ComponentDates(start.when)
    last = end.day - DAY if end.moment.is_date or end.moment.is_midnight else end.day
    if not (end.moment.is_date and start.moment.is_date):
        if last > start.day:
            reader.notes.append(f"Begins: {start.when.notation}")
        reader.notes.append(f"Ends: {end.when.notation}")
    return ComponentDates(When.from_edtf(f"{start.day}/{last}") if last > start.day else start.when)


def _seconds(of: _DatedMoment) -> float:
    """For comparing two moments of one component: in UTC where the offset is known."""
    instant, local = of.when.instant, of.moment.local
    offset = instant.utcoffset() if instant else None
    return (local - local.min - (offset or timedelta())).total_seconds()


def _after(start: _DatedMoment, reader: _DateReader) -> _DatedMoment | None:
    """The end that a DURATION gives, in the zone of the start."""
    length = reader.length()
    if not length:
        return None
    try:
        local = start.moment.local + length
    except OverflowError:
        return None
    is_date = start.moment.is_date and local.time() == local.min.time()
    moved = attrs.evolve(start.moment, local=local, is_date=is_date)
    source = reader.component.first("DTSTART")
    return _DatedMoment(moved, when_at(moved, source, reader.zones, []) if source else start.when)


# -- tasks


def _of_task(reader: _DateReader, status: Status) -> ComponentDates:
    """A planned task falls due, one under way lasts until then, and one that is done has a day of its own."""
    start, due, done = reader.at("DTSTART"), reader.at("DUE"), reader.at("COMPLETED")
    if due is None and start is not None:
        due = _after(start, reader)
    if due and not due.moment.is_whole_day:
        reader.notes.append(f"Due: {due.when.notation}")
    if start and due and start.day > due.day:
        reader.note_problem("DUE", "DUE is before DTSTART", "only the deadline was read")
        start = None
    plan = _between(start, due)
    if status is Status.COMPLETED:
        return ComponentDates(When.on(done.day) if done else None, plan)
    if status in (Status.UNDERWAY, Status.PARTIAL):
        return ComponentDates(_between(start, due, is_term=True))
    return ComponentDates(plan)


def _between(start: _DatedMoment | None, due: _DatedMoment | None, *, is_term: bool = False) -> When | None:
    """Some day of a window; or a term, from its first day to its last."""
    if start is None:
        return When.from_edtf(f"[..{due.day}]") if due else None
    if due and start.day == due.day:
        return When.on(due.day)
    last = due.day if due else ""
    return When.from_edtf(f"{start.day}/{last or '..'}" if is_term else f"[{start.day}..{last}]")


def day_of(component: Component, *names: str) -> date | None:
    """The day of the first of these stamps that can be read; 1970 means an unknown day."""
    for name in names:
        found = component.first(name)
        moment = moment_or_none(found.value.strip()) if found else None
        if moment and moment.day.year > 1970:
            return moment.day
    return None
