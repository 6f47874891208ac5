"""Conditions: an event is not overdue on its last possible day, but on the day after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from laceventlog.dates import When
from laceventlog.errors import DateError
from laceventlog.model import Event, Status
from laceventlog.model.statement import Statement
from laceventlog.reports import Condition, Standing, standing
from laceventlog.reports.condition import awaited

DAY = timedelta(days=1)
EARLIEST, LATEST = "0001-01-01", "9999-12-31"


def event(status: str, when: str, plan: str = "") -> Event:
    history = [Statement(status=Status.PLANNED, when=When.parse(plan), said=When.parse("2000-01-01"))] if plan else []
    outcome = Statement(status=Status(status), when=When.parse(when), said=When.parse("2000-01-02"))
    return Event(id="a", title="A", history=[*history, outcome])


def stands(status: str, when: str, today: str) -> Standing:
    return standing(event(status, when), date.fromisoformat(today))


# status, when, {today: condition}: each row walks over its boundary days
WALKS: list[tuple[str, str, dict[str, str]]] = [
    # a known day: due on the day itself, overdue the day after
    ("planned", "2024-05-17", {
        EARLIEST: "upcoming", "2024-05-16": "upcoming", "2024-05-17": "due", "2024-05-18": "overdue", LATEST: "overdue",
    }),
    ("proposed", "2024-05-17", {"2024-05-16": "upcoming", "2024-05-17": "due", "2024-05-18": "overdue"}),
    ("postponed", "2024-05-17", {"2024-05-16": "upcoming", "2024-05-17": "due", "2024-05-18": "overdue"}),
    ("planned", "2024-05-17T10:00:00-04:00", {"2024-05-17": "due", "2024-05-18": "overdue"}),
    # units: the whole of the unit is due
    ("planned", "2024-02", {"2024-01-31": "upcoming", "2024-02-01": "due", "2024-02-29": "due"}),
    ("planned", "2024-02", {"2024-03-01": "overdue"}),
    ("planned", "2023-02", {"2023-02-28": "due", "2023-03-01": "overdue"}),
    ("planned", "2024-35", {"2024-06-30": "upcoming", "2024-07-01": "due", "2024-09-30": "due"}),
    ("planned", "2024-35", {"2024-10-01": "overdue"}),
    ("planned", "2024-24", {"2024-11-30": "upcoming", "2025-02-28": "due", "2025-03-01": "overdue"}),  # winter
    ("planned", "202X", {"2019-12-31": "upcoming", "2029-12-31": "due", "2030-01-01": "overdue"}),
    # a window
    ("planned", "[2025-01-21..2025-02-10]", {
        "2025-01-20": "upcoming", "2025-01-21": "due", "2025-02-10": "due", "2025-02-11": "overdue",
    }),
    # a deadline may fall on any day before: it is never ahead
    ("planned", "[..2024-12-31]", {EARLIEST: "due", "2024-12-31": "due", "2025-01-01": "overdue"}),
    ("planned", "by the end of 2024", {"2024-12-31": "due", "2025-01-01": "overdue"}),
    ("planned", "before 2025", {"2024-12-31": "due", "2025-01-01": "overdue"}),
    # not before a day: ahead, then without a last day, never overdue
    ("planned", "[2028-01-01..]", {"2027-12-31": "upcoming", "2028-01-01": "undated", LATEST: "undated"}),
    # no date
    ("planned", "TBD", {EARLIEST: "undated", "2025-01-01": "undated", LATEST: "undated"}),
    ("postponed", "TBD", {"2025-01-01": "undated"}),
    ("proposed", "TBD", {"2025-01-01": "undated"}),
    ("underway", "TBD", {EARLIEST: "ongoing", LATEST: "ongoing"}),
    ("partial", "TBD", {"2025-01-01": "ongoing"}),
    # a span that is planned awaits its start, and only that
    ("planned", "2024-05/2026-06", {
        "2024-04-30": "upcoming", "2024-05-01": "due", "2024-05-31": "due", "2024-06-01": "overdue",
    }),
    ("planned", "2019/..", {"2018-12-31": "upcoming", "2019-12-31": "due", "2020-01-01": "overdue"}),
    ("planned", "2019/", {"2018-12-31": "upcoming", "2019-12-31": "due", "2020-01-01": "overdue"}),
    ("planned", "/2024", {EARLIEST: "due", "2024-12-31": "due", "2025-01-01": "overdue"}),
    ("planned", "../2024", {EARLIEST: "undated", LATEST: "undated"}),  # it has no start
    # the same span underway awaits its end
    ("underway", "2024-05/2026-06", {
        EARLIEST: "ongoing", "2024-05-31": "ongoing", "2026-05-31": "ongoing", "2026-06-01": "due",
        "2026-06-30": "due", "2026-07-01": "overdue",
    }),
    ("partial", "2024-05/2026-06", {"2026-05-31": "ongoing", "2026-06-30": "due", "2026-07-01": "overdue"}),
    ("underway", "2019/..", {"2019-01-01": "ongoing", LATEST: "ongoing"}),  # it goes on
    ("underway", "2019/", {"2019-01-01": "ongoing", LATEST: "ongoing"}),  # nobody said when it ends
    ("underway", "../2024", {EARLIEST: "ongoing", "2023-12-31": "ongoing", "2024-06-01": "due", LATEST: "overdue"}),
    # a moment underway: it was to be over by its last day
    ("underway", "2024-05-17", {"2024-05-16": "ongoing", "2024-05-17": "due", "2024-05-18": "overdue"}),
    ("partial", "[..2024-12-31]", {"2024-12-31": "due", "2025-01-01": "overdue"}),
    # approximate: certain only one unit past the bounds
    ("planned", "2015~", {"2014-12-31": "upcoming", "2015-12-31": "due", "2016-12-31": "due", "2017-01-01": "overdue"}),
    ("planned", "2015%", {"2016-12-31": "due", "2017-01-01": "overdue"}),
    ("planned", "2024-05~", {"2024-06-01": "due", "2024-07-01": "due", "2024-07-02": "overdue"}),
    ("planned", "2024-05-17~", {"2024-05-18": "due", "2024-05-19": "overdue"}),
    ("planned", "2024-33~", {"2024-07-01": "due", "2024-07-02": "overdue"}),
    ("planned", "2024-40~", {"2024-12-31": "due", "2025-01-01": "overdue"}),
    ("planned", "2024-24~", {"2025-05-31": "due", "2025-06-01": "overdue"}),
    # doubtful is not approximate: the mark moves nothing
    ("planned", "2015?", {"2015-12-31": "due", "2016-01-01": "overdue"}),
    # ends are closed on every day, whatever the date
    ("completed", "2024-05-17", {EARLIEST: "closed", "2024-05-18": "closed", LATEST: "closed"}),
    ("completed", "TBD", {"2025-01-01": "closed"}),
    ("missed", "2024-05-17", {"2030-01-01": "closed"}),
    ("cancelled", "[..2024-12-31]", {"2030-01-01": "closed"}),
    # the edges of the calendar: there is no day before the first and none after the last
    ("planned", EARLIEST, {EARLIEST: "due", "0001-01-02": "overdue"}),
    ("planned", LATEST, {"9999-12-30": "upcoming", LATEST: "due"}),
    ("planned", "9999", {LATEST: "due"}),
    ("planned", "9999~", {LATEST: "due"}),  # its slack would end in the year 10000
    ("planned", "9999-12-30~", {LATEST: "due"}),
    ("planned", "9999-24", {LATEST: "due"}),
    ("planned", "0001~", {EARLIEST: "due", "0002-12-31": "due", "0003-01-03": "overdue"}),
    ("planned", f"[..{LATEST}]", {LATEST: "due"}),
    ("planned", f"[{LATEST}..]", {"9999-12-30": "upcoming", LATEST: "undated"}),
    ("underway", f"{EARLIEST}/{LATEST}", {EARLIEST: "ongoing", LATEST: "due"}),
    ("planned", "[..0001-01-01]", {EARLIEST: "due", "0001-01-02": "overdue"}),
]  # fmt: skip
ROWS = [(status, when, today, condition) for status, when, days in WALKS for today, condition in days.items()]


@pytest.mark.parametrize(("status", "when", "today", "condition"), ROWS)
def test_condition(status: str, when: str, today: str, condition: str) -> None:
    assert stands(status, when, today).condition == condition


# "Around 2024" is as vague in a span or a window as alone.
APPROXIMATE_PARTS = [
    ("planned", "2024~/2030", "2025-06-01"),
    ("planned", "2024~/..", "2025-01-01"),
    ("planned", "2024-05~/", "2024-06-05"),
    ("underway", "2019/2024~", "2025-06-01"),
    ("planned", "[..2024~]", "2025-06-01"),
    ("planned", "[2023~..2024~]", "2025-06-01"),
]


@pytest.mark.parametrize(("status", "when", "today"), APPROXIMATE_PARTS)
def test_an_approximate_part_has_the_slack_of_its_unit(status: str, when: str, today: str) -> None:
    assert stands(status, when, today).condition is Condition.DUE


OVERDUE_BY = [
    # a deadline or a known day: one number
    ("planned", "2024-05-17", "2024-05-18", (1, 1)),
    ("planned", "2025-02-28", "2025-03-01", (1, 1)),
    ("planned", "2024-02-28", "2024-03-01", (2, 2)),  # a leap day between
    ("planned", "by the end of 2024", "2025-03-01", (60, 60)),
    ("planned", "[..2024-12-31]", "2025-01-01", (1, 1)),
    # a window: since its last day, up to since its first
    ("planned", "[2025-01-21..2025-02-10]", "2025-03-01", (19, 39)),
    ("planned", "late January – early February 2025", "2025-03-01", (19, 39)),
    ("planned", "2024", "2025-01-01", (1, 366)),
    ("planned", "2024-35", "2024-10-01", (1, 92)),
    # what is awaited counts: the start of what is planned, the end of what is underway
    ("planned", "2024-05/2026-06", "2024-06-01", (1, 31)),
    ("underway", "2024-05/2026-06", "2026-07-01", (1, 30)),
    ("underway", "../2024", "2025-01-01", (1, 366)),
    ("planned", "/2024", "2025-01-01", (1, 1)),
    # approximate: certain from the end of its slack
    ("planned", "2015~", "2017-01-01", (1, 731)),
    ("planned", "2024-05-17~", "2024-05-19", (1, 2)),
    # as far as the calendar goes
    ("planned", EARLIEST, LATEST, (3652058, 3652058)),
]


@pytest.mark.parametrize(("status", "when", "today", "days"), OVERDUE_BY)
def test_days_overdue(status: str, when: str, today: str, days: tuple[int, int]) -> None:
    assert stands(status, when, today).days_overdue == days


PERHAPS = [
    # only in the slack of an approximate date
    ("planned", "2015~", "2015-12-31", None),
    ("planned", "2015~", "2016-01-01", (0, 365)),
    ("planned", "2015~", "2016-12-31", (0, 730)),
    ("planned", "2015~", "2017-01-01", None),  # now it is certain
    ("planned", "2024-05-17%", "2024-05-18", (0, 1)),
    ("planned", "[..2024~]", "2025-01-10", (0, 10)),  # without a first day, since its last
    ("underway", "2019/2024~", "2025-01-10", (0, 375)),
    ("planned", "2024-05-17", "2024-05-18", None),
    ("planned", "2024-05-17?", "2024-05-18", None),
    ("planned", "2024", "2024-06-01", None),
    ("planned", "TBD", "2024-06-01", None),
    ("completed", "2024~", "2025-01-10", None),
    ("planned", "9999-12-30~", LATEST, (0, 1)),
]


@pytest.mark.parametrize(("status", "when", "today", "days"), PERHAPS)
def test_days_by_which_a_thing_may_be_overdue(status: str, when: str, today: str, days: tuple[int, int] | None) -> None:
    found = stands(status, when, today)
    assert found.days_possible == days
    assert days is None or found.condition is Condition.DUE


def test_an_approximate_deadline_is_overdue_by_a_range() -> None:
    assert stands("planned", "[..2024~]", "2026-01-02").days_overdue == (1, 367)


LATE_BY = [
    # plan, outcome, days late
    ("2024-05-17", "2024-05-17", (0, 0)),
    ("2024-05-17", "2024-05-18", (1, 1)),
    ("2024-05-17", "2024-05-14", (-3, -3)),
    ("[..2024-12-31]", "2024-12-31", (0, 0)),
    ("[..2024-12-31]", "2025-02-11", (42, 42)),
    ("[..2024-12-31]", "2024-12-28", (-3, -3)),
    ("2024-35", "2024-11-07", (38, 129)),  # against a window: since its last day, up to since its first
    ("2024-35", "2024-08-01", (-60, 31)),  # inside it
    ("2024-35", "2024-06-30", (-92, -1)),
    ("2024-05-17", "2024-05", (-16, 14)),  # a vague outcome
    ("2024-05", "2024-07", (31, 91)),
    ("2024-05/2024-06", "2024-07-10", (10, 39)),  # a span is over at its end
    ("2024-05/2024-06", "2024-05/2024-07", (1, 60)),
    ("2024-05-17", "2024-05-17/2024-05-19", (0, 2)),  # nobody said that the day was to be its end
    ("2022/2024", "2024-11-07", (-54, 311)),  # what lasts is over on the day of its completion
    # nothing to compare
    ("TBD", "2024-05-17", None),
    ("2024-05-17", "TBD", None),
    ("[2024-05-17..]", "2024-05-20", None),  # not before: no last day to be late against
    ("2019/..", "2024-05-17", None),
    ("2024-05-17", "[..2024-12-31]", None),  # an outcome without a first day
    (EARLIEST, LATEST, (3652058, 3652058)),
]


@pytest.mark.parametrize(("plan", "outcome", "days"), LATE_BY)
def test_days_late(plan: str, outcome: str, days: tuple[int, int] | None) -> None:
    found = standing(event("completed", outcome, plan), date(2025, 3, 1))
    assert (found.condition, found.days_late) == (Condition.CLOSED, days)


OUTCOMES = [
    # plan, outcome, the answer
    ("2024-05-17", "2024-05-17", "on time"),
    ("2024-05-17", "2024-05-18", "late"),
    ("2024-05-17", "2024-05-16", "early"),
    # inside the window that was planned, to its last day: it never was overdue
    ("2024-35", "2024-08-01", "on time"),
    ("2024-35", "2024-07-01", "on time"),
    ("2024-35", "2024-09-30", "on time"),
    ("2024-35", "2024-10-01", "late"),
    ("2024-35", "2024-06-30", "early"),
    ("2024-35", "2024-08", "on time"),
    ("2024-35", "[2024-06-15..2024-07-15]", "on time"),  # perhaps early, but not late
    ("2024-35", "[2024-09-15..2024-10-15]", "unknown"),
    ("2024-35", "[2024-06-15..2024-10-15]", "unknown"),
    ("2024-35", "2024", "unknown"),
    ("2024-05-17", "2024-05", "unknown"),
    ("2024-05", "2024-07", "late"),
    # a deadline: before its day is early, an outcome somewhere before it is not late
    ("[..2024-12-31]", "2024-12-31", "on time"),
    ("[..2024-12-31]", "2024-12-28", "early"),
    ("[..2024-12-31]", "2024-12", "on time"),
    ("[..2024-12-31]", "2025-02-11", "late"),
    ("[..2024-12-31]", "[..2024-12-31]", "on time"),
    ("[..2024-12-31]", "[..2025-01-01]", "unknown"),
    ("[..2024-12-31]", "[2024-12-31..]", "unknown"),
    ("[..2024-12-31]", "[2025-01-01..]", "late"),
    # a span is over at its end
    ("2024-05/2024-06", "2024-07-10", "late"),
    ("2024-05/2024-06", "2024-05/2024-06", "on time"),
    ("2024-05-17", "2024-05-17/2024-05-19", "unknown"),  # it began in time, and nobody planned its end
    ("2024-05-17", "2024-05-18/2024-05-19", "late"),
    # a soft edge inside what was planned
    ("2024-05", "2024-05-01~", "on time"),
    # an approximate date, planned or reported, is certain only outside its slack
    ("2024~", "2024-12-31", "on time"),
    ("2024~", "2025-01-01", "unknown"),
    ("2024~", "2026-01-01", "unknown"),
    ("2024~", "2026-01-02", "late"),
    ("2024~", "2023-12-31", "on time"),
    ("2024~", "2022-12-30", "early"),
    ("2023", "2024~", "unknown"),
    ("2022", "2024~", "unknown"),  # around 2024 may be the last day of 2022
    ("2021", "2024~", "late"),
    ("2024-01/2024-06~", "2024-07-15", "unknown"),  # of what lasts, the slack of its end
    ("2024-01/2024-06~", "2024-05-20", "on time"),
    ("2024-01~/2024-06", "2024-07-01", "late"),
    ("2024-01~/2024-06", "2024-05-20", "early"),
    ("2024", "2024?", "on time"),  # a doubtful one moves nothing
    # nothing to compare
    ("TBD", "2024-05-17", None),
    ("[2024-05-17..]", "2024-05-20", None),
    ("2019/..", "2024-05-17", None),
    ("2024-05-17", "TBD", "unknown"),
    # as far as the calendar goes
    (EARLIEST, LATEST, "late"),
    (LATEST, EARLIEST, "early"),
    ("9999~", LATEST, "on time"),
    ("0001~", EARLIEST, "on time"),
]


@pytest.mark.parametrize(("plan", "done", "answer"), OUTCOMES)
def test_an_outcome_is_early_on_time_late_or_not_to_be_told(plan: str, done: str, answer: str | None) -> None:
    assert standing(event("completed", done, plan), date(2025, 3, 1)).outcome == answer


@pytest.mark.parametrize("status", ["missed", "cancelled"])
def test_what_did_not_happen_is_not_late(status: str) -> None:
    found = standing(event(status, "2024-06-01", "2024-05-17"), date(2025, 3, 1))
    assert (found.days_late, found.outcome) == (None, None)


def test_an_outcome_without_a_plan_is_not_late() -> None:
    assert stands("completed", "2024-05-17", "2025-03-01").days_late is None


def test_lateness_is_counted_against_the_plan_last_in_force() -> None:
    said = [When.parse(day) for day in ("2024-01-01", "2024-02-01", "2024-09-01")]
    history = [
        Statement(status=Status.PLANNED, when=When.parse("2024-05-17"), said=said[0]),
        Statement(status=Status.PLANNED, when=When.parse("2024-08-01"), said=said[1]),
        Statement(status=Status.COMPLETED, when=When.parse("2024-08-03"), said=said[2]),
    ]
    assert standing(Event(id="a", title="A", history=history), date(2025, 1, 1)).days_late == (2, 2)


# Planned for about 2024, done in January 2025: perhaps on time.
def test_nothing_is_certainly_late_against_an_approximate_plan_inside_its_slack() -> None:
    days = standing(event("completed", "2025-01-10", "2024~"), date(2025, 3, 1)).days_late
    assert days is not None
    assert days[0] <= 0


AWAITED = [
    ("planned", "2024-05/2026-06", "2024-05-01", "2024-05-31"),
    ("postponed", "2024-05/2026-06", "2024-05-01", "2024-05-31"),
    ("underway", "2024-05/2026-06", "2026-06-01", "2026-06-30"),
    ("partial", "2024-05/2026-06", "2026-06-01", "2026-06-30"),
    ("underway", "2019/", "2019-01-01", None),
    ("underway", "2019/..", None, None),
    ("planned", "[..2024-12-31]", None, "2024-12-31"),
    ("planned", "TBD", None, None),
]


@pytest.mark.parametrize(("status", "when", "first", "last"), AWAITED)
def test_what_is_awaited(status: str, when: str, first: str | None, last: str | None) -> None:
    found = [day.isoformat() if day else None for day in awaited(event(status, when))]
    assert found == [first, last]


# -- laws

DATES = [
    *[
        "2024-05-17",
        "2024-05",
        "2024",
        "202X",
        "20XX",
        "2024-21",
        "2024-24",
        "2024-33",
        "2024-41",
        "2024-05-17T10:00:00Z",
    ],
    *["[..2024-12-31]", "[2028-01-01..]", "[2025-01-21..2025-02-10]", "2024-05/2026-06", "2019/..", "2019/", "/2024"],
    *["../2024", "2015~", "2015?", "2015%", "2024-05~", "2024-05-17~", "2024~/2030", "2019~/..", "[..2024~]", "TBD"],
    *["0001", "0001~", "0001-01-01", "9999", "9999~", "9999-12-31", "9999-12-31~", "9999-24", "9999~/..", "../0001"],
]
whens = st.sampled_from(DATES) | st.dates().map(date.isoformat) | st.tuples(st.dates(), st.dates()).map(
    lambda pair: f"[{min(pair)}..{max(pair)}]"
)  # fmt: skip
statuses = st.sampled_from([str(s) for s in Status])
near = st.dates(date(2014, 1, 1), date(2035, 1, 1))
todays = near | st.dates() | st.sampled_from([date.min, date.min + DAY, date.max - DAY, date.max])


def test_the_dates_of_the_laws_are_dates() -> None:
    for text in DATES:
        try:
            When.parse(text)
        except DateError as refusal:
            pytest.fail(f"{text}: {refusal}")


@given(statuses, whens, todays)
@example("underway", "9999-12-31~", date.max)
@example("planned", "9999~", date.max)
@example("planned", "0001~", date.min)
def test_every_thing_stands_somehow_on_every_day(status: str, when: str, today: date) -> None:
    found = standing(event(status, when), today)
    assert (found.condition is Condition.CLOSED) is Status(status).is_end
    assert (found.days_overdue is not None) is (found.condition is Condition.OVERDUE)
    assert (found.first, found.last) == ((None, None) if Status(status).is_end else awaited(event(status, when)))


@given(statuses, whens, todays)
def test_overdue_is_past_the_last_day_of_what_is_awaited(status: str, when: str, today: date) -> None:
    found = standing(event(status, when), today)
    if found.condition is Condition.OVERDUE:
        assert found.last is not None
        assert today > found.last
        assert found.days_overdue is not None
        fewest, most = found.days_overdue
        assert 1 <= fewest <= most
        assert fewest <= (today - found.last).days
    elif found.last is not None and not When.parse(when).is_approximate:
        assert today <= found.last


@given(statuses, whens, todays, todays)
def test_certainty_never_reverts(status: str, when: str, one: date, other: date) -> None:
    thing = event(status, when)
    early, late = (standing(thing, day) for day in sorted((one, other)))
    if early.condition is Condition.OVERDUE:
        assert late.condition is Condition.OVERDUE
        assert early.days_overdue is not None
        assert late.days_overdue is not None
        passed = abs((one - other).days)
        assert late.days_overdue == tuple(days + passed for days in early.days_overdue)


RANK = {
    Condition.UPCOMING: 0, Condition.ONGOING: 0, Condition.DUE: 1, Condition.UNDATED: 1, Condition.OVERDUE: 2,
    Condition.CLOSED: 3,
}  # fmt: skip


@given(statuses, whens, todays, todays)
def test_time_moves_a_thing_only_onwards(status: str, when: str, one: date, other: date) -> None:
    thing = event(status, when)
    early, late = (RANK[standing(thing, day).condition] for day in sorted((one, other)))
    assert early <= late


@given(statuses, st.sampled_from(DATES), todays)
def test_what_has_no_last_day_is_never_overdue(status: str, when: str, today: date) -> None:
    thing = event(status, when)
    if awaited(thing)[1] is None:
        assert standing(thing, today).condition is not Condition.OVERDUE


@given(whens, todays)
def test_a_less_precise_date_is_never_overdue_earlier(when: str, today: date) -> None:
    """Widening a date to its year only ever makes less certain."""
    last = When.parse(when).latest_start
    assume(last is not None and not When.parse(when).is_approximate)
    assert last is not None
    wide = f"{last.year:04}"
    if standing(event("planned", wide), today).condition is Condition.OVERDUE:
        assert standing(event("planned", when), today).condition is Condition.OVERDUE


@given(whens, whens)
def test_the_answer_and_the_days_agree(plan: str, done: str) -> None:
    found = standing(event("completed", done, plan), date(2025, 3, 1))
    if found.days_late and found.outcome:
        fewest, most = found.days_late
        assert (found.outcome == "late") is (fewest > 0)
        assert found.outcome != "early" or most < 0
        assert found.outcome != "on time" or fewest <= 0


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_an_answer_holds_for_every_outcome_in_its_window(a: date, b: date, c: date, d: date) -> None:
    (first, last), outcome = sorted((a, b)), sorted((c, d))
    found = standing(event("completed", f"[{outcome[0]}..{outcome[1]}]", f"[{first}..{last}]"), date(2025, 3, 1))
    truths = {"early" if day < first else "late" if day > last else "on time" for day in outcome}
    if found.outcome == "on time":
        assert "late" not in truths
    elif found.outcome == "unknown":
        assert "late" in truths
        assert len(truths) == 2
    else:
        assert truths == {found.outcome}


@given(whens, todays)
def test_what_may_be_overdue_is_due_with_its_last_day_past(when: str, today: date) -> None:
    found = standing(event("planned", when), today)
    is_past = found.last is not None and today > found.last
    assert (found.days_possible is not None) is (is_past and found.condition is Condition.DUE)


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_days_late_hold_for_every_plan_and_outcome_in_the_windows(a: date, b: date, c: date, d: date) -> None:
    plan, outcome = sorted((a, b)), sorted((c, d))
    thing = event("completed", f"[{outcome[0]}..{outcome[1]}]", f"[{plan[0]}..{plan[1]}]")
    differences = [(o - p).days for o in outcome for p in plan]
    assert standing(thing, date(2025, 3, 1)).days_late == (min(differences), max(differences))
