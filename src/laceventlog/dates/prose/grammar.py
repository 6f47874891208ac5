"""Dates in words, read whole or refused: prose to canonical EDTF.

One grammar for all languages; a language only maps words to tokens.

    phrase  = { hedge } ( "unscheduled" | limit date | between | range | choice | date ) { hedge }
    between = "between" date "and" date
    limit   = by | before | after | not before | since | from        "at the latest" and "onwards" may follow the date
    choice  = date "or" date
    range   = [ "from" | "of" ] date ( dash | to | until ) date
    date    = [ part ] [ weekday ] unit [ clock [ zone ] ]
    unit    = day month year | month year | ( ordinal "quarter" | "half" | Q3 | season ) year
            | year "/" year "academic year" | [ "years" ] decade | year | a date in digits       in any order

One of two dates may omit what the other states: 17-19 May 2024, March to May 2022. "Before" and "after" exclude the
date they name, "by" and "until" include it; the bounds are always inclusive.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ...errors import DateError, UsageError
from .. import edtf, units
from ..languages import Language, Token
from .date_parts import DateParts, NamedDay, PhraseContext, not_understood, read_parts
from .relative import resolve_relative
from .resolution import ResolvedDate, complete, resolve
from .tokens import Lexeme, tokenize

LIMITS = {Token.BY, Token.BEFORE, Token.AFTER, Token.NOT_BEFORE, Token.SINCE}
MARKS = {Token.ABOUT: "~", Token.DOUBT: "?"}
JOINS = {Token.DASH, Token.TO}
EARLIEST, LATEST = date.min, date.max
KEPT_IN: dict[tuple[Token, str | None], Token] = {
    (Token.BEFORE, "mid"): Token.BY, (Token.BEFORE, "late"): Token.BY,
    (Token.AFTER, "early"): Token.NOT_BEFORE, (Token.AFTER, "mid"): Token.NOT_BEFORE,
}  # fmt: skip
"""Limits at a word that may mean a third of a unit, or its very edge or middle ("antes de finales de 2024"): the whole
third is kept, so that no deadline is judged too early."""
HEMISPHERES = ("north", "south")


class Phrase(NamedTuple):
    """A phrase as canonical EDTF ("" if unscheduled), the IANA zone of its clock time, the weekdays of its days."""

    edtf: str
    zone: str | None = None
    weekdays: tuple[NamedDay, ...] = ()


def read(
    text: str,
    language: Language,
    *,
    day_first: bool | None = None,
    hemisphere: str = "north",
    day: date | None = None,
    century: int | None = None,
) -> Phrase:
    """Read a whole phrase.

    Raises:
        DateError: with a caret under the first words that are not understood.
        UsageError: an unknown hemisphere.
    """
    if hemisphere not in HEMISPHERES:
        raise UsageError(f"hemisphere is 'north' or 'south', not {hemisphere!r}")
    context = PhraseContext(text, language, day_first, hemisphere == "south", [], day, century)
    lexemes = tokenize(text, language)
    try:
        return _read(lexemes, context)
    except DateError as error:
        raise _with_unknown_words(error, lexemes, context) from None


def _with_unknown_words(error: DateError, lexemes: list[Lexeme], context: PhraseContext) -> DateError:
    """The error with the places of all unknown words; a missing part may be the word that was not understood."""
    unknown = [each for each in lexemes if each.kind is Token.UNKNOWN]
    if error.code == "D006" and unknown and context.text[unknown[0].start].isalpha():
        error = not_understood(unknown[0], context)
    error.also = tuple((each.start, each.end) for each in unknown)
    return error


def _read(lexemes: list[Lexeme], context: PhraseContext) -> Phrase:
    text = context.text
    lexemes, mark = _take_hedges(resolve_relative(lexemes, context))
    if not lexemes:
        raise DateError(text, 0, len(text), "there is no date here", context.example_hint)
    if len(lexemes) == 1 and lexemes[0].kind is Token.UNSCHEDULED:
        return Phrase("")
    written, zone, rest = _phrase(_limit_first(lexemes), mark, context)
    if rest:
        raise not_understood(rest[0], context)
    return Phrase(written, zone, tuple(context.weekdays))


def _take_hedges(lexemes: list[Lexeme]) -> tuple[list[Lexeme], str]:
    """The tokens without "about", "expected", "?" around the date, and the EDTF qualifier for these."""
    hedged = [lexeme.kind in MARKS for lexeme in lexemes]
    if True not in hedged:
        return lexemes, ""
    first = next((n for n, hedge in enumerate(hedged) if not hedge), len(lexemes))
    last = next((n for n in range(len(lexemes), first, -1) if not hedged[n - 1]), first)
    around = {MARKS[lexeme.kind] for lexeme in (*lexemes[:first], *lexemes[last:])}
    return lexemes[first:last], _combined("".join(around))


def _combined(marks: str) -> str:
    return "%" if len(set(marks)) > 1 else marks[:1]


def _limit_first(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Move a limit that follows its date to the front: "March 2026 at the latest"."""
    last = lexemes[-1]
    if len(lexemes) == 1 or last.kind is not Token.BY or last.value != "either":
        return lexemes
    return lexemes[:-1] if lexemes[0].kind is Token.BY else [last, *lexemes[:-1]]


