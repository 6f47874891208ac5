"""Rows, statements, changes, slip and counts as plain values for machines: one function per kind of record.

Days are ISO 8601, dates EDTF, ranges of days [fewest, most]. None stands for what is not stated or not known.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from ..dates import When
from ..model import Event, EventLog, Statement
from .after_links import chain, is_impossible, link_bounds
from .agenda import Row, in_order
from .condition import standing
from .date_shift import Range
from .rollups import parts, rollup_of

if TYPE_CHECKING:  # types alone: a list in JSON needs none of these modules
    from .comparison.diff import Change, Difference, Edit
    from .counts import CountMatrix
    from .slip.figures import Figures, KeptPlans, Spread
    from .slip.slip import Forecast, Slip
    from .state_change import StateChange
    from .statement_history import HistoryEntry

Record = dict[str, Any]

ROW_FIELDS = (
    "id", "kind", "title", "countries", "status", "condition", "when", "earliest", "latest", "zone", "text",
    "said", "source", "days_overdue", "days_possible", "outcome", "days_late",
)  # fmt: skip
SLIP_FIELDS = (
    "id", "kind", "title", "countries", "status", "condition", "first_plan", "first_plan_text", "last_plan",
    "last_plan_text", "actual", "actual_text", "slip_min", "slip_max", "revisions",
)  # fmt: skip


# -- values


def iso(day: date | None) -> str | None:
    """`2025-03-01`."""
    return day.isoformat() if day else None


def edtf(when: When | None) -> str | None:
    """`2024-35`; None where there is no date. The zone of a time is not part of it."""
    return (when.edtf or None) if when else None


def text(when: When | None) -> str | None:
    """The words of the source."""
    return (when.text or None) if when else None


def _days(days: Range | None) -> list[int | None] | None:
    """`[3, 5]`, `[3, null]`."""
    return list(days) if days else None


def _plain(value: Any) -> Any:
    """A field of any type as JSON has it."""
    if isinstance(value, When):
        return value.notation
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def _head(event: Event) -> Record:
    return {"id": event.id, "kind": event.kind, "title": event.title, "countries": list(event.countries)}


# -- rows


def row_record(row: Row) -> Record:
    """A row of an agenda, with the keys of `ROW_FIELDS`."""
    event, last = row.event, row.event.state.last
    return {
        **_head(event),
        "status": str(event.status),
        "condition": str(row.condition),
        "when": edtf(event.when),
        "earliest": iso(event.when.earliest),
        "latest": iso(event.when.latest),
        "zone": event.when.zone,
        "text": text(event.when),
        "said": edtf(last.said),
        "source": last.source.key if last.source else None,
        "days_overdue": _days(row.standing.days_overdue),
        "days_possible": _days(row.standing.days_possible),
        "outcome": str(row.standing.outcome) if row.standing.outcome else None,
        "days_late": _days(row.standing.days_late),
    }


def links_record(event: Event, log: EventLog, today: date) -> Record:
    """Consequences of links: `earliest_possible` with the `chain` of ids that decides it, and parts."""
    bounds = link_bounds(log)
    bound = bounds[event.id]
    rows = in_order(Row(part, standing(part, today)) for part in parts(log, event.id))
    counts = rollup_of(rows)
    return {
        "earliest_possible": iso(bound.start),
        "waits_until": iso(bound.waits),
        "chain": list(chain(bounds, event.id)) if bound.waits else [],
        "is_impossible": is_impossible(event, bound),
        "parts": {"total": counts.total, **attrs.asdict(counts), "events": [row_record(row) for row in rows]},
    }


# -- statements


def history_record(entry: HistoryEntry) -> Record:
    """A statement of an event and what it changed."""
    head = {"id": entry.event.id, "title": entry.event.title}
    return head | statement_record(entry.statement) | state_change_record(entry.change)


def statement_record(statement: Statement) -> Record:
    """A statement: what was said, when, and by whom."""
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


def state_change_record(change: StateChange) -> Record:
    """Status and date before and after, the kind of change of the date, and the days it moved."""
    before, after = change.before, change.after
    return {
        "status_before": str(before.status) if before else None,
        "status_after": str(after.status),
        "when_before": edtf(before.when) if before else None,
        "when_after": edtf(after.when),
        "date_is": str(change.date_change),
        "days_moved": _days(change.days_moved),
    }


# -- changes between two versions of a log


def change_record(change: Change) -> Record:
    """A change; `shift` has status and date before and after, where the change concerns them."""
    subject, was, moved = change.subject, change.was, change.effect
    return {
        "change": str(change.kind),
        "heading": str(change.heading),
        "of": "event" if isinstance(subject, Event) else "source",
        "id": subject.id,
        "old_id": was.id if was else None,
        "title": subject.title,
        "shift": state_change_record(moved) if moved else None,
        "statement": statement_record(change.statement) if change.statement else None,
        "overtaken": change.overtaken,
        "rewritten": [_edit(edit) for edit in change.edits],
        "fields": [_difference(each) for each in change.facts],
    }


def _edit(edit: Edit) -> Record:
    return {
        "old": statement_record(edit.old),
        "new": statement_record(edit.new) if edit.new else None,
        "fields": [_difference(each) for each in edit.differences],
    }


def _difference(each: Difference) -> Record:
    return {"field": each.field, "old": _plain(each.old), "new": _plain(each.new)}


# -- slip


def slip_record(slip: Slip) -> Record:
    """The slip of an event with all its forecasts."""
    record = flat_slip_record(slip)
    del record["slip_min"], record["slip_max"]
    days = {"days_slip": _days(slip.days), "has_no_date_now": slip.is_open}
    return record | days | {"forecasts": [_forecast(forecast) for forecast in slip.forecasts]}


def flat_slip_record(slip: Slip) -> Record:
    """The slip of an event for a flat table, with the keys of `SLIP_FIELDS`: all values single, no forecasts."""
    fewest, most = slip.days or (None, None)
    return {
        **_head(slip.event),
        "status": str(slip.event.status),
        "condition": str(slip.row.condition),
        **_date("first_plan", slip.first_plan),
        **_date("last_plan", slip.last_plan),
        **_date("actual", slip.actual),
        "slip_min": fewest,
        "slip_max": most,
        "revisions": slip.revisions,
    }


def _forecast(forecast: Forecast) -> Record:
    statement = forecast.statement
    return {
        "said": edtf(statement.said),
        "role": str(forecast.role),
        "status": str(statement.status),
        **_date("when", forecast.when),
        "days_moved": _days(forecast.moved),
        "days_slip": _days(forecast.slip),
        "days_notice": _days(forecast.notice),
        "is_revision": forecast.is_revision,
        "correction": statement.correction,
        "reason": statement.reason or None,
        "source": statement.source.key if statement.source else None,
    }


def _date(name: str, when: When | None) -> dict[str, str | None]:
    return {name: edtf(when), f"{name}_text": text(when)}


def figures_record(figures: Figures) -> Record:
    """The figures over many events."""
    revisions = figures.revisions
    return {
        "events": dict(figures.events),
        "kept": {"first_plan": _kept(figures.by_first), "last_plan": _kept(figures.by_last)},
        "days_slip": _spread(figures.slip),
        "revisions": {
            "number": revisions.number, "later": revisions.later, "earlier": revisions.earlier,
            "unclear": revisions.unclear, "undated": revisions.undated, "days_moved": _spread(revisions.days),
        },
        "days_notice": _spread(figures.notice),
    }  # fmt: skip


def _kept(kept: KeptPlans) -> dict[str, int]:
    return {"certain": kept.certain, "possible": kept.possible, "late": kept.late, "unknown": kept.unknown}


def _spread(spread: Spread | None) -> Record | None:
    if spread is None:
        return None
    quartiles = {"lower_quartile": spread.lower, "median": spread.median, "upper_quartile": spread.upper}
    return {"number": spread.number, **{name: _days(days) for name, days in quartiles.items()}}


# -- counts


def matrix_record(matrix: CountMatrix) -> Record:
    """Counts by one facet or two: keys with their totals, and every cell, zero included."""
    return {
        "by": dict(zip(("rows", "columns"), map(str, matrix.facets), strict=False)),
        "total": matrix.total,
        "rows": [{"key": key, "total": matrix.of_rows[key]} for key in matrix.rows],
        "columns": [{"key": key, "total": matrix.of_columns[key]} for key in matrix.columns],
        "cells": [
            {"row": row, "column": column, "count": matrix.cells.get((row, column), 0)}
            for row in matrix.rows
            for column in matrix.columns
        ],
    }
