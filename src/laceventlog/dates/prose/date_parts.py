"""One point of a phrase: the words between two connectors, gathered in any order. `resolution` makes days of it."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple, cast

from ...errors import DateError, did_you_mean
from .. import units
from ..languages import Language, Token
from .tokens import Lexeme


class NamedDay(NamedTuple):
    """A day beside which a weekday stands, 1 Monday to 7 Sunday; they need not agree."""

    weekday: int
    day: date


class Context(NamedTuple):
    """What a phrase is read with; `resolve` notes in `weekdays` which it met on the way."""

    text: str
    language: Language
    day_first: bool | None
    south: bool
    weekdays: list[NamedDay]
    day: date | None = None
    """The day it was said on, for relative words."""
    century: int | None = None
    """What two-digit years begin with: 20."""


class Point(NamedTuple):
    """What was said of one date; None where nothing was. A named tuple, for each phrase makes several."""

    start: int
    end: int
    said: frozenset[str]
    """The names of what was said that tells the day."""
    part: tuple[units.Part, bool | None] | None = None
    ordinal: int | None = None
    unit: str | None = None
    day: int | None = None
    month: int | None = None
    code: int | None = None
    season: int | None = None
    year: int | None = None
    years: tuple[int, int] | None = None
    academic: bool = False
    decade: int | None = None
    days: units.Days | None = None
    plural: str | None = None
    weekday: int | None = None
    clock: tuple[str, str] | None = None
    zone: str | None = None

    def without_part(self) -> Point:
        """The whole unit."""
        return self._replace(part=None) if self.part else self

    @property
    def counts(self) -> bool:
        """Whether it is only a number or an ordinal, whose unit the other side may say."""
        return self.said <= {"day", "ordinal", "year"} and bool(self.said & {"day", "ordinal"})


TELLING = frozenset("day month code season ordinal unit year years academic decade days".split())
WHOLE = {
    frozenset(names.split())
    for names in (
        "year", "month year", "day month year", "code year", "season year", "ordinal unit year", "day unit year",
        "years academic", "season years", "decade", "days",
    )
}  # fmt: skip
"""What says one date together; any other gathering is refused, for part of it would have to be dropped."""


class Term(NamedTuple):
    """A resolved point."""

    edtf: str
    first: date
    last: date
    zone: str | None = None


SIMPLE = {
    Token.MONTH: "month", Token.SEASON: "season", Token.ORDINAL: "ordinal", Token.UNIT: "unit", Token.CODE: "code",
    Token.PART: "part", Token.YEAR: "year", Token.YEARS: "years", Token.DECADE: "decade", Token.NUMBER: "day",
    Token.CLOCK: "clock", Token.DAYS: "days", Token.WEEKDAY: "weekday",
}  # fmt: skip


def read_point(lexemes: list[Lexeme], context: Context) -> tuple[Point, list[Lexeme]]:
    """Gather tokens up to the first that is no part of this point, or says again what was said."""
    text = context.text
    at = lexemes[0].start if lexemes else len(text)
    said: dict[str, Any] = {}
    index = 0
    while index < len(lexemes):
        name = SIMPLE.get(lexemes[index].kind)
        if name == "day" and context.century is not None and _is_short_year(lexemes[index], said, context):
            said["year"] = context.century * 100 + cast("int", lexemes[index].value)
        elif name and name not in said:
            said[name] = lexemes[index].value
        elif (facts := _facts(lexemes, index, said, context)) is not None:
            said |= facts
        else:
            break
        index += 1
    end = lexemes[index - 1].end if index else at + 1
    if said.get("plural") == "either" and "part" in said:  # years have no early or late ones
        said["plural"] = "decade"
    point = Point(at, end, telling(said), **said)
    if not point.said:
        raise _no_date(lexemes, index, at, context)
    return point, lexemes[index:]


def _is_short_year(lexeme: Lexeme, said: dict[str, Any], context: Context) -> bool:
    """Whether two digits say the year, because something else has said the day or the part of the year: Q3 24."""
    digits = context.text[lexeme.start : lexeme.end]
    return (
        "year" not in said and bool(said.keys() & {"day", "code", "season"}) and len(digits) == 2 and digits.isdigit()
    )


def telling(facts: dict[str, Any]) -> frozenset[str]:
    """Which of the facts tell the day; a nought tells nothing."""
    return frozenset([name for name, value in facts.items() if value and name in TELLING])


def _facts(lexemes: list[Lexeme], index: int, said: dict[str, Any], context: Context) -> dict[str, Any] | None:
    """What the token at `index` adds to the point; None where the point ends before it."""
    lexeme = lexemes[index]
    if lexeme.kind is Token.DASH:
        return {} if _is_hyphen(lexemes, index, said, context) else None
    if lexeme.kind is Token.ACADEMIC:
        return {"academic": True}
    if lexeme.kind is Token.PLURAL and "plural" not in said:
        return {"plural": "years" if "year" in said else lexeme.value}
    if lexeme.kind is Token.DATE and not {"day", "month", "year"} & said.keys():
        return _digits(lexeme, context)
    if lexeme.kind is Token.ZONE and "zone" not in said:
        zone = context.text[lexeme.start : lexeme.end]
        is_words = zone.split("/")[0].lower() in context.language.vocabulary()  # May/June
        return None if is_words else {"zone": zone}
    return None


def _is_hyphen(lexemes: list[Lexeme], index: int, said: dict[str, Any], context: Context) -> bool:
    """Whether a dash ties one date together: mid-2026, 17-May-2024, Q1-2024; with blanks beside it never."""
    if not index or index + 1 == len(lexemes):
        return False
    if lexemes[index - 1].kind is Token.PART:
        return True
    name = SIMPLE.get(lexemes[index + 1].kind)
    if name in said:
        return False
    beside = context.text[lexemes[index].start - 1] + context.text[lexemes[index].end]
    tied = {*said, name} - {"part", "weekday"}
    return not any(map(str.isspace, beside)) and any(tied <= whole for whole in WHOLE)


def _no_date(lexemes: list[Lexeme], index: int, at: int, context: Context) -> DateError:
    if index < len(lexemes) and lexemes[index].kind is Token.UNKNOWN:
        return not_understood(lexemes[index], context)
    end = lexemes[max(index - 1, 0)].end if lexemes else at + 1
    return DateError(context.text, at, end, "a date is missing here", reads_like(context), "D006")


def not_understood(lexeme: Lexeme, context: Context) -> DateError:
    """The refusal of a word that is unknown, or known but out of place."""
    word = context.text[lexeme.start : lexeme.end]
    word = word if len(word) <= 40 else f"{word[:39]}…"
    known = context.language.vocabulary()
    if word.lower() in known or not word.isalpha():
        return DateError(context.text, lexeme.start, lexeme.end, f"'{word}' is not expected here", reads_like(context))
    hint = did_you_mean(word, context.language.suggestions, reads_like(context))
    return DateError(context.text, lexeme.start, lexeme.end, f"'{word}' is not understood here", hint)


def reads_like(context: Context) -> str:
    """A remedy: phrases of the language."""
    *first, last = map("'{}'".format, context.language.examples)
    return f"a date reads like {', '.join(first)} or {last}"


def _digits(lexeme: Lexeme, context: Context) -> dict[str, Any]:
    """`2024-05-17`, `17.05.2024` (day first everywhere), `17/05/2024` (only where it cannot be misread)."""
    if isinstance(lexeme.value, tuple):
        return dict(zip(("year", "month", "day"), lexeme.value, strict=False))
    digits = cast("str", lexeme.value).split("." if "." in cast("str", lexeme.value) else "/")
    if len(digits) == 2:
        return {"day": int(digits[0]), "month": int(digits[1])}
    year = _full_year(digits[2], lexeme, context)
    one, two = int(digits[0]), int(digits[1])
    if "." in cast("str", lexeme.value):
        return {"day": one, "month": two, "year": year}
    if context.day_first is None and one != two and one <= 12 and two <= 12:
        raise DateError(
            context.text, lexeme.start, lexeme.end, "day and month cannot be told apart",
            f"write {year}-{two:02}-{one:02} or {year}-{one:02}-{two:02}, or say day_first", "D004",
        )  # fmt: skip
    day_first = context.day_first if context.day_first is not None else one > 12 or one == two
    return {"day": one if day_first else two, "month": two if day_first else one, "year": year}


def _full_year(digits: str, lexeme: Lexeme, context: Context) -> int:
    if len(digits) == 4:
        return int(digits)
    if context.century is None:
        reason = f"which year is '{digits}'?"
        raise DateError(context.text, lexeme.start, lexeme.end, reason, "write all four digits, or say century", "D004")
    return context.century * 100 + int(digits)
