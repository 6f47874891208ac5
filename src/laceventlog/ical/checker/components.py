"""Problems of one component: missing, repeated and misplaced properties, and contradictions between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from ...errors import Problem
from .. import rfc_rules as rfc
from ..content_lines import Component, Property
from ..values import moment_or_none, quoted
from . import recurrence_rules
from .properties import moment_of, type_of

OBSERVANCES = ("STANDARD", "DAYLIGHT")


class ComponentCheck:
    """The check of one component in its calendar, beyond its properties one by one.

    Args:
        component: the component.
        parent: the component around it.
        has_method: whether the calendar is an iTIP message, in which an event may lack its DTSTART.
        is_closed: whether every component of the file is closed, so that none is inside another by accident.
    """

    def __init__(self, component: Component, parent: Component | None, *, has_method: bool, is_closed: bool) -> None:
        """Sort the properties by name once: every rule asks for some."""
        self.component, self.parent, self.has_method, self.is_closed = component, parent, has_method, is_closed
        self.name = component.name
        self.by_name: defaultdict[str, list[Property]] = defaultdict(list)
        for each in component.properties:
            self.by_name[each.name].append(each)

    def problems(self) -> Iterator[Problem]:
        """Every problem; none if no rule for such components is known."""
        rule = rfc.COMPONENTS.get(self.name)
        if rule is None:
            return iter(())
        return chain(
            self._place(rule), self._missing(rule), self._repeated(rule), self._misplaced(rule), self._companions(),
            self._status(), self._end(), self._duration(), self._until(), self._clock_parts(), self._zone(),
            self._trigger(),
        )  # fmt: skip

    def _first(self, name: str) -> Property | None:
        return self.by_name[name][0] if name in self.by_name else None

    # -- which properties

    def _place(self, rule: rfc.ComponentRule) -> Iterator[Problem]:
        """A component is inside one of its parents; other standards may put it elsewhere."""
        inside = self.parent.name if self.parent else ""
        if inside in rule.parents or (inside and inside not in rfc.COMPONENTS) or not self.is_closed:
            return
        where = f"inside {inside}" if inside else "outside every calendar"
        home = f"it belongs in {' or '.join(sorted(rule.parents))}" if any(rule.parents) else "it is the outermost"
        yield self.component.begin.problem("C003", f"{self.name} {where}", f"{home} ({rule.section})")

    def _missing(self, rule: rfc.ComponentRule) -> Iterator[Problem]:
        needed = rule.needed | ({"DTSTART"} if self.name == "VEVENT" and not self.has_method else set())
        missing = [name for name in sorted(needed) if name not in self.by_name]
        if self.name == "VTIMEZONE" and not any(child.name in OBSERVANCES for child in self.component.children):
            missing.append("STANDARD or DAYLIGHT")
        action = self._first("ACTION")
        if self.name == "VALARM" and action:
            names = rfc.ALARMS.get(action.value.upper(), ())
            missing += [f"{name} for ACTION:{action.value}" for name in names if name not in self.by_name]
        for what in missing:
            hint = f"it needs one ({rule.section})"
            yield self.component.begin.problem("C007", f"{self.name} without {what}", hint)

    def _repeated(self, rule: rfc.ComponentRule) -> Iterator[Problem]:
        for name, found in self.by_name.items():
            if name in rule.single and len(found) > 1:
                hint = f"keep one; the first is in line {found[0].line.number} ({rule.section})"
                yield found[1].named_problem("C008", f"repeated {name} in {self.name}", hint)

    def _misplaced(self, rule: rfc.ComponentRule) -> Iterator[Problem]:
        for name, found in self.by_name.items():
            if name in rfc.PLACED_PROPERTIES and name not in rule.allowed:
                homes = [other for other, each in rfc.COMPONENTS.items() if name in each.allowed]
                hint = f"it belongs in {' or '.join(homes)} ({rfc.PROPERTIES[name].section})"
                yield found[0].named_problem("C009", f"{name} is not allowed in {self.name}", hint)

    # -- which together

    def _companions(self) -> Iterator[Problem]:
        for component, one, other in rfc.EXCLUDE:
            found = self._first(other)
            if self.name == component and found and one in self.by_name:
                hint = f"keep one ({rfc.COMPONENTS[component].section})"
                yield found.named_problem("C010", f"{one} and {other} exclude each other", hint)
        for component, one, other, section in rfc.REQUIRE:
            found = self._first(one)
            if self.name == component and found and other not in self.by_name:
                yield found.named_problem("C010", f"{one} without {other}", f"it needs {other} ({section})")

    def _status(self) -> Iterator[Problem]:
        status, words = self._first("STATUS"), rfc.STATUSES.get(self.name)
        if status and words and status.value.upper() not in words:
            hint = f"use one of {', '.join(words)} (RFC 5545 §3.8.1.11)"
            yield status.problem("C014", f"{quoted(status.value)} is not a STATUS of {self.name}", hint)

    # -- dates compared

    def _end(self) -> Iterator[Problem]:
        """An end is of the type of its start, floats if that floats, and is after it."""
        name = rfc.ENDS.get(self.name, "")
        found, start, end = self._first(name), moment_of(self._first("DTSTART")), moment_of(self._first(name))
        if not (found and start and end):
            return
        section = rfc.PROPERTIES[name].section
        if end.differs_from(start):
            hint = f"use one type for both ({section})"
            yield found.problem("C017", f"{name} is {end.kind}, DTSTART is {start.kind}", hint)
        elif end.is_surely_by(start):
            how = "equal to" if end == start else "before"
            day = "; it is exclusive, so a single day ends on the next" if end.is_date else ""
            yield found.problem("C016", f"{name} is {how} DTSTART", f"it must be later{day} ({section})")

    def _duration(self) -> Iterator[Problem]:
        start, found = moment_of(self._first("DTSTART")), self._first("DURATION")
        if start and start.is_date and found and self.name in rfc.ENDS and "T" in found.value.upper():
            hint = "use days or weeks: P1D (RFC 5545 §3.8.2.5)"
            yield found.problem("C017", "a DURATION with a time, where DTSTART is a DATE", hint)

    def _until(self) -> Iterator[Problem]:
        """UNTIL is of the type of DTSTART, and in UTC unless that floats."""
        start, rule = moment_of(self._first("DTSTART")), self._first("RRULE")
        text = recurrence_rules.parts_of(rule.value).get("UNTIL", "") if rule else ""
        until = moment_or_none(text)
        if not (rule and start and until):
            return
        at = rule.value.upper().find(text)
        place = (at, at + len(text))
        hint = "use the type of DTSTART, in UTC unless that floats (RFC 5545 §3.3.10)"
        if until.is_date != start.is_date:
            kind = "a DATE" if until.is_date else "a DATE-TIME"
            yield rule.problem("C017", f"UNTIL is {kind}, DTSTART is {start.kind}", hint, *place)
        elif not until.is_date and not until.is_utc and (start.zone or self.name in OBSERVANCES):
            yield rule.problem("C015", f"UNTIL {quoted(text)} is not in UTC", hint, *place)

    def _clock_parts(self) -> Iterator[Problem]:
        start, rule = moment_of(self._first("DTSTART")), self._first("RRULE")
        if not (start and start.is_date and rule):
            return
        parts = recurrence_rules.parts_of(rule.value)
        found = next((part for part in recurrence_rules.CLOCK_PARTS if part in parts), "")
        if found:
            yield rule.problem("C019", f"{found}, where DTSTART is a DATE", "remove it (RFC 5545 §3.3.10)")

    def _zone(self) -> Iterator[Problem]:
        """Busy times are in UTC, the onset of an observance is local."""
        in_utc = self.name == "VFREEBUSY"
        if not in_utc and self.name not in OBSERVANCES:
            return
        for found in filter(None, map(self._first, ("DTSTART", "DTEND") if in_utc else ("DTSTART",))):
            moment = moment_of(found)
            if moment and (moment.is_date or moment.zone != ("UTC" if in_utc else "")):
                form = "in UTC" if in_utc else "local, without TZID and Z"
                hint = f"write it {form} ({rfc.PROPERTIES[found.name].section})"
                yield found.problem("C015", f"{found.name} of {self.name} is {moment.kind}", hint)

    def _trigger(self) -> Iterator[Problem]:
        """An alarm counts from a start or an end that is there."""
        found, parent = self._first("TRIGGER"), self.parent
        if self.name != "VALARM" or not found or not parent or parent.name not in ("VEVENT", "VTODO"):
            return
        if type_of(found, rfc.PROPERTIES["TRIGGER"]) != "DURATION":
            return
        names = {each.name for each in parent.properties}
        is_end = (found.param("RELATED") or "").upper() == "END"
        has_end = {rfc.ENDS[parent.name]} <= names or {"DTSTART", "DURATION"} <= names
        if has_end if is_end else "DTSTART" in names or (parent.name == "VEVENT" and not self.has_method):
            return  # an event without DTSTART is a problem of its own
        needed = f"{rfc.ENDS[parent.name]}, or DTSTART and DURATION" if is_end else "DTSTART"
        message = f"an alarm before the {'end' if is_end else 'start'} of a {parent.name} without {needed}"
        yield found.named_problem("C010", message, "add it, or use a TRIGGER at a fixed time (RFC 5545 §3.8.6.3)")
