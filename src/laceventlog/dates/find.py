"""Dates in running prose: each expression that can be read, with its place; numbers that are no dates are not.

The longest run of tokens that is one whole phrase is taken, from left to right. A run does not cross a full
stop, a bracket or a semicolon, nor a comma unless a year or a clock time follows it. A bare four-digit number
is a year only after a word that leads to one ("in 2025"), never as a part of a longer word ("KAvZ-4238").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from unicodedata import is_normalized, normalize

import attrs

from ..errors import DateError
from .languages import LANGUAGES, Language, Relative, Token
from .prose import LIMITS
from .tokens import Lexeme, tokenize
from .when import When

LONGEST = 16
EARLIEST_YEAR, LATEST_YEAR = 1500, 2200
"""Four digits outside these years are quantities more often than dates."""
NEVER_FIRST = {Token.UNKNOWN, Token.DASH, Token.TO, Token.AND, Token.CLOCK, Token.ZONE, Token.ACADEMIC, Token.UNIT}
NEVER_LAST = {Token.UNKNOWN, Token.DASH, Token.TO, Token.AND, Token.ABOUT, Token.DOUBT, Token.FROM, Token.BETWEEN}
BARE = {Token.YEAR, Token.ABOUT, Token.DOUBT}
STOP = re.compile(r"[;()\[\]!?\n]|\.(?=\s|$)|,")
NEGATION = re.compile(r"\b(?:not|no|never|não|nunca|не|ни)\s+$", re.IGNORECASE)
SHORTENED = re.compile(r"(?<!\w)[^\W\d_]{1,5}\.$")


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
    plain, places = _composed(text)
    for found in _found(plain, LANGUAGES[lang], relative_to):
        start, end = places[found.start], places[found.end]
        yield attrs.evolve(found, start=start, end=end, text=text[start:end])


def _composed(text: str) -> tuple[str, Sequence[int]]:
    """The text with each accent joined to its letter (Unicode NFC), and where each character of that stood."""
    if text.isascii() or is_normalized("NFC", text):
        return text, range(len(text) + 1)
    places, written = [0], ""
    for group in re.finditer(r".[\u0300-\u036f]*", text, re.DOTALL):
        joined = normalize("NFC", group[0])
        written += joined
        places += [group.end()] * len(joined)
    return written, places


def _found(text: str, language: Language, said: date | When | None) -> Iterator[Found]:
    lexemes = tokenize(text, language)
    index = 0
    while index < len(lexemes):
        count, found = _longest(text, lexemes, index, language, said)
        if found:
            yield found
        index += count


def _longest(
    text: str, lexemes: list[Lexeme], index: int, language: Language, said: date | When | None
) -> tuple[int, Found | None]:
    """The longest date that begins at `index` and how many tokens it takes; one token when there is none."""
    if lexemes[index].kind in NEVER_FIRST:
        return 1, None
    run = _run(text, lexemes[index : index + LONGEST])
    for count in range(len(run), 0, -1):
        if run[count - 1].kind in NEVER_LAST or not _stands_alone(text, run[:count], language):
            continue
        start, end = run[0].start, run[count - 1].end
        try:
            when = When.parse(text[start:end], language.code, relative_to=said)
        except DateError:
            continue
        if not when.is_unscheduled:
            return count, Found(start, end, text[start:end], when)
    return 1, None


def _run(text: str, lexemes: list[Lexeme]) -> list[Lexeme]:
    """The tokens up to the first mark that ends a phrase."""
    for number, (one, other) in enumerate(pairwise(lexemes), start=1):
        between = text[one.end : other.start]
        stop = STOP.search(between)
        if stop is None:
            continue
        joined = stop[0] == "," and other.kind in (Token.YEAR, Token.CLOCK) and one.kind is not Token.YEAR
        joined = joined or (stop[0] == "," and other.kind is Token.CLOCK)
        shortened = stop[0] == "." and SHORTENED.search(text[: one.end + stop.end()])
        if not (joined or shortened):
            return lexemes[:number]
    return lexemes


def _stands_alone(text: str, run: list[Lexeme], language: Language) -> bool:
    """Whether the run is no part of a longer word or number, and a bare number is a year by its context."""
    before, after = text[: run[0].start], text[run[-1].end :]
    if re.search(r"[\w$€£#№§]$|\w[-–/.]$|[\d][.,]$", before) or re.match(r"\w|[-–/.,][\w]|\s?%", after):
        return False
    if run[0].kind in LIMITS and NEGATION.search(before):  # "not until 2028" is read whole or not at all
        return False
    if run[0].kind is Token.MONTH and re.search(r"\d\s+$", before):  # 31 February 2024 is no February 2024
        return False
    if language.capitals and any(_is_verb(text, lexeme) for lexeme in run):
        return False
    years = [lexeme.value for lexeme in run if lexeme.kind is Token.YEAR]
    if any(isinstance(year, int) and not EARLIEST_YEAR <= year <= LATEST_YEAR for year in years):
        return False
    if not all(lexeme.kind in BARE for lexeme in run):
        return True
    return len(run) == 1 and (_leads_to_year(before, language) or not (before + after).strip(" .,;:"))


def _is_verb(text: str, lexeme: Lexeme) -> bool:
    """Whether "this may" and its like are no months: those have a capital letter."""
    named = isinstance(lexeme.value, Relative) and lexeme.value.unit == "named"
    return named and text[lexeme.start : lexeme.end].rsplit(maxsplit=1)[-1].islower()


def _leads_to_year(before: str, language: Language) -> bool:
    """Whether the word before is one that stands before years: "in", "during", "of", or a bracket opens."""
    if before.rstrip(" ").endswith("("):
        return True
    word = re.search(r"([^\W\d_]+)\s*$", before)
    known = language.phrases.get((word[1].lower(),)) if word else None
    return known is not None and known[0] is Token.SKIP
