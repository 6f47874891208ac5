"""One event as its entries in a calendar: VEVENT, VTODO, VJOURNAL (RFC 5545 §3.6), each whole.

What is awaited stands as an all-day entry on its last possible day, with the words of the source in the title; a
window is a block of days only if asked. Nothing comes from a clock: stamps are those of the last statement.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import quote

from ..dates import When
from ..model import Event, Statement, Status, to_code
from ..model.history import said_order
from . import ics_text as ics
from .ics_options import Options
from .plain import plain_event

DAY = timedelta(days=1)
LONGEST_BLOCK = 31
EPOCH = date(1970, 1, 1)
NOON = "T120000Z"
"""Noon in UTC is the same day in all but the easternmost zones."""
TITLE_MARKS = {
    Status.COMPLETED: "✓ ", Status.CANCELLED: "✗ CANCELLED: ", Status.MISSED: "✗ MISSED: ",
    Status.POSTPONED: "↷ ", Status.UNDERWAY: "▶ ",
}  # fmt: skip
JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
LOST = re.compile("[\x7f\x85\u2028\u2029\ud800-\udfff]")
"""What JSON need not escape and a calendar cannot hold as it is."""
RELATIONS = {"part_of": "PARENT", "after": "DEPENDS-ON", "related": "SIBLING"}


def day_of(event: Event) -> date | None:
    """The day an event stands on: the last possible one of what is awaited or happened; a span that goes on
    stands on its start, a thing without a last day on its first.
    """
    when = event.when
    if when.is_span and event.status.awaits_start:
        return when.latest_start or when.earliest_start
    return when.latest_end or when.latest_start or when.earliest_start


def is_wanted(event: Event, options: Options) -> bool:
    """Whether it stands in the calendar: it has a day, and is not cancelled where cancelled ones are dropped."""
    return day_of(event) is not None and is_shown(event, options)


def is_shown(event: Event, options: Options) -> bool:
    """Whether it is not cancelled where cancelled ones are dropped."""
    return not (options.cancelled == "drop" and event.status is Status.CANCELLED)


def entries(event: Event, options: Options, known: Container[str]) -> Iterator[bytes]:
    """Everything the calendar holds of one event; `known` are the ids a relation may lead to.

    Raises:
        ControlCharacterError: a text that no calendar can hold.
    """
    as_task = event.is_task and options.tasks != "event"
    if as_task:
        yield ics.fold(_todo(event, options, known))
    if not as_task:
        yield ics.fold(_vevent(event, event.id, options, known))
    elif options.tasks == "both":
        yield ics.fold(_vevent(event, f"{event.id}.due", options, (), mirror=True))
    if options.history == "journal":
        yield from _journal(event, options)


def _vevent(event: Event, key: str, options: Options, known: Container[str], *, mirror: bool = False) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield from _identity(event, key, options)
    yield from _place_in_time(event, options)
    yield from _details(event)
    if mirror:
        yield ics.text("RELATED-TO;RELTYPE=SIBLING", f"{event.id}@{options.namespace}")
    yield from _relations(event, options, known)
    if not _is_only_marked(event, options):
        yield f"STATUS:{_vevent_status(event)}"
    yield "TRANSP:TRANSPARENT"
    yield from _own(event, options, whole=not mirror)
    yield from _alarms(event, options, "")
    yield "END:VEVENT"


def _todo(event: Event, options: Options, known: Container[str]) -> Iterator[str]:
    yield "BEGIN:VTODO"
    yield from _identity(event, event.id, options)
    yield from _term(event, options)
    if event.status is Status.COMPLETED:
        day = day_of(event) if event.when.is_known_day else None
        if day:
            yield f"COMPLETED:{ics.basic(day)}{NOON}"
        yield "PERCENT-COMPLETE:100"
    if options.method:
        yield "PRIORITY:0"  # RFC 5546 §3.4.1: a published task has one
    yield from _details(event)
    yield from _relations(event, options, known)
    if not _is_only_marked(event, options):
        yield f"STATUS:{to_code(event.status, 'vtodo') or 'NEEDS-ACTION'}"
    yield from _own(event, options, whole=True)
    yield from _alarms(event, options, ";RELATED=END")
    yield "END:VTODO"


def _term(event: Event, options: Options) -> Iterator[str]:
    """From the first day to the last second of the last: `DUE` as a date would mean its beginning (§3.8.2.3)."""
    due = event.when.latest_end if not event.status.awaits_start else event.when.latest_start
    start = event.when.earliest_start or (due if options.method else None)  # RFC 5546 §3.4.1: a published task has one
    if start and (due is None or start < due or options.method):
        yield f"DTSTART:{ics.basic(start)}T000000"
    if due:
        yield f"DUE:{ics.basic(due)}T235959"


def _journal(event: Event, options: Options) -> Iterator[bytes]:
    """One note a statement, on the day it was certainly known; what nobody dated has none."""
    for number, statement in enumerate(sorted(event.history, key=said_order), start=1):
        if statement.known_from:
            yield ics.fold(_note(event, statement, number, options))


def _note(event: Event, statement: Statement, number: int, options: Options) -> Iterator[str]:
    said = statement.known_from or EPOCH
    yield "BEGIN:VJOURNAL"
    yield ics.text("UID", f"{event.id}.h{number}@{options.namespace}")
    yield f"DTSTAMP:{ics.basic(said)}T000000Z"
    if options.organizer:
        yield f"ORGANIZER:{uri(options.organizer)}"
    yield ics.day("DTSTART", said)
    yield ics.text("SUMMARY", f"{statement.word or statement.status}: {event.title}")
    told = [f"When: {statement.when}"] if statement.when else []
    yield ics.text("DESCRIPTION", "\n".join([*told, *_told(statement)]))
    yield ics.text("RELATED-TO;RELTYPE=PARENT", f"{event.id}@{options.namespace}")
    yield "STATUS:FINAL"
    yield "END:VJOURNAL"


def _told(statement: Statement) -> Iterator[str]:
    if statement.correction:
        yield "Correction: the record was wrong"
    if statement.reason:
        yield f"Reason: {statement.reason}"
    if statement.quote:
        yield f"Quote: «{statement.quote}»"
    if statement.source:
        yield f"Source: {statement.source}"


def _is_only_marked(event: Event, options: Options) -> bool:
    """Whether a cancelled event shall be seen by clients that hide what has the status CANCELLED."""
    return options.cancelled == "mark" and event.status is Status.CANCELLED


def _identity(event: Event, key: str, options: Options) -> Iterator[str]:
    """UID from the id, stamps from the last statement, SEQUENCE from the changes: never from a clock."""
    ordered = sorted(event.history, key=said_order)
    stamp = stamp_of(ordered)
    yield ics.text("UID", f"{key}@{options.namespace}")
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{changes(ordered)}"
    if options.organizer:
        yield f"ORGANIZER:{uri(options.organizer)}"


def stamp_of(ordered: list[Statement]) -> str:
    """The last day on which anything was said, as a stamp."""
    known = [s.known_from for s in ordered if s.known_from]
    return f"{ics.basic(max(known, default=EPOCH))}T000000Z"


def changes(ordered: list[Statement]) -> int:
    """How many later statements changed an exported date or status."""
    count, shown = 0, (ordered[0].status, ordered[0].when)
    for statement in ordered[1:]:
        now = (statement.status, statement.when or shown[1])
        count += now != shown
        shown = now
    return count


def _place_in_time(event: Event, options: Options) -> Iterator[str]:
    """The only place where inclusive days become iCalendar's exclusive DTEND."""
    if event.when.zone and event.when.instant:
        yield f"DTSTART;TZID={event.when.zone}:{f'{event.when.instant:%Y%m%dT%H%M%S}'.zfill(15)}"
        return
    clock = ics.clock(event.when.instant)
    if clock:
        yield f"DTSTART:{clock}"
        return
    first, last = _block(event, options)
    yield ics.day("DTSTART", first)
    if last < date.max:
        yield ics.day("DTEND", last + DAY)


