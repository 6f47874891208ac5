"""One event in full: its standing, its facts, its links and every statement with its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ...dates import When
from ...model import Event, EventLog, Statement
from ...model.history import said_order
from ...reports import Outcome, Row, Standing, chain, link_bounds, parts, standing
from ...reports.after_links import GONE, is_impossible
from ...reports.agenda import in_order
from ...reports.condition import Condition
from ...reports.rollups import rollup_of
from ..day_ranges import late
from ..i18n import Voice
from ..labels import (
    UNCUT,
    condition_word,
    country,
    last_report,
    marker,
    outcome_text,
    progress,
    short,
    standing_text,
    when_text,
)
from ..render_options import PLAIN, RenderOptions
from ..text_layout import clean, wrap
from .statement import claim, entry, grounds, indented, said_on

WAY = 7
"""Links of a chain that are all shown; of a longer one both ends are."""


def render(row: Row, log: EventLog, today: date, options: RenderOptions = PLAIN) -> str:
    """The event as a card, no line wider than asked."""
    event = row.event
    lines = [options.paint(line, "heading") for line in wrap(f"{marker(row)} {event.title}", options.width)]
    for name, text in entries(row, log, today, options.voice):
        lines += entry(name, text, options, row.group if name == "overdue" else "")
    lines.append("")
    for statement in sorted(event.history, key=said_order):
        lines += _statement(statement, options)
    return "\n".join(lines) + "\n"


def entries(row: Row, log: EventLog, today: date, voice: Voice) -> Iterator[tuple[str, str]]:
    """All of an event but its statements: the name of each entry and its text."""
    event = row.event
    yield "id", event.id
    yield "kind", voice.word(event.kind)
    yield "status", _status(row, today, voice)
    yield "when", _when(event.when, voice)
    yield from _bound(event, log, voice)
    yield from _standing(row, voice)
    yield from _facts(event, voice)
    yield from _links(event, log, voice)
    yield from _parts(event, log, today, voice)
    if event.note:
        yield "note", event.note


def _status(row: Row, today: date, voice: Voice) -> str:
    status = voice.word(row.event.status)
    if row.condition is Condition.CLOSED:
        return status
    condition = voice.say("may be overdue") if row.standing.days_possible else condition_word(row, voice)
    return voice.say("status on", status=status, condition=condition, day=voice.day(today))


def _standing(row: Row, voice: Voice) -> Iterator[tuple[str, str]]:
    standing = row.standing
    if standing.days_overdue:
        yield "overdue", f"{voice.say('days', standing.days_overdue)}; {last_report(row, voice)}"
    elif standing.days_possible:
        yield "overdue", f"{voice.say('perhaps overdue', standing.days_possible[1])}; {last_report(row, voice)}"
    elif row.condition is not Condition.CLOSED:
        yield "heard", last_report(row, voice)
    if standing.outcome:
        plan = row.event.state.plan
        yield "against plan", voice.say("planned as", outcome=_outcome(standing, voice), plan=plan)


def _outcome(standing: Standing, voice: Voice) -> str:
    if standing.outcome is not Outcome.UNKNOWN:
        return outcome_text(standing, voice)
    days = f": {late(standing.days_late, voice)}" if standing.days_late else ""
    return voice.say("cannot be told") + days


def _when(when: When, voice: Voice) -> str:
    if when.is_unscheduled:
        return when_text(when, UNCUT, voice)
    return f"{clean(str(when))}  ({short(when, voice)}; EDTF {when.notation})"


def _facts(event: Event, voice: Voice) -> Iterator[tuple[str, str]]:
    countries = tuple(country(code, voice) for code in event.countries)
    common: dict[str, Any] = {
        "countries": countries, "parties": event.parties, "place": event.place, "tags": event.tags,
    }  # fmt: skip
    for name, value in (common | event.facts()).items():
        if value:
            yield name, ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _links(event: Event, log: EventLog, voice: Voice) -> Iterator[tuple[str, str]]:
    for name, ids in event.links().items():
        for target in ids:
            yield name, f"[{target}]" + (_named(log[target], name, voice) if target in log else "")


def _named(event: Event, link: str, voice: Voice) -> str:
    """The title; of what has to come first also that it never will."""
    return f" {event.title}" + (f" ({voice.word(event.status)})" if link == "after" and event.status in GONE else "")


def _bound(event: Event, log: EventLog, voice: Voice) -> Iterator[tuple[str, str]]:
    """From when on it can fall, where what it waits for leaves less than its own date does."""
    every = link_bounds(log)
    bound = every[event.id]
    if bound.waits is None or not (bound.is_tighter or is_impossible(event, bound)):
        return
    texts = [voice.say("can have ended", day=voice.day(bound.waits), id=bound.by)]
    ids = chain(every, event.id)
    texts += [voice.say("what decides", way=_way(ids, voice))] if len(ids) > 2 else []
    texts += [voice.say("too early")] if is_impossible(event, bound) else []
    yield "not before", "; ".join(texts)


def _way(ids: Sequence[str], voice: Voice) -> str:
    """`[a] → [b] → [c]`; of a long one both ends."""
    shown = [f"[{key}]" for key in ids]
    more = voice.say("n more", len(shown) - 4)
    return " → ".join(shown if len(shown) <= WAY else [*shown[:2], f"… {more} …", *shown[-2:]])


def _parts(event: Event, log: EventLog, today: date, voice: Voice) -> Iterator[tuple[str, str]]:
    """How its parts stand, and each of them, most urgent first."""
    rows = in_order(Row(part, standing(part, today)) for part in parts(log, event.id))
    if rows:
        yield "parts", progress(rollup_of(rows), voice)
    for row in rows:
        inside = "" if event.id in row.event.part_of else f"; {_inside(row.event, voice)}"
        how = f"{standing_text(row, today, voice)}{inside}"
        yield "has part", f"{marker(row)} [{row.event.id}] {row.event.title} ({how})"


def _inside(event: Event, voice: Voice) -> str:
    return voice.say("part in", ids=", ".join(f"[{key}]" for key in event.part_of))


def _statement(statement: Statement, options: RenderOptions) -> list[str]:
    said = claim(statement, options.voice)
    what = options.voice.say("corrected", claim=said) if statement.correction else said
    lines = wrap(f"{said_on(statement, options.voice)}: {what}", options.width)
    for _, text in grounds(statement, options.voice):
        lines += [options.paint(line, "soft") for line in indented(text, options.width)]
    return lines
