"""`export ics`: the options of a calendar, and what was written of it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ....errors import UsageError
from ....ical import Options
from ....model import EventLog
from ...arguments import DAYS
from ...shared import count, lines
from ...verb import Answer

if TYPE_CHECKING:
    from ....ical import ExportCounts

CHOICES = {
    "--tasks": (("event", "todo", "both"), "how tasks are shown"),
    "--windows": (("last-day", "span"), "an imprecise date as its last day, or whole"),
    "--cancelled": (("show", "drop", "mark"), "what becomes of cancelled events"),
    "--history": (("none", "journal"), "whether every statement is a note of its own"),
}
TEXTS = {
    "--name": ("TEXT", "the name of the calendar"),
    "--namespace": ("NAME", "what stands after @ in every UID"),
    "--description": ("TEXT", "what the calendar is"),
    "--color": ("COLOUR", "its colour, by a name of CSS"),
    "--refresh": ("DURATION", "how often to look for news, such as PT12H; '' for none"),
    "--url": ("URL", "where it is published"),
    "--method": ("METHOD", "of iTIP, such as PUBLISH"),
    "--organizer": ("ADDRESS", "such as mailto:log@example.org; a method wants one"),
}


OF_ITEMS = ("--tasks", "--windows", "--cancelled", "--history", "--namespace")
"""What concerns the items themselves; all else is about a file of them."""


def add_options(verb: argparse.ArgumentParser) -> None:
    """Everything that `Options` has, with its defaults, and how files are cut."""
    add_item_options(verb, (*CHOICES, *TEXTS)).add_argument(
        "--split", choices=("country", "kind"), help="several files into the folder --output"
    )


def add_item_options(verb: argparse.ArgumentParser, flags: Sequence[str] = OF_ITEMS) -> Any:
    """What concerns the items, wherever they are written to."""
    group = verb.add_argument_group("calendar")
    usual = Options()
    for flag, (choices, words) in CHOICES.items():
        if flag in flags:
            group.add_argument(flag, choices=choices, default=getattr(usual, flag.strip("-")), help=words)
    for flag, (metavar, words) in TEXTS.items():
        if flag in flags:
            group.add_argument(flag, metavar=metavar, default=getattr(usual, flag.strip("-")), help=words)
    group.add_argument("--alarm", type=DAYS, action="append", default=[], metavar="DAYS", help="remind so long before")
    group.add_argument("--no-data", dest="data", action="store_false", help="leave out what only reads back here")
    return group


def chosen(args: argparse.Namespace, flags: Sequence[str] = (*CHOICES, *TEXTS)) -> Options:
    """The options of the calendar.

    Raises:
        UsageError: one that no calendar can have.
    """
    names = [flag.strip("-") for flag in flags]
    return Options(**{name: getattr(args, name) for name in names}, alarms=args.alarm, data=args.data)


def export(log: EventLog, args: argparse.Namespace, remark: str) -> Answer:
    """The calendar on standard output, in a file, or in several."""
    options = chosen(args)
    log = EventLog.trusted(log.events, log.closed().sources)  # what was filtered out takes its sources along
    if args.split:
        return _export_split(log, args, options, remark)
    from ....ical import dumps, write

    if not args.output:
        return Answer(dumps(log, options).decode(), 0, remark)
    from ....atomic_write import replacing

    with replacing(Path(args.output)) as file:
        counts = write(log, file, options)
    return Answer("", 0, lines(remark, written(args.output, counts), _too_large(args.output, counts)))


def _export_split(log: EventLog, args: argparse.Namespace, options: Options, remark: str) -> Answer:
    if not args.output:
        raise UsageError("--split writes several files: name their folder by --output")
    from ....ical import write_feeds

    folder = Path(args.output)
    made = write_feeds(log, folder, options, args.split)
    files = [(str(folder / feed.file), feed.counts) for feed in made if feed.file]
    said = [written(path, counts) for path, counts in files]
    empty = [f"{feed.name}: nothing has a day, so no calendar" for feed in made if not feed.file]
    large = [_too_large(path, counts) for path, counts in files]
    index = f"{folder / 'index.html'}: {count(len(files), 'calendar')}"
    return Answer("", 0, lines(remark, *said, *empty, index, *large))


def written(path: str, counts: ExportCounts) -> str:
    """`a.ics: 90 entries, 4 without a day left out`."""
    left_out = f", {counts.undated} without a day left out" if counts.undated else ""
    dropped = f", {counts.dropped} cancelled dropped" if counts.dropped else ""
    entries = "1 entry" if counts.entries == 1 else f"{counts.entries} entries"
    return f"{path}: {entries}{left_out}{dropped}"


def _too_large(path: str, counts: ExportCounts) -> str:
    from ....ical.writer.calendar import GOOGLE_LIMIT

    if counts.octets <= GOOGLE_LIMIT:
        return ""
    size = f"{counts.octets / 1_000_000:.1f} MB"
    return f"{path}: {size}, and Google Calendar reads 1 MB at most: use --split, --from or --no-data"
