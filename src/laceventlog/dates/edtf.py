"""EDTF, the Extended Date/Time Format of ISO 8601-2:2019, levels 0 to 2: text to canonical text, shape and bounds.

    date      = year ["-" month ["-" day]] | year "-" sub-year, each with an optional qualifier
    year      = 4 digits | 3 digits "X" | 2 digits "XX"
    month     = "01".."12" | "XX"
    sub-year  = "21".."41": seasons, quarters, quadrimesters, halves
    day       = "01".."31" | "XX"
    qualifier = "?" (uncertain) | "~" (approximate) | "%" (both)        on single parts: see `unspecified`
    time      = year "-" month "-" day "T" hour ":" minute [":" second] ["Z" | ("+" | "-") hour [":" minute]]
    interval  = side "/" side
    side      = date | ".." date | date ".." | ".." | nothing           ".." open, nothing: unknown
    set       = "[" members "]" | "{" members "}"                       one of these days | all of them
    members   = member {"," member}
    member    = date | date ".." date | ".." date | date ".."

A qualifier never moves a bound (ISO 8601-2 §8.4.2). All bounds are inclusive days; None means open.
Years run from 0001 to 9999; negative, longer and exponential years are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..errors import DateError
from . import units
from .units import Bounds, OpenDay


class Shape(StrEnum):
    """The kind of a date.

    A MOMENT happens once inside its bounds, a SPAN lasts from its start to its end, UNSCHEDULED has no known date.

    >>> from laceventlog import When
    >>> When.parse("May 2023").shape, When.parse("2023-2030").shape
    (<Shape.MOMENT: 'moment'>, <Shape.SPAN: 'span'>)
    """

    MOMENT = "moment"
    SPAN = "span"
    UNSCHEDULED = "unscheduled"


MOMENT, SPAN = Shape.MOMENT, Shape.SPAN


class Precision(StrEnum):
    """The unit a date is known to.

    SEASON, QUARTER, QUADRIMESTER and HALF are the sub-year groupings of ISO 8601-2 §4.8. MIXED is the precision of sets
    and intervals, NONE that of an unscheduled date.

    >>> from laceventlog import When
    >>> When.parse("Q3 2024").precision
    <Precision.QUARTER: 'quarter'>
    """

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    QUADRIMESTER = "quadrimester"
    MIXED = "mixed"
    NONE = "none"


class ParsedDate(NamedTuple):
    """Canonical EDTF, its shape and its four inclusive bounds."""

    edtf: str
    shape: Shape
    earliest_start: OpenDay
    latest_start: OpenDay
    earliest_end: OpenDay
    latest_end: OpenDay


DATE = re.compile(
    r"""(?P<year> \d{4} | \d{3}X | \d{2}XX )
        (?: - (?P<month> \d\d | XX )
            (?: - (?P<day> \d\d | XX ) )? )?
        (?P<mark> [?~%] )?""",
    re.VERBOSE | re.ASCII,
)
DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?", re.ASCII)
TIME = r"""(?ax)
    (?P<day> \d{4}-\d\d-\d\d )
    T (?P<clock> (?: [01]\d | 2[0-3] ) : [0-5]\d ) (?P<second> :[0-5]\d )?
    (?P<shift> Z | [+-] (?: (?: 0\d | 1[0-3] ) (?: :[0-5]\d )? | 14 (?: :00 )? ) )?"""
"""Compiled on first use, because few dates have a clock time."""
MARKS = str.maketrans("", "", "?~%")
PERIOD_OF_CODE = {
    code: precision
    for codes, precision in (
        (range(21, 33), Precision.SEASON),
        (range(33, 37), Precision.QUARTER),
        (range(37, 40), Precision.QUADRIMESTER),
        (range(40, 42), Precision.HALF),
    )
    for code in codes
}
MONTHS = "January February March April May June July August September October November December".split()


def read(text: str) -> ParsedDate:
    """Read EDTF.

    Raises:
        DateError: with a caret under the part that cannot be read.
    """
    found = DAYS.fullmatch(text)
    if found and (reading := _days(text, *found.groups())):
        return reading
    if text[:1] in ("[", "{"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    if "T" in text:
        return _time(text)
    first, last = _date(text, 0, text)
    return ParsedDate(text, MOMENT, first, last, first, last)


def _days(text: str, start: str, end: str | None) -> ParsedDate | None:
    """The fast path for a day or a span of days; None if a day does not exist or the span is reversed."""
    try:
        first = date.fromisoformat(start)
        last = date.fromisoformat(end) if end else first
    except ValueError:
        return None
    if first > last:
        return None
    return ParsedDate(text, SPAN if end else MOMENT, first, first, last, last)


def _date(term: str, at: int, text: str) -> Bounds:
    """The first and last day of one date; `at` is its place in `text`, for the caret."""
    found = DATE.fullmatch(term)
    if found is None:
        return _level_2(term, at, text)
    year, month, day, _ = found.groups()
    if year[3] == "X":
        return _decade_or_century(year, term, at, text) if month is None else _level_2(term, at, text)
    number = int(year)
    if number == 0:
        raise _no_such_year(at, at + 4, text)
    if month is None or month == "XX":
        return _year_only(number, term, day, at, text)
    if day is None:
        return _month_only(number, int(month), at, text)
    return _one_day(number, int(month), day, at, text)


def _decade_or_century(year: str, term: str, at: int, text: str) -> Bounds:
    """`202X`: a day in these ten years; `20XX`: a day in these hundred years."""
    digits = year.rstrip("X")
    size = 10 if len(digits) == 3 else 100
    first = int(digits) * size
    return units.years(first, first + size - 1) if first else _level_2(term, at, text)


def _level_2(term: str, at: int, text: str) -> Bounds:
    """Level 2: unspecified digits anywhere, qualifiers on single parts."""
    try:
        from . import unspecified

        bounds = unspecified.bounds(term)
    except ValueError:
        raise _not_edtf(term, at, text) from None
    if bounds is None:
        raise _no_day_fits(term, at, text)
    return bounds


def _no_day_fits(term: str, at: int, text: str) -> DateError:
    """The error for digits that match no day; without unspecified digits, the error of the plain date."""
    plain = term.translate(MARKS)
    if plain.startswith("0000") or plain == "000X":
        start = at + term.index("000")
        return _no_such_year(start, start + 4, text)
    if "X" not in plain and DATE.fullmatch(plain):
        places = [n for n, sign in enumerate(term) if sign not in "?~%"]
        try:
            _date(plain, 0, plain)
        except DateError as error:
            start, end = at + places[error.start], at + places[error.end - 1] + 1
            return DateError(text, start, end, error.reason, error.hint, error.code)
    hint = "months are 01-12, days as many as the month has"
    return DateError(text, at, at + len(term), "no day matches these digits", hint, "D002")


def _year_only(year: int, term: str, day: str | None, at: int, text: str) -> Bounds:
    """`2024`, `2024-XX` and `2024-XX-XX`: a day in that year."""
    if day is not None and day != "XX":
        return _level_2(term, at, text)
    return units.years(year, year)


def _month_only(year: int, number: int, at: int, text: str) -> units.Days:
    if 1 <= number <= 12:
        return units.month(year, number)
    if number in units.FIRST_MONTH:
        return units.sub_year(year, number)
    hint = "months are 01-12, seasons 21-32, quarters 33-36, halves 40-41"
    raise DateError(text, at + 5, at + 7, f"there is no month {number:02}", hint, "D002")


def _one_day(year: int, month: int, day: str, at: int, text: str) -> units.Days:
    if not 1 <= month <= 12:
        raise DateError(text, at + 5, at + 7, f"there is no month {month:02}", "months are 01-12", "D002")
    if day == "XX":
        return units.month(year, month)
    if not 1 <= int(day) <= units.month_length(year, month):
        raise no_such_day(text, at + 8, at + 10, year, month, int(day))
    only = date(year, month, int(day))
    return only, only


def no_such_day(text: str, start: int, end: int, year: int, month: int, day: int) -> DateError:
    """The error for 31 February; the remedy gives the length of the month."""
    length = units.month_length(year, month)
    name = f"{MONTHS[month - 1]} {year:04}"
    return DateError(text, start, end, f"there is no day {day} in {name}", f"{name} has {length} days", "D002")


def _no_such_year(start: int, end: int, text: str) -> DateError:
    return DateError(text, start, end, "a year outside 0001-9999", "years run from 0001 to 9999", "D005")


def _not_edtf(term: str, at: int, text: str) -> DateError:
    if not term:
        return DateError(text, at, at + 1, "a date is missing here", code="D006")
    if re.match(r"[?~%]?(-[0-9]|Y-?[0-9]|[0-9]{5})", term):
        return _no_such_year(at, at + len(term), text)
    hint = "write 2024, 2024-05, 2024-05-17 or 2023-33 (first quarter)"
    return DateError(text, at, at + len(term), "not an EDTF date", hint)


def _time(text: str) -> ParsedDate:
    """A clock time on one day; missing seconds are added, and `+04` becomes `+04:00`."""
    found = re.fullmatch(TIME, text)
    if found is None:
        hint = "write 2024-05-29T10:00:00-04:00, or leave out the offset or the seconds"
        raise DateError(text, 0, len(text), "not an EDTF date and time", hint)
    if text[:4] == "0000":
        raise _no_such_year(0, 4, text)
    first, last = _one_day(int(text[:4]), int(text[5:7]), text[8:10], 0, text)
    shift = found["shift"] or ""
    if shift in ("-00", "-00:00"):
        raise DateError(text, len(text) - len(shift), len(text), "the offset -00:00 is not allowed", "write Z")
    shift = "Z" if shift in ("+00", "+00:00") else shift + ":00" if len(shift) == 3 else shift
    canonical = f"{found['day']}T{found['clock']}{found['second'] or ':00'}{shift}"
    return ParsedDate(canonical, MOMENT, first, last, first, last)


def _interval(text: str) -> ParsedDate:
    """`a/b`: it lasts from a day in a to a day in b."""
    left, slash, right = text.partition("/")
    if "/" in right:
        place = text.index("/", len(left) + 1)
        raise DateError(text, place, place + 1, "a second '/'", "an interval has one start and one end")
    if left in ("", "..") and right in ("", ".."):
        raise DateError(text, 0, len(text), "an interval without a day on either side", "write TBD", "D006")
    start = _side(left, 0, text) if left not in ("", "..") else None
    end = _side(right, len(left + slash), text) if right not in ("", "..") else None
    if start and end and start[0] and end[1] and start[0] > end[1]:
        raise reversed_range(text, 0, len(text))
    return ParsedDate(text, SPAN, *_interval_bounds(start, end, left, right))


def _side(side: str, at: int, text: str) -> Bounds:
    """`a`, `..a` (on or before) or `a..` (on or after)."""
    if ".." not in side:
        return _date(side, at, text)
    left, _, right = side.partition("..")
    if left and right:
        raise DateError(text, at, at + len(side), "a range inside an interval", "an interval has one start and one end")
    (first, _), (_, last) = _member(side, at, text)
    return first, last


def _interval_bounds(
    start: Bounds | None, end: Bounds | None, left: str, right: str
) -> tuple[OpenDay, OpenDay, OpenDay, OpenDay]:
    """The four bounds of an interval; a span cannot end before its first possible day, nor start after its last.

    Open (`..`) leaves both bounds of its side None; unknown (nothing) only the outer one.
    """
    if start and end:
        return start[0], _least(start[1], end[1]), _greatest(end[0], start[0]), end[1]
    if start:
        return start[0], start[1], start[0] if right == "" else None, None
    return None, (end[1] if end and left == "" else None), *(end or (None, None))


def _least(a: OpenDay, b: OpenDay) -> OpenDay:
    return min(a, b) if a and b else a or b


def _greatest(a: OpenDay, b: OpenDay) -> OpenDay:
    return max(a, b) if a and b else a or b


def reversed_range(text: str, start: int, end: int) -> DateError:
    """The error for a range that ends before it starts."""
    hint = "swap the two dates; if it runs into the next year, give each side its year"
    return DateError(text, start, end, "this ends before it starts", hint, "D003")


def _set(text: str) -> ParsedDate:
    """`[a..b]`: a moment on one of these days; `{a..b}`: a span from the first to the last, perhaps with gaps."""
    closing = {"[": "]", "{": "}"}[text[0]]
    if not text.endswith(closing) or len(text) == 1:
        raise DateError(text, len(text) - 1, len(text), "the set is not closed", f"add '{closing}'")
    members = []
    at = 1
    for member in text[1:-1].split(","):
        members.append(_member(member, at, text))
        at += len(member) + 1
    low, high = _lowest(start[0] for start, _ in members), _highest(end[1] for _, end in members)
    if low is None and high is None:
        raise DateError(text, 0, len(text), "a set without a first or a last day", "write TBD", "D006")
    if closing == "]":
        return ParsedDate(text, MOMENT, low, high, low, high)
    latest_start, earliest_end = _lowest(start[1] for start, _ in members), _highest(end[0] for _, end in members)
    latest_start = latest_start and _least(latest_start, high)
    earliest_end = earliest_end and _greatest(earliest_end, low)
    return ParsedDate(text, SPAN, low, latest_start, earliest_end, high)


def _lowest(days: Iterable[OpenDay]) -> OpenDay:
    found = list(days)
    return None if None in found else min(day for day in found if day)


def _highest(days: Iterable[OpenDay]) -> OpenDay:
    found = list(days)
    return None if None in found else max(day for day in found if day)


def _member(member: str, at: int, text: str) -> tuple[Bounds, Bounds]:
    """`a`, `a..b`, `..b` or `a..`: the bounds of its first and of its last date; (None, None) if open."""
    left, dots, right = member.partition("..")
    if not dots:
        only = _date(member, at, text)
        return only, only
    start = _date(left, at, text) if left else (None, None)
    end = _date(right, at + len(left) + 2, text) if right or not left else (None, None)
    if start[0] and end[1] and start[0] > end[1]:
        raise reversed_range(text, at, at + len(member))
    return start, end


def precision(text: str) -> Precision:
    """The precision of canonical EDTF."""
    if not text:
        return Precision.NONE
    if "T" in text:
        return Precision.TIME
    plain = text.translate(MARKS)
    found = DATE.fullmatch(plain)
    if found is None:
        return SIGNIFICANT.get(plain[4:], Precision.MIXED)
    year, month, day = found["year"], found["month"], found["day"]
    if "X" in year:
        return (Precision.DECADE if year.count("X") == 1 else Precision.CENTURY) if month is None else Precision.MIXED
    if month in (None, "XX"):
        return Precision.YEAR if day in (None, "XX") else Precision.MIXED
    return PERIOD_OF_CODE.get(int(month), Precision.MONTH if day in (None, "XX") else Precision.DAY)


SIGNIFICANT = {"S4": Precision.YEAR, "S3": Precision.DECADE, "S2": Precision.CENTURY}


def marked_units(text: str) -> list[Precision]:
    """The precision of each approximate date (`~` or `%`) in canonical EDTF."""
    dates = re.split(r"[\[\]{},/]|\.\.", text)
    return [precision(each) for each in dates if "~" in each or "%" in each]
