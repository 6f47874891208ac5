"""How a phrase is read: its notation, its shape and its bounds, for people."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..dates import When
from ..dates.named import WEEKDAYS, wrong_weekdays
from .text import day_text


def render(when: When) -> str:
    """A few lines on what a phrase means."""
    rows = [("reads as", _sense(when)), ("EDTF", when.notation if not when.is_unscheduled else "none")]
    if when.is_span:
        rows += [
            ("starts", _between(when.earliest_start, when.latest_start, "open")),
            ("ends", _between(when.earliest_end, when.latest_end, "open" if when.is_open_end else "unknown")),
        ]
    elif when.is_moment and not when.is_known_day:
        rows += [("earliest", _day(when.earliest)), ("latest", _day(when.latest))]
    rows += [("but", f"{day_text(day)} is a {WEEKDAYS[day.weekday()]}") for _, day in wrong_weekdays(when)]
    return f"{when}\n" + "".join(f"  {name:<10}{text}\n" for name, text in rows)


def _sense(when: When) -> str:
    if when.is_unscheduled:
        return "no date yet"
    if when.is_span:
        return "a span: it lasts"
    if when.is_deadline and when.latest:
        return f"a deadline: overdue from {_next(when.latest)}"
    if when.is_known_day and when.latest:
        return f"a moment on {day_text(when.latest)}"
    return "a moment, some day between two bounds" if when.latest else "a moment, not before its first day"


def _next(day: date) -> str:
    return day_text(date.fromordinal(day.toordinal() + 1)) if day < date.max else "never"


def _day(day: date | None) -> str:
    return day_text(day) if day else "open"


def _between(first: date | None, last: date | None, otherwise: str) -> str:
    if first is None and last is None:
        return otherwise
    if first == last:
        return _day(first)
    return f"{_day(first)} – {_day(last) if last else otherwise}"


def as_dict(when: When) -> dict[str, Any]:
    """The same for machines: ISO dates or None."""
    bounds = ("earliest_start", "latest_start", "earliest_end", "latest_end")
    days: dict[str, date | None] = {name: getattr(when, name) for name in bounds}
    return {
        "text": when.text, "shape": str(when.shape), "edtf": when.edtf or None, "zone": when.zone,
        "precision": str(when.precision), **{name: day.isoformat() if day else None for name, day in days.items()},
    }  # fmt: skip
