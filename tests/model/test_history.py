"""Histories: what statements amount to, and what was known when.

A history is written as lines of `said | status | when [| correction]`; a blank stands for what is not stated.
"""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog.dates import When
from laceventlog.model import Event, EventLog, Status, fold
from laceventlog.model.history import is_same_plan
from laceventlog.model.statement import Statement


def statements(text: str) -> list[Statement]:
    return [statement(line) for line in text.strip().splitlines()]


def statement(line: str) -> Statement:
    said, status, when, *rest = [part.strip() for part in line.split("|")]
    return Statement(
        status=Status(status),
        when=When.parse(when) if when else None,
        said=When.parse(said) if said else None,
        correction=rest == ["correction"],
    )


def notation(when: When | None) -> str:
    return when.notation if when else "-"


# name, history, status, date in force, first plan, last plan, revised
FOLDS = [
    ("one plan", "2024-01-01 | planned | 2024-05-17", "planned", "2024-05-17", "2024-05-17", "2024-05-17", False),
    ("the outcome is the first thing said", "2024-06-01 | completed | 2024-05-17", "completed", "2024-05-17", "-", "-",
     False),
    ("no date at all", "2024-01-01 | planned |", "planned", "TBD", "-", "-", False),
    ("a plan without a date is no plan to slip from", "2024-01-01 | planned | TBD", "planned", "TBD", "-", "-", False),
    ("on time", """
        2024-01-01 | planned   | 2024-05-17
        2024-05-18 | completed | 2024-05-17
     """, "completed", "2024-05-17", "2024-05-17", "2024-05-17", False),
    ("slip", """
        2024-01-01 | planned | 2024-05
        2024-05-01 | planned | 2024-07
        2024-07-01 | planned | [..2024-12-31]
     """, "planned", "[..2024-12-31]", "2024-05", "[..2024-12-31]", True),
    ("a plan said again keeps the words it was first said in", """
        2024-01-01 | planned | 2024-33
        2024-02-01 | planned | [2024-01..2024-03]
     """, "planned", "[2024-01..2024-03]", "2024-33", "2024-33", False),
    ("an end without a last day is no plan", """
        2024-01-01 | underway | 2019/
        2024-02-01 | underway | 2019/2025
     """, "underway", "2019/2025", "2019/2025", "2019/2025", False),
    ("completed once more, without a date: it keeps the one it had", """
        2024-06-01 | completed | 2024-05-17
        2024-07-01 | completed |
     """, "completed", "2024-05-17", "-", "-", False),
    ("the date comes later", """
        2024-01-01 | proposed |
        2024-02-01 | planned  | 2024-33
     """, "planned", "2024-33", "2024-33", "2024-33", False),
    ("a statement without a date leaves the old one in force", """
        2024-01-01 | proposed | 2024-05
        2024-02-01 | planned  |
     """, "planned", "2024-05", "2024-05", "2024-05", False),
    ("a date taken back with TBD is gone", """
        2024-01-01 | planned | 2024-05
        2024-02-01 | planned | TBD
     """, "planned", "TBD", "2024-05", "2024-05", False),
    ("saying the same again moves nothing", """
        2024-01-01 | planned | 2024-05
        2024-02-01 | planned | May 2024
     """, "planned", "2024-05", "2024-05", "2024-05", False),
    ("postponed without a date has lost it", """
        2024-01-01 | planned   | 2024-05
        2024-05-01 | postponed |
     """, "postponed", "TBD", "2024-05", "2024-05", False),
    ("postponed to a date has a new plan", """
        2024-01-01 | planned   | 2024-05
        2024-05-01 | postponed | 2025
     """, "postponed", "2025", "2024-05", "2025", True),
    ("a plan after a postponement without a date stays lost until one is said", """
        2024-01-01 | planned   | 2024-05
        2024-05-01 | postponed |
        2024-06-01 | planned   |
     """, "planned", "TBD", "2024-05", "2024-05", False),
    ("completed without a date is undated: the plan is no outcome", """
        2024-01-01 | planned   | 2024-05
        2024-06-01 | completed |
     """, "completed", "TBD", "2024-05", "2024-05", False),
    ("cancelled keeps the date it was to have", """
        2024-01-01 | planned   | 2024-05
        2024-04-01 | cancelled |
     """, "cancelled", "2024-05", "2024-05", "2024-05", False),
    ("missed keeps it too", """
        2024-01-01 | planned | [..2024-05-31]
        2024-06-01 | missed  |
     """, "missed", "[..2024-05-31]", "[..2024-05-31]", "[..2024-05-31]", False),
    ("a correction replaces the plan and is no slip", """
        2009-12-30 | planned | 2010-01-15
        2010-07-05 | planned | 2011-01-15 | correction
     """, "planned", "2011-01-15", "2011-01-15", "2011-01-15", False),
    ("a correction mends the plan before it, not the first", """
        2024-01-01 | planned | 2024-05
        2024-02-01 | planned | 2023-06
        2024-02-02 | planned | 2024-06 | correction
     """, "planned", "2024-06", "2024-05", "2024-06", True),
    ("a correction mends the plan in force, however often it was said", """
        2024-01-01 | planned | 2023-05
        2024-02-01 | planned | 2023-05
        2024-02-02 | planned | 2024-05 | correction
     """, "planned", "2024-05", "2024-05", "2024-05", False),
    ("a correction of a postponement mends that, not the plan before it", """
        2024-01-01 | planned   | 2024-05
        2024-02-01 | postponed |
        2024-02-02 | planned   | 2024-06 | correction
     """, "planned", "2024-06", "2024-05", "2024-06", True),
    ("a plan that never had a date", """
        2024-01-01 | planned   | 2024-05
        2024-02-01 | planned   | TBD     | correction
     """, "planned", "TBD", "-", "-", False),
    ("an outcome that was none leaves the plan", """
        2024-01-01 | planned   | 2024-05
        2024-05-20 | completed | 2024-05-17
        2024-05-21 | postponed |            | correction
     """, "postponed", "TBD", "2024-05", "2024-05", False),
    ("a correction with nothing before it is a plan", "2024-01-01 | planned | 2024-05 | correction",
     "planned", "2024-05", "2024-05", "2024-05", False),
    ("a correction of a status leaves the plans alone", """
        2024-01-01 | planned   | 2024-05
        2024-05-20 | completed | 2024-05-17
        2024-05-21 | cancelled |            | correction
     """, "cancelled", "2024-05-17", "2024-05", "2024-05", False),
    ("a correction said on the day of what it mends comes after it", """
        2024-01-01 | planned | 2024-06 | correction
        2024-01-01 | planned | 2023-06
     """, "planned", "2024-06", "2024-06", "2024-06", False),
    ("on one day the order of the file counts", """
        2024-01-01 | planned  | 2024-05
        2024-01-01 | underway | 2024-05/..
     """, "underway", "2024-05/..", "2024-05", "2024-05", False),  # what goes on plans no end
    ("what was said on an unknown day comes first", """
        2024-01-01 | planned   | 2024-05
                   | proposed  | 2024-02
     """, "planned", "2024-05", "2024-02", "2024-05", True),
    ("a window is placed by its last day", """
        [2024-01-01..2024-03-31] | planned | 2024-07
        2024-02-01               | planned | 2024-05
     """, "planned", "2024-07", "2024-05", "2024-07", True),
    ("said after an open day never counts as known, hence first", """
        2024-01-01     | planned | 2024-05
        [2024-06-01..] | planned | 2024-07
     """, "planned", "2024-05", "2024-07", "2024-05", True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("history", "status", "when", "first", "plan", "revised"), [row[1:] for row in FOLDS], ids=[row[0] for row in FOLDS]
)
def test_a_history_amounts_to(history: str, status: str, when: str, first: str, plan: str, revised: bool) -> None:
    state = fold(statements(history))
    found = (str(state.status), notation(state.when), notation(state.first_plan), notation(state.plan))
    assert found == (status, when, first, plan)
    assert state.is_revised is revised


def test_an_event_shows_the_state_of_its_history() -> None:
    event = Event(id="a", title="A", history=statements("2024-01-01 | planned | 2024-05"))
    assert (event.status, event.when, event.state) == (Status.PLANNED, When.parse("2024-05"), fold(event.history))


def test_an_event_without_a_statement_is_refused() -> None:
    with pytest.raises(ValueError, match="history"):
        Event(id="a", title="A", history=())


def test_the_words_of_the_source_stay_with_the_date_in_force() -> None:
    state = fold([Statement(status=Status.PLANNED, when=When.parse("by the end of 2024"))])
    assert (state.when.text, state.when.notation) == ("by the end of 2024", "[..2024-12-31]")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2024-33", "[2024-01..2024-03]", True),  # the same days
        ("2024-05-17T10:00:00-04:00", "2024-05-17", True),
        ("2024", "2024?", True),
        ("2024", "2024~", False),  # it may fall later
        ("2024~", "[2024-01~..2024-12~]", False),  # by other units
        ("2024~", "2024~", True),
        ("2024", "2024-01/2024-12", False),  # once in the year, all the year
        ("2024", "[..2024-12-31]", False),
        ("2019/..", "2019/", False),  # it goes on; it ends on a day that nobody stated
        ("TBD", "TBD", True),
        ("2024-05-17", "2024-05-17/2024-05-17", False),  # once on that day, all that day
        # of what lasts all four bounds count
        ("2024-02/2026", "2024-02-2X/2026", False),
        ("2024-02/2026", "2024-02-0X/2026", False),
        ("2024/2026-02", "2024/2026-02-2X", False),
        ("2024/2026-02", "2024/2026-02-0X", False),
    ],
)
def test_two_plans_are_one_when_they_mean_the_same_days(one: str, other: str, same: bool) -> None:
    assert is_same_plan(When.parse(one), When.parse(other)) is same
    assert is_same_plan(When.parse(other), When.parse(one)) is same


