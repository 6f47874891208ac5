"""The fields of event files, and how the value of each is read: a new kind of event needs no code here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

import attrs

from ..errors import FieldError
from ..model import KINDS, Event, Source, Status, read_kind, read_status
from ..model.fields import ID, fact_of, read_id
from ..model.values import Fact
from .nodes import name_of

TOP_FIELDS = ("sources", "events")
SOURCE_FIELDS = tuple(field.name for field in attrs.fields(Source) if field.name != "id")
STATEMENT_FIELDS = ("status", "when", "said", "source", "reason", "quote", "correction")
EVENT_FIELDS = ("id", "kind", "title", *STATEMENT_FIELDS, "history")
TRUTH = {"true": True, "yes": True, "false": False, "no": False}
MOST_KEPT = 8192
"""Values of a kind that are remembered, so that memory does not grow with values that never occur again."""

Read = Callable[[Any], Any]
_FACTS: WeakKeyDictionary[type[Event], dict[str, Fact]] = WeakKeyDictionary()


def facts_of(kind: type[Event] | None) -> dict[str, Fact]:
    """The facts a kind takes, by field name; those of all kinds together where the kind is not known."""
    if kind is None:
        return {name: fact for each in KINDS.values() for name, fact in facts_of(each).items()}
    if kind not in _FACTS:
        found = ((field.name, fact_of(field)) for field in attrs.fields(kind))
        _FACTS[kind] = {name: fact for name, fact in found if fact is not None}
    return _FACTS[kind]


def read_text(value: Any) -> str:
    """A text that is not blank, without the blanks around it.

    Raises:
        FieldError: S003, it is none.
    """
    if isinstance(value, str) and (text := value.strip()):
        return text
    raise FieldError("S003", f"text was expected, not {name_of(value)}", "write one text, quoted if need be")


def read_event_id(value: Any) -> str:
    """An id; most need no stripping."""
    return value if type(value) is str and ID.fullmatch(value) else read_id(read_text(value))


def read_kind_word(value: Any) -> type[Event]:
    """The class of a kind."""
    return read_kind(read_text(value))


def read_status_word(word: str) -> tuple[Status, str]:
    """A status, and the word for it."""
    return read_status(word), word


def read_truth(value: Any) -> bool:
    """`true` or `false`.

    Raises:
        FieldError: S003, it is neither.
    """
    text = str(value) if isinstance(value, bool) else read_text(value)
    if text.casefold() not in TRUTH:
        raise FieldError("S003", f"'{text}' is neither true nor false", "write true or false")
    return TRUTH[text.casefold()]


def items_of(value: Any) -> list[Any]:
    """The items of a list.

    Raises:
        FieldError: S003, it is none.
    """
    if isinstance(value, list):
        return value
    shown = value if isinstance(value, str) else "…"
    raise FieldError("S003", f"a list was expected, not {name_of(value)}", f"write [{shown}]")


def remembered(read: Read) -> Read:
    """Reads each text once; what was read before is looked up without a call."""
    return _Memory(read).__getitem__


def remember(known: dict[Any, Any], key: Any, value: Any) -> None:
    """Add a value to those that are remembered, whose number is limited."""
    if len(known) >= MOST_KEPT:
        known.clear()
    known[key] = value


class _Memory(dict[Any, Any]):
    def __init__(self, read: Read) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, value: Any) -> Any:
        found = self.read(read_text(value))
        remember(self, value, found)
        return found
