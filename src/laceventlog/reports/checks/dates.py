"""Warnings about the wording of dates: wrong weekdays, years far off, whole years written as 1 January.

They compare a date with its own words, and with the quote and title if these name the same day.
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
"""Kinds that hardly ever fall on a public holiday. Entries into force, beginnings and figures often do."""
ANNIVERSARIES = 5
"""Years that are a multiple of this apart may both be meant."""


def check_dates(event: Event) -> Iterator[Problem]:
    """All warnings about the dates of an event."""
    for statement in event.history:
        yield from _weekdays(event, statement)
        yield from _far_years(event, statement)
        yield from _bare_new_year(event, statement)
        yield from _season_or_years(event, statement)
        yield from _other_year(event, statement)
    yield from _weekdays_in(event.title, event, event.when, event.state.last)
    yield from _far_fields(event)


def _weekdays(event: Event, statement: Statement) -> Iterator[Problem]:
    """P010 in the words of a statement's dates and in its quote."""
    published = statement.source.source.published if statement.source else None
    for when in (statement.when, statement.said if statement.said is not published else None):
        for named in wrong_weekdays(when) if when else ():
            yield _weekday(event, statement, named.day, named.weekday, when.text if when else "")
    if statement.when:
        yield from _weekdays_in(statement.quote, event, statement.when, statement)


def _weekdays_in(text: str, event: Event, when: When, statement: Statement) -> Iterator[Problem]:
    """P010 in running text, for mentions of the days of `when`; a missing year is that of `when`."""
    if not text or not has_weekday(text):
        return
    for day in _known_days(when):
        for mention in sorted(mentions(text, day), key=str):
            if mention.weekday not in (None, day.isoweekday()) and mention.year in (None, day.year):
                yield _weekday(event, statement, day, mention.weekday or 0, text)


def _weekday(event: Event, statement: Statement, day: date, stated: int, words: str) -> Problem:
    message = f"'{event.id}': {day} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[stated - 1]}"
    hint = "check day, month, year and weekday in the source"
    return warning("P010", message, hint, statement.origin, event.origin, words=words)


def _known_days(when: When) -> list[date]:
    """Its start and end, if they are known days and not uncertain."""
    if when.is_approximate or when.is_uncertain:
        return []
    ends = {(when.earliest_start, when.latest_start), (when.earliest_end, when.latest_end)}
    return sorted(first for first, last in ends if first and first == last)


def _far_years(event: Event, statement: Statement) -> Iterator[Problem]:
    """P011 in the dates of a statement."""
    for when in (statement.when, statement.said):
        if when and _is_far(when):
            yield _far(event, when, statement)


def _far_fields(event: Event) -> Iterator[Problem]:
    """P011 in the fields of its kind."""
    for value in event.facts().values():
        if isinstance(value, When) and _is_far(value):
            yield _far(event, value, event.state.last)


def _is_far(when: When) -> bool:
    """Whether the first or the last possible day is in a far year."""
    return any(day is not None and day.year > LAST_LIKELY_YEAR for day in (when.earliest, when.latest))


def _far(event: Event, when: When, statement: Statement) -> Problem:
    message = f"'{event.id}': a date after the year {LAST_LIKELY_YEAR}, {when}"
    return warning("P011", message, "check the year", statement.origin, event.origin, words=when.text)


def _bare_new_year(event: Event, statement: Statement) -> Iterator[Problem]:
    """P012: `2025-01-01` for "in 2025"; for the day itself, "1 January 2025" can be written."""
    when = statement.when
    if when is None or not BARE_NEW_YEAR.fullmatch(when.text) or not isinstance(event, AT_WORK):
        return
    if is_in_force(statement) or _names_new_year(event, statement):
        return
    year = when.text[:4]
    message = f"'{event.id}' is dated 1 January {year}: was the whole year meant?"
    hint = f"if the source says only the year, write 'when: {year}'; if it says the day, 'when: 1 January {year}'"
    yield warning("P012", message, hint, statement.origin, event.origin, words=when.text)


def _season_or_years(event: Event, statement: Statement) -> Iterator[Problem]:
    """P018: `2023-24` is winter 2023 in EDTF, but is often meant as 2023 to 2024."""
    when = statement.when
    found = SEASON.fullmatch(when.text) if when else None
    if when is None or found is None or (int(found[2]) + 1) % 100 != int(found[3]):
        return
    message = f"'{event.id}': {when.text} is a part of {when.text[:4]}: were two years meant?"
    hint = f"for two years write '{found[1]}{found[2]}–{found[1]}{found[3]}'; for one, its season or months in words"
    yield warning("P018", message, hint, statement.origin, event.origin, words=when.text)


def _names_new_year(event: Event, statement: Statement) -> bool:
    text = "\n".join(filter(None, (event.title, event.note, statement.quote, statement.reason)))
    return NEW_YEAR.search(text) is not None or bool(mentions(text, date(2000, 1, 1)))


def _other_year(event: Event, statement: Statement) -> Iterator[Problem]:
    """P016: the quote names this day in one other year."""
    when, quote = statement.when, statement.quote
    if not quote or when is None or not when.is_known_day or when.latest is None or str(when.latest.year) in quote:
        return
    years = {mention.year for mention in mentions(quote, when.latest) if mention.year}
    if len(years) == 1 and all((year - when.latest.year) % ANNIVERSARIES for year in years):
        message = f"'{event.id}' is dated {when}, but its quote puts that day in {years.pop()}"
        yield warning("P016", message, "one of the two years is wrong", statement.origin, event.origin, words=when.text)
