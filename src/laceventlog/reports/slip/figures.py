"""Figures of slip over many events: plans kept, shifts of plans, days of notice.

Ranges stay ranges: each figure is computed once from the fewest days of all events and once from the most days. The
true figure is between the two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from ...dates import Modality, When
from ...model import Status
from ..date_shift import Range, kept
from .slip import Forecast, Slip

INFINITE = float("inf")


@attrs.frozen
class Spread:
    """Median and quartiles of ranges of days."""

    number: int
    lower: Range
    median: Range
    upper: Range


@attrs.frozen
class KeptPlans:
    """Numbers of completed events by whether they happened by the last day of their plan."""

    certain: int = 0
    possible: int = 0
    late: int = 0
    unknown: int = 0
    """The plan has no last day, or the outcome no date."""


@attrs.frozen
class RevisionCounts:
    """Numbers of revisions by direction: `unclear` is later or earlier, `undated` has no date to compare."""

    later: int = 0
    earlier: int = 0
    unclear: int = 0
    undated: int = 0
    days: Spread | None = None

    @property
    def number(self) -> int:
        """All revisions."""
        return self.later + self.earlier + self.unclear + self.undated


@attrs.frozen
class Figures:
    """Figures over many events.

    Attributes:
        events: numbers of events that are `completed`, `missed`, `cancelled` and `awaited`.
        by_first: completed events against their first plan.
        by_last: completed events against their last plan.
        slip: days from the first plan to the outcome, for completed events with a date.
        revisions: revisions, and days from plan to plan.
        notice: days from the announcement of a slip to the day the event was due.
    """

    events: Mapping[str, int]
    by_first: KeptPlans
    by_last: KeptPlans
    slip: Spread | None
    revisions: RevisionCounts
    notice: Spread | None


def figures(slips: Sequence[Slip]) -> Figures:
    """The figures of some events; events without a dated plan are ignored.

    >>> from datetime import date
    >>> from laceventlog import figures, loads, slips
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> figures(slips(log, date(2025, 1, 1))).by_first
    KeptPlans(certain=0, possible=0, late=0, unknown=0)
    """
    planned = [slip for slip in slips if slip.first_plan]
    done = [slip for slip in planned if slip.event.status is Status.COMPLETED]
    forecasts = [forecast for slip in planned for forecast in slip.forecasts]
    return Figures(
        events=_outcomes(planned),
        by_first=_kept((slip.first_plan, slip.actual) for slip in done),
        by_last=_kept((slip.last_plan, slip.actual) for slip in done),
        slip=spread(slip.days for slip in done),
        revisions=_revisions([forecast for forecast in forecasts if forecast.is_revision]),
        notice=spread(forecast.notice for forecast in forecasts),
    )


def _outcomes(slips: Iterable[Slip]) -> dict[str, int]:
    ends = [slip.event.status.value if slip.event.status.is_end else "awaited" for slip in slips]
    found = Counter(ends)
    return {name: found[name] for name in ("completed", "missed", "cancelled", "awaited")}


def _kept(pairs: Iterable[tuple[When | None, When | None]]) -> KeptPlans:
    found = Counter(kept(plan, actual) if plan and actual else Modality.UNKNOWN for plan, actual in pairs)
    return KeptPlans(*(found[m] for m in (Modality.CERTAIN, Modality.POSSIBLE, Modality.IMPOSSIBLE, Modality.UNKNOWN)))


def _revisions(revisions: Sequence[Forecast]) -> RevisionCounts:
    found = Counter(_direction(revision.moved) for revision in revisions)
    named = {name: found[name] for name in ("later", "earlier", "unclear", "undated")}
    return RevisionCounts(**named, days=spread(revision.moved for revision in revisions))


def _direction(days: Range | None) -> str:
    if days is None:
        return "undated"
    fewest, most = days
    if fewest is not None and fewest > 0:
        return "later"
    return "earlier" if most is not None and most < 0 else "unclear"


def spread(ranges: Iterable[Range | None]) -> Spread | None:
    """Quartiles of the known ranges; None if there are none."""
    known = [days for days in ranges if days is not None]
    if not known:
        return None
    least = sorted(-INFINITE if fewest is None else fewest for fewest, _ in known)
    most = sorted(INFINITE if greatest is None else greatest for _, greatest in known)
    lower, median, upper = (_range(least, most, quarter) for quarter in (1, 2, 3))
    return Spread(len(known), lower, median, upper)


def _range(least: Sequence[float], most: Sequence[float], quarter: int) -> Range:
    """A quartile in whole days, rounded outwards."""
    low, high = _between(least, quarter), _between(most, quarter)
    return (
        None if low == -INFINITE else int(low // 4),
        None if high == INFINITE else int(-(-high // 4)),
    )


def _between(ordered: Sequence[float], quarter: int) -> float:
    """Four times a quartile, interpolated between neighbours (Hyndman & Fan 1996, definition 7)."""
    whole, part = divmod((len(ordered) - 1) * quarter, 4)
    value = ordered[whole] * (4 - part)
    return value + ordered[whole + 1] * part if part else value
