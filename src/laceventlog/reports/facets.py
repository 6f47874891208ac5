"""Facets to group and count events by: country, kind, status, condition, year, programme.

An event of three countries is in three groups. An event is listed under a year only if it certainly falls in it, slack
included; others are listed apart, under several years.
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
"""The keys for no value and for several years; no country, kind, year or id contains brackets."""


class Facet(StrEnum):
    """A property that several events may share."""

    COUNTRY = "country"
    KIND = "kind"
    STATUS = "status"
    CONDITION = "condition"
    YEAR = "year"
    PROGRAMME = "programme"


def keys(row: Row, facet: Facet) -> tuple[str, ...]:
    """The groups of a row, at least one; its programmes are those it is directly part of."""
    return KEYS[facet](row) or (NONE,)


def year(when: When) -> str:
    """The year that contains all of a date, in four digits; else `SEVERAL`, or `NONE` without a date."""
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
    """The rows of every group, in their given order; groups in their natural order, no value last.

    Args:
        rows: in any order.
        facet: the facet to group by.
        log: the log with their programmes, which are ordered by date.
    """
    found: dict[str, list[Row]] = {}
    for row in rows:
        for key in dict.fromkeys(keys(row, facet)):
            found.setdefault(key, []).append(row)
    return {key: found[key] for key in in_order(found, facet, log)}


def in_order(found: Iterable[str], facet: Facet, log: EventLog) -> list[str]:
    """Groups in their natural order: by alphabet, by course of events, by time."""
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
