"""Options of tables: columns, style and headings."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ..errors import UsageError
from ..model import EventLog
from ..reports import Row
from ..views.groups import Section
from ..views.render_options import PLAIN, RenderOptions
from .output import in_ascii
from .verb import Context

MACHINES = ("json", "csv")


def check_table_options(args: argparse.Namespace) -> None:
    """Check the options of tables, and let them imply --format table.

    Raises:
        UsageError: a style or headings for a format that has none; headings in a style of markup, where titles of
            programmes would not be escaped.
    """
    if args.table_format and args.format not in ("text", "table"):
        raise UsageError(f"--table-format does not apply to --format {args.format}")
    if getattr(args, "group_by", None) and args.format in MACHINES:
        raise UsageError(f"--group-by does not apply to --format {args.format}: it has no headings")
    if getattr(args, "group_by", None) and args.table_format and not _is_plain(args.table_format):
        raise UsageError(f"--group-by does not apply to --table-format {args.table_format}: use --format md")
    if args.format == "text" and (args.table_format or getattr(args, "columns", None) is not None):
        args.format = "table"


def _is_plain(style: str) -> bool:
    """Whether a style is not markup."""
    from ..views.tables.escaping import NOTHING

    return style in NOTHING


def style(args: argparse.Namespace) -> str:
    """The style of tables."""
    return args.table_format or "simple"


def columns(args: argparse.Namespace, known: Sequence[str], usual: Sequence[str]) -> Sequence[str]:
    """The columns of --columns, else the usual ones.

    Raises:
        UsageError: a column is unknown.
    """
    from ..views.tables.columns import choose

    return usual if args.columns is None else choose(args.columns, known)


def for_machines(records: Iterable[Mapping[str, Any]], args: argparse.Namespace, known: Sequence[str]) -> str:
    """Records as JSON or CSV, with the columns of --columns."""
    from ..views.tables.columns import WORDED, choose
    from ..views.tables.csv_json import as_csv, as_json

    names = known if args.columns is None else choose(args.columns, known, WORDED)
    rows = [{name: record[name] for name in names} for record in records]
    return as_json(rows) if args.format == "json" else as_csv(rows, names)


def sections(
    rows: Sequence[Row], log: EventLog, args: argparse.Namespace, context: Context
) -> tuple[list[Section] | None, str]:
    """The rows under the headings of --group-by, if given, and a line on rows under several of them."""
    if not args.group_by:
        return None, ""
    from ..views import groups
    from ..views.text_layout import fit

    options = context.options if args.format != "md" else context.options._replace(paint=PLAIN.paint)
    number = groups.repeated(args.group_by, rows)
    remark = fit(options.voice.say("n in several groups", number), options.width) if number else ""
    below = f"{options.paint(remark, 'soft')}\n" if remark else ""
    return groups.by(args.group_by, rows, log, options.voice), below


def as_block(draw: Callable[[RenderOptions], str], args: argparse.Namespace, context: Context) -> str:
    """The text of a view; for Markdown as a fenced block without colours."""
    if args.format != "md":
        return in_ascii(draw(context.options), args)
    from ..views.tables.escaping import fenced

    return fenced(in_ascii(draw(context.options._replace(paint=PLAIN.paint)), args))