# -- when a statement was known

KNOWN = [
    # said, first day on which it had certainly been said
    ("2024-11-08", "2024-11-08"),
    ("2024-11", "2024-11-30"),  # some day of the month: certain only when it is over
    ("[2024-11-08..2024-12-31]", "2024-12-31"),
    ("[..2024-12-31]", "2024-12-31"),
    ("2024-11/2024-12", "2024-12-31"),
    ("2024-11-08~", "2024-11-09"),  # around that day: perhaps one later
    ("2024-11~", "2024-12-31"),  # one unit of its precision later, as for what is overdue
    ("2024-11-01/2024-11-08~", "2024-11-09"),
    ("2024-11-08?", "2024-11-08"),  # a doubt has no last day of its own
    ("9999-12-31~", "9999-12-31"),
    ("[2024-11-08..]", None),  # no last day: never certain
    ("2024/..", None),
    ("TBD", None),
    ("", None),
]


@pytest.mark.parametrize(("said", "day"), KNOWN)
def test_a_statement_is_known_from_the_last_day_it_may_have_been_said(said: str, day: str | None) -> None:
    known = Statement(status=Status.PLANNED, said=When.parse(said) if said else None)
    assert known.known_from == (date.fromisoformat(day) if day else None)
    if known.known_from:
        assert known.was_known_by(known.known_from)
        assert not known.was_known_by(known.known_from - timedelta(days=1))
    else:
        assert not known.was_known_by(date.max)


