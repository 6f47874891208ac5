"""Calendars (iCalendar, RFC 5545, 7986 and 9253): write a log as one, read and check them, keep one on a server.

>>> from laceventlog import ical, loads
>>> log = loads("events: [{id: summit, kind: meeting, title: Summit, status: planned, when: 2026-05-06}]")
>>> data = ical.dumps(log, ical.Options(name="Meetings", alarms=[7]))
>>> ical.loads(data) == log
True
>>> ical.check(data)
[]
"""

from typing import TYPE_CHECKING

from ..lazy_imports import lazily

if TYPE_CHECKING:
    from .checker.check import check
    from .merging import MergedLog, merge
    from .reader.calendar import ImportCounts, ImportedCalendar, loads, parse, read
    from .sync.caldav import publish
    from .sync.caldav_client import Account
    from .sync.plan import Step, SyncCounts
    from .sync.vdir import write_vdir
    from .writer.calendar import ExportCounts, components, dumps, to_icalendar, write
    from .writer.feeds import Feed, write_feeds
    from .writer.options import CancelledStyle, HistoryStyle, Options, TaskStyle, WindowStyle

HOMES = {
    "checker.check": "check",
    "merging": "MergedLog merge",
    "reader.calendar": "ImportCounts ImportedCalendar loads parse read",
    "sync.caldav": "publish",
    "sync.caldav_client": "Account",
    "sync.plan": "Step SyncCounts",
    "sync.vdir": "write_vdir",
    "writer.calendar": "ExportCounts components dumps to_icalendar write",
    "writer.feeds": "Feed write_feeds",
    "writer.options": "CancelledStyle HistoryStyle Options TaskStyle WindowStyle",
}
"""The module each public name comes from, imported when the name is first asked for."""

__all__ = [
    "Account", "CancelledStyle", "ExportCounts", "Feed", "HistoryStyle", "ImportCounts", "ImportedCalendar",
    "MergedLog", "Options", "Step", "SyncCounts", "TaskStyle", "WindowStyle", "check", "components", "dumps", "loads",
    "merge", "parse", "publish", "read", "to_icalendar", "write", "write_feeds", "write_vdir",
]  # fmt: skip

if not TYPE_CHECKING:  # so a type checker knows only the names above
    __getattr__ = lazily(__name__, HOMES)
