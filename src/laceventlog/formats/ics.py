"""A log as an iCalendar stream (RFC 5545, 7986, 9253): the same log gives the same bytes.

What is awaited stands as an all-day entry on its last possible day, with the words of the source in the
title; a window is a block of days only if asked. Nothing comes from a clock: stamps are those of the last
statement. icalendar, whose home this is, serves callers who want a tree of components.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, BinaryIO, Literal
from urllib.parse import quote

import attrs

from ..dates import When
from ..errors import UsageError
from ..model import Event, EventLog, Statement, Status, to_code
from ..model.history import said_order
from . import ics_text as ics

if TYPE_CHECKING:
    from icalendar import Calendar

Tasks = Literal["event", "todo", "both"]
Windows = Literal["last-day", "span"]
Cancelled = Literal["show", "drop", "mark"]
DAY = timedelta(days=1)
LONGEST_BLOCK = 31
EPOCH = date(1970, 1, 1)
PRODID = "-//laceventlog//laceventlog//EN"

TITLE_MARKS = {
    Status.COMPLETED: "✓ ", Status.CANCELLED: "✗ CANCELLED: ", Status.MISSED: "✗ MISSED: ",
    Status.POSTPONED: "↷ ", Status.UNDERWAY: "▶ ",
}  # fmt: skip
RELATIONS = {"part_of": "PARENT", "after": "DEPENDS-ON", "related": "SIBLING"}


@attrs.frozen
class Options:
    """How a calendar is written; docs/calendar.md tells what each choice means to which client."""

    name: str = "laceventlog"
    namespace: str = "laceventlog"
    tasks: Tasks = "event"
    windows: Windows = "last-day"
    cancelled: Cancelled = "show"


DEFAULT = Options()


@attrs.frozen
class Counts:
    """What became of the events: entries written, and events left out because they have no day."""

    entries: int
    undated: int
    dropped: int


def dumps(log: EventLog, options: Options = DEFAULT) -> bytes:
    """The whole calendar as bytes."""
    return b"".join(components(log, options))


def write(log: EventLog, file: BinaryIO, options: Options = DEFAULT) -> Counts:
    """Write the calendar to a binary file, entry by entry.

    Raises:
        UsageError: a text that no calendar can hold; the event is named.
    """
    entries = 0
    for component in components(log, options):
        file.write(component)
        entries += component.startswith((b"BEGIN:VEVENT", b"BEGIN:VTODO"))
    undated = sum(not _is_dated(event) for event in log)
    dropped = sum(_is_dated(e) and not _is_wanted(e, options) for e in log)
    return Counts(entries, undated, dropped)


def to_icalendar(log: EventLog, options: Options = DEFAULT) -> Calendar:
    """The same calendar as a tree of icalendar's components."""
    from icalendar import Calendar

    return Calendar.from_ical(dumps(log, options))


def components(log: EventLog, options: Options) -> Iterator[bytes]:
    """The calendar in pieces: its head, each entry whole, its end."""
    try:
        yield b"".join(_head(options))
    except ics.ControlCharacterError as error:
        raise UsageError(f"the name of the calendar holds {error}") from None
    known = {event.id for event in log if _is_wanted(event, options)}
    for event in log:
        if event.id in known:
            try:
                yield from _entries(event, options, known)
            except ics.ControlCharacterError as error:
                raise UsageError(f"'{event.id}' cannot be written to a calendar: it holds {error}") from None
    yield ics.line("END", "VCALENDAR")


def _head(options: Options) -> Iterator[bytes]:
    yield ics.line("BEGIN", "VCALENDAR")
    yield ics.line("VERSION", "2.0")
    yield ics.line("PRODID", PRODID)
    yield ics.text("NAME", options.name)
    yield ics.text("X-WR-CALNAME", options.name)
    yield ics.line("REFRESH-INTERVAL;VALUE=DURATION", "PT12H")
    yield ics.line("X-PUBLISHED-TTL", "PT12H")


