"""The fields that event files know, asked of the attrs classes: a new kind needs no code here."""

from __future__ import annotations

from weakref import WeakKeyDictionary

import attrs

from ..model import KINDS, Event, Source
from ..model.fields import fact_of
from ..model.values import Fact

STATEMENT_FIELDS = ("status", "when", "said", "source", "reason", "quote", "correction")
SOURCE_FIELDS = tuple(f.name for f in attrs.fields(Source) if f.name != "id")
EVENT_FIELDS = ("id", "kind", "title", *STATEMENT_FIELDS, "history")
TRUTH = {"true": True, "yes": True, "false": False, "no": False}


def facts_of(kind: type[Event]) -> dict[str, Fact]:
    """The facts a kind takes, by field name."""
    if kind not in _FACTS:
        _FACTS[kind] = _facts(kind)
    return _FACTS[kind]


_FACTS: WeakKeyDictionary[type[Event], dict[str, Fact]] = WeakKeyDictionary()


def _facts(kind: type[Event]) -> dict[str, Fact]:
    found = ((f.name, fact_of(f)) for f in attrs.fields(kind))
    return {name: fact for name, fact in found if fact is not None}


def all_facts() -> dict[str, Fact]:
    """The facts of all kinds together, for an event whose kind is not known."""
    return {name: fact for kind in KINDS.values() for name, fact in facts_of(kind).items()}
