"""What the link `after` implies: the days left by what has to come first.

A bound is the first day that is left, inclusive; what comes first may end on the same day. It claims no more than
the dates do: an approximate one (`~`) bounds with its slack, what has begun or ended stands on its own date alone,
and what was cancelled or missed bounds nothing, nor does it pass on what it waited for. Today takes no part: what
was not reported may have happened. Links inside a circle are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from ..dates.slack import first_possible, last_possible
from ..model import Event, EventLog, Status
from ..model.graph import graph_of, one_way

GONE = frozenset({Status.MISSED, Status.CANCELLED})


@attrs.frozen
class LinkBound:
    """The first days that are left to an event; None where nothing bounds it.

    Attributes:
        start: the first day on which it can start (a moment: fall).
        end: the first day on which it can end.
        own: what its own date allows as its start, slack included.
        waits: the first day on which all it waits for can have ended.
        by: the id of the one of them that decides `waits`; of equals the first that is named.
        root: the id whose own date that day comes from.
        is_passed_on: whether `end` comes from waiting, not from its own date.
    """

    start: date | None = None
    end: date | None = None
    own: date | None = None
    waits: date | None = None
    by: str | None = None
    root: str | None = None
    is_passed_on: bool = False

    @property
    def is_tighter(self) -> bool:
        """Whether what it waits for leaves less than its own date does."""
        return self.waits is not None and self.start == self.waits and self.start != self.own


def link_bounds(log: EventLog) -> dict[str, LinkBound]:
    """The bound of every event, by id; each event and each link is looked at once."""
    linked = linked_bounds(log)
    return {event.id: linked.get(event.id) or _bound(event, {}) for event in log}


def linked_bounds(log: EventLog) -> dict[str, LinkBound]:
    """The bounds of those events that wait for another or are waited for, by id."""
    found: dict[str, LinkBound] = {}
    for key, targets in one_way(graph_of(log, "after")).items():
        found[key] = _bound(log[key], {target: found[target] for target in targets})
    return found


def _bound(event: Event, before: Mapping[str, LinkBound]) -> LinkBound:
    if event.status in GONE:
        return LinkBound()
    by = max((key for key, bound in before.items() if bound.end), key=lambda key: _end(before[key]), default=None)
    waits = before[by].end if by else None
    root = before[by].root if by and before[by].is_passed_on else by
    own = first_possible(event.when, end=False)
    end = _later(own, first_possible(event.when, end=True))
    if not event.status.awaits_start or waits is None:
        return LinkBound(own, end, own, waits, by, root)
    return LinkBound(_later(own, waits), _later(end, waits), own, waits, by, root, end is None or end < waits)


def _end(bound: LinkBound) -> date:
    return bound.end or date.min


def _later(one: date | None, other: date | None) -> date | None:
    return max(one or date.min, other or date.min) if one or other else None


def chain(bounds: Mapping[str, LinkBound], event_id: str) -> tuple[str, ...]:
    """The ids that decide how long an event waits: first the one whose own date counts, last the event itself."""
    ids, before = [event_id], bounds[event_id].by
    while before is not None:
        ids.append(before)
        before = bounds[before].by if bounds[before].is_passed_on else None
    return tuple(reversed(ids))


def is_impossible(event: Event, bound: LinkBound) -> bool:
    """Whether an event's last possible day to start lies before the first that is left to it."""
    last = last_possible(event.when, end=False)
    return event.status not in GONE and last is not None and bound.waits is not None and last < bound.waits
