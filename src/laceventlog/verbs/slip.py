"""`slip`: how far dates moved, of one event or of all."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..errors import UsageError
from ..reports import Slip, agenda, figures, slip_of
from . import options
from .base import Answer, Scene, Verb
from .shared import as_json, asked_log, count, nothing, twin, wanted_rows

TABLES = ("text", "table", "json", "csv", "md")
FILTERS = ("country", "kind", "status", "condition", "tag", "party", "begin", "end")


def _options(verb: argparse.ArgumentParser) -> None:
    what = "an id, or how it begins: draws its forecasts; event files or folders (default: events/)"
    verb.add_argument("paths", nargs="*", default=[], metavar="ID|PATH", help=what)
    options.times(verb)
    options.filters(verb)
    options.form(verb, TABLES)
    options.look(verb)


def _run(asked: argparse.Namespace, scene: Scene) -> Answer:
    """The forecasts of the event that was named, else a table of all that were planned."""
    ids = [word for word in asked.paths if not _is_path(word)]
    asked.paths = [word for word in asked.paths if _is_path(word)]
    if len(ids) > 1:
        raise UsageError(f"one event at a time, not '{ids[0]}' and '{ids[1]}'; none of them is a file")
    return _one(ids[0], asked, scene) if ids else _all(asked, scene)


def _is_path(word: str) -> bool:
    """Whether a word names a file or folder, or looks as if it should; an id has no slash."""
    return "/" in word or word.endswith((".yaml", ".jsonl")) or Path(word).exists()


def _one(event_id: str, asked: argparse.Namespace, scene: Scene) -> Answer:
    from ..reports.slip_records import slip_record
    from ..views import slip as view

    if asked.format not in ("text", "json"):
        raise UsageError(f"one event is told as text or json, not as {asked.format}")
    if any(getattr(asked, name) for name in FILTERS):
        raise UsageError(f"filters choose among events; '{event_id}' is one already")
    log, remark = asked_log(asked)
    event = log.find(event_id)
    found = slip_of(next(row for row in agenda(log, scene.today) if row.event is event))
    if asked.format == "json":
        return Answer(as_json(slip_record(found)), 0, remark)
    return Answer(twin(view.render(found, scene.today, scene.width), asked), 0, remark)


def _all(asked: argparse.Namespace, scene: Scene) -> Answer:
    log, remark = asked_log(asked)
    rows = wanted_rows(agenda(log, scene.today), asked)
    found = [slip_of(row) for row in rows if row.event.state.first_plan]
    if asked.format in ("json", "csv"):
        return Answer(_for_machines(found, asked.format), 0, remark)
    return Answer(_for_people(found, asked, scene) + _left_out(len(rows) - len(found), asked, scene), 0, remark)


def _for_machines(found: list[Slip], form: str) -> str:
    from ..formats.records import as_csv
    from ..reports.slip_records import FIELDS, figures_record, slip_record, slip_records

    if form == "csv":
        return as_csv(slip_records(found), FIELDS)
    return as_json({"events": [slip_record(slip) for slip in found], "figures": figures_record(figures(found))})


def _for_people(found: list[Slip], asked: argparse.Namespace, scene: Scene) -> str:
    from ..views import slip_table as view

    if asked.format == "md":
        return view.markdown(found, figures(found), scene.today)
    if asked.format == "table":
        return twin(view.table(found), asked)
    return twin(view.render(found, figures(found), scene.width), asked) or nothing(asked, "nothing was planned")


def _left_out(number: int, asked: argparse.Namespace, scene: Scene) -> str:
    if not number or asked.format != "text":
        return ""
    from ..views.text import fit

    return fit(f"Not shown: {count(number, 'event')} never planned for a date", scene.width) + "\n"


SLIP = Verb(
    "slip",
    "how far dates moved: of all that was planned, or forecast by forecast of one event",
    "laceventlog slip --condition overdue",
    _options,
    _run,
)
