"""Events, statements, sources, statuses and the log that holds them. Nothing here prints or serialises itself."""

from .activity_dates import ActivityDate, activity_dates, from_activity_dates
from .aliases import read_status
from .codes import CODE_LISTS, CodeList, from_code, to_code
from .event import KINDS, Event, kind, read_kind
from .facts import Amount
from .history import Plan, State, fold, plans
from .kinds import Agreement, Delivery, Launch, Meeting, Milestone, Observation, Programme
from .log import EventLog
from .statement import Citation, Origin, Source, Statement
from .status import MOVES, Move, Status

__all__ = [
    "CODE_LISTS", "KINDS", "MOVES", "ActivityDate", "Agreement", "Amount", "Citation", "CodeList", "Delivery",
    "Event", "EventLog", "Launch", "Meeting", "Milestone", "Move", "Observation", "Origin", "Plan", "Programme",
    "Source", "State", "Statement", "Status", "activity_dates", "fold", "from_activity_dates", "from_code", "kind",
    "plans", "read_kind", "read_status", "to_code",
]  # fmt: skip
