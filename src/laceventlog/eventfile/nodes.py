"""The tree a file is read into: text, lists and mappings, each with its place. No YAML guessing of types."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ..errors import DateError, Problem


@attrs.frozen
class Scalar:
    """A piece of text; `line` and `column` from 1, `width` in characters, `shift` to its first character.

    One that is broken stands for what could not be read; that has been noted already.
    """

    text: str
    line: int = 1
    column: int = 1
    width: int = 1
    shift: int = 0
    is_broken: bool = False


@attrs.frozen
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    line: int = 1
    column: int = 1
    width: int = 1


@attrs.frozen
class Mapping:
    """A mapping; its keys are unique."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int = 1
    column: int = 1
    width: int = 1

    def get(self, key: str) -> Node | None:
        """The value of a key."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping
NAMES: dict[type, str] = {Scalar: "text", Sequence: "a list", Mapping: "a mapping"}


def is_broken(node: Node) -> bool:
    """Whether the node, or any inside it, stands for something that could not be read."""
    if isinstance(node, Scalar):
        return node.is_broken
    inside = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
    return any(map(is_broken, inside))


def name_of(node: Node) -> str:
    """What a node is, for messages."""
    return NAMES[type(node)]


@attrs.define
class File:
    """One file being read: its path as the user wrote it, its lines, and the problems found so far.

    `is_lines`: it is JSON Lines.
    """

    path: str
    lines: list[str] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)
    is_lines: bool = attrs.field()

    @is_lines.default
    def _by_its_name(self) -> bool:
        return self.path.endswith(".jsonl")

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n".join(self.lines)

    def line(self, number: int) -> str:
        """One line, from 1; empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def problem(self, node: Node | tuple[int, int, int], code: str, message: str, hint: str = "") -> None:
        """Note a problem at a node, or at (line, column, width)."""
        line, column, width = node if isinstance(node, tuple) else (node.line, node.column, node.width)
        self.problems.append(Problem(self.path, line, column, code, message, self.line(line), hint, width))

    def whole(self, code: str, message: str, hint: str = "") -> None:
        """Note a problem of the file as a whole."""
        self.problems.append(Problem(self.path, 0, 0, code, message, hint=hint))

    def date_problem(self, scalar: Scalar, error: DateError) -> None:
        """Note a date that was refused, with the caret under the refused part where it stands on the line."""
        at = scalar.column - 1 + scalar.shift
        if self.line(scalar.line)[at:].startswith(error.text):
            place = (scalar.line, at + error.start + 1, error.end - error.start)
        else:
            place = (scalar.line, scalar.column, scalar.width)
        quoted = f"'{error.text}'"
        is_said = not error.text or error.reason.startswith(quoted)
        self.problem(place, error.code, error.reason if is_said else f"{quoted}: {error.reason}", error.hint)


def sorted_problems(files: Iterable[File]) -> list[Problem]:
    """The problems of all files in reading order."""
    return sorted((p for file in files for p in file.problems), key=lambda p: p.sort_key)
