"""What can be said for certain about two dates: Allen's relations over all their possible completions.

A completion fixes a start and an end inside the bounds; a moment starts and ends on one day. A relation
is CERTAIN when it holds in every pair of completions, POSSIBLE in some, IMPOSSIBLE in none, and UNKNOWN
when either side is unscheduled. (J. F. Allen, CACM 26(11), 1983; bounds as in CIDOC CRM P81/P82.)
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from .when import When


class Modality(StrEnum):
    """How sure a relation is."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"
    UNKNOWN = "unknown"


class _DayNumbers(NamedTuple):
    """The four bounds as day numbers; open ones are infinite."""

    start_low: float
    start_high: float
    end_low: float
    end_high: float
    is_moment: bool


ALWAYS, FOREVER = float("-inf"), float("inf")
LONG_AGO, FAR_AHEAD = -1e9, 1e9
"""What never began and never ends, and what did or will on a day without a bound."""


def is_before(a: When, b: When) -> Modality:
    """`a` ends on an earlier day than `b` starts."""
    if a.is_unscheduled or b.is_unscheduled:
        return Modality.UNKNOWN
    x, y = _day_numbers(a), _day_numbers(b)
    return _verdict(x.end_high < y.start_low, x.end_low < y.start_high)


def is_after(a: When, b: When) -> Modality:
    """`a` starts on a later day than `b` ends."""
    return is_before(b, a)


def overlaps(a: When, b: When) -> Modality:
    """`a` and `b` have a day in common."""
    if a.is_unscheduled or b.is_unscheduled:
        return Modality.UNKNOWN
    x, y = _day_numbers(a), _day_numbers(b)
    return _verdict(
        x.start_high <= y.end_low and y.start_high <= x.end_low and not (_has_gaps(a) or _has_gaps(b)),
        x.start_low <= y.end_high and y.start_low <= x.end_high,
    )


def is_during(a: When, b: When) -> Modality:
    """Every day of `a` is a day of `b`."""
    if a.is_unscheduled or b.is_unscheduled:
        return Modality.UNKNOWN
    x, y = _day_numbers(a), _day_numbers(b)
    certain = y.start_high <= x.start_low and x.end_high <= y.end_low and not _has_gaps(b)
    if y.is_moment:
        return _verdict(certain, _one_day(x, y))
    start, end = max(x.start_low, y.start_low), min(x.end_high, y.end_high)
    return _verdict(certain, start <= end and start <= x.start_high and x.end_low <= end)


def contains(a: When, b: When) -> Modality:
    """Every day of `b` is a day of `a`."""
    return is_during(b, a)


def is_same(a: When, b: When) -> Modality:
    """`a` and `b` start on one day and end on one day."""
    if a.is_unscheduled or b.is_unscheduled:
        return Modality.UNKNOWN
    x, y = _day_numbers(a), _day_numbers(b)
    certain = x.start_low == x.start_high == y.start_low == y.start_high and (
        x.end_low == x.end_high == y.end_low == y.end_high
    )
    if x.is_moment or y.is_moment:
        return _verdict(certain, _one_day(x, y))
    start, end = max(x.start_low, y.start_low), min(x.end_high, y.end_high)
    starts, ends = start <= min(x.start_high, y.start_high), max(x.end_low, y.end_low) <= end
    return _verdict(certain, starts and ends and start <= end)


def _one_day(x: _DayNumbers, y: _DayNumbers) -> bool:
    """Some single day can be the start and the end of both."""
    return max(x.start_low, x.end_low, y.start_low, y.end_low) <= min(
        x.start_high, x.end_high, y.start_high, y.end_high
    )


def _verdict(certain: bool, possible: bool) -> Modality:
    return Modality.CERTAIN if certain else Modality.POSSIBLE if possible else Modality.IMPOSSIBLE


def _day_numbers(when: When) -> _DayNumbers:
    """The bounds as day numbers.

    A moment without a first day was on some day long ago; a span open at the start (`..`) has always been
    there, which is no day at all, and one open at the end goes on for ever.
    """
    return _DayNumbers(
        _number(when.earliest_start, ALWAYS if when.is_open_start else LONG_AGO),
        _number(when.latest_start, ALWAYS if when.is_open_start else FAR_AHEAD),
        _number(when.earliest_end, FOREVER if when.is_open_end else LONG_AGO),
        _number(when.latest_end, FOREVER if when.is_open_end else FAR_AHEAD),
        when.is_moment,
    )


def _has_gaps(when: When) -> bool:
    """Whether days between its first and its last may not be its own: `{1667,1690}`."""
    return when.edtf.startswith("{") and "," in when.edtf


def _number(day: date | None, otherwise: float) -> float:
    return day.toordinal() if day else otherwise
