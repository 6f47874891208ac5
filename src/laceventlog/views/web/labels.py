"""What page and picture say alike: lateness in whole words, headings, the short date of what is closed."""

from __future__ import annotations

from datetime import date
from functools import cache

import attrs

from ...dates import When
from ...reports import Group, Row
from ...reports.condition import Condition
from ..i18n import Voice
from ..labels import capital, outcome_text, short
from .messages import PHRASES


@cache
def outspoken(voice: Voice) -> Voice:
    """The same voice with the phrases of page and picture."""
    return attrs.evolve(voice, phrases={**voice.phrases, **PHRASES[voice.code]})


def lateness(row: Row, today: date, voice: Voice) -> str:
    """`19–39 days overdue`, `305 days left`, `in 53 days`, `on time`: the one thing that matters for the row."""
    standing = row.standing
    if standing.days_overdue:
        return voice.say("web overdue", standing.days_overdue)
    if standing.days_possible:
        return voice.say("may be overdue")
    if row.condition is Condition.UPCOMING and standing.first:
        return _in_time("web in", (standing.first - today).days, voice)
    if row.condition in (Condition.DUE, Condition.ONGOING) and standing.last:
        days = (standing.last - today).days
        return _in_time("web left", days, voice) if days else voice.say("last day")
    return outcome_text(standing, voice)


def _in_time(phrase: str, days: int, voice: Voice) -> str:
    """Days; far ahead, where a day more or less means nothing, years."""
    return voice.say(f"{phrase}, years", days / 365.25) if days >= 1000 else voice.say(phrase, days)


def note(row: Row, today: date, voice: Voice) -> str:
    """What stands behind the bar: its lateness; of what is closed its date before that, of what has none its date."""
    late = lateness(row, today, voice)
    if late and row.condition is not Condition.CLOSED:
        return late
    return ", ".join(filter(None, (short(row.event.when, voice), late)))


def words(when: When, voice: Voice) -> str:
    """The words of the source; where it is written in notation, the date in a few letters."""
    return str(when) if when.text not in ("", when.notation) else short(when, voice)


def heading(group: Group, voice: Voice) -> tuple[str, str]:
    """The heading of a group, and what explains it."""
    name, _, rest = voice.headings[group].partition(" (")
    return name.capitalize(), rest.removesuffix(")")


def kind(word: str, voice: Voice) -> str:
    """A kind of event; one that users added as they call it."""
    return capital(voice.word(word))


def long_day(day: date, voice: Voice) -> str:
    """`1 March 2025`."""
    return When.from_edtf(day.isoformat()).describe(voice.code)
