"""`list` and `overdue`: events as rows."""

from __future__ import annotations

import argparse

from ..reports import Row, agenda
from ..reports import overdue as overdue_rows
from . import options
from .base import Answer, Scene, Verb
from .shared import asked_log, formatted, nothing, twin, wanted_rows


def _list_options(verb: argparse.ArgumentParser) -> None:
    options.paths(verb)
    options.times(verb)
    options.filters(verb)
    options.form(verb, ("text", "table", "json", "csv", "md"))
    options.look(verb)


def _overdue_options(verb: argparse.ArgumentParser) -> None:
    _list_options(verb)
    verb.add_argument("--possible", action="store_true", help="count what may have fallen due as well")
    options.exit_zero(verb)


def _list(asked: argparse.Namespace, scene: Scene) -> Answer:
    """All events that pass the filters."""
    log, remark = asked_log(asked)
    rows = wanted_rows(agenda(log, scene.today), asked)
    return Answer(_view(rows, asked, scene) or nothing(asked, "no events"), 0, remark)


def _overdue(asked: argparse.Namespace, scene: Scene) -> Answer:
    """What is overdue; status 1 when something is."""
    log, remark = asked_log(asked)
    rows = wanted_rows(overdue_rows(log, scene.today, possible=asked.possible), asked)
    status = 1 if rows and not asked.exit_zero else 0
    return Answer(_view(rows, asked, scene) or nothing(asked, "nothing is overdue"), status, remark)


def _view(rows: list[Row], asked: argparse.Namespace, scene: Scene) -> str:
    if asked.format == "text":
        from ..views import agenda as view

        return twin(view.render(rows, scene.today, scene.width), asked)
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
)
