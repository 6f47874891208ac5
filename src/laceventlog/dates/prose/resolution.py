"""Points to days: `complete` lends each of two points what only the other says; `resolve` turns one into EDTF with
its first and last day, or refuses it with a caret.
"""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from ...errors import DateError
from .. import edtf, units
from ..zones import with_offset
from .date_parts import WHOLE, Context, NamedDay, Point, Term, telling

COUNTS = {"quarter": 4, "third": 3, "half": 2}
CODE_BEFORE = {"quarter": 32, "third": 36, "half": 39}
"""The ISO 8601-2 code just before that of the first quarter, third (quadrimester) or half."""
YEARLIKE = {"year", "years", "decade"}


def complete(first: Point, second: Point, context: Context) -> tuple[Point, Point]:
    """Lend each side what only the other says.

    The year goes both ways ("January-June 2024", "May 2024 to June"), a month to a side that has only a
    day ("17-19 May", "April 11-14, 2021"), the unit to a side that has only its number ("first to third
    quarter"). A range after which the year turns is refused by the order check, not guessed; so is one
    whose sides have nothing in common ("May to 2024").
    """
    first, second = _beside(first, second, context), _beside(second, first, context)
    alike = first.said & second.said or (first.said & YEARLIKE and second.said & YEARLIKE)
    if not alike and not (first.counts and second.unit):
        reason = "this is neither one date nor two"
        raise DateError(context.text, first.start, second.end, reason, "say each side in full", "D004")
    return _borrow(first, second), _borrow(second, first)


def _borrow(own: Point, other: Point) -> Point:
    lent: dict[str, Any] = {}
    if own.year is None and own.years is None and own.decade is None:
        lent["year"] = other.year
    if other.unit and own.counts:
        lent["unit"] = other.unit
    elif own.day is not None and own.month is None and own.unit is None:
        lent["month"] = other.month
    return own._replace(said=own.said | telling(lent), **lent) if any(lent.values()) else own


def resolve(point: Point, context: Context) -> Term:
    """The EDTF of a point with its first and last day; raises DateError where something is missing."""
    point = _alone(point, context)
    term = _whole(point, context)
    if point.said not in WHOLE:
        raise _refuse(point, context, "these words do not make one date", "say one unit: a quarter, a month …", "D001")
    if point.weekday is not None:
        _note_weekday(point.weekday, term, point, context)
    if point.part is None:
        return _at_clock(term, point, context)
    if term.first == term.last or point.clock or point.zone:
        raise _refuse(point, context, "a day has no early or late part", "leave the word out", "D001")
    first, last = units.part((term.first, term.last), point.part[0])
    return Term(_window(first, last), first, last)


def _note_weekday(weekday: int, term: Term, point: Point, context: Context) -> None:
    """A weekday moves nothing: a source may be wrong about it, and its date is read all the same."""
    if term.first != term.last:
        raise _refuse(point, context, "a weekday without its day", _like(context, "weekday"), "D006")
    context.weekdays.append(NamedDay(weekday, term.first))


def _alone(point: Point, context: Context) -> Point:
    """Settle what a word for more than one year means beside one: "años 2020" is the decade.

    "2020 годы" is refused: a slip for the decade or for the year, and nobody can tell which.
    """
    if point.plural is None:
        return point
    if point.decade is not None:
        return point._replace(plural=None)
    if point.plural == "years":
        raise _refuse(point, context, "one year or ten?", "say that it is a decade, or leave the plural out", "D004")
    return _named_decade(point, context)


def _beside(own: Point, other: Point, context: Context) -> Point:
    """The same with another date beside it: "2020-2025 гг." and "años 2021 a 2025" are years.

    "Desde los años 1990 hasta 2005" starts in a decade, "los años 1990 a 2005" in a year: so long as a
    decade may be meant, it takes the plural on both sides to make sure.
    """
    if own.plural is None:
        return own
    is_tenth = own.year is not None and own.year % 10 == 0
    if own.plural == "years" or own.decade is not None or (own.plural == "either" and not is_tenth):
        return own._replace(plural=None)
    bare = other.said == {"year"} and other.plural is None and other.year is not None and other.year % 10 == 0
    if bare or (own.plural == "either" and other.plural not in ("either", "decade")):
        raise _refuse(own, context, "years or decades?", "write 2020-2025, or say on both sides what is meant", "D004")
    return _named_decade(own, context)


def _named_decade(point: Point, context: Context) -> Point:
    if point.said != {"year"} or cast("int", point.year) % 10:
        raise _refuse(point, context, "this is no decade", "a decade is named by its first year, such as 2020", "D001")
    return point._replace(said=frozenset({"decade"}), year=None, decade=point.year, plural=None)


def _window(first: date, last: date) -> str:
    """A third of a unit as EDTF: one month, whole months, or days."""
    if first.day != 1 or last.day != units.month_length(last.year, last.month):
        return f"[{first.isoformat()}..{last.isoformat()}]"
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    if (first.month, last.month) == (1, 12):
        return f"[{first.year:04}..{last.year:04}]"
    return f"[{first.isoformat()[:7]}..{last.isoformat()[:7]}]"


