"""One event in full: its standing, its facts, its links and every statement with its source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ..dates import When
from ..model import Event, EventLog, Statement
from ..model.history import said_order
from ..reports import Row
from ..reports.condition import Condition
from .statement import claim, entry, grounds, indented, said_on
from .text import clean, day_text, wrap
from .words import HEADINGS, heard, late, marker, short


def render(row: Row, log: EventLog, today: date, width: int = 100) -> str:
    """The event as a card, no line wider than `width`."""
    event = row.event
    lines = wrap(f"{marker(row)} {event.title}", width)
    for name, text in _entries(row, log, today):
        lines += entry(name, text, width)
    lines.append("")
    for statement in sorted(event.history, key=said_order):
        lines += _statement(statement, width)
    return "\n".join(lines) + "\n"


def _entries(row: Row, log: EventLog, today: date) -> Iterator[tuple[str, str]]:
    event = row.event
    yield "id", event.id
    yield "kind", event.kind
    stands = f" – {HEADINGS[row.group].split(' (')[0].lower()} on {day_text(today)}"
    yield "status", str(event.status) if row.condition is Condition.CLOSED else event.status + stands
    yield "when", _when(event.when)
    if row.standing.days_overdue:
        yield "overdue", f"{_range(row.standing.days_overdue)} days; {heard(row)}"
    elif row.condition is not Condition.CLOSED:
        yield "heard", heard(row)
    if row.standing.days_late:
        yield "against plan", f"{late(row.standing.days_late)} (planned: {event.state.plan})"
    yield from _facts(event)
    yield from _links(event, log)
    if event.note:
        yield "note", event.note


def _when(when: When) -> str:
    if when.is_unscheduled:
        return str(when)
    return f"{clean(str(when))}  ({short(when)}; EDTF {when.notation})"


def _range(days: tuple[int, int]) -> str:
    return str(days[0]) if days[0] == days[1] else f"{days[0]}–{days[1]}"


def _facts(event: Event) -> Iterator[tuple[str, str]]:
    common: dict[str, Any] = {
        "countries": event.countries, "parties": event.parties, "place": event.place, "tags": event.tags,
    }  # fmt: skip
    for name, value in (common | event.facts()).items():
        if value:
            yield name, ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _links(event: Event, log: EventLog) -> Iterator[tuple[str, str]]:
    for name, ids in event.links().items():
        for target in ids:
            title = f"  {log[target].title}" if target in log else ""
            yield name.replace("_", " "), f"[{target}]{title}"
    parts = [other for other in log if event.id in other.part_of]
    for other in parts:
        yield "has part", f"[{other.id}]  {other.title}"


def _statement(statement: Statement, width: int) -> list[str]:
    what = "corrected: " if statement.correction else ""
    lines = wrap(f"{said_on(statement)}: {what}{claim(statement)}", width)
    for _, text in grounds(statement):
        lines += indented(text, width)
    return lines
