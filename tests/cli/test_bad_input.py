"""Whatever is wrong with a file, a folder or a pipe: a clear problem and status 2 (1 from check), never a traceback."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from laceventlog.cli.command import CLOSED, main

EVENTS = str(Path(__file__).parents[2] / "events")
GOOD = "events:\n  - {id: a, kind: event, title: A, status: planned, when: 2025}\n"


def item(**changes: str) -> str:
    fields = {"id": "b", "kind": "event", "title": "B", "status": "planned", "when": "2025"} | changes
    return "  - {" + ", ".join(f"{name}: {value}" for name, value in fields.items()) + "}\n"


BAD: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "F004"),
    "not utf-8": (GOOD.encode() + b"# \xe9\n", "3:3: F002"),
    "a tab": (GOOD + "\t- x\n", "3:1: Y002"),
    "unknown kind": (GOOD + item(kind="lunch"), "3:19: S004"),
    "unknown status": (GOOD + item(status="planed"), "3:44: S005"),
    "unknown country": (GOOD + item(countries="[CUU]"), "S006"),
    "link to nothing": (GOOD + item(after="[aa]"), "L002"),
    "unknown field": (GOOD + item(titel="x"), "S001"),
    "31 Feb": (GOOD + item(when="31 Feb 2025"), "D002"),
    "ends before it starts": (GOOD + item(when="2025/2024"), "D003"),
    "two events with one id": (GOOD + item(id="a"), "3:10: L001"),
    "aliases without end": ("events:\n" + "  - *a\n" * 200_000, "Y008"),
    "laughs": ("a: &a [x]\nb: &b [*a, *a]\nevents: [*b, *b]\n", "1:4: Y003"),
}
BROKEN = ["list", "overdue", "timeline", "export ics", "export json", "show a"]


@pytest.fixture(params=BAD)
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A bad file and what must be said of it; afterwards it is as it was."""
    content, says = BAD[request.param]
    path = tmp_path / "bad.yaml"
    data = content if isinstance(content, bytes) else content.encode()
    path.write_bytes(data)
    yield path, says
    assert path.read_bytes() == data


def test_check_says_what_is_wrong_and_ends_with_1(bad: tuple[Path, str], capsys: pytest.CaptureFixture[str]) -> None:
    path, says = bad
    assert main(["check", str(path)]) == 1
    printed = capsys.readouterr()
    assert says in printed.out
    assert str(path) in printed.out
    assert printed.err == ""


