"""The list: grouped by what one must do, most urgent first, one line a row; two lines where it is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

import attrs

from ..reports import Row
from .text import clean, columns, fit, left
from .words import HEADINGS, lateness, marker, when_text

NARROW = 72
WITH_KIND = 120
LEAST_TITLE = 24


@attrs.frozen
class Layout:
    """Column widths; a kind of 0 leaves that column out. The title takes what a row's own id leaves."""

    width: int
    when: int
    late: int
    kind: int


def render(rows: Sequence[Row], today: date, width: int = 100) -> str:
    """The rows under their headings, no line wider than `width`; empty for no rows."""
    layout = _layout(rows, today, width)
    blocks = []
    for group, grouped in groupby(rows, key=lambda row: row.group):
        members = list(grouped)
        lines = [fit(HEADINGS[group], width)]
        lines += (_line(r, today, layout) for r in members) if width >= NARROW else _narrow(members, today, width)
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _layout(rows: Sequence[Row], today: date, width: int) -> Layout:
    when = min(width // 4, _widest(clean(str(row.event.when)) for row in rows))
    late = _widest(lateness(row, today) for row in rows)
    kind = _widest(row.event.kind for row in rows) if width >= WITH_KIND else 0
    return Layout(width, when, late, kind)


def _widest(texts: Iterable[str]) -> int:
    return max(map(columns, texts), default=0)


def _line(row: Row, today: date, layout: Layout) -> str:
    """Date and lateness stand in columns, the id at the right edge; the title has all the room between."""
    event = row.event
    parts = [left(when_text(event.when, layout.when), layout.when)]
    parts += [left(lateness(row, today), layout.late)] if layout.late else []
    head = f"  {marker(row)} {'  '.join(parts)}  "
    tail = f"  {left(event.kind, layout.kind)}" if layout.kind else ""
    room = layout.width - columns(head) - columns(tail) - 2
    key = fit(f"[{event.id}]", room - LEAST_TITLE)
    return f"{head}{left(event.title, room - columns(key))}{tail}  {key}"


def _narrow(rows: Iterable[Row], today: date, width: int) -> Iterator[str]:
    """Marker, date and lateness; below them title and id."""
    for row in rows:
        late = fit(lateness(row, today), width // 2)
        room = width - 2 - (columns(late) + 1 if late else 0)
        yield f"{marker(row)} {left(when_text(row.event.when, room), room)} {late}".rstrip()
        yield f"  {fit(row.event.title, width - 2)}"
        yield f"  {fit(f'[{row.event.id}]', width - 2)}"
