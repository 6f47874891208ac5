"""What is suspicious in a log that reads well: warnings, each with its place. Nothing here forbids a fact."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...errors import Problem
from ...model import TRANSITIONS, Event, EventLog, Statement, Transition
from ...model.history import said_order
from .common import warning
from .dates import dated
from .events import beside
from .links import conflicts
from .statements import told


def check_log(log: EventLog) -> list[Problem]:
    """All warnings, in reading order."""
    found = [problem for look in OF_EVENT for event in log for problem in look(event)]
    found += [problem for look in OF_LOG for problem in look(log)]
    return sorted(found, key=lambda p: p.sort_key)


def _moves(event: Event) -> Iterator[Problem]:
    """Moves between statuses that lack what the one table of moves wants, or that are unlikely."""
    for before, after in pairwise(sorted(event.history, key=said_order)):
        transition = TRANSITIONS[before.status, after.status]
        if after.correction:
            continue
        if transition is Transition.CORRECTION or (
            not after.reason and (transition.needs_reason or transition is Transition.UNLIKELY)
        ):
            yield _move_problem(event, before, after, transition)
        if transition.needs_date and after.when is None:
            yield _move_problem(event, before, after, Transition.DATE)


def _move_problem(event: Event, before: Statement, after: Statement, lacking: Transition) -> Problem:
    step = f"'{event.id}' goes from {before.status} to {after.status}"
    code, rest, hint = _LACKING[lacking]
    return warning(code, step + rest, hint, after.origin, event.origin, words=after.word)


_LACKING = {
    Transition.REASON: ("P001", " without a reason", "add 'reason:'"),
    Transition.BOTH: ("P001", " without a reason", "add 'reason:'"),
    Transition.CORRECTION: ("P001", ", which was an end", "if the record was wrong, add 'correction: true'"),
    Transition.UNLIKELY: ("P002", ", which is unlikely", "look at the order in which they were said"),
    Transition.DATE: ("P003", " without a date", "add 'when:'; 'when: TBD' if nobody stated the day"),
}
"""What is lacking to its code, the end of its sentence and its remedy."""


OF_EVENT = (_moves, told, dated)
OF_LOG = (beside, conflicts)
"""Every check there is, of one event and of them all; `docs/statuses.md` says what each code means."""
