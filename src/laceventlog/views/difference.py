"""Two versions of a log compared, in words: under headings, most important first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from ..dates import When
from ..model import Event, Statement
from ..reports import Change, ChangeKind, InForce, Shift
from ..reports.difference import Difference, Edit, Heading
from .shifts import named, shift_words
from .statement import claim, grounds, indented, said_on
from .table import escaped
from .text import wrap
from .words import heading

HEADINGS = {
    Heading.SET_BACK: "SET BACK (later, without a date, postponed, missed or cancelled)",
    Heading.COMPLETED: "COMPLETED",
    Heading.MOVED: "MOVED (another status or date)",
    Heading.REWRITTEN: "HISTORY REWRITTEN (the record was changed; a log only grows)",
    Heading.ADDED: "ADDED",
    Heading.DROPPED: "DROPPED",
    Heading.CORRECTED: "CORRECTED (the record was wrong, the world did not move)",
    Heading.RENAMED: "RENAMED",
    Heading.FACTS: "FACTS CHANGED",
    Heading.REPEATED: "SAID AGAIN (nothing moved)",
    Heading.SOURCES: "SOURCES",
}
NOUNS = {
    Heading.FACTS: "with other facts",
    Heading.REPEATED: "said again",
    Heading.SOURCES: "in the sources",
}
SOURCE_WORDS = {
    ChangeKind.SOURCE_ADDED: "source added",
    ChangeKind.SOURCE_DROPPED: "source dropped",
}


def render(changes: Sequence[Change], width: int = 100) -> str:
    """The changes as text, no line wider than `width`; empty for none."""
    blocks = [wrap(summary(changes), width)] if changes else []
    for group, members in _grouped(changes):
        lines = [heading(HEADINGS[group], width)]
        for change in members:
            lines += ["  " + line for line in wrap(f"{change.subject.title} [{change.subject.id}]", width - 2)]
            lines += [line for words in change_words(change) for line in indented(words, width)]
        blocks.append(lines)
    return "\n".join("\n".join(block) + "\n" for block in blocks)


def markdown(changes: Sequence[Change]) -> str:
    """The same as a Markdown document: a heading for each group, an item for each change."""
    parts = [f"{summary(changes)}.\n"] if changes else []
    for group, members in _grouped(changes):
        parts.append(f"## {HEADINGS[group].capitalize()}\n\n{''.join(map(_item, members))}")
    return "\n".join(parts)


def _item(change: Change) -> str:
    head = f"- **{escaped(change.subject.title)}** ({escaped(change.subject.id)})\n"
    return head + "".join(f"  - {escaped(words)}\n" for words in change_words(change))


def summary(changes: Sequence[Change]) -> str:
    """`7 changes: 3 set back, 1 completed, 3 added`."""
    counts = Counter(change.heading for change in changes)
    total = "1 change" if len(changes) == 1 else f"{len(changes)} changes"
    return f"{total}: {', '.join(f'{counts[group]} {NOUNS.get(group, group)}' for group in Heading if counts[group])}"


def _grouped(changes: Sequence[Change]) -> Iterator[tuple[Heading, Iterator[Change]]]:
    return groupby(changes, key=lambda change: change.heading)


def change_words(change: Change) -> Iterator[str]:
    """All there is to say of a change, phrase by phrase."""
    if change.statement and change.shift:
        yield from _new_statement(change, change.statement, change.shift)
    elif change.edits or change.kind is ChangeKind.REWRITTEN:
        yield from _rewritten(change)
    elif isinstance(change.subject, Event) and change.kind in (ChangeKind.ADDED, ChangeKind.DROPPED):
        yield from _whole(change.subject)
    elif change.was and change.was.id != change.subject.id:
        yield f"was [{change.was.id}]"
    elif change.kind in SOURCE_WORDS:
        yield SOURCE_WORDS[change.kind]
    for each in change.facts:
        yield _difference(each)


def _new_statement(change: Change, statement: Statement, shift: Shift) -> Iterator[str]:
    """What a new statement moved, who said it when, and why."""
    yield from shift_words(shift, correction=statement.correction) or [claim(statement)]
    if change.overtaken:
        yield "entered late: the log already held something said later"
    about = dict(grounds(statement))
    source = about.pop("source", "")
    yield f"{said_on(statement)}{f', {source}' if source else ''}"
    yield from about.values()


def _rewritten(change: Change) -> Iterator[str]:
    """What the record said and what it says now, and what stands because of it."""
    for edit in change.edits:
        yield from _edit(edit, change.shift)
    if not change.edits:
        yield "the order of what was said was changed"
    if change.shift:
        yield f"in force: {'; '.join(shift_words(change.shift))}"


def _edit(edit: Edit, shift: Shift | None) -> Iterator[str]:
    """One statement and what became of it, without what is told of the date in force all the same."""
    where = f"the record was changed: “{said_on(edit.old)}: {claim(edit.old)}”"
    if edit.new is None:
        yield f"{where} was removed"
        return
    yield f"{where} now reads otherwise"
    told = shift == Shift(_in_force(edit.old), _in_force(edit.new))
    yield from (_difference(each) for each in edit.differences if not (told and each.field in ("status", "when")))


def _in_force(statement: Statement) -> InForce:
    return InForce(statement.status, statement.when or When.unscheduled())


def _whole(event: Event) -> Iterator[str]:
    """An event that one version lacks, in short."""
    yield claim(event.state.last) if len(event.history) == 1 else f"{event.status}, {event.when}"
    if len(event.history) > 1:
        yield f"{len(event.history)} statements"
    yield f"{said_on(event.state.last)}{f', {event.state.last.source}' if event.state.last.source else ''}"


def _difference(each: Difference) -> str:
    """`place: Havana → Mariel`, `countries: VE added, CU dropped`, `note dropped: …`."""
    name = each.field.replace("_", " ")
    if isinstance(each.old, tuple) or isinstance(each.new, tuple):
        return f"{name}: {_members(each.old or (), each.new or ())}"
    if each.old is None or each.new is None:
        return (
            f"{name} {'added' if each.old is None else 'dropped'}: {_value(each.new if each.old is None else each.old)}"
        )
    return f"{name}: {_value(each.old)} → {_value(each.new)}"


def _members(old: tuple[Any, ...], new: tuple[Any, ...]) -> str:
    """What a list gained and what it lost."""
    came, went = list((Counter(new) - Counter(old)).elements()), list((Counter(old) - Counter(new)).elements())
    gained, lost = (", ".join(map(str, each)) for each in (came, went))
    return ", ".join([f"{gained} added"] * bool(came) + [f"{lost} dropped"] * bool(went))


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return named(value) if isinstance(value, When) else str(value)
