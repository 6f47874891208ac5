"""The timeline as a picture: one SVG file for reports, whole in itself, with no script, font or address to load.

Lengths are pixels. Texts are cut by the widest letters they may be set in, so that none reaches beyond the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from ...reports import Group, Row
from ..labels import MARKERS, group_heading, long_day, note
from ..text_layout import fit, wrap
from .context import Frame, Timeline, tooltip
from .legend import HEIGHT, WIDTH, sample
from .markup import Markup, element, escape, joined
from .pixel_width import ruler
from .svg import Pen, colours, grid, style_sheet

MARGIN, GAP, ROW, LINE, LETTER = 24, 16, 26, 16, 8
LONGEST_NOTE = 200
LEAST = 400
HEADLINE, HEADING, TITLE, SMALL = ruler(26, bold=True), ruler(15, bold=True), ruler(13), ruler(12)
BOLD = ruler(12, bold=True)


@attrs.frozen
class Block:
    """Something as wide as the picture: its height, and what draws it below a y."""

    height: int
    draw: Callable[[int], Iterable[Markup]]


@attrs.frozen
class Sheet:
    """Where things stand: titles, then the chart, then what is noted beside it."""

    frame: Frame
    width: int
    beside: int

    @property
    def chart(self) -> int:
        """Where the chart begins."""
        return self.width - MARGIN - self.beside - GAP - self.frame.axis.width

    @property
    def titles(self) -> int:
        """Pixels there are for titles."""
        return self.chart - GAP - MARGIN

    @property
    def to_chart(self) -> str:
        """Moves what stands at a column to its place."""
        return f"translate({self.chart} 0)"


def render(timeline: Timeline, width: int = 1000) -> str:
    """The whole picture, in SVG: the rows with a day on the axis, and how many there are beside them.

    Args:
        timeline: what to draw.
        width: pixels; at least 400.
    """
    width = max(LEAST, width)
    notes = max(
        (int(BOLD.whole(note(row, timeline.today, timeline.voice.long))) + 1 for row in timeline.dated), default=0
    )
    beside = min(notes, LONGEST_NOTE, width // 4)
    frame = timeline.frame(width - 2 * MARGIN - beside - 2 * GAP - width * 31 // 100, LETTER)
    drawn = [row for row in timeline.dated if not frame.drawing(row).is_empty]
    sheet = Sheet(attrs.evolve(frame, rows=tuple(drawn)), width, beside)
    counted = [*_left_out(frame, len(timeline.dated), len(drawn)), *timeline.left_out]
    remarks = [frame.voice.say("not drawn", what=what) for what in counted]
    return f"{_picture(sheet, [*_blocks(sheet, remarks)])}\n"


def _left_out(frame: Frame, dated: int, drawn: int) -> Iterator[str]:
    """What is not drawn, counted, with its reason."""
    voice = frame.voice
    if len(frame.rows) > dated:
        yield voice.say("n without a date", len(frame.rows) - dated)
    if dated > drawn:
        first, last = voice.day(frame.axis.first), voice.day(frame.axis.last)
        yield voice.say("n outside", dated - drawn, first=first, last=last)


def _picture(sheet: Sheet, blocks: Sequence[Block]) -> Markup:
    """The blocks below each other, on paper."""
    y = MARGIN
    drawn: list[Markup] = []
    for block in blocks:
        drawn += block.draw(y)
        y += block.height
    height = y + MARGIN
    groups = [group for group, _ in sheet.frame.groups]
    return element(
        "svg",
        element("title", _headline(sheet.frame), id="D-title"),
        element("desc", _description(sheet.frame), id="D-desc"),
        element("style", Markup(style_sheet("picture"))),
        colours([*groups, "sample"]),
        element("rect", class_="paper", width=sheet.width, height=height),
        *drawn,
        xmlns="http://www.w3.org/2000/svg", width=sheet.width, height=height,
        viewBox=f"0 0 {sheet.width} {height}", role="img", aria_labelledby="D-title D-desc",
        lang=sheet.frame.voice.code,
    )  # fmt: skip


def _headline(frame: Frame) -> str:
    return f"{frame.title} – {long_day(frame.today, frame.voice)}"


def _description(frame: Frame) -> str:
    """For ears: every row with what is noted of it, under its heading."""
    return " ".join(
        f"{group_heading(group, frame.voice)[0]}: "
        + "; ".join(f"{row.event.title} ({note(row, frame.today, frame.voice)})" for row in rows)
        + "."
        for group, rows in frame.groups
    )


def _blocks(sheet: Sheet, remarks: Iterable[str]) -> Iterator[Block]:
    frame = sheet.frame
    yield _line(fit(frame.title, sheet.width - 2 * MARGIN, HEADLINE), "headline", 28, 22)
    count = frame.voice.say("web events", len(frame.rows))
    day = frame.voice.say("web as of", day=long_day(frame.today, frame.voice))
    yield _line(f"{count}, {day}", "quiet", 30, 16)
    if frame.rows:
        yield Block(58, lambda y: _axis(sheet, y))
    for group, rows in frame.groups:
        yield from _group(group, rows, sheet)
    yield from _legend(sheet)
    yield from (_line(fit(text, sheet.width - 2 * MARGIN, SMALL), "small quiet", 18, 14) for text in remarks)


def _line(text: str, style: str, height: int, baseline: int) -> Block:
    """A line of text from the left margin."""
    return Block(height, lambda y: [element("text", text, class_=style, x=MARGIN, y=y + baseline)])


def _axis(sheet: Sheet, y: int) -> Iterator[Markup]:
    """The scale of all bars."""
    frame = sheet.frame
    yield _lines(sheet, y + 20, 38)
    yield _today_line(sheet, y + 20, y + 58)
    groups, ticks = frame.axis.labels(LETTER, frame.voice)
    for style, below, labels in (("over", 34, groups), ("under", 52, ticks)):
        for label in labels:
            yield _haloed(label.text, style, sheet.chart + label.at + 4, y + below)
    if frame.today_column is not None:
        yield _today(sheet, y + 14)


def _haloed(text: str, style: str, x: int, y: int, anchor: str | None = None) -> Markup:
    """A text that a line behind it does not strike through."""
    return element(
        "text", text, class_=style, x=x, y=y, stroke="#fff", stroke_width=4, paint_order="stroke", text_anchor=anchor
    )


def _today(sheet: Sheet, y: int) -> Markup:
    """The date of today's line, on the side where there is room."""
    text = sheet.frame.voice.say("web today", day=sheet.frame.voice.day(sheet.frame.today))
    x, half = sheet.chart + (sheet.frame.today_column or 0), BOLD.whole(text) / 2
    anchor = "start" if x - half < sheet.chart else "end" if x + half > sheet.width - MARGIN else "middle"
    return _haloed(text, "now", x, y, anchor)


