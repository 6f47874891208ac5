"""Slip from a table of statements, with the rules of `reports.slip`.

First plan, last plan and outcome of each event are joined in one row, with ordinals as bounds, from which its figures
are computed.
"""

from __future__ import annotations

import narwhals.stable.v2 as nw

from ...model import Status
from .backends import Frame, same_kind
from .columns import BOUNDS, HEAD, SLACKS, UNSCHEDULED
from .date_shift import Dated, derived, missed_by, moved, outcome
from .expressions import ENDS, is_known, is_one_of, ordinal, yes
from .state import folded, plans, with_status_before

FIRST, LAST, ACTUAL = "first_plan_", "last_plan_", "actual_"
LAYOUT = (
    *HEAD, "status", "first_plan", "first_plan_text", "last_plan", "last_plan_text", "actual", "actual_text",
    "slip_min", "slip_max", "revisions", "has_no_date_now", "outcome", "days_late_min", "days_late_max",
)  # fmt: skip


@same_kind
def slip(table: Frame) -> Frame:
    """One row per event that ever had a dated plan, from a table of statements; corrections never count as slip.

    `first_plan`, `last_plan` and `actual` are EDTF, with the words of the source beside them. `slip_min` and `slip_max`
    are days from the first plan to the outcome, else to the last plan; one is missing if it is unlimited, both if the
    plan has lost its date or the outcome has none. `outcome`, `days_late_min` and `days_late_max` compare completed
    events with their last plan.

    Raises:
        UsageError: it is not a table of statements.
    """
    made = _dated(table, plans(with_status_before(table)))
    return _measured(made).with_columns(has_no_date_now=nw.col("_is_open")).select(*LAYOUT)


def _dated(table: Frame, made: Frame) -> Frame:
    """One row per event: its last statement, first and last plan, and outcome."""
    dated = made.filter(is_known(nw.col("days")))
    number = nw.col("plan")
    firsts = dated.filter(number == number.min().over("id")).select("id", _number=number, **_prefixed(FIRST))
    lasts = dated.filter(number == number.max().over("id")).select("id", **_prefixed(LAST))
    current = made.filter(number == number.max().over("id")).select("id", _plans=number, _no_date=_has_no_date())
    events = folded(table).select(*HEAD, "status", **_actual())
    for columns in (firsts, lasts, current):
        events = events.join(columns, on="id", how="inner")
    is_open = nw.col("_no_date") & ~is_one_of(nw.col("status"), ENDS)
    more = {name: column for prefix in (FIRST, LAST, ACTUAL) for name, column in derived(prefix).items()}
    return events.with_columns(**more, _is_open=is_open, revisions=nw.col("_plans") - nw.col("_number"))


def _has_no_date() -> nw.Expr:
    return nw.col("days").is_null()


def _prefixed(prefix: str) -> dict[str, nw.Expr]:
    """The columns of a date with a prefix, its bounds as ordinals; the name of its notation is the prefix alone."""
    plain = {f"{prefix}{name}": nw.col(name) for name in ("shape", "days", "text", *SLACKS)}
    numbered = {f"{prefix}{name}": ordinal(nw.col(name)) for name in BOUNDS}
    return {prefix.removesuffix("_"): nw.col("when"), **plain, **numbered}


def _actual() -> dict[str, nw.Expr]:
    """The date in force if it is that of an outcome. Slack is never missing, or NumPy would change its type."""
    done = yes(nw.col("status") == str(Status.COMPLETED)) & yes(nw.col("shape") != UNSCHEDULED)
    slacks = {f"{ACTUAL}{name}": nw.col(name) for name in SLACKS}
    return {name: nw.when(done).then(column) for name, column in _prefixed(ACTUAL).items()} | slacks


def _measured(events: Frame) -> Frame:
    """Adds days slipped, days late and the outcome."""
    first, last, actual = Dated(FIRST), Dated(LAST), Dated(ACTUAL)
    done = yes(nw.col("status") == str(Status.COMPLETED))
    slipped = missed_by(first, actual).where(done, moved(first, last).where(~nw.col("_is_open")))
    late = missed_by(last, actual).where(done)
    both = is_known(late.fewest) & is_known(late.most)
    late = late.where(both)
    return events.with_columns(
        slip_min=slipped.fewest,
        slip_max=slipped.most,
        days_late_min=late.fewest,
        days_late_max=late.most,
        outcome=nw.when(done).then(outcome(last, actual)),
    )
