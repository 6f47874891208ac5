"""What is wrong with YAML is said in words for people, with libyaml and without it."""

from __future__ import annotations

import pytest
import yaml as pyyaml

from laceventlog import parse_text
from laceventlog.eventfile.yaml import reader as yaml_reader
from laceventlog.eventfile.yaml.messages import HINT, Spot, explained

BROKEN = [
    ("title: Note: this", "3:16", "a second ': ' in one line", "quote the text: title: 'Note: this'"),
    ("title: It's: so", "3:16", "a second ': ' in one line", "quote the text: title: 'It''s: so'"),
    ("title: 'x' y", "3:16", "text after the closing quote", "put the quotes around the whole text"),
    ('title: "A" and "B"', "3:16", "text after the closing quote", "put the quotes around the whole text"),
    ("title: [x, y", "3:12", "'[' is not closed", "close it with ']'"),
    ("title: {x: y", "3:12", "'{' is not closed", "close it with '}'"),
    ("title: %x", "3:12", "a text cannot begin with %", "quote it: '%x'"),
    ("title: @x", "3:12", "a text cannot begin with @", "quote it: '@x'"),
    ("title: `x`", "3:12", "a text cannot begin with `", "quote it: '`x`'"),
    ("title: *", "3:12", "a text cannot begin with *", "quote it: '*'"),
    ("title: & b", "3:12", "a text cannot begin with &", "quote it: '& b'"),
    (r'title: "C:\q"', "3:15", r"unknown escape \q in double quotes", r"write \\ for a backslash"),
    ("title x", "3:5", "a line without ':'", "write 'title: …'"),
    ("title: 'x", "3:12", "a quote is not closed", "close it with '"),
    ('title: "x', "3:12", "a quote is not closed", 'close it with "'),
    ("title: |3x", "3:14", "text on the same line as '|' or '>'", "start it on the next line"),
    ("tags: [a,, b]", "3:14", "a value is missing before ','", "add it, or remove the ','"),
    ("title: ]", "3:12", "unmatched ']'", "remove it, or quote the text"),
    (" title: x", "3:11", "this line is indented deeper than the lines it belongs to", "indent it like"),
    ("  - title: x", "3:14", "this line is indented deeper than the lines it belongs to", "indent it like"),
]


@pytest.fixture(params=["libyaml", "pure"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "pure":
        monkeypatch.setattr(yaml_reader, "Loader", pyyaml.SafeLoader)
    elif not hasattr(pyyaml, "CSafeLoader"):
        pytest.skip("PyYAML without libyaml")
    return str(request.param)


@pytest.mark.parametrize(("line", "place", "reason", "hint"), BROKEN)
def test_a_broken_line_is_explained(loader: str, line: str, place: str, reason: str, hint: str) -> None:
    text = f"events:\n  - id: a\n    {line}\n    status: planned\n  - id: b\n"
    found = [p for p in parse_text(text)[1] if p.code == "Y001"]
    line_and_column = f"{found[0].line}:{found[0].column}"
    assert (len(found), found[0].message, found[0].hint.startswith(hint)) == (1, reason, True)
    assert loader == "pure" or line_and_column == place


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("events\n  - id: a\n", "the line above has no ':', so no line can belong to it"),
        ("events: ]\n", "unmatched ']'"),
        ("events:\n    - id: a\n  - id: b\n", "this line does not belong to an event"),
        ("events: []\n---\na: b\n", "a second document"),
        ("events:\n  - id: a\n   title: x\n", "the indentation of this line does not match the lines above"),
    ],
)
@pytest.mark.usefixtures("loader")
def test_a_broken_file_is_explained(text: str, message: str) -> None:
    assert [p.message for p in parse_text(text)[1] if p.code == "Y001"] == [message]


def test_what_no_rule_fits_stays_in_the_words_of_the_parser() -> None:
    spot = Spot("a", "", 0)
    assert explained("while", "odd", spot) == ("while, odd", HINT)
    assert explained("", "odd", spot) == ("odd", HINT)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id":"a",', "a name in double quotes is missing here"),
        ("{'id':'a'}", "a name in double quotes is missing here"),
        ('{"id"}', "':' is missing between a name and its value"),
        ('{"id":"a" "kind":"b"}', "',' is missing, or the end of the object or list"),
        ('{"id":"a', "a quote is not closed"),
        (r'{"id":"\q"}', "an unknown escape"),
        ('{"id":"a\tb"}', "a control character inside a text"),
        ('{"id":"a"} {"id":"b"}', "text after the object"),
        ('{"id":}', "a value is missing or not JSON"),
        ('{"id":planned}', "a value is missing or not JSON"),
    ],
)
def test_broken_json_is_explained(line: str, reason: str) -> None:
    found = [p for p in parse_text(line + "\n", "a.jsonl")[1] if p.code == "Y007"]
    assert [p.message for p in found] == [f"not valid JSON: {reason}"]
    assert found[0].hint
