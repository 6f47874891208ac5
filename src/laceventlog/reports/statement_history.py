"""What was said, in the order in which it was said: of one event its history, of a whole log the news.

A statement counts from the last possible day on which it was said. Those of unknown day come first.
"""

from __future__ import annotations

from datetime import date

import attrs

from ..model import Event, EventLog, Statement
from ..model.history import said_order
from .state_change import InForce, Shift


@attrs.frozen
class HistoryEntry:
    """One statement of an event, and what it changed against those said before it."""

    event: Event
    statement: Statement
    shift: Shift

    @property
    def is_first(self) -> bool:
        """Whether nothing had been said of the event before."""
        return self.shift.before is None

    @property
    def sort_key(self) -> tuple[date, bool, str]:
        """The order in which statements were said; on one day that of the ids."""
        return *said_order(self.statement), self.event.id


def history(event: Event) -> list[HistoryEntry]:
    """The statements of one event, oldest first."""
    rows: list[HistoryEntry] = []
    before = None
    for statement in sorted(event.history, key=said_order):
        after = InForce.after(before, statement)
        rows.append(HistoryEntry(event, statement, Shift(before, after)))
        before = after
    return rows


def log_history(log: EventLog, since: date | None = None) -> list[HistoryEntry]:
    """Every statement of a log, newest last; with `since` only those said on that day or after.

    Of an imprecise day the last possible one counts; what was said nobody knows when is kept only without `since`.
    """
    rows = sorted((row for event in log for row in history(event)), key=lambda row: row.sort_key)
    return [row for row in rows if since is None or was_said_since(row.statement, since)]


def was_said_since(statement: Statement, day: date) -> bool:
    """Whether it may have been said on `day` or after; not where nobody knows when it was said."""
    last = statement.known_from or (statement.said.earliest if statement.said else None)
    return last is not None and last >= day
