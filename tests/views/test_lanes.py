"""Lanes: what the days of a row mean, before any column or pixel; no span claims more than the date does."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from laceventlog.dates import When
from laceventlog.model import Event, Status
from laceventlog.model.statement import Statement
from laceventlog.reports import Condition, Group, Row, standing
from laceventlog.views.timeline.axis import choose
from laceventlog.views.timeline.lanes import Lane, SpanKind, lane

TODAY = date(2025, 3, 1)
DATES = """2024-12-31 2024-08 2024-33 2025-41 2025 2026~ 2025-02~ 2024-08-20? 2024/2026 2019/.. 2019/ ../2024-06
[..2024-12-31] [..2026-03-31] [2028-01-01..] [2024-07-01..] [2025-01-21..2025-02-10] 2024~/2025~ 202X""".split()


def row(status: str, when: str, first_plan: str = "", said: str = "2024-03-01", today: date = TODAY) -> Row:
    dated = When.from_edtf(when) if when else None
    statements = [Statement(status=Status(status), when=dated, said=When.from_edtf(said))]
    if first_plan:
        plan = Statement(status=Status.PLANNED, when=When.from_edtf(first_plan), said=When.from_edtf("2023-01-01"))
        statements.insert(0, plan)
    event = Event(id="x", title="X", history=statements)
    return Row(event, standing(event, today))


def told(found: Lane) -> list[str]:
    """Parts in short: `gone 2024-03-01..2024-12-31`."""
    return [
        f"{span.kind} {span.first or ''}" + ("" if span.is_day else f"..{span.last or ''}") for span in found
    ]  # fmt: skip


LANES = [
    ("planned", "2025-06-01", "", ["expected 2025-06-01"]),
    ("completed", "2025-01-07", "", ["happened 2025-01-07"]),
    ("completed", "2024-05", "", ["may fall 2024-05-01..2024-05-31"]),
    ("completed", "2024-08-20?", "", ["may fall 2024-08-20"]),  # doubtful: no dot
    ("cancelled", "2025-04", "", ["ended 2025-04-30"]),
    ("cancelled", "", "", ["ended 2025-03-01"]),
    ("planned", "[..2024-12-31]", "", [
        "deadline 2024-12-31", "gone 2024-03-01..2024-12-31", "past 2025-01-01..2025-02-28",
    ]),
    ("planned", "[..2025-12-31]", "", ["deadline 2025-12-31", "may fall 2024-03-01..2025-12-31"]),
    ("planned", "[2028-01-01..]", "", ["may fall 2028-01-01.."]),
    ("planned", "2025-06~", "", ["may fall 2025-06-01..2025-06-30", "soft 2025-05-01..2025-07-31"]),
    ("planned", "2025-07/2025-12", "", ["may fall 2025-07-01..2025-07-31", "soft 2025-07-01..2025-12-31"]),
    ("underway", "2024/2026", "", ["lasts 2024-12-31..2026-01-01", "soft 2024-01-01..2026-12-31"]),
    ("underway", "2019/..", "", ["lasts 2019-12-31..2025-03-01", "soft 2019-01-01.."]),
    ("underway", "2019/", "", ["lasts 2019-12-31..2024-03-01", "soft 2019-01-01.."]),
    ("underway", "../2024-06", "", [
        "lasts ..2024-06-01", "past 2024-07-01..2025-02-28", "soft ..2024-06-30",
    ]),
    ("planned", "2025-09", "2024-10", [
        "may fall 2025-09-01..2025-09-30", "first plan 2024-10-31", "slip 2024-10-31..2025-09-30",
    ]),
    ("planned", "", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("status", "when", "first_plan", "parts"), LANES)
def test_a_lane(status: str, when: str, first_plan: str, parts: list[str]) -> None:
    assert told(lane(row(status, when, first_plan), TODAY)) == parts


rows = st.builds(
    row,
    st.sampled_from([str(status) for status in Status]),
    st.sampled_from(DATES),
    st.sampled_from(["", *DATES]),
    st.sampled_from(["2023-06-01", "2024-03-01", "2025-02-28"]),
    st.just(TODAY) | st.dates(date(2019, 1, 1), date(2031, 12, 31)),
)


@given(rows, st.dates(date(2019, 1, 1), date(2031, 12, 31)))
def test_only_a_known_day_has_a_dot(made: Row, today: date) -> None:
    dots = [span for span in lane(made, today) if span.kind in (SpanKind.HAPPENED, SpanKind.EXPECTED)]
    assert not dots or (made.event.when.is_known_day and [span.first for span in dots] == [made.event.when.earliest])


@given(rows)
def test_where_it_lasts_every_reading_of_its_date_lasts(made: Row) -> None:
    today = TODAY
    for span in lane(made, today):
        if span.kind is SpanKind.LASTS:
            when = made.event.when
            assert span.first == when.latest_start
            assert when.latest_end is None or (span.last == (when.earliest_end or when.latest_start))


@given(rows)
def test_no_window_reaches_beyond_what_the_date_allows(made: Row) -> None:
    when = made.event.when
    assume(not when.is_span and not when.is_deadline)
    for span in lane(made, TODAY):
        if span.kind in (SpanKind.MAY_FALL, SpanKind.GONE):
            assert (span.first, span.last) == (when.earliest, when.latest)


@given(rows)
def test_days_past_are_those_of_what_is_overdue(made: Row) -> None:
    today = made.standing.last + timedelta(days=made.standing.days_overdue[0]) if (
        made.standing.days_overdue and made.standing.last
    ) else TODAY  # fmt: skip
    past = [span for span in lane(made, today) if span.kind is SpanKind.PAST]
    assert not past or made.condition is Condition.OVERDUE
    assert all(span.last == today - timedelta(days=1) for span in past)


@given(rows)
def test_parts_run_forward_and_what_was_given_up_is_one_cross(made: Row) -> None:
    found = lane(made, TODAY)
    assert all(span.first <= span.last for span in found if span.first and span.last)
    crosses = [span for span in found if span.kind is SpanKind.ENDED]
    assert len(crosses) == (made.group in (Group.CANCELLED, Group.MISSED))


@given(
    st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 20_000), st.integers(30, 1500), st.integers(1, 9)
)  # fmt: skip
def test_no_labels_touch_whatever_a_letter_takes(first: date, length: int, width: int, letter: int) -> None:
    axis = choose(first, first + timedelta(days=length), width, letter)
    for line in axis.labels(letter):
        assert all(before.end + letter <= after.at for before, after in pairwise(line))
        assert all(label.end - label.at == len(label.text) * letter for label in line)
        assert all(0 <= label.at < label.end <= axis.width for label in line)
    assert axis.width <= width
    assert axis.starts == sorted(set(axis.starts))
