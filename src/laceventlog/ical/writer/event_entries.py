"""One event as its entries in a calendar: VEVENT, VTODO, VJOURNAL (RFC 5545 §3.6), each whole.

An awaited event is an all-day entry on its last possible day, with the words of the source in the title; a window is a
block of days only if asked. Nothing comes from a clock: stamps are those of the last statement.
The parts of an entry are lists of content lines, joined and folded once: a feed may hold 100,000 of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import quote

from ...dates import When
from ...eventfile.serialize import plain_event
from ...model import Event, Statement, Status, to_code
from ...model.history import said_order
from .. import encoding
from .options import Options

DAY = timedelta(days=1)
LONGEST_BLOCK = 31
EPOCH = date(1970, 1, 1)
NOON = "T120000Z"
"""Noon in UTC is on the same day in all but the easternmost zones."""
TITLE_PREFIXES = {
    Status.COMPLETED: "✓ ", Status.CANCELLED: "✗ CANCELLED: ", Status.MISSED: "✗ MISSED: ",
    Status.POSTPONED: "↷ ", Status.UNDERWAY: "▶ ",
}  # fmt: skip
VEVENT_STATUS = {status: to_code(status, "vevent") or "CONFIRMED" for status in Status}
VTODO_STATUS = {status: to_code(status, "vtodo") or "NEEDS-ACTION" for status in Status}
JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
LOST = re.compile("[\x7f\x85\u2028\u2029\ud800-\udfff]")
"""Characters that JSON need not escape and a calendar cannot hold."""
RELATIONS = (("part_of", "PARENT"), ("after", "DEPENDS-ON"), ("related", "SIBLING"))


def day_of(event: Event) -> date | None:
    """The day of an event in a calendar: its last possible one; of a span that is awaited the start.

    An event without a last day is on its first; one without any day has no entry.
    """
    when = event.state.when
    if when.is_span and event.state.status.awaits_start:
        return when.latest_start or when.earliest_start
    return when.latest_end or when.latest_start or when.earliest_start


def has_entry(event: Event, options: Options) -> bool:
    """Whether it is in the calendar: it has a day, and is not dropped."""
    return day_of(event) is not None and not is_dropped(event, options)


def is_dropped(event: Event, options: Options) -> bool:
    """Whether it is cancelled, and cancelled events are dropped."""
    return options.cancelled == "drop" and event.status is Status.CANCELLED


def entries(event: Event, options: Options, known: Container[str]) -> list[bytes]:
    """Every component of one event; `known` are the ids of events that links may lead to.

    Raises:
        ControlCharacterError: a text that no calendar can hold.
    """
    if options.tasks == "event" or not event.is_task:
        shown = [encoding.fold(_vevent(event, event.id, options, known))]
    else:
        shown = [encoding.fold(_todo(event, options, known))]
        if options.tasks == "both":
            shown.append(encoding.fold(_vevent(event, f"{event.id}.due", options, (), mirror=True)))
    return [*shown, *_journal(event, options)] if options.history == "journal" else shown


def _vevent(event: Event, key: str, options: Options, known: Container[str], *, mirror: bool = False) -> list[str]:
    return [
        "BEGIN:VEVENT",
        *_identity(event, key, options),
        *_dates(event, options),
        *_details(event),
        *([encoding.text("RELATED-TO;RELTYPE=SIBLING", f"{event.id}@{options.namespace}")] if mirror else ()),
        *_relations(event, options, known),
        *(() if _is_only_marked(event, options) else (f"STATUS:{vevent_status(event)}",)),
        "TRANSP:TRANSPARENT",
        *_own(event, options, whole=not mirror),
        *_alarms(event, options, ""),
        "END:VEVENT",
    ]


def _todo(event: Event, options: Options, known: Container[str]) -> list[str]:
    return [
        "BEGIN:VTODO",
        *_identity(event, event.id, options),
        *_term(event, options),
        *_progress(event),
        *(("PRIORITY:0",) if options.method else ()),  # RFC 5546 §3.4.1: a published task has one
        *_details(event),
        *_relations(event, options, known),
        *(() if _is_only_marked(event, options) else (f"STATUS:{VTODO_STATUS[event.status]}",)),
        *_own(event, options, whole=True),
        *_alarms(event, options, ";RELATED=END"),
        "END:VTODO",
    ]


def _term(event: Event, options: Options) -> Iterator[str]:
    """From the first day to the last second of the last: `DUE` as a DATE would mean its beginning (§3.8.2.3)."""
    due = event.when.latest_end if not event.status.awaits_start else event.when.latest_start
    start = event.when.earliest_start or (due if options.method else None)  # RFC 5546 §3.4.1: a published task has one
    if start and (due is None or start < due or options.method):
        yield f"DTSTART:{encoding.basic(start)}T000000"
    if due:
        yield f"DUE:{encoding.basic(due)}T235959"


def _progress(event: Event) -> Iterator[str]:
    if event.status is Status.COMPLETED:
        day = day_of(event) if event.when.is_known_day else None
        if day:
            yield f"COMPLETED:{encoding.basic(day)}{NOON}"
        yield "PERCENT-COMPLETE:100"


def _journal(event: Event, options: Options) -> Iterator[bytes]:
    """One note per statement, on the day it was certainly known; none for a statement without a day."""
    for number, statement in enumerate(_ordered(event), start=1):
        if statement.known_from:
            yield encoding.fold(_note(event, statement, number, options))


def _note(event: Event, statement: Statement, number: int, options: Options) -> Iterator[str]:
    said = statement.known_from or EPOCH
    yield "BEGIN:VJOURNAL"
    yield encoding.text("UID", f"{event.id}.h{number}@{options.namespace}")
    yield f"DTSTAMP:{encoding.basic(said)}T000000Z"
    if options.organizer:
        yield f"ORGANIZER:{uri(options.organizer)}"
    yield encoding.day("DTSTART", said)
    yield encoding.text("SUMMARY", f"{statement.word or statement.status}: {event.title}")
    when = [f"When: {statement.when}"] if statement.when else []
    yield encoding.text("DESCRIPTION", "\n".join([*when, *_remarks(statement)]))
    yield encoding.text("RELATED-TO;RELTYPE=PARENT", f"{event.id}@{options.namespace}")
    yield "STATUS:FINAL"
    yield "END:VJOURNAL"


def _remarks(statement: Statement) -> Iterator[str]:
    if statement.correction:
        yield "Correction: the record was wrong"
    if statement.reason:
        yield f"Reason: {statement.reason}"
    if statement.quote:
        yield f"Quote: «{statement.quote}»"
    if statement.source:
        yield f"Source: {statement.source}"


def _is_only_marked(event: Event, options: Options) -> bool:
    """Whether it is cancelled without STATUS:CANCELLED, because some clients hide entries with that."""
    return options.cancelled == "mark" and event.status is Status.CANCELLED


def _identity(event: Event, key: str, options: Options) -> list[str]:
    """UID from the id, stamps from the last statement, SEQUENCE from the changes; nothing from a clock."""
    ordered = _ordered(event)
    stamp = stamp_of(ordered)
    lines = [
        encoding.text("UID", f"{key}@{options.namespace}"),
        f"DTSTAMP:{stamp}",
        f"LAST-MODIFIED:{stamp}",
        f"SEQUENCE:{changes(ordered)}",
    ]
    return [*lines, f"ORGANIZER:{uri(options.organizer)}"] if options.organizer else lines


def _ordered(event: Event) -> Sequence[Statement]:
    """The statements by the day they were said; most events have one."""
    return event.history if len(event.history) == 1 else sorted(event.history, key=said_order)


def stamp_of(ordered: Sequence[Statement]) -> str:
    """The day of the last statement as a stamp."""
    known = [day for statement in ordered if (day := statement.known_from)]
    return f"{encoding.basic(max(known, default=EPOCH))}T000000Z"


def changes(ordered: Sequence[Statement]) -> int:
    """How many statements after the first changed an exported date or status."""
    count, shown = 0, (ordered[0].status, ordered[0].when)
    for statement in ordered[1:]:
        now = (statement.status, statement.when or shown[1])
        count += now != shown
        shown = now
    return count


def _dates(event: Event, options: Options) -> list[str]:
    """The only place where inclusive days become the exclusive DTEND."""
    when, instant = event.when, event.when.instant
    if when.zone and instant:
        return [f"DTSTART;TZID={when.zone}:{f'{instant:%Y%m%dT%H%M%S}'.zfill(15)}"]
    clock = encoding.clock(instant)
    if clock:
        return [f"DTSTART:{clock}"]
    first, last = block(event, options)
    begin = encoding.day("DTSTART", first)
    return [begin, encoding.day("DTEND", last + DAY)] if last < date.max else [begin]


def block(event: Event, options: Options) -> tuple[date, date]:
    """First and last day of the entry: one day, unless both ends are known and near, or windows are spans."""
    when = event.when
    first, last = when.earliest_start, when.latest_end
    if first and last:
        exact = when.is_span and first == when.latest_start and last == when.earliest_end
        if options.windows == "span" or (exact and (last - first).days < LONGEST_BLOCK):
            return first, last
    day = day_of(event) or EPOCH
    return day, day


def title(event: Event) -> str:
    """The prefix for its status, the words of an imprecise date in brackets, the title."""
    when = event.when
    words = "" if when.is_known_day or when.is_unscheduled else f"[{when}] "
    return f"{TITLE_PREFIXES.get(event.status, '')}{words}{event.title}"


def vevent_status(event: Event) -> str:
    """By the code list; but a plan without a known day is not confirmed for the day of its entry."""
    is_vague = event.status is Status.PLANNED and not event.when.is_known_day
    return VEVENT_STATUS[Status.PROPOSED if is_vague else event.status]


def _details(event: Event) -> list[str]:
    last = event.state.last
    lines = [
        encoding.text("SUMMARY", title(event)),
        encoding.text("DESCRIPTION", description(event)),
        f"CATEGORIES:{','.join([event.kind, *map(_category, event.tags)])}",
    ]
    if event.place:
        lines.append(encoding.text("LOCATION", event.place))
    if last.source and last.source.source.url:
        lines.append(f"URL:{uri(last.source.source.url)}")
    for url, label in _cited(event).items():
        lines.append(f'LINK;LINKREL="describedby";VALUE=URI;LABEL={encoding.parameter(label)}:{url}')
    return lines


@lru_cache(maxsize=1024)
def _category(tag: str) -> str:
    """Without commas and semicolons: several readers split even at escaped ones."""
    return encoding.escape(tag.replace(",", "/").replace(";", "/"))


def _cited(event: Event) -> dict[str, str]:
    """The address of every source, once, with the last citation of it."""
    cited = [statement.source for statement in event.history if statement.source]
    return {uri(citation.source.url): str(citation) for citation in cited if citation.source.url}


@lru_cache(maxsize=4096)
def uri(url: str) -> str:
    """A URL with every character that no URI may hold percent-encoded (RFC 3986)."""
    encoding.escape(url)
    return quote(url, safe="%:/?#[]@!$&'()*+,;=-._~")


def description(event: Event) -> str:
    """All else about it, beside title, place and day: one line per field."""
    when, first = event.when, event.state.first_plan
    lines = [f"Status: {event.status}"]
    if not when.is_known_day:
        lines.append(f"When: {when}")
    if first and first != when:
        lines.append(f"First plan: {first}")
    if event.parties:
        lines.append(f"Parties: {', '.join(event.parties)}")
    if event.countries:
        lines.append(f"Countries: {', '.join(event.countries)}")
    lines += [f"{name.replace('_', ' ').capitalize()}: {value}" for name, value in event.facts().items()]
    if event.note:
        lines.append(f"Note: {event.note}")
    return "\n".join([*lines, *_remarks(event.state.last)])


def _relations(event: Event, options: Options, known: Container[str]) -> list[str]:
    return [
        encoding.text(f"RELATED-TO;RELTYPE={relation}", f"{target}@{options.namespace}")
        for name, relation in RELATIONS
        for target in getattr(event, name)
        if target in known
    ]


def _own(event: Event, options: Options, *, whole: bool) -> list[str]:
    """Properties of our own: exact status and date, and the whole event to be read back."""
    first: When | None = event.state.first_plan
    lines = [f"X-LACEVENTLOG-STATUS:{event.status}", encoding.text("X-LACEVENTLOG-WHEN", event.when.notation)]
    if first and first != event.when:
        lines.append(encoding.text("X-LACEVENTLOG-BASELINE", first.notation))
    if whole and options.data:
        lines.append(own_data("X-LACEVENTLOG-EVENT", plain_event(event)))
    return lines


def own_data(name: str, plain: object) -> str:
    """Plain data as JSON in one property, to be read back."""
    text = JSON.encode(plain)
    if text.isprintable():
        return f"{name}:{encoding.escape_printable(text)}"
    return encoding.text(name, LOST.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def _alarms(event: Event, options: Options, related: str) -> Iterator[str]:
    """Reminders of an awaited event, days before its last one."""
    for days in () if event.status.is_end else options.alarms:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"TRIGGER{related}:-P{days}D"
        yield encoding.text("DESCRIPTION", title(event))
        yield "END:VALARM"
