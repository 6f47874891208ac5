"""How records for machines write values: days as ISO 8601, dates as EDTF, ranges as [fewest, most].

None stands for what is not stated, and for what nobody knows.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ..dates import When
from ..model import Event
from .date_shift import Range


def iso(day: date | None) -> str | None:
    """`2025-03-01`."""
    return day.isoformat() if day else None


def edtf(when: When | None) -> str | None:
    """`2024-35`; None where there is no date. The zone of a time is no part of it."""
    return (when.edtf or None) if when else None


def text(when: When | None) -> str | None:
    """The words of the source."""
    return (when.text or None) if when else None


def pair(days: Range | None) -> list[int | None] | None:
    """`[3, 5]`, `[3, null]`."""
    return list(days) if days else None


def head(event: Event) -> dict[str, Any]:
    """What every record of an event begins with."""
    return {"id": event.id, "kind": event.kind, "title": event.title, "countries": list(event.countries)}
