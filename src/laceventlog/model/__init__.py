"""Events, statements, sources, statuses and the log that holds them. Nothing here prints or serialises itself."""

from typing import TYPE_CHECKING

from ..lazy_imports import lazily
from .amount import Amount
from .event import KINDS, Event, event_kind, read_kind
from .history import Plan, State, fold, plans
from .kinds import Agreement, Delivery, Launch, Meeting, Milestone, Observation, Programme
from .log import EventLog
from .statement import Citation, Origin, Source, Statement
from .statuses.parser import read_status
from .statuses.status import Status

if TYPE_CHECKING:
    from .statuses.codes import CODE_LISTS, CodeList, from_code, to_code
    from .statuses.transitions import TRANSITIONS, Transition

HOMES = {
    "statuses.transitions": "TRANSITIONS Transition",
    "statuses.codes": "CODE_LISTS CodeList from_code to_code",
}
"""What only the check of moves and translators to other code lists need, imported when it is asked for."""

__all__ = [
    "CODE_LISTS", "KINDS", "TRANSITIONS", "Agreement", "Amount", "Citation", "CodeList", "Delivery", "Event",
    "EventLog", "Launch", "Meeting", "Milestone", "Observation", "Origin", "Plan", "Programme", "Source", "State",
    "Statement", "Status", "Transition", "event_kind", "fold", "from_code", "plans", "read_kind", "read_status",
    "to_code",
]  # fmt: skip

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, HOMES)
