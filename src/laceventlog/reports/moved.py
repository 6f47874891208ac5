"""How far a date moved, in days: always a range, for neither date need be one day."""

from __future__ import annotations

from ..dates import When


def days_moved(old: When, new: When) -> tuple[int, int] | None:
    """Fewest and most days from the end of `old` to the end of `new`; negative where it moved earlier.

    A moment ends when it happens. A deadline, which has no first day, stands at its last one, so that two of them
    give one number. Where the ends are the same nothing moved, however wide they are. None where a last day is
    missing.

    >>> days_moved(When.parse("Q3 2024"), When.parse("2024-11-07"))
    (38, 129)
    """
    if old.latest_end is None or new.latest_end is None:
        return (0, 0) if old == new and not old.is_unscheduled else None
    if (old.earliest_end, old.latest_end) == (new.earliest_end, new.latest_end):
        return 0, 0
    old_first, new_first = old.earliest_end or old.latest_end, new.earliest_end or new.latest_end
    return (new_first - old.latest_end).days, (new.latest_end - old_first).days
