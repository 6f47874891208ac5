"""Which files are event files."""

from __future__ import annotations

from pathlib import Path

from .given import Given

SUFFIXES = (".yaml", ".yml", ".jsonl")
PathLike = str | Path | Given


def inside(folder: Path) -> list[Path]:
    """The event files in a folder and the folders in it, in the order of their names."""
    return sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())
