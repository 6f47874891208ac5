"""The list: grouped by what one must do, most urgent first, one line a row; two lines where it is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from types import MappingProxyType

import attrs

from ..model import Event
from ..reports import Rollup, Row
from .text import clean, columns, fit, left, wrap
from .words import HEADINGS, heading, heard, lateness, marker, progress_in_short, when_text

NARROW = 72
WITH_KIND = 120
LEAST_TITLE = 24
NO_PARTS: Mapping[str, Rollup] = MappingProxyType({})


@attrs.frozen
class Layout:
    """Column widths of one group; 0 leaves a column out. The title takes what a row's own id leaves."""

    width: int
    when: int
    late: int
    kind: int
    id: int

    @property
    def is_narrow(self) -> bool:
        """Whether a line has no room for a title beside date, lateness and id."""
        taken = 6 + self.when + (self.late and self.late + 2) + (self.kind and self.kind + 2) + self.id + 2
        return self.width < NARROW or self.width - taken < LEAST_TITLE


def render(
    rows: Sequence[Row],
    today: date,
    width: int = 100,
    wholes: Mapping[str, Rollup] = NO_PARTS,
    *,
    silence: bool = False,
) -> str:
    """The rows under their headings, no line wider than `width`; empty for no rows.

    Args:
        rows: in the order of an agenda.
        today: the day they stand on.
        width: columns.
        wholes: how the parts of some stand; said behind a title where it fits.
        silence: whether to say of every row when it was last heard of, not only of what is or may be overdue.
    """
    kind = _widest(row.event.kind for row in rows) if width >= WITH_KIND else 0
    groups = [(group, list(members)) for group, members in groupby(rows, key=lambda row: row.group)]
    layouts = [_layout(members, today, width, kind) for _, members in groups]
    narrow = any(layout.is_narrow for layout in layouts)
    blocks = []
    for (group, members), layout in zip(groups, layouts, strict=True):
        lines = [heading(HEADINGS[group], width)]
        for row in members:
            lines += _narrow(row, today, width) if narrow else [_line(row, today, layout, wholes.get(row.event.id))]
            if silence or row.standing.days_overdue or row.standing.days_possible:
                lines += _heard(row, width, 2 if narrow else 4)
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _heard(row: Row, width: int, indent: int) -> list[str]:
    return [" " * indent + line for line in wrap(heard(row), width - indent)]


def _layout(rows: Sequence[Row], today: date, width: int, kind: int) -> Layout:
    when = min(width // 4, _widest(when_text(row.event.when, width) for row in rows))
    late = _widest(lateness(row, today) for row in rows)
    return Layout(width, when, late, kind, _widest(f"[{row.event.id}]" for row in rows))


def _widest(texts: Iterable[str]) -> int:
    return max(map(columns, texts), default=0)


def _line(row: Row, today: date, layout: Layout, whole: Rollup | None) -> str:
    """Date and lateness stand in columns, the id at the right edge; the title has all the room between."""
    event = row.event
    parts = [left(when_text(event.when, layout.when), layout.when)]
    parts += [left(lateness(row, today), layout.late)] if layout.late else []
    head = f"  {marker(row)} {'  '.join(parts)}  "
    tail = f"  {left(event.kind, layout.kind)}" if layout.kind else ""
    key = f"[{event.id}]"
    room = layout.width - columns(head) - columns(tail) - 2 - columns(key)
    return f"{head}{left(_title(event, whole, room), room)}{tail}  {key}"


def _title(event: Event, whole: Rollup | None, room: int) -> str:
    """The title, with how its parts stand where there is room for both."""
    title = clean(event.title)
    longer = f"{title} ({progress_in_short(whole)})" if whole else title
    return longer if columns(longer) <= room else title


def _narrow(row: Row, today: date, width: int) -> Iterator[str]:
    """Marker, date and lateness; below them title and id."""
    late = fit(lateness(row, today), width // 2)
    room = width - 2 - (columns(late) + 1 if late else 0)
    yield f"{marker(row)} {left(when_text(row.event.when, room), room)} {late}".rstrip()
    yield f"  {fit(row.event.title, width - 2)}"
    yield f"  {fit(f'[{row.event.id}]', width - 2)}"
