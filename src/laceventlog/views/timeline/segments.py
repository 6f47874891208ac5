"""A lane cut to an axis: segments that do not overlap, each with its fade, and marks on single days.

For renderers whose columns are narrower than a letter. Columns run from `begin` up to, not including, `end`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

import attrs

from .axis import Axis
from .lanes import Lane, Span, SpanKind

MARKS = frozenset({SpanKind.HAPPENED, SpanKind.EXPECTED, SpanKind.ENDED, SpanKind.DEADLINE, SpanKind.FIRST_PLAN})
"""Kinds drawn as a sign on one day."""
CORES = frozenset({SpanKind.LASTS, SpanKind.MAY_FALL, SpanKind.GONE})
"""Kinds from which soft days fade out."""


RISE = 12
"""The fraction of the axis, one in so many, over which a bar without a known beginning fades in."""


class Fade(StrEnum):
    """Where a segment fades out."""

    NOWHERE = "nowhere"
    BEFORE = "before"  # towards its beginning
    AFTER = "after"  # towards its end
    AROUND = "around"  # towards both


@attrs.frozen
class Segment:
    """Columns of one kind, from `begin` up to `end`."""

    kind: SpanKind
    begin: int
    end: int
    fade: Fade = Fade.NOWHERE


@attrs.frozen
class Mark:
    """A sign at a column: at the middle of its day, for a deadline at its end."""

    kind: SpanKind
    at: int


@attrs.frozen
class Drawing:
    """A lane on an axis.

    Attributes:
        segments: bars that do not overlap.
        marks: signs, highest priority first.
        slip: the columns from the first plan to the date in force.
        goes_on: whether it extends beyond the axis without an end.
        went_before: whether it has no known beginning.
    """

    segments: tuple[Segment, ...] = ()
    marks: tuple[Mark, ...] = ()
    slip: tuple[int, int] | None = None
    goes_on: bool = False
    went_before: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no part of the lane is on the axis."""
        return not (self.segments or self.marks)


def drawing(lane: Lane, axis: Axis) -> Drawing:
    """The part of a lane that is on an axis."""
    slips = [axis.stretch(span.first, span.last) for span in lane if span.kind is SpanKind.SLIP]
    segments = _segments(lane, axis)
    return Drawing(
        tuple(segments),
        tuple(_marks(lane, axis)),
        next(filter(None, slips), None),
        goes_on=any(span.last is None and axis.stretch(span.first, None) for span in lane),
        went_before=any(span.first is None and axis.stretch(None, span.last) for span in lane),
    )


def _segments(lane: Lane, axis: Axis) -> list[Segment]:
    """Segments of the spans; columns of two spans go to the one of higher priority."""
    segments: list[Segment] = []
    deadlines = {span.last for span in lane if span.kind is SpanKind.DEADLINE}
    for span in lane:
        stretch = axis.stretch(span.first, span.last)
        if stretch is None or span.kind in MARKS or span.kind is SpanKind.SLIP:
            continue
        cores = [segment for segment in segments if segment.kind in CORES]
        for begin, end in _free(stretch, segments):
            fade = _fade(span, begin, end, cores, is_deadline=span.last in deadlines)
            segments += _rising(span, begin, end, axis) or [Segment(span.kind, begin, end, fade)]
    return segments


def _rising(span: Span, begin: int, end: int, axis: Axis) -> list[Segment]:
    """Two segments for a span without a known beginning, which fades in from the beginning of the axis."""
    full = begin + axis.width // RISE
    if span.kind is not SpanKind.LASTS or span.first is not None or full >= end:
        return []
    return [Segment(span.kind, begin, full, Fade.BEFORE), Segment(span.kind, full, end)]


def _free(stretch: tuple[int, int], taken: Iterable[Segment]) -> Sequence[tuple[int, int]]:
    """The parts of a stretch that no segment has taken."""
    free = [stretch]
    for segment in taken:
        cuts = [((begin, min(end, segment.begin)), (max(begin, segment.end), end)) for begin, end in free]
        free = [(begin, end) for pair in cuts for begin, end in pair if begin < end]
    return free


def _fade(span: Span, begin: int, end: int, cores: Iterable[Segment], *, is_deadline: bool) -> Fade:
    """Soft days fade away from certain ones, a window towards its open end."""
    if span.kind is SpanKind.SOFT:
        before = any(core.end == begin for core in cores)
        after = any(core.begin == end for core in cores)
        return {(False, True): Fade.BEFORE, (True, False): Fade.AFTER, (True, True): Fade.NOWHERE}.get(
            (before, after), Fade.AROUND
        )
    if span.kind in (SpanKind.MAY_FALL, SpanKind.GONE):
        return Fade.BEFORE if is_deadline else Fade.AFTER if span.last is None else Fade.NOWHERE
    return Fade.NOWHERE


def _marks(lane: Lane, axis: Axis) -> Iterator[Mark]:
    for span in lane:
        if span.kind not in MARKS or span.last is None:
            continue
        day = axis.nearest(span.last) if span.kind is SpanKind.ENDED else span.last
        stretch = axis.stretch(day, day)
        if stretch:
            begin, end = stretch
            yield Mark(span.kind, end if span.kind is SpanKind.DEADLINE else (begin + end) // 2)
