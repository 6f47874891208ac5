"""Pure functions from logs and a day to rows: conditions, the agenda, what is overdue or stale, slip, what links
imply, what is suspicious, new, different.
"""

from typing import TYPE_CHECKING

from ..lazily import lazily
from .agenda import Group, Row, agenda, due_within, overdue, stale
from .condition import Condition, Standing, silence, standing
from .outcome import Outcome

if TYPE_CHECKING:
    from .checks import check
    from .difference import Change, ChangeKind, diff
    from .links import Bound, bounds, chain
    from .row_records import linked_record, record, records
    from .said import Said, history, news
    from .shift import Drift, InForce, Shift
    from .slip import Forecast, Role, Slip, slip_of, slips
    from .slip_figures import Figures, Kept, Revisions, Spread, figures
    from .wholes import Rollup, parts, rollup

HOMES = {
    "checks": "check",
    "difference": "Change ChangeKind diff",
    "links": "Bound bounds chain",
    "row_records": "linked_record record records",
    "said": "Said history news",
    "shift": "Drift InForce Shift",
    "slip": "Forecast Role Slip slip_of slips",
    "slip_figures": "Figures Kept Revisions Spread figures",
    "wholes": "Rollup parts rollup",
}
"""What few commands need, by the module it comes from; imported when it is asked for."""

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
    "silence",
    "slip_of",
    "slips",
    "stale",
    "standing",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, HOMES)
