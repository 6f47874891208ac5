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
from ..model.fields import ID, read_id
from ..model.graph import circles, graph_of
from ..model.values import Fact, trusted
from .field_names import SOURCE_FIELDS, STATEMENT_FIELDS, TRUTH, facts_of
from .trees import Unusual

OWN = frozenset(STATEMENT_FIELDS)
ONE_WAY = ("after", "part_of")
MOST_KEPT = 8192
"""Values of a kind that are remembered, so that memory does not grow with values that are never said again."""
Plain = Mapping[str, Any]
Read = Callable[[Any], Any]
Where = Callable[[Any], Origin]
"""Where a mapping stands in its file."""


Part = tuple[Any, Where | None]
"""A piece of a file: an event and where it stands or, without a place, what its `sources` declare."""


def read(parts: Iterable[Part]) -> EventLog:
    """The log in the parts of its files; citations may stand before what declares them.

    Raises:
        Unusual: something is wrong, or only rare.
    """
    reader = Reader({})
    try:
        log = EventLog.trusted(reader.events(parts), reader.sources)
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


def _id(value: Any) -> str:
    return value if type(value) is str and ID.fullmatch(value) else read_id(_text(value))


class UndeclaredError(Unusual):
    """A source that is not declared, or not yet."""


class Form(NamedTuple):
    """How events with the same keys are read: what reads each fact, which of them are links, where its history is."""

    kind: type[Event]
    facts: tuple[tuple[str, Read], ...]
    links: tuple[str, ...]
    has_history: bool


class Reader:
    """Reads events one by one; remembers what it has read, to share it."""

    def __init__(self, sources: dict[str, Source]) -> None:
        """`sources` are those known already."""
        self.sources = sources
        self.links: list[tuple[str, str]] = []
        self.readers: dict[str, tuple[type[Event], dict[str, Read]]] = {}
        self.forms: dict[tuple[Any, ...], Form] = {}
        self.date = _Known(When.parse).__getitem__
        self.status = _Known(_status).__getitem__
        self.citation = _Known(self._cite).__getitem__

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
        """The events in the order of the parts. One that cites what is declared later waits for that, and so do those
        behind it, which may cite the same.
        """
        read: list[Event | None] = []
        later: list[tuple[int, Any, Where]] = []
        is_waiting = False
        for tree, where in parts:
            if where is None:
                self.declare(tree)
                is_waiting = False
                continue
            event = None if is_waiting else self._event_or_none(tree, where)
            if event is None:
                is_waiting = True
                later.append((len(read), tree, where))
            read.append(event)
        for index, tree, where in later:
            read[index] = self.event(tree, where)
        return [event for event in read if event]

    def _event_or_none(self, tree: Plain, where: Where) -> Event | None:
        """One event; None where it cites what is not declared yet."""
        try:
            return self.event(tree, where)
        except UndeclaredError:
            return None

    def event(self, tree: Plain, where: Where) -> Event:
        """One event.

        Raises:
            Unusual: there is something to look at.
            FieldError, DateError: a value was refused.
        """
        if not isinstance(tree, dict):
            raise Unusual
        try:
            event, links = self._event(tree, where)
        except TypeError as error:  # a list or a mapping where text is wanted has no hash
            raise Unusual from error
        for name in links:
            self.links += [(event.id, target) for target in getattr(event, name)]
        return event

    def _event(self, tree: Plain, where: Where) -> tuple[Event, tuple[str, ...]]:
        """One event, and the names of its links."""
        key = (tree.get("kind"), *tree)
        kind, facts, links, has_history = self.forms.get(key) or self._form(key)
        origin = where(tree)
        values: dict[str, Any] = {name: read(tree[name]) for name, read in facts}
        if has_history:
            values["history"] = self._history(tree["history"], kind, where)
        else:
            values["history"] = (self._statement(tree, kind.usual_status, origin),)
        return kind.trusted(**values, origin=origin), links

    def _form(self, key: tuple[Any, ...]) -> Form:
        """How events with this kind and these keys are read."""
        word, *names = key
        kind, reads = self.readers.get(word) or self._readers(word)
        facts = tuple((name, reads[name]) for name in names if name in reads)
        others = {*names} - reads.keys() - OWN - {"kind", "history"}
        has_history = "history" in names
        if others or (has_history and not OWN.isdisjoint(names)) or not {"id", "title"} <= {*names}:
            raise Unusual
        linked = tuple(name for name, fact in facts_of(kind).items() if fact.is_link and name in names)
        form = Form(kind, facts, linked, has_history)
        if len(self.forms) >= MOST_KEPT:
            self.forms.clear()
        self.forms[key] = form
        return form

    def _readers(self, word: Any) -> tuple[type[Event], dict[str, Read]]:
        """The class of a kind, and what reads each of its facts."""
        kind = read_kind(_text(word))
        reads = {name: _reader_of(fact) for name, fact in facts_of(kind).items()}
        self.readers[word] = kind, reads | {"id": _id, "title": _text, "note": _text}
        return self.readers[word]

    def _history(self, entries: Any, kind: type[Event], where: Where) -> tuple[Statement, ...]:
        if type(entries) is not list or not entries:
            raise Unusual
        if not all(isinstance(entry, dict) and entry.keys() <= OWN for entry in entries):
            raise Unusual
        return tuple(self._statement(entry, kind.usual_status, where(entry)) for entry in entries)

    def _statement(self, said: Plain, usual: Status | None, origin: Origin) -> Statement:
        get = said.get
        status, word = (usual, "") if (value := get("status")) is None else self.status(value)
        if status is None:
            raise Unusual
        source = None if (value := get("source")) is None else self.citation(value)
        day = source.source.published if source else None
        return trusted(
            Statement,
            status=status,
            when=None if (value := get("when")) is None else self.date(value),
            said=day if (value := get("said")) is None else self.date(value),
            source=source,
            reason="" if (value := get("reason")) is None else _text(value),
            quote="" if (value := get("quote")) is None else _text(value),
            correction=False if (value := get("correction")) is None else _truth(value),
            word=word,
            origin=origin,
        )

    def _cite(self, value: str) -> Citation:
        key, _, at = value.partition("#")
        if key not in self.sources:
            raise UndeclaredError
        return Citation(self.sources[key], at.strip())


def _truth(value: Any) -> bool:
    word = "true" if value is True else "false" if value is False else _text(value).casefold()
    if word not in TRUTH:
        raise Unusual
    return TRUTH[word]


def _status(word: str) -> tuple[Status, str]:
    """The status, and the word for it."""
    return read_status(word), word


def _reader_of(fact: Fact) -> Read:
    """How a value, or a list of them, is read."""
    return _reader_of_lists(fact.read) if fact.many else _Known(fact.read).__getitem__


class _Known(dict[Any, Any]):
    """What each text was read as: what was read once is not read again, and looked up without a call."""

    def __init__(self, read_one: Read) -> None:
        super().__init__()
        self.read_one = read_one

    def __missing__(self, value: Any) -> Any:
        found = self.read_one(_text(value))
        if len(self) >= MOST_KEPT:
            self.clear()
        self[value] = found
        return found


def _reader_of_lists(read_one: Read) -> Read:
    known: dict[tuple[Any, ...], tuple[Any, ...]] = {}

    def read(value: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise Unusual
        key = tuple(value)
        found = known.get(key)
        if found is None:
            if len(known) >= MOST_KEPT:
                known.clear()
            found = known[key] = tuple(read_one(_text(item)) for item in key)
        return found

    return read