def _block(event: Event, options: Options) -> tuple[date, date]:
    """First and last day of the entry: one day, unless both ends are known and near, or spans are asked."""
    when, day = event.when, day_of(event) or EPOCH
    first, last = when.earliest_start, when.latest_end
    if first is None or last is None:
        return day, day
    exact = when.is_span and first == when.latest_start and last == when.earliest_end
    if options.windows == "span" or (exact and (last - first).days < LONGEST_BLOCK):
        return first, last
    return day, day


def title(event: Event) -> str:
    """The mark of its status, the words of an imprecise date, the title."""
    when = event.when
    words = "" if when.is_known_day or when.is_unscheduled else f"[{when}] "
    return f"{TITLE_MARKS.get(event.status, '')}{words}{event.title}"


def _vevent_status(event: Event) -> str:
    """As the code list has it; but a plan without a known day is not confirmed for the day it stands on."""
    is_vague = event.status is Status.PLANNED and not event.when.is_known_day
    return to_code(Status.PROPOSED if is_vague else event.status, "vevent") or "CONFIRMED"


def _details(event: Event) -> Iterator[str]:
    last = event.state.last
    yield ics.text("SUMMARY", title(event))
    yield ics.text("DESCRIPTION", "\n".join(_description(event, last)))
    yield "CATEGORIES:" + ",".join([event.kind, *map(_category, event.tags)])
    if event.place:
        yield ics.text("LOCATION", event.place)
    if last.source and last.source.source.url:
        yield f"URL:{uri(last.source.source.url)}"
    for url, label in _cited(event).items():
        yield f'LINK;LINKREL="describedby";VALUE=URI;LABEL={ics.parameter(label)}:{url}'


