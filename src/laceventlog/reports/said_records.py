"""What was said, as plain values for machines: a statement, and what it changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..model import Statement
from .state_change import Shift
from .statement_history import HistoryEntry
from .values import edtf, iso, pair, text


def said_records(rows: Iterable[HistoryEntry]) -> list[dict[str, Any]]:
    """One dict a statement for machines; dates are EDTF or None, `text` holds the words of the source."""
    return [_record(row) for row in rows]


def _record(row: HistoryEntry) -> dict[str, Any]:
    return {"id": row.event.id, "title": row.event.title} | statement_record(row.statement) | shift_record(row.shift)


def statement_record(statement: Statement) -> dict[str, Any]:
    """One statement: what was said, when, and by whom."""
    when, said = statement.when, statement.said
    return {
        "said": edtf(said),
        "known_from": iso(statement.known_from),
        "status": str(statement.status),
        "word": statement.word or None,
        "when": edtf(when),
        "earliest": iso(when.earliest) if when else None,
        "latest": iso(when.latest) if when else None,
        "zone": when.zone if when else None,
        "text": text(when),
        "source": statement.source.key if statement.source else None,
        "reason": statement.reason or None,
        "quote": statement.quote or None,
        "correction": statement.correction,
    }


def shift_record(shift: Shift) -> dict[str, Any]:
    """What changed: status and date before and after, what became of the date, and the days it moved."""
    before, after = shift.before, shift.after
    return {
        "status_before": str(before.status) if before else None,
        "status_after": str(after.status),
        "when_before": edtf(before.when) if before else None,
        "when_after": edtf(after.when),
        "date_is": str(shift.drift),
        "days_moved": pair(shift.days_moved),
    }
