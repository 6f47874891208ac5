"""`check FILE.ics`: alone, beside event files, as JSON, and calendars that cannot be read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
BAD = (
    "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:a\nDTSTAMP:20240101T000000Z\n"
    "DTSTART;VALUE=DATE:20240529\nDTEND;VALUE=DATE:20240529\nSUMMARY:A, B\nEND:VEVENT\nEND:VCALENDAR\n"
)
EVENTS = "events:\n  - {id: a, kind: event, title: A, status: planned, when: 2025}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a calendar, an event file of each sort, and nothing else."""
    (tmp_path / "bad.ics").write_bytes(BAD.replace("\n", "\r\n").encode())
    (tmp_path / "good.yaml").write_text(EVENTS, "utf-8")
    (tmp_path / "bad.yaml").write_text(EVENTS.replace("id: a", "id: b").replace("event,", "lunch,"), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def codes(run: Run, *words: str) -> tuple[int, list[str]]:
    status, out, err = run("check", *words, "--format", "json")
    assert err == ""
    return status, [problem["code"] for problem in json.loads(out)]


@pytest.mark.parametrize(
    ("words", "status", "found"),
    [
        (["bad.ics"], 1, ["C016", "C021"]),
        (["good.yaml"], 0, []),
        (["bad.ics", "good.yaml"], 1, ["C016", "C021"]),
        (["bad.ics", "bad.yaml"], 1, ["C016", "C021", "S004"]),
        (["."], 1, ["S004"]),  # exports in a folder of events are not looked at
        ([".", "bad.ics"], 1, ["C016", "C021", "S004"]),
        (["bad.ics", "bad.ics"], 1, ["C016", "C016", "C021", "C021"]),
        (["bad.ics", "--ignore", "C021"], 1, ["C016"]),
        (["bad.ics", "--exit-zero"], 0, ["C016", "C021"]),
        (["none.ics"], 2, ["F001"]),
        (["loop.ics"], 2, ["F003"]),
        (["folder.ics"], 1, ["F004"]),
        (["notes.txt"], 1, ["F005"]),
    ],
)
def test_calendars_are_checked_where_they_are_named(
    run: Run, folder: Path, words: list[str], status: int, found: list[str]
) -> None:
    if words == ["loop.ics"]:
        (folder / "loop.ics").symlink_to("loop.ics")
    (folder / "notes.txt").write_text("", "utf-8")
    (folder / "folder.ics").mkdir()
    assert codes(run, *words) == (status, found)


def test_the_ending_may_be_in_capitals(run: Run, folder: Path) -> None:
    (folder / "bad.ics").replace(folder / "BAD.ICS")
    assert codes(run, "BAD.ICS") == (1, ["C016", "C021"])


def test_a_missing_calendar_is_said_with_what_was_meant(run: Run) -> None:
    assert run("check", "bd.ics") == (2, "bd.ics: F001 no such file or folder\n  = did you mean 'bad.ics'?\n", "")


def test_severity_is_told_to_machines(run: Run) -> None:
    problems = json.loads(run("check", "bad.ics", "--format", "json")[1])
    assert [(p["code"], p["severity"]) for p in problems] == [("C016", "error"), ("C021", "warning")]


def test_an_error_of_a_calendar_cannot_be_ignored(run: Run) -> None:
    status, _, err = run("check", "bad.ics", "--ignore", "C016")
    assert (status, "C016 is an error, and only warnings can be ignored" in err) == (2, True)


def test_other_verbs_do_not_read_calendars(run: Run) -> None:
    status, _, err = run("list", "bad.ics")
    assert (status, "bad.ics: F005 '.ics' files are not read" in err) == (2, True)


def test_an_export_checks_clean(run: Run) -> None:
    assert run("export", "ics", "good.yaml", "--output", "good.ics")[0] == 0
    assert run("check", "good.yaml", "good.ics") == (0, "", "")


def test_what_a_calendar_holds_moves_no_cursor(run: Run, folder: Path) -> None:
    (folder / "x.ics").write_bytes(BAD.replace("SUMMARY:A, B", "SUMMARY:\x1b[2J\x9bm").replace("\n", "\r\n").encode())
    _, out, _ = run("check", "x.ics")
    assert "SUMMARY:␛[2J\ufffdm" in out
    assert not set(out) & set("\x1b\x9b")
