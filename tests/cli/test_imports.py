"""The modules a command imports, counted: a heavy one would slow down every run."""

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
    "list events --format json": (206, set()),
    "check events": (208, set()),
    "timeline events": (215, set()),
    "timeline events --format svg": (265, {"hashlib", "shutil"}),
    "show cu-uaz events": (200, set()),
    "history events": (205, set()),
    "slip events": (226, set()),
    "count country kind events": (217, set()),
    "export ics events": (216, {"hashlib"}),
    "export jsonl events": (216, {"hashlib"}),
    "schema": (162, set()),
    "date 2024": (167, set()),
    "--version": (107, set()),
    # and some that do need more
    "list events --lang ru": (284, {"pendulum", "zoneinfo", "dateutil", "shutil"}),
    "list events --format table": (305, {"tabulate", "wcwidth", "hashlib", "email", "shutil"}),
}


PATHS = [path for path in sys.path if path.endswith("site-packages")] + [str(ROOT / "src")]


def imported(code: str) -> set[str]:
    """What a Python has imported in the end that looks into no `.pth` file: these import what they like."""
    start = f"import sys\nsys.path += {PATHS}\n{code}"
    ran = subprocess.run([sys.executable, "-S", "-c", start], capture_output=True, text=True, check=True, cwd=ROOT)
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
