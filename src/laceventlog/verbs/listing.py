"""`list` and `overdue`: events as rows."""

from __future__ import annotations

import argparse

from ..model import EventLog
from ..reports import Row, agenda, rollup
from ..reports import overdue as overdue_rows
from ..reports.agenda import is_stale
from . import options
from .base import Answer, Scene, Verb
from .shared import FORMS, filtered, formatted, known_log, nothing, twin, wanted_rows


def _list_options(verb: argparse.ArgumentParser) -> None:
    options.paths(verb)
    options.times(verb)
    options.filters(verb)
    options.form(verb, FORMS)
    options.look(verb)
    verb.add_argument(
        "--stale",
        type=options.DAYS,
        metavar="N",
        help="only what is awaited and was not heard of for N days or more, or nobody knows since when",
    )


def _overdue_options(verb: argparse.ArgumentParser) -> None:
    _list_options(verb)
    verb.add_argument("--possible", action="store_true", help="count what may have fallen due as well")
    options.exit_zero(verb)


def _list(asked: argparse.Namespace, scene: Scene) -> Answer:
    """All events that pass the filters."""
    log, remark = known_log(asked)
    rows = _wanted(agenda(filtered(log, asked), scene.today), asked, scene)
    return Answer(_view(rows, log, asked, scene) or nothing(asked, scene, "no events"), 0, remark)


def _overdue(asked: argparse.Namespace, scene: Scene) -> Answer:
    """What is overdue; status 1 when something is."""
    log, remark = known_log(asked)
    rows = _wanted(overdue_rows(filtered(log, asked), scene.today, possible=asked.possible), asked, scene)
    status = 1 if rows and not asked.exit_zero else 0
    return Answer(_view(rows, log, asked, scene) or nothing(asked, scene, "nothing is overdue"), status, remark)


def _wanted(rows: list[Row], asked: argparse.Namespace, scene: Scene) -> list[Row]:
    """The rows in a condition asked for, and silent for as long as asked for."""
    rows = wanted_rows(rows, asked)
    return rows if asked.stale is None else [row for row in rows if is_stale(row, scene.today, asked.stale)]


def _view(rows: list[Row], log: EventLog, asked: argparse.Namespace, scene: Scene) -> str:
    """The rows as asked for; parts are counted in the whole log, whatever the filters leave."""
    if asked.format == "text":
        from ..views import agenda as view

        wholes, silence = rollup(log, scene.today), asked.stale is not None
        return twin(view.render(rows, scene.today, scene.look, wholes, silence=silence), asked)
    text = formatted(rows, asked.format, scene)
    return twin(text, asked) if asked.format == "table" else text


LIST = Verb(
    "list",
    "all events, grouped by what one must do, most urgent first",
    "laceventlog list --country CU --condition overdue --condition due",
    _list_options,
    _list,
)


OVERDUE = Verb(
    "overdue",
    "what is certainly overdue; ends with 1 when something is",
    "laceventlog overdue --today 2025-03-01",
    _overdue_options,
    _overdue,
    is_told_by_status=True,
)
