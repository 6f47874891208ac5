"""What is certain, possible and impossible between two dates: tables, symmetries, and brute force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laceventlog.dates import Modality, Shape, When, contains, is_after, is_before, is_during, is_same, overlaps
from laceventlog.dates.edtf import ParsedDate
from laceventlog.dates.when import make

CERTAIN, POSSIBLE, IMPOSSIBLE, UNKNOWN = Modality
Relation = Callable[[When, When], Modality]
Completion = tuple[float, float]

RELATIONS: dict[Relation, Callable[[Completion, Completion], bool]] = {
    is_before: lambda a, b: a[1] < b[0],
    is_after: lambda a, b: b[1] < a[0],
    overlaps: lambda a, b: a[0] <= b[1] and b[0] <= a[1],
    is_during: lambda a, b: b[0] <= a[0] and a[1] <= b[1],
    contains: lambda a, b: a[0] <= b[0] and b[1] <= a[1],
    is_same: lambda a, b: a == b,
}
"""What each relation says of two completions, a start and an end each."""
CONVERSE: dict[Relation, Relation] = {
    is_before: is_after, is_after: is_before, is_during: contains, contains: is_during, overlaps: overlaps, is_same: is_same,
}  # fmt: skip

TABLE: list[tuple[Relation, str, str, Modality]] = [
    (is_before, "2023", "2024", CERTAIN),
    (is_before, "2024-05-17", "2024-05-18", CERTAIN),
    (is_before, "2024-05-17", "2024-05-17", IMPOSSIBLE),
    (is_before, "2024-05", "2024-05", POSSIBLE),  # two days of one month
    (is_before, "2024", "2024-01-01", IMPOSSIBLE),
    (is_before, "2024", "2024-01-02", POSSIBLE),  # if it was on New Year's Day
    (is_before, "2023/2024", "2024", POSSIBLE),
    (is_before, "2023/2024", "2024-01-01", IMPOSSIBLE),  # it ends on that day at the earliest
    (is_before, "[..2024-12-31]", "2025", CERTAIN),
    (is_before, "[..2024-12-31]", "0001-01-01", POSSIBLE),  # a deadline reaches back without bound
    (is_before, "[..2024-12-31]", "[..2023]", POSSIBLE),
    (is_before, "2025", "[..2024-12-31]", IMPOSSIBLE),
    (is_before, "2024", "[2025..]", CERTAIN),
    (is_before, "[2025..]", "2024", IMPOSSIBLE),
    (is_before, "[2025..]", "9999-12-31", POSSIBLE),
    (is_before, "[2025..]", "[2024..]", POSSIBLE),
    (is_before, "[2025..]", "[..2024]", IMPOSSIBLE),
    (is_before, "2019/..", "9999", IMPOSSIBLE),  # it goes on
    (is_before, "2019/..", "[2028..]", IMPOSSIBLE),
    (is_before, "2019/", "2024", POSSIBLE),  # it ended some day
    (is_before, "2019/", "2019-01-01", IMPOSSIBLE),
    (is_before, "2024", "../2025", IMPOSSIBLE),  # it was always there
    (is_before, "[..2024]", "../2025", IMPOSSIBLE),
    (is_before, "2018", "/2025", POSSIBLE),
    (is_before, "../2018", "2019", CERTAIN),
    (is_before, "/2018", "2019", CERTAIN),
    (is_before, "TBD", "2024", UNKNOWN),
    (is_before, "2024", "TBD", UNKNOWN),
    (is_after, "2024", "2023", CERTAIN),
    (is_after, "[2028..]", "[..2024]", CERTAIN),
    (is_after, "2024", "2019/..", IMPOSSIBLE),
    (is_after, "2024", "2019/", POSSIBLE),
    (is_after, "TBD", "TBD", UNKNOWN),
    (overlaps, "2024-05-17", "2024-05-17", CERTAIN),
    (overlaps, "2024-05", "2024-05", POSSIBLE),  # two moments of one month need not meet
    (overlaps, "2024-01/2024-06", "2024-06/2024-12", POSSIBLE),
    (overlaps, "2024-01/2024-06", "2024-05/2024-12", CERTAIN),
    (overlaps, "2024-05-17", "2024-05-01/2024-05-31", CERTAIN),
    (overlaps, "2024-05", "2024-05-01/2024-05-31", CERTAIN),  # whichever day it is
    (overlaps, "2024-05", "2024-05/2024-05", POSSIBLE),
    (overlaps, "2019/..", "[2028..]", CERTAIN),
    (overlaps, "2019/..", "../2025", CERTAIN),
    (overlaps, "2019/..", "2024/..", CERTAIN),
    (overlaps, "2019/", "2024", POSSIBLE),
    (overlaps, "2019/", "2019", POSSIBLE),
    (overlaps, "../2019", "[..2018]", CERTAIN),
    (overlaps, "/2019", "[..2018]", POSSIBLE),
    (overlaps, "[..2024]", "[2025..]", IMPOSSIBLE),
    (overlaps, "[..2024]", "[2024..]", POSSIBLE),
    (overlaps, "TBD", "2019/..", UNKNOWN),
    (is_during, "2024-05-17", "2024-05-17", CERTAIN),
    (is_during, "2024-05-17", "2024", POSSIBLE),  # 2024 is one day of it, not the whole year
    (is_during, "2024-05-17", "2024/2024", POSSIBLE),
    (is_during, "2024-05-17", "2024-01-01/2024-12-31", CERTAIN),
    (is_during, "2024-05", "2024-05-01/2024-05-31", CERTAIN),
    (is_during, "2024-05-01/2024-05-31", "2024-05", IMPOSSIBLE),  # a month does not fit into a day
    (is_during, "2024-05/2024-05", "2024-05", POSSIBLE),  # if it lasted a day
    (is_during, "2024-01/2024-06", "2023/2024", POSSIBLE),
    (is_during, "2024-01/2024-06", "2023/2025", CERTAIN),
    (is_during, "2024", "2019/..", CERTAIN),
    (is_during, "[2020..]", "2019/..", CERTAIN),
    (is_during, "[2019..]", "2019/..", POSSIBLE),
    (is_during, "2020/..", "2019/..", CERTAIN),
    (is_during, "2020/", "2019/..", CERTAIN),
    (is_during, "2020/", "2019/", POSSIBLE),
    (is_during, "2020/..", "2019-01/2030", IMPOSSIBLE),
    (is_during, "2024", "2019/", POSSIBLE),
    (is_during, "[..2024]", "../2025", CERTAIN),
    (is_during, "[..2024]", "2000/2025", POSSIBLE),  # it may have been long before 2000
    (is_during, "2024", "TBD", UNKNOWN),
    (contains, "2019/..", "2024", CERTAIN),
    (contains, "2024", "2024-05-17", POSSIBLE),
    (contains, "2024-05-01/2024-05-31", "2024-06-01", IMPOSSIBLE),
    (contains, "TBD", "2024", UNKNOWN),
    (is_same, "2024-05-17", "2024-05-17", CERTAIN),
    (is_same, "2024-05-17", "2024-05-17/2024-05-17", CERTAIN),  # one day, whatever the shape
    (is_same, "2024-05-17", "2024-05-17T10:00", CERTAIN),
    (is_same, "2024-05", "2024-05", POSSIBLE),  # equal texts, and yet perhaps two days
    (is_same, "2024", "2024-05", POSSIBLE),
    (is_same, "2024", "2023", IMPOSSIBLE),
    (is_same, "2024-05-01/2024-05-31", "2024-05", IMPOSSIBLE),
    (is_same, "2024-05-01/2024-05-31", "2024-05-01/2024-05-31", CERTAIN),
    (is_same, "2024/2025", "2024/2025", POSSIBLE),
    (is_same, "2019-01-01/..", "2019-01-01/..", CERTAIN),
    (is_same, "2019/..", "2019/..", POSSIBLE),
    (is_same, "2019-01-01/", "2019-01-01/", POSSIBLE),
    (is_same, "2019/..", "2019-05/2030", IMPOSSIBLE),
    (is_same, "../2024-05-17", "../2024-05-17", CERTAIN),
    (is_same, "[..2024]", "[2024..]", POSSIBLE),
    (is_same, "[..2023]", "[2024..]", IMPOSSIBLE),
    (is_same, "[2028..]", "2019/..", IMPOSSIBLE),  # a moment is not without end
    (is_same, "[..2019]", "../2019", IMPOSSIBLE),
    (is_same, "TBD", "TBD", UNKNOWN),
    # A set of several days may leave out the days between them; a set that is one range leaves out none.
    (is_during, "2024-06-01", "{2024-01-01,2024-12-31}", POSSIBLE),
    (is_during, "2024-06-01", "{2024-01-01..2024-12-31}", CERTAIN),
    (is_during, "2025-01-01", "{2024-01-01,2024-12-31}", IMPOSSIBLE),
    (is_during, "{2024-01-01,2024-12-31}", "2024-01-01/2024-12-31", CERTAIN),  # gaps in what is inside do not matter
    (overlaps, "2024-06-01", "{2024-01-01,2024-12-31}", POSSIBLE),
    (overlaps, "{2024-01-01,2024-12-31}", "2024-06-01", POSSIBLE),
    (overlaps, "2024-06-01", "{2024-01-01..2024-12-31}", CERTAIN),
    (is_before, "{2024-01-01,2024-12-31}", "2025", CERTAIN),
    # What goes on never ends; what is unknown ends some day.
    (is_same, "2019/..", "2019/", IMPOSSIBLE),
    (is_same, "../2019", "/2019", IMPOSSIBLE),
    (is_during, "2020/..", "2019/", IMPOSSIBLE),
    (is_during, "../2019", "/2020", IMPOSSIBLE),
]


def name(relation: object) -> str | None:
    return getattr(relation, "__name__", None)


@pytest.mark.parametrize(("relation", "a", "b", "verdict"), TABLE, ids=name)
def test_a_relation_has_one_verdict_and_its_converse_the_same(
    relation: Relation, a: str, b: str, verdict: Modality
) -> None:
    assert relation(When.parse(a), When.parse(b)) is verdict
    assert CONVERSE[relation](When.parse(b), When.parse(a)) is verdict


@pytest.mark.parametrize("relation", RELATIONS, ids=name)
def test_every_verdict_occurs_for_every_relation(relation: Relation) -> None:
    a_and_b = [(When.parse(a), When.parse(b)) for _, a, b, _ in TABLE]
    assert {relation(a, b) for a, b in a_and_b} | {relation(b, a) for a, b in a_and_b} == set(Modality)


# Brute force: all completions, within a horizon that represents "without bound".

ORIGIN = date(2024, 5, 1)
DAYS = 5
BEYOND = 3  # on either side; relations only compare, and there are four ends to put in order
FIRST, LAST = -BEYOND, DAYS - 1 + BEYOND
FOREVER = float("inf")


def completions(when: When, first: int, last: int) -> Iterator[Completion]:
    """Every start and end, as days from the origin; `first` and `last` represent days without bound."""

    def number(day: date | None, otherwise: float) -> float:
        return (day - ORIGIN).days if day else otherwise

    if when.is_moment:
        low, high = number(when.earliest_start, first), number(when.latest_end, last)
        yield from ((day, day) for day in range(int(low), int(high) + 1))
        return
    always = when.earliest_start is None and when.latest_start is None
    goes_on = when.earliest_end is None and when.latest_end is None
    starts: list[float] = [-FOREVER]
    ends: list[float] = [FOREVER]
    if not always:
        starts = [*range(int(number(when.earliest_start, first)), int(number(when.latest_start, last)) + 1)]
    if not goes_on:
        ends = [*range(int(number(when.earliest_end, first)), int(number(when.latest_end, last)) + 1)]
    yield from ((start, end) for start, end in product(starts, ends) if start <= end)


def verdict_of(relation: Relation, xs: list[Completion], ys: list[Completion]) -> Modality:
    holds = RELATIONS[relation]
    outcomes = set()
    for x, y in product(xs, ys):
        outcomes.add(holds(x, y))
        if len(outcomes) == 2:
            return POSSIBLE
    return CERTAIN if outcomes == {True} else IMPOSSIBLE


def days(*numbers: int | None) -> list[date | None]:
    return [None if number is None else ORIGIN + timedelta(days=number) for number in numbers]


def universe() -> Iterator[When]:
    """Every combination of bounds within a few days, and every one that is open or unknown on a side."""
    for low, high in combinations_with_replacement(range(DAYS), 2):
        yield made(Shape.MOMENT, low, high, low, high)
        yield made(Shape.SPAN, low, high, None, None)  # a/..
        yield made(Shape.SPAN, low, high, low, None)  # a/
        yield made(Shape.SPAN, None, None, low, high)  # ../b
        yield made(Shape.SPAN, None, high, low, high)  # /b
        for first, last in combinations_with_replacement(range(DAYS), 2):
            if low <= first and high <= last:
                yield made(Shape.SPAN, low, high, first, last)
    for day in range(DAYS):
        yield made(Shape.MOMENT, None, day, None, day)
        yield made(Shape.MOMENT, day, None, day, None)


def made(shape: Shape, *bounds: int | None) -> When:
    first, second, third, fourth = days(*bounds)
    name = f"{shape}{bounds}"
    if shape is Shape.SPAN:  # openness is a matter of notation: `..` is open, nothing is unknown
        name = ("../" if first is second is None else "") + name + ("/.." if third is fourth is None else "")
    return make(ParsedDate(name, shape, first, second, third, fourth), None, "")


def open_against_unknown(a: When, b: When) -> bool:
    """Whether one goes on where of the other it is unknown when it ends; or likewise at the start."""

    def ends(when: When) -> tuple[str, str]:
        if when.is_moment:
            return "", ""
        start = "" if when.earliest_start else "unknown" if when.latest_start else "open"
        end = "" if when.latest_end else "unknown" if when.earliest_end else "open"
        return start, end

    return any({x, y} == {"open", "unknown"} for x, y in zip(ends(a), ends(b), strict=True))


@cache
def small_world() -> list[tuple[When, list[Completion]]]:
    return [(when, list(completions(when, FIRST, LAST))) for when in universe()]


@pytest.mark.parametrize("against", [False, True], ids=["as usual", "open against unknown"])
@pytest.mark.parametrize("relation", [is_before, overlaps, is_during, is_same], ids=name)
def test_every_verdict_is_what_all_completions_say(relation: Relation, against: bool) -> None:
    checked = 0
    for (a, xs), (b, ys) in product(small_world(), repeat=2):
        if open_against_unknown(a, b) == against:
            assert relation(a, b) is verdict_of(relation, xs, ys), (a.edtf, b.edtf)
            checked += 1
    assert checked >= 400


def test_the_horizon_is_wide_enough() -> None:
    wider = [(when, list(completions(when, FIRST - 2, LAST + 2))) for when in universe()]
    sample = list(zip(small_world(), wider, strict=True))[::3]
    for relation in (is_before, overlaps, is_during, is_same):
        for ((_, xs), (_, wide_xs)), ((_, ys), (_, wide_ys)) in product(sample, repeat=2):
            assert verdict_of(relation, xs, ys) is verdict_of(relation, wide_xs, wide_ys)


def test_the_small_world_has_every_kind_of_bounds_that_edtf_has() -> None:
    def pattern(when: When) -> tuple[object, ...]:
        four = (when.earliest_start, when.latest_start, when.earliest_end, when.latest_end)
        return when.shape, *(bound is None for bound in four)

    texts = ["2024", "[..2024]", "[2024..]", "2024/2025", "2024/..", "2024/", "../2024", "/2024"]
    assert {pattern(when) for when, _ in small_world()} == {pattern(When.parse(text)) for text in texts}


# The same for what is written, with whole months among the days.

DAY = st.integers(1, 8).map("2023-02-{:02}".format)
UNIT = DAY | st.sampled_from(["2023-02", "2023-02-XX"])
SIDE = UNIT | st.sampled_from(["", ".."])
WRITTEN = st.one_of(
    UNIT,
    st.builds("[{}..{}]".format, DAY, DAY),
    DAY.map("[..{}]".format),
    DAY.map("[{}..]".format),
    st.builds("{}/{}".format, SIDE, SIDE),
)


def reads(text: str) -> bool:
    try:
        When.from_edtf(text)
    except ValueError:
        return False
    return True


WHENS = WRITTEN.filter(reads).map(When.from_edtf)


@given(WHENS, WHENS)
@settings(deadline=None)
def test_what_is_written_has_the_verdicts_of_its_completions(a: When, b: When) -> None:
    shift = (date(2023, 2, 1) - ORIGIN).days
    xs, ys = (list(completions(when, shift - 3, shift + 31)) for when in (a, b))
    assert xs
    assert ys
    for relation in RELATIONS:
        if not open_against_unknown(a, b):
            assert relation(a, b) is verdict_of(relation, xs, ys)


@given(WHENS, WHENS)
def test_the_relations_agree_with_each_other(a: When, b: When) -> None:
    for relation, converse in CONVERSE.items():
        assert relation(a, b) is converse(b, a)
    assert (is_before(a, b), is_after(a, b)).count(CERTAIN) <= 1
    if overlaps(a, b) is CERTAIN:
        assert is_before(a, b) is is_after(a, b) is IMPOSSIBLE
    if CERTAIN in (is_before(a, b), is_after(a, b)):
        assert overlaps(a, b) is is_during(a, b) is contains(a, b) is is_same(a, b) is IMPOSSIBLE
    if is_same(a, b) is CERTAIN:
        assert is_during(a, b) is contains(a, b) is CERTAIN
    if is_during(a, b) is CERTAIN:
        assert overlaps(a, b) is CERTAIN
    if overlaps(a, b) is IMPOSSIBLE:
        assert is_during(a, b) is contains(a, b) is is_same(a, b) is IMPOSSIBLE


@given(WHENS)
def test_a_date_is_never_certainly_apart_from_itself(when: When) -> None:
    for relation in (overlaps, is_during, contains, is_same):
        assert relation(when, when) is not IMPOSSIBLE
    assert CERTAIN not in (is_before(when, when), is_after(when, when))


@given(WHENS)
def test_nothing_is_known_against_the_unscheduled(when: When) -> None:
    for relation in RELATIONS:
        assert relation(when, When.unscheduled()) is relation(When.unscheduled(), when) is UNKNOWN


@given(WHENS, WHENS)
def test_words_change_no_verdict(a: When, b: When) -> None:
    for relation in RELATIONS:
        assert relation(a.worded("some words"), b) is relation(a, b)


@given(st.sampled_from(["2024", "2024-05", "2024-05-29"]), st.sampled_from("~?%"), WHENS)
def test_marks_change_no_verdict(edtf: str, mark: str, other: When) -> None:
    for relation in RELATIONS:
        assert relation(When.parse(edtf + mark), other) is relation(When.parse(edtf), other)


# Sets of exact days, whose days are known one by one.

EXACT = st.one_of(DAY, st.builds("{}..{}".format, DAY, DAY))
SETS = st.lists(EXACT, min_size=1, max_size=3).map(lambda members: f"{{{','.join(members)}}}").filter(reads)


def days_of(written: str) -> set[int]:
    """Every day of February 2023 that a set names."""
    ends = [[int(day[-2:]) for day in member.split("..")] for member in written.strip("{}").split(",")]
    return {day for first, *last in ends for day in range(first, (last or [first])[0] + 1)}


DAYS_AGREE: dict[Relation, Callable[[set[int], set[int]], bool]] = {
    is_before: lambda a, b: max(a) < min(b),
    is_after: lambda a, b: max(b) < min(a),
    overlaps: lambda a, b: bool(a & b),
    is_during: lambda a, b: a <= b,
    contains: lambda a, b: b <= a,
}


@given(SETS, SETS)
def test_a_sure_verdict_on_two_sets_is_what_their_days_say(a: str, b: str) -> None:
    for relation, holds in DAYS_AGREE.items():
        sure = CERTAIN if holds(days_of(a), days_of(b)) else IMPOSSIBLE
        allowed = {sure, POSSIBLE} if "," in a + b else {sure}
        assert relation(When.parse(a), When.parse(b)) in allowed, relation
