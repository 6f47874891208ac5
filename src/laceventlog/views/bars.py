"""The timeline: one bar a row, on one axis, with the title before it and the days that matter behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..reports import Row
from ..reports.condition import Condition
from .axis import Axis, choose
from .extent import extent, is_on
from .lanes import lane
from .strip import Strip, today_line
from .text import day_text, fit, left
from .words import lateness, marker, short

NOTE = 14


def render(
    rows: Sequence[Row], today: date, width: int = 100, first: date | None = None, last: date | None = None
) -> str:
    """The bars of all rows that have a date on the axis, and a line that counts the others.

    Args:
        rows: in the order to draw them.
        today: where its line is drawn.
        width: no line is wider.
        first: where the axis begins; else chosen from the dates, and near today when they reach far.
        last: where it ends.
    """
    dated = [row for row in rows if not row.event.when.is_unscheduled]
    if not dated:
        return _left_out(rows, [], width)
    label = min(48, max(12, width // 3))
    begin, end = extent(dated, today, first, last)
    note = NOTE if width - label - NOTE >= 24 else 0
    axis = choose(begin, end, width - label - note - 2)
    label = width - note - 2 - axis.width  # what the ticks leave over is room for titles
    drawn = [row for row in dated if is_on(row, axis, today)]
    lines = [" " * (label + 1) + line for line in axis.header() if line]
    lines += [_line(row, axis, today, label, note) for row in drawn]
    if 0 <= axis.column(today) < axis.width:
        lines.append(today_line(axis, today, label, width))
    return "\n".join(line.rstrip() for line in lines) + "\n" + _left_out(rows, drawn, width, axis)


def _line(row: Row, axis: Axis, today: date, label: int, note: int) -> str:
    strip = Strip(axis)
    strip.draw(lane(row, today))
    strip.today(today)
    text = f"{marker(row)} {left(row.event.title, label - 2)} {strip}"
    return f"{text} {fit(_note(row, today), note)}" if note else text


def _note(row: Row, today: date) -> str:
    """The day of what is closed, else the days that matter."""
    if row.condition is Condition.CLOSED:
        return short(row.event.when)
    return lateness(row, today) or short(row.event.when)


def _left_out(rows: Sequence[Row], drawn: Sequence[Row], width: int, axis: Axis | None = None) -> str:
    """What is not drawn, counted, with its reason."""
    undated = sum(row.event.when.is_unscheduled for row in rows)
    outside = len(rows) - undated - len(drawn)
    lines = not_drawn(f"{undated} without a date", width) if undated else ""
    if outside and axis:
        where = f"{day_text(axis.first)} – {day_text(axis.last)}"
        lines += not_drawn(f"{outside} outside {where} (see --from, --to)", width)
    return lines


def not_drawn(what: str, width: int) -> str:
    """A line that says what was left out."""
    return fit(f"Not drawn: {what}", width) + "\n"
