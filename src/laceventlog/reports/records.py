"""Rows as plain values for machines: the fields that `--format json` and the exports share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from ..model import Event, EventLog
from .agenda import Row, in_order
from .condition import standing
from .links import bounds, chain, is_impossible, parts, rollup_of
from .outcome import Days

FIELDS = (
    "id", "kind", "title", "countries", "status", "condition", "when", "earliest", "latest", "zone", "text",
    "said", "source", "days_overdue", "days_possible", "outcome", "days_late",
)  # fmt: skip


def records(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """One dict a row; dates are ISO 8601 or None, `when` is EDTF, `text` the words of the source."""
    return [record(row) for row in rows]


def record(row: Row) -> dict[str, Any]:
    """One row; days are [fewest, most] or None."""
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
        "days_overdue": _list(row.standing.days_overdue),
        "days_possible": _list(row.standing.days_possible),
        "outcome": str(row.standing.outcome) if row.standing.outcome else None,
        "days_late": _list(row.standing.days_late),
    }


def linked_record(event: Event, log: EventLog, today: date) -> dict[str, Any]:
    """What links imply of an event: `earliest_possible` with the `chain` of ids that decides it, and its parts."""
    every = bounds(log)
    bound = every[event.id]
    rows = in_order(Row(part, standing(part, today)) for part in parts(log, event.id))
    counts = rollup_of(rows)
    return {
        "earliest_possible": _iso(bound.start),
        "waits_until": _iso(bound.waits),
        "chain": list(chain(every, event.id)) if bound.waits else [],
        "is_impossible": is_impossible(event, bound),
        "parts": {"total": counts.total, **attrs.asdict(counts), "events": records(rows)},
    }


def _list(days: Days | None) -> list[int] | None:
    return list(days) if days else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
