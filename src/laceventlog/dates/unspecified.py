"""EDTF level 2 dates (ISO 8601-2:2019 §§7.3-8.3): unspecified digits anywhere, qualifiers on single parts.

    date    = year [part [part]]
    year    = [mark] 4 of digit or "X" [mark] | 4 digits "S" count      only the first `count` digits are significant
    part    = "-" [mark] 2 of digit or "X" [mark]                       month or sub-year, then day

A mark after a part qualifies it and all parts before it, a mark before a part only that part; no mark moves a bound.
The bounds are the first and the last day that match the digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product

from . import units

UNSPECIFIED = re.compile(
    r"""[?~%]? (?P<year> [0-9X]{4} ) [?~%]?
        (?: - [?~%]? (?P<month> [0-9X]{2} ) [?~%]?
            (?: - [?~%]? (?P<day> [0-9X]{2} ) [?~%]? )? )?""",
    re.VERBOSE,
)
SIGNIFICANT = re.compile(r"(?P<year> [0-9]{4} ) S (?P<count> [1-4] ) [?~%]?", re.VERBOSE)


def bounds(text: str) -> units.Bounds | None:
    """The first and last day that match; (None, None) for any year (`XXXX`), None if no day matches.

    Raises:
        ValueError: not a level 2 date.
    """
    significant = SIGNIFICANT.fullmatch(text)
    if significant:
        text = significant["year"][: int(significant["count"])].ljust(4, "X")
    found = UNSPECIFIED.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = found.groups()
    if year == "XXXX":
        return (None, None) if next(_days("2XXX", month, day, last=False), None) else None
    first = next(_days(year, month, day, last=False), None)
    if "X" not in text:
        return first
    final = next(_days(year, month, day, last=True), None)
    return (first[0], final[1]) if first and final else None


def _days(year: str, month: str | None, day: str | None, *, last: bool) -> Iterator[units.Days]:
    """Every matching unit, in order or from the last."""
    for number in _numbers(year, 1, 9999, last=last):
        if month is None:
            yield units.years(number, number)
        elif day is None and month.isdecimal() and int(month) in units.FIRST_MONTH:
            yield units.sub_year(number, int(month))
        else:
            yield from _months(number, month, day, last=last)


def _months(year: int, month: str, day: str | None, *, last: bool) -> Iterator[units.Days]:
    for number in _numbers(month, 1, 12, last=last):
        if day is None:
            yield units.month(year, number)
            continue
        for each in _numbers(day, 1, units.month_length(year, number), last=last):
            only = date(year, number, each)
            yield only, only


def _numbers(digits: str, low: int, high: int, *, last: bool) -> Iterable[int]:
    """The numbers from `low` to `high` that match `digits`, in order or from the last."""
    if "X" not in digits:
        return (int(digits),) if low <= int(digits) <= high else ()
    if digits == "XX":
        return range(min(99, high), low - 1, -1) if last else range(low, min(99, high) + 1)
    choices = ["0123456789" if digit == "X" else digit for digit in digits]
    if last:
        choices = [choice[::-1] for choice in choices]
    numbers = (int("".join(digits)) for digits in product(*choices))
    return (number for number in numbers if low <= number <= high)
