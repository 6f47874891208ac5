"""A log to the text of an event file: equal logs give the same text, which reads back as an equal log."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import attrs

from ..dates import When
from ..errors import LaceventlogError
from ..model import Amount, Event, EventLog, Source, Statement, Status, read_status
from .paths import PathLike

SCHEMA_LINE = "# yaml-language-server: $schema={}\n"


def dump(log: EventLog, path: PathLike) -> None:
    """Write a log to a file, whole or not at all: as JSON Lines if its name ends in .jsonl, else as YAML.

    Raises:
        UsageError: the file or its folder cannot be written.
    """
    from pathlib import Path

    from ..atomic_write import replacing

    with replacing(Path(path)) as file:
        file.write(text_for(log, os.fspath(path)).encode())


def text_for(log: EventLog, path: str) -> str:
    """The text of a file with this log: JSON Lines if its name ends in .jsonl, else YAML."""
    return dumps_lines(log) if path.endswith(".jsonl") else dumps(log)


def dumps(log: EventLog, schema: str = "") -> str:
    """A log as canonical YAML; `schema` is the path or URL of a JSON Schema for editors."""
    from .yaml import emitter

    head = SCHEMA_LINE.format(schema) if schema else ""
    if log.sources:
        head += emitter.write({"sources": plain_sources(log.sources.values())})
    if not log.events:
        return head + "events: []\n"
    items = (emitter.write({"events": [plain_event(event)]}).removeprefix("events:\n") for event in log)
    return head + "events:\n" + "\n".join(items)


def dumps_lines(log: EventLog) -> str:
    """A log as JSON Lines, sources first."""
    import json

    plain = [plain_event(event) for event in log]
    if log.sources or not plain:  # an empty log is not an empty file
        plain.insert(0, {"sources": plain_sources(log.sources.values())})
    return "".join(f"{json.dumps(each, ensure_ascii=False, separators=(',', ':'))}\n" for each in plain)


def plain_sources(sources: Iterable[Source]) -> dict[str, dict[str, str]]:
    """Sources by id, without empty and default fields."""
    return {source.id: _plain_source(source) for source in sources}


def _plain_source(source: Source) -> dict[str, str]:
    values = {f.name: getattr(source, f.name) for f in attrs.fields(Source) if f.name != "id"}
    defaults = {"locator": "paragraph"}
    return {k: _value(v) for k, v in values.items() if v not in (None, "") and defaults.get(k) != v}


def plain_event(event: Event) -> dict[str, Any]:
    """An event in the usual order of fields; a single statement is flat, several are a history."""
    facts = {name: value if type(value) is str else _value(value) for name, value in event.stated().items()}
    statements = [plain_statement(statement) for statement in event.history]
    history = statements[0] if len(statements) == 1 else {"history": statements}
    return {"id": event.id, "kind": event.kind, "title": event.title, **facts, **history}


def plain_statement(statement: Statement) -> dict[str, Any]:
    """The fields that a statement has, in the order of a file."""
    cited, plain = statement.source, {}
    if statement.said and statement.said != (cited.source.published if cited else None):
        plain["said"] = date_text(statement.said)
    plain["status"] = _status(statement)
    if statement.when:
        plain["when"] = date_text(statement.when)
    if cited:
        plain["source"] = cited.key
    if statement.reason:
        plain["reason"] = statement.reason
    if statement.quote:
        plain["quote"] = statement.quote
    if statement.correction:
        plain["correction"] = "true"
    return plain


def _status(statement: Statement) -> str:
    """The source's word for the status if it still means that, else the status."""
    return statement.word if _means(statement.word, statement.status) else statement.status.value


@lru_cache(maxsize=1024)
def _means(word: str, status: Status) -> bool:
    try:
        return bool(word) and read_status(word) is status
    except LaceventlogError:
        return False


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [item if type(item) is str else _value(item) for item in value]
    if isinstance(value, When):
        return date_text(value)
    if isinstance(value, Amount):
        return str(value)
    return value


def date_text(when: When) -> str:
    """The words of the source if they read back as the same date, else the notation."""
    if not when.text or when.text == when.edtf:
        return when.notation
    return when.text if _says(when.text, when.notation) else when.notation


@lru_cache(maxsize=8192)
def _says(words: str, notation: str) -> bool:
    try:
        return When.parse(words).notation == notation
    except LaceventlogError:
        return False