def _is_dated(event: Event) -> bool:
    return _day(event) is not None


def _is_wanted(event: Event, options: Options) -> bool:
    return _is_dated(event) and not (options.cancelled == "drop" and event.status is Status.CANCELLED)


def _day(event: Event) -> date | None:
    """The day an event stands on: the last possible one of what is awaited or happened; a span that goes on
    stands on its start, a thing without a last day on its first.
    """
    when = event.when
    if when.is_span and event.status.awaits_start:
        return when.latest_start or when.earliest_start
    return when.latest_end or when.latest_start or when.earliest_start


def _entries(event: Event, options: Options, known: Iterable[str]) -> Iterator[bytes]:
    as_task = event.is_task and options.tasks != "event"
    if as_task:
        yield b"".join(_todo(event, options, known))
    if not as_task:
        yield b"".join(_vevent(event, event.id, options, known))
    elif options.tasks == "both":
        yield b"".join(_vevent(event, f"{event.id}.due", options, (), mirror=True))


def _vevent(event: Event, key: str, options: Options, known: Iterable[str], *, mirror: bool = False) -> Iterator[bytes]:
    yield ics.line("BEGIN", "VEVENT")
    yield from _identity(event, key, options)
    yield from _place_in_time(event, options)
    yield ics.text("SUMMARY", _title(event))
    yield from _details(event)
    if mirror:
        yield ics.text("RELATED-TO;RELTYPE=SIBLING", f"{event.id}@{options.namespace}")
    yield from _relations(event, options, known)
    if not _is_only_marked(event, options):
        yield ics.line("STATUS", _vevent_status(event))
    yield ics.line("TRANSP", "TRANSPARENT")
    yield from _own(event)
    yield ics.line("END", "VEVENT")


def _todo(event: Event, options: Options, known: Iterable[str]) -> Iterator[bytes]:
    yield ics.line("BEGIN", "VTODO")
    yield from _identity(event, event.id, options)
    due = event.when.latest_end if not event.status.awaits_start else event.when.latest_start
    start = event.when.earliest_start
    if start and (due is None or start < due):
        yield ics.line("DTSTART", f"{ics.basic(start)}T000000")
    if due:
        yield ics.line("DUE", f"{ics.basic(due)}T235959")
    if event.status is Status.COMPLETED:
        yield ics.line("COMPLETED", f"{ics.basic(_day(event) or EPOCH)}T000000Z")
        yield ics.line("PERCENT-COMPLETE", "100")
    yield ics.text("SUMMARY", _title(event))
    yield from _details(event)
    yield from _relations(event, options, known)
    if not _is_only_marked(event, options):
        yield ics.line("STATUS", to_code(event.status, "vtodo") or "NEEDS-ACTION")
    yield from _own(event)
    yield ics.line("END", "VTODO")


def _is_only_marked(event: Event, options: Options) -> bool:
    """Whether a cancelled event shall be seen by clients that hide what has the status CANCELLED."""
    return options.cancelled == "mark" and event.status is Status.CANCELLED


def _identity(event: Event, key: str, options: Options) -> Iterator[bytes]:
    """UID from the id, stamps from the last statement, SEQUENCE from the changes: never from a clock."""
    ordered = sorted(event.history, key=said_order)
    known = [s.known_from for s in ordered if s.known_from]
    stamp = f"{ics.basic(max(known, default=EPOCH))}T000000Z"
    yield ics.text("UID", f"{key}@{options.namespace}")
    yield ics.line("DTSTAMP", stamp)
    yield ics.line("LAST-MODIFIED", stamp)
    yield ics.line("SEQUENCE", str(_changes(ordered)))


def _changes(ordered: list[Statement]) -> int:
    """How many later statements changed an exported date or status."""
    count, shown = 0, (ordered[0].status, ordered[0].when)
    for statement in ordered[1:]:
        now = (statement.status, statement.when or shown[1])
        count += now != shown
        shown = now
    return count


