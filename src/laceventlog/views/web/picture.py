"""The timeline as a picture: one self-contained SVG file, without script, font or address to load.

Lengths are pixels. Texts are cut for the widest of common fonts, so that none extends beyond the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from ...reports import Group, Row
from ..labels import MARKERS, group_heading, long_day, note
from ..text_layout import fit, wrap
from .context import PageContext, Timeline, tooltip
from .legend import HEIGHT, WIDTH, sample
from .markup import Markup, element, escape, joined
from .pixel_width import ruler
from .svg import SvgRenderer, colours, grid, style_sheet

MARGIN, GAP, ROW, LINE, LETTER = 24, 16, 26, 16, 8
LONGEST_NOTE = 200
LEAST = 400
HEADLINE, HEADING, TITLE, SMALL = ruler(26, bold=True), ruler(15, bold=True), ruler(13), ruler(12)
BOLD = ruler(12, bold=True)


@attrs.frozen
class Block:
    """A block as wide as the picture: its height, and a function that draws it at a y."""

    height: int
    draw: Callable[[int], Iterable[Markup]]


@attrs.frozen
class PictureLayout:
    """Columns of the picture: titles, chart, notes."""

    context: PageContext
    width: int
    notes: int

    @property
    def chart(self) -> int:
        """The x at which the chart begins."""
        return self.width - MARGIN - self.notes - GAP - self.context.axis.width

    @property
    def titles(self) -> int:
        """The width of titles."""
        return self.chart - GAP - MARGIN

    @property
    def to_chart(self) -> str:
        """A transform from columns to x."""
        return f"translate({self.chart} 0)"


def render(timeline: Timeline, width: int = 1000) -> str:
    """The whole picture in SVG: the rows with a day on the axis, and the number of others.

    Args:
        timeline: the content.
        width: pixels; at least 400.
    """
    width = max(LEAST, width)
    longest = max(
        (int(BOLD.whole(note(row, timeline.today, timeline.voice.long))) + 1 for row in timeline.dated), default=0
    )
    notes = min(longest, LONGEST_NOTE, width // 4)
    context = timeline.context(width - 2 * MARGIN - notes - 2 * GAP - width * 31 // 100, LETTER)
    drawn = [row for row in timeline.dated if not context.drawing(row).is_empty]
    layout = PictureLayout(attrs.evolve(context, rows=tuple(drawn)), width, notes)
    counted = [*_left_out(context, len(timeline.dated), len(drawn)), *timeline.left_out]
    remarks = [context.voice.say("not drawn", what=what) for what in counted]
    return f"{_picture(layout, [*_blocks(layout, remarks)])}\n"


def _left_out(context: PageContext, dated: int, drawn: int) -> Iterator[str]:
    """The number of rows that are not drawn, with the reason."""
    voice = context.voice
    if len(context.rows) > dated:
        yield voice.say("n without a date", len(context.rows) - dated)
    if dated > drawn:
        first, last = voice.day(context.axis.first), voice.day(context.axis.last)
        yield voice.say("n outside", dated - drawn, first=first, last=last)


def _picture(layout: PictureLayout, blocks: Sequence[Block]) -> Markup:
    """The blocks, one below the other, on a white background."""
    y = MARGIN
    drawn: list[Markup] = []
    for block in blocks:
        drawn += block.draw(y)
        y += block.height
    height = y + MARGIN
    groups = [group for group, _ in layout.context.groups]
    return element(
        "svg",
        element("title", _headline(layout.context), id="D-title"),
        element("desc", _description(layout.context), id="D-desc"),
        element("style", Markup(style_sheet("picture"))),
        colours([*groups, "sample"]),
        element("rect", class_="paper", width=layout.width, height=height),
        *drawn,
        xmlns="http://www.w3.org/2000/svg", width=layout.width, height=height,
        viewBox=f"0 0 {layout.width} {height}", role="img", aria_labelledby="D-title D-desc",
        lang=layout.context.voice.code,
    )  # fmt: skip


def _headline(context: PageContext) -> str:
    return f"{context.title} – {long_day(context.today, context.voice)}"


def _description(context: PageContext) -> str:
    """The description for screen readers: every row with its note, by group."""
    return " ".join(
        f"{group_heading(group, context.voice)[0]}: "
        + "; ".join(f"{row.event.title} ({note(row, context.today, context.voice)})" for row in rows)
        + "."
        for group, rows in context.groups
    )


def _blocks(layout: PictureLayout, remarks: Iterable[str]) -> Iterator[Block]:
    context = layout.context
    yield _line(fit(context.title, layout.width - 2 * MARGIN, HEADLINE), "headline", 28, 22)
    count = context.voice.say("web events", len(context.rows))
    day = context.voice.say("web as of", day=long_day(context.today, context.voice))
    yield _line(f"{count}, {day}", "quiet", 30, 16)
    if context.rows:
        yield Block(58, lambda y: _axis(layout, y))
    for group, rows in context.groups:
        yield from _group(group, rows, layout)
    yield from _legend(layout)
    yield from (_line(fit(text, layout.width - 2 * MARGIN, SMALL), "small quiet", 18, 14) for text in remarks)


def _line(text: str, style: str, height: int, baseline: int) -> Block:
    """A line of text from the left margin."""
    return Block(height, lambda y: [element("text", text, class_=style, x=MARGIN, y=y + baseline)])


def _axis(layout: PictureLayout, y: int) -> Iterator[Markup]:
    """The scale of all bars."""
    context = layout.context
    yield _lines(layout, y + 20, 38)
    yield _today_line(layout, y + 20, y + 58)
    groups, ticks = context.axis.labels(LETTER, context.voice)
    for style, below, labels in (("over", 34, groups), ("under", 52, ticks)):
        for label in labels:
            yield _haloed(label.text, style, layout.chart + label.at + 4, y + below)
    if context.today_column is not None:
        yield _today(layout, y + 14)


def _haloed(text: str, style: str, x: int, y: int, anchor: str | None = None) -> Markup:
    """A text with a halo, so that no line behind it strikes it through."""
    return element(
        "text", text, class_=style, x=x, y=y, stroke="#fff", stroke_width=4, paint_order="stroke", text_anchor=anchor
    )


def _today(layout: PictureLayout, y: int) -> Markup:
    """The date at today's line, on the side with enough room."""
    text = layout.context.voice.say("web today", day=layout.context.voice.day(layout.context.today))
    x, half = layout.chart + (layout.context.today_column or 0), BOLD.whole(text) / 2
    anchor = "start" if x - half < layout.chart else "end" if x + half > layout.width - MARGIN else "middle"
    return _haloed(text, "now", x, y, anchor)


