"""Statements to events and to plans: the rules of `model.history`. The tests compare both row by row.

The model visits statements one after the other; a table uses windows over each event, ordered by `statement`. Both give
the same, because a plan continues or ends depending on the statement before only: it means the same days as the
statement that last made, repeated or corrected it.
"""

from __future__ import annotations

from datetime import date

import narwhals.stable.v2 as nw

from ...errors import UsageError
from ...model import Status
from .backends import Frame, checked, same_kind
from .columns import BOUNDS, DATE, HEAD, SAID, SLACKS, STATEMENTS, UNSCHEDULED
from .expressions import AWAITS_START, ENDS, is_known, is_one_of, same, yes


@same_kind
def as_of(table: Frame, day: date) -> Frame:
    """The statements certainly made by the end of `day`, as a table of statements.

    Raises:
        UsageError: it is not a table of statements. A table of events has only the last ones.
    """
    known = date(day.year, day.month, day.day)  # not a datetime
    return checked(table, STATEMENTS, "statements").filter(yes(nw.col("known_from") <= nw.lit(known)))


@same_kind
def events_of(table: Frame) -> Frame:
    """One row per event, from a table of statements: its last statement and the date in force.

    Raises:
        UsageError: it is not a table of statements.
    """
    return folded(table)


def folded(table: Frame) -> Frame:
    """The table of events from one of statements."""
    statements = with_status_before(table)
    last = _last(statements).select(*HEAD, *SAID)
    dated = _last(statements.filter(_sets_date())).select("id", *DATE)
    return last.join(dated, on="id", how="left").with_columns(
        nw.col("shape").fill_null(UNSCHEDULED),
        *(nw.col(name).fill_null(0).cast(nw.Int64) for name in SLACKS),
    )


def with_status_before(table: Frame) -> Frame:
    """Statements, each with the status `before` it in its event.

    Raises:
        UsageError: it is not a table of statements, or its engine has no ordered windows.
    """
    checked(table, STATEMENTS, "statements")
    if table.implementation.is_pyarrow():
        raise UsageError("pyarrow has no ordered windows: hand over polars.from_arrow(table), or a relation of duckdb")
    return table.with_columns(before=_previous("status"))


def _previous(name: str) -> nw.Expr:
    return nw.col(name).shift(1).over("id", order_by="statement")


def _last(statements: Frame) -> Frame:
    return statements.filter(nw.col("statement") == nw.col("statement").max().over("id"))


def _sets_date() -> nw.Expr:
    """Whether a statement decides the date in force, by stating one or by losing it (`next_date`)."""
    status = nw.col("status")
    lost = (status == str(Status.POSTPONED)) | (
        (status == str(Status.COMPLETED)) & ~yes(nw.col("before") == str(Status.COMPLETED))
    )
    return is_known(nw.col("shape")) | yes(lost)


def plans(statements: Frame) -> Frame:
    """One row per plan, as last corrected: event, number `plan` from 1, and date; `days` is missing without a date.

    The statements have the status `before`.
    """
    dating = statements.filter(_is_plan() | _takes_back()).with_columns(_days=nw.when(_is_plan()).then(nw.col("days")))
    dating = dating.with_columns(_days_before=_previous("_days"), _is_first=_previous("statement").is_null())
    is_same_plan = nw.col("correction") | same(nw.col("_days"), nw.col("_days_before"))
    dating = dating.with_columns(_starts=nw.col("_is_first") | ~is_same_plan)
    number = nw.col("_starts").cast(nw.Int64).cum_sum().over("id", order_by="statement")
    deciding = nw.when(nw.col("_starts") | nw.col("correction")).then(nw.col("statement"))
    is_in_force = nw.col("statement") == deciding.max().over("id", "plan")
    numbered = dating.with_columns(plan=number.cast(nw.Int64)).filter(yes(is_in_force))
    return numbered.select("id", "plan", "when", "shape", *BOUNDS, *SLACKS, "text", days=nw.col("_days"))


def _is_scheduled() -> nw.Expr:
    shape = nw.col("shape")
    return is_known(shape) & yes(shape != UNSCHEDULED)


def _is_plan() -> nw.Expr:
    """Whether it dates an awaited event; one that has begun is awaited only if its end has a last day."""
    awaited = is_one_of(nw.col("status"), AWAITS_START) | is_known(nw.col("latest_end"))
    return ~is_one_of(nw.col("status"), ENDS) & _is_scheduled() & awaited


def _takes_back() -> nw.Expr:
    """Whether it takes the date from an awaited event; a correction of an outcome is not about the plan."""
    of_outcome = nw.col("correction") & is_one_of(nw.col("before"), ENDS)
    silent = nw.col("shape").is_null() & (nw.col("status") == str(Status.POSTPONED))
    dateless = yes(nw.col("shape") == UNSCHEDULED) | silent
    return is_one_of(nw.col("status"), AWAITS_START) & ~of_outcome & dateless
