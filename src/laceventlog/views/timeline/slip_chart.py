"""The slip chart: one line per forecast on one axis, showing how the date moved and when that was said.

◇ first plan (its last day)   ◆ forecast, ● happened: a known day   ▒ window   ~ soft edge   ◁ last day of a "by"
▷ not before   ┄ slip   ? date taken back   ✕ missed or cancelled   │ today
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import attrs

from ...dates import Modality, When
from ...model import Status
from ...reports import Forecast, Role, Slip
from ...reports.condition import Condition
from ...reports.date_shift import kept
from ...text_width import columns
from ..day_ranges import in_words, range_text
from ..i18n import Voice
from ..labels import marker, short, when_text
from ..render_options import PLAIN, RenderOptions
from ..text.statement import called
from ..text_layout import clean, fit, left, wrap
from .axis import Axis, choose
from .lanes import Lane, Span, SpanKind, day, soft_edges
from .text_row import SIGNS as BAR_SIGNS
from .text_row import TextRow, today_line

LEAST_CHART, GOOD_CHART = 28, 40
LEAST_TITLE = 24
USUAL_SAID = 11
WIDEST_WORDS = 36
NUMBERED = frozenset({Role.REVISION, Role.TAKEN_BACK, Role.AGAIN, Role.OUTCOME})
GAP = 2
SIGNS = {**BAR_SIGNS, SpanKind.EXPECTED: "◆"}
DAYS = {Role.OUTCOME: SpanKind.HAPPENED, Role.FIRST: SpanKind.FIRST_PLAN}


@attrs.frozen
class ChartLayout:
    """Column widths; the chart is the last column or, in narrow views, has lines of its own."""

    options: RenderOptions
    said: int
    words: int
    moved: int
    slip: int

    @property
    def text(self) -> int:
        """Columns before the chart, with the gap."""
        return self.said + self.words + self.moved + self.slip + 4 * GAP

    @property
    def is_narrow(self) -> bool:
        """Whether the chart has lines of its own."""
        return self.options.width - self.text < LEAST_CHART

    @property
    def chart(self) -> int:
        """The first column of the chart."""
        return 2 if self.is_narrow else self.text


def render(slip: Slip, today: date, options: RenderOptions = PLAIN) -> str:
    """The forecasts of one event, in `options.width` columns."""
    lines = [*_heading(slip, options), *_summary(slip, options)]
    if not slip.forecasts:
        return "\n".join(lines) + "\n"
    layout = _layout(slip.forecasts, options)
    axis = _axis(slip, today, options.width - layout.chart)
    lines += ["", *(options.paint(line, "soft") for line in _header(layout, axis))]
    for forecast in slip.forecasts:
        lines += _lines(forecast, slip, layout, axis, today)
    if axis and 0 <= axis.column(today) < axis.width:
        lines.append(today_line(axis, today, layout.chart - 1, options))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _heading(slip: Slip, options: RenderOptions) -> list[str]:
    """Title and id; the title is cut, and the id gets a line of its own if too little of the title would be left."""
    key, title = f"[{slip.event.id}]", clean(slip.event.title)
    room = options.width - columns(f"{marker(slip.row)}   {key}")
    lines = [f"{fit(title, room)}  {key}"] if room >= min(LEAST_TITLE, columns(title)) else [title, key]
    first, *rest = lines
    first = options.paint(fit(f"{marker(slip.row)} {first}", options.width), "heading")
    return [first, *(options.paint(f"  {fit(line, options.width - 2)}", "heading") for line in rest)]


def _summary(slip: Slip, options: RenderOptions) -> list[str]:
    """Slip, revisions and state, in one line if they fit."""
    voice = options.voice
    if slip.first_plan is None:
        return wrap(voice.say("never planned"), options.width)
    days = voice.say("slip days", days=in_words(slip.days, voice))
    return joined([days, voice.say("n revisions", slip.revisions), *_state(slip, voice)], options.width)


def joined(parts: Iterable[str], width: int) -> list[str]:
    """Short texts with dots between them, wrapped between two texts if possible."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]} · {part}" if lines else part
        lines[-1:] = [longer] if columns(longer) <= width or not lines else [lines[-1], part]
    return [each for line in lines for each in wrap(line, width)]


