"""What one statement changed: status and date in force before it and after it.

A date moved later only where every day it may now mean lies after every day it meant, as `moves` measures it for slip
too; a date that got narrower or wider did not move.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import attrs

from ..dates import When
from ..model import Event, Statement, Status, fold
from ..model.history import next_date
from .date_shift import Range, missed_by, moved


class Drift(StrEnum):
    """What became of a date."""

    NONE = "none"  # the same date
    MARKED = "marked"  # the same days: another hour or zone, or a mark of doubt
    SET = "set"  # there was none
    LOST = "lost"  # there is none any more
    LATER = "later"  # certainly
    EARLIER = "earlier"  # certainly
    NARROWED = "narrowed"  # some day of those it meant before
    WIDENED = "widened"  # the days it meant before, and others
    UNCLEAR = "unclear"  # it may be later or earlier, or an end is not known


@attrs.frozen
class InForce:
    """What stands after some statements: the status said last and the date in force."""

    status: Status
    when: When

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> InForce:
        """What stands after these."""
        state = fold(statements)
        return cls(state.status, state.when)

    @classmethod
    def after(cls, before: InForce | None, statement: Statement) -> InForce:
        """What stands after one more statement, said last."""
        when = next_date(statement, before.when if before else None, before.status if before else None)
        return cls(statement.status, when or When.unscheduled())

    @classmethod
    def now(cls, event: Event) -> InForce:
        """What stands after all that was said of an event."""
        return cls(event.status, event.when)


@attrs.frozen
class Shift:
    """From what stood `before` to what stands `after`; nothing stood before the first statement."""

    before: InForce | None
    after: InForce

    @property
    def moves_status(self) -> bool:
        """Whether the status is another."""
        return self.before is not None and self.before.status is not self.after.status

    @property
    def drift(self) -> Drift:
        """What became of the date."""
        return drift(self.before.when, self.after.when, self.days_moved) if self.before else Drift.NONE

    @property
    def moves(self) -> bool:
        """Whether status or date is another."""
        return self.moves_status or self.drift is not Drift.NONE

    @property
    def days_moved(self) -> Range | None:
        """Fewest and most days from the date before, or from the plan to what happened; None where nobody knows."""
        if self.before is None:
            return None
        measure = missed_by if self.moves_status and self.after.status is Status.COMPLETED else moved
        return measure(self.before.when, self.after.when)


def drift(old: When, new: When, days: Range | None) -> Drift:
    """What became of a date, by its bounds and the days it moved."""
    if old == new:
        return Drift.NONE
    if old.is_unscheduled or new.is_unscheduled:
        return Drift.SET if old.is_unscheduled else Drift.LOST
    inside, around = _lies_within(new, old), _lies_within(old, new)
    if inside and around:
        return Drift.MARKED
    if inside and not _are_limits(old, new):
        return Drift.NARROWED  # a deadline kept is not brought forward
    fewest, most = days or (None, None)
    if fewest is not None and fewest > 0:
        return Drift.LATER
    if most is not None and most < 0:
        return Drift.EARLIER
    return Drift.WIDENED if around else Drift.UNCLEAR


def _are_limits(old: When, new: When) -> bool:
    """Whether both are deadlines, or both say "not before": then one day was said, and now another."""
    return old.is_moment and new.is_moment and _open_sides(old) == _open_sides(new) != (False, False)


def _open_sides(when: When) -> tuple[bool, bool]:
    return when.earliest is None, when.latest is None


def _lies_within(inner: When, outer: When) -> bool:
    """Whether start and end of one lie between the bounds of the other, and both happen once or both last."""
    alike = (inner.shape, inner.is_open_start, inner.is_open_end) == (
        outer.shape, outer.is_open_start, outer.is_open_end,
    )  # fmt: skip
    starts = _from(outer.earliest_start, inner.earliest_start) and _to(outer.latest_start, inner.latest_start)
    ends = _from(outer.earliest_end, inner.earliest_end) and _to(outer.latest_end, inner.latest_end)
    return alike and starts and ends


def _from(bound: date | None, day: date | None) -> bool:
    return bound is None or (day is not None and day >= bound)


def _to(bound: date | None, day: date | None) -> bool:
    return bound is None or (day is not None and day <= bound)
