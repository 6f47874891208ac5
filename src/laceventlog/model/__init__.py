"""Events, statements, sources, statuses and the log that holds them. Nothing here prints or serialises itself."""

from .event import KINDS, Event, kind, read_kind
from .facts import Amount
from .history import Plan, State, fold, plans
from .kinds import Agreement, Delivery, Launch, Meeting, Milestone, Observation, Programme
from .log import EventLog
from .statement import Citation, Origin, Source, Statement
from .status import MOVES, Move, Status, read_status

__all__ = [
    "KINDS", "MOVES", "Agreement", "Amount", "Citation", "Delivery", "Event", "EventLog", "Launch", "Meeting",
    "Milestone", "Move", "Observation", "Origin", "Plan", "Programme", "Source", "State", "Statement", "Status", "fold",
    "kind", "plans", "read_kind", "read_status",
]  # fmt: skip
