"""What came of a plan: whether a completed thing was early, on time or late, and by how many days.

The plan last in force counts, as it does for what is overdue; IATI and OCDS compare the same two dates. Late
means what overdue means: after the last possible day. Where the dates are too vague, that is the answer.
"""

from __future__ import annotations

from enum import StrEnum

from ..dates import Modality
from ..dates.slack import days_of_slack, last_possible
from ..model import Event, Status
from .date_shift import kept, missed_by

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
    if event.status is not Status.COMPLETED or plan is None or plan.latest_end is None:
        return None
    was_kept, last = kept(plan, actual), last_possible(actual, end=True)
    if was_kept is not Modality.CERTAIN or last is None:
        return Outcome.LATE if was_kept is Modality.IMPOSSIBLE else Outcome.UNKNOWN
    ahead = (plan.earliest_end or plan.latest_end) - last
    return Outcome.EARLY if ahead.days > days_of_slack(plan, end=True) else Outcome.ON_TIME


def days_late(event: Event) -> Days | None:
    """Fewest and most days from the plan to the outcome, slack included; negative: it came before."""
    plan, actual = event.state.plan, event.when
    if event.status is not Status.COMPLETED or plan is None:
        return None
    fewest, most = missed_by(plan, actual) or (None, None)
    return None if fewest is None or most is None else (fewest, most)
