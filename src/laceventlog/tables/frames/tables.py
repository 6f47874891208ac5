"""Tables of a log, one of its events and one of its statements, made from columns of plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ...dates import When
from ...dates.slack import days_of_slack
from ...model import Event, EventLog, Statement
from ...model.history import said_order
from ...reports.records import edtf, text
from .backends import made
from .columns import EVENTS, STATEMENTS, Columns, Types

Row = tuple[Any, ...]
Known = dict[When, Row]
"""Columns of dates, cached: a log repeats the same dates."""

SILENT: Row = (None, None, None, None, None, None, 0, 0, None, None)
SEPARATOR = "; "


def events(log: EventLog, *, backend: str, session: Any = None) -> Any:
    """A native table with one row per event: its last statement and the date in force.

    Args:
        log: the events.
        backend: the engine: `polars`, `pandas`, `pyarrow`, `duckdb` or `pyspark`.
        session: the Spark session, for `pyspark`.

    Raises:
        UsageError: the engine is unknown or not installed, or the session of Spark is missing.
    """
    return made(event_columns(log), EVENTS, backend, session)


def statements(log: EventLog, *, backend: str, session: Any = None) -> Any:
    """A native table with one row per statement, which all functions take, and `as_of` and `slip` need.

    Arguments and errors are those of `events`.
    """
    return made(statement_columns(log), STATEMENTS, backend, session)


def event_columns(log: EventLog) -> Columns:
    """One row per event, in the order of the log: its last statement and the date in force."""
    known: Known = {}
    return _columns(EVENTS, (_event(event, known) for event in log))


def statement_columns(log: EventLog) -> Columns:
    """One row per statement, numbered from 1 in each event in the order they were said."""
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
    for number, said in enumerate(sorted(event.history, key=said_order), start=1):
        yield (*head, number, *_said(said), said.correction, said.reason or None, *_date(said.when, known))


def _head(event: Event) -> Row:
    return event.id, event.kind, event.title, SEPARATOR.join(event.countries) or None


def _said(statement: Statement) -> Row:
    source = statement.source.key if statement.source else None
    return str(statement.status), edtf(statement.said), statement.known_from, source


def _date(when: When | None, known: Known) -> Row:
    if when is None:
        return (*SILENT, None)
    if when not in known:
        known[when] = _date_columns(when)
    return (*known[when], text(when))


def _date_columns(when: When) -> Row:
    bounds = when.earliest_start, when.latest_start, when.earliest_end, when.latest_end
    slacks = days_of_slack(when, end=False), days_of_slack(when, end=True)
    return (edtf(when), str(when.shape), *bounds, *slacks, same_days(when), when.zone)


def same_days(when: When) -> str | None:
    """The same text for all notations of the same days, as `is_same_plan` compares them; None for no date.

    An approximate date is its notation, as its slack depends on that.

    >>> same_days(When.parse("Q1 2024")) == same_days(When.parse("[2024-01-01..2024-03-31]"))
    True
    """
    if when.is_unscheduled or when.is_approximate:
        return edtf(when)
    bounds = when.earliest_start, when.latest_start, when.earliest_end, when.latest_end
    start, end = (f"{first or ''}..{last or ''}" for first, last in (bounds[:2], bounds[2:]))
    return f"{start}/{end}" if when.is_span else start
