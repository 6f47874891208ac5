"""What one must do, most urgent first: every event of a log with its standing on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..errors import UsageError
from ..model import Event, EventLog, Status
from ..model.values import as_day
from .condition import Condition, Standing, due_days, last_day, overdue_from, silence, standing


class Group(StrEnum):
    """Headings of an agenda, in the order of urgency."""

    OVERDUE = "overdue"
    DUE = "due"
    UPCOMING = "upcoming"
    ONGOING = "ongoing"
    UNDATED = "undated"
    DONE = "done"
    MISSED = "missed"
    CANCELLED = "cancelled"


ENDED = {Status.COMPLETED: Group.DONE, Status.MISSED: Group.MISSED, Status.CANCELLED: Group.CANCELLED}
OPEN = {Condition(group): group for group in Group if group not in ENDED.values()}
ORDER = {group: index for index, group in enumerate(Group)}


class Row(NamedTuple):
    """One event on one day."""

    event: Event
    standing: Standing

    @property
    def condition(self) -> Condition:
        """How it stands."""
        return self.standing.condition

    @property
    def group(self) -> Group:
        """The heading it belongs under."""
        if self.condition is Condition.CLOSED:
            return ENDED[self.event.status]
        return OPEN[self.condition]

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Group first; in it the longest overdue, the nearest last day, the latest outcome."""
        return ORDER[self.group], self._urgency(), self.event.id

    def _urgency(self) -> int:
        far = date.max.toordinal()
        if self.condition is Condition.CLOSED:
            return -(self.event.when.latest or self.event.when.earliest or date.min).toordinal()
        if self.condition is Condition.UPCOMING:
            return (self.standing.first or date.max).toordinal()
        if self.standing.last is not None:
            return self.standing.last.toordinal()
        return (self.event.when.earliest_start or date.max).toordinal() + far


def agenda(log: EventLog, today: date) -> list[Row]:
    """All events, most urgent first."""
    day = as_day(today)
    return in_order(Row(event, standing(event, day)) for event in log)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Rows by urgency."""
    return sorted(rows, key=lambda row: row.sort_key)


def overdue(log: EventLog, today: date, *, possible: bool = False) -> list[Row]:
    """What is certainly overdue on `today`, longest first; with `possible` also what may be.

    The first call sorts the events; each takes O(log n) and what it finds.
    """
    today = as_day(today)
    found = list(log.ordered(overdue_from).up_to(today))
    if possible:
        found += log.windows(due_days).touching(today, today)
    return in_order(Row(event, standing(event, today)) for event in found)


def due_within(log: EventLog, today: date, days: int) -> list[Row]:
    """What is awaited and has its last day on `today` or one of the `days` days after it, nearest first.

    The first call sorts the events; each takes O(log n) and what it finds.

    Raises:
        UsageError: `today` is not a date, or `days` is negative.
    """
    today = as_day(today)
    if days < 0:
        raise UsageError(f"due_within: {days} days: write 0 or more")
    until = date.fromordinal(min(today.toordinal() + days, date.max.toordinal()))
    rows = [Row(event, standing(event, today)) for event in log.ordered(last_day).between(today, until)]
    return sorted(rows, key=lambda row: (row.standing.last or date.max, row.event.id))


def stale(log: EventLog, today: date, days: int) -> list[Row]:
    """What is awaited, and of which nothing was said for at least `days` days on `today`; most urgent first.

    Of what was said on a day nobody states the silence may be of any length. It is listed too: to leave it out
    would be to claim that it is short.
    """
    return [row for row in agenda(log, today) if is_stale(row, today, days)]


def is_stale(row: Row, today: date, days: int) -> bool:
    """Whether a row is awaited and not known to have been spoken of in the last `days` days."""
    quiet = silence(row.event, today)
    return row.condition is not Condition.CLOSED and (quiet is None or quiet >= days)
