"""The log, events and rows that the arguments select."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date

from ..dates import When
from ..errors import UsageError
from ..eventfile.load import load
from ..eventfile.paths import SUFFIXES, InMemoryFile
from ..model import Event, EventLog
from ..reports import Row
from ..reports.condition import Condition, standing
from .output import plural

DEFAULT_PATH = "events"
FILTERS = ("country", "kind", "status", "condition", "tag", "party", "begin", "end")


def event_paths(args: argparse.Namespace) -> list[str | InMemoryFile]:
    """The files and folders given, with standard input as a file; by default the default folder."""
    return args.paths or [DEFAULT_PATH]


def filtered_log(args: argparse.Namespace) -> tuple[EventLog, str]:
    """The log as known on --as-of, filtered; and a remark on statements of unknown days."""
    log, remark = log_as_of(args)
    return apply_filters(log, args) if hasattr(args, "country") else log, remark


def log_as_of(args: argparse.Namespace) -> tuple[EventLog, str]:
    """The whole log as known on --as-of; and a remark on statements of unknown days."""
    log = load(*event_paths(args))
    remark = ""
    if args.as_of:
        remark = unknown_days_remark(sum(s.known_from is None for event in log for s in event.history))
        log = log.as_of(args.as_of)
    return log, remark


def selected_event(args: argparse.Namespace, wanted: str) -> tuple[Event, EventLog, str]:
    """An event by its id or the beginning of it; the log as known on --as-of, and a remark as above.

    Raises:
        UsageError: no or several events match; it has no statement by that day; filters are given as well.
    """
    if any(getattr(args, name, None) for name in FILTERS):
        raise UsageError(f"filters do not apply to one event, '{wanted}'")
    log, remark = log_as_of(args)
    try:
        return log.find(wanted), log, remark
    except UsageError:
        event = load(*event_paths(args)).find(wanted)
        if event.id in log or not args.as_of:
            raise
        raise UsageError(f"'{event.id}' has no statement by {args.as_of}") from None


def split_id(words: Iterable[str | InMemoryFile]) -> tuple[str | None, list[str | InMemoryFile]]:
    """The word that is not a file or folder, if there is one, and the paths.

    Raises:
        UsageError: several words are not paths.
    """
    words = list(words)
    ids = [word for word in words if isinstance(word, str) and not is_path(word)]
    if len(ids) > 1:
        raise UsageError(f"one event at a time, not '{ids[0]}' and '{ids[1]}'; neither is a file")
    return ids[0] if ids else None, [word for word in words if word not in ids]


def is_path(word: str) -> bool:
    """Whether a word names a file or folder, or looks like a path."""
    from pathlib import Path

    place = Path(word)
    if not word or word != place.name or place.suffix in SUFFIXES:
        return True
    try:
        return place.exists()
    except (OSError, ValueError):  # longer than any name, a NUL in it
        return False


def unknown_days_remark(number: int) -> str:
    """A remark on statements left out because their day is unknown; empty for none."""
    return f"left out because their day is unknown: {plural(number, 'statement')}" if number else ""


def apply_filters(log: EventLog, args: argparse.Namespace) -> EventLog:
    """The events that pass the filters.

    Raises:
        UsageError: no event has a value of a filter.
    """
    return log.filter(
        countries=args.country, kinds=args.kind, statuses=args.status, tags=args.tag, parties=args.party,
        during=_period(args.begin, args.end),
    )  # fmt: skip


def _period(begin: When | None, end: When | None) -> When | None:
    """The days from the first of --from to the last of --to."""
    first = begin.earliest if begin else None
    last = end.latest if end else None
    if (begin and first is None) or (end and last is None):
        raise UsageError("--from needs a date with a first day, --to one with a last day")
    if first and last and first > last:
        raise UsageError("--to is before --from")
    if first is None and last is None:
        return None
    return When.from_edtf(f"{first or '..'}/{last or '..'}")


def rows_in_condition(rows: Iterable[Row], args: argparse.Namespace) -> list[Row]:
    """The rows in one of the conditions of --condition."""
    wanted: list[Condition] = args.condition
    return [row for row in rows if not wanted or row.condition in wanted]


def log_in_condition(log: EventLog, args: argparse.Namespace, today: date) -> EventLog:
    """The events in one of the conditions of --condition, in the order of the log."""
    if not args.condition:
        return log
    rows = rows_in_condition((Row(event, standing(event, today)) for event in log), args)
    return log.part(row.event for row in rows)
