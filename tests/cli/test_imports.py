"""What a command imports: a heavy module that creeps in makes every morning slower. Counted, not timed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = frozenset({
    "pendulum", "icalendar", "tabulate", "wcwidth", "dateutil", "caldav", "recurring_ical_events", "narwhals", "pyarrow", "polars",
    "sqlite3", "difflib", "shutil", "zoneinfo", "hashlib", "asyncio", "email", "http", "ssl", "xml",
})  # fmt: skip
"""Modules that few commands need; each has to be named beside the command that does."""
COMMANDS = {
    # command: modules beyond those of a bare Python, at most; heavy ones it needs
    "overdue events": (195, set()),
    "list events": (195, set()),
    "list events --format json": (195, set()),
    "check events": (195, set()),
    "timeline events": (205, set()),
    "timeline events --format svg": (235, {"hashlib"}),
    "show cu-uaz events": (200, set()),
    "history events": (195, set()),
    "slip events": (205, set()),
    "count country kind events": (200, set()),
    "export ics events": (200, {"hashlib"}),
    "export jsonl events": (200, {"hashlib"}),
    "schema": (160, set()),
    "date 2024": (165, set()),
    "--version": (120, set()),
    # and some that do need more
    "list events --lang ru": (270, {"pendulum", "zoneinfo", "dateutil", "email"}),
    "list events --format table": (275, {"tabulate", "wcwidth", "hashlib", "email"}),
}


def imported(code: str) -> set[str]:
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(ran.stderr.split())


TELL = "import sys\nprint(*sys.modules, file=sys.stderr)"


@pytest.fixture(scope="module")
def bare() -> set[str]:
    return imported(TELL)


@pytest.mark.parametrize("words", COMMANDS)
def test_a_command_imports_what_it_needs(words: str, bare: set[str]) -> None:
    most, needed = COMMANDS[words]
    command = (
        f"from laceventlog.cli import main\ntry:\n    main({words.split()!r})\nexcept SystemExit:\n    pass\n{TELL}"
    )
    modules = imported(command) - bare
    assert {name.partition(".")[0] for name in modules} & HEAVY <= needed
    assert len(modules) <= most
