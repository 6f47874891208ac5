"""Statements folded into a state: the last status, the first plan, the date in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ..dates import When
from .statement import Statement
from .statuses.status import Status


class State(NamedTuple):
    """What a history amounts to.

    Attributes:
        status: the status reported last.
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
        """Whether the plan moved; a correction does not count as a move."""
        return self.plan != self.first_plan


def said_order(statement: Statement) -> tuple[date, bool]:
    """Sorts statements in the order they were said: unknown days first, a correction after what it corrects."""
    return statement.known_from or date.min, statement.correction


def fold(history: Iterable[Statement]) -> State:
    """The state after all statements, in the order they were said."""
    if isinstance(history, tuple) and len(history) == 1:  # as most are: there is nothing to put in order
        (last,) = history
        plan = last.when if _is_plan(last) else None
        return State(last.status, last.when or UNSCHEDULED, plan, plan, last)
    ordered: Sequence[Statement] = sorted(history, key=said_order)
    when, before = None, None
    for statement in ordered:
        when = next_date(statement, when, before)
        before = statement.status
    last = ordered[-1]
    dated = [plan.when for plan in plans(ordered) if plan.when]
    first, latest = (dated[0], dated[-1]) if dated else (None, None)
    return State(last.status, when or When.unscheduled(), first, latest, last)


UNSCHEDULED = When.unscheduled()


class Plan(NamedTuple):
    """One plan as long as it stood, however often it was said again.

    Attributes:
        when: the planned date, as last corrected; None: there is none yet, or it was taken back.
        statements: those that made, repeated and corrected it, in the order they were said; never empty.
    """

    when: When | None
    statements: tuple[Statement, ...]


def plans(ordered: Iterable[Statement]) -> list[Plan]:
    """Every plan that statements, in the order they were said, made after another.

    A correction replaces the plan in force: it neither makes one nor takes one away.
    """
    made: list[Plan] = []
    before: Statement | None = None
    for statement in ordered:
        when = statement.when if _is_plan(statement) else None
        if when or _takes_back(statement, before):
            corrects = statement.correction
            if made and (corrects or _repeats(made[-1].when, when)):
                kept = when if corrects else made[-1].when
                made[-1] = Plan(kept, (*made[-1].statements, statement))
            else:
                made.append(Plan(when, (statement,)))
        before = statement
    return made


def _is_plan(statement: Statement) -> bool:
    """Whether it dates something still awaited; an event underway is awaited only if its end has a last day."""
    when = statement.when
    if statement.status.is_end or when is None or when.is_unscheduled:
        return False
    return statement.status.awaits_start or when.latest_end is not None


def _takes_back(statement: Statement, before: Statement | None) -> bool:
    """Whether it leaves an awaited event without a date: `TBD`, or postponed without a new date.

    A correction of an outcome that names no date says nothing of the plan.
    """
    if not statement.status.awaits_start or (statement.correction and before and before.status.is_end):
        return False
    when = statement.when
    return when.is_unscheduled if when else statement.status is Status.POSTPONED


def _repeats(one: When | None, other: When | None) -> bool:
    return is_same_plan(one, other) if one and other else one is other


def is_same_plan(one: When, other: When) -> bool:
    """Whether two dates plan the same days, however they are written: `2024-33` and `[2024-01..2024-03]`.

    Of approximate dates only the same notation is the same: where their soft edges end depends on it.
    """
    if one.is_approximate or other.is_approximate:
        return one.edtf == other.edtf
    return one.shape is other.shape and _bounds(one) == _bounds(other)


def _bounds(when: When) -> tuple[date | None, ...]:
    return when.earliest_start, when.latest_start, when.earliest_end, when.latest_end


def next_date(statement: Statement, when: When | None, before: Status | None) -> When | None:
    """The date in force after a statement: a statement without a date keeps the old one.

    But a postponed event has lost its date, and the day of a completion without a date is unknown, unless its
    completion was dated before.
    """
    if statement.when is None and statement.status is Status.POSTPONED:
        return None
    if statement.when is None and statement.status is Status.COMPLETED and before is not Status.COMPLETED:
        return None
    return statement.when or when
