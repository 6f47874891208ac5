"""Days from date to date: a range over all possible days; a deadline counts as its last day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from laceventlog.dates import Modality, When
from laceventlog.model import Event, Status
from laceventlog.model.statement import Statement
from laceventlog.reports import standing
from laceventlog.reports.date_shift import Range, kept, missed_by, moved, notice

# from, to, days as plans, days to what happened
MOVES: list[tuple[str, str, Range | None, Range | None]] = [
    # known days
    ("2024-05-17", "2024-05-20", (3, 3), (3, 3)),
    ("2024-05-17", "2024-05-10", (-7, -7), (-7, -7)),
    ("2024-05-17", "2024-05-17", (0, 0), (0, 0)),
    ("2024-05-17T10:00:00-04:00", "2024-05-17", (0, 0), (0, 0)),  # days, not hours
    # windows: from the last day of one to the first of the other, and from the first to the last
    ("2024-33", "2024-34", (1, 181), (1, 181)),
    ("2024-34", "2024-33", (-181, -1), (-181, -1)),
    ("2024-35", "2024-08-15", (-46, 45), (-46, 45)),  # narrowed: no certain move
    ("2024-08-15", "2024-35", (-45, 46), (-45, 46)),  # widened
    ("2024", "2025-01", (1, 396), (1, 396)),
    # the same window said again is no move; what happened in it may be any of its days
    ("2024-33", "first quarter of 2024", (0, 0), (-90, 90)),
    ("2024-33", "[2024-01..2024-03]", (0, 0), (-90, 90)),
    ("2024", "2024?", (0, 0), (-365, 365)),  # a doubt moves nothing
    # a deadline stands at its last day; what happened by a day happened any day before
    ("[..2024-12-31]", "[..2025-03-31]", (90, 90), (None, 90)),
    ("[..2024-12-31]", "[..2024-12-31]", (0, 0), (None, 0)),
    ("[..2024-12-31]", "2025-33", (1, 90), (1, 90)),
    ("2024-33", "[..2024-12-31]", (275, 365), (None, 365)),
    # no last day
    ("2026", "[2028-01-01..]", (366, None), (366, None)),
    ("[2028-01-01..]", "2026", (None, -366), (None, -366)),
    ("[2028-01-01..]", "[2029-01-01..]", (366, 366), None),  # what was said is the first day
    ("[2028-01-01..]", "[2028-01-01..]", (0, 0), None),
    # approximate: a unit more at either end, for each that is
    ("2024-05~", "2024-06", (-30, 91), (-30, 91)),
    ("2024-05", "2024-06~", (-30, 91), (-30, 91)),
    ("2024-05~", "2024-05~", (0, 0), (-92, 92)),
    ("2024-05", "2024-05~", (-61, 61), (-61, 61)),
    # spans slip by their ends, whenever they begin
    ("2022/2024", "2022/2025", (1, 730), (1, 730)),
    ("2024-05-01/2024-05-10", "2024-05-03/2024-05-10", (0, 0), (0, 0)),
    ("2024-05-01/2024-05-10", "2024-04-03/2024-05-12", (2, 2), (2, 2)),
    ("2022/2024", "2023/2024", (0, 0), (-365, 365)),  # the same end said again
    ("2022/2024~", "2023/2024~", (-1097, 1097), (-1097, 1097)),  # around one year is not the same day
    ("2024-05/..", "2024-06/..", (1, 60), (1, 60)),  # none has an end: by their starts
    ("2022/2024", "2022/..", None, None),  # the end is lost
    ("2022/2024", "/2025", (1, 730), (1, 730)),
    # nobody said whether a moment was to be the start or the end of a span
    ("2024-05-01", "2024-05-01/2024-06-30", (0, 60), (0, 60)),
    ("2024-05-01/2024-06-30", "2024-05-01", (-60, 0), (-60, -60)),
    ("2024-05-01", "2024-05-03/..", (2, None), (2, None)),
    # no date
    ("TBD", "2024", None, None),
    ("2024", "TBD", None, None),
    ("TBD", "TBD", None, None),
    # the edges of the calendar
    ("0001-01-01", "9999-12-31", (3652058, 3652058), (3652058, 3652058)),
    ("9999~", "9999-12-31", (0, 364), (0, 364)),  # no unit is left after the calendar
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "plans", "outcome"), MOVES)
def test_days_from_date_to_date(old: str, new: str, plans: Range | None, outcome: Range | None) -> None:
    assert moved(When.parse(old), When.parse(new)) == plans
    assert missed_by(When.parse(old), When.parse(new)) == outcome


# plan, what happened, whether it did by the last day of the plan
KEPT = [
    ("2024-35", "2024-08-15", "certain"),  # inside the window that was promised
    ("2024-35", "2024-09-30", "certain"),  # the last day itself
    ("2024-35", "2024-10-01", "impossible"),
    ("2024-35", "2024", "possible"),
    ("[..2024-12-31]", "2024-12", "certain"),
    ("[..2024-12-31]", "2025-01-01", "impossible"),
    ("2024-05-17", "[..2024-06-01]", "possible"),
    ("2024-05-17", "[2024-05-18..]", "impossible"),
    ("2024-05-17", "[2024-05-17..]", "possible"),
    ("[2028-01-01..]", "2040", "unknown"),  # without a last day nothing is late
    ("2024", "TBD", "unknown"),
    # soft edges
    ("2024-05~", "2024-05-31", "certain"),
    ("2024-05~", "2024-07-01", "possible"),
    ("2024-05~", "2024-07-02", "impossible"),
    ("2024-05", "2024-05-31~", "possible"),
    ("2024-05", "2024-06-01~", "possible"),
    ("2024-05", "2024-06-02~", "impossible"),
    # spans, by their end; beside a moment, a span that began in time may be meant
    ("2022/2024", "2022/2024-12-31", "certain"),
    ("2022/2024", "2022/2025", "impossible"),
    ("2024-05-17", "2024-05-10/2024-05-20", "possible"),
    ("2024-05-17", "2024-05-18/2024-05-20", "impossible"),
]


@pytest.mark.parametrize(("plan", "actual", "verdict"), KEPT)
def test_a_plan_is_kept_by_its_last_day(plan: str, actual: str, verdict: str) -> None:
    assert kept(When.parse(plan), When.parse(actual)) is Modality(verdict)


# plan, said, days from then to its last day
NOTICES: list[tuple[str, str, Range | None]] = [
    ("2024-12-31", "2024-12-01", (30, 30)),
    ("2024", "2024-12-01", (30, 30)),
    ("2024", "2025-01-01", (-1, -1)),
    ("[..2024-12-31]", "2024-12", (0, 30)),
    ("2024-05~", "2024-05-01", (30, 61)),
    ("2024", "[..2024-12-01]", (30, None)),
    ("2024", "[2024-12-01..]", (None, 30)),
    ("2024-12-31", "2024-12-01~", (29, 31)),  # said around that day
    ("2024", "TBD", None),
    ("[2028-01-01..]", "2024", None),
]


@pytest.mark.parametrize(("plan", "said", "days"), NOTICES)
def test_notice_is_counted_to_the_last_day(plan: str, said: str, days: Range | None) -> None:
    assert notice(When.parse(plan), When.parse(said)) == days


# -- laws

FIRST = date(2024, 2, 20)
offsets = st.integers(0, 20)


def window(first: int, last: int) -> When:
    days = [FIRST + timedelta(days=n) for n in (first, last)]
    return When.on(days[0]) if first == last else When.from_edtf(f"[{days[0]}..{days[1]}]")


def deadline(last: int) -> When:
    return When.from_edtf(f"[..{FIRST + timedelta(days=last)}]")


windows = st.tuples(offsets, offsets).map(lambda pair: window(min(pair), max(pair)))
deadlines = offsets.map(deadline)
later = offsets.map(lambda n: When.from_edtf(f"[{FIRST + timedelta(days=n)}..]"))
rough = st.sampled_from(["2024-02~", "2024-03~", "2024-02-25~", "2024~", "2024-33"]).map(When.parse)
moments = windows | deadlines | later | rough
spans = st.tuples(offsets, offsets, offsets, offsets).map(sorted).map(
    lambda n: When.from_edtf("/".join(w.edtf if w.is_known_day else w.edtf[1:].split("..")[0] for w in (window(n[0], n[1]), window(n[2], n[3]))))
)  # fmt: skip


def completions(when: When) -> list[date]:
    """Every day it may be; a deadline is due on its last."""
    assert when.latest
    first = when.earliest or when.latest
    return [first + timedelta(days=n) for n in range((when.latest - first).days + 1)]


def ends(days: Range | None) -> tuple[float, float]:
    """A range with its open ends as infinities."""
    fewest, most = days or (None, None)
    return float("-inf") if fewest is None else fewest, float("inf") if most is None else most


@given(windows | deadlines, windows | deadlines)
def test_the_range_is_that_of_all_completions(old: When, new: When) -> None:
    found = [(b - a).days for a, b in product(completions(old), completions(new))]
    expected = (0, 0) if old == new else (min(found), max(found))
    assert moved(old, new) == expected


@given(windows | deadlines, windows)
def test_what_happened_is_measured_over_all_completions(plan: When, actual: When) -> None:
    found = [(b - a).days for a, b in product(completions(plan), completions(actual))]
    assert missed_by(plan, actual) == (min(found), max(found))
    late = [day > (plan.latest or day) for day in completions(actual)]
    verdict = Modality.IMPOSSIBLE if all(late) else Modality.POSSIBLE if any(late) else Modality.CERTAIN
    assert kept(plan, actual) is verdict


@given(moments, moments, moments)
def test_slip_in_all_lies_within_the_steps_added_up(a: When, b: When, c: When) -> None:
    for measure in (moved, missed_by):
        whole, steps = ends(measure(a, c)), [ends(moved(a, b)), ends(measure(b, c))]
        assert steps[0][0] + steps[1][0] <= whole[0]
        assert whole[1] <= steps[0][1] + steps[1][1]


@given(spans, spans, spans)
def test_so_does_that_of_spans(a: When, b: When, c: When) -> None:
    whole, steps = ends(moved(a, c)), [ends(moved(a, b)), ends(moved(b, c))]
    assert steps[0][0] + steps[1][0] <= whole[0] <= whole[1] <= steps[0][1] + steps[1][1]


@given(moments | spans, moments | spans)
def test_back_is_the_opposite_of_forth(a: When, b: When) -> None:
    forth, back = moved(a, b), moved(b, a)
    assert back == (forth and tuple(None if n is None else -n for n in reversed(forth)))


@given(moments | spans, moments | spans)
def test_the_fewest_days_are_not_more_than_the_most(a: When, b: When) -> None:
    low, high = ends(moved(a, b))
    assert low <= high
    assert moved(a, a) == (0, 0)


@given(windows, windows)
def test_a_narrowed_date_has_not_certainly_moved(a: When, b: When) -> None:
    days = sorted([*completions(a), *completions(b)])
    wide = When.from_edtf(f"[{days[0]}..{days[-1]}]") if days[0] != days[-1] else When.on(days[0])
    low, high = ends(moved(wide, a))
    assert low <= 0 <= high


@given(windows | deadlines | rough, windows)
def test_for_what_happened_it_is_the_lateness_of_the_condition(plan: When, actual: When) -> None:
    assume(not plan.is_unscheduled)
    said = [When.parse("2000-01-01"), When.parse("2000-01-02")]
    history = [
        Statement(status=Status.PLANNED, when=plan, said=said[0]),
        Statement(status=Status.COMPLETED, when=actual, said=said[1]),
    ]
    event = Event(id="a", title="A", history=history)
    assert missed_by(plan, actual) == standing(event, date(2030, 1, 1)).days_late
