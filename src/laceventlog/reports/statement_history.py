"""Statements in the order they were said: the history of one event, or of a whole log.

A statement counts from the last possible day on which it was said. Those of an unknown day come first.
"""

from __future__ import annotations

from datetime import date

import attrs

from ..model import Event, EventLog, Statement
from ..model.history import said_order
from ..model.values import as_day
from .state_change import StateChange, StatusAndDate


@attrs.frozen
class HistoryEntry:
    """A statement of an event and the change it made to the state before it."""

    event: Event
    statement: Statement
    change: StateChange

    @property
    def is_first(self) -> bool:
        """Whether it is the first statement of its event."""
        return self.change.before is None

    @property
    def sort_key(self) -> tuple[date, bool, str]:
        """By the day it was said, then by the id of the event."""
        return *said_order(self.statement), self.event.id


def history(event: Event) -> list[HistoryEntry]:
    """The statements of one event, oldest first.

    >>> from laceventlog import history, loads
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> [str(entry.statement.status) for entry in history(log["pumps"])]
    ['planned']
    """
    rows: list[HistoryEntry] = []
    before = None
    for statement in sorted(event.history, key=said_order):
        after = StatusAndDate.after(before, statement)
        rows.append(HistoryEntry(event, statement, StateChange(before, after)))
        before = after
    return rows


def log_history(log: EventLog, since: date | None = None) -> list[HistoryEntry]:
    """Every statement of a log, newest last; with `since` only those said on that day or later.

    An imprecise day counts as its last possible one. Statements of an unknown day are kept only without `since`.

    >>> from laceventlog import loads, log_history
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> [entry.event.id for entry in log_history(log)]
    ['pumps']
    """
    rows = sorted((row for event in log for row in history(event)), key=lambda row: row.sort_key)
    return [row for row in rows if since is None or was_said_since(row.statement, since)]


def was_said_since(statement: Statement, day: date) -> bool:
    """Whether it may have been said on `day` or later; never if the day is unknown."""
    last = statement.known_from or (statement.said.earliest if statement.said else None)
    return last is not None and last >= as_day(day, "since")
