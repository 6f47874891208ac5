"""Ids that changed while nothing else did: only where one event (or source) that is gone is exactly one that is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any, TypeVar

import attrs

from ...model import Event, EventLog, Source
from .pairing import Keys

T = TypeVar("T")
Names = Mapping[str, str]
Prints = dict[str, Hashable]


@attrs.frozen
class Renames:
    """From old ids to new ones, of events and of sources."""

    events: Names = attrs.field(factory=dict)
    sources: Names = attrs.field(factory=dict)


def renames(old: EventLog, new: EventLog) -> Renames:
    """Every change of an id that is certain; one can make another certain, through the links between events."""
    sources = _certain(*map(_source_prints, _apart(old.sources, new.sources)))
    gone, come = _apart({event.id: event for event in old}, {event.id: event for event in new})
    names: dict[str, str] = {}
    while found := _certain(_prints(gone, Renames(names, sources)), _prints(come, Renames())):
        names |= found
        gone = {key: event for key, event in gone.items() if key not in found}
        come = {key: event for key, event in come.items() if key not in found.values()}
    return Renames(names, sources)


def facts(event: Event, names: Names) -> dict[str, Any]:
    """What is stated of an event beside its id and its history, by name; links lead to the new ids."""
    compared = (f.name for f in attrs.fields(type(event)) if f.eq and f.name not in ("id", "history"))
    stated = {"kind": event.kind} | {name: getattr(event, name) for name in compared}
    if not names:
        return stated
    return stated | {name: tuple(names.get(key, key) for key in ids) for name, ids in event.links().items()}


def source_facts(source: Source) -> dict[str, Any]:
    """What is stated of a source beside its id, by name."""
    return {f.name: getattr(source, f.name) for f in attrs.fields(Source) if f.name != "id"}


def comparable(value: Any) -> Hashable:
    """A value without what does not count: the order of a list."""
    return frozenset(Counter(value).items()) if isinstance(value, tuple) else value


def _apart(old: Mapping[str, T], new: Mapping[str, T]) -> tuple[dict[str, T], dict[str, T]]:
    """What only one of both has."""
    return {k: v for k, v in old.items() if k not in new}, {k: v for k, v in new.items() if k not in old}


def _certain(gone: Prints, come: Prints) -> dict[str, str]:
    """Old id to new id where a print occurs once on either side."""
    gone_count, come_count = Counter(gone.values()), Counter(come.values())
    by_print = {print_: key for key, print_ in come.items() if come_count[print_] == 1}
    return {key: by_print[p] for key, p in gone.items() if gone_count[p] == 1 and p in by_print}


def _source_prints(sources: Mapping[str, Source]) -> Prints:
    return {key: tuple(source_facts(source).items()) for key, source in sources.items()}


def _prints(events: Mapping[str, Event], known: Renames) -> Prints:
    keys = Keys(known.sources)
    return {key: _print(event, known.events, keys) for key, event in events.items()}


def _print(event: Event, names: Names, keys: Keys) -> Hashable:
    """All of an event but its id."""
    said = comparable(tuple(keys.implied(statement) for statement in event.history))
    return said, tuple((name, comparable(value)) for name, value in sorted(facts(event, names).items()))
