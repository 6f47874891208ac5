"""Days as running text names them, in any of the languages: `29 May`, `Wednesday, 29 May 2024`; and their weekdays.

Less than a reading of a date, for the year may be missing, and more, for a weekday beside the day is kept. What could
belong to two days belongs to none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import NamedTuple, cast

from ...errors import DateError
from ..languages import LANGUAGES, Language, Token
from ..languages.phrasing import ENGLISH
from ..prose import grammar
from ..prose.date_parts import NamedDay
from ..prose.tokens import Lexeme, tokenize
from ..when import When

WEEKDAYS = ENGLISH.weekdays
NAMING = (Token.WEEKDAY, Token.MONTH)
WORDS = {
    code: {kind: frozenset(p[0] for p, (k, _) in language.phrases.items() if k is kind) for kind in NAMING}
    for code, language in LANGUAGES.items()
}
"""With what word a weekday or a month begins in each language."""
WEEKDAY_WORDS = frozenset[str]().union(*(words[Token.WEEKDAY] for words in WORDS.values()))
WORD = re.compile(r"[^\W\d_]+")
STOP = re.compile(r"[;:()\[\]!?\n]")
LEADS_TO_DAY = re.compile(r",?\s*\(?(?:the\s|día\s|dia\s)?\s*", re.IGNORECASE)
FOLLOWS_DAY = re.compile(r",?\s*\(?\s*")
ABBREVIATED = 5
"""Letters of a weekday that may end in a full stop: "Thurs."."""
ORDERS: dict[tuple[Token, ...], tuple[str, str]] = {
    (Token.NUMBER, Token.MONTH): ("day", "month"),
    (Token.MONTH, Token.NUMBER): ("month", "day"),
}


class Mention(NamedTuple):
    """A day that a text names; the weekday from 1 Monday to 7 Sunday."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None


class _Place(NamedTuple):
    mention: Mention
    first: int
    last: int


def wrong_weekdays(when: When) -> list[NamedDay]:
    """The days in the words of a date beside which a weekday stands that is not theirs."""
    if not has_weekday(when.text):
        return []
    for code, day_first in product(LANGUAGES, (None, True, False)):
        try:
            if When.parse(when.text, code, day_first=day_first) != when:
                continue
            phrase = grammar.read(when.text.strip(), LANGUAGES[code], day_first=day_first)
        except DateError:
            continue
        return [named for named in phrase.weekdays if named.day.isoweekday() != named.weekday]
    return []


def has_weekday(text: str) -> bool:
    """Whether a word of the text may be a weekday in some language."""
    return not WEEKDAY_WORDS.isdisjoint(WORD.findall(text.lower()))


def mentions(text: str, day: date) -> set[Mention]:
    """Where the text names the day and the month of `day`: of which year, with or without one, and which weekday."""
    if str(day.day) not in text:
        return set()
    found = WORD.findall(text.lower())
    spoken = [code for code, words in WORDS.items() if any(not words[kind].isdisjoint(found) for kind in NAMING)]
    return {mention for code in spoken or LANGUAGES for mention in _mentions(text, LANGUAGES[code], day)}


def _mentions(text: str, language: Language, day: date) -> Iterator[Mention]:
    lexemes = tokenize(text, language)
    named = list(_places(text, lexemes))
    places = [place for place in named if (place.mention.month, place.mention.day) == (day.month, day.day)]
    if not places:
        return
    weekdays = _weekdays(text, lexemes, named)
    for place in places:
        beside = weekdays.get(place, [])
        yield place.mention._replace(weekday=beside[0]) if len(beside) == 1 else place.mention


def _places(text: str, lexemes: list[Lexeme]) -> Iterator[_Place]:
    """The days from left to right; none shares a word with the one before."""
    index = 0
    while index < len(lexemes):
        place = _place(text, lexemes, index)
        if place:
            yield place
        index = place.last + 1 if place else index + 1


def _place(text: str, lexemes: list[Lexeme], index: int) -> _Place | None:
    """A day that begins at `index`: in digits, or as day and month in either order and perhaps a year."""
    if lexemes[index].kind is Token.DATE:
        return _digits(lexemes[index], index)
    order = ORDERS.get(tuple(lexeme.kind for lexeme in lexemes[index : index + 2]))
    if order is None or not _tied(text, lexemes, index):
        return None
    said = {name: cast("int", lexeme.value) for name, lexeme in zip(order, lexemes[index:], strict=False)}
    last = index + 1
    if len(lexemes) > index + 2 and lexemes[index + 2].kind is Token.YEAR and _tied(text, lexemes, last):
        said["year"] = cast("int", lexemes[index + 2].value)
        last += 1
    return _Place(Mention(**said), index, last)


def _digits(lexeme: Lexeme, index: int) -> _Place | None:
    """`2024-05-29`, `29.05.2024`; where slashes leave open which is the day, none is named."""
    value = lexeme.value
    numbers = value if isinstance(value, tuple) else tuple(map(int, re.findall(r"[0-9]+(?!.*/)", str(value))[::-1]))
    return _Place(Mention(numbers[1], numbers[2], numbers[0]), index, index) if len(numbers) == 3 else None


def _tied(text: str, lexemes: list[Lexeme], index: int) -> bool:
    return STOP.search(text, lexemes[index].end, lexemes[index + 1].start) is None


def _weekdays(text: str, lexemes: list[Lexeme], places: list[_Place]) -> dict[_Place, list[int]]:
    """The weekdays directly beside each day."""
    starts, ends = {place.first: place for place in places}, {place.last: place for place in places}
    found: dict[_Place, list[int]] = {}
    for index, lexeme in enumerate(lexemes):
        if lexeme.kind is not Token.WEEKDAY:
            continue
        after = starts.get(index + 1) if _leads(text, lexemes, index) else None
        before = ends.get(index - 1) if _follows(text, lexemes, index) else None
        place = (before or after) if not (before and after) else None
        if place:
            found.setdefault(place, []).append(cast("int", lexeme.value))
    return found


def _leads(text: str, lexemes: list[Lexeme], index: int) -> bool:
    if index + 1 == len(lexemes):
        return False
    weekday = lexemes[index]
    gap = text[weekday.end : lexemes[index + 1].start]
    if weekday.end - weekday.start <= ABBREVIATED:
        gap = gap.removeprefix(".")
    return LEADS_TO_DAY.fullmatch(gap) is not None


def _follows(text: str, lexemes: list[Lexeme], index: int) -> bool:
    return index > 0 and FOLLOWS_DAY.fullmatch(text[lexemes[index - 1].end : lexemes[index].start]) is not None
