"""Pure functions from logs and a day to rows: conditions, the agenda, what is overdue, suspicious, new, different."""

from .agenda import Group, Row, agenda, overdue
from .change_records import change_records
from .checks import check
from .condition import Condition, Standing, standing
from .difference import Change, ChangeKind, diff
from .moved import days_moved
from .records import record, records
from .said import Said, history, news, said_records
from .shift import Drift, InForce, Shift

__all__ = [
    "Change",
    "ChangeKind",
    "Condition",
    "Drift",
    "Group",
    "InForce",
    "Row",
    "Said",
    "Shift",
    "Standing",
    "agenda",
    "change_records",
    "check",
    "days_moved",
    "diff",
    "history",
    "news",
    "overdue",
    "record",
    "records",
    "said_records",
    "standing",
]
