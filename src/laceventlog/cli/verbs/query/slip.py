"""`slip`: shifts of the dates of one event or of all."""

from __future__ import annotations

import argparse

from ....errors import UsageError
from ....reports import Row, Slip, agenda, figures, slip_of, standing
from ... import arguments, table_arguments
from ...output import FORMS, empty_message, in_ascii, json_text
from ...selection import filtered_log, rows_in_condition, selected_event, split_id
from ...verb import Answer, Context, Verb


def _options(verb: argparse.ArgumentParser) -> None:
    arguments.id_and_paths(verb, "words")
    arguments.times(verb)
    arguments.filters(verb)
    arguments.formats(verb, FORMS)
    arguments.table(verb)
    arguments.options(verb)


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """The forecasts of one event, or a table of all planned events."""
    table_arguments.check_table_options(args)
    wanted, args.paths = split_id(args.words)
    return _one(wanted, args, context) if wanted else _all(args, context)


def _one(event_id: str, args: argparse.Namespace, context: Context) -> Answer:
    from ....reports.records import slip_record
    from ....views.timeline import slip_chart as view

    if args.format not in ("text", "json", "md"):
        raise UsageError(f"the slip of one event is text, json or md, not {args.format}")
    if args.columns is not None:
        raise UsageError("--columns is for several events, not for one")
    event, _, remark = selected_event(args, event_id)
    found = slip_of(Row(event, standing(event, context.today)))
    if args.format == "json":
        return Answer(json_text(slip_record(found)), 0, remark)
    return Answer(
        table_arguments.as_block(lambda options: view.render(found, context.today, options), args, context), 0, remark
    )


def _all(args: argparse.Namespace, context: Context) -> Answer:
    log, remark = filtered_log(args)
    rows = rows_in_condition(agenda(log, context.today), args)
    found = [slip_of(row) for row in rows if row.event.state.first_plan]
    if args.format in ("json", "csv"):
        return Answer(_for_machines(found, args), 0, remark)
    return Answer(_for_people(found, args, context) + _left_out(len(rows) - len(found), args, context), 0, remark)


def _for_machines(found: list[Slip], args: argparse.Namespace) -> str:
    from ....reports.records import SLIP_FIELDS, figures_record, flat_slip_record, slip_record

    if args.format == "csv" or args.columns is not None:
        return table_arguments.for_machines(map(flat_slip_record, found), args, SLIP_FIELDS)
    return json_text({"events": [slip_record(slip) for slip in found], "figures": figures_record(figures(found))})


def _for_people(found: list[Slip], args: argparse.Namespace, context: Context) -> str:
    from ....views.timeline import slip_table as view

    if args.format == "md":
        columns = table_arguments.columns(args, view.FIELDS.known, view.MARKDOWN)
        return view.markdown(found, figures(found), context.today, context.options.voice, columns)
    if args.format == "table":
        columns = table_arguments.columns(args, view.FIELDS.known, view.TABLE)
        return in_ascii(view.table(found, context.options, table_arguments.style(args), columns), args)
    return in_ascii(view.render(found, figures(found), context.options), args) or empty_message(
        args, context, "nothing was planned"
    )


def _left_out(number: int, args: argparse.Namespace, context: Context) -> str:
    if not number or args.format != "text":
        return ""
    from ....views.text_layout import fit

    options = context.options
    return in_ascii(options.paint(fit(options.voice.say("not shown", number), options.width), "soft") + "\n", args)


SLIP = Verb(
    "slip",
    "shifts of dates: of all planned events, or of one event forecast by forecast",
    "laceventlog slip --condition overdue",
    _options,
    _run,
    rest="words",
)
