"""Results of the model as rows of plain values by id, and rows of a table of any engine to compare with."""

from __future__ import annotations

from datetime import date
from typing import Any

import narwhals.stable.v2 as nw

from laceventlog.model import EventLog
from laceventlog.reports import slips, standing
from laceventlog.tables.frames.backends import as_arrow, framed
from laceventlog.tables.frames.slip import LAYOUT
from laceventlog.tables.frames.tables import event_columns

Rows = dict[str, dict[str, Any]]
Pair = tuple[int | None, int | None]
NONE: Pair = (None, None)


def rows(table: Any) -> Rows:
    """The rows of a table by id; every id once."""
    found = as_list(table)
    made = {row["id"]: row for row in found}
    assert len(made) == len(found)
    return made


def as_list(table: Any) -> list[dict[str, Any]]:
    """The rows of a table, in its order."""
    found: list[dict[str, Any]] = as_arrow(framed(table)).to_pylist()
    return found


def schema(table: Any) -> dict[str, Any]:
    """The types of the columns, without the difference between two ways to keep text."""
    return dict(nw.from_native(table).collect_schema())


def folded(log: EventLog) -> Rows:
    """The table of events."""
    columns = event_columns(log)
    return {event.id: dict(zip(columns, row, strict=True)) for event, row in zip(log, _across(columns), strict=True)}


def _across(columns: dict[str, list[Any]]) -> Any:
    return zip(*columns.values(), strict=True)


def conditions(log: EventLog, today: date) -> Rows:
    """The table of events with how they stand."""
    made = folded(log)
    for event in log:
        found = standing(event, today)
        days, possible = found.days_overdue or NONE, found.days_possible or NONE
        made[event.id] |= {
            "condition": str(found.condition), "due_first": found.first, "due_last": found.last,
            "days_overdue_min": days[0], "days_overdue_max": days[1], "days_possible_max": possible[1],
        }  # fmt: skip
    return made


def slipped(log: EventLog) -> Rows:
    """The table of slip."""
    return {slip.event.id: _slip(slip) for slip in slips(log, date(2024, 1, 1))}


def _slip(slip: Any) -> dict[str, Any]:
    event, days, late = slip.event, slip.days or NONE, slip.row.standing.days_late or NONE
    told: dict[str, Any] = {"status": str(event.status)}
    for name, when in (("first_plan", slip.first_plan), ("last_plan", slip.last_plan), ("actual", slip.actual)):
        told |= {name: when.edtf if when else None, f"{name}_text": (when.text or None) if when else None}
    told |= {
        "slip_min": days[0], "slip_max": days[1], "revisions": slip.revisions, "has_no_date_now": slip.is_open,
        "outcome": str(slip.row.standing.outcome) if slip.row.standing.outcome else None,
        "days_late_min": late[0], "days_late_max": late[1],
    }  # fmt: skip
    head = {"id": event.id, "kind": event.kind, "title": event.title, "countries": "; ".join(event.countries) or None}
    made = head | told
    assert list(made) == list(LAYOUT)
    return made
