"""Conditions as expressions: the rules of `reports.condition`. The tests compare both row by row."""

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
    """All events with their condition on `today`.

    Takes a table of events, or one of statements, which is folded. New columns: `condition`; `due_first` and
    `due_last`, the first and last possible day of the awaited start or end; `days_overdue_min` and `days_overdue_max`,
    if certainly overdue; `days_possible_max`, if due and possibly overdue by up to so many days. An unknown status
    gives no condition.

    Raises:
        UsageError: it is neither table.
    """
    return _with_days(_with_condition(_events(table), today), today)


@same_kind
def overdue(table: Frame, today: date, *, possible: bool = False) -> Frame:
    """Events certainly overdue on `today`, with the columns of `condition`; with `possible` also those that may be.

    The table is not ordered: sort it by `due_last`.

    Raises:
        UsageError: it is neither table.
    """
    wanted = [Condition.OVERDUE, Condition.DUE] if possible else [Condition.OVERDUE]
    found = _with_condition(_events(table), today)
    return _with_days(found.filter(is_one_of(nw.col("condition"), map(str, wanted))), today)


def _events(table: Frame) -> Frame:
    events = folded(table) if "statement" in table.collect_schema() else table
    return checked(events, EVENTS, "events")


def _with_condition(events: Frame, today: date) -> Frame:
    """Adds the condition, and the awaited days as dates and as ordinals."""
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
    """The condition, from the status and the ordinals of the awaited days.

    Comparisons with a missing day are false, so that the cases are in the order of the rules.
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
    """The name of the first case that holds; missing if none does."""
    (case, name), *rest = cases
    chosen = nw.when(case).then(nw.lit(str(name)))
    return chosen.otherwise(first_of(rest)) if rest else chosen


def _with_days(found: Frame, today: date) -> Frame:
    """Adds days past due, and drops the ordinals they are computed from."""
    first, last, slack = (nw.col(name) for name in COUNTED)
    late, due = (yes(nw.col("condition") == str(each)) for each in (Condition.OVERDUE, Condition.DUE))
    day = nw.lit(today.toordinal())
    most = day - nw.coalesce(first, last)
    return found.with_columns(
        days_overdue_min=nw.when(late).then(day - last - slack),
        days_overdue_max=nw.when(late).then(most),
        days_possible_max=nw.when(due & yes(day > last)).then(most),
    ).drop(*COUNTED)
