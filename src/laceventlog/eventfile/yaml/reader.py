"""YAML text to nodes with positions.

Built from PyYAML's events: every scalar stays text; anchors, aliases and tags, which can hide or multiply text, are
refused unexpanded. After a syntax error, reading goes on at the next list item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs
import yaml
from yaml import events as ev

from ...progress import report
from ..nodes import DEEPEST, File, ListNode, MappingNode, Node, Position, TextNode, key_of
from ..source_spans import BREAK, Entry, Span
from . import Broken, Loader
from .messages import Spot, explained, is_met_late

MOST_PROBLEMS, MOST_IN_FILE = 25, 1000
"""Problems after which reading stops: in one pass, and in a whole file read item by item."""
KEY = re.compile(r"([A-Za-z_][\w-]*):(?:\s|$)")
ITEM = re.compile(r" *-(?:\s|$)")
CONTROL = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


class _Stopped(Exception):  # noqa: N818 - not an error: it ends the pass over a hopeless file
    """Too many problems, as reported."""


class _TooDeepError(yaml.MarkedYAMLError):
    """More levels of nesting than any event file has."""


def read(file: File) -> Node | None:
    """The tree of a file; None if it is empty. Problems are reported in the file."""
    try:
        return _build(file, file.text, 0)
    except _Stopped:
        stopped = file.problems[-1]
        file.problems.clear()
        node = _salvage(file, file.lines[: stopped.line - 1])
        file.problems.append(stopped)
        return node
    except Broken:
        file.problems.clear()
        return _salvage(file, file.lines)


def _build(file: File, text: str, above: int) -> Node | None:
    return _Builder(file, yaml.parse(text, Loader=Loader), above).document()


# -- after a syntax error: each section and each item by itself


@attrs.define
class _Block:
    """Lines that belong together: a section with its key, an item of `events`, or stray lines."""

    role: str
    first: int
    lines: list[str]


def _salvage(file: File, lines: list[str]) -> Node:
    """The tree of all sections and items that can be read by themselves; each of the others is reported once."""
    tree = MappingNode(Position(file, 1))
    items: list[Node] = []
    for block in _blocks(lines):
        if len(file.problems) >= MOST_IN_FILE:
            _stop(file, (block.first, 1, 1), MOST_IN_FILE)
            break
        node = _part(file, block)
        if block.role == "item" and isinstance(node, ListNode):
            items += node
        elif block.role == "section" and isinstance(node, MappingNode):
            for key, value in node.items():
                tree.setdefault(key, value)
    if "events" in tree and items:
        tree["events"] = ListNode(items, key_of(tree, "events").position)
    return tree


def _blocks(lines: list[str]) -> Iterator[_Block]:
    """Split a file by indentation: keys at the margin, and below `events` items in the column of the first one."""
    block: _Block | None = None
    inside, indent = False, -1
    for number, line in enumerate(lines, start=1):
        depth = len(line) - len(line.lstrip(" "))
        role = ""
        if not line.strip() or line.lstrip().startswith("#"):
            pass
        elif depth == 0 and (found := KEY.match(line)):
            role, inside, indent = "section", found[1] == "events", -1
        elif inside and indent < 0 and ITEM.match(line):
            role, indent = "item", depth
        elif block is None or (inside and indent >= 0 and _is_out(line, depth, indent)):
            role = "item" if depth == indent and ITEM.match(line) else "stray"
        if role:
            if block:
                yield block
            block = _Block(role, number, [])
        if block:
            block.lines.append(line)
    if block:
        yield block


def _is_out(line: str, depth: int, indent: int) -> bool:
    """Whether a line does not belong to the item above; one indented by a tab does, unless it begins an item."""
    return depth <= indent and (not line.lstrip(" ").startswith("\t") or line.lstrip().startswith("- "))


def _part(file: File, block: _Block) -> Node | None:
    """The tree of one block; None if it cannot be read, which is reported."""
    try:
        node = _build(file, "\n".join(block.lines), block.first - 1)
    except _Stopped:
        return None
    except Broken as error:
        _note(file, error, block)
        return None
    if block.role != "stray":
        return node
    _note_stray(file, block)
    return None


def _note_stray(file: File, block: _Block) -> None:
    text = block.lines[0]
    column = len(text) - len(text.lstrip()) + 1
    if "\t" in text[:column]:
        _tab(file, block.first)
    else:
        place = (block.first, column, len(text.strip()))
        file.problem(place, "Y001", "this line does not belong to an event", "indent it like the lines around it")


def _tab(file: File, line: int) -> None:
    place = (line, file.line(line).find("\t") + 1, 1)
    file.problem(place, "Y002", "a tab where YAML needs spaces", "indent with spaces")


def _note(file: File, error: Exception, block: _Block) -> None:
    """Report a syntax error once: at the unclosed bracket or quote, else where it was found."""
    if not isinstance(error, yaml.MarkedYAMLError):
        _note_character(file, block)
        return
    problem, context = error.problem or "", error.context or ""
    mark = error.context_mark if error.context_mark and is_met_late(context, problem) else error.problem_mark
    line, column = (mark.line + block.first, mark.column + 1) if mark else (block.first, 1)
    text = file.line(line)
    if "\t" in text[: len(text) - len(text.lstrip(" \t-"))] or problem.startswith("found character '\\t'"):
        _tab(file, line)
    elif isinstance(error, _TooDeepError):
        file.problem((line, column, 1), "Y006", "nested too deeply", f"at most {DEEPEST} levels are read")
    else:
        above = next((file.line(number) for number in range(line - 1, 0, -1) if file.line(number).strip()), "")
        reason, hint = explained(context, problem, Spot(text, above, column - 1))
        file.problem((line, min(column, len(text) + 1), 1), "Y001", reason, hint)


def _note_character(file: File, block: _Block) -> None:
    for number, text in enumerate(block.lines, start=block.first):
        bad = CONTROL.search(text)
        if bad:
            place = (number, bad.start() + 1, 1)
            file.problem(place, "Y001", f"the character U+{ord(bad[0]):04X} is not allowed", "remove it")
            return
    file.problem((block.first, 1, 1), "Y001", "a character that YAML does not allow", "find and remove it")


class _Builder:
    """Builds nodes from parser events."""

    def __init__(self, file: File, events: Iterator[Any], above: int) -> None:
        self.file, self.events, self.above = file, events, above
        self.before = len(file.problems)

    def document(self) -> Node | None:
        root = None
        for event in self.events:
            if isinstance(event, ev.DocumentStartEvent) and root is not None:
                self.problem(event, "Y001", "a second document", "keep one document per file: remove '---'")
                return root
            if isinstance(event, (ev.MappingStartEvent, ev.SequenceStartEvent, ev.ScalarEvent, ev.AliasEvent)):
                root = self.node(event, 0)
        return root

    def node(self, event: Any, depth: int) -> Node:
        place = Position(self.file, event.start_mark.line + 1 + self.above, event.start_mark.column + 1)
        if isinstance(event, ev.AliasEvent):
            self.problem(event, "Y003", f"the alias *{event.anchor}", "write the value out: aliases are not read")
            return TextNode("", place._replace(is_broken=True))
        if event.anchor:
            self.problem(event, "Y003", f"the anchor &{event.anchor}", "remove it: anchors are not read")
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.problem(event, "Y004", f"the tag {tag}", "remove it: every value is read as text")
        if isinstance(event, ev.ScalarEvent):
            shift = 1 if event.style in ("'", '"') else 0
            return TextNode(event.value, place._replace(width=_width(event), shift=shift))
        if depth >= DEEPEST:
            raise _TooDeepError(problem="nested too deeply", problem_mark=event.start_mark)
        if isinstance(event, ev.SequenceStartEvent):
            return ListNode(self.items(depth), place)
        return self.mapping(place, depth)

    def items(self, depth: int) -> Iterator[Node]:
        for event in self.events:
            if isinstance(event, ev.SequenceEndEvent):
                return
            if depth == 1:  # an item of `events`
                report(f"looking at {self.file.path}", event.start_mark.line + self.above, len(self.file.lines))
            yield self.node(event, depth + 1)

    def mapping(self, place: Position, depth: int) -> MappingNode:
        found = MappingNode(place)
        for event in self.events:
            if isinstance(event, ev.MappingEndEvent):
                break
            key = self.node(event, depth + 1)
            self.enter(found, key, self.node(next(self.events), depth + 1))
        return found

    def enter(self, found: MappingNode, key: Node, value: Node) -> None:
        if not isinstance(key, TextNode):
            key.position.problem("S003", "a key that is not text", "a key is one word")
        elif key in found:
            first = key_of(found, key).position.line
            key.position.problem("Y005", f"'{key}' is given twice", f"keep one; the first is in line {first}")
        else:
            found[key] = value
        self.check_count()

    def problem(self, event: Any, code: str, message: str, hint: str) -> None:
        mark = event.start_mark
        self.file.problem((mark.line + 1 + self.above, mark.column + 1, _width(event)), code, message, hint)
        self.check_count()

    def check_count(self) -> None:
        if len(self.file.problems) - self.before >= MOST_PROBLEMS:
            last = self.file.problems[-1]
            _stop(self.file, (last.line, last.column, 1), MOST_PROBLEMS)
            raise _Stopped


def _width(event: Any) -> int:
    """The width of an event in characters: at least 1, and 1 if it spans lines."""
    start, end = event.start_mark, event.end_mark
    return max(end.column - start.column, 1) if end.line == start.line else 1


def _stop(file: File, place: tuple[int, int, int], count: int) -> None:
    """Report that reading stops."""
    file.problem(place, "Y008", f"{count} problems: the rest was not read", "fix these first")


# -- source spans, for editing a file


def span(text: str, at: int, column: int) -> Span:
    """The parts of the mapping at `text[at:]`, which begins in `column` (from 0).

    Problems elsewhere in the file do not matter: parsing ends with this mapping; if its end cannot be found, with the
    first line that is indented less.

    Raises:
        ValueError: not a mapping that can be read by itself.
    """
    further_out = re.compile(f"(?:{BREAK.pattern}) {{0,{max(column - 1, 0)}}}(?![ #\n\r])").search(text, at)
    for end in (len(text), further_out.start() if further_out else len(text)):
        try:
            return _lone(text[:end], at, column)
        except (*Broken, StopIteration) as error:
            reason = str(error)
    raise ValueError(reason)


def _lone(text: str, at: int, column: int) -> Span:
    events: Iterator[Any] = iter(yaml.parse(" " * column + _printable(text[at:]), Loader=Loader))
    begin: Any = next(event for event in events if isinstance(event, ev.MappingStartEvent))
    return _span(begin, events, text, at - column)


def _printable(text: str) -> str:
    """`text` with the characters that YAML refuses replaced; its length stays."""
    return CONTROL.sub(lambda found: found[0] if found[0] == "\r" else "?", text)


def _span(event: Any, events: Iterator[Any], text: str, shift: int) -> Span:
    start, end = event.start_mark.index + shift, event.end_mark.index + shift
    if isinstance(event, ev.CollectionStartEvent):
        is_bracketed = event.flow_style and end > start  # `[a: b]` holds a mapping without braces
        *parts, (_, closing) = _parts(events, text, shift)
        return _collection(event, start, closing.end if is_bracketed or not parts else parts[-1][1].end, parts)
    is_block = getattr(event, "style", None) in ("|", ">")  # its end mark is after the blank lines that follow
    return Span(start, start + len(text[start:end].rstrip()) if is_block else end)


def _parts(events: Iterator[Any], text: str, shift: int) -> Iterator[tuple[str, Span]]:
    """The parts of a collection, with the text of each scalar; the last one is the end of the collection."""
    for event in events:
        yield getattr(event, "value", ""), _span(event, events, text, shift)
        if isinstance(event, ev.CollectionEndEvent):
            return


def _collection(event: Any, start: int, end: int, parts: list[tuple[str, Span]]) -> Span:
    is_flow = bool(event.flow_style)
    if isinstance(event, ev.SequenceStartEvent):
        return Span(start, end, is_flow, items=tuple(part for _, part in parts))
    pairs = zip(parts[::2], parts[1::2], strict=True)
    entries = tuple(Entry(key, place.start, value) for (key, place), (_, value) in pairs)
    return Span(start, end, is_flow, entries=entries)
