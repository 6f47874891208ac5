"""`export`: the log for calendars and other programs."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..model import EventLog
from ..reports import agenda
from . import options, vdir
from .base import Answer, Scene, Verb
from .shared import asked_log, count, formatted, in_condition, lines


def _options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("target", choices=("ics", "vdir", "json", "jsonl", "csv", "md"), help="what to write")
    options.paths(verb)
    options.times(verb)
    options.filters(verb)
    verb.add_argument("--output", "-o", metavar="FILE", help="the file to write, whole or not at all")
    calendar = verb.add_argument_group("calendar")
    calendar.add_argument("--tasks", choices=("event", "todo", "both"), default="event", help="how tasks are shown")
    calendar.add_argument(
        "--windows",
        choices=("last-day", "span"),
        default="last-day",
        help="an imprecise date as its last day or whole",
    )
    calendar.add_argument(
        "--cancelled",
        choices=("show", "drop", "mark"),
        default="show",
        help="what becomes of cancelled events",
    )
    calendar.add_argument("--name", default="laceventlog", help="the name of the calendar")
    calendar.add_argument("--namespace", default="laceventlog", help="what stands after @ in every UID")
    vdir.add_options(verb)


def _run(asked: argparse.Namespace, scene: Scene) -> Answer:
    """The log for other programs, on standard output or into a file."""
    log, remark = asked_log(asked)
    log = in_condition(log, asked, scene.today)
    if asked.target == "ics":
        return _export_ics(log, asked, remark)
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


def _export_ics(log: EventLog, asked: argparse.Namespace, remark: str) -> Answer:
    from ..formats import ics
    from ..formats.output import replacing

    options = ics.Options(asked.name, asked.namespace, asked.tasks, asked.windows, asked.cancelled)
    if not asked.output:
        return Answer(ics.dumps(log, options).decode(), 0, remark)
    with replacing(Path(asked.output)) as file:
        counts = ics.write(log, file, options)
    left_out = f", {counts.undated} without a day left out" if counts.undated else ""
    dropped = f", {counts.dropped} cancelled dropped" if counts.dropped else ""
    return Answer("", 0, lines(remark, f"{asked.output}: {counts.entries} entries{left_out}{dropped}"))


EXPORT = Verb(
    "export",
    "write the log as a calendar or for other programs",
    "laceventlog export ics --output build/laceventlog.ics",
    _options,
    _run,
)
