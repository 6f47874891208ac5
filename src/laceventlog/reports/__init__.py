"""Pure functions from logs and a day to rows: conditions, the agenda, what is overdue or stale, slip, what links
imply, what is suspicious, new, different.
"""

from .agenda import Group, Row, agenda, due_within, overdue, stale
from .change_records import change_records
from .checks import check
from .condition import Condition, Standing, silence, standing
from .difference import Change, ChangeKind, diff
from .figures import Figures, Kept, Revisions, Spread, figures
from .links import Bound, Rollup, bounds, chain, parts, rollup
from .outcome import Outcome
from .records import linked_record, record, records
from .said import Said, history, news
from .said_records import said_records
from .shift import Drift, InForce, Shift
from .slip import Forecast, Role, Slip, slip_of, slips
from .slip_records import slip_records

__all__ = [
    "Bound",
    "Change",
    "ChangeKind",
    "Condition",
    "Drift",
    "Figures",
    "Forecast",
    "Group",
    "InForce",
    "Kept",
    "Outcome",
    "Revisions",
    "Role",
    "Rollup",
    "Row",
    "Said",
    "Shift",
    "Slip",
    "Spread",
    "Standing",
    "agenda",
    "bounds",
    "chain",
    "change_records",
    "check",
    "diff",
    "due_within",
    "figures",
    "history",
    "linked_record",
    "news",
    "overdue",
    "parts",
    "record",
    "records",
    "rollup",
    "said_records",
    "silence",
    "slip_of",
    "slip_records",
    "slips",
    "stale",
    "standing",
]
