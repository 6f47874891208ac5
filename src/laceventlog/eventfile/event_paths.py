"""Which files are event files. Paths are text, as pathlib would write it: where all is well nothing else needs that,
and every start of the command would wait for its import.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .given import Given

if TYPE_CHECKING:
    from pathlib import Path

    PathLike = str | Path | Given

SUFFIXES = (".yaml", ".yml", ".jsonl")


def suffix(path: str) -> str:
    """What the name of a file ends in, with its dot; a dot that begins or ends the name is none."""
    name = path.rpartition(os.sep)[2]
    at = name.rfind(".")
    return name[at:] if 0 < at < len(name) - 1 else ""


def written(path: str | Path) -> str:
    """A path as pathlib writes it: `events` for `events/`, `events//` and `./events`."""
    text = str(path)
    plain = text.removesuffix("/")
    if os.sep == "/" and all(part not in ("", ".") for part in plain.removeprefix("/").split("/")):
        return plain
    from pathlib import Path

    return str(Path(text))


def inside(folder: str) -> list[str]:
    """The event files in a folder and the folders in it, in the order of their names."""
    return sorted(_inside(folder), key=lambda path: path.split(os.sep))


def _inside(folder: str) -> Iterator[str]:
    here = f".{os.sep}"  # before everything in the folder one is in, where pathlib writes nothing
    for place, _, names in os.walk(folder):
        paths = (os.path.join(place, name).removeprefix(here) for name in names if suffix(name) in SUFFIXES)
        yield from filter(os.path.isfile, paths)
