"""`count`: numbers of events by country, kind, year ...: by one facet or by two."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from ....errors import UsageError, did_you_mean
from ....eventfile.paths import InMemoryFile
from ....reports import agenda
from ....reports.counts import count_events, flat_table
from ....reports.facets import Facet
from ... import arguments, table_arguments
from ...output import FORMS, empty_message, in_ascii, json_text
from ...selection import apply_filters, is_path, log_as_of, rows_in_condition
from ...verb import Answer, Context, Verb


def _options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "facets", nargs="*", default=[], metavar="WHAT|PATH",
        help=f"what to count by, one or two of {', '.join(Facet)}; event files or folders, or - (default: events/)",
    )  # fmt: skip
    arguments.times(verb)
    arguments.filters(verb)
    arguments.formats(verb, FORMS)
    arguments.table(verb, columns=False)
    arguments.options(verb)


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """The numbers of events that pass the filters."""
    table_arguments.check_table_options(args)
    facets, args.paths = _split(args.facets)
    log, remark = log_as_of(args)
    rows = rows_in_condition(agenda(apply_filters(log, args), context.today), args)
    matrix = count_events(rows, log, *facets)
    if args.format == "json":
        from ....reports.records import matrix_record

        return Answer(json_text(matrix_record(matrix)), 0, remark)
    if args.format == "csv":
        from ....views.tables.csv_json import as_csv

        fields, records = flat_table(matrix)
        return Answer(as_csv(records, fields), 0, remark)
    from ....views.tables import pivot_table as view

    if args.format == "md":
        return Answer(view.markdown(matrix, log, context.options.voice), 0, remark)
    if args.format == "table":
        return Answer(
            in_ascii(view.table(matrix, log, context.options.voice, table_arguments.style(args)), args), 0, remark
        )
    text = in_ascii(view.render(matrix, log, context.options), args)
    return Answer(text or empty_message(args, context, "no events"), 0, remark)


def _split(words: Sequence[str | InMemoryFile]) -> tuple[list[Facet], list[str | InMemoryFile]]:
    """One or two facets, and paths.

    Raises:
        UsageError: there is no facet, an unknown one, the same one twice, or three.
    """
    named = [str(word).casefold() for word in words if _is_facet(word)]
    paths = [word for word in words if not _is_facet(word)]
    wrong = next((word for word in paths if isinstance(word, str) and not is_path(word)), None)
    if wrong is not None:
        raise UsageError(f"cannot count by '{wrong}': {did_you_mean(wrong, list(Facet))}")
    if not named:
        raise UsageError(f"say what to count by: one or two of {', '.join(Facet)}")
    if len(named) > 2 or len(set(named)) < len(named):
        raise UsageError(f"count by one or two different facets, not {', '.join(named)}")
    return [Facet(word) for word in named], paths


def _is_facet(word: str | InMemoryFile) -> bool:
    return isinstance(word, str) and word.casefold() in list(Facet)


COUNT = Verb(
    "count",
    "numbers of events by country, kind, status, condition, year or programme, or by two of these",
    "laceventlog count country year --kind meeting",
    _options,
    _run,
    rest="facets",
)
