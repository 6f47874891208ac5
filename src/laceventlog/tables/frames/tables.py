"""Tables of a log: one of its events, one of its statements."""

from __future__ import annotations

from typing import Any

from ...model import EventLog
from .backends import made
from .columns import EVENTS, STATEMENTS
from .rows import event_columns, statement_columns


def events(log: EventLog, *, backend: str, session: Any = None) -> Any:
    """A native table with one row an event: what was said last, and the date in force.

    Args:
        log: the events.
        backend: whose table: `polars`, `pandas`, `pyarrow`, `duckdb` or `pyspark`.
        session: the Spark session, for `pyspark`.

    Raises:
        UsageError: no such engine, it is not installed, or Spark without its session.
    """
    return made(event_columns(log), EVENTS, backend, session)


def statements(log: EventLog, *, backend: str, session: Any = None) -> Any:
    """A native table with one row a statement, which `as_of` and `slip` need, and every question takes.

    Arguments and errors are those of `events`.
    """
    return made(statement_columns(log), STATEMENTS, backend, session)
