"""Statements to events, and to plans: the rules of `model.history`, which the tests compare row by row.

The model goes through statements one after another; a table asks windows over each event, in the order of
`statement`. It comes to the same, because whether a plan goes on depends on the statement before alone: a plan means
the same days as whichever statement repeated, corrected or made it last.
"""

from __future__ import annotations

from datetime import date

import narwhals.stable.v2 as nw

from ...errors import UsageError
from ...model import Status
from .backends import Frame, checked, same_kind
from .columns import BOUNDS, DATE, HEAD, SAID, SLACKS, STATEMENTS, UNSCHEDULED
from .expressions import AWAITS_START, ENDS, alike, is_known, is_one_of, yes


@same_kind
def as_of(table: Frame, day: date) -> Frame:
    """The statements that had certainly been made by the end of `day`: a table of statements again.

    Raises:
        UsageError: no table of statements. A table of events has forgotten what was said before.
    """
    known = date(day.year, day.month, day.day)  # a time of day would be compared as such
    return checked(table, STATEMENTS, "statements").filter(yes(nw.col("known_from") <= nw.lit(known)))


@same_kind
def events_of(table: Frame) -> Frame:
    """One row an event, from a table of statements: what was said last, and the date in force.

    Raises:
        UsageError: no table of statements.
    """
    return folded(table)


def folded(table: Frame) -> Frame:
    """The table of events that statements amount to."""
    told = after_one_another(table)
    last = _last(told).select(*HEAD, *SAID)
    dated = _last(told.filter(_sets_date())).select("id", *DATE)
    return last.join(dated, on="id", how="left").with_columns(
        nw.col("shape").fill_null(UNSCHEDULED),
        *(nw.col(name).fill_null(0).cast(nw.Int64) for name in SLACKS),
    )


def after_one_another(table: Frame) -> Frame:
    """Statements, each with the status `before` it in its event.

    Raises:
        UsageError: no table of statements, or an engine without ordered windows.
    """
    checked(table, STATEMENTS, "statements")
    if table.implementation.is_pyarrow():
        raise UsageError("pyarrow has no ordered windows: hand over polars.from_arrow(table), or a relation of duckdb")
    return table.with_columns(before=_previous("status"))


def _previous(name: str) -> nw.Expr:
    return nw.col(name).shift(1).over("id", order_by="statement")


def _last(told: Frame) -> Frame:
    return told.filter(nw.col("statement") == nw.col("statement").max().over("id"))


def _sets_date() -> nw.Expr:
    """Whether a statement decides the date in force: by naming one, or by leaving none (`next_date`)."""
    status = nw.col("status")
    lost = (status == str(Status.POSTPONED)) | (
        (status == str(Status.COMPLETED)) & ~yes(nw.col("before") == str(Status.COMPLETED))
    )
    return is_known(nw.col("shape")) | yes(lost)


def plans(told: Frame) -> Frame:
    """One row a plan, as last corrected: its event, its number `plan` from 1, its date; no `days` where it has none.

    `told` has the status `before`.
    """
    dating = told.filter(_is_plan() | _takes_back()).with_columns(_days=nw.when(_is_plan()).then(nw.col("days")))
    dating = dating.with_columns(_days_before=_previous("_days"), _is_first=_previous("statement").is_null())
    same = nw.col("correction") | alike(nw.col("_days"), nw.col("_days_before"))
    dating = dating.with_columns(_starts=nw.col("_is_first") | ~same)
    number = nw.col("_starts").cast(nw.Int64).cum_sum().over("id", order_by="statement")
    deciding = nw.when(nw.col("_starts") | nw.col("correction")).then(nw.col("statement"))
    stands = nw.col("statement") == deciding.max().over("id", "plan")
    numbered = dating.with_columns(plan=number.cast(nw.Int64)).filter(yes(stands))
    return numbered.select("id", "plan", "when", "shape", *BOUNDS, *SLACKS, "text", days=nw.col("_days"))


def _is_scheduled() -> nw.Expr:
    shape = nw.col("shape")
    return is_known(shape) & yes(shape != UNSCHEDULED)


def _is_plan() -> nw.Expr:
    """Whether it dates something still awaited: what has begun is awaited only where its end has a last day."""
    awaited = is_one_of(nw.col("status"), AWAITS_START) | is_known(nw.col("latest_end"))
    return ~is_one_of(nw.col("status"), ENDS) & _is_scheduled() & awaited


def _takes_back() -> nw.Expr:
    """Whether it leaves what is awaited without a date; a correction of an outcome says nothing of the plan."""
    of_outcome = nw.col("correction") & is_one_of(nw.col("before"), ENDS)
    silent = nw.col("shape").is_null() & (nw.col("status") == str(Status.POSTPONED))
    dateless = yes(nw.col("shape") == UNSCHEDULED) | silent
    return is_one_of(nw.col("status"), AWAITS_START) & ~of_outcome & dateless
