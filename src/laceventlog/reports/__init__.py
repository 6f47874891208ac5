"""Pure functions from a log and a day to rows: conditions, the agenda, what is overdue or stale,
what links imply, what is suspicious.
"""

from .agenda import Group, Row, agenda, overdue, stale
from .checks import check
from .condition import Condition, Standing, silence, standing
from .links import Bound, Rollup, bounds, chain, parts, rollup
from .outcome import Outcome
from .records import linked_record, record, records

__all__ = [
    "Bound",
    "Condition",
    "Group",
    "Outcome",
    "Rollup",
    "Row",
    "Standing",
    "agenda",
    "bounds",
    "chain",
    "check",
    "linked_record",
    "overdue",
    "parts",
    "record",
    "records",
    "rollup",
    "silence",
    "stale",
    "standing",
]
