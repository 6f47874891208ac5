"""Statuses a source can report.

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

    is_end: bool
    """Whether nothing more is awaited."""
    awaits_start: bool
    """Whether the thing has not begun: its start is awaited."""


AWAITED = frozenset({Status.PROPOSED, Status.PLANNED, Status.POSTPONED})
ENDS = frozenset({Status.COMPLETED, Status.MISSED, Status.CANCELLED})

for _status in Status:
    _status.is_end, _status.awaits_start = _status in ENDS, _status in AWAITED