@pytest.mark.parametrize("command", BROKEN)
def test_every_other_verb_says_it_and_does_nothing(
    bad: tuple[Path, str], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path, says = bad
    assert main([*command.split(), str(path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert says in printed.err
    assert "nothing was done" in printed.err


@pytest.mark.parametrize("command", ["check", *BROKEN])
def test_a_missing_folder_is_unreadable(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command.split(), "no/such/folder"]) == 2
    assert "no/such/folder: F001 no such file or folder" in "".join(capsys.readouterr())


def test_a_folder_without_events_is_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 1
    assert "F004 this folder contains no event files" in capsys.readouterr().out


def test_problems_of_several_files_come_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.yaml").write_text(GOOD + item(kind="lunch"), "utf-8")
    (tmp_path / "b.jsonl").write_text(
        '{"id":"c","kind":"event","title":"C","status":"planned","when":"soon"}\n', "utf-8"
    )
    assert main(["check", str(tmp_path), "--format", "json"]) == 1
    assert [code in capsys.readouterr().out for code in ("S004",)] == [True]


@pytest.mark.parametrize("target", ["events", "no/such/folder/x.ics", "events/x.ics/y"])
def test_what_cannot_be_written_is_said_and_nothing_is_changed(
    target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "a.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "events" / "x.ics").write_text("old", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["export", "ics", "events", "--output", target]) == 2
    assert f"{target} cannot be written" in capsys.readouterr().err
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.yaml", "events", "x.ics"]
    assert (tmp_path / "events" / "x.ics").read_text("utf-8") == "old"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tmp_path.chmod(0o500)
    try:
        assert main(["export", "ics", EVENTS, "--output", str(tmp_path / "x.ics")]) == 2
    finally:
        tmp_path.chmod(0o700)
    assert "cannot be written: Permission denied" in capsys.readouterr().err


def test_a_calendar_that_cannot_be_written_is_not_begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jsonl"
    line = '{{"id":"{}","kind":"event","title":"{}","status":"planned","when":"2025"}}\n'
    path.write_text(line.format("a", "A") + line.format("b", "B\\u0007"), "utf-8")
    assert main(["export", "ics", str(path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "'b' cannot be written to a calendar" in printed.err


def test_a_control_character_in_a_title_names_its_event(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id":"a","kind":"event","title":"A\\u0007","status":"planned","when":"2025"}\n', "utf-8")
    assert main(["export", "ics", str(path)]) == 2
    assert "'a' cannot be written to a calendar: it contains the control character U+0007" in capsys.readouterr().err


# -- pipes


class Torn(io.RawIOBase):
    """A pipe whose reader goes away after 100 bytes."""

    def __init__(self, handle: int) -> None:
        self.handle, self.taken = handle, 0

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self.handle

    def write(self, data: Any) -> int:
        if self.taken >= 100:
            raise BrokenPipeError
        self.taken += min(len(data), 100)
        return min(len(data), 100)


@pytest.mark.parametrize("command", ["list", "export ics", "export jsonl", "list --format json", "check"])
def test_a_reader_that_goes_away_is_said_in_one_line(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(GOOD + item(when="soon"), "utf-8")
    with (tmp_path / "sink").open("wb") as sink:
        torn = Torn(sink.fileno())
        stream = io.TextIOWrapper(io.BufferedWriter(torn))
        monkeypatch.setattr(sys, "stdout", stream)
        status = main([*command.split(), str(path) if command == "check" else EVENTS])
        torn.taken = -(10**9)  # what is left goes somewhere, or closing the stream would fail as well
        stream.close()
    assert status == 2
    assert capfd.readouterr().err == CLOSED + "\n"


@pytest.mark.parametrize("command", [["list"], ["export", "ics"], ["timeline"], ["date", "2024"]])
def test_a_pipe_closed_before_anything_is_written_is_no_traceback(command: list[str]) -> None:
    words = [*command, EVENTS] if command[0] != "date" else command
    start = [sys.executable, "-m", "laceventlog", *words]
    with subprocess.Popen(start, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert (process.wait(60), process.stderr.read().decode()) == (2, CLOSED + "\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_full_disk_is_no_traceback() -> None:
    with Path("/dev/full").open("wb") as full:
        start = [sys.executable, "-m", "laceventlog", "list", EVENTS]
        made = subprocess.run(start, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (made.returncode, made.stderr) == (
        2,
        b"laceventlog: the output cannot be written: No space left on device\n",
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["list", "--tga", "x"], "unrecognized: --tga: did you mean '--tag'?"),
        (["list", "--tga=x"], "unrecognized: --tga=x: did you mean '--tag'?"),
        (["diff", "a", "b", "c"], "unrecognized: c"),
        (["schema", "-x"], "unrecognized: -x"),
    ],
)
def test_what_is_not_understood_is_helped_by_the_verb(
    words: list[str], says: str, run: Callable[..., tuple[int, str, str]]
) -> None:
    assert run(*words) == (2, "", f"laceventlog: {says}\n  = see 'laceventlog {words[0]} --help'\n")


def test_a_path_that_would_move_the_cursor_is_shown_with_pictures(run: Callable[..., tuple[int, str, str]]) -> None:
    assert run("check", "a\x1b[31m\u202e.yaml")[1].startswith("a␛[31m�.yaml: F001 no such file or folder\n")


def test_a_file_that_is_named_twice_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., tuple[int, str, str]]
) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, "utf-8")
    monkeypatch.chdir(tmp_path)
    for paths in (["a.yaml", "a.yaml"], [".", "a.yaml"], ["./a.yaml", str(tmp_path)]):
        assert run("check", *paths) == (0, "", "")
    assert run("check", "b.yaml", "./b.yaml")[1].count("F001") == 1
