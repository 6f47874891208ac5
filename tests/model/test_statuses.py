"""Statuses and the one table of moves between them."""

from __future__ import annotations

import itertools

import pytest

from laceventlog.model import TRANSITIONS, Status, Transition
from laceventlog.model.statuses.status import ENDS


def test_three_statuses_are_ends() -> None:
    assert {s for s in Status if s.is_end} == {Status.COMPLETED, Status.MISSED, Status.CANCELLED} == ENDS


def test_three_statuses_await_their_start() -> None:
    assert {s for s in Status if s.awaits_start} == {Status.PROPOSED, Status.PLANNED, Status.POSTPONED}


# -- moves

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


@pytest.mark.parametrize(("before", "after", "move"), PAIRS)
def test_what_a_move_wants(before: Status, after: Status, move: Transition) -> None:
    assert TRANSITIONS[before, after] is move


def test_the_table_of_moves_is_total() -> None:
    assert set(TRANSITIONS) == set(itertools.product(Status, Status))
    assert len(TRANSITIONS) == len(PAIRS) == 64


def test_saying_the_same_again_is_always_free() -> None:
    assert all(TRANSITIONS[status, status] is Transition.FREE for status in Status)


def test_only_an_end_wants_a_correction_to_leave() -> None:
    assert {before for (before, _), move in TRANSITIONS.items() if move is Transition.CORRECTION} <= ENDS


def test_no_end_is_left_freely() -> None:
    left = {(a, b) for (a, b), move in TRANSITIONS.items() if a in ENDS and b is not a and move is Transition.FREE}
    assert left == set()


def test_stopping_always_wants_a_reason() -> None:
    stops = (Status.POSTPONED, Status.MISSED, Status.CANCELLED)
    open_ones = [s for s in Status if not s.is_end]
    assert {TRANSITIONS[a, b] for a in open_ones for b in stops if a is not b} == {Transition.REASON}


def test_a_report_that_it_happened_wants_a_date_wherever_it_can_come() -> None:
    moves = {TRANSITIONS[a, Status.COMPLETED] for a in Status if a is not Status.COMPLETED}
    assert moves == {Transition.DATE, Transition.BOTH, Transition.CORRECTION}


def test_a_plan_taken_up_again_wants_a_date() -> None:
    again = (Status.POSTPONED, Status.MISSED, Status.CANCELLED)
    assert all(TRANSITIONS[a, Status.PLANNED].needs_date for a in again)


@pytest.mark.parametrize("move", Transition)
def test_a_move_is_either_wanting_or_free_or_of_its_own_kind(move: Transition) -> None:
    wants = {Transition.REASON: (True, False), Transition.DATE: (False, True), Transition.BOTH: (True, True)}
    assert (move.needs_reason, move.needs_date) == wants.get(move, (False, False))
