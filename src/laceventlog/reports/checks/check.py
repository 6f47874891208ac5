"""All checks of a log without errors. They give warnings, each with its place, and never refuse a fact."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...errors import Problem
from ...model import TRANSITIONS, Event, EventLog, Statement, Transition
from ...model.history import said_order
from .common import warning
from .dates import check_dates
from .events import check_events
from .links import check_links
from .statements import check_statements


def check_log(log: EventLog) -> list[Problem]:
    """All warnings, in reading order.

    >>> from laceventlog import check_log, loads
    >>> log = loads("events: [{id: a, kind: event, title: T, status: planned, when: 2142}]")
    >>> [(problem.code, problem.hint) for problem in check_log(log)]
    [('P011', 'check the year')]
    """
    found = [problem for check in OF_EVENT for event in log for problem in check(event)]
    found += [problem for check in OF_LOG for problem in check(log)]
    return sorted(found, key=lambda p: p.sort_key)


def _check_transitions(event: Event) -> Iterator[Problem]:
    """P001 to P003: transitions that are unlikely, or lack the reason or date that `TRANSITIONS` asks for."""
    for before, after in pairwise(sorted(event.history, key=said_order)):
        transition = TRANSITIONS[before.status, after.status]
        if after.correction:
            continue
        if transition is Transition.CORRECTION or (
            not after.reason and (transition.needs_reason or transition is Transition.UNLIKELY)
        ):
            yield _transition_problem(event, before, after, transition)
        if transition.needs_date and after.when is None:
            yield _transition_problem(event, before, after, Transition.DATE)


def _transition_problem(event: Event, before: Statement, after: Statement, lacking: Transition) -> Problem:
    step = f"'{event.id}' goes from {before.status} to {after.status}"
    code, rest, hint = _LACKING[lacking]
    message = step + rest.format(before=before.status)
    return warning(code, message, hint, after.origin, event.origin, words=after.word)


_LACKING = {
    Transition.REASON: ("P001", " without a reason", "add 'reason:'"),
    Transition.BOTH: ("P001", " without a reason", "add 'reason:'"),
    Transition.CORRECTION: ("P001", ", but {before} is final", "if the record was wrong, add 'correction: true'"),
    Transition.UNLIKELY: ("P002", ", which is unlikely", "check the order of the statements"),
    Transition.DATE: ("P003", " without a date", "add 'when:', or 'when: TBD' if the day is unknown"),
}
"""Missing item -> (code, end of the message, remedy)."""


OF_EVENT = (_check_transitions, check_statements, check_dates)
OF_LOG = (check_events, check_links)
"""Checks of one event and of a whole log; `docs/statuses.md` explains each code."""
