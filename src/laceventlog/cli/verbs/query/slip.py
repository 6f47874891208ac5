"""`slip`: how far dates moved, of one event or of all."""

from __future__ import annotations

import argparse

from ....errors import UsageError
from ....reports import Row, Slip, agenda, figures, slip_of, standing
from ... import arguments, table_arguments
from ...shared import FORMS, as_json, asked_event, asked_log, ids_and_paths, nothing, twin, wanted_rows
from ...verb import Answer, Scene, Verb


def _options(verb: argparse.ArgumentParser) -> None:
    arguments.id_and_paths(verb, "words")
    arguments.times(verb)
    arguments.filters(verb)
    arguments.form(verb, FORMS)
    arguments.table(verb)
    arguments.look(verb)


def _run(asked: argparse.Namespace, scene: Scene) -> Answer:
    """The forecasts of the event that was named, else a table of all that were planned."""
    table_arguments.settle(asked)
    wanted, asked.paths = ids_and_paths(asked.words)
    return _one(wanted, asked, scene) if wanted else _all(asked, scene)


def _one(event_id: str, asked: argparse.Namespace, scene: Scene) -> Answer:
    from ....reports.slip_records import slip_record
    from ....views.timeline import slip_chart as view

    if asked.format not in ("text", "json", "md"):
        raise UsageError(f"one event is told as text, json or md, not as {asked.format}")
    if asked.columns is not None:
        raise UsageError("--columns is for many events, not for one")
    event, _, remark = asked_event(asked, event_id)
    found = slip_of(Row(event, standing(event, scene.today)))
    if asked.format == "json":
        return Answer(as_json(slip_record(found)), 0, remark)
    return Answer(table_arguments.pasted(lambda look: view.render(found, scene.today, look), asked, scene), 0, remark)


def _all(asked: argparse.Namespace, scene: Scene) -> Answer:
    log, remark = asked_log(asked)
    rows = wanted_rows(agenda(log, scene.today), asked)
    found = [slip_of(row) for row in rows if row.event.state.first_plan]
    if asked.format in ("json", "csv"):
        return Answer(_for_machines(found, asked), 0, remark)
    return Answer(_for_people(found, asked, scene) + _left_out(len(rows) - len(found), asked, scene), 0, remark)


def _for_machines(found: list[Slip], asked: argparse.Namespace) -> str:
    from ....reports.slip_records import FIELDS, figures_record, slip_record, slip_records

    if asked.format == "csv" or asked.columns is not None:
        return table_arguments.for_machines(slip_records(found), asked, FIELDS)
    return as_json({"events": [slip_record(slip) for slip in found], "figures": figures_record(figures(found))})


def _for_people(found: list[Slip], asked: argparse.Namespace, scene: Scene) -> str:
    from ....views.timeline import slip_table as view

    if asked.format == "md":
        columns = table_arguments.chosen(asked, view.FIELDS.known, view.MARKDOWN)
        return view.markdown(found, figures(found), scene.today, scene.look.voice, columns)
    if asked.format == "table":
        columns = table_arguments.chosen(asked, view.FIELDS.known, view.TABLE)
        return twin(view.table(found, scene.look, table_arguments.style(asked), columns), asked)
    return twin(view.render(found, figures(found), scene.look), asked) or nothing(asked, scene, "nothing was planned")


def _left_out(number: int, asked: argparse.Namespace, scene: Scene) -> str:
    if not number or asked.format != "text":
        return ""
    from ....views.text_layout import fit

    look = scene.look
    return twin(look.paint(fit(look.voice.say("not shown", number), look.width), "soft") + "\n", asked)


SLIP = Verb(
    "slip",
    "how far dates moved: of all that was planned, or forecast by forecast of one event",
    "laceventlog slip --condition overdue",
    _options,
    _run,
    rest="words",
)
