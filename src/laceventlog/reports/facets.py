"""What events are grouped and counted by: countries, kinds, statuses, conditions, years, programmes.

An event stands in every group it belongs to: of three countries, in three. A year is counted only where the whole
date lies in it, slack included; what may fall in several years, or lasts over them, is kept apart and never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from ..dates import When
from ..dates.slack import first_possible, last_possible
from ..model import KINDS, EventLog, Status
from .agenda import Row
from .condition import Condition

NONE, SEVERAL = "(none)", "(several)"
"""Keys of what has no value, and of what has no single one; no country, kind, year or id has brackets."""


class Facet(StrEnum):
    """One side of an event that several may share."""

    COUNTRY = "country"
    KIND = "kind"
    STATUS = "status"
    CONDITION = "condition"
    YEAR = "year"
    PROGRAMME = "programme"


def keys(row: Row, facet: Facet) -> tuple[str, ...]:
    """The groups that a row stands in, at least one; programmes are those it is directly part of."""
    return KEYS[facet](row) or (NONE,)


def year(when: When) -> str:
    """The one year in which all of a date lies, in four digits; else `SEVERAL`, or `NONE` where there is no date."""
    if when.is_unscheduled:
        return NONE
    first, last = first_possible(when, end=False), last_possible(when, end=True)
    return f"{first.year:04}" if first and last and first.year == last.year else SEVERAL


KEYS: Mapping[Facet, Callable[[Row], tuple[str, ...]]] = MappingProxyType({
    Facet.COUNTRY: lambda row: row.event.countries,
    Facet.KIND: lambda row: (row.event.kind,),
    Facet.STATUS: lambda row: (str(row.event.status),),
    Facet.CONDITION: lambda row: (str(row.condition),),
    Facet.YEAR: lambda row: (year(row.event.when),),
    Facet.PROGRAMME: lambda row: row.event.part_of,
})  # fmt: skip


def grouped(rows: Iterable[Row], facet: Facet, log: EventLog) -> dict[str, list[Row]]:
    """The rows of every group, in their order; groups in an order of their own, what has no value last.

    Args:
        rows: any.
        facet: what to group by.
        log: where programmes are looked up; they stand in the order of their dates.
    """
    found: dict[str, list[Row]] = {}
    for row in rows:
        for key in dict.fromkeys(keys(row, facet)):
            found.setdefault(key, []).append(row)
    return {key: found[key] for key in in_order(found, facet, log)}


def in_order(found: Iterable[str], facet: Facet, log: EventLog) -> list[str]:
    """Groups as one expects them: by the alphabet, by the course of things, by time."""
    return sorted(found, key=lambda key: (LAST.get(key, 0), *_place(key, facet, log)))


LAST = {SEVERAL: 1, NONE: 2}


ORDERS: Mapping[Facet, list[str]] = MappingProxyType({
    Facet.STATUS: list(map(str, Status)),
    Facet.CONDITION: list(map(str, Condition)),
})  # fmt: skip


def _place(key: str, facet: Facet, log: EventLog) -> tuple[Any, ...]:
    if facet is Facet.PROGRAMME:
        return (log[key].when.sort_key if key in log else (True, date.max), key)
    order = list(KINDS) if facet is Facet.KIND else ORDERS.get(facet, [])
    return (order.index(key) if key in order else len(order), key)
