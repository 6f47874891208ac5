"""The order of differences: the longest shift first, even if one end of its range is unknown."""

from __future__ import annotations

import pytest

from laceventlog.dates import When
from laceventlog.model import Event, EventLog, Statement, Status
from laceventlog.reports import diff


def order(after: Status, moves: dict[str, tuple[str, str]]) -> list[str]:
    """The ids of events in the order they are told; each has a plan, and then what was said of it."""

    def log(steps: int) -> EventLog:
        return EventLog(
            Event(
                id=key,
                title=key,
                history=[
                    Statement(status=status, when=When.parse(when), said=When.parse(f"2024-0{month}"))
                    for month, status, when in zip((1, 2), (Status.PLANNED, after), whens, strict=True)
                ][:steps],
            )
            for key, whens in moves.items()
        )

    return [change.subject.id for change in diff(log(1), log(2))]


@pytest.mark.parametrize("after", [Status.PLANNED, Status.COMPLETED])
def test_what_moved_farthest_comes_first(after: Status) -> None:
    moves = {"a": ("2024-05-17", "2024-05-18"), "b": ("2024-05-17", "2024-06-17"), "c": ("2024-05-17", "2024-05-27")}
    assert order(after, moves) == ["b", "c", "a"]


def test_an_end_that_is_not_known_counts_as_the_one_that_is() -> None:
    later = {
        "two-days": ("2024-05-17", "2024-05-19"),
        "at-least-three": ("2024-05-17", "[2024-05-20..]"),
        "four-or-five": ("2024-05-17", "[2024-05-21..2024-05-22]"),
    }
    assert order(Status.PLANNED, later) == ["four-or-five", "at-least-three", "two-days"]
    earlier = {
        "two-days": ("2024-05-19", "2024-05-17"),
        "at-least-three": ("[2024-05-20..]", "2024-05-17"),
        "four-or-five": ("[2024-05-21..2024-05-22]", "2024-05-17"),
    }
    assert order(Status.PLANNED, earlier) == ["two-days", "at-least-three", "four-or-five"]
