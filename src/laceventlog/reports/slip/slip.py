"""Slip: the shifts of the date of an event, forecast by forecast and in all.

A revision says that the world moved, and counts. A correction says that the record was wrong: it replaces the forecast
it corrects, even the first plan, and never counts. Days are ranges, see `date_shift`.
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
    """The relation of a forecast to the plan before it."""

    FIRST = "first plan"
    REVISION = "revision"
    TAKEN_BACK = "taken back"  # a revision too: the date is gone, the shift unknown
    AGAIN = "said again"
    UNDATED = "no date yet"
    WRONG = "corrected"  # shown but not counted
    OUTCOME = "outcome"
    END = "end"  # missed or cancelled


REVISIONS = frozenset({Role.REVISION, Role.TAKEN_BACK})


@attrs.frozen
class Forecast:
    """A statement about the date of an event. Days are ranges (fewest, most).

    Attributes:
        statement: the statement itself.
        role: its relation to the plan before it.
        when: its date; None if it states none.
        moved: days from the plan before it; None if they cannot be compared.
        slip: days from the first plan.
        notice: for a date moved later or taken back, days from this statement to the last day of the plan before;
            negative if that day was past. Else None.
        corrected_by: the correction that replaced it; only for `WRONG`.
    """

    statement: Statement
    role: Role
    when: When | None
    moved: Range | None = None
    slip: Range | None = None
    notice: Range | None = None
    corrected_by: Statement | None = None

    @property
    def is_revision(self) -> bool:
        """Whether it moves the plan."""
        return self.role in REVISIONS

    @property
    def is_late_news(self) -> bool:
        """Whether it certainly moves the date later, or takes it back."""
        later = self.moved is not None and self.moved[0] is not None and self.moved[0] > 0
        return self.role is Role.TAKEN_BACK or (self.role is Role.REVISION and later)


@attrs.frozen
class Slip:
    """An event with its forecasts, in the order they were said.

    Attributes:
        row: the event and its standing.
        forecasts: all its statements about the date.
        first_plan: the first planned date, as last corrected.
        last_plan: the last planned date, as last corrected.
        actual: the date of its completion; None if not completed or not dated.
        is_open: whether the plan in force has lost its date.
        days: fewest and most days from the first plan to the outcome, else to the last plan.
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
        """Its event."""
        return self.row.event

    @property
    def revisions(self) -> int:
        """The number of revisions of the plan; corrections do not count."""
        return sum(forecast.is_revision for forecast in self.forecasts)


def slips(log: EventLog, today: date) -> list[Slip]:
    """The slip of every event that ever had a dated plan, most urgent first.

    >>> from datetime import date
    >>> from laceventlog import loads, slips
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> [(found.event.id, found.days) for found in slips(log, date(2025, 1, 1))]
    [('pumps', (0, 0))]
    """
    return [slip_of(row) for row in agenda(log, today) if row.event.state.first_plan]


def slip_of(row: Row) -> Slip:
    """The slip of one event.

    >>> from datetime import date
    >>> from laceventlog import agenda, loads, slip_of
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> [slip_of(row).revisions for row in agenda(log, date(2025, 1, 1))]
    [0]
    """
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
class _Planned:
    """The plans so far: the first date, the last date, and whether that was taken back."""

    first: When | None = None
    last: When | None = None
    is_open: bool = False

    def after(self, plan: Plan) -> _Planned:
        return _Planned(self.first or plan.when, plan.when or self.last, plan.when is None)


def _forecasts(ordered: Sequence[Statement], made: Sequence[Plan]) -> Iterator[Forecast]:
    """Forecasts and outcomes, in order; an outcome is compared with the plans as corrected."""
    forecasts = deque(_of_plans(made))
    planned = _Planned()
    for statement, after in pairwise([*ordered, None]):
        if forecasts and statement is forecasts[0][0].statement:
            forecast, planned = forecasts.popleft()
            yield forecast
        elif statement is not None and statement.status.is_end:
            yield _outcome(statement, after, planned)


def _of_plans(made: Iterable[Plan]) -> Iterator[tuple[Forecast, _Planned]]:
    """The forecasts of the plans, in order, each with the plans up to and including its own."""
    planned = _Planned()
    for plan in made:
        after = planned.after(plan)
        for forecast in _of_plan(plan, planned):
            yield forecast, after
        planned = after


def _of_plan(plan: Plan, planned: _Planned) -> Iterator[Forecast]:
    """The forecasts of one plan: those that were corrected, the one in force, and repetitions."""
    corrections = [index for index, statement in enumerate(plan.statements) if statement.correction and index]
    in_force = corrections[-1] if corrections else 0
    for index, statement in enumerate(plan.statements):
        when = _said_date(statement)
        if index < in_force:
            by = plan.statements[next(each for each in corrections if each > index)]
            yield Forecast(statement, Role.WRONG, when, corrected_by=by)
        elif index == in_force:
            yield _in_force(plan, statement, planned)
        else:
            slip = moved(planned.first or when, when) if when else None
            yield Forecast(statement, Role.AGAIN, when, (0, 0) if when else None, slip)


def _in_force(plan: Plan, statement: Statement, planned: _Planned) -> Forecast:
    """The forecast in force. It counts as announced when the plan was first said, even if corrected later."""
    first, before, when = planned.first, planned.last, plan.when
    if first is None or before is None:
        return Forecast(statement, Role.FIRST if when else Role.UNDATED, when)
    if when is None:
        made = Forecast(statement, Role.TAKEN_BACK, None)
    else:
        made = Forecast(statement, Role.REVISION, when, moved(before, when), moved(first, when))
    said = plan.statements[0].said
    if said is None or planned.is_open or not made.is_late_news:
        return made
    return attrs.evolve(made, notice=notice(before, said))


def _outcome(statement: Statement, after: Statement | None, planned: _Planned) -> Forecast:
    when = _said_date(statement)
    if after is not None and after.correction:
        return Forecast(statement, Role.WRONG, when, corrected_by=after)
    if statement.status is not Status.COMPLETED:
        return Forecast(statement, Role.END, when)
    moved_by, slip = (missed_by(plan, when) if plan and when else None for plan in (planned.last, planned.first))
    return Forecast(statement, Role.OUTCOME, when, moved_by, slip)


def _said_date(statement: Statement) -> When | None:
    return statement.when if statement.when and not statement.when.is_unscheduled else None
