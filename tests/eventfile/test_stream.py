"""Logs that are read again for each pass: the same events, and nothing kept that grows with their number."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from laceventlog.errors import LoadError, UsageError
from laceventlog.eventfile import jsonl, jsonl_fast, stream
from laceventlog.eventfile.load import load
from laceventlog.eventfile.trees import Unusual

ROOT = Path(__file__).parents[2]


@pytest.fixture
def real(tmp_path: Path) -> Path:
    path = tmp_path / "real.jsonl"
    path.write_text(jsonl.dumps(load(ROOT / "events")), "utf-8")
    return path


def test_it_is_the_log_that_load_reads_pass_after_pass(real: Path) -> None:
    log, found = load(real), stream.opened([real])
    assert list(found) == list(found) == list(log)
    assert (len(found), found.sources) == (len(log), dict(log.sources))
    for owner in log:
        for targets in owner.links().values():
            assert [found[key] for key in targets if key in found] == [log[key] for key in targets]
    assert "nobody" not in found


def test_several_files_are_one_log(real: Path, tmp_path: Path) -> None:
    lines = real.read_text("utf-8").splitlines(keepends=True)
    paths = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    for path, part in zip(paths, (lines[:40], lines[40:]), strict=True):
        path.write_text("".join(part), "utf-8")
    assert list(stream.opened(paths)) == list(load(real))


def event(number: int, **fields: Any) -> str:
    return json.dumps({"id": f"e{number}", "kind": "event", "title": "X", "status": "planned", **fields}) + "\n"


WRONG = {
    "twice": event(1) + event(2) + event(1),
    "a link to nothing": event(1, related=["e2"]),
    "a link to itself": event(1, after=["e1"]),
    "a circle": event(1, after=["e2"]) + event(2, after=["e1"]),
    "a date": event(1, when="soon"),
    "a status": event(1, status="maybe"),
    "no JSON": event(1) + "{",
    "cut off": event(1) + event(2)[:-20],
    "a source of nobody": event(1, source="s"),
}  # fmt: skip


@pytest.mark.parametrize("text", WRONG.values(), ids=list(WRONG))
def test_what_is_wrong_is_left_to_load_which_says_it(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(text)
    with pytest.raises(Unusual):
        stream.opened([path])
    with pytest.raises(LoadError):
        load(path)


@pytest.mark.parametrize("data", [b"\xff\xfe", None], ids=["not UTF-8", "not there"])
def test_what_cannot_be_read_is_left_to_load(data: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(Unusual):
        stream.opened([path])


def test_only_what_links_lead_to_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(event(n, **({"after": ["e0"]} if n == 7 else {})) for n in range(3000)))
    found = stream.opened([path])
    assert sorted(found.targets) == ["e0", "e7"]
    assert len(found) == 3000


def test_one_line_is_read_at_a_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path, ahead = tmp_path / "many.jsonl", []
    path.write_text("".join(map(event, range(100))))
    found = stream.opened([path])

    def counted(name: str, lines: Iterator[str]) -> Iterator[Any]:
        for part in jsonl_fast.parts(name, lines):
            ahead.append(1)
            yield part

    monkeypatch.setattr(stream, "parts", counted)
    for number, _ in enumerate(found, start=1):
        assert len(ahead) == number


@pytest.mark.parametrize("then", ["", "{", event(1, status="maybe"), None])
def test_a_file_that_changes_between_two_passes_is_told(tmp_path: Path, then: str | None) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(event(1))
    found = stream.opened([path])
    if then is None:
        path.unlink()
    else:
        path.write_text(then)
    with pytest.raises(UsageError, match=r"a\.jsonl changed while being read"):
        list(found)


def test_a_disk_without_room_leaves_the_log_to_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: str) -> sqlite3.Connection:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(sqlite3, "connect", full)
    (tmp_path / "a.jsonl").write_text(event(1))
    with pytest.raises(Unusual):
        stream.opened([tmp_path / "a.jsonl"])
