"""What verbs have in common: the log that was asked for, and how rows and counts are written."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from ..dates import When
from ..errors import UsageError
from ..eventfile.load import load
from ..eventfile.paths import SUFFIXES, InMemoryFile
from ..model import Event, EventLog
from ..reports import Row
from ..reports.agenda import in_order
from ..reports.condition import Condition, standing
from .verb import Answer, Context

DEFAULT_PATH = "events"
FORMS = ("text", "table", "json", "csv", "md")
"""How rows are printed: for people, or as a table, or for other programs."""
FILTERS = ("country", "kind", "status", "condition", "tag", "party", "begin", "end")


def asked_paths(args: argparse.Namespace) -> list[str | InMemoryFile]:
    """The files and folders asked for, and what came on standard input; else the default folder."""
    return args.paths or [DEFAULT_PATH]


def asked_log(args: argparse.Namespace) -> tuple[EventLog, str]:
    """The log as known on the day asked for, after the filters; and what that left out in silence."""
    log, remark = known_log(args)
    return filtered(log, args) if hasattr(args, "country") else log, remark


def known_log(args: argparse.Namespace) -> tuple[EventLog, str]:
    """The whole log as known on the day asked for; and what that left out in silence."""
    log = load(*asked_paths(args))
    remark = ""
    if args.as_of:
        remark = left_out(sum(s.known_from is None for event in log for s in event.history))
        log = log.as_of(args.as_of)
    return log, remark


def asked_event(args: argparse.Namespace, wanted: str) -> tuple[Event, EventLog, str]:
    """One event by its id, or how that begins; the log as known on the day asked for, and what that left out.

    Raises:
        UsageError: there is none, or several; nothing had been said of it on that day; filters were given as well.
    """
    if any(getattr(args, name, None) for name in FILTERS):
        raise UsageError(f"filters choose among events; '{wanted}' is one already")
    log, remark = known_log(args)
    try:
        return log.find(wanted), log, remark
    except UsageError:
        event = load(*asked_paths(args)).find(wanted)
        if event.id in log or not args.as_of:
            raise
        raise UsageError(f"by {args.as_of} nothing had been said of '{event.id}'") from None


def ids_and_paths(words: Iterable[str | InMemoryFile]) -> tuple[str | None, list[str | InMemoryFile]]:
    """The one word that is no file and no folder, if there is one, and the others.

    Raises:
        UsageError: several are none.
    """
    words = list(words)
    ids = [word for word in words if isinstance(word, str) and not is_path(word)]
    if len(ids) > 1:
        raise UsageError(f"one event at a time, not '{ids[0]}' and '{ids[1]}'; none of them is a file")
    return ids[0] if ids else None, [word for word in words if word not in ids]


def is_path(word: str) -> bool:
    """Whether a word names a file or folder, or looks as if it should."""
    from pathlib import Path

    place = Path(word)
    if not word or word != place.name or place.suffix in SUFFIXES:
        return True
    try:
        return place.exists()
    except (OSError, ValueError):  # longer than any name, a NUL in it
        return False


def left_out(unsaid: int) -> str:
    """The remark on statements of unknown day, which no question about days can count; empty for none."""
    return f"left out, for nobody knows when it was said: {count(unsaid, 'statement')}" if unsaid else ""


def filtered(log: EventLog, args: argparse.Namespace) -> EventLog:
    """What passes the filters.

    Raises:
        UsageError: a value that no event has.
    """
    return log.filter(
        countries=args.country, kinds=args.kind, statuses=args.status, tags=args.tag, parties=args.party,
        during=_period(args.begin, args.end),
    )  # fmt: skip


def _period(begin: When | None, end: When | None) -> When | None:
    """The days from the first of `--from` to the last of `--to`."""
    first = begin.earliest if begin else None
    last = end.latest if end else None
    if (begin and first is None) or (end and last is None):
        raise UsageError("--from wants a date with a first day, --to one with a last day")
    if first and last and first > last:
        raise UsageError("--to lies before --from")
    if first is None and last is None:
        return None
    return When.from_edtf(f"{first or '..'}/{last or '..'}")


def wanted_rows(rows: Iterable[Row], args: argparse.Namespace) -> list[Row]:
    """The rows in one of the conditions asked for."""
    wanted: list[Condition] = args.condition
    return [row for row in rows if not wanted or row.condition in wanted]


def in_condition(log: EventLog, args: argparse.Namespace, today: date) -> EventLog:
    """The events in one of the conditions asked for, in the order of the log."""
    if not args.condition:
        return log
    rows = wanted_rows((Row(event, standing(event, today)) for event in log), args)
    return log.part(row.event for row in rows)


def formatted(rows: list[Row], form: str, context: Context) -> str:
    """Rows as `json`, `csv`, `md` or a plain table."""
    if form in ("json", "csv"):
        from ..reports.records import row_record
        from ..views.tables import csv_json as written

        return (written.as_json if form == "json" else written.as_csv)([row_record(row) for row in rows])
    from ..views.tables import styled_table

    if form == "md":
        return styled_table.markdown(in_order(rows), context.today, context.options.voice)
    return styled_table.render(rows, context.today, context.options)


def in_rows(records: Sequence[dict[str, Any]], fields: Sequence[str], form: str) -> str:
    """Plain records as `json`, with all they hold; or as `csv`, `md` or a table with these fields."""
    if form == "json":
        return as_json(records)
    if form == "csv":
        from ..views.tables.csv_json import as_csv

        return as_csv(records, fields)
    from ..views.tables import styled_table

    return (styled_table.markdown_of_records if form == "md" else styled_table.of_records)(records, fields)


def as_json(plain: object) -> str:
    """Plain data as JSON text."""
    from ..views.tables import csv_json as written

    return written.as_json(plain)


def delivered(text: str, args: argparse.Namespace, remark: str, many: int) -> Answer:
    """A text on standard output, or in the file asked for, with a remark that counts its events.

    Raises:
        UsageError: the file cannot be written.
    """
    if args.output in (None, "", "-"):
        return Answer(text, 0, remark)
    from pathlib import Path

    from ..atomic_write import replacing

    with replacing(Path(args.output)) as file:
        file.write(text.encode("utf-8", "backslashreplace"))
    return Answer("", 0, lines(remark, f"{args.output}: {count(many, 'event')}"))


def twin(text: str, args: argparse.Namespace) -> str:
    """The text, in ASCII signs when those were asked for."""
    from ..views.labels import ascii_twin

    return ascii_twin(text) if args.ascii else text


def nothing(args: argparse.Namespace, context: Context, phrase: str) -> str:
    """Said on a terminal and in a pipe alike, but not where a machine reads."""
    return f"{context.options.voice.say(phrase)}\n" if args.format == "text" else ""


def count(number: int, what: str) -> str:
    """A number with its noun: `1 event`, `2 events`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def lines(*remarks: str) -> str:
    """Remarks, one a line, without the empty ones."""
    return "\n".join(filter(None, remarks))
