"""The legend: a sample of each sign that occurs, drawn like the bars, and its meaning."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from ..i18n import Voice
from ..timeline.lanes import SpanKind
from ..timeline.segments import MARKS, Drawing, Fade, Mark, Segment
from .markup import Markup, element
from .svg import SvgRenderer

WIDTH, HEIGHT = 44, 20
STYLES = MappingProxyType({SpanKind.GONE: "overdue", SpanKind.PAST: "overdue"})
"""Kinds that occur in one colour only."""


def legend(kinds: Iterable[SpanKind], voice: Voice) -> Markup:
    """A list of samples with their meanings."""
    items = [element("li", sample(kind), element("span", voice.say(f"sign {kind}"))) for kind in kinds]
    return element("ul", *items, class_="legend")


def sample(kind: SpanKind) -> Markup:
    """A small picture of one sign."""
    inside = SvgRenderer(str, str(HEIGHT // 2), "sample").draw(drawing_of(kind))
    style = STYLES.get(kind, "sample")
    return element(
        "svg", inside, class_=f"sample {style}", width=WIDTH, height=HEIGHT, viewBox=f"0 0 {WIDTH} {HEIGHT}",
        aria_hidden="true", focusable="false",
    )  # fmt: skip


def drawing_of(kind: SpanKind) -> Drawing:
    """A sign by itself, for a first plan with its slip."""
    if kind is SpanKind.FIRST_PLAN:
        return Drawing(marks=(Mark(kind, 8),), slip=(8, WIDTH - 4))
    if kind in MARKS:
        return Drawing(marks=(Mark(kind, WIDTH // 2),))
    fade = Fade.AFTER if kind is SpanKind.SOFT else Fade.NOWHERE
    return Drawing(segments=(Segment(kind, 4, WIDTH - 4, fade),))
