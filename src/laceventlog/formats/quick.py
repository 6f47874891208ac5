"""Sound files read at once, without places: most files have nothing to report.

Whatever is in any way unusual raises `Unusual`, and the reader that knows places reads all again and says what is
wrong. Where this one reads, it gives what that one gives (a law). Dates, citations, lists and words that were read
once are shared by all events that say them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from ..dates import When
from ..errors import DateError, FieldError
from ..model import Citation, Event, EventLog, Origin, Source, Statement, Status, read_kind, read_status
from ..model.facts import ID, Fact, read_id
from ..model.graph import circles, graph_of
from .names import SOURCE_FIELDS, STATEMENT_FIELDS, TRUTH, facts_of
from .trees import Unusual

OWN = frozenset(STATEMENT_FIELDS)
ONE_WAY = ("after", "part_of")
MOST_KEPT = 8192
"""Values of a kind that are remembered, so that memory does not grow with values that are never said again."""
Plain = Mapping[str, Any]
Read = Callable[[Any], Any]
Where = Callable[[Any], Origin]
"""Where a mapping stands in its file."""


class Part(NamedTuple):
    """A piece of a file: an event or, without a place, what its `sources` declare."""

    tree: Any
    where: Where | None


def read(parts: Iterable[Part]) -> EventLog:
    """The log in the parts of its files; citations may stand before what declares them.

    Raises:
        Unusual: something is wrong, or only rare.
    """
    reader = Reader({})
    try:
        log = EventLog(reader.events(parts), reader.sources)
    except (FieldError, DateError) as error:
        raise Unusual from error
    if len(log) != len({event.id for event in log}):
        raise Unusual
    check_links(log, reader.links)
    return log


def _source_field(name: str, value: Any) -> Any:
    if name not in SOURCE_FIELDS:
        raise Unusual
    return When.parse(_text(value)) if name == "published" else _text(value)


def _text(value: Any) -> str:
    """A text that is not blank, without the blanks around it."""
    if type(value) is str and (text := value.strip()):
        return text
    raise Unusual


def check_links(log: EventLog, links: Iterable[tuple[str, str]]) -> None:
    """See that every link leads from one event to another, without circles.

    Raises:
        Unusual: one does not.
    """
    pairs = list(links)
    if any(owner == target or target not in log for owner, target in pairs):
        raise Unusual
    if pairs and any(circles(graph_of(log, field)) for field in ONE_WAY):
        raise Unusual


def _parted(tree: Plain, facts: Mapping[str, Read]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What an event is, read, and what it says of itself, as it stands."""
    values: dict[str, Any] = {}
    said: dict[str, Any] = {}
    for name, value in tree.items():
        read_fact = facts.get(name)
        if read_fact is not None:
            values[name] = read_fact(value)
        elif name in OWN:
            said[name] = value
        elif name not in ("kind", "history"):
            raise Unusual
    if "id" not in values or "title" not in values:
        raise Unusual
    return values, said


def _id(value: Any) -> str:
    return value if type(value) is str and ID.fullmatch(value) else read_id(_text(value))


class UndeclaredError(Unusual):
    """A source that is not declared, or not yet."""


class Plan(NamedTuple):
    """How events of a kind are read: its class, what reads each of its facts, which of them are links."""

    kind: type[Event]
    facts: dict[str, Read]
    links: tuple[str, ...]


