"""Decide whether bare four-digit numbers in running prose are years or quantities.

"In 2023 exports grew", but "a batch of 2000 buses", "rose by 1500 tonnes". The words before, in and after the number
decide; a number that may be a quantity is not a date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..languages import Language, Token
from ..prose.grammar import LIMITS
from ..prose.tokens import Lexeme

EARLIEST_YEAR, LATEST_YEAR = 1500, 2200
"""Numbers outside this range are quantities more often than years."""
EARLIEST_SURE, LATEST_SURE = 1900, 2100
"""Before a countable noun, only years between these count, and no multiple of fifty: "2000 homes"."""
NEAR, CLAUSE = 60, 400
"""Characters searched around a run for words about it, and before it for a negation."""
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
"""Units that make the number before them (`CURRENCY`: after them) a price or a measure."""
CLAUSES = re.compile(r"[.;:!?()\n—]|,\s+(?:but|and|pero|mas|но|а)\s")
WORD = re.compile(r"[^\W\d_]+")
NEXT = re.compile(r"\s+([^\W\d_]+)")
LAST = re.compile(r"([^\W\d_]+)\W*$")


class Candidate(NamedTuple):
    """A run of tokens that may be a date; `listed`: "and" or a comma joins it to a year before it."""

    text: str
    run: Sequence[Lexeme]
    language: Language
    listed: bool = False

    @property
    def before(self) -> str:
        """The text just before the run."""
        start = self.run[0].start
        return self.text[max(0, start - NEAR) : start]

    @property
    def after(self) -> str:
        """The text just after the run."""
        end = self.run[-1].end
        return self.text[end : end + NEAR]


def is_date(candidate: Candidate) -> bool:
    """Whether the run has more than bare numbers, or the words around show that its numbers are years."""
    years = [each.value for each in candidate.run if each.kind is Token.YEAR and isinstance(each.value, int)]
    if any(not EARLIEST_YEAR <= year <= LATEST_YEAR for year in years) or CURRENCY.search(candidate.before):
        return False
    if candidate.run[-1].kind is Token.YEAR and MEASURE.match(candidate.after):
        return False
    if any(each.kind not in BARE for each in candidate.run) or _has_year_word(candidate):
        return not _precedes_month_by_chance(candidate)
    follower = NEXT.match(candidate.after)
    counted = follower is not None and not _is_function_word(follower[1], candidate.language)
    if candidate.run[0].kind is Token.PLURAL:  # los 2020 empleados
        return not counted
    sure = [EARLIEST_SURE < year < LATEST_SURE and year % 50 != 0 for year in years]
    if len(years) == 1 and all(each.kind is Token.YEAR or each.kind in HEDGES for each in candidate.run):
        return _is_year(candidate, sure=sure[0], counted=counted)
    if candidate.run[0].kind in (Token.SINCE, Token.BEFORE) and not counted:
        return True
    return all(sure) if counted else any(year % 100 != 0 for year in years)


def is_range_side(run: Sequence[Lexeme], count: int) -> bool:
    """Whether the first `count` tokens are only one side of a range of bare numbers: from 1985 [to 2000 tonnes]."""
    if len(run) < count + 2 or any(each.kind not in BARE for each in run[:count]):
        return False
    join, other = run[count], run[count + 1]
    joins = join.kind in (Token.DASH, Token.TO) or join.value == "until"
    joins = joins or (join.kind is Token.AND and run[0].kind is Token.BETWEEN)
    return joins and other.kind in (Token.YEAR, Token.NUMBER)


def _precedes_month_by_chance(candidate: Candidate) -> bool:
    """Whether a number is before a month by chance: flight 2024 in May."""
    one, *others = candidate.run
    if one.kind is not Token.YEAR or not others or others[0].kind is not Token.MONTH:
        return False
    return bool(candidate.text[one.end : others[0].start].strip(" ,"))


def _is_year(candidate: Candidate, *, sure: bool, counted: bool) -> bool:
    """Whether a single number, perhaps hedged, is a year."""
    if not (candidate.before + candidate.after).strip(" .,;:"):
        return True
    if len(candidate.run) > 1 or candidate.listed:
        return sure and not counted
    if candidate.before.rstrip(" ").endswith("("):
        return not counted
    word = LAST.search(candidate.before)
    if word is None or word.end(1) != len(candidate.before.rstrip()):
        return False
    lead = word[1].lower()
    if lead in candidate.language.clues.leads:
        return sure or not counted
    known = candidate.language.phrases.get((lead,))
    return sure and not counted and known is not None and known[0] in (Token.SKIP, Token.OF)


def _has_year_word(candidate: Candidate) -> bool:
    """Whether a word for "year" is beside the numbers or among them."""
    inside = candidate.text[candidate.run[0].start : candidate.run[-1].end].lower()
    beside = NEXT.match(candidate.after), LAST.search(candidate.before)
    words = {found[1].lower() for found in beside if found}
    return not candidate.language.clues.years.isdisjoint(words.union(WORD.findall(inside)))


def _is_function_word(word: str, language: Language) -> bool:
    return word.lower() in language.clues.function_words or word.lower() in language.vocabulary


def is_negated(text: str, limit: Lexeme, dates: Sequence[tuple[int, int]], language: Language) -> bool:
    """Whether a negation before a limit reverses it: "will not start before May 2024" is not a deadline.

    `dates` are the places of earlier dates: the "no" of "no later than March" does not count.
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
    return not language.clues.negations.isdisjoint(WORD.findall(clause.lower()))
