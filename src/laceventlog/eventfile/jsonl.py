"""JSON Lines, for bulk: one event per line, and lines `{"sources": {…}}` that declare sources.

The standard library checks each line; then it is read once more into a tree with positions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json.decoder import JSONDecoder
from typing import Any, NamedTuple

from ..errors import FieldError
from .nodes import DEEPEST, File, ListNode, MappingNode, Node, Position, TextNode
from .source_spans import Entry, Span

BLANKS = re.compile(r"[ \t\n\r]*")
BARE = re.compile(r"[^\s,\]}]+")
STRINGS = JSONDecoder()
HALF = re.compile("[\ud800-\udfff]")
TOO_DEEP = ("Y006", "nested too deeply", f"at most {DEEPEST} levels are read")


def read(file: File) -> Iterator[Node]:
    """The tree of each line that is not blank; problems are reported in the file."""
    for number, text in enumerate(file.lines, start=1):
        if text.strip() and _is_readable(file, number, text):
            yield _Line(file, number, text).value(_skip(text, 0))[0]


def _is_readable(file: File, line: int, text: str) -> bool:
    """Whether a line is JSON that an event file may hold; if not, the problem is reported."""
    try:
        value = json.loads(text, object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=_refuse)
        _check(file, value, line, 0)
    except json.JSONDecodeError as error:
        file.problem((line, error.colno, 1), "Y007", *_in_words(error))
    except RecursionError:
        file.problem((line, 1, 1), *TOO_DEEP)
    except FieldError as error:
        file.problem((line, 1, 1), error.code, error.message, error.hint)
    else:
        return True
    return False


WORDS = (
    (
        "property name",
        "a name in double quotes is missing here",
        'write "name": "value", without a comma after the last',
    ),
    ("Illegal trailing comma", "a comma after the last value", "remove it"),
    ("':' delimiter", "':' is missing between a name and its value", 'write "name": "value"'),
    ("',' delimiter", "',' is missing, or the end of the object or list", "write one whole JSON object per line"),
    ("Unterminated string", "a quote is not closed", 'close it with "'),
    ("Invalid \\", "an unknown escape", "write \\\\ for a backslash"),
    ("Invalid control", "a control character inside a text", "write a tab as \\t, a line break as \\n"),
    ("Extra data", "text after the object", "put each object on its own line"),
    (
        "Expecting value",
        "a value is missing or not JSON",
        "put texts in double quotes; true, false and null have none",
    ),
)
"""Part of a message of the standard library -> what is wrong, and what to do."""


def _in_words(error: json.JSONDecodeError) -> tuple[str, str]:
    for said, reason, hint in WORDS:
        if said in error.msg:
            return f"not valid JSON: {reason}", hint
    return f"not valid JSON: {error.msg}", "write one JSON object per line"


class _Pairs(list[tuple[str, Any]]):
    """The entries of an object, duplicates included."""


def _refuse(word: str) -> Any:
    raise FieldError("Y007", f"not valid JSON: {word}", "write a finite number")


def _check(file: File, value: Any, line: int, depth: int) -> None:
    """Report duplicate keys.

    Raises:
        FieldError: the line cannot be read.
    """
    if depth > DEEPEST:
        raise FieldError(*TOO_DEEP)
    if isinstance(value, _Pairs):
        found: set[str] = set()
        for key, item in value:
            if key in found:
                file.problem((line, 1, 1), "Y005", f"'{key}' is given twice", "keep one")
            elif item is not None:
                found.add(key)
                _check(file, item, line, depth + 1)
    elif isinstance(value, list):
        for item in value:
            _check(file, item, line, depth + 1)
    elif isinstance(value, str) and not value.isascii() and HALF.search(value):
        raise FieldError("Y007", "a lone surrogate (half a character)", "write the character itself")


# -- the tree of a line that is known to be JSON


def _skip(text: str, at: int) -> int:
    found = BLANKS.match(text, at)
    return found.end() if found else at


class _Line(NamedTuple):
    """One line: each method reads the value that begins at a character, and gives it with its end."""

    file: File
    number: int
    text: str

    def value(self, at: int) -> tuple[Node, int]:
        """Value = object | array | string | anything else up to a blank, comma or bracket."""
        sign = self.text[at]
        if sign in "{[":
            return self.object(at) if sign == "{" else self.array(at)
        if sign == '"':
            return self.string(at)
        found = BARE.match(self.text, at)
        end = found.end() if found else at + 1
        word = self.text[at:end]
        return TextNode("" if word == "null" else word, self.position_at(at, end - at)), end

    def position_at(self, at: int, width: int = 1, shift: int = 0) -> Position:
        return Position(self.file, self.number, at + 1, width, shift)

    def string(self, at: int) -> tuple[TextNode, int]:
        value, end = STRINGS.raw_decode(self.text, at)
        return TextNode(value, self.position_at(at, end - at, 1)), end

    def object(self, at: int) -> tuple[Node, int]:
        found, at = MappingNode(self.position_at(at)), _skip(self.text, at + 1)
        while self.text[at] != "}":
            key, at = self.string(at)
            at = _skip(self.text, _skip(self.text, at) + 1)
            is_null = self.text.startswith("null", at)  # not a value
            item, at = self.value(at)
            if not is_null:
                found.setdefault(key, item)
            at = self.next(at)
        return found, at + 1

    def array(self, at: int) -> tuple[Node, int]:
        found, at = ListNode((), self.position_at(at)), _skip(self.text, at + 1)
        while self.text[at] != "]":
            item, at = self.value(at)
            found.append(item)
            at = self.next(at)
        return found, at + 1

    def next(self, at: int) -> int:
        at = _skip(self.text, at)
        return _skip(self.text, at + 1) if self.text[at] == "," else at


# -- source spans, for editing a line


def span(text: str, at: int) -> Span:
    """The parts of the object, list or other value that begins at `text[at]`, which is known to be JSON."""
    at = _skip(text, at)
    if text[at] not in "{[":
        return Span(at, STRINGS.raw_decode(text, at)[1])
    start, at = at, _skip(text, at + 1)
    items: list[Span] = []
    entries: list[Entry] = []
    while text[at] not in "}]":
        if text[start] == "{":
            key, end = STRINGS.raw_decode(text, at)
            value = span(text, _skip(text, end) + 1)
            entries.append(Entry(key, at, value))
        else:
            value = span(text, at)
            items.append(value)
        at = _skip(text, value.end)
        at = _skip(text, at + 1) if text[at] == "," else at
    return Span(start, at + 1, True, tuple(items), tuple(entries))
