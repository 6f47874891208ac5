"""`diff`: two versions of a log compared."""

from __future__ import annotations

import argparse
import os
from typing import Any

from ....errors import LoadError, Problem
from ....eventfile.load import read_files
from ....eventfile.paths import InMemoryFile
from ....model import EventLog
from ....reports import diff
from ....reports.records import change_record
from ... import arguments
from ...shared import FORMS, as_json, in_rows, twin
from ...verb import Answer, Context, Verb

FIELDS = (
    "change", "of", "id", "old_id", "title", "status_before", "status_after", "when_before", "when_after", "date_is",
    "days_moved",
)  # fmt: skip
"""The columns of a table."""


def _options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("old", metavar="OLD", help="the older version: a file or a folder")
    verb.add_argument("new", metavar="NEW", help="the newer version")
    arguments.form(verb, FORMS)
    arguments.options(verb)
    arguments.exit_zero(verb)


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """The differences; exit status 1 if there are any, as in diff(1)."""
    from ....views.text import log_diff as view

    changes = diff(*_versions(args.old, args.new))
    status = 1 if changes and not args.exit_zero else 0
    if args.format == "json":
        return Answer(as_json([change_record(change) for change in changes]), status)
    if args.format == "md":
        return Answer(view.markdown(changes, context.options.voice), status)
    if args.format in ("csv", "table"):
        return Answer(in_rows([_flat(change_record(change)) for change in changes], FIELDS, args.format), status)
    return Answer(twin(view.render(changes, context.options), args), status)


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    """A change with its shift as columns, for tables."""
    return record | (record["shift"] or {})


def _versions(old: str | InMemoryFile, new: str | InMemoryFile) -> tuple[EventLog, EventLog]:
    """Both logs; a file may cite sources declared beside the other one.

    Raises:
        LoadError: with every problem of both.
    """
    before, after = _read(old, new), _read(new, old)
    problems = [p for _, found in (before, after) for p in found if not p.is_warning]
    if problems:
        raise LoadError(problems)
    return before[0], after[0]


def _read(path: str | InMemoryFile, other: str | InMemoryFile) -> tuple[EventLog, list[Problem]]:
    """One version; the null device, which git passes for a missing file, is an empty log."""
    if path == os.devnull:
        return EventLog(), []
    return read_files(path, beside=[other])


DIFF = Verb(
    "diff",
    "what was revised, corrected, added and dropped between two versions of a log; ends with 1 when anything was",
    "laceventlog diff ../before/events events",
    _options,
    _run,
    rest="",
    is_told_by_status=True,
)
