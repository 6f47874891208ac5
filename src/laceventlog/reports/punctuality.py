"""Outcomes against plans: whether a completed event was early, on time or late, and by how many days.

The plan last in force counts, as it does for overdue; IATI and OCDS compare the same two dates. Late means after the
last possible day. If the dates are too vague to tell, the answer is unknown.
"""

from __future__ import annotations

from enum import StrEnum

from ..dates import Modality
from ..dates.slack import days_of_slack, last_possible
from ..model import Event, Status
from .date_shift import kept, missed_by

Days = tuple[int, int]


class Outcome(StrEnum):
    """How the date of an outcome compares with its plan."""

    EARLY = "early"  # certainly before the first planned day; for a deadline, before its day
    ON_TIME = "on time"  # certainly by the last planned day: it never was overdue
    LATE = "late"  # certainly after the last planned day
    UNKNOWN = "unknown"  # late or not


def outcome(event: Event) -> Outcome | None:
    """The outcome of a completed event; None without a plan that has a last day."""
    plan, actual = event.state.plan, event.when
    if event.status is not Status.COMPLETED or plan is None or plan.latest_end is None:
        return None
    was_kept, last = kept(plan, actual), last_possible(actual, end=True)
    if was_kept is not Modality.CERTAIN or last is None:
        return Outcome.LATE if was_kept is Modality.IMPOSSIBLE else Outcome.UNKNOWN
    ahead = (plan.earliest_end or plan.latest_end) - last
    return Outcome.EARLY if ahead.days > days_of_slack(plan, end=True) else Outcome.ON_TIME


def days_late(event: Event) -> Days | None:
    """Fewest and most days from plan to outcome, slack included; negative if early."""
    plan, actual = event.state.plan, event.when
    if event.status is not Status.COMPLETED or plan is None:
        return None
    fewest, most = missed_by(plan, actual) or (None, None)
    return None if fewest is None or most is None else (fewest, most)