Result = tuple[str, str | None, list[Lexeme]]


def _phrase(lexemes: list[Lexeme], mark: str, context: PhraseContext) -> Result:
    kind = lexemes[0].kind
    if kind in LIMITS:
        return _limit(kind, lexemes[1:], mark, context)
    if kind is Token.BETWEEN:
        return _between(lexemes[1:], mark, context)
    if kind is Token.FROM:
        return _from(lexemes[1:], mark, context)
    lexemes = _at_part(lexemes)
    first, rest = read_parts(lexemes[1:] if kind is Token.OF else lexemes, context)
    if rest and rest[0].kind is Token.ONWARDS:
        return _since(first, rest[1:], mark, context)
    if rest and _joins(rest[0]):
        return _from(lexemes[1:], mark, context) if kind is Token.OF else _range(first, rest, mark, context)
    if rest and rest[0].kind is Token.OR:
        return _choice(first, rest[1:], mark, context)
    resolved = resolve(first, context)
    return qualified(resolved.edtf, mark), resolved.zone, rest


def _at_part(lexemes: list[Lexeme]) -> list[Lexeme]:
    """The tokens without the "at" of "a finales de 2024"."""
    at = len(lexemes) > 1 and lexemes[0].kind is Token.TO and lexemes[0].value == "at"
    return lexemes[1:] if at and lexemes[1].kind is Token.PART else lexemes


def _joins(lexeme: Lexeme) -> bool:
    return lexeme.kind in JOINS or (lexeme.kind is Token.BY and lexeme.value == "until")


def _limit(kind: Token, lexemes: list[Lexeme], mark: str, context: PhraseContext) -> Result:
    """`by X` and the other limits; `_limit_days` gives the days."""
    lexemes, inner = _take_hedges(lexemes)
    mark = _combined(mark + inner)
    parts, rest = read_parts(_at_part(lexemes), context)
    if kind is Token.SINCE:
        rest = rest[1:] if rest and rest[0].kind is Token.ONWARDS else rest
        return _since(parts, rest, mark, context)
    low, high = _limit_days(kind, parts, context)
    if low is None and high is None:
        raise context.error(parts, "there is no date beyond this one", "", "D005")
    return f"[{qualified(_iso(low), mark)}..{qualified(_iso(high), mark)}]", None, rest


def _limit_days(kind: Token, parts: DateParts, context: PhraseContext) -> tuple[date | None, date | None]:
    """First and last possible day.

    An edge ("the end of 2024") is the very day here, not a third; but "not before the end of 2024" may mean December.
    """
    which, edge = parts.part or (None, False)
    edge = edge if kind is not Token.NOT_BEFORE else False
    kind = KEPT_IN.get((kind, which), kind) if not edge else kind
    resolved = resolve(parts.without_part() if edge else parts, context)
    inside = edge or parts.clock is not None  # "before 10:00 on X" may still be on X
    if kind is Token.BY or (kind is Token.BEFORE and inside):
        return None, resolved.last
    if kind is Token.BEFORE:
        return None, resolved.first - units.DAY if resolved.first > EARLIEST else None
    if kind is Token.AFTER:
        first = resolved.last if parts.clock else resolved.last + units.DAY if resolved.last < LATEST else None
        return first, None
    return resolved.first, None


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _since(parts: DateParts, rest: list[Lexeme], mark: str, context: PhraseContext) -> Result:
    """A span that goes on. EDTF cannot start an interval at a third of a unit, so the whole unit is taken."""
    start = _interval_end(resolve(parts.without_part(), context), parts, context)
    return f"{qualified(start, mark)}/..", None, rest


def _between(lexemes: list[Lexeme], mark: str, context: PhraseContext) -> Result:
    """One moment between two dates, both included."""
    first, rest = read_parts(lexemes, context)
    if not rest or not (rest[0].kind is Token.AND or _joins(rest[0])):
        raise context.error(first, "'between' needs two dates", context.write("between"), "D006")
    second, rest = read_parts(rest[1:], context)
    return _window(first, second, mark, context), None, rest


def _from(lexemes: list[Lexeme], mark: str, context: PhraseContext) -> Result:
    """From … to: a span; for early, mid and late the whole unit is taken, as for "since"."""
    first, rest = read_parts(lexemes, context)
    if not rest or not _joins(rest[0]):
        rest = rest[1:] if rest and rest[0].kind is Token.ONWARDS else rest
        return _since(first, rest, mark, context)
    if _goes_on(rest[1:]):
        return _since(first, rest[2:], mark, context)
    second, after = read_parts(rest[1:], context)
    _not_shared(first, rest[0], second, context)
    return _span(first.without_part(), second.without_part(), mark, context), None, after