def _heading(group: Group, count: int, layout: PictureLayout) -> Block:
    """Sign, name, count and explanation of a group, above a line."""
    name, why = group_heading(group, layout.context.voice)
    right = layout.width - MARGIN
    text = fit(f"{name} {count}", layout.width // 2, HEADING)
    behind = MARGIN + 36 + int(HEADING.whole(text))
    explained = fit(why, right - behind, TITLE)

    def draw(y: int) -> Iterator[Markup]:
        inside = [
            element("text", MARKERS[group], class_="heading accent", x=MARGIN, y=y + 33),
            element("text", text, class_="heading", x=MARGIN + 20, y=y + 33),
            element("text", explained, class_="quiet", x=behind, y=y + 33),
            element("line", class_="rule", x1=MARGIN, x2=right, y1=y + 42, y2=y + 42),
        ]
        yield element("g", *inside, class_=group)

    return Block(43, draw)


def _row(row: Row, layout: PictureLayout) -> Block:
    """A title, in two lines if need be, its bar and its note."""
    context, right = layout.context, layout.width - MARGIN
    drawing, titles = context.drawing(row), _title(row, layout)
    noted = fit(note(row, context.today, context.voice), layout.notes, BOLD)
    height = ROW + LINE * (len(titles) - 1)

    def draw(y: int) -> Iterator[Markup]:
        renderer = SvgRenderer(str, str(y + height // 2), row.group)
        bar = [renderer.draw(drawing), *renderer.onward(context.axis, drawing)]
        inside = [
            element("title", Markup("\n").join(map(escape, tooltip(row, context.voice)))),
            element("rect", class_="field", x=MARGIN, y=y, width=right - MARGIN, height=height),
            element("line", class_="between", x1=MARGIN, x2=right, y1=y + height, y2=y + height),
            *(element("text", text, x=MARGIN, y=y + 17 + LINE * at) for at, text in enumerate(titles)),
            element("g", *bar, transform=layout.to_chart),
            element("text", noted, class_="note", x=right, y=y + height // 2 + 4, text_anchor="end"),
        ]
        yield element("g", *inside, class_=row.group)

    return Block(height, draw)


def _title(row: Row, layout: PictureLayout) -> list[str]:
    first, *rest = wrap(row.event.title, layout.titles, TITLE)
    return [first, fit(" ".join(rest), layout.titles, TITLE)] if rest else [first]


def _group(group: Group, rows: Sequence[Row], layout: PictureLayout) -> Iterator[Block]:
    """Heading and rows, with a part of today's line over them."""
    blocks = [_row(row, layout) for row in rows]
    height = sum(block.height for block in blocks)
    yield _heading(group, len(rows), layout)
    yield Block(0, lambda y: [_lines(layout, y, height)])
    yield from blocks
    yield Block(0, lambda y: [_today_line(layout, y - height, y)])


def _lines(layout: PictureLayout, y: int, height: int) -> Markup:
    lines = grid(layout.context.axis, str, None, 0, str(height))
    return element("g", lines, transform=f"translate({layout.chart} {y})")


def _today_line(layout: PictureLayout, top: int, bottom: int) -> Markup:
    column = layout.context.today_column
    if column is None:
        return Markup("")
    x = layout.chart + column
    return element("line", class_="today", x1=x, x2=x, y1=top, y2=bottom)


def _legend(layout: PictureLayout) -> Iterator[Block]:
    """Samples with their meanings, as many side by side as fit."""
    voice, line = layout.context.voice, [Markup("")]
    yield Block(18, lambda _: ())
    x = MARGIN
    for kind in layout.context.kinds():
        text = voice.say(f"sign {kind}")
        taken = WIDTH + 8 + int(SMALL.whole(text)) + 1
        if x > MARGIN and x + taken > layout.width - MARGIN:
            yield _shifted(line)
            x, line = MARGIN, []
        meaning = element("text", text, class_="small quiet", x=WIDTH + 8, y=HEIGHT - 6)
        line.append(element("g", sample(kind), meaning, transform=f"translate({x} 0)"))
        x += taken + GAP
    yield _shifted(line)
    yield Block(8, lambda _: ())


def _shifted(line: Iterable[Markup]) -> Block:
    inside = joined(*line)
    return Block(24, lambda y: [element("g", inside, transform=f"translate(0 {y})")])
