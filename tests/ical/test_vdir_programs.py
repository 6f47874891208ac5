"""The folder as khal, todoman and vdirsyncer see it: the programs themselves are run, where they are installed.

They are no dependency of ours and pin libraries of their own, so they are looked for on the PATH: `pipx install khal`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from laceventlog import load
from laceventlog.ical import Options, write_vdir
from laceventlog.model import EventLog

BOTH = Options(tasks="both", color="teal")
KHAL = """\
[calendars]
[[log]]
path = {folder}/cals/log
[sqlite]
path = {folder}/khal.db
[locale]
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
timeformat = %H:%M
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
"""
TODOMAN = """\
path = "{folder}/cals/*"
date_format = "%Y-%m-%d"
time_format = "%H:%M"
default_list = "laceventlog"
cache_path = "{folder}/todo.db"
"""
VDIRSYNCER = """\
[general]
status_path = "{folder}/status"
[pair p]
a = "a"
b = "b"
collections = ["log"]
metadata = ["displayname", "color"]
[storage a]
type = "filesystem"
path = "{folder}/cals"
fileext = ".ics"
[storage b]
type = "filesystem"
path = "{folder}/there"
fileext = ".ics"
"""
Program = Callable[..., str]


@pytest.fixture
def log(root: Path) -> EventLog:
    return load(str(root / "events"))


@pytest.fixture
def folder(tmp_path: Path, log: EventLog) -> Path:
    """The real log as a vdir, in a folder of vdirs."""
    write_vdir(log, tmp_path / "cals" / "log", BOTH)
    return tmp_path / "cals" / "log"


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Run a program with a configuration of its own, in a home of its own; skip where it is not installed."""

    def run(name: str, config: str, *words: str, said: str = "") -> str:
        path = shutil.which(name)
        if not path:
            pytest.skip(f"{name} is not installed: 'pipx install' puts it on the PATH")
        file = tmp_path / f"{name}.py"  # as todoman requires; the others accept it
        file.write_text(config.format(folder=tmp_path), "utf-8")
        environment = os.environ | {"HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        ran = subprocess.run(
            [path, "-c", str(file), *words], input=said, env=environment, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    return run


def test_khal_shows_every_entry_of_a_time_on_its_day(folder: Path, program: Program) -> None:
    words = ("list", "2024-11-01", "2025-03-01", "--day-format", "", "--format", "{start-date} {title}")
    shown = program("khal", KHAL, *words).splitlines()
    assert folder.exists()
    assert "2024-11-07 ✓ Insulin production line starts at ESPROMED BIO" in shown
    assert "2024-12-31 [by the end of 2024] Bevacizumab and Rituximab supplied to Cuba" in shown
    assert "2025-02-10 [Late January—early February 2025] SKD assembly of UAZ vehicles starts in Cuba" in shown


def todos(program: Program) -> dict[str, dict[str, object]]:
    listed = json.loads(program("todo", TODOMAN, "--porcelain", "list", "--status", "ANY"))
    return {each["summary"]: each for each in listed}


def test_todoman_shows_every_task_and_a_tick_there_is_a_conflict_here(
    folder: Path, log: EventLog, program: Program
) -> None:
    summary = "[Late January—early February 2025] SKD assembly of UAZ vehicles starts in Cuba"
    listed = todos(program)
    assert len(listed) == sum(b"BEGIN:VTODO" in path.read_bytes() for path in folder.glob("*.ics")) > 10
    assert (listed[summary]["completed"], listed[summary]["due"]) == (False, 1739231999)  # 10 Feb 2025, 23:59:59
    assert (listed[summary]["list"], listed[summary]["list_colour"]) == ("laceventlog", "#008080")
    program("todo", TODOMAN, "done", str(listed[summary]["id"]))
    counts = write_vdir(log, folder, BOTH)
    assert [step.uid for step in counts.conflicts] == ["cu-uaz-skd-start@laceventlog"]
    assert todos(program)[summary]["completed"] is True


def test_vdirsyncer_takes_it_elsewhere_and_it_is_still_ours(folder: Path, log: EventLog, program: Program) -> None:
    program("vdirsyncer", VDIRSYNCER, "discover", said="y\n" * 9)
    program("vdirsyncer", VDIRSYNCER, "sync")
    program("vdirsyncer", VDIRSYNCER, "metasync")
    there = folder.parents[1] / "there" / "log"
    assert (there / "displayname").read_text("utf-8") == "laceventlog"
    before = write_vdir(log, folder, BOTH)
    counts = write_vdir(log, there, BOTH)
    assert (counts.same, counts.created, counts.conflicts) == (before.same, 0, ())
    write_vdir(log.filter(countries=["CU"]), folder, BOTH)
    program("vdirsyncer", VDIRSYNCER, "sync")
    assert len(list(there.glob("*.ics"))) == len(list(folder.glob("*.ics"))) < before.same
