"""What was revised, corrected, added and dropped between two versions of a log.

A log is append-only: what is new is a statement more. A statement of the old version that is gone or reads
otherwise was rewritten, which is said apart, for it changes what was promised without a trace. Order of events, files
and statements, layout and comments are no difference, and neither are other words for the same date or status.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any

import attrs

from ...model import Event, EventLog, Source, Statement, Status
from ...model.history import said_order
from ..state_change import Drift, InForce, Shift
from .pairing import Pairing, pair
from .renames import Names, Renames, comparable, facts, renames, source_facts


class ChangeKind(StrEnum):
    """What became of an event, of one statement, or of a source."""

    REVISED = "revised"  # a new statement that moves status or date
    CORRECTED = "corrected"  # a new statement with 'correction: true'
    REPEATED = "repeated"  # a new statement that moves nothing
    REWRITTEN = "rewritten"  # statements of the old version were edited or removed
    ADDED = "added"
    DROPPED = "dropped"
    RENAMED = "renamed"  # another id, and nothing else
    FACTS = "facts"  # title, countries, links, facts of its kind
    SOURCE_ADDED = "source added"
    SOURCE_DROPPED = "source dropped"
    SOURCE_RENAMED = "source renamed"
    SOURCE_CHANGED = "source changed"


class Heading(StrEnum):
    """What changes are grouped under, most important first."""

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
    """One field by name: its old value and its new one; None where it was not stated."""

    field: str
    old: Any
    new: Any


@attrs.frozen
class Edit:
    """A statement of the old version and what stands in its place; None where nothing does."""

    old: Statement
    new: Statement | None

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The fields that read otherwise; none where it was removed."""
        return _differences(_stated(self.old), _stated(self.new)) if self.new else ()


@attrs.frozen
class Change:
    """One difference between two versions of a log.

    Attributes:
        kind: what became of it.
        subject: the event or source, in the new version where it is there.
        was: its old version; None when it was added.
        statement: the new statement, where there is one.
        shift: what that statement, or rewriting, moved; None where it moved nothing that can be told.
        overtaken: the old version already held something said later than the new statement.
        edits: what was rewritten.
        facts: the fields that changed.
    """

    kind: ChangeKind
    subject: Event | Source
    was: Event | Source | None
    statement: Statement | None = None
    shift: Shift | None = None
    overtaken: bool = False
    edits: tuple[Edit, ...] = ()
    facts: tuple[Difference, ...] = ()

    @property
    def heading(self) -> Heading:
        """What it is told under."""
        if self.kind is ChangeKind.REVISED and self.shift:
            return _heading(self.shift)
        return Heading.SOURCES if self.kind.startswith("source") else Heading(self.kind)

    @property
    def sort_key(self) -> tuple[int, int, str, str]:
        """Most important first: by heading, then what ended or moved farthest, then by id."""
        ended = self.heading is Heading.SET_BACK and self.shift is not None and self.shift.moves_status
        weight = -(10**9) if ended else -_far(self.shift)
        return ORDER[self.heading], weight, self.subject.id, self.kind


def _far(shift: Shift | None) -> int:
    """How far it moved: fewest and most days added up, of an open end the other one twice."""
    fewest, most = (shift.days_moved if shift else None) or (0, 0)
    return (most or 0 if fewest is None else fewest) + (fewest or 0 if most is None else most)


def _heading(shift: Shift) -> Heading:
    status = shift.after.status
    if shift.moves_status and status is Status.COMPLETED:
        return Heading.COMPLETED
    worse = shift.moves_status and status in SET_BACK
    later = not status.is_end and shift.drift in (Drift.LATER, Drift.LOST)
    return Heading.SET_BACK if worse or later else Heading.MOVED


def diff(old: EventLog, new: EventLog) -> list[Change]:
    """Everything that differs, most important first; empty when nothing does."""
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
    rewritten = Shift(InForce.now(old), InForce.of(held)) if held else None
    moved = rewritten if rewritten and rewritten.moves else None
    if edits or moved:
        yield Change(ChangeKind.REWRITTEN, new, old, shift=moved, edits=tuple(edits))
    for statement, shift, overtaken in _appended(InForce.now(old), held, sorted(pairing.appended, key=order), order):
        yield Change(_kind(statement, shift), new, old, statement, shift, overtaken)


Order = Callable[[Statement], tuple[Any, int]]


def _order(event: Event) -> Order:
    """Sorts statements as they were said; those of one day as the event holds them."""
    places = {id(statement): place for place, statement in enumerate(event.history)}
    return lambda statement: (said_order(statement), places[id(statement)])


def _appended(
    stood: InForce, held: list[Statement], appended: list[Statement], order: Order
) -> Iterator[tuple[Statement, Shift, bool]]:
    """Each new statement with what it moved, one after the other onto those that were held.

    Where none of the old ones is held any more, the first is set against what stood by them.
    """
    stands, known = list(held), InForce.of(held) if held else None
    for statement in appended:
        overtaken = bool(held) and order(statement) < order(held[-1])
        stands.append(statement)
        after = InForce.of(sorted(stands, key=order)) if overtaken else InForce.after(known, statement)
        yield statement, Shift(known or stood, after), overtaken
        known = after


def _kind(statement: Statement, shift: Shift) -> ChangeKind:
    if statement.correction:
        return ChangeKind.CORRECTED
    return ChangeKind.REVISED if shift.moves else ChangeKind.REPEATED


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
    """The fields whose values differ, in the order of the new version."""
    names = [*new, *(name for name in old if name not in new)]
    both = (Difference(name, _value(old.get(name)), _value(new.get(name))) for name in names)
    return tuple(each for each in both if comparable(each.old) != comparable(each.new))


def _value(value: Any) -> Any:
    """A value; None where nothing is stated."""
    return None if value in ((), "") else value
