"""Slip as plain values for machines: dates in EDTF or None, days as [fewest, most] with None for an open end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..dates import When
from .slip.figures import Figures, Kept, Spread
from .slip.slip import Forecast, Slip
from .values import edtf, head, pair, text

FIELDS = (
    "id", "kind", "title", "countries", "status", "condition", "first_plan", "first_plan_text", "last_plan",
    "last_plan_text", "actual", "actual_text", "slip_min", "slip_max", "revisions",
)  # fmt: skip
"""The columns of a flat table; there each end of the slip stands by itself."""


def slip_records(slips: Iterable[Slip]) -> list[dict[str, Any]]:
    """One dict an event, all its values single ones."""
    return [flat_record(slip) for slip in slips]


def flat_record(slip: Slip) -> dict[str, Any]:
    """One event without its forecasts, all values single ones."""
    fewest, most = slip.days or (None, None)
    return {
        **head(slip.event),
        "status": str(slip.event.status),
        "condition": str(slip.row.condition),
        **_date("first_plan", slip.first_plan),
        **_date("last_plan", slip.last_plan),
        **_date("actual", slip.actual),
        "slip_min": fewest,
        "slip_max": most,
        "revisions": slip.revisions,
    }


def slip_record(slip: Slip) -> dict[str, Any]:
    """One event with all its forecasts."""
    record = flat_record(slip)
    del record["slip_min"], record["slip_max"]
    days = {"days_slip": pair(slip.days), "has_no_date_now": slip.is_open}
    return record | days | {"forecasts": [_forecast(forecast) for forecast in slip.forecasts]}


def _forecast(forecast: Forecast) -> dict[str, Any]:
    statement = forecast.statement
    return {
        "said": edtf(statement.said),
        "role": str(forecast.role),
        "status": str(statement.status),
        **_date("when", forecast.when),
        "days_moved": pair(forecast.moved),
        "days_slip": pair(forecast.slip),
        "days_notice": pair(forecast.notice),
        "is_revision": forecast.is_revision,
        "correction": statement.correction,
        "reason": statement.reason or None,
        "source": statement.source.key if statement.source else None,
    }


def figures_record(figures: Figures) -> dict[str, Any]:
    """The figures of a table."""
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


def _date(name: str, when: When | None) -> dict[str, str | None]:
    return {name: edtf(when), f"{name}_text": text(when)}


def _kept(kept: Kept) -> dict[str, int]:
    return {"certain": kept.certain, "possible": kept.possible, "late": kept.late, "unknown": kept.unknown}


def _spread(spread: Spread | None) -> dict[str, Any] | None:
    if spread is None:
        return None
    quartiles = {"lower_quartile": spread.lower, "median": spread.median, "upper_quartile": spread.upper}
    return {"number": spread.number, **{name: pair(days) for name, days in quartiles.items()}}
