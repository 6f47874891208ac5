"""Recurrence rules (RFC 5545 §3.3.10): the known parts, their values, and which exclude each other.

RSCALE and SKIP, and leap months with L, are those of RFC 7529; other calendars have other ranges. FREQ need not come
first: the standard asks that of writers only, for readers older than 2009.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...errors import did_you_mean
from ..values import LARGEST, integer, moment_or_none, quoted

FREQUENCIES = ("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
BYDAY = re.compile(r"(?:([+-]?)([0-9]{1,2}))?(SU|MO|TU|WE|TH|FR|SA)")
NUMBERS: dict[str, tuple[int, int]] = {
    "COUNT": (1, LARGEST), "INTERVAL": (1, LARGEST), "BYSECOND": (0, 60), "BYMINUTE": (0, 59), "BYHOUR": (0, 23),
    "BYMONTH": (1, 12), "BYMONTHDAY": (1, 31), "BYYEARDAY": (1, 366), "BYWEEKNO": (1, 53), "BYSETPOS": (1, 366),
}  # fmt: skip
"""The least and the greatest number of each part."""
FROM_THE_END = frozenset({"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"})
"""Parts that count from the end with a minus."""
OF_CALENDAR = frozenset({"BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"})
"""Parts whose ranges depend on the calendar."""
ALONE = frozenset({"COUNT", "INTERVAL"})
"""Parts with a single number."""
NOT_WITH: dict[str, tuple[str, ...]] = {
    "BYMONTHDAY": ("WEEKLY",),
    "BYYEARDAY": ("DAILY", "WEEKLY", "MONTHLY"),
    "BYWEEKNO": tuple(f for f in FREQUENCIES if f != "YEARLY"),
}
"""Frequencies with which a part is not allowed."""
CLOCK_PARTS = ("BYSECOND", "BYMINUTE", "BYHOUR")
KNOWN = ("FREQ", "UNTIL", *NUMBERS, "BYDAY", "WKST", "RSCALE", "SKIP")

RuleFault = tuple[int, int, str, str]
"""Start and end in the rule, reason, remedy."""


def parts_of(rule: str) -> dict[str, str]:
    """The parts of a rule, in upper case; the first of repeated ones."""
    parts: dict[str, str] = {}
    for part in rule.upper().split(";"):
        name, _, value = part.partition("=")
        parts.setdefault(name, value)
    return parts


def faults(rule: str) -> Iterator[RuleFault]:
    """Every fault of a rule."""
    parts = parts_of(rule)
    is_gregorian = parts.get("RSCALE", "GREGORIAN") == "GREGORIAN"
    seen: set[str] = set()
    at = 0
    for part in rule.split(";"):
        reason, hint = _part_fault(part.upper(), seen, is_gregorian=is_gregorian)
        if reason:
            yield at, at + len(part), reason, hint
        at += len(part) + 1
    yield from ((0, len(rule), reason, hint) for reason, hint in _together(parts))


def _part_fault(part: str, seen: set[str], *, is_gregorian: bool) -> tuple[str, str]:
    name, equals, value = part.partition("=")
    if not equals or not value:
        return f"{quoted(part)} is not a rule part", "parts are NAME=value, separated by ';'"
    if name in seen:
        return f"repeated {name}", "keep one"
    seen.add(name)
    if name not in KNOWN:
        return f"unknown rule part {quoted(name)}", did_you_mean(name, KNOWN) if len(name) < 20 else ""
    reason = "" if name in OF_CALENDAR and not is_gregorian else _value_fault(name, value)
    return (f"{name}: {reason}", _expected(name)) if reason else ("", "")


def _value_fault(name: str, value: str) -> str:
    if name == "FREQ":
        return "" if value in FREQUENCIES else f"{quoted(value)} is not a frequency"
    if name == "UNTIL":
        return "" if moment_or_none(value) else f"{quoted(value)} is not a date"
    if name == "WKST":
        return "" if value in WEEKDAYS else f"{quoted(value)} is not a weekday"
    if name == "BYDAY":
        return next((f"{quoted(item)} is not a weekday" for item in value.split(",") if not _is_byday(item)), "")
    if name in NUMBERS:
        return _numbers_fault(name, value)
    return ""


def _is_byday(item: str) -> bool:
    found = BYDAY.fullmatch(item)
    return found is not None and (found[2] is None or 1 <= int(found[2]) <= 53)


def _numbers_fault(name: str, value: str) -> str:
    least, greatest = NUMBERS[name]
    for item in [value] if name in ALONE else value.split(","):
        try:
            number = integer(item.removesuffix("L") if name == "BYMONTH" else item)
        except ValueError:
            return f"{quoted(item)} is not a number"
        if not (least <= number <= greatest or (name in FROM_THE_END and -greatest <= number <= -least)):
            return f"{number} is out of range"
    return ""


def _expected(name: str) -> str:
    if name in NUMBERS:
        least, greatest = NUMBERS[name]
        back = f" or -{greatest} to -{least}" if name in FROM_THE_END else ""
        return f"from {least} to {greatest}{back}"
    return {
        "FREQ": f"one of: {', '.join(FREQUENCIES)}",
        "UNTIL": "20241231, or 20241231T235959Z",
        "BYDAY": "such as MO, 1MO or -1FR; numbers to 53",
    }.get(name, f"one of: {', '.join(WEEKDAYS)}")


def _together(parts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Faults of valid parts in combination."""
    frequency = parts.get("FREQ")
    if frequency is None:
        yield "a rule without FREQ", "add FREQ=YEARLY or another frequency"
    if "UNTIL" in parts and "COUNT" in parts:
        yield "UNTIL and COUNT exclude each other", "keep one"
    for name, frequencies in NOT_WITH.items():
        if name in parts and frequency in frequencies:
            yield f"{name} is not allowed with FREQ={frequency}", "remove it, or choose another frequency"
    if "BYSETPOS" in parts and not any(name.startswith("BY") and name != "BYSETPOS" for name in parts):
        yield "BYSETPOS without another BY… part", "it selects among the occurrences that the others give"
    if any(character.isdigit() for character in parts.get("BYDAY", "")):
        if frequency in FREQUENCIES and frequency not in ("MONTHLY", "YEARLY"):
            yield f"a numbered BYDAY is not allowed with FREQ={frequency}", "numbers count within a month or a year"
        elif frequency == "YEARLY" and "BYWEEKNO" in parts:
            yield "a numbered BYDAY is not allowed with BYWEEKNO", "remove the number"
