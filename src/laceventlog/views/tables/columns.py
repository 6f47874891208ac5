"""Columns of tables for people: the fields of records, in words, and columns that records do not have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Generic, TypeVar

import attrs

from ...errors import UsageError, did_you_mean
from ...reports import Outcome, Row, row_record
from ...reports.records import ROW_FIELDS
from ..day_ranges import range_text
from ..i18n import Voice
from ..labels import UNCUT, capital, cited, lateness, marker, when_text, window
from ..render_options import RenderOptions
from ..text_layout import clean

T = TypeVar("T")
Cell = Callable[[T, date, RenderOptions], str]
WORDS = frozenset({"kind", "status", "condition"})
"""Fields whose values are translated."""


@attrs.frozen
class Fields(Generic[T]):
    """The columns that rows of one type can have.

    Attributes:
        record: makes the record of a row.
        names: the fields of that record, in order.
        cells: columns with a text of their own, by name.
        headers: the key of a column's name in the voices, if it is another.
    """

    record: Callable[[T], Mapping[str, Any]]
    names: Sequence[str]
    cells: Mapping[str, Cell[T]]
    headers: Mapping[str, str]

    @property
    def known(self) -> list[str]:
        """All names."""
        return list(dict.fromkeys((*self.cells, *self.names)))

    def header(self, name: str, voice: Voice) -> str:
        """The header of a column; empty for signs."""
        return "" if name == "mark" else voice.name(self.headers.get(name, name))

    def title(self, name: str, voice: Voice) -> str:
        """The same with a capital letter, except for ids."""
        return voice.name(name) if name == "id" else capital(self.header(name, voice))

    def row(self, row: T, columns: Sequence[str], today: date, options: RenderOptions) -> list[str]:
        """The cells of a row, one line each."""
        record = self.record(row) if any(name not in self.cells for name in columns) else {}
        return [
            self.cells[name](row, today, options) if name in self.cells else _text(name, record[name], options.voice)
            for name in columns
        ]


WORDED = ("mark", "window", "lateness", "heard", "first", "last", "outcome", "days")
"""Columns in words, which JSON and CSV do not have."""


def choose(text: str, known: Sequence[str], worded: Sequence[str] = ()) -> list[str]:
    """The names in a list with commas, each once.

    Args:
        text: the list.
        known: all valid names.
        worded: names of columns in words, which are not available here.

    Raises:
        UsageError: a name is unknown, or there is none.
    """
    names = list(dict.fromkeys(name.strip().casefold() for name in text.split(",") if name.strip()))
    for name in names:
        if name not in known and name in worded:
            raise UsageError(f"the column '{name}' is text for people: use --format table or md")
        if name not in known:
            raise UsageError(f"unknown column '{name}': {did_you_mean(name, known)}")
    if not names:
        raise UsageError(f"--columns is empty: choose from {', '.join(known)}")
    return names


def _text(name: str, value: Any, voice: Voice) -> str:
    """A value of a record: a word, a list with commas, a range of days, or empty."""
    if value is None:
        return ""
    if name in WORDS:
        return voice.word(value)
    if name == "days_late":
        return range_text((value[0], value[1]))
    if isinstance(value, list):
        return voice.number((value[0], value[1])) if name.startswith("days_") else clean(", ".join(value))
    return clean(str(value))


def _heard(row: Row, _today: date, _options: RenderOptions) -> str:
    day = row.event.state.last.known_from
    return day.isoformat() if day else ""


def _outcome(row: Row, _today: date, options: RenderOptions) -> str:
    outcome = row.standing.outcome
    if outcome is None:
        return ""
    return options.voice.say("outcome unknown") if outcome is Outcome.UNKNOWN else options.voice.word(outcome)


FIELDS: Fields[Row] = Fields(
    record=row_record,
    names=ROW_FIELDS,
    cells=MappingProxyType({
        "mark": lambda row, _, options: options.paint(marker(row), row.group),
        "text": lambda row, _, options: clean(when_text(row.event.when, UNCUT, options.voice)),
        "window": lambda row, *_: window(row.event.when),
        "lateness": lambda row, today, options: options.paint(lateness(row, today, options.voice), row.group),
        "heard": _heard,
        "outcome": _outcome,
        "source": lambda row, _, options: clean(cited(row.event.state.last.source, options.voice)),
    }),
    headers=MappingProxyType(
        {"text": "when as written", "title": "event", "heard": "last heard", "when": "edtf"}
    ),
)  # fmt: skip
DOCUMENT = attrs.evolve(FIELDS, headers={**FIELDS.headers, "text": "when"})
"""The same with shorter headers."""
TABLE = ("mark", "id", "text", "window", "status", "lateness", "heard", "title")
MARKDOWN = ("text", "title", "lateness", "status", "countries", "source", "id")
