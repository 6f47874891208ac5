"""Consequences of links: bounds against every completion of a small graph, and rollups."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from laceventlog import loads
from laceventlog.dates import Shape, When
from laceventlog.dates.edtf import ParsedDate
from laceventlog.dates.when import make
from laceventlog.model import Event, EventLog, Programme, Status
from laceventlog.model.statement import Statement
from laceventlog.reports import (
    LinkBound,
    Rollup,
    Row,
    after_links,
    chain,
    check_log,
    link_bounds,
    parts,
    rollup,
    standing,
)
from laceventlog.reports.after_links import is_impossible
from laceventlog.reports.checks.links import check_links
from laceventlog.reports.rollups import rollup_of

TODAY = date(2025, 3, 1)
DEEP = [20_000, pytest.param(100_000, marks=pytest.mark.slow)]


def event(id_: str, status: str, when: str | When, after: str = "", part_of: str = "") -> Event:
    said = When.parse(when) if isinstance(when, str) else when
    history = [Statement(status=Status(status), when=said)]
    return Event(id=id_, title=id_, after=tuple(after.split()), part_of=tuple(part_of.split()), history=history)


def log(*lines: str) -> EventLog:
    """Events as lines of `id | status | when | after`."""
    return EventLog.trusted(event(*(part.strip() for part in line.split("|"))) for line in lines)


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


# -- bounds

FIRST = [
    # what waits, what comes first: the first day that is left, the first day all before it can have ended
    ("planned | 2025", ["planned | Q3 2025"], "2025-07-01", "2025-07-01"),
    ("planned | Q4 2025", ["planned | Q3 2025"], "2025-10-01", "2025-07-01"),  # its own first day is later
    ("planned | by the end of 2025", ["planned | Q3 2025"], "2025-07-01", "2025-07-01"),
    ("planned | TBD", ["planned | Q3 2025"], "2025-07-01", "2025-07-01"),
    ("planned | 2025-07-01", ["planned | 2025-07-01"], "2025-07-01", "2025-07-01"),  # the same day will do
    ("planned | TBD", ["planned | by the end of 2025"], "", ""),  # it may have been long ago
    ("planned | TBD", ["planned | TBD"], "", ""),
    ("planned | TBD", ["planned | not before 2028"], "2028-01-01", "2028-01-01"),
    ("planned | TBD", ["planned | March 2025", "planned | May 2025", "planned | by 2030"], "2025-05-01", "2025-05-01"),
    # what lasts has to end first; the end nobody stated comes no earlier than the start
    ("planned | TBD", ["planned | 2024-05/2026-06"], "2026-06-01", "2026-06-01"),
    ("planned | TBD", ["underway | 2024-05/2026-06"], "2026-06-01", "2026-06-01"),
    ("planned | TBD", ["underway | since 2019"], "2019-01-01", "2019-01-01"),
    ("planned | TBD", ["underway | 2019/"], "2019-01-01", "2019-01-01"),
    ("planned | TBD", ["underway | ../2026"], "2026-01-01", "2026-01-01"),
    ("planned | TBD", ["underway | 2019/.."], "2019-01-01", "2019-01-01"),  # it goes on: nothing earlier than its start
    ("planned | TBD", ["planned | 2027/.."], "2027-01-01", "2027-01-01"),
    # what is done: its outcome, whatever the plan was
    ("planned | 2025", ["completed | 7 November 2024"], "2025-01-01", "2024-11-07"),
    ("planned | TBD", ["completed | 2024"], "2024-01-01", "2024-01-01"),
    ("planned | TBD", ["completed | TBD"], "", ""),
    # what never comes bounds nothing
    ("planned | 2025", ["cancelled | 2027"], "2025-01-01", ""),
    ("planned | 2025", ["missed | 2027"], "2025-01-01", ""),
    ("planned | 2025", ["cancelled | 2027", "planned | May 2025"], "2025-05-01", "2025-05-01"),
    ("cancelled | 2025", ["planned | 2027"], "", ""),
    # a postponed thing without a date bounds nothing by itself
    ("planned | 2025", ["postponed | TBD"], "2025-01-01", ""),
    # what has begun or is done stands on its own date
    ("underway | 2025/2026", ["planned | 2027"], "2025-01-01", "2027-01-01"),
    ("partial | 2025/2026", ["planned | 2027"], "2025-01-01", "2027-01-01"),
    ("completed | 2024", ["planned | 2027"], "2024-01-01", "2027-01-01"),
    ("completed | TBD", ["planned | 2027"], "", "2027-01-01"),
    # an approximate date may fall one unit earlier; a doubtful one may not
    ("planned | TBD", ["planned | 2025-06~"], "2025-05-01", "2025-05-01"),
    ("planned | 2025-06-10~", ["planned | 2025-06-10~"], "2025-06-09", "2025-06-09"),
    ("planned | TBD", ["planned | 2025-06?"], "2025-06-01", "2025-06-01"),
    # the edges of the calendar
    ("planned | TBD", ["planned | 0001~"], "0001-01-01", "0001-01-01"),
    ("planned | TBD", ["planned | 9999-12-31"], "9999-12-31", "9999-12-31"),
]


@pytest.mark.parametrize(("thing", "first", "start", "waits"), FIRST)
def test_the_first_day_that_is_left(thing: str, first: list[str], start: str, waits: str) -> None:
    keys = [f"p{number}" for number in range(len(first))]
    events = log(*(f"{key} | {line}" for key, line in zip(keys, first, strict=True)), f"x | {thing} | {' '.join(keys)}")
    found = link_bounds(events)["x"]
    assert (found.start, found.waits) == (day(start), day(waits))


def test_a_chain_names_what_decides() -> None:
    found = link_bounds(
        log(
            "early | planned | March 2025",
            "licence | planned | Q3 2025 | early",
            "plant | planned | 2025 | early licence",
            "test | planned | TBD | plant",
            "export | planned | by the end of 2025 | early test",
        )
    )
    assert chain(found, "export") == ("licence", "plant", "test", "export")
    assert (found["export"].by, found["export"].root) == ("test", "licence")
    assert chain(found, "licence") == ("early", "licence")
    assert chain(found, "early") == ("early",)


def test_a_chain_begins_with_what_has_a_later_day_of_its_own() -> None:
    found = link_bounds(log("a | planned | 2025-03", "b | planned | 2025-06 | a", "c | planned | TBD | b"))
    assert (chain(found, "c"), found["c"].root) == (("b", "c"), "b")


def test_of_equals_the_first_that_is_named_decides() -> None:
    lines = ["a | planned | 2025-06", "b | planned | 2025-06"]
    assert link_bounds(log(*lines, "c | planned | TBD | b a"))["c"].by == "b"
    assert link_bounds(log(*lines[::-1], "c | planned | TBD | b a"))["c"].by == "b"


def test_what_was_cancelled_passes_nothing_on() -> None:
    found = link_bounds(log("a | planned | 2027", "b | cancelled | TBD | a", "c | planned | 2025 | b"))
    assert found["b"] == LinkBound()
    assert (found["c"].start, found["c"].waits, chain(found, "c")) == (date(2025, 1, 1), None, ("c",))


def test_a_bound_says_whether_waiting_decides() -> None:
    found = link_bounds(
        log("a | planned | 2025-06", "b | planned | 2025 | a", "c | planned | 2025-06 | a", "d | completed | 2025 | a")
    )
    assert [found[key].is_tighter for key in "abcd"] == [False, True, False, False]


def test_links_in_a_circle_bound_nothing_and_stop_nothing() -> None:
    found = link_bounds(
        log("a | planned | 2025-06 | b", "b | planned | 2025-08 | a c", "c | planned | 2027", "d | planned | TBD | a b")
    )
    assert found["a"].waits is None
    assert (found["b"].waits, found["d"].waits) == (date(2027, 1, 1), date(2027, 1, 1))
    assert chain(found, "d") == ("c", "b", "d")


# -- every completion of a small graph

DAYS = [date(2025, 1, number) for number in range(1, 5)]
Completion = Mapping[str, tuple[date, date]]


@st.composite
def dated(draw: st.DrawFn) -> When:
    """A moment, a deadline, a span with vague ends, or no date."""
    shape = draw(st.sampled_from(["moment", "deadline", "span", "none"]))
    a, b = sorted(draw(st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS))))
    c, d = sorted(draw(st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS))))
    if shape == "none":
        return When.unscheduled()
    if shape == "span":
        return make(ParsedDate("", Shape.SPAN, a, b, max(a, c), max(b, c, d)), None, "")
    first = None if shape == "deadline" else a
    return make(ParsedDate("", Shape.MOMENT, first, b, first, b), None, "")


@st.composite
def small_logs(draw: st.DrawFn) -> EventLog:
    """Up to four events; each may wait for any before it."""
    events: list[Event] = []
    for name in "abcd"[: draw(st.integers(1, 4))]:
        status = draw(st.sampled_from(["planned"] * 4 + ["completed", "underway", "cancelled", "missed", "postponed"]))
        after = draw(st.lists(st.sampled_from([e.id for e in events]), unique=True)) if events else []
        events.append(event(name, status, draw(dated()), " ".join(after)))
    return EventLog.trusted(draw(st.permutations(events)))


def days_of(when: When, floor: date, *, last: date) -> Iterator[tuple[date, date]]:
    """Every start and end that a date allows between two days."""
    for start, end in itertools.product(DAYS, DAYS):
        is_inside = (when.earliest_start or floor) <= start <= (when.latest_start or last) and (
            when.earliest_end or floor
        ) <= end <= (when.latest_end or last)
        if is_inside and (start <= end if when.is_span else start == end):
            yield start, end


def completions(events: EventLog) -> Iterator[Completion]:
    """Every way in which it may all happen, as the links want it."""
    coming = sorted((e for e in events if e.status not in after_links.GONE), key=lambda e: e.id)
    keys = [e.id for e in coming]
    for choice in itertools.product(*(days_of(e.when, DAYS[0], last=DAYS[-1]) for e in coming)):
        days = dict(zip(keys, choice, strict=True))
        waiting = [e for e in coming if e.status.awaits_start]
        if all(days[e.id][0] >= days[p][1] for e in waiting for p in e.after if p in days):
            yield days


@given(small_logs())
def test_any_bound_is_the_first_day_in_all_completions(events: EventLog) -> None:
    found, every = link_bounds(events), list(completions(events))
    assume(every)
    for key in every[0]:
        assert (found[key].start or DAYS[0]) == min(days[key][0] for days in every)
        assert (found[key].end or DAYS[0]) == min(days[key][1] for days in every)


@given(small_logs())
def test_any_plans_can_be_kept_just_where_none_is_impossible(events: EventLog) -> None:
    found = link_bounds(events)
    impossible = [e.id for e in events if e.status.awaits_start and is_impossible(e, found[e.id])]
    assert bool(impossible) is (next(completions(events), None) is None)


@given(small_logs(), st.sampled_from(["planned", "completed", "cancelled"]), dated())
def test_any_further_predecessor_lets_no_bound_fall(events: EventLog, status: str, when: When) -> None:
    more = event("new", status, when)
    for chosen in events:
        longer = [attrs.evolve(e, after=(*e.after, "new")) if e is chosen else e for e in events]
        before, after = link_bounds(events), link_bounds(EventLog.trusted([more, *longer]))
        for key, bound in before.items():
            for name in ("start", "end", "waits"):
                assert (getattr(after[key], name) or date.min) >= (getattr(bound, name) or date.min)


@given(small_logs())
def test_any_order_of_events_gives_the_same_bounds(events: EventLog) -> None:
    assert link_bounds(EventLog.trusted(events.events[::-1])) == link_bounds(events)


@given(small_logs())
def test_any_chain_leads_from_its_root_along_links(events: EventLog) -> None:
    found = link_bounds(events)
    for key, bound in found.items():
        ids = chain(found, key)
        assert (ids[0], ids[-1]) == (bound.root or key, key)
        assert all(first in events[second].after for first, second in itertools.pairwise(ids))
        if bound.root:
            assert found[bound.root].end == bound.waits


def test_each_event_and_each_link_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    real = after_links._bound

    def counted(thing: Event, before: Mapping[str, LinkBound]) -> LinkBound:
        seen.append(len(before))
        return real(thing, before)

    monkeypatch.setattr(after_links, "_bound", counted)
    keys = [f"e{number}" for number in range(60)]
    link_bounds(
        EventLog.trusted(event(key, "planned", "2025", " ".join(keys[:number])) for number, key in enumerate(keys))
    )
    assert (len(seen), sum(seen)) == (60, 60 * 59 // 2)


def one_after_the_other(number: int, link: str) -> EventLog:
    """A chain of events, each linked to the one before it."""
    history = [Statement(status=Status.PLANNED, when=When.parse("2025"))]
    links: list[dict[str, Any]] = [{}, *({link: (f"e{n}",)} for n in range(number - 1))]
    return EventLog.trusted(
        Programme(id=f"e{n}", title="E", history=history, **fields) for n, fields in enumerate(links)
    )


@pytest.mark.parametrize("deep", DEEP)
def test_a_chain_may_be_as_long_as_it_likes(deep: int) -> None:
    found = link_bounds(one_after_the_other(deep, "after"))
    assert found[f"e{deep - 1}"].start == date(2025, 1, 1)
    assert len(chain(found, f"e{deep - 1}")) == 2


def test_a_conflict_at_the_end_of_a_long_chain_names_its_root() -> None:
    history = [Statement(status=Status.PLANNED, when=When.parse("TBD"))]
    line = [attrs.evolve(e, history=history) for e in one_after_the_other(5000, "after")]
    late = event("e0", "planned", "2027")
    last = event("last", "planned", "2026", "e4999")
    (problem,) = check_links(EventLog.trusted([late, *line[1:], last]))
    assert "'e4999', which comes first, cannot end before 2027-01-01" in problem.message
    assert "dates of 'e0' and 'last'" in problem.hint
    assert len(chain(link_bounds(EventLog.trusted([late, *line[1:], last])), "last")) == 5001


# -- conflicts

CONFLICTS = [
    ("planned | 2025-06-30", "planned | 2025-07-01", True),
    ("planned | 2025-07-01", "planned | 2025-07-01", False),  # on the same day it may be
    ("planned | 2025", "planned | Q3 2025", False),
    ("planned | by the end of June 2025", "planned | Q3 2025", True),
    ("planned | not before 2020", "planned | Q3 2025", False),  # it has no last day
    ("planned | TBD", "planned | Q3 2025", False),
    ("planned | 2025-06-30", "planned | by 2030", False),
    ("planned | 2025-06-30", "cancelled | 2027", False),
    ("cancelled | 2025-06-30", "planned | 2027", False),
    ("missed | 2025-06-30", "planned | 2027", False),
    ("completed | 2025-06-30", "planned | 2027", True),
    ("completed | 2025-06-30", "completed | July 2025", True),
    ("completed | 2025-06-30", "completed | 2025", False),
    ("underway | 2025-06/2027", "planned | July 2025", True),
    ("underway | 2025-06/2027", "underway | 2020/..", False),
    ("planned | 2025/2027", "planned | 2026", True),  # it would start before
    # slack on either side is given before anything is called impossible
    ("planned | 2025-06-30~", "planned | 2025-07-01", False),
    ("planned | 2025-06-29~", "planned | 2025-07-01", True),
    ("planned | 2025-06-30", "planned | 2025-07-01~", False),
    ("planned | 2025-06-29", "planned | 2025-07-01~", True),
    ("planned | 2025-06-30", "planned | 2025-07-01?", True),
]


@pytest.mark.parametrize(("thing", "first", "is_conflict"), CONFLICTS)
def test_what_falls_before_what_it_waits_for_is_a_warning(thing: str, first: str, is_conflict: bool) -> None:
    assert [p.code for p in check_log(log(f"p | {first}", f"x | {thing} | p"))] == ["P013"] * is_conflict


SAID = [
    ("planned", "'x' is planned for 2025-06-30 at the latest; 'p', which comes first, cannot end before 2027-01-01"),
    ("underway", "'x' began 2025-06-30 at the latest; 'p', which comes first, cannot have ended before 2027-01-01"),
    ("partial", "'x' began 2025-06-30 at the latest; 'p', which comes first, cannot have ended before 2027-01-01"),
    ("completed", "'x' happened 2025-06-30 at the latest; 'p', which comes first, cannot have ended before 2027-01-01"),
]


@pytest.mark.parametrize(("status", "message"), SAID)
def test_a_conflict_is_said_by_what_is_known(status: str, message: str) -> None:
    (problem,) = check_log(log("p | planned | 2027", f"x | {status} | June 2025 | p"))
    assert problem.message == message
    assert problem.hint == "check the dates of 'p' and 'x', and 'after'"


def test_of_what_lasts_the_last_day_to_start_is_named() -> None:
    (problem,) = check_log(log("p | planned | 2027", "x | planned | 2025-06/2030 | p"))
    assert "'x' is planned for 2025-06-30 at the latest" in problem.message


AGREED = [
    # what waits, what comes first: the code
    ("in force | 2024-04", "agreement", "signed | 2024-05", "P006"),
    ("in force | 2024-04", "agreement", "planned | 2024-05", "P013"),  # not signed yet
    ("in force | 2024-04", "meeting", "held | 2024-05", "P013"),
    ("signed | 2024-04", "agreement", "signed | 2024-05", "P013"),
    ("in force | 2024-04 | event", "agreement", "signed | 2024-05", "P013"),
]


@pytest.mark.parametrize(("thing", "kind", "first", "code"), AGREED)
def test_an_agreement_in_force_before_the_one_it_follows_was_signed(
    thing: str, kind: str, first: str, code: str
) -> None:
    status, when, kind_of_x = (*thing.split(" | "), "agreement")[:3]
    rows = [("p", kind, *first.split(" | "), ""), ("x", kind_of_x, status, when, ", after: [p]")]
    written = [f"  - {{id: {i}, kind: {k}, title: {i}, status: {s}, when: {w}{more}}}\n" for i, k, s, w, more in rows]
    assert [p.code for p in check_log(loads("events:\n" + "".join(written)))] == [code]


# -- the parts of a whole


def whole(*lines: str) -> EventLog:
    """Events as lines of `id | status | when | part_of`."""
    split = ([part.strip() for part in line.split("|")] for line in lines)
    return EventLog.trusted(event(id_, status, when, "", part_of) for id_, status, when, part_of in split)


SCHEME = whole(
    "scheme | underway | TBD |",
    "cuba | underway | TBD | scheme",
    "late | planned | by the end of 2024 | cuba",
    "open | planned | in 2025 | cuba",
    "ahead | planned | 2026 | scheme",
    "never | planned | TBD | scheme",
    "done | completed | 2024 | cuba scheme",  # two ways lead to it
    "off | cancelled | 2024 | scheme",
    "miss | missed | 2024 | scheme",
    "alone | planned | 2026 |",
)


def test_the_parts_of_a_whole_are_counted_at_any_depth_and_once() -> None:
    assert rollup(SCHEME, TODAY) == {
        "scheme": Rollup(overdue=1, due=1, upcoming=1, ongoing=1, undated=1, done=1, missed=1, cancelled=1),
        "cuba": Rollup(overdue=1, due=1, done=1),
    }
    assert rollup(SCHEME, TODAY)["scheme"].total == 8
    assert [e.id for e in parts(SCHEME, "cuba")] == ["late", "open", "done"]
    assert parts(SCHEME, "alone") == []


def test_a_day_later_more_is_overdue() -> None:
    assert rollup(SCHEME, date(2026, 1, 1))["cuba"] == Rollup(overdue=2, done=1)


def test_parts_in_a_circle_are_counted_without_its_links() -> None:
    circle = whole("a | planned | 2026 | b", "b | planned | 2026 | a", "c | completed | 2024 | a")
    assert rollup(circle, TODAY) == {"a": Rollup(done=1)}
    assert [e.id for e in parts(circle, "a")] == ["c"]
    assert parts(circle, "b") == []


@st.composite
def nested(draw: st.DrawFn) -> EventLog:
    """Up to eight events; each may be part of any before it."""
    events: list[Event] = []
    for name in "abcdefgh"[: draw(st.integers(0, 8))]:
        status, when = draw(st.sampled_from([(e.status, e.when.notation) for e in SCHEME]))
        above = draw(st.lists(st.sampled_from([e.id for e in events]), unique=True, max_size=3)) if events else []
        events.append(event(name, status, when, "", " ".join(above)))
    return EventLog.trusted(draw(st.permutations(events)))


@given(nested(), st.dates(date(2023, 1, 1), date(2027, 1, 1)))
def test_any_rollup_counts_each_part_once(events: EventLog, today: date) -> None:
    found = rollup(events, today)
    for thing in events:
        members = parts(events, thing.id)
        assert len({member.id for member in members}) == len(members)
        assert found.get(thing.id, Rollup()) == rollup_of(Row(member, standing(member, today)) for member in members)
        assert found.get(thing.id, Rollup()).total == len(members)
        assert (thing.id in found) is bool(members)


@given(nested())
def test_any_part_of_a_part_is_a_part(events: EventLog) -> None:
    for thing in events:
        members = {member.id for member in parts(events, thing.id)}
        direct = {e.id for e in events if thing.id in e.part_of}
        deeper = {inner.id for key in direct for inner in parts(events, key)}
        assert members == direct | deeper


@pytest.mark.parametrize("deep", DEEP)
def test_a_whole_may_be_as_deep_as_it_likes(deep: int) -> None:
    events = one_after_the_other(deep, "part_of")
    found = rollup(events, TODAY)
    assert (found["e0"], len(found)) == (Rollup(due=deep - 1), deep - 1)
    assert len(parts(events, "e0")) == deep - 1
