"""The VTIMEZONEs (RFC 5545 §3.6.5) of the zones that a log names, sorted by name; icalendar makes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from ...model import Event


def zones(events: Iterable[Event]) -> Iterator[bytes]:
    """One component per zone, from the first year in which it is used to the last."""
    years: dict[str, list[int]] = {}
    for event in events:
        zone, instant = event.when.zone, event.when.instant
        if zone and instant:
            years.setdefault(zone, []).append(instant.year)
    for zone in sorted(years):
        yield _zone(zone, min(years[zone]), max(years[zone]))


@lru_cache(maxsize=256)
def _zone(name: str, first: int, last: int) -> bytes:
    from icalendar import Timezone

    zone = Timezone.from_tzid(name, first_date=date(first, 1, 1), last_date=date(min(last, 9998) + 1, 1, 1))
    zone.pop("COMMENT", None)  # not allowed there (§3.8.1.4)
    written: bytes = zone.to_ical()
    return written
