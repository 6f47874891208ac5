"""Renames: an event (or source) that is gone and one that is new are the same if only their ids differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any, TypeVar

import attrs

from ...model import Event, EventLog, Source
from .pairing import Keys

T = TypeVar("T")
Names = Mapping[str, str]
Fingerprints = dict[str, Hashable]


@attrs.frozen
class Renames:
    """Old ids to new ids, of events and of sources."""

    events: Names = attrs.field(factory=dict)
    sources: Names = attrs.field(factory=dict)


def renames(old: EventLog, new: EventLog) -> Renames:
    """All renames that are certain. One can make another certain, through links between events."""
    sources = _certain(*map(_source_fingerprints, _apart(old.sources, new.sources)))
    gone, come = _apart({event.id: event for event in old}, {event.id: event for event in new})
    names: dict[str, str] = {}
    while found := _certain(_fingerprints(gone, Renames(names, sources)), _fingerprints(come, Renames())):
        names |= found
        gone = {key: event for key, event in gone.items() if key not in found}
        come = {key: event for key, event in come.items() if key not in found.values()}
    return Renames(names, sources)


def facts(event: Event, names: Names) -> dict[str, Any]:
    """The fields of an event except its id and history, by name; links have the new ids."""
    compared = (f.name for f in attrs.fields(type(event)) if f.eq and f.name not in ("id", "history"))
    stated = {"kind": event.kind} | {name: getattr(event, name) for name in compared}
    if not names:
        return stated
    return stated | {name: tuple(names.get(key, key) for key in ids) for name, ids in event.links().items()}


def source_facts(source: Source) -> dict[str, Any]:
    """The fields of a source except its id, by name."""
    return {f.name: getattr(source, f.name) for f in attrs.fields(Source) if f.name != "id"}


def comparable(value: Any) -> Hashable:
    """A value to compare: the order of a list does not count."""
    return frozenset(Counter(value).items()) if isinstance(value, tuple) else value


def _apart(old: Mapping[str, T], new: Mapping[str, T]) -> tuple[dict[str, T], dict[str, T]]:
    """The entries that only one of both has."""
    return {k: v for k, v in old.items() if k not in new}, {k: v for k, v in new.items() if k not in old}


def _certain(gone: Fingerprints, come: Fingerprints) -> dict[str, str]:
    """Old id to new id for each fingerprint that occurs once on either side."""
    gone_count, come_count = Counter(gone.values()), Counter(come.values())
    by_print = {print_: key for key, print_ in come.items() if come_count[print_] == 1}
    return {key: by_print[p] for key, p in gone.items() if gone_count[p] == 1 and p in by_print}


def _source_fingerprints(sources: Mapping[str, Source]) -> Fingerprints:
    return {key: tuple(source_facts(source).items()) for key, source in sources.items()}


def _fingerprints(events: Mapping[str, Event], known: Renames) -> Fingerprints:
    keys = Keys(known.sources)
    return {key: _fingerprint(event, known.events, keys) for key, event in events.items()}


def _fingerprint(event: Event, names: Names, keys: Keys) -> Hashable:
    """All of an event except its id."""
    history = comparable(tuple(keys.implied(statement) for statement in event.history))
    return history, tuple((name, comparable(value)) for name, value in sorted(facts(event, names).items()))