def _range(first: DateParts, lexemes: list[Lexeme], mark: str, context: PhraseContext) -> Result:
    """Early, mid or late on either side make a window for one moment; two whole units make a span."""
    if _goes_on(lexemes[1:]):
        return _since(first, lexemes[2:], mark, context)
    second, rest = read_parts(lexemes[1:], context)
    if lexemes[0].kind is Token.DASH and (year := _academic_year(first, second)):
        return qualified(resolve(year, context).edtf, mark), None, rest
    _not_shared(first, lexemes[0], second, context)
    build = _window if first.part or second.part else _span
    return build(first, second, mark, context), None, rest


def _choice(first: DateParts, lexemes: list[Lexeme], mark: str, context: PhraseContext) -> Result:
    """One moment on one of two dates: May or June 2024."""
    second, rest = read_parts(lexemes, context)
    left, right = complete(first, second, context)
    resolved = resolve(left, context), resolve(right, context)
    _ordered(resolved[0].first, resolved[1].last, left, right, context)
    if left.clock or right.clock:
        raise context.error(left, "which of the two times?", "name one", "D004", to=right)
    members = ",".join(one.edtf.strip("[]") for one in resolved)
    return f"[{qualified(members, mark)}]", None, rest


def _academic_year(first: DateParts, second: DateParts) -> DateParts | None:
    """The academic year of "2023–2024 academic year"; None if the dash joins anything else."""
    if not (first.academic or second.academic) or {*first.filled, *second.filled} != {"year", "academic"}:
        return None
    years = (first.year or 0, second.year or 0)
    if years[1] != years[0] + 1:
        return None
    return DateParts(first.start, second.end, frozenset({"academic", "years"}), academic=True, years=years)


def _goes_on(lexemes: list[Lexeme]) -> bool:
    return bool(lexemes) and lexemes[0].kind is Token.PRESENT


def _not_shared(first: DateParts, join: Lexeme, second: DateParts, context: PhraseContext) -> None:
    """Refuse a dash if what is stated of one year may apply to both.

    "1990–2000-е" may start in a decade; "winter 2023–2024" is one winter, "Q1 2023–2024" two quarters.
    """
    if join.kind is not Token.DASH or {"year"} not in (first.filled, second.filled):
        return
    starts_in_year = first.filled == {"year"}
    decades = starts_in_year and (first.year or 0) % 10 == 0 and second.decade is not None
    season = starts_in_year and second.season is not None
    smaller = not starts_in_year and first.year is not None
    if decades or season or smaller:
        hint = "write each side in full, or join them with a word instead of the dash"
        raise context.error(first, "does this belong to both sides?", hint, "D004", to=second)


def _span(first: DateParts, second: DateParts, mark: str, context: PhraseContext) -> str:
    left, right = complete(first, second, context)
    start, end = resolve(left, context), resolve(right, context)
    _ordered(start.first, end.last, left, right, context)
    begin, finish = _interval_end(start, left, context), _interval_end(end, right, context)
    return f"{qualified(begin, mark)}/{qualified(finish, mark)}"


def _window(first: DateParts, second: DateParts, mark: str, context: PhraseContext) -> str:
    left, right = complete(first, second, context)
    start, end = resolve(left, context), resolve(right, context)
    _ordered(start.first, end.last, left, right, context)
    low = start.edtf if edtf.DATE.fullmatch(start.edtf) else start.first.isoformat()
    high = end.edtf if edtf.DATE.fullmatch(end.edtf) else end.last.isoformat()
    return f"[{qualified(low, mark)}..{qualified(high, mark)}]"


def _ordered(first: date, last: date, left: DateParts, right: DateParts, context: PhraseContext) -> None:
    if first > last:
        raise edtf.reversed_range(context.text, left.start, right.end)


def _interval_end(resolved: ResolvedDate, parts: DateParts, context: PhraseContext) -> str:
    """One end of an interval: a plain date as it is, a clock time as its day; never a set.

    Quarters, halves and seasons are kept, though few EDTF readers accept them in an interval: the month at their
    edge would be more than was stated.
    """
    if resolved.first == resolved.last:
        return resolved.first.isoformat()
    if edtf.DATE.fullmatch(resolved.edtf):
        return resolved.edtf
    raise context.error(parts, "EDTF has no span that starts or ends like this", "name the month or the year instead")


def qualified(text: str, mark: str) -> str:
    """EDTF with the qualifier added to each date; a clock time takes none."""
    if not mark or "T" in text:
        return text
    return edtf.DATE.sub(lambda found: found[0] + mark, text)
