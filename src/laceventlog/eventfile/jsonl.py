"""JSON Lines, for bulk: one event a line, and lines `{"sources": {…}}` that declare sources.

The standard library reads a line; where its parts stand is worked out only when the file has problems.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json.decoder import JSONDecoder
from typing import Any

from ..model import EventLog
from .nodes import File, Mapping, Node, Scalar, Sequence
from .serialize import plain_event, plain_sources
from .source_spans import Entry, Span
from .trees import DEEPEST

BLANKS = re.compile(r"[ \t\n\r]*")
BARE = re.compile(r"[^\s,\]}]+")
STRINGS = JSONDecoder()
HALF = re.compile("[\ud800-\udfff]")


def read(file: File, *, precise: bool) -> Iterator[Node]:
    """The tree of each line that holds one, with columns if `precise`; problems are noted in the file."""
    for number, text in enumerate(file.lines, start=1):
        if text.strip():
            tree = _read_line(file, number, text)
            if tree is not None:
                yield _placed(text, number) if precise else tree


def _read_line(file: File, line: int, text: str) -> Node | None:
    try:
        value = json.loads(text, object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=_refuse)
        return _node(file, value, line, 0)
    except json.JSONDecodeError as error:
        file.problem((line, error.colno, 1), "Y007", *_in_words(error))
    except _TooDeepError:
        file.problem((line, 1, 1), "Y006", "nested too deep", f"at most {DEEPEST} levels are read")
    except RecursionError:
        file.problem((line, 1, 1), "Y006", "nested too deep", f"at most {DEEPEST} levels are read")
    except _RefusedError as error:
        file.problem((line, 1, 1), error.code, str(error), error.hint)
    return None


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


def _node(file: File, value: Any, line: int, depth: int) -> Node:
    if depth > DEEPEST:
        raise _TooDeepError
    if isinstance(value, _Pairs):
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, item in value:
            if key in entries:
                file.problem((line, 1, 1), "Y005", f"'{key}' is given twice", "keep one")
            elif item is not None:
                entries[key] = (Scalar(key, line), _node(file, item, line, depth + 1))
        return Mapping(tuple(entries.values()), line)
    if isinstance(value, list):
        return Sequence(tuple(_node(file, item, line, depth + 1) for item in value), line)
    return Scalar(_text(value), line)


def _text(value: Any) -> str:
    if isinstance(value, str):
        if not value.isascii() and HALF.search(value):
            raise _RefusedError("Y007", "half a character (a lone surrogate)", "write the character itself")
        return value
    return {True: "true", False: "false"}.get(value, "")


# -- the same tree with columns, of a line that is known to be JSON


def _placed(text: str, line: int) -> Node:
    return _value(text, _skip(text, 0), line)[0]


def _skip(text: str, at: int) -> int:
    found = BLANKS.match(text, at)
    return found.end() if found else at


def _value(text: str, at: int, line: int) -> tuple[Node, int]:
    """Value = object | array | string | anything else up to a blank, comma or bracket."""
    if text[at] == "{":
        return _object(text, at, line)
    if text[at] == "[":
        return _array(text, at, line)
    if text[at] == '"':
        return _string(text, at, line)
    found = BARE.match(text, at)
    end = found.end() if found else at + 1
    word = text[at:end]
    return Scalar("" if word == "null" else word, line, at + 1, end - at), end


def _string(text: str, at: int, line: int) -> tuple[Scalar, int]:
    value, end = STRINGS.raw_decode(text, at)
    return Scalar(value, line, at + 1, end - at, 1), end


def _object(text: str, at: int, line: int) -> tuple[Node, int]:
    entries: dict[str, tuple[Scalar, Node]] = {}
    column, at = at + 1, _skip(text, at + 1)
    while text[at] != "}":
        key, at = _string(text, at, line)
        item, at = _value(text, _skip(text, _skip(text, at) + 1), line)
        if not (isinstance(item, Scalar) and item.text == "" and item.shift == 0):  # null is no value
            entries.setdefault(key.text, (key, item))
        at = _skip(text, at)
        at = _skip(text, at + 1) if text[at] == "," else at
    return Mapping(tuple(entries.values()), line, column), at + 1


def _array(text: str, at: int, line: int) -> tuple[Node, int]:
    items = []
    column, at = at + 1, _skip(text, at + 1)
    while text[at] != "]":
        item, at = _value(text, at, line)
        items.append(item)
        at = _skip(text, at)
        at = _skip(text, at + 1) if text[at] == "," else at
    return Sequence(tuple(items), line, column), at + 1


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


# -- writing


def dumps(log: EventLog) -> str:
    """The whole log as JSON Lines."""
    plain = [plain_event(event) for event in log]
    if log.sources or not plain:  # an empty log is no empty file
        plain.insert(0, {"sources": plain_sources(log.sources.values())})
    return "".join(map(_line, plain))


def _line(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n"


def is_sources(tree: Node) -> bool:
    """Whether a line declares sources."""
    return isinstance(tree, Mapping) and tree.get("sources") is not None and tree.get("id") is None
