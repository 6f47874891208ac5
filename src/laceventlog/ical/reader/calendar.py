"""iCalendar to a log (RFC 5545): every component becomes an event, a statement of one, or a problem with its place.

What laceventlog wrote itself is read back without loss (`ics_own`); of other calendars the properties are read that
mean the same to everybody (`ics_entry`, `ics_dates`). One broken component does not cost the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ...errors import Problem
from ...model import KINDS, Event, EventLog, Statement
from ...model.graph import circles, graph_of
from ...model.history import said_order
from .. import content_lines, event_ids
from ..content_lines import Component
from ..values import text_of
from . import round_trip
from .component import Draft, Entry, draft, origin_of, told, uid_line
from .recurrence import Window, unrolled
from .timezones import Zones

READ = ("VEVENT", "VTODO", "VJOURNAL")
RELATIONS = {
    "PARENT": "part_of", "DEPENDS-ON": "after", "FINISHTOSTART": "after", "SIBLING": "related", "NEXT": "related",
}  # fmt: skip
ONE_WAY = ("part_of", "after")


@attrs.frozen
class Counts:
    """What became of the components.

    Attributes:
        events: those that are an event of the log, occurrences of one included.
        statements: those that are one more statement of an event: later versions, notes about it.
        folded: those that only show an event of ours once more: mirrors of tasks, notes of its history.
        repeated: those that say exactly what another one says.
        outside: recurring ones without an occurrence in the days that were asked for.
        refused: those that are not read; each is a problem.
    """

    events: int = 0
    statements: int = 0
    folded: int = 0
    repeated: int = 0
    outside: int = 0
    refused: int = 0


@attrs.frozen
class Reading:
    """A calendar as a log, its problems in reading order, and what became of the components."""

    log: EventLog
    problems: tuple[Problem, ...]
    counts: Counts
    whole: frozenset[str] = frozenset()
    """Ids of the events that laceventlog wrote whole."""


def read_ics(data: bytes, path: str = "<ics>") -> tuple[EventLog, list[Problem]]:
    """The log in a calendar, and all problems in reading order; raises for no bytes whatever.

    A recurring component is one event whose note tells the rule.
    """
    found = read(data, path)
    return found.log, list(found.problems)


def read(data: bytes, path: str = "<ics>", window: Window | None = None) -> Reading:
    """The same, with what became of the components.

    Args:
        data: the stream; several calendars may follow each other.
        path: what the file is called in problems.
        window: first and last day; what recurs becomes an event for each occurrence that touches them.

    Raises:
        UsageError: a window, and the extra `recurring` is not installed.
    """
    tops, problems = content_lines.parse(data, path)
    entries, refused = entries_of(tops, problems)
    outside = 0
    if window:
        entries, outside = unrolled(entries, window, problems)
    return assemble(tops, entries, problems, Counts(refused=refused, outside=outside))


def assemble(tops: list[Component], entries: list[Entry], problems: list[Problem], counts: Counts) -> Reading:
    """The log that these components make."""
    own = round_trip.read(_calendars(tops), [each.component for each in entries], problems)
    rest, folded = _not_ours(entries, own, problems)
    among = set(rest)
    notes = _notes(rest, [e for e in entries if e in among or id(e.component) in own.events])
    versions = [v for group in _groups(e for e in rest if e not in notes) for v in _versions(group, problems)]
    placed = {**own.events, **_events(versions, own)}
    heads = {entry.key: id(entry.component) for entry in entries if id(entry.component) in placed}
    for note, target in notes.items():
        key = heads[target.key]
        placed[key] = _told(placed[key], told(note, placed[key].status, problems))
    log = _without_circles(_in_order(entries, placed, own), problems)
    counts = attrs.evolve(
        counts,
        events=len(placed),
        statements=len(notes) + sum(version.more for version in versions),
        folded=len(folded),
        repeated=len(own.repeated) + sum(version.again for version in versions),
    )
    whole = frozenset(event.id for event in (*own.events.values(), *(event for _, event in own.undated)))
    return Reading(log, tuple(sorted(problems, key=lambda p: p.sort_key)), counts, whole)


# -- components


def _calendars(tops: list[Component]) -> list[Component]:
    return [top for top in tops if top.name == "VCALENDAR"]


def entries_of(tops: list[Component], problems: list[Problem]) -> tuple[list[Entry], int]:
    """The components that are read, and how many are not, each of which is noted."""
    found, refused = [], 0
    for top in tops:
        calendar = top if top.name == "VCALENDAR" else Component("", top.begin, [], [top])
        zones, method = Zones.of(calendar), text_of(calendar, "METHOD").upper()
        for child in calendar.children:
            if child.name in READ:
                found.append(Entry(child, zones, method))
            elif child.name != "VTIMEZONE":
                refused += 1
                problems.append(child.begin.problem("C050", f"a {child.name} is not read", f"read: {', '.join(READ)}"))
    return found, refused


def _not_ours(entries: list[Entry], own: round_trip.Own, problems: list[Problem]) -> tuple[list[Entry], list[Entry]]:
    """The components that hold no event of ours, and of those the ones that only show one once more."""
    uids = frozenset(entry.uid for entry in entries if entry.component.name == "VTODO")
    whole = {entry.uid for entry in entries if id(entry.component) in own.events}
    rest: list[Entry] = []
    folded: list[Entry] = []
    for entry in entries:
        component = entry.component
        if id(component) in own.events:
            round_trip.note_edits(own.events[id(component)], component, problems)
        elif id(component) not in own.repeated:
            again = round_trip.is_mirror(component, uids) or (round_trip.told_of(component) or "") in whole - {""}
            (folded if again else rest).append(entry)
    return rest, folded


def _notes(rest: list[Entry], entries: list[Entry]) -> dict[Entry, Entry]:
    """The VJOURNALs that tell of another component, and that one."""
    others = {entry.uid: entry for entry in reversed(entries) if entry.component.name != "VJOURNAL" and entry.uid}
    found = {}
    for entry in rest:
        target = others.get(text_of(entry.component, "RELATED-TO"))
        if entry.component.name == "VJOURNAL" and target:
            found[entry] = target
    return found


# -- versions of one component


@attrs.frozen
class _Version:
    """A component as it was said last, all that its versions state, and what became of the earlier ones."""

    draft: Draft
    statements: tuple[Statement, ...]
    more: int = 0
    again: int = 0


def _groups(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Components of one UID and occurrence, oldest first; those without a UID stand alone."""
    groups: dict[object, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.key if entry.uid else id(entry), []).append(entry)
    return [sorted(group, key=lambda entry: entry.version) for group in groups.values()]


