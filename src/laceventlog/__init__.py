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

Calendars, tables and drawings are imported by the module that makes them: `laceventlog.ical.writer.ics`,
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
    from .dates import Modality, Shape, When, after, before, contains, during, find_dates, overlaps, same
    from .errors import DateError, LaceventlogError, LoadError, Problem, UsageError
    from .eventfile.canonical import dump
    from .eventfile.editing.record import Recorded, record
    from .eventfile.load import load
    from .eventfile.parse import loads, parse, parse_text
    from .interop.iati import activity_dates, from_activity_dates
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
        from_code,
        kind,
        to_code,
    )  # fmt: skip
    from .reports import (
        Bound,
        Change,
        Condition,
        Figures,
        Outcome,
        Rollup,
        Row,
        Said,
        Slip,
        Standing,
        agenda,
        bounds,
        check,
        diff,
        due_within,
        figures,
        history,
        news,
        overdue,
        rollup,
        slip_of,
        slips,
        stale,
        standing,
    )

__version__ = "0.1.0"

HOMES = {
    "dates": "Modality Shape When after before contains during find_dates overlaps same",
    "errors": "DateError LaceventlogError LoadError Problem UsageError",
    "eventfile.canonical": "dump",
    "eventfile.parse": "loads parse parse_text",
    "eventfile.load": "load",
    "eventfile.editing.record": "Recorded record",
    "model": (
        "Agreement Amount Citation Delivery Event EventLog Launch Meeting Milestone Observation Programme "
        "Source Statement Status from_code kind to_code"
    ),
    "interop.iati": "activity_dates from_activity_dates",
    "reports": (
        "Bound Change Condition Figures Outcome Rollup Row Said Slip Standing agenda bounds check diff due_within "
        "figures history news overdue rollup slip_of slips stale standing"
    ),
}
"""The module each public name comes from, imported when the name is first asked for."""

__all__ = [
    "Agreement",
    "Amount",
    "Bound",
    "Change",
    "Citation",
    "Condition",
    "DateError",
    "Delivery",
    "Event",
    "EventLog",
    "Figures",
    "LaceventlogError",
    "Launch",
    "LoadError",
    "Meeting",
    "Milestone",
    "Modality",
    "Observation",
    "Outcome",
    "Problem",
    "Programme",
    "Recorded",
    "Rollup",
    "Row",
    "Said",
    "Shape",
    "Slip",
    "Source",
    "Standing",
    "Statement",
    "Status",
    "UsageError",
    "When",
    "activity_dates",
    "after",
    "agenda",
    "before",
    "bounds",
    "check",
    "contains",
    "diff",
    "due_within",
    "dump",
    "during",
    "figures",
    "find_dates",
    "from_activity_dates",
    "from_code",
    "history",
    "kind",
    "load",
    "loads",
    "news",
    "overdue",
    "overlaps",
    "parse",
    "parse_text",
    "record",
    "rollup",
    "same",
    "slip_of",
    "slips",
    "stale",
    "standing",
    "to_code",
]  # fmt: skip


if not TYPE_CHECKING:  # for a type checker, what is not named above is not there
    __getattr__ = lazily(__name__, HOMES)


def __dir__() -> list[str]:
    """Public names, imported or not."""
    return sorted({*globals(), *__all__})
