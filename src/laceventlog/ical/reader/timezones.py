"""The time zones of a calendar, and its days and clock times as dates of ours.

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
from ..values import Stamp, stamp

MINUTE = timedelta(minutes=1)


@attrs.define
class Zones:
    """The VTIMEZONEs of one calendar, by TZID."""

    defined: dict[str, Component] = attrs.field(factory=dict)
    made: dict[str, tzinfo | None] = attrs.field(factory=dict)

    @classmethod
    def of(cls, calendar: Component) -> Zones:
        """Those that a calendar defines."""
        zones = [child for child in calendar.children if child.name == "VTIMEZONE"]
        return cls({found.value: zone for zone in zones if (found := zone.first("TZID"))})

    def name(self, tzid: str) -> str | None:
        """The IANA name behind a TZID: itself, its end (`/mozilla.org/…/Europe/Berlin`), or its X-LIC-LOCATION."""
        parts = tzid.split("/")
        own = ("/".join(parts[n:]) for n in range(len(parts) if tzid.startswith("/") else 1))
        said = self.defined[tzid].all("X-LIC-LOCATION") if tzid in self.defined else []
        return next((name for name in (*own, *(each.value for each in said)) if is_zone(name)), None)

    def offset(self, tzid: str, clock: datetime) -> timedelta | None:
        """What the VTIMEZONE says at that local time; None where there is none that can be read."""
        if tzid not in self.made:
            self.made[tzid] = _rules(self.defined[tzid]) if tzid in self.defined else _of_windows(tzid)
        rules = self.made[tzid]
        try:
            return clock.replace(tzinfo=rules).utcoffset() if rules else None
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
    except Exception:  # noqa: BLE001 - of a broken zone icalendar raises whatever comes
        return None
    return rules


def _of_windows(tzid: str) -> tzinfo | None:
    """The zone that a name of Windows, such as `Romance Standard Time`, stands for (Unicode CLDR, windowsZones)."""
    from zoneinfo import ZoneInfo

    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return ZoneInfo(WINDOWS_TO_OLSON[tzid]) if tzid in WINDOWS_TO_OLSON else None


def as_bytes(component: Component) -> bytes:
    """A component as a stream again, each property on one line."""
    lines = [f"BEGIN:{component.name}", *(each.line.text for each in component.properties)]
    inside = b"".join(map(as_bytes, component.children))
    return "\r\n".join(lines).encode() + b"\r\n" + inside + f"END:{component.name}\r\n".encode()


def read_stamp(found: Property, problems: list[Problem]) -> Stamp | None:
    """A day or clock time; what cannot be read, and a DATE that does not call itself one, is noted."""
    try:
        read = stamp(found)
    except ValueError as error:
        code = "D002" if "must be in" in str(error) or "out of range" in str(error) else "D001"
        message = f"{found.name}: " + ("there is no such day or time" if code == "D002" else str(error))
        problems.append(found.problem(code, message, "the value stands in the note"))
        return None
    if read.clock is None and (found.param("VALUE") or "").upper() != "DATE":
        problems.append(found.problem("C051", f"{found.name} is a day and does not say so", "read as one day"))
    return read


def when_at(read: Stamp, found: Property, zones: Zones, problems: list[Problem]) -> When:
    """A day or an instant; of a zone that nobody knows the local time is kept, and the zone noted."""
    if read.clock is None:
        return When.on(read.day)
    try:
        return When.from_edtf(_notation(read, zones, read.clock))
    except (DateError, OverflowError):
        message = f"the time zone '{read.zone}' is neither a known name nor defined here"
        problems.append(found.problem("C052", message, "the local time was read, without an offset"))
        return When.from_edtf(read.clock.isoformat())


def _notation(read: Stamp, zones: Zones, clock: datetime) -> str:
    if read.is_utc or not read.zone:
        return clock.isoformat() + ("Z" if read.is_utc else "")
    name = zones.name(read.zone)
    if name:
        there = in_zone(clock, name)
        zone = f"[{name}]"
    else:
        offset = zones.offset(read.zone, clock)
        if offset is None:
            raise DateError(read.zone, 0, 1, "no such zone")
        there, zone = clock.replace(tzinfo=timezone(offset)), ""
    if (there.utcoffset() or timedelta()) % MINUTE:  # before standard time: there is no notation for it
        return clock.isoformat()
    return there.isoformat() + zone
