"""Differences between two versions of a log: what was revised, corrected, added and dropped.

A log is append-only, so news is a new statement. A statement of the old version that is missing or different was
rewritten; this is reported separately, because it changes a promise without a trace. Order of events, files and
statements, layout, comments, and other words for the same date or status are not differences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any

import attrs

from ...model import Event, EventLog, Source, Statement, Status
from ...model.history import said_order
from ..state_change import DateChange, StateChange, StatusAndDate
from .pairing import Pairing, pair
from .renames import Names, Renames, comparable, facts, renames, source_facts


class ChangeKind(StrEnum):
    """The kind of a change to an event, a statement or a source."""

    REVISED = "revised"  # a new statement that changes status or date
    CORRECTED = "corrected"  # a new statement with 'correction: true'
    REPEATED = "repeated"  # a new statement that changes nothing
    REWRITTEN = "rewritten"  # statements of the old version were edited or removed
    ADDED = "added"
    DROPPED = "dropped"
    RENAMED = "renamed"  # a new id and no other change
    FACTS = "facts"  # title, countries, links, facts of its kind
    SOURCE_ADDED = "source added"
    SOURCE_DROPPED = "source dropped"
    SOURCE_RENAMED = "source renamed"
    SOURCE_CHANGED = "source changed"


class Heading(StrEnum):
    """Headings of changes, most important first."""

    SET_BACK = "set back"
    COMPLETED = "completed"
    MOVED = "moved"
    REWRITTEN = "rewritten"
    ADDED = "added"
    DROPPED = "dropped"
    CORRECTED = "corrected"
    RENAMED = "renamed"
    FACTS = "facts"
    REPEATED = "repeated"
    SOURCES = "sources"


ORDER = {heading: index for index, heading in enumerate(Heading)}
SET_BACK = frozenset({Status.POSTPONED, Status.MISSED, Status.CANCELLED})
STATED = ("said", "status", "when", "source", "reason", "quote", "correction")


@attrs.frozen
class Difference:
    """A field by name with its old and its new value; None where it is not stated."""

    field: str
    old: Any
    new: Any


@attrs.frozen
class Edit:
    """A statement of the old version and the one that replaces it; None if it was removed."""

    old: Statement
    new: Statement | None

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The fields that differ; none if it was removed."""
        return _differences(_stated(self.old), _stated(self.new)) if self.new else ()


@attrs.frozen
class Change:
    """One difference between two versions of a log.

    Attributes:
        kind: added, dropped, revised ...
        subject: the event or source, in its new version if there is one.
        was: its old version; None if it was added.
        statement: the new statement, if there is one.
        state_change: the change made by that statement, or by rewriting; None if there is none to report.
        overtaken: whether the old version already had a statement said later than the new one.
        edits: statements that were rewritten.
        facts: fields that changed.
    """

    kind: ChangeKind
    subject: Event | Source
    was: Event | Source | None
    statement: Statement | None = None
    state_change: StateChange | None = None
    overtaken: bool = False
    edits: tuple[Edit, ...] = ()
    facts: tuple[Difference, ...] = ()

    @property
    def heading(self) -> Heading:
        """The heading it is listed under."""
        if self.kind is ChangeKind.REVISED and self.state_change:
            return _heading(self.state_change)
        return Heading.SOURCES if self.kind.startswith("source") else Heading(self.kind)

    @property
    def effect(self) -> StateChange | None:
        """Its state change; for an event added or dropped, its whole state."""
        if isinstance(self.subject, Event) and self.kind in (ChangeKind.ADDED, ChangeKind.DROPPED):
            return StateChange(None, StatusAndDate.now(self.subject))
        return self.state_change

    @property
    def sort_key(self) -> tuple[int, int, str, str]:
        """By heading, then events that ended, then the longest shift, then by id."""
        change = self.state_change
        ended = self.heading is Heading.SET_BACK and change is not None and change.changes_status
        weight = -(10**9) if ended else -_distance(change)
        return ORDER[self.heading], weight, self.subject.id, self.kind


def _distance(change: StateChange | None) -> int:
    """Fewest and most days moved, added up; if one is unknown, the other one twice."""
    fewest, most = (change.days_moved if change else None) or (0, 0)
    return (most or 0 if fewest is None else fewest) + (fewest or 0 if most is None else most)


def _heading(change: StateChange) -> Heading:
    status = change.after.status
    if change.changes_status and status is Status.COMPLETED:
        return Heading.COMPLETED
    worse = change.changes_status and status in SET_BACK
    later = not status.is_end and change.date_change in (DateChange.LATER, DateChange.LOST)
    return Heading.SET_BACK if worse or later else Heading.MOVED


