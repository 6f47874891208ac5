"""The JSON Schema of event files, made from the attrs classes, for editors to complete and check with."""

from __future__ import annotations

from typing import Any

from ..model import KINDS, Event
from ..model.fields import ID
from ..model.places import COUNTRIES
from ..model.statuses.parser import words
from .field_values import SOURCE_FIELDS, STATEMENT_FIELDS, facts_of

DRAFT = "http://json-schema.org/draft-07/schema#"
TEXT = {"type": "string"}
COUNTRY = {"anyOf": [{"enum": sorted({*COUNTRIES, "UK"})}, {"type": "string", "minLength": 3}]}
"""Codes, for an editor to complete; whether a longer text is the name of a country, only the reader knows."""
WHEN = {
    "type": ["string", "integer"],
    "description": "EDTF (2024-05, 2023-33, [..2024-12-31], 2019/..), words ('by the end of 2024') or TBD",
}


def schema() -> dict[str, Any]:
    """The schema of a whole file, with every registered kind."""
    return {
        "$schema": DRAFT,
        "title": "laceventlog event file",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "sources": {"type": "object", "additionalProperties": {"$ref": "#/$defs/source"}},
            "events": {"type": "array", "items": {"$ref": "#/$defs/event"}},
        },
        "$defs": _definitions(),
    }


def _definitions() -> dict[str, Any]:
    return {
        "id": {"type": "string", "pattern": f"^{ID.pattern}$"},
        "when": WHEN,
        "country": COUNTRY,
        "status": {"type": "string", "examples": sorted(words("en")), "description": "what the source says of it"},
        "source": _source(),
        "statement": _object(_statement(), ["status"]),
        "event": {
            "type": "object",
            "required": ["id", "kind", "title"],
            "properties": {"kind": {"enum": sorted(KINDS)}},
            "allOf": [_branch(kind) for kind in sorted(KINDS)],
        },
        **{f"kind-{kind}": _kind(cls) for kind, cls in sorted(KINDS.items())},
    }


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _source() -> dict[str, Any]:
    properties: dict[str, Any] = dict.fromkeys(SOURCE_FIELDS, TEXT)
    return _object(properties | {"published": {"$ref": "#/$defs/when"}}, ["title"])


def _statement() -> dict[str, Any]:
    return {
        "said": {"$ref": "#/$defs/when"},
        "status": {"$ref": "#/$defs/status"},
        "when": {"$ref": "#/$defs/when"},
        "source": {"type": "string", "description": "a declared source, and the place in it: name#20"},
        "reason": TEXT | {"description": "why status or date changed"},
        "quote": TEXT | {"description": "the words of the source"},
        "correction": {
            "type": ["boolean", "string"],
            "description": "the record was wrong; the world did not move",
        },
    }


def _branch(kind: str) -> dict[str, Any]:
    return {
        "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
        "then": {"$ref": f"#/$defs/kind-{kind}"},
    }


def _kind(cls: type[Event]) -> dict[str, Any]:
    facts = {name: fact.schema for name, fact in facts_of(cls).items()}
    properties = {
        "id": {"$ref": "#/$defs/id"},
        "kind": {"const": cls.kind},
        "title": TEXT,
        **facts,
        **_statement(),
        "history": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/statement"}},
    }
    both = {"required": ["history"], "anyOf": [{"required": [name]} for name in STATEMENT_FIELDS]}
    needs_status = [] if cls.usual_status else [{"anyOf": [{"required": ["status"]}, {"required": ["history"]}]}]
    description = (cls.__doc__ or "").strip().splitlines()[:1]
    rules: dict[str, Any] = {"allOf": needs_status} if needs_status else {}
    rules["not"] = both  # a flat statement beside a history (S009)
    return {"description": " ".join(description), **_object(properties, ["id", "kind", "title"]), **rules}
