"""Fast path: lines of JSON to plain values, without places."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from json import JSONDecoder
from typing import Any

from ..model import Origin
from .field_reader import FieldReader, Part
from .nodes import NeedsFullParse


def parts(path: str, lines: Iterable[str], reader: FieldReader) -> Iterator[Part]:
    """What each line holds; the text of a line is not kept.

    Raises:
        NeedsFullParse: it is not plain JSON, or all lines are blank.
    """
    is_empty = True
    for line, text in enumerate(lines, start=1):
        if text and not text.isspace():
            is_empty = False
            yield reader.part_of_line(_plain(text), Origin(path, line, 1))
    if is_empty:
        raise NeedsFullParse


def _plain(text: str) -> Any:
    """What a line holds.

    Most lines are seen at a glance to give no key twice: every entry has a colon, so that as many keys as colons means
    that none was lost. The others, and those with what is null or an escape, are read pair by pair.
    """
    try:
        value, end = GLANCE.raw_decode(text)
        keys = len(value) if type(value) is dict and text.count("{") == 1 else _keys(value)
    except (ValueError, RecursionError):
        return _checked(text)
    if text.count(":") != keys or "null" in text or "\\u" in text or text[end:].strip(BLANKS):
        return _checked(text)
    return value


def _keys(value: Any) -> int:
    """How many entries the objects in a value have."""
    if type(value) is dict:
        return len(value) + sum(map(_keys, value.values()))
    return sum(map(_keys, value)) if type(value) is list else 0


def _checked(text: str) -> Any:
    try:
        value = PLAIN.decode(text)
        if "\\u" in text:  # an escape may be half a character
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise NeedsFullParse from error
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The entries of an object that have a value, if no key is given twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NeedsFullParse
    if None in found.values():
        return {key: value for key, value in pairs if value is not None}
    return found


def _constant(_: str) -> Any:
    raise NeedsFullParse


BLANKS = " \t\n\r"
GLANCE = JSONDecoder(parse_int=str, parse_float=str, parse_constant=_constant)
PLAIN = JSONDecoder(object_pairs_hook=_once, parse_int=str, parse_float=str, parse_constant=_constant)
