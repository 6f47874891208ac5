"""`record`: one more statement about an event, written into its file."""

from __future__ import annotations

import argparse

from ... import arguments
from ...output import join_lines, new_lines, unified_diff
from ...selection import event_paths
from ...verb import Answer, Context, Verb


def _options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="an id or its beginning")
    verb.add_argument("status", metavar="STATUS", help="a status, or a word for one: delivered, called off …")
    arguments.paths(verb)
    verb.add_argument("--when", metavar="DATE", help="the date of the event, in words or EDTF")
    verb.add_argument(
        "--said", metavar="DATE", help="the day of the statement (default: that of its source, else today)"
    )
    verb.add_argument("--source", metavar="KEY#AT", help="a declared source and a locator in it")
    verb.add_argument("--reason", metavar="TEXT", help="why status or date changed")
    verb.add_argument("--quote", metavar="TEXT", help="the words of the source")
    verb.add_argument(
        "--correction", action="store_true", help="it corrects the record; the plan itself did not change"
    )
    verb.add_argument("--dry-run", action="store_true", help="print the changes without making them")
    verb.add_argument("--today", type=arguments.DAY, metavar="DAY", help="the day to take as today (default: today)")


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """A statement appended to the history of an event; prints the lines it wrote."""
    from ....eventfile.editing.record import prepare, record_statement

    made = (prepare if args.dry_run else record_statement)(
        args.id, args.status, *event_paths(args), today=context.today, when=args.when, said=args.said,
        source=args.source, reason=args.reason, quote=args.quote, correction=args.correction,
    )  # fmt: skip
    show = unified_diff if args.dry_run else new_lines
    text = show(made.before.decode("utf-8-sig"), made.after.decode("utf-8-sig"), str(made.path))
    return Answer(text, 0, "", join_lines(*map(str, made.warnings)))


RECORD = Verb(
    "record",
    "add a statement about an event to its file",
    "laceventlog record cu-biocad-supply delivered --when '20 March 2025' --dry-run",
    _options,
    _run,
    status_is_answer=True,
)
