"""Trees of plain values that know their places: what a file is read into when there is something to report.

Text, lists and mappings; no value is guessed to be a number, a date or a truth.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Self

from ..errors import DateError, Problem
from ..model import EventLog, Origin

DEEPEST = 16
"""Levels of nesting that are read."""
Parsed = tuple[EventLog, list[Problem]]
"""A log, and the problems of its files."""
NAMES = ((str, "text"), (list, "a list"), (dict, "a mapping"))


class NeedsFullParse(Exception):  # noqa: N818 - not an error: it asks for the other way of reading
    """A problem in values without places: only reading again with places can explain it.

    `code` is that of the problem, where it is known.
    """

    def __init__(self, code: str = "") -> None:
        super().__init__(code)
        self.code = code


class TextNode(str):
    """A text, or a key."""

    __slots__ = ("place",)
    place: Place

    def __new__(cls, text: str, place: Place) -> Self:
        """A text at its place."""
        node = super().__new__(cls, text)
        node.place = place
        return node


class ListNode(list[Any]):
    """A list."""

    __slots__ = ("place",)

    def __init__(self, items: Iterable[Any], place: Place) -> None:
        super().__init__(items)
        self.place = place


class MappingNode(dict[str, Any]):
    """A mapping; its keys are `TextNode`s."""

    __slots__ = ("place",)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


Node = TextNode | ListNode | MappingNode


class Place(NamedTuple):
    """Where in a file a value is: `line` and `column` from 1, `width` in characters.

    `shift` leads from the column to the first character of the text, past a quote. `is_broken` marks a placeholder for
    text that failed to parse, which is already reported.
    """

    file: File
    line: int
    column: int = 1
    width: int = 1
    shift: int = 0
    is_broken: bool = False

    def problem(self, code: str, message: str, hint: str = "") -> None:
        """Note a problem here."""
        self.file.problem(self[1:4], code, message, hint)

    def date_problem(self, error: DateError) -> None:
        """Note a date that was refused, under the refused part of it."""
        at, place = self.column - 1 + self.shift, self[1:4]
        if self.file.line(self.line)[at:].startswith(error.text):
            place = (self.line, at + error.start + 1, error.end - error.start)
        quoted = f"'{error.text}'"
        is_quoted = not error.text or error.reason.startswith(quoted)
        self.file.problem(place, error.code, error.reason if is_quoted else f"{quoted}: {error.reason}", error.hint)


def place_of(value: Any, code: str) -> Place:
    """Where a value is, to note a problem with this code there.

    Raises:
        NeedsFullParse: it has no place.
    """
    place: Place | None = getattr(value, "place", None)
    if place is None:
        raise NeedsFullParse(code)
    return place


def key_of(tree: Any, name: str) -> Any:
    """The key of an entry as it is in the file, with its place if it has one."""
    return next(key for key in tree if key == name)


def name_of(value: Any) -> str:
    """What a value is, for messages."""
    return next((name for type_, name in NAMES if isinstance(value, type_)), "nothing")


class File:
    """One file being read: its path as the user wrote it, its lines, and the problems found so far.

    `is_lines`: it is JSON Lines.
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
        """One line, from 1; empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def origin(self, node: Node) -> Origin:
        """Where a node is, for the model."""
        line, column = node.place[1:3]
        return Origin(self.path, line, column, self.line(line))

    def problem(self, place: tuple[int, int, int], code: str, message: str, hint: str = "") -> None:
        """Note a problem at (line, column, width)."""
        line, column, width = place
        self.problems.append(Problem(self.path, line, column, code, message, self.line(line), hint, width))

    def whole(self, code: str, message: str, hint: str = "") -> None:
        """Note a problem of the file as a whole."""
        self.problems.append(Problem(self.path, 0, 0, code, message, hint=hint))


def sorted_problems(files: Iterable[File]) -> list[Problem]:
    """The problems of all files in reading order."""
    return sorted((p for file in files for p in file.problems), key=lambda p: p.sort_key)
