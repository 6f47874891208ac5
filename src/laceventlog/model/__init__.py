"""Events, statements, sources, statuses and the log that holds them. Nothing here prints or serialises itself."""

from .aliases import read_status
from .event import KINDS, Event, kind, read_kind
from .facts import Amount
from .history import State, fold
from .kinds import Agreement, Delivery, Launch, Meeting, Milestone, Observation, Programme
from .log import EventLog
from .statement import Citation, Origin, Source, Statement
from .status import MOVES, Move, Status

__all__ = [
    "KINDS", "MOVES", "Agreement", "Amount", "Citation", "Delivery", "Event",
    "EventLog", "Launch", "Meeting", "Milestone", "Move", "Observation", "Origin", "Programme", "Source", "State",
    "Statement", "Status", "fold", "kind", "read_kind", "read_status",
]  # fmt: skip
