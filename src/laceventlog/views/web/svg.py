"""Lanes as SVG shapes, the same on the page, with lengths in per cent, and in a picture, with lengths in pixels.

No two shapes differ by colour alone: a span is a solid bar, a window an outlined box, a past window is hatched, overdue
days are a dashed line, soft days fade.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from types import MappingProxyType

import attrs

from ..timeline.axis import Axis
from ..timeline.lanes import SpanKind
from ..timeline.segments import Drawing, Fade, Mark, Segment
from .markup import Markup, element, joined

At = Callable[[int], str]
"""From a column to a length."""

HEIGHTS = MappingProxyType({SpanKind.LASTS: 8, SpanKind.SOFT: 8, SpanKind.MAY_FALL: 13, SpanKind.GONE: 13})
"""Pixels; windows are hollow and higher, so that a solid bar remains the strongest shape."""
SIGNS = MappingProxyType({
    "happened": element("circle", r=5, class_="solid"),
    "expected": element("circle", r="4.5", class_="hollow"),
    "ended": element("path", d="M-4.5-4.5 4.5 4.5M4.5-4.5-4.5 4.5", class_="stroke"),
    "deadline": element("path", d="M-1-8H1V8H-1V5.5L-9 0-1-5.5Z", class_="solid"),
    "first-plan": element("path", d="M0-5.5 5.5 0 0 5.5-5.5 0Z", class_="hollow"),
    "onward": element("path", d="M-6-4.5 0 0-6 4.5", class_="stroke"),
    "backward": element("path", d="M6-4.5 0 0 6 4.5", class_="stroke"),
})  # fmt: skip
"""Shapes around the point 0,0; the bar of a deadline is at the end of its last day, its arrow before it."""
STOPS = MappingProxyType({Fade.BEFORE: (0, 0.75), Fade.AFTER: (0.75, 0), Fade.AROUND: (0, 0.6, 0)})
"""Opacities of a fading segment from its beginning to its end."""
PALE = 0.16
"""Opacity of the inside of a window. Fading windows have it in their gradients, as printers ignore it over those."""


def percent(axis: Axis) -> At:
    """Lengths in per cent of the axis."""
    return lambda column: f"{column * 100 / axis.width:.2f}".rstrip("0").rstrip(".") + "%"


@attrs.frozen
class SvgRenderer:
    """Draws lanes as SVG.

    Attributes:
        at: from a column to a length.
        middle: the y of the centre of all shapes.
        style: the class of the row's group, whose colour gradients have.
        is_page: whether signs refer to the definitions of the page. In pictures they are drawn in place, as not every
            program follows references.
    """

    at: At
    middle: str
    style: str
    is_page: bool = False

    def draw(self, drawing: Drawing) -> Markup:
        """All shapes of a drawing, those of the highest priority on top."""
        return joined(
            *self._slip(drawing),
            *map(self._segment, drawing.segments),
            *map(self._mark, reversed(drawing.marks)),
        )

    def onward(self, axis: Axis, drawing: Drawing) -> Iterator[Markup]:
        """Arrows at the ends of the axis beyond which a lane is open."""
        if drawing.goes_on:
            yield self._use("onward", self.at(axis.width))
        if drawing.went_before:
            yield self._use("backward", self.at(0))

    def _slip(self, drawing: Drawing) -> Iterator[Markup]:
        if drawing.slip:
            begin, end = drawing.slip
            yield self._line("slip", begin, end)

    def _segment(self, segment: Segment) -> Markup:
        if segment.kind is SpanKind.PAST:
            return self._line("past", segment.begin, segment.end)
        height = HEIGHTS[segment.kind]
        return element(
            "rect", class_=_css(segment.kind), x=self.at(segment.begin), y=self.middle,
            width=self.at(segment.end - segment.begin), height=height, transform=f"translate(0 {-height / 2:g})",
            **self._fill(segment),
        )  # fmt: skip

    def _fill(self, segment: Segment) -> dict[str, str]:
        """The fill of a segment and the outline of a window: its colour, or a gradient of it."""
        fades = segment.fade is not Fade.NOWHERE
        colour = self._gradient(segment.fade) if fades else "currentColor"
        if segment.kind is SpanKind.GONE:
            return {"fill": "url(#D-hatch)", "stroke": colour}
        if segment.kind is not SpanKind.MAY_FALL:
            return {"fill": colour}
        pale = {"fill": self._gradient(segment.fade, "-pale")} if fades else {"fill": colour, "fill_opacity": str(PALE)}
        return pale | {"stroke": colour}

    def _gradient(self, fade: Fade, tone: str = "") -> str:
        return f"url(#D-{fade}-{self.style}{tone})"

    def _line(self, style: str, begin: int, end: int) -> Markup:
        return element("line", class_=style, x1=self.at(begin), x2=self.at(end), y1=self.middle, y2=self.middle)

    def _mark(self, mark: Mark) -> Markup:
        return self._use(_css(mark.kind), self.at(mark.at))

    def _use(self, sign: str, at: str) -> Markup:
        if self.is_page:
            return element("use", href=f"#D-{sign}", x=at, y=self.middle)
        return element("g", SIGNS[sign], transform=f"translate({at} {self.middle})")


def _css(kind: SpanKind) -> str:
    return kind.replace(" ", "-")


def style_sheet(name: str) -> str:
    """The rules for a page or a picture, with those of the shapes, which they share."""
    folder = files(__package__)
    return "".join(folder.joinpath(f"{part}.css").read_text("utf-8") for part in (name, "shapes"))


def signs() -> Markup:
    """Definitions of the signs, with ids."""
    return element("defs", *(element("g", sign, id=f"D-{name}") for name, sign in SIGNS.items()))


def colours(styles: Iterable[str]) -> Markup:
    """Definitions of the hatch and, for each style, of the gradients of bars and of windows."""
    tones = ("", "-pale")
    return element("defs", _hatch(), *(_gradient(f, style, tone) for style in styles for f in STOPS for tone in tones))


def _hatch() -> Markup:
    line = element("path", d="M-1 6 6-1M-1 1 1-1M4 6 6 4", class_="stroke thin")
    return element(
        "pattern", line, id="D-hatch", class_="overdue", width=5, height=5, patternUnits="userSpaceOnUse"
    )  # fmt: skip


def _gradient(fade: Fade, style: str, tone: str) -> Markup:
    stops, tint = STOPS[fade], PALE if tone else 1
    inside = [
        element("stop", offset=f"{at / (len(stops) - 1):g}", stop_color="currentColor", stop_opacity=f"{n * tint:g}")
        for at, n in enumerate(stops)
    ]
    return element("linearGradient", *inside, id=f"D-{fade}-{style}{tone}", class_=style)


def grid(axis: Axis, at: At, today: int | None, top: int, bottom: str) -> Markup:
    """A line at the beginning of each unit, a stronger one at that of each group, and the line of today."""
    borders = set(axis.borders)
    lines = [("border" if start in borders else "tick", start) for start in axis.starts]
    lines += [("today", today)] if today is not None else []
    return joined(*(element("line", class_=style, x1=at(x), x2=at(x), y1=top, y2=bottom) for style, x in lines))
