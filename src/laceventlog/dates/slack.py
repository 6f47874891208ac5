"""How far outside its bounds an approximate date (`~`) may fall: one unit of its precision, either way.

A mark never moves a bound; but what is only around a day is certain of nothing until the slack is over too.
A doubtful date (`?`) has none.
"""

from __future__ import annotations

from datetime import date, timedelta

from .edtf import Precision, marked_units
from .when import When

SLACK = {
    Precision.DAY: 1, Precision.MONTH: 31, Precision.SEASON: 92,
    Precision.QUARTER: 92,
    Precision.QUADRIMESTER: 123, Precision.HALF: 184, Precision.YEAR: 366, Precision.DECADE: 3653,
    Precision.CENTURY: 36525,
}  # fmt: skip
"""Days in one unit of a precision, the longest it can be."""


def days_of_slack(when: When, *, end: bool) -> int:
    """Days by which its start (or its end) may fall outside its bounds; 0 for all but what is marked `~` or `%`."""
    if not when.is_approximate:
        return 0
    start, slash, finish = when.edtf.partition("/")
    part = finish if slash and end else start
    return max((SLACK.get(unit, 1) for unit in marked_units(part)), default=0)


def slack(when: When, last: date, *, end: bool) -> timedelta:
    """How far past `last` an approximate start or end may still fall; never past the year 9999."""
    return min(timedelta(days_of_slack(when, end=end)), date.max - last)


def first_possible(when: When, *, end: bool) -> date | None:
    """The first day on which it may start (or end), slack included; None where open."""
    first = when.earliest_end if end else when.earliest_start
    if first is None or not when.is_approximate:
        return first
    return first - min(timedelta(days_of_slack(when, end=end)), first - date.min)


def last_possible(when: When, *, end: bool) -> date | None:
    """The last day on which it may start (or end), slack included; None where open."""
    last = when.latest_end if end else when.latest_start
    return last if last is None or not when.is_approximate else last + slack(when, last, end=end)
