"""The date of a VEVENT, VTODO or VJOURNAL, and what of it no date of ours holds.

This is the one place where DTEND becomes inclusive. A meeting of some hours is the moment it begins; its end goes to
the note. A task falls due: it is a deadline, or the window from its start to that day.
"""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from ...dates import When
from ...errors import DateError, Problem
from ...model import Status
from ..content_lines import Component, Property
from ..values import Stamp, duration, stamp, text
from .timezones import Zones, read_stamp, when_at

DAY = timedelta(days=1)
DATED = ("DTSTART", "DTEND", "DUE", "DURATION", "COMPLETED")


@attrs.frozen
class Dated:
    """When it is, when it was to be, and lines for the note."""

    when: When | None = None
    plan: When | None = None
    notes: tuple[str, ...] = ()


@attrs.frozen
class _Point:
    """One property with a time: as it stands, and the same as a date."""

    stamp: Stamp
    when: When

    @property
    def day(self) -> date:
        """The day there."""
        return self.stamp.day


@attrs.define
class _Reader:
    """Reads the times of one component; what is unreadable goes to the note, raw."""

    component: Component
    zones: Zones
    problems: list[Problem]
    notes: list[str] = attrs.field(factory=list)

    def point(self, name: str) -> _Point | None:
        found = self.component.first(name)
        if found is None or not found.value.strip():
            return None
        read = read_stamp(found, self.problems)
        if read is None:
            self.raw(found)
            return None
        return _Point(read, when_at(read, found, self.zones, self.problems))

    def length(self) -> timedelta | None:
        found = self.component.first("DURATION")
        try:
            return duration(found.value) if found else None
        except (ValueError, OverflowError) as error:
            assert found is not None  # noqa: S101 - only a value can be wrong
            self.problems.append(found.problem("D001", f"DURATION: {error}", "the value stands in the note"))
            self.raw(found)
            return None

    def raw(self, found: Property) -> None:
        self.notes.append(f"{found.name}: {found.value.strip()}")

    def whole(self, found: Property | None, message: str, hint: str) -> None:
        if found:
            self.problems.append(found.problem("D003", message, hint))


def read(component: Component, status: Status, zones: Zones, problems: list[Problem]) -> Dated:
    """The date of a component that is in this status; what is wrong with it is noted."""
    exact = component.first("X-LACEVENTLOG-WHEN")
    if exact:
        try:
            return Dated(When.parse(text(exact.value)))
        except DateError as error:
            problems.append(exact.problem(error.code, f"{exact.name}: {error.reason}", "the other dates were read"))
    reader = _Reader(component, zones, problems)
    found = _task(reader, status) if component.name == "VTODO" else _event(reader)
    return attrs.evolve(found, notes=tuple(reader.notes))


# -- events


def _event(reader: _Reader) -> Dated:
    start, end = reader.point("DTSTART"), reader.point("DTEND")
    if start is None:
        return Dated(end.when if end else None)
    if end is None:
        end = _after(start, reader)
    if end is None:
        return Dated(start.when)
    if _instant(end) <= _instant(start):
        if end.stamp.clock is None or _instant(end) < _instant(start):
            hint = "DTEND is the day after the last (RFC 5545 §3.6.1); read as its start alone"
            reader.whole(reader.component.first("DTEND"), "DTEND is not after DTSTART", hint)
        return Dated(start.when)
    last = end.day - DAY if end.stamp.clock is None or end.stamp.is_midnight else end.day
    if end.stamp.clock is not None or start.stamp.clock is not None:
        if last > start.day:
            reader.notes.append(f"Begins: {start.when.notation}")
        reader.notes.append(f"Ends: {end.when.notation}")
    return Dated(When.from_edtf(f"{start.day}/{last}") if last > start.day else start.when)


def _instant(point: _Point) -> tuple[float, ...]:
    """For comparing two points of one component: by the days and clock times there."""
    instant = point.when.instant
    offset = instant.utcoffset() if instant else None
    local = point.stamp.local
    return ((local - local.min - (offset or timedelta())).total_seconds(),)


def _after(start: _Point, reader: _Reader) -> _Point | None:
    """The end that a DURATION gives; in the zone of the start."""
    length = reader.length()
    if not length:
        return None
    try:
        local = start.stamp.local + length
    except OverflowError:
        return None
    is_day = start.stamp.clock is None and local.time() == local.min.time()
    moved = attrs.evolve(start.stamp, day=local.date(), clock=None if is_day else local)
    source = reader.component.first("DTSTART")
    when = when_at(moved, source, reader.zones, []) if source else start.when
    return _Point(moved, when)


# -- tasks


def _task(reader: _Reader, status: Status) -> Dated:
    """What is awaited falls due; what is under way lasts until then; what is done has a day of its own beside."""
    start, due, done = reader.point("DTSTART"), reader.point("DUE"), reader.point("COMPLETED")
    if due is None and start is not None:
        due = _after(start, reader)
    if due and not due.stamp.is_whole_day:
        reader.notes.append(f"Due: {due.when.notation}")
    if start and due and start.day > due.day:
        reader.whole(reader.component.first("DUE"), "DUE lies before DTSTART", "read as the deadline alone")
        start = None
    plan = _window(start, due)
    if status is Status.COMPLETED:
        return Dated(When.on(done.day) if done else None, plan)
    if status in (Status.UNDERWAY, Status.PARTIAL):
        return Dated(_term(start, due))
    return Dated(plan)


def _window(start: _Point | None, due: _Point | None) -> When | None:
    if due is None:
        return When.from_edtf(f"[{start.day}..]") if start else None
    if start is None:
        return When.from_edtf(f"[..{due.day}]")
    return When.on(due.day) if start.day == due.day else When.from_edtf(f"[{start.day}..{due.day}]")


def _term(start: _Point | None, due: _Point | None) -> When | None:
    if start is None:
        return When.from_edtf(f"[..{due.day}]") if due else None
    if due is None:
        return When.from_edtf(f"{start.day}/..")
    return When.on(due.day) if start.day == due.day else When.from_edtf(f"{start.day}/{due.day}")


def day_of(component: Component, *names: str) -> date | None:
    """The day in the first of these stamps that can be read; that of 1970 stands for an unknown one."""
    for name in names:
        found = component.first(name)
        try:
            day = stamp(found).day if found else None
        except ValueError:
            continue
        if day and day.year > 1970:
            return day
    return None
