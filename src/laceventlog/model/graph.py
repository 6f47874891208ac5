"""The graph of links: its order and its circles. Nothing here recurses, however deep.

A graph maps each id to the ids it links to; every linked id is a key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from .event import Event

Graph = Mapping[str, Sequence[str]]


def graph_of(events: Iterable[Event], link: str) -> Graph:
    """The graph of one link, such as `after`; events without such a link, in either direction, are left out.

    Links to the event itself or out of `events` are ignored.
    """
    events = tuple(events)
    if not any(getattr(event, link) for event in events):
        return {}
    pointing = {event.id: tuple(dict.fromkeys(getattr(event, link))) for event in events}
    touched = {target for key, targets in pointing.items() for target in targets if target != key}
    return {
        key: tuple(target for target in targets if target in pointing and target != key)
        for key, targets in pointing.items()
        if targets or key in touched
    }


def connected(events: Iterable[Event]) -> list[list[Event]]:
    """The connected groups of events, by links of any kind in either direction; each in reading order."""
    numbered = {event.id: (number, event) for number, event in enumerate(events)}
    both: dict[str, list[str]] = {key: [] for key in numbered}
    for key, (_, event) in numbered.items():
        for target in (target for targets in event.links().values() for target in targets if target in numbered):
            both[key].append(target)
            both[target].append(key)
    return [[event for _, event in sorted((numbered[key] for key in group), key=_number)] for group in components(both)]


def _number(numbered: tuple[int, Event]) -> int:
    return numbered[0]


def components(graph: Graph) -> Iterator[list[str]]:
    """The strongly connected components; every component comes after those it links to.

    Most are single nodes. Each node and link is visited once: the path-based algorithm (Gabow 2000,
    https://doi.org/10.1016/S0020-0190(00)00051-X), with its own stack instead of recursion.
    """
    walk = _Walk(graph)
    for node in graph:
        yield from walk.groups_from(node)


class _Walk:
    """A depth-first walk: the path from each of `begins` on may still turn out to be one component."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.number: dict[str, int] = {}
        self.path: list[str] = []
        self.begins: list[str] = []
        self.closed: set[str] = set()

    def groups_from(self, root: str) -> Iterator[list[str]]:
        """The components reachable from `root` that were not found before."""
        trail = [] if root in self.number else [self._enter(root)]
        while trail:
            node, targets = trail[-1]
            target = next(targets, None)
            if target is None:
                trail.pop()
                if self.begins[-1] == node:
                    yield self._close(node)
            elif target not in self.number:
                trail.append(self._enter(target))
            elif target not in self.closed:  # it is on the path: everything since is one component
                while self.number[self.begins[-1]] > self.number[target]:
                    self.begins.pop()

    def _enter(self, node: str) -> tuple[str, Iterator[str]]:
        self.number[node] = len(self.number)
        self.path.append(node)
        self.begins.append(node)
        return node, iter(self.graph[node])

    def _close(self, node: str) -> list[str]:
        self.begins.pop()
        group = [self.path.pop()]
        while group[-1] != node:
            group.append(self.path.pop())
        self.closed.update(group)
        return group


def circles(graph: Graph) -> list[tuple[str, ...]]:
    """Every circle of links, with its members in the order the links lead, from the first by name."""
    return sorted(_as_linked(group, graph) for group in components(graph) if len(group) > 1)


def _as_linked(group: Sequence[str], graph: Graph) -> tuple[str, ...]:
    inside, ahead = set(group), [min(group)]
    seen: dict[str, None] = {}
    while ahead:
        node = ahead.pop()
        if node not in seen:
            seen[node] = None
            ahead += sorted(inside.intersection(graph[node]), reverse=True)
    return tuple(seen)


def one_way(graph: Graph) -> dict[str, tuple[str, ...]]:
    """The graph without the links inside circles, ordered so that every node comes after those it links to."""
    ordered: dict[str, tuple[str, ...]] = {}
    for group in components(graph):
        inside = frozenset(group) if len(group) > 1 else frozenset()
        ordered |= {node: tuple(target for target in graph[node] if target not in inside) for node in group}
    return ordered
