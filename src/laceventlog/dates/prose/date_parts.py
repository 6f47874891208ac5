"""The parts of one date (day, month, quarter, year …), gathered from its tokens in any order.

`resolution` turns them into EDTF.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple, cast

from ...errors import DateError, did_you_mean
from .. import units
from ..languages import Language, Token
from .tokens import Lexeme


class NamedDay(NamedTuple):
    """A day and the weekday written beside it (1 Monday to 7 Sunday); the two need not agree."""

    weekday: int
    day: date


class PhraseContext(NamedTuple):
    """A phrase and how to read it.

    Attributes:
        text: the phrase.
        language: its language.
        day_first: how to read `03/04/2024`; None: refuse it.
        south: whether seasons are those of the southern hemisphere.
        weekdays: the weekdays found so far; `resolve` adds to them.
        day: the day of the statement, for relative words.
        century: the first two digits of two-digit years: 20.
    """

    text: str
    language: Language
    day_first: bool | None
    south: bool
    weekdays: list[NamedDay]
    day: date | None = None
    century: int | None = None

    def error(
        self, at: Lexeme | DateParts, reason: str, hint: str, code: str = "D001", *, to: DateParts | None = None
    ) -> DateError:
        """An error with its caret under `at`, or under everything from `at` to `to`."""
        return DateError(self.text, at.start, (to or at).end, reason, hint, code)

    def write(self, *kinds: str) -> str:
        """A remedy: examples of these kinds of date, in the language of the phrase."""
        return "write " + " or ".join(f"'{self.language.samples[kind]}'" for kind in kinds)

    @property
    def example_hint(self) -> str:
        """A remedy: a few typical phrases of the language."""
        *first, last = map("'{}'".format, self.language.examples)
        return f"a date reads like {', '.join(first)} or {last}"


class DateParts(NamedTuple):
    """The parts stated of one date; None where not stated. A named tuple because each phrase makes several."""

    start: int
    end: int
    filled: frozenset[str]
    """The stated parts that identify the day: see `IDENTIFYING`."""
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

    def without_part(self) -> DateParts:
        """The whole unit, without early, mid or late."""
        return self._replace(part=None) if self.part else self

    @property
    def is_number_only(self) -> bool:
        """Whether it is only a number or an ordinal, whose unit the other date may state."""
        return self.filled <= {"day", "ordinal", "year"} and bool(self.filled & {"day", "ordinal"})


IDENTIFYING = frozenset("day month code season ordinal unit year years academic decade days".split())
COMBINATIONS = {
    frozenset(names.split())
    for names in (
        "year", "month year", "day month year", "code year", "season year", "ordinal unit year", "day unit year",
        "years academic", "season years", "decade", "days",
    )
}  # fmt: skip
"""The sets of parts that make one date; any other set is refused, because some part would have to be dropped."""
FIELDS = {
    Token.MONTH: "month", Token.SEASON: "season", Token.ORDINAL: "ordinal", Token.UNIT: "unit", Token.CODE: "code",
    Token.PART: "part", Token.YEAR: "year", Token.YEARS: "years", Token.DECADE: "decade", Token.NUMBER: "day",
    Token.CLOCK: "clock", Token.DAYS: "days", Token.WEEKDAY: "weekday",
}  # fmt: skip


def read_parts(lexemes: list[Lexeme], context: PhraseContext) -> tuple[DateParts, list[Lexeme]]:
    """Gather tokens up to the first that does not belong to this date, or repeats a part; also give the rest."""
    text = context.text
    at = lexemes[0].start if lexemes else len(text)
    stated: dict[str, Any] = {}
    index = 0
    while index < len(lexemes):
        name = FIELDS.get(lexemes[index].kind)
        if name == "day" and context.century is not None and _is_short_year(lexemes[index], stated, context):
            stated["year"] = context.century * 100 + cast("int", lexemes[index].value)
        elif name and name not in stated:
            stated[name] = lexemes[index].value
        elif (more := _more_parts(lexemes, index, stated, context)) is not None:
            stated |= more
        else:
            break
        index += 1
    end = lexemes[index - 1].end if index else at + 1
    if stated.get("plural") == "either" and "part" in stated:  # decades have an early part, plural years do not
        stated["plural"] = "decade"
    parts = DateParts(at, end, identifying(stated), **stated)
    if not parts.filled:
        raise _no_date(lexemes, index, at, context)
    return parts, lexemes[index:]


def _is_short_year(lexeme: Lexeme, stated: dict[str, Any], context: PhraseContext) -> bool:
    """Whether two digits are a year, because the day or the part of the year is already stated: Q3 24."""
    digits = context.text[lexeme.start : lexeme.end]
    needs_year = "year" not in stated and bool(stated.keys() & {"day", "code", "season"})
    return needs_year and len(digits) == 2 and digits.isdigit()


def identifying(stated: dict[str, Any]) -> frozenset[str]:
    """The stated parts that identify the day; zero does not count as stated."""
    return frozenset([name for name, value in stated.items() if value and name in IDENTIFYING])


def _more_parts(
    lexemes: list[Lexeme], index: int, stated: dict[str, Any], context: PhraseContext
) -> dict[str, Any] | None:
    """The parts that the token at `index` adds; None if the date ends before it."""
    lexeme = lexemes[index]
    if lexeme.kind is Token.DASH:
        return {} if _is_hyphen(lexemes, index, stated, context) else None
    if lexeme.kind is Token.ACADEMIC:
        return {"academic": True}
    if lexeme.kind is Token.PLURAL and "plural" not in stated:
        return {"plural": "years" if "year" in stated else lexeme.value}
    if lexeme.kind is Token.DATE and not {"day", "month", "year"} & stated.keys():
        return _digits(lexeme, context)
    if lexeme.kind is Token.ZONE and "zone" not in stated:
        zone = context.text[lexeme.start : lexeme.end]
        is_words = zone.split("/")[0].lower() in context.language.vocabulary  # May/June
        return None if is_words else {"zone": zone}
    return None


def _is_hyphen(lexemes: list[Lexeme], index: int, stated: dict[str, Any], context: PhraseContext) -> bool:
    """Whether a dash joins the parts of one date: mid-2026, 17-May-2024, Q1-2024; never with blanks beside it."""
    if not index or index + 1 == len(lexemes):
        return False
    if lexemes[index - 1].kind is Token.PART:
        return True
    name = FIELDS.get(lexemes[index + 1].kind)
    if name in stated:
        return False
    beside = context.text[lexemes[index].start - 1] + context.text[lexemes[index].end]
    joined = {*stated, name} - {"part", "weekday"}
    return not any(map(str.isspace, beside)) and any(joined <= names for names in COMBINATIONS)


def _no_date(lexemes: list[Lexeme], index: int, at: int, context: PhraseContext) -> DateError:
    if index < len(lexemes) and lexemes[index].kind is Token.UNKNOWN:
        return not_understood(lexemes[index], context)
    end = lexemes[max(index - 1, 0)].end if lexemes else at + 1
    return DateError(context.text, at, end, "a date is missing here", context.example_hint, "D006")


def not_understood(lexeme: Lexeme, context: PhraseContext) -> DateError:
    """The error for an unknown word, or a known word out of place."""
    word = context.text[lexeme.start : lexeme.end]
    word = word if len(word) <= 40 else f"{word[:39]}…"
    if word.lower() in context.language.vocabulary or not word.isalpha():
        return context.error(lexeme, f"'{word}' is not expected here", context.example_hint)
    hint = did_you_mean(word, context.language.suggestions, context.example_hint)
    return context.error(lexeme, f"'{word}' is not understood here", hint)


def _digits(lexeme: Lexeme, context: PhraseContext) -> dict[str, Any]:
    """`2024-05-17`, `17.05.2024` (day first everywhere), `17/05/2024` (only where it cannot be misread)."""
    if isinstance(lexeme.value, tuple):
        return dict(zip(("year", "month", "day"), lexeme.value, strict=False))
    written = cast("str", lexeme.value)
    digits = written.split("." if "." in written else "/")
    if len(digits) == 2:
        return {"day": int(digits[0]), "month": int(digits[1])}
    year = _full_year(digits[2], lexeme, context)
    one, two = int(digits[0]), int(digits[1])
    if "." in written:
        return {"day": one, "month": two, "year": year}
    if context.day_first is None and one != two and one <= 12 and two <= 12:
        hint = f"write {year}-{two:02}-{one:02} or {year}-{one:02}-{two:02}, or set day_first"
        raise context.error(lexeme, "day and month cannot be told apart", hint, "D004")
    day_first = context.day_first if context.day_first is not None else one > 12 or one == two
    return {"day": one if day_first else two, "month": two if day_first else one, "year": year}


def _full_year(digits: str, lexeme: Lexeme, context: PhraseContext) -> int:
    if len(digits) == 4:
        return int(digits)
    if context.century is None:
        hint = "write all four digits, or set century"
        raise context.error(lexeme, f"which year is '{digits}'?", hint, "D004")
    return context.century * 100 + int(digits)
