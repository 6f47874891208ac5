"""The JSON Schema: takes every shipped event file, refuses what the reader refuses, and is committed as made."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft7Validator

from laceventlog import Event, dumps, event_kind, load, parse_text
from laceventlog.eventfile.json_schema import schema
from laceventlog.eventfile.nodes import File
from laceventlog.eventfile.yaml import reader as yaml_reader
from laceventlog.model import KINDS, fields
from laceventlog.views.tables.csv_json import as_json

EVENTS = Path(__file__).parents[2] / "events"


def as_text(text: str) -> Any:
    """What a reader that takes every scalar for text makes of a file."""
    return yaml_reader.read(File("x.yaml", text.split("\n")))


def errors(document: Any) -> list[str]:
    return [error.json_path for error in Draft7Validator(schema()).iter_errors(document)]


def event(**changes: Any) -> dict[str, Any]:
    fields = {"id": "a", "kind": "launch", "title": "T", "status": "planned", **changes}
    return {"events": [{name: value for name, value in fields.items() if value is not None}]}


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(schema())
    assert schema()["$schema"] == Draft7Validator.META_SCHEMA["$schema"]


@pytest.mark.parametrize("file", sorted(EVENTS.glob("*.yaml")), ids=lambda file: file.name)
def test_every_shipped_file_is_valid(file: Path) -> None:
    assert errors(as_text(file.read_text("utf-8"))) == []


def test_what_is_written_is_valid() -> None:
    assert errors(as_text(dumps(load(EVENTS)))) == []


VALID = [
    event(),
    event(when="by the end of 2024", said="2024-01", source="s#3", reason="r", quote="q", correction="true"),
    event(when=2024, correction=True),  # as a reader of YAML 1.2 takes them
    event(status=None, history=[{"status": "planned"}, {"status": "done", "when": "2024"}]),
    event(kind="observation", status=None, when=2023, figure=17),
    event(kind="meeting", session=17),
    event(kind="meeting", session="17"),
    event(countries=["NO", "CU"], tags=["x"], part_of=["b"], after=["c"], related=["d"]),
    event(countries=["SU", "CSHH", "UK", "URY", "Cuba", "Чад"]),
    {"sources": {"s": {"title": "S", "published": 2024}}},
    {"events": []},
]
INVALID = [
    (event(id=None), "a missing id"),
    (event(title=None), "a missing title"),
    (event(kind=None), "a missing kind"),
    (event(status=None), "no status"),
    (event(kind="lunch"), "an unknown kind"),
    (event(titel="x"), "an unknown field"),
    (event(session=17), "a fact of another kind"),
    (event(id="A B"), "an id that is none"),
    (event(id="x" * 81), "an id too long"),
    (event(countries=["XX"]), "an unknown country"),
    (event(countries="CU"), "text for a list"),
    (event(tags=[["x"]]), "a list in a list"),
    (event(after=["A B"]), "a link to no id"),
    (event(when=["2024"]), "a list for a date"),
    (event(when=20.24), "a fraction for a date"),
    (event(status=None, history=[]), "an empty history"),
    (event(status=None, history=["planned"]), "text for a statement"),
    (event(status=None, history=[{"status": "planned", "whn": "2024"}]), "an unknown field of a statement"),
    (event(status=None, history=[{"when": "2024"}]), "a statement without status"),
    ({"event": []}, "an unknown field of the file"),
    ({"events": {}}, "a mapping of events"),
    ([], "a list for a file"),
    ({"sources": {"s": {}}}, "a source without title"),
    ({"sources": {"s": {"title": "S", "year": 2024}}}, "an unknown field of a source"),
]


@pytest.mark.parametrize("document", VALID)
def test_what_the_reader_takes_is_valid(document: Any) -> None:
    assert errors(document) == []


@pytest.mark.parametrize("document", [row[0] for row in INVALID], ids=[row[1] for row in INVALID])
def test_what_the_reader_refuses_is_invalid(document: Any) -> None:
    assert errors(document) != []
    # JSON is YAML: the reader says the same of it
    assert parse_text(json.dumps(document))[1] != []


def test_a_flat_statement_beside_a_history_is_invalid_as_for_the_reader() -> None:
    document = event(when="2024", history=[{"status": "planned"}])
    assert parse_text(json.dumps(document))[1] != []
    assert errors(document) != []


@pytest.mark.parametrize("word", sorted(KINDS))
def test_each_kind_offers_its_facts_with_words_to_an_editor(word: str) -> None:
    definition = schema()["$defs"][f"kind-{word}"]
    assert definition["properties"]["kind"] == {"const": word}
    assert definition["description"]
    own = {name for name in attrs.fields_dict(KINDS[word]) if fields.fact_of(attrs.fields_dict(KINDS[word])[name])}
    assert own <= set(definition["properties"])
    assert all(definition["properties"][name]["description"] for name in own)


@pytest.fixture
def inspection() -> Iterator[None]:
    @event_kind("inspection")
    @attrs.frozen(kw_only=True)
    class Inspection(Event):
        """A visit."""

        visits: int | None = fields.integer("how often")

    assert KINDS["inspection"] is Inspection
    yield
    KINDS.pop("inspection")


@pytest.mark.usefixtures("inspection")
def test_a_registered_kind_is_in_the_schema() -> None:
    assert errors(event(kind="inspection", visits=3)) == []
    assert errors(event(kind="inspection", goods="x")) != []


def test_the_committed_schema_is_the_one_made(root: Path, same_text: Callable[[Path, str], None]) -> None:
    same_text(root / "docs" / "events.schema.json", as_json(schema()))
