"""The timeline: one bar a row, never more precise than the source; a dot stands only for a known day.

● happened   ○ will happen    on that known day      ▒ may fall here     ▓ window gone   ! days past it
━ lasts      ~ may last here  ◁ last day of a "by"   ◇┄ first plan, slip   ✕ missed or cancelled
▷ goes on beyond              │ today
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import attrs

from ..dates import When
from ..dates.slack import slack
from ..reports import Group, Row
from ..reports.condition import Condition
from .axis import Axis, choose
from .text import columns, day_text, fit, left
from .words import lateness, marker, short

BEFORE, AFTER = timedelta(days=2 * 366), timedelta(days=548)
LONGEST_WHOLE = 5 * 366
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
    begin, end = _extent(dated, today, first, last)
    note = NOTE if width - label - NOTE >= 24 else 0
    axis = choose(begin, end, width - label - note - 2)
    label = width - note - 2 - axis.width  # what the ticks leave over is room for titles
    drawn = [row for row in dated if _is_on(row, axis, today)]
    lines = [" " * (label + 1) + line for line in axis.header() if line]
    lines += [_line(row, axis, today, label, note) for row in drawn]
    if 0 <= axis.column(today) < axis.width:
        lines.append(today_line(axis, today, label, width))
    return "\n".join(line.rstrip() for line in lines) + "\n" + _left_out(rows, drawn, width, axis)


def _extent(rows: Sequence[Row], today: date, first: date | None, last: date | None) -> tuple[date, date]:
    """From the first to the last day of all dates; near today only when that is more than five years."""
    days = [day for row in rows for day in (row.event.when.earliest, row.event.when.latest) if day] + [today]
    begin, end = min(days), max(days)
    if (end - begin).days > LONGEST_WHOLE:
        begin = max(begin, _shifted(today, -BEFORE))
        end = min(end, _shifted(today, AFTER))
    begin, end = first or begin, last or end
    return min(begin, end), max(begin, end)


def _shifted(day: date, by: timedelta) -> date:
    number = min(max(day.toordinal() + by.days, 1), date.max.toordinal())
    return date.fromordinal(number)


def _is_on(row: Row, axis: Axis, today: date) -> bool:
    when = row.event.when
    last = today if row.condition is Condition.OVERDUE else when.latest or date.max
    return axis.shows(when.earliest or when.latest or date.min, last)


def _line(row: Row, axis: Axis, today: date, label: int, note: int) -> str:
    cells = Cells(axis)
    _draw(row, cells, today)
    cells.at(today, "│", over=" ▒!~━┄")
    text = f"{marker(row)} {left(row.event.title, label - 2)} {''.join(cells.signs)}"
    return f"{text} {fit(_note(row, today), note)}" if note else text


def _note(row: Row, today: date) -> str:
    """The day of what is closed, else the days that matter."""
    if row.condition is Condition.CLOSED:
        return short(row.event.when)
    return lateness(row, today) or short(row.event.when)


@attrs.define
class Cells:
    """One row of the chart: a sign a column."""

    axis: Axis
    signs: list[str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Begin blank."""
        self.signs = [" "] * self.axis.width

    def at(self, day: date, sign: str, over: str | None = None) -> None:
        """Put a sign on a day, if it is on the axis and what stands there may be covered."""
        column = self.axis.column(day)
        if 0 <= column < self.axis.width and (over is None or self.signs[column] in over):
            self.signs[column] = sign

    def fill(self, first: date, last: date, sign: str, over: str = " ") -> None:
        """Fill from day to day, both included, where what stands there may be covered."""
        if first > last or not self.axis.shows(first, last):
            return
        begin, end = max(0, self.axis.column(first)), min(self.axis.width - 1, self.axis.column(last))
        for column in range(begin, end + 1):
            if self.signs[column] in over:
                self.signs[column] = sign

    def edge(self, sign: str) -> None:
        """Put a sign in the last column: it goes on."""
        self.signs[-1] = sign


def _draw(row: Row, cells: Cells, today: date) -> None:
    when = row.event.when
    if row.group in (Group.CANCELLED, Group.MISSED):
        cells.at(cells.axis.nearest(when.latest or when.earliest or today), "✕")
    elif when.is_span:
        _draw_span(row, cells, today)
    elif when.is_known_day and row.condition is not Condition.OVERDUE:
        cells.at(when.latest or today, "●" if row.condition is Condition.CLOSED else "○")
    else:
        _draw_window(row, cells, today)
    if row.standing.days_overdue:
        first = today - timedelta(days=row.standing.days_overdue[0] - 1)
        cells.fill(first, today - timedelta(days=1), "!", over=" ~")
    _draw_first_plan(row, cells)


def _draw_window(row: Row, cells: Cells, today: date) -> None:
    """▒ where it may fall, ▓ once that is past; a deadline may fall from when it was said, up to its ◁."""
    when = row.event.when
    gone = row.condition is Condition.OVERDUE
    sign = "▓" if gone else "▒"
    last = when.latest
    if when.is_deadline and last:
        said = row.event.state.last.known_from
        cells.fill(said or (last if gone else today), last, sign)
        cells.at(last, "◁")
    elif when.earliest and last:
        cells.fill(when.earliest, last, sign)
        soft = slack(when, last, end=True)
        cells.fill(_shifted(when.earliest, -soft), last + soft, "~")
    elif when.earliest:
        cells.fill(when.earliest, cells.axis.last, sign)
        cells.edge("▷")


def _draw_span(row: Row, cells: Cells, today: date) -> None:
    """━ where it certainly lasts, ~ where it may; of one that has not begun, ▒ or ▓ where it may begin."""
    when, axis = row.event.when, cells.axis
    first, last = when.earliest_start or axis.first, when.latest_end or axis.last
    if row.event.status.awaits_start:
        sign = "▓" if row.condition is Condition.OVERDUE else "▒"
        cells.fill(first, when.latest_start or first, sign)
    else:
        cells.fill(when.latest_start or axis.first, _surely_until(row, today), "━")
    cells.fill(first, last, "~")
    if when.latest_end is None:
        cells.edge("▷")


def _surely_until(row: Row, today: date) -> date:
    """The last day on which what began is known to last: of one without a known end, that of the last report,
    or today where it is said to go on.
    """
    when, begun = row.event.when, row.event.when.latest_start or date.min
    if when.latest_end is not None:
        return when.earliest_end or begun
    reported = row.event.state.last.known_from or begun
    return max(begun, today if when.is_open_end else min(reported, today))


def _draw_first_plan(row: Row, cells: Cells) -> None:
    """◇ on the last day of the first plan and ┄ from there to the date in force, where both are free."""
    first_plan = row.event.state.first_plan
    begin, end = _last_day(first_plan), _last_day(row.event.when)
    if not (begin and end) or first_plan == row.event.when or begin == end:
        return
    cells.at(begin, "◇", over=" ")
    cells.fill(min(begin, end), max(begin, end), "┄")


def _last_day(when: When | None) -> date | None:
    return (when.latest or when.earliest) if when else None


def today_line(axis: Axis, today: date, label: int, width: int) -> str:
    """Below the chart, which begins after `label` columns and a blank: which day today's column is."""
    at = label + 1 + axis.column(today)
    text = f"└ today {day_text(today)}"
    if at + columns(text) <= width:
        return " " * at + text
    text = f"today {day_text(today)} ┘"
    return f"{text:>{at + 1}}" if at + 1 >= columns(text) else " " * at + "└"


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
