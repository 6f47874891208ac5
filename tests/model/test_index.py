"""Indexes: they find what a look at everything finds, and look at little of it; counted, not timed."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from math import log2
from pathlib import Path
from typing import Any, overload

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog.dates import Modality, When, overlaps
from laceventlog.eventfile.load import load
from laceventlog.eventfile.serialize import jsonl_text
from laceventlog.model import Citation, Delivery, Event, EventLog, Source, Statement, Status
from laceventlog.model.index import Days, Windows, ordered, windows
from laceventlog.reports import Condition, agenda, due_within, overdue
from laceventlog.reports.condition import due_days, overdue_from, standing

MANY = 1_000_000
FIRST = date(2000, 1, 1)
days = st.none() | st.dates(date(2024, 1, 1), date(2024, 2, 15)) | st.sampled_from([date.min, date.max])


class Counted(Sequence[int]):
    """A sequence that counts how often one of its members is looked at."""

    def __init__(self, members: Sequence[int]) -> None:
        self.members, self.looks = members, 0

    def __len__(self) -> int:
        return len(self.members)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: Any) -> Any:
        self.looks += 1
        return self.members[index]


# -- the structures, against a look at everything


@given(st.lists(days), st.dates(date(2023, 12, 1), date(2024, 3, 1)), st.integers(0, 60))
def test_things_in_order_are_found_as_by_looking_at_all(dated: list[date | None], first: date, length: int) -> None:
    things, last = list(enumerate(dated)), first + timedelta(days=length)
    found = ordered(things, lambda thing: thing[1])
    assert set(found.up_to(last)) == {thing for thing in things if thing[1] and thing[1] <= last}
    assert set(found.between(first, last)) == {thing for thing in things if thing[1] and first <= thing[1] <= last}
    assert list(found.days) == sorted(found.days)


@given(
    st.lists(st.none() | st.tuples(days, days)), st.dates(date(2023, 12, 1), date(2024, 3, 1)), st.integers(0, 60)
)  # fmt: skip
def test_what_touches_a_period_is_found_as_by_looking_at_all(
    dated: list[Days | None], first: date, length: int
) -> None:
    things, last = list(enumerate(dated)), first + timedelta(days=length)
    found = list(windows(things, lambda thing: thing[1]).touching(first, last))
    expected = {
        thing
        for thing in things
        if thing[1] and (thing[1][0] or date.min) <= last and (thing[1][1] or date.max) >= first
    }
    assert set(found) == expected
    assert len(found) == len(expected)
    starts = [thing[1][0] or date.min for thing in found if thing[1]]
    assert starts == sorted(starts)


def counting(found: Windows[int]) -> tuple[Windows[int], Counted, Counted]:
    starts, reach = Counted(found.starts), Counted(found.reach)
    return found._replace(starts=starts, reach=reach), starts, reach


def test_a_question_of_a_million_looks_at_its_answer_and_a_few_more() -> None:
    due = ordered(range(MANY), lambda number: FIRST + timedelta(days=number // 100))
    counted = Counted(due.days)
    due = due._replace(days=counted)
    assert len(due.up_to(FIRST + timedelta(days=2))) == 300
    assert len(due.between(FIRST + timedelta(days=5000), FIRST + timedelta(days=5001))) == 200
    assert counted.looks <= 3 * (log2(MANY) + 2)


@pytest.fixture(scope="module")
def million() -> Windows[int]:
    """Windows of three days each, a hundred beginning on every day."""
    window = [(FIRST + timedelta(days=day), FIRST + timedelta(days=day + 2)) for day in range(MANY // 100)]
    return windows(range(MANY), lambda number: window[number // 100])


@pytest.mark.parametrize(("begin", "length", "found"), [(0, 0, 100), (5000, 0, 300), (5000, 9, 1200), (20_000, 5, 0)])
def test_a_period_of_a_million_looks_at_its_answer_and_a_few_more(
    million: Windows[int], begin: int, length: int, found: int
) -> None:
    """What touches a period stands in one stretch of neighbours."""
    day = FIRST + timedelta(days=begin)
    every, starts, reach = counting(million)
    answer = list(every.touching(day, day + timedelta(days=length)))
    assert len(answer) == found
    assert starts.looks <= log2(MANY) + 2
    assert reach.looks <= 4 * (len(answer) + log2(MANY))


# -- the log


def event(number: int, status: Status, when: str) -> Event:
    return Event(id=f"e{number}", title="X", history=[Statement(status=status, when=When.from_edtf(when))])


DATES = """2024-01-05 2024-01-20~ 2024-01 2024-01~ 2024-33 2024 [..2024-01-31] [2024-02-01..] [..9999-12-31] 9999-12-31~
2024-01-10/2024-02-03 2024-01/ ../2024-01-15 2023/.. 2024-01~/2024-02~ 0001-01-01""".split()
events = st.builds(event, st.just(0), st.sampled_from(Status), st.sampled_from(DATES))
logs = st.lists(events, max_size=12).map(
    lambda made: EventLog([attrs.evolve(each, id=f"e{number}") for number, each in enumerate(made)])
)
todays = st.dates(date(2023, 12, 20), date(2024, 4, 20)) | st.sampled_from([date.min, date.max, date(2025, 2, 1)])


@given(logs, todays)
def test_what_is_overdue_is_found_as_by_judging_every_event(log: EventLog, today: date) -> None:
    rows = agenda(log, today)
    certain, possible = [Condition.OVERDUE], [Condition.OVERDUE, Condition.DUE]
    assert overdue(log, today) == [row for row in rows if row.condition in certain]
    assert overdue(log, today, possible=True) == [row for row in rows if row.condition in possible]


@given(logs, todays)
def test_the_day_from_which_it_is_overdue_divides_all_days(log: EventLog, today: date) -> None:
    for each in log:
        since = overdue_from(each)
        assert (standing(each, today).condition is Condition.OVERDUE) == (since is not None and since <= today)
        window = due_days(each)
        if window and (window[0] is None or window[0] <= today):
            assert standing(each, today).condition in (Condition.DUE, Condition.OVERDUE)


@given(logs, todays, st.integers(0, 400))
def test_what_comes_due_is_found_as_by_judging_every_event(log: EventLog, today: date, days: int) -> None:
    rows = due_within(log, today, days)
    until = today.toordinal() + days
    expected = {
        row.event.id
        for row in agenda(log, today)
        if row.condition is not Condition.CLOSED
        and row.standing.last
        and today.toordinal() <= row.standing.last.toordinal() <= until
    }
    assert {row.event.id for row in rows} == expected
    assert [row.standing.last for row in rows] == sorted(row.standing.last for row in rows if row.standing.last)


@given(logs, st.dates(date(2023, 12, 20), date(2024, 4, 20)), st.integers(0, 60))
def test_what_lies_between_two_days_is_what_may_have_one_of_them(log: EventLog, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    period = When.from_edtf(f"{first}/{last}")
    expected = {each.id for each in log if overlaps(each.when, period) in (Modality.CERTAIN, Modality.POSSIBLE)}
    assert {each.id for each in log.between(first, last)} == expected


def test_a_log_sorts_once() -> None:
    log, calls = EventLog([event(1, Status.PLANNED, "2024")]), []

    def day(each: Event) -> date | None:
        calls.append(each.id)
        return each.when.latest

    assert log.ordered(day) is log.ordered(day)
    assert calls == ["e1"]
    assert log == EventLog(log.events)


@given(logs, st.sets(st.sampled_from(Status)), st.sets(st.sampled_from(["event", "delivery"])))
def test_filters_leave_what_a_look_at_all_leaves(log: EventLog, statuses: set[Status], kinds: set[str]) -> None:
    kept = [e for e in log if (not statuses or e.status in statuses) and (not kinds or e.kind in kinds)]
    assert list(log.filter(statuses=statuses, kinds=kinds)) == kept


# -- what a typical event weighs


def typical(number: int, sources: Sequence[Source]) -> Event:
    """As the readers make it: lists, dates and sources that are said again are shared."""
    told = Statement(
        status=Status.PLANNED,
        when=WHENS[number % len(WHENS)],
        said=sources[number % 50].published,
        source=Citation(sources[number % 50], "7"),
        quote=f"The first batch, said the minister, will be followed by others ({number}).",
    )
    return Delivery(
        id=f"event-{number}", title=f"Delivery of three hundred buses, batch {number}", countries=PAIR, tags=TAGS,
        place="La Habana", history=(told,),
    )  # fmt: skip


WHENS = [When.on(FIRST + timedelta(days=number)) for number in range(500)]
PAIR, TAGS = ("CU", "RU"), ("transport",)


def made(_: Path) -> EventLog:
    sources = [Source(f"s{n}", f"Gazette {n}", published=WHENS[n]) for n in range(50)]
    return EventLog([typical(number, sources) for number in range(3_000)], {each.id: each for each in sources})


def read(folder: Path) -> EventLog:
    return load(folder / "log.jsonl")


@pytest.mark.parametrize("make", [made, read])
def test_a_typical_event_weighs_little(tmp_path: Path, make: Callable[[Path], EventLog]) -> None:
    """At most 1.2 kB with the indexes that the daily questions make; measured at 3,000."""
    (tmp_path / "log.jsonl").write_text(jsonl_text(made(tmp_path)))
    gc.collect()
    tracemalloc.start()
    log = make(tmp_path)
    assert overdue(log, date(2005, 1, 1))
    assert list(log.between(FIRST, FIRST))
    gc.collect()
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert used / len(log) <= 1200


@pytest.mark.slow
def test_a_million_events_are_asked_without_looking_at_them() -> None:
    log = EventLog([typical(number, [Source("s", "S", published=WHENS[0])] * 50) for number in range(MANY)])
    today = FIRST + timedelta(days=3)
    assert len(overdue(log, today)) == 3 * MANY // len(WHENS)
    by_day = log.ordered(overdue_from)
    counted = Counted(by_day.days)
    assert len(by_day._replace(days=counted).up_to(today)) == 3 * MANY // len(WHENS)
    assert counted.looks <= log2(MANY) + 2
