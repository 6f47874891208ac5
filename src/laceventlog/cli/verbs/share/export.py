"""`export`: the log for calendars and other programs."""

from __future__ import annotations

import argparse

from ....model import EventLog
from ....reports import Row, standing
from ... import arguments
from ...shared import asked_log, delivered, formatted, in_condition
from ...verb import Answer, Scene, Verb
from . import calendar, streaming, vdir


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
        help="the file to write (default: standard output, -); of a vdir or with --split a folder",
    )
    calendar.add_options(verb)
    vdir.add_options(verb)


def _run(asked: argparse.Namespace, scene: Scene) -> Answer:
    """The log for other programs, on standard output or into a file."""
    asked.output = "" if asked.output == "-" else asked.output
    stream = streaming.asked_stream(asked)
    if stream is not None:
        return streaming.export(stream, asked, scene)
    log, remark = asked_log(asked)
    log = in_condition(log, asked, scene.today)
    if asked.target == "ics":
        return calendar.export(log, asked, remark)
    if asked.target == "vdir":
        return vdir.export_vdir(log, asked, remark)
    return delivered(_exported(log, asked, scene), asked, remark, len(log))


def _exported(log: EventLog, asked: argparse.Namespace, scene: Scene) -> str:
    if asked.target == "jsonl":
        from ....eventfile import jsonl

        return jsonl.dump(log.closed())
    rows = [Row(event, standing(event, scene.today)) for event in log]  # the order of the log, which no day changes
    return formatted(rows, asked.target, scene)


EXPORT = Verb(
    "export",
    "write the log as a calendar or for other programs",
    "laceventlog export ics --output build/laceventlog.ics",
    _options,
    _run,
)
