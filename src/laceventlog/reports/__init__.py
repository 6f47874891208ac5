"""Pure functions from a log and a day to rows: conditions, the agenda, what is overdue, slip, what is suspicious."""

from .agenda import Group, Row, agenda, overdue
from .checks import check
from .condition import Condition, Standing, standing
from .figures import Figures, Kept, Revisions, Spread, figures
from .records import record, records
from .slip import Forecast, Role, Slip, slip_of, slips

__all__ = [
    "Condition",
    "Figures",
    "Forecast",
    "Group",
    "Kept",
    "Revisions",
    "Role",
    "Row",
    "Slip",
    "Spread",
    "Standing",
    "agenda",
    "check",
    "figures",
    "overdue",
    "record",
    "records",
    "slip_of",
    "slips",
    "standing",
]
