"""Rows as tables for people and machines: which columns, in which style, under which headings."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ..errors import UsageError
from ..model import EventLog
from ..reports import Row
from ..views.groups import Section
from ..views.render_options import PLAIN, Look
from .shared import twin
from .verb import Scene

MACHINES = ("json", "csv")


def settle(asked: argparse.Namespace) -> None:
    """Make a table of what was asked for with options of tables; `--format` need not be said as well.

    Raises:
        UsageError: a style of tables, or headings, for what is no table for people; headings in markup, where nothing
            would keep the title of a programme from being interpreted.
    """
    if asked.table_format and asked.format not in ("text", "table"):
        raise UsageError(f"--table-format is a style of tables, and --format {asked.format} has its own")
    if getattr(asked, "group_by", None) and asked.format in MACHINES:
        raise UsageError(f"--group-by gives headings, and --format {asked.format} has none: every row names its groups")
    if getattr(asked, "group_by", None) and asked.table_format and not _is_plain(asked.table_format):
        raise UsageError(f"--group-by gives headings, and a table of {asked.table_format} none: use --format md")
    if asked.format == "text" and (asked.table_format or getattr(asked, "columns", None) is not None):
        asked.format = "table"


def _is_plain(style: str) -> bool:
    """Whether a table of a style is shown as it stands."""
    from ..views.tables.escaping import NOTHING

    return style in NOTHING


def style(asked: argparse.Namespace) -> str:
    """The style of tables asked for."""
    return asked.table_format or "simple"


def chosen(asked: argparse.Namespace, known: Sequence[str], usual: Sequence[str]) -> Sequence[str]:
    """The columns asked for, else the usual ones.

    Raises:
        UsageError: there is no such column.
    """
    from ..views.tables.columns import choose

    return usual if asked.columns is None else choose(asked.columns, known)


def for_machines(records: Iterable[Mapping[str, Any]], asked: argparse.Namespace, known: Sequence[str]) -> str:
    """Records as JSON or CSV, with the columns asked for."""
    from ..views.tables.columns import SAID, choose
    from ..views.tables.csv_json import as_csv, as_json

    names = known if asked.columns is None else choose(asked.columns, known, SAID)
    rows = [{name: record[name] for name in names} for record in records]
    return as_json(rows) if asked.format == "json" else as_csv(rows, names)


def sections(
    rows: Sequence[Row], log: EventLog, asked: argparse.Namespace, scene: Scene
) -> tuple[list[Section] | None, str]:
    """The rows under the headings asked for, if any were; and a line that says how many stand in several."""
    if not asked.group_by:
        return None, ""
    from ..views import groups
    from ..views.text_layout import fit

    look = scene.look if asked.format != "md" else scene.look._replace(paint=PLAIN.paint)
    many = groups.repeated(asked.group_by, rows)
    below = look.paint(fit(look.voice.say("n in several groups", many), look.width), "soft") + "\n" if many else ""
    return groups.by(asked.group_by, rows, log, look.voice), below


def pasted(draw: Callable[[Look], str], asked: argparse.Namespace, scene: Scene) -> str:
    """What a view draws, as it stands; or, for Markdown, as a block, which no colours reach."""
    if asked.format != "md":
        return twin(draw(scene.look), asked)
    from ..views.tables.escaping import fenced

    return fenced(twin(draw(scene.look._replace(paint=PLAIN.paint)), asked))
