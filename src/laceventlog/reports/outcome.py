"""What came of a plan: whether a completed thing was early, on time or late, and by how many days.

The plan last in force counts, as it does for what is overdue; IATI and OCDS compare the same two dates. Late
means what overdue means: after the last possible day. Where the dates are too vague, that is the answer.
"""

from __future__ import annotations

from enum import StrEnum

from ..model import Event, Status
from .slack import days_of_slack, first_possible, last_possible, slack

Days = tuple[int, int]


class Outcome(StrEnum):
    """How an outcome compares with its plan."""

    EARLY = "early"  # certainly before the first day that was planned; of a deadline: before its day
    ON_TIME = "on time"  # certainly not after the last day that was planned: it never was overdue
    LATE = "late"  # certainly after the last day that was planned
    UNKNOWN = "unknown"  # it may have been late or not: it cannot be told


def outcome(event: Event) -> Outcome | None:
    """The answer for what is completed; None where no plan had a last day to compare with."""
    plan, actual = event.state.plan, event.when
    due = plan.latest_end if plan else None
    if event.status is not Status.COMPLETED or plan is None or due is None:
        return None
    first, last = first_possible(actual, end=True), last_possible(actual, end=True)
    if first is not None and first > due + slack(plan, due, end=True):
        return Outcome.LATE
    if last is None or last > due:
        return Outcome.UNKNOWN
    ahead = (plan.earliest_end or due) - last
    return Outcome.EARLY if ahead.days > days_of_slack(plan, end=True) else Outcome.ON_TIME


def days_late(event: Event) -> Days | None:
    """Fewest and most days from the plan to the outcome, slack included; negative: it came before."""
    plan, actual = event.state.plan, event.when
    if event.status is not Status.COMPLETED or plan is None:
        return None
    due_first, due_last = plan.earliest_end, plan.latest_end
    if actual.latest_end is None or actual.earliest_end is None or due_last is None:
        return None
    give = days_of_slack(plan, end=True) + days_of_slack(actual, end=True)
    fewest = (actual.earliest_end - due_last).days - give
    return fewest, (actual.latest_end - (due_first or due_last)).days + give
