"""How events stand on a day, as expressions: the rules of `reports.condition`, which the tests compare row by row."""

from __future__ import annotations

from datetime import date

import narwhals.stable.v2 as nw

from ...reports.condition import Condition
from .backends import Frame, checked, same_kind
from .columns import EVENTS
from .expressions import AWAITS_START, BEGUN, ENDS, is_one_of, ordinal, yes
from .state import folded

COUNTED = ("_first", "_last", "_slack")


@same_kind
def condition(table: Frame, today: date) -> Frame:
    """Every event with its condition on `today`, what is awaited, and how many days that is past.

    Takes a table of events, or one of statements, which is folded. The new columns: `condition`; `due_first` and
    `due_last`, the first and last possible day of what is awaited; `days_overdue_min` and `days_overdue_max`, only of
    what is certainly overdue; `days_possible_max`, only of what is due and may be overdue by up to so many days.
    A status that is none of the eight gives no condition.

    Raises:
        UsageError: no such table.
    """
    return _counted(_stood(_events(table), today), today)


@same_kind
def overdue(table: Frame, today: date, *, possible: bool = False) -> Frame:
    """What is certainly overdue on `today`, with the columns of `condition`; with `possible` also what may be.

    A table has no order of its own: sort by `due_last`.

    Raises:
        UsageError: no such table.
    """
    wanted = [Condition.OVERDUE, Condition.DUE] if possible else [Condition.OVERDUE]
    stood = _stood(_events(table), today)
    return _counted(stood.filter(is_one_of(nw.col("condition"), map(str, wanted))), today)


def _events(table: Frame) -> Frame:
    events = folded(table) if "statement" in table.collect_schema() else table
    return checked(events, EVENTS, "events")


def _stood(events: Frame, today: date) -> Frame:
    """With the condition, and what is awaited as dates and as numbers."""
    starts, begun = (is_one_of(nw.col("status"), words) for words in (AWAITS_START, BEGUN))
    awaited = {
        name: nw.when(starts).then(nw.col(start)).otherwise(nw.when(begun).then(nw.col(end)))
        for name, start, end in (
            ("due_first", "earliest_start", "earliest_end"),
            ("due_last", "latest_start", "latest_end"),
        )
    }
    awaited["_slack"] = nw.when(starts).then(nw.col("slack_start")).otherwise(nw.col("slack_end"))
    days = {name: ordinal(nw.col(f"due{name}")) for name in ("_first", "_last")}
    return events.with_columns(**awaited).with_columns(**days).with_columns(condition=condition_on(today))


def condition_on(today: date) -> nw.Expr:
    """The condition, from the status and the numbered days of what is awaited.

    Every comparison with a missing day is taken for false, so the order of the cases is that of the rules.
    """
    day = nw.lit(today.toordinal())
    first, last, slack = (nw.col(name) for name in COUNTED)
    begun, starts, ended = (is_one_of(nw.col("status"), words) for words in (BEGUN, AWAITS_START, ENDS))
    ahead, open_end = yes(day < first), last.is_null()
    cases = [
        (ended, Condition.CLOSED),
        (yes(day - last > slack), Condition.OVERDUE),
        (begun & (open_end | ahead), Condition.ONGOING),
        (starts & ahead, Condition.UPCOMING),
        (starts & open_end, Condition.UNDATED),
        (starts | begun, Condition.DUE),
    ]
    return first_of(cases).cast(nw.String)


def first_of(cases: list[tuple[nw.Expr, Condition]]) -> nw.Expr:
    """The name of the first case that holds; missing where none does."""
    (case, name), *rest = cases
    chosen = nw.when(case).then(nw.lit(str(name)))
    return chosen.otherwise(first_of(rest)) if rest else chosen


def _counted(stood: Frame, today: date) -> Frame:
    """With days past due, and without the numbers they were computed from."""
    first, last, slack = (nw.col(name) for name in COUNTED)
    late, due = (yes(nw.col("condition") == str(each)) for each in (Condition.OVERDUE, Condition.DUE))
    day = nw.lit(today.toordinal())
    most = day - nw.coalesce(first, last)
    return stood.with_columns(
        days_overdue_min=nw.when(late).then(day - last - slack),
        days_overdue_max=nw.when(late).then(most),
        days_possible_max=nw.when(due & yes(day > last)).then(most),
    ).drop(*COUNTED)
