"""Fast path: YAML text to plain values; only mappings know their position. Whatever is not plain is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml import events as ev

from ...model import Origin
from ..field_reader import FieldReader, Part
from ..nodes import DEEPEST, NeedsFullParse
from . import Broken, Loader

RARE_BREAKS = "\r\x85\u2028\u2029"
"""Line breaks other than a line feed: see `source_spans.BREAK`."""


class LineMapping(dict[str, Any]):
    """A mapping of plain values that knows its first line and column."""

    __slots__ = ("column", "line")
    line: int
    column: int


def parts(path: str, text: str, reader: FieldReader) -> Iterator[Part]:
    """The sources and the events of an event file.

    Raises:
        NeedsFullParse: not a plain event file.
    """
    lines = _lines(text)

    def where(mapping: Any) -> Origin:
        return Origin(path, mapping.line, mapping.column, lines[mapping.line - 1])

    return reader.parts_of_file(read(text), where, path)


def _lines(text: str) -> list[str]:
    if not any(rare in text for rare in RARE_BREAKS):
        return text.split("\n")
    from ..source_spans import BREAK

    return BREAK.split(text)


def read(text: str) -> LineMapping:
    """The mapping that a file is.

    Raises:
        NeedsFullParse: not a mapping, or not only of text, lists and mappings.
    """
    try:
        next_event: Callable[[], Any] = Loader(text).get_event
        next_event(), next_event()  # stream start, document start
        root = _value(next_event(), next_event, 0)
        if type(root) is not LineMapping or type(next_event()) is not ev.DocumentEndEvent:
            raise NeedsFullParse
        if type(next_event()) is not ev.StreamEndEvent:
            raise NeedsFullParse
    except (*Broken, TypeError) as error:  # a key that is not text is unhashable
        raise NeedsFullParse from error
    return root


def _value(event: Any, next_event: Callable[[], Any], depth: int) -> Any:
    kind = type(event)
    if kind is ev.ScalarEvent:
        if event.tag or event.anchor:
            raise NeedsFullParse
        return event.value
    if depth >= DEEPEST or kind not in (ev.MappingStartEvent, ev.SequenceStartEvent) or event.tag or event.anchor:
        raise NeedsFullParse
    if kind is ev.SequenceStartEvent:
        return _list(next_event, depth + 1)
    return _mapping(event.start_mark, next_event, depth + 1)


def _list(next_event: Callable[[], Any], depth: int) -> list[Any]:
    items = []
    while type(event := next_event()) is not ev.SequenceEndEvent:
        items.append(_value(event, next_event, depth))
    return items


def _mapping(mark: yaml.Mark, next_event: Callable[[], Any], depth: int) -> LineMapping:
    found = LineMapping()
    found.line, found.column = mark.line + 1, mark.column + 1
    while type(event := next_event()) is not ev.MappingEndEvent:
        key = _value(event, next_event, depth)
        if key in found:
            raise NeedsFullParse
        found[key] = _value(next_event(), next_event, depth)
    return found
