"""Pure functions from a log and a day to rows: conditions, the agenda, what is overdue, what is suspicious."""

from .agenda import Group, Row, agenda, overdue
from .checks import check
from .condition import Condition, Standing, standing
from .records import record, records

__all__ = [
    "Condition",
    "Group",
    "Row",
    "Standing",
    "agenda",
    "check",
    "overdue",
    "record",
    "records",
    "standing",
]