def _whole(point: Point, context: Context) -> Term:
    if point.days is not None:
        return Term(_window(*point.days), *point.days)
    if point.decade is not None:
        return _decade(point, context)
    if point.years and point.season:
        return _turning_season(point, context)
    if point.academic or point.years:
        return _academic_year(point, context)
    if point.year is None:
        raise _refuse(point, context, "the year is missing", f"give it, as in '{context.language.examples[0]}'", "D006")
    if point.year == 0:
        raise _refuse(point, context, "a year outside 0001-9999", "years run from 0001 to 9999", "D005")
    code = _code(point, context)
    if code is not None:
        return _sub_year(point, code, context)
    return _calendar(point, context)


def _decade(point: Point, context: Context) -> Term:
    decade = cast("int", point.decade)
    if decade % 100 == 0 and decade != 2000:  # "the 1900s" are both; "the 2000s" hardly the century
        hint = f"write {decade // 10:03}X for the ten years, {decade // 100:02}XX for the century"
        raise _refuse(point, context, "ten years or a hundred?", hint, "D004")
    if decade < 10 or point.month is not None or point.year is not None or point.day is not None:
        raise _refuse(point, context, "a decade with something smaller in it", "give the year", "D006")
    return Term(f"{decade // 10:03}X", *units.years(decade, decade + 9))


def _academic_year(point: Point, context: Context) -> Term:
    """1 September to 31 August: one policy for all countries, stated in docs/dates.md."""
    if point.years is None and point.year is None:
        raise _refuse(point, context, "which academic year?", _like(context, "academic"), "D006")
    first, second = point.years or (point.year or 0, 0)
    if not point.academic or second != first + 1 or first == 0 or point.month is not None:
        raise _refuse(point, context, "two years in one", _like(context, "span", "academic"), "D004")
    return Term(f"[{first:04}-09..{second:04}-08]", date(first, 9, 1), date(second, 8, 31))


def _turning_season(point: Point, context: Context) -> Term:
    """Winter 2023/24: the one season of two years is the one in which the year turns."""
    first, second = cast("tuple[int, int]", point.years)
    season = cast("int", point.season)
    if second != first + 1 or first == 0 or units.first_month(season, south=context.south) != 12:
        raise _refuse(point, context, "two years in one", "name the one year it begins in", "D004")
    return _sub_year(point._replace(year=first), season, context)


def _code(point: Point, context: Context) -> int | None:
    """The sub-year code of `Q3`, `third quarter`, `2nd half` or a season; None when there is none."""
    if point.unit is None:
        if point.ordinal is not None:
            raise _refuse(point, context, "the first … of what?", _like(context, "quarter", "half"), "D006")
        return point.code or point.season
    count = COUNTS[point.unit]
    number = count if point.ordinal == -1 else point.ordinal or point.day
    if number is None or not 1 <= number <= count:
        raise _refuse(point, context, f"which {point.unit} of the year?", _like(context, point.unit), "D006")
    return number + CODE_BEFORE[point.unit]


def _sub_year(point: Point, code: int, context: Context) -> Term:
    year = cast("int", point.year)
    if code < 30 and context.south:
        first, last = units.months(year, (units.FIRST_MONTH[code] + 5) % 12 + 1, 3)
        return Term(_window(first, last), first, last)
    return Term(f"{year:04}-{code}", *units.sub_year(year, code))


def _calendar(point: Point, context: Context) -> Term:
    year = cast("int", point.year)
    if point.month is None:
        if point.day is not None:
            raise _refuse(point, context, "a day without its month", _like(context, "day"), "D006")
        return Term(f"{year:04}", *units.years(year, year))
    if not 1 <= point.month <= 12:
        raise _refuse(point, context, f"there is no month {point.month}", "months are 1 to 12", "D002")
    if point.day is None:
        return Term(f"{year:04}-{point.month:02}", *units.month(year, point.month))
    if not 1 <= point.day <= units.month_length(year, point.month):
        raise edtf.no_such_day(context.text, point.start, point.end, year, point.month, point.day)
    day = date(year, point.month, point.day)
    return Term(day.isoformat(), day, day)


def _at_clock(term: Term, point: Point, context: Context) -> Term:
    """Add the clock time, if one was said, to a known day."""
    if point.clock is None:
        if point.zone is not None:
            raise _refuse(point, context, "a time zone without a time", "write '10:00 America/La_Paz'", "D006")
        return term
    if term.first != term.last:
        raise _refuse(point, context, "a time without its day", _like(context, "clock"), "D006")
    time, offset = point.clock
    written = f"{term.edtf}T{time}:00{offset}"
    if point.zone:
        written = with_offset(written, point.zone, context.text)
    return Term(written, term.first, term.last, point.zone)


def _like(context: Context, *kinds: str) -> str:
    """A remedy: dates of these kinds in the language of the phrase."""
    return "write " + " or ".join(f"'{context.language.samples[kind]}'" for kind in kinds)


def _refuse(point: Point, context: Context, reason: str, hint: str, code: str) -> DateError:
    return DateError(context.text, point.start, point.end, reason, hint, code)
