"""Named time zones (IANA), asked of pendulum, which is imported when the first zone is met."""

from __future__ import annotations

from datetime import datetime

from ..errors import DateError, did_you_mean


def with_offset(local: str, zone: str, text: str) -> str:
    """`local` (`2024-05-29T10:00:00`, perhaps with an offset) with the offset that `zone` has then.

    Raises:
        DateError: no such zone; or the offset written is not the zone's (RFC 9557 §3.4: inconsistent).
    """
    from pendulum import timezone, timezones
    from pendulum.tz.exceptions import InvalidTimezone

    start = max(text.find(zone), 0)
    try:
        place = timezone(zone)
    except (InvalidTimezone, ValueError):
        hint = did_you_mean(zone, timezones(), "name it as in America/La_Paz")
        raise DateError(text, start, start + len(zone), f"there is no time zone '{zone}'", hint) from None
    moment = datetime.fromisoformat(local)
    right = moment.replace(tzinfo=place)
    if moment.tzinfo is None:
        return right.isoformat()
    if moment.utcoffset() != right.utcoffset():
        hint = f"in {zone} it is {right.isoformat()[19:]} then"
        raise DateError(text, 0, len(text), "the offset is not that of the time zone", hint, "D004")
    return local
