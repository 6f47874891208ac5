"""A log to the text of an event file: equal logs give the same text, which reads back as an equal log."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import attrs

from ..dates import When
from ..errors import LaceventlogError, UsageError
from ..model import Amount, Event, EventLog, Source, Statement, Status, read_status
from ..model.values import shown
from .paths import PathLike

SCHEMA_LINE = "# yaml-language-server: $schema={}\n"


def dump(log: EventLog, path: PathLike) -> None:
    """Write the log to a file, whole or not at all: JSON Lines if its name ends in .jsonl, else YAML.

    Links that lead out of a part of a log are left out.

    Raises:
        UsageError: the file or its folder cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> from laceventlog import load, loads
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> with TemporaryDirectory() as folder:
    ...     dump(log, f"{folder}/log.yaml")
    ...     load(folder) == log
    True
    """
    from pathlib import Path

    from ..atomic_write import replacing

    with replacing(Path(path)) as file:
        file.write(text_for(_closed(log), str(path)).encode())


def text_for(log: EventLog, path: str) -> str:
    """The text of a file that holds the log: JSON Lines if its name ends in .jsonl, else YAML."""
    return jsonl_text(log) if path.endswith(".jsonl") else yaml_text(log)


def dumps(log: EventLog, schema: str = "") -> str:
    """The log as canonical YAML, which `loads` reads back equal.

    Links that lead out of a part of a log are left out. `schema` names the JSON Schema for editors to check by.

    >>> from laceventlog import loads
    >>> text = "events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]"
    >>> print(dumps(loads(text)), end="")
    events:
      - id: pumps
        kind: delivery
        title: Pumps
        status: planned
        when: by the end of 2024
    """
    return yaml_text(_closed(log), schema)


def _closed(log: EventLog) -> EventLog:
    """The log without links that lead out of it; checked anew, for what was read with problems may have circles."""
    if not isinstance(log, EventLog):
        raise UsageError(f"{shown(log)} is not a log: write EventLog([…])")
    return EventLog((event.linked_within(log) for event in log), map(attrs.evolve, log.sources.values()))


def yaml_text(log: EventLog, schema: str = "") -> str:
    """The log as YAML, with all links of its events."""
    from .yaml import emitter

    head = SCHEMA_LINE.format(schema) if schema else ""
    if log.sources:
        head += emitter.write({"sources": plain_sources(log.sources.values())})
    if not log.events:
        return head + "events: []\n"
    items = (emitter.write({"events": [plain_event(event)]}).removeprefix("events:\n") for event in log)
    return head + "events:\n" + "\n".join(items)


def jsonl_text(log: EventLog) -> str:
    """The whole log as JSON Lines, sources first."""
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
