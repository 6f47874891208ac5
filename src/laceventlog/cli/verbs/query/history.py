"""`history`: the statements of one event or of all, in the order they were said."""

from __future__ import annotations

import argparse
from datetime import date

from ....reports import history, log_history
from ....reports.records import history_record
from ....reports.statement_history import HistoryEntry, was_said_since
from ... import arguments
from ...output import FORMS, empty_message, in_ascii, join_lines, records_as
from ...selection import filtered_log, log_in_condition, selected_event, split_id, unknown_days_remark
from ...verb import Answer, Context, Verb

FIELDS = (
    "id", "title", "said", "status", "when", "text", "source", "reason", "quote", "correction", "status_before",
    "when_before", "date_is", "days_moved",
)  # fmt: skip
"""The columns of a table."""


def _options(verb: argparse.ArgumentParser) -> None:
    arguments.id_and_paths(verb, "words")
    verb.add_argument("--since", type=arguments.DAY, metavar="DAY", help="only statements made on that day or later")
    arguments.times(verb)
    arguments.filters(verb)
    arguments.formats(verb, FORMS)
    arguments.options(verb)


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """The history of one event or of the whole log."""
    from ....views.text import history as view

    wanted, args.paths = split_id(args.words)
    event, log, remark = selected_event(args, wanted) if wanted else (None, *filtered_log(args))
    rows = history(event) if event else log_history(log_in_condition(log, args, context.today))
    rows, undated = _since(rows, args.since)
    remark = join_lines(remark, unknown_days_remark(undated))
    if args.format != "text":
        return Answer(records_as([history_record(row) for row in rows], FIELDS, args.format), 0, remark)
    options = context.options
    text = view.render(event, rows, options) if event and rows else view.render_log(rows, options)
    return Answer(in_ascii(text, args) or empty_message(args, context, "nothing was said"), 0, remark)


def _since(rows: list[HistoryEntry], day: date | None) -> tuple[list[HistoryEntry], int]:
    """The rows said on `day` or later, and the number of rows left out because their day is unknown."""
    if day is None:
        return rows, 0
    kept = [row for row in rows if was_said_since(row.statement, day)]
    undated = [row for row in rows if row.statement.said is None or row.statement.said.is_unscheduled]
    return kept, len(undated)


HISTORY = Verb(
    "history",
    "the statements of one event or of all, in order, with the changes they made",
    "laceventlog history --since 2024-11-01 --country CU",
    _options,
    _run,
    rest="words",
)
