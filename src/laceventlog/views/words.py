"""The words and signs that views share: headings, markers with their ASCII twins, lateness in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ..dates import Precision, When
from ..dates.edtf import MONTHS
from ..reports import Group, Outcome, Rollup, Row, Standing
from ..reports.condition import Condition
from .days import late
from .text import clean, columns, day_text, fit

HEADINGS = {
    Group.OVERDUE: "OVERDUE (its last day has passed, nothing reported)",
    Group.DUE: "WINDOW OPEN (it may already have fallen due)",
    Group.UPCOMING: "AHEAD",
    Group.ONGOING: "ONGOING",
    Group.UNDATED: "NO LAST DAY (never overdue)",
    Group.DONE: "DONE",
    Group.MISSED: "MISSED",
    Group.CANCELLED: "CANCELLED",
}

MARKERS = {
    Group.OVERDUE: "!",
    Group.DUE: "▶",
    Group.UPCOMING: "○",
    Group.ONGOING: "━",
    Group.UNDATED: "·",
    Group.DONE: "●",
    Group.MISSED: "✕",
    Group.CANCELLED: "✕",
}

ASCII = str.maketrans("▶○━·●✕◇◆▒▓◁▷│└┘┄…–—�“”→←≥", '>O-.*xo@=#<>|`\'..--?""><>')
"""Each sign and its ASCII twin, one column for one."""


def heading(whole: str, width: int) -> str:
    """A heading; what it explains in brackets is left out where it does not fit."""
    return whole if columns(whole) <= width else fit(whole.split(" (", maxsplit=1)[0], width)


def marker(row: Row) -> str:
    """The sign of a row's group."""
    return MARKERS[row.group]


def ascii_twin(text: str) -> str:
    """`text` with every sign of ours as ASCII; what a source wrote stays."""
    return text.translate(ASCII)


def lateness(row: Row, today: date) -> str:
    """`19 d`, `305 d left`, `in 53 d`, `12–43 d late`, `may be overdue`: the one thing that matters for the row."""
    standing = row.standing
    if standing.days_overdue:
        return f"{standing.days_overdue[0]} d"
    if standing.days_possible:
        return "may be overdue"
    if row.condition is Condition.UPCOMING and standing.first:
        return f"in {_long((standing.first - today).days)}"
    if row.condition in (Condition.DUE, Condition.ONGOING) and standing.last:
        return f"{_long((standing.last - today).days)} left"
    return outcome_text(standing)


def _long(days: int) -> str:
    """Days; far ahead, where a day more or less means nothing, years."""
    return f"{days} d" if days < 1000 else f"{days / 365.25:.1f} y"


def outcome_text(standing: Standing) -> str:
    """`on time`, `on time?` (it cannot be told), `42 d late`, `38–129 d late`, `3 d early`; empty without a plan."""
    if standing.outcome in (None, Outcome.ON_TIME):
        return str(standing.outcome or "")
    if standing.outcome is Outcome.UNKNOWN:
        return "on time?"
    return late(standing.days_late) if standing.days_late else str(standing.outcome)


def when_text(when: When, width: int) -> str:
    """The words of the source; where they take more than `width` columns, the bounds in short."""
    if when.is_unscheduled and when.text in ("", when.notation):
        return short(when)
    words = clean(str(when))
    return words if columns(words) <= width else short(when)


def short(when: When) -> str:
    """The date in a few columns: `Q1 2023`, `by 31 Dec 2024`, `from 1 Jan 2028`, `21 Jan–10 Feb 2025`."""
    if when.is_unscheduled:
        return "no date"
    if when.is_span:
        return _span(*when.edtf.split("/"))
    unit = UNITS.get(when.precision)
    words = unit(when.earliest, when.edtf) if unit and when.earliest else _days(when.earliest, when.latest)
    return words + (when.edtf[-1] if when.edtf[-1] in "?~%" else "")


def _span(start: str, end: str) -> str:
    """`2023–2030`, `May 2024–Jun 2026`, `since 2019`, `from 2019` (its end is not known), `until 2024`."""
    first, last = (When.from_edtf(part) if part.strip(".") else None for part in (start, end))
    if first is None or last is None:
        return f"until {short(last)}" if last else f"{'since' if end else 'from'} {short(first or When.unscheduled())}"
    if first.is_known_day and last.is_known_day:
        return _days(first.earliest, last.latest)
    return f"{short(first)}–{short(last)}"


UNITS: dict[Precision, Callable[[date, str], str]] = {
    Precision.MONTH: lambda first, _: f"{MONTHS[first.month - 1][:3]} {first.year:04}",
    Precision.QUARTER: lambda first, _: f"Q{first.month // 3 + 1} {first.year:04}",
    Precision.HALF: lambda first, _: f"H{first.month // 6 + 1} {first.year:04}",
    Precision.YEAR: lambda first, _: f"{first.year:04}",
    Precision.DECADE: lambda first, _: f"{first.year // 10 * 10:04}s",
    Precision.SEASON: lambda first, edtf: (
        f"{('spring', 'summer', 'autumn', 'winter')[int(edtf[6]) - 1]} {first.year:04}"
    ),
}
"""How a date is said that is one whole unit."""


def _days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return f"by {day_text(last)}" if last else f"from {day_text(first)}" if first else "no date"
    if first == last:
        return day_text(first)
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12):
        return f"{first.year:04}–{last.year:04}"
    begin = day_text(first)
    if first.year == last.year:
        begin = begin[: -len(" 0000")]
        if first.month == last.month:
            begin = f"{first.day}"
    return f"{begin}–{day_text(last)}"


def window(when: When) -> str:
    """The outer bounds in ISO 8601: `2026-07-01..2026-09-30`, `..2024-12-31`, one day alone."""
    first, last = (day.isoformat() if day else "" for day in (when.earliest, when.latest))
    return first if first == last else f"{first}..{last}"


def heard(row: Row) -> str:
    """`No report since 31 Dec 2024 (Yan Burlyai, paragraph 20)`: silence, which is not lateness."""
    last = row.event.state.last
    known = last.known_from
    who = f" ({last.source})" if last.source else ""
    return f"no report since {day_text(known)}{who}" if known else f"day of the last report not stated{who}"


def stands(row: Row, today: date) -> str:
    """`overdue, 60 d`, `due, 305 d left`, `done`: how it stands, where no heading says so."""
    return ", ".join(filter(None, (str(row.group), lateness(row, today))))


def progress(parts: Rollup) -> str:
    """`3 of 7 done, 1 overdue, 2 due, 1 undated`: how the parts of a whole stand."""
    others = [(group, getattr(parts, group)) for group in Group if group is not Group.DONE]
    return ", ".join([f"{parts.done} of {parts.total} done", *(f"{many} {group}" for group, many in others if many)])


def progress_in_short(parts: Rollup) -> str:
    """`3 of 7 done, 1 overdue`: what is done, and what asks for attention."""
    return f"{parts.done} of {parts.total} done" + (f", {parts.overdue} overdue" if parts.overdue else "")
