"""Plain records as a table, for reading and for Markdown: one line each, every value as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..text_layout import clean
from .styled_table import PIPE, SIMPLE, written


def render(records: Iterable[Mapping[str, Any]], fields: Sequence[str]) -> str:
    """A table with these fields as its columns."""
    return written(_cells(records, fields), fields, SIMPLE)


def markdown(records: Iterable[Mapping[str, Any]], fields: Sequence[str]) -> str:
    """The same as a table of Markdown."""
    return written(_cells(records, fields), [field.replace("_", " ") for field in fields], PIPE)


def _cells(records: Iterable[Mapping[str, Any]], fields: Sequence[str]) -> list[list[str]]:
    return [[_cell(record.get(field)) for field in fields] for record in records]


def _cell(value: Any) -> str:
    """Lists are joined as in CSV; what is not there is empty."""
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    return "" if value is None else clean(str(value))
