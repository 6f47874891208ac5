"""Rows as tables for people and machines: which columns, in which style, under which headings."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ..errors import UsageError
from ..model import EventLog
from ..reports import Row
from ..views.groups import Section
from ..views.render_options import PLAIN, RenderOptions
from .shared import twin
from .verb import Context

MACHINES = ("json", "csv")


def settle(args: argparse.Namespace) -> None:
    """Make a table of what was asked for with options of tables; `--format` need not be said as well.

    Raises:
        UsageError: a style of tables, or headings, for what is no table for people; headings in markup, where nothing
            would keep the title of a programme from being interpreted.
    """
    if args.table_format and args.format not in ("text", "table"):
        raise UsageError(f"--table-format is a style of tables, and --format {args.format} has its own")
    if getattr(args, "group_by", None) and args.format in MACHINES:
        raise UsageError(f"--group-by gives headings, and --format {args.format} has none: every row names its groups")
    if getattr(args, "group_by", None) and args.table_format and not _is_plain(args.table_format):
        raise UsageError(f"--group-by gives headings, and a table of {args.table_format} none: use --format md")
    if args.format == "text" and (args.table_format or getattr(args, "columns", None) is not None):
        args.format = "table"


def _is_plain(style: str) -> bool:
    """Whether a table of a style is shown as it stands."""
    from ..views.tables.escaping import NOTHING

    return style in NOTHING


def style(args: argparse.Namespace) -> str:
    """The style of tables asked for."""
    return args.table_format or "simple"


def chosen(args: argparse.Namespace, known: Sequence[str], usual: Sequence[str]) -> Sequence[str]:
    """The columns asked for, else the usual ones.

    Raises:
        UsageError: there is no such column.
    """
    from ..views.tables.columns import choose

    return usual if args.columns is None else choose(args.columns, known)


def for_machines(records: Iterable[Mapping[str, Any]], args: argparse.Namespace, known: Sequence[str]) -> str:
    """Records as JSON or CSV, with the columns asked for."""
    from ..views.tables.columns import WORDED, choose
    from ..views.tables.csv_json import as_csv, as_json

    names = known if args.columns is None else choose(args.columns, known, WORDED)
    rows = [{name: record[name] for name in names} for record in records]
    return as_json(rows) if args.format == "json" else as_csv(rows, names)


def sections(
    rows: Sequence[Row], log: EventLog, args: argparse.Namespace, context: Context
) -> tuple[list[Section] | None, str]:
    """The rows under the headings asked for, if any were; and a line that says how many stand in several."""
    if not args.group_by:
        return None, ""
    from ..views import groups
    from ..views.text_layout import fit

    options = context.options if args.format != "md" else context.options._replace(paint=PLAIN.paint)
    many = groups.repeated(args.group_by, rows)
    below = (
        options.paint(fit(options.voice.say("n in several groups", many), options.width), "soft") + "\n" if many else ""
    )
    return groups.by(args.group_by, rows, log, options.voice), below


def pasted(draw: Callable[[RenderOptions], str], args: argparse.Namespace, context: Context) -> str:
    """What a view draws, as it stands; or, for Markdown, as a block, which no colours reach."""
    if args.format != "md":
        return twin(draw(context.options), args)
    from ..views.tables.escaping import fenced

    return fenced(twin(draw(context.options._replace(paint=PLAIN.paint)), args))
