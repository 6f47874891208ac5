"""The fields of an event file, and how each value is read. A new kind of event needs no code here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

import attrs

from ..errors import FieldError
from ..model import KINDS, Event, Source, Status, read_kind, read_status
from ..model.fields import ID, fact_of, read_id
from ..model.values import Fact
from .nodes import type_name

TOP_FIELDS = ("sources", "events")
SOURCE_FIELDS = tuple(field.name for field in attrs.fields(Source) if field.name != "id")
STATEMENT_FIELDS = ("status", "when", "said", "source", "reason", "quote", "correction")
EVENT_FIELDS = ("id", "kind", "title", *STATEMENT_FIELDS, "history")
BOOLEANS = {"true": True, "yes": True, "false": False, "no": False}
MOST_CACHED = 8192
"""Values per cache, so that memory does not grow with values that never recur."""

Read = Callable[[Any], Any]
_FACTS: WeakKeyDictionary[type[Event], dict[str, Fact]] = WeakKeyDictionary()


def facts_of(kind: type[Event] | None) -> dict[str, Fact]:
    """The facts of a kind by field name; of all kinds together if the kind is unknown."""
    if kind is None:
        return {name: fact for each in KINDS.values() for name, fact in facts_of(each).items()}
    if kind not in _FACTS:
        found = ((field.name, fact_of(field)) for field in attrs.fields(kind))
        _FACTS[kind] = {name: fact for name, fact in found if fact is not None}
    return _FACTS[kind]


def text_of(value: Any) -> str:
    """A non-blank text, stripped.

    Raises:
        FieldError: S003, not a text.
    """
    if isinstance(value, str) and (text := value.strip()):
        return text
    raise FieldError("S003", f"text was expected, not {type_name(value)}", "write one text, quoted if necessary")


def id_of(value: Any) -> str:
    """An id: most need no stripping."""
    return value if type(value) is str and ID.fullmatch(value) else read_id(text_of(value))


def kind_of(value: Any) -> type[Event]:
    """The class of a kind."""
    return read_kind(text_of(value))


def status_and_word(word: str) -> tuple[Status, str]:
    """A status and the word for it."""
    return read_status(word), word


def boolean_of(value: Any) -> bool:
    """`true` or `false`.

    Raises:
        FieldError: S003, neither.
    """
    text = str(value) if isinstance(value, bool) else text_of(value)
    if text.casefold() not in BOOLEANS:
        raise FieldError("S003", f"'{text}' is neither true nor false", "write true or false")
    return BOOLEANS[text.casefold()]


def items_of(value: Any) -> list[Any]:
    """The items of a list.

    Raises:
        FieldError: S003, not a list.
    """
    if isinstance(value, list):
        return value
    shown = value if isinstance(value, str) else "…"
    raise FieldError("S003", f"a list was expected, not {type_name(value)}", f"write [{shown}]")


def cached(read: Read) -> Read:
    """A reader of texts with a cache: a text that recurs is looked up without a Python call."""
    return _Cache(read).__getitem__


def store(cache: dict[Any, Any], key: Any, value: Any) -> None:
    """Add a value to a cache of limited size."""
    if len(cache) >= MOST_CACHED:
        cache.clear()
    cache[key] = value


class _Cache(dict[Any, Any]):
    def __init__(self, read: Read) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, value: Any) -> Any:
        found = self.read(text_of(value))
        store(self, value, found)
        return found
