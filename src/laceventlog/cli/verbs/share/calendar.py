"""`export ics`: the options of a calendar, and the report on the files written."""

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
    "--windows": (("last-day", "span"), "an imprecise date as its last day, or as a span"),
    "--cancelled": (("show", "drop", "mark"), "how cancelled events are shown"),
    "--history": (("none", "journal"), "whether each statement is also a VJOURNAL"),
}
TEXTS = {
    "--name": ("TEXT", "the name of the calendar"),
    "--namespace": ("NAME", "the part of every UID after the @"),
    "--description": ("TEXT", "a description of the calendar"),
    "--color": ("COLOUR", "a CSS colour name"),
    "--refresh": ("DURATION", "how often clients should refresh, such as PT12H; '' for none"),
    "--url": ("URL", "the address of the published calendar"),
    "--method": ("METHOD", "an iTIP method, such as PUBLISH; it needs --organizer"),
    "--organizer": ("ADDRESS", "an address such as mailto:log@example.org"),
}


OF_ITEMS = ("--tasks", "--windows", "--cancelled", "--history", "--namespace")
"""Options of the entries themselves; the others are about the calendar file."""


def add_options(verb: argparse.ArgumentParser) -> None:
    """All fields of `Options` with their defaults, and --split."""
    add_item_options(verb, (*CHOICES, *TEXTS)).add_argument(
        "--split", choices=("country", "kind"), help="one file per country or kind, in the folder --output"
    )


def add_item_options(verb: argparse.ArgumentParser, flags: Sequence[str] = OF_ITEMS) -> Any:
    """The options of entries, for every target."""
    group = verb.add_argument_group("calendar")
    usual = Options()
    for flag, (choices, words) in CHOICES.items():
        if flag in flags:
            group.add_argument(flag, choices=choices, default=getattr(usual, flag.strip("-")), help=words)
    for flag, (metavar, words) in TEXTS.items():
        if flag in flags:
            group.add_argument(flag, metavar=metavar, default=getattr(usual, flag.strip("-")), help=words)
    group.add_argument(
        "--alarm", type=DAYS, action="append", default=[], metavar="DAYS", help="days before the event to remind"
    )
    group.add_argument("--no-data", dest="data", action="store_false", help="leave out the data for reading back")
    return group


def chosen(args: argparse.Namespace, flags: Sequence[str] = (*CHOICES, *TEXTS)) -> Options:
    """The options given.

    Raises:
        UsageError: a value that a calendar cannot have.
    """
    names = [flag.strip("-") for flag in flags]
    return Options(**{name: getattr(args, name) for name in names}, alarms=args.alarm, data=args.data)


def export(log: EventLog, args: argparse.Namespace, remark: str) -> Answer:
    """The calendar on standard output, in a file, or in several."""
    options = chosen(args)
    log = EventLog.trusted(log.events, log.closed().sources)  # without sources that only filtered events cite
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
        raise UsageError("--split writes several files: name their folder with --output FOLDER")
    from ....ical import write_feeds

    folder = Path(args.output)
    made = write_feeds(log, folder, options, args.split)
    files = [(str(folder / feed.file), feed.counts) for feed in made if feed.file]
    reports = [written(path, counts) for path, counts in files]
    empty = [f"{feed.name}: no event has a day, so no calendar" for feed in made if not feed.file]
    large = [_too_large(path, counts) for path, counts in files]
    index = f"{folder / 'index.html'}: {count(len(files), 'calendar')}"
    return Answer("", 0, lines(remark, *reports, *empty, index, *large))


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
    return f"{path}: {size}; Google Calendar reads at most 1 MB: use --split, --from or --no-data"
