"""Several filters at once: an event has to pass each of them, whichever of them leaves the fewest."""

from __future__ import annotations

from itertools import product

import pytest

from laceventlog.dates import When
from laceventlog.model import Delivery, Event, EventLog, Meeting, Statement, Status

COUNTRIES, KINDS, STATUSES, TAGS = ("CU", "RU"), (Delivery, Meeting), (Status.PLANNED, Status.COMPLETED), ("a", "b")


def log(rare: int) -> EventLog:
    """Every combination of the values; of the filter numbered `rare` the first value occurs once only."""
    events: list[Event] = []
    for number, values in enumerate(product(COUNTRIES, KINDS, STATUSES, TAGS)):
        first = values[rare] == (COUNTRIES, KINDS, STATUSES, TAGS)[rare][0]
        if not first or not any(e.title == "rare" for e in events):
            country, kind, status, tag = values
            history = [Statement(status=status, when=When.parse("2024"))]
            title = "rare" if first else "common"
            events.append(kind(id=f"e{number}", title=title, countries=(country,), tags=(tag,), history=history))
    return EventLog(events)


def passes(event: Event, country: str, kind: str, status: Status | None, tag: str) -> bool:
    asked = [
        not country or country in event.countries, not kind or kind == event.kind,
        not status or status is event.status, not tag or tag in event.tags,
    ]  # fmt: skip
    return all(asked)


@pytest.mark.parametrize("rare", range(4), ids=["country", "kind", "status", "tag"])
def test_an_event_passes_every_filter(rare: int) -> None:
    events = log(rare)
    kinds = [kind.kind for kind in KINDS]
    for country, kind, status, tag in product(("", *COUNTRIES), ("", *kinds), (None, *STATUSES), ("", *TAGS)):
        found = events.filter(
            countries=[country] * bool(country),
            kinds=[kind] * bool(kind),
            statuses=[status] if status else [],
            tags=[tag] * bool(tag),
        )
        assert list(found) == [event for event in events if passes(event, country, kind, status, tag)]
