"""One event in full: its standing, its facts, its links and every statement with its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ..dates import When
from ..model import Event, EventLog, Statement
from ..model.history import said_order
from ..reports import Outcome, Row, Standing, bounds, chain, parts, standing
from ..reports.agenda import in_order
from ..reports.condition import Condition
from ..reports.links import GONE, is_impossible, rollup_of
from .days import late, plain
from .statement import claim, entry, grounds, indented, said_on
from .text import clean, day_text, wrap
from .words import HEADINGS, heard, marker, outcome_text, progress, short, stands

WAY = 7
"""Links of a chain that are all shown; of a longer one both ends are."""


def render(row: Row, log: EventLog, today: date, width: int = 100) -> str:
    """The event as a card, no line wider than `width`."""
    event = row.event
    lines = wrap(f"{marker(row)} {event.title}", width)
    for name, text in entries(row, log, today):
        lines += entry(name, text, width)
    lines.append("")
    for statement in sorted(event.history, key=said_order):
        lines += _statement(statement, width)
    return "\n".join(lines) + "\n"


def entries(row: Row, log: EventLog, today: date) -> Iterator[tuple[str, str]]:
    """All of an event but its statements: the name of each entry and its text."""
    event = row.event
    yield "id", event.id
    yield "kind", event.kind
    yield "status", _status(row, today)
    yield "when", _when(event.when)
    yield from _bound(event, log)
    yield from _standing(row)
    yield from _facts(event)
    yield from _links(event, log)
    yield from _parts(event, log, today)
    if event.note:
        yield "note", event.note


def _status(row: Row, today: date) -> str:
    if row.condition is Condition.CLOSED:
        return str(row.event.status)
    heading = HEADINGS[row.group].split(" (")[0].lower()
    return f"{row.event.status} – {'may be overdue' if row.standing.days_possible else heading} on {day_text(today)}"


def _standing(row: Row) -> Iterator[tuple[str, str]]:
    standing = row.standing
    if standing.days_overdue:
        yield "overdue", f"{plain(standing.days_overdue)} days; {heard(row)}"
    elif standing.days_possible:
        most = standing.days_possible[1]
        yield "overdue", f"perhaps, by up to {most} days: its date is only approximate; {heard(row)}"
    elif row.condition is not Condition.CLOSED:
        yield "heard", heard(row)
    if standing.outcome:
        yield "against plan", f"{_outcome(standing)} (planned: {row.event.state.plan})"


def _outcome(standing: Standing) -> str:
    if standing.outcome is not Outcome.UNKNOWN:
        return outcome_text(standing)
    return "cannot be told" + (f": {late(standing.days_late)}" if standing.days_late else "")


def _when(when: When) -> str:
    if when.is_unscheduled:
        return str(when)
    return f"{clean(str(when))}  ({short(when)}; EDTF {when.notation})"


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
            yield name.replace("_", " "), f"[{target}]" + (_named(log[target], name) if target in log else "")


def _named(event: Event, link: str) -> str:
    """The title; of what has to come first also that it never will."""
    return f" {event.title}" + (f" ({event.status})" if link == "after" and event.status in GONE else "")


def _bound(event: Event, log: EventLog) -> Iterator[tuple[str, str]]:
    """From when on it can fall, where what it waits for leaves less than its own date does."""
    every = bounds(log)
    bound = every[event.id]
    if bound.waits is None or not (bound.is_tighter or is_impossible(event, bound)):
        return
    text = f"{day_text(bound.waits)}, when [{bound.by}] can have ended at the earliest"
    ids = chain(every, event.id)
    text += f"; what decides: {_way(ids)}" if len(ids) > 2 else ""
    yield "not before", text + ("; its own date lies before that" if is_impossible(event, bound) else "")


def _way(ids: Sequence[str]) -> str:
    """`[a] → [b] → [c]`; of a long one both ends."""
    shown = [f"[{key}]" for key in ids]
    return " → ".join(shown if len(shown) <= WAY else [*shown[:2], f"… {len(shown) - 4} more …", *shown[-2:]])


def _parts(event: Event, log: EventLog, today: date) -> Iterator[tuple[str, str]]:
    """How its parts stand, and each of them, most urgent first."""
    rows = in_order(Row(part, standing(part, today)) for part in parts(log, event.id))
    if rows:
        yield "parts", progress(rollup_of(rows))
    for row in rows:
        inside = "" if event.id in row.event.part_of else f"; in {', '.join(f'[{key}]' for key in row.event.part_of)}"
        yield "has part", f"{marker(row)} [{row.event.id}] {row.event.title} ({stands(row, today)}{inside})"


def _statement(statement: Statement, width: int) -> list[str]:
    what = "corrected: " if statement.correction else ""
    lines = wrap(f"{said_on(statement)}: {what}{claim(statement)}", width)
    for _, text in grounds(statement):
        lines += indented(text, width)
    return lines
