"""Recording, killed at random moments: the file is the old one or the new one, whole, and what was acknowledged is in it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from laceventlog import load, record_statement

LOG = "# mine\nevents:\n  - {id: line, kind: event, title: T, status: planned, when: 2024}  # flat\n"
TODAY = date(2025, 3, 1)
WRITER = """
import sys
from datetime import date
from laceventlog import record_statement
for number in range(int(sys.argv[3])):
    record_statement("line", "held", sys.argv[1], today=date(2025, 3, 1), reason=f"{sys.argv[2]}{number}")
    print(number, flush=True)
"""


AT_EVERY_LINE = """
import os, signal, sys
from datetime import date
from itertools import count
from pathlib import Path
from laceventlog import atomic_write
from laceventlog.eventfile.editing import record as recording

def codes(function):
    yield function.__code__
    yield from (code for code in function.__code__.co_consts if hasattr(code, "co_code"))

made_there = [f for f in vars(atomic_write).values() if getattr(f, "__module__", "") == atomic_write.__name__]
writing = [recording.record_statement, recording.write, recording.put, *(getattr(f, "__wrapped__", f) for f in made_there)]
WATCHED = {code for function in writing for code in codes(function)}
path = Path(sys.argv[1])
old = path.read_bytes()

def write(trace=None):
    sys.settrace(trace)
    recording.record_statement("line", "held", path, today=date(2025, 3, 1))
    sys.settrace(None)

def killer(left):
    def kill(frame, event, arg):
        nonlocal left
        if frame.f_code not in WATCHED:
            return None
        left -= event == "line"
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return kill
    return kill

write()
new = path.read_bytes()
for line in count(1):
    path.write_bytes(old)
    child = os.fork()
    if not child:
        write(killer(line))
        os._exit(0)
    killed = os.waitpid(child, 0)[1] == signal.SIGKILL
    found = path.read_bytes()
    print("old" if found == old else "new" if found == new else "third", flush=True)
    if not killed:
        break
"""


def writer(path: Path, name: str, number: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), name, str(number)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def acknowledged(running: subprocess.Popen[str], before: float | None = None) -> list[str]:
    """What it said it had written; it is killed `before` seconds after the first of it."""
    assert running.stdout
    lines = [running.stdout.readline().strip()]
    if before is not None:
        time.sleep(before)
        running.send_signal(signal.SIGKILL)
    return [*lines, *running.stdout.read().split()]


@pytest.fixture
def states(tmp_path: Path) -> list[bytes]:
    """The file after each of its statements, written by nobody else and in peace."""
    path = tmp_path / "calm" / "log.yaml"
    path.parent.mkdir()
    path.write_text(LOG, "utf-8")
    made = [path.read_bytes()]
    for number in range(60):
        record_statement("line", "held", path, today=TODAY, reason=f"a{number}")
        made.append(path.read_bytes())
    return made


@pytest.mark.parametrize("rounds", [2, pytest.param(30, marks=pytest.mark.slow)])
def test_a_killed_writer_leaves_the_old_file_or_the_new_one(tmp_path: Path, states: list[bytes], rounds: int) -> None:
    chance = random.Random(rounds)  # noqa: S311 - not for secrets
    path = tmp_path / "log.yaml"
    for _ in range(rounds):
        path.write_text(LOG, "utf-8")
        with writer(path, "a", 60) as running:
            told = acknowledged(running, before=chance.uniform(0, 0.4))
        assert states.index(path.read_bytes()) >= len(told)
        record_statement("line", "held", path, today=TODAY, reason="after")  # nothing is left locked
        assert load(tmp_path / "log.yaml")["line"].history[-1].reason == "after"
    assert [each.name for each in tmp_path.glob("*.yaml")] == ["log.yaml"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_killed_at_any_line_that_writes_it_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "log.yaml"
    path.write_text(LOG, "utf-8")
    command = [sys.executable, "-c", AT_EVERY_LINE, str(path)]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert found == sorted(found, reverse=True)  # never back, never a third thing
    assert found.count("old") > 30
    assert found.count("new") > 5
    assert len(load(path)["line"].history) == 2


@pytest.mark.parametrize("rounds", [1, pytest.param(15, marks=pytest.mark.slow)])
def test_the_other_writer_loses_nothing(tmp_path: Path, rounds: int) -> None:
    chance = random.Random(rounds)  # noqa: S311 - not for secrets
    path = tmp_path / "log.yaml"
    for _ in range(rounds):
        path.write_text(LOG, "utf-8")
        with writer(path, "a", 1000) as victim, writer(path, "b", 12) as other:
            told = acknowledged(victim, before=chance.uniform(0, 0.5))
            kept = acknowledged(other)
        reasons = [s.reason for s in load(tmp_path)["line"].history]
        assert len(set(reasons)) == len(reasons)
        assert {*(f"a{n}" for n in told), *(f"b{n}" for n in kept)} <= set(reasons)
        assert len(kept) == 12
        assert [r for r in reasons if r.startswith("b")] == [f"b{n}" for n in range(12)]
