"""The meaning of a date: notation, shape and bounds, in words and for machines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ...dates import When
from ...dates.finding.mentions import wrong_weekdays
from ...text_width import columns
from ..i18n import ENGLISH, Voice

INDENT = 10


def render(when: When, voice: Voice = ENGLISH) -> str:
    """A few lines on the meaning of a date."""
    rows = [(voice.name(name), text) for name, text in _rows(when, voice)]
    room = max(INDENT, 1 + max(columns(name) for name, _ in rows))
    return f"{when}\n" + "".join(f"  {name:<{room}}{text}\n" for name, text in rows)


def _rows(when: When, voice: Voice) -> Iterator[tuple[str, str]]:
    yield "reads as", _sense(when, voice)
    yield from _described(when, voice)
    yield "EDTF", voice.say("no notation") if when.is_unscheduled else when.notation
    if when.is_span:
        otherwise = voice.say("open" if when.is_open_end else "end unknown")
        yield "starts", _between(when.earliest_start, when.latest_start, voice.say("open"), voice)
        yield "ends", _between(when.earliest_end, when.latest_end, otherwise, voice)
    elif when.is_moment and not when.is_known_day:
        yield "earliest", _day(when.earliest, voice)
        yield "latest", _day(when.latest, voice)
    for _, day in wrong_weekdays(when):
        weekday = voice.phrasing.weekday(day.weekday())
        yield "but", voice.say("is a weekday", day=voice.day(day), weekday=weekday)


def _described(when: When, voice: Voice) -> Iterator[tuple[str, str]]:
    """The date in words, if they differ from the text it was read from."""
    words = when.describe(voice.code)
    if words not in (when.notation, when.text) and not when.is_unscheduled:
        yield "in words", words


def _sense(when: When, voice: Voice) -> str:
    if when.is_unscheduled:
        return voice.say("reads undated")
    if when.is_span:
        return voice.say("reads span")
    if when.is_deadline and when.latest:
        return voice.say("reads deadline", day=_next(when.latest, voice))
    if when.is_known_day and when.latest:
        return voice.say("reads day", day=voice.day(when.latest))
    return voice.say("reads window" if when.latest else "reads not before")


def _next(day: date, voice: Voice) -> str:
    return voice.day(date.fromordinal(day.toordinal() + 1)) if day < date.max else voice.say("never")


def _day(day: date | None, voice: Voice) -> str:
    return voice.day(day) if day else voice.say("open")


def _between(first: date | None, last: date | None, otherwise: str, voice: Voice) -> str:
    if first is None and last is None:
        return otherwise
    if first == last:
        return _day(first, voice)
    return f"{_day(first, voice)} – {voice.day(last) if last else otherwise}"


def as_dict(when: When) -> dict[str, Any]:
    """The same as plain values: ISO dates or None."""
    bounds = ("earliest_start", "latest_start", "earliest_end", "latest_end")
    days: dict[str, date | None] = {name: getattr(when, name) for name in bounds}
    return {
        "text": when.text, "shape": str(when.shape), "edtf": when.edtf or None, "zone": when.zone,
        "precision": str(when.precision), **{name: day.isoformat() if day else None for name, day in days.items()},
    }  # fmt: skip
