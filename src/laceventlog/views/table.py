"""Tables, drawn by tabulate (whose home this is): all text as it stands, no number guessed out of an id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ..reports import Group, Row
from .text import clean, day_text
from .words import HEADINGS, lateness, marker, window

HEADERS = ("", "id", "when (as written)", "window", "status", "lateness", "last heard", "event")


def render(rows: Iterable[Row], today: date, style: str = "simple") -> str:
    """All rows as one table in a style of tabulate."""
    return _table([_cells(row, today) for row in rows], HEADERS, style)


def _cells(row: Row, today: date) -> tuple[str, ...]:
    event = row.event
    heard = event.state.last.known_from
    return (
        marker(row),
        event.id,
        clean(str(event.when)),
        window(event.when),
        str(event.status),
        lateness(row, today),
        heard.isoformat() if heard else "",
        clean(event.title),
    )


def _table(cells: Sequence[Sequence[str]], headers: Sequence[str], style: str) -> str:
    from tabulate import tabulate

    return tabulate(cells, headers, tablefmt=style, disable_numparse=True) + "\n"


MARKDOWN_HEADERS = ("When", "Event", "Lateness", "Status", "Countries", "Source", "id")


def markdown(rows: Sequence[Row], today: date) -> str:
    """A Markdown document: one table for each group that has rows."""
    parts = [f"As of {day_text(today)}.\n"]
    for group in Group:
        cells = [_markdown_cells(row, today) for row in rows if row.group is group]
        if cells:
            parts.append(f"## {HEADINGS[group].capitalize()}\n\n{_table(cells, MARKDOWN_HEADERS, 'pipe')}")
    return "\n".join(parts)


def _markdown_cells(row: Row, today: date) -> tuple[str, ...]:
    event, source = row.event, row.event.state.last.source
    cells = (
        str(event.when), event.title, lateness(row, today), str(event.status), ", ".join(event.countries),
        str(source or ""), event.id,
    )  # fmt: skip
    return tuple(map(escaped, cells))


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands."""
    for sign in "\\`*_[]<>|~&":
        text = text.replace(sign, f"\\{sign}")
    return clean(text)
