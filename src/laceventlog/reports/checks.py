"""What is suspicious in a log that reads well: warnings, each with its place. Nothing here forbids a fact."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..errors import Problem
from ..model import MOVES, Event, EventLog, Move, Origin, Statement
from ..model.history import said_order
from .links import conflicts

NOWHERE = Origin("<log>", 0, 0)


def check(log: EventLog) -> list[Problem]:
    """All warnings, in reading order."""
    moves = (problem for event in log for problem in _moves(event))
    return sorted([*moves, *conflicts(log)], key=lambda p: p.sort_key)


def _moves(event: Event) -> Iterator[Problem]:
    """Moves between statuses that want a reason or do not happen, by the one table of moves."""
    for before, after in pairwise(sorted(event.history, key=said_order)):
        move = MOVES[before.status, after.status]
        if after.correction or move is Move.FREE or (after.reason and move is not Move.CORRECTION):
            continue
        yield _move_problem(event, before, after, move)


def _move_problem(event: Event, before: Statement, after: Statement, move: Move) -> Problem:
    origin = after.origin or event.origin or NOWHERE
    step = f"'{event.id}' goes from {before.status} to {after.status}"
    if move is Move.REASON:
        code, message, hint = "P001", f"{step} without a reason", "add 'reason:'"
    elif move is Move.CORRECTION:
        code, message = "P001", f"{step}, which was an end"
        hint = "if the record was wrong, add 'correction: true'"
    else:
        code, message, hint = (
            "P002",
            f"{step}, which is unlikely",
            "look at the order in which they were said",
        )
    return Problem(origin.path, origin.line, origin.column, code, message, origin.source, hint)
