"""Pure functions from logs and a day to rows: conditions, the agenda, what is overdue or stale, slip, what links
imply, what is suspicious, new, different.
"""

from typing import TYPE_CHECKING

from ..lazy_imports import lazily
from .agenda import Group, Row, agenda, due_within, overdue, stale
from .condition import Condition, Standing, silence, standing
from .punctuality import Outcome

if TYPE_CHECKING:
    from .after_links import LinkBound, chain, link_bounds
    from .checks.check import check_log
    from .comparison.diff import Change, ChangeKind, diff
    from .rollups import Rollup, parts, rollup
    from .row_records import linked_record, record, records
    from .slip.figures import Figures, Kept, Revisions, Spread, figures
    from .slip.slip import Forecast, Role, Slip, slip_of, slips
    from .state_change import Drift, InForce, Shift
    from .statement_history import HistoryEntry, history, log_history

HOMES = {
    "checks.check": "check_log",
    "comparison.diff": "Change ChangeKind diff",
    "after_links": "LinkBound link_bounds chain",
    "row_records": "linked_record record records",
    "statement_history": "HistoryEntry history log_history",
    "state_change": "Drift InForce Shift",
    "slip.slip": "Forecast Role Slip slip_of slips",
    "slip.figures": "Figures Kept Revisions Spread figures",
    "rollups": "Rollup parts rollup",
}
"""What few commands need, by the module it comes from; imported when it is asked for."""

__all__ = [
    "Change",
    "ChangeKind",
    "Condition",
    "Drift",
    "Figures",
    "Forecast",
    "Group",
    "HistoryEntry",
    "InForce",
    "Kept",
    "LinkBound",
    "Outcome",
    "Revisions",
    "Role",
    "Rollup",
    "Row",
    "Shift",
    "Slip",
    "Spread",
    "Standing",
    "agenda",
    "chain",
    "check_log",
    "diff",
    "due_within",
    "figures",
    "history",
    "link_bounds",
    "linked_record",
    "log_history",
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

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, HOMES)
