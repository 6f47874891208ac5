"""The slip chart: one line a forecast, on one axis, so that one sees how a date moved and when that was said.

◇ first plan (its last day)   ◆ forecast, ● happened: only a known day   ▒ window   ~ soft edge   ◁ last day of
a "by"   ▷ not before   ┄ slip   ? date taken back   ✕ missed or cancelled   │ today
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import attrs

from ..dates import Modality, When
from ..dates.slack import slack
from ..model import Status
from ..reports import Forecast, Role, Slip
from ..reports.condition import Condition
from ..reports.moves import kept
from .axis import Axis, choose
from .bars import Cells, today_line
from .days import in_words, range_text
from .text import columns, fit, left, wrap
from .words import marker, short, when_text

LEAST_CHART, GOOD_CHART = 28, 40
USUAL_SAID = 11
WIDEST_WORDS = 36
NUMBERED = frozenset({Role.REVISION, Role.TAKEN_BACK, Role.AGAIN, Role.OUTCOME})
GAP = 2
KEPT = {
    Modality.CERTAIN: ["on time by the first plan"],
    Modality.POSSIBLE: ["perhaps on time by the first plan"],
    Modality.IMPOSSIBLE: ["late by the first plan"],
    Modality.UNKNOWN: [],
}


@attrs.frozen
class Layout:
    """Column widths; `chart` begins where the others end, or on a line of its own where it is narrow."""

    width: int
    said: int
    words: int
    moved: int
    slip: int

    @property
    def text(self) -> int:
        """Columns of all but the chart, the gap before it included."""
        return self.said + self.words + self.moved + self.slip + 4 * GAP

    @property
    def is_narrow(self) -> bool:
        """Whether the chart needs lines of its own."""
        return self.width - self.text < LEAST_CHART

    @property
    def chart(self) -> int:
        """Where the chart begins."""
        return 2 if self.is_narrow else self.text


def render(slip: Slip, today: date, width: int = 100) -> str:
    """One event's forecasts, no line wider than `width`."""
    lines = [fit(f"{marker(slip.row)} {slip.event.title}  [{slip.event.id}]", width), *_summary(slip, width)]
    if not slip.forecasts:
        return "\n".join(lines) + "\n"
    layout = _layout(slip.forecasts, width)
    axis = _axis(slip, today, width - layout.chart)
    lines += ["", *_header(layout, axis)]
    for forecast in slip.forecasts:
        lines += _lines(forecast, slip, layout, axis, today)
    if axis and 0 <= axis.column(today) < axis.width:
        lines.append(today_line(axis, today, layout.chart - 1, width))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _summary(slip: Slip, width: int) -> list[str]:
    """What it all amounts to, in one line where there is room."""
    if slip.first_plan is None:
        return wrap("never planned for a date", width)
    number = slip.revisions
    revisions = f"{number} revision" + ("s" if number != 1 else "")
    return joined([f"slip {in_words(slip.days)}", revisions, *_stands(slip)], width)


