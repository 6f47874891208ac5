"""The door `laceventlog.ical`: what its functions promise beyond the modules they come from."""

from __future__ import annotations

import inspect
import subprocess
import sys
from io import BytesIO

import pytest

from laceventlog import EventLog, LoadError, loads
from laceventlog import ical as door

LOG = loads("events: [{id: a, kind: meeting, title: T, status: planned, when: 2026-05-06}]")


@pytest.mark.parametrize("name", [name for name in door.__all__ if callable(getattr(door, name))])
def test_everything_public_says_what_it_is(name: str) -> None:
    text = inspect.getdoc(getattr(door, name)) or ""
    assert text or name.endswith("Style")  # a Literal has no place for one
    assert "Raises:" in text or name not in ("dumps", "write", "to_icalendar", "loads", "read", "merge", "publish")


def test_loads_raises_once_with_every_problem() -> None:
    data = door.dumps(LOG).replace(b"STATUS:CONFIRMED", b"STATUS:PERHAPS").replace(b"X-LACEVENTLOG-", b"X-")
    assert len(door.parse(data.replace(b"VALUE=DATE:", b"VALUE=DATE:x"))[1]) == 3
    with pytest.raises(LoadError) as caught:
        door.loads(data.replace(b"VALUE=DATE:", b"VALUE=DATE:x"), "team.ics")
    assert [problem.code for problem in caught.value.problems] == ["D001", "D001", "S005"]
    assert {problem.path for problem in caught.value.problems} == {"team.ics"}


def test_write_writes_what_dumps_gives() -> None:
    file = BytesIO()
    counts = door.write(LOG, file)
    assert file.getvalue() == door.dumps(LOG) == b"".join(door.components(LOG))
    assert (counts.entries, counts.octets) == (1, len(file.getvalue()))


def test_merge_takes_a_log_or_what_a_merge_gave() -> None:
    calendar = door.read(door.dumps(LOG))
    once = door.merge(EventLog(), calendar)
    assert once == door.merge(door.MergedLog(EventLog()), calendar)
    assert (once.log, once.new) == (LOG, ("a",))
    again = door.merge(once, calendar)
    assert (again.log, again.new, again.same) == (LOG, ("a",), 1)


@pytest.mark.parametrize("name", ["dumps", "check", "parse"])
def test_a_function_imports_nothing_that_another_needs(name: str) -> None:
    code = f"from laceventlog.ical import {name}\nimport sys\nprint(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    ours = {
        module.removeprefix("laceventlog.ical.").split(".")[0] for module in modules if "laceventlog.ical." in module
    }
    assert "sync" not in ours
    assert "checker" not in ours or name == "check"
    assert not {"icalendar", "caldav"} & set(modules)
