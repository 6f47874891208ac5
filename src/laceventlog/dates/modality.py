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


class _Range(NamedTuple):
    """The four bounds as day numbers; open ones are infinite."""

    start_low: float
    start_high: float
    end_low: float
    end_high: float
    linked: bool


NEVER, EVER = float("-inf"), float("inf")


def before(a: When, b: When) -> Modality:
    """`a` ends on an earlier day than `b` starts."""
    if a.is_unscheduled or b.is_unscheduled:
        return Modality.UNKNOWN
    x, y = _range(a), _range(b)
    return _verdict(x.end_high < y.start_low, x.end_low < y.start_high)


def after(a: When, b: When) -> Modality:
    """`a` starts on a later day than `b` ends."""
    return before(b, a)


def overlaps(a: When, b: When) -> Modality:
    """`a` and `b` have a day in common."""
    if a.is_unscheduled or b.is_unscheduled:
        return Modality.UNKNOWN
    x, y = _range(a), _range(b)
    return _verdict(
        x.start_high <= y.end_low and y.start_high <= x.end_low,
        x.start_low <= y.end_high and y.start_low <= x.end_high,
    )


def during(a: When, b: When) -> Modality:
    """Every day of `a` is a day of `b`."""
    if a.is_unscheduled or b.is_unscheduled:
        return Modality.UNKNOWN
    x, y = _range(a), _range(b)
    certain = y.start_high <= x.start_low and x.end_high <= y.end_low
    if y.linked:
        return _verdict(certain, _one_day(x, y))
    start, end = max(x.start_low, y.start_low), min(x.end_high, y.end_high)
    return _verdict(certain, start <= end and start <= x.start_high and x.end_low <= end)


def contains(a: When, b: When) -> Modality:
    """Every day of `b` is a day of `a`."""
    return during(b, a)


def same(a: When, b: When) -> Modality:
    """`a` and `b` start on one day and end on one day."""
    if a.is_unscheduled or b.is_unscheduled:
        return Modality.UNKNOWN
    x, y = _range(a), _range(b)
    certain = x.start_low == x.start_high == y.start_low == y.start_high and (
        x.end_low == x.end_high == y.end_low == y.end_high
    )
    if x.linked or y.linked:
        return _verdict(certain, _one_day(x, y))
    start, end = max(x.start_low, y.start_low), min(x.end_high, y.end_high)
    starts, ends = start <= min(x.start_high, y.start_high), max(x.end_low, y.end_low) <= end
    return _verdict(certain, starts and ends and start <= end)


def _one_day(x: _Range, y: _Range) -> bool:
    """Some single day can be the start and the end of both."""
    return max(x.start_low, x.end_low, y.start_low, y.end_low) <= min(
        x.start_high, x.end_high, y.start_high, y.end_high
    )


def _verdict(certain: bool, possible: bool) -> Modality:
    return Modality.CERTAIN if certain else Modality.POSSIBLE if possible else Modality.IMPOSSIBLE


def _range(when: When) -> _Range:
    """A missing first day means ever before; a missing last one ever after, except the start of a span
    that has always been there and the end of one that goes on.
    """
    moment = when.is_moment
    return _Range(
        _number(when.earliest_start, NEVER),
        _number(when.latest_start, EVER if moment or when.latest_end is None else NEVER),
        _number(when.earliest_end, NEVER if moment else EVER),
        _number(when.latest_end, EVER),
        moment,
    )


def _number(day: date | None, otherwise: float) -> float:
    return day.toordinal() if day else otherwise
