"""The physical lines of a calendar (RFC 5545 §3.1): line ends, lengths, folds.

A fault that a file repeats is reported once, at its first place, with the number of others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import attrs

from ...errors import Problem
from ..content_lines import BOM, BREAK, physical
from ..encoding import LIMIT

LONE = re.compile(rb"(?<!\r)\n|\r(?!\n)")
SECTION = "(RFC 5545 §3.1)"


def check_physical_lines(data: bytes, path: str) -> Iterator[Problem]:
    """Every fault of lines that does not depend on their content."""
    lines = physical(data)
    yield from _line_ends(data, path, lines)
    if data.startswith(BOM):
        hint = f"save the file without it; a calendar begins with BEGIN {SECTION}"
        yield Problem(path, 1, 1, "C005", "a byte order mark before the first line", _decoded(lines[0]), hint)
    inner = lines[:-1] if not lines[-1] else lines  # nothing follows the last line end
    for fault in FAULTS:
        yield from fault.first(inner, path)


def _line_ends(data: bytes, path: str, lines: list[bytes]) -> Iterator[Problem]:
    both = data.count(b"\r\n")
    alone = data.count(b"\n") + data.count(b"\r") - 2 * both
    if alone:
        yield _lone_end(data, path, lines, alone - 1)
    if lines[-1]:
        number, line = len(lines), _decoded(lines[-1])
        hint = f"every line ends with CR LF {SECTION}; the file may be truncated"
        yield Problem(path, number, len(line) + 1, "C004", "the last line has no end", line, hint)


def _lone_end(data: bytes, path: str, lines: list[bytes], more: int) -> Problem:
    """The first line end that is not CR LF; there is one."""
    at = next(LONE.finditer(data))
    number = sum(1 for _ in BREAK.finditer(data, 0, at.start())) + 1
    line = _decoded(lines[number - 1])
    name = "LF" if at[0] == b"\n" else "CR"
    message = f"a line that ends with {name} alone{_and_more(more)}"
    hint = f"every line ends with CR LF {SECTION}; git or an editor may have changed them"
    return Problem(path, number, len(line) + 1, "C004", message, line, hint)


def _decoded(line: bytes) -> str:
    return line.decode(errors="replace")


def _and_more(number: int) -> str:
    return f", and {number} more like it" if number else ""


# -- lines too long, cut or empty


@attrs.frozen
class _LineFault:
    """One kind of fault of a physical line, and how many octets at its beginning are right."""

    is_wrong: Callable[[bytes], bool]
    message: str
    hint: str
    good: int = 0

    def first(self, lines: list[bytes], path: str) -> Iterator[Problem]:
        """The first such line, with the number of others."""
        wrong = [number for number, line in enumerate(lines) if self.is_wrong(line)]
        if wrong:
            line = lines[wrong[0]]
            column = len(line[: self.good].decode(errors="ignore")) + 1
            message = self.message.format(len(line)) + _and_more(len(wrong) - 1)
            yield Problem(path, wrong[0] + 1, column, "C005", message, _decoded(line), f"{self.hint} {SECTION}")


CUT = re.compile(rb"[ \t][\x80-\xBF]")
"""A continuation that begins inside a character of UTF-8."""
FAULTS = (
    _LineFault(lambda line: len(line) > LIMIT, "a line of {} octets",
               f"fold it: at most {LIMIT} octets, then CR LF and a blank", LIMIT),
    _LineFault(lambda line: not line, "an empty line", "remove it: every line is NAME:value"),
    _LineFault(lambda line: CUT.match(line) is not None, "a fold inside a character",
               "fold between characters, not between octets", 1),
)  # fmt: skip
