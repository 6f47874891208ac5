"""Statuses and the table of transitions between them."""

from __future__ import annotations

import itertools

import pytest

from laceventlog.model import TRANSITIONS, Status, Transition
from laceventlog.model.statuses.status import ENDS


def test_three_statuses_are_ends() -> None:
    assert {s for s in Status if s.is_end} == {Status.COMPLETED, Status.MISSED, Status.CANCELLED} == ENDS


def test_three_statuses_await_their_start() -> None:
    assert {s for s in Status if s.awaits_start} == {Status.PROPOSED, Status.PLANNED, Status.POSTPONED}


# -- transitions

ORDER = "proposed planned underway partial completed postponed missed cancelled"
TABLE = """
    proposed   y y y y d r r r
    planned    r y y y d r r r
    underway   - - y y d r r r
    partial    - - y y d r r r
    completed  c c b b y c c c
    postponed  r d y y d y r r
    missed     - b r r b r y r
    cancelled  r b r r c r - y
"""
MEANING = {
    "y": Transition.FREE, "r": Transition.REASON, "d": Transition.DATE, "b": Transition.BOTH, "c": Transition.CORRECTION, "-": Transition.UNLIKELY,
}  # fmt: skip
PAIRS = [
    (Status(line.split()[0]), Status(to), MEANING[code])
    for line in TABLE.strip().splitlines()
    for to, code in zip(ORDER.split(), line.split()[1:], strict=True)
]


@pytest.mark.parametrize(("before", "after", "transition"), PAIRS)
def test_what_a_transition_needs(before: Status, after: Status, transition: Transition) -> None:
    assert TRANSITIONS[before, after] is transition


def test_the_table_of_transitions_is_total() -> None:
    assert set(TRANSITIONS) == set(itertools.product(Status, Status))
    assert len(TRANSITIONS) == len(PAIRS) == 64


def test_saying_the_same_again_is_always_free() -> None:
    assert all(TRANSITIONS[status, status] is Transition.FREE for status in Status)


def test_only_leaving_an_end_needs_a_correction() -> None:
    assert {before for (before, _), transition in TRANSITIONS.items() if transition is Transition.CORRECTION} <= ENDS


def test_no_end_is_left_freely() -> None:
    left = {
        (a, b)
        for (a, b), transition in TRANSITIONS.items()
        if a in ENDS and b is not a and transition is Transition.FREE
    }
    assert left == set()


def test_stopping_always_needs_a_reason() -> None:
    stops = (Status.POSTPONED, Status.MISSED, Status.CANCELLED)
    open_ones = [s for s in Status if not s.is_end]
    assert {TRANSITIONS[a, b] for a in open_ones for b in stops if a is not b} == {Transition.REASON}


def test_completing_always_needs_a_date_or_a_correction() -> None:
    transitions = {TRANSITIONS[a, Status.COMPLETED] for a in Status if a is not Status.COMPLETED}
    assert transitions == {Transition.DATE, Transition.BOTH, Transition.CORRECTION}


def test_a_plan_taken_up_again_needs_a_date() -> None:
    again = (Status.POSTPONED, Status.MISSED, Status.CANCELLED)
    assert all(TRANSITIONS[a, Status.PLANNED].needs_date for a in again)


@pytest.mark.parametrize("transition", Transition)
def test_needs_reason_and_needs_date(transition: Transition) -> None:
    needs = {Transition.REASON: (True, False), Transition.DATE: (False, True), Transition.BOTH: (True, True)}
    assert (transition.needs_reason, transition.needs_date) == needs.get(transition, (False, False))
