"""Every verb takes the fast path first: files without errors are not parsed with positions."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from laceventlog import loads
from laceventlog.eventfile.serialize import jsonl_text

Run = Callable[..., tuple[int, str, str]]
YAML = """\
sources:
  paper: {title: Paper, published: 2025}
events:
  - {id: buses, kind: delivery, title: Buses, status: planned, when: 2024, source: paper#2, part_of: [fleet]}
  - {id: fleet, kind: programme, title: Fleet, status: underway, when: since 2019}
"""
LINES = jsonl_text(loads(YAML))


@pytest.fixture
def no_full_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("parsed with places")

    monkeypatch.setattr("laceventlog.eventfile.parse._assemble", refused)


CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:a@b
DTSTAMP:20240101T000000Z
DTSTART;VALUE=DATE:20240505
SUMMARY:Hello
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


@pytest.mark.parametrize("name", ["a.yaml", "a.jsonl"])
@pytest.mark.parametrize(
    "words",
    [
        "overdue FILE", "check FILE", "diff FILE FILE", "__complete history FILE bu", "record buses delivered FILE --dry-run",
        "record fleet completed FILE --when 2025 --source paper", "import a.ics --into FILE", "history buses FILE", "list near.yaml",
    ],
)  # fmt: skip
@pytest.mark.usefixtures("no_full_parse")
def test_every_verb_takes_the_fast_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, words: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    sources = "sources:\n  paper: {title: Paper, published: 2025}\n"
    near = "events: [{id: near, kind: event, title: X, status: planned, source: paper, after: [fleet]}]\n"
    for path, text in ((name, YAML if name == "a.yaml" else LINES), ("b.yaml", sources), ("near.yaml", near)):
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "a.ics").write_text(CALENDAR, "utf-8", newline="")
    status, _, said = run(*words.replace("FILE", name).split())
    assert (status in (0, 1), "F0" in said) == (True, False)


@pytest.mark.parametrize("source", ["log.jsonl", "-"])
def test_a_warning_about_a_line_shows_the_line_without_a_full_parse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run,
    no_full_parse: None, source: str,
) -> None:  # fmt: skip
    del no_full_parse
    history = [{"said": "2024-01", "status": "planned", "when": "2024"}, {"said": "2024-02", "status": "held"}]
    text = LINES + json.dumps({"id": "x", "kind": "event", "title": "X", "history": history}) + "\n"
    (tmp_path / "log.jsonl").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    status, printed, _ = run("check", source)
    assert (status, '"status": "held"' in printed) == (1, True)
