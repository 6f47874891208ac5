"""Tables, drawn by tabulate (whose home this is): all text as it stands, no number guessed out of an id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

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
    """A style of tables by its name.

    Raises:
        FieldError: S008; there is none, or nobody knows what it would make of a text.
    """
    known = styles()
    if name.casefold() not in known:
        raise FieldError("S008", f"unknown table format '{name}'", did_you_mean(name, known))
    return name.casefold()


def styles() -> list[str]:
    """The styles of this tabulate in which every text is shown as it stands."""
    from tabulate import tabulate_formats

    return [name for name in tabulate_formats if escaping.DRAWN_AS.get(name, name) in escaping.ESCAPES]


def render(
    rows: Iterable[Row],
    today: date,
    options: RenderOptions = PLAIN,
    style: str = SIMPLE,
    columns: Sequence[str] = TABLE,
) -> str:
    """All rows as one table in a style of tabulate; as wide as it gets."""
    return of(FIELDS, rows, today, options, style, columns)


def of(
    fields: Fields[T], rows: Iterable[T], today: date, options: RenderOptions, style: str, columns: Sequence[str]
) -> str:
    """A table of anything that has fields.

    Args:
        fields: what can be asked of a row.
        rows: one a line.
        today: the day they stand on.
        options: language and colours; markup is never painted.
        style: of tabulate.
        columns: names of fields.
    """
    if style not in escaping.NOTHING:
        options = options._replace(paint=PLAIN.paint)
    headers = [fields.header(name, options.voice) for name in columns]
    return written([fields.row(row, columns, today, options) for row in rows], headers, style)


def written(cells: Iterable[Sequence[str]], headers: Sequence[str], style: str, right: Sequence[int] = ()) -> str:
    """A table in a style of tabulate; every text as it stands, whatever the style would make of it.

    Args:
        cells: plain or painted text.
        headers: one a column.
        style: of tabulate.
        right: the columns that stand at their right edge.
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
    """A table for each section, under its heading."""
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
    """A Markdown document: one table for each group that has rows, or for each section."""
    parts = [f"{voice.say('as of', day=voice.day(today))}\n"]
    headers = [DOCUMENT.title(name, voice) for name in columns]
    for section in by_urgency(rows, voice) if sections is None else sections:
        cells = [DOCUMENT.row(row, columns, today, RenderOptions(voice=voice)) for row in section.rows]
        heading = section.heading if sections else section.heading.capitalize()
        parts.append(f"## {escaped(heading)}\n\n{written(cells, headers, PIPE)}")
    return "\n".join(parts)


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return clean(escaping.markdown(text))
