"""iCalendar to a log (RFC 5545): every component becomes an event, a statement of one, or a problem with its place.

Calendars of laceventlog are read back without loss (`round_trip`). Of other calendars, properties are read if they
mean the same to every program (`component`, `component_dates`). One broken component does not cost the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ...errors import LoadError, Problem
from ...model import KINDS, Event, EventLog, Statement
from ...model.graph import circles, graph_of
from ...model.history import said_order
from .. import content_lines, event_ids
from ..content_lines import Component
from . import round_trip
from .component import CalendarEntry, EventDraft, draft_of, origin_of, statement_of_note, uid_line
from .recurrence import Window, expanded
from .round_trip import OwnData
from .timezones import TimeZones

READ = ("VEVENT", "VTODO", "VJOURNAL")
RELATIONS = {
    "PARENT": "part_of", "DEPENDS-ON": "after", "FINISHTOSTART": "after", "SIBLING": "related", "NEXT": "related",
}  # fmt: skip
ONE_WAY = ("part_of", "after")


@attrs.frozen
class ImportCounts:
    """How many components of a calendar became what.

    Attributes:
        events: an event of the log, each occurrence included.
        statements: one more statement of an event: a later version, or a note about it.
        folded: nothing, because laceventlog wrote them beside an event: mirrors of tasks, notes of its history.
        repeated: nothing, because another component says exactly the same.
        outside: nothing, because they recur without an occurrence in the days asked for.
        refused: a problem each, because they are of a kind that is not read.
    """

    events: int = 0
    statements: int = 0
    folded: int = 0
    repeated: int = 0
    outside: int = 0
    refused: int = 0


@attrs.frozen
class ImportedCalendar:
    """A calendar as a log.

    Attributes:
        log: its events and sources.
        problems: everything that is wrong with it, in reading order.
        counts: what became of the components.
        whole: ids of the events that laceventlog wrote with all their data.
    """

    log: EventLog
    problems: tuple[Problem, ...]
    counts: ImportCounts
    whole: frozenset[str] = frozenset()


def loads(data: bytes, path: str = "<ics>") -> EventLog:
    """The log in a calendar (RFC 5545) without problems; `path` is the name of the file in problems.

    Raises:
        LoadError: with every problem in it.
    """
    log, problems = parse(data, path)
    if problems:
        raise LoadError(problems)
    return log


def parse(data: bytes, path: str = "<ics>") -> tuple[EventLog, list[Problem]]:
    r"""The log in a calendar, and all problems in reading order; never raises.

    docs/calendar.md says what each property becomes. A recurring entry is one event with its rule in the note.

    >>> data = b"BEGIN:VEVENT\r\nUID:1@example.org\r\nSUMMARY:Summit\r\nDTSTART:20260506\r\nEND:VEVENT\r\n"
    >>> log, problems = parse(data)
    >>> [(event.id, str(event.when)) for event in log], [problem.code for problem in problems]
    ([('summit', '2026-05-06')], ['C051'])
    """
    found = read(data, path)
    return found.log, list(found.problems)


def read(data: bytes, path: str = "<ics>", window: Window | None = None) -> ImportedCalendar:
    """The same as `parse`, with what became of each component, for `merge`.

    Args:
        data: the stream; several calendars may follow each other.
        path: the name of the file in problems.
        window: first and last day, inclusive; a recurring entry becomes an event per occurrence that touches them
            (RFC 5545 §3.8.5).

    Raises:
        UsageError: a window of more than 50 years, or without the extra `recurring`.
    """
    tops, problems = content_lines.parse(data, path)
    entries, refused = _entries(tops, problems)
    outside = 0
    if window:
        entries, outside = expanded(entries, window, problems)
    own = round_trip.read((top for top in tops if top.name == "VCALENDAR"), entries, problems)
    return _assembled(entries, own, problems, ImportCounts(refused=refused, outside=outside))


def _entries(tops: list[Component], problems: list[Problem]) -> tuple[list[CalendarEntry], int]:
    """The components that are read, and how many are not; each of those is a problem."""
    found, refused = [], 0
    for top in tops:
        calendar = top if top.name == "VCALENDAR" else Component("", top.begin, [], [top])
        zones, method = TimeZones.of(calendar), calendar.text("METHOD").upper()
        for child in calendar.children:
            if child.name in READ:
                found.append(CalendarEntry(child, zones, method))
            elif child.name != "VTIMEZONE":
                refused += 1
                hint = f"imported: {', '.join(READ)}"
                problems.append(child.begin.problem("C050", f"{child.name} is not imported", hint))
    return found, refused


def _assembled(
    entries: list[CalendarEntry], own: OwnData, problems: list[Problem], counts: ImportCounts
) -> ImportedCalendar:
    """The log that these entries make."""
    others, folded = _others(entries, own, problems)
    among = {*others, *own.events}
    notes = _notes(others, [entry for entry in entries if entry in among])
    versions = [v for group in _groups(e for e in others if e not in notes) for v in _versions(group, problems)]
    events = {**own.events, **_events(versions, own)}
    heads = {entry.key: entry for entry in entries if entry in events}
    for note, target in notes.items():
        head = heads[target.key]
        events[head] = _with_statement(events[head], statement_of_note(note, events[head].status, problems))
    log = _without_circles(_in_order(entries, events, own), problems)
    counts = attrs.evolve(
        counts,
        events=len(events),
        statements=len(notes) + sum(version.added for version in versions),
        folded=folded,
        repeated=len(own.repeated) + sum(version.repeated for version in versions),
    )
    whole = frozenset(event.id for event in own.all())
    return ImportedCalendar(log, tuple(sorted(problems, key=lambda p: p.sort_key)), counts, whole)


def _others(entries: list[CalendarEntry], own: OwnData, problems: list[Problem]) -> tuple[list[CalendarEntry], int]:
    """The entries to be read property by property, and how many only show one of our events once more."""
    tasks = frozenset(entry.uid for entry in entries if entry.component.name == "VTODO")
    whole = {entry.uid for entry in own.events} - {""}
    others, folded = [], 0
    for entry in entries:
        if entry in own.events:
            round_trip.note_edits(own.events[entry], entry, problems)
        elif entry not in own.repeated:
            is_shown = round_trip.is_mirror(entry, tasks) or round_trip.owner_of_note(entry) in whole
            folded += is_shown
            others += [] if is_shown else [entry]
    return others, folded


def _notes(entries: list[CalendarEntry], targets: list[CalendarEntry]) -> dict[CalendarEntry, CalendarEntry]:
    """The VJOURNALs that are about another entry, each with that one."""
    by_uid: dict[str, CalendarEntry] = {}
    for entry in targets:
        if entry.component.name != "VJOURNAL" and entry.uid:
            by_uid.setdefault(entry.uid, entry)
    journals = [entry for entry in entries if entry.component.name == "VJOURNAL"]
    return {each: by_uid[uid] for each in journals if (uid := each.component.text("RELATED-TO")) in by_uid}


# -- versions of one component


@attrs.frozen
class _VersionedEntry:
    """The latest version of an entry, what all its versions state, and how many stated something new or nothing."""

    draft: EventDraft
    statements: tuple[Statement, ...]
    added: int = 0
    repeated: int = 0


def _groups(entries: Iterable[CalendarEntry]) -> list[list[CalendarEntry]]:
    """Entries of one UID and occurrence, oldest first; each without a UID by itself."""
    groups: dict[object, list[CalendarEntry]] = {}
    for entry in entries:
        groups.setdefault(entry.key if entry.uid else entry, []).append(entry)
    return [sorted(group, key=lambda entry: entry.version) for group in groups.values()]


def _versions(group: list[CalendarEntry], problems: list[Problem]) -> list[_VersionedEntry]:
    """One; several where a UID was given to different things, which is a problem."""
    found: list[_VersionedEntry] = []
    for entry in group:
        if not entry.uid:
            hint = "without one, a later version looks like another event"
            problems.append(entry.component.begin.problem("S002", f"this {entry.component.name} has no UID", hint))
        made = draft_of(entry, problems)
        if found and _is_other(found[-1].draft, made):
            uid = entry.component.first("UID")
            if uid:
                problems.append(uid.problem("L001", f"the UID '{entry.uid}' is taken", "imported as another event"))
            found.append(_VersionedEntry(made, made.statements))
        else:
            found[-1:] = [_later(found[-1], made) if found else _VersionedEntry(made, made.statements)]
    return found


def _is_other(one: EventDraft, other: EventDraft) -> bool:
    """Whether two components of one UID and one age can only be different things."""
    dates = [[statement.when for statement in each.statements] for each in (one, other)]
    return one.entry.version == other.entry.version and (one.title != other.title or dates[0] != dates[1])


def _later(known: _VersionedEntry, made: EventDraft) -> _VersionedEntry:
    stated = {(statement.status, statement.when) for statement in known.statements}
    new = tuple(each for each in made.statements if (each.status, each.when) not in stated)
    return _VersionedEntry(made, (*known.statements, *new), known.added + bool(new), known.repeated + (not new))


# -- events


def _events(versions: list[_VersionedEntry], own: OwnData) -> dict[CalendarEntry, Event]:
    """The event of each, by its latest entry."""
    drafts = [version.draft for version in versions]
    ids = event_ids.assign([draft.preferred_id for draft in drafts], (event.id for event in own.all()))
    by_uid: dict[str, str] = {}
    for draft, event_id in zip(drafts, ids, strict=True):
        if draft.entry.uid and (draft.entry.uid not in by_uid or not draft.entry.instance):
            by_uid[draft.entry.uid] = event_id  # a link to a series leads to its recurring entry
    by_uid |= {entry.uid: event.id for entry, event in own.events.items()}
    series = {d.entry.uid: event_id for d, event_id in zip(drafts, ids, strict=True) if not d.entry.instance}
    return {
        version.draft.entry: _event(version, event_id, by_uid, series)
        for version, event_id in zip(versions, ids, strict=True)
    }


def _event(version: _VersionedEntry, event_id: str, by_uid: Mapping[str, str], series: Mapping[str, str]) -> Event:
    draft = version.draft
    links: dict[str, list[str]] = {"part_of": [], "after": [], "related": []}
    notes = list(draft.notes)
    for relation, uid in draft.links:
        target, field = by_uid.get(uid), RELATIONS.get(relation)
        if target and field and target != event_id:
            links[field].append(target)
        else:
            notes.append(f"{relation}: {uid}")
    if draft.entry.instance and draft.entry.uid in series:
        links["related"].append(series[draft.entry.uid])
    note = "\n".join(filter(None, (draft.description, *notes, uid_line(draft.entry, event_id))))
    return KINDS[draft.kind](
        id=event_id, title=draft.title, place=draft.place, tags=draft.tags, note=note or None,
        history=version.statements, origin=origin_of(draft.entry.component),
        **{name: tuple(dict.fromkeys(targets)) for name, targets in links.items()},
    )  # fmt: skip


def _with_statement(event: Event, statement: Statement) -> Event:
    """The event with one more statement, unless it has it already."""
    known = (*event.history, *(() if statement in event.history else (statement,)))
    return attrs.evolve(event, history=tuple(sorted(known, key=said_order)))


def _in_order(entries: list[CalendarEntry], events: Mapping[CalendarEntry, Event], own: OwnData) -> EventLog:
    """Events in the order of their entries; those without a day where they were in the log."""
    found = [events[entry] for entry in entries if entry in events]
    for place, event in sorted(own.undated, key=lambda pair: pair[0]):
        found.insert(place, event)
    return EventLog.trusted(found, own.sources)


def _without_circles(log: EventLog, problems: list[Problem]) -> EventLog:
    """The log without circular links, which no log may have."""
    for field in ONE_WAY:
        for circle in circles(graph_of(log, field)):
            origin = log[circle[0]].origin
            if origin is None:
                continue
            message = f"circular '{field}' links: {', '.join(circle[:8])}"
            place = (origin.path, origin.line, origin.column)
            problems.append(Problem(*place, "L005", message, origin.source, "these links were left out"))
            log = log.part(_cut(event, field, circle) for event in log)
    return log


def _cut(event: Event, field: str, circle: tuple[str, ...]) -> Event:
    if event.id not in circle:
        return event
    changed: dict[str, Any] = {field: tuple(target for target in getattr(event, field) if target not in circle)}
    return attrs.evolve(event, **changed)
