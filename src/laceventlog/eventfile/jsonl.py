"""JSON Lines, for bulk: one event a line, and lines `{"sources": {…}}` that declare sources.

The standard library checks a line; then it is read once more into a tree with places.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json.decoder import JSONDecoder
from typing import Any, NamedTuple

from .nodes import DEEPEST, File, ListNode, MappingNode, Node, Place, TextNode
from .source_spans import Entry, Span

BLANKS = re.compile(r"[ \t\n\r]*")
BARE = re.compile(r"[^\s,\]}]+")
STRINGS = JSONDecoder()
HALF = re.compile("[\ud800-\udfff]")


def read(file: File) -> Iterator[Node]:
    """The tree of each line that holds one; problems are noted in the file."""
    for number, text in enumerate(file.lines, start=1):
        if text.strip() and _is_readable(file, number, text):
            yield _Line(file, number, text).value(_skip(text, 0))[0]


def _is_readable(file: File, line: int, text: str) -> bool:
    """Whether a line is JSON that an event file may hold; if not, why is noted."""
    try:
        value = json.loads(text, object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=_refuse)
        _check(file, value, line, 0)
    except json.JSONDecodeError as error:
        file.problem((line, error.colno, 1), "Y007", *_in_words(error))
    except (_TooDeepError, RecursionError):
        file.problem((line, 1, 1), "Y006", "nested too deep", f"at most {DEEPEST} levels are read")
    except _RefusedError as error:
        file.problem((line, 1, 1), error.code, str(error), error.hint)
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
    ("',' delimiter", "',' is missing, or what closes the object or list", "one whole JSON object stands on each line"),
    ("Unterminated string", "a quote that is not closed", 'close it with "'),
    ("Invalid \\", "a backslash that means nothing", "write \\\\ for a backslash"),
    ("Invalid control", "a control character inside a text", "write a tab as \\t, a line break as \\n"),
    ("Extra data", "something follows the object", "put each object on a line of its own"),
    (
        "Expecting value",
        "a value is missing, or is no JSON",
        "texts stand in double quotes; true, false and null have none",
    ),
)
"""What the standard library says, what that means, and what to do."""


def _in_words(error: json.JSONDecodeError) -> tuple[str, str]:
    for said, reason, hint in WORDS:
        if said in error.msg:
            return f"not valid JSON: {reason}", hint
    return f"not valid JSON: {error.msg}", "one JSON object a line"


class _TooDeepError(Exception):
    """Levels of nesting that no event has."""


class _RefusedError(Exception):
    """JSON that no event file may hold."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.hint = code, hint


class _Pairs(list[tuple[str, Any]]):
    """The entries of an object, doubles included."""


def _refuse(word: str) -> Any:
    raise _RefusedError("Y007", f"not valid JSON: {word}", "numbers are finite")


def _check(file: File, value: Any, line: int, depth: int) -> None:
    """Note keys given twice.

    Raises:
        _TooDeepError, _RefusedError: the line cannot be read.
    """
    if depth > DEEPEST:
        raise _TooDeepError
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
        raise _RefusedError("Y007", "half a character (a lone surrogate)", "write the character itself")


# -- the tree of a line that is known to be JSON


def _skip(text: str, at: int) -> int:
    found = BLANKS.match(text, at)
    return found.end() if found else at


class _Line(NamedTuple):
    """One line: each method reads what begins at a character, and says where it ends."""

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
        return TextNode("" if word == "null" else word, self.place(at, end - at)), end

    def place(self, at: int, width: int = 1, shift: int = 0) -> Place:
        return Place(self.file, self.number, at + 1, width, shift)

    def string(self, at: int) -> tuple[TextNode, int]:
        value, end = STRINGS.raw_decode(self.text, at)
        return TextNode(value, self.place(at, end - at, 1)), end

    def object(self, at: int) -> tuple[Node, int]:
        found, at = MappingNode(self.place(at)), _skip(self.text, at + 1)
        while self.text[at] != "}":
            key, at = self.string(at)
            at = _skip(self.text, _skip(self.text, at) + 1)
            is_null = self.text.startswith("null", at)  # which is no value
            item, at = self.value(at)
            if not is_null:
                found.setdefault(key, item)
            at = self.next(at)
        return found, at + 1

    def array(self, at: int) -> tuple[Node, int]:
        found, at = ListNode((), self.place(at)), _skip(self.text, at + 1)
        while self.text[at] != "]":
            item, at = self.value(at)
            found.append(item)
            at = self.next(at)
        return found, at + 1

    def next(self, at: int) -> int:
        at = _skip(self.text, at)
        return _skip(self.text, at + 1) if self.text[at] == "," else at


# -- where things stand, for writing into a line


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