def _versions(group: list[Entry], problems: list[Problem]) -> list[_Version]:
    """One event; several where a UID was given to different things, which is noted."""
    found: list[_Version] = []
    for entry in group:
        if not entry.uid:
            hint = "without a UID a later version cannot be told from another event"
            problems.append(entry.component.begin.problem("S002", f"this {entry.component.name} has no UID", hint))
        made = draft(entry, problems)
        if found and _is_other(found[-1].draft, made):
            uid = entry.component.first("UID")
            if uid:
                problems.append(uid.problem("L001", f"the UID '{entry.uid}' is taken", "read as another event"))
            found.append(_Version(made, made.statements))
        else:
            found[-1:] = [_later(found[-1], made) if found else _Version(made, made.statements)]
    return found


def _is_other(one: Draft, other: Draft) -> bool:
    """Whether two components of one UID and one age can only be different things."""
    dates = [[statement.when for statement in each.statements] for each in (one, other)]
    return one.entry.version == other.entry.version and (one.title != other.title or dates[0] != dates[1])


def _later(known: _Version, made: Draft) -> _Version:
    said = {(statement.status, statement.when) for statement in known.statements}
    new = tuple(each for each in made.statements if (each.status, each.when) not in said)
    more, again = known.more + bool(new), known.again + (not new)
    return _Version(made, (*known.statements, *new), more, again)


# -- events


def _events(versions: list[_Version], own: round_trip.Own) -> dict[int, Event]:
    """An event for each, by its component."""
    taken = [event.id for event in (*own.events.values(), *(event for _, event in own.undated))]
    ids = event_ids.given([version.draft.wish for version in versions], taken)
    leads = _leads(versions, ids, own)
    bases = {v.draft.entry.uid: key for v, key in zip(versions, ids, strict=True) if not v.draft.entry.instance}
    return {
        id(version.draft.entry.component): _event(version, event_id, leads, bases)
        for version, event_id in zip(versions, ids, strict=True)
    }


def _leads(versions: list[_Version], ids: list[str], own: round_trip.Own) -> dict[str, str]:
    """The id behind each UID; the recurring component stands for its occurrences."""
    leads: dict[str, str] = {}
    for version, event_id in zip(versions, ids, strict=True):
        entry = version.draft.entry
        if entry.uid and (entry.uid not in leads or not entry.instance):
            leads[entry.uid] = event_id
    return leads | {uid: event.id for uid, event in own.uids.items()}


def _event(version: _Version, event_id: str, leads: Mapping[str, str], bases: Mapping[str, str]) -> Event:
    made = version.draft
    links: dict[str, list[str]] = {"part_of": [], "after": [], "related": []}
    notes = list(made.notes)
    for relation, uid in made.links:
        target, field = leads.get(uid), RELATIONS.get(relation)
        if target and field and target != event_id:
            links[field].append(target)
        else:
            notes.append(f"{relation}: {uid}")
    if made.entry.instance and made.entry.uid in bases:
        links["related"].append(bases[made.entry.uid])
    note = "\n".join(filter(None, (made.description, *notes, uid_line(made.entry, event_id))))
    return KINDS[made.kind](
        id=event_id, title=made.title, place=made.place, tags=made.tags, note=note or None,
        history=version.statements, origin=origin_of(made.entry.component),
        **{name: tuple(dict.fromkeys(targets)) for name, targets in links.items()},
    )  # fmt: skip


def _told(event: Event, statement: Statement) -> Event:
    """The event with what a note says of it, unless it says so already."""
    known = (*event.history, *(() if statement in event.history else (statement,)))
    return attrs.evolve(event, history=tuple(sorted(known, key=said_order)))


def _in_order(entries: list[Entry], placed: Mapping[int, Event], own: round_trip.Own) -> EventLog:
    """Events as their components stand; those without a day where they stood in the log."""
    found = [placed[id(entry.component)] for entry in entries if id(entry.component) in placed]
    for place, event in sorted(own.undated, key=lambda pair: pair[0]):
        found.insert(place, event)
    return EventLog.trusted(found, own.sources)


def _without_circles(log: EventLog, problems: list[Problem]) -> EventLog:
    """Links that lead back to where they began are taken out: no log may hold them."""
    for field in ONE_WAY:
        for circle in circles(graph_of(log, field)):
            origin = log[circle[0]].origin
            if origin is None:
                continue
            message = f"'{field}' goes in a circle: {', '.join(circle[:8])}"
            place = (origin.path, origin.line, origin.column)
            problems.append(Problem(*place, "L005", message, origin.source, "these links were left out"))
            log = log.part(_cut(event, field, circle) for event in log)
    return log


def _cut(event: Event, field: str, circle: tuple[str, ...]) -> Event:
    if event.id not in circle:
        return event
    changed: dict[str, Any] = {field: tuple(target for target in getattr(event, field) if target not in circle)}
    return attrs.evolve(event, **changed)
