"""Reading back the data of laceventlog in a calendar: whole events and sources, as JSON in properties.

They are parsed as one JSON Lines file; each problem is placed at the property that its line comes from.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from ...errors import Problem
from ...eventfile.parse import parse_text
from ...model import Event, Origin, Source
from ...model.history import said_order
from ..content_lines import Component, Property
from ..writer.event_entries import changes, stamp_of
from .component import CalendarEntry

EVENT, SOURCE, PLACE = "X-LACEVENTLOG-EVENT", "X-LACEVENTLOG-SOURCE", "X-PLACE"
BREAKS = str.maketrans("\r\n\x85\u2028\u2029", "     ")


@attrs.frozen
class OwnData:
    """Events by their entries, events without a day by their places in the log, sources, and duplicate entries."""

    events: dict[CalendarEntry, Event]
    undated: list[tuple[int, Event]]
    sources: dict[str, Source]
    repeated: frozenset[CalendarEntry]

    def all(self) -> Iterator[Event]:
        """Every event."""
        yield from self.events.values()
        yield from (event for _, event in self.undated)


@attrs.frozen
class _JsonLine:
    text: str
    found: Property
    entry: CalendarEntry | None = None


def read(calendars: Iterable[Component], entries: Iterable[CalendarEntry], problems: list[Problem]) -> OwnData:
    """All data of laceventlog in a stream."""
    calendars, entries = list(calendars), list(entries)
    declaring = (*calendars, *(entry.component for entry in entries))  # an item carries its sources itself
    sources = [line for component in declaring for line in _sources(component, problems)]
    undated = [_JsonLine(_flat(found), found) for calendar in calendars for found in calendar.all(EVENT)]
    dated = [_JsonLine(_flat(found), found, entry) for entry in entries if (found := entry.component.first(EVENT))]
    lines: dict[str, _JsonLine] = {}
    repeated = set()
    for line in (*sources, *undated, *dated):
        if lines.setdefault(line.text, line) is not line and line.entry:
            repeated.add(line.entry)
    return _parsed(list(lines.values()), frozenset(repeated), problems)


def _parsed(lines: list[_JsonLine], repeated: frozenset[CalendarEntry], problems: list[Problem]) -> OwnData:
    if not lines:
        return OwnData({}, [], {}, repeated)
    log, wrong = parse_text("\n".join(line.text for line in lines), "own.jsonl")
    problems.extend(_placed(problem, lines) for problem in wrong)
    own = OwnData({}, [], dict(log.sources), repeated)
    for event in log:
        line = lines[event.origin.line - 1 if event.origin else 0]
        if line.entry is None:
            own.undated.append((_place(line.found), _at(event, line.found)))
        else:
            own.events[line.entry] = _at(event, line.found)
    return own


def _placed(problem: Problem, lines: list[_JsonLine]) -> Problem:
    found = lines[max(problem.line, 1) - 1].found
    return found.named_problem(problem.code, f"in {found.name}: {problem.message}", problem.hint)


def _place(found: Property) -> int:
    place = found.param(PLACE) or ""
    return int(place) if place.isascii() and place.isdigit() and len(place) < 10 else 0


def _at(event: Event, found: Property) -> Event:
    origin = Origin(found.line.path, found.line.number, 1, found.line.text)
    history = tuple(attrs.evolve(statement, origin=origin) for statement in event.history)
    return attrs.evolve(event, history=history, origin=origin)


def _flat(found: Property) -> str:
    """The JSON of a property on one line; an empty JSON text if there is none."""
    return found.text.translate(BREAKS) or '""'


def _sources(component: Component, problems: list[Problem]) -> Iterator[_JsonLine]:
    for found in component.all(SOURCE):
        try:
            plain: Any = json.loads(_flat(found), parse_int=str, parse_float=str)
        except (ValueError, RecursionError):
            plain = None
        if isinstance(plain, dict) and isinstance(plain.get("id"), str):
            key = plain.pop("id")
            yield _JsonLine(json.dumps({"sources": {key: plain}}), found)
        else:
            problems.append(found.named_problem("Y007", f"{SOURCE} is not the JSON of a source", "ignored"))


def is_mirror(entry: CalendarEntry, tasks: frozenset[str]) -> bool:
    """Whether it only shows one of our tasks, given by their UIDs, to clients without tasks."""
    key, at, namespace = entry.uid.partition("@")
    return (
        entry.component.name == "VEVENT"
        and entry.is_ours
        and entry.component.first(EVENT) is None
        and key.endswith(".due")
        and f"{key.removesuffix('.due')}{at}{namespace}" in tasks
    )


def owner_of_note(entry: CalendarEntry) -> str | None:
    """The UID of the event whose history one of our notes (`id.h2@…`) belongs to."""
    key, at, namespace = entry.uid.partition("@")
    owner, dot, number = key.rpartition(".h")
    target = f"{owner}{at}{namespace}"
    return target if dot and number.isdigit() and entry.component.text("RELATED-TO") == target else None


def note_edits(event: Event, entry: CalendarEntry, problems: list[Problem]) -> None:
    """Note a problem where another program raised the stamps: its change is not in the data read here."""
    ordered = sorted(event.history, key=said_order)
    component = entry.component
    if component.number("SEQUENCE") <= changes(ordered) and (
        component.text("LAST-MODIFIED")[:8] <= stamp_of(ordered)[:8]
    ):
        return
    hint = "the exported event was read; to read the change, remove the X-LACEVENTLOG lines of this entry"
    message = f"'{event.id}' was changed in the calendar after it was exported"
    problems.append(component.begin.problem("C054", message, hint))
