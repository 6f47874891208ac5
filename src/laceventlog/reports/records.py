"""Rows as plain values for machines: the fields that `--format json` and the exports share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from .agenda import Row

FIELDS = (
    "id", "kind", "title", "countries", "status", "condition", "when", "earliest", "latest", "zone", "text",
    "said", "source", "days_overdue",
)  # fmt: skip


def records(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """One dict a row; dates are ISO 8601 or None, `when` is EDTF, `text` the words of the source."""
    return [record(row) for row in rows]


def record(row: Row) -> dict[str, Any]:
    """One row; `days_overdue` is [fewest, most] or None."""
    event, last = row.event, row.event.state.last
    return {
        "id": event.id,
        "kind": event.kind,
        "title": event.title,
        "countries": list(event.countries),
        "status": str(event.status),
        "condition": str(row.condition),
        "when": event.when.edtf or None,
        "earliest": _iso(event.when.earliest),
        "latest": _iso(event.when.latest),
        "zone": event.when.zone,
        "text": event.when.text or None,
        "said": last.said.edtf if last.said else None,
        "source": last.source.key if last.source else None,
        "days_overdue": list(row.standing.days_overdue) if row.standing.days_overdue else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
