"""`check`: errors and warnings of event files, and violations of RFC 5545 in calendars."""

from __future__ import annotations

import argparse
from collections.abc import Container, Sequence
from functools import cache
from pathlib import Path

from ....errors import Problem
from ....eventfile.load import read_files, with_line
from ....eventfile.paths import InMemoryFile
from ....model import Event, EventLog
from ....reports import check_log
from ... import arguments
from ...output import FORMS, records_as
from ...selection import event_paths
from ...verb import Answer, Context, Verb

FIELDS = ("path", "line", "column", "end_column", "severity", "code", "message", "hint")
"""The columns of a table."""
UNREADABLE = {"F001", "F003"}


def _options(verb: argparse.ArgumentParser) -> None:
    arguments.paths(verb, "event files, folders of them, or calendars (.ics) (default: events/)")
    arguments.formats(verb, FORMS)
    arguments.ignored(verb)
    arguments.exit_zero(verb)


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """All problems of event files, their log, and calendars."""
    paths = event_paths(args)
    calendars = [path for path in paths if _is_calendar(path)]
    problems = [problem for path in calendars for problem in _of_calendar(path)]
    events = [path for path in paths if path not in calendars]
    problems += _of_events(events) if events else []
    found = sorted((p for p in problems if p.code not in args.ignore), key=lambda p: p.sort_key)
    status = 2 if any(p.code in UNREADABLE for p in found) else 1 if found else 0
    return Answer(_problems(found, args.format, context.options.width), 0 if args.exit_zero else status)


def _of_events(paths: Sequence[str | InMemoryFile]) -> list[Problem]:
    log, problems = read_files(*paths)
    warnings = check_log(log)
    if places := {(warning.path, warning.line) for warning in warnings if warning.line and not warning.source}:
        warnings = check_log(_with_lines(log, places, paths))
    return [*problems, *warnings]


def _with_lines(log: EventLog, places: Container[tuple[str, int]], paths: Sequence[str | InMemoryFile]) -> EventLog:
    """The log whose events at these places know the text of their line, which origins in JSON Lines omit."""
    from ....eventfile.parse import read_bytes

    given = {path.name: path.data for path in paths if isinstance(path, InMemoryFile)}

    @cache
    def lines(path: str) -> list[str]:
        data = given[path] if path in given else read_bytes(Path(path))
        return [] if isinstance(data, Problem) else data.decode("utf-8-sig", "replace").split("\n")

    def quoted(event: Event) -> Event:
        origin = event.origin
        return with_line(event, lines(origin.path)) if origin and (origin.path, origin.line) in places else event

    return EventLog(map(quoted, log), log.sources)


def _is_calendar(path: str | InMemoryFile) -> bool:
    """Whether a path is a calendar. Calendars in folders are exports beside the events, and are ignored."""
    if isinstance(path, InMemoryFile):
        return path.is_calendar
    place = Path(path)
    return place.suffix.lower() == ".ics" and not place.is_dir()


def _of_calendar(path: str | InMemoryFile) -> list[Problem]:
    from ....eventfile.parse import read_bytes
    from ....ical import check

    data = path.data if isinstance(path, InMemoryFile) else read_bytes(Path(path))
    return [data] if isinstance(data, Problem) else check(data, str(path))


def _problems(problems: Sequence[Problem], form: str, width: int) -> str:
    if form != "text":
        return records_as([problem.as_dict() for problem in problems], FIELDS, form)
    return "".join(f"{problem.render(width)}\n" for problem in problems)


CHECK = Verb(
    "check",
    "report errors and warnings; exits with 1 if there are any",
    "laceventlog check events/",
    _options,
    _run,
    status_is_answer=True,
)
