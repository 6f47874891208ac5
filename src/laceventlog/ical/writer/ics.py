"""A log as an iCalendar stream (RFC 5545, 7986, 9253): the same log gives the same bytes.

The stream is written piece by piece to any binary file; `ics_entries` says what an event becomes. icalendar, whose
home this is with its neighbours `ics_*`, makes VTIMEZONEs and serves callers who want a tree of components.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, BinaryIO

import attrs

from ...errors import UsageError
from ...eventfile.serialize import plain_sources
from ...model import Event, EventLog
from ...progress import watched
from .. import encoding as ics
from ..colors import COLORS
from . import event_entries
from .options import DEFAULT, Cancelled, History, Options, Tasks, Windows
from .timezones import zones

if TYPE_CHECKING:
    from icalendar import Calendar

__all__ = [
    "GOOGLE_LIMIT", "Cancelled", "Counts", "History", "Options", "Tasks", "Windows", "components", "dumps", "entries",
    "head", "to_icalendar", "write",
]  # fmt: skip
PRODID = "-//laceventlog//laceventlog//EN"
GOOGLE_LIMIT = 1_000_000
"""Octets of a feed beyond which Google Calendar reads no further."""


@attrs.frozen
class Counts:
    """What became of the events: entries written, events left out because they have no day, and octets."""

    entries: int
    undated: int
    dropped: int
    octets: int = 0


def dumps(log: EventLog, options: Options = DEFAULT) -> bytes:
    """The whole calendar as bytes."""
    return b"".join(components(log, options))


def write(log: EventLog, file: BinaryIO, options: Options = DEFAULT) -> Counts:
    """Write the calendar to a binary file, entry by entry.

    Raises:
        UsageError: a text that no calendar can hold; the event is named.
    """
    entries = octets = 0
    shown = _Shown(log, options)
    for component in _components(shown):
        file.write(component)
        octets += len(component)
        entries += component.startswith((b"BEGIN:VEVENT", b"BEGIN:VTODO", b"BEGIN:VJOURNAL"))
    return Counts(entries, shown.undated, shown.dropped, octets)


def to_icalendar(log: EventLog, options: Options = DEFAULT) -> Calendar:
    """The same calendar as a tree of icalendar's components."""
    from icalendar import Calendar

    return Calendar.from_ical(dumps(log, options))


def components(log: EventLog, options: Options = DEFAULT) -> Iterator[bytes]:
    """The calendar in pieces: its head, its time zones, each entry whole, its end."""
    return _components(_Shown(log, options))


END = b"END:VCALENDAR\r\n"


@attrs.define
class _Shown:
    """The events that stand in the calendar, and whether an id is of one; nothing is kept for each event.

    How many do not stand there, for want of a day or because they are cancelled, is known after each round.
    """

    log: EventLog
    options: Options
    undated: int = 0
    dropped: int = 0

    def __iter__(self) -> Iterator[Event]:
        self.undated = self.dropped = 0
        for event in watched(self.log, "writing the calendar"):
            if event_entries.day_of(event) is None:
                self.undated += 1
            elif not event_entries.is_shown(event, self.options):
                self.dropped += 1
            else:
                yield event

    def __contains__(self, event_id: object) -> bool:
        return event_id in self.log and event_entries.is_wanted(self.log[str(event_id)], self.options)


def _components(shown: _Shown) -> Iterator[bytes]:
    log, options = shown.log, shown.options
    yield head(log, options)
    yield from zones(event for event in log if event.when.zone and event_entries.is_wanted(event, options))
    for event in shown:
        yield from entries(event, options, shown)
    yield END


def entries(event: Event, options: Options, known: Container[str]) -> list[bytes]:
    """Everything the calendar holds of one event.

    Raises:
        UsageError: a text that no calendar can hold.
    """
    try:
        return event_entries.entries(event, options, known)
    except ics.ControlCharacterError as error:
        raise UsageError(f"'{event.id}' cannot be written to a calendar: it holds {error}") from None


def head(log: EventLog, options: Options) -> bytes:
    """The beginning of the stream: what it is called, and the sources it cites."""
    try:
        return ics.fold(_head(log, options))
    except ics.ControlCharacterError as error:
        raise UsageError(f"the name, description or a source of the calendar holds {error}") from None


def _head(log: EventLog, options: Options) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{PRODID}"
    if options.method:
        yield f"METHOD:{options.method}"
    for name, value in (("NAME", options.name), ("X-WR-CALNAME", options.name)):
        yield ics.text(name, value)
    if options.description:
        yield ics.text("DESCRIPTION", options.description)
        yield ics.text("X-WR-CALDESC", options.description)
    if options.color:
        yield f"COLOR:{options.color.casefold()}"
        yield f"X-APPLE-CALENDAR-COLOR:{COLORS[options.color.casefold()]}"
    if options.refresh:
        yield f"REFRESH-INTERVAL;VALUE=DURATION:{options.refresh}"
        yield f"X-PUBLISHED-TTL:{options.refresh}"
    if options.url:
        yield f"SOURCE;VALUE=URI:{event_entries.uri(options.url)}"
    if options.data:
        yield from _data(log, options)


def _data(log: EventLog, options: Options) -> Iterator[str]:
    """The sources, and the events that have no day and so no entry."""
    for key, source in plain_sources(log.sources.values()).items():
        yield event_entries.own_data("X-LACEVENTLOG-SOURCE", {"id": key} | source)
    shown = (event for event in log if event_entries.is_shown(event, options))
    for place, event in enumerate(shown):
        if event_entries.day_of(event) is None:
            yield event_entries.undated(event, place)
