"""Paging of long output: whatever the pager does, nothing is lost and nothing is an error."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from laceventlog.cli import pager
from laceventlog.cli.pager import Terminal, is_long, paged

LONG = "".join(f"line {n} · é\n" for n in range(30))


def terminal(command: str | None = None, lines: int = 24, columns: int = 80, **more: str) -> Terminal:
    named = {} if command is None else {"LACEVENTLOG_PAGER": command}
    return Terminal(columns, lines, {"PATH": os.environ["PATH"], **named, **more})


@pytest.mark.parametrize(
    ("text", "columns", "lines", "long"),
    [
        ("", 80, 24, False),
        ("a\n" * 22, 80, 24, False),
        ("a\n" * 23, 80, 24, False),
        ("a\n" * 24, 80, 24, True),  # the prompt takes one
        ("a" * 81 + "\n", 80, 2, True),  # two lines on the terminal
        ("a" * 80 + "\n", 80, 2, False),
        ("\n" * 5, 80, 5, True),
        ("日" * 41 + "\n", 80, 2, True),  # wide characters take two columns
        ("日" * 40 + "\n", 80, 2, False),
        ("\x1b[31m" + "a" * 80 + "\x1b[0m\n", 80, 2, False),  # a colour takes none
    ],
)
def test_a_text_is_long_when_it_does_not_fit(text: str, columns: int, lines: int, long: bool) -> None:
    assert is_long(text, terminal(columns=columns, lines=lines)) is long


def test_the_pager_gets_the_whole_text_in_utf_8_and_what_less_needs(tmp_path: Path) -> None:
    got = tmp_path / "got"
    assert paged(LONG, terminal(f"sh -c 'cat > {got}; echo $LESS $LESSCHARSET >> {got}'"))
    assert got.read_text("utf-8") == LONG + "FRX utf-8\n"
    assert paged(LONG, terminal(f"sh -c 'echo $LESS > {got}'", LESS="S"))
    assert got.read_text("utf-8") == "S\n"  # one's own options stay


def test_pager_is_asked_where_ours_is_not_named(tmp_path: Path) -> None:
    assert paged(LONG, terminal(None, PAGER=f"tee {tmp_path / 'got'}"))
    assert (tmp_path / "got").exists()
    assert not paged(LONG, terminal("cat", PAGER=f"tee {tmp_path / 'other'}"))
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(
    "command", ["", "  ", "cat", "no-such-pager", "false", "'unclosed", "/", "a\0b", "sh -c 'exit 3'"]
)
def test_without_a_pager_the_text_is_still_to_be_printed(command: str) -> None:
    assert not paged(LONG, terminal(command))


@pytest.mark.parametrize("command", ["true", "head -3", "sh -c 'read line; kill -9 $$'"])
def test_a_pager_that_is_left_early_has_shown_enough(command: str) -> None:
    assert paged(LONG * 9999, terminal(command))


def test_what_fits_is_not_paged() -> None:
    assert not paged("short\n", terminal("true"))


def test_less_is_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pager, "USUAL", "true")
    assert paged(LONG, Terminal(80, 24, {"PATH": os.environ["PATH"]}))


class Interrupted:
    """A pager during which somebody presses Ctrl-C once."""

    stdin = None

    def __init__(self) -> None:
        self.waits: list[type[BaseException] | None] = [KeyboardInterrupt, None]

    def wait(self) -> int:
        raised = self.waits.pop(0)
        if raised:
            raise raised
        return 0


def test_an_interrupt_is_for_the_pager() -> None:
    held = Interrupted()
    assert pager._waited(held) == 0  # type: ignore[arg-type]  # all that is asked of it
    assert held.waits == []
    pager._feed(held, LONG)  # type: ignore[arg-type]  # one without a pipe


# -- on a real terminal

pty = pytest.importorskip("pty")


@pytest.fixture
def events(tmp_path: Path) -> Path:
    items = "".join(
        f"  - {{id: e{n}, kind: event, title: Event {n}, status: planned, when: 2025}}\n" for n in range(60)
    )
    (tmp_path / "log.yaml").write_text("events:\n" + items, "utf-8")
    return tmp_path


def typed(folder: Path, words: Iterable[str], columns: int = 80, **environment: str) -> tuple[str, int]:
    """What a command shows on a terminal of so many columns and 24 lines, and its status."""
    import fcntl
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    clean = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "PAGER", "LESS")}
    start = [sys.executable, "-m", "laceventlog", *words]
    with subprocess.Popen(
        start,
        cwd=folder,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=clean | {"TERM": "xterm", "NO_COLOR": "1"} | environment,
    ) as process:
        os.close(slave)
        shown = b"".join(iter(lambda: _read(master), b""))
        status = process.wait(60)
    os.close(master)
    return shown.decode(errors="replace").replace("\r\n", "\n"), status


def _read(master: int) -> bytes:
    try:
        return os.read(master, 65536)
    except OSError:  # the other side is closed: how Linux says so
        return b""


@pytest.mark.parametrize(
    ("words", "command", "first", "lines"),
    [
        (["list", "log.yaml"], "head -2", "WINDOW OPEN", 2),
        (["list", "log.yaml", "--no-pager"], "head -2", "WINDOW OPEN", 61),
        (["list", "log.yaml"], "no-such-pager", "WINDOW OPEN", 61),
        (["help", "list"], "head -1", "usage: laceventlog list", 1),
        (["list", "--help", "--no-pager"], "head -1", "usage: laceventlog list", 0),
        (["show", "e3", "log.yaml"], "false", "▶ Event 3", 0),
    ],
)
def test_on_a_terminal(events: Path, words: list[str], command: str, first: str, lines: int) -> None:
    today = ["--today", "2025-03-01"] if words[0] in ("list", "show") and "--help" not in words else []
    shown, status = typed(events, [*words, *today], LACEVENTLOG_PAGER=command)
    assert (status, shown.startswith(first)) == (0, True), shown
    assert lines in (0, shown.count("\n"))


@pytest.mark.parametrize("columns", [20, 40])
def test_a_narrow_terminal_wraps_nothing(events: Path, columns: int) -> None:
    shown, status = typed(events, ["list", "log.yaml", "--no-pager", "--today", "2025-03-01"], columns)
    assert (status, max(map(len, shown.splitlines())) <= columns) == (0, True)
    (events / "bad.yaml").write_text(
        "events:\n  - {id: x, kind: event, title: " + "T" * 99 + ", status: plnned}\n", "utf-8"
    )
    shown, status = typed(events, ["check", "bad.yaml", "--no-pager"], columns)
    source, marks = shown.splitlines()[1:3]
    assert (status, len(source) <= columns, source[marks.index("^") : marks.rindex("^") + 1]) == (1, True, "plnned")
    shown, status = typed(events, ["list", "bad.yaml"], columns)
    assert (status, shown.splitlines()[1] == source) == (2, True)


def test_help_on_a_poor_terminal(events: Path) -> None:
    assert typed(events, ["--help", "--no-pager"], 20, TERM="dumb", LC_ALL="C")[1] == 0
