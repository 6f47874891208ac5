"""How far a date moved, in days: always a range (fewest, most), an end of which is None where it is not known.

Later is positive. A date that may fall on several days gives the whole range over its possible days; a
deadline stands at its last day, because that is the day it is due. None instead of a range: not comparable.
"""

from __future__ import annotations

from datetime import date, timedelta

from ..dates import Modality, When
from ..dates.slack import first_possible, last_possible, slack
from ..model.history import is_same_plan

Range = tuple[int | None, int | None]
Limits = tuple[date | None, date | None]


def moved(old: When, new: When) -> Range | None:
    """Days from one plan to the next; said again with the same days it did not move: (0, 0).

    Of what lasts the end counts: one that is said again did not move, whatever became of the start.

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
        return ((after[0] - before[0]).days,) * 2  # "not before" both: what was said is the first day
    return _days(_due(before), _due(after), _give(old) + _give(new))


def missed_by(plan: When, actual: When) -> Range | None:
    """Days from a plan to what happened: a day in the same window may be any of its days.

    What was to last and was completed on a day ended on it: the ends are compared.
    """
    ended = plan.is_span and actual.is_moment and _has_end(plan)
    before, after = (_end(plan), _end(actual)) if ended else _compared(plan, actual)
    return _days(_due(before), after, _give(plan) + _give(actual))


def kept(plan: When, actual: When) -> Modality:
    """Whether it happened by the last day of the plan, soft edge included: judged as overdue is."""
    due, still_due = plan.latest_end, last_possible(plan, end=True)
    if due is None or still_due is None or (actual.earliest is None and actual.latest is None):
        return Modality.UNKNOWN
    last = last_possible(actual, end=True)
    if last is not None and last <= due:
        return Modality.CERTAIN
    first = first_possible(actual, end=not plan.is_moment)
    return Modality.IMPOSSIBLE if first is not None and first > still_due else Modality.POSSIBLE


def notice(plan: When, said: When) -> Range | None:
    """Days from when something was said to the last day of a plan; negative: said after that day."""
    last = plan.latest_end
    if last is None:
        return None
    said_first, said_last = first_possible(said, end=False), last_possible(said, end=True)
    fewest = (last - said_last).days if said_last else None
    most = (last - said_first).days + _give(plan) if said_first else None
    return None if fewest is None and most is None else (fewest, most)


def _compared(old: When, new: When) -> tuple[Limits, Limits]:
    """The ends of both; the starts of spans of which neither has an end. Of a moment beside a span nobody
    said whether it is the start or the end, so the span counts from its first day to its last.
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
    """A deadline has no first day: it stands at its last."""
    first, last = limits
    return first or last, last


def _days(before: Limits, after: Limits, give: int) -> Range | None:
    fewest = (after[0] - before[1]).days - give if after[0] and before[1] else None
    most = (after[1] - before[0]).days + give if after[1] and before[0] else None
    return None if fewest is None and most is None else (fewest, most)


def _give(when: When) -> int:
    """How far past its bounds an approximate date may fall, at either of its ends."""
    last = when.latest_end or when.latest_start or when.earliest_start
    if last is None:
        return 0
    give: timedelta = max(slack(when, last, end=True), slack(when, last, end=False))
    return give.days
