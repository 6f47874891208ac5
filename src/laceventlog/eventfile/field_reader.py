"""What an event file means: plain values to sources, statements, events and links.

The fast path hands in the plain values of a parser: a problem in them raises `NeedsFullParse`. The full parse hands in
the same values with their places (`nodes`): a problem is noted there, and reading goes on. Dates, citations and lists
that were read once are shared.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from ..dates import When
from ..errors import DateError, FieldError
from ..model import Citation, Event, EventLog, Origin, Source, Statement
from ..model.fields import read_id
from ..model.graph import circles, graph_of
from ..model.values import trusted
from ..progress import watched
from .field_problems import ONE_WAY, FieldProblems
from .field_values import (
    EVENT_FIELDS,
    SOURCE_FIELDS,
    STATEMENT_FIELDS,
    TOP_FIELDS,
    Read,
    facts_of,
    items_of,
    read_event_id,
    read_kind_word,
    read_status_word,
    read_text,
    read_truth,
    remember,
    remembered,
)

REFUSALS = (FieldError, DateError, TypeError)
Plan = tuple[tuple[str, Read], ...]
"""The fields of a mapping that are read, and what reads each."""
Where = Callable[[Any], Origin]
"""The place of a mapping in its file."""
Part = tuple[Any, Where | None]
"""A piece of a file: an event and where it is or, without a place, a mapping with `sources`."""


class UndeclaredError(Exception):
    """A source that is not declared yet."""


class EventPlan(NamedTuple):
    """How events with the same kind and keys are read: their facts, their own statement, which facts are links."""

    kind: type[Event] | None
    facts: Plan
    statement: Plan
    links: tuple[str, ...]


class FieldReader(FieldProblems):
    """Reads the parts of files to one log."""

    def __init__(self) -> None:
        super().__init__()
        self.sources: dict[str, Source] = {}
        self.keys: dict[str, Any] = {}
        """The key that declares each source, as it is in its file."""
        self.events: dict[str, Event] = {}
        self.links: list[tuple[Event, str, Sequence[Any]]] = []
        """Events with the field and the list of each of their links, as it is in the file."""
        self.awaits_sources = False
        self.plans: dict[tuple[str | None, ...], EventPlan] = {}
        self.statement_plans: dict[tuple[str, ...], Plan] = {}
        self.fact_readers: dict[type[Event] | None, dict[str, Read]] = {}
        date = remembered(When.parse)
        self.source_readers = {name: date if name == "published" else read_text for name in SOURCE_FIELDS}
        self.statement_readers = {
            "status": remembered(read_status_word), "when": date, "said": date,
            "source": remembered(self._cite), "reason": read_text, "quote": read_text, "correction": read_truth,
        }  # fmt: skip

    # -- files

    def parts_of_file(self, tree: Any, where: Where, path: str) -> Iterator[Part]:
        """The sources and the events of an event file in YAML."""
        if not isinstance(tree, dict):
            self.not_a_mapping(tree, "an event file")
            return
        self.unknown_fields(tree, TOP_FIELDS, "an event file")
        if "sources" in tree:
            yield tree, None
        events = tree.get("events", [])
        if isinstance(events, list):
            for event in watched(events, f"reading {path}"):
                yield event, where
        else:
            self.not_events(tree)

    def part_of_line(self, tree: Any, origin: Origin) -> Part:
        """A line of JSON Lines: sources, or one event."""
        if isinstance(tree, dict) and "sources" in tree and "id" not in tree:
            self.unknown_fields(tree, ("sources",), "a line of sources")
            return tree, None
        return tree, lambda _: origin

    def stream(self, parts: Iterable[Part]) -> EventLog:
        """The log in the parts of its files, read as they come.

        An event that cites a source declared later waits for that, and so do those behind it, which may cite the same.

        Raises:
            NeedsFullParse: there is a problem.
        """
        found: list[Event | None] = []
        waiting: list[tuple[int, Any, Where]] = []
        self.awaits_sources, is_waiting = True, False
        for tree, where in parts:
            if where is None:
                self.declare(tree)
                is_waiting = False
                continue
            event = None
            try:
                event = None if is_waiting else self.event(tree, where)
            except UndeclaredError:
                is_waiting = True
            if is_waiting:
                waiting.append((len(found), tree, where))
            found.append(event)
        self.awaits_sources = False
        for index, tree, where in waiting:
            found[index] = self.event(tree, where)
        return self._log(found, self.sources, self.events)

    def read(self, parts: Sequence[Part], near: Sequence[Part] = ()) -> EventLog:
        """The log in the parts of its files, all sources first. Of files `near` only sources and ids are known.

        Raises:
            NeedsFullParse: there is a problem in values without places.
        """
        for tree, where in parts:
            if where is None:
                self.declare(tree)
        own = tuple(self.sources)
        for tree, where in near:
            if where is None:
                self.declare(tree, is_near=True)
        events = [(tree, where) for tree, where in parts if where]
        found = [self.event(tree, where) for tree, where in watched(events, "reading")]
        trees = (tree for tree, where in (*events, *near) if where and isinstance(tree, dict))
        ids = {key for tree in trees if isinstance(key := tree.get("id"), str)}
        return self._log(found, own, self.events.keys() | ids)

    def _log(self, events: Iterable[Event | None], own: Collection[str], ids: Collection[str]) -> EventLog:
        """The log, with the sources it declares itself and those it cites; links lead to `ids`."""
        self._check_links(ids)
        good, sources = [event for event in events if event], self.sources
        if len(own) < len(sources):
            cited = {said.source.source.id for event in good for said in event.history if said.source}
            sources = {key: source for key, source in sources.items() if key in own or key in cited}
        return trusted(EventLog, events=tuple(good), sources=MappingProxyType(sources))

    # -- sources

    def declare(self, tree: dict[str, Any], *, is_near: bool = False) -> None:
        """Add what the `sources` of a mapping declare; of a source declared twice, the first is kept."""
        declared = tree["sources"]
        if not isinstance(declared, dict):
            self.not_sources(tree)
            return
        for key, fields in declared.items():
            if key not in self.sources:
                self.keys[key] = key
                self.sources[str(key)] = self._source(key, fields)
            elif not is_near:
                self.declared_twice(key, self.keys[key])

    def _source(self, key: Any, tree: Any) -> Source:
        """One source; with a problem it is known all the same, or each citation of it would be a problem too."""
        before = self.noted
        if not isinstance(tree, dict):
            self.not_a_mapping(tree, "a source")
            tree = {}
        self.unknown_fields(tree, SOURCE_FIELDS, "a source")
        values = self._values(tree, plan_of(tree, self.source_readers))
        if "title" not in tree:
            self.problem(key, "S002", f"the source '{key}' has no title", "add 'title:'")
        try:
            read_id(key)
        except FieldError as error:
            self.problem(key, error.code, error.message, error.hint)
        fields = values if self.noted == before else {"title": ""}
        return trusted(Source, id=str(key), **fields)

    def _cite(self, text: str) -> Citation:
        """`burlyai#20`: a declared source and the place in it."""
        key, _, at = text.partition("#")
        if key in self.sources:
            return Citation(self.sources[key], at.strip())
        raise UndeclaredError if self.awaits_sources else self.unknown_source(key, self.sources)

    # -- events

    def event(self, tree: Any, where: Where) -> Event | None:
        """One event; None where a problem was noted.

        Raises:
            NeedsFullParse: there is a problem in values without places.
            UndeclaredError: it cites a source that may be declared later.
        """
        if not isinstance(tree, dict):
            self.not_a_mapping(tree, "an event", "write '- id: …'")
            return None
        before, word = self.noted, tree.get("kind")
        key = (word if isinstance(word, str) else None, *tree)
        plan = self.plans.get(key) or self._plan(tree, key)
        origin = where(tree)
        values = self._values(tree, plan.facts)
        if "history" in tree:
            values["history"] = self._history(tree, plan.kind, where)
        else:
            values["history"] = (self._statement(tree, plan.statement, plan.kind, origin),)
        if self.noted > before or plan.kind is None:
            return None
        values["origin"] = origin
        event = trusted(plan.kind, **values)
        if plan.links:
            self.links += [(event, name, tree[name]) for name in plan.links]
        first = self.events.setdefault(event.id, event)
        if first is not event:
            self.id_taken(tree, first)
            return None
        return event

    def _plan(self, tree: dict[str, Any], key: tuple[str | None, ...]) -> EventPlan:
        """How events with this kind and these keys are read; remembered if nothing is wrong with them."""
        before, kind = self.noted, _kind_or_none(tree)
        facts = facts_of(kind)
        self.missing_fields(tree)
        self.unknown_fields(tree, (*EVENT_FIELDS, *facts), "an event")
        if "history" in tree:
            self.beside_history(tree)
        links = tuple(name for name, fact in facts.items() if fact.is_link and name in tree)
        readers = self.fact_readers.get(kind) or self._readers(kind)
        plan = EventPlan(kind, plan_of(tree, readers), plan_of(tree, self.statement_readers), links)
        if self.noted == before and kind:
            remember(self.plans, key, plan)
        return plan

    def _readers(self, kind: type[Event] | None) -> dict[str, Read]:
        """What reads each fact of a kind; and its word, where that was refused."""
        readers = {
            name: self._reader_of_lists(fact.read) if fact.many else remembered(fact.read)
            for name, fact in facts_of(kind).items()
        }
        readers |= {"id": read_event_id, "title": read_text, "note": read_text}
        self.fact_readers[kind] = readers if kind else {**readers, "kind": read_kind_word}
        return self.fact_readers[kind]

    # -- statements

    def _history(self, tree: dict[str, Any], kind: type[Event] | None, where: Where) -> tuple[Statement | None, ...]:
        entries = tree["history"]
        if not isinstance(entries, list) or not entries:
            self.not_a_history(tree)
            return ()
        return tuple(self._entry(entry, kind, where) for entry in entries)

    def _entry(self, tree: Any, kind: type[Event] | None, where: Where) -> Statement | None:
        """One statement of a history."""
        if not isinstance(tree, dict):
            self.not_a_mapping(tree, "a statement", "write {status: …}")
            return None
        plan = self.statement_plans.get(key := tuple(tree))
        if plan is None:
            self.unknown_fields(tree, STATEMENT_FIELDS, "a statement")
            plan = plan_of(tree, self.statement_readers)
            if len(plan) == len(tree):
                remember(self.statement_plans, key, plan)
        return self._statement(tree, plan, kind, where(tree))

    def _statement(
        self, tree: dict[str, Any], plan: Plan, kind: type[Event] | None, origin: Origin
    ) -> Statement | None:
        """A statement out of its fields; `said` is the day of its source unless stated."""
        values = self._values(tree, plan)
        if "status" in values:
            values["status"], values["word"] = values["status"]
        elif kind and kind.usual_status:
            values["status"] = kind.usual_status
        else:
            if "status" not in tree:
                self.no_status(tree)
            return None
        if "said" not in values and "source" in values:
            values["said"] = values["source"].source.published
        values["origin"] = origin
        return trusted(Statement, **values)

    # -- links

    def _check_links(self, ids: Collection[str]) -> None:
        """Note links that lead to no event, to their own, or in a circle."""
        for event, name, targets in self.links:
            for at, target in zip(targets, getattr(event, name), strict=True):
                if target == event.id or target not in ids:
                    self.bad_link(event.id, name, at, target, ids)
        for name in ONE_WAY if self.links else ():
            self._check_circles(name)

    def _check_circles(self, name: str) -> None:
        """Note each circle once, at the first link of its first member that leads into it."""
        found = circles(graph_of(self.events.values(), name))
        leads: dict[str, list[tuple[Any, str]]] = {}
        for event, field, targets in self.links if found else ():
            if field == name:
                leads.setdefault(event.id, []).extend(zip(targets, getattr(event, name), strict=True))
        for members in found:
            self.circle(next(at for at, target in leads[members[0]] if target in members), name, members)

    # -- values

    def _values(self, tree: dict[str, Any], plan: Plan) -> dict[str, Any]:
        """The values of the fields, without those that were refused."""
        values = {}
        for name, read in plan:
            try:
                values[name] = read(tree[name])
            except REFUSALS as error:
                self.refused(tree, name, error)
        return values

    def _reader_of_lists(self, read_one: Read) -> Read:
        known: dict[tuple[Any, ...], tuple[Any, ...]] = {}

        def read(value: Any) -> tuple[Any, ...]:
            key = tuple(items_of(value))
            try:
                found = known.get(key)
            except TypeError:  # an item without a hash: a list or a mapping
                found = None
            if found is None:
                found = tuple(self._items(value, read_one))
                if len(found) == len(key):
                    remember(known, key, found)
            return found

        return read

    def _items(self, values: list[Any], read_one: Read) -> Iterator[Any]:
        for value in values:
            try:
                yield read_one(read_text(value))
            except REFUSALS as error:
                self.refused_item(value, error)


def plan_of(tree: dict[str, Any], readers: dict[str, Read]) -> Plan:
    """The fields of a mapping that are read."""
    return tuple((name, readers[name]) for name in tree if name in readers)


def _kind_or_none(tree: dict[str, Any]) -> type[Event] | None:
    try:
        return read_kind_word(tree.get("kind"))
    except FieldError:
        return None
