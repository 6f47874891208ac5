"""`history`: what was said of one event, or of all of them, in the order in which it was said."""

from __future__ import annotations

import argparse
from datetime import date

from ....reports import history, log_history
from ....reports.records import history_record
from ....reports.statement_history import HistoryEntry, was_said_since
from ... import arguments
from ...shared import (
    FORMS,
    asked_event,
    asked_log,
    ids_and_paths,
    in_condition,
    in_rows,
    left_out,
    lines,
    nothing,
    twin,
)  # fmt: skip
from ...verb import Answer, Context, Verb

FIELDS = (
    "id", "title", "said", "status", "when", "text", "source", "reason", "quote", "correction", "status_before",
    "when_before", "date_is", "days_moved",
)  # fmt: skip
"""The columns of a table."""


def _options(verb: argparse.ArgumentParser) -> None:
    arguments.id_and_paths(verb, "words")
    verb.add_argument("--since", type=arguments.DAY, metavar="DAY", help="only what was said on that day or after")
    arguments.times(verb)
    arguments.filters(verb)
    arguments.form(verb, FORMS)
    arguments.options(verb)


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """The history of one event, or the news of the whole log."""
    from ....views.text import history as view

    wanted, args.paths = ids_and_paths(args.words)
    event, log, remark = asked_event(args, wanted) if wanted else (None, *asked_log(args))
    rows, unsaid = _since(history(event) if event else log_history(in_condition(log, args, context.today)), args.since)
    remark = lines(remark, left_out(unsaid))
    if args.format != "text":
        return Answer(in_rows([history_record(row) for row in rows], FIELDS, args.format), 0, remark)
    options = context.options
    text = view.render(event, rows, options) if event and rows else view.render_log(rows, options)
    return Answer(twin(text, args) or nothing(args, context, "nothing was said"), 0, remark)


def _since(rows: list[HistoryEntry], day: date | None) -> tuple[list[HistoryEntry], int]:
    """The rows said on that day or after; and how many were left out that have no day at all."""
    if day is None:
        return rows, 0
    kept = [row for row in rows if was_said_since(row.statement, day)]
    unsaid = [row for row in rows if row.statement.said is None or row.statement.said.is_unscheduled]
    return kept, len(unsaid)


HISTORY = Verb(
    "history",
    "what was said of one event, or of all, and what it changed, in the order of saying",
    "laceventlog history --since 2024-11-01 --country CU",
    _options,
    _run,
    rest="words",
)
