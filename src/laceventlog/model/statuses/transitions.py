"""The table of transitions between statuses."""

from __future__ import annotations

from enum import StrEnum

from .status import Status


class Transition(StrEnum):
    """What a transition from one status to another needs."""

    FREE = "yes"
    REASON = "reason"
    DATE = "date"
    BOTH = "reason+date"
    CORRECTION = "correction"
    UNLIKELY = "unlikely"

    @property
    def needs_reason(self) -> bool:
        """Whether the statement should give a reason."""
        return self in (Transition.REASON, Transition.BOTH)

    @property
    def needs_date(self) -> bool:
        """Whether the statement should give a date, because the date in force is not that of what it reports."""
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
"""One row per status left, one column per status entered. Four rules:

- Going forward is free; withdrawing, stopping and leaving an end need a reason.
- A date is needed if the one in force cannot be right: an outcome has its own, and an event that is taken up again
  after it was postponed, missed, cancelled or completed needs a new one. "TBD" is enough.
- A completed event is undone only by a correction: the record was wrong, the world did not move.
- An event that has begun is not planned again: such statements are probably in the wrong order.
"""


def _read(table: str) -> dict[tuple[Status, Status], Transition]:
    (_, *columns), *rows = (line.split() for line in table.split("\n") if line)
    return {
        (Status(before), Status(after)): Transition(cell)
        for before, *row in rows
        for after, cell in zip(columns, row, strict=True)
    }


TRANSITIONS = _read(TABLE)
"""What every transition (from, to) needs. `check` warns where it is missing, and forbids nothing."""
