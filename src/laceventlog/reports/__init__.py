"""Pure functions from a log and a day to rows: conditions, agenda, history, slip, links, warnings, differences."""

from typing import TYPE_CHECKING

from ..lazy_imports import lazily
from .agenda import Group, Row, agenda, due_within, overdue, stale
from .condition import Condition, Standing, silence, standing
from .punctuality import Outcome

if TYPE_CHECKING:
    from .after_links import LinkBound, chain, link_bounds
    from .checks.check import check_log
    from .comparison.diff import Change, ChangeKind, Difference, Edit, Heading, diff
    from .records import links_record, row_record
    from .rollups import Rollup, parts, rollup
    from .slip.figures import Figures, KeptPlans, RevisionCounts, Spread, figures
    from .slip.slip import Forecast, Role, Slip, slip_of, slips
    from .state_change import DateChange, StateChange, StatusAndDate
    from .statement_history import HistoryEntry, history, log_history

HOMES = {
    "checks.check": "check_log",
    "comparison.diff": "Change ChangeKind Difference Edit Heading diff",
    "after_links": "LinkBound link_bounds chain",
    "records": "links_record row_record",
    "statement_history": "HistoryEntry history log_history",
    "state_change": "DateChange StateChange StatusAndDate",
    "slip.slip": "Forecast Role Slip slip_of slips",
    "slip.figures": "Figures KeptPlans RevisionCounts Spread figures",
    "rollups": "Rollup parts rollup",
}
"""Names that few commands need, by module; each is imported at first use."""

__all__ = [
    "Change", "ChangeKind", "Condition", "DateChange", "Difference", "Edit", "Figures", "Forecast", "Group",
    "Heading", "HistoryEntry", "KeptPlans", "LinkBound", "Outcome", "RevisionCounts", "Role", "Rollup", "Row", "Slip",
    "Spread", "Standing", "StateChange", "StatusAndDate", "agenda", "chain", "check_log", "diff", "due_within",
    "figures", "history", "link_bounds", "links_record", "log_history", "overdue", "parts", "rollup", "row_record",
    "silence", "slip_of", "slips", "stale", "standing",
]  # fmt: skip

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, HOMES)
