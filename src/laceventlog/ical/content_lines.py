"""iCalendar bytes to content lines and components, with the place of each in the file (RFC 5545 §3.1).

Bytes are unfolded before they are decoded, because a fold may cut a character. Line feeds alone, a byte order mark and
lower case are accepted here; the checker reports them. Nothing is guessed: a line that is not a content line becomes a
problem and is left out.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate

import attrs

from ..errors import Problem
from .values import integer, unescape, unescape_list

NAME = re.compile(r"[A-Za-z0-9-]+")
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
VALUES = re.compile(r'(?:^|,)(?:"([^"]*)"|([^",]*))')
HINT = "a line is NAME;PARAMETER=value:value; a continuation begins with a blank (RFC 5545 §3.1)"
BOM = codecs.BOM_UTF8
BREAK = re.compile(rb"\r\n|\n|\r(?!\n)")


@attrs.frozen
class Line:
    """One unfolded content line; `starts` are the offsets in `text` of its physical lines, the first being `number`."""

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
        """A problem of `text[start:end]`, up to the end of its physical line."""
        line, column = self.place(start)
        index = line - self.number
        first = self.starts[index]
        last = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        source = (" " if index else "") + self.text[first:last]
        width = max(1, min(end if end is not None else last, last) - start)
        return Problem(self.path, line, column, code, message, source, hint, width)


@attrs.frozen
class Property:
    """A content line in its parts: upper-case name, parameters, the raw value and its offset in the line.

    A parameter that is repeated has the values of all.
    """

    name: str
    params: dict[str, tuple[str, ...]] = attrs.field(hash=False)
    value: str
    line: Line
    value_at: int

    @property
    def text(self) -> str:
        """The value as a TEXT."""
        return unescape(self.value)

    def param(self, name: str) -> str | None:
        """The first value of a parameter; None if it is missing."""
        found = self.params.get(name)
        return found[0] if found else None

    def problem(self, code: str, message: str, hint: str = "", start: int = 0, end: int | None = None) -> Problem:
        """A problem of `value[start:end]`."""
        last = len(self.line.text) if end is None else self.value_at + end
        return self.line.problem(code, message, hint, self.value_at + start, last)

    def param_problem(self, name: str, code: str, message: str, hint: str = "") -> Problem:
        """A problem of one of its parameters."""
        found = re.search(f"(?i)(?<=;){name}=", self.line.text)
        at = found.start() if found else 0
        return self.line.problem(code, message, hint, at, at + len(name))

    def named_problem(self, code: str, message: str, hint: str = "") -> Problem:
        """A problem of the whole property."""
        return self.line.problem(code, message, hint, 0, len(self.name))


@attrs.frozen(eq=False)  # by identity: comparing deep trees would exhaust the stack
class Component:
    """BEGIN to END: its name, its properties, the components inside."""

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

    def text(self, name: str) -> str:
        """The text of the first property of that name that has any; else ""."""
        return next((text for each in self.all(name) if (text := each.text)), "")

    def texts(self, name: str) -> list[str]:
        """Every text in the lists of all properties of that name, each once."""
        return list(dict.fromkeys(text for each in self.all(name) for text in unescape_list(each.value)))

    def number(self, name: str) -> int:
        """The first property of that name as a number; 0 if it is missing, negative or unreadable."""
        found = self.first(name)
        try:
            return max(0, integer(found.value.strip())) if found else 0
        except ValueError:
            return 0


def parse(data: bytes, path: str) -> tuple[list[Component], list[Problem]]:
    """The outermost components of a stream, and the problems of its structure."""
    problems: list[Problem] = []
    lines = list(unfold(data, path, problems))  # all at once: interleaved with the next step it takes a tenth longer
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
    """The lines of the file without their ends."""
    return BREAK.split(data.removeprefix(BOM))


def _decoded(pieces: list[bytes], path: str, number: int, problems: list[Problem]) -> Line:
    whole = b"".join(pieces)
    starts = (0,) if len(pieces) == 1 else _starts(pieces)
    try:
        return Line(path, number, whole.decode(), starts)
    except UnicodeDecodeError as error:
        line = Line(path, number, whole.decode(errors="replace"), starts)
        at = len(whole[: error.start].decode())
        message = f"the byte 0x{whole[error.start]:02X} is not UTF-8"
        problems.append(line.problem("C002", message, "save the file as UTF-8 (RFC 5545 §3.1.4)", at, at + 1))
        return line


def _starts(pieces: list[bytes]) -> tuple[int, ...]:
    """The offset in the text of each piece; a character that a fold cuts belongs to the piece that ends it."""
    decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
    return tuple(accumulate((len(decode(piece)) for piece in pieces[:-1]), initial=0))


def _properties(lines: Iterable[Line], problems: list[Problem]) -> Iterator[Property]:
    for line in lines:
        found = property_of(line)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            yield found


def property_of(line: Line) -> Property | Problem:
    """A content line taken apart, or why it is none."""
    text = line.text
    name = NAME.match(text)
    if name is None:
        return line.problem("C001", "not a content line", HINT)
    at = name.end()
    params: dict[str, tuple[str, ...]] = {}
    while found := PARAMETER.match(text, at):
        key = found[1].upper()
        params[key] = (*params.get(key, ()), *(quoted or bare for quoted, bare in VALUES.findall(found[2])))
        at = found.end()
    if text[at : at + 1] != ":":
        reason = "unreadable parameter" if text[at : at + 1] == ";" else "a line without ':'"
        return line.problem("C001", reason, HINT, at, at + 1)
    return Property(name[0].upper(), params, text[at + 1 :], line, at + 1)


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
            problems.append(each.named_problem("C003", f"{each.name} outside every component", "add BEGIN:VCALENDAR"))
    for component in open_:
        hint = f"END:{component.name} is missing; the file may be truncated"
        problems.append(component.begin.problem("C003", f"{component.name} is never closed", hint))
    if last is None:
        hint = "a calendar begins with BEGIN:VCALENDAR"
        problems.append(Problem(path, 0, 0, "C003", "no calendar in this file", "", hint))
    return top


def _close(end: Property, open_: list[Component], names: Counter[str], problems: list[Problem]) -> None:
    """Close the named component; those left open inside it are problems and are closed with it.

    `names` counts the open ones: searching them at each END would take too long in a deep file.
    """
    name = end.value.strip().upper()
    if not names[name]:
        problems.append(end.problem("C003", f"END:{name} without its BEGIN", "remove it, or add the missing BEGIN"))
        return
    while (component := open_.pop()).name != name:
        names[component.name] -= 1
        message = f"the {component.name} of line {component.begin.number} is not closed"
        problems.append(end.problem("C003", message, f"END:{component.name} is missing before this line"))
    names[name] -= 1
