"""The slip chart: one line a forecast, on one axis, so that one sees how a date moved and when that was said.

◇ first plan (its last day)   ◆ forecast, ● happened: only a known day   ▒ window   ~ soft edge   ◁ last day of
a "by"   ▷ not before   ┄ slip   ? date taken back   ✕ missed or cancelled   │ today
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
from .lanes import Lane, Nature, Part, day, soft_edges
from .text_row import SIGNS as BAR_SIGNS
from .text_row import Strip, today_line

LEAST_CHART, GOOD_CHART = 28, 40
LEAST_TITLE = 24
USUAL_SAID = 11
WIDEST_WORDS = 36
NUMBERED = frozenset({Role.REVISION, Role.TAKEN_BACK, Role.AGAIN, Role.OUTCOME})
GAP = 2
SIGNS = {**BAR_SIGNS, Nature.EXPECTED: "◆"}
DAYS = {Role.OUTCOME: Nature.HAPPENED, Role.FIRST: Nature.FIRST_PLAN}


@attrs.frozen
class Layout:
    """Column widths; `chart` begins where the others end, or on a line of its own where it is narrow."""

    options: RenderOptions
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
        return self.options.width - self.text < LEAST_CHART

    @property
    def chart(self) -> int:
        """Where the chart begins."""
        return 2 if self.is_narrow else self.text


def render(slip: Slip, today: date, options: RenderOptions = PLAIN) -> str:
    """One event's forecasts, no line wider than asked."""
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
    """Title and id; the title is cut rather than the id, which has a line of its own where little would be left."""
    key, title = f"[{slip.event.id}]", clean(slip.event.title)
    room = options.width - columns(f"{marker(slip.row)}   {key}")
    lines = [f"{fit(title, room)}  {key}"] if room >= min(LEAST_TITLE, columns(title)) else [title, key]
    first, *rest = lines
    first = options.paint(fit(f"{marker(slip.row)} {first}", options.width), "heading")
    return [first, *(options.paint(f"  {fit(line, options.width - 2)}", "heading") for line in rest)]


def _summary(slip: Slip, options: RenderOptions) -> list[str]:
    """What it all amounts to, in one line where there is room."""
    voice = options.voice
    if slip.first_plan is None:
        return wrap(voice.say("never planned"), options.width)
    days = voice.say("slip days", days=in_words(slip.days, voice))
    return joined([days, voice.say("n revisions", slip.revisions), *_stands(slip, voice)], options.width)


