"""The syntax of iCalendar's values (RFC 5545 §3.3): for each type, what is wrong with a text; "" when nothing is.

Every expression here is read once from left to right, so that a value of megabytes takes no more than its length.
A `Point` is a date or a time as it stands in the file: no time zone is ever looked up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

import attrs

from .colors import COLORS
from .rfc_rules import NUMBER

DATE = re.compile(r"[0-9]{8}")
DATE_TIME = re.compile(r"([0-9]{8})T([0-9]{2})([0-9]{2})([0-9]{2})(Z?)", re.IGNORECASE)
_CLOCK = r"T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S)"
DURATION = re.compile(rf"([+-]?)P(?:[0-9]+W|[0-9]+D(?:{_CLOCK})?|{_CLOCK})", re.IGNORECASE)
INTEGER = re.compile(r"[+-]?[0-9]+")
FLOAT = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
OFFSET = re.compile(r"([+-])([0-9]{2})([0-9]{2})([0-9]{2})?")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
NO_URI = re.compile(r"[^A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})")
BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")
STATUS_CODE = re.compile(r"[0-9]+(?:\.[0-9]+){1,2};.*", re.DOTALL)
ESCAPE = re.compile(r"\\(.?)|[;,]", re.DOTALL)
SHOWN = 40
ZONES_APART = timedelta(days=2)
"""More than two clocks on Earth, or in a VTIMEZONE, can differ."""


def shown(text: str) -> str:
    """A value for a message: quoted, and cut where it is long."""
    return f"'{text}'" if len(text) <= SHOWN else f"'{text[:SHOWN]}…'"


# -- dates and times


@attrs.frozen
class Point:
    """A DATE or a DATE-TIME as it stands in the file; `zone` is `UTC`, a TZID, or nothing where it floats."""

    at: datetime
    is_day: bool = False
    zone: str = ""

    @property
    def kind(self) -> str:
        """What it is, for messages."""
        if self.is_day:
            return "a DATE"
        return "a time in UTC" if self.zone == "UTC" else "a time in a zone" if self.zone else "a floating time"

    def differs_from(self, other: Point) -> bool:
        """Whether one is a day and the other a time, or one floats and the other does not."""
        return self.is_day != other.is_day or bool(self.zone) != bool(other.zone)

    def is_surely_by(self, other: Point) -> bool:
        """Whether it is certainly not after `other`; between two zones only what no clock can bridge is certain."""
        if self.zone == other.zone:
            return self.at <= other.at
        return other.at - self.at > ZONES_APART


def point(text: str, type_: str, zone: str = "") -> Point | None:
    """The point that a value of type DATE or DATE-TIME means; None when it means none."""
    if type_ == "DATE":
        return None if date_fault(text) else Point(_day(text), is_day=True)
    if type_ != "DATE-TIME" or date_time_fault(text):
        return None
    at = _day(text[:8]) + timedelta(hours=int(text[9:11]), minutes=int(text[11:13]), seconds=min(int(text[13:15]), 59))
    return Point(at, zone="UTC" if is_utc(text) else zone)


def is_utc(text: str) -> bool:
    """Whether a DATE-TIME says that it is in UTC."""
    return text[-1:] in ("Z", "z")


def _day(text: str) -> datetime:
    return datetime(int(text[:4]), int(text[4:6]), int(text[6:8]))  # noqa: DTZ001 - the zone stands beside it


def date_fault(text: str) -> str:
    """A DATE (§3.3.4)."""
    if not DATE.fullmatch(text):
        return "is no DATE"
    try:
        date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return "is a day that does not exist"
    return ""


def date_time_fault(text: str) -> str:
    """A DATE-TIME (§3.3.5); the second 60 is a leap second."""
    found = DATE_TIME.fullmatch(text)
    if not found:
        return "is no DATE-TIME"
    if date_fault(found[1]):
        return "is on a day that does not exist"
    if int(found[2]) > 23 or int(found[3]) > 59 or int(found[4]) > 60:
        return "is a time that no clock shows"
    return ""


def duration_fault(text: str) -> str:
    """A DURATION (§3.3.6): weeks alone, or days, hours, minutes and seconds without a gap."""
    return "" if DURATION.fullmatch(text) else "is no DURATION"


def period_fault(text: str) -> str:
    """A PERIOD (§3.3.9): two times, or a time and how long."""
    start, slash, end = text.partition("/")
    if not slash or date_time_fault(start):
        return "is no PERIOD"
    if not duration_fault(end):
        return "is a PERIOD of a negative duration" if end.startswith("-") else ""
    if date_time_fault(end):
        return "is no PERIOD"
    first, last = point(start, "DATE-TIME"), point(end, "DATE-TIME")
    return "is a PERIOD that ends at or before its start" if first and last and last.is_surely_by(first) else ""


def offset_fault(text: str) -> str:
    """A UTC-OFFSET (§3.3.14)."""
    found = OFFSET.fullmatch(text)
    if not found:
        return "is no UTC-OFFSET"
    if int(found[2]) > 23 or int(found[3]) > 59 or int(found[4] or 0) > 59:
        return "is an offset that no clock has"
    return "is a negative offset of nothing" if set(text) == {"-", "0"} else ""


# -- numbers and words


def integer_fault(text: str) -> str:
    """An INTEGER of 32 bits (§3.3.8)."""
    if not INTEGER.fullmatch(text):
        return "is no INTEGER"
    return "" if integer(text) is not None else "does not fit in 32 bits"


def integer(text: str) -> int | None:
    """The number an INTEGER means; None when there is none of 32 bits."""
    digits = text.lstrip("+-").lstrip("0")
    if not INTEGER.fullmatch(text) or len(digits) > 10:  # int() refuses thousands of digits
        return None
    number = int(digits or "0") * (-1 if text.startswith("-") else 1)
    return number if -NUMBER - 1 <= number <= NUMBER else None


def float_fault(text: str) -> str:
    """A FLOAT (§3.3.7)."""
    return "" if FLOAT.fullmatch(text) else "is no FLOAT"


def boolean_fault(text: str) -> str:
    """A BOOLEAN (§3.3.2)."""
    return "" if text.upper() in ("TRUE", "FALSE") else "is neither TRUE nor FALSE"


def uri_fault(text: str) -> str:
    """A URI with its scheme (§3.3.13, RFC 3986)."""
    if not SCHEME.match(text):
        return "is no URI: it has no scheme"
    bad = NO_URI.search(text)
    return f"is no URI: it holds {shown(bad[0])}" if bad else ""


def binary_fault(text: str) -> str:
    """BINARY in base 64 (§3.3.1)."""
    return "" if len(text) % 4 == 0 and BASE64.fullmatch(text) else "is no base 64"


def text_fault(text: str, *, many: bool) -> tuple[int, str]:
    """Where a TEXT (§3.3.11) is not escaped, and how; ("" when it is). `many` values stand between commas."""
    for found in ESCAPE.finditer(text):
        if found[0] in (";", ","):
            if not (many and found[0] == ","):
                return found.start(), f"'{found[0]}' stands for itself only as '\\{found[0]}'"
        elif found[1] not in ("\\", ";", ",", "n", "N"):
            return found.start(), f"'{found[0]}' means nothing: a backslash stands for itself only as '\\\\'"
    return 0, ""


def no_fault(text: str) -> str:
    """A value with any content."""
    del text
    return ""


# -- what its type does not tell


def geo_fault(text: str) -> str:
    """A latitude and a longitude (§3.8.1.6)."""
    latitude, semicolon, longitude = text.partition(";")
    if not semicolon or float_fault(latitude) or float_fault(longitude):
        return "is no latitude;longitude"
    return "" if _is_within(latitude, 90) and _is_within(longitude, 180) else "is no place on Earth"


def _is_within(text: str, limit: int) -> bool:
    return abs(float(text)) <= limit


def request_status_fault(text: str) -> str:
    """A status code and what it means (§3.8.8.3)."""
    return "" if STATUS_CODE.fullmatch(text) else "is no code;description"


def colour_fault(text: str) -> str:
    """A name of CSS3 (RFC 7986 §5.9)."""
    return "" if text.lower() in COLORS else "is no colour that CSS3 names"


Fault = Callable[[str], str]
FAULTS: dict[str, tuple[Fault, str]] = {
    "DATE": (date_fault, "a DATE is 20240529 (RFC 5545 §3.3.4)"),
    "DATE-TIME": (date_time_fault, "a DATE-TIME is 20240529T140000, in UTC with Z (RFC 5545 §3.3.5)"),
    "DURATION": (duration_fault, "a DURATION is P2W, P1D, PT1H30M or P1DT12H (RFC 5545 §3.3.6)"),
    "PERIOD": (period_fault, "a PERIOD is 20240529T140000Z/PT1H or two times in order (RFC 5545 §3.3.9)"),
    "UTC-OFFSET": (offset_fault, "a UTC-OFFSET is +0300 or -0430 (RFC 5545 §3.3.14)"),
    "INTEGER": (integer_fault, "an INTEGER is a whole number up to 2147483647 (RFC 5545 §3.3.8)"),
    "FLOAT": (float_fault, "a FLOAT is 37.386013 (RFC 5545 §3.3.7)"),
    "BOOLEAN": (boolean_fault, "write TRUE or FALSE (RFC 5545 §3.3.2)"),
    "URI": (uri_fault, "write it whole, as https://example.org/a%20b (RFC 5545 §3.3.13, RFC 3986)"),
    "CAL-ADDRESS": (uri_fault, "write it whole, as mailto:jane@example.org (RFC 5545 §3.3.3)"),
    "XML-REFERENCE": (uri_fault, "a URI with an XPointer (RFC 9253 §7)"),
    "BINARY": (binary_fault, "write groups of four signs, filled up with = (RFC 5545 §3.3.1)"),
    "GEO": (geo_fault, "latitude to ±90, longitude to ±180: 23.113592;-82.366592 (RFC 5545 §3.8.1.6)"),
    "REQUEST-STATUS": (request_status_fault, "such as 2.0;Success (RFC 5545 §3.8.8.3)"),
    "COLOR": (colour_fault, "hexadecimal colours go into X-APPLE-CALENDAR-COLOR (RFC 7986 §5.9)"),
    "TEXT": (no_fault, ""),
    "UID": (no_fault, ""),
    "RECUR": (no_fault, ""),
}
"""For each type or form: its check, and how it is written. TEXT and RECUR are looked at where places are known."""
