"""iCalendar bytes to content lines, with the place of each in the file (RFC 5545 §3.1).

Bytes are unfolded before they are decoded, for a fold may stand inside a character. Line feeds alone, a byte order
mark and lower case are taken; what is wrong with them is the checker's to say. A line is never guessed: what is no
content line becomes a problem and is left out.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from ..errors import Problem

NAME = re.compile(r"[A-Za-z0-9-]+")
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
VALUES = re.compile(r'(?:^|,)(?:"([^"]*)"|([^",]*))')
HINT = "a line is NAME;PARAMETER=value:value, and goes on where the next begins with a blank (RFC 5545 §3.1)"
BOM = codecs.BOM_UTF8
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
        first = self.starts[index]
        last = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        source = (" " if index else "") + self.text[first:last]
        width = max(1, min(end if end is not None else last, last) - start)
        return Problem(self.path, line, column, code, message, source, hint, width)


@attrs.frozen
class Property:
    """A content line taken apart: upper-case name, parameters, the raw value, and where that begins.

    A parameter given twice has the values of both.
    """

    name: str
    params: dict[str, tuple[str, ...]] = attrs.field(hash=False)
    value: str
    line: Line
    value_at: int

    def param(self, name: str) -> str | None:
        """The first value of a parameter; None when it is not there."""
        found = self.params.get(name)
        return found[0] if found else None

    def problem(self, code: str, message: str, hint: str = "", start: int = 0, end: int | None = None) -> Problem:
        """What is wrong with `value[start:end]`."""
        last = len(self.line.text) if end is None else self.value_at + end
        return self.line.problem(code, message, hint, self.value_at + start, last)

    def param_problem(self, name: str, code: str, message: str, hint: str = "") -> Problem:
        """What is wrong with a parameter that it has."""
        found = re.search(f"(?i)(?<=;){name}=", self.line.text)
        at = found.start() if found else 0
        return self.line.problem(code, message, hint, at, at + len(name))

    def named_problem(self, code: str, message: str, hint: str = "") -> Problem:
        """What is wrong with it as a whole."""
        return self.line.problem(code, message, hint, 0, len(self.name))


@attrs.frozen(eq=False)  # two components are never one, and comparing deep trees would exhaust the stack
class Component:
    """BEGIN to END: what it is called, its properties, the components inside."""

    name: str
    begin: Line
    properties: list[Property] = attrs.field(factory=list, repr=False)
    children: list[Component] = attrs.field(factory=list, repr=False)

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
    return BREAK.split(data.removeprefix(BOM))


def _decoded(pieces: list[bytes], path: str, number: int, problems: list[Problem]) -> Line:
    whole = b"".join(pieces)
    try:
        text = whole.decode()
    except UnicodeDecodeError as error:
        text = whole.decode(errors="replace")
        at = len(whole[: error.start].decode())
        line = Line(path, number, text, _starts(pieces))
        message = f"the byte 0x{whole[error.start]:02X} is not UTF-8"
        problems.append(line.problem("C002", message, "save the file as UTF-8 (RFC 5545 §3.1.4)", at, at + 1))
        return line
    return Line(path, number, text, _starts(pieces))


def _starts(pieces: list[bytes]) -> tuple[int, ...]:
    """Where in the text each piece begins; a character cut by a fold belongs to the piece that ends it."""
    if len(pieces) == 1:
        return (0,)
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    starts = [0]
    for piece in pieces[:-1]:
        starts.append(starts[-1] + len(decoder.decode(piece)))
    return tuple(starts)


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
        return line.problem("C001", "this is no content line", HINT)
    at = name.end()
    params: dict[str, list[str]] = {}
    while found := PARAMETER.match(line.text, at):
        values = params.setdefault(found[1].upper(), [])
        values += [each[2] if each[1] is None else each[1] for each in VALUES.finditer(found[2])]
        at = found.end()
    if line.text[at : at + 1] != ":":
        reason = "a parameter that cannot be read" if line.text[at : at + 1] == ";" else "a line without ':'"
        return line.problem("C001", reason, HINT, at, at + 1)
    return Property(
        name[0].upper(), {key: tuple(each) for key, each in params.items()}, line.text[at + 1 :], line, at + 1
    )


def _tree(properties: Iterator[Property], path: str, problems: list[Problem]) -> list[Component]:
    top: list[Component] = []
    open_: list[Component] = []
    names: Counter[str] = Counter()
    last: Line | None = None
    for each in properties:
        last = each.line
        if each.name == "BEGIN":
            component = Component(each.value.strip().upper(), each.line)
            (open_[-1].children if open_ else top).append(component)
            open_.append(component)
            names[component.name] += 1
        elif each.name == "END":
            _close(each, open_, names, problems)
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


def _close(end: Property, open_: list[Component], names: Counter[str], problems: list[Problem]) -> None:
    """Close the component named; those left open inside it are told of and closed with it.

    `names` counts the open ones, for looking through them at each END would take ages in a deep file.
    """
    name = end.value.strip().upper()
    if not names[name]:
        problems.append(end.problem("C003", f"END:{name} without its BEGIN", "remove it, or look for a lost BEGIN"))
        return
    while (component := open_.pop()).name != name:
        names[component.name] -= 1
        hint = f"END:{component.name} is missing before this line"
        problems.append(end.problem("C003", f"{component.name} of line {component.begin.number} is not closed", hint))
    names[name] -= 1
