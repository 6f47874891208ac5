"""A log as one canonical event file: the same log gives the same text, and reads back as the same log."""

from __future__ import annotations

from typing import Any

from ..model import EventLog
from . import yaml
from .plain import plain_event, plain_sources

SCHEMA_LINE = "# yaml-language-server: $schema={}\n"


def dump(log: EventLog, schema: str = "") -> str:
    """The whole log as YAML; `schema` names the JSON Schema that an editor should check it by."""
    plain: dict[str, Any] = {}
    if log.sources:
        plain["sources"] = plain_sources(log.sources.values())
    plain["events"] = [plain_event(event) for event in log]
    return (SCHEMA_LINE.format(schema) if schema else "") + _spaced(yaml.write(plain))


def _spaced(text: str) -> str:
    """A blank line before each event but the first."""
    return text.replace("\n  - id: ", "\n\n  - id: ").replace("events:\n\n", "events:\n")
