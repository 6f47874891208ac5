"""In running prose: whether numbers of four digits that nothing else marks are years, and not quantities.

"In 2023 exports grew", but "a batch of 2000 buses", "rose by 1500 tonnes". What says "year" beside the number, what
leads to it and what follows it decide; a number that may as well be a quantity is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..languages import Language, Token
from ..prose.grammar import LIMITS
from ..prose.tokens import Lexeme

EARLIEST_YEAR, LATEST_YEAR = 1500, 2200
"""Four digits outside these years are quantities more often than dates."""
EARLIEST_SURE, LATEST_SURE = 1900, 2100
"""Where something countable follows, only years between these are believed, and no multiple of fifty: "2000 homes"."""
NEAR, CLAUSE = 60, 400
"""How many characters around a run may say what it is, and how far before it a "not" may stand."""
HEDGES = {Token.ABOUT, Token.DOUBT}
BARE = {
    Token.YEAR, Token.DASH, Token.TO, Token.AND, Token.OR, Token.FROM, Token.BETWEEN, Token.OF, Token.PLURAL, *HEDGES,
    *LIMITS,
}  # fmt: skip
CODES = "USD|EUR|GBP|CHF|CNY|JPY|RUB|RUR|BYN|BRL|MXN|ARS|COP|CLP|PEN|CUP|NIO|VES|BOB|UYU|PYG"
CURRENCY = re.compile(rf"(?:\b(?:{CODES})|[$€£¥₽#№§])\s?$")
MEASURE = re.compile(
    rf"\s?(?:[$€£¥₽%°]|(?:{CODES}|[kcm]?m|kg|t|ha|[kMG]Wh?|thousand|million|billion|mil|millones|milhões|"
    r"[кс]?м|кг|т|га|[кМГ]Вт|тыс|млн|млрд|руб|шт|чел)(?!\w))"
)
"""What makes a number behind it, or before it, a price or a measure."""
CLAUSES = re.compile(r"[.;:!?()\n—]|,\s+(?:but|and|pero|mas|но|а)\s")
NEXT = re.compile(r"\s+([^\W\d_]+)")
LAST = re.compile(r"([^\W\d_]+)\W*$")


class Place(NamedTuple):
    """A run of tokens in a text, and whether another year stands before it that "and" or a comma ties to it."""

    text: str
    run: Sequence[Lexeme]
    listed: bool = False

    @property
    def before(self) -> str:
        """The text just before the run."""
        start = self.run[0].start
        return self.text[max(0, start - NEAR) : start]

    @property
    def after(self) -> str:
        """The text just behind it."""
        end = self.run[-1].end
        return self.text[end : end + NEAR]


def is_date(place: Place, language: Language) -> bool:
    """Whether the run is a date by more than its numbers, or its numbers are years by what stands around."""
    years = [each.value for each in place.run if each.kind is Token.YEAR and isinstance(each.value, int)]
    if any(not EARLIEST_YEAR <= year <= LATEST_YEAR for year in years) or CURRENCY.search(place.before):
        return False
    if place.run[-1].kind is Token.YEAR and MEASURE.match(place.after):
        return False
    if any(each.kind not in BARE for each in place.run) or _says_year(place, language):
        return not _is_turned(place)
    follower = NEXT.match(place.after)
    counted = bool(follower) and not _is_little(follower[1], language) if follower else False
    if place.run[0].kind is Token.PLURAL:  # los 2020 empleados
        return not counted
    sure = [EARLIEST_SURE < year < LATEST_SURE and year % 50 != 0 for year in years]
    if len(years) == 1 and all(each.kind is Token.YEAR or each.kind in HEDGES for each in place.run):
        return _is_year(place, language, sure=sure[0], counted=counted)
    if place.run[0].kind in (Token.SINCE, Token.BEFORE) and not counted:
        return True
    return all(sure) if counted else any(year % 100 != 0 for year in years)


def is_half(run: Sequence[Lexeme], count: int) -> bool:
    """Whether the first `count` tokens are one side of a range of bare numbers: from 1985 [to 2000 tonnes]."""
    if len(run) < count + 2 or any(each.kind not in BARE for each in run[:count]):
        return False
    join, other = run[count], run[count + 1]
    joins = join.kind in (Token.DASH, Token.TO) or join.value == "until"
    joins = joins or (join.kind is Token.AND and run[0].kind is Token.BETWEEN)
    return joins and other.kind in (Token.YEAR, Token.NUMBER)


def _is_turned(place: Place) -> bool:
    """Whether a number only happens to stand before a month: flight 2024 in May."""
    one, *others = place.run
    if one.kind is not Token.YEAR or not others or others[0].kind is not Token.MONTH:
        return False
    return bool(place.text[one.end : others[0].start].strip(" ,"))


def _is_year(place: Place, language: Language, *, sure: bool, counted: bool) -> bool:
    """Whether one number by itself, or hedged, is a year."""
    if not (place.before + place.after).strip(" .,;:"):
        return True
    if len(place.run) > 1 or place.listed:
        return sure and not counted
    if place.before.rstrip(" ").endswith("("):
        return not counted
    word = LAST.search(place.before)
    if word is None or word.end(1) != len(place.before.rstrip()):
        return False
    lead = word[1].lower()
    if lead in language.running.leads:
        return sure or not counted
    known = language.phrases.get((lead,))
    return sure and not counted and known is not None and known[0] in (Token.SKIP, Token.OF)


def _says_year(place: Place, language: Language) -> bool:
    """Whether a word beside the numbers, or among them, says that they are years."""
    inside = place.text[place.run[0].start : place.run[-1].end].lower()
    beside = NEXT.match(place.after), LAST.search(place.before)
    words = {found[1].lower() for found in beside if found}
    return bool(words & language.running.years) or any(
        word in language.running.years for word in re.findall(r"[^\W\d_]+", inside)
    )


def _is_little(word: str, language: Language) -> bool:
    return word.lower() in language.running.little or word.lower() in language.vocabulary()


def is_denied(text: str, limit: Lexeme, dates: Sequence[tuple[int, int]], language: Language) -> bool:
    """Whether a word before it turns its limit around: "will not start before May 2024" is no deadline.

    The "no" of an earlier date ("no later than March") is its own; `dates` are the places of those.
    """
    if limit.kind not in (Token.BY, Token.BEFORE, Token.AFTER):
        return False
    at = max(0, limit.start - CLAUSE)
    before = text[at : limit.start]
    for start, end in reversed(dates):
        if start < at:
            break
        before = before[: start - at] + " " * (end - start) + before[end - at :]
    clause = CLAUSES.split(before)[-1]
    return any(word in language.running.denials for word in re.findall(r"[^\W\d_]+", clause.lower()))
