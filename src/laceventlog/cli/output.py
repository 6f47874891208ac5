"""Answers in every format: rows and records, JSON, files, differences of files, and small texts."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from ..reports import Row
from ..reports.agenda import in_order
from .verb import Answer, Context

FORMS = ("text", "table", "json", "csv", "md")
"""Formats of rows."""
LINE = re.compile("[^\n]*\n|[^\n]+")
BREAK = re.compile("\r\n|[\n\r]")
NO_END = "\n\\ No newline at end of file\n"


def rows_as(rows: list[Row], form: str, context: Context) -> str:
    """Rows as `json`, `csv`, `md` or a table."""
    if form in ("json", "csv"):
        from ..reports.records import row_record
        from ..views.tables import csv_json as written

        return (written.as_json if form == "json" else written.as_csv)([row_record(row) for row in rows])
    from ..views.tables import styled_table

    if form == "md":
        return styled_table.markdown(in_order(rows), context.today, context.options.voice)
    return styled_table.render(rows, context.today, context.options)


def records_as(records: Sequence[dict[str, Any]], fields: Sequence[str], form: str) -> str:
    """Records as `json` with all their fields, or as `csv`, `md` or a table with these fields."""
    if form == "json":
        return json_text(records)
    if form == "csv":
        from ..views.tables.csv_json import as_csv

        return as_csv(records, fields)
    from ..views.tables import styled_table

    return (styled_table.markdown_of_records if form == "md" else styled_table.of_records)(records, fields)


def json_text(plain: object) -> str:
    """Plain values as JSON."""
    from ..views.tables import csv_json as written

    return written.as_json(plain)


def deliver(text: str, args: argparse.Namespace, remark: str, number: int) -> Answer:
    """A text for standard output, or written to --output with a remark that counts its events.

    Raises:
        UsageError: the file cannot be written.
    """
    if args.output in (None, "", "-"):
        return Answer(text, 0, remark)
    from pathlib import Path

    from ..atomic_write import replacing

    with replacing(Path(args.output)) as file:
        file.write(text.encode("utf-8", "backslashreplace"))
    return Answer("", 0, join_lines(remark, f"{args.output}: {plural(number, 'event')}"))


def in_ascii(text: str, args: argparse.Namespace) -> str:
    """The text, with ASCII signs if --ascii is given."""
    from ..views.labels import ascii_twin

    return ascii_twin(text) if args.ascii else text


def empty_message(args: argparse.Namespace, context: Context, phrase: str) -> str:
    """A text for an empty result, except in formats for machines."""
    return f"{context.options.voice.say(phrase)}\n" if args.format == "text" else ""


def plural(number: int, noun: str) -> str:
    """A number with its noun: `1 event`, `2 events`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def join_lines(*remarks: str) -> str:
    """Remarks, one per line, without empty ones."""
    return "\n".join(filter(None, remarks))


def new_lines(before: str, after: str, path: str) -> str:
    """`path:line:text` of every line from the first to the last that changed."""
    old, new = BREAK.split(before), BREAK.split(after)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return "".join(f"{path}:{number + 1}:{new[number]}\n" for number in range(head, len(new) - tail))


def _common(old: list[str], new: list[str]) -> int:
    """The number of equal lines at the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def unified_diff(before: str, after: str, path: str) -> str:
    """A unified diff, as `patch` reads it."""
    import difflib

    lines = difflib.unified_diff(LINE.findall(before), LINE.findall(after), path, path)
    return "".join(line if line.endswith("\n") else line + NO_END for line in lines)
