"""Tables drawn by tabulate (whose home this is): all text is shown literally, no id is taken for a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ...errors import FieldError, did_you_mean
from ...reports import Row
from ..groups import Section, by_urgency
from ..i18n import ENGLISH, Voice
from ..render_options import PLAIN, RenderOptions
from ..text_layout import clean
from . import escaping
from .columns import DOCUMENT, FIELDS, MARKDOWN, TABLE, Fields, T

SIMPLE, PIPE = "simple", "pipe"


def style(name: str) -> str:
    """The name of a table style, in small letters.

    Raises:
        FieldError: S008, the style is unknown, or its escaping is.
    """
    known = styles()
    if name.casefold() not in known:
        raise FieldError("S008", f"unknown table format '{name}'", did_you_mean(name, known))
    return name.casefold()


def styles() -> list[str]:
    """The styles of the installed tabulate that have an escaping here."""
    from tabulate import tabulate_formats

    return [name for name in tabulate_formats if escaping.DRAWN_AS.get(name, name) in escaping.ESCAPES]


def render(
    rows: Iterable[Row],
    today: date,
    options: RenderOptions = PLAIN,
    style: str = SIMPLE,
    columns: Sequence[str] = TABLE,
) -> str:
    """All rows as one table in a style of tabulate, of any width."""
    return of(FIELDS, rows, today, options, style, columns)


def of(
    fields: Fields[T], rows: Iterable[T], today: date, options: RenderOptions, style: str, columns: Sequence[str]
) -> str:
    """A table of rows of any type.

    Args:
        fields: the columns of that type.
        rows: one per line.
        today: the day of their conditions.
        options: language and colours; markup is never painted.
        style: a style of tabulate.
        columns: names of fields.
    """
    if style not in escaping.NOTHING:
        options = options._replace(paint=PLAIN.paint)
    headers = [fields.header(name, options.voice) for name in columns]
    return written([fields.row(row, columns, today, options) for row in rows], headers, style)


def written(cells: Iterable[Sequence[str]], headers: Sequence[str], style: str, right: Sequence[int] = ()) -> str:
    """A table in a style of tabulate, with all text escaped.

    Args:
        cells: plain or painted text.
        headers: one per column.
        style: a style of tabulate.
        right: the columns that are aligned right.
    """
    from tabulate import tabulate

    style = escaping.DRAWN_AS.get(style, style)
    shown = escaping.ESCAPES[style]
    rows = [[*map(shown, row)] for row in cells]
    sides = ["right" if number in right else "left" for number in range(len(headers))] if rows and right else None
    return tabulate(rows, [*map(shown, headers)], tablefmt=style, disable_numparse=True, colalign=sides) + "\n"


def sectioned(
    sections: Iterable[Section],
    today: date,
    options: RenderOptions = PLAIN,
    style: str = SIMPLE,
    columns: Sequence[str] = TABLE,
) -> str:
    """One table per section, under its heading."""
    return "\n".join(
        f"{options.paint(section.heading, 'heading')}\n{render(section.rows, today, options, style, columns)}"
        for section in sections
    )


def markdown(
    rows: Sequence[Row],
    today: date,
    voice: Voice = ENGLISH,
    columns: Sequence[str] = MARKDOWN,
    sections: Sequence[Section] | None = None,
) -> str:
    """Markdown: one table per group that has rows, or per section."""
    parts = [f"{voice.say('as of', day=voice.day(today))}\n"]
    headers = [DOCUMENT.title(name, voice) for name in columns]
    for section in by_urgency(rows, voice) if sections is None else sections:
        cells = [DOCUMENT.row(row, columns, today, RenderOptions(voice=voice)) for row in section.rows]
        heading = section.heading if sections else section.heading.capitalize()
        parts.append(f"## {escaped(heading)}\n\n{written(cells, headers, PIPE)}")
    return "\n".join(parts)


def escaped(text: str) -> str:
    """Text escaped for Markdown."""
    return clean(escaping.markdown(text))


def of_records(records: Iterable[Mapping[str, Any]], fields: Sequence[str]) -> str:
    """A table of records with these fields as its columns."""
    return written([[_cell(record.get(field)) for field in fields] for record in records], fields, SIMPLE)


def markdown_of_records(records: Iterable[Mapping[str, Any]], fields: Sequence[str]) -> str:
    """The same in Markdown."""
    headers = [field.replace("_", " ") for field in fields]
    return written([[_cell(record.get(field)) for field in fields] for record in records], headers, PIPE)


def _cell(value: Any) -> str:
    """A value as text; lists are joined as in CSV, None is empty."""
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    return "" if value is None else clean(str(value))
