"""Warnings about events and their neighbours: agreements, withdrawn countries, parts of programmes, duplicates."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import product

from ...dates import When
from ...errors import Problem
from ...model import Agreement, Event, EventLog, Observation, Programme, Statement, Status
from ...model.places.countries import country_name, withdrawal
from .common import certainly_before, certainly_begins_before, is_in_force, warning


def check_events(log: EventLog) -> Iterator[Problem]:
    """All warnings about the events of a log."""
    for event in log:
        if isinstance(event, Agreement):
            yield from _in_force_before_signed(event)
        yield from _withdrawn_countries(event)
        yield from _outside_programme(event, log)
    yield from _duplicates(log)


# -- agreements


def _in_force_before_signed(event: Agreement) -> Iterator[Problem]:
    """P006 in one agreement: it is in force, or its term begins, before it was signed."""
    signed = [s for s in event.history if s.status is Status.COMPLETED and s.when and not is_in_force(s)]
    force = [s for s in event.history if s.status is Status.COMPLETED and s.when and is_in_force(s)]
    for one, other in product(force[-1:], signed[-1:]):
        if certainly_begins_before(one.when, other.when):
            yield _early(event, f"in force {one.when}, before it was signed {other.when}", one)
    for statement in signed[-1:]:
        if certainly_begins_before(event.term, statement.when):
            yield _early(event, f"for {event.term}, which begins before it was signed {statement.when}", statement)


def _early(event: Event, what: str, statement: Statement | None = None) -> Problem:
    hint = "check both dates; if it applies retroactively, use '--ignore P006'"
    statement = statement or event.state.last
    words = statement.when.text if statement.when else ""
    return warning("P006", f"'{event.id}' is {what}", hint, statement.origin, event.origin, words=words)


# -- countries


def _withdrawn_countries(event: Event) -> Iterator[Problem]:
    """P019: the event is certainly of a year after its country's code was withdrawn; SU may be meant for SE."""
    for code in event.countries:
        gone = withdrawal(code)
        if gone and certainly_before(When.parse(str(gone[0])), event.when):
            name = f"{code} ({country_name(code, 'en')})"
            message = f"'{event.id}' is dated {event.when}, but {name} was withdrawn in {gone[0]}"
            hint = f"write its successor ({', '.join(gone[1])}), or use '--ignore P019'"
            yield warning("P019", message, hint, event.origin, words=code)


# -- programmes


def _outside_programme(event: Event, log: EventLog) -> Iterator[Problem]:
    """P007. An agreement may precede its programme, and a figure may be of any time."""
    if isinstance(event, Observation):
        return
    for whole in (log[key] for key in event.part_of if key in log):
        if not isinstance(whole, Programme) or not whole.when.is_span:
            continue
        early = certainly_before(event.when, whole.when) and not isinstance(event, Agreement)
        if early or certainly_before(whole.when, event.when):
            message = f"'{event.id}' is dated {event.when}, outside its programme '{whole.id}' ({whole.when})"
            hint = "check both dates and 'part_of'; if it only has the same subject, use 'related'"
            yield warning("P007", message, hint, event.state.last.origin, event.origin, words=event.when.text)


# -- duplicates


def _duplicates(log: Iterable[Event]) -> Iterator[Problem]:
    """P009: the same kind, title, countries and date under two ids, and no field that differs."""
    first: dict[Hashable, Event] = {}
    for event in log:
        other = first.setdefault(_fingerprint(event), event)
        if other is not event and not _differ(event, other):
            message = f"'{event.id}' is like '{other.id}': the same kind, title, countries and date"
            hint = "keep one, or tell them apart in the title"
            yield warning("P009", message, hint, event.origin, words=event.id)


def _fingerprint(event: Event) -> Hashable:
    title = " ".join(event.title.casefold().split())
    return event.kind, title, frozenset(event.countries), event.when, frozenset(event.part_of)


def _differ(one: Event, other: Event) -> bool:
    """Whether both state a field, with different values."""
    facts, others = one.facts() | {"place": one.place}, other.facts() | {"place": other.place}
    return any(value and others.get(name) and value != others[name] for name, value in facts.items())
