"""Counts as a matrix: numbers under headers, zero as a dot, totals at the edge, remarks below.

If the columns do not fit, they are split into blocks that repeat the names of the rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import EventLog
from ...reports.counts import CountMatrix
from ...reports.facets import NONE, SEVERAL, Facet
from ...text_width import columns
from ..groups import name
from ..i18n import ENGLISH, Voice
from ..labels import capital, heading
from ..render_options import PLAIN, RenderOptions
from ..text_layout import fit, left, wrap
from .styled_table import PIPE, SIMPLE, written

GAP = 2
ROOM = 60
"""Columns kept for numbers if long names would take them."""
ZERO = "·"
REPEATED = {Facet.COUNTRY: "n of several countries", Facet.PROGRAMME: "n of several programmes"}

Line = list[str]


def render(matrix: CountMatrix, log: EventLog, options: RenderOptions = PLAIN) -> str:
    """The matrix and its remarks, in `options.width` columns; empty for no events."""
    if not matrix.total:
        return ""
    lines = _lines(matrix, log, options.voice)
    label, *widths = (max(columns(line[number]) for line in lines) for number in range(len(lines[0])))
    gap = GAP if label + sum(widths) + GAP * len(widths) <= options.width else 1
    numbers = min(ROOM, sum(widths) + gap * len(widths))
    label = min(label, max(options.width * 2 // 5, options.width - numbers))
    blocks = [
        "\n".join(_block(lines, block, (label, gap), options)) + "\n"
        for block in _blocks(widths, options.width - label, gap)
    ]
    below = [options.paint(line, "soft") for note in notes(matrix, options.voice) for line in wrap(note, options.width)]
    return "\n".join([*blocks, *(["\n".join(below) + "\n"] if below else [])])


def _lines(matrix: CountMatrix, log: EventLog, voice: Voice) -> list[Line]:
    """Headers, rows and totals."""
    facet, *across = matrix.facets
    corner = " / ".join(voice.name(each) for each in matrix.facets)
    heads = [_head(key, across[0], log, voice) for key in matrix.columns]
    last = voice.name("total") if across else voice.name("events")
    rows = [
        [
            name(key, facet, log, voice),
            *(_cell(matrix.cells.get((key, column), 0)) for column in matrix.columns),
            str(matrix.of_rows[key]),
        ]
        for key in matrix.rows
    ]
    totals = [voice.name("total"), *(str(matrix.of_columns[key]) for key in matrix.columns), str(matrix.total)]
    return [[corner, *heads, last], *rows, totals]


def _head(key: str, facet: Facet, log: EventLog, voice: Voice) -> str:
    """The head of a column: a country or a programme has only room for its code or id."""
    is_short = key in log if facet is Facet.PROGRAMME else facet is Facet.COUNTRY and key != NONE
    return key if is_short else name(key, facet, log, voice)


def _cell(number: int) -> str:
    return str(number) if number else ZERO


def _blocks(widths: Sequence[int], room: int, gap: int) -> Iterator[dict[int, int]]:
    """Blocks of columns with their widths: as many as fit side by side, at least one."""
    block: dict[int, int] = {}
    for number, wanted in enumerate(widths, 1):
        width = min(room - gap, wanted)
        if block and sum(block.values()) + width + gap * (len(block) + 1) > room:
            yield block
            block = {}
        block[number] = width
    yield block


def _block(
    lines: Sequence[Line], block: dict[int, int], room: tuple[int, int], options: RenderOptions
) -> Iterator[str]:
    label, gap = room
    for index, line in enumerate(lines):
        cells = "".join(" " * gap + _right(line[number], width) for number, width in block.items())
        text = left(heading(line[0], label), label) + cells
        yield options.paint(text, "heading") if index in (0, len(lines) - 1) else text


def _right(text: str, width: int) -> str:
    text = fit(text, width)
    return " " * (width - columns(text)) + text


def notes(matrix: CountMatrix, voice: Voice) -> Iterator[str]:
    """Remarks needed to read the numbers."""
    for facet, number in matrix.repeated.items():
        if number:
            yield voice.say(REPEATED[facet], number)
    if any(
        facet is Facet.YEAR and SEVERAL in keys
        for facet, keys in zip(matrix.facets, (matrix.rows, matrix.columns), strict=False)
    ):
        yield voice.say("what several years are")


def table(matrix: CountMatrix, log: EventLog, voice: Voice = ENGLISH, style: str = SIMPLE) -> str:
    """The matrix in a style of tabulate, of any width."""
    head, *rows = _lines(matrix, log, voice)
    return written(rows, head, style, right=range(1, len(head)))


def markdown(matrix: CountMatrix, log: EventLog, voice: Voice = ENGLISH) -> str:
    """The matrix as a Markdown table, with its remarks."""
    head, *rows = _lines(matrix, log, voice)
    table = written(rows, [capital(head[0]), *head[1:]], PIPE, right=range(1, len(head)))
    return "\n".join([table, *(f"{capital(note)}.\n" for note in notes(matrix, voice))])
