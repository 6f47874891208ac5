"""Folding statements into a state: which was said last, what was planned first, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from ..dates import When
from .statement import Statement
from .status import Status


@attrs.frozen
class State:
    """What a history amounts to.

    Attributes:
        status: what was said last.
        when: the date in force; unscheduled when none is.
        first_plan: the first date that was planned; None when the outcome was the first thing said.
        plan: the last date that was planned.
        last: the statement said last.
    """

    status: Status
    when: When
    first_plan: When | None
    plan: When | None
    last: Statement

    @property
    def is_revised(self) -> bool:
        """Whether the plan moved; a correction is no move."""
        return self.plan != self.first_plan


def said_order(statement: Statement) -> tuple[date, bool]:
    """Sorts statements as they were said; those of unknown day come first, a correction after what it mends."""
    return statement.known_from or date.min, statement.correction


def fold(history: Iterable[Statement]) -> State:
    """The state after all statements, in the order they were said."""
    ordered: Sequence[Statement] = sorted(history, key=said_order)
    plans: list[When] = []
    when = None
    for statement in ordered:
        when = next_date(statement, when)
        if _is_plan(statement):
            if statement.correction and plans:
                plans.pop()
            plans.append(statement.when or When.unscheduled())
    last = ordered[-1]
    first, plan = (plans[0], plans[-1]) if plans else (None, None)
    return State(last.status, when or When.unscheduled(), first, plan, last)


def _is_plan(statement: Statement) -> bool:
    """Whether it dates something still awaited: what has begun is awaited only where its end has a last day."""
    when = statement.when
    if statement.status.is_end or when is None or when.is_unscheduled:
        return False
    return statement.status.awaits_start or when.latest_end is not None


def next_date(statement: Statement, before: When | None) -> When | None:
    """A statement without a date leaves the old one in force; but what is postponed has lost it, and what is
    completed happened on a day that nobody stated.
    """
    if statement.when is None and statement.status in (Status.POSTPONED, Status.COMPLETED):
        return None
    return statement.when or before
