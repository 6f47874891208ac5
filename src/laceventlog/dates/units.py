"""Calendar units as pairs of days: first and last, both inclusive, in the proleptic Gregorian calendar.

Sub-year codes are those of ISO 8601-2:2019 §4.8: 21-32 seasons, 33-36 quarters, 37-39 quadrimesters, 40-41 halves.
Seasons are meteorological, so one that begins in December ends in the next year. The thirds of `part` are our policy:
see `docs/dates.md`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

Days = tuple[date, date]
OpenDay = date | None
"""A bound of a date; None means open."""
Bounds = tuple[OpenDay, OpenDay]
"""The earliest and the latest day, both inclusive."""
Part = Literal["early", "mid", "late"]

DAY = timedelta(days=1)
FIRST_MONTH = {
    21: 3, 22: 6, 23: 9, 24: 12,  # seasons without a hemisphere: northern
    25: 3, 26: 6, 27: 9, 28: 12,  # northern
    29: 9, 30: 12, 31: 3, 32: 6,  # southern
    33: 1, 34: 4, 35: 7, 36: 10,  # quarters
    37: 1, 38: 5, 39: 9,  # quadrimesters
    40: 1, 41: 7,  # halves
}  # fmt: skip
"""The first month of each sub-year code."""
MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The number of days in a month."""
    return 29 if month == 2 and is_leap(year) else MONTH_LENGTHS[month - 1]


def month(year: int, number: int) -> Days:
    """The first and the last day of a month."""
    return date(year, number, 1), date(year, number, month_length(year, number))


def months(year: int, number: int, count: int) -> Days:
    """`count` whole months from month `number` of `year`, perhaps into the next year, but not past 9999."""
    index = year * 12 + number - 1 + count - 1
    last_year, last_month = divmod(index, 12)
    if last_year > 9999:
        return date(year, number, 1), date.max
    return date(year, number, 1), month(last_year, last_month + 1)[1]


def years(first: int, last: int) -> Days:
    """From 1 January of `first` to 31 December of `last`."""
    return date(first, 1, 1), date(last, 12, 31)


def first_month(code: int, *, south: bool = False) -> int:
    """The first month of a season, quarter or half; seasons differ by half a year in the south."""
    return (FIRST_MONTH[code] + 5) % 12 + 1 if south and code < 25 else FIRST_MONTH[code]


def sub_year(year: int, code: int) -> Days:
    """The days of a season, quarter, quadrimester or half, given its ISO 8601-2 code."""
    return months(year, FIRST_MONTH[code], 6 if code >= 40 else 4 if code >= 37 else 3)


def part(days: Days, which: Part) -> Days:
    """The early, mid or late third of a unit.

    A month is divided after its 10th and 20th day, a decade into years 0-3, 4-6 and 7-9; quarters, seasons, halves
    and years into equal groups of months.
    """
    first, last = days
    span = (last.year - first.year) * 12 + last.month - first.month + 1
    if span == 1:
        return _month_part(first, last, which)
    if span == 120:
        return _decade_part(first.year, which)
    third = span // 3
    offset = {"early": 0, "mid": third, "late": 2 * third}[which]
    year, number = divmod(first.year * 12 + first.month - 1 + offset, 12)
    return months(year, number + 1, third)


def _month_part(first: date, last: date, which: Part) -> Days:
    cuts: dict[Part, Days] = {
        "early": (first, first.replace(day=10)),
        "mid": (first.replace(day=11), first.replace(day=20)),
        "late": (first.replace(day=21), last),
    }
    return cuts[which]


def _decade_part(year: int, which: Part) -> Days:
    first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[which]
    return years(year + first, year + last)
