"""Pure functions from a log and a day to rows: conditions, the agenda, what is overdue or stale, slip, what links
imply, what is suspicious.
"""

from .agenda import Group, Row, agenda, overdue, stale
from .checks import check
from .condition import Condition, Standing, silence, standing
from .figures import Figures, Kept, Revisions, Spread, figures
from .links import Bound, Rollup, bounds, chain, parts, rollup
from .outcome import Outcome
from .records import linked_record, record, records
from .slip import Forecast, Role, Slip, slip_of, slips

__all__ = [
    "Bound",
    "Condition",
    "Figures",
    "Forecast",
    "Group",
    "Kept",
    "Outcome",
    "Revisions",
    "Role",
    "Rollup",
    "Row",
    "Slip",
    "Spread",
    "Standing",
    "agenda",
    "bounds",
    "chain",
    "check",
    "figures",
    "linked_record",
    "overdue",
    "parts",
    "record",
    "records",
    "rollup",
    "silence",
    "slip_of",
    "slips",
    "stale",
    "standing",
]
