"""Calendar months with marked days, side by side, and a list of the marked events below.

A week begins on Monday (ISO 8601). A │ before a day is today, a sign after it marks an event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from ...dates.languages.phrasing import NOMINATIVE
from ...reports import Row
from ..labels import capital, heading, marker
from ..render_options import PLAIN, RenderOptions
from ..text_layout import fit
from .bars import not_drawn
from .month_marks import MarkedMonths, first_of, last_of, marked_months
from .story import in_order, paragraph
from .text_row import TODAY

WEEK, CELL, GAP = 7, 4, 2
MONTH = WEEK * CELL
INDENT = 2


def render(
    rows: Sequence[Row],
    today: date,
    options: RenderOptions = PLAIN,
    first: date | None = None,
    last: date | None = None,
) -> str:
    """The months with a marked day, and that of today, in `options.width` columns; empty for no rows.

    Args:
        rows: in any order.
        today: has its own sign.
        options: columns, language and colours; if a week does not fit, only the list is shown.
        first: a day of the first month; by default half a year before today.
        last: a day of the last month; by default a year after today.
    """
    if not rows:
        return ""
    found = marked_months(in_order(rows), today, first, last)
    blocks = [*_grids(found, today, options), *_below(found, today, options)]
    return "\n\n".join(blocks) + "\n" + _left_out(rows, found, options)


def _grids(found: MarkedMonths, today: date, options: RenderOptions) -> Iterator[str]:
    """Rows of months, as many side by side as fit."""
    many = (options.width + GAP) // (MONTH + GAP)
    for start in range(0, len(found.months) if many else 0, many or 1):
        grids = [_grid(month, found, today, options) for month in found.months[start : start + many]]
        lines = zip_longest(*grids, fillvalue=" " * MONTH)
        yield "\n".join((" " * GAP).join(line).rstrip() for line in lines)


def _grid(month: int, found: MarkedMonths, today: date, options: RenderOptions) -> list[str]:
    """Title, days of the week, and weeks, each line as wide as a month."""
    voice, first = options.voice, first_of(month)
    title = f" {capital(voice.phrasing.month(first.month, NOMINATIVE))} {first.year:04}"
    names = "".join(f" {voice.phrasing.short_weekday(number):<{CELL - 1}}" for number in range(WEEK))
    cells = [" " * CELL] * first.weekday()
    cells += [_cell(first.replace(day=day), found, today, options) for day in range(1, last_of(month).day + 1)]
    cells += [" " * CELL] * (-len(cells) % WEEK)
    weeks = ["".join(cells[start : start + WEEK]) for start in range(0, len(cells), WEEK)]
    return [options.paint(f"{title:<{MONTH}}", "heading"), options.paint(names, "soft"), *weeks]


def _cell(day: date, found: MarkedMonths, today: date, options: RenderOptions) -> str:
    before = options.paint(TODAY, "today") if day == today else " "
    mark = found.days.get(day)
    if mark is None:
        return f"{before}{day.day:2} "
    return before + options.paint(f"{day.day:2}{mark.sign}", mark.row.group)


def _below(found: MarkedMonths, today: date, options: RenderOptions) -> Iterator[str]:
    """The marked events by date; then events too long to mark days."""
    lines = []
    if found.first <= today <= found.last:
        lines.append(
            options.paint(
                fit(f"{TODAY} {options.voice.say('today', day=options.voice.day(today))}", options.width), "today"
            )
        )
    for mark in found.marked:
        lines += _listed(mark.sign, mark.row, today, options)
    if lines:
        yield "\n".join(lines)
    if found.long:
        title = heading(options.voice.say("longer than a quarter"), options.width)
        listed = [line for row in found.long for line in _listed(marker(row), row, today, options)]
        yield "\n".join([options.paint(title, "heading"), *listed])


def _listed(sign: str, row: Row, today: date, options: RenderOptions) -> Iterator[str]:
    first, *rest = paragraph(row, today, options, options.width - INDENT)
    yield f"{options.paint(sign, row.group)} {first}"
    yield from (" " * INDENT + line for line in rest)


def _left_out(rows: Sequence[Row], found: MarkedMonths, options: RenderOptions) -> str:
    """The numbers of months and rows that are not drawn, with the reason."""
    voice = options.voice
    undated = sum(row.event.when.is_unscheduled for row in rows)
    where = {"first": voice.day(found.first), "last": voice.day(found.last)}
    counted = [("n months", found.empty, {}), ("n without a date", undated, {}), ("n outside", found.outside, where)]
    return "".join(not_drawn(voice.say(phrase, many, **parts), options) for phrase, many, parts in counted if many)
