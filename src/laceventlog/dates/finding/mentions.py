"""Find mentions of days in running text, in any of the languages: `29 May`, `Wednesday, 29 May 2024`.

Unlike a date, a mention may lack the year and keeps the weekday beside it. A weekday that may belong to two days
belongs to neither.
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
"""The first words of weekdays and months in each language."""
WEEKDAY_WORDS = frozenset[str]().union(*(words[Token.WEEKDAY] for words in WORDS.values()))
WORD = re.compile(r"[^\W\d_]+")
STOP = re.compile(r"[;:()\[\]!?\n]")
LEADS_TO_DAY = re.compile(r",?\s*\(?(?:the\s|día\s|dia\s)?\s*", re.IGNORECASE)
FOLLOWS_DAY = re.compile(r",?\s*\(?\s*")
ABBREVIATED = 5
"""The longest weekday, in letters, that may end in a full stop: "Thurs."."""
ORDERS: dict[tuple[Token, ...], tuple[str, str]] = {
    (Token.NUMBER, Token.MONTH): ("day", "month"),
    (Token.MONTH, Token.NUMBER): ("month", "day"),
}


class Mention(NamedTuple):
    """A day named in a text; weekdays are 1 (Monday) to 7 (Sunday)."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None


class _MentionSpan(NamedTuple):
    """A mention, and the indices of its first and last token."""

    mention: Mention
    first: int
    last: int


def wrong_weekdays(when: When) -> list[NamedDay]:
    """The days in the text of a date that have the wrong weekday beside them."""
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
    """Whether a word of the text may be a weekday in any language."""
    return not WEEKDAY_WORDS.isdisjoint(WORD.findall(text.lower()))


def mentions(text: str, day: date) -> set[Mention]:
    """Every mention in the text of the day and month of `day`, with the year and weekday beside it, if any."""
    if str(day.day) not in text:
        return set()
    found = WORD.findall(text.lower())
    languages = [code for code, words in WORDS.items() if any(not words[kind].isdisjoint(found) for kind in NAMING)]
    return {mention for code in languages or LANGUAGES for mention in _mentions(text, LANGUAGES[code], day)}


def _mentions(text: str, language: Language, day: date) -> Iterator[Mention]:
    lexemes = tokenize(text, language)
    found = list(_spans(text, lexemes))
    spans = [span for span in found if (span.mention.month, span.mention.day) == (day.month, day.day)]
    if not spans:
        return
    weekdays = _weekdays(text, lexemes, found)
    for span in spans:
        beside = weekdays.get(span, [])
        yield span.mention._replace(weekday=beside[0]) if len(beside) == 1 else span.mention


def _spans(text: str, lexemes: list[Lexeme]) -> Iterator[_MentionSpan]:
    """The mentions from left to right, without overlaps."""
    index = 0
    while index < len(lexemes):
        span = _span_at(text, lexemes, index)
        if span:
            yield span
        index = span.last + 1 if span else index + 1


def _span_at(text: str, lexemes: list[Lexeme], index: int) -> _MentionSpan | None:
    """The mention that starts at `index`: in digits, or day and month in either order, perhaps with a year."""
    if lexemes[index].kind is Token.DATE:
        return _digits(lexemes[index], index)
    order = ORDERS.get(tuple(lexeme.kind for lexeme in lexemes[index : index + 2]))
    if order is None or not _joined(text, lexemes, index):
        return None
    parts = {name: cast("int", lexeme.value) for name, lexeme in zip(order, lexemes[index:], strict=False)}
    last = index + 1
    if len(lexemes) > index + 2 and lexemes[index + 2].kind is Token.YEAR and _joined(text, lexemes, last):
        parts["year"] = cast("int", lexemes[index + 2].value)
        last += 1
    return _MentionSpan(Mention(**parts), index, last)


def _digits(lexeme: Lexeme, index: int) -> _MentionSpan | None:
    """`2024-05-29`, `29.05.2024`; None with slashes, which may put the month first."""
    value = lexeme.value
    numbers = value if isinstance(value, tuple) else tuple(map(int, re.findall(r"[0-9]+(?!.*/)", str(value))[::-1]))
    return _MentionSpan(Mention(numbers[1], numbers[2], numbers[0]), index, index) if len(numbers) == 3 else None


def _joined(text: str, lexemes: list[Lexeme], index: int) -> bool:
    return STOP.search(text, lexemes[index].end, lexemes[index + 1].start) is None


def _weekdays(text: str, lexemes: list[Lexeme], spans: list[_MentionSpan]) -> dict[_MentionSpan, list[int]]:
    """The weekdays directly beside each mention."""
    starts, ends = {span.first: span for span in spans}, {span.last: span for span in spans}
    found: dict[_MentionSpan, list[int]] = {}
    for index, lexeme in enumerate(lexemes):
        if lexeme.kind is not Token.WEEKDAY:
            continue
        after = starts.get(index + 1) if _leads(text, lexemes, index) else None
        before = ends.get(index - 1) if _follows(text, lexemes, index) else None
        span = (before or after) if not (before and after) else None
        if span:
            found.setdefault(span, []).append(cast("int", lexeme.value))
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
