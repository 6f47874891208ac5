"""The legend: a sample of each sign that occurs, drawn as the bars are, and what it means."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from ..i18n import Voice
from ..timeline.lanes import Nature
from ..timeline.segments import MARKS, Drawing, Fade, Mark, Piece
from .markup import Markup, element
from .svg import Pen

WIDTH, HEIGHT = 44, 20
STYLES = MappingProxyType({Nature.GONE: "overdue", Nature.PAST: "overdue"})
"""What occurs in one colour only is shown in it."""


def legend(natures: Iterable[Nature], voice: Voice) -> Markup:
    """A list of samples with what they mean."""
    items = [element("li", sample(nature), element("span", voice.say(f"sign {nature}"))) for nature in natures]
    return element("ul", *items, class_="legend")


def sample(nature: Nature) -> Markup:
    """A small picture of one sign."""
    inside = Pen(str, str(HEIGHT // 2), "sample").draw(drawing_of(nature))
    style = STYLES.get(nature, "sample")
    return element(
        "svg", inside, class_=f"sample {style}", width=WIDTH, height=HEIGHT, viewBox=f"0 0 {WIDTH} {HEIGHT}",
        aria_hidden="true", focusable="false",
    )  # fmt: skip


def drawing_of(nature: Nature) -> Drawing:
    """The sign by itself, with what it always comes with."""
    if nature is Nature.FIRST_PLAN:
        return Drawing(marks=(Mark(nature, 8),), slip=(8, WIDTH - 4))
    if nature in MARKS:
        return Drawing(marks=(Mark(nature, WIDTH // 2),))
    fade = Fade.AFTER if nature is Nature.SOFT else Fade.NOWHERE
    return Drawing(pieces=(Piece(nature, 4, WIDTH - 4, fade),))
