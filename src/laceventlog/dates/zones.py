"""Named time zones (IANA), from pendulum, which is imported on first use."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo

from ..errors import DateError, did_you_mean

NOT_ZONES = {"localtime", "posixrules", "Factory"}
"""Entries of the database that are not zones; `localtime` is the setting of this machine."""


def with_offset(local: str, zone: str, text: str) -> str:
    """The clock time `local` (`2024-05-29T10:00:00`, perhaps with an offset) with the offset of `zone` at that time.

    Raises:
        DateError: an unknown zone; a time that its clocks skip, or show twice if no offset is given; an offset that is
            not the zone's (RFC 9557 §3.4: inconsistent).
    """
    moment = datetime.fromisoformat(local)
    if local.endswith("Z"):  # consistent with every zone (RFC 9557 §2): the same instant there
        moment = moment.astimezone(_zone(zone, text))
    clock = moment.replace(tzinfo=None)
    offsets = _offsets(clock, _zone(zone, text))
    if not offsets:
        raise DateError(text, 0, len(text), "this time does not exist there", f"the clocks of {zone} skip it", "D002")
    if moment.tzinfo is None and len(offsets) > 1:
        raise DateError(text, 0, len(text), "this time occurs twice there", f"write {_either(offsets)}", "D004")
    given = moment.utcoffset() if moment.tzinfo else offsets[0]
    if given not in offsets:
        hint = f"in {zone} the offset is {_either(offsets)} then"
        raise DateError(text, 0, len(text), "this is not the offset of the time zone", hint, "D004")
    if given % timedelta(minutes=1):
        raise DateError(text, 0, len(text), "a time before standard time", "leave out the zone or the time", "D005")
    return clock.isoformat() + _written(given)


def _zone(name: str, text: str) -> tzinfo:
    from pendulum import timezone, timezones

    if name not in timezones() or name in NOT_ZONES:
        start = max(text.find(name), 0)
        hint = did_you_mean(name[:64], timezones(), "use a name such as America/La_Paz")
        raise DateError(text, start, start + len(name), "unknown time zone", hint)
    return timezone(name)


def _offsets(clock: datetime, zone: tzinfo) -> list[timedelta]:
    """The offsets at which the clocks of `zone` show this time: none, one or two."""
    found = []
    for fold in (0, 1):
        offset = clock.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta()
        shown = (clock - offset).replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
        if shown == clock and offset not in found:
            found.append(offset)
    return found


def _either(offsets: list[timedelta]) -> str:
    return " or ".join(map(_written, offsets))


def _written(offset: timedelta) -> str:
    sign = "-" if offset < timedelta() else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"{sign}{hours:02}:{minutes:02}"


def is_zone(name: str) -> bool:
    """Whether it names a zone, and not the setting of a machine."""
    from pendulum import timezones

    return name in timezones() and name not in NOT_ZONES


def in_zone(clock: datetime, zone: str) -> datetime:
    """A local time in a zone, with a fixed offset, as RFC 5545 §3.3.5 defines it.

    Of a time shown twice it is the first; a skipped time has the offset before the gap. `zone` must be one: `is_zone`.
    """
    there = timezone(clock.replace(tzinfo=_zone(zone, zone), fold=0).utcoffset() or timedelta())
    instant = clock.replace(tzinfo=there)
    shown = instant.astimezone(UTC).astimezone(_zone(zone, zone))
    return shown.replace(tzinfo=timezone(shown.utcoffset() or timedelta()))
