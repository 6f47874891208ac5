"""Recurring components: each occurrence within some days as an entry of its own (RFC 5545 §3.8.5).

The optional package recurring-ical-events expands the rules. It gives the times; the rest is taken from the component
itself, or from the one that overrides the occurrence.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import attrs

from ...errors import Problem, UsageError
from ..content_lines import Component, Line, Property
from .component import RULES, CalendarEntry
from .timezones import as_bytes

TIMES = ("DTSTART", "DTEND", "DUE", "DURATION", "RECURRENCE-ID")
LONGEST = timedelta(days=366 * 50)
Window = tuple[date, date]


def expanded(entries: list[CalendarEntry], window: Window, problems: list[Problem]) -> tuple[list[CalendarEntry], int]:
    """The entries with recurring ones replaced by their occurrences, and how many have none in these days (inclusive).

    Raises:
        UsageError: the extra is not installed; the days are too many.
    """
    if window[1] - window[0] > LONGEST:
        raise UsageError("--from and --to are more than 50 years apart: a rule may have no end")
    found: list[CalendarEntry] = []
    outside = 0
    for series in _series(entries):
        if not any(entry.repeats for entry in series):
            found.extend(series)
            continue
        occurrences = _occurrences(series, window, problems)
        found.extend(series if occurrences is None else occurrences)
        outside += occurrences == []
    return found, outside


def _series(entries: Iterable[CalendarEntry]) -> list[list[CalendarEntry]]:
    """Entries of one UID, at the place of the first."""
    series: dict[object, list[CalendarEntry]] = {}
    for entry in entries:
        key = (entry.component.name, entry.uid, entry.zones) if entry.uid else entry
        series.setdefault(key, []).append(entry)
    return list(series.values())


def _occurrences(series: list[CalendarEntry], window: Window, problems: list[Problem]) -> list[CalendarEntry] | None:
    """None if the rule cannot be expanded; then the entry itself is kept."""
    base = max((entry for entry in series if not entry.instance), key=lambda entry: entry.version, default=series[0])
    overrides = {entry.instance: entry for entry in sorted(series, key=lambda e: e.version) if entry.instance}
    try:
        times = _times(series, window)
    except UsageError:
        raise
    except Exception as error:  # noqa: BLE001 - the library raises many kinds of errors for a broken rule
        reason = str(error).partition("\n")[0][:80]
        hint = "imported as one event with its rule in the note"
        problems.append(base.component.begin.problem("C053", f"this recurrence cannot be expanded: {reason}", hint))
        return None
    return list(_made(times, base, overrides))


def _times(series: list[CalendarEntry], window: Window) -> list[Any]:
    """The occurrences that recurring-ical-events finds, as components of icalendar."""
    try:
        from recurring_ical_events import of
    except ImportError:
        hint = "pip install 'laceventlog[recurring]', or leave out --from and --to"
        raise UsageError(f"occurrences need the package recurring-ical-events: {hint}") from None
    from icalendar import Calendar

    zones = [*series[0].zones.defined.values()]
    head = Component("VCALENDAR", series[0].component.begin, [], [*zones, *(entry.component for entry in series)])
    _refuse_rules(series)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        calendar: Any = Calendar.from_ical(as_bytes(head))
        errors = [f"{name}: {reason}" for each in calendar.walk() for name, reason in each.errors]
        if errors:
            raise ValueError(errors[0])
        query = of(calendar, components=[series[0].component.name])
        return sorted(query.between(window[0], window[1] + timedelta(days=1)), key=_raw_start)


def _refuse_rules(series: list[CalendarEntry]) -> None:
    """Raise for a text that is not a rule, and for a rule that repeats more often than daily."""
    for rule in (found.value.upper() for entry in series for found in entry.component.all("RRULE")):
        if "FREQ=" not in rule:
            raise ValueError("it has no FREQ")
        if any(f"FREQ={often}" in rule for often in ("SECONDLY", "MINUTELY", "HOURLY")):
            raise ValueError("it repeats more often than daily")


def _raw_start(component: Any) -> str:
    start = component.get("DTSTART") or component.get("DUE")
    return start.to_ical().decode() if start else ""


def _made(times: Iterable[Any], base: CalendarEntry, overrides: dict[str, CalendarEntry]) -> Iterator[CalendarEntry]:
    for component in times:
        instance = _raw(component, "RECURRENCE-ID") or _raw_start(component)
        entry = overrides.get(instance, base)
        kept = [found for found in entry.component.properties if found.name not in (*TIMES, *RULES)]
        new = [_property(name, component, entry.component.begin) for name in TIMES if name in component]
        if "RECURRENCE-ID" not in component:
            new.append(Property("RECURRENCE-ID", {}, instance, entry.component.begin, 0))
        yield attrs.evolve(entry, component=attrs.evolve(entry.component, properties=[*kept, *new]))


def _raw(component: Any, name: str) -> str:
    return component[name].to_ical().decode() if name in component else ""


def _property(name: str, component: Any, begin: Line) -> Property:
    value = component[name]
    params: dict[str, tuple[str, ...]] = {key.upper(): (str(each),) for key, each in value.params.items()}
    raw = value.to_ical().decode()
    return Property(name, params | ({"VALUE": ("DATE",)} if len(raw) == 8 else {}), raw, begin, 0)
