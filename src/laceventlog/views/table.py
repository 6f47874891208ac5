"""Tables, drawn by tabulate (whose home this is): all text as it stands, no number guessed out of an id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ..reports import Group, Row
from .look import PLAIN, Look
from .text import clean
from .voices import ENGLISH, Voice
from .words import UNCUT, capital, cited, lateness, marker, when_text, window

COLUMNS = ("id", "when as written", "window", "status", "lateness", "last heard", "event")
MARKDOWN_COLUMNS = ("when", "event", "lateness", "status", "countries", "source")


def render(rows: Iterable[Row], today: date, look: Look = PLAIN, style: str = "simple") -> str:
    """All rows as one table in a style of tabulate; as wide as it gets."""
    headers = ["", *map(look.voice.name, COLUMNS)]
    return drawn([_cells(row, today, look) for row in rows], headers, style)


def _cells(row: Row, today: date, look: Look) -> tuple[str, ...]:
    event, voice = row.event, look.voice
    heard = event.state.last.known_from
    return (
        look.paint(marker(row), row.group),
        event.id,
        clean(when_text(event.when, UNCUT, voice)),
        window(event.when),
        voice.word(event.status),
        look.paint(lateness(row, today, voice), row.group),
        heard.isoformat() if heard else "",
        clean(event.title),
    )


def drawn(cells: Sequence[Sequence[str]], headers: Sequence[str], style: str) -> str:
    """A table in a style of tabulate; every text as it stands."""
    from tabulate import tabulate

    return tabulate(cells, headers, tablefmt=style, disable_numparse=True) + "\n"


def markdown(rows: Sequence[Row], today: date, voice: Voice = ENGLISH) -> str:
    """A Markdown document: one table for each group that has rows."""
    headers = [*(capital(voice.name(column)) for column in MARKDOWN_COLUMNS), voice.name("id")]
    parts = [f"{voice.say('as of', day=voice.day(today))}\n"]
    for group in Group:
        cells = [_markdown_cells(row, today, voice) for row in rows if row.group is group]
        if cells:
            parts.append(f"## {voice.headings[group].capitalize()}\n\n{drawn(cells, headers, 'pipe')}")
    return "\n".join(parts)


def _markdown_cells(row: Row, today: date, voice: Voice) -> tuple[str, ...]:
    event = row.event
    cells = (
        when_text(event.when, UNCUT, voice), event.title, lateness(row, today, voice), voice.word(event.status),
        ", ".join(event.countries), cited(event.state.last.source, voice), event.id,
    )  # fmt: skip
    return tuple(map(escaped, cells))


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands."""
    for sign in "\\`*_[]<>|~&":
        text = text.replace(sign, f"\\{sign}")
    return clean(text)
