"""Dates in running prose: each expression that can be read, with its place; numbers that are no dates are not.

The longest run of tokens that is one whole phrase is taken, from left to right. A run does not cross a full
stop, a bracket or a semicolon, nor a comma unless a year or a clock time follows it. What is part of a longer word
("KAvZ-4238") is no date; whether a bare number is a year, `bare` tells. A limit that is denied before ("will not start
before May 2024") is passed over whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import pairwise

import attrs

from ...errors import DateError
from ..languages import LANGUAGES, Language, Relative, Token
from ..prose.grammar import LIMITS
from ..prose.tokens import Lexeme, composed, tokenize
from ..when import When
from .years import LAST, NEAR, NEXT, Place, is_date, is_denied, is_half

LONGEST = 16
NEVER_FIRST = {
    Token.UNKNOWN,
    Token.DASH,
    Token.TO,
    Token.AND,
    Token.OR,
    Token.CLOCK,
    Token.ZONE,
    Token.ACADEMIC,
    Token.UNIT,
}
NEVER_LAST = {
    Token.UNKNOWN,
    Token.DASH,
    Token.TO,
    Token.AND,
    Token.OR,
    Token.ABOUT,
    Token.DOUBT,
    Token.FROM,
    Token.BETWEEN,
}
STOP = re.compile(r"[;()\[\]!?\n]|\.(?=\s|$)|,")
OPENING = {*LIMITS, Token.FROM, Token.BETWEEN}
LISTED = re.compile(r"\s*,?\s*(?:\b(?:and|or|y|e|o|ou|и|или)\s+)?", re.IGNORECASE)
"""What stands between the years of a list."""
PRESENT = re.compile(r"(?:\w+\s+)?presente?", re.IGNORECASE)


@attrs.frozen
class Found:
    """A date in a text: `text[start:end]` are its words, `when` is what they say."""

    start: int
    end: int
    text: str
    when: When


def find_dates(text: str, lang: str = "en", *, relative_to: date | When | None = None) -> Iterator[Found]:
    """Every date expression of `text` that can be read without guessing, from left to right.

    Args:
        text: running prose.
        lang: its language, ISO 639-1.
        relative_to: when it was said; without it no relative word ("next year") is a date.

    Raises:
        DateError: dates are not read in this language.

    >>> [found.text for found in find_dates("In 2025, 300 buses leave; 450 more by the end of 2026.")]
    ['2025', 'by the end of 2026']
    """
    if lang not in LANGUAGES:
        raise DateError(lang, 0, len(lang), f"dates are not read in the language '{lang}'")
    plain, places = composed(text)
    for found in _found(plain, LANGUAGES[lang], relative_to):
        start, end = places[found.start], places[found.end]
        words = text[start:end]
        yield Found(start, end, words, found.when.worded(words) if plain is not text else found.when)


def _found(text: str, language: Language, said: date | When | None) -> Iterator[Found]:
    lexemes = tokenize(text, language)
    dates: list[tuple[int, int]] = []
    index, year_end, half_read = 0, 0, False
    while index < len(lexemes):
        run = _run(text, lexemes[index : index + LONGEST], language)
        listed = bool(year_end) and LISTED.fullmatch(text, year_end, run[0].start) is not None
        count, found = _longest(Place(text, run, listed), language, said)
        if found and not half_read and not is_denied(text, run[0], dates, language):
            yield found
        half_read = not found and run[0].kind in OPENING  # "by May or June 2024" is not May or June 2024
        if found:
            dates.append((found.start, found.end))
            year_end = found.end if run[count - 1].kind is Token.YEAR else 0
        index += count


def _longest(place: Place, language: Language, said: date | When | None) -> tuple[int, Found | None]:
    """The longest date at the beginning of a run and how many tokens it takes; one token when there is none."""
    text, run, listed = place
    if run[0].kind in NEVER_FIRST:
        return 1, None
    for count in range(len(run), 0, -1):
        if run[count - 1].kind in NEVER_LAST or not _stands_alone(Place(text, run[:count], listed), language):
            continue
        found = None if is_half(run, count) else _read(text, run[0].start, run[count - 1].end, language, said)
        if found:
            behind = run[count].start if count < len(run) else len(text)
            return count, _with_year_word(found, text, behind, language, said)
    return 1, None


def _read(text: str, start: int, end: int, language: Language, said: date | When | None) -> Found | None:
    """The date that these words are; TBD is none."""
    with suppress(DateError):
        when = When.parse(text[start:end], language.code, relative_to=said)
        return None if when.is_unscheduled else Found(start, end, text[start:end], when)
    return None


def _with_year_word(found: Found, text: str, behind: int, language: Language, said: date | When | None) -> Found:
    """The date with the "года" after it, if there is one that is no part of what stands `behind`."""
    word = NEXT.match(text, found.end, behind)
    if word is None or word[1].lower() not in language.running.years:
        return found
    end = word.end() + (len(word[1]) <= 2 and text[word.end() : word.end() + 1] == ".")
    longer = _read(text, found.start, end, language, said)
    return longer if longer and longer.when == found.when else found


def _run(text: str, lexemes: list[Lexeme], language: Language) -> list[Lexeme]:
    """The tokens up to the first mark that ends a phrase."""
    for number, (one, other) in enumerate(pairwise(lexemes), start=1):
        between = text[one.end : other.start]
        stop = STOP.search(between)
        if stop is None:
            continue
        joined = stop[0] == "," and other.kind in (Token.YEAR, Token.CLOCK) and one.kind is not Token.YEAR
        joined = joined or (stop[0] == "," and other.kind is Token.CLOCK)
        if not (joined or (stop[0] == "." and _is_shortened(text, one.end + stop.start(), language))):
            return lexemes[:number]
    return lexemes


def _is_shortened(text: str, stop: int, language: Language) -> bool:
    """Whether a full stop shortens a word: "Sept. 3", "2024 г. в"; but "2024 г. В" begins a sentence."""
    word = LAST.search(text, max(0, stop - NEAR), stop)
    if word is None or word.end() != stop or word[1].lower() not in language.running.short:
        return False
    return word[1].lower() not in language.running.years or not text[stop + 1 : stop + NEAR].lstrip()[:1].isupper()


def _stands_alone(place: Place, language: Language) -> bool:
    """Whether the run is no part of a longer word or number, and what is bare in it is a year."""
    before = place.before
    if re.search(r"\w$|\w[-–/.]$|[\d][.,]$", before) or re.match(r"\w|[-–/.,][\w]|\s?%", place.after):
        return False
    if place.run[0].kind is Token.MONTH and re.search(r"\d\s+$", before):  # 31 February 2024 is no February 2024
        return False
    if place.run[0].kind is Token.RELATIVE and PRESENT.fullmatch(place.text, place.run[0].start, place.run[-1].end):
        return False  # the present agreement
    if language.capitals and any(_is_verb(place.text, lexeme) for lexeme in place.run):
        return False
    return is_date(place, language)


def _is_verb(text: str, lexeme: Lexeme) -> bool:
    """Whether "this may" and its like are no months: those have a capital letter."""
    named = isinstance(lexeme.value, Relative) and lexeme.value.unit == "named"
    return named and text[lexeme.start : lexeme.end].rsplit(maxsplit=1)[-1].islower()
