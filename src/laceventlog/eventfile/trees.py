"""The tree a sound file is read into at once: text, lists, and mappings without the places of what is in them."""

from __future__ import annotations

from typing import Any

DEEPEST = 16
"""Levels of nesting that are read."""


class Placed(dict[str, Any]):
    """A mapping of plain values that knows where it begins, and no more."""

    __slots__ = ("column", "line")
    line: int
    column: int


class Unusual(Exception):  # noqa: N818 - no error: the reader that knows places has to look
    """Something that only the reader with places can read, or explain."""
