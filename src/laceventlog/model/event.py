"""Events: something awaited, past or lasting, with the history of statements about it.

A kind is an attrs class with its own fields; `event_kind` registers it under the word that files use.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from datetime import date
from operator import attrgetter
from typing import Any, ClassVar, NamedTuple, Self, TypeVar

import attrs

from ..dates import When
from ..errors import FieldError, UsageError, did_you_mean
from . import fields
from .history import State, fold
from .statement import Origin, Statement, to_origin
from .statuses.status import Status
from .values import all_of, as_day, guarded, name_fields, shown, trusted

Kind = TypeVar("Kind", bound="type[Event]")
KINDS: dict[str, type[Event]] = {}
"""Every registered kind by its word in files."""


def event_kind(word: str) -> Callable[[Kind], Kind]:
    """Register an attrs subclass of `Event` under `word`.

    Raises:
        UsageError: another class has that word, or it is not a valid id; a field that files could not state.

    >>> import attrs
    >>> from laceventlog import Event, event_kind
    >>> from laceventlog.model import fields
    >>> @event_kind("strike")
    ... @attrs.frozen(kw_only=True)
    ... class Strike(Event):
    ...     union: str | None = fields.text("the union that calls it")
    >>> Strike.kind
    'strike'
    """
    if not fields.ID.fullmatch(word):
        raise UsageError(f"the kind '{word}' cannot be written in files: use lower-case letters, digits and '-'")

    def register(cls: Kind) -> Kind:
        taken = KINDS.get(word)
        if taken and (taken.__module__, taken.__qualname__) != (cls.__module__, cls.__qualname__):
            raise UsageError(f"the kind '{word}' is already {taken.__qualname__}")
        if KINDS:
            _check_fields(cls)
        cls.kind = word
        KINDS[word] = cls
        return cls

    return register


def _check_fields(cls: Any) -> None:
    """Refuse a kind with fields that files could not state."""
    if not (isinstance(cls, type) and issubclass(cls, Event)):
        raise UsageError(f"{shown(cls)} is not a kind of event: write class Visit(Event)")
    common = attrs.fields_dict(Event)
    taken = {*dir(Event), *attrs.fields_dict(Statement)}
    for field in attrs.fields(cls):
        where = f"{cls.__name__}.{field.name}"
        if field.name in common or not (field.init and field.eq):
            continue
        if field.name in taken:
            raise UsageError(f"{where}: every event or statement has a '{field.name}'; give the field another name")
        if fields.fact_of(field) is None:
            raise UsageError(f"{where} cannot be written in files: make it with laceventlog.model.fields, as in text()")


def read_kind(text: str) -> type[Event]:
    """The class registered for a word.

    Raises:
        FieldError: S004.
    """
    found = KINDS.get(text.casefold())
    if found is None:
        raise FieldError("S004", f"unknown kind '{text}'", did_you_mean(text, KINDS))
    return found


def to_statements(values: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements of an event: at least one.

    Raises:
        FieldError: S002, S003.
    """
    history = all_of(Statement, values, "Statement(status='planned', when='2025')")
    if not history:
        raise FieldError("S002", "there is no statement", "write at least its status")
    return history


def _brief(state: State) -> str:
    return " ".join(f"{state.status} {state.when}".split())


