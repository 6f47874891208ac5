"""The axis: days to columns, from a week to ten thousand years, and labels that do not touch."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from laceventlog.views.timeline.axis import Axis, Unit, choose

DAY = timedelta(days=1)
FIRST, LAST = date.min, date.max

widths = st.integers(6, 250)
days = (
    st.dates()
    | st.dates(date(2020, 1, 1), date(2026, 12, 31))
    | st.sampled_from([FIRST, FIRST + DAY, LAST - DAY, LAST])
)
lengths = st.integers(0, 40) | st.integers(0, 5000) | st.integers(0, 400_000) | st.integers(0, 3_652_058)


@st.composite
def stretches(draw: st.DrawFn) -> tuple[date, date]:
    """A first and a last day, from one day to ten thousand years apart, often at the edges of the calendar."""
    first, length = draw(days), draw(lengths)
    if draw(st.booleans()):
        return first, date.fromordinal(min(LAST.toordinal(), first.toordinal() + length))
    return date.fromordinal(max(1, first.toordinal() - length)), first


CHOSEN = [
    # first, last, width: unit, first day of the axis, last day, columns
    ("2025-03-01", "2025-03-01", 60, "day", "2025-03-01", "2025-03-01", 60),
    ("2025-03-01", "2025-03-20", 60, "day", "2025-03-01", "2025-03-20", 60),
    ("2025-03-01", "2025-03-21", 60, "month", "2025-03-01", "2025-03-31", 60),
    ("2025-02-27", "2025-03-01", 9, "day", "2025-02-27", "2025-03-01", 9),
    ("2025-02-27", "2025-03-01", 8, "month", "2025-02-01", "2025-03-31", 8),
    ("2025-02-27", "2025-03-01", 7, "quarter", "2025-01-01", "2025-03-31", 7),
    ("2024-01-15", "2025-03-01", 60, "month", "2024-01-01", "2025-03-31", 60),
    ("2024-01-15", "2025-04-01", 60, "quarter", "2024-01-01", "2025-06-30", 60),
    ("2021-01-01", "2025-12-31", 60, "quarter", "2021-01-01", "2025-12-31", 60),
    ("2020-12-31", "2025-12-31", 60, "year", "2020-01-01", "2025-12-31", 60),
    ("1997-05-05", "2025-12-31", 60, "year", "1997-01-01", "2025-12-31", 58),
    ("1996-01-01", "2026-01-01", 60, "decade", "1990-01-01", "2029-12-31", 60),
    ("1700-01-01", "2000-01-01", 60, "decade", "1700-01-01", "2009-12-31", 31),
]


@pytest.mark.parametrize(("first", "last", "width", "unit", "begin", "end", "columns"), CHOSEN)
def test_the_finest_axis_that_fits_is_chosen(
    first: str, last: str, width: int, unit: str, begin: str, end: str, columns: int
) -> None:
    axis = choose(date.fromisoformat(first), date.fromisoformat(last), width)
    assert (axis.unit, axis.first.isoformat(), axis.last.isoformat(), axis.width) == (unit, begin, end, columns)


@given(stretches(), widths)
@example((FIRST, LAST), 60)  # a decade is the coarsest unit, and a thousand of them take a thousand columns
@example((date(1000, 1, 1), date(2000, 1, 1)), 40)
def test_an_axis_is_never_wider_than_asked(stretch: tuple[date, date], width: int) -> None:
    assert choose(*stretch, width).width <= width


@given(stretches(), widths)
@example((date(9999, 12, 20), LAST), 80)  # there is no day after the last
@example((date(9999, 1, 20), LAST), 80)  # the last day of the axis is 30 December 9999
def test_an_axis_holds_the_days_it_was_chosen_for(stretch: tuple[date, date], width: int) -> None:
    first, last = stretch
    axis = choose(first, last, width)
    assert axis.first <= first
    assert axis.last >= last
    assert axis.shows(first, last)


@given(stretches(), widths, st.floats(0, 1))
@example((date(9999, 12, 20), LAST), 80, 1.0)
@example((date(9999, 1, 20), LAST), 80, 1.0)  # 31 December 9999 stands beyond the last column
@example((date(9990, 1, 1), LAST), 80, 1.0)
def test_every_day_of_an_axis_has_a_column(stretch: tuple[date, date], width: int, share: float) -> None:
    first, last = stretch
    axis = choose(first, last, width)
    day = first + timedelta(days=int((last - first).days * share))
    assert 0 <= axis.column(day) < axis.width


@given(stretches(), widths, days, days)
@example((date(9999, 12, 20), LAST), 80, LAST, LAST)
def test_later_days_stand_further_right(stretch: tuple[date, date], width: int, one: date, other: date) -> None:
    axis = choose(*stretch, width)
    early, late = sorted((one, other))
    assert axis.column(early) <= axis.column(late)


@given(stretches(), widths, days)
@example((date(9999, 12, 20), LAST), 80, LAST)
@example((FIRST, date(2025, 1, 1)), 60, date(10, 1, 1))
def test_a_day_off_the_axis_has_no_column_on_it(stretch: tuple[date, date], width: int, day: date) -> None:
    axis = choose(*stretch, width)
    on = axis.first <= day <= axis.last
    assert (0 <= axis.column(day) < axis.width) is on
    if not on:
        assert (axis.column(day) < 0) is (day < axis.first)


@given(stretches(), widths)
def test_units_take_equally_many_columns(stretch: tuple[date, date], width: int) -> None:
    axis = choose(*stretch, width)
    assert axis.per_unit >= 1
    assert axis.width == axis.count * axis.per_unit


@given(stretches(), widths)
def test_no_header_line_is_wider_than_its_axis(stretch: tuple[date, date], width: int) -> None:
    axis = choose(*stretch, width)
    assert all(len(line) <= axis.width for line in axis.header())


LABEL = {
    Unit.DAY: (r"[A-Z][a-z]{2} \d{4}", r"\d{1,2}"),
    Unit.MONTH: (r"\d{4}", r"[A-Z][a-z]{2}"),
    Unit.QUARTER: (r"\d{4}", r"Q[1-4]"),
    Unit.YEAR: (r"\d{3}0s", r"(?:'\d\d|\d{4})"),  # the whole year where it has room
    Unit.DECADE: (r"\d\d00s", r"\d{3}0s"),
    Unit.CENTURY: ("", r"\d\d00s"),
    Unit.MILLENNIUM: ("", r"\d000s"),
    Unit.ALL: ("", ""),
}


@given(stretches(), widths)
def test_labels_stand_whole_and_apart(stretch: tuple[date, date], width: int) -> None:
    axis = choose(*stretch, width)
    for line, label in zip(axis.header(), LABEL[axis.unit], strict=True):
        assert re.fullmatch(f" *(?:{label}(?: +{label})*)?", line), line


@given(stretches(), widths)
def test_a_tick_stands_in_the_first_column_of_its_unit(stretch: tuple[date, date], width: int) -> None:
    axis = choose(*stretch, width)
    starts = [found.start() for found in re.finditer(r"\S+", axis.header()[1])]
    assert [at for at in starts if at % axis.per_unit] == []


GROUP: dict[Unit, Callable[[date], object]] = {
    Unit.DAY: lambda day: (day.year, day.month),
    Unit.MONTH: lambda day: day.year,
    Unit.QUARTER: lambda day: day.year,
    Unit.YEAR: lambda day: day.year // 10,
    Unit.DECADE: lambda day: day.year // 100,
    Unit.CENTURY: lambda _day: 0,
    Unit.MILLENNIUM: lambda _day: 0,
    Unit.ALL: lambda _day: 0,
}


# Where two would touch, the one that names less is left out: moved on to February, "2025" would leave January
# to 2024.
@given(stretches(), widths)
@example((date(2024, 12, 1), date(2025, 2, 1)), 14)
def test_a_label_of_a_group_stands_over_its_first_tick(stretch: tuple[date, date], width: int) -> None:
    axis = choose(*stretch, width)
    groups = [GROUP[axis.unit](axis._start(index)) for index in range(axis.count)]
    firsts = [n for n, group in enumerate(groups) if n == 0 or group != groups[n - 1]]
    starts = [found.start() for found in re.finditer(r"(?:[A-Z][a-z]{2} )?\d\S+", axis.header()[0])]
    assert [at for at in starts if at % axis.per_unit or at // axis.per_unit not in firsts] == []


HEADERS = [
    (Axis(Unit.DAY, date(2025, 2, 26), 6, 3), """
