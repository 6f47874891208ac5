"""The list: grouped by what one must do, most urgent first, one line a row; two lines where it is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from ...model import Event
from ...reports import Rollup, Row
from ...text_width import columns
from ..groups import Section, by_urgency
from ..i18n import Voice
from ..labels import MARKERS, heading, last_report, lateness, progress_in_short, when_text
from ..render_options import PLAIN, RenderOptions
from ..text_layout import clean, fit, left, wrap

NARROW = 72
ROOMY = 100
"""From here on lateness stands in whole words, where a language has brief ones as well."""
WITH_KIND = 120
LEAST_TITLE = 24
NO_PARTS: Mapping[str, Rollup] = MappingProxyType({})


class Cells(NamedTuple):
    """What stands in the columns of a row, before anything is cut."""

    row: Row
    when: str
    late: str
    key: str


class ColumnWidths(NamedTuple):
    """Column widths of one group; 0 leaves a column out. The title takes what a row's own id leaves."""

    options: RenderOptions
    when: int
    late: int
    kind: int
    id: int

    @property
    def is_narrow(self) -> bool:
        """Whether a line has no room for a title beside date, lateness and id."""
        taken = 6 + self.when + (self.late and self.late + 2) + (self.kind and self.kind + 2) + self.id + 2
        return self.options.width < NARROW or self.options.width - taken < LEAST_TITLE


def render(
    rows: Sequence[Row],
    today: date,
    options: RenderOptions = PLAIN,
    wholes: Mapping[str, Rollup] = NO_PARTS,
    *,
    silence: bool = False,
    sections: Sequence[Section] | None = None,
) -> str:
    """The rows under their headings, no line wider than asked; empty for no rows.

    Args:
        rows: in the order of an agenda.
        today: the day they stand on.
        options: columns, language and colours.
        wholes: how the parts of some stand; said behind a title where it fits.
        silence: whether to say of every row when it was last heard of, not only of what is or may be overdue.
        sections: the rows under other headings than what one must do.
    """
    options = options if options.width >= ROOMY else options._replace(voice=options.voice.brief)
    kind = _widest(options.voice.word(row.event.kind) for row in rows) if options.width >= WITH_KIND else 0
    if sections is None:
        sections = by_urgency(rows, options.voice)
    filled = [[_cells(row, today, options) for row in section.rows] for section in sections]
    layouts = [_layout(cells, options, kind) for cells in filled]
    narrow = any(layout.is_narrow for layout in layouts)
    blocks = []
    for section, layout, rows_of_cells in zip(sections, layouts, filled, strict=True):
        lines = [options.paint(heading(section.heading, options.width), "heading")]
        for cells in rows_of_cells:
            row = cells.row
            lines += _narrow(cells, options) if narrow else [_line(cells, layout, wholes.get(row.event.id))]
            if silence or row.standing.days_overdue or row.standing.days_possible:
                lines += _heard(row, options, 2 if narrow else 4)
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _heard(row: Row, options: RenderOptions, indent: int) -> list[str]:
    lines = wrap(last_report(row, options.voice), options.width - indent)
    return [" " * indent + options.paint(line, "soft") for line in lines]


def _cells(row: Row, today: date, options: RenderOptions) -> Cells:
    event, voice = row.event, options.voice
    return Cells(row, when_text(event.when, options.width, voice), lateness(row, today, voice), f"[{event.id}]")


def _layout(rows: Sequence[Cells], options: RenderOptions, kind: int) -> ColumnWidths:
    when = min(options.width // 4, _widest(cells.when for cells in rows))
    return ColumnWidths(
        options, when, _widest(cells.late for cells in rows), kind, _widest(cells.key for cells in rows)
    )


def _widest(texts: Iterable[str]) -> int:
    return max(map(columns, texts), default=0)


def _line(cells: Cells, layout: ColumnWidths, whole: Rollup | None) -> str:
    """Date and lateness stand in columns, the id at the right edge; the title has all the room between."""
    row, words, late, key = cells
    event, group, voice, paint = row.event, row.group, layout.options.voice, layout.options.paint
    if columns(words) > layout.when:
        words = when_text(event.when, layout.when, voice)
    late = f"{left(late, layout.late)}  " if layout.late else ""
    tail = f"  {left(voice.word(event.kind), layout.kind)}" if layout.kind else ""
    taken = 6 + layout.when + (layout.late and layout.late + 2) + (layout.kind and layout.kind + 2)
    room = layout.options.width - taken - 2 - columns(key)
    title = left(_title(event, whole, room, voice), room)
    head = f"  {paint(MARKERS[group], group)} {left(words, layout.when)}  {paint(late, group)}"
    return f"{head}{title}{paint(tail, 'soft')}  {paint(key, 'soft')}"


def _title(event: Event, whole: Rollup | None, room: int, voice: Voice) -> str:
    """The title, with how its parts stand where there is room for both."""
    title = clean(event.title)
    longer = f"{title} ({progress_in_short(whole, voice)})" if whole else title
    return longer if columns(longer) <= room else title


def _narrow(cells: Cells, options: RenderOptions) -> Iterator[str]:
    """Marker, date and lateness; below them title and id."""
    row, words, late, key = cells
    width, paint, group = options.width, options.paint, row.group
    late = fit(late, width // 2)
    room = width - 2 - (columns(late) + 1 if late else 0)
    if columns(words) > room:
        words = when_text(row.event.when, room, options.voice)
    yield f"{paint(MARKERS[group], group)} {left(words, room)} {paint(late, group)}".rstrip()
    yield f"  {fit(row.event.title, width - 2)}"
    yield f"  {paint(fit(key, width - 2), 'soft')}"
