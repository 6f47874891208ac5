"""Events and sources as plain dicts of text, lists and whole numbers: what YAML and JSON Lines both write."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import attrs

from ..dates import When
from ..errors import LaceventlogError
from ..model import Amount, Event, Source, Statement, Status, read_status
from ..model.event import fact_names


def plain_sources(sources: Iterable[Source]) -> dict[str, dict[str, str]]:
    """Sources by id, without what is empty or usual."""
    return {source.id: _plain_source(source) for source in sources}


def _plain_source(source: Source) -> dict[str, str]:
    values = {f.name: getattr(source, f.name) for f in attrs.fields(Source) if f.name != "id"}
    usual = {"locator": "paragraph"}
    return {k: _value(v) for k, v in values.items() if v not in (None, "") and usual.get(k) != v}


def plain_event(event: Event) -> dict[str, Any]:
    """One event in the order a person would write it; one statement stands flat, several as a history."""
    plain: dict[str, Any] = {"id": event.id, "kind": event.kind, "title": event.title}
    for name in fact_names(type(event)).all:
        value = getattr(event, name)
        if value is not None and value != ():
            plain[name] = _value(value)
    statements = [plain_statement(s) for s in event.history]
    return plain | (statements[0] if len(statements) == 1 else {"history": statements})


def plain_statement(statement: Statement) -> dict[str, Any]:
    """The fields of a statement that it fills, in the order of a file."""
    implied = statement.source.source.published if statement.source else None
    said = statement.said if statement.said != implied else None
    plain = {
        "said": _value(said) if said else None,
        "status": _status(statement),
        "when": _value(statement.when) if statement.when else None,
        "source": statement.source.key if statement.source else None,
        "reason": statement.reason,
        "quote": statement.quote,
        "correction": "true" if statement.correction else None,
    }
    return {name: value for name, value in plain.items() if value}


def _status(statement: Statement) -> str:
    """The source's own word where it still means the status."""
    return statement.word if _means(statement.word, statement.status) else statement.status.value


@lru_cache(maxsize=1024)
def _means(word: str, status: Status) -> bool:
    try:
        return bool(word) and read_status(word) is status
    except LaceventlogError:
        return False


def _value(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, When):
        return date_text(value)
    if isinstance(value, Amount):
        return str(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return value


def date_text(when: When) -> str:
    """The words of the source where they read back to the same date, else the notation."""
    if not when.text or when.text == when.edtf:
        return when.notation
    try:
        return when.text if When.parse(when.text) == when else when.notation
    except LaceventlogError:
        return when.notation
