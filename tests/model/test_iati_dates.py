"""IATI's four dates: planned and actual, start and end, as windows; a whole day only where one is known."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from laceventlog.dates import When
from laceventlog.errors import DateError, FieldError
from laceventlog.eventfile.load import load
from laceventlog.interop.iati import LOST, LOST_INWARDS, activity_dates, from_activity_dates
from laceventlog.model import Citation, Event, Source, Statement, Status


def event(*said: str, corrections: tuple[int, ...] = ()) -> Event:
    """Statements `status when`, one a month."""
    history = []
    for n, words in enumerate(said):
        status, _, when = words.partition(" ")
        history.append(
            Statement(
                status=Status(status), when=When.parse(when) if when else None, correction=n in corrections,
                said=When.parse(f"2020-{n + 1:02}-01"),
            )
        )  # fmt: skip
    return Event(id="a", title="A", history=history)


def shown(thing: Event) -> list[str]:
    windows = ((d, f"{d.first or ''}..{d.last or ''}") for d in activity_dates(thing))
    return [f"{d.type} {d.iso or window}" for d, window in windows]


CASES = [
    # a plan for a moment: it starts and ends then
    ("planned 2024-05-29", "1 2024-05-29, 3 2024-05-29"),
    ("proposed 2024-05", "1 2024-05-01..2024-05-31, 3 2024-05-01..2024-05-31"),
    ("planned [..2024-12-31]", "1 ..2024-12-31, 3 ..2024-12-31"),
    ("planned [2028-01-01..]", "1 2028-01-01.., 3 2028-01-01.."),
    # a doubtful or approximate day is no known day
    ("planned 2024-05-29?", "1 2024-05-29..2024-05-29, 3 2024-05-29..2024-05-29"),
    ("planned 2024-05-29~", "1 2024-05-29..2024-05-29, 3 2024-05-29..2024-05-29"),
    # a plan for a span
    ("planned 2024-05-17/2024-05-19", "1 2024-05-17, 3 2024-05-19"),
    ("planned 2024/2026", "1 2024-01-01..2024-12-31, 3 2026-01-01..2026-12-31"),
    ("planned 2024-05-17/..", "1 2024-05-17"),
    # nothing is dated
    ("planned TBD", ""),
    ("planned", ""),
    ("completed", ""),
    ("completed TBD", ""),
    # what has begun
    ("underway 2019/..", "2 2019-01-01..2019-12-31"),
    ("underway 2019-04-01/2026", "2 2019-04-01, 3 2026-01-01..2026-12-31"),
    ("planned 2019-03 | underway 2019-04-01/2026", "1 2019-03-01..2019-03-31, 2 2019-04-01, 3 2026-01-01..2026-12-31"),
    ("planned 2024/2026 | underway", "1 2024-01-01..2024-12-31, 3 2026-01-01..2026-12-31"),  # since when, nobody said
    ("underway [..2024-12-31]", "3 ..2024-12-31"),  # a moment that work in progress awaits is its end
    ("planned 2019/2026 | underway 2019/..", "1 2019-01-01..2019-12-31, 2 2019-01-01..2019-12-31"),  # its end is open
    # what happened
    ("completed 2024-11-07", "2 2024-11-07, 4 2024-11-07"),
    ("completed 2023-33", "2 2023-01-01..2023-03-31, 4 2023-01-01..2023-03-31"),
    ("completed 2024-05-17/2024-05-19", "2 2024-05-17, 4 2024-05-19"),
    (
        "planned 2024-37 | completed 2024-11-07",  # January to April
        "1 2024-01-01..2024-04-30, 2 2024-11-07, 3 2024-01-01..2024-04-30, 4 2024-11-07",
    ),
    ("planned 2024-05-29 | completed", "1 2024-05-29, 3 2024-05-29"),  # that day was planned, nobody reported it
    # a moment that closes what lasted is its end
    ("underway 2019-04-01/.. | completed 2024-11-07", "2 2019-04-01, 4 2024-11-07"),
    ("planned 2024/2026 | completed 2026-03-01", "1 2024-01-01..2024-12-31, 3 2026-01-01..2026-12-31, 4 2026-03-01"),
    (
        "underway 2019-04-01/2026 | completed 2019-05-01/2024-11-07",
        "2 2019-05-01, 3 2026-01-01..2026-12-31, 4 2024-11-07",
    ),
    # the plan last in force
    ("planned 2024-05-01 | planned 2024-06-01", "1 2024-06-01, 3 2024-06-01"),
    ("planned 2024-05-01 | planned", "1 2024-05-01, 3 2024-05-01"),
    ("planned 2024-05-01 | planned TBD", ""),
    ("planned 2024-05-01 | postponed", ""),
    ("planned 2024-05-01 | postponed 2025-05-01", "1 2025-05-01, 3 2025-05-01"),
    ("planned 2024-05-01 | postponed | planned", ""),
    ("planned 2024-05-01 | postponed | planned 2026-01-01", "1 2026-01-01, 3 2026-01-01"),
    ("planned 2024-05-01 | postponed | cancelled", ""),
    # what did not happen keeps its plan and has no actual date; the day it was called off is not one of the four
    ("planned 2024-05-01 | missed", "1 2024-05-01, 3 2024-05-01"),
    ("planned 2024-05-01 | cancelled 2024-02-01", "1 2024-05-01, 3 2024-05-01"),
    ("underway 2019-04-01/2026 | cancelled", "2 2019-04-01, 3 2026-01-01..2026-12-31"),
    ("cancelled 2024-02-01", ""),
    # clock times have a day
    ("completed 2024-05-29T10:00:00-04:00", "2 2024-05-29, 4 2024-05-29"),
]


@pytest.mark.parametrize(("said", "dates"), CASES)
def test_the_dates_of_a_history(said: str, dates: str) -> None:
    assert ", ".join(shown(event(*said.split(" | ")))) == dates


CORRECTED = [
    ("planned 2024-05-01 | planned 2024-06-01", "1 2024-06-01, 3 2024-06-01"),
    ("underway 2019-04-01/.. | planned 2024-06-01", "1 2024-06-01, 3 2024-06-01"),  # it had not begun
    ("completed 2024-05-01 | planned 2024-06-01", "1 2024-06-01, 3 2024-06-01"),
    ("proposed 2024-05-01 | planned", "1 2024-05-01, 3 2024-05-01"),  # only the status was wrong
    ("planned 2024-05-01 | completed", ""),  # it was no plan, and the day is not told
    ("planned 2024-05-01 | postponed", ""),
]


@pytest.mark.parametrize(("said", "dates"), CORRECTED)
def test_a_correction_stands_in_for_what_it_mends(said: str, dates: str) -> None:
    assert ", ".join(shown(event(*said.split(" | "), corrections=(1,)))) == dates


def test_a_correction_of_nothing_is_a_statement() -> None:
    assert shown(event("planned 2024-05-01", corrections=(0,))) == ["1 2024-05-01", "3 2024-05-01"]


def test_the_order_in_the_file_does_not_matter() -> None:
    thing = event("planned 2024-05-01", "underway 2024-04-01/..", "completed 2025-01-01")
    for order in itertools.permutations(thing.history):
        assert shown(Event(id="a", title="A", history=order)) == shown(thing)


def test_every_event_of_the_real_log_has_honest_dates(root: Path) -> None:
    for thing in load(root / "events"):
        for found in activity_dates(thing):
            assert found.first or found.last
            assert found.iso is None or found.first == found.last == date.fromisoformat(found.iso)
            assert thing.status is Status.COMPLETED or found.type != "4"


WHENS = [
    "",
    "TBD",
    "2024-05-29",
    "2024",
    "[..2024-12-31]",
    "[2028-01-01..]",
    "2019/..",
    "2024/2026",
    "2019/",
    "../2020",
]


@given(st.lists(st.tuples(st.sampled_from(Status), st.sampled_from(WHENS), st.booleans()), min_size=1, max_size=6))
def test_any_history_gives_each_type_once_in_order_and_never_a_day_that_is_not_known(
    said: list[tuple[Status, str, bool]],
) -> None:
    corrections = tuple(n for n, (_, _, wrong) in enumerate(said) if wrong)
    found = activity_dates(event(*(f"{status} {when}".strip() for status, when, _ in said), corrections=corrections))
    types = [d.type for d in found]
    assert types == sorted(set(types))
    assert set(types) <= {"1", "2", "3", "4"}
    assert all(d.first is None or d.last is None or d.first <= d.last for d in found)
    assert all(d.iso in (None, "2024-05-29") for d in found)
    assert ("4" in types) <= (said[-1][0] is Status.COMPLETED)


# -- what neither way can tell

UNTOLD = [
    # what is lost, two histories that come out alike: the days by type and nothing else
    ("a window, a quarter, a deadline", "planned Q3 2024", "planned [..2024-12-31]"),
    ("a date marked `~` or `?`", "planned 2024-05-01~", "planned 2024-05-01?"),
    ("an hour and its zone", "completed 2024-05-29T10:00:00-04:00", "completed 2024-05-29"),
    ("an open end, an unknown end", "underway 2019-04-01/..", "underway 2019-04-01/"),
    ("the plans before the last one", "planned 2024-05-01 | planned 2024-06-01", "planned 2024-06-01"),
    ("a date that was taken back", "planned 2024-05-01 | postponed", "planned"),
    ("proposed, or planned", "proposed 2024-05-01", "planned 2024-05-01"),
    ("underway, or partial", "underway 2019-04-01/..", "partial 2019-04-01/.."),
    ("missed, or cancelled", "planned 2024-05-01 | missed", "planned 2024-05-01 | cancelled 2024-02-01"),
]


def days_of(thing: Event) -> dict[str, str]:
    return {d.type: d.iso for d in activity_dates(thing) if d.iso}


@pytest.mark.parametrize(("what", "one", "other"), UNTOLD)
def test_what_is_lost_cannot_be_told_from_the_days(what: str, one: str, other: str) -> None:
    assert what in LOST
    first, second = (event(*said.split(" | ")) for said in (one, other))
    assert days_of(first) == days_of(second)
    assert first.history != second.history


def test_every_loss_on_the_way_out_has_its_example() -> None:
    assert [what for what, *_ in UNTOLD] == list(LOST)


# -- the way in

IN = [
    # the days, the statements
    ({}, []),
    ({"1": "2024-03-01"}, ["planned 2024-03-01/"]),
    ({"3": "2024-12-31"}, ["planned /2024-12-31"]),
    ({"1": "2024-03-01", "3": "2024-12-31"}, ["planned 2024-03-01/2024-12-31"]),
    ({"3": "2024-03-01", "1": "2024-03-01"}, ["planned 2024-03-01"]),
    ({"2": "2024-03-01"}, ["underway 2024-03-01/"]),
    ({"2": "2024-03-01", "3": "2024-12-31"}, ["underway 2024-03-01/2024-12-31"]),
    ({"2": "2025-03-01", "3": "2024-12-31"}, ["planned /2024-12-31", "underway 2025-03-01/"]),
    ({"1": "2024-01-01", "2": "2024-03-01", "3": "2024-12-31"},
     ["planned 2024-01-01/2024-12-31", "underway 2024-03-01/2024-12-31"]),
    ({"4": "2024-12-31"}, ["completed /2024-12-31"]),
    ({"2": "2024-12-31", "4": "2024-12-31"}, ["completed 2024-12-31"]),
    ({"2": "2024-03-01", "4": "2024-12-31"}, ["completed 2024-03-01/2024-12-31"]),
    ({"1": "2024-01-01", "2": "2024-03-01", "3": "2024-12-31", "4": "2025-02-01"},
     ["planned 2024-01-01/2024-12-31", "completed 2024-03-01/2025-02-01"]),
    ({"1": "2024-01-01", "2": "2024-03-01", "3": "2024-12-31", "4": "2024-03-01"},
     ["planned 2024-01-01/2024-12-31", "completed 2024-03-01/2024-03-01"]),  # what was to last ended as it began
]  # fmt: skip


@pytest.mark.parametrize(("days", "statements"), IN)
def test_days_by_their_types_are_statements(days: dict[str, str], statements: list[str]) -> None:
    assert [f"{s.status} {s.when and s.when.edtf}" for s in from_activity_dates(days)] == statements


def test_who_said_it_and_when_is_given() -> None:
    source = Citation(Source("iati", "The activities of a donor"))
    (statement,) = from_activity_dates({"2": "2024-03-01"}, said=When.parse("2024-04"), source=source)
    assert (statement.said, statement.source) == (When.parse("2024-04"), source)


REFUSED = [
    ({"5": "2024-03-01"}, FieldError, "'5' is not an IATI activity-date type"),
    ({"start-planned": "2024-03-01"}, FieldError, "'start-planned' is not an IATI activity-date type"),
    ({"1": "03/04/2024"}, FieldError, "'03/04/2024' is not an ISO day"),
    ({"1": "2024-03"}, FieldError, "'2024-03' is not an ISO day"),
    ({"1": ""}, FieldError, "'' is not an ISO day"),
    ({"1": "2024-02-30"}, DateError, "February"),
    ({"2": "2024-03-01", "4": "2024-02-01"}, DateError, "ends before it starts"),
]


@pytest.mark.parametrize(("days", "error", "message"), REFUSED)
def test_what_is_no_date_of_an_activity_is_refused(days: dict[str, str], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        from_activity_dates(days)


@given(st.dictionaries(st.sampled_from("1234"), st.dates(date(2023, 12, 30), date(2024, 1, 2)).map(str), min_size=1))
def test_the_days_come_out_as_they_went_in(days: dict[str, str]) -> None:
    start, begun, end, done = map(days.get, "1234")
    assume(not (start and end and start > end) and not (begun and done and begun > done))
    assume(done or not (begun and end and begun > end))  # said to be lost
    assert days_of(Event(id="a", title="A", history=from_activity_dates(days))) == days


def test_what_the_way_in_cannot_tell() -> None:
    lasted, happened = event("planned 2024-05-01/2024-05-01"), event("planned 2024-05-01")
    assert days_of(lasted) == days_of(happened)
    late = from_activity_dates({"2": "2025-03-01", "3": "2024-12-31"})
    assert "3" not in days_of(Event(id="a", title="A", history=late))
    assert from_activity_dates({"3": "2024-12-31"}) != event("planned [..2024-12-31]").history
    assert len(LOST_INWARDS) == 4
