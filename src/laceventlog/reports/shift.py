"""What one statement changed: status and date in force before it and after it.

A date moved later only where every day it may now mean lies after every day it meant, a deadline standing at its last
day; a date that got narrower or wider did not move.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import attrs

from ..dates import When
from ..model import Event, Statement, Status, fold
from ..model.history import next_date
from .moved import days_moved


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
        return drift(self.before.when, self.after.when) if self.before else Drift.NONE

    @property
    def moves(self) -> bool:
        """Whether status or date is another."""
        return self.moves_status or self.drift is not Drift.NONE

    @property
    def days_moved(self) -> tuple[int, int] | None:
        """Fewest and most days the date moved; None where that is not known."""
        return days_moved(self.before.when, self.after.when) if self.before else None


def drift(old: When, new: When) -> Drift:
    """What became of a date, by its bounds."""
    if old == new:
        return Drift.NONE
    if old.is_unscheduled or new.is_unscheduled:
        return Drift.SET if old.is_unscheduled else Drift.LOST
    inside, around = _lies_within(new, old), _lies_within(old, new)
    if inside and around:
        return Drift.MARKED
    fewest, most = days_moved(old, new) or (0, 0)
    if inside and not (old.is_deadline and new.is_deadline):
        return Drift.NARROWED  # a deadline kept is not brought forward
    if fewest > 0 or most < 0:
        return Drift.LATER if fewest > 0 else Drift.EARLIER
    return Drift.WIDENED if around else Drift.UNCLEAR


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
