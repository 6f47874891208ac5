"""`export` of a large log in JSON Lines, which need not fit into memory: it is read again for each pass over it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ....eventfile.stream import Stream, opened
from ....eventfile.trees import Unusual
from ....reports import Row, record, standing
from ...shared import FILTERS, asked_paths, count, lines
from ...verb import Answer, Context
from . import calendar

TARGETS = ("ics", "jsonl", "csv")
LARGE = 16_000_000
"""Octets of a log that is rather read twice than kept."""


def asked_stream(args: argparse.Namespace) -> Stream | None:
    """The log on disk, if all of it is asked for, it is large and in JSON Lines, and nothing has to be reported."""
    if args.target not in TARGETS or args.split or args.as_of or any(getattr(args, name) for name in FILTERS):
        return None
    paths = [Path(path) for path in asked_paths(args) if isinstance(path, str) and path.endswith(".jsonl")]
    if len(paths) < len(asked_paths(args)) or _size(paths) < LARGE:
        return None
    try:
        return opened(paths).closed()
    except Unusual:
        return None


def _size(paths: list[Path]) -> int:
    """Octets of all files; 0 where one is no file."""
    return sum(path.stat().st_size for path in paths) if all(map(Path.is_file, paths)) else 0


def export(log: Stream, args: argparse.Namespace, context: Context) -> Answer:
    """The log piece by piece, on standard output or into a file."""
    if args.target == "ics":
        return calendar.export_whole(log, args, "")
    pieces = _lines(log) if args.target == "jsonl" else _table(log, context.today)
    if not args.output:
        return Answer(pieces=pieces)
    from ....atomic_write import replacing

    with replacing(Path(args.output)) as file:
        file.writelines(pieces)
    return Answer(remark=lines(f"{args.output}: {count(len(log), 'event')}"))


def _lines(log: Stream) -> Iterator[bytes]:
    from ....eventfile import jsonl

    return (line.encode() for line in jsonl.lines(log))


def _table(log: Stream, today: date) -> Iterator[bytes]:
    from ....views.tables.csv_json import csv_lines

    return (line.encode() for line in csv_lines(record(Row(event, standing(event, today))) for event in log))
