"""Texts of ranges of days (fewest, most), None for an unknown end.

Positive is later. `range_text` and `in_words` are for slip, `late` for outcomes, `days_words` for dates that moved.
"""

from __future__ import annotations

from collections.abc import Callable

from ..reports.date_shift import Range
from .i18n import Voice


def range_text(days: Range | None) -> str:
    """`+54`, `-3..+12`, `+1..` (unknown end), `0`; `?` if unknown."""
    if days is None:
        return "?"
    fewest, most = days
    return _signed(fewest) if fewest == most else f"{_signed(fewest)}..{_signed(most)}"


def _signed(days: int | None) -> str:
    """A number of days with its sign; empty for an unknown end."""
    return "" if days is None else f"{days:+}" if days else "0"


def in_words(days: Range | None, voice: Voice) -> str:
    """`+54 d`, `at least +1 d`, `at most -3 d`, `unknown`."""
    if days is None:
        return voice.say("unknown")
    fewest, most = days
    if fewest is not None and most is not None:
        return voice.say("days moved", days=range_text(days))
    known = voice.say("days moved", days=_signed(most if fewest is None else fewest))
    return voice.say("at most" if fewest is None else "at least", days=known)


def late(days: tuple[int, int], voice: Voice) -> str:
    """`42 d late`, `38–129 d late`, `3 d early`, `16 d early to 14 d late`; `on time` on the very day."""
    if days == (0, 0):
        return voice.word("on time")
    return _either(
        days,
        lambda number: voice.say("early by", number),
        lambda number: voice.say("late by", number),
        lambda early, late: voice.say("early to late", early=early, late=late),
    )


def days_words(days: Range, voice: Voice) -> str:
    """`38–129 days later`, `1 day earlier`, `up to 30 days later`, `from 12 days earlier to 30 days later`; with an
    unknown end `at least 366 days later`, `at most 12 days earlier`.
    """
    fewest, most = days
    if fewest is None or most is None:
        return _at_least_or_most(fewest, most, voice)
    if days == (0, 0):
        return voice.say("end stays")
    if fewest == 0 or most == 0:
        reached = most or fewest
        return voice.say("up to", days=_later((reached, reached), voice))
    return _later((fewest, most), voice)


def _later(days: tuple[int, int], voice: Voice) -> str:
    return _either(
        days,
        lambda number: voice.say("earlier by", number),
        lambda number: voice.say("later by", number),
        lambda earlier, later: voice.say("from earlier to later", earlier=earlier, later=later),
    )


def _at_least_or_most(fewest: int | None, most: int | None, voice: Voice) -> str:
    """A range with one known end, which is either nearer or farther than the unknown one."""
    known = (fewest if most is None else most) or 0
    if known == 0:
        return voice.say("not later" if fewest is None else "not earlier")
    is_nearer = known > 0 if most is None else known < 0
    return voice.say("at least" if is_nearer else "at most", days=_later((known, known), voice))


Say = Callable[[tuple[int, int]], str]


def _either(days: tuple[int, int], before: Say, after: Say, both: Callable[[str, str], str]) -> str:
    """A range on one side of the day compared with, `1–3 d late`, or on both, `2 d early to 1 d late`."""
    fewest, most = days
    if fewest < 0 < most:
        return both(before((-fewest, -fewest)), after((most, most)))
    low, high = sorted((abs(fewest), abs(most)))
    return (after if most > 0 else before)((low, high))