def _state(slip: Slip, voice: Voice) -> list[str]:
    """The plan in force, or the outcome and whether the first plan was kept."""
    status = voice.word(slip.event.status)
    if slip.is_open:
        return [voice.say("no date any more")]
    if not slip.event.status.is_end:
        return [voice.say("planned for", when=short(slip.last_plan, voice))] if slip.last_plan else []
    if slip.actual is None or slip.first_plan is None:
        return [status]
    was_kept = kept(slip.first_plan, slip.actual)
    judged = [voice.say(f"kept {was_kept}")] if was_kept is not Modality.UNKNOWN else []
    return [voice.say("ended on", status=status, when=short(slip.actual, voice)), *judged]


def _layout(forecasts: Sequence[Forecast], options: RenderOptions) -> ChartLayout:
    voice, width = options.voice, options.width
    said = _widest("said", (_said(forecast, voice) for forecast in forecasts), voice)
    moved = _widest("moved", map(_moved, forecasts), voice)
    slip = _widest("slip", map(_slip, forecasts), voice)
    room = min(WIDEST_WORDS, max(width // 4, width - said - moved - slip - 4 * GAP - GOOD_CHART))
    words = min(room, _widest("forecast", (_words(forecast, room, voice) for forecast in forecasts), voice))
    return ChartLayout(options, said, words, moved, slip)


def _widest(name: str, texts: Iterable[str], voice: Voice) -> int:
    """The width of a column with this name and these texts."""
    return max(columns(voice.name(name)), *map(columns, texts))


def _said(forecast: Forecast, voice: Voice) -> str:
    said = forecast.statement.said
    return short(said, voice) if said and not said.is_unscheduled else voice.say("not stated")


def _words(forecast: Forecast, room: int, voice: Voice) -> str:
    """The date in the words of the source; for an outcome also its status, if both fit."""
    statement = forecast.statement
    word = called(statement, voice)
    if statement.when is None:
        return word
    dated = when_text(statement.when, room, voice)
    both = f"{word} {dated}"
    return both if statement.status.is_end and columns(both) <= room else dated


def _moved(forecast: Forecast) -> str:
    return range_text(forecast.moved) if forecast.role in NUMBERED else ""


def _slip(forecast: Forecast) -> str:
    return range_text(forecast.slip) if forecast.role in NUMBERED else ""


def _axis(slip: Slip, today: date, width: int) -> Axis | None:
    """From the first to the last day of all forecasts that count, and today if the event is awaited."""
    counted = [f.when for f in slip.forecasts if f.when and f.role is not Role.WRONG]
    days = [day for when in counted for day in _due(when) if day]
    if days and slip.row.condition is not Condition.CLOSED:
        days.append(today)
    return choose(min(days), max(days), width) if days else None


def _due(when: When) -> tuple[date | None, date | None]:
    """First and last day of the end or, if it has none, of the start: the date that slips."""
    if when.earliest_end or when.latest_end:
        return when.earliest_end, when.latest_end
    return when.earliest_start, when.latest_start


def _header(layout: ChartLayout, axis: Axis | None) -> list[str]:
    voice = layout.options.voice
    ticks = [line for line in axis.header(voice) if line] if axis else []
    indent = " " * layout.chart
    said, forecast, moved, slip = (voice.name(name) for name in ("said", "forecast", "moved", "slip"))
    if layout.is_narrow:
        return [*_narrow(said, forecast, moved, layout), *(indent + line for line in ticks)]
    names = _beside((said, forecast, moved, slip), layout)
    return [*(indent + line for line in ticks[:-1]), names + (ticks[-1] if ticks else "")]


def _lines(forecast: Forecast, slip: Slip, layout: ChartLayout, axis: Axis | None, today: date) -> Iterator[str]:
    voice = layout.options.voice
    said = _said(forecast, voice)
    if layout.is_narrow:
        yield from _narrow(said, forecast, _moved(forecast), layout)
        begin = space = " " * layout.chart
    else:
        words = _words(forecast, layout.words, voice)
        begin = _beside((said, words, _moved(forecast), _slip(forecast)), layout)
        space = " " * (layout.said + GAP)
    if forecast.role is Role.WRONG:
        blank = 0 if layout.is_narrow else layout.moved + layout.slip + 2 * GAP
        yield _across(begin[: len(begin) - blank], _not_counted(forecast, voice), layout, axis, today)
    elif axis:
        yield begin + _picture(forecast, slip, axis, today).painted(layout.options.paint, slip.row.group)
    elif not layout.is_narrow:
        yield begin
    note = _note(forecast, voice)
    if note:
        yield _across(space, note, layout, axis, today)


def _beside(texts: tuple[str, str, str, str], layout: ChartLayout) -> str:
    """The columns before the chart."""
    said, words, moved, slip = texts
    head = f"{left(said, layout.said)}  {left(words, layout.words)}"
    return f"{head}  {moved:>{layout.moved}}  {slip:>{layout.slip}}  "


def _narrow(said: str, what: Forecast | str, moved: str, layout: ChartLayout) -> Iterator[str]:
    """The lines above a chart in a narrow view; a long day shifts only the words of its own line."""
    width = layout.options.width
    moved = f"  {fit(moved, width - 2 * GAP)}" if moved else ""
    first = f"{said:<{USUAL_SAID}}  "
    room = width - columns(first) - columns(moved)
    if room < USUAL_SAID:
        yield fit(said, width)
        first, room = "  ", width - GAP - columns(moved)
    yield f"{first}{left(what if isinstance(what, str) else _words(what, room, layout.options.voice), room)}{moved}"


def _not_counted(forecast: Forecast, voice: Voice) -> str:
    said = forecast.corrected_by.said if forecast.corrected_by else None
    if said is None:
        return voice.say("corrected on some day")
    return voice.say("corrected, not counted", when=short(said, voice))


def _note(forecast: Forecast, voice: Voice) -> str:
    statement = forecast.statement
    kind = voice.name("correction") if statement.correction else ""
    return ": ".join(filter(None, (kind, statement.reason)))


def _across(begin: str, text: str, layout: ChartLayout, axis: Axis | None, today: date) -> str:
    """A text across the chart, and today's line if that is behind it."""
    line = begin + fit(text, layout.options.width - columns(begin))
    if axis is None or not 0 <= axis.column(today) < axis.width:
        return line
    gap = layout.chart + axis.column(today) - columns(line)
    return f"{line}{' ' * gap}│" if gap > 0 else line


def _picture(forecast: Forecast, slip: Slip, axis: Axis, today: date) -> TextRow:
    text_row = TextRow(axis)
    if forecast.role is Role.TAKEN_BACK:
        text_row.edge("?")
    text_row.draw(_lane(forecast, slip, axis), SIGNS)
    text_row.today(today)
    return text_row


def _lane(forecast: Forecast, slip: Slip, axis: Axis) -> Lane:
    """The date of the forecast, and the slip from the first plan to it."""
    baseline = _last(slip.first_plan) if forecast.role is not Role.UNDATED else None
    point, window = _own_date(forecast, slip)
    if not baseline:
        return *point, *window
    end = _slip_end(forecast, slip, axis)
    slipped = (Span(SpanKind.SLIP, min(baseline, end), max(baseline, end)),) if end else ()
    return *point, day(SpanKind.FIRST_PLAN, baseline), *window, *slipped


def _slip_end(forecast: Forecast, slip: Slip, axis: Axis) -> date | None:
    """The day the slip extends to; the end of the axis if the plan was postponed without a date."""
    if forecast.role is not Role.TAKEN_BACK:
        return _last(forecast.when or slip.last_plan)
    return axis.last if forecast.statement.status is Status.POSTPONED else None


def _last(when: When | None) -> date | None:
    first, last = _due(when) if when else (None, None)
    return last or first


def _own_date(forecast: Forecast, slip: Slip) -> tuple[Lane, Lane]:
    """Its known day or deadline, and its window with soft edges."""
    when = forecast.when
    if forecast.role is Role.TAKEN_BACK:
        return (), ()
    if forecast.role is Role.END:
        ended = _last(when or slip.last_plan)
        return ((day(SpanKind.ENDED, ended),) if ended else ()), ()
    return _dated(when, DAYS.get(forecast.role, SpanKind.EXPECTED)) if when else ((), ())


def _dated(when: When, kind: SpanKind) -> tuple[Lane, Lane]:
    first, last = _due(when)
    if first is None:
        return ((day(SpanKind.DEADLINE, last),) if last else ()), ()
    window = Span(SpanKind.MAY_FALL, first, last), *soft_edges(when, first, last)
    is_dot = first == last and not (when.is_approximate or when.is_uncertain)
    return ((day(kind, first),) if is_dot else ()), window
