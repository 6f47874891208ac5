"""`-` is what stands on standard input: event files, JSON Lines or a calendar, by how it begins."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

YAML = "events:\n  - {id: a, kind: event, title: A, status: planned, when: 2024}\n"
LINES = '{"id":"a","kind":"event","title":"A","status":"planned","when":"2024"}\n'
CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n"
Run = Callable[..., tuple[int, str, str]]
Feed = Callable[[str | bytes], None]


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> Feed:
    def give(data: str | bytes) -> None:
        raw = io.BytesIO(data.encode() if isinstance(data, str) else data)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(raw, encoding="utf-8"))

    return give


@pytest.mark.parametrize("text", [YAML, LINES, "\ufeff" + YAML, "\n\n " + LINES, YAML.replace("\n", "\r\n")])
@pytest.mark.parametrize("verb", ["list", "overdue", "timeline", "show a", "history", "slip", "slip a", "export ics"])
def test_every_verb_that_reads_takes_it(run: Run, feed: Feed, verb: str, text: str) -> None:
    feed(text)
    status, out, err = run(*verb.split(), "-", "--today", "2025-03-01")
    assert (status, err) == (int(verb == "overdue"), "")
    assert "A" in out


def test_it_stands_beside_files(run: Run, feed: Feed, tmp_path: Path) -> None:
    other = tmp_path / "b.yaml"
    other.write_text(YAML.replace("id: a", "id: b"), "utf-8")
    feed(YAML)
    assert [row["id"] for row in json.loads(run("list", str(other), "-", "--format", "json")[1])] == ["a", "b"]
    feed(YAML)
    assert run("diff", "-", str(other))[0] == 1
    feed(YAML)
    assert run("diff", str(other), "-", "--format", "json")[1].count('"change"') == 1  # renamed


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (YAML.replace("event,", "evnt,"), "<stdin>:2:19: S004 unknown kind 'evnt'"),
        (LINES.replace('"event"', '"evnt"'), "<stdin>:1:18: S004 unknown kind 'evnt'"),
        ("", "<stdin>: F004 this file is empty"),
        ("{", "<stdin>:1:2: Y007 not valid JSON: a name in double quotes is missing here"),
        (b"a: \xff", "<stdin>:1:4: F002 not UTF-8: the byte 0xFF"),
        (b"a\x00b", "<stdin>:1:2: Y001 the character U+0000"),
        (CALENDAR, "<stdin>:1:1: C022 a calendar without entries"),
        (LINES + LINES, "<stdin>:2:7: L001 the id 'a' is taken"),
    ],
)
def test_what_is_wrong_in_it_has_its_place(run: Run, feed: Feed, data: str | bytes, says: str) -> None:
    feed(data)
    status, out, err = run("check", "-")
    assert (status, err) == (1, "")
    assert out.startswith(says)


def test_a_calendar_is_imported_from_it(run: Run, feed: Feed) -> None:
    feed(YAML)
    calendar = run("export", "ics", "-")[1]
    feed(calendar)
    status, out, err = run("import", "-")
    assert (status, "id: a" in out) == (0, True)
    assert err.startswith("1 event new")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("list - -", "standard input can be read once: give '-' once"),
        ("diff - -", "standard input can be read once: give '-' once"),
        ("record a held -", "'record' writes into the file of its event, and standard input is none: name the file"),
        ("export vdir - --output -", "a vdir is a folder: name it with --output FOLDER"),
        (
            "export ics - --split kind --output -",
            "--split writes several files: name their folder with --output FOLDER",
        ),
        ("import - --into -", "- is not an event file: their names end in .yaml, .yml, .jsonl"),
    ],
)
def test_what_cannot_be_done_with_it(run: Run, feed: Feed, words: str, says: str) -> None:
    feed(YAML)
    assert run(*words.split()) == (2, "", f"laceventlog: {says}\n")


def test_text_that_was_put_in_its_place_is_read_as_well(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(YAML))
    assert run("check", "-") == (0, "", "")


def test_output_to_a_dash_is_standard_output(
    run: Run, feed: Feed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    feed(YAML)
    assert run("export", "jsonl", "-", "-o", "-")[1].startswith('{"id":')
    assert list(tmp_path.iterdir()) == []