HISTORY = """
    2024-01-01               | planned   | 2024-05
    [2024-03-01..2024-03-31] | postponed | 2024-09
    2024-10-01               | completed | 2024-09-20
"""


@pytest.mark.parametrize(
    ("day", "status", "when"),
    [
        ("2023-12-31", None, None),  # nothing had been said: there is no event yet
        ("2024-01-01", "planned", "2024-05"),  # the day itself counts
        ("2024-03-30", "planned", "2024-05"),  # inside the window in which it was said: not certainly known
        ("2024-03-31", "postponed", "2024-09"),
        ("2024-09-30", "postponed", "2024-09"),  # it had happened, and nobody had said so
        ("2024-10-01", "completed", "2024-09-20"),
        ("9999-12-31", "completed", "2024-09-20"),
    ],
)
def test_an_event_as_of_a_day(day: str, status: str | None, when: str | None) -> None:
    event = Event(id="a", title="A", history=statements(HISTORY)).as_of(date.fromisoformat(day))
    assert (event and str(event.status), event and event.when.notation) == (status, when)


def test_an_event_of_which_nobody_knows_when_it_was_said_is_never_known() -> None:
    assert Event(id="a", title="A", history=statements("| planned | 2024-05")).as_of(date.max) is None


def test_an_event_that_is_wholly_known_is_itself() -> None:
    event = Event(id="a", title="A", history=statements(HISTORY))
    assert event.as_of(date(2024, 10, 1)) is event


