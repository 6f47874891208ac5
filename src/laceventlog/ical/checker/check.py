"""The checker: what in a calendar breaks RFC 5545, 7986 or 9253, each with its place and the section broken.

An error breaks what the standard says MUST be, so that readers refuse it, lose it or differ; a warning is what it says
SHOULD be, or what all readers take. What other standards define is left alone. No time zone is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import Problem, did_you_mean
from ..content_lines import Component, Line, Property, parse
from ..rfc_rules import ELSEWHERE, OTHER_COMPONENTS, PROPERTIES, SHAPES
from ..value_syntax import Point
from .components import Look, check_component
from .physical_lines import check_layout
from .properties import check_property, point_of, type_of

HINTED = 20
"""How many unknown names are compared with all known ones."""
RECURRING = ("VEVENT", "VTODO", "VJOURNAL")
Inner = list[tuple[Component, Component | None]]
"""Components, each with the one around it."""


def check_ics(data: bytes, path: str) -> list[Problem]:
    """All problems of a calendar file, in reading order; never raises, whatever the bytes."""
    top, problems = parse(data, path)
    is_closed = all(problem.code != "C003" for problem in problems)
    problems += check_layout(data, path)
    for calendar in top:
        problems += _calendar(calendar, is_closed=is_closed)
    return sorted(problems, key=lambda p: p.sort_key)


def _calendar(calendar: Component, *, is_closed: bool) -> Iterator[Problem]:
    inner = _walk(calendar)
    has_method = calendar.first("METHOD") is not None
    for component, parent in inner:
        for each in component.properties:
            yield from check_property(each)
        yield from check_component(Look(component, parent, has_method=has_method, is_closed=is_closed))
    yield from _zones(inner)
    yield from _twice(inner)
    yield from _exceptions(inner)
    yield from _unknown(inner)
    if calendar.name == "VCALENDAR" and not calendar.children:
        hint = "it holds at least one entry (RFC 5545 §3.6)"
        yield calendar.begin.problem("C022", "a calendar without entries", hint)


def _walk(calendar: Component) -> Inner:
    """A component and all inside it, however deep."""
    found: Inner = [(calendar, None)]
    for component, _ in found:  # grows while it is gone through
        found += [(child, component) for child in component.children]
    return found


def _properties(inner: Inner) -> Iterator[Property]:
    return (each for component, _ in inner for each in component.properties)


# -- time zones


def _zones(inner: Inner) -> Iterator[Problem]:
    """Every TZID that is used is described, once, unless it names a global registry."""
    described = {_plain(tzid.value) for component, _ in inner if (tzid := _tzid(component))}
    used: dict[str, Property] = {}
    for each in _properties(inner):
        zone = each.param("TZID")
        if zone and each.name in PROPERTIES and type_of(each, PROPERTIES[each.name]) != "DATE":
            used.setdefault(zone, each)
    for zone, each in used.items():
        if _plain(zone) not in described and not zone.startswith("/"):
            message = f"no VTIMEZONE describes '{zone}'"
            yield each.param_problem("TZID", "C018", message, "add one, or write the time in UTC (RFC 5545 §3.6.5)")


def _tzid(component: Component) -> Property | None:
    return component.first("TZID") if component.name == "VTIMEZONE" else None


def _plain(zone: str) -> str:
    """A TZID for comparison: as a property it is escaped, as a parameter it is not."""
    return zone.replace("\\", "").casefold()


# -- entries of one calendar


def _twice(inner: Inner) -> Iterator[Problem]:
    """UIDs within one kind of component, but for exceptions to a recurrence; TZIDs of time zones."""
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
            yield each.problem("C020", f"two {component.name} with this {each.name}", hint)


def _exceptions(inner: Inner) -> Iterator[Problem]:
    """A RECURRENCE-ID is of the type of the DTSTART it stands for."""
    series: dict[tuple[str, str], Point | None] = {}
    exceptions: list[tuple[tuple[str, str], Property]] = []
    for component, _ in inner:
        uid, each = component.first("UID"), component.first("RECURRENCE-ID")
        if not uid or component.name not in RECURRING:
            continue
        key = component.name, uid.value
        if each:
            exceptions.append((key, each))
        else:
            series.setdefault(key, point_of(component.first("DTSTART")))
    for key, each in exceptions:
        at, start = point_of(each), series.get(key)
        if at and start and at.differs_from(start):
            hint = f"write both alike ({PROPERTIES['RECURRENCE-ID'].section})"
            yield each.problem("C017", f"RECURRENCE-ID is {at.kind}, DTSTART of the series is {start.kind}", hint)


# -- names


def _unknown(inner: Inner) -> Iterator[Problem]:
    """Names without X- that no standard has, each once; the first ones with what may have been meant."""
    lines: dict[str, Line] = {}
    for component, _ in inner:
        if component.name not in SHAPES and component.name not in OTHER_COMPONENTS:
            lines.setdefault(f"BEGIN:{component.name}", component.begin)
    for each in _properties(inner):
        if each.name not in PROPERTIES and each.name not in ELSEWHERE:
            lines.setdefault(each.name, each.line)
    own = [name for name in lines if not name.removeprefix("BEGIN:").startswith("X-")]
    for number, name in enumerate(own):
        line, (kind, word) = lines[name], _kind(name)
        known = SHAPES if kind == "component" else PROPERTIES
        near = did_you_mean(word, known, "_") if number < HINTED and len(word) < 40 else "_"
        hint = "a name of one's own begins with X- (RFC 5545 §3.8.8.2)" if near == "_" else near
        start = len(name) - len(word)
        yield line.problem("C023", f"no {kind} is called '{word[:40]}'", hint, start, start + len(word))


def _kind(name: str) -> tuple[str, str]:
    return ("component", name[6:]) if name.startswith("BEGIN:") else ("property", name)