def _place_in_time(event: Event, options: Options) -> Iterator[bytes]:
    """The only place where inclusive days become iCalendar's exclusive DTEND."""
    clock = ics.clock(event.when.instant)
    if clock:
        yield ics.line("DTSTART", clock)
        return
    first, last = _block(event, options)
    yield ics.day("DTSTART", first)
    if last < date.max:
        yield ics.day("DTEND", last + DAY)


def _block(event: Event, options: Options) -> tuple[date, date]:
    """First and last day of the entry: one day, unless both ends are known and near, or spans are asked."""
    when, day = event.when, _day(event) or EPOCH
    first, last = when.earliest_start, when.latest_end
    if first is None or last is None:
        return day, day
    exact = when.is_span and first == when.latest_start and last == when.earliest_end
    if options.windows == "span" or (exact and (last - first).days < LONGEST_BLOCK):
        return first, last
    return day, day


def _title(event: Event) -> str:
    """The mark of its status, the words of an imprecise date, the title."""
    when = event.when
    words = "" if when.is_known_day or when.is_unscheduled else f"[{when}] "
    return f"{TITLE_MARKS.get(event.status, '')}{words}{event.title}"


def _vevent_status(event: Event) -> str:
    """As the code list has it; but a plan without a known day is not confirmed for the day it stands on."""
    is_vague = event.status is Status.PLANNED and not event.when.is_known_day
    return to_code(Status.PROPOSED if is_vague else event.status, "vevent") or "CONFIRMED"


def _details(event: Event) -> Iterator[bytes]:
    last = event.state.last
    yield ics.text("DESCRIPTION", "\n".join(_description(event, last)))
    categories = [event.kind, *event.tags]
    yield ics.line("CATEGORIES", ",".join(ics.escape(c.replace(",", "/").replace(";", "/")) for c in categories))
    if event.place:
        yield ics.text("LOCATION", event.place)
    if last.source and last.source.source.url:
        yield ics.line("URL", _uri(last.source.source.url))
        label = ics.parameter(str(last.source))
        yield ics.line(f'LINK;LINKREL="describedby";VALUE=URI;LABEL={label}', _uri(last.source.source.url))


def _uri(url: str) -> str:
    """A URL as RFC 3986 has it: what no URI may hold is percent-encoded."""
    ics.escape(url)
    return quote(url, safe="%:/?#[]@!$&'()*+,;=-._~")


def _description(event: Event, last: Statement) -> Iterator[str]:
    yield f"Status: {event.status}"
    if not event.when.is_known_day:
        yield f"When: {event.when}"
    first = event.state.first_plan
    if first and first != event.when:
        yield f"First plan: {first}"
    if event.parties:
        yield f"Parties: {', '.join(event.parties)}"
    if event.countries:
        yield f"Countries: {', '.join(event.countries)}"
    yield from (f"{name.replace('_', ' ').capitalize()}: {value}" for name, value in event.facts().items())
    if last.reason:
        yield f"Reason: {last.reason}"
    if event.note:
        yield f"Note: {event.note}"
    if last.source:
        yield f"Source: {last.source}"


def _relations(event: Event, options: Options, known: Iterable[str]) -> Iterator[bytes]:
    for name, ids in event.links().items():
        for target in ids:
            if target in known and name in RELATIONS:
                yield ics.text(f"RELATED-TO;RELTYPE={RELATIONS[name]}", f"{target}@{options.namespace}")


def _own(event: Event) -> Iterator[bytes]:
    """What iCalendar cannot say, for readers of our own."""
    yield ics.text("X-LACEVENTLOG-STATUS", str(event.status))
    yield ics.text("X-LACEVENTLOG-WHEN", event.when.notation)
    first: When | None = event.state.first_plan
    if first and first != event.when:
        yield ics.text("X-LACEVENTLOG-BASELINE", first.notation)