def test_an_event_as_of_a_day_keeps_all_but_its_history() -> None:
    event = Event(id="a", title="A", countries=("CU",), note="n", history=statements(HISTORY))
    known = event.as_of(date(2024, 1, 1))
    assert known is not None
    assert attrs.evolve(known, history=event.history) == event


# -- laws

days = st.dates(date(2020, 1, 1), date(2026, 12, 31))
whens = st.sampled_from(
    ["2024-05-17", "2024", "2024-33", "[..2024-12-31]", "[2025-01-01..]", "2019/..", "2015~", "TBD"]
)
IMPRECISE = {"2024-05": date(2024, 5, 31), "2023~": date(2025, 1, 1), "[2023-06-01..2024-02-10]": date(2024, 2, 10)}
imprecise = st.sampled_from([When.parse(each) for each in IMPRECISE])
dated = st.builds(
    Statement,
    status=st.sampled_from(Status),
    when=st.none() | whens.map(When.parse),
    said=days.map(When.on) | imprecise,
    correction=st.booleans(),
)
undated = st.builds(Statement, status=st.sampled_from(Status), when=st.none() | whens.map(When.parse))
histories = st.lists(dated | undated, min_size=1, max_size=6)


@given(st.lists(dated, min_size=1, max_size=6, unique_by=lambda s: s.known_from), st.randoms())
def test_the_order_in_the_file_does_not_matter(history: list[Statement], random: object) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold(shuffled) == fold(history)


@given(histories)
def test_the_status_is_that_of_the_last_statement(history: list[Statement]) -> None:
    state = fold(history)
    assert state.status is state.last.status
    said = [s.known_from for s in history if s.known_from]
    assert state.last.known_from == max(said, default=None)


@given(histories)
def test_every_date_of_a_state_was_said(history: list[Statement]) -> None:
    state, said = fold(history), [s.when for s in history]
    assert state.when in said or state.when.is_unscheduled
    assert state.plan is None or state.plan in said
    assert state.first_plan is None or state.first_plan in said
    assert (state.plan is None) is (state.first_plan is None)


@given(histories, days, days)
def test_what_is_known_stays_known(history: list[Statement], one: date, other: date) -> None:
    event = Event(id="a", title="A", history=history)
    early, late = (event.as_of(day) for day in sorted((one, other)))
    before, after = (list(e.history) if e else [] for e in (early, late))
    assert [s for s in after if s in before] == before


@given(histories, days)
def test_what_was_not_yet_said_never_shows(history: list[Statement], day: date) -> None:
    known = Event(id="a", title="A", history=history).as_of(day)
    said = {s: IMPRECISE.get(s.said.edtf, s.said.earliest) if s.said else None for s in history}
    expected = [s for s in history if (known_from := said[s]) and known_from <= day]
    assert (list(known.history) if known else []) == expected


@given(histories, days, days)
def test_as_of_two_days_is_as_of_the_earlier(history: list[Statement], one: date, other: date) -> None:
    log = EventLog([Event(id="a", title="A", history=history)])
    assert log.as_of(one).as_of(other) == log.as_of(min(one, other))


@given(
    st.sampled_from(Status),
    st.sampled_from(["", "2024", "[..2024-12-31]", "2019/..", "2019/", "2024/2026", "2024~"]),
    st.booleans(),
)
def test_one_statement_alone_folds_as_one_of_many(status: Status, when: str, correction: bool) -> None:
    dated = When.from_edtf(when) if when else None
    told = Statement(status=status, when=dated, said=When.from_edtf("2024-01-01"), correction=correction)
    assert fold((told,)) == fold([told])
