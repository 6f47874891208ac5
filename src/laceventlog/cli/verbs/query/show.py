"""`show`: one event in full."""

from __future__ import annotations

import argparse

from ....reports import Row, links_record, row_record, standing
from ... import arguments, table_arguments
from ...output import json_text
from ...selection import selected_event
from ...verb import Answer, Context, Verb


def _options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="an id or its beginning")
    arguments.paths(verb)
    arguments.times(verb)
    arguments.formats(verb, ("text", "json", "md"))
    arguments.options(verb)


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """One event in full."""
    from ....views.text import card

    event, log, remark = selected_event(args, args.id)
    row = Row(event, standing(event, context.today))
    if args.format == "json":
        from ....eventfile.serialize import plain_event

        plain = row_record(row) | links_record(event, log, context.today) | {"event": plain_event(event)}
        return Answer(json_text(plain), 0, remark)
    text = table_arguments.as_block(lambda options: card.render(row, log, context.today, options), args, context)
    return Answer(text, 0, remark)


SHOW = Verb(
    "show",
    "one event in full, with every statement and its source",
    "laceventlog show cu-biocad-supply",
    _options,
    _run,
)
