"""Lanes cut to an axis: what is drawn neither overlaps nor claims a day that the lane does not."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog.views.timeline.axis import choose
from laceventlog.views.timeline.lanes import Lane, Span, SpanKind, day
from laceventlog.views.timeline.segments import MARKS, drawing

FIRST, LAST = date(2024, 1, 1), date(2025, 12, 31)
AXIS = choose(FIRST, LAST, 240, 8)  # eight quarters of 30 columns


def span_of(kind: SpanKind, first: str, last: str) -> Span:
    return Span(kind, date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


PIECES = [
    ("a window", (span_of(SpanKind.MAY_FALL, "2024-04-01", "2024-06-30"),), ["may fall 30-60 nowhere"]),
    ("soft ends of a span", (
        span_of(SpanKind.LASTS, "2024-07-01", "2024-09-30"), span_of(SpanKind.SOFT, "2024-04-01", "2024-12-31"),
    ), ["lasts 60-90 nowhere", "soft 30-60 before", "soft 90-120 after"]),
    ("soft days without a core", (span_of(SpanKind.SOFT, "2024-04-01", "2024-06-30"),), ["soft 30-60 around"]),
    ("soft days between cores", (
        span_of(SpanKind.LASTS, "2024-01-01", "2024-03-31"), span_of(SpanKind.GONE, "2024-07-01", "2024-09-30"),
        span_of(SpanKind.SOFT, "2024-04-01", "2024-06-30"),
    ), ["lasts 0-30 nowhere", "gone 60-90 nowhere", "soft 30-60 nowhere"]),
    ("a deadline", (
        span_of(SpanKind.DEADLINE, "2024-06-30", "2024-06-30"), span_of(SpanKind.MAY_FALL, "2024-04-01", "2024-06-30"),
    ), ["may fall 30-60 before", "deadline at 60"]),
    ("not before", (span_of(SpanKind.MAY_FALL, "2025-07-01", ""),), ["may fall 180-240 after", "goes on"]),
    ("since nobody knows when", (span_of(SpanKind.LASTS, "", "2024-09-30"),), [
        "lasts 0-20 before", "lasts 20-90 nowhere", "went before",
    ]),
    ("a short one since nobody knows when", (span_of(SpanKind.LASTS, "", "2024-02-01"),), ["lasts 0-10 nowhere", "went before"]),
    ("a slip", (
        span_of(SpanKind.EXPECTED, "2024-10-01", "2024-10-01"), span_of(SpanKind.FIRST_PLAN, "2024-04-01", "2024-04-01"),
        span_of(SpanKind.SLIP, "2024-04-01", "2024-10-01"),
    ), ["expected at 90", "first plan at 30", "slip 30-90"]),
    ("before the axis", (span_of(SpanKind.MAY_FALL, "2020-01-01", "2020-12-31"),), []),
    ("cut at the end", (span_of(SpanKind.LASTS, "2025-10-01", "2031-12-31"),), ["lasts 210-240 nowhere"]),
    ("cancelled outside", (span_of(SpanKind.ENDED, "2031-12-31", "2031-12-31"),), ["ended at 239"]),
    ("the last of all days", (span_of(SpanKind.HAPPENED, "9999-12-31", "9999-12-31"),), []),
]  # fmt: skip


@pytest.mark.parametrize(("lane", "told"), [row[1:] for row in PIECES], ids=[row[0] for row in PIECES])
def test_a_drawing(lane: Lane, told: list[str]) -> None:
    drawn = drawing(lane, AXIS)
    found = [f"{segment.kind} {segment.begin}-{segment.end} {segment.fade}" for segment in drawn.segments]
    found += [f"{mark.kind} at {mark.at}" for mark in drawn.marks]
    found += [f"slip {drawn.slip[0]}-{drawn.slip[1]}"] if drawn.slip else []
    found += ["goes on"] * drawn.goes_on + ["went before"] * drawn.went_before
    assert found == told


days = st.dates(date(2022, 1, 1), date(2028, 12, 31))


@st.composite
def parts(draw: st.DrawFn) -> Span:
    kind = draw(st.sampled_from(list(SpanKind)))
    first, length = draw(days), draw(st.integers(0, 900))
    if kind in MARKS:
        return day(kind, first)
    ends = draw(st.sampled_from(["both", "first", "last"]))
    last = first + timedelta(days=length)
    return Span(kind, None if ends == "last" else first, None if ends == "first" else last)


@given(st.lists(parts(), max_size=6))
def test_any_drawing_stays_on_the_axis_and_no_two_pieces_overlap(lane: list[Span]) -> None:
    drawn = drawing(tuple(lane), AXIS)
    assert all(0 <= segment.begin < segment.end <= AXIS.width for segment in drawn.segments)
    assert all(0 <= mark.at <= AXIS.width for mark in drawn.marks)
    assert all(one.end <= other.begin or other.end <= one.begin for one, other in combinations(drawn.segments, 2))


@given(st.lists(parts(), max_size=6))
def test_any_piece_lies_within_a_part_of_its_nature(lane: list[Span]) -> None:
    stretches = [(span.kind, AXIS.stretch(span.first, span.last)) for span in lane]
    for segment in drawing(tuple(lane), AXIS).segments:
        assert any(
            kind is segment.kind and s and s[0] <= segment.begin and segment.end <= s[1] for kind, s in stretches
        )


@given(days, days)
def test_a_stretch_holds_the_columns_of_both_its_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    found = AXIS.stretch(first, last)
    if found is None:
        assert not AXIS.shows(first, last)
    else:
        begin, end = found
        assert begin <= AXIS.column(max(first, AXIS.first)) < end
        assert AXIS.column(min(last, AXIS.last)) <= end


@pytest.mark.parametrize(
    ("first", "last", "borders"),
    [
        ("2024-02-01", "2025-03-31", [0, 11]),  # months, by year
        ("2024-12-30", "2025-01-03", [0, 2]),  # days, by month
        ("2001-01-01", "2004-12-31", [0, 4, 8, 12]),  # quarters
        ("1990-01-01", "2009-12-31", [0]),  # years stand alone
    ],
)
def test_borders_are_where_the_groups_of_ticks_begin(first: str, last: str, borders: list[int]) -> None:
    axis = choose(date.fromisoformat(first), date.fromisoformat(last), 800, 10)
    assert [column // axis.per_unit for column in axis.borders] == borders
