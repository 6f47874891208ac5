"""A log as an iCalendar stream (RFC 5545, 7986, 9253): the same log gives the same bytes.

The stream is written piece by piece to any binary file; `ics_entries` says what an event becomes. icalendar, whose
home this is with its neighbours `ics_*`, makes VTIMEZONEs and serves callers who want a tree of components.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

import attrs

from ..errors import UsageError, did_you_mean
from ..model import Event, EventLog
from . import ics_entries
from . import ics_text as ics
from .ics_colors import COLORS
from .ics_zones import zones
from .plain import plain_sources

if TYPE_CHECKING:
    from icalendar import Calendar

Tasks = Literal["event", "todo", "both"]
Windows = Literal["last-day", "span"]
Cancelled = Literal["show", "drop", "mark"]
History = Literal["none", "journal"]
PRODID = "-//laceventlog//laceventlog//EN"
DURATION = re.compile(r"P(?:\d+W|(?=[\dT])(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)")
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x1f]+")
TOKEN = re.compile(r"[A-Z-]+")
GOOGLE_LIMIT = 1_000_000
"""Octets of a feed beyond which Google Calendar reads no further."""


def _wanted(pattern: re.Pattern[str], what: str) -> Callable[[Any, Any, str], None]:
    def check(options: Any, field: Any, text: str) -> None:
        del options
        if text and not pattern.fullmatch(text):
            raise UsageError(f"'{text}' is no {field.name} for a calendar: write {what}")

    return check


def _known_color(options: Any, field: Any, name: str) -> None:
    del options, field
    if name and name.casefold() not in COLORS:
        raise UsageError(f"'{name}' is no colour of CSS: {did_you_mean(name, COLORS, 'write red, teal, steelblue …')}")


def _days(options: Any, field: Any, days: tuple[int, ...]) -> None:
    del options, field
    if any(not 0 <= number <= 3650 for number in days):
        raise UsageError("an alarm goes off 0 to 3650 days before")


@attrs.frozen
class Options:
    """How a calendar is written; docs/calendar.md tells what each choice means to which client.

    Attributes:
        name: of the calendar.
        namespace: what stands behind @ in every UID.
        tasks: how what somebody has to do is shown.
        windows: an imprecise date as its last possible day, or whole.
        cancelled: whether what is cancelled is shown, dropped, or only marked in its title.
        history: whether every statement becomes a VJOURNAL.
        alarms: days before, for what is awaited.
        data: whether the whole event is written beside, to be read back without loss.
        description: of the calendar.
        color: a colour name of CSS (RFC 7986 §5.9).
        refresh: how often a subscriber should look, an ISO 8601 duration (§5.7); "" leaves it out.
        url: where the feed is published (SOURCE, §5.8).
        method: of iTIP (RFC 5546); it wants an organizer.
        organizer: an address such as `mailto:log@example.org`.

    Raises:
        UsageError: a value that a calendar cannot have.
    """

    name: str = "laceventlog"
    namespace: str = "laceventlog"
    tasks: Tasks = "event"
    windows: Windows = "last-day"
    cancelled: Cancelled = "show"
    history: History = "none"
    alarms: tuple[int, ...] = attrs.field(default=(), converter=tuple, validator=_days)
    data: bool = True
    description: str = ""
    color: str = attrs.field(default="", validator=_known_color)
    refresh: str = attrs.field(default="PT12H", validator=_wanted(DURATION, "a duration such as PT12H or P1D"))
    url: str = attrs.field(default="", validator=_wanted(ADDRESS, "an address such as https://example.org/a.ics"))
    method: str = attrs.field(default="", validator=_wanted(TOKEN, "PUBLISH or another method of iTIP"))
    organizer: str = attrs.field(default="", validator=_wanted(ADDRESS, "an address such as mailto:log@example.org"))

    def __attrs_post_init__(self) -> None:
        """A method without an organizer is refused: RFC 5546 §3.2 wants one in every component."""
        if self.method and not self.organizer:
            raise UsageError("a method wants an organizer: give 'mailto:log@example.org'")


DEFAULT = Options()


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
    for component in components(log, options):
        file.write(component)
        octets += len(component)
        entries += component.startswith((b"BEGIN:VEVENT", b"BEGIN:VTODO", b"BEGIN:VJOURNAL"))
    undated = sum(ics_entries.day_of(event) is None for event in log)
    wanted = sum(ics_entries.is_wanted(event, options) for event in log)
    return Counts(entries, undated, len(log) - undated - wanted, octets)


def to_icalendar(log: EventLog, options: Options = DEFAULT) -> Calendar:
    """The same calendar as a tree of icalendar's components."""
    from icalendar import Calendar

    return Calendar.from_ical(dumps(log, options))


def components(log: EventLog, options: Options = DEFAULT) -> Iterator[bytes]:
    """The calendar in pieces: its head, its time zones, each entry whole, its end."""
    yield head(log, options)
    wanted = [event for event in log if ics_entries.is_wanted(event, options)]
    yield from zones(wanted)
    known = {event.id for event in wanted}
    for event in wanted:
        yield from entries(event, options, known)
    yield END


END = ics.line("END", "VCALENDAR")


def entries(event: Event, options: Options, known: Iterable[str]) -> Iterator[bytes]:
    """Everything the calendar holds of one event.

    Raises:
        UsageError: a text that no calendar can hold.
    """
    try:
        yield from ics_entries.entries(event, options, frozenset(known) if not isinstance(known, set) else known)
    except ics.ControlCharacterError as error:
        raise UsageError(f"'{event.id}' cannot be written to a calendar: it holds {error}") from None


def head(log: EventLog, options: Options) -> bytes:
    """The beginning of the stream: what it is called, and the sources it cites."""
    try:
        return b"".join(_head(log, options))
    except ics.ControlCharacterError as error:
        raise UsageError(f"the name, description or a source of the calendar holds {error}") from None


def _head(log: EventLog, options: Options) -> Iterator[bytes]:
    yield ics.line("BEGIN", "VCALENDAR")
    yield ics.line("VERSION", "2.0")
    yield ics.line("PRODID", PRODID)
    if options.method:
        yield ics.line("METHOD", options.method)
    for name, value in (("NAME", options.name), ("X-WR-CALNAME", options.name)):
        yield ics.text(name, value)
    if options.description:
        yield ics.text("DESCRIPTION", options.description)
        yield ics.text("X-WR-CALDESC", options.description)
    if options.color:
        yield ics.line("COLOR", options.color.casefold())
        yield ics.line("X-APPLE-CALENDAR-COLOR", COLORS[options.color.casefold()])
    if options.refresh:
        yield ics.line("REFRESH-INTERVAL;VALUE=DURATION", options.refresh)
        yield ics.line("X-PUBLISHED-TTL", options.refresh)
    if options.url:
        yield ics.line("SOURCE;VALUE=URI", ics_entries.uri(options.url))
    if options.data:
        for key, source in plain_sources(log.closed().sources.values()).items():
            yield ics_entries.own_data("X-LACEVENTLOG-SOURCE", {"id": key} | source)
