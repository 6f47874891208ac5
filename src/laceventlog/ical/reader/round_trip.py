"""Reading back what laceventlog wrote into a calendar itself: whole events and sources, as JSON in properties.

They are read as a file of JSON Lines would be; what is wrong with one is said of the property it stands in.
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
from ..values import number_of, text, text_of
from ..writer.event_entries import changes, stamp_of

EVENT, SOURCE, PLACE = "X-LACEVENTLOG-EVENT", "X-LACEVENTLOG-SOURCE", "X-PLACE"
LINES = str.maketrans("\r\n\x85\u2028\u2029", "     ")


@attrs.frozen
class Own:
    """Events by the component that holds them, those without a day by their place in the log, and the sources."""

    events: dict[int, Event]
    undated: list[tuple[int, Event]]
    sources: dict[str, Source]
    repeated: frozenset[int]
    uids: dict[str, Event] = attrs.field(factory=dict)
    """Those of `events` by their UID."""


@attrs.frozen
class _Line:
    text: str
    found: Property
    component: Component | None = None


def read(calendars: Iterable[Component], entries: Iterable[Component], problems: list[Problem]) -> Own:
    """Everything of our own in a stream; keys of `events` are `id(component)`."""
    calendars, entries = list(calendars), list(entries)
    declaring = (*calendars, *entries)  # items of a server carry their sources inside
    sources = [line for component in declaring for line in _sources(component, problems)]
    undated = [_Line(_flat(found), found) for calendar in calendars for found in calendar.all(EVENT)]
    dated = [_Line(_flat(found), found, each) for each in entries if (found := each.first(EVENT))]
    lines: dict[str, _Line] = {}
    repeated = set()
    for line in (*sources, *undated, *dated):
        if lines.setdefault(line.text, line) is not line and line.component:
            repeated.add(id(line.component))
    return _parsed(list(lines.values()), frozenset(repeated), problems)


def _parsed(lines: list[_Line], repeated: frozenset[int], problems: list[Problem]) -> Own:
    if not lines:
        return Own({}, [], {}, repeated)
    log, wrong = parse_text("\n".join(line.text for line in lines), "own.jsonl")
    problems.extend(_placed(problem, lines) for problem in wrong)
    events: dict[int, Event] = {}
    undated: list[tuple[int, Event]] = []
    uids: dict[str, Event] = {}
    for event in log:
        line = lines[event.origin.line - 1 if event.origin else 0]
        if line.component is None:
            undated.append((_place(line.found), _at(event, line.found)))
        else:
            events[id(line.component)] = uids[text_of(line.component, "UID")] = _at(event, line.found)
    return Own(events, undated, dict(log.sources), repeated, uids)


def _placed(problem: Problem, lines: list[_Line]) -> Problem:
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
    """The JSON of a property on one line; a blank where it is empty, which is no JSON either."""
    return text(found.value).translate(LINES) or '""'


def _sources(component: Component, problems: list[Problem]) -> Iterator[_Line]:
    for found in component.all(SOURCE):
        try:
            plain: Any = json.loads(_flat(found), parse_int=str, parse_float=str)
        except (ValueError, RecursionError):
            plain = None
        if isinstance(plain, dict) and isinstance(plain.get("id"), str):
            key = plain.pop("id")
            yield _Line(json.dumps({"sources": {key: plain}}), found)
        else:
            problems.append(found.named_problem("Y007", f"{SOURCE} is no JSON of a source", "the line was not read"))


def is_mirror(component: Component, uids: frozenset[str]) -> bool:
    """Whether it only shows a task of ours to clients that know no tasks."""
    key, at, namespace = text_of(component, "UID").partition("@")
    return (
        component.name == "VEVENT"
        and component.first("X-LACEVENTLOG-STATUS") is not None
        and component.first(EVENT) is None
        and key.endswith(".due")
        and f"{key.removesuffix('.due')}{at}{namespace}" in uids
    )


def told_of(component: Component) -> str | None:
    """The UID of the event of which a note of ours (`id.h2@…`) tells a statement."""
    key, at, namespace = text_of(component, "UID").partition("@")
    owner, dot, number = key.rpartition(".h")
    target = f"{owner}{at}{namespace}"
    return target if dot and number.isdigit() and text_of(component, "RELATED-TO") == target else None


def note_edits(event: Event, component: Component, problems: list[Problem]) -> None:
    """Say so where another program raised what laceventlog sets: its change is not in the data read here."""
    ordered = sorted(event.history, key=said_order)
    sequence, modified = number_of(component, "SEQUENCE"), text_of(component, "LAST-MODIFIED")
    if (sequence or 0) <= changes(ordered) and modified[:8] <= stamp_of(ordered)[:8]:
        return
    hint = "what laceventlog wrote was read; to read the change instead, remove the X-LACEVENTLOG lines of this entry"
    problems.append(
        component.begin.problem("C054", f"'{event.id}' was changed in the calendar after it was exported", hint)
    )