def _heading(group: Group, count: int, sheet: Sheet) -> Block:
    """Sign, name, count and what explains them, above a line."""
    name, why = group_heading(group, sheet.frame.voice)
    right = sheet.width - MARGIN
    text = fit(f"{name} {count}", sheet.width // 2, HEADING)
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


def _row(row: Row, sheet: Sheet) -> Block:
    """A title, in two lines if it needs them, its bar, and the one thing that matters."""
    frame, right = sheet.frame, sheet.width - MARGIN
    drawing, titles = frame.drawing(row), _title(row, sheet)
    noted = fit(note(row, frame.today, frame.voice), sheet.beside, BOLD)
    height = ROW + LINE * (len(titles) - 1)

    def draw(y: int) -> Iterator[Markup]:
        pen = Pen(str, str(y + height // 2), row.group)
        bar = [pen.draw(drawing), *pen.onward(frame.axis, drawing)]
        inside = [
            element("title", Markup("\n").join(map(escape, tooltip(row, frame.voice)))),
            element("rect", class_="field", x=MARGIN, y=y, width=right - MARGIN, height=height),
            element("line", class_="between", x1=MARGIN, x2=right, y1=y + height, y2=y + height),
            *(element("text", text, x=MARGIN, y=y + 17 + LINE * at) for at, text in enumerate(titles)),
            element("g", *bar, transform=sheet.to_chart),
            element("text", noted, class_="note", x=right, y=y + height // 2 + 4, text_anchor="end"),
        ]
        yield element("g", *inside, class_=row.group)

    return Block(height, draw)


def _title(row: Row, sheet: Sheet) -> list[str]:
    first, *rest = wrap(row.event.title, sheet.titles, TITLE)
    return [first, fit(" ".join(rest), sheet.titles, TITLE)] if rest else [first]


def _group(group: Group, rows: Sequence[Row], sheet: Sheet) -> Iterator[Block]:
    """Heading and rows; over them, a piece of today's line."""
    blocks = [_row(row, sheet) for row in rows]
    height = sum(block.height for block in blocks)
    yield _heading(group, len(rows), sheet)
    yield Block(0, lambda y: [_lines(sheet, y, height)])
    yield from blocks
    yield Block(0, lambda y: [_today_line(sheet, y - height, y)])


def _lines(sheet: Sheet, y: int, height: int) -> Markup:
    lines = grid(sheet.frame.axis, str, None, 0, str(height))
    return element("g", lines, transform=f"translate({sheet.chart} {y})")


def _today_line(sheet: Sheet, top: int, bottom: int) -> Markup:
    column = sheet.frame.today_column
    if column is None:
        return Markup("")
    x = sheet.chart + column
    return element("line", class_="today", x1=x, x2=x, y1=top, y2=bottom)


def _legend(sheet: Sheet) -> Iterator[Block]:
    """Samples with what they mean, as many beside each other as there is room for."""
    voice, line = sheet.frame.voice, [Markup("")]
    yield Block(18, lambda _: ())
    x = MARGIN
    for nature in sheet.frame.natures():
        text = voice.say(f"sign {nature}")
        taken = WIDTH + 8 + int(SMALL.whole(text)) + 1
        if x > MARGIN and x + taken > sheet.width - MARGIN:
            yield _shifted(line)
            x, line = MARGIN, []
        told = element("text", text, class_="small quiet", x=WIDTH + 8, y=HEIGHT - 6)
        line.append(element("g", sample(nature), told, transform=f"translate({x} 0)"))
        x += taken + GAP
    yield _shifted(line)
    yield Block(8, lambda _: ())


def _shifted(line: Iterable[Markup]) -> Block:
    inside = joined(*line)
    return Block(24, lambda y: [element("g", inside, transform=f"translate(0 {y})")])
