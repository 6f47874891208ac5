"""Looking things up in a log without looking at all of it. Days are day numbers (`date.toordinal`), inclusive."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
Days = tuple[date | None, date | None]
"""A first and a last day; None where open."""
ALWAYS, EVER = 0, date.max.toordinal() + 1


class Ordered(NamedTuple, Generic[T]):
    """Things in the order of the day each of them has; those without one are left out."""

    days: Sequence[int]
    things: Sequence[T]

    def up_to(self, last: date) -> Sequence[T]:
        """Those whose day is `last` or before: O(log n)."""
        return self.things[: bisect_right(self.days, last.toordinal())]

    def between(self, first: date, last: date) -> Sequence[T]:
        """Those whose day is one from `first` to `last`: O(log n)."""
        begin = bisect_left(self.days, first.toordinal())
        return self.things[begin : bisect_right(self.days, last.toordinal())]


def ordered(things: Iterable[T], day: Callable[[T], date | None]) -> Ordered[T]:
    """Things by the day that a function gives for each; of one day, as they came."""
    dated = [(found.toordinal(), thing) for thing in things if (found := day(thing)) is not None]
    dated.sort(key=lambda pair: pair[0])
    return Ordered(array("l", (number for number, _ in dated)), tuple(thing for _, thing in dated))


class Windows(NamedTuple, Generic[T]):
    """Things that have a first and a last day, to be asked which of them touch a period.

    They stand in the order of their first days. Above them a tree holds for each stretch the farthest last day in
    it (`reach[1]` is the root, the leaves begin at `len(reach) // 2`), so that a stretch that ends too early is passed
    over as a whole.
    """

    starts: Sequence[int]
    reach: Sequence[int]
    things: Sequence[T]

    def touching(self, first: date, last: date) -> Iterator[T]:
        """Those with a day in common with `first` to `last`, by their first day: O(log n) for each stretch of
        neighbours that do.
        """
        begun = bisect_right(self.starts, last.toordinal())
        wanted, leaves = first.toordinal(), len(self.reach) // 2
        ahead = [(1, 0, leaves)]
        while ahead:
            node, begin, width = ahead.pop()
            if begin >= begun or self.reach[node] < wanted:
                continue
            if width == 1:
                yield self.things[begin]
            else:
                ahead += [(2 * node + 1, begin + width // 2, width // 2), (2 * node, begin, width // 2)]


def windows(things: Iterable[T], days: Callable[[T], Days | None]) -> Windows[T]:
    """Things by the first and last day that a function gives for each; those for which it gives None are left out."""
    dated = [(_number(found[0], ALWAYS), _number(found[1], EVER), thing) for thing in things if (found := days(thing))]
    dated.sort(key=lambda window: window[0])
    leaves = 1 << (max(len(dated), 1) - 1).bit_length()
    reach = array("l", [ALWAYS - 1]) * (2 * leaves)
    reach[leaves : leaves + len(dated)] = array("l", (last for _, last, _ in dated))
    for node in range(leaves - 1, 0, -1):
        reach[node] = max(reach[2 * node], reach[2 * node + 1])
    return Windows(array("l", (first for first, _, _ in dated)), reach, tuple(thing for _, _, thing in dated))


def _number(day: date | None, otherwise: int) -> int:
    return day.toordinal() if day else otherwise
