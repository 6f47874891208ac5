"""What the benchmarks share: venvs with the peers, whole processes measured in turns, tables of figures."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]


class Cost(NamedTuple):
    """What a process took: CPU seconds, of all its threads and children, and its largest memory in MB."""

    seconds: float
    megabytes: float


class Program(NamedTuple):
    """A command line to measure; None: it is not installed, and `version` says so."""

    name: str
    version: str
    command: Sequence[str] | None
    environment: Mapping[str, str] = {}
    before: Sequence[str] = ()
    """Folders to remove before each turn, caches that would make it warm."""


def bin_of(place: Path) -> Path:
    """Where a venv keeps its programs."""
    return place / ("Scripts" if os.name == "nt" else "bin")


def install(place: Path, packages: Sequence[str]) -> Path:
    """A venv with this package and its peers, apart from the project's own; what cannot be had is named.

    Returns:
        its Python.
    """
    venv.create(place, with_pip=True)
    python = bin_of(place) / "python"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--editable", str(ROOT)], check=True)
    for package in packages:
        if subprocess.run([*pip, package], check=False).returncode:
            print(f"{package} cannot be installed, and will be named as missing")
    return python


def install_debian(programs: Mapping[str, str]) -> None:
    """Debian's packages for those programs that are not there, if this is Debian and we are root."""
    missing = [package for program, package in programs.items() if shutil.which(program) is None]
    if missing and shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)  # noqa: S607 - wherever it stands
        for package in missing:
            subprocess.run(["apt-get", "install", "-y", "-qq", package], check=False)  # noqa: S607


RUNNER = """
import json, os, resource, subprocess, sys
null = subprocess.DEVNULL
subprocess.run(sys.argv[1:], stdin=null, stdout=null, stderr=null)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""A small process between: what is measured would inherit the memory of the one that starts it."""


PLAIN = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": ""}
"""What is compiled once is kept, as it is for everyone."""


def run(program: Program) -> Cost:
    """Run a program once, its output thrown away."""
    for cache in program.before:
        shutil.rmtree(cache, ignore_errors=True)
    command = [sys.executable, "-S", "-c", RUNNER, *(program.command or ())]
    environment = {**os.environ, **PLAIN, **program.environment}
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    seconds, kilobytes = said.split()
    return Cost(float(seconds), int(kilobytes) / 1024)


def in_turns(programs: Sequence[Program], rounds: int) -> dict[str, list[Cost]]:
    """Every program once a round, so that a busy machine slows all of them; of several rounds, after one that is
    not counted.
    """
    costs: dict[str, list[Cost]] = {program.name: [] for program in programs}
    for number in range(rounds + (rounds > 1)):
        for program in programs:
            if program.command:
                cost = run(program)
                if number or rounds == 1:
                    costs[program.name].append(cost)
    return costs


def table(programs: Sequence[Program], rounds: int) -> list[str]:
    """Medians with their spread, and ratios to the first program."""
    costs = in_turns(programs, rounds)
    base = median(cost.seconds for cost in costs[programs[0].name])
    lines = ["| program | version | CPU s | from..to | MB | its time is |", "|--|--|--:|--|--:|--:|"]
    for program in programs:
        found = costs[program.name]
        if not found:
            lines.append(f"| {program.name} | {program.version} | missing | | | |")
            continue
        seconds = [cost.seconds for cost in found]
        ratio = f"{median(seconds) / base:.2f} x" if program is not programs[0] else "1"
        spread = f"{min(seconds):.3f}..{max(seconds):.3f}"
        megabytes = median(cost.megabytes for cost in found)
        lines.append(
            f"| {program.name} | {program.version} | {median(seconds):.3f} | {spread} | {megabytes:.0f} | {ratio} |"
        )
    return lines


def version(package: str) -> str:
    """The installed version of a package, or "missing"."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "missing"


def machine() -> str:
    """What the absolute figures belong to."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {platform.machine()}, {os.cpu_count()} CPUs"


def first_line(*command: str) -> str:
    """What a program says of its version."""
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    except OSError:
        return "missing"
    return next(iter((said.stdout or said.stderr).splitlines()), "").strip()


def executable() -> Path:
    """The folder of programs beside the Python that runs this."""
    return Path(sys.executable).parent


PAGE = ROOT / "benchmarks" / "RESULTS.md"
HEAD = """# Figures

Written by `make bench`, or a section at a time by the command it names. Times are those of the machine a section names,
and of its load at that moment; ratios, measured in turns in one run, say something of other machines too.
"""


def save(section: str, text: str) -> None:
    """Put the report of one benchmark into the page of all, in the place of its last one, its headings a level down."""
    text = re.sub("^#", "##", text, flags=re.MULTILINE)
    begin, end = f"<!-- {section} -->\n", f"<!-- end of {section} -->\n"
    page = PAGE.read_text("utf-8") if PAGE.exists() else HEAD
    block = f"{begin}{text.strip()}\n{end}"
    if begin in page:
        before, rest = page.split(begin)
        page = before + block + rest.split(end)[1]
    else:
        page = f"{page.rstrip()}\n\n{block}"
    PAGE.write_text(page, "utf-8")
