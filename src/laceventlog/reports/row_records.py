"""Rows as plain values for machines: the fields that `--format json` and the exports share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from ..model import Event, EventLog
from .after_links import chain, is_impossible, link_bounds
from .agenda import Row, in_order
from .condition import standing
from .rollups import parts, rollup_of
from .values import edtf, head, iso, pair, text

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
        **head(event),
        "status": str(event.status),
        "condition": str(row.condition),
        "when": edtf(event.when),
        "earliest": iso(event.when.earliest),
        "latest": iso(event.when.latest),
        "zone": event.when.zone,
        "text": text(event.when),
        "said": edtf(last.said),
        "source": last.source.key if last.source else None,
        "days_overdue": pair(row.standing.days_overdue),
        "days_possible": pair(row.standing.days_possible),
        "outcome": str(row.standing.outcome) if row.standing.outcome else None,
        "days_late": pair(row.standing.days_late),
    }


def linked_record(event: Event, log: EventLog, today: date) -> dict[str, Any]:
    """What links imply of an event: `earliest_possible` with the `chain` of ids that decides it, and its parts."""
    every = link_bounds(log)
    bound = every[event.id]
    rows = in_order(Row(part, standing(part, today)) for part in parts(log, event.id))
    counts = rollup_of(rows)
    return {
        "earliest_possible": iso(bound.start),
        "waits_until": iso(bound.waits),
        "chain": list(chain(every, event.id)) if bound.waits else [],
        "is_impossible": is_impossible(event, bound),
        "parts": {"total": counts.total, **attrs.asdict(counts), "events": records(rows)},
    }
