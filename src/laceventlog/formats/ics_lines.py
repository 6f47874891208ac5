"""iCalendar bytes to content lines, with the place of each in the file (RFC 5545 §3.1).

Bytes are unfolded before they are decoded, for a fold may stand inside a character. Line feeds alone, a byte order
mark and lower case are taken; what is wrong with them is the checker's to say. A line is never guessed: what is no
content line becomes a problem and is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import attrs

from ..errors import Problem

NAME = re.compile(r"[A-Za-z0-9-]+")
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
VALUES = re.compile(r'"([^"]*)"|([^",]+)')
BREAK = re.compile(rb"\r\n|\n|\r(?!\n)")


@attrs.frozen
class Line:
    """One content line: `name;params:value`, and where its characters stand.

    `starts` are the offsets in `text` at which physical lines begin, the first being line `number`.
    """

    path: str
    number: int
    text: str
    starts: tuple[int, ...] = (0,)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a character of `text`."""
        index = bisect_right(self.starts, offset) - 1
        folded = 1 if index else 0  # the blank that marks a continuation
        return self.number + index, offset - self.starts[index] + 1 + folded

    def problem(self, code: str, message: str, hint: str = "", start: int = 0, end: int | None = None) -> Problem:
        """What is wrong with `text[start:end]`, up to the end of its physical line."""
        line, column = self.place(start)
        index = line - self.number
        first, last = self.starts[index], (*self.starts[1:], len(self.text))[index]
        source = (" " if index else "") + self.text[first:last]
        width = max(1, min(end if end is not None else last, last) - start)
        return Problem(self.path, line, column, code, message, source, hint, width)


@attrs.frozen
class Property:
    """A content line taken apart: upper-case name, parameters, the raw value, and where that begins."""

    name: str
    params: dict[str, tuple[str, ...]] = attrs.field(hash=False)
    value: str
    line: Line
    value_at: int

    def param(self, name: str) -> str | None:
        """The first value of a parameter; None when it is not there."""
        found = self.params.get(name)
        return found[0] if found else None

    def problem(self, code: str, message: str, hint: str = "") -> Problem:
        """What is wrong with its value."""
        return self.line.problem(code, message, hint, self.value_at, len(self.line.text))

    def named_problem(self, code: str, message: str, hint: str = "") -> Problem:
        """What is wrong with it as a whole."""
        return self.line.problem(code, message, hint, 0, len(self.name))


@attrs.frozen
class Component:
    """BEGIN to END: what it is called, its properties, the components inside."""

    name: str
    begin: Line
    properties: list[Property] = attrs.field(factory=list, hash=False)
    children: list[Component] = attrs.field(factory=list, hash=False)

    def all(self, name: str) -> list[Property]:
        """Every property of that name."""
        return [each for each in self.properties if each.name == name]

    def first(self, name: str) -> Property | None:
        """The first property of that name."""
        return next((each for each in self.properties if each.name == name), None)


def parse(data: bytes, path: str) -> tuple[list[Component], list[Problem]]:
    """The top components of a stream, and what is wrong with its structure."""
    problems: list[Problem] = []
    lines = list(unfold(data, path, problems))
    return _tree(_properties(lines, problems), path, problems), problems


def unfold(data: bytes, path: str, problems: list[Problem]) -> Iterator[Line]:
    """The content lines of a stream; a continuation begins with a blank or a tab."""
    pieces: list[bytes] = []
    first = 1
    for number, piece in enumerate(physical(data), start=1):
        if piece[:1] in (b" ", b"\t") and pieces:
            pieces.append(piece[1:])
            continue
        if pieces:
            yield _decoded(pieces, path, first, problems)
        pieces, first = [piece] if piece else [], number
    if pieces:
        yield _decoded(pieces, path, first, problems)


def physical(data: bytes) -> list[bytes]:
    """The lines as they stand in the file, without their ends."""
    return BREAK.split(data.removeprefix(b"\xef\xbb\xbf"))


def _decoded(pieces: list[bytes], path: str, number: int, problems: list[Problem]) -> Line:
    whole = b"".join(pieces)
    try:
        text = whole.decode()
        damaged = False
    except UnicodeDecodeError:
        text, damaged = whole.decode(errors="replace"), True
    starts, seen = [0], b""
    for piece in pieces[:-1]:
        seen += piece
        starts.append(len(seen.decode(errors="ignore")))
    line = Line(path, number, text, tuple(starts))
    if damaged:
        at = text.index("\ufffd")
        problems.append(line.problem("C002", "bytes that are not UTF-8", "save the file as UTF-8", at, at + 1))
    return line


def _properties(lines: Sequence[Line], problems: list[Problem]) -> Iterator[Property]:
    for line in lines:
        found = property_of(line)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            yield found


def property_of(line: Line) -> Property | Problem:
    """A content line taken apart, or what keeps it from being one."""
    name = NAME.match(line.text)
    if name is None:
        return line.problem("C001", "this is no content line", "a line is NAME:value, or begins with a blank to go on")
    at = name.end()
    params: dict[str, tuple[str, ...]] = {}
    while found := PARAMETER.match(line.text, at):
        params[found[1].upper()] = tuple(one or other for one, other in VALUES.findall(found[2]))
        at = found.end()
    if line.text[at : at + 1] != ":":
        reason = "a parameter that cannot be read" if line.text[at : at + 1] == ";" else "a line without ':'"
        return line.problem("C001", reason, "a line is NAME;PARAMETER=value:value (RFC 5545 §3.1)", at, at + 1)
    return Property(name[0].upper(), params, line.text[at + 1 :], line, at + 1)


def _tree(properties: Iterator[Property], path: str, problems: list[Problem]) -> list[Component]:
    top: list[Component] = []
    open_: list[Component] = []
    last: Line | None = None
    for each in properties:
        last = each.line
        if each.name == "BEGIN":
            component = Component(each.value.strip().upper(), each.line)
            (open_[-1].children if open_ else top).append(component)
            open_.append(component)
        elif each.name == "END":
            _close(each, open_, problems)
        elif open_:
            open_[-1].properties.append(each)
        else:
            problems.append(each.named_problem("C003", f"{each.name} outside every component", "BEGIN:VCALENDAR first"))
    for component in open_:
        message = f"{component.name} is never closed"
        problems.append(
            component.begin.problem("C003", message, f"END:{component.name} is missing; the file may be cut")
        )
    if last is None:
        problems.append(
            Problem(path, 0, 0, "C003", "there is no calendar here", "", "a calendar begins BEGIN:VCALENDAR")
        )
    return top


def _close(end: Property, open_: list[Component], problems: list[Problem]) -> None:
    """Close the component named; those left open inside it are told of and closed with it."""
    name = end.value.strip().upper()
    if name not in {component.name for component in open_}:
        problems.append(end.problem("C003", f"END:{name} without its BEGIN", "remove it, or look for a lost BEGIN"))
        return
    while (component := open_.pop()).name != name:
        hint = f"END:{component.name} is missing before this line"
        problems.append(end.problem("C003", f"{component.name} of line {component.begin.number} is not closed", hint))
