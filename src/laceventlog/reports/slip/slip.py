"""Slip: how far the date of an event moved, forecast by forecast, and in all.

A revision says that the world moved and counts. A correction says that the record was wrong: it replaces what
it mends, also the first plan, and never counts. Days are ranges, see `moves`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise

import attrs

from ...dates import When
from ...model import Event, EventLog, Plan, Statement, Status, plans
from ...model.history import said_order
from ..agenda import Row, agenda
from ..date_shift import Range, missed_by, moved, notice


class Role(StrEnum):
    """What a forecast is to the plan before it."""

    FIRST = "first plan"
    REVISION = "revision"
    TAKEN_BACK = "taken back"  # a revision as well: the date is gone, and nobody said by how much it moves
    AGAIN = "said again"
    UNDATED = "no date yet"
    WRONG = "corrected"  # shown, not counted
    OUTCOME = "outcome"
    END = "end"  # missed or cancelled


REVISIONS = frozenset({Role.REVISION, Role.TAKEN_BACK})


@attrs.frozen
class Forecast:
    """One statement that said something of the date.

    Attributes:
        statement: who said it, when, in which words.
        role: what it is to the plan before it.
        when: the date it says; None where it says that there is none, or none is known.
        moved: days from the plan before, as a range; None where there is nothing to compare, or no day.
        slip: days from the first plan.
        notice: days from when it was said to the last day of the plan that it moved later or took back;
            negative: after that day. None for all others.
        mended_by: the correction that replaced it; only of what was WRONG.
    """

    statement: Statement
    role: Role
    when: When | None
    moved: Range | None = None
    slip: Range | None = None
    notice: Range | None = None
    mended_by: Statement | None = None

    @property
    def is_revision(self) -> bool:
        """Whether the world moved."""
        return self.role in REVISIONS

    @property
    def is_late_news(self) -> bool:
        """Whether it certainly moved the date later, or took it back."""
        later = self.moved is not None and self.moved[0] is not None and self.moved[0] > 0
        return self.role is Role.TAKEN_BACK or (self.role is Role.REVISION and later)


@attrs.frozen
class Slip:
    """One event with its forecasts, in the order they were said.

    Attributes:
        row: the event, and how it stands.
        forecasts: every statement that said something of the date.
        first_plan: the first planned date, as last corrected.
        last_plan: the last planned date, as last corrected.
        actual: when it happened; None where it has not, or nobody said when.
        is_open: whether the plan in force has no date any more.
        days: slip in all, as a range: from the first plan to the outcome, else to the last plan.
    """

    row: Row
    forecasts: tuple[Forecast, ...]
    first_plan: When | None
    last_plan: When | None
    actual: When | None
    is_open: bool
    days: Range | None

    @property
    def event(self) -> Event:
        """The event itself."""
        return self.row.event

    @property
    def revisions(self) -> int:
        """How often the plan was changed; corrections never change that number."""
        return sum(forecast.is_revision for forecast in self.forecasts)


def slips(log: EventLog, today: date) -> list[Slip]:
    """Every event that had a dated plan, most urgent first."""
    return [slip_of(row) for row in agenda(log, today) if row.event.state.first_plan]


def slip_of(row: Row) -> Slip:
    """The forecasts of one event and what they amount to."""
    ordered = sorted(row.event.history, key=said_order)
    made = plans(ordered)
    state, done = row.event.state, row.event.status is Status.COMPLETED
    actual = row.event.when if done and not row.event.when.is_unscheduled else None
    is_open = bool(made) and made[-1].when is None and not row.event.status.is_end
    end = actual if done else None if is_open else state.plan
    measure = missed_by if done else moved
    days = measure(state.first_plan, end) if state.first_plan and end else None
    return Slip(row, tuple(_forecasts(ordered, made)), state.first_plan, state.plan, actual, is_open, days)


@attrs.frozen
class _Ground:
    """What was planned up to here: the first date, the last one, and whether that was taken back."""

    first: When | None = None
    before: When | None = None
    is_open: bool = False

    def after(self, plan: Plan) -> _Ground:
        return _Ground(self.first or plan.when, plan.when or self.before, plan.when is None)


def _forecasts(ordered: Sequence[Statement], made: Sequence[Plan]) -> Iterator[Forecast]:
    """Forecasts and outcomes, each in its place; an outcome is measured against the plans as they were mended."""
    planned = deque(_planned(made))
    ground = _Ground()
    for statement, after in pairwise([*ordered, None]):
        if planned and statement is planned[0][0].statement:
            forecast, ground = planned.popleft()
            yield forecast
        elif statement is not None and statement.status.is_end:
            yield _outcome(statement, after, ground)


def _planned(made: Iterable[Plan]) -> Iterator[tuple[Forecast, _Ground]]:
    """What was said of the plans, in the order it was said."""
    ground = _Ground()
    for plan in made:
        reached = ground.after(plan)
        for forecast in _of_plan(plan, ground):
            yield forecast, reached
        ground = reached


def _of_plan(plan: Plan, ground: _Ground) -> Iterator[Forecast]:
    """The statements of one plan: those a correction replaced, the one it stands by, and repetitions."""
    mends = [index for index, statement in enumerate(plan.statements) if statement.correction and index]
    stands = mends[-1] if mends else 0
    for index, statement in enumerate(plan.statements):
        when = _said_date(statement)
        if index < stands:
            by = plan.statements[next(each for each in mends if each > index)]
            yield Forecast(statement, Role.WRONG, when, mended_by=by)
        elif index == stands:
            yield _standing(plan, statement, ground)
        else:
            slip = moved(ground.first or when, when) if when else None
            yield Forecast(statement, Role.AGAIN, when, (0, 0) if when else None, slip)


def _standing(plan: Plan, statement: Statement, ground: _Ground) -> Forecast:
    """The plan as it stands. It was announced when it was first said, even where a correction mended it."""
    first, before, when = ground.first, ground.before, plan.when
    if first is None or before is None:
        return Forecast(statement, Role.FIRST if when else Role.UNDATED, when)
    if when is None:
        made = Forecast(statement, Role.TAKEN_BACK, None)
    else:
        made = Forecast(statement, Role.REVISION, when, moved(before, when), moved(first, when))
    said = plan.statements[0].said
    if said is None or ground.is_open or not made.is_late_news:
        return made
    return attrs.evolve(made, notice=notice(before, said))


def _outcome(statement: Statement, after: Statement | None, ground: _Ground) -> Forecast:
    when = _said_date(statement)
    if after is not None and after.correction:
        return Forecast(statement, Role.WRONG, when, mended_by=after)
    if statement.status is not Status.COMPLETED:
        return Forecast(statement, Role.END, when)
    moved_by, slip = (missed_by(plan, when) if plan and when else None for plan in (ground.before, ground.first))
    return Forecast(statement, Role.OUTCOME, when, moved_by, slip)


def _said_date(statement: Statement) -> When | None:
    return statement.when if statement.when and not statement.when.is_unscheduled else None
