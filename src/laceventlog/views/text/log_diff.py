"""Changes between two versions of a log, under headings, most important first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from ...dates import When
from ...model import Event, Statement, Status
from ...reports import Change, ChangeKind, StateChange, StatusAndDate
from ...reports.comparison.diff import Difference, Edit, Heading
from ..i18n import ENGLISH, Voice
from ..labels import cited, heading
from ..render_options import PLAIN, RenderOptions
from ..tables.styled_table import escaped
from ..text_layout import wrap
from .statement import change_words, claim, grounds, indented, named, said_on


def render(changes: Sequence[Change], options: RenderOptions = PLAIN) -> str:
    """The changes as text, in `options.width` columns; empty if there are none."""
    width, voice = options.width, options.voice
    blocks = [wrap(summary(changes, voice), width)] if changes else []
    for group, members in _grouped(changes):
        lines = [options.paint(heading(voice.headings[group], width), "heading")]
        for change in members:
            lines += ["  " + line for line in wrap(f"{change.subject.title} [{change.subject.id}]", width - 2)]
            lines += [line for words in phrases(change, voice) for line in indented(words, width)]
        blocks.append(lines)
    return "\n".join("\n".join(block) + "\n" for block in blocks)


def markdown(changes: Sequence[Change], voice: Voice = ENGLISH) -> str:
    """The same as Markdown: one heading per group, one item per change."""
    parts = [f"{summary(changes, voice)}.\n"] if changes else []
    for group, members in _grouped(changes):
        items = "".join(_item(change, voice) for change in members)
        parts.append(f"## {voice.headings[group].capitalize()}\n\n{items}")
    return "\n".join(parts)


def _item(change: Change, voice: Voice) -> str:
    head = f"- **{escaped(change.subject.title)}** ({escaped(change.subject.id)})\n"
    return head + "".join(f"  - {escaped(words)}\n" for words in phrases(change, voice))


def summary(changes: Sequence[Change], voice: Voice = ENGLISH) -> str:
    """`7 changes: 3 set back, 1 completed, 3 added`."""
    counts = Counter(change.heading for change in changes)
    parts = (voice.say(f"n {group}", counts[group]) for group in Heading if counts[group])
    return voice.say("changes", len(changes), parts=", ".join(parts))


def _grouped(changes: Sequence[Change]) -> Iterator[tuple[Heading, Iterator[Change]]]:
    return groupby(changes, key=lambda change: change.heading)


def phrases(change: Change, voice: Voice = ENGLISH) -> Iterator[str]:
    """The description of a change, phrase by phrase."""
    if change.statement and change.state_change:
        yield from _new_statement(change, change.statement, change.state_change, voice)
    elif change.edits or change.kind is ChangeKind.REWRITTEN:
        yield from _rewritten(change, voice)
    elif isinstance(change.subject, Event) and change.kind in (ChangeKind.ADDED, ChangeKind.DROPPED):
        yield from _whole(change.subject, voice)
    elif change.was and change.was.id != change.subject.id:
        yield voice.say("was", id=change.was.id)
    elif change.kind in (ChangeKind.SOURCE_ADDED, ChangeKind.SOURCE_DROPPED):
        yield voice.say(change.kind)
    for each in change.facts:
        yield _difference(each, voice)


def _new_statement(change: Change, statement: Statement, state_change: StateChange, voice: Voice) -> Iterator[str]:
    """The change a new statement made, its day and source, and its grounds."""
    yield from change_words(state_change, voice, correction=statement.correction) or [claim(statement, voice)]
    if change.overtaken:
        yield voice.say("entered late")
    yield _said_by(statement, voice)
    yield from (text for name, text in grounds(statement, voice) if name != "source")


def _said_by(statement: Statement, voice: Voice) -> str:
    """Its day and its source."""
    return ", ".join(filter(None, (said_on(statement, voice), cited(statement.source, voice))))


def _rewritten(change: Change, voice: Voice) -> Iterator[str]:
    """Each edit of the record, and what is in force because of it."""
    for edit in change.edits:
        yield from _edit(edit, change.state_change, voice)
    if not change.edits:
        yield voice.say("order changed")
    if change.state_change:
        yield voice.say("in force", what="; ".join(change_words(change.state_change, voice)))


def _edit(edit: Edit, effect: StateChange | None, voice: Voice) -> Iterator[str]:
    """One edited statement; status and date are left out if they are reported as in force."""
    record = voice.quote(f"{said_on(edit.old, voice)}: {claim(edit.old, voice)}")
    if edit.new is None:
        yield voice.say("record removed", record=record)
        return
    yield voice.say("record rewritten", record=record)
    is_effect = effect == StateChange(_in_force(edit.old), _in_force(edit.new))
    yield from (
        _difference(each, voice) for each in edit.differences if not (is_effect and each.field in ("status", "when"))
    )


def _in_force(statement: Statement) -> StatusAndDate:
    return StatusAndDate(statement.status, statement.when or When.unscheduled())


def _whole(event: Event, voice: Voice) -> Iterator[str]:
    """An event that was added or dropped, in short."""
    last, many = event.state.last, len(event.history)
    yield claim(last, voice) if many == 1 else f"{voice.word(event.status)}, {event.when}"
    if many > 1:
        yield voice.say("n statements", many)
    yield _said_by(last, voice)


def _difference(each: Difference, voice: Voice) -> str:
    """`place: Havana → Mariel`, `countries: VE added, CU dropped`, `note dropped: …`."""
    name = voice.name(each.field)
    if isinstance(each.old, tuple) or isinstance(each.new, tuple):
        return f"{name}: {_members(each.old or (), each.new or (), voice)}"
    if each.old is None:
        return voice.say("field added", name=name, value=_value(each.new, voice))
    if each.new is None:
        return voice.say("field dropped", name=name, value=_value(each.old, voice))
    return voice.say("field changed", name=name, old=_value(each.old, voice), new=_value(each.new, voice))


def _members(old: tuple[Any, ...], new: tuple[Any, ...], voice: Voice) -> str:
    """Values a list gained and lost."""
    gained, lost = list((Counter(new) - Counter(old)).elements()), list((Counter(old) - Counter(new)).elements())
    both = (("gained", ", ".join(map(str, gained))), ("lost", ", ".join(map(str, lost))))
    return ", ".join(voice.say(phrase, values=values) for phrase, values in both if values)


def _value(value: Any, voice: Voice) -> str:
    if isinstance(value, bool):
        return voice.word("yes" if value else "no")
    if isinstance(value, Status):
        return voice.word(value)
    return named(value, voice) if isinstance(value, When) else str(value)