def joined(parts: Iterable[str], width: int) -> list[str]:
    """Short texts with a dot between them; a line ends only between two, unless one is too long by itself."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]} · {part}" if lines else part
        lines[-1:] = [longer] if columns(longer) <= width or not lines else [lines[-1], part]
    return [each for line in lines for each in wrap(line, width)]


def _stands(slip: Slip) -> list[str]:
    """What is planned now, or what became of it and whether the first plan was kept."""
    if slip.is_open:
        return ["the plan has no date any more"]
    if not slip.event.status.is_end:
        return [f"planned {short(slip.last_plan)}"] if slip.last_plan else []
    if slip.actual is None or slip.first_plan is None:
        return [str(slip.event.status)]
    return [f"{slip.event.status} {short(slip.actual)}", *KEPT[kept(slip.first_plan, slip.actual)]]


def _layout(forecasts: Sequence[Forecast], width: int) -> Layout:
    said = max(columns("said"), *(columns(_said(forecast)) for forecast in forecasts))
    moved = max(columns("moved"), *(columns(_moved(forecast)) for forecast in forecasts))
    slip = max(columns("slip"), *(columns(_slip(forecast)) for forecast in forecasts))
    room = min(WIDEST_WORDS, max(width // 4, width - said - moved - slip - 4 * GAP - GOOD_CHART))
    words = min(room, max(columns("forecast"), *(columns(_words(forecast, room)) for forecast in forecasts)))
    return Layout(width, said, words, moved, slip)


def _said(forecast: Forecast) -> str:
    said = forecast.statement.said
    return short(said) if said and not said.is_unscheduled else "not stated"


def _words(forecast: Forecast, room: int) -> str:
    """The date as the source wrote it; of an outcome, what it was called as well where there is room."""
    statement = forecast.statement
    word = statement.word or str(statement.status)
    if statement.when is None:
        return word
    dated = when_text(statement.when, room)
    both = f"{word} {dated}"
    return both if statement.status.is_end and columns(both) <= room else dated


def _moved(forecast: Forecast) -> str:
    return range_text(forecast.moved) if forecast.role in NUMBERED else ""


def _slip(forecast: Forecast) -> str:
    return range_text(forecast.slip) if forecast.role in NUMBERED else ""


def _axis(slip: Slip, today: date, width: int) -> Axis | None:
    """From the first to the last day of all that counts, and today where something is still awaited."""
    counted = [f.when for f in slip.forecasts if f.when and f.role is not Role.WRONG]
    days = [day for when in counted for day in _due(when) if day]
    if days and slip.row.condition is not Condition.CLOSED:
        days.append(today)
    return choose(min(days), max(days), width) if days else None


def _due(when: When) -> tuple[date | None, date | None]:
    """First and last day of what slips: the end, or the start where no end is given."""
    if when.earliest_end or when.latest_end:
        return when.earliest_end, when.latest_end
    return when.earliest_start, when.latest_start


def _header(layout: Layout, axis: Axis | None) -> list[str]:
    ticks = [line for line in axis.header() if line] if axis else []
    indent = " " * layout.chart
    if layout.is_narrow:
        return [*_narrow("said", "forecast", "moved", layout), *(indent + line for line in ticks)]
    names = _beside(("said", "forecast", "moved", "slip"), layout)
    return [*(indent + line for line in ticks[:-1]), names + (ticks[-1] if ticks else "")]


def _lines(forecast: Forecast, slip: Slip, layout: Layout, axis: Axis | None, today: date) -> Iterator[str]:
    if layout.is_narrow:
        yield from _narrow(_said(forecast), forecast, _moved(forecast), layout)
        begin = space = " " * layout.chart
    else:
        begin = _beside((_said(forecast), _words(forecast, layout.words), _moved(forecast), _slip(forecast)), layout)
        space = " " * (layout.said + GAP)
    if forecast.role is Role.WRONG:
        blank = 0 if layout.is_narrow else layout.moved + layout.slip + 2 * GAP
        yield _across(begin[: len(begin) - blank], _not_counted(forecast), layout, axis, today)
    elif axis:
        yield begin + _picture(forecast, slip, axis, today)
    elif not layout.is_narrow:
        yield begin
    note = _note(forecast)
    if note:
        yield _across(space, note, layout, axis, today)


def _beside(texts: tuple[str, str, str, str], layout: Layout) -> str:
    """What stands beside the chart, in columns."""
    said, words, moved, slip = texts
    head = f"{left(said, layout.said)}  {left(words, layout.words)}"
    return f"{head}  {moved:>{layout.moved}}  {slip:>{layout.slip}}  "


def _narrow(said: str, what: Forecast | str, moved: str, layout: Layout) -> Iterator[str]:
    """What stands above the chart; a long day pushes the words of its own line only."""
    moved = f"  {fit(moved, layout.width - 2 * GAP)}" if moved else ""
    first = f"{said:<{USUAL_SAID}}  "
    room = layout.width - columns(first) - columns(moved)
    if room < USUAL_SAID:
        yield fit(said, layout.width)
        first, room = "  ", layout.width - GAP - columns(moved)
    yield f"{first}{left(what if isinstance(what, str) else _words(what, room), room)}{moved}"


def _not_counted(forecast: Forecast) -> str:
    said = forecast.mended_by.said if forecast.mended_by else None
    return f"corrected {short(said)}, not counted" if said else "corrected, not counted"


def _note(forecast: Forecast) -> str:
    statement = forecast.statement
    kind = "correction" if statement.correction else ""
    return ": ".join(filter(None, (kind, statement.reason)))


def _across(begin: str, text: str, layout: Layout, axis: Axis | None, today: date) -> str:
    """A text across the chart, with today's line where it does not reach."""
    line = begin + fit(text, layout.width - columns(begin))
    if axis is None or not 0 <= axis.column(today) < axis.width:
        return line
    gap = layout.chart + axis.column(today) - columns(line)
    return f"{line}{' ' * gap}│" if gap > 0 else line


def _picture(forecast: Forecast, slip: Slip, axis: Axis, today: date) -> str:
    cells = Cells(axis)
    baseline = _last(slip.first_plan) if forecast.role is not Role.UNDATED else None
    _draw(forecast, cells, slip)
    reached = _last(forecast.when or slip.last_plan) if forecast.role is not Role.TAKEN_BACK else None
    if forecast.role is Role.TAKEN_BACK and forecast.statement.status is Status.POSTPONED:
        reached = axis.last
    if baseline:
        cells.at(baseline, "◇", over=" ▒~")
        if reached:
            cells.fill(min(baseline, reached), max(baseline, reached), "┄")
    cells.at(today, "│", over=" ▒~┄")
    return "".join(cells.signs)


def _last(when: When | None) -> date | None:
    first, last = _due(when) if when else (None, None)
    return last or first


def _draw(forecast: Forecast, cells: Cells, slip: Slip) -> None:
    """What the forecast says by itself: a known day, the last day of a "by", or its window."""
    when = forecast.when
    if forecast.role is Role.TAKEN_BACK:
        cells.edge("?")
    elif forecast.role is Role.END:
        day = _last(when or slip.last_plan)
        if day:
            cells.at(day, "✕")
    elif when:
        _draw_date(when, cells, "●" if forecast.role is Role.OUTCOME else "◇" if forecast.role is Role.FIRST else "◆")


def _draw_date(when: When, cells: Cells, sign: str) -> None:
    first, last = _due(when)
    if first and last:
        soft = slack(when, last, end=True)
        cells.fill(first, last, "▒")
        cells.fill(_shifted(first, -soft.days), _shifted(last, soft.days), "~")
        if first == last and not (when.is_approximate or when.is_uncertain):
            cells.at(last, sign)
    elif last:
        cells.at(last, "◁")
    elif first:
        cells.fill(first, cells.axis.last, "▒")
        cells.edge("▷")


def _shifted(day: date, by: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))
