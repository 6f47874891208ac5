"""`export`: the log for calendars and other programs."""

from __future__ import annotations

import argparse

from ....model import EventLog
from ....reports import Row, standing
from ... import arguments
from ...output import deliver, rows_as
from ...selection import filtered_log, log_in_condition
from ...verb import Answer, Context, Verb
from . import calendar, vdir


def _options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("target", choices=("ics", "vdir", "json", "jsonl", "csv", "md"), help="what to write")
    arguments.paths(verb)
    arguments.times(verb)
    arguments.filters(verb)
    arguments.language(verb, "the language of md")
    verb.add_argument(
        "--output",
        "-o",
        metavar="FILE",
        help="the file to write (default: standard output, -); a folder for vdir and --split",
    )
    calendar.add_options(verb)
    vdir.add_options(verb)


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """The log for other programs, on standard output or into a file."""
    args.output = "" if args.output == "-" else args.output
    log, remark = filtered_log(args)
    log = log_in_condition(log, args, context.today)
    if args.target == "ics":
        return calendar.export(log, args, remark)
    if args.target == "vdir":
        return vdir.export_vdir(log, args, remark)
    return deliver(_exported(log, args, context), args, remark, len(log))


def _exported(log: EventLog, args: argparse.Namespace, context: Context) -> str:
    if args.target == "jsonl":
        from ....eventfile.serialize import jsonl_text

        return jsonl_text(log.closed())
    rows = [Row(event, standing(event, context.today)) for event in log]  # the order of the log, which no day changes
    return rows_as(rows, args.target, context)


EXPORT = Verb(
    "export",
    "write the log as a calendar or for other programs",
    "laceventlog export ics --output build/laceventlog.ics",
    _options,
    _run,
)
