"""Rollups along `part_of`: the conditions of the parts of an event. Circular links are ignored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import attrs

from ..model import Event, EventLog
from ..model.graph import graph_of, one_way
from .agenda import Group, Row
from .condition import standing

NONE: Mapping[str, Any] = MappingProxyType({})


@attrs.frozen
class Rollup:
    """Numbers of parts by group; a part counts once, even if several links lead to it."""

    overdue: int = 0
    due: int = 0
    upcoming: int = 0
    ongoing: int = 0
    undated: int = 0
    done: int = 0
    missed: int = 0
    cancelled: int = 0

    @property
    def total(self) -> int:
        """The number of parts."""
        return sum(attrs.astuple(self))


def rollup(log: EventLog, today: date) -> dict[str, Rollup]:
    """The rollup on `today` of every event that has parts, by id; parts of parts included.

    >>> from datetime import date
    >>> from laceventlog import load, rollup
    >>> rollup(load("events"), date(2025, 3, 1))["cu-uaz"].total
    4
    """
    wholes = one_way(graph_of(log, "part_of"))
    gathered: dict[str, _Parts] = {}
    found = {}
    for key in reversed(wholes):  # parts before wholes
        parts = gathered.pop(key, None)
        if parts:
            found[key] = Rollup(**parts.counts)
        if wholes[key]:
            parts = parts or _Parts()
            parts.add(key, Row(log[key], standing(log[key], today)).group)
            _pass_on(parts, wholes[key], gathered)
    return found


class _Parts:
    """Ids with their groups, and the number of ids per group; not shared, so it is mutated in place."""

    __slots__ = ("counts", "groups")

    def __init__(self, groups: Mapping[str, Group] = NONE, counts: Mapping[str, int] = NONE) -> None:
        self.groups, self.counts = dict(groups), dict(counts)

    def add(self, key: str, group: Group) -> None:
        if key not in self.groups:
            self.groups[key] = group
            self.counts[group] = self.counts.get(group, 0) + 1

    def with_all(self, other: _Parts) -> _Parts:
        """The larger of the two, with the ids of the smaller added."""
        small, large = sorted((self, other), key=lambda parts: len(parts.groups))
        for key, group in small.groups.items():
            large.add(key, group)
        return large


def _pass_on(parts: _Parts, wholes: tuple[str, ...], gathered: dict[str, _Parts]) -> None:
    """Add the parts to each whole; all wholes but the last get a copy."""
    for number, whole in enumerate(wholes):
        passed = _Parts(parts.groups, parts.counts) if number < len(wholes) - 1 else parts
        gathered[whole] = passed.with_all(gathered[whole]) if whole in gathered else passed


def parts(log: EventLog, whole: str) -> list[Event]:
    """All direct and indirect parts of an event, each once, in reading order."""
    members: dict[str, list[str]] = {}
    for key, wholes in one_way(graph_of(log, "part_of")).items():
        for each in wholes:
            members.setdefault(each, []).append(key)
    found, ahead = set[str](), [whole]
    while ahead:
        new = [key for key in members.get(ahead.pop(), ()) if key not in found]
        found.update(new)
        ahead += new
    return [event for event in log if event.id in found]


def rollup_of(rows: Iterable[Row]) -> Rollup:
    """The rollup of these rows."""
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.group] = counts.get(row.group, 0) + 1
    return Rollup(**counts)
