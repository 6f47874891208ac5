"""Trees of plain values that know their position: what the full parse reads a file into.

Text, lists and mappings; no text is taken for a number, a date or a boolean.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Self

from ..errors import DateError, Problem
from ..model import EventLog, Origin

DEEPEST = 16
"""Levels of nesting that are read."""
Parsed = tuple[EventLog, list[Problem]]
"""A log and the problems of its files."""
TYPE_NAMES = ((str, "text"), (list, "a list"), (dict, "a mapping"))


class NeedsFullParse(Exception):  # noqa: N818 - not an error: it asks for the other way of reading
    """A problem in values without positions: only the full parse can report it.

    `code` is the code of the problem, if it is known.
    """

    def __init__(self, code: str = "") -> None:
        super().__init__(code)
        self.code = code


class TextNode(str):
    """A text, or a key."""

    __slots__ = ("position",)
    position: Position

    def __new__(cls, text: str, position: Position) -> Self:
        """A text at its position."""
        node = super().__new__(cls, text)
        node.position = position
        return node


class ListNode(list[Any]):
    """A list."""

    __slots__ = ("position",)

    def __init__(self, items: Iterable[Any], position: Position) -> None:
        super().__init__(items)
        self.position = position


class MappingNode(dict[str, Any]):
    """A mapping; its keys are `TextNode`s."""

    __slots__ = ("position",)

    def __init__(self, position: Position) -> None:
        super().__init__()
        self.position = position


Node = TextNode | ListNode | MappingNode


class Position(NamedTuple):
    """The position of a value in a file: `line` and `column` count from 1, `width` is in characters.

    `shift` is the offset of the text from the column: 1 past a quote. `is_broken` marks a placeholder for text that
    failed to parse and was reported.
    """

    file: File
    line: int
    column: int = 1
    width: int = 1
    shift: int = 0
    is_broken: bool = False

    def problem(self, code: str, message: str, hint: str = "") -> None:
        """Report a problem at this position."""
        self.file.problem(self[1:4], code, message, hint)

    def date_problem(self, error: DateError) -> None:
        """Report a date that cannot be read, with the caret under the part that stands in the way."""
        at, position = self.column - 1 + self.shift, self[1:4]
        if self.file.line(self.line)[at:].startswith(error.text):
            position = (self.line, at + error.start + 1, error.end - error.start)
        quoted = f"'{error.text}'"
        is_quoted = not error.text or error.reason.startswith(quoted)
        self.file.problem(position, error.code, error.reason if is_quoted else f"{quoted}: {error.reason}", error.hint)


def position_of(value: Any, code: str) -> Position:
    """The position of a value, to report a problem with this code there.

    Raises:
        NeedsFullParse: it has none.
    """
    position: Position | None = getattr(value, "position", None)
    if position is None:
        raise NeedsFullParse(code)
    return position


def key_of(tree: Any, name: str) -> Any:
    """The key of an entry as read from the file: with its position, if it has one."""
    return next(key for key in tree if key == name)


def type_name(value: Any) -> str:
    """The type of a value, for messages."""
    return next((name for type_, name in TYPE_NAMES if isinstance(value, type_)), "nothing")


class File:
    """A file being read: its path as the user wrote it, its lines, and the problems found so far.

    `is_lines` is true for JSON Lines.
    """

    def __init__(self, path: str, lines: Iterable[str] = (), *, is_lines: bool | None = None) -> None:
        self.path, self.lines = path, list(lines)
        self.problems: list[Problem] = []
        self.is_lines = path.endswith(".jsonl") if is_lines is None else is_lines

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n".join(self.lines)

    def line(self, number: int) -> str:
        """A line by its number, from 1; empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def origin(self, node: Node) -> Origin:
        """The position of a node, as events keep it."""
        line, column = node.position[1:3]
        return Origin(self.path, line, column, self.line(line))

    def problem(self, position: tuple[int, int, int], code: str, message: str, hint: str = "") -> None:
        """Report a problem at (line, column, width)."""
        line, column, width = position
        self.problems.append(Problem(self.path, line, column, code, message, self.line(line), hint, width))

    def whole(self, code: str, message: str, hint: str = "") -> None:
        """Report a problem of the whole file."""
        self.problems.append(Problem(self.path, 0, 0, code, message, hint=hint))


def sorted_problems(files: Iterable[File]) -> list[Problem]:
    """The problems of all files in reading order."""
    return sorted((p for file in files for p in file.problems), key=lambda p: p.sort_key)
