"""Dates in words, read whole or refused: prose to canonical EDTF.

One grammar for every language; a language only says which words stand for which token.

    phrase  = { hedge } ( "unscheduled" | limit point | between | range | choice | point ) { hedge }
    between = "between" point "and" point
    limit   = by | before | after | not before | since | from        "at the latest" and "onwards" stand behind it too
    choice  = point "or" point
    range   = [ "from" | "of" ] point ( dash | to | until ) point
    point   = [ part ] [ weekday ] unit [ clock [ zone ] ]
    unit    = day month year | month year | ( ordinal "quarter" | "half" | Q3 | season ) year
            | year "/" year "academic year" | [ "years" ] decade | year | a date in digits       in any order

Of two points, one may leave out what the other says: 17-19 May 2024, March to May 2022. "Before" and
"after" exclude what they name, "by" and "until" include it; the bounds written are always inclusive.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ...errors import DateError
from .. import edtf, units
from ..languages import Language, Token
from .date_parts import Context, NamedDay, Point, Term, not_understood, read_point, reads_like
from .relative import absolute
from .resolution import complete, resolve
from .tokens import Lexeme, tokenize

LIMITS = {Token.BY, Token.BEFORE, Token.AFTER, Token.NOT_BEFORE, Token.SINCE}
MARKS = {Token.ABOUT: "~", Token.DOUBT: "?"}
JOINS = {Token.DASH, Token.TO}
EARLIEST, LATEST = date.min, date.max
KEPT_IN: dict[tuple[Token, str | None], Token] = {
    (Token.BEFORE, "mid"): Token.BY, (Token.BEFORE, "late"): Token.BY,
    (Token.AFTER, "early"): Token.NOT_BEFORE, (Token.AFTER, "mid"): Token.NOT_BEFORE,
}  # fmt: skip
"""Limits at a word that may mean a third of a unit or its very edge or middle ("antes de finales de 2024"):
a deadline is never judged too early, so what the word may still allow is not left out."""
HEMISPHERES = ("north", "south")


class Phrase(NamedTuple):
    """Canonical EDTF ("" when unscheduled), the IANA zone named beside a clock time, the weekdays beside days."""

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
    """Read a whole phrase; raises DateError, with a caret, at the first words that are not understood."""
    if hemisphere not in HEMISPHERES:
        raise ValueError(f"hemisphere is 'north' or 'south', not {hemisphere!r}")
    context = Context(text, language, day_first, hemisphere == "south", [], day, century)
    lexemes = tokenize(text, language)
    try:
        return _read(lexemes, context)
    except DateError as error:
        raise _refusal(error, lexemes, context) from None


def _refusal(error: DateError, lexemes: list[Lexeme], context: Context) -> DateError:
    """The refusal with the places of all unknown words; what is missing may be what was not understood."""
    unknown = [each for each in lexemes if each.kind is Token.UNKNOWN]
    if error.code == "D006" and unknown and context.text[unknown[0].start].isalpha():
        error = not_understood(unknown[0], context)
    error.also = tuple((each.start, each.end) for each in unknown)
    return error


def _read(lexemes: list[Lexeme], context: Context) -> Phrase:
    text = context.text
    lexemes, mark = _take_hedges(absolute(lexemes, context))
    if not lexemes:
        raise DateError(text, 0, len(text), "there is no date here", reads_like(context))
    if len(lexemes) == 1 and lexemes[0].kind is Token.UNSCHEDULED:
        return Phrase("")
    written, zone, rest = _phrase(_limit_first(lexemes), mark, context)
    if rest:
        raise not_understood(rest[0], context)
    return Phrase(written, zone, tuple(context.weekdays))


def _take_hedges(lexemes: list[Lexeme]) -> tuple[list[Lexeme], str]:
    """Drop "about", "expected", "?" around the date; the EDTF qualifier they amount to."""
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
    """What stands behind its date before it: "at the latest March 2026"."""
    last = lexemes[-1]
    if len(lexemes) == 1 or last.kind is not Token.BY or last.value != "either":
        return lexemes
    return lexemes[:-1] if lexemes[0].kind is Token.BY else [last, *lexemes[:-1]]


Result = tuple[str, str | None, list[Lexeme]]


def _phrase(lexemes: list[Lexeme], mark: str, context: Context) -> Result:
    kind = lexemes[0].kind
    if kind in LIMITS:
        return _limit(kind, lexemes[1:], mark, context)
    if kind is Token.BETWEEN:
        return _between(lexemes[1:], mark, context)
    if kind is Token.FROM:
        return _from(lexemes[1:], mark, context)
    lexemes = _at_part(lexemes)
    first, rest = read_point(lexemes[1:] if kind is Token.OF else lexemes, context)
    if rest and rest[0].kind is Token.ONWARDS:
        return _since(first, rest[1:], mark, context)
    if rest and _joins(rest[0]):
        return _from(lexemes[1:], mark, context) if kind is Token.OF else _range(first, rest, mark, context)
    if rest and rest[0].kind is Token.OR:
        return _choice(first, rest[1:], mark, context)
    term = resolve(first, context)
    return qualified(term.edtf, mark), term.zone, rest


def _at_part(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Without the "at" of "a finales de 2024"."""
    at = len(lexemes) > 1 and lexemes[0].kind is Token.TO and lexemes[0].value == "at"
    return lexemes[1:] if at and lexemes[1].kind is Token.PART else lexemes


