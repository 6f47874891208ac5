"""The agenda: every event of a log with its standing on a day, most urgent first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..model import Event, EventLog, Status
from ..model.values import as_count, as_day
from .condition import Condition, Standing, due_days, last_day, overdue_from, silence, standing


class Group(StrEnum):
    """Headings of an agenda, by urgency."""

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
        """Its condition on that day."""
        return self.standing.condition

    @property
    def group(self) -> Group:
        """The heading it is listed under."""
        if self.condition is Condition.CLOSED:
            return ENDED[self.event.status]
        return OPEN[self.condition]

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """By group; inside a group, the longest overdue, the nearest last day or the latest outcome first."""
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
    """All events, most urgent first.

    >>> from datetime import date
    >>> from laceventlog import agenda, loads
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> [(str(row.condition), row.event.id) for row in agenda(log, date(2025, 1, 1))]
    [('overdue', 'pumps')]
    """
    day = as_day(today)
    return in_order(Row(event, standing(event, day)) for event in log)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """The rows, most urgent first."""
    return sorted(rows, key=lambda row: row.sort_key)


def overdue(log: EventLog, today: date, *, possible: bool = False) -> list[Row]:
    """Events certainly overdue on `today`, the longest overdue first; with `possible` also those that may be.

    The first call sorts the events; each call takes O(log n) plus its results.

    >>> from datetime import date
    >>> from laceventlog import loads, overdue
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> [row.standing.days_overdue for row in overdue(log, date(2025, 1, 15))]
    [(15, 15)]
    >>> overdue(log, date(2024, 12, 31))  # the last day itself is not overdue
    []
    """
    today = as_day(today)
    found = list(log.ordered(overdue_from).up_to(today))
    if possible:
        found += log.windows(due_days).touching(today, today)
    return in_order(Row(event, standing(event, today)) for event in found)


def due_within(log: EventLog, today: date, days: int) -> list[Row]:
    """Awaited events whose last possible day is `today` or one of the `days` days after it, nearest first.

    The first call sorts the events; each call takes O(log n) plus its results.

    Raises:
        UsageError: `today` is not a date, or `days` is not a number of days.

    >>> from datetime import date
    >>> from laceventlog import due_within, loads
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> [row.standing.last for row in due_within(log, date(2024, 12, 1), days=30)]
    [datetime.date(2024, 12, 31)]
    """
    today = as_day(today)
    until = date.fromordinal(min(today.toordinal() + as_count(days), date.max.toordinal()))
    rows = [Row(event, standing(event, today)) for event in log.ordered(last_day).between(today, until)]
    return sorted(rows, key=lambda row: (row.standing.last or date.max, row.event.id))


def stale(log: EventLog, today: date, days: int) -> list[Row]:
    """Awaited events without a statement for at least `days` days on `today`, most urgent first.

    If the day of the last statement is unknown, so is the silence. Such events are listed too, as the silence may be
    long.

    Raises:
        UsageError: `today` is not a date, or `days` is not a number of days.

    >>> from datetime import date
    >>> from laceventlog import loads, stale
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> [row.event.id for row in stale(log, date(2025, 1, 1), days=90)]
    ['pumps']
    """
    return [row for row in agenda(log, today) if is_stale(row, today, as_count(days))]


def is_stale(row: Row, today: date, days: int) -> bool:
    """Whether a row is awaited and has no statement known to be of the last `days` days."""
    quiet = silence(row.event, today)
    return row.condition is not Condition.CLOSED and (quiet is None or quiet >= days)
