"""Events in groups that links hold together: each event once, no link between two groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog.model import Event, Status
from laceventlog.model.graph import connected
from laceventlog.model.statement import Statement


def events(*links: str) -> list[Event]:
    """`a>b` is an event a that comes after b, `a` one alone."""
    made = []
    for link in links:
        key, _, after = link.partition(">")
        targets = tuple(after.split(",")) if after else ()
        made.append(
            Event(id=key, title=key, after=targets[:1], related=targets[1:], history=[Statement(status=Status.PLANNED)])
        )
    return made


@pytest.mark.parametrize(
    ("links", "groups"),
    [
        ([], []),
        (["a", "b"], ["a", "b"]),
        (["c>a", "b", "a"], ["b", "ca"]),
        (["a>b", "b>a", "c>c"], ["ab", "c"]),  # circles
        (["a>x", "b>x"], ["a", "b"]),  # what is not among them holds nothing together
        (["a>c", "b>c,d", "c", "d"], ["abcd"]),
    ],
)
def test_groups(links: list[str], groups: list[str]) -> None:
    assert sorted("".join(event.id for event in group) for group in connected(events(*links))) == groups


pointing = st.lists(st.lists(st.integers(0, 9), max_size=2), max_size=10)


@given(pointing)
def test_any_event_is_in_one_group_with_all_it_is_linked_to(targets: list[list[int]]) -> None:
    made = events(*(f"{at}>{','.join(map(str, own))}" if own else f"{at}" for at, own in enumerate(targets)))
    groups = connected(made)
    place = {event.id: at for at, group in enumerate(groups) for event in group}
    assert len(place) == sum(map(len, groups)) == len(made)
    for event in made:
        assert {place[key] for keys in event.links().values() for key in keys if key in place} <= {place[event.id]}
