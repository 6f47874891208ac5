"""What is wrong with one component: properties lacking, repeated, out of place, and those that do not fit together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from ...errors import Problem
from ..content_lines import Component, Property
from ..rfc_rules import ALARMS, ENDS, EXCLUDE, PLACED, PROPERTIES, SHAPES, STATUSES, WANT, Shape
from ..value_syntax import date_fault, date_time_fault, is_utc, shown
from . import recurrence_rules
from .properties import point_of, type_of

OBSERVANCES = ("STANDARD", "DAYLIGHT")


class Look:
    """A component with its surroundings, and its properties by name."""

    def __init__(self, component: Component, parent: Component | None, *, has_method: bool, is_closed: bool) -> None:
        """Sort the properties by name once, for every rule asks for some.

        `has_method`: the calendar is a message. `is_closed`: every component of the file is closed, so that what
        stands inside what is no accident.
        """
        self.component, self.parent, self.has_method, self.is_closed = component, parent, has_method, is_closed
        self.name = component.name
        self.by_name: defaultdict[str, list[Property]] = defaultdict(list)
        for each in component.properties:
            self.by_name[each.name].append(each)

    def first(self, name: str) -> Property | None:
        """The first property of that name."""
        return self.by_name[name][0] if name in self.by_name else None

    def lacks(self, what: str, section: str) -> Problem:
        """That something needed is missing, said where the component begins."""
        message, hint = f"{self.name} without {what}", f"it needs one ({section})"
        return self.component.begin.problem("C007", message, hint)


def check_component(look: Look) -> Iterator[Problem]:
    """Everything wrong with a component whose shape is known, beyond its properties one by one."""
    shape = SHAPES.get(look.name)
    if shape:
        yield from _place(look, shape)
        yield from _needed(look, shape)
        yield from _single(look, shape)
        yield from _misplaced(look, shape)
        for rule in RULES:
            yield from rule(look)


# -- which properties


def _place(look: Look, shape: Shape) -> Iterator[Problem]:
    """A component stands in one of its parents; what other standards put where is theirs to say."""
    inside = look.parent.name if look.parent else ""
    if inside in shape.parents or (inside and inside not in SHAPES) or not look.is_closed:
        return
    where = f"inside {inside}" if inside else "outside every calendar"
    belongs = f"it belongs into {' or '.join(sorted(shape.parents))}" if any(shape.parents) else "it is the outermost"
    yield look.component.begin.problem("C003", f"{look.name} {where}", f"{belongs} ({shape.section})")


def _needed(look: Look, shape: Shape) -> Iterator[Problem]:
    needed = set(shape.needed)
    if look.name == "VEVENT" and not look.has_method:
        needed.add("DTSTART")
    yield from (look.lacks(name, shape.section) for name in sorted(needed) if name not in look.by_name)
    if look.name == "VTIMEZONE" and not any(child.name in OBSERVANCES for child in look.component.children):
        yield look.lacks("STANDARD or DAYLIGHT", shape.section)
    action = look.first("ACTION")
    if look.name == "VALARM" and action:
        wanted = ALARMS.get(action.value.upper(), ())
        yield from (
            look.lacks(f"{name} for ACTION:{action.value}", shape.section)
            for name in wanted
            if name not in look.by_name
        )


def _single(look: Look, shape: Shape) -> Iterator[Problem]:
    for name, found in look.by_name.items():
        if name in shape.single and len(found) > 1:
            hint = f"keep one; the first is in line {found[0].line.number} ({shape.section})"
            yield found[1].named_problem("C008", f"{name} stands twice in {look.name}", hint)


def _misplaced(look: Look, shape: Shape) -> Iterator[Problem]:
    for name, found in look.by_name.items():
        if name in PLACED and name not in shape.allowed:
            homes = [other for other, each in SHAPES.items() if name in each.allowed]
            hint = f"it belongs into {' or '.join(homes)} ({PROPERTIES[name].section})"
            yield found[0].named_problem("C009", f"{look.name} takes no {name}", hint)


# -- which together


def _together(look: Look) -> Iterator[Problem]:
    for component, one, other in EXCLUDE:
        found = look.first(other)
        if look.name == component and found and look.first(one):
            hint = f"keep one ({SHAPES[component].section})"
            yield found.named_problem("C010", f"{one} and {other} exclude each other", hint)
    for component, one, other, section in WANT:
        found = look.first(one)
        if look.name == component and found and not look.first(other):
            yield found.named_problem("C010", f"{one} without {other}", f"it wants {other} beside it ({section})")


def _status(look: Look) -> Iterator[Problem]:
    status, words = look.first("STATUS"), STATUSES.get(look.name)
    if status and words and status.value.upper() not in words:
        hint = f"it is one of {', '.join(words)} (RFC 5545 §3.8.1.11)"
        yield status.problem("C014", f"STATUS of {look.name} takes no {shown(status.value)}", hint)


# -- dates beside each other


def _end(look: Look) -> Iterator[Problem]:
    """An end is of the type of its start, floats if that floats, and lies after it."""
    name = ENDS.get(look.name, "")
    found, start, end = look.first(name), point_of(look.first("DTSTART")), point_of(look.first(name))
    if not (found and start and end):
        return
    section = PROPERTIES[name].section
    if end.differs_from(start):
        yield found.problem("C017", f"{name} is {end.kind}, DTSTART is {start.kind}", f"write both alike ({section})")
    elif end.is_surely_by(start):
        how = "equal to" if end == start else "before"
        day = "; the end is exclusive: that of one day is the next day" if end.is_day else ""
        yield found.problem("C016", f"{name} is {how} DTSTART", f"it lies after it{day} ({section})")


def _duration(look: Look) -> Iterator[Problem]:
    start, found = point_of(look.first("DTSTART")), look.first("DURATION")
    if start and start.is_day and found and look.name in ENDS and "T" in found.value.upper():
        hint = "with a DATE it is in days or weeks: P1D (RFC 5545 §3.8.2.5)"
        yield found.problem("C017", "a DURATION with hours after a DTSTART without", hint)


def _until(look: Look) -> Iterator[Problem]:
    """UNTIL is of the type of DTSTART, and in UTC unless that floats."""
    start, rule = point_of(look.first("DTSTART")), look.first("RRULE")
    until = recurrence_rules.parts_of(rule.value).get("UNTIL", "") if rule else ""
    if not (rule and start) or (date_fault(until) and date_time_fault(until)):
        return
    is_day = not date_fault(until)
    wants_utc = bool(start.zone) or look.name in OBSERVANCES
    at = rule.value.upper().find(until)
    place = (at, at + len(until))
    hint = "it is of the type of DTSTART, in UTC unless that floats (RFC 5545 §3.3.10)"
    if is_day != start.is_day:
        kind = "a DATE" if is_day else "a DATE-TIME"
        yield rule.problem("C017", f"UNTIL is {kind}, DTSTART is {start.kind}", hint, *place)
    elif not is_day and wants_utc and not is_utc(until):
        yield rule.problem("C015", f"UNTIL {shown(until)} is not in UTC", hint, *place)


def _clock_parts(look: Look) -> Iterator[Problem]:
    start, rule = point_of(look.first("DTSTART")), look.first("RRULE")
    if not (start and start.is_day and rule):
        return
    found = next((part for part in recurrence_rules.CLOCK_PARTS if part in recurrence_rules.parts_of(rule.value)), "")
    if found:
        yield rule.problem("C019", f"{found} with a DTSTART without a time", "leave it out (RFC 5545 §3.3.10)")


def _clock(look: Look) -> Iterator[Problem]:
    """Busy times are in UTC, the onset of an observance is local."""
    wants_utc, names = look.name == "VFREEBUSY", ("DTSTART", "DTEND") if look.name == "VFREEBUSY" else ("DTSTART",)
    if not wants_utc and look.name not in OBSERVANCES:
        return
    for found in filter(None, map(look.first, names)):
        at = point_of(found)
        if at and (at.is_day or (at.zone == "UTC") != wants_utc or (at.zone and not wants_utc)):
            wanted = "in UTC" if wants_utc else "local, without TZID and Z"
            hint = f"write it {wanted} ({PROPERTIES[found.name].section})"
            yield found.problem("C015", f"{found.name} of {look.name} is {at.kind}", hint)


def _trigger(look: Look) -> Iterator[Problem]:
    """An alarm counts from a start or an end that is there."""
    found, parent = look.first("TRIGGER"), look.parent
    if look.name != "VALARM" or not found or not parent or parent.name not in ("VEVENT", "VTODO"):
        return
    if type_of(found, PROPERTIES["TRIGGER"]) != "DURATION":
        return
    names = {each.name for each in parent.properties}
    is_end = (found.param("RELATED") or "").upper() == "END"
    ends = {ENDS[parent.name]} <= names or {"DTSTART", "DURATION"} <= names
    if ends if is_end else "DTSTART" in names or (parent.name == "VEVENT" and not look.has_method):
        return  # that an event lacks DTSTART has been said of the event
    wanted = f"{ENDS[parent.name]}, or DTSTART and DURATION" if is_end else "DTSTART"
    message = f"an alarm before the {'end' if is_end else 'start'} of a {parent.name} without {wanted}"
    yield found.named_problem("C010", message, "give it one, or a TRIGGER at a fixed time (RFC 5545 §3.8.6.3)")


RULES: tuple[Callable[[Look], Iterator[Problem]], ...] = (
    _together, _status, _end, _duration, _until, _clock_parts, _clock, _trigger,
)  # fmt: skip
