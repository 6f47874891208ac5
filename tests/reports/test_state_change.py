"""State changes: days as ranges, changes of dates, and the order of statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog import load
from laceventlog.dates import When
from laceventlog.model import Citation, Event, EventLog, Source, Statement, Status
from laceventlog.reports import (
    DateChange,
    Row,
    StateChange,
    StatusAndDate,
    history,
    log_history,
    slip_of,
    slips,
    standing,
)
from laceventlog.reports.date_shift import Range, notice
from laceventlog.reports.records import history_record
from laceventlog.reports.slip.slip import Role
from laceventlog.reports.statement_history import was_said_since
from laceventlog.views.day_ranges import days_words
from laceventlog.views.i18n import ENGLISH
from laceventlog.views.text.statement import change_words, named

DATES = """
    2024-05-17 2024-05 2024 2024-35 2024-41 202X [..2024-12-31] [..2025-12-31] [2028-01-01..] [2025-01-21..2025-02-10]
    2024-01/2024-06 2023/2030 2024/2030 2019/.. 2019/ ../2024 /2024 2015~ 2015? 2024~ TBD 0001-01-01 9999-12-31
    2024-05-17T10:00:00Z 2024-05-17T12:00:00Z
""".split()
whens = st.sampled_from(DATES).map(When.parse) | st.dates().map(When.on)


def moving(old: When, new: When) -> StateChange:
    return StateChange(StatusAndDate(Status.PLANNED, old), StatusAndDate(Status.PLANNED, new))


def of(text: str) -> When:
    return When.parse(text)


@pytest.mark.parametrize(
    ("old", "new", "days", "what"),
    [
        ("2024-05-17", "2024-05-20", (3, 3), "later"),
        ("2024-05-20", "2024-05-17", (-3, -3), "earlier"),
        ("Q3 2024", "7 November 2024", (38, 129), "later"),
        ("Q3 2024", "Q4 2024", (1, 183), "later"),
        ("Q3 2024", "Q3 2024", (0, 0), "none"),
        ("Q3 2024", "third quarter of 2024", (0, 0), "none"),  # other words for the same
        ("2024", "2024?", (0, 0), "marked"),  # a mark never moves a bound
        ("2024", "2024~", (-731, 731), "marked"),  # but "around" may be a year off
        ("2024-05-17T10:00:00Z", "2024-05-17T12:00:00Z", (0, 0), "marked"),
        ("2024", "2024-05", (-244, 151), "narrowed"),
        ("2024-05", "2024", (-151, 244), "widened"),
        ("2024-05", "[2024-05-20..2024-06-10]", (-11, 40), "unclear"),
        ("2024-05", "2024-05/2024-06", (-30, 60), "unclear"),  # start or end was meant: nobody said
        ("2024-05~", "2024-06", (-30, 91), "unclear"),  # soft edges first
        # a deadline stands at its last day
        ("by the end of 2024", "by the end of 2025", (365, 365), "later"),
        ("by the end of 2025", "by the end of 2024", (-365, -365), "earlier"),
        ("by the end of 2024", "Q1 2025", (1, 90), "later"),
        ("by the end of 2025", "18 November 2025", (-43, -43), "narrowed"),  # kept, not brought forward
        ("2025", "by the end of 2026", (365, 729), "later"),
        ("Q4 2025", "by the end of 2025", (0, 91), "widened"),
        # ends that nobody knows
        ("2024", "not before 2028", (1096, None), "later"),
        ("not before 2028", "2024", (None, -1096), "earlier"),
        ("not before 2028", "not before 2028", (0, 0), "none"),
        ("not before 2028", "not before 2029", (366, 366), "later"),
        ("2019/..", "2019/..", (0, 0), "none"),
        ("2019/..", "2019/2024", None, "unclear"),  # it went on, and has an end now
        ("2019/", "2019/2024", (None, 2191), "narrowed"),  # its end was not known, but not before its start
        ("TBD", "2024", None, "set"),
        ("2024", "TBD", None, "lost"),
        ("TBD", "to be determined", None, "none"),
        # of what lasts, the end counts
        ("2023/2030", "2024/2030", (0, 0), "unclear"),
        ("2023/2030", "2023/2031", (1, 729), "later"),
        ("0001-01-01", "9999-12-31", (3652058, 3652058), "later"),
        # an end that is approximate on one side only may have moved, though the days are the same
        ("2023/2030-06-30", "2024/2030-06-30~", (-1, 1), "unclear"),
        ("2023/2030-06-30~", "2024/2030-06-30", (-1, 1), "unclear"),
        # slack counts on whichever side is approximate, also where there is no last day
        ("2024~/2025", "2026/2027", (0, 1460), "unclear"),
        ("2024/2025~", "2026/2027", (0, 1460), "unclear"),
        ("2024~/..", "2026/..", (0, 1461), "unclear"),
        ("2026", "[2028~..]", (0, None), "unclear"),
        ("TBD", "not before 2028", None, "set"),
        ("not before 2028", "TBD", None, "lost"),
        # a span narrows only where its start and its end both lie within those before
        ("2024-33/2026", "2024-21/2026", (0, 0), "unclear"),
        ("2024-21/2026", "2024-33/2026", (0, 0), "unclear"),
        ("2023/2024-33", "2023/2024-21", (-30, 151), "unclear"),
        ("2023/2024-21", "2023/2024-33", (-151, 30), "unclear"),
    ],
)
def test_how_a_date_moved(old: str, new: str, days: tuple[int, int] | None, what: str) -> None:
    shift = moving(of(old), of(new))
    assert (shift.days_moved, shift.date_change) == (days, what)


@given(whens, whens)
def test_law_a_move_back_is_the_same_move(old: When, new: When) -> None:
    there, back = moving(old, new), moving(new, old)
    opposite = {
        DateChange.LATER: {DateChange.EARLIER, DateChange.NARROWED},
        DateChange.SET: {DateChange.LOST},
        DateChange.MARKED: {DateChange.MARKED},
    }
    assert back.date_change in opposite.get(there.date_change, set(DateChange))


@given(whens)
def test_law_what_stays_does_not_move(when: When) -> None:
    assert moving(when, when).date_change is DateChange.NONE
    assert moving(when, when).days_moved == (None if when.is_unscheduled else (0, 0))
    done = StateChange(StatusAndDate(Status.COMPLETED, when), StatusAndDate(Status.COMPLETED, when))
    assert done.days_moved == moving(when, when).days_moved


@given(whens, whens)
def test_law_what_is_certainly_later_is_later_by_every_day(old: When, new: When) -> None:
    shift = moving(old, new)
    if shift.date_change is DateChange.LATER:
        assert shift.days_moved
        assert (shift.days_moved[0] or 0) > 0


@pytest.mark.parametrize(
    ("plan", "said", "days"),
    [
        ("2024-12-31", "2024-03-01", (305, 305)),
        ("2024-12-31", "2025-01-01", (-1, -1)),  # said after it
        ("2024-12-31", "2024-03", (275, 305)),
        ("2024-12-31", "2024-03-01/2024-03-05", (301, 305)),  # a conference that lasted five days
        ("2024-12-31~", "2024-03-01", (305, 306)),  # the plan may be a day later
        ("2024-12-31", "2024-03-01~", (304, 306)),
        ("2024-12-31", "[..2024-03-01]", (305, None)),
        ("2024-12-31", "[2024-03-01..]", (None, 305)),
        ("2024-12-31", "TBD", None),
        ("[2028..]", "2024-03-01", None),
    ],
)
def test_notice_is_counted_to_the_last_day_of_the_plan(plan: str, said: str, days: Range | None) -> None:
    assert notice(of(plan), of(said)) == days


# -- in words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((0, 0), "its end is unchanged"),
        ((1, 1), "1 day later"),
        ((-1, -1), "1 day earlier"),
        ((38, 129), "38–129 days later"),
        ((-129, -38), "38–129 days earlier"),
        ((0, 1), "up to 1 day later"),
        ((-30, 0), "up to 30 days earlier"),
        ((-1, 30), "from 1 day earlier to 30 days later"),
        # an end that nobody knows
        ((366, None), "at least 366 days later"),
        ((-12, None), "at most 12 days earlier"),
        ((0, None), "not earlier"),
        ((None, -1), "at least 1 day earlier"),
        ((None, 90), "at most 90 days later"),
        ((None, 0), "not later"),
    ],
)
def test_days_in_words(days: Range, words: str) -> None:
    assert days_words(days, ENGLISH) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Q3 2024", "Q3 2024"),
        ("November 7, 2024", "November 7, 2024"),
        ("Nov 2024", "Nov 2024"),
        ("by the end of 2024", "“by the end of 2024”"),
        ("In 2025", "“In 2025”"),
        ("[..2024-12-31]", "[..2024-12-31]"),
        ("TBD", "“TBD”"),
    ],
)
def test_the_words_of_a_source_read_on_or_stand_in_quotation_marks(text: str, words: str) -> None:
    assert named(of(text), ENGLISH) == words


S = Status


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ((S.PLANNED, "Q3 2024"), (S.PLANNED, "Q3 2024"), []),
        (
            (S.PLANNED, "Q3 2024"),
            (S.COMPLETED, "7 November 2024"),
            ["status planned → completed", "date moved from Q3 2024 to 7 November 2024 (38–129 days later)"],
        ),
        ((S.PLANNED, "2024"), (S.PLANNED, "Q3 2024"), ["date narrowed from 2024 to Q3 2024"]),
        ((S.PLANNED, "Q3 2024"), (S.PLANNED, "2024"), ["date widened from Q3 2024 to 2024"]),
        ((S.PLANNED, "TBD"), (S.PLANNED, "2024"), ["date set: 2024"]),
        ((S.PLANNED, "2024"), (S.POSTPONED, "TBD"), ["status planned → postponed", "no date stated now, was 2024"]),
        ((S.PLANNED, "2024"), (S.PLANNED, "2024?"), ["date changed from 2024 to 2024?, the same days"]),
        ((S.PLANNED, "2024"), (S.PLANNED, "2028/.."), ["date moved from 2024 to 2028/.. (at least 1096 days later)"]),
        (
            (S.UNDERWAY, "2023/2030"),
            (S.UNDERWAY, "2024/2030"),
            ["date moved from 2023/2030 to 2024/2030 (its end is unchanged)"],
        ),
    ],
)
def test_what_moved_in_words(before: tuple[Status, str], after: tuple[Status, str], words: list[str]) -> None:
    shift = StateChange(StatusAndDate(before[0], of(before[1])), StatusAndDate(after[0], of(after[1])))
    assert change_words(shift, ENGLISH) == words
    assert shift.changes_anything == bool(words)


def test_a_correction_counts_no_days() -> None:
    shift = StateChange(StatusAndDate(S.PLANNED, of("2024")), StatusAndDate(S.PLANNED, of("2026")))
    assert change_words(shift, ENGLISH, correction=True) == ["date corrected from 2024 to 2026"]


def test_nothing_stood_before_the_first_statement() -> None:
    shift = StateChange(None, StatusAndDate(S.PLANNED, of("2024")))
    assert (shift.changes_anything, shift.changes_status, shift.date_change, shift.days_moved, change_words(shift, ENGLISH)) == (
        False, False, DateChange.NONE, None, [],
    )  # fmt: skip


# -- histories


def said(status: str, when: str = "", day: str = "", **more: object) -> Statement:
    fields = {"when": of(when) if when else None, "said": of(day) if day else None}
    return Statement(status=Status(status), **fields, **more)  # type: ignore[arg-type]


LINE = [
    said("planned", "Q3 2024", "2024-03-01"),
    said("planned", "", "2024-06-01"),
    said("postponed", "", "2024-09-01"),
    said("planned", "2025", "2024-10"),
    said("completed", "2024-11-07", "2024-11-08"),
    said("completed", "2024-11-06", "2024-11-08", correction=True),
]


def test_each_statement_with_what_stood_before_it_and_stands_after_it() -> None:
    for order in list(permutations(LINE))[::97]:
        rows = history(Event(id="a", title="A", history=order))
        assert [row.statement for row in rows] == LINE
        assert [(str(row.change.after.status), str(row.change.after.when)) for row in rows] == [
            ("planned", "Q3 2024"), ("planned", "Q3 2024"), ("postponed", "TBD"), ("planned", "2025"),
            ("completed", "2024-11-07"), ("completed", "2024-11-06"),
        ]  # fmt: skip
        assert [row.is_first for row in rows] == [True] + [False] * 5
        assert all(row.change.before == last.change.after for last, row in pairwise(rows))


statements = st.builds(
    said,
    st.sampled_from([str(s) for s in Status]),
    st.sampled_from(["", *DATES]),
    st.sampled_from(["", "2024-01-01", "2024-01", "2024-06-01", "[2024-11-08..2024-12-31]", "2023/", "TBD"]),
    correction=st.booleans(),
)
events = st.lists(st.lists(statements, min_size=1, max_size=4), max_size=4).map(
    lambda found: [Event(id=f"e{n}", title="T", history=each) for n, each in enumerate(found)]
)


@given(events)
def test_law_a_history_ends_in_the_state_of_its_event(found: Sequence[Event]) -> None:
    for event in found:
        rows = history(event)
        assert StatusAndDate.now(event) == rows[-1].change.after == StatusAndDate.of(event.history)
        assert sorted(map(id, (row.statement for row in rows))) == sorted(map(id, event.history))


COUNTED = {Role.FIRST, Role.REVISION, Role.OUTCOME}


@given(events)
def test_law_a_history_and_its_slip_count_the_same_days(found: Sequence[Event]) -> None:
    for event in found:
        forecasts = {id(f.statement): f for f in slip_of(Row(event, standing(event, date(2025, 3, 1)))).forecasts}
        plan = None
        for row in history(event):
            before, forecast = row.change.before, forecasts.get(id(row.statement))
            if forecast is None or forecast.role not in COUNTED:
                continue
            if before and plan and row.change.changes_anything and before.when == plan:
                assert forecast.moved == row.change.days_moved
                assert forecast.role is Role.OUTCOME or forecast.is_late_news == (
                    row.change.date_change is DateChange.LATER
                )
            plan = plan if forecast.role is Role.OUTCOME else forecast.when


def test_a_history_and_its_slip_count_the_same_days_of_every_example(root: Path) -> None:
    seen = 0
    for found in slips(load(root / "examples" / "histories.yaml"), date(2025, 3, 1)):
        moved = {id(row.statement): row.change for row in history(found.event)}
        for before, forecast in pairwise(found.forecasts):
            if before.when and forecast.is_revision and forecast.when and before.role is not Role.WRONG:
                assert forecast.moved == moved[id(forecast.statement)].days_moved
                seen += 1
    assert seen == 8


@given(events)
def test_law_the_news_are_all_that_was_said_in_one_order(found: Sequence[Event]) -> None:
    rows = log_history(EventLog(found))
    assert rows == log_history(EventLog(found[::-1]))
    assert [r for e in found for r in history(e)] == sorted(rows, key=lambda row: row.event.id)
    assert [row.sort_key for row in rows] == sorted(row.sort_key for row in rows)


@given(events, st.dates(date(2023, 12, 1), date(2025, 1, 1)))
def test_law_news_since_a_day_are_the_end_of_the_news(found: Sequence[Event], day: date) -> None:
    kept = log_history(EventLog(found), day)
    assert [row for row in log_history(EventLog(found)) if was_said_since(row.statement, day)] == kept
    assert all(row.statement.was_known_by(day) is False or row.statement.known_from == day for row in kept)


@pytest.mark.parametrize(
    ("day", "since", "wanted"),
    [
        ("2024-03-01", "2024-03-01", True),
        ("2024-03-01", "2024-03-02", False),
        ("2024-03", "2024-03-31", True),  # its last possible day
        ("2024-03", "2024-04-01", False),
        ("[2024-03-01..]", "2024-03-01", True),  # not known when, but certainly not before
        ("[2024-03-01..]", "2024-03-02", False),
        ("", "0001-01-01", False),
        ("TBD", "0001-01-01", False),
    ],
)
def test_what_counts_as_said_since(day: str, since: str, wanted: bool) -> None:
    assert was_said_since(said("planned", "2025", day), date.fromisoformat(since)) is wanted


def test_records_say_what_was_said_and_what_it_changed() -> None:
    first, _, third, *_ = map(history_record, history(Event(id="a", title="A", history=LINE)))
    assert first == {
        "id": "a", "title": "A", "said": "2024-03-01", "known_from": "2024-03-01", "status": "planned", "word": None,
        "when": "2024-35", "earliest": "2024-07-01", "latest": "2024-09-30", "zone": None, "text": "Q3 2024",
        "source": None, "reason": None, "quote": None, "correction": False, "status_before": None,
        "status_after": "planned", "when_before": None, "when_after": "2024-35", "date_is": "none", "days_moved": None,
    }  # fmt: skip
    assert (third["when"], third["status_before"], third["when_before"], third["when_after"], third["date_is"]) == (
        None, "planned", "2024-35", None, "lost",
    )  # fmt: skip


def test_records_hold_all_that_a_statement_says() -> None:
    cited = Citation(Source("paper", "Paper"), "3")
    full = said(
        "planned",
        "29 May 2024, 10:00 America/La_Paz",
        "2024-03-01",
        word="convened",
        source=cited,
        reason="late",
        quote="soon",
    )
    (record,) = map(history_record, history(Event(id="a", title="A", history=[full])))
    wanted = {"word": "convened", "zone": "America/La_Paz", "source": "paper#3", "reason": "late", "quote": "soon"}
    assert {name: record[name] for name in wanted} == wanted
