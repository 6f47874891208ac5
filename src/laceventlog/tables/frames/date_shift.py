"""Shifts of dates as expressions: the rules of `reports.date_shift`. The tests compare both row by row.

The columns of a date have a common prefix, its bounds are ordinals. An open bound is missing, and so is every result
computed from it, so that most rules for open ends are implied.
"""

from __future__ import annotations

from typing import NamedTuple

import narwhals.stable.v2 as nw

from ...dates import Shape
from ...reports.punctuality import Outcome
from .columns import BOUNDS, SLACKS
from .expressions import LAST_DAY, Range, is_known, same, smaller, yes

SPAN, MOMENT = str(Shape.SPAN), str(Shape.MOMENT)
NO_MOVE = Range(nw.lit(0), nw.lit(0))


class Limits(NamedTuple):
    """The first and the last possible day of a start or an end."""

    first: nw.Expr
    last: nw.Expr

    @property
    def due(self) -> Limits:
        """The limits of a deadline: both are its last day."""
        return Limits(nw.coalesce(self.first, self.last), self.last)

    def unless(self, condition: nw.Expr, other: Limits) -> Limits:
        """These, or `other` if the condition holds."""
        return Limits(*(nw.when(condition).then(b).otherwise(a) for a, b in zip(self, other, strict=True)))


class Dated:
    """The date whose columns have a prefix, with those of `derived`."""

    def __init__(self, prefix: str) -> None:
        earliest_start, latest_start, earliest_end, latest_end = (nw.col(f"{prefix}{name}") for name in BOUNDS)
        self.start, self.end = Limits(earliest_start, latest_start), Limits(earliest_end, latest_end)
        self.whole = Limits(earliest_start, latest_end)
        self.slack_start, self.slack_end = (nw.col(f"{prefix}{name}") for name in SLACKS)
        self.days, self.shape = nw.col(f"{prefix}days"), nw.col(f"{prefix}shape")
        self.is_span, self.is_moment, self.has_end, self.slack, self.give = (
            nw.col(f"{prefix}{name}") for name in ("is_span", "is_moment", "has_end", "slack", "give")
        )


def derived(prefix: str) -> dict[str, nw.Expr]:
    """Columns computed once from those of a date, so that expressions over them stay small.

    `slack` is the wider slack of both ends; `give` is the same, limited by the last day of the calendar.
    """
    date = Dated(prefix)
    slack = nw.when(date.slack_start > date.slack_end).then(date.slack_start).otherwise(date.slack_end)
    left = LAST_DAY - nw.coalesce(date.end.last, date.start.last, date.start.first)
    give = nw.when(left.is_null()).then(nw.lit(0)).otherwise(smaller(slack, left))
    has_end = is_known(date.end.first) | is_known(date.end.last)
    kinds = {"is_span": yes(date.shape == SPAN), "is_moment": yes(date.shape == MOMENT)}
    made = {**kinds, "has_end": has_end, "slack": slack, "give": give}
    return {f"{prefix}{name}": column for name, column in made.items()}


def moved(old: Dated, new: Dated) -> Range:
    """Days from one plan to the next; for spans the ends are compared."""
    before, after = _compared(old, new)
    unmoved = old.is_span & new.is_span & (old.slack == 0) & (new.slack == 0)
    unmoved = unmoved & same(before.first, after.first) & same(before.last, after.last)
    openly = before.last.is_null() & after.last.is_null() & is_known(before.first) & is_known(after.first)
    firsts = after.first - before.first
    whole = _days(before.due, after.due, old.give + new.give)
    return NO_MOVE.where(yes(old.days == new.days) | yes(unmoved), Range(firsts, firsts).where(openly, whole))


def missed_by(plan: Dated, actual: Dated) -> Range:
    """Days from a plan to its outcome; if a span was planned and a moment reported, that is its end."""
    ended = plan.is_span & actual.is_moment & plan.has_end
    before, after = _compared(plan, actual)
    before, after = before.unless(ended, plan.end), after.unless(ended, actual.end)
    return _days(before.due, after, plan.give + actual.give)


def _compared(old: Dated, new: Dated) -> tuple[Limits, Limits]:
    """The ends of two spans, or their starts if neither has an end; else from the first day to the last."""
    spans, ends = old.is_span & new.is_span, old.has_end | new.has_end
    before, after = (each.whole.unless(spans, each.start).unless(spans & ends, each.end) for each in (old, new))
    return before, after


def _days(before: Limits, after: Limits, give: nw.Expr) -> Range:
    return Range(after.first - before.last - give, after.last - before.first + give)


def outcome(plan: Dated, actual: Dated) -> nw.Expr:
    """Early, on time, late or unknown: the rules of `reports.punctuality`; missing without a last day."""
    due = plan.end.last
    last = smaller(actual.end.last + actual.slack_end, nw.lit(LAST_DAY))
    ahead = nw.coalesce(plan.end.first, due) - last
    in_time = nw.when(ahead > plan.slack_end).then(nw.lit(str(Outcome.EARLY))).otherwise(nw.lit(str(Outcome.ON_TIME)))
    starts, ends = actual.start.first - actual.slack_start, actual.end.first - actual.slack_end
    first = nw.when(plan.is_moment).then(starts).otherwise(ends)
    late = nw.when(yes(first > due + plan.slack_end)).then(nw.lit(str(Outcome.LATE)))
    found = nw.when(yes(last <= due)).then(in_time).otherwise(late.otherwise(nw.lit(str(Outcome.UNKNOWN))))
    return nw.when(is_known(due)).then(found).cast(nw.String)
