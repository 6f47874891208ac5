"""A lane cut to an axis: pieces that do not overlap, each with how it fades, and marks on single days.

For renderers that can draw a column less wide than a letter. Columns run from `begin` up to `end`, which is free.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

import attrs

from .axis import Axis
from .lanes import Lane, Nature, Part

MARKS = frozenset({Nature.HAPPENED, Nature.EXPECTED, Nature.ENDED, Nature.DEADLINE, Nature.FIRST_PLAN})
"""What stands on one day, as a sign."""
CORES = frozenset({Nature.LASTS, Nature.MAY_FALL, Nature.GONE})
"""What soft days fade away from."""


RISE = 12
"""The part of the axis, one in so many, in which a bar without a known beginning reaches its full colour."""


class Fade(StrEnum):
    """Where a piece fades out."""

    NOWHERE = "nowhere"
    BEFORE = "before"  # at its beginning
    AFTER = "after"  # at its end
    AROUND = "around"  # at both


@attrs.frozen
class Piece:
    """Columns from `begin` up to `end` that mean the same."""

    nature: Nature
    begin: int
    end: int
    fade: Fade = Fade.NOWHERE


@attrs.frozen
class Mark:
    """A sign at a column: in the middle of its day, a deadline at the end of it."""

    nature: Nature
    at: int


@attrs.frozen
class Drawing:
    """All that a lane shows on an axis.

    Attributes:
        pieces: stretches, none of which overlaps another.
        marks: signs, the weightiest first.
        slip: the columns between first plan and date in force.
        goes_on: whether it goes on beyond the axis without an end.
        went_before: whether it has no known beginning.
    """

    pieces: tuple[Piece, ...] = ()
    marks: tuple[Mark, ...] = ()
    slip: tuple[int, int] | None = None
    goes_on: bool = False
    went_before: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the lane is on the axis."""
        return not (self.pieces or self.marks)


def drawing(lane: Lane, axis: Axis) -> Drawing:
    """What of a lane is on an axis."""
    slips = [axis.stretch(part.first, part.last) for part in lane if part.nature is Nature.SLIP]
    pieces = _pieces(lane, axis)
    return Drawing(
        tuple(pieces),
        tuple(_marks(lane, axis)),
        next(filter(None, slips), None),
        goes_on=any(part.last is None and axis.stretch(part.first, None) for part in lane),
        went_before=any(part.first is None and axis.stretch(None, part.last) for part in lane),
    )


def _pieces(lane: Lane, axis: Axis) -> list[Piece]:
    """Where two parts share columns, the weightier one has them."""
    pieces: list[Piece] = []
    deadlines = {part.last for part in lane if part.nature is Nature.DEADLINE}
    for part in lane:
        stretch = axis.stretch(part.first, part.last)
        if stretch is None or part.nature in MARKS or part.nature is Nature.SLIP:
            continue
        cores = [piece for piece in pieces if piece.nature in CORES]
        for begin, end in _free(stretch, pieces):
            fade = _fade(part, begin, end, cores, is_deadline=part.last in deadlines)
            pieces += _rising(part, begin, end, axis) or [Piece(part.nature, begin, end, fade)]
    return pieces


def _rising(part: Part, begin: int, end: int, axis: Axis) -> list[Piece]:
    """What lasts since nobody knows when comes out of nothing at the beginning of the axis."""
    full = begin + axis.width // RISE
    if part.nature is not Nature.LASTS or part.first is not None or full >= end:
        return []
    return [Piece(part.nature, begin, full, Fade.BEFORE), Piece(part.nature, full, end)]


def _free(stretch: tuple[int, int], taken: Iterable[Piece]) -> Sequence[tuple[int, int]]:
    """What other pieces leave of a stretch."""
    free = [stretch]
    for piece in taken:
        cuts = [((begin, min(end, piece.begin)), (max(begin, piece.end), end)) for begin, end in free]
        free = [(begin, end) for pair in cuts for begin, end in pair if begin < end]
    return free


def _fade(part: Part, begin: int, end: int, cores: Iterable[Piece], *, is_deadline: bool) -> Fade:
    """Soft days fade away from what is certain, a window towards the end that nobody named."""
    if part.nature is Nature.SOFT:
        before = any(core.end == begin for core in cores)
        after = any(core.begin == end for core in cores)
        return {(False, True): Fade.BEFORE, (True, False): Fade.AFTER, (True, True): Fade.NOWHERE}.get(
            (before, after), Fade.AROUND
        )
    if part.nature in (Nature.MAY_FALL, Nature.GONE):
        return Fade.BEFORE if is_deadline else Fade.AFTER if part.last is None else Fade.NOWHERE
    return Fade.NOWHERE


def _marks(lane: Lane, axis: Axis) -> Iterator[Mark]:
    for part in lane:
        if part.nature not in MARKS or part.last is None:
            continue
        day = axis.nearest(part.last) if part.nature is Nature.ENDED else part.last
        stretch = axis.stretch(day, day)
        if stretch:
            begin, end = stretch
            yield Mark(part.nature, end if part.nature is Nature.DEADLINE else (begin + end) // 2)