Feb 2025 Mar 2025
26 27 28 1  2  3
"""),
    (Axis(Unit.DAY, date(2025, 2, 27), 4, 3), """
Feb 2025
27 28 1  2
"""),
    (Axis(Unit.MONTH, date(2024, 11, 1), 4, 4), """
2024    2025
Nov Dec Jan Feb
"""),
    (Axis(Unit.MONTH, date(2024, 12, 1), 3, 4), """
    2025
Dec Jan Feb
"""),  # not "2024    2025", with January under 2024
    (Axis(Unit.QUARTER, date(2024, 10, 1), 4, 3), """
   2025
Q4 Q1 Q2 Q3
"""),
    (Axis(Unit.QUARTER, date(2024, 7, 1), 5, 3), """
2024  2025
Q3 Q4 Q1 Q2 Q3
"""),
    (Axis(Unit.YEAR, date(2018, 1, 1), 4, 4), """
2010s   2020s
'18 '19 '20 '21
"""),
    (Axis(Unit.YEAR, date(2018, 1, 1), 3, 5), "2018 2019 2020"),  # whole years need no decades
    (Axis(Unit.YEAR, date(2018, 1, 1), 6, 2), """
    2020s
'18 '20 '22
"""),  # where a label has no room it is left out, and the others stay in their places
    (Axis(Unit.DECADE, date(1980, 1, 1), 5, 6), """
