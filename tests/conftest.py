"""Fixtures that several folders of tests share."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
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
