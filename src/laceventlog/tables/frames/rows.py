"""A log as columns of plain values: what the tables are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ...dates import When
from ...dates.slack import days_of_slack
from ...model import Event, EventLog, Statement
from ...model.history import said_order
from ...reports.records import edtf, text
from .columns import EVENTS, STATEMENTS, Types

Columns = dict[str, list[Any]]
Row = tuple[Any, ...]
Known = dict[When, Row]
"""Dates already taken apart: a log says the same ones over and over."""

SILENT: Row = (None, None, None, None, None, None, 0, 0, None, None)
SEPARATOR = "; "


def event_columns(log: EventLog) -> Columns:
    """One row an event, in the order of the log: what was said last, and the date in force."""
    known: Known = {}
    return _columns(EVENTS, (_event(event, known) for event in log))


def statement_columns(log: EventLog) -> Columns:
    """One row a statement, numbered in each event from 1 in the order they were said."""
    known: Known = {}
    return _columns(STATEMENTS, (row for event in log for row in _statements(event, known)))


def _columns(types: Types, rows: Iterable[Row]) -> Columns:
    made: Columns = {name: [] for name in types}
    appends = [values.append for values in made.values()]
    for row in rows:
        for append, value in zip(appends, row, strict=True):
            append(value)
    return made


def _event(event: Event, known: Known) -> Row:
    return (*_head(event), *_said(event.state.last), *_date(event.when, known))


def _statements(event: Event, known: Known) -> Iterator[Row]:
    head = _head(event)
    for number, told in enumerate(sorted(event.history, key=said_order), start=1):
        yield (*head, number, *_said(told), told.correction, told.reason or None, *_date(told.when, known))


def _head(event: Event) -> Row:
    return event.id, event.kind, event.title, SEPARATOR.join(event.countries) or None


def _said(told: Statement) -> Row:
    return str(told.status), edtf(told.said), told.known_from, told.source.key if told.source else None


def _date(when: When | None, known: Known) -> Row:
    if when is None:
        return (*SILENT, None)
    if when not in known:
        known[when] = _apart(when)
    return (*known[when], text(when))


def _apart(when: When) -> Row:
    bounds = when.earliest_start, when.latest_start, when.earliest_end, when.latest_end
    slacks = days_of_slack(when, end=False), days_of_slack(when, end=True)
    return (edtf(when), str(when.shape), *bounds, *slacks, same_days(when), when.zone)


def same_days(when: When) -> str | None:
    """One text for all notations of the same days, as `is_same_plan` compares them; None where there are none.

    Of an approximate date only the same notation is the same: its soft edges depend on it.

    >>> same_days(When.parse("Q1 2024")) == same_days(When.parse("[2024-01-01..2024-03-31]"))
    True
    """
    if when.is_unscheduled or when.is_approximate:
        return edtf(when)
    bounds = when.earliest_start, when.latest_start, when.earliest_end, when.latest_end
    start, end = (f"{first or ''}..{last or ''}" for first, last in (bounds[:2], bounds[2:]))
    return f"{start}/{end}" if when.is_span else start
