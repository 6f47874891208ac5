"""Marks the tests of this folder, and says at the end which clients there were."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from client_readers import icaljs, libical, summary

__all__ = ["icaljs", "libical"]
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is one of clients."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.clients)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Which clients were asked, and which were not there."""
    if config.option.markexpr == "clients":
        terminalreporter.write_line(summary())
