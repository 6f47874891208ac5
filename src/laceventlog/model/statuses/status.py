"""The statuses that a source can report.

A status is stored because a source said it; a condition (overdue, due …) follows from the dates and today, and is
derived in `reports`. The words of sources for statuses are in `vocabulary`, the codes of other standards in `codes`.
"""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What a source says has become of an event: docs/statuses.md explains each.

    >>> Status("planned").awaits_start, Status.MISSED.is_end
    (True, True)
    """

    PROPOSED = "proposed"
    PLANNED = "planned"
    UNDERWAY = "underway"
    PARTIAL = "partial"
    COMPLETED = "completed"
    POSTPONED = "postponed"
    MISSED = "missed"
    CANCELLED = "cancelled"

    is_end: bool
    """Whether nothing more is awaited: completed, missed or cancelled."""
    awaits_start: bool
    """Whether its start is awaited: proposed, planned or postponed."""


AWAITED = frozenset({Status.PROPOSED, Status.PLANNED, Status.POSTPONED})
ENDS = frozenset({Status.COMPLETED, Status.MISSED, Status.CANCELLED})

for _status in Status:
    _status.is_end, _status.awaits_start = _status in ENDS, _status in AWAITED