@event_kind("event")
@attrs.frozen(kw_only=True, eq=False, repr=False, field_transformer=name_fields)
class Event:
    """An event of no more special kind.

    Attributes:
        id: unique in a log; lower-case letters, digits, `-`, `_`, `.`.
        title: what it is, in a few words.
        history: its statements, at least one; the order in which they were said decides, not that in the file.
        origin: where it was read; takes no part in equality.
        state: what the history amounts to.

    Raises:
        FieldError: a value that an event file could not state; its class is not a registered kind.

    >>> Event(id="forum", title="Business forum", countries=["ve"], history=[Statement(status="planned", when="2025")])
    Event(id='forum', title='Business forum', state=planned 2025)
    """

    kind: ClassVar[str]
    usual_status: ClassVar[Status | None] = None
    is_task: ClassVar[bool] = False
    """Whether it is a task for someone, which a calendar may show as such."""

    id: str = guarded(fields.read_id)
    title: str = guarded()
    countries: tuple[str, ...] = fields.countries("the countries concerned, ISO 3166-1 alpha-2")
    parties: tuple[str, ...] = fields.texts("organisations and bodies that take part")
    place: str | None = fields.text("where it happens")
    tags: tuple[str, ...] = fields.texts("words to filter by")
    part_of: tuple[str, ...] = fields.links("ids of the programmes this belongs to")
    after: tuple[str, ...] = fields.links("ids of what has to come first")
    related: tuple[str, ...] = fields.links("ids of what else to look at")
    note: str | None = fields.text("what a reader has to know; doubts and their reasons")
    history: tuple[Statement, ...] = attrs.field(converter=to_statements, repr=False)
    origin: Origin | None = attrs.field(default=None, eq=False, repr=False, converter=to_origin)
    state: State = attrs.field(init=False, eq=False, repr=_brief)

    @state.default
    def _fold(self) -> State:
        return fold(self.history)

    @property
    def status(self) -> Status:
        """The status reported last."""
        return self.state.status

    @property
    def when(self) -> When:
        """The date in force: that of the plan while the event is awaited, that of the outcome afterwards."""
        return self.state.when

    def __attrs_post_init__(self) -> None:
        """Refuse an event of a class that no file could name."""
        if KINDS.get(self.kind) is not type(self):
            name = type(self).__name__
            raise FieldError("S004", f"{name} is not a registered kind", f"put @event_kind('…') above class {name}")

    def _with(self, **values: Any) -> Self:
        """The event with some checked fields changed."""
        known = {field.name: getattr(self, field.name) for field in attrs.fields(type(self)) if field.init}
        return trusted(type(self), **known | values)

    def __eq__(self, other: object) -> bool:
        """Whether both are of one kind and state the same."""
        if type(other) is not type(self):
            return NotImplemented
        compared = fact_names(type(self)).compared
        return bool(compared(self) == compared(other))

    def __hash__(self) -> int:
        """Equal events have equal hashes."""
        return hash(fact_names(type(self)).compared(self))

    def __repr__(self) -> str:
        """One line: kind, id, title, status and date."""
        return f"{type(self).__name__}(id={self.id!r}, title={self.title!r}, state={_brief(self.state)})"

    def as_of(self, day: date) -> Self | None:
        """The event as it was known by the end of `day`; None if nothing had been said about it."""
        day = as_day(day, "day")
        known = tuple(s for s in self.history if s.was_known_by(day))
        if len(known) == len(self.history):
            return self
        return self._with(history=known) if known else None

    def links(self) -> dict[str, tuple[str, ...]]:
        """The ids this event links to, by the name of the link."""
        return {name: getattr(self, name) for name in fact_names(type(self)).links}

    def linked_within(self, ids: Container[str]) -> Self:
        """The event with only the links that lead to one of `ids`."""
        kept: dict[str, Any] = {name: tuple(k for k in keys if k in ids) for name, keys in self.links().items()}
        return self if kept == self.links() else self._with(**kept)

    def facts(self) -> dict[str, Any]:
        """The fields of its own kind that have a value."""
        return _stated(self, fact_names(type(self)).own)

    def stated(self) -> dict[str, Any]:
        """All fields that have a value, except id, kind, title and history, in their order."""
        return _stated(self, fact_names(type(self)).all)


def _stated(event: Event, names: Iterable[str]) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(event, name)) is not None and value != ()}


class FactNames(NamedTuple):
    """The names of the fields of a kind, in their order: all, its own, the links; and what gives those of equality."""

    all: tuple[str, ...]
    own: tuple[str, ...]
    links: tuple[str, ...]
    compared: Callable[[object], tuple[Any, ...]]


_NAMES: dict[type[Event], FactNames] = {}


def fact_names(cls: type[Event]) -> FactNames:
    """The fields that a class of events can state; computed once per class."""
    if cls not in _NAMES:
        _NAMES[cls] = _fact_names(cls)
    return _NAMES[cls]


def _fact_names(cls: type[Event]) -> FactNames:
    common = {field.name for field in attrs.fields(Event)}
    found = {field.name: fact for field in attrs.fields(cls) if (fact := fields.fact_of(field))}
    links = tuple(name for name, fact in found.items() if fact.is_link)
    compared = attrgetter(*(field.name for field in attrs.fields(cls) if field.eq))
    return FactNames(tuple(found), tuple(name for name in found if name not in common), links, compared)
