"""The checker: violations of RFC 5545, 7986 and 9253 in a calendar, each with its place and the section.

An error violates a MUST, so readers refuse the value, lose it or differ; a warning violates a SHOULD, or is something
that all readers accept. Anything that other standards define is left alone. No time zone is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import Problem, did_you_mean
from ..content_lines import Component, Line, Property, parse
from ..rfc_rules import COMPONENTS, OTHER_COMPONENTS, OTHER_PROPERTIES, PROPERTIES
from ..values import Moment
from .components import ComponentCheck
from .physical_lines import check_physical_lines
from .properties import check_property, moment_of, type_of

HINTED = 20
"""How many unknown names are compared with all known ones for a hint."""
RECURRING = ("VEVENT", "VTODO", "VJOURNAL")
Nested = list[tuple[Component, Component | None]]
"""Components, each with the one around it."""


def check(data: bytes, path: str = "<ics>") -> list[Problem]:
    """The violations of RFC 5545, 7986 and 9253 in a calendar, in reading order; never raises.

    Each problem names the section in its hint; docs/errors.md shows every code. C005 and C021 to C023 are warnings.

    Args:
        data: the file; several calendars may follow each other.
        path: the name of the file in problems.
    """
    top, problems = parse(data, path)
    is_closed = all(problem.code != "C003" for problem in problems)
    problems += check_physical_lines(data, path)
    for calendar in top:
        problems += _calendar(calendar, is_closed=is_closed)
    return sorted(problems, key=lambda p: p.sort_key)


def _calendar(calendar: Component, *, is_closed: bool) -> Iterator[Problem]:
    inner = _walk(calendar)
    has_method = calendar.first("METHOD") is not None
    for component, parent in inner:
        for each in component.properties:
            yield from check_property(each)
        yield from ComponentCheck(component, parent, has_method=has_method, is_closed=is_closed).problems()
    yield from _zones(inner)
    yield from _duplicates(inner)
    yield from _exceptions(inner)
    yield from _unknown(inner)
    if calendar.name == "VCALENDAR" and not calendar.children:
        hint = "it needs at least one component (RFC 5545 §3.6)"
        yield calendar.begin.problem("C022", "a calendar without entries", hint)


def _walk(calendar: Component) -> Nested:
    """A component and all inside it, however deep."""
    found: Nested = [(calendar, None)]
    for component, _ in found:  # the list grows while it is walked
        found += [(child, component) for child in component.children]
    return found


def _properties(inner: Nested) -> Iterator[Property]:
    return (each for component, _ in inner for each in component.properties)


# -- time zones


def _zones(inner: Nested) -> Iterator[Problem]:
    """Every TZID that is used has a VTIMEZONE, unless it names a global registry."""
    described = {_plain(tzid.value) for component, _ in inner if (tzid := _tzid(component))}
    used: dict[str, Property] = {}
    for each in _properties(inner):
        zone = each.param("TZID")
        if zone and each.name in PROPERTIES and type_of(each, PROPERTIES[each.name]) != "DATE":
            used.setdefault(zone, each)
    for zone, each in used.items():
        if _plain(zone) not in described and not zone.startswith("/"):
            message = f"no VTIMEZONE for '{zone}'"
            yield each.param_problem("TZID", "C018", message, "add one, or write the time in UTC (RFC 5545 §3.6.5)")


def _tzid(component: Component) -> Property | None:
    return component.first("TZID") if component.name == "VTIMEZONE" else None


def _plain(zone: str) -> str:
    """A TZID for comparison: as a property it is escaped, as a parameter it is not."""
    return zone.replace("\\", "").casefold()


# -- entries of one calendar


def _duplicates(inner: Nested) -> Iterator[Problem]:
    """UIDs are unique among components of one kind and occurrence, TZIDs among time zones."""
    first: dict[tuple[str, ...], Property] = {}
    for component, _ in inner:
        each = _tzid(component) or (component.first("UID") if component.name in RECURRING else None)
        if not each or not each.value:
            continue
        exception = component.first("RECURRENCE-ID")
        key = (component.name, each.value, exception.value if exception else "")
        before = first.setdefault(key, each)
        if before is not each:
            hint = f"the first is in line {before.line.number} ({PROPERTIES[each.name].section})"
            yield each.problem("C020", f"another {component.name} has this {each.name}", hint)


def _exceptions(inner: Nested) -> Iterator[Problem]:
    """A RECURRENCE-ID is of the type of the DTSTART of its series."""
    entries = [(component, component.first("RECURRENCE-ID")) for component, _ in inner if component.name in RECURRING]
    series: dict[tuple[str, str], Moment | None] = {}
    for component, exception in entries:
        if exception is None:
            series.setdefault(_series(component), moment_of(component.first("DTSTART")))
    for component, exception in entries:
        at, start = moment_of(exception), series.get(_series(component))
        if exception and component.first("UID") and at and start and at.differs_from(start):
            hint = f"use one type for both ({PROPERTIES['RECURRENCE-ID'].section})"
            message = f"RECURRENCE-ID is {at.kind}, DTSTART of the series is {start.kind}"
            yield exception.problem("C017", message, hint)


def _series(component: Component) -> tuple[str, str]:
    uid = component.first("UID")
    return component.name, uid.value if uid else ""


# -- names


def _unknown(inner: Nested) -> Iterator[Problem]:
    """Names without X- that no standard has, each once; the first ones with a suggestion."""
    found: dict[tuple[str, str], Line] = {}
    for component, _ in inner:
        if component.name not in COMPONENTS and component.name not in OTHER_COMPONENTS:
            found.setdefault(("component", component.name), component.begin)
    for each in _properties(inner):
        if each.name not in PROPERTIES and each.name not in OTHER_PROPERTIES:
            found.setdefault(("property", each.name), each.line)
    unknown = [(kind, name, line) for (kind, name), line in found.items() if not name.startswith("X-")]
    for number, (kind, name, line) in enumerate(unknown):
        known, start = (COMPONENTS, len("BEGIN:")) if kind == "component" else (PROPERTIES, 0)
        near = did_you_mean(name, known, "_") if number < HINTED and len(name) < 40 else "_"
        hint = "names outside the standards begin with X- (RFC 5545 §3.8.8.2)" if near == "_" else near
        yield line.problem("C023", f"unknown {kind} '{name[:40]}'", hint, start, start + len(name))
