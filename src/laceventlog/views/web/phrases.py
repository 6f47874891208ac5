"""All words of the page and the picture that no other view has: one table a language.

A phrase is a template with {places}; where its words follow a number, one template for one and one for others.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import attrs

from ...dates import When
from ...dates.edtf import MONTHS
from ...model.countries import NAMES
from ...reports import Group, Row
from ...reports.condition import Condition
from ..lanes import Nature
from ..words import HEADINGS, outcome_text, short

Number = int | float | tuple[int, int]


@attrs.frozen(eq=False)
class Phrases:
    """One language.

    Attributes:
        code: ISO 639-1.
        table: every phrase; a pair is for one and for other numbers.
    """

    code: str
    table: Mapping[str, str | tuple[str, str]]

    def say(self, phrase: str, number: Number | None = None, **parts: object) -> str:
        """A phrase with its parts; `number` stands at {n} and chooses between one and many.

        Raises:
            KeyError: there is no such phrase, or a part is missing.
        """
        found = self.table[phrase]
        last = number[1] if isinstance(number, tuple) else number
        template = found if isinstance(found, str) else found[0 if last == 1 else 1]
        return template.format(n=_figure(number), **parts)


def _figure(number: Number | None) -> str:
    if isinstance(number, tuple):
        return str(number[0]) if number[0] == number[1] else f"{number[0]}–{number[1]}"
    return f"{number:,}" if isinstance(number, int) else f"{number:.1f}" if number is not None else ""


ENGLISH = Phrases(
    "en",
    MappingProxyType(
        {
            "timeline": "Timeline",
            "as of": "as of {day}",
            "events": ("{n} event", "{n} events"),
            "skip": "Skip to the events",
            "filter": "Filter",
            "filter help": "Several choices in one row widen it; rows narrow each other.",
            "by condition": "Condition",
            "by country": "Country",
            "by kind": "Kind",
            "clear": "Show all",
            "shown": "of {n} events shown",
            "signs": "How to read the bars",
            "today": "Today, {day}",
            "days overdue": ("{n} day overdue", "{n} days overdue"),
            "may be overdue": "may be overdue",
            "in days": ("in {n} day", "in {n} days"),
            "in years": "in {n} years",
            "days left": ("{n} day left", "{n} days left"),
            "years left": "{n} years left",
            "no date": "no date",
            "earlier": "← {when}",
            "later": "{when} →",
            "said first": "What was said",
            "correction": "a correction",
            "sources": "Sources",
            "published": "published {when}",
            "not drawn": "Not drawn: {what}",
            "without a date": "{n} without a date",
            "outside": "{n} outside {first} – {last}",
            "rule overdue": "A thing is overdue when its last possible day has passed and nobody reported an outcome. "
            "The last day itself is not overdue. Silence is not lateness.",
            "rule dates": "No bar claims more than its source: a dot stands only for a known day, a box for all days "
            "on which a thing may fall.",
            "nothing": "No events.",
            "quoted": "“{quote}”",
            Nature.HAPPENED: "happened, on that day",
            Nature.EXPECTED: "expected, on that day",
            Nature.ENDED: "missed or cancelled",
            Nature.DEADLINE: "last day of a “by”",
            Nature.FIRST_PLAN: "first plan, and how far it slipped",
            Nature.MAY_FALL: "may fall on any of these days",
            Nature.GONE: "might have fallen here; gone",
            Nature.PAST: "days past its last day",
            Nature.LASTS: "lasts",
            Nature.SOFT: "may last here too",
            "goes on": "goes on, no end known",
        }
    ),
)


def lateness(row: Row, today: date, voice: Phrases) -> str:
    """`19–39 days overdue`, `305 days left`, `in 53 days`, `on time`: the one thing that matters for the row."""
    standing = row.standing
    if standing.days_overdue:
        return voice.say("days overdue", standing.days_overdue)
    if standing.days_possible:
        return voice.say("may be overdue")
    if row.condition is Condition.UPCOMING and standing.first:
        return _long("in {}", (standing.first - today).days, voice)
    if row.condition in (Condition.DUE, Condition.ONGOING) and standing.last:
        return _long("{} left", (standing.last - today).days, voice)
    return outcome_text(standing)


def _long(phrase: str, days: int, voice: Phrases) -> str:
    """Days; far ahead, where a day more or less means nothing, years."""
    return voice.say(phrase.format("years"), days / 365.25) if days >= 1000 else voice.say(phrase.format("days"), days)


def note(row: Row, today: date, voice: Phrases) -> str:
    """What stands behind the bar: its lateness; of what is closed its date before that, of what has none its date."""
    late = lateness(row, today, voice)
    if late and row.condition is not Condition.CLOSED:
        return late
    return ", ".join(filter(None, (date_text(row.event.when, voice), late)))


def date_text(when: When, _: Phrases) -> str:
    """The date in a few letters: `Q1 2023`, `by 31 Dec 2024`."""
    return short(when)


def words(when: When, voice: Phrases) -> str:
    """The words of the source; where it is written in notation, the date in a few letters."""
    return str(when) if when.text not in ("", when.notation) else date_text(when, voice)


def heading(group: Group, _: Phrases) -> tuple[str, str]:
    """The heading of a group, and what explains it."""
    name, _bracket, rest = HEADINGS[group].partition(" (")
    return name.capitalize(), rest.removesuffix(")")


def country(code: str, _: Phrases) -> str:
    """The name of a country; outside the home domain its code."""
    return NAMES.get(code, code)


def kind(word: str, _: Phrases) -> str:
    """A kind of event."""
    return word.replace("-", " ").replace("_", " ").capitalize()


def long_day(day: date, _: Phrases) -> str:
    """`1 March 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04}"
