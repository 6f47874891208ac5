"""The clients there are: `make clients` installs them under build/clients, and a run says which it had.

What a package index gives has to be there, or the tests fail. Only what comes from elsewhere, libical's headers with a
C compiler and Node.js, may be missing: then its tests are skipped, with the reason.
"""

from __future__ import annotations

import importlib.metadata
import json
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from client_feeds import ROOT

BUILD = ROOT / "build" / "clients"
HERE = Path(__file__).parent
PACKAGES = ("icalendar", "ical", "vobject", "radicale", "vdirsyncer", "khal", "todoman")


@cache
def libical_program() -> tuple[Path | None, str]:
    """The compiled driver and libical's release, or None and why not."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None, "no C compiler here"
    BUILD.mkdir(parents=True, exist_ok=True)
    program = BUILD / "libical_check"
    command = [compiler, "-O1", "-o", str(program), str(HERE / "libical_check.c"), "-lical"]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        return None, "libical's headers are not here (Debian: libical-dev)"
    ran = subprocess.run(
        [shutil.which("pkg-config") or "pkg-config", "--modversion", "libical"],
        capture_output=True,
        text=True,
        check=False,
    )
    return program, ran.stdout.strip()


@cache
def icaljs_folder() -> tuple[Path | None, str]:
    """The folder with node_modules and ical.js' release, or None and why not."""
    if shutil.which("node") is None:
        return None, "no Node.js here"
    manifest = BUILD / "node_modules" / "ical.js" / "package.json"
    if not manifest.exists():
        return None, "ical.js is not here: run 'make clients' with npm"
    return BUILD, str(json.loads(manifest.read_text("utf-8"))["version"])


def summary() -> str:
    """Which clients there are, for the end of a run."""
    names = [f"{name} {_version(name)}" for name in PACKAGES]
    for name, (found, why) in {"libical": libical_program(), "ical.js": icaljs_folder()}.items():
        names.append(f"{name} {why}" if found else f"{name} MISSING: {why}")
    return "clients: " + ", ".join(names)


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "MISSING"


@pytest.fixture
def libical(tmp_path: Path) -> Callable[[bytes], list[tuple[str, str]]]:
    """Read a calendar with libical: what `libical_check.c` tells, as pairs."""
    program, why = libical_program()
    if program is None:
        pytest.skip(why)

    def read(data: bytes) -> list[tuple[str, str]]:
        file = tmp_path / "libical.ics"
        file.write_bytes(data)
        done = subprocess.run([program, file], capture_output=True, check=True, timeout=120)
        fields = done.stdout.decode().split("\0")[:-1]
        return list(zip(fields[::2], fields[1::2], strict=True))

    return read


@pytest.fixture
def icaljs(tmp_path: Path) -> Callable[[bytes], list[tuple[str, str | None, list[str]]]]:
    """Read a calendar with ical.js, strictly: component, property, its decoded values."""
    folder, why = icaljs_folder()
    if folder is None:
        pytest.skip(why)

    def read(data: bytes) -> list[tuple[str, str | None, list[str]]]:
        file = tmp_path / "icaljs.ics"
        file.write_bytes(data)
        command = ["node", str(HERE / "icaljs_check.mjs"), str(folder), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr[-2000:]
        found: list[tuple[str, str | None, list[str]]] = json.loads(done.stdout)
        return found

    return read
