"""Shifts of dates in days: always a range (fewest, most), None for an end that is unknown.

Positive is later. The range covers all possible days of both dates; a deadline counts as its last day, on which it is
due. None instead of a range: the dates cannot be compared.
"""

from __future__ import annotations

from datetime import date, timedelta

from ..dates import Modality, When
from ..dates.slack import first_possible, last_possible, slack
from ..model.history import is_same_plan

Range = tuple[int | None, int | None]
Limits = tuple[date | None, date | None]


def moved(old: When, new: When) -> Range | None:
    """Days from one plan to the next; (0, 0) for a plan of the same days.

    For spans the ends are compared: a span with the same end did not move, even if its start did.

    >>> moved(When.parse("Q3 2024"), When.parse("2024-11-07"))
    (38, 129)
    >>> moved(When.parse("2026"), When.parse("not before 2028"))
    (366, None)
    """
    if is_same_plan(old, new):
        return (0, 0) if not old.is_unscheduled else None
    before, after = _compared(old, new)
    if before == after and old.is_span and new.is_span and not (old.is_approximate or new.is_approximate):
        return 0, 0
    if before[1] is None and after[1] is None and before[0] and after[0]:
        return ((after[0] - before[0]).days,) * 2  # both "not before": their first days are what was said
    return _days(_due(before), _due(after), _give(old) + _give(new))


def missed_by(plan: When, actual: When) -> Range | None:
    """Days from a plan to its outcome; a plan for a window may have meant any of its days.

    If a span was planned and its outcome is a moment, that moment is compared with the planned end.
    """
    ended = plan.is_span and actual.is_moment and _has_end(plan)
    before, after = (_end(plan), _end(actual)) if ended else _compared(plan, actual)
    return _days(_due(before), after, _give(plan) + _give(actual))


def kept(plan: When, actual: When) -> Modality:
    """Whether it happened by the last day of the plan, slack included, by the same rule as overdue."""
    due, still_due = plan.latest_end, last_possible(plan, end=True)
    if due is None or still_due is None or (actual.earliest is None and actual.latest is None):
        return Modality.UNKNOWN
    last = last_possible(actual, end=True)
    if last is not None and last <= due:
        return Modality.CERTAIN
    first = first_possible(actual, end=not plan.is_moment)
    return Modality.IMPOSSIBLE if first is not None and first > still_due else Modality.POSSIBLE


def notice(plan: When, said: When) -> Range | None:
    """Days from the day a statement was said to the last day of a plan; negative if it was said later."""
    last = plan.latest_end
    if last is None:
        return None
    said_first, said_last = first_possible(said, end=False), last_possible(said, end=True)
    fewest = (last - said_last).days if said_last else None
    most = (last - said_first).days + _give(plan) if said_first else None
    return None if fewest is None and most is None else (fewest, most)


def _compared(old: When, new: When) -> tuple[Limits, Limits]:
    """The ends of two spans, or their starts if neither has an end. A moment is compared with a whole span, as it may
    be its start or its end.
    """
    if old.is_span and new.is_span:
        return (_end(old), _end(new)) if _has_end(old) or _has_end(new) else (_start(old), _start(new))
    return (old.earliest_start, old.latest_end), (new.earliest_start, new.latest_end)


def _start(when: When) -> Limits:
    return when.earliest_start, when.latest_start


def _end(when: When) -> Limits:
    return when.earliest_end, when.latest_end


def _has_end(when: When) -> bool:
    return _end(when) != (None, None)


def _due(limits: Limits) -> Limits:
    """The limits of a deadline: both are its last day."""
    first, last = limits
    return first or last, last


def _days(before: Limits, after: Limits, give: int) -> Range | None:
    fewest = (after[0] - before[1]).days - give if after[0] and before[1] else None
    most = (after[1] - before[0]).days + give if after[1] and before[0] else None
    return None if fewest is None and most is None else (fewest, most)


def _give(when: When) -> int:
    """Days of slack at the wider end of an approximate date."""
    last = when.latest_end or when.latest_start or when.earliest_start
    if last is None:
        return 0
    give: timedelta = max(slack(when, last, end=True), slack(when, last, end=False))
    return give.days
