"""Date parts to EDTF.

`complete` fills the gaps of each of two dates from the other; `resolve` gives the EDTF of one date with its first
and last day, or refuses it.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple, cast

from .. import edtf, units
from ..zones import with_offset
from .date_parts import COMBINATIONS, DateParts, NamedDay, PhraseContext, identifying

COUNTS = {"quarter": 4, "third": 3, "half": 2}
CODE_BEFORE = {"quarter": 32, "third": 36, "half": 39}
"""The ISO 8601-2 code just before that of the first quarter, third (quadrimester) or half."""
YEARLIKE = {"year", "years", "decade"}


class ResolvedDate(NamedTuple):
    """A date as EDTF, its first and last day, and its IANA time zone if it has one."""

    edtf: str
    first: date
    last: date
    zone: str | None = None


def complete(first: DateParts, second: DateParts, context: PhraseContext) -> tuple[DateParts, DateParts]:
    """Give each of two dates what only the other states.

    The year is given either way ("January-June 2024", "May 2024 to June"), the month to a date that has only a
    day ("17-19 May", "April 11-14, 2021"), the unit to a date that has only its number ("first to third
    quarter"). No year is guessed for a range across New Year: the order check refuses it. Dates with nothing in
    common ("May to 2024") are refused too.
    """
    first, second = _settle_plural_of_two(first, second, context), _settle_plural_of_two(second, first, context)
    shared = first.filled & second.filled or (first.filled & YEARLIKE and second.filled & YEARLIKE)
    if not shared and not (first.is_number_only and second.unit):
        raise context.error(first, "this is neither one date nor two", "write each side in full", "D004", to=second)
    return _borrow(first, second), _borrow(second, first)


def _borrow(own: DateParts, other: DateParts) -> DateParts:
    lent: dict[str, Any] = {}
    if own.year is None and own.years is None and own.decade is None:
        lent["year"] = other.year
    if other.unit and own.is_number_only:
        lent["unit"] = other.unit
    elif own.day is not None and own.month is None and own.unit is None:
        lent["month"] = other.month
    return own._replace(filled=own.filled | identifying(lent), **lent) if any(lent.values()) else own


def resolve(parts: DateParts, context: PhraseContext) -> ResolvedDate:
    """The EDTF of one date with its first and last day.

    Raises:
        DateError: a part is missing, or the parts do not make one date.
    """
    parts = _settle_plural(parts, context)
    resolved = _resolve_unit(parts, context)
    if parts.filled not in COMBINATIONS:
        raise context.error(parts, "these words do not make one date", "name one unit: a quarter, a month …", "D001")
    if parts.weekday is not None:
        _note_weekday(parts.weekday, resolved, parts, context)
    if parts.part is None:
        return _at_clock(resolved, parts, context)
    if resolved.first == resolved.last or parts.clock or parts.zone:
        raise context.error(parts, "a day has no early or late part", "leave out the word", "D001")
    first, last = units.part((resolved.first, resolved.last), parts.part[0])
    return ResolvedDate(_window(first, last), first, last)


def _note_weekday(weekday: int, resolved: ResolvedDate, parts: DateParts, context: PhraseContext) -> None:
    """Note a weekday without checking it: if the source is wrong about it, the date is read all the same."""
    if resolved.first != resolved.last:
        raise context.error(parts, "a weekday without its day", context.write("weekday"), "D006")
    context.weekdays.append(NamedDay(weekday, resolved.first))


def _settle_plural(parts: DateParts, context: PhraseContext) -> DateParts:
    """Interpret a plural word for "years" beside one year: "años 2020" is the decade.

    "2020 годы" is refused: it is a mistake either for the decade or for the year.
    """
    if parts.plural is None:
        return parts
    if parts.decade is not None:
        return parts._replace(plural=None)
    if parts.plural == "years":
        raise context.error(parts, "one year or ten?", "name the decade, or leave out the plural", "D004")
    return _named_decade(parts, context)


def _settle_plural_of_two(own: DateParts, other: DateParts, context: PhraseContext) -> DateParts:
    """The same where there is another date: "2020-2025 гг." and "años 2021 a 2025" are years.

    "Desde los años 1990 hasta 2005" starts in a decade, "los años 1990 a 2005" in a year: where a decade is
    possible, both dates need the plural.
    """
    if own.plural is None:
        return own
    is_tenth = own.year is not None and own.year % 10 == 0
    if own.plural == "years" or own.decade is not None or (own.plural == "either" and not is_tenth):
        return own._replace(plural=None)
    bare = other.filled == {"year"} and other.plural is None and other.year is not None and other.year % 10 == 0
    if bare or (own.plural == "either" and other.plural not in ("either", "decade")):
        raise context.error(own, "years or decades?", "write 2020-2025, or name years or decades on both sides", "D004")
    return _named_decade(own, context)


def _named_decade(parts: DateParts, context: PhraseContext) -> DateParts:
    if parts.filled != {"year"} or cast("int", parts.year) % 10:
        raise context.error(parts, "not a decade", "a decade is named by its first year, such as 2020", "D001")
    return parts._replace(filled=frozenset({"decade"}), year=None, decade=parts.year, plural=None)


def _window(first: date, last: date) -> str:
    """A third of a unit as EDTF: one month, whole months, or days."""
    if first.day != 1 or last.day != units.month_length(last.year, last.month):
        return f"[{first.isoformat()}..{last.isoformat()}]"
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    if (first.month, last.month) == (1, 12):
        return f"[{first.year:04}..{last.year:04}]"
    return f"[{first.isoformat()[:7]}..{last.isoformat()[:7]}]"


def _resolve_unit(parts: DateParts, context: PhraseContext) -> ResolvedDate:
    if parts.days is not None:
        return ResolvedDate(_window(*parts.days), *parts.days)
    if parts.decade is not None:
        return _decade(parts, context)
    if parts.years and parts.season:
        return _turning_season(parts, context)
    if parts.academic or parts.years:
        return _academic_year(parts, context)
    if parts.year is None:
        raise context.error(parts, "the year is missing", f"give it, as in '{context.language.examples[0]}'", "D006")
    if parts.year == 0:
        raise context.error(parts, "a year outside 0001-9999", "years run from 0001 to 9999", "D005")
    code = _code(parts, context)
    if code is not None:
        return _sub_year(parts, code, context)
    return _calendar(parts, context)


def _decade(parts: DateParts, context: PhraseContext) -> ResolvedDate:
    decade = cast("int", parts.decade)
    if decade % 100 == 0 and decade != 2000:  # "the 1900s" are both; "the 2000s" hardly the century
        hint = f"write {decade // 10:03}X for the ten years, {decade // 100:02}XX for the century"
        raise context.error(parts, "ten years or a hundred?", hint, "D004")
    if decade < 10 or parts.month is not None or parts.year is not None or parts.day is not None:
        raise context.error(parts, "a decade with a smaller unit", "give the year", "D006")
    return ResolvedDate(f"{decade // 10:03}X", *units.years(decade, decade + 9))


def _academic_year(parts: DateParts, context: PhraseContext) -> ResolvedDate:
    """1 September to 31 August in all countries: our policy, see docs/dates.md."""
    if parts.years is None and parts.year is None:
        raise context.error(parts, "which academic year?", context.write("academic"), "D006")
    first, second = parts.years or (parts.year or 0, 0)
    if not parts.academic or second != first + 1 or first == 0 or parts.month is not None:
        raise context.error(parts, "two years for one date", context.write("span", "academic"), "D004")
    return ResolvedDate(f"[{first:04}-09..{second:04}-08]", date(first, 9, 1), date(second, 8, 31))


def _turning_season(parts: DateParts, context: PhraseContext) -> ResolvedDate:
    """Winter 2023/24: only the season that spans New Year can have two years."""
    first, second = cast("tuple[int, int]", parts.years)
    season = cast("int", parts.season)
    if second != first + 1 or first == 0 or units.first_month(season, south=context.south) != 12:
        raise context.error(parts, "two years for one date", "name the one year it begins in", "D004")
    return _sub_year(parts._replace(year=first), season, context)


def _code(parts: DateParts, context: PhraseContext) -> int | None:
    """The sub-year code of `Q3`, `third quarter`, `2nd half` or a season; None if there is none."""
    if parts.unit is None:
        if parts.ordinal is not None:
            raise context.error(parts, "the first … of what?", context.write("quarter", "half"), "D006")
        return parts.code or parts.season
    count = COUNTS[parts.unit]
    number = count if parts.ordinal == -1 else parts.ordinal or parts.day
    if number is None or not 1 <= number <= count:
        raise context.error(parts, f"which {parts.unit} of the year?", context.write(parts.unit), "D006")
    return number + CODE_BEFORE[parts.unit]


def _sub_year(parts: DateParts, code: int, context: PhraseContext) -> ResolvedDate:
    year = cast("int", parts.year)
    if code < 30 and context.south:
        first, last = units.months(year, (units.FIRST_MONTH[code] + 5) % 12 + 1, 3)
        return ResolvedDate(_window(first, last), first, last)
    return ResolvedDate(f"{year:04}-{code}", *units.sub_year(year, code))


def _calendar(parts: DateParts, context: PhraseContext) -> ResolvedDate:
    year = cast("int", parts.year)
    if parts.month is None:
        if parts.day is not None:
            raise context.error(parts, "a day without its month", context.write("day"), "D006")
        return ResolvedDate(f"{year:04}", *units.years(year, year))
    if not 1 <= parts.month <= 12:
        raise context.error(parts, f"there is no month {parts.month}", "months are 1 to 12", "D002")
    if parts.day is None:
        return ResolvedDate(f"{year:04}-{parts.month:02}", *units.month(year, parts.month))
    if not 1 <= parts.day <= units.month_length(year, parts.month):
        raise edtf.no_such_day(context.text, parts.start, parts.end, year, parts.month, parts.day)
    day = date(year, parts.month, parts.day)
    return ResolvedDate(day.isoformat(), day, day)


def _at_clock(resolved: ResolvedDate, parts: DateParts, context: PhraseContext) -> ResolvedDate:
    """The date with the clock time and zone, if stated."""
    if parts.clock is None:
        if parts.zone is not None:
            raise context.error(parts, "a time zone without a time", "write '10:00 America/La_Paz'", "D006")
        return resolved
    if resolved.first != resolved.last:
        raise context.error(parts, "a time without its day", context.write("clock"), "D006")
    time, offset = parts.clock
    written = f"{resolved.edtf}T{time}:00{offset}"
    if parts.zone:
        written = with_offset(written, parts.zone, context.text)
    return ResolvedDate(written, resolved.first, resolved.last, parts.zone)