def _joins(lexeme: Lexeme) -> bool:
    return lexeme.kind in JOINS or (lexeme.kind is Token.BY and lexeme.value == "until")


def _limit(kind: Token, lexemes: list[Lexeme], mark: str, context: Context) -> Result:
    """`by X` and its relatives; the table of which day counts is `_limit_days`."""
    lexemes, inner = _take_hedges(lexemes)
    mark = _combined(mark + inner)
    point, rest = read_point(_at_part(lexemes), context)
    if kind is Token.SINCE:
        rest = rest[1:] if rest and rest[0].kind is Token.ONWARDS else rest
        return _since(point, rest, mark, context)
    low, high = _limit_days(kind, point, context)
    if low is None and high is None:
        raise DateError(context.text, point.start, point.end, "nothing lies beyond this date", "", "D005")
    return f"[{qualified(_iso(low), mark)}..{qualified(_iso(high), mark)}]", None, rest


def _limit_days(kind: Token, point: Point, context: Context) -> tuple[date | None, date | None]:
    """First and last possible day. An edge ("the end of 2024") means that very day here, not a third; but "not before
    the end of 2024" may be said of December.
    """
    which, edge = point.part or (None, False)
    edge = edge if kind is not Token.NOT_BEFORE else False
    kind = KEPT_IN.get((kind, which), kind) if not edge else kind
    term = resolve(point.without_part() if edge else point, context)
    inside = edge or point.clock is not None  # "before 10:00 on X" may still be on X
    if kind is Token.BY or (kind is Token.BEFORE and inside):
        return None, term.last
    if kind is Token.BEFORE:
        return None, term.first - units.DAY if term.first > EARLIEST else None
    if kind is Token.AFTER:
        first = term.last if point.clock else term.last + units.DAY if term.last < LATEST else None
        return first, None
    return term.first, None


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _since(point: Point, rest: list[Lexeme], mark: str, context: Context) -> Result:
    """Lasting from then on. An interval's end cannot be a third of a unit, so the whole unit is taken."""
    start = _interval_end(resolve(point.without_part(), context), point, context)
    return f"{qualified(start, mark)}/..", None, rest


def _between(lexemes: list[Lexeme], mark: str, context: Context) -> Result:
    """One moment between two dates, both included."""
    first, rest = read_point(lexemes, context)
    if not rest or not (rest[0].kind is Token.AND or _joins(rest[0])):
        raise _incomplete(first, context, "'between' wants two dates", f"write '{context.language.samples['between']}'")
    second, rest = read_point(rest[1:], context)
    return _window(first, second, mark, context), None, rest


def _from(lexemes: list[Lexeme], mark: str, context: Context) -> Result:
    """From … to lasts: of a soft part the whole unit is taken, as for "since"."""
    first, rest = read_point(lexemes, context)
    if not rest or not _joins(rest[0]):
        rest = rest[1:] if rest and rest[0].kind is Token.ONWARDS else rest
        return _since(first, rest, mark, context)
    if _goes_on(rest[1:]):
        return _since(first, rest[2:], mark, context)
    second, after = read_point(rest[1:], context)
    _not_shared(first, rest[0], second, context)
    return _span(first.without_part(), second.without_part(), mark, context), None, after


