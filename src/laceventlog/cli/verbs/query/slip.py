"""`slip`: how far dates moved, of one event or of all."""

from __future__ import annotations

import argparse

from ....errors import UsageError
from ....reports import Row, Slip, agenda, figures, slip_of, standing
from ... import arguments, table_arguments
from ...shared import FORMS, as_json, asked_event, asked_log, ids_and_paths, nothing, twin, wanted_rows
from ...verb import Answer, Context, Verb


def _options(verb: argparse.ArgumentParser) -> None:
    arguments.id_and_paths(verb, "words")
    arguments.times(verb)
    arguments.filters(verb)
    arguments.form(verb, FORMS)
    arguments.table(verb)
    arguments.options(verb)


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """The forecasts of the event that was named, else a table of all that were planned."""
    table_arguments.settle(args)
    wanted, args.paths = ids_and_paths(args.words)
    return _one(wanted, args, context) if wanted else _all(args, context)


def _one(event_id: str, args: argparse.Namespace, context: Context) -> Answer:
    from ....reports.records import slip_record
    from ....views.timeline import slip_chart as view

    if args.format not in ("text", "json", "md"):
        raise UsageError(f"one event is told as text, json or md, not as {args.format}")
    if args.columns is not None:
        raise UsageError("--columns is for many events, not for one")
    event, _, remark = asked_event(args, event_id)
    found = slip_of(Row(event, standing(event, context.today)))
    if args.format == "json":
        return Answer(as_json(slip_record(found)), 0, remark)
    return Answer(
        table_arguments.pasted(lambda options: view.render(found, context.today, options), args, context), 0, remark
    )


def _all(args: argparse.Namespace, context: Context) -> Answer:
    log, remark = asked_log(args)
    rows = wanted_rows(agenda(log, context.today), args)
    found = [slip_of(row) for row in rows if row.event.state.first_plan]
    if args.format in ("json", "csv"):
        return Answer(_for_machines(found, args), 0, remark)
    return Answer(_for_people(found, args, context) + _left_out(len(rows) - len(found), args, context), 0, remark)


def _for_machines(found: list[Slip], args: argparse.Namespace) -> str:
    from ....reports.records import SLIP_FIELDS, figures_record, flat_slip_record, slip_record

    if args.format == "csv" or args.columns is not None:
        return table_arguments.for_machines(map(flat_slip_record, found), args, SLIP_FIELDS)
    return as_json({"events": [slip_record(slip) for slip in found], "figures": figures_record(figures(found))})


def _for_people(found: list[Slip], args: argparse.Namespace, context: Context) -> str:
    from ....views.timeline import slip_table as view

    if args.format == "md":
        columns = table_arguments.chosen(args, view.FIELDS.known, view.MARKDOWN)
        return view.markdown(found, figures(found), context.today, context.options.voice, columns)
    if args.format == "table":
        columns = table_arguments.chosen(args, view.FIELDS.known, view.TABLE)
        return twin(view.table(found, context.options, table_arguments.style(args), columns), args)
    return twin(view.render(found, figures(found), context.options), args) or nothing(
        args, context, "nothing was planned"
    )


def _left_out(number: int, args: argparse.Namespace, context: Context) -> str:
    if not number or args.format != "text":
        return ""
    from ....views.text_layout import fit

    options = context.options
    return twin(options.paint(fit(options.voice.say("not shown", number), options.width), "soft") + "\n", args)


SLIP = Verb(
    "slip",
    "how far dates moved: of all that was planned, or forecast by forecast of one event",
    "laceventlog slip --condition overdue",
    _options,
    _run,
    rest="words",
)
