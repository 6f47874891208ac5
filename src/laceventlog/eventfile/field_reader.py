"""The meaning of an event file: plain values to sources, statements, events and links.

The fast path passes plain values: a problem in them raises `NeedsFullParse`. The full parse passes the same values with
their positions (`nodes`): the problem is reported there, and reading goes on. Equal dates, citations and lists are read
once and shared.
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
    boolean_of,
    cached,
    facts_of,
    id_of,
    items_of,
    kind_of,
    status_and_word,
    store,
    text_of,
)

REFUSALS = (FieldError, DateError, TypeError)
Plan = tuple[tuple[str, Read], ...]
"""The fields of a mapping to read, each with its reader."""
Where = Callable[[Any], Origin]
"""The origin of a mapping."""
Part = tuple[Any, Where | None]
"""A part of a file: an event and what gives its origin, or a mapping with `sources` and None."""


class UndeclaredError(Exception):
    """A cited source may be declared later."""


class EventPlan(NamedTuple):
    """How to read events with the same kind and keys: facts, fields of a flat statement, and links."""

    kind: type[Event] | None
    facts: Plan
    statement: Plan
    links: tuple[str, ...]


class FieldReader(FieldProblems):
    """Reads the parts of one or more files to a log."""

    def __init__(self) -> None:
        super().__init__()
        self.sources: dict[str, Source] = {}
        self.keys: dict[str, Any] = {}
        """The declaring key of each source, as read from the file."""
        self.events: dict[str, Event] = {}
        self.links: list[tuple[Event, str, Sequence[Any]]] = []
        """Event, field, and the targets as read from the file."""
        self.awaits_sources = False
        self.plans: dict[tuple[str | None, ...], EventPlan] = {}
        self.statement_plans: dict[tuple[str, ...], Plan] = {}
        self.fact_readers: dict[type[Event] | None, dict[str, Read]] = {}
        date = cached(When.parse)
        self.source_readers = {name: date if name == "published" else text_of for name in SOURCE_FIELDS}
        self.statement_readers = {
            "status": cached(status_and_word), "when": date, "said": date,
            "source": cached(self._cite), "reason": text_of, "quote": text_of, "correction": boolean_of,
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
        """The log of these parts, read as they come.

        An event that cites a source declared later waits for it, and so do the following ones, which may cite the same.

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
        """The log of these parts, all sources first; parts of files `near` only declare sources and ids.

        Raises:
            NeedsFullParse: there is a problem in values without positions.
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
        """The log, with its own sources and those it cites; links may lead to `ids`."""
        self._check_links(ids)
        good, sources = [event for event in events if event], self.sources
        if len(own) < len(sources):
            cited = {said.source.source.id for event in good for said in event.history if said.source}
            sources = {key: source for key, source in sources.items() if key in own or key in cited}
        return trusted(EventLog, events=tuple(good), sources=MappingProxyType(sources))

    # -- sources

    def declare(self, tree: dict[str, Any], *, is_near: bool = False) -> None:
        """Add the `sources` of a mapping; of two with one id, the first is kept."""
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
        """One source; one with a problem is known too, or each citation of it would be a problem as well."""
        before = self.reported
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
        fields = values if self.reported == before else {"title": ""}
        return trusted(Source, id=str(key), **fields)

    def _cite(self, text: str) -> Citation:
        """`burlyai#20`: a declared source and a locator in it."""
        key, _, at = text.partition("#")
        if key in self.sources:
            return Citation(self.sources[key], at.strip())
        raise UndeclaredError if self.awaits_sources else self.unknown_source(key, self.sources)

    # -- events

    def event(self, tree: Any, where: Where) -> Event | None:
        """One event; None if a problem was reported.

        Raises:
            NeedsFullParse: there is a problem in values without positions.
            UndeclaredError: it cites a source that may be declared later.
        """
        if not isinstance(tree, dict):
            self.not_a_mapping(tree, "an event", "write '- id: …'")
            return None
        before, word = self.reported, tree.get("kind")
        key = (word if isinstance(word, str) else None, *tree)
        plan = self.plans.get(key) or self._plan(tree, key)
        origin = where(tree)
        values = self._values(tree, plan.facts)
        if "history" in tree:
            values["history"] = self._history(tree, plan.kind, where)
        else:
            values["history"] = (self._statement(tree, plan.statement, plan.kind, origin),)
        if self.reported > before or plan.kind is None:
            return None
        values["origin"] = origin
        event = trusted(plan.kind, **values)
        if plan.links:
            self.links += [(event, name, tree[name]) for name in plan.links]
        first = self.events.setdefault(event.id, event)
        if first is not event:
            self.taken_id(tree, first)
            return None
        return event

    def _plan(self, tree: dict[str, Any], key: tuple[str | None, ...]) -> EventPlan:
        """How to read events with this kind and these keys; cached unless there is a problem with them."""
        before, kind = self.reported, _kind_or_none(tree)
        facts = facts_of(kind)
        self.missing_fields(tree)
        self.unknown_fields(tree, (*EVENT_FIELDS, *facts), "an event")
        if "history" in tree:
            self.beside_history(tree)
        links = tuple(name for name, fact in facts.items() if fact.is_link and name in tree)
        readers = self.fact_readers.get(kind) or self._readers(kind)
        plan = EventPlan(kind, plan_of(tree, readers), plan_of(tree, self.statement_readers), links)
        if self.reported == before and kind:
            store(self.plans, key, plan)
        return plan

    def _readers(self, kind: type[Event] | None) -> dict[str, Read]:
        """The readers of the facts of a kind; of all facts and of the kind itself, if that is unknown."""
        readers = {
            name: self._reader_of_lists(fact.read) if fact.many else cached(fact.read)
            for name, fact in facts_of(kind).items()
        }
        readers |= {"id": id_of, "title": text_of, "note": text_of}
        self.fact_readers[kind] = readers if kind else {**readers, "kind": kind_of}
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
                store(self.statement_plans, key, plan)
        return self._statement(tree, plan, kind, where(tree))

    def _statement(
        self, tree: dict[str, Any], plan: Plan, kind: type[Event] | None, origin: Origin
    ) -> Statement | None:
        """A statement; `said` defaults to the day of its source."""
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
        """Report links to unknown events or to themselves, and circular ones."""
        for event, name, targets in self.links:
            for at, target in zip(targets, getattr(event, name), strict=True):
                if target == event.id or target not in ids:
                    self.bad_link(event.id, name, at, target, ids)
        for name in ONE_WAY if self.links else ():
            self._check_circles(name)

    def _check_circles(self, name: str) -> None:
        """Report each circle once, at the first link of its first member that leads into it."""
        found = circles(graph_of(self.events.values(), name))
        leads: dict[str, list[tuple[Any, str]]] = {}
        for event, field, targets in self.links if found else ():
            if field == name:
                leads.setdefault(event.id, []).extend(zip(targets, getattr(event, name), strict=True))
        for members in found:
            self.circle(next(at for at, target in leads[members[0]] if target in members), name, members)

    # -- values

    def _values(self, tree: dict[str, Any], plan: Plan) -> dict[str, Any]:
        """The values of the fields that could be read."""
        values = {}
        for name, read in plan:
            try:
                values[name] = read(tree[name])
            except REFUSALS as error:
                self.refused(tree, name, error)
        return values

    def _reader_of_lists(self, read_one: Read) -> Read:
        cache: dict[tuple[Any, ...], tuple[Any, ...]] = {}

        def read(value: Any) -> tuple[Any, ...]:
            key = tuple(items_of(value))
            try:
                found = cache.get(key)
            except TypeError:  # an unhashable item: a list or a mapping
                found = None
            if found is None:
                found = tuple(self._items(value, read_one))
                if len(found) == len(key):
                    store(cache, key, found)
            return found

        return read

    def _items(self, values: list[Any], read_one: Read) -> Iterator[Any]:
        for value in values:
            try:
                yield read_one(text_of(value))
            except REFUSALS as error:
                self.refused_item(value, error)


def plan_of(tree: dict[str, Any], readers: dict[str, Read]) -> Plan:
    """The fields of a mapping to read."""
    return tuple((name, readers[name]) for name in tree if name in readers)


def _kind_or_none(tree: dict[str, Any]) -> type[Event] | None:
    try:
        return kind_of(tree.get("kind"))
    except FieldError:
        return None
