"""Fixtures that several folders of tests share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from laceventlog.cli.command import main

# The same examples on every run, so that a failure says something of the change at hand; `make fuzz` looks for
# new ones. No example is too slow: time is never asserted.
_CALM: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
settings.register_profile("same", derandomize=True, **_CALM)
settings.register_profile("explore", max_examples=2000, **_CALM)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture
def same_text() -> Callable[[Path, str], None]:
    """Assert that a stored text is what was made now; LACEVENTLOG_UPDATE rewrites it instead."""

    def compare(stored: Path, made: str) -> None:
        if os.environ.get("LACEVENTLOG_UPDATE"):
            stored.parent.mkdir(parents=True, exist_ok=True)
            stored.write_text(made, "utf-8", newline="")
        assert stored.exists(), f"{stored.name} is missing: run 'make docs'"
        assert stored.read_bytes().decode() == made, f"{stored.name} differs: look, then run 'make docs'"

    return compare


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run the command in this process: its status, output and errors."""

    def command(*words: str) -> tuple[int, str, str]:
        status = main(list(words))
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return command
