"""Relative words, replaced by what they mean on the day of the statement before the grammar reads the tokens.

"Next year" becomes a year, "last month" a month and a year, "next week" its days (Monday to Sunday, ISO 8601-1
§3.1.1.23). "This May" is in the current year; "next May" and "last May" are read only where they cannot mean the one
in the current year, but "el próximo 15 de mayo" is the nearest to come. If the day is unknown, relative words are
refused, except in "2019 to the present": an open end.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import cast

from .. import units
from ..languages import Relative, Token
from .date_parts import PhraseContext
from .tokens import Lexeme, Meaning

TODAY = Relative("day")
"""Today, now, the present; after a dash or "to" it means an open end."""
GROUPS = {"month": 1, "quarter": 3, "half": 6}
FIRST_CODE = {"quarter": 33, "half": 40}
JOINS = {Token.DASH, Token.TO}
NAMED = {Token.MONTH, Token.SEASON}
NAMES = NAMED | {Token.YEAR, Token.YEARS, Token.DECADE}


def resolve_relative(lexemes: list[Lexeme], context: PhraseContext) -> list[Lexeme]:
    """Replace the relative tokens.

    Raises:
        DateError: D006 if the day is unknown, D004 if the words may mean two dates, D005 outside the years 1-9999.
    """
    if all(lexeme.kind is not Token.RELATIVE for lexeme in lexemes):
        return lexemes
    return [token for index in range(len(lexemes)) for token in _replaced(lexemes, index, context)]


def _replaced(lexemes: list[Lexeme], index: int, context: PhraseContext) -> list[Lexeme]:
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
        return []  # "the year 2024" is not relative; "by the end of the year" is
    if meant.unit == "nearest":
        return _nearest(lexemes, index, context)
    return _tokens(lexeme, context, lambda day: _on(meant, day, south=context.south))


def _goes_on(lexemes: list[Lexeme], index: int) -> bool:
    """Whether it ends a range: 2019–present, from May 2020 until now."""
    join = lexemes[index - 1] if index > 1 else None
    joins = join is not None and (join.kind in JOINS or (join.kind is Token.BY and join.value == "until"))
    return joins and lexemes[index].value == TODAY and index == len(lexemes) - 1


def _tokens(lexeme: Lexeme, context: PhraseContext, meaning: Callable[[date], list[Meaning]]) -> list[Lexeme]:
    """The tokens a relative word stands for.

    `meaning` raises ValueError if the word is ambiguous, OverflowError outside the years 1-9999.
    """
    word = context.text[lexeme.start : lexeme.end]
    if context.day is None:
        hint = "write the date, or set relative_to"
        raise context.error(lexeme, f"'{word}' depends on the day it was said", hint, "D006")
    try:
        meant = meaning(context.day)
    except OverflowError:
        hint = "years run from 0001 to 9999"
        raise context.error(lexeme, "a year outside 0001-9999", hint, "D005") from None
    except ValueError as doubt:
        raise context.error(lexeme, f"'{word}': {doubt}", "give the year", "D004") from None
    return [Lexeme(kind, value, lexeme.start, lexeme.end) for kind, value in meant]


def _nearest(lexemes: list[Lexeme], index: int, context: PhraseContext) -> list[Lexeme]:
    """The year of the nearest "el próximo 15 de mayo" or "mayo pasado"; nothing if a year is stated."""
    if any(token.kind is Token.YEAR for token in lexemes[max(index - 1, 0) : index + 4]):
        return []
    beside = lexemes[index + 1 : index + 3]
    if not any(token.kind in NAMED for token in beside):
        beside = lexemes[max(index - 2, 0) : index]
    numbers = {
        token.kind: cast("int", token.value) for token in beside if token.kind in NAMED or token.kind is Token.NUMBER
    }
    shift = cast("Relative", lexemes[index].value).shift
    return _tokens(
        lexemes[index], context, lambda day: [(Token.YEAR, _nearest_year(numbers, shift, day, south=context.south))]
    )


def _nearest_year(numbers: dict[Token, int], shift: int, day: date, *, south: bool) -> int:
    """The year of the nearest such day, month or season that begins after `day` or ended before it."""
    if Token.SEASON in numbers:
        first = units.first_month(numbers[Token.SEASON], south=south)
        passed = (day.month - first) % 12 >= 3 or shift > 0
        return _in_range((day.year if day.month >= first else day.year - 1) + (shift > 0) - (not passed))
    if Token.MONTH not in numbers:
        raise ValueError("of what?")
    number = numbers.get(Token.NUMBER, 0)
    named, today = (numbers[Token.MONTH], number), (day.month, day.day if number else 0)
    in_this_year = named > today if shift > 0 else named < today
    return _in_range(day.year + (0 if in_this_year else shift))


def _on(meant: Relative, day: date, *, south: bool) -> list[Meaning]:
    """The meaning of a relative word on a day; ValueError if ambiguous, OverflowError outside the years 1-9999."""
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
        return [(Token.MONTH, meant.name), (Token.YEAR, _named_year(meant, day, meant.name, 1))]
    if meant.unit == "season":
        first = units.first_month(meant.name, south=south)
        return [(Token.SEASON, meant.name), (Token.YEAR, _named_year(meant, day, first, 3))]
    return _counted(meant, day)


def _counted(meant: Relative, day: date) -> list[Meaning]:
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
    """The days of the current unit after today, or before it."""
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


def _named_year(meant: Relative, day: date, first: int, length: int) -> int:
    """The year in which the named month or season begins."""
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
