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

Calendars, tables and drawings are imported by the module that makes them: `laceventlog.ical`,
`laceventlog.views.timeline.bars` and their neighbours. How a view looks is one value:

>>> from laceventlog.views.text import agenda
>>> from laceventlog.views.render_options import RenderOptions
>>> from laceventlog.views.i18n import voice
>>> print(agenda.render(overdue(log, today=date(2025, 1, 1)), date(2025, 1, 1), RenderOptions(60, voice("pt"))), end="")
VENCIDO (o último dia passou e não consta resultado)
! by the end of 2024                                     1 d
  Forty pumps
  [pumps]
  não consta o dia da última notícia
"""

from typing import TYPE_CHECKING

from .lazy_imports import lazily

if TYPE_CHECKING:
    from .dates import (
        FoundDate,
        Modality,
        Precision,
        Shape,
        When,
        contains,
        find_dates,
        is_after,
        is_before,
        is_during,
        is_same,
        overlaps,
    )  # fmt: skip
    from .errors import DateError, FieldError, LaceventlogError, LoadError, Problem, UsageError
    from .eventfile.editing.record import Recorded, StatementFields, record_statement
    from .eventfile.load import load, loads
    from .eventfile.parse import parse, parse_text
    from .eventfile.paths import InMemoryFile
    from .eventfile.serialize import dump, dumps
    from .interop.iati import ActivityDate, activity_dates, from_activity_dates
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
        Origin,
        Programme,
        Source,
        State,
        Statement,
        Status,
        event_kind,
        from_code,
        to_code,
    )  # fmt: skip
    from .model.index import Ordered, Windows
    from .reports import (
        Change,
        ChangeKind,
        Condition,
        DateChange,
        Difference,
        Edit,
        Figures,
        Forecast,
        Group,
        Heading,
        HistoryEntry,
        KeptPlans,
        LinkBound,
        Outcome,
        RevisionCounts,
        Role,
        Rollup,
        Row,
        Slip,
        Spread,
        Standing,
        StateChange,
        StatusAndDate,
        agenda,
        check_log,
        diff,
        due_within,
        figures,
        history,
        link_bounds,
        log_history,
        overdue,
        rollup,
        slip_of,
        slips,
        stale,
        standing,
    )  # fmt: skip

__version__ = "0.1.0"

HOMES = {
    "dates": (
        "FoundDate Modality Precision Shape When contains find_dates is_after is_before is_during is_same overlaps"
    ),
    "errors": "DateError FieldError LaceventlogError LoadError Problem UsageError",
    "eventfile.load": "load loads",
    "eventfile.parse": "parse parse_text",
    "eventfile.paths": "InMemoryFile",
    "eventfile.serialize": "dump dumps",
    "eventfile.editing.record": "Recorded StatementFields record_statement",
    "interop.iati": "ActivityDate activity_dates from_activity_dates",
    "model": (
        "Agreement Amount Citation Delivery Event EventLog Launch Meeting Milestone Observation Origin Programme "
        "Source State Statement Status event_kind from_code to_code"
    ),
    "model.index": "Ordered Windows",
    "reports": (
        "Change ChangeKind Condition DateChange Difference Edit Figures Forecast Group Heading HistoryEntry "
        "KeptPlans LinkBound Outcome RevisionCounts Role Rollup Row Slip Spread Standing StateChange "
        "StatusAndDate agenda check_log diff due_within figures history link_bounds log_history overdue rollup "
        "slip_of slips stale standing"
    ),
}
"""The module each public name comes from, imported when the name is first asked for."""

__all__ = [
    "ActivityDate", "Agreement", "Amount", "Change", "ChangeKind", "Citation", "Condition", "DateChange", "DateError",
    "Delivery", "Difference", "Edit", "Event", "EventLog", "FieldError", "Figures", "Forecast", "FoundDate", "Group",
    "Heading", "HistoryEntry", "InMemoryFile", "KeptPlans", "LaceventlogError", "Launch", "LinkBound", "LoadError",
    "Meeting", "Milestone", "Modality", "Observation", "Ordered", "Origin", "Outcome", "Precision", "Problem",
    "Programme", "Recorded", "RevisionCounts", "Role", "Rollup", "Row", "Shape", "Slip", "Source", "Spread",
    "Standing", "State", "StateChange", "Statement", "StatementFields", "Status", "StatusAndDate", "UsageError",
    "When", "Windows", "activity_dates", "agenda", "check_log", "contains", "diff", "due_within", "dump", "dumps",
    "event_kind", "figures", "find_dates", "from_activity_dates", "from_code", "history", "is_after", "is_before",
    "is_during", "is_same", "link_bounds", "load", "loads", "log_history", "overdue", "overlaps", "parse",
    "parse_text", "record_statement", "rollup", "slip_of", "slips", "stale", "standing", "to_code",
]  # fmt: skip


if not TYPE_CHECKING:  # for a type checker, what is not named above is not there
    __getattr__ = lazily(__name__, HOMES)


def __dir__() -> list[str]:
    """Public names, imported or not."""
    return sorted({*globals(), *__all__})
