"""Problems of one property by itself: its parameters, its value type, its value."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ...errors import Problem
from ..content_lines import Property
from ..encoding import CONTROL
from ..rfc_rules import PARAMETERS, PROPERTIES, REQUIRED_PARAMETERS, UTC, ParameterRule, PropertyRule
from ..values import LARGEST, TYPES, Moment, integer, is_utc, moment_or_none, quoted, text_fault
from . import recurrence_rules

MOST = 5
"""How many faults of one recurrence rule are reported: each shows its whole line."""
DATED = ("DATE", "DATE-TIME", "DURATION", "PERIOD")
"""Types that can be told apart by their values."""


def check_property(each: Property) -> Iterator[Problem]:
    """Every problem of a known property; of any other only control characters."""
    control = CONTROL.search(each.line.text)
    if control:
        code_point = f"U+{ord(control[0]):04X}"
        hint = "remove it; a line break in a text is \\n (RFC 5545 §3.1)"
        yield each.line.problem("C006", f"the control character {code_point}", hint, control.start(), control.end())
    rule = PROPERTIES.get(each.name)
    if rule is None:
        return
    yield from _parameters(each)
    type_ = type_of(each, rule)
    if type_ not in rule.types or (rule.stated and each.param("VALUE") is None):
        yield _type_problem(each, rule)
    elif not (control and type_ == "TEXT"):
        yield from _values(each, rule, type_)


def type_of(each: Property, rule: PropertyRule) -> str:
    """The value type that VALUE states, else the default; base 64 can only be binary."""
    if not each.params:
        return rule.types[0]
    is_base64 = (each.param("ENCODING") or "").upper() == "BASE64" and "BINARY" in rule.types
    return (each.param("VALUE") or ("BINARY" if is_base64 else rule.types[0])).upper()


def moment_of(each: Property | None) -> Moment | None:
    """The date or time of a property with one value; None if it cannot be read."""
    if each is None:
        return None
    type_ = type_of(each, PROPERTIES[each.name])
    return moment_or_none(each.value, type_, each.param("TZID") or "")


def _type_problem(each: Property, rule: PropertyRule) -> Problem:
    stated = each.param("VALUE")
    if stated is None:
        hint = f"write {each.name};VALUE={rule.types[0]}:… ({rule.section})"
        return each.named_problem("C012", f"{each.name} without VALUE", hint)
    hint = f"use {' or '.join(rule.types)} ({rule.section})"
    return each.param_problem("VALUE", "C012", f"{quoted(stated)} is not a value type of {each.name}", hint)


# -- parameters


def _parameters(each: Property) -> Iterator[Problem]:
    for name, values in each.params.items():
        rule = PARAMETERS.get(name)
        reason, hint = _parameter_fault(name, values, rule) if rule else ("", "")
        if rule and reason:
            yield each.param_problem(name, "C011", reason, f"{hint} ({rule.section})")
    required = REQUIRED_PARAMETERS.get(each.name)
    if required and required not in each.params:
        hint = f"state the relation: {each.name};{required}=describedby;… ({PROPERTIES[each.name].section})"
        yield each.named_problem("C011", f"{each.name} without {required}", hint)
    if each.params:
        yield from _zone(each)
        yield from _encoding(each)


def _parameter_fault(name: str, values: tuple[str, ...], rule: ParameterRule) -> tuple[str, str]:
    """The fault of a parameter and its remedy, or two empty texts."""
    if len(values) > 1 and not rule.many:
        return f"{name} with {len(values)} values", "it has one value; quote a value with a comma"
    if not values[0] and not rule.may_be_empty:
        return f"{name} without a value", "remove it, or give it a value"
    if rule.words and values[0].upper() not in rule.words:
        return f"{quoted(values[0])} is not a value of {name}", f"use {' or '.join(rule.words)}"
    fault, form = TYPES[rule.form or "UID"]
    reason = fault(values[0])
    return (f"{name}: {quoted(values[0])} {reason}", form.partition(" (")[0]) if reason else ("", "")


def _zone(each: Property) -> Iterator[Problem]:
    """TZID is for local times alone."""
    if not each.param("TZID"):
        return
    type_ = type_of(each, PROPERTIES[each.name])
    what = "a DATE" if type_ == "DATE" else "a time in UTC" if is_utc(each.value) and type_ == "DATE-TIME" else ""
    if what:
        yield each.param_problem("TZID", "C011", f"TZID with {what}", "remove TZID (RFC 5545 §3.2.19)")


def _encoding(each: Property) -> Iterator[Problem]:
    """Binary data need both VALUE=BINARY and ENCODING=BASE64."""
    is_base64 = (each.param("ENCODING") or "").upper() == "BASE64"
    is_binary = (each.param("VALUE") or "").upper() == "BINARY"
    if is_base64 != is_binary:
        lacking = "ENCODING=BASE64" if is_binary else "VALUE=BINARY"
        present = "VALUE" if is_binary else "ENCODING"
        hint = f"write {each.name};VALUE=BINARY;ENCODING=BASE64:… (RFC 5545 §3.3.1)"
        yield each.param_problem(present, "C011", f"{each.name} without {lacking}", hint)


# -- values


def _values(each: Property, rule: PropertyRule, type_: str) -> Iterator[Problem]:
    if type_ == "RECUR":
        for start, end, reason, hint in islice(recurrence_rules.faults(each.value), MOST):
            yield each.problem("C019", reason, f"{hint} (RFC 5545 §3.3.10)".lstrip(), start, end)
    elif type_ == "TEXT" and not rule.form:
        yield from _text(each, rule)
    else:
        yield from _one_by_one(each, rule, type_)


def _text(each: Property, rule: PropertyRule) -> Iterator[Problem]:
    if rule.words:
        if each.value.upper() not in rule.words:
            hint = f"use {' or '.join(rule.words)} ({rule.section})"
            yield each.problem("C014", f"{quoted(each.value)} is not a value of {each.name}", hint)
        return
    at, reason = text_fault(each.value, many=rule.many)
    if reason:
        hint = r"write \\, \; and \, for a backslash, ';' and ',' (RFC 5545 §3.3.11)"
        yield each.problem("C021", reason, hint, at, at + 1)
    if each.name == "UID" and not each.value:
        yield each.problem("C014", "an empty UID", f"give each entry its own ({rule.section})")


def _one_by_one(each: Property, rule: PropertyRule, type_: str) -> Iterator[Problem]:
    """The first value that is wrong; the rest of a list is likely to be wrong in the same way."""
    at = 0
    for item in each.value.split(",") if rule.many else [each.value]:
        found = _item_problem(each, rule, type_, item, at)
        if found:
            yield found
            return
        at += len(item) + 1


def _item_problem(each: Property, rule: PropertyRule, type_: str, item: str, at: int) -> Problem | None:
    """The problem of one value: it cannot be read, or its property does not allow it."""
    place = (at, at + len(item))
    fault, form = TYPES[rule.form or type_]
    reason = fault(item)
    if not reason:
        return _refusal(each, rule, type_, item, place)
    other = next((t for t in rule.types if t != type_ and t in DATED and not TYPES[t][0](item)), "")
    if other and type_ in DATED:
        remedy = f"write {each.name};VALUE={other}:{item[:20]}"
        remedy = f"remove VALUE={type_}" if other == rule.types[0] else remedy
        hint = f"{remedy}, or write a {type_} ({rule.section})"
        return each.problem("C012", f"{quoted(item)} is a {other}, not a {type_}", hint, *place)
    code = "C014" if rule.form == "COLOR" else "C013"
    return each.problem(code, f"{quoted(item)} {reason}", form, *place)


def _refusal(each: Property, rule: PropertyRule, type_: str, item: str, place: tuple[int, int]) -> Problem | None:
    """The problem of a value that is of its type, but not allowed for its property."""
    if type_ == "INTEGER" and not rule.low <= (number := integer(item)) <= rule.high:
        upto = f"to {rule.high}" if rule.high < LARGEST else "up"
        hint = f"use a number from {rule.low} {upto} ({rule.section})"
        return each.problem("C014", f"{number} is out of range for {each.name}", hint, *place)
    if type_ == "DURATION" and rule.low == 0 and item.startswith("-"):
        hint = f"remove the '-' ({rule.section})"
        return each.problem("C014", f"{each.name} with a negative duration", hint, *place)
    if each.name in UTC and _is_local(item, type_):
        hint = f"write it in UTC, with Z: 20240529T140000Z ({rule.section})"
        return each.problem("C015", f"{quoted(item)} is not in UTC", hint, *place)
    return None


def _is_local(item: str, type_: str) -> bool:
    """Whether a time, or one of the times of a period, is not in UTC."""
    if type_ == "DATE-TIME":
        return not is_utc(item)
    return type_ == "PERIOD" and not all(is_utc(part) for part in item.split("/") if part[:1].isdigit())
