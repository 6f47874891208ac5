"""Programs that people keep calendars with: what goes in comes out, on the days we say."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from client_feeds import CHOICES, LOGS, feed, kinds, parts, unescaped

from laceventlog.ical.content_lines import Component

BIN = Path(sys.executable).parent
WHOLE = ("real", "shapes")
ZONELESS = {
    "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "PYTHONUTF8": "1",
}


def run(folder: Path, *command: str) -> str:
    """Run one of the installed programs, at home in `folder`."""
    told = {**ZONELESS, "HOME": str(folder), "XDG_CACHE_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]], cwd=folder, env=told, capture_output=True, text=True, check=False, timeout=600
    )  # fmt: skip
    assert done.returncode == 0, f"{command}: {done.stderr[-3000:]}"
    return done.stdout


def value(component: Component, name: str) -> str:
    found = component.first(name)
    return unescaped(found.value) if found else ""


def said(components: list[Component]) -> dict[str, Counter[tuple[str, str]]]:
    """Every property and its value by UID; parameters and order are a program's own."""
    entries = [component for component in components if component.name != "VTIMEZONE"]
    return {value(c, "UID"): Counter((p.name, unescaped(p.value)) for p in c.properties) for c in entries}


def small(which: str, **options: Any) -> bytes:
    """The feed, and of the many shapes every eleventh: programs are slow, and all kinds, statuses and dates are among them."""
    log = LOGS[which]()
    return feed(log if which == "real" else log.part(log.events[::11]), **options)


@pytest.mark.parametrize("which", WHOLE)
@pytest.mark.parametrize("choice", ["event", "todo", "whole"])
def test_vdirsyncer_splits_it_into_one_file_an_entry(tmp_path: Path, which: str, choice: str) -> None:
    data = small(which, **CHOICES[choice])
    items = split(tmp_path, data)
    assert said([part for item in items for part in parts(item)]) == said(parts(data))
    assert len(items) == len(said(parts(data)))


def split(folder: Path, data: bytes) -> list[bytes]:
    """Every entry as a file of its own, in `items`: made by vdirsyncer."""
    (folder / "feed.ics").write_bytes(data)
    (folder / "config").write_text(f"""
[general]
status_path = "{folder}/status/"
[pair p]
a = "one"
b = "many"
collections = null
conflict_resolution = "a wins"
[storage one]
type = "singlefile"
path = "{folder}/feed.ics"
[storage many]
type = "filesystem"
path = "{folder}/items/"
fileext = ".ics"
""")
    (folder / "items").mkdir()
    run(folder, "vdirsyncer", "-c", str(folder / "config"), "discover")
    run(folder, "vdirsyncer", "-c", str(folder / "config"), "sync")
    return [file.read_bytes() for file in sorted((folder / "items").glob("*.ics"))]


# -- Radicale


@pytest.fixture
def radicale(tmp_path: Path) -> Iterator[int]:
    """A server of its own, and its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    config = tmp_path / "radicale"
    config.write_text(f"""
[server]
hosts = 127.0.0.1:{port}
max_content_length = 100000000
[auth]
type = none
[storage]
filesystem_folder = {tmp_path}/collections
""")
    command = [sys.executable, "-m", "radicale", "--config", str(config)]
    with (
        (tmp_path / "log").open("wb") as log,
        subprocess.Popen(command, stdout=log, stderr=log, env=ZONELESS) as server,
    ):
        try:
            _wait(port)
            yield port
        finally:
            server.terminate()


def _wait(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("radicale did not start")


def ask(port: int, method: str, path: str, data: bytes = b"", **headers: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    connection.request(method, path, data, {"Content-Type": "text/calendar; charset=utf-8", **headers})
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status in {200, 201, 207}, f"{method} {path}: {answer.status} {body[:500]!r}"
    connection.close()
    return body


@pytest.mark.parametrize("which", WHOLE)
@pytest.mark.parametrize("choice", ["event", "todo", "whole"])
def test_radicale_takes_the_whole_and_gives_every_item_back(
    radicale: int, tmp_path: Path, which: str, choice: str
) -> None:
    data = small(which, **CHOICES[choice])
    ask(radicale, "MKCOL", "/ours/")
    ask(radicale, "PUT", "/ours/feed/", data)
    stored = [file.name for file in (tmp_path / "collections" / "collection-root" / "ours" / "feed").glob("*.ics")]
    items = [ask(radicale, "GET", f"/ours/feed/{name}") for name in stored]
    assert said([part for item in items for part in parts(item)]) == said(parts(data))
    assert kinds(ask(radicale, "GET", "/ours/feed/")) == kinds(data)


# -- khal

DATES = """
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
"""


@pytest.mark.parametrize("which", WHOLE)
@pytest.mark.parametrize("windows", ["last-day", "span"])
def test_khal_shows_every_entry_on_our_days(tmp_path: Path, which: str, windows: str) -> None:
    data = small(which, windows=windows)
    (tmp_path / "feed.ics").write_bytes(data)
    (tmp_path / "cal").mkdir()
    settings = f"[calendars]\n[[cal]]\npath = {tmp_path}/cal\n[sqlite]\npath = {tmp_path}/khal.db\n[default]\nhighlight_event_days = False\n"
    (tmp_path / "khal").write_text(settings + DATES)
    run(tmp_path, "khal", "-c", "khal", "import", "--batch", "-a", "cal", "feed.ics")
    told = run(tmp_path, "khal", "-c", "khal", "list", "--once", "--day-format", "", "--format", "{uid}|{start-date}|{end-date}|{status}", "2000-01-01", "2035-01-01")  # fmt: skip
    shown = [line.split("|") for line in told.splitlines() if "|" in line]
    assert sorted(tuple(part.strip() for part in row) for row in shown) == sorted(
        _row(c) for c in parts(data) if c.name == "VEVENT"
    )


def _row(event: Component) -> tuple[str, str, str, str]:
    """UID, first and last day in UTC, status."""
    start, end = _days(event)
    status = value(event, "STATUS")
    return value(event, "UID"), start, end, status


def _days(event: Component) -> tuple[str, str]:
    start = event.first("DTSTART")
    assert start
    end = event.first("DTEND")
    if start.param("VALUE") == "DATE":
        assert end
        last = datetime.strptime(end.value, "%Y%m%d").replace(tzinfo=UTC) - timedelta(days=1)
        return f"{start.value[:4]}-{start.value[4:6]}-{start.value[6:8]}", f"{last:%Y-%m-%d}"
    day = f"{start.value[:4]}-{start.value[4:6]}-{start.value[6:8]}"
    return day, day


# -- todoman


@pytest.mark.parametrize("which", WHOLE)
def test_todoman_shows_every_task_due_on_our_day(tmp_path: Path, which: str) -> None:
    data = small(which, tasks="todo")
    split(tmp_path, data)
    (tmp_path / "conf.py").write_text(
        f'path = "{tmp_path}/items"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\ncache_path = "{tmp_path}/c.db"\n'
    )
    told = json.loads(run(tmp_path, "todo", "-c", "conf.py", "--porcelain", "list", "--status", "ANY"))
    shown = Counter((row["summary"], _due(row["due"]), bool(row["completed"])) for row in told)
    tasks = [part for part in parts(data) if part.name == "VTODO"]
    assert shown == Counter(
        (value(t, "SUMMARY"), value(t, "DUE")[:8], value(t, "STATUS") in ("COMPLETED", "CANCELLED")) for t in tasks
    )


def _due(moment: int | None) -> str:
    return f"{datetime.fromtimestamp(moment, UTC):%Y%m%d}" if moment else ""
