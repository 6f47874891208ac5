"""The one table of moves between statuses."""

from __future__ import annotations

from enum import StrEnum

from .status import Status


class Transition(StrEnum):
    """What a change of status wants, as the table of moves and its page call it."""

    FREE = "yes"
    REASON = "reason"
    DATE = "date"
    BOTH = "reason+date"
    CORRECTION = "correction"
    UNLIKELY = "unlikely"

    @property
    def needs_reason(self) -> bool:
        """Whether the statement should say why."""
        return self in (Transition.REASON, Transition.BOTH)

    @property
    def needs_date(self) -> bool:
        """Whether the statement should say when: the date in force cannot stand for what it reports."""
        return self in (Transition.DATE, Transition.BOTH)


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


def _read(table: str) -> dict[tuple[Status, Status], Transition]:
    (_, *columns), *rows = (line.split() for line in table.split("\n") if line)
    return {
        (Status(before), Status(after)): Transition(move)
        for before, *moves in rows
        for after, move in zip(columns, moves, strict=True)
    }


TRANSITIONS = _read(TABLE)
"""(from, to) to what the move wants, for every pair. `check` warns by it and forbids nothing."""
