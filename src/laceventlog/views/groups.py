"""Rows under headings: by group of the agenda or by a facet, such as country, kind or year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from ..model import EventLog
from ..reports import Row
from ..reports.facets import NONE, SEVERAL, Facet, grouped, keys
from .i18n import Voice
from .labels import capital, country
from .text_layout import clean


class Section(NamedTuple):
    """Rows under one heading."""

    heading: str
    rows: Sequence[Row]


def by_urgency(rows: Iterable[Row], voice: Voice) -> list[Section]:
    """Sections by group; the rows are in the order of an agenda."""
    return [Section(voice.headings[group], list(same)) for group, same in groupby(rows, key=lambda row: row.group)]


def by(facet: Facet, rows: Sequence[Row], log: EventLog, voice: Voice) -> list[Section]:
    """Sections by a facet; a row is in each group it belongs to."""
    return [
        Section(capital(name(key, facet, log, voice)), found) for key, found in grouped(rows, facet, log).items()
    ]  # fmt: skip


def repeated(facet: Facet, rows: Iterable[Row]) -> int:
    """The number of rows in several groups."""
    return sum(len(set(keys(row, facet))) > 1 for row in rows)


def name(key: str, facet: Facet, log: EventLog, voice: Voice) -> str:
    """The name of a group: a country has name and code, a programme title and id."""
    if key == SEVERAL:
        return voice.say("several years")
    if key == NONE:
        return voice.say(NOTHING[facet])
    return NAMED.get(facet, _as_it_is)(key, log, voice)


Name = Callable[[str, EventLog, Voice], str]
NOTHING: Mapping[Facet, str] = MappingProxyType(
    {Facet.COUNTRY: "no country", Facet.YEAR: "no date", Facet.PROGRAMME: "no programme"}
)
"""Names of the groups of events without a country, date or programme."""


def _as_it_is(key: str, _log: EventLog, _voice: Voice) -> str:
    return key


def _word(key: str, _log: EventLog, voice: Voice) -> str:
    return voice.word(key)


def _country(key: str, _log: EventLog, voice: Voice) -> str:
    return country(key, voice)


def _programme(key: str, log: EventLog, _voice: Voice) -> str:
    return f"{clean(log[key].title)} [{key}]" if key in log else key


NAMED: Mapping[Facet, Name] = MappingProxyType({
    Facet.COUNTRY: _country, Facet.KIND: _word, Facet.STATUS: _word, Facet.CONDITION: _word,
    Facet.PROGRAMME: _programme,
})  # fmt: skip
