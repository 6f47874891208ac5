"""Relations between two imprecise dates: Allen's interval relations over all their possible completions.

A completion fixes a start and an end inside the bounds; a moment starts and ends on the same day. A relation is
CERTAIN if it holds for every pair of completions, POSSIBLE if for some, IMPOSSIBLE if for none, and UNKNOWN if
either date is unscheduled. (J. F. Allen, CACM 26(11), 1983; bounds as in CIDOC CRM P81/P82.)
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from .when import When


class Modality(StrEnum):
    """How certain a relation between two dates is: CERTAIN, POSSIBLE, IMPOSSIBLE, or UNKNOWN without a date.

    >>> is_before(When.parse("mid-2024"), When.parse("June 2024"))
    <Modality.POSSIBLE: 'possible'>
    """

    CERTAIN = "certain"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"
    UNKNOWN = "unknown"


class _DayNumbers(NamedTuple):
    """The four bounds as day numbers, infinite if open."""

    start_low: float
    start_high: float
    end_low: float
    end_high: float
    is_moment: bool


ALWAYS, FOREVER = float("-inf"), float("inf")
LONG_AGO, FAR_AHEAD = -1e9, 1e9
"""An open start and end, and a start and end on an unknown day."""


def is_before(a: When, b: When) -> Modality:
    """Whether `a` ends on an earlier day than `b` starts.

    >>> is_before(When.parse("2023"), When.parse("Q1 2024"))
    <Modality.CERTAIN: 'certain'>
    """
    if a.is_unscheduled or b.is_unscheduled:
        return Modality.UNKNOWN
    x, y = _day_numbers(a), _day_numbers(b)
    return _verdict(x.end_high < y.start_low, x.end_low < y.start_high)


def is_after(a: When, b: When) -> Modality:
    """Whether `a` starts on a later day than `b` ends.

    >>> is_after(When.parse("by the end of 2024"), When.parse("2023"))
    <Modality.POSSIBLE: 'possible'>
    """
    return is_before(b, a)


def overlaps(a: When, b: When) -> Modality:
    """Whether `a` and `b` have a day in common.

    >>> overlaps(When.parse("2023-2025"), When.parse("2024-2030"))
    <Modality.CERTAIN: 'certain'>
    """
    if a.is_unscheduled or b.is_unscheduled:
        return Modality.UNKNOWN
    x, y = _day_numbers(a), _day_numbers(b)
    return _verdict(
        x.start_high <= y.end_low and y.start_high <= x.end_low and not (_has_gaps(a) or _has_gaps(b)),
        x.start_low <= y.end_high and y.start_low <= x.end_high,
    )


def is_during(a: When, b: When) -> Modality:
    """Whether every day of `a` is a day of `b`.

    >>> is_during(When.parse("May 2024"), When.parse("2023-2030"))
    <Modality.CERTAIN: 'certain'>
    """
    if a.is_unscheduled or b.is_unscheduled:
        return Modality.UNKNOWN
    x, y = _day_numbers(a), _day_numbers(b)
    certain = y.start_high <= x.start_low and x.end_high <= y.end_low and not _has_gaps(b)
    if y.is_moment:
        return _verdict(certain, _one_day(x, y))
    start, end = max(x.start_low, y.start_low), min(x.end_high, y.end_high)
    return _verdict(certain, start <= end and start <= x.start_high and x.end_low <= end)


def contains(a: When, b: When) -> Modality:
    """Whether every day of `b` is a day of `a`: `is_during(b, a)`.

    >>> contains(When.parse("2023-2030"), When.parse("2031"))
    <Modality.IMPOSSIBLE: 'impossible'>
    """
    return is_during(b, a)


def is_same(a: When, b: When) -> Modality:
    """Whether `a` and `b` start on the same day and end on the same day.

    >>> is_same(When.parse("2024-05-29"), When.parse("May 2024"))
    <Modality.POSSIBLE: 'possible'>
    """
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
    """Whether a single day can be the start and the end of both."""
    return max(x.start_low, x.end_low, y.start_low, y.end_low) <= min(
        x.start_high, x.end_high, y.start_high, y.end_high
    )


def _verdict(certain: bool, possible: bool) -> Modality:
    return Modality.CERTAIN if certain else Modality.POSSIBLE if possible else Modality.IMPOSSIBLE


def _day_numbers(when: When) -> _DayNumbers:
    """The bounds as day numbers.

    A moment without a first day was on some day long ago; a span with an open start (`..`) has no first day, and one
    with an open end goes on for ever.
    """
    return _DayNumbers(
        _number(when.earliest_start, ALWAYS if when.is_open_start else LONG_AGO),
        _number(when.latest_start, ALWAYS if when.is_open_start else FAR_AHEAD),
        _number(when.earliest_end, FOREVER if when.is_open_end else LONG_AGO),
        _number(when.latest_end, FOREVER if when.is_open_end else FAR_AHEAD),
        when.is_moment,
    )


def _has_gaps(when: When) -> bool:
    """Whether it may not include every day from its first to its last: `{1667,1690}`."""
    return when.edtf.startswith("{") and "," in when.edtf


def _number(day: date | None, otherwise: float) -> float:
    return day.toordinal() if day else otherwise
