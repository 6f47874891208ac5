"""The time zones of a calendar, and its dates and times as Whens.

A TZID that is an IANA name stays a zone; any other becomes the offset that its VTIMEZONE gives (RFC 5545 §3.6.5).
"""

from __future__ import annotations

import warnings
from datetime import datetime, timedelta, timezone, tzinfo
from typing import Any

import attrs

from ...dates import When
from ...dates.zones import in_zone, is_zone
from ...errors import DateError, Problem
from ..content_lines import Component, Property
from ..values import Moment, NoSuchMomentError, moment

MINUTE = timedelta(minutes=1)


@attrs.define(eq=False)
class TimeZones:
    """The VTIMEZONEs of one calendar, by TZID."""

    defined: dict[str, Component] = attrs.field(factory=dict)
    rules: dict[str, tzinfo | None] = attrs.field(factory=dict)

    @classmethod
    def of(cls, calendar: Component) -> TimeZones:
        """Those that a calendar defines."""
        zones = [child for child in calendar.children if child.name == "VTIMEZONE"]
        return cls({found.value: zone for zone in zones if (found := zone.first("TZID"))})

    def name(self, tzid: str) -> str | None:
        """The IANA name behind a TZID: itself, its end (`/mozilla.org/…/Europe/Berlin`), or its X-LIC-LOCATION."""
        parts = tzid.split("/")
        own = ("/".join(parts[n:]) for n in range(len(parts) if tzid.startswith("/") else 1))
        stated = self.defined[tzid].all("X-LIC-LOCATION") if tzid in self.defined else []
        return next((name for name in (*own, *(each.value for each in stated)) if is_zone(name)), None)

    def offset(self, tzid: str, local: datetime) -> timedelta | None:
        """The offset from UTC at that local time by the VTIMEZONE; None without one that can be read."""
        if tzid not in self.rules:
            self.rules[tzid] = _rules(self.defined[tzid]) if tzid in self.defined else _windows_zone(tzid)
        rules = self.rules[tzid]
        try:
            return local.replace(tzinfo=rules).utcoffset() if rules else None
        except (ValueError, OverflowError):
            return None


def _rules(zone: Component) -> tzinfo | None:
    """The rules of a VTIMEZONE as icalendar reads them; None where it cannot."""
    from icalendar import Timezone

    if not zone.children:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            read: Any = Timezone.from_ical(as_bytes(zone))
            rules: tzinfo = read.to_tz()
    except Exception:  # noqa: BLE001 - icalendar raises many kinds of errors for a broken zone
        return None
    return rules


def _windows_zone(tzid: str) -> tzinfo | None:
    """The zone of a Windows name such as `Romance Standard Time` (Unicode CLDR, windowsZones)."""
    from zoneinfo import ZoneInfo

    # `icalendar.timezone.tzp.timezone` also answers from its cache of zones that files read earlier have defined
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return ZoneInfo(WINDOWS_TO_OLSON[tzid]) if tzid in WINDOWS_TO_OLSON else None


def as_bytes(component: Component) -> bytes:
    """A component as a stream again, each property on one line."""
    lines = [f"BEGIN:{component.name}", *(each.line.text for each in component.properties)]
    inside = b"".join(map(as_bytes, component.children))
    return "\r\n".join(lines).encode() + b"\r\n" + inside + f"END:{component.name}\r\n".encode()


def read_moment(found: Property, problems: list[Problem]) -> Moment | None:
    """A DATE or DATE-TIME; one that cannot be read, or a DATE without VALUE=DATE, is a problem."""
    try:
        read = moment(found.value.strip(), tzid=found.param("TZID") or "")
    except ValueError as error:
        code = "D002" if isinstance(error, NoSuchMomentError) else "D001"
        problems.append(found.problem(code, f"{found.name} {error}", "the value is kept in the note"))
        return None
    if read.is_date and (found.param("VALUE") or "").upper() != "DATE":
        problems.append(found.problem("C051", f"{found.name} is a date without VALUE=DATE", "read as a day"))
    return read


def when_at(moment: Moment, found: Property, zones: TimeZones, problems: list[Problem]) -> When:
    """A day or an instant; the local time alone where the zone is unknown, which is a problem."""
    if moment.is_date:
        return When.on(moment.day)
    try:
        return When.from_edtf(_notation(moment, zones))
    except (DateError, OverflowError):
        message = f"the time zone '{moment.zone}' is neither a known name nor defined in the file"
        problems.append(found.problem("C052", message, "read as a local time without an offset"))
        return When.from_edtf(moment.local.isoformat())


def _notation(moment: Moment, zones: TimeZones) -> str:
    local = moment.local
    if moment.is_utc or not moment.zone:
        return local.isoformat() + ("Z" if moment.is_utc else "")
    name = zones.name(moment.zone)
    if name:
        there = in_zone(local, name)
        suffix = f"[{name}]"
    else:
        offset = zones.offset(moment.zone, local)
        if offset is None:
            raise DateError(moment.zone, 0, 1, "no such zone")
        there, suffix = local.replace(tzinfo=timezone(offset)), ""
    if (there.utcoffset() or timedelta()) % MINUTE:  # before standard time, in seconds: no notation exists
        return local.isoformat()
    return there.isoformat() + suffix
