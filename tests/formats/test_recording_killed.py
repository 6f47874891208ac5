"""Recording, killed at random moments: the file is the old one or the new one, whole, and what was acknowledged is in it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from laceventlog import load, record

LOG = "# mine\nevents:\n  - {id: line, kind: event, title: T, status: planned, when: 2024}  # flat\n"
TODAY = date(2025, 3, 1)
WRITER = """
import sys
from datetime import date
from laceventlog import record
for number in range(int(sys.argv[3])):
    record("line", "held", sys.argv[1], today=date(2025, 3, 1), reason=f"{sys.argv[2]}{number}")
    print(number, flush=True)
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
        record("line", "held", path, today=TODAY, reason=f"a{number}")
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
        record("line", "held", path, today=TODAY, reason="after")  # nothing is left locked
        assert load(tmp_path / "log.yaml")["line"].history[-1].reason == "after"
    assert [each.name for each in tmp_path.glob("*.yaml")] == ["log.yaml"]


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
