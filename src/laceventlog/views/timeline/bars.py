"""The timeline: one bar per row on one axis, after its title and before its date or lateness."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ...reports import Row
from ...reports.condition import Condition
from ...text_width import columns
from ..groups import Section
from ..i18n import Voice
from ..labels import lateness, marker, short
from ..render_options import PLAIN, RenderOptions
from ..text_layout import fit, left
from .axis import Axis, choose
from .day_range import extent, is_on
from .lanes import lane
from .text_row import TextRow, today_line

LONGEST_DAY = date(2024, 11, 30)
LEAST_CHART = 24


def render(
    rows: Sequence[Row],
    today: date,
    options: RenderOptions = PLAIN,
    first: date | None = None,
    last: date | None = None,
    sections: Sequence[Section] | None = None,
) -> str:
    """The bars of all rows with a day on the axis, and lines that count the others.

    Args:
        rows: in the order to draw them.
        today: the day of the vertical line.
        options: columns, language and colours.
        first: the first day of the axis; by default chosen from the dates, near today if they are far apart.
        last: its last day.
        sections: the rows under headings, on the same axis.
    """
    dated = [row for row in rows if not row.event.when.is_unscheduled]
    options = options._replace(voice=options.voice.brief)
    if not dated:
        return _left_out(rows, [], options)
    label, note = _room(options)
    axis = choose(*extent(dated, today, first, last), options.width - label - note - 2)
    label = options.width - note - 2 - axis.width  # titles get the columns that ticks leave over
    drawn = [row for row in dated if is_on(row, axis, today)]
    lines = [" " * (label + 1) + options.paint(line, "soft") for line in axis.header(options.voice) if line]
    for section in [Section("", drawn)] if sections is None else sections:
        lines += _section(section, axis, today, (label, note), options)
    if 0 <= axis.column(today) < axis.width:
        lines.append(today_line(axis, today, label, options))
    return "\n".join(line.rstrip() for line in lines) + "\n" + _left_out(rows, drawn, options, axis)


def _room(options: RenderOptions) -> tuple[int, int]:
    """The least columns for titles, and those for notes: enough for a deadline, or none."""
    label = min(48, max(12, options.width // 3))
    note = columns(options.voice.say("by", day=options.voice.day(LONGEST_DAY)))
    return label, note if options.width - label - note >= LEAST_CHART else 0


def _section(section: Section, axis: Axis, today: date, room: tuple[int, int], options: RenderOptions) -> list[str]:
    """The bars of a section under its heading, if it has one; empty if no bar is on the axis."""
    rows = [row for row in section.rows if not row.event.when.is_unscheduled and is_on(row, axis, today)]
    heading = [options.paint(fit(section.heading, options.width), "heading")] if rows and section.heading else []
    return heading + [_line(row, axis, today, room, options) for row in rows]


def _line(row: Row, axis: Axis, today: date, room: tuple[int, int], options: RenderOptions) -> str:
    label, note = room
    text_row = TextRow(axis)
    text_row.draw(lane(row, today))
    text_row.today(today)
    title = left(row.event.title, label - 2)
    text = f"{options.paint(marker(row), row.group)} {title} {text_row.painted(options.paint, row.group)}"
    return f"{text} {options.paint(fit(_note(row, today, options.voice), note), row.group)}" if note else text


def _note(row: Row, today: date, voice: Voice) -> str:
    """The date of a closed event, else the lateness."""
    if row.condition is Condition.CLOSED:
        return short(row.event.when, voice)
    return lateness(row, today, voice) or short(row.event.when, voice)


def _left_out(rows: Sequence[Row], drawn: Sequence[Row], options: RenderOptions, axis: Axis | None = None) -> str:
    """The number of rows that are not drawn, with the reason."""
    voice = options.voice
    undated = sum(row.event.when.is_unscheduled for row in rows)
    outside = len(rows) - undated - len(drawn)
    lines = not_drawn(voice.say("n without a date", undated), options) if undated else ""
    if outside and axis:
        where = voice.say("n outside", outside, first=voice.day(axis.first), last=voice.day(axis.last))
        lines += not_drawn(where, options)
    return lines


def not_drawn(what: str, options: RenderOptions) -> str:
    """A line about rows that are left out."""
    return options.paint(fit(options.voice.say("not drawn", what=what), options.width), "soft") + "\n"
