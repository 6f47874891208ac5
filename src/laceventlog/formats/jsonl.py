"""JSON Lines, for bulk: one event a line, and lines `{"sources": {…}}` that declare sources.

Values are read by the standard library; the places of a line's parts are worked out only when that line
has a problem, by reading it again as the YAML it also is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..model import EventLog
from . import yaml
from .nodes import File, Mapping, Node, Scalar, Sequence
from .plain import plain_event, plain_sources


def read_line(file: File, number: int, *, precise: bool = False) -> Node | None:
    """The tree of one line; None for a blank one or when it is no JSON, which is noted."""
    text = file.line(number)
    if not text.strip():
        return None
    try:
        pairs = json.loads(text, object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        column = error.colno if isinstance(error, json.JSONDecodeError) else 1
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "not plain JSON"
        file.problem((number, column, 1), "Y007", f"not valid JSON: {reason}", "one JSON object a line")
        return None
    tree = _node(pairs, number, file)
    return _placed(text, number, tree) if precise else tree


class _Pairs(list[tuple[str, Any]]):
    """The entries of an object, doubles included."""


def _refuse(word: str) -> Any:
    raise ValueError(word)


def _node(value: Any, line: int, file: File) -> Node:
    if isinstance(value, _Pairs):
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, item in value:
            if key in entries:
                file.problem((line, 1, 1), "Y005", f"'{key}' is given twice", "keep one")
            elif item is not None:
                entries[key] = (Scalar(key, line), _node(item, line, file))
        return Mapping(tuple(entries.values()), line)
    if isinstance(value, list):
        return Sequence(tuple(_node(item, line, file) for item in value), line)
    return Scalar({True: "true", False: "false", None: ""}.get(value, value), line)


def _placed(text: str, line: int, tree: Node) -> Node:
    """The same tree with columns, where YAML reads the line alike."""
    shadow = yaml.read(File("", [text]))
    return _merge(tree, shadow, line) if shadow is not None else tree


def _merge(tree: Node, shadow: Node, line: int) -> Node:
    if isinstance(tree, Scalar) and isinstance(shadow, Scalar):
        return Scalar(tree.text, line, shadow.column, shadow.width, shadow.shift)
    if isinstance(tree, Sequence) and isinstance(shadow, Sequence) and len(tree.items) == len(shadow.items):
        items = (_merge(a, b, line) for a, b in zip(tree.items, shadow.items, strict=True))
        return Sequence(tuple(items), line, shadow.column)
    if isinstance(tree, Mapping) and isinstance(shadow, Mapping):
        places = {key.text: (key, value) for key, value in shadow.entries}
        entries = (
            (_merge(key, places[key.text][0], line), _merge(value, places[key.text][1], line))
            if key.text in places else (key, value)
            for key, value in tree.entries
        )  # fmt: skip
        return Mapping(tuple((k, v) for k, v in entries if isinstance(k, Scalar)), line, shadow.column)
    return tree


def dump(log: EventLog) -> str:
    """The whole log as JSON Lines."""
    return "".join(lines(log))


def lines(log: EventLog) -> Iterator[str]:
    """The log line by line, sources first; memory does not grow with the log."""
    if log.sources:
        yield _line({"sources": plain_sources(log.sources.values())})
    yield from map(_line, map(plain_event, log))


def _line(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n"


def is_sources(tree: Node) -> bool:
    """Whether a line declares sources."""
    return isinstance(tree, Mapping) and tree.get("sources") is not None and tree.get("id") is None


def numbers(file: File) -> Iterable[int]:
    """The numbers of all lines."""
    return range(1, len(file.lines) + 1)