def joined(parts: Iterable[str], width: int) -> list[str]:
    """Short texts with a dot between them; a line ends only between two, unless one is too long by itself."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]} · {part}" if lines else part
        lines[-1:] = [longer] if columns(longer) <= width or not lines else [lines[-1], part]
    return [each for line in lines for each in wrap(line, width)]


def _stands(slip: Slip, voice: Voice) -> list[str]:
    """What is planned now, or what became of it and whether the first plan was kept."""
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


def _layout(forecasts: Sequence[Forecast], options: RenderOptions) -> Layout:
    voice, width = options.voice, options.width
    said = _widest("said", (_said(forecast, voice) for forecast in forecasts), voice)
    moved = _widest("moved", map(_moved, forecasts), voice)
    slip = _widest("slip", map(_slip, forecasts), voice)
    room = min(WIDEST_WORDS, max(width // 4, width - said - moved - slip - 4 * GAP - GOOD_CHART))
    words = min(room, _widest("forecast", (_words(forecast, room, voice) for forecast in forecasts), voice))
    return Layout(options, said, words, moved, slip)


def _widest(name: str, texts: Iterable[str], voice: Voice) -> int:
    """The columns that a column with this name needs."""
    return max(columns(voice.name(name)), *map(columns, texts))


def _said(forecast: Forecast, voice: Voice) -> str:
    said = forecast.statement.said
    return short(said, voice) if said and not said.is_unscheduled else voice.say("not stated")


def _words(forecast: Forecast, room: int, voice: Voice) -> str:
    """The date as the source wrote it; of an outcome, what it was called as well where there is room."""
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
    voice = layout.options.voice
    ticks = [line for line in axis.header(voice) if line] if axis else []
    indent = " " * layout.chart
    said, forecast, moved, slip = (voice.name(name) for name in ("said", "forecast", "moved", "slip"))
    if layout.is_narrow:
        return [*_narrow(said, forecast, moved, layout), *(indent + line for line in ticks)]
    names = _beside((said, forecast, moved, slip), layout)
    return [*(indent + line for line in ticks[:-1]), names + (ticks[-1] if ticks else "")]


def _lines(forecast: Forecast, slip: Slip, layout: Layout, axis: Axis | None, today: date) -> Iterator[str]:
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


def _beside(texts: tuple[str, str, str, str], layout: Layout) -> str:
    """What stands beside the chart, in columns."""
    said, words, moved, slip = texts
    head = f"{left(said, layout.said)}  {left(words, layout.words)}"
    return f"{head}  {moved:>{layout.moved}}  {slip:>{layout.slip}}  "


def _narrow(said: str, what: Forecast | str, moved: str, layout: Layout) -> Iterator[str]:
    """What stands above the chart; a long day pushes the words of its own line only."""
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


def _across(begin: str, text: str, layout: Layout, axis: Axis | None, today: date) -> str:
    """A text across the chart, with today's line where it does not reach."""
    line = begin + fit(text, layout.options.width - columns(begin))
    if axis is None or not 0 <= axis.column(today) < axis.width:
        return line
    gap = layout.chart + axis.column(today) - columns(line)
    return f"{line}{' ' * gap}│" if gap > 0 else line


def _picture(forecast: Forecast, slip: Slip, axis: Axis, today: date) -> Strip:
    strip = Strip(axis)
    if forecast.role is Role.TAKEN_BACK:
        strip.edge("?")
    strip.draw(_lane(forecast, slip, axis), SIGNS)
    strip.today(today)
    return strip


def _lane(forecast: Forecast, slip: Slip, axis: Axis) -> Lane:
    """What the forecast says by itself, and how far that is from the first plan."""
    baseline = _last(slip.first_plan) if forecast.role is not Role.UNDATED else None
    point, window = _said_itself(forecast, slip)
    if not baseline:
        return *point, *window
    reached = _reached(forecast, slip, axis)
    way = (Part(Nature.SLIP, min(baseline, reached), max(baseline, reached)),) if reached else ()
    return *point, day(Nature.FIRST_PLAN, baseline), *window, *way


def _reached(forecast: Forecast, slip: Slip, axis: Axis) -> date | None:
    """How far the way from the first plan goes; of a plan put off without a date, on and on."""
    if forecast.role is not Role.TAKEN_BACK:
        return _last(forecast.when or slip.last_plan)
    return axis.last if forecast.statement.status is Status.POSTPONED else None


def _last(when: When | None) -> date | None:
    first, last = _due(when) if when else (None, None)
    return last or first


def _said_itself(forecast: Forecast, slip: Slip) -> tuple[Lane, Lane]:
    """A known day or the last day of a "by"; its window and soft edges."""
    when = forecast.when
    if forecast.role is Role.TAKEN_BACK:
        return (), ()
    if forecast.role is Role.END:
        ended = _last(when or slip.last_plan)
        return ((day(Nature.ENDED, ended),) if ended else ()), ()
    return _dated(when, DAYS.get(forecast.role, Nature.EXPECTED)) if when else ((), ())


def _dated(when: When, nature: Nature) -> tuple[Lane, Lane]:
    first, last = _due(when)
    if first is None:
        return ((day(Nature.DEADLINE, last),) if last else ()), ()
    window = Part(Nature.MAY_FALL, first, last), *soft_edges(when, first, last)
    is_dot = first == last and not (when.is_approximate or when.is_uncertain)
    return ((day(nature, first),) if is_dot else ()), window
