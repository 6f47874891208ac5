"""The value types of iCalendar (RFC 5545 §3.3), each described once: its syntax and its meaning.

The checker asks `TYPES` for the fault of a text: a reason, or "" for a valid value. The reader asks for the value, and
also accepts a lone backslash and a duration with gaps, as in real files. No time zone is looked up. Every expression
reads its text once from left to right, so the time for a value of megabytes is proportional to its length.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

import attrs

from .colors import COLORS

LARGEST = 2**31 - 1
MOMENT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})(Z?))?", re.IGNORECASE)
DURATION = re.compile(
    r"([+-]?)P(?:([0-9]+)W)?(?:([0-9]+)D)?(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)S)?)?", re.IGNORECASE
)
DURATION_UNITS = re.compile("PW|PD|PD?T(?:H|HM|HMS|M|MS|S)")
INTEGER = re.compile(r"([+-]?)0*([0-9]+)")
FLOAT = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
OFFSET = re.compile(r"([+-])([0-9]{2})([0-9]{2})([0-9]{2})?")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
NO_URI = re.compile(r"[^A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})")
BOOLEAN = re.compile(r"TRUE|FALSE", re.IGNORECASE)
BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
STATUS_CODE = re.compile(r"[0-9]+(?:\.[0-9]+){1,2};.*", re.DOTALL)
ESCAPED = re.compile(r"\\(.)", re.DOTALL)
UNESCAPED = re.compile(r"\\(.?)|[;,]", re.DOTALL)
LIST_ITEM = re.compile(r"(?:\\.|[^,])+", re.DOTALL)
MEANINGS = {"\\": "\\", ";": ";", ",": ",", "n": "\n", "N": "\n"}
"""The meaning of each character after a backslash."""
LONGEST_QUOTED = 40
ZONES_APART = timedelta(days=2)
"""More than two clocks on Earth, or in a VTIMEZONE, can differ."""


class NoSuchMomentError(ValueError):
    """A well-formed date or time that does not exist."""


def quoted(text: str) -> str:
    """A value for a message: in quotes, and cut where it is long."""
    return f"'{text}'" if len(text) <= LONGEST_QUOTED else f"'{text[:LONGEST_QUOTED]}…'"


# -- dates and times


@attrs.frozen
class Moment:
    """A DATE or DATE-TIME as it is written; `zone` is `UTC`, a TZID, or "" for a DATE and for a floating time."""

    local: datetime
    is_date: bool = False
    zone: str = ""
    is_utc: bool = attrs.field(default=False, eq=False)  # written with Z

    @property
    def day(self) -> date:
        """The day in its zone."""
        return self.local.date()

    @property
    def is_midnight(self) -> bool:
        """Whether it is the first instant of its day: as an end, it excludes that day."""
        return not self.is_date and self.local.time() == datetime.min.time()

    @property
    def is_whole_day(self) -> bool:
        """Whether it names no time within the day: a DATE, or its first or last minute."""
        return self.is_date or (self.local.hour, self.local.minute) in ((0, 0), (23, 59))

    @property
    def kind(self) -> str:
        """Its type and zone, for messages."""
        if self.is_date:
            return "a DATE"
        return "a time in UTC" if self.zone == "UTC" else "a time in a zone" if self.zone else "a floating time"

    def differs_from(self, other: Moment) -> bool:
        """Whether only one is a DATE, or only one floats."""
        return self.is_date != other.is_date or bool(self.zone) != bool(other.zone)

    def is_surely_by(self, other: Moment) -> bool:
        """Whether it is at or before `other` in any zones."""
        if self.zone == other.zone:
            return self.local <= other.local
        return other.local - self.local > ZONES_APART


def moment(text: str, type_: str = "", tzid: str = "") -> Moment:
    """A DATE (§3.3.4) or DATE-TIME (§3.3.5), or one of them by its name; the leap second 60 is read as 59.

    Raises:
        NoSuchMomentError: there is no such day or time.
        ValueError: it is of neither type, or not of the named one.
    """
    found = MOMENT.fullmatch(text)
    if found is None or type_ not in ("", "DATE" if found[4] is None else "DATE-TIME"):
        raise ValueError(f"is not a {type_ or 'DATE or DATE-TIME'}")
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    is_date, is_utc = found[4] is None, bool(found[7])
    try:
        local = datetime(year, month, day, hour, minute, second - (second == 60))  # noqa: DTZ001 - the zone is beside it
    except ValueError:
        raise NoSuchMomentError(f"is a {'day' if is_date else 'time'} that does not exist") from None
    return Moment(local, is_date, "" if is_date else "UTC" if is_utc else tzid, is_utc)


def moment_or_none(text: str, type_: str = "", tzid: str = "") -> Moment | None:
    """The same; None if it cannot be read."""
    try:
        return moment(text, type_, tzid)
    except ValueError:
        return None


def is_utc(text: str) -> bool:
    """Whether a DATE-TIME is written with Z."""
    return text[-1:] in ("Z", "z")


def duration(text: str) -> timedelta:
    """A DURATION (§3.3.6); also weeks beside days, and hours and seconds without minutes.

    Raises:
        ValueError: it is not a duration, or too long for a timedelta.
    """
    found = DURATION.fullmatch(text)
    if found is None or not any(found.groups()[1:]):
        raise ValueError("is not a DURATION")
    try:
        weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
        length = timedelta(days=7 * weeks + days, hours=hours, minutes=minutes, seconds=seconds)
    except (ValueError, OverflowError):
        raise ValueError("is too long") from None
    return -length if found[1] == "-" else length


def duration_fault(text: str) -> str:
    """The fault of a DURATION: it has weeks alone, or days, hours, minutes and seconds without a gap."""
    units = re.sub("[^A-Z]", "", text.upper())
    return "" if DURATION.fullmatch(text) and DURATION_UNITS.fullmatch(units) else "is not a DURATION"


def period_fault(text: str) -> str:
    """The fault of a PERIOD (§3.3.9): it is two times, or a time and a duration."""
    start, _, end = text.partition("/")
    first, last = moment_or_none(start, "DATE-TIME"), moment_or_none(end, "DATE-TIME")
    if first and not duration_fault(end):
        return "is a PERIOD with a negative duration" if end.startswith("-") else ""
    if not (first and last):
        return "is not a PERIOD"
    return "is a PERIOD that ends at or before its start" if last.is_surely_by(first) else ""


def offset_fault(text: str) -> str:
    """The fault of a UTC-OFFSET (§3.3.14)."""
    found = OFFSET.fullmatch(text)
    if not found:
        return "is not a UTC-OFFSET"
    if int(found[2]) > 23 or int(found[3]) > 59 or int(found[4] or 0) > 59:
        return "is an offset out of range"
    return "is a negative zero offset" if set(text) == {"-", "0"} else ""


# -- numbers


def integer(text: str) -> int:
    """An INTEGER of 32 bits (§3.3.8).

    Raises:
        ValueError: it is not.
    """
    found = INTEGER.fullmatch(text)
    if not found:
        raise ValueError("is not an INTEGER")
    number = int(found[1] + found[2][:11])  # int() refuses thousands of digits
    if not -LARGEST - 1 <= number <= LARGEST:
        raise ValueError("does not fit in 32 bits")
    return number


def geo_fault(text: str) -> str:
    """The fault of a latitude and a longitude (§3.8.1.6)."""
    latitude, _, longitude = text.partition(";")
    if not (FLOAT.fullmatch(latitude) and FLOAT.fullmatch(longitude)):
        return "is not latitude;longitude"
    return "" if abs(float(latitude)) <= 90 and abs(float(longitude)) <= 180 else "is not a place on Earth"


# -- texts


def unescape(text: str) -> str:
    """The text of a TEXT (§3.3.11) without blanks around it; a backslash that escapes nothing is kept."""
    return ESCAPED.sub(lambda found: MEANINGS.get(found[1], found[0]), text).strip()


def unescape_list(text: str) -> list[str]:
    """Every TEXT of a list; empty ones are left out."""
    return [item for part in LIST_ITEM.findall(text) if (item := unescape(part))]


def text_fault(text: str, *, many: bool) -> tuple[int, str]:
    """The place and fault of a TEXT that is not escaped; (0, "") if it is. `many` texts have commas between them."""
    for found in UNESCAPED.finditer(text):
        if found[0] in (";", ","):
            if not (many and found[0] == ","):
                return found.start(), f"unescaped '{found[0]}'"
        elif found[1] not in MEANINGS:
            return found.start(), f"'{found[0]}' is not an escape sequence"
    return 0, ""


def uri_fault(text: str) -> str:
    """The fault of a URI (§3.3.13, RFC 3986)."""
    if not SCHEME.match(text):
        return "is not a URI: it has no scheme"
    bad = NO_URI.search(text)
    return f"is not a URI: it contains {quoted(bad[0])}" if bad else ""


# -- the table

Fault = Callable[[str], str]


def _unless(is_good: Callable[[str], object], reason: str) -> Fault:
    return lambda text: "" if is_good(text) else reason


def _unless_read(read: Callable[[str], object]) -> Fault:
    def fault(text: str) -> str:
        try:
            read(text)
        except ValueError as error:
            return str(error)
        return ""

    return fault


TYPES: dict[str, tuple[Fault, str]] = {
    "DATE": (_unless_read(partial(moment, type_="DATE")), "a DATE is 20240529 (RFC 5545 §3.3.4)"),
    "DATE-TIME": (
        _unless_read(partial(moment, type_="DATE-TIME")),
        "a DATE-TIME is 20240529T140000, in UTC with Z (RFC 5545 §3.3.5)",
    ),
    "DURATION": (duration_fault, "a DURATION is P2W, P1D, PT1H30M or P1DT12H (RFC 5545 §3.3.6)"),
    "PERIOD": (period_fault, "a PERIOD is 20240529T140000Z/PT1H or two times in order (RFC 5545 §3.3.9)"),
    "UTC-OFFSET": (offset_fault, "a UTC-OFFSET is +0300 or -0430 (RFC 5545 §3.3.14)"),
    "INTEGER": (_unless_read(integer), "an INTEGER is a whole number up to 2147483647 (RFC 5545 §3.3.8)"),
    "FLOAT": (_unless(FLOAT.fullmatch, "is not a FLOAT"), "a FLOAT is 37.386013 (RFC 5545 §3.3.7)"),
    "BOOLEAN": (_unless(BOOLEAN.fullmatch, "is neither TRUE nor FALSE"), "write TRUE or FALSE (RFC 5545 §3.3.2)"),
    "URI": (uri_fault, "write a full address, such as https://example.org/a%20b (RFC 5545 §3.3.13, RFC 3986)"),
    "CAL-ADDRESS": (uri_fault, "write a full address, such as mailto:jane@example.org (RFC 5545 §3.3.3)"),
    "XML-REFERENCE": (uri_fault, "a URI with an XPointer (RFC 9253 §7)"),
    "BINARY": (
        _unless(BASE64.fullmatch, "is not base 64"), "write groups of four characters, padded with = (RFC 5545 §3.3.1)"
    ),
    "GEO": (geo_fault, "latitude to ±90, longitude to ±180: 23.113592;-82.366592 (RFC 5545 §3.8.1.6)"),
    "REQUEST-STATUS": (
        _unless(STATUS_CODE.fullmatch, "is not code;description"), "such as 2.0;Success (RFC 5545 §3.8.8.3)"
    ),
    "COLOR": (
        _unless(lambda text: text.lower() in COLORS, "is not a CSS3 colour name"),
        "hexadecimal colours go in X-APPLE-CALENDAR-COLOR (RFC 7986 §5.9)",
    ),
    "UID": (_unless(bool, ""), ""),  # any text
}  # fmt: skip
"""For each type, and each form that one property has: its check, and how it is written. In a TEXT and in a RECUR the
checker also knows the place.
"""
