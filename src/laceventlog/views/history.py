"""What was said and when, oldest first: of one event statement by statement, of a whole log as news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ..model import Event
from ..reports import Said
from .shifts import shift_words
from .statement import bounds_text, claim, entry, grounds, indented, said_on
from .text import wrap


def render(event: Event, rows: Sequence[Said], width: int = 100) -> str:
    """One event: a block for each of its statements, no line wider than `width`."""
    blocks = [wrap(f"{event.title} [{event.id}]", width), *(_block(row, width) for row in rows)]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _block(row: Said, width: int) -> list[str]:
    """All of one statement, field by field; first what it changed."""
    mark = ": a correction" if row.statement.correction else ""
    lines = wrap(f"{said_on(row.statement)}{mark}", width)
    for name, text in _entries(row):
        lines += entry(name, text, width)
    return lines


def _entries(row: Said) -> Iterator[tuple[str, str]]:
    if not row.is_first:
        yield "changed", changed(row) or "nothing"
    statement = row.statement
    called = f" (“{statement.word}”)" if statement.word not in ("", statement.status) else ""
    yield "status", f"{statement.status}{called}"
    yield "date", _date(row)
    yield from grounds(statement)


def changed(row: Said) -> str:
    """What a statement moved against those before it; empty where it moved nothing."""
    return "; ".join(shift_words(row.shift, correction=row.statement.correction))


def _date(row: Said) -> str:
    """As the source wrote it, with its bounds where it is no known day; else what is in force without it."""
    when, stands = row.statement.when, row.shift.after.when
    if when is None:
        return "not stated" if stands.is_unscheduled else f"not stated; in force: {stands}"
    if when.is_unscheduled or when.is_known_day:
        return str(when)
    return f"{when} ({bounds_text(when)})"


def news(rows: Iterable[Said], width: int = 100) -> str:
    """Many events: under each day the statements made on it, with what they changed; newest last."""
    blocks = []
    for day, said in groupby(rows, key=lambda row: said_on(row.statement)):
        lines = [line for row in said for line in _item(row, width)]
        blocks.append("\n".join([*wrap(day, width), *lines]) + "\n")
    return "\n".join(blocks)


def _item(row: Said, width: int) -> Iterator[str]:
    """An event, what was said of it, what that changed, and on what grounds."""
    mark = "corrected: " if row.statement.correction else ""
    yield from ("  " + line for line in wrap(f"{row.event.title} [{row.event.id}]", width - 2))
    yield from indented(mark + claim(row.statement), width)
    moved = changed(row) or ("" if row.is_first else "nothing changed")
    for text in (moved, *(text for _, text in grounds(row.statement))):
        if text:
            yield from indented(text, width)
