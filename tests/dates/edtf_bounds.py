"""The bounds of a date as the tests write them."""

from __future__ import annotations

from laceventlog.dates import When


def bounds(when: When) -> str:
    """The four bounds, "-" where there is none; two for a moment, whose end is its start."""
    four = (when.earliest_start, when.latest_start, when.earliest_end, when.latest_end)
    shown = [day.isoformat() if day else "-" for day in four]
    if not when.is_moment:
        return " ".join(shown)
    assert shown[:2] == shown[2:]
    return " ".join(shown[:2])
