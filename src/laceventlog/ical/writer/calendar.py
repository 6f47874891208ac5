"""A log as an iCalendar stream (RFC 5545, 7986, 9253): the same log gives the same bytes.

The stream is written piece by piece to any binary file; `event_entries` says what an event becomes. icalendar makes
the VTIMEZONEs, and a tree of components for callers who need one.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, BinaryIO

import attrs

from ...errors import UsageError
from ...eventfile.serialize import plain_sources
from ...model import Event, EventLog
from ...progress import watched
from .. import encoding
from ..colors import COLORS
from . import event_entries
from .options import DEFAULT, Options
from .timezones import zones

if TYPE_CHECKING:
    from icalendar import Calendar

PRODID = "-//laceventlog//laceventlog//EN"
END = b"END:VCALENDAR\r\n"
GOOGLE_LIMIT = 1_000_000
"""The size in octets up to which Google Calendar reads a feed."""


@attrs.frozen
class ExportCounts:
    """The result of an export.

    Attributes:
        entries: entries written.
        undated: events left out because they have no day.
        dropped: events left out because they are cancelled (`Options.cancelled`).
        octets: the size of the calendar.
    """

    entries: int
    undated: int
    dropped: int
    octets: int = 0


def dumps(log: EventLog, options: Options = DEFAULT) -> bytes:
    """The log as a calendar (RFC 5545): UTF-8, with CRLF, the same bytes for the same log.

    An event is an all-day entry on its last possible day; DTEND is exclusive. Stamps are the days of statements, never
    the clock. An event without a day has no entry. docs/calendar.md has the whole mapping.

    >>> from laceventlog import loads
    >>> log = loads("events: [{id: a, kind: meeting, title: Summit, status: planned, when: May 2026}]")
    >>> [line for line in dumps(log).decode().splitlines() if line.startswith(("DT", "SUMMARY"))][1:]
    ['DTSTART;VALUE=DATE:20260531', 'DTEND;VALUE=DATE:20260601', 'SUMMARY:[May 2026] Summit']

    Raises:
        UsageError: a text holds a control character, which no calendar can; the event is named.
    """
    return b"".join(components(log, options))


def write(log: EventLog, file: BinaryIO, options: Options = DEFAULT) -> ExportCounts:
    """Write the bytes of `dumps` to a binary file, entry by entry, and count.

    Raises:
        UsageError: a text holds a control character, which no calendar can; the event is named.
    """
    entries = octets = 0
    shown = _ShownEvents(log, options)
    for component in _components(shown):
        file.write(component)
        octets += len(component)
        entries += component.startswith((b"BEGIN:VEVENT", b"BEGIN:VTODO", b"BEGIN:VJOURNAL"))
    return ExportCounts(entries, shown.undated, shown.dropped, octets)


def to_icalendar(log: EventLog, options: Options = DEFAULT) -> Calendar:
    """The same calendar as a tree of components of the package icalendar.

    Raises:
        UsageError: a text holds a control character, which no calendar can; the event is named.
    """
    from icalendar import Calendar

    return Calendar.from_ical(dumps(log, options))


def components(log: EventLog, options: Options = DEFAULT) -> Iterator[bytes]:
    """The calendar in pieces: its head, its time zones, each entry whole, its end."""
    return _components(_ShownEvents(log, options))


@attrs.define
class _ShownEvents:
    """The events that have an entry, and whether an id is of one; memory does not grow with their number.

    How many were left out, for want of a day or because they are cancelled, is known after each iteration.
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
            elif event_entries.is_dropped(event, self.options):
                self.dropped += 1
            else:
                yield event

    def __contains__(self, event_id: object) -> bool:
        return event_id in self.log and event_entries.has_entry(self.log[str(event_id)], self.options)


def _components(shown: _ShownEvents) -> Iterator[bytes]:
    log, options = shown.log, shown.options
    yield head(log, options)
    yield from zones(event for event in log if event.when.zone and event_entries.has_entry(event, options))
    for event in shown:
        yield from entries(event, options, shown)
    yield END


def entries(event: Event, options: Options, known: Container[str]) -> list[bytes]:
    """Every component of one event; `known` are the ids of events that links may lead to.

    Raises:
        UsageError: a text that no calendar can hold.
    """
    try:
        return event_entries.entries(event, options, known)
    except encoding.ControlCharacterError as error:
        raise UsageError(f"'{event.id}' cannot be written to a calendar: it contains {error}") from None


def head(log: EventLog, options: Options) -> bytes:
    """The beginning of the stream: the properties of the calendar, its sources, and events without a day."""
    try:
        return encoding.fold(_head(log, options))
    except encoding.ControlCharacterError as error:
        raise UsageError(f"the name, description or a source of the calendar contains {error}") from None


def _head(log: EventLog, options: Options) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{PRODID}"
    if options.method:
        yield f"METHOD:{options.method}"
    yield encoding.text("NAME", options.name)
    yield encoding.text("X-WR-CALNAME", options.name)
    if options.description:
        yield encoding.text("DESCRIPTION", options.description)
        yield encoding.text("X-WR-CALDESC", options.description)
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
    """The sources, and the events without a day, which have no entry."""
    for key, source in plain_sources(log.sources.values()).items():
        yield event_entries.own_data("X-LACEVENTLOG-SOURCE", {"id": key} | source)
    kept = (event for event in log if not event_entries.is_dropped(event, options))
    for place, event in enumerate(kept):
        if event_entries.day_of(event) is None:
            yield event_entries.undated(event, place)
