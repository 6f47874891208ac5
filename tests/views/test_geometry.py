"""One geometry: bars and slip chart put every tick and day at its column, at any width, for any log."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from types import ModuleType
from unittest import mock

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from laceventlog.dates import When
from laceventlog.model import Event, EventLog, Status
from laceventlog.model.statement import Statement
from laceventlog.reports import agenda, figures, slips
from laceventlog.text_width import columns
from laceventlog.views.i18n import MODULES, voice
from laceventlog.views.render_options import RenderOptions, plain
from laceventlog.views.text import agenda as agenda_view
from laceventlog.views.timeline import bars, months, slip_chart, slip_table, story
from laceventlog.views.timeline.axis import Axis, choose

TODAY = date(2025, 3, 1)


@contextmanager
def chosen(view: ModuleType) -> Iterator[list[Axis]]:
    """The axes that a view chooses meanwhile."""
    axes: list[Axis] = []

    def spy(*days: date | int) -> Axis:
        axes.append(choose(*days))  # type: ignore[arg-type]
        return axes[-1]

    with mock.patch.object(view, "choose", spy):
        yield axes


DAYS = [
    "2024-05-17", "2025-03-01", "2025-05", "2025", "[..2024-12-31]", "[2028-01-01..]", "2024-05/2026-06", "0001",
    "9999-12-31", "0001/9999", "202X",
]  # fmt: skip
days = st.sampled_from(DAYS) | st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(date.isoformat)
histories = st.lists(st.tuples(st.sampled_from(list(Status)), days), min_size=1, max_size=3)
logs = st.lists(histories, min_size=1, max_size=5).map(
    lambda each: EventLog(
        Event(id=f"e{number}", title="T", history=[statement(*pair, n) for n, pair in enumerate(history)])
        for number, history in enumerate(each)
    )
)
looks = st.builds(
    RenderOptions, st.integers(40, 250), st.sampled_from([voice(code) for code in MODULES]), st.just(plain)
)


def statement(status: Status, when: str, number: int) -> Statement:
    return Statement(status=status, when=When.parse(when), said=When.parse(f"2024-0{number + 1}-01"))


def drawn_bars(log: EventLog, options: RenderOptions) -> tuple[list[str], list[Axis]]:
    with chosen(bars) as axes:
        return bars.render(agenda(log, TODAY), TODAY, options).splitlines(), axes


def drawn_slip(log: EventLog, options: RenderOptions) -> tuple[list[str], list[Axis]]:
    with chosen(slip_chart) as axes:
        return slip_chart.render(slips(log, TODAY)[0], TODAY, options).splitlines() if slips(log, TODAY) else [], axes


DRAWN: dict[str, Callable[[EventLog, RenderOptions], tuple[list[str], list[Axis]]]] = {
    "bars": drawn_bars,
    "slip": drawn_slip,
}


@settings(max_examples=80)
@given(st.sampled_from(list(DRAWN)), logs, looks)
def test_every_chart_has_the_ticks_of_its_axis_and_none_touches_another(
    name: str, log: EventLog, options: RenderOptions
) -> None:
    lines, axes = DRAWN[name](log, options)
    for axis in axes:
        for header, labels in zip(axis.header(options.voice), axis.labels(voice=options.voice), strict=True):
            if header:
                found = [line for line in lines if line.endswith(header)]
                assert found
                offset = len(found[0]) - len(header)
                assert [found[0][offset + label.at : offset + label.end] for label in labels] == [
                    t.text for t in labels
                ]
            assert all(one.end < other.at for one, other in pairwise(labels))


@settings(max_examples=80)
@given(st.dates(date(2024, 1, 1), date(2026, 12, 31)), looks)
@example(date(2025, 3, 2), RenderOptions(40))
def test_a_known_day_stands_in_its_column(day: date, options: RenderOptions) -> None:
    log = EventLog([Event(id="x", title="T", history=[Statement(status=Status.COMPLETED, when=When.on(day))])])
    lines, (axis,) = drawn_bars(log, options)
    (line,) = [line for line in lines if line.startswith("●")]
    label = line.index(" ", 2)
    offset = len(line[: line.index("●", 1)]) - axis.column(day)
    corner = next(line for line in lines if "└" in line or "┘" in line)
    assert offset > label
    if day != TODAY and axis.column(day) != axis.column(TODAY):
        assert re.search("[└┘]", corner).start() - offset == axis.column(TODAY)  # type: ignore[union-attr]


# -- extremes

VIEWS: dict[str, Callable[[EventLog, RenderOptions], str]] = {
    "list": lambda log, options: agenda_view.render(agenda(log, TODAY), TODAY, options),
    "bars": lambda log, options: bars.render(agenda(log, TODAY), TODAY, options),
    "story": lambda log, options: story.render(agenda(log, TODAY), TODAY, options),
    "months": lambda log, options: months.render(agenda(log, TODAY), TODAY, options),
    "chart": lambda log, options: "".join(slip_chart.render(found, TODAY, options) for found in slips(log, TODAY)),
    "slips": lambda log, options: slip_table.render(slips(log, TODAY), figures(slips(log, TODAY)), options),
}


def lone(*whens: str, status: Status = Status.PLANNED) -> EventLog:
    """One event, planned again and again."""
    history = [statement(status, when, number) for number, when in enumerate(whens)]
    return EventLog([Event(id="lone-event", title="A title of some words to be cut", history=history)])


MANY = EventLog(
    Event(
        id=f"event-{number}",
        title="Equipment for the rolling mill supplied " * (number % 3 + 1),
        history=[statement(Status.PLANNED, DAYS[number % 8], 0), statement(Status.PLANNED, DAYS[number % 7], 1)],
    )
    for number in range(500)
)
EXTREMES = {
    "one": lone("2025-05-20"),
    "first year": lone("0001"),
    "last year": lone("9999-12-31"),
    "both": lone("0001-01-01", "9999-12-31"),
    "over": lone("0001/9999", status=Status.UNDERWAY),
    "by the first day": lone("[..0001-01-01]"),
    "500": MANY,
}


@pytest.mark.parametrize("width", [40, 41, 250])
@pytest.mark.parametrize("extreme", EXTREMES)
@pytest.mark.parametrize("view", VIEWS)
def test_extremes_fit_and_say_what_they_are(view: str, extreme: str, width: int) -> None:
    log = EXTREMES[extreme]
    text = VIEWS[view](log, RenderOptions(width))
    assert [line for line in text.splitlines() if columns(line) > width] == []
    assert text.count("\n") >= len(log) if view in ("list", "story", "chart") else text
    for event in log:
        if view in ("list", "story", "chart", "slips"):
            assert f"[{event.id}]" in text
