"""What was said and when, oldest first: of one event statement by statement, of a whole log as news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ...model import Event
from ...reports import Said
from ..i18n import Voice
from ..render_options import PLAIN, Look
from ..text_layout import wrap
from .date_shift import shift_words
from .statement import bounds_text, claim, entry, grounds, indented, said_on


def render(event: Event, rows: Sequence[Said], look: Look = PLAIN) -> str:
    """One event: a block for each of its statements, no line wider than asked."""
    title = [look.paint(line, "heading") for line in wrap(f"{event.title} [{event.id}]", look.width)]
    return "\n\n".join("\n".join(block) for block in [title, *(_block(row, look) for row in rows)]) + "\n"


def _block(row: Said, look: Look) -> list[str]:
    """All of one statement, field by field; first what it changed."""
    said = said_on(row.statement, look.voice)
    mark = look.voice.say("a correction", said=said) if row.statement.correction else said
    lines = [look.paint(line, "heading") for line in wrap(mark, look.width)]
    for name, text in _entries(row, look.voice):
        lines += entry(name, text, look)
    return lines


def _entries(row: Said, voice: Voice) -> Iterator[tuple[str, str]]:
    if not row.is_first:
        yield "changed", changed(row, voice) or voice.say("nothing")
    statement = row.statement
    status = voice.word(statement.status)
    is_called = statement.word not in ("", statement.status)
    yield "status", voice.say("called", status=status, word=voice.quote(statement.word)) if is_called else status
    yield "date", _date(row, voice)
    yield from grounds(statement, voice)


def changed(row: Said, voice: Voice) -> str:
    """What a statement moved against those before it; empty where it moved nothing."""
    return "; ".join(shift_words(row.shift, voice, correction=row.statement.correction))


def _date(row: Said, voice: Voice) -> str:
    """As the source wrote it, with its bounds where it is no known day; else what is in force without it."""
    when, stands = row.statement.when, row.shift.after.when
    if when is None:
        if stands.is_unscheduled:
            return voice.say("not stated")
        return voice.say("not stated, in force", when=stands)
    if when.is_unscheduled or when.is_known_day:
        return str(when)
    return f"{when} ({bounds_text(when, voice)})"


def news(rows: Iterable[Said], look: Look = PLAIN) -> str:
    """Many events: under each day the statements made on it, with what they changed; newest last."""
    blocks = []
    for day, said in groupby(rows, key=lambda row: said_on(row.statement, look.voice)):
        head = [look.paint(line, "heading") for line in wrap(day, look.width)]
        blocks.append("\n".join([*head, *(line for row in said for line in _item(row, look))]) + "\n")
    return "\n".join(blocks)


def _item(row: Said, look: Look) -> Iterator[str]:
    """An event, what was said of it, what that changed, and on what grounds."""
    voice, said = look.voice, claim(row.statement, look.voice)
    yield from ("  " + line for line in wrap(f"{row.event.title} [{row.event.id}]", look.width - 2))
    yield from indented(voice.say("corrected", claim=said) if row.statement.correction else said, look.width)
    moved = changed(row, voice) or ("" if row.is_first else voice.say("nothing changed"))
    yield from indented(moved, look.width) if moved else ()
    for _, text in grounds(row.statement, voice):
        yield from (look.paint(line, "soft") for line in indented(text, look.width))