@lru_cache(maxsize=1024)
def _category(tag: str) -> str:
    """Several readers split at every comma and semicolon, even an escaped one."""
    return ics.escape(tag.replace(",", "/").replace(";", "/"))


def _cited(event: Event) -> dict[str, str]:
    """The address of every source, once, with the place last cited in it."""
    cited = [statement.source for statement in event.history if statement.source]
    return {uri(citation.source.url): str(citation) for citation in cited if citation.source.url}


@lru_cache(maxsize=4096)
def uri(url: str) -> str:
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
    if event.note:
        yield f"Note: {event.note}"
    yield from _told(last)


def _relations(event: Event, options: Options, known: Container[str]) -> Iterator[str]:
    for name, ids in event.links().items():
        for target in ids:
            if target in known and name in RELATIONS:
                yield ics.text(f"RELATED-TO;RELTYPE={RELATIONS[name]}", f"{target}@{options.namespace}")


def _own(event: Event, options: Options, *, whole: bool) -> Iterator[str]:
    """What iCalendar cannot say: for readers of status and date, and the whole event to read it back from."""
    yield f"X-LACEVENTLOG-STATUS:{event.status}"
    yield ics.text("X-LACEVENTLOG-WHEN", event.when.notation)
    first: When | None = event.state.first_plan
    if first and first != event.when:
        yield ics.text("X-LACEVENTLOG-BASELINE", first.notation)
    if whole and options.data:
        yield own_data("X-LACEVENTLOG-EVENT", plain_event(event))


def own_data(name: str, plain: object) -> str:
    """Plain data as JSON in one property, for reading back what no property of iCalendar holds."""
    text = JSON.encode(plain)
    if not text.isprintable():
        text = LOST.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return ics.text(name, text)


def undated(event: Event, place: int) -> str:
    """An event that has no entry: it stands in the head, with its place among those of the calendar."""
    return own_data(f"X-LACEVENTLOG-EVENT;X-PLACE={place}", plain_event(event))


def _alarms(event: Event, options: Options, related: str) -> Iterator[str]:
    """Reminders of what is still awaited, days before its last one."""
    if event.status.is_end:
        return
    for days in options.alarms:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"TRIGGER{related}:-P{days}D"
        yield ics.text("DESCRIPTION", title(event))
        yield "END:VALARM"