def diff(old: EventLog, new: EventLog) -> list[Change]:
    """All differences, most important first; empty if there are none.

    >>> from laceventlog import diff, loads
    >>> old = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> new = loads("events: [{id: pumps, kind: delivery, title: Pump, status: planned, when: by the end of 2024}]")
    >>> [str(change.kind) for change in diff(old, new)]
    ['facts']
    """
    known = renames(old, new)
    changes = [*_events(old, new, known), *_sources(old, new, known.sources)]
    return sorted(changes, key=lambda change: change.sort_key)


def _events(old: EventLog, new: EventLog, known: Renames) -> Iterator[Change]:
    for event in old:
        name = known.events.get(event.id, event.id)
        if name not in new:
            yield Change(ChangeKind.DROPPED, event, event)
        elif event.id in known.events:
            yield Change(ChangeKind.RENAMED, new[name], event)
        elif event != new[name] or known.events:
            yield from _event(event, new[name], known)
    taken = set(known.events.values())
    yield from (Change(ChangeKind.ADDED, event, None) for event in new if event.id not in old and event.id not in taken)


def _event(old: Event, new: Event, known: Renames) -> Iterator[Change]:
    changed = _differences(facts(old, known.events), facts(new, {}))
    if changed:
        yield Change(ChangeKind.FACTS, new, old, facts=changed)
    if old.history != new.history:
        yield from _history(old, new, pair(old.history, new.history, known.sources))


def _history(old: Event, new: Event, pairing: Pairing) -> Iterator[Change]:
    edits = [*(Edit(*both) for both in pairing.edited), *(Edit(gone, None) for gone in pairing.removed)]
    order = _order(new)
    held = sorted((after for _, after in (*pairing.kept, *pairing.edited)), key=order)
    before = StatusAndDate.now(old)
    rewritten = StateChange(before, StatusAndDate.of(held)) if held else None
    rewritten = rewritten if rewritten and rewritten.changes_anything else None
    if edits or rewritten:
        yield Change(ChangeKind.REWRITTEN, new, old, state_change=rewritten, edits=tuple(edits))
    for statement, change, overtaken in _appended(before, held, sorted(pairing.appended, key=order), order):
        yield Change(_kind(statement, change), new, old, statement, change, overtaken)


Order = Callable[[Statement], tuple[Any, int]]


def _order(event: Event) -> Order:
    """A sort key: by the day said, then by position in the history of the event."""
    places = {id(statement): place for place, statement in enumerate(event.history)}
    return lambda statement: (said_order(statement), places[id(statement)])


def _appended(
    old: StatusAndDate, held: list[Statement], appended: list[Statement], order: Order
) -> Iterator[tuple[Statement, StateChange, bool]]:
    """Each new statement with the change it makes, one after the other, after the statements that are `held`.

    If no old statement is held any more, the first is compared with the old state.
    """
    history, known = list(held), StatusAndDate.of(held) if held else None
    for statement in appended:
        overtaken = bool(held) and order(statement) < order(held[-1])
        history.append(statement)
        after = StatusAndDate.of(sorted(history, key=order)) if overtaken else StatusAndDate.after(known, statement)
        yield statement, StateChange(known or old, after), overtaken
        known = after


def _kind(statement: Statement, change: StateChange) -> ChangeKind:
    if statement.correction:
        return ChangeKind.CORRECTED
    return ChangeKind.REVISED if change.changes_anything else ChangeKind.REPEATED


def _sources(old: EventLog, new: EventLog, names: Names) -> Iterator[Change]:
    for key, source in old.sources.items():
        after = new.sources.get(names.get(key, key))
        if after is None:
            yield Change(ChangeKind.SOURCE_DROPPED, source, source)
        elif key in names:
            yield Change(ChangeKind.SOURCE_RENAMED, after, source)
        elif changed := _differences(source_facts(source), source_facts(after)):
            yield Change(ChangeKind.SOURCE_CHANGED, after, source, facts=changed)
    known = {names.get(key, key) for key in old.sources}
    yield from (Change(ChangeKind.SOURCE_ADDED, new.sources[key], None) for key in new.sources if key not in known)


def _stated(statement: Statement) -> dict[str, Any]:
    """The fields of a statement as a file has them."""
    values = {name: getattr(statement, name) for name in STATED}
    return values | {"source": statement.source.key if statement.source else None}


def _differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Difference, ...]:
    """The fields that differ, in the order of the new version."""
    names = [*new, *(name for name in old if name not in new)]
    both = (Difference(name, _value(old.get(name)), _value(new.get(name))) for name in names)
    return tuple(each for each in both if comparable(each.old) != comparable(each.new))


def _value(value: Any) -> Any:
    """A value; None if nothing is stated."""
    return None if value in ((), "") else value
