"""Find the dates in running prose, but no other numbers.

From left to right, the longest run of tokens that is one whole phrase is taken. A run ends at a full stop, a bracket
or a semicolon, and at a comma unless a year or a clock time follows. A part of a longer word ("KAvZ-4238") is not a
date; `years` decides whether a bare number is a year. A negated limit ("will not start before May 2024") is skipped.
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
from .years import LAST, NEAR, NEXT, Candidate, is_date, is_negated, is_range_side

LONGEST = 16
NEVER_AT_AN_END = {Token.UNKNOWN, Token.DASH, Token.TO, Token.AND, Token.OR}
NEVER_FIRST = NEVER_AT_AN_END | {Token.CLOCK, Token.ZONE, Token.ACADEMIC, Token.UNIT}
NEVER_LAST = NEVER_AT_AN_END | {Token.ABOUT, Token.DOUBT, Token.FROM, Token.BETWEEN}
STOP = re.compile(r"[;()\[\]!?\n]|\.(?=\s|$)|,")
OPENING = {*LIMITS, Token.FROM, Token.BETWEEN}
LISTED = re.compile(r"\s*,?\s*(?:\b(?:and|or|y|e|o|ou|и|или)\s+)?", re.IGNORECASE)
"""The text between the years of a list."""
PRESENT = re.compile(r"(?:\w+\s+)?presente?", re.IGNORECASE)


@attrs.frozen
class FoundDate:
    """A date in a text.

    Attributes:
        start: index of its first character in the searched text.
        end: index after its last character.
        text: its words, the slice from `start` to `end`.
        when: the date they mean.
    """

    start: int
    end: int
    text: str
    when: When


def find_dates(text: str, lang: str = "en", *, relative_to: date | When | None = None) -> Iterator[FoundDate]:
    """Find every date in running prose that can be read without guessing, from left to right.

    Args:
        text: running prose.
        lang: its language, an ISO 639-1 code: en, es, pt or ru.
        relative_to: the day of the statement; without it, relative words ("next year") are not dates.

    Raises:
        DateError: an unknown language.

    >>> [found.text for found in find_dates("In 2025, 300 buses leave; 450 more by the end of 2026.")]
    ['2025', 'by the end of 2026']
    """
    if lang not in LANGUAGES:
        raise DateError(lang, 0, len(lang), f"dates cannot be read in the language '{lang}'")
    plain, places = composed(text)
    for found in _find(plain, LANGUAGES[lang], relative_to):
        start, end = places[found.start], places[found.end]
        words = text[start:end]
        yield FoundDate(start, end, words, found.when.worded(words) if plain is not text else found.when)


def _find(text: str, language: Language, said: date | When | None) -> Iterator[FoundDate]:
    lexemes = tokenize(text, language)
    dates: list[tuple[int, int]] = []
    index, year_end, half_read = 0, 0, False
    while index < len(lexemes):
        run = _run(text, lexemes[index : index + LONGEST], language)
        listed = bool(year_end) and LISTED.fullmatch(text, year_end, run[0].start) is not None
        count, found = _longest(Candidate(text, run, language, listed=listed), said)
        if found and not half_read and not is_negated(text, run[0], dates, language):
            yield found
        half_read = not found and run[0].kind in OPENING  # "by May or June 2024" is not May or June 2024
        if found:
            dates.append((found.start, found.end))
            year_end = found.end if run[count - 1].kind is Token.YEAR else 0
        index += count


def _longest(candidate: Candidate, said: date | When | None) -> tuple[int, FoundDate | None]:
    """The longest date at the start of a run and its number of tokens; (1, None) if there is none."""
    text, run, language, listed = candidate
    if run[0].kind in NEVER_FIRST:
        return 1, None
    for count in range(len(run), 0, -1):
        if run[count - 1].kind in NEVER_LAST or not _is_separate(Candidate(text, run[:count], language, listed)):
            continue
        found = None if is_range_side(run, count) else _read(text, run[0].start, run[count - 1].end, language, said)
        if found:
            behind = run[count].start if count < len(run) else len(text)
            return count, _with_year_word(found, text, behind, language, said)
    return 1, None


def _read(text: str, start: int, end: int, language: Language, said: date | When | None) -> FoundDate | None:
    """The date of these words, if they are one; TBD is not."""
    with suppress(DateError):
        when = When.parse(text[start:end], language.code, relative_to=said)
        return None if when.is_unscheduled else FoundDate(start, end, text[start:end], when)
    return None


def _with_year_word(
    found: FoundDate, text: str, behind: int, language: Language, said: date | When | None
) -> FoundDate:
    """The date with the word for "year" after it ("года"), if that word ends before `behind`, the next token."""
    word = NEXT.match(text, found.end, behind)
    if word is None or word[1].lower() not in language.clues.years:
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
        is_year = other.kind is Token.YEAR and one.kind is not Token.YEAR
        joined = stop[0] == "," and (is_year or other.kind is Token.CLOCK)
        if not (joined or (stop[0] == "." and _is_abbreviation(text, one.end + stop.start(), language))):
            return lexemes[:number]
    return lexemes


def _is_abbreviation(text: str, stop: int, language: Language) -> bool:
    """Whether a full stop marks an abbreviation: "Sept. 3", "2024 г. в"; but "2024 г. В" begins a sentence."""
    word = LAST.search(text, max(0, stop - NEAR), stop)
    if word is None or word.end() != stop or word[1].lower() not in language.clues.abbreviations:
        return False
    return word[1].lower() not in language.clues.years or not text[stop + 1 : stop + NEAR].lstrip()[:1].isupper()


def _is_separate(candidate: Candidate) -> bool:
    """Whether the run is a date of its own: not part of a longer word or number, nor a verb, nor a quantity."""
    before = candidate.before
    if re.search(r"\w$|\w[-–/.]$|[\d][.,]$", before) or re.match(r"\w|[-–/.,][\w]|\s?%", candidate.after):
        return False
    text, run = candidate.text, candidate.run
    if run[0].kind is Token.MONTH and re.search(r"\d\s+$", before):  # 31 February 2024 is not February 2024
        return False
    if run[0].kind is Token.RELATIVE and PRESENT.fullmatch(text, run[0].start, run[-1].end):
        return False  # the present agreement
    if candidate.language.capitals and any(_is_verb(text, lexeme) for lexeme in run):
        return False
    return is_date(candidate)


def _is_verb(text: str, lexeme: Lexeme) -> bool:
    """Whether it is a verb, as in "this may", and not a month, which has a capital letter."""
    named = isinstance(lexeme.value, Relative) and lexeme.value.unit == "named"
    return named and text[lexeme.start : lexeme.end].rsplit(maxsplit=1)[-1].islower()