class Reader:
    """Reads events one by one; remembers what it has read, to share it."""

    def __init__(self, sources: dict[str, Source]) -> None:
        """`sources` are those known already."""
        self.sources = sources
        self.links: list[tuple[str, str]] = []
        self.plans: dict[str, Plan] = {}
        self.date = _remembering(lambda value: When.parse(_text(value)))
        self.status = _remembering(lambda value: read_status(_text(value)))
        self.citation = _remembering(self._cite)

    def declare(self, declared: Any) -> None:
        """Add what one `sources` mapping declares."""
        if not isinstance(declared, dict) or not declared:
            raise Unusual
        for key, fields in declared.items():
            if key in self.sources or not isinstance(fields, dict) or "title" not in fields:
                raise Unusual
            values = {name: _source_field(name, value) for name, value in fields.items()}
            self.sources[read_id(key)] = Source(key, **values)

    def events(self, parts: Iterable[Part]) -> list[Event]:
        """The events in the order of the parts; those that cite what is declared later are read last."""
        read: list[Event | None] = []
        later: list[tuple[int, Any, Where]] = []
        for tree, where in parts:
            if where is None:
                self.declare(tree)
                continue
            try:
                read.append(self.event(tree, where))
            except UndeclaredError:
                later.append((len(read), tree, where))
                read.append(None)
        for index, tree, where in later:
            read[index] = self.event(tree, where)
        return [event for event in read if event]

    def event(self, tree: Plain, where: Where) -> Event:
        """One event.

        Raises:
            Unusual: there is something to look at.
            FieldError, DateError: a value was refused.
        """
        if not isinstance(tree, dict) or type(word := tree.get("kind")) is not str:
            raise Unusual
        kind, facts, links = self.plans.get(word) or self._plan(word)
        values, said = _parted(tree, facts)
        origin = where(tree)
        if "history" not in tree:
            history: tuple[Statement, ...] = (self._statement(said, kind.usual_status, origin),)
        elif said:
            raise Unusual
        else:
            history = self._history(tree["history"], kind, where)
        event = kind(**values, history=history, origin=origin)
        for name in links:
            if name in values:
                self.links += [(event.id, target) for target in values[name]]
        return event

    def _plan(self, word: str) -> Plan:
        kind = read_kind(_text(word))
        facts = facts_of(kind)
        reads: dict[str, Read] = {name: _reader_of(fact) for name, fact in facts.items()}
        reads |= {"id": _id, "title": _text, "note": _text}
        links = tuple(name for name, fact in facts.items() if fact.is_link)
        self.plans[word] = Plan(kind, reads, links)
        return self.plans[word]

    def _history(self, entries: Any, kind: type[Event], where: Where) -> tuple[Statement, ...]:
        if type(entries) is not list or not entries:
            raise Unusual
        if not all(isinstance(entry, dict) and entry.keys() <= OWN for entry in entries):
            raise Unusual
        return tuple(self._statement(entry, kind.usual_status, where(entry)) for entry in entries)

    def _statement(self, said: Plain, usual: Status | None, origin: Origin) -> Statement:
        word = said.get("status")
        status = usual if word is None else self.status(word)
        if status is None:
            raise Unusual
        source = self.citation(said["source"]) if "source" in said else None
        day = self.date(said["said"]) if "said" in said else source.source.published if source else None
        return Statement(
            status=status,
            when=self.date(said["when"]) if "when" in said else None,
            said=day,
            source=source,
            reason=_text(said["reason"]) if "reason" in said else "",
            quote=_text(said["quote"]) if "quote" in said else "",
            correction=_truth(said["correction"]) if "correction" in said else False,
            word=word.strip() if word else "",
            origin=origin,
        )

    def _cite(self, value: Any) -> Citation:
        key, _, at = _text(value).partition("#")
        if key not in self.sources:
            raise UndeclaredError
        return Citation(self.sources[key], at.strip())


def _truth(value: Any) -> bool:
    word = "true" if value is True else "false" if value is False else _text(value).casefold()
    if word not in TRUTH:
        raise Unusual
    return TRUTH[word]


def _reader_of(fact: Fact) -> Read:
    """How a value, or a list of them, is read."""
    read_one = fact.read
    return _remembering_lists(read_one) if fact.many else _remembering(lambda value: read_one(_text(value)))


def _remembering(read_one: Read) -> Read:
    """What was read once is not read again."""
    known: dict[Any, Any] = {}

    def remembered(value: Any) -> Any:
        if type(value) is not str:
            raise Unusual
        found = known.get(value)
        if found is None:
            if len(known) >= MOST_KEPT:
                known.clear()
            found = known[value] = read_one(value)
        return found

    return remembered


def _remembering_lists(read_one: Read) -> Read:
    known: dict[tuple[Any, ...], tuple[Any, ...]] = {}

    def remembered(value: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise Unusual
        key = tuple(value)
        try:
            found = known.get(key)
        except TypeError as error:  # a list in a list
            raise Unusual from error
        if found is None:
            if len(known) >= MOST_KEPT:
                known.clear()
            found = known[key] = tuple(read_one(_text(item)) for item in key)
        return found

    return remembered
