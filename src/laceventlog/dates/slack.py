"""Slack: how far an approximate date (`~`) may fall outside its bounds, one unit of its precision either way.

A qualifier never moves a bound, but nothing is certain of an approximate date until its slack has passed too.
An uncertain date (`?`) has no slack.
"""

from __future__ import annotations

from datetime import date, timedelta

from .edtf import Precision, marked_units
from .when import When

SLACK = {
    Precision.DAY: 1, Precision.MONTH: 31, Precision.SEASON: 92, Precision.QUARTER: 92, Precision.QUADRIMESTER: 123,
    Precision.HALF: 184, Precision.YEAR: 366, Precision.DECADE: 3653, Precision.CENTURY: 36525,
}  # fmt: skip
"""The days in the longest unit of each precision."""


def days_of_slack(when: When, *, end: bool) -> int:
    """The slack of a start (or an end) in days; 0 unless it is marked `~` or `%`."""
    if not when.is_approximate:
        return 0
    start, slash, finish = when.edtf.partition("/")
    part = finish if slash and end else start
    return max((SLACK.get(unit, 1) for unit in marked_units(part)), default=0)


def slack(when: When, last: date, *, end: bool) -> timedelta:
    """How far after `last` an approximate start (or end) may still fall, but not past the year 9999."""
    return min(timedelta(days_of_slack(when, end=end)), date.max - last)


def first_possible(when: When, *, end: bool) -> date | None:
    """The first possible day of the start (or end), slack included; None if open."""
    first = when.earliest_end if end else when.earliest_start
    if first is None or not when.is_approximate:
        return first
    return first - min(timedelta(days_of_slack(when, end=end)), first - date.min)


def last_possible(when: When, *, end: bool) -> date | None:
    """The last possible day of the start (or end), slack included; None if open."""
    last = when.latest_end if end else when.latest_start
    return last if last is None or not when.is_approximate else last + slack(when, last, end=end)
