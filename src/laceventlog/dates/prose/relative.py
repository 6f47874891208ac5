"""Words that depend on the day they were said: replaced, before the grammar reads, by what they mean on that day.

"Next year" becomes a year, "last month" a month and a year, "next week" its days (Monday to Sunday, ISO 8601-1
§3.1.1.23). "This May" is that of the running year; "next May" and "last May" are read only where they cannot mean
the one of the running year, but "el próximo 15 de mayo" is the nearest to come. Without the day nothing relative is
read, save "2019 to the present": it goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import cast

from ...errors import DateError
from .. import units
from ..languages import Relative, Token
from .date_parts import Context
from .tokens import Lexeme

TODAY = Relative("day")
"""Today, now, the present: behind a dash or "to" it is no end at all."""
GROUPS = {"month": 1, "quarter": 3, "half": 6}
FIRST_CODE = {"quarter": 33, "half": 40}
JOINS = {Token.DASH, Token.TO}
NAMED = {Token.MONTH, Token.SEASON}
NAMES = NAMED | {Token.YEAR, Token.YEARS, Token.DECADE}


def absolute(lexemes: list[Lexeme], context: Context) -> list[Lexeme]:
    """The tokens without relative ones.

    Raises:
        DateError: D006 where the day is not known, D004 where the words may mean two dates.
    """
    if all(lexeme.kind is not Token.RELATIVE for lexeme in lexemes):
        return lexemes
    return [token for index in range(len(lexemes)) for token in _replaced(lexemes, index, context)]


def _replaced(lexemes: list[Lexeme], index: int, context: Context) -> list[Lexeme]:
    lexeme = lexemes[index]
    if lexeme.kind is not Token.RELATIVE:
        return [lexeme]
    if _goes_on(lexemes, index):
        return [lexeme._replace(kind=Token.PRESENT)]
    meant = cast("Relative", lexeme.value)
    behind = lexemes[index + 1].kind if index + 1 < len(lexemes) else None
    if meant.unit == "end" and behind is Token.YEAR:  # year-end 2024
        return [lexeme._replace(kind=Token.PART, value=("late", True))]
    if meant.bare and behind in NAMES:
        return []  # "the year 2024" is no relative word; "by the end of the year" is one
    if meant.unit == "nearest":
        return _nearest(lexemes, index, context)
    return _tokens(lexeme, context, lambda day: _on(meant, day, south=context.south))


def _goes_on(lexemes: list[Lexeme], index: int) -> bool:
    """Whether it is the far side of a range: 2019–present, from May 2020 until now."""
    join = lexemes[index - 1] if index > 1 else None
    joins = join is not None and (join.kind in JOINS or (join.kind is Token.BY and join.value == "until"))
    return joins and lexemes[index].value == TODAY and index == len(lexemes) - 1


Meaning = list[tuple[Token, object]]


def _tokens(lexeme: Lexeme, context: Context, meaning: Callable[[date], Meaning]) -> list[Lexeme]:
    """What stands for a relative word; `meaning` raises ValueError where it is not clear, OverflowError beyond 9999."""
    where = context.text, lexeme.start, lexeme.end
    word = context.text[lexeme.start : lexeme.end]
    if context.day is None:
        reason = f"'{word}' depends on the day it was said"
        raise DateError(*where, reason, "write the date it means, or say relative_to", "D006")
    try:
        meant = meaning(context.day)
    except OverflowError:
        raise DateError(*where, "a year outside 0001-9999", "years run from 0001 to 9999", "D005") from None
    except ValueError as doubt:
        raise DateError(*where, f"'{word}': {doubt}", "give the year", "D004") from None
    return [Lexeme(kind, value, lexeme.start, lexeme.end) for kind, value in meant]


def _nearest(lexemes: list[Lexeme], index: int, context: Context) -> list[Lexeme]:
    """The year of "el próximo 15 de mayo", "mayo pasado": that of the nearest one; nothing where it is stated."""
    if any(token.kind is Token.YEAR for token in lexemes[max(index - 1, 0) : index + 4]):
        return []
    beside = lexemes[index + 1 : index + 3]
    if not any(token.kind in NAMED for token in beside):
        beside = lexemes[max(index - 2, 0) : index]
    said = {
        token.kind: cast("int", token.value) for token in beside if token.kind in NAMED or token.kind is Token.NUMBER
    }
    shift = cast("Relative", lexemes[index].value).shift
    return _tokens(lexemes[index], context, lambda day: [(Token.YEAR, _near(said, shift, day, south=context.south))])


def _near(said: dict[Token, int], shift: int, day: date, *, south: bool) -> int:
    """The year of the nearest such day, month or season that begins after, or ended before, `day`."""
    if Token.SEASON in said:
        first = units.first_month(said[Token.SEASON], south=south)
        passed = (day.month - first) % 12 >= 3 or shift > 0
        return _in_range((day.year if day.month >= first else day.year - 1) + (shift > 0) - (not passed))
    if Token.MONTH not in said:
        raise ValueError("of what?")
    number = said.get(Token.NUMBER, 0)
    there, here = (said[Token.MONTH], number), (day.month, day.day if number else 0)
    in_this_year = there > here if shift > 0 else there < here
    return _in_range(day.year + (0 if in_this_year else shift))


def _on(meant: Relative, day: date, *, south: bool) -> list[tuple[Token, object]]:
    """What was meant on a day; ValueError where that cannot be told, OverflowError where it is no date."""
    if meant.side:
        return [(Token.DAYS, _side(meant, day))]
    if meant.unit == "day":
        moved = day + timedelta(days=meant.shift)
        return [(Token.DATE, (moved.year, moved.month, moved.day))]
    if meant.unit == "week":
        return [(Token.DAYS, _week(day, meant.shift))]
    if meant.unit == "end":
        return [(Token.PART, ("late", True)), (Token.YEAR, day.year)]
    if meant.unit == "named":
        return [(Token.MONTH, meant.name), (Token.YEAR, _named(meant, day, meant.name, 1))]
    if meant.unit == "season":
        first = units.first_month(meant.name, south=south)
        return [(Token.SEASON, meant.name), (Token.YEAR, _named(meant, day, first, 3))]
    return _counted(meant, day)


def _counted(meant: Relative, day: date) -> list[tuple[Token, object]]:
    if meant.unit == "decade":
        return [(Token.DECADE, _in_range(day.year // 10 * 10 + 10 * meant.shift))]
    if meant.unit == "year":
        return [(Token.YEAR, _in_range(day.year + meant.shift))]
    size = GROUPS[meant.unit]
    year, index = divmod(day.year * 12 // size + (day.month - 1) // size + meant.shift, 12 // size)
    if size == 1:
        return [(Token.MONTH, index + 1), (Token.YEAR, _in_range(year))]
    return [(Token.CODE, FIRST_CODE[meant.unit] + index), (Token.YEAR, _in_range(year))]


def _in_range(year: int) -> int:
    if not 1 <= year <= 9999:
        raise OverflowError
    return year


def _week(day: date, shift: int) -> units.Days:
    monday = day + timedelta(days=7 * shift - day.weekday())
    return monday, monday + timedelta(days=6)


def _side(meant: Relative, day: date) -> units.Days:
    """The days of the running unit behind or before this one."""
    first, last = _days(meant.unit, day)
    first, last = (day + units.DAY, last) if meant.side == "later" else (first, day - units.DAY)
    if first > last:
        raise ValueError("no such day is left")
    return first, last


def _days(unit: str, day: date) -> units.Days:
    if unit == "week":
        return _week(day, 0)
    if unit == "year":
        return units.years(day.year, day.year)
    size = GROUPS[unit]
    return units.months(day.year, (day.month - 1) // size * size + 1, size)


def _named(meant: Relative, day: date, first: int, length: int) -> int:
    """The year in which the month or season begins that is called by its name."""
    ago = (day.month - first) % 12  # whole months since it last began
    begun = day.year if day.month >= first else day.year - 1
    if ago < length:
        return _in_range(begun + meant.shift)
    if not meant.shift:
        if first + length > 13 and 12 - ago > ago - length + 1:
            raise ValueError("the one that passed, or the coming one?")
        return day.year
    year = begun + 1 if meant.shift > 0 else begun
    if year == day.year:
        raise ValueError(f"that of {day.year}, or of another year?")
    return _in_range(year)
