"""Lines of JSON to plain values at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from json import JSONDecoder
from typing import Any

from ..model import Origin
from .quick import Part
from .trees import Unusual


def parts(path: str, lines: Iterable[str]) -> Iterator[Part]:
    """What each line holds; the text of a line is not kept.

    Raises:
        Unusual: it is not JSON, or JSON that has to be looked at.
    """
    for number, text in enumerate(lines, start=1):
        if not text.isspace() and text:
            yield _part(_plain(text), Origin(path, number, 1))


def _part(value: Any, origin: Origin) -> Part:
    if isinstance(value, dict) and value.keys() == {"sources"}:
        return Part(value["sources"], None)
    return Part(value, lambda _: origin)


def _plain(text: str) -> Any:
    try:
        value = PLAIN.decode(text)
        if "\\u" in text:  # an escape may be half a character
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise Unusual from error
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The entries of an object that have a value, if no key is given twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unusual
    if None in found.values():
        return {key: value for key, value in pairs if value is not None}
    return found


def _constant(_: str) -> Any:
    raise Unusual


PLAIN = JSONDecoder(object_pairs_hook=_once, parse_int=str, parse_float=str, parse_constant=_constant)
