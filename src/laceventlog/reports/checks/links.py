"""Warnings about `after` links: events dated before everything in their `after` can have ended."""

from __future__ import annotations

from collections.abc import Iterator

from ...dates.slack import last_possible
from ...errors import Problem
from ...model import Agreement, Event, EventLog, Statement, Status
from ...model.history import said_order
from ..after_links import LinkBound, is_impossible, linked_bounds
from .common import is_in_force, warning


def check_links(log: EventLog) -> Iterator[Problem]:
    """P013: events dated before everything in their `after` can have ended, each at the statement that dates it."""
    for key, bound in linked_bounds(log).items():
        if is_impossible(log[key], bound):
            yield _conflict(log[key], bound, log)


VERBS = {Status.COMPLETED: ("happened", "cannot have ended"), Status.UNDERWAY: ("began", "cannot have ended")}
VERBS[Status.PARTIAL] = VERBS[Status.UNDERWAY]


def _conflict(event: Event, bound: LinkBound, log: EventLog) -> Problem:
    """P013, or P006 if an agreement is in force before the one it follows was signed."""
    code, (falls, ends) = "P013", VERBS.get(event.status, ("is planned for", "cannot end"))
    if _is_effect_of(event, bound, log):
        code, falls, ends = "P006", "is in force from", "cannot have been signed"
    day = last_possible(event.when, end=False)
    message = f"'{event.id}' {falls} {day} at the latest; '{bound.by}', which comes first, {ends} before {bound.waits}"
    between = "" if bound.by == bound.root else f"; 'show {event.id}' lists the events between them"
    hint = f"check the dates of '{bound.root}' and '{event.id}', and 'after'{between}"
    dated = _dated(event)
    return warning(code, message, hint, dated.origin if dated else None, event.origin, words=event.when.text)


def _is_effect_of(event: Event, bound: LinkBound, log: EventLog) -> bool:
    """Whether it is the entry into force of another agreement, whose signing decides the bound."""
    if bound.by is None or bound.by != bound.root or event.status is not Status.COMPLETED:
        return False
    signed, effect = log[bound.by], _dated(event)
    agreed = isinstance(event, Agreement) and isinstance(signed, Agreement) and signed.status is Status.COMPLETED
    return agreed and effect is not None and is_in_force(effect)


def _dated(event: Event) -> Statement | None:
    """The statement with the date in force."""
    said = sorted((s for s in event.history if s.when is not None), key=said_order)
    return said[-1] if said else None
