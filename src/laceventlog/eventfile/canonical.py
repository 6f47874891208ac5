"""A log as one canonical event file: the same log gives the same text, and reads back as the same log."""

from __future__ import annotations

from ..model import EventLog
from .serialize import plain_event, plain_sources

SCHEMA_LINE = "# yaml-language-server: $schema={}\n"


def dumps(log: EventLog, schema: str = "") -> str:
    """The whole log as YAML; `schema` names the JSON Schema that an editor should check it by.

    Of a part of a log, links that lead out of it are left out.
    """
    from .yaml import emitter as yaml_emitter

    head = SCHEMA_LINE.format(schema) if schema else ""
    if log.sources:
        head += yaml_emitter.write({"sources": plain_sources(log.sources.values())})
    if not log.events:
        return head + "events: []\n"
    plain = ({"events": [plain_event(event.linked_within(log))]} for event in log)
    items = (yaml_emitter.write(each).removeprefix("events:\n") for each in plain)
    return head + "events:\n" + "\n".join(items)