1900s       2000s
1980s 1990s 2000s 2010s 2020s
"""),
    (Axis(Unit.DECADE, date(1980, 1, 1), 5, 1), "\n1900s\n1980s\n"),
    (Axis(Unit.MONTH, date(2024, 11, 1), 4, 2), "\n2024\nNov Jan\n"),
]  # fmt: skip


@pytest.mark.parametrize(("axis", "header"), HEADERS)
def test_header(axis: Axis, header: str) -> None:
    assert "\n".join(axis.header()).strip("\n") == header.strip("\n")


COLUMNS = [
    # a quarter in seven columns
    (Axis(Unit.QUARTER, date(2025, 1, 1), 4, 7), "2024-12-31", -1),
    (Axis(Unit.QUARTER, date(2025, 1, 1), 4, 7), "2025-01-01", 0),
    (Axis(Unit.QUARTER, date(2025, 1, 1), 4, 7), "2025-03-31", 6),
    (Axis(Unit.QUARTER, date(2025, 1, 1), 4, 7), "2025-04-01", 7),
    (Axis(Unit.QUARTER, date(2025, 1, 1), 4, 7), "2025-12-31", 27),
    (Axis(Unit.QUARTER, date(2025, 1, 1), 4, 7), "2026-01-01", 28),
    (Axis(Unit.QUARTER, date(2025, 1, 1), 4, 7), "9999-12-31", 28),
    (Axis(Unit.QUARTER, date(2025, 1, 1), 4, 7), "0001-01-01", -1),
    # the same day of a month in the same place of it, leap year or not
    (Axis(Unit.MONTH, date(2024, 1, 1), 24, 4), "2024-02-29", 7),
    (Axis(Unit.MONTH, date(2024, 1, 1), 24, 4), "2025-02-28", 55),
    (Axis(Unit.DAY, date(2025, 2, 26), 6, 3), "2025-03-01", 9),
    (Axis(Unit.DECADE, date(1980, 1, 1), 5, 10), "1989-12-31", 9),
    (Axis(Unit.DECADE, date(1980, 1, 1), 5, 10), "1990-01-01", 10),
    (Axis(Unit.YEAR, date(1, 1, 1), 3, 2), "0001-12-31", 1),
    (Axis(Unit.YEAR, date(9998, 1, 1), 2, 10), "9999-12-31", 19),  # 20, off the axis
]


@pytest.mark.parametrize(("axis", "day", "column"), COLUMNS)
def test_column(axis: Axis, day: str, column: int) -> None:
    assert axis.column(date.fromisoformat(day)) == column


STRETCHES = [
    # up to the last day there is: no day after it is asked for
    (Axis(Unit.DAY, date(9999, 12, 29), 3, 4), date(9999, 12, 30), LAST, (4, 12)),
    (Axis(Unit.DAY, date(9999, 12, 29), 3, 4), date(9999, 12, 30), None, (4, 12)),
    (Axis(Unit.YEAR, date(9998, 1, 1), 2, 10), LAST, LAST, (19, 20)),
    (Axis(Unit.ALL, FIRST, 1, 9), None, None, (0, 9)),
    # of any axis, its last day ends with its last column
    (Axis(Unit.QUARTER, date(2025, 1, 1), 4, 7), date(2025, 12, 1), date(2025, 12, 31), (25, 28)),
    (Axis(Unit.QUARTER, date(2025, 1, 1), 4, 7), date(2025, 12, 1), date(2026, 1, 1), (25, 28)),
    (Axis(Unit.QUARTER, date(2025, 1, 1), 4, 7), date(2024, 1, 1), date(2025, 3, 31), (0, 7)),
    (Axis(Unit.QUARTER, date(2025, 1, 1), 4, 7), date(2026, 1, 1), None, None),
    (Axis(Unit.QUARTER, date(2025, 1, 1), 4, 7), date(2025, 5, 2), date(2025, 5, 1), None),
]


@pytest.mark.parametrize(("axis", "first", "last", "stretch"), STRETCHES)
def test_stretch(axis: Axis, first: date | None, last: date | None, stretch: tuple[int, int] | None) -> None:
    assert axis.stretch(first, last) == stretch


@given(stretches(), widths, days, days)
@example((date(9999, 12, 20), LAST), 80, LAST, LAST)
def test_a_stretch_is_on_the_axis_and_not_empty(whole: tuple[date, date], width: int, one: date, other: date) -> None:
    axis = choose(*whole, width)
    found = axis.stretch(*sorted((one, other)))
    assert found is None or 0 <= found[0] < found[1] <= axis.width


def test_shows_asks_for_one_day_in_common() -> None:
    axis = Axis(Unit.QUARTER, date(2025, 1, 1), 4, 7)
    seen = [
        axis.shows(date.fromisoformat(first), date.fromisoformat(last))
        for first, last in [
            ("2024-01-01", "2024-12-31"), ("2024-01-01", "2025-01-01"), ("2025-05-01", "2025-05-02"),
            ("2025-12-31", "2027-01-01"), ("2026-01-01", "2027-01-01"), ("0001-01-01", "9999-12-31"),
        ]
    ]  # fmt: skip
    assert seen == [False, True, True, True, False, True]
