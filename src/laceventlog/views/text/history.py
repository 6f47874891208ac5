"""Statements in the order they were said: the history of one event, or of a whole log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ...model import Event
from ...reports import HistoryEntry
from ..i18n import Voice
from ..render_options import PLAIN, RenderOptions
from ..text_layout import wrap
from .statement import bounds_text, change_words, claim, entry, grounds, indented, said_on


def render(event: Event, rows: Sequence[HistoryEntry], options: RenderOptions = PLAIN) -> str:
    """The history of one event: a block for each statement, in `options.width` columns."""
    title = [options.paint(line, "heading") for line in wrap(f"{event.title} [{event.id}]", options.width)]
    return "\n\n".join("\n".join(block) for block in [title, *(_block(row, options) for row in rows)]) + "\n"


def _block(row: HistoryEntry, options: RenderOptions) -> list[str]:
    """One statement, field by field; first the change it made."""
    said = said_on(row.statement, options.voice)
    mark = options.voice.say("a correction", said=said) if row.statement.correction else said
    lines = [options.paint(line, "heading") for line in wrap(mark, options.width)]
    for name, text in _entries(row, options.voice):
        lines += entry(name, text, options)
    return lines


def _entries(row: HistoryEntry, voice: Voice) -> Iterator[tuple[str, str]]:
    if not row.is_first:
        yield "changed", changed(row, voice) or voice.say("nothing")
    statement = row.statement
    status = voice.word(statement.status)
    is_called = statement.word not in ("", statement.status)
    yield "status", voice.say("called", status=status, word=voice.quote(statement.word)) if is_called else status
    yield "date", _date(row, voice)
    yield from grounds(statement, voice)


def changed(row: HistoryEntry, voice: Voice) -> str:
    """The change a statement made; empty if it made none."""
    return "; ".join(change_words(row.change, voice, correction=row.statement.correction))


def _date(row: HistoryEntry, voice: Voice) -> str:
    """The words of the source, with bounds unless it is a known day; without a date, the date in force."""
    when, in_force = row.statement.when, row.change.after.when
    if when is None:
        if in_force.is_unscheduled:
            return voice.say("not stated")
        return voice.say("not stated, in force", when=in_force)
    if when.is_unscheduled or when.is_known_day:
        return str(when)
    return f"{when} ({bounds_text(when, voice)})"


def render_log(rows: Iterable[HistoryEntry], options: RenderOptions = PLAIN) -> str:
    """The history of a log: under each day its statements with the changes they made, newest last."""
    blocks = []
    for day, entries in groupby(rows, key=lambda row: said_on(row.statement, options.voice)):
        head = [options.paint(line, "heading") for line in wrap(day, options.width)]
        blocks.append("\n".join([*head, *(line for row in entries for line in _item(row, options))]) + "\n")
    return "\n".join(blocks)


def _item(row: HistoryEntry, options: RenderOptions) -> Iterator[str]:
    """An event, the statement about it, the change that made, and its grounds."""
    voice, text = options.voice, claim(row.statement, options.voice)
    yield from ("  " + line for line in wrap(f"{row.event.title} [{row.event.id}]", options.width - 2))
    yield from indented(voice.say("corrected", claim=text) if row.statement.correction else text, options.width)
    moved = changed(row, voice) or ("" if row.is_first else voice.say("nothing changed"))
    yield from indented(moved, options.width) if moved else ()
    for _, ground in grounds(row.statement, voice):
        yield from (options.paint(line, "soft") for line in indented(ground, options.width))
