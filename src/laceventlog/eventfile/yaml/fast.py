"""YAML text to plain values at once: text, lists, and mappings that know their line. Refuses what is not plain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml import events as ev

from ...model import Origin
from ...progress import watched
from ..fast_reader import Part
from ..trees import DEEPEST, Placed, Unusual
from .events import Broken, Loader

RARE_BREAKS = "\r\x85\u2028\u2029"
"""What ends a line and is no line feed: see `breaks`."""


def parts(path: str, text: str) -> Iterator[Part]:
    """The sources and the events of an event file.

    Raises:
        Unusual: it is no event file, or one that has to be looked at.
    """
    tree = read(text)
    events = tree.get("events", [])
    if not tree.keys() <= {"sources", "events"} or not isinstance(events, list):
        raise Unusual
    if "sources" in tree:
        yield tree["sources"], None
    lines = _lines(text)

    def where(mapping: Any) -> Origin:
        return Origin(path, mapping.line, mapping.column, lines[mapping.line - 1])

    for event in watched(events, f"reading {path}"):
        yield event, where


def _lines(text: str) -> list[str]:
    if not any(rare in text for rare in RARE_BREAKS):
        return text.split("\n")
    from ..line_breaks import BREAK

    return BREAK.split(text)


def read(text: str) -> Placed:
    """The mapping that a text is.

    Raises:
        Unusual: it is none, or holds anything that another reader would have to explain.
    """
    try:
        next_event: Callable[[], Any] = Loader(text).get_event
        next_event(), next_event()  # the stream begins, and the document
        root = _value(next_event(), next_event, 0)
        if type(root) is not Placed or type(next_event()) is not ev.DocumentEndEvent:
            raise Unusual
        if type(next_event()) is not ev.StreamEndEvent:
            raise Unusual
    except (*Broken, TypeError) as error:  # a key that is no text has no hash
        raise Unusual from error
    return root


def _value(event: Any, next_event: Callable[[], Any], depth: int) -> Any:
    kind = type(event)
    if kind is ev.ScalarEvent:
        if event.tag or event.anchor:
            raise Unusual
        return event.value
    if depth >= DEEPEST or kind not in (ev.MappingStartEvent, ev.SequenceStartEvent) or event.tag or event.anchor:
        raise Unusual
    if kind is ev.SequenceStartEvent:
        return _list(next_event, depth + 1)
    return _mapping(event.start_mark, next_event, depth + 1)


def _list(next_event: Callable[[], Any], depth: int) -> list[Any]:
    items = []
    while type(event := next_event()) is not ev.SequenceEndEvent:
        items.append(_value(event, next_event, depth))
    return items


def _mapping(mark: yaml.Mark, next_event: Callable[[], Any], depth: int) -> Placed:
    found = Placed()
    found.line, found.column = mark.line + 1, mark.column + 1
    while type(event := next_event()) is not ev.MappingEndEvent:
        key = _value(event, next_event, depth)
        if key in found:
            raise Unusual
        found[key] = _value(next_event(), next_event, depth)
    return found
