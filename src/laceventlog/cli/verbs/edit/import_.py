"""`import`: print calendars as an event file, or merge them into one."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ....errors import LoadError, Problem, UsageError
from ....eventfile.paths import InMemoryFile
from ....model import Event, EventLog
from ... import arguments
from ...shared import count, lines
from ...verb import Answer, Context, Verb

if TYPE_CHECKING:
    from ....ical import ImportedCalendar, MergedLog


def _options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("paths", nargs="+", metavar="FILE.ics", help="calendars")
    verb.add_argument("--into", metavar="FILE", help="the event file to merge into (default: print a new one)")
    verb.add_argument("--dry-run", action="store_true", help="print the changes to that file without making them")
    verb.add_argument("--from", dest="begin", type=arguments.WHEN, metavar="DATE", help="expand recurrences, from here")
    verb.add_argument("--to", dest="end", type=arguments.WHEN, metavar="DATE", help="to here")


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """Calendars as one log, printed or merged into a file. Ends with 1 if there were problems."""
    if args.dry_run and not args.into:
        raise UsageError("--dry-run shows the changes to a file: name it with '--into FILE'")
    window = _window(args)
    readings = [_read(path, window) for path in args.paths]
    text, merged = _merged_into(args, readings) if args.into else _printed(readings)
    problems = [problem for reading in readings for problem in reading.problems]
    remark = lines(*(f"skipped  {each}" for each in merged.skipped), _summary(readings, merged))
    shown = "" if args.quiet and args.into and not args.dry_run else text
    return Answer(
        shown, 1 if problems else 0, remark, lines(*(problem.render(context.options.width) for problem in problems))
    )


def _read(path: str | InMemoryFile, window: tuple[date, date] | None) -> ImportedCalendar:
    from ....ical import read

    if isinstance(path, InMemoryFile):
        return read(path.data, path.name, window)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        code = "F001" if isinstance(error, FileNotFoundError) else "F003"
        raise LoadError([Problem(path, 0, 0, code, f"cannot be read: {error.strerror}")]) from None
    except ValueError:
        raise LoadError([Problem(repr(path), 0, 0, "F001", "no such file or folder")]) from None
    return read(data, path, window)


def _window(args: argparse.Namespace) -> tuple[date, date] | None:
    """The first and last day of the occurrences."""
    if args.begin is None and args.end is None:
        return None
    first, last = args.begin and args.begin.earliest, args.end and args.end.latest
    if first is None or last is None:
        raise UsageError("a recurrence may have no end: give both --from and --to, with a first and a last day")
    if first > last:
        raise UsageError("--to is before --from")
    return first, last


def _merged(readings: Sequence[ImportedCalendar], log: EventLog, nearby: Sequence[Event]) -> MergedLog:
    from ....ical import MergedLog, merge

    merged = MergedLog(log)
    for reading in readings:
        merged = merge(merged, reading, nearby)
    return merged


def _printed(readings: Sequence[ImportedCalendar]) -> tuple[str, MergedLog]:
    from ....eventfile.serialize import dumps

    merged = _merged(readings, EventLog(), ())
    return dumps(merged.log), merged


def _merged_into(args: argparse.Namespace, readings: Sequence[ImportedCalendar]) -> tuple[str, MergedLog]:
    from ....atomic_write import alone
    from ....ical import merge_into_file
    from ....views.text.text_diff import diff

    path = Path(args.into)
    with alone(path):
        made = merge_into_file.plan_merge(path, lambda log, nearby: _merged(readings, log, nearby))
        if not args.dry_run:
            merge_into_file.write(made)
    if args.dry_run:
        return diff((made.before or b"").decode("utf-8-sig"), made.after.decode("utf-8-sig"), str(path)), made.merged
    report = [*(("new", key) for key in made.merged.new), *(("changed", key) for key in made.merged.changed)]
    return "".join(f"{word:8} [{key}] {made.merged.log[key].title}\n" for word, key in report), made.merged


def _summary(readings: Sequence[ImportedCalendar], merged: MergedLog) -> str:
    """All counts in one line."""
    totals: Counter[str] = Counter()
    for reading in readings:
        totals.update({name: getattr(reading.counts, name) for name in ("statements", "folded", "repeated", "outside")})
    parts = [
        count(len(merged.new), "event") + " new", f"{len(merged.changed)} changed", f"{merged.same} the same",
        f"{len(merged.skipped)} skipped", count(sum(len(each.problems) for each in readings), "problem"),
    ]  # fmt: skip
    rest = {"statements": "later versions and notes", "folded": "mirrors and notes of our own",
            "repeated": "repeated", "outside": "recurring outside these days"}  # fmt: skip
    return ", ".join([*parts, *(f"{totals[name]} {words}" for name, words in rest.items() if totals[name])])


IMPORT = Verb(
    "import",
    "read calendars: print them as an event file, or merge them into one",
    "laceventlog import team.ics --into events/team.yaml --dry-run",
    _options,
    _run,
)
