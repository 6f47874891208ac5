"""YAML text to nodes with places, and plain values to canonical YAML. The home of PyYAML.

Only the events of PyYAML are used: every scalar stays text, and what hides or multiplies text (anchors,
aliases, tags) is refused without being expanded. After a syntax error, reading goes on at the next list item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml import events as ev

from .nodes import File, Mapping, Node, Scalar, Sequence

DEEPEST = 16
MOST_PROBLEMS = 25
ITEM = re.compile(r"( *)- ")
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Stopped(Exception):  # noqa: N818 - no error, it only ends the walk over a hopeless file
    """The walk cannot go on; why has been noted."""


def read(file: File) -> Node | None:
    """The tree of a file; None when nothing is left of it. Problems are noted in the file."""
    lines = list(file.lines)
    while True:
        try:
            return _Builder(file, yaml.parse("\n".join(lines), Loader=Loader)).document()
        except _Stopped:
            return None
        except yaml.YAMLError as error:
            _forget_first_pass(file)
            if not _set_aside(file, lines, _note(file, error)):
                return None


def _forget_first_pass(file: File) -> None:
    """Drop what the interrupted walk noted: the next walk meets it again."""
    file.problems[:] = [p for p in file.problems if p.code in ("Y001", "Y002")]


def _note(file: File, error: yaml.YAMLError) -> int:
    """Note a syntax error; the line whose list item is to blame."""
    if not isinstance(error, yaml.MarkedYAMLError):  # a character no YAML may hold
        return _note_character(file, error)
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark
    if error.context_mark and ("end of stream" in problem or "document separator" in problem):
        mark = error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    text = file.line(line)
    indent = text[: len(text) - len(text.lstrip())]
    if "\t" in indent or (problem.startswith("found character '\\t'")):
        file.problem((line, text.find("\t") + 1, 1), "Y002", "a tab where YAML wants spaces", "indent with spaces")
    else:
        reason = ", ".join(filter(None, (context, problem)))
        hint = "quote the text if it holds ': ' or ' #'; indent what belongs together alike"
        file.problem((line, min(column, len(text) + 1), 1), "Y001", reason, hint)
    return line


def _note_character(file: File, error: yaml.YAMLError) -> int:
    for number, text in enumerate(file.lines, start=1):
        bad = re.search(r"[^\t\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]", text)
        if bad:
            place = (number, bad.start() + 1, 1)
            file.problem(place, "Y001", f"the control character U+{ord(bad[0]):04X}", "remove it")
            return number
    file.problem((1, 1, 1), "Y001", str(error).splitlines()[0])
    return 0


def _set_aside(file: File, lines: list[str], bad: int) -> bool:
    """Blank the list item around line `bad`, so that the others can be read; False when there is none."""
    starts = [n for n, text in enumerate(lines, start=1) if ITEM.match(text)]
    if not starts or len(file.problems) > MOST_PROBLEMS:
        return False
    indent = min(len(ITEM.match(lines[n - 1])[1]) for n in starts)  # type: ignore[index]  # they match
    tops = [n for n in starts if len(lines[n - 1]) - len(lines[n - 1].lstrip()) == indent]
    first = max((n for n in tops if n <= bad), default=0)
    if not first:
        return False
    after = (n for n in range(first + 1, len(lines) + 1) if _begins_block(lines[n - 1], indent))
    for n in range(first, next(after, len(lines) + 1)):
        lines[n - 1] = ""
    return True


def _begins_block(text: str, indent: int) -> bool:
    """Whether a line is the next item, or a key further out."""
    depth = len(text) - len(text.lstrip(" "))
    return (
        bool(text.strip())
        and not text.lstrip(" ").startswith("\t")
        and (depth < indent or (depth == indent and text.lstrip().startswith(("- ", "-\n"))))
    )


class _Builder:
    """Builds nodes out of parser events."""

    def __init__(self, file: File, events: Iterator[Any]) -> None:
        self.file, self.events = file, events

    def document(self) -> Node | None:
        root = None
        for event in self.events:
            if isinstance(event, ev.DocumentStartEvent) and root is not None:
                self.problem(event, "Y001", "a second document", "keep one document a file: remove '---'")
                return root
            if isinstance(event, (ev.MappingStartEvent, ev.SequenceStartEvent, ev.ScalarEvent, ev.AliasEvent)):
                root = self.node(event, 0)
        return root

    def node(self, event: Any, depth: int) -> Node:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, ev.AliasEvent):
            self.problem(event, "Y003", f"the alias *{event.anchor}", "write the value out: aliases are not read")
            return Scalar("", line, column)
        if event.anchor:
            self.problem(event, "Y003", f"the anchor &{event.anchor}", "remove it: anchors are not read")
        if event.tag:
            self.problem(
                event,
                "Y004",
                f"the tag {event.tag.replace('tag:yaml.org,2002:', '!!')}",
                "remove it: every value is read as text",
            )
        if isinstance(event, ev.ScalarEvent):
            return self.scalar(event, line, column)
        if depth >= DEEPEST:
            self.problem(event, "Y006", "nested too deep", f"at most {DEEPEST} levels are read")
            raise _Stopped
        if isinstance(event, ev.SequenceStartEvent):
            return Sequence(tuple(self.items(depth)), line, column)
        return self.mapping(line, column, depth)

    def scalar(self, event: Any, line: int, column: int) -> Scalar:
        same_line = event.end_mark.line == event.start_mark.line
        width = event.end_mark.column - event.start_mark.column if same_line else 1
        return Scalar(event.value, line, column, max(width, 1), 1 if event.style in ("'", '"') else 0)

    def items(self, depth: int) -> Iterator[Node]:
        for event in self.events:
            if isinstance(event, ev.SequenceEndEvent):
                return
            yield self.node(event, depth + 1)

    def mapping(self, line: int, column: int, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in self.events:
            if isinstance(event, ev.MappingEndEvent):
                break
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            self.enter(entries, key, value)
        return Mapping(tuple(entries.values()), line, column)

    def enter(self, entries: dict[str, tuple[Scalar, Node]], key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            self.file.problem(key, "S003", "a key that is not text", "a key is one word")
        elif key.text in entries:
            first = entries[key.text][0].line
            self.file.problem(key, "Y005", f"'{key.text}' is given twice", f"the first is in line {first}")
        else:
            entries[key.text] = (key, value)
        self.check_count()

    def problem(self, event: Any, code: str, message: str, hint: str) -> None:
        mark, end = event.start_mark, event.end_mark
        width = end.column - mark.column if end.line == mark.line else 1
        self.file.problem((mark.line + 1, mark.column + 1, max(width, 1)), code, message, hint)
        self.check_count()

    def check_count(self) -> None:
        if len(self.file.problems) >= MOST_PROBLEMS:
            last = self.file.problems[-1]
            message = f"{MOST_PROBLEMS} problems: the rest of this file was not read"
            self.file.problem((last.line, last.column, 1), "Y008", message)
            raise _Stopped


class _Dumper(yaml.SafeDumper):
    """Quotes only what YAML 1.2 would not take for text; short lists and statements stay on one line."""

    yaml_implicit_resolvers: Any = {}  # noqa: RUF012 - PyYAML's own way to set it

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:  # noqa: ARG002
        return super().increase_indent(flow, False)


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
     "-+0123456789."),
):  # fmt: skip
    _Dumper.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))


def _represent_list(dumper: yaml.SafeDumper, data: list[Any]) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=_is_short(data))


def _is_short(data: list[Any]) -> bool:
    texts = all(isinstance(item, str) and "\n" not in item for item in data)
    return texts and sum(len(item) + 2 for item in data) < 80


_Dumper.add_representer(list, _represent_list)


def write(plain: Any) -> str:
    """Plain values as canonical YAML: order kept, Unicode kept, lines near 110."""
    return yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110, default_flow_style=False)
