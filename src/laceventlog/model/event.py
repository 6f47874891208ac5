"""Events: what is awaited, happened or lasts, with the history of what was said about it.

A kind is an attrs class with its own facts; `kind` registers it under the word that files use.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from datetime import date
from typing import Any, ClassVar, NamedTuple, Self, TypeVar

import attrs

from ..dates import When
from ..errors import FieldError, UsageError, did_you_mean
from . import fields
from .history import State, fold
from .statement import Origin, Statement
from .statuses.status import Status

Kind = TypeVar("Kind", bound="type[Event]")
KINDS: dict[str, type[Event]] = {}
"""Every registered kind by its word in files."""


def event_kind(word: str) -> Callable[[Kind], Kind]:
    """Register an attrs subclass of `Event` under `word`.

    Raises:
        UsageError: another class has that word, or it is no id.
    """
    if not fields.ID.fullmatch(word):
        raise UsageError(f"the kind '{word}' cannot be written in files: use small letters, digits and '-'")

    def register(cls: Kind) -> Kind:
        taken = KINDS.get(word)
        if taken and (taken.__module__, taken.__qualname__) != (cls.__module__, cls.__qualname__):
            raise UsageError(f"the kind '{word}' is already {taken.__qualname__}")
        cls.kind = word
        KINDS[word] = cls
        return cls

    return register


def read_kind(text: str) -> type[Event]:
    """The class registered for a word.

    Raises:
        FieldError: S004.
    """
    found = KINDS.get(text.casefold())
    if found is None:
        raise FieldError("S004", f"unknown kind '{text}'", did_you_mean(text, KINDS))
    return found


def _statements(history: Iterable[Statement]) -> tuple[Statement, ...]:
    statements = tuple(history)
    if not statements:
        raise FieldError("S002", "an event without a history", "say at least its status")
    return statements


@event_kind("event")
@attrs.frozen(kw_only=True, repr=False)
class Event:
    """Something dated, of no more special kind.

    `history` holds at least one statement; the order in which they were said decides, not that in the file.
    """

    kind: ClassVar[str]
    usual_status: ClassVar[Status | None] = None
    is_task: ClassVar[bool] = False
    """Whether somebody has to do it: a calendar may then show it as a task."""

    id: str
    title: str
    countries: tuple[str, ...] = fields.countries("the countries concerned, ISO 3166-1 alpha-2")
    parties: tuple[str, ...] = fields.texts("organisations and bodies that take part")
    place: str | None = fields.text("where it happens")
    tags: tuple[str, ...] = fields.texts("words to filter by")
    part_of: tuple[str, ...] = fields.links("ids of the programmes this belongs to")
    after: tuple[str, ...] = fields.links("ids of what has to come first")
    related: tuple[str, ...] = fields.links("ids of what else to look at")
    note: str | None = fields.text("what a reader has to know; doubts and their reasons")
    history: tuple[Statement, ...] = attrs.field(converter=_statements)
    origin: Origin | None = attrs.field(default=None, eq=False, repr=False)
    state: State = attrs.field(init=False, eq=False, repr=False)

    @state.default
    def _fold(self) -> State:
        return fold(self.history)

    @property
    def status(self) -> Status:
        """What was said last."""
        return self.state.status

    @property
    def when(self) -> When:
        """The date in force: of the plan while it is awaited, of the outcome once there is one."""
        return self.state.when

    def __repr__(self) -> str:
        """The constructor call that gives an equal event, whatever its kind."""
        shown = (f"{field.name}={getattr(self, field.name)!r}" for field in attrs.fields(type(self)) if field.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def as_of(self, day: date) -> Self | None:
        """The event as it was known by the end of `day`; None when nothing had been said of it."""
        known = tuple(s for s in self.history if s.was_known_by(day))
        if len(known) == len(self.history):
            return self
        return attrs.evolve(self, history=known) if known else None

    def links(self) -> dict[str, tuple[str, ...]]:
        """The ids this event points to, by the name of the link."""
        return {name: getattr(self, name) for name in fact_names(type(self)).links}

    def linked_within(self, ids: Container[str]) -> Self:
        """The event with only those of its links that lead to one of `ids`."""
        kept: dict[str, Any] = {name: tuple(k for k in keys if k in ids) for name, keys in self.links().items()}
        return self if kept == self.links() else attrs.evolve(self, **kept)

    def facts(self) -> dict[str, Any]:
        """The typed facts of its kind that are stated, without those every event has."""
        return _stated(self, fact_names(type(self)).own)

    def stated(self) -> dict[str, Any]:
        """Everything that is stated beside id, kind, title and history, in the order of the fields."""
        return _stated(self, fact_names(type(self)).all)


def _stated(event: Event, names: Iterable[str]) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(event, name)) is not None and value != ()}


class FactNames(NamedTuple):
    """The names of the facts of a kind, in their order: all, those only it has, those that are links."""

    all: tuple[str, ...]
    own: tuple[str, ...]
    links: tuple[str, ...]


_NAMES: dict[type[Event], FactNames] = {}


def fact_names(cls: type[Event]) -> FactNames:
    """What a class of events can state; asked of its fields once, for a log has few kinds and many events."""
    if cls not in _NAMES:
        _NAMES[cls] = _fact_names(cls)
    return _NAMES[cls]


def _fact_names(cls: type[Event]) -> FactNames:
    common = {field.name for field in attrs.fields(Event)}
    found = {field.name: fact for field in attrs.fields(cls) if (fact := fields.fact_of(field))}
    links = tuple(name for name, fact in found.items() if fact.is_link)
    return FactNames(tuple(found), tuple(name for name in found if name not in common), links)