def _range(first: Point, lexemes: list[Lexeme], mark: str, context: Context) -> Result:
    """Two soft parts make a window for one moment; two whole units a span."""
    if _goes_on(lexemes[1:]):
        return _since(first, lexemes[2:], mark, context)
    second, rest = read_point(lexemes[1:], context)
    if lexemes[0].kind is Token.DASH and (year := _academic_year(first, second)):
        return qualified(resolve(year, context).edtf, mark), None, rest
    _not_shared(first, lexemes[0], second, context)
    build = _window if first.part or second.part else _span
    return build(first, second, mark, context), None, rest


def _choice(first: Point, lexemes: list[Lexeme], mark: str, context: Context) -> Result:
    """One moment in one of two dates: May or June 2024."""
    second, rest = read_point(lexemes, context)
    left, right = complete(first, second, context)
    terms = resolve(left, context), resolve(right, context)
    _ordered(terms[0].first, terms[1].last, left, right, context)
    if left.clock or right.clock:
        raise DateError(context.text, left.start, right.end, "which of the two times?", "name one", "D004")
    members = ",".join(term.edtf.strip("[]") for term in terms)
    return f"[{qualified(members, mark)}]", None, rest


def _academic_year(first: Point, second: Point) -> Point | None:
    """The one academic year of "2023–2024 academic year"; None where a dash joins anything else."""
    if not (first.academic or second.academic) or {*first.said, *second.said} != {"year", "academic"}:
        return None
    years = (first.year or 0, second.year or 0)
    if years[1] != years[0] + 1:
        return None
    return Point(first.start, second.end, frozenset({"academic", "years"}), academic=True, years=years)


def _goes_on(lexemes: list[Lexeme]) -> bool:
    return bool(lexemes) and lexemes[0].kind is Token.PRESENT


def _not_shared(first: Point, join: Lexeme, second: Point, context: Context) -> None:
    """Refuse a dash that may join two years only, of which both have, or are, what is said of one.

    "1990–2000-е" may start in a decade; "winter 2023–2024" is one winter, "Q1 2023–2024" two quarters.
    """
    if join.kind is not Token.DASH or {"year"} not in (first.said, second.said):
        return
    starts_in_year = first.said == {"year"}
    decades = starts_in_year and (first.year or 0) % 10 == 0 and second.decade is not None
    season = starts_in_year and second.season is not None
    smaller = not starts_in_year and first.year is not None
    if decades or season or smaller:
        hint = "say each side in full, or join them by a word instead of the dash"
        raise DateError(context.text, first.start, second.end, "does this belong to both sides?", hint, "D004")


def _span(first: Point, second: Point, mark: str, context: Context) -> str:
    left, right = complete(first, second, context)
    start, end = resolve(left, context), resolve(right, context)
    _ordered(start.first, end.last, left, right, context)
    begin, finish = _interval_end(start, left, context), _interval_end(end, right, context)
    return f"{qualified(begin, mark)}/{qualified(finish, mark)}"


def _window(first: Point, second: Point, mark: str, context: Context) -> str:
    left, right = complete(first, second, context)
    start, end = resolve(left, context), resolve(right, context)
    _ordered(start.first, end.last, left, right, context)
    low = start.edtf if edtf.DATE.fullmatch(start.edtf) else start.first.isoformat()
    high = end.edtf if edtf.DATE.fullmatch(end.edtf) else end.last.isoformat()
    return f"[{qualified(low, mark)}..{qualified(high, mark)}]"


def _ordered(first: date, last: date, left: Point, right: Point, context: Context) -> None:
    if first > last:
        raise edtf.reversed_range(context.text, left.start, right.end)


def _interval_end(term: Term, point: Point, context: Context) -> str:
    """One end of an interval: a plain date as it is, a clock time as its day; a set of days cannot stand there.

    Quarters, halves and seasons stay what they are, though few readers take them in an interval: the month
    at their edge would claim what nobody said.
    """
    if term.first == term.last:
        return term.first.isoformat()
    if edtf.DATE.fullmatch(term.edtf):
        return term.edtf
    raise DateError(
        context.text, point.start, point.end, "a span cannot be noted to start or end here",
        "name the month or the year instead", "D001",
    )  # fmt: skip


def qualified(term: str, mark: str) -> str:
    """Add the qualifier to a date, or to each date of a set; nothing is added to nothing, nor to a time."""
    if not mark or "T" in term:
        return term
    return edtf.DATE.sub(lambda found: found[0] + mark, term)


def _incomplete(point: Point, context: Context, reason: str, hint: str) -> DateError:
    return DateError(context.text, point.start, point.end, reason, hint, "D006")
