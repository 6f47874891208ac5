"""Records (one dict per event) as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from ...reports.records import ROW_FIELDS, Record

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters of a formula in spreadsheets (OWASP, CSV injection)."""


def as_json(plain: Any) -> str:
    """Indented JSON with Unicode characters and a final line break."""
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def as_csv(records: Iterable[Record], fields: Sequence[str] = ROW_FIELDS) -> str:
    """CSV with a header (RFC 4180, CRLF); lists are joined by "; ".

    Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers do not.
    """
    return "".join(csv_lines(records, fields))


def csv_lines(records: Iterable[Record], fields: Sequence[str] = ROW_FIELDS) -> Iterator[str]:
    """The same, line by line."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in chain([fields], ([_cell(record.get(field)) for field in fields] for record in records)):
        writer.writerow(row)
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def _cell(value: Any) -> str:
    if isinstance(value, int):
        return str(value)
    return harmless("; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value))


def harmless(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet would run it as a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) or text.lstrip().startswith(DANGEROUS) else text
