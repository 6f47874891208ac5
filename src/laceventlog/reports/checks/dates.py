"""Warnings about how a date is written: its weekday, its year, and whether a whole year was meant, or two.

The words of a date, its quote and its title are looked at; of quote and title only what stands directly beside that
very day. The date itself is never doubted for it: it was read, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...dates import When
from ...dates.finding.mentions import WEEKDAYS, has_weekday, mentions, wrong_weekdays
from ...errors import Problem
from ...model import Agreement, Delivery, Event, Launch, Meeting, Milestone, Statement
from .common import is_in_force, warning

LAST_LIKELY_YEAR = 2100
SEASON = re.compile(r"([0-9]{2})([0-9]{2})-(2[1-9]|3[0-9]|4[01])")
BARE_NEW_YEAR = re.compile(r"[0-9]{4}-01-01")
NEW_YEAR = re.compile(r"new year|año nuevo|ano novo|нов(?:ый|ого|ому|ым|ом) год|новогодн", re.IGNORECASE)
AT_WORK = (Meeting, Launch, Delivery, Milestone, Agreement)
"""Kinds that hardly fall on a public holiday. What enters into force, begins or is measured often does."""
ANNIVERSARIES = 5
"""Years that lie a multiple of this apart may both be meant."""


def dated(event: Event) -> Iterator[Problem]:
    """All warnings of this module about one event."""
    for statement in event.history:
        yield from _weekdays(event, statement)
        yield from _far_years(event, statement)
        yield from _disguised_year(event, statement)
        yield from _disguised_years(event, statement)
        yield from _other_year(event, statement)
    yield from _beside(event, event.title, event.when, event.state.last)
    yield from _far_facts(event)


def _weekdays(event: Event, statement: Statement) -> Iterator[Problem]:
    """P010 in the words of its dates and in its quote."""
    published = statement.source.source.published if statement.source else None
    for when in (statement.when, statement.said if statement.said is not published else None):
        for named in wrong_weekdays(when) if when else ():
            yield _weekday(event, statement, named.day, named.weekday, when.text if when else "")
    if statement.when:
        yield from _beside(event, statement.quote, statement.when, statement)


def _beside(event: Event, text: str, when: When, statement: Statement) -> Iterator[Problem]:
    """P010 in running text, of days that are those of `when`; where the year is missing, it is that of `when`."""
    if not text or not has_weekday(text):
        return
    for day in _known_days(when):
        for mention in sorted(mentions(text, day), key=str):
            if mention.weekday not in (None, day.isoweekday()) and mention.year in (None, day.year):
                yield _weekday(event, statement, day, mention.weekday or 0, text)


def _weekday(event: Event, statement: Statement, day: date, stated: int, words: str) -> Problem:
    message = f"'{event.id}': {day} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[stated - 1]}"
    hint = "look at the source: the day, the month, the year or the weekday is another"
    return warning("P010", message, hint, statement.origin, event.origin, words=words)


def _known_days(when: When) -> list[date]:
    """The days of its start and its end, where they are known to the day and beyond doubt."""
    if when.is_approximate or when.is_uncertain:
        return []
    ends = {(when.earliest_start, when.latest_start), (when.earliest_end, when.latest_end)}
    return sorted(first for first, last in ends if first and first == last)


def _far_years(event: Event, statement: Statement) -> Iterator[Problem]:
    """P011 in the dates of a statement."""
    for when in (statement.when, statement.said):
        if when and _is_far(when):
            yield _far(event, when, statement)


def _far_facts(event: Event) -> Iterator[Problem]:
    """P011 in the typed facts of its kind."""
    for fact in event.facts().values():
        if isinstance(fact, When) and _is_far(fact):
            yield _far(event, fact, event.state.last)


def _is_far(when: When) -> bool:
    """The first possible day tells where there is no last one, and the year of neither may be far."""
    return any(day is not None and day.year > LAST_LIKELY_YEAR for day in (when.earliest, when.latest))


def _far(event: Event, when: When, statement: Statement) -> Problem:
    message = f"'{event.id}': a date after the year {LAST_LIKELY_YEAR}, {when}"
    return warning("P011", message, "look at the year", statement.origin, event.origin, words=when.text)


def _disguised_year(event: Event, statement: Statement) -> Iterator[Problem]:
    """P012: `2025-01-01` for "in 2025"; whoever read "1 January" can write it so."""
    when = statement.when
    if when is None or not BARE_NEW_YEAR.fullmatch(when.text) or not isinstance(event, AT_WORK):
        return
    if is_in_force(statement) or _names_new_year(event, statement):
        return
    year = when.text[:4]
    message = f"'{event.id}' is dated 1 January {year}: was the whole year meant?"
    hint = f"if the source says only the year, write 'when: {year}'; if it says the day, 'when: 1 January {year}'"
    yield warning("P012", message, hint, statement.origin, event.origin, words=when.text)


def _disguised_years(event: Event, statement: Statement) -> Iterator[Problem]:
    """P018: `2023-24` is winter 2023 in EDTF, and 2023 to 2024 to those who do not know it."""
    when = statement.when
    found = SEASON.fullmatch(when.text) if when else None
    if when is None or found is None or (int(found[2]) + 1) % 100 != int(found[3]):
        return
    message = f"'{event.id}': {when.text} is a part of {when.text[:4]}: were two years meant?"
    hint = f"of two years write '{found[1]}{found[2]}–{found[1]}{found[3]}'; of one its season or months in words"
    yield warning("P018", message, hint, statement.origin, event.origin, words=when.text)


def _names_new_year(event: Event, statement: Statement) -> bool:
    text = "\n".join(filter(None, (event.title, event.note, statement.quote, statement.reason)))
    return NEW_YEAR.search(text) is not None or bool(mentions(text, date(2000, 1, 1)))


def _other_year(event: Event, statement: Statement) -> Iterator[Problem]:
    """P016: the quote names this very day, but of another year, and no other."""
    when, quote = statement.when, statement.quote
    if not quote or when is None or not when.is_known_day or when.latest is None or str(when.latest.year) in quote:
        return
    years = {mention.year for mention in mentions(quote, when.latest) if mention.year}
    if len(years) == 1 and all((year - when.latest.year) % ANNIVERSARIES for year in years):
        message = f"'{event.id}' is dated {when}, but its quote puts that day in {years.pop()}"
        yield warning("P016", message, "one of the two years is wrong", statement.origin, event.origin, words=when.text)
