"""`list` and `overdue`: events as rows."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from ....model import EventLog
from ....reports import Row, agenda, due_within
from ....reports import overdue as overdue_rows
from ....reports.agenda import in_order, is_stale
from ....views.groups import Section
from ... import arguments, table_arguments
from ...output import FORMS, empty_message, in_ascii
from ...selection import apply_filters, log_as_of, rows_in_condition
from ...verb import Answer, Context, Verb


def _list_options(verb: argparse.ArgumentParser) -> None:
    arguments.paths(verb)
    arguments.times(verb)
    arguments.filters(verb)
    arguments.formats(verb, FORMS)
    arguments.table(verb)
    arguments.grouping(verb)
    arguments.options(verb)
    verb.add_argument(
        "--stale",
        type=arguments.DAYS,
        metavar="N",
        help="only awaited events without a report for at least N days, or for an unknown time",
    )


def _all_options(verb: argparse.ArgumentParser) -> None:
    _list_options(verb)
    verb.add_argument(
        "--due-within",
        type=arguments.DAYS,
        metavar="N",
        help="only awaited events whose last day is today or in the next N days",
    )


def _overdue_options(verb: argparse.ArgumentParser) -> None:
    _list_options(verb)
    verb.add_argument("--possible", action="store_true", help="include events that may already be due")
    arguments.exit_zero(verb)


def _list(args: argparse.Namespace, context: Context) -> Answer:
    """All events that pass the filters."""
    table_arguments.check_table_options(args)
    log, remark = log_as_of(args)
    filtered = apply_filters(log, args)
    if args.due_within is None:
        rows = agenda(filtered, context.today)
    else:
        rows = in_order(due_within(filtered, context.today, args.due_within))
    rows = _selected(rows, args, context)
    return Answer(_view(rows, log, args, context) or empty_message(args, context, "no events"), 0, remark)


def _overdue(args: argparse.Namespace, context: Context) -> Answer:
    """Overdue events; status 1 if there are any."""
    table_arguments.check_table_options(args)
    log, remark = log_as_of(args)
    rows = _selected(overdue_rows(apply_filters(log, args), context.today, possible=args.possible), args, context)
    status = 1 if rows and not args.exit_zero else 0
    return Answer(_view(rows, log, args, context) or empty_message(args, context, "nothing is overdue"), status, remark)


def _selected(rows: list[Row], args: argparse.Namespace, context: Context) -> list[Row]:
    """The rows that pass --condition and --stale."""
    rows = rows_in_condition(rows, args)
    return rows if args.stale is None else [row for row in rows if is_stale(row, context.today, args.stale)]


def _view(rows: list[Row], log: EventLog, args: argparse.Namespace, context: Context) -> str:
    """The rows in their format; rollups count parts in the whole log, filtered or not."""
    if args.format in table_arguments.MACHINES:
        from ....reports.records import ROW_FIELDS, row_record

        return table_arguments.for_machines(map(row_record, rows), args, ROW_FIELDS)
    sections, below = table_arguments.sections(rows, log, args, context)
    if args.format == "text":
        from ....reports import rollup
        from ....views.text import agenda as view

        wholes, silence = rollup(log, context.today), args.stale is not None
        text = view.render(rows, context.today, context.options, wholes, silence=silence, sections=sections)
        return in_ascii(f"{text}\n{below}" if below else text, args)
    table = _table(rows, sections, args, context)
    if not below:
        return table
    if args.format != "md":
        return f"{table}\n{in_ascii(below, args)}"
    from ....views.tables.escaping import markdown

    return f"{table}\n{markdown(below)}"


def _table(rows: list[Row], sections: Sequence[Section] | None, args: argparse.Namespace, context: Context) -> str:
    """One table, or one per heading."""
    from ....views.tables import columns as table_columns
    from ....views.tables import styled_table

    if args.format == "md":
        columns = table_arguments.columns(args, table_columns.FIELDS.known, table_columns.MARKDOWN)
        return styled_table.markdown(rows, context.today, context.options.voice, columns, sections)
    columns = table_arguments.columns(args, table_columns.FIELDS.known, table_columns.TABLE)
    style = table_arguments.style(args)
    if sections is None:
        return in_ascii(styled_table.render(rows, context.today, context.options, style, columns), args)
    return in_ascii(styled_table.sectioned(sections, context.today, context.options, style, columns), args)


LIST = Verb(
    "list",
    "all events by group, most urgent first",
    "laceventlog list --country CU --condition overdue --condition due",
    _all_options,
    _list,
)


OVERDUE = Verb(
    "overdue",
    "events that are certainly overdue; exits with 1 if there are any",
    "laceventlog overdue --today 2025-03-01",
    _overdue_options,
    _overdue,
    status_is_answer=True,
)
