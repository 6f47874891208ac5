"""Earliest possible days implied by `after` links.

An event cannot happen before everything in its `after` has ended; the same day is allowed. A bound claims no more than
the dates do: an approximate date (`~`) bounds with its slack, an event that has begun or ended keeps its own date, and
a cancelled or missed event neither bounds another nor passes on its own bounds. Today has no influence: an event
without a report may have happened. Circular links are ignored.
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
    """The earliest possible days of an event; None if nothing bounds it.

    Attributes:
        start: the first day on which it can start; for a moment, happen.
        end: the first day on which it can end.
        own: the first start its own date allows, slack included.
        waits: the first day on which everything in its `after` can have ended.
        by: the id in `after` that decides `waits`; the first one if several do.
        root: the id whose own date `waits` comes from.
        is_passed_on: whether `end` comes from `waits`, not from its own date.
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
        """Whether `waits` is later than its own date allows."""
        return self.waits is not None and self.start == self.waits and self.start != self.own


def link_bounds(log: EventLog) -> dict[str, LinkBound]:
    """The bound of every event, by id; visits each event and each link once.

    >>> from laceventlog import link_bounds, loads
    >>> log = loads('''
    ... events:
    ...   - {id: ship, kind: event, title: Ship, status: planned, when: 2025-05}
    ...   - {id: unload, kind: event, title: Unload, status: planned, when: 2025, after: [ship]}
    ... ''')
    >>> link_bounds(log)["unload"].start
    datetime.date(2025, 5, 1)
    """
    linked = linked_bounds(log)
    return {event.id: linked.get(event.id) or _bound(event, {}) for event in log}


def linked_bounds(log: EventLog) -> dict[str, LinkBound]:
    """The bounds of the events with `after` links and of their targets, by id."""
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
    """The ids that decide the bound of an event: from the one whose own date counts to the event itself."""
    ids, before = [event_id], bounds[event_id].by
    while before is not None:
        ids.append(before)
        before = bounds[before].by if bounds[before].is_passed_on else None
    return tuple(reversed(ids))


def is_impossible(event: Event, bound: LinkBound) -> bool:
    """Whether an event's last possible start is before its bound."""
    last = last_possible(event.when, end=False)
    return event.status not in GONE and last is not None and bound.waits is not None and last < bound.waits
