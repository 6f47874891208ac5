"""Statuses a source can report, and the one table of moves between them.

A status is stored because a source said it; what follows from dates and today (overdue, due …) is a
condition and is derived in `reports`. The words that sources use are in `words`, what other standards call
a status in `codes`.
"""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What a source says of a thing."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    UNDERWAY = "underway"
    PARTIAL = "partial"
    COMPLETED = "completed"
    POSTPONED = "postponed"
    MISSED = "missed"
    CANCELLED = "cancelled"

    @property
    def is_end(self) -> bool:
        """Whether nothing more is awaited."""
        return self in ENDS

    @property
    def awaits_start(self) -> bool:
        """Whether the thing has not begun: its start is awaited."""
        return self in AWAITED


AWAITED = frozenset({Status.PROPOSED, Status.PLANNED, Status.POSTPONED})
ENDS = frozenset({Status.COMPLETED, Status.MISSED, Status.CANCELLED})


class Move(StrEnum):
    """What a change of status wants, as the table of moves and its page call it."""

    FREE = "yes"
    REASON = "reason"
    DATE = "date"
    BOTH = "reason+date"
    CORRECTION = "correction"
    UNLIKELY = "unlikely"

    @property
    def wants_reason(self) -> bool:
        """Whether the statement should say why."""
        return self in (Move.REASON, Move.BOTH)

    @property
    def wants_date(self) -> bool:
        """Whether the statement should say when: the date in force cannot stand for what it reports."""
        return self in (Move.DATE, Move.BOTH)


TABLE = """
from         proposed    planned      underway     partial      completed    postponed   missed      cancelled
proposed     yes         yes          yes          yes          date         reason      reason      reason
planned      reason      yes          yes          yes          date         reason      reason      reason
underway     unlikely    unlikely     yes          yes          date         reason      reason      reason
partial      unlikely    unlikely     yes          yes          date         reason      reason      reason
completed    correction  correction   reason+date  reason+date  yes          correction  correction  correction
postponed    reason      date         yes          yes          date         yes         reason      reason
missed       unlikely    reason+date  reason       reason       reason+date  reason      yes         reason
cancelled    reason      reason+date  reason       reason       correction   reason      unlikely    yes
"""
"""The moves, each row from one status to every other. Four rules shape it:

- Forwards is free; to withdraw, to stop and to leave an end wants a reason.
- A date is wanted where the one in force cannot stand: an outcome has its own, and what is taken up again after it
  was postponed, missed, cancelled or done needs a new one. "TBD" is a date that nobody stated, and satisfies.
- What happened is taken back only by a correction: the record was wrong, the world did not move.
- What has begun is not planned again: statements in that order were probably said in another.
"""


def _read(table: str) -> dict[tuple[Status, Status], Move]:
    (_, *columns), *rows = (line.split() for line in table.split("\n") if line)
    return {
        (Status(before), Status(after)): Move(move)
        for before, *moves in rows
        for after, move in zip(columns, moves, strict=True)
    }


MOVES = _read(TABLE)
"""(from, to) to what the move wants, for every pair. `check` warns by it and forbids nothing."""
