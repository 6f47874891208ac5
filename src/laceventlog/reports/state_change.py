"""The change of state that a statement makes: status and date in force before it and after it.

A date moved later only if every day it may now mean is after every day it meant before, measured as for slip
(`date_shift`); a date that became narrower or wider did not move.
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


class DateChange(StrEnum):
    """How a statement changed the date in force."""

    NONE = "none"  # the same date
    MARKED = "marked"  # the same days, but another hour, zone or mark of doubt
    SET = "set"  # from no date to a date
    LOST = "lost"  # from a date to no date
    LATER = "later"  # certainly
    EARLIER = "earlier"  # certainly
    NARROWED = "narrowed"  # to some of the days it meant before
    WIDENED = "widened"  # to the days it meant before and others
    UNCLEAR = "unclear"  # later or earlier, or one end is unknown


@attrs.frozen
class StatusAndDate:
    """The status and date in force after some statements."""

    status: Status
    when: When

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> StatusAndDate:
        """Status and date after these statements."""
        state = fold(statements)
        return cls(state.status, state.when)

    @classmethod
    def after(cls, before: StatusAndDate | None, statement: Statement) -> StatusAndDate:
        """Status and date after one more statement, said last."""
        when = next_date(statement, before.when if before else None, before.status if before else None)
        return cls(statement.status, when or When.unscheduled())

    @classmethod
    def now(cls, event: Event) -> StatusAndDate:
        """Status and date after all statements of an event."""
        return cls(event.status, event.when)


@attrs.frozen
class StateChange:
    """The status and date in force `before` and `after`; before the first statement there are none."""

    before: StatusAndDate | None
    after: StatusAndDate

    @property
    def changes_status(self) -> bool:
        """Whether the status changed."""
        return self.before is not None and self.before.status is not self.after.status

    @property
    def date_change(self) -> DateChange:
        """How the date changed."""
        return compare_dates(self.before.when, self.after.when, self.days_moved) if self.before else DateChange.NONE

    @property
    def changes_anything(self) -> bool:
        """Whether status or date changed."""
        return self.changes_status or self.date_change is not DateChange.NONE

    @property
    def days_moved(self) -> Range | None:
        """Fewest and most days from the date before, or from plan to outcome; None if they cannot be compared."""
        if self.before is None:
            return None
        measure = missed_by if self.changes_status and self.after.status is Status.COMPLETED else moved
        return measure(self.before.when, self.after.when)


def compare_dates(old: When, new: When, days: Range | None) -> DateChange:
    """How a date changed, by its bounds and the `days` it moved."""
    if old == new:
        return DateChange.NONE
    if old.is_unscheduled or new.is_unscheduled:
        return DateChange.SET if old.is_unscheduled else DateChange.LOST
    inside, around = _is_within(new, old), _is_within(old, new)
    if inside and around:
        return DateChange.MARKED
    if inside and not _are_limits(old, new):
        return DateChange.NARROWED  # an earlier deadline moved: it is not narrower
    fewest, most = days or (None, None)
    if fewest is not None and fewest > 0:
        return DateChange.LATER
    if most is not None and most < 0:
        return DateChange.EARLIER
    return DateChange.WIDENED if around else DateChange.UNCLEAR


def _are_limits(old: When, new: When) -> bool:
    """Whether both are deadlines or both "not before": then each names one day."""
    return old.is_moment and new.is_moment and _open_sides(old) == _open_sides(new) != (False, False)


def _open_sides(when: When) -> tuple[bool, bool]:
    return when.earliest is None, when.latest is None


def _is_within(inner: When, outer: When) -> bool:
    """Whether start and end of `inner` are between the bounds of `outer`, and both are moments or both spans."""
    same_shape = (inner.shape, inner.is_open_start, inner.is_open_end) == (
        outer.shape, outer.is_open_start, outer.is_open_end,
    )  # fmt: skip
    starts = _from(outer.earliest_start, inner.earliest_start) and _to(outer.latest_start, inner.latest_start)
    ends = _from(outer.earliest_end, inner.earliest_end) and _to(outer.latest_end, inner.latest_end)
    return same_shape and starts and ends


def _from(bound: date | None, day: date | None) -> bool:
    return bound is None or (day is not None and day >= bound)


def _to(bound: date | None, day: date | None) -> bool:
    return bound is None or (day is not None and day <= bound)
