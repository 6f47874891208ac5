"""Slip of an event: which statements count, against what, and what they amount to.

A history is written as lines of `said | status | when [| correction]`; a blank stands for what is not stated.
Each is followed by lines of `role | moved | slip | notice`, one a forecast.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from random import Random
from statistics import quantiles

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from laceventlog.dates import When
from laceventlog.model import Citation, Event, EventLog, Source, Status, fold
from laceventlog.model.statement import Statement
from laceventlog.reports import Figures, KeptPlans, Role, Row, Slip, Spread, figures, slip_of, slips, standing
from laceventlog.reports.date_shift import Range
from laceventlog.reports.records import figures_record, slip_record
from laceventlog.reports.slip.figures import spread
from laceventlog.views.day_ranges import range_text

TODAY = date(2025, 3, 1)


def statement(line: str) -> Statement:
    said, status, when, *rest = [part.strip() for part in line.split("|")]
    return Statement(
        status=Status(status),
        when=When.parse(when) if when else None,
        said=When.parse(said) if said else None,
        correction=rest == ["correction"],
    )


def event(history: str) -> Event:
    return Event(id="a", title="A", history=[statement(line) for line in history.strip().splitlines()])


def slip(history: str | Event) -> Slip:
    thing = event(history) if isinstance(history, str) else history
    return slip_of(Row(thing, standing(thing, TODAY)))


# name, history, forecasts, days in all, revisions
SLIPS = [
    ("one plan has not moved", "2024-01-01 | planned | 2024-05", "first plan | ? | ? | ?", "0", 0),
    ("never planned", "2024-06-01 | completed | 2024-05-17", "outcome | ? | ? | ?", "?", 0),
    ("only proposed, without a date", "2024-01-01 | proposed | TBD", "no date yet | ? | ? | ?", "?", 0),
    ("nothing said of a date", "2024-01-01 | planned |", "", "?", 0),
    ("later, said 20 days before", """
        2024-01-01 | planned | 2024-05-17
        2024-04-27 | planned | 2024-06-17
     """, "first plan | ? | ? | ?\nrevision | +31 | +31 | +20", "+31", 1),
    ("later, said on some day of a month, perhaps when it was overdue", """
        2024-01-01 | planned | 2024-05-17
        2024-05    | planned | 2024-06
     """, "first plan | ? | ? | ?\nrevision | +15..+44 | +15..+44 | -14..+16", "+15..+44", 1),
    ("later, nobody knows when it was said", """
                   | planned | 2024-05-17
                   | planned | 2024-06-17
     """, "first plan | ? | ? | ?\nrevision | +31 | +31 | ?", "+31", 1),
    ("narrowed and widened: unclear, no slip announced", """
        2024-01-01 | planned | 2026-35
        2024-02-01 | planned | 2026-08-15
        2024-03-01 | planned | 2026-35
     """, """first plan | ? | ? | ?
        revision | -46..+45 | -46..+45 | ?
        revision | -45..+46 | 0 | ?""", "0", 2),
    ("earlier", """
        2024-01-01 | planned | 2024-05
        2024-02-01 | planned | 2024-03
     """, "first plan | ? | ? | ?\nrevision | -91..-31 | -91..-31 | ?", "-91..-31", 1),
    ("said again, in other words", """
        2024-01-01 | planned | 2024-33
        2024-02-01 | planned | [2024-01..2024-03]
        2024-02-02 | planned |
     """, "first plan | ? | ? | ?\nsaid again | 0 | 0 | ?", "0", 0),
    ("said again after a revision: the slip is still from the first plan", """
        2024-01-01 | planned | 2024-05-17
        2024-02-01 | planned | 2024-06-17
        2024-02-02 | planned | 2024-06-17
     """, """first plan | ? | ? | ?
        revision | +31 | +31 | +106
        said again | 0 | +31 | ?""", "+31", 1),
    ("TBD said again is no date", """
        2024-01-01 | planned | TBD
        2024-02-01 | planned | TBD
     """, "no date yet | ? | ? | ?\nsaid again | ? | ? | ?", "?", 0),
    ("cancelled after the date was taken back: the last date counts", """
        2024-01-01 | planned   | 2024-05-17
        2024-02-01 | planned   | 2024-06-17
        2024-03-01 | postponed |
        2024-06-01 | cancelled | TBD
     """, """first plan | ? | ? | ?
        revision | +31 | +31 | +106
        taken back | ? | ? | +108
        end | ? | ? | ?""", "+31", 2),
    ("happened in the month that was planned: on any of its days", """
        2024-01-01 | planned   | 2024-05
        2024-06-01 | completed | 2024-05
     """, "first plan | ? | ? | ?\noutcome | -30..+30 | -30..+30 | ?", "-30..+30", 0),
    ("what was to go on happened: at most so long after its first day", """
        2024-01-01 | planned   | 2024/..
        2024-06-01 | completed | 2024-05-01
     """, "first plan | ? | ? | ?\noutcome | ..+121 | ..+121 | ?", "..+121", 0),
    ("postponed without a date, then dated: announced once, measured from the last date", """
        2024-01-01 | planned   | 2024-05-17
        2024-05-10 | postponed |
        2024-05-11 | postponed |
        2024-09-01 | planned   | 2025-05-17
     """, """first plan | ? | ? | ?
        taken back | ? | ? | +7
        said again | ? | ? | ?
        revision | +365 | +365 | ?""", "+365", 2),
    ("taken back with TBD", """
        2024-01-01 | planned | 2024-05-17
        2024-05-20 | planned | TBD
     """, "first plan | ? | ? | ?\ntaken back | ? | ? | -3", "?", 1),
    ("postponed before any date", """
        2024-01-01 | postponed |
        2024-02-01 | planned   | 2024-05
     """, "no date yet | ? | ? | ?\nfirst plan | ? | ? | ?", "0", 0),
    ("a correction replaces, and is none of the revisions", """
        2009-12-30 | planned | 2010-12-11
        2010-07-02 | planned | 2010-01-15
        2010-07-05 | planned | 2011-01-15 | correction
        2010-10-10 | planned | 2011-01-22
     """, """first plan | ? | ? | ?
        corrected | ? | ? | ?
        revision | +35 | +35 | +162
        revision | +7 | +42 | +97""", "+42", 2),
    ("a corrected first plan is the one from which it slips", """
        2010-07-02 | planned | 2010-01-15
        2010-07-05 | planned | 2011-01-15 | correction
        2010-10-10 | planned | 2011-01-22
     """, "corrected | ? | ? | ?\nfirst plan | ? | ? | ?\nrevision | +7 | +7 | +97", "+7", 1),
    ("also when it was said twice before", """
        2010-07-02 | planned | 2010-01-15
        2010-07-03 | planned | 2010-01-15
        2010-07-05 | planned | 2011-01-15 | correction
        2010-07-06 | planned | 2011-01-15
     """, "corrected | ? | ? | ?\ncorrected | ? | ? | ?\nfirst plan | ? | ? | ?\nsaid again | 0 | 0 | ?", "0", 0),
    ("a correction of a correction", """
        2010-07-02 | planned | 2010-01-15
        2010-07-05 | planned | 2001-01-15 | correction
        2010-07-06 | planned | 2011-01-15 | correction
     """, "corrected | ? | ? | ?\ncorrected | ? | ? | ?\nfirst plan | ? | ? | ?", "0", 0),
    ("back to the date before: a revision was said, by no day", """
        2024-01-01 | planned | 2024-05-17
        2024-02-01 | planned | 2024-07-17
        2024-02-02 | planned | 2024-05-17 | correction
     """, "first plan | ? | ? | ?\ncorrected | ? | ? | ?\nrevision | 0 | 0 | ?", "0", 1),
    ("a postponement that was none", """
        2024-01-01 | planned   | 2024-05-17
        2024-02-01 | postponed |
        2024-02-02 | planned   | 2024-07-17 | correction
     """, "first plan | ? | ? | ?\ncorrected | ? | ? | ?\nrevision | +61 | +61 | +106", "+61", 1),
    ("happened", """
        2024-01-01 | planned   | 2024-33
        2024-03-01 | planned   | 2024-04
        2024-05-18 | completed | 2024-05-17
     """, """first plan | ? | ? | ?
        revision | +1..+120 | +1..+120 | +30
        outcome | +17..+46 | +47..+137 | ?""", "+47..+137", 1),
    ("happened, nobody said when", """
        2024-01-01 | planned   | 2024-05-17
        2024-06-01 | completed |
     """, "first plan | ? | ? | ?\noutcome | ? | ? | ?", "?", 0),
    ("happened, and the day was corrected", """
        2024-01-01 | planned   | 2024-05-17
        2024-06-01 | completed | 2023-05-20
        2024-06-02 | completed | 2024-05-20 | correction
     """, "first plan | ? | ? | ?\ncorrected | ? | ? | ?\noutcome | +3 | +3 | ?", "+3", 0),
    ("an outcome that was none, and no word of the plan", """
        2024-01-01 | planned   | 2024-05-17
        2024-06-01 | completed | 2024-05-20
        2024-06-02 | postponed |            | correction
     """, "first plan | ? | ? | ?\ncorrected | ? | ? | ?", "0", 0),
    ("measured against the plan as it was mended later", """
        2024-01-01 | planned   | 2023-05-17
        2024-06-01 | completed | 2024-05-20
        2024-06-02 | planned   | 2024-05-17 | correction
        2024-06-03 | completed | 2024-05-20
     """, "corrected | ? | ? | ?\ncorrected | ? | ? | ?\nfirst plan | ? | ? | ?\noutcome | +3 | +3 | ?", "+3", 0),
    ("cancelled: the plans had moved", """
        2024-01-01 | planned   | 2024-05-17
        2024-02-01 | planned   | 2024-06-17
        2024-06-01 | cancelled |
     """, "first plan | ? | ? | ?\nrevision | +31 | +31 | +106\nend | ? | ? | ?", "+31", 1),
    ("revived after it was missed", """
        2024-01-01 | planned | 2024-05-17
        2024-06-01 | missed  |
        2024-07-01 | planned | 2024-09
     """, "first plan | ? | ? | ?\nend | ? | ? | ?\nrevision | +107..+136 | +107..+136 | -45", "+107..+136", 1),
    ("postponed after it was missed: the date is taken back", """
        2024-01-01 | planned   | 2024-05-17
        2024-06-01 | missed    |
        2024-07-01 | postponed |
     """, "first plan | ? | ? | ?\nend | ? | ? | ?\ntaken back | ? | ? | -45", "?", 1),
    ("what is underway slips by its end, and going on is no forecast", """
        2022-06-01 | underway | 2022/2024
        2023-06-01 | underway | 2022/..
        2024-09-20 | underway | 2022/2025
        2025-02-14 | underway | 2022/2026
     """, """first plan | ? | ? | ?
        revision | +1..+730 | +1..+730 | +102
        revision | +1..+729 | +366..+1095 | +320""", "+366..+1095", 2),
    ("not before: at least", """
        2024-01-01 | planned | 2026
        2024-02-01 | planned | not before 2028
     """, "first plan | ? | ? | ?\nrevision | +366.. | +366.. | +1064", "+366..", 1),
    ("what was said on an unknown day comes first", """
        2024-01-01 | planned | 2024-06-17
                   | planned | 2024-05-17
     """, "first plan | ? | ? | ?\nrevision | +31 | +31 | +137", "+31", 1),
]  # fmt: skip


@pytest.mark.parametrize(
    ("history", "forecasts", "days", "revisions"), [row[1:] for row in SLIPS], ids=[row[0] for row in SLIPS]
)
def test_a_history_slips(history: str, forecasts: str, days: str, revisions: int) -> None:
    found = slip(history)
    told = [
        " | ".join([f.role, range_text(f.moved), range_text(f.slip), range_text(f.notice)]) for f in found.forecasts
    ]
    assert told == [line.strip() for line in forecasts.splitlines()]
    assert (range_text(found.days), found.revisions) == (days, revisions)
    assert all(f.when is None or not f.when.is_unscheduled for f in found.forecasts)
    assert all(f.is_revision for f in found.forecasts if f.is_late_news)


def test_what_a_correction_replaced_names_it() -> None:
    forecasts = slip("2024-01-01 | planned | 2024-05\n2024-01-02 | planned | 2024-06 | correction").forecasts
    assert forecasts[0].role is Role.WRONG
    assert forecasts[0].corrected_by is forecasts[1].statement


@pytest.mark.parametrize("status", ["planned", "completed"])
def test_each_of_two_corrections_replaces_the_statement_before_it(status: str) -> None:
    first, second, third = slip(
        f"2024-01-01 | {status} | 2024-05-17\n2024-01-02 | {status} | 2024-05-18 | correction\n"
        f"2024-01-03 | {status} | 2024-05-19 | correction"
    ).forecasts
    assert (first.corrected_by, second.corrected_by, third.corrected_by) == (second.statement, third.statement, None)


def test_only_what_had_a_dated_plan_is_listed_most_urgent_first() -> None:
    histories = {
        "ahead": "2024-01-01 | planned | 2030", "late": "2024-01-01 | planned | 2024", "idea": "2024-01-01 | planned |",
        "done": "2024-01-01 | completed | 2023",
    }  # fmt: skip
    log = EventLog([attrs.evolve(event(history), id=name) for name, history in histories.items()])
    assert [each.event.id for each in slips(log, TODAY)] == ["late", "ahead"]


# -- figures

SIX = [
    "2024-01-01 | planned | 2024-35\n2024-09-01 | completed | 2024-08-15",  # in its window: certainly on time
    "2024-01-01 | planned | 2024-05-17\n2024-05-01 | planned | 2024-06-17\n2024-06-30 | completed | 2024-06",
    "2024-01-01 | planned | 2024-05-17\n2024-06-01 | completed |",
    "2024-01-01 | planned | 2024-05-17\n2024-05-20 | postponed |\n2024-06-01 | cancelled |",
    "2024-01-01 | planned | 2024-05\n2024-05-20 | planned | 2024-03\n2024-05-21 | planned | 2024",
    "2024-01-01 | completed | 2023",
]


def test_the_figures_of_six_events() -> None:
    assert figures([slip(history) for history in SIX]) == Figures(
        events={"completed": 3, "missed": 0, "cancelled": 1, "awaited": 1},
        by_first=KeptPlans(certain=1, possible=0, late=1, unknown=1),
        by_last=KeptPlans(certain=1, possible=1, late=0, unknown=1),
        slip=Spread(2, (-31, 45), (-16, 45), (-1, 45)),
        revisions=attrs.evolve(
            figures([]).revisions, later=1, earlier=1, unclear=1, undated=1, days=Spread(3, (-91, 0), (-90, 31), (-30, 168))
        ),
        notice=Spread(2, (1, 2), (6, 7), (11, 12)),
    )  # fmt: skip


def test_a_revision_is_later_or_earlier_only_where_every_day_says_so() -> None:
    plans = ["2024-05-17", "2024-05", "2024-05-31", "2024-05", "2024-05-01", "2024-04-30", "2024-05"]
    found = figures([slip("\n".join(f"2024-01-{n:02} | planned | {when}" for n, when in enumerate(plans, 1)))])
    # -16..+14, 0..+30, -30..0 and -30..0 are unclear, -1 is earlier, +1..+31 is later
    assert attrs.astuple(found.revisions)[:4] == (1, 1, 4, 0)


def test_records_for_machines_say_the_reason_the_source_and_each_quartile() -> None:
    cited = Citation(Source("paper", "Paper"), "3")
    moved = attrs.evolve(statement("2024-02-01 | planned | 2024-06-17"), reason="parts are late", source=cited)
    first = statement("2024-01-01 | planned | 2024-05-17")
    one, two = slip_record(slip(Event(id="a", title="A", history=[first, moved])))["forecasts"]
    assert [(each["reason"], each["source"]) for each in (one, two)] == [(None, None), ("parts are late", "paper#3")]
    done = [slip(f"2024-01-01 | planned | 2024-05-01\n2024-06-01 | completed | 2024-05-{day:02}") for day in (1, 5, 9)]
    assert figures_record(figures(done))["days_slip"] == {
        "number": 3, "lower_quartile": [2, 2], "median": [4, 4], "upper_quartile": [6, 6],
    }  # fmt: skip


def test_nothing_has_no_figures() -> None:
    found = figures([])
    assert (found.slip, found.notice, found.revisions.days, found.revisions.number) == (None, None, None, 0)


SPREADS: list[tuple[list[Range | None], tuple[Range, Range, Range] | None]] = [
    ([], None),
    ([None], None),
    ([(3, 3)], ((3, 3), (3, 3), (3, 3))),
    ([(0, 0), (1, 1)], ((0, 1), (0, 1), (0, 1))),  # between two days: outwards to whole ones
    ([(0, 0), (4, 4)], ((1, 1), (2, 2), (3, 3))),
    ([(1, None), (None, 5), (3, 3)], ((None, 4), (1, 5), (2, None))),
    ([(None, 5)], ((None, 5), (None, 5), (None, 5))),
    ([None, (-4, 4), (0, 8)], ((-3, 5), (-2, 6), (-1, 7))),
]


@pytest.mark.parametrize(("ranges", "expected"), SPREADS)
def test_quartiles_of_ranges(ranges: list[Range | None], expected: tuple[Range, Range, Range] | None) -> None:
    found = spread(ranges)
    assert (found and (found.lower, found.median, found.upper)) == expected


small = st.tuples(st.integers(-3, 3), st.integers(0, 2)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(small, min_size=2, max_size=5))
def test_whatever_the_days_were_the_true_quartiles_lie_within(ranges: list[tuple[int, int]]) -> None:
    found = spread(ranges)
    assert found
    for days in product(*(range(low, high + 1) for low, high in ranges)):
        true = quantiles(days, n=4, method="inclusive")
        for (low, high), value in zip((found.lower, found.median, found.upper), true, strict=True):
            assert low is not None
            assert high is not None
            assert low <= value <= high


# -- laws

days_said = st.dates(date(2020, 1, 1), date(2026, 12, 31))
whens = st.sampled_from(
    ["2024-05-17", "2024-05-18", "2024", "2024-33", "[..2024-12-31]", "[2025-01-01..]", "2019/2024", "2019/..", "2015~",
     "TBD"]
).map(When.parse)  # fmt: skip
statuses = st.sampled_from(Status)
statements = st.builds(
    Statement, status=statuses, when=st.none() | whens, said=days_said.map(When.on), correction=st.booleans()
)
histories = st.lists(statements, min_size=1, max_size=7)
LAST = When.parse("2030-01-01")


def made(history: list[Statement]) -> Slip:
    return slip(Event(id="a", title="A", history=history))


def ends(days: Range | None) -> tuple[float, float]:
    fewest, most = days or (None, None)
    return float("-inf") if fewest is None else fewest, float("inf") if most is None else most


@given(histories, statuses, st.none() | whens)
def test_a_correction_never_changes_the_number_of_revisions(
    history: list[Statement], status: Status, when: When | None
) -> None:
    mend = Statement(status=status, when=when, said=LAST, correction=True)
    assert made([*history, mend]).revisions == made(history).revisions


@given(st.lists(statements, min_size=1, max_size=7, unique_by=lambda s: s.said), st.randoms(use_true_random=False))
def test_the_order_of_statements_in_the_file_does_not_matter(history: list[Statement], random: Random) -> None:
    mixed = list(history)
    random.shuffle(mixed)
    one, other = made(history), made(mixed)
    assert (one.forecasts, one.days, one.row.standing) == (other.forecasts, other.days, other.row.standing)
    assert figures([one]) == figures([other])


@given(histories, days_said, days_said)
def test_with_time_revisions_only_become_more(history: list[Statement], one: date, other: date) -> None:
    event = Event(id="a", title="A", history=history)
    early, late = (event.as_of(day) for day in sorted((one, other)))
    assume(early and late)
    assert early
    assert late
    assert slip(early).revisions <= slip(late).revisions


@given(histories, whens, whens)
def test_a_mistake_that_was_mended_is_as_if_it_had_been_said_right(
    history: list[Statement], wrong: When, right: When
) -> None:
    history = [s for s in history if not s.status.is_end]
    statement = Statement(status=Status.PLANNED, when=right, said=LAST)
    mistake = attrs.evolve(statement, when=wrong)
    mend = attrs.evolve(statement, said=When.parse("2030-01-02"), correction=True)
    said_right, mended = made([*history, statement]), made([*history, mistake, mend])
    before = made(history) if history else None
    current = None if before is None or before.is_open else before.last_plan
    assume(before is None or (not before.is_open and current not in (wrong, right)))
    parts = attrs.fields_dict(Slip).keys() - {"row", "forecasts"}
    assert [getattr(mended, name) for name in parts] == [getattr(said_right, name) for name in parts]
    assert mended.revisions == said_right.revisions


@given(histories)
def test_a_slip_agrees_with_the_state_of_its_event(history: list[Statement]) -> None:
    found, state = made(history), fold(history)
    assert (found.first_plan, found.last_plan) == (state.first_plan, state.plan)
    dated = [f for f in found.forecasts if f.role in (Role.FIRST, Role.REVISION)]
    assert [f.when for f in dated[:1]] == [state.first_plan for _ in dated[:1]]
    assert [f.when for f in dated[-1:]] == [state.plan for _ in dated[-1:]]
    assert (found.first_plan is None) is not any(f.role is Role.FIRST for f in found.forecasts)


@given(histories)
def test_every_forecast_was_said_and_in_that_order(history: list[Statement]) -> None:
    said = [f.statement for f in made(history).forecasts]
    assert all(each in history for each in said)
    assert [s.known_from for s in said] == sorted(s.known_from for s in said if s.known_from)


@given(st.lists(st.builds(Statement, status=st.just(Status.PLANNED), said=days_said.map(When.on),
    when=st.sampled_from(["2024-05-17", "2024-05", "2024-33", "[..2024-12-31]", "2024~"]).map(When.parse),
    correction=st.booleans()), min_size=1, max_size=7))  # fmt: skip
def test_the_slip_of_plans_lies_within_their_steps_added_up(history: list[Statement]) -> None:
    found = made(history)
    steps = [ends(f.moved) for f in found.forecasts if f.role is Role.REVISION]
    low, high = ends(found.days)
    assert sum(step[0] for step in steps) <= low <= high <= sum(step[1] for step in steps)


@given(st.lists(histories, max_size=5))
def test_figures_count_every_planned_event_once(many: list[list[Statement]]) -> None:
    found = [made(history) for history in many]
    counted = figures(found)
    assert sum(counted.events.values()) == sum(1 for each in found if each.first_plan)
    for by in (counted.by_first, counted.by_last):
        assert by.certain + by.possible + by.late + by.unknown == counted.events["completed"]
    assert counted.revisions.number == sum(each.revisions for each in found if each.first_plan)
