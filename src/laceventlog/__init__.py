"""A log of dated events that never claims to know a date better than its source did.

>>> from datetime import date
>>> from laceventlog import When, loads, overdue
>>> log = loads('''
... events:
...   - {id: pumps, kind: delivery, title: Forty pumps, status: planned, when: by the end of 2024}
... ''')
>>> log["pumps"].when.latest
datetime.date(2024, 12, 31)
>>> [row.event.title for row in overdue(log, today=date(2025, 1, 1))]
['Forty pumps']
>>> overdue(log, today=date(2024, 12, 31))  # the last day itself is not overdue
[]

Calendars, tables and drawings are imported by the module that makes them: `laceventlog.formats.ics`,
`laceventlog.views.bars` and their neighbours.
"""

from .dates import Modality, Shape, When, after, before, contains, during, find_dates, overlaps, same
from .errors import DateError, LaceventlogError, LoadError, Problem, UsageError
from .formats.eventfile import dump
from .formats.files import load, loads, parse, parse_text
from .model import (
    Agreement,
    Amount,
    Citation,
    Delivery,
    Event,
    EventLog,
    Launch,
    Meeting,
    Milestone,
    Observation,
    Programme,
    Source,
    Statement,
    Status,
    kind,
)  # fmt: skip
from .reports import (
    Change,
    Condition,
    Row,
    Said,
    Standing,
    agenda,
    check,
    diff,
    history,
    news,
    overdue,
    standing,
)  # fmt: skip

__version__ = "0.1.0"

__all__ = [
    "Agreement",
    "Amount",
    "Change",
    "Citation",
    "Condition",
    "DateError",
    "Delivery",
    "Event",
    "EventLog",
    "LaceventlogError",
    "Launch",
    "LoadError",
    "Meeting",
    "Milestone",
    "Modality",
    "Observation",
    "Problem",
    "Programme",
    "Row",
    "Said",
    "Shape",
    "Source",
    "Standing",
    "Statement",
    "Status",
    "UsageError",
    "When",
    "after",
    "agenda",
    "before",
    "check",
    "contains",
    "diff",
    "dump",
    "during",
    "find_dates",
    "history",
    "kind",
    "load",
    "loads",
    "news",
    "overdue",
    "overlaps",
    "parse",
    "parse_text",
    "same",
    "standing",
]  # fmt: skip
