"""`export`: the log for calendars and other programs."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..model import EventLog
from ..reports import agenda
from . import calendar, options, vdir
from .base import Answer, Scene, Verb
from .shared import asked_log, count, formatted, in_condition, lines


def _options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("target", choices=("ics", "vdir", "json", "jsonl", "csv", "md"), help="what to write")
    options.paths(verb)
    options.times(verb)
    options.filters(verb)
    options.language(verb, "the language of md")
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
    log, remark = asked_log(asked)
    log = in_condition(log, asked, scene.today)
    asked.output = "" if asked.output == "-" else asked.output
    if asked.target == "ics":
        return calendar.export(log, asked, remark)
    if asked.target == "vdir":
        return vdir.export_vdir(log, asked, remark)
    text = _exported(log, asked, scene)
    if not asked.output:
        return Answer(text, 0, remark)
    from ..formats.output import replacing

    with replacing(Path(asked.output)) as file:
        file.write(text.encode())
    return Answer("", 0, lines(remark, f"{asked.output}: {count(len(log), 'event')}"))


def _exported(log: EventLog, asked: argparse.Namespace, scene: Scene) -> str:
    if asked.target == "jsonl":
        from ..formats import jsonl

        return jsonl.dump(log.closed())
    return formatted(agenda(log, scene.today), asked.target, scene)


EXPORT = Verb(
    "export",
    "write the log as a calendar or for other programs",
    "laceventlog export ics --output build/laceventlog.ics",
    _options,
    _run,
)
