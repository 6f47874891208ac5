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

from typing import TYPE_CHECKING, Any

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
from .reports import Condition, Row, Standing, agenda, check, overdue, standing

if TYPE_CHECKING:
    from .formats.recording import Recorded, record

__version__ = "0.1.0"

__all__ = [
    "Agreement",
    "Amount",
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
    "Recorded",
    "Row",
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
    "dump",
    "during",
    "find_dates",
    "kind",
    "load",
    "loads",
    "overdue",
    "overlaps",
    "parse",
    "parse_text",
    "record",
    "same",
    "standing",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """What writes is imported when first asked for (PEP 562)."""
    if name in ("Recorded", "record"):
        from .formats import recording

        return getattr(recording, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
