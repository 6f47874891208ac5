"""Links as a graph: the order in which they lead, circles, and depth. Compared with the plain definition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog.model import Event, Status
from laceventlog.model.graph import Graph, circles, components, graph_of, one_way
from laceventlog.model.statement import Statement

DEEP = 100_000
NAMES = "abcdefg"


def graph(text: str) -> dict[str, tuple[str, ...]]:
    """`a>bc b>c c` is a graph: a points to b and c, b to c."""
    return {node: tuple(targets) for node, _, targets in (part.partition(">") for part in text.split())}


graphs = st.dictionaries(st.sampled_from(NAMES), st.frozensets(st.sampled_from(NAMES), max_size=3)).map(
    lambda links: {
        node: tuple(t for t in sorted(links.get(node, ())) if t != node and t in links) for node in sorted(links)
    }
)


def reached(links: Graph, start: str) -> set[str]:
    """All that `start` leads to, by the definition."""
    found: set[str] = set()
    ahead = list(links[start])
    while ahead:
        node = ahead.pop()
        if node not in found:
            found.add(node)
            ahead += links[node]
    return found


CIRCLES = [
    ("", []),
    ("a b c", []),
    ("a>b b>c c", []),
    ("a>bc b>c c", []),  # two ways to one place are no circle
    ("a>b b>a", ["ab"]),
    ("b>a a>b", ["ab"]),  # whatever the order they were read in
    ("c>a a>b b>c", ["abc"]),
    ("a>c c>b b>a", ["acb"]),  # as the links lead, not as the alphabet does
    ("a>b b>a c>d d>c", ["ab", "cd"]),
    ("d>c c>d b>a a>b", ["ab", "cd"]),
    ("a>b b>ac c>a", ["abc"]),  # two circles through one another are one
    ("x>a a>b b>ay y", ["ab"]),  # what leads in and what leads out is no member
    ("a>b b>ac c>d d>c", ["ab", "cd"]),  # two circles, one behind the other
]


@pytest.mark.parametrize(("text", "found"), CIRCLES)
def test_circles(text: str, found: list[str]) -> None:
    assert ["".join(circle) for circle in circles(graph(text))] == found


@given(graphs)
def test_any_circle_holds_exactly_what_leads_back_to_itself(links: Graph) -> None:
    found = circles(links)
    members = [node for circle in found for node in circle]
    assert len(members) == len(set(members))
    assert set(members) == {node for node in links if node in reached(links, node)}
    for circle in found:
        assert circle[0] == min(circle)
        assert all(
            set(circle) == {n for n in reached(links, member) if member in reached(links, n)} for member in circle
        )


@given(graphs)
def test_any_circle_is_said_alike_in_whatever_order_it_was_read(links: Graph) -> None:
    turned = {node: links[node][::-1] for node in sorted(links, reverse=True)}
    assert circles(turned) == circles(links)


@given(graphs)
def test_any_node_comes_behind_all_it_points_to(links: Graph) -> None:
    ordered = one_way(links)
    assert ordered.keys() == links.keys()
    seen: set[str] = set()
    for node, targets in ordered.items():
        assert seen.issuperset(targets)
        seen.add(node)


@given(graphs)
def test_any_link_left_out_is_one_inside_a_circle(links: Graph) -> None:
    ordered = one_way(links)
    for node, targets in links.items():
        inside = {target for target in targets if node in reached(links, target)}
        assert ordered[node] == tuple(target for target in targets if target not in inside)


class Counted(Sequence[str]):
    """Targets that count how often one of them is looked at."""

    looks = 0

    def __init__(self, targets: Sequence[str]) -> None:
        self.targets = targets

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError

    def __iter__(self) -> Iterator[str]:
        for target in self.targets:
            Counted.looks += 1
            yield target


@given(graphs)
def test_any_link_is_looked_at_once(links: Graph) -> None:
    Counted.looks = 0
    found = list(components({node: Counted(targets) for node, targets in links.items()}))
    assert sum(map(len, found)) == len(links)
    assert Counted.looks == sum(map(len, links.values()))


def test_a_chain_may_be_as_long_as_it_likes() -> None:
    line = {str(number): (str(number + 1),) for number in range(DEEP)} | {str(DEEP): ()}
    assert list(one_way(line)) == [str(number) for number in range(DEEP, -1, -1)]
    assert circles(line) == []


def test_a_circle_may_be_as_long_as_it_likes() -> None:
    ring = {str(number): (str((number + 1) % DEEP),) for number in range(DEEP)}
    (found,) = circles(ring)
    assert found == tuple(map(str, range(DEEP)))


def test_a_graph_has_only_what_is_linked_and_no_link_to_itself_to_nothing_or_twice() -> None:
    history = [Statement(status=Status.PLANNED)]
    events = [
        Event(id="a", title="A", after=("b", "gone", "a", "b"), part_of=("c",), history=history),
        Event(id="b", title="B", history=history),
        Event(id="c", title="C", history=history),
    ]
    assert graph_of(events, "after") == {"a": ("b",), "b": ()}
    assert graph_of(events, "part_of") == {"a": ("c",), "c": ()}
    assert graph_of(events, "related") == {}
