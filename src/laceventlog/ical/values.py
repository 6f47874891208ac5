"""What the values of iCalendar properties say (RFC 5545 §3.3): text, days and clock times, durations, whole numbers.

Lenient where real files are: small letters, a lone backslash, a DATE that does not call itself one.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import attrs

from .content_lines import Component, Property

ESCAPED = re.compile(r"\\([\\;,nN])")
COMMA = re.compile(r"(?<!\\)(?:\\\\)*,")
STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?", re.ASCII | re.IGNORECASE)
DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?",
    re.ASCII | re.IGNORECASE,
)


@attrs.frozen
class Stamp:
    """A DATE, or a DATE-TIME with what it says of its zone: UTC, the name in TZID, or nothing."""

    day: date
    clock: datetime | None = None
    is_utc: bool = False
    zone: str = ""

    @property
    def is_midnight(self) -> bool:
        """Whether it is the first instant of its day: as an end, that day is no part any more."""
        return self.clock is not None and self.clock.time() == datetime.min.time()

    @property
    def is_whole_day(self) -> bool:
        """Whether it is no time within a day: none, the first or the last minute."""
        return self.clock is None or (self.clock.hour, self.clock.minute) in ((0, 0), (23, 59))

    @property
    def local(self) -> datetime:
        """The clock time, or the beginning of the day; without its zone."""
        return self.clock or datetime(self.day.year, self.day.month, self.day.day)  # noqa: DTZ001 - floating (§3.3.5)


def text(value: str) -> str:
    """A TEXT value, without blanks around it (§3.3.11)."""
    return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()


def text_of(component: Component, name: str) -> str:
    """The text of the first property of that name that has any."""
    return next((found for each in component.all(name) if (found := text(each.value))), "")


def texts_of(component: Component, name: str) -> list[str]:
    """Every text in the lists of all properties of that name, each once."""
    found = (text(part) for each in component.all(name) for part in _parts(each.value))
    return [part for part in dict.fromkeys(found) if part]


def _parts(value: str) -> list[str]:
    parts, start = [], 0
    for comma in COMMA.finditer(value):
        parts.append(value[start : comma.end() - 1])
        start = comma.end()
    return [*parts, value[start:]]


def stamp(found: Property) -> Stamp:
    """A DATE or DATE-TIME (§3.3.4, §3.3.5).

    Raises:
        ValueError: it is none, or there is no such day or time.
    """
    match = STAMP.fullmatch(found.value.strip())
    if match is None:
        raise ValueError("this is neither 20240529 nor 20240529T140000")
    year, month, day = (int(part) for part in match.groups()[:3])
    if match[4] is None:
        return Stamp(date(year, month, day))
    hour, minute, second = (int(part) for part in match.groups()[3:6])
    clock = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 - 60 is a leap second
    return Stamp(clock.date(), clock, bool(match[7]), "" if match[7] else found.param("TZID") or "")


def duration(value: str) -> timedelta:
    """A DURATION (§3.3.6).

    Raises:
        ValueError: it is none.
    """
    match = DURATION.fullmatch(value.strip())
    if match is None or not any(match.groups()[1:]):
        raise ValueError("this is no duration such as P15D or PT1H30M")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    length = timedelta(days=7 * weeks + days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if match[1] == "-" else length


def number_of(component: Component, name: str) -> int | None:
    """A whole number; None where there is none that can be read."""
    found = component.first(name)
    value = found.value.strip() if found else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None
