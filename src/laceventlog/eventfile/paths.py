"""The files of a log: finding event files, and standard input instead of one.

Paths are text as pathlib writes it. Importing pathlib itself would cost 6 to 10 % of the time of `overdue events/`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".yaml", ".yml", ".jsonl")
PathLike = str | os.PathLike[str]
"""A file or folder; an `InMemoryFile` too."""
ReadBytes = Callable[[Any], bytes]
"""Gives the contents of a file by its `Path`."""


class InMemoryFile(NamedTuple):
    """Standard input instead of a path: its contents, and the name that problems use."""

    name: str
    data: bytes

    def __fspath__(self) -> str:
        """The name; opening it finds no file."""
        return self.name

    def __str__(self) -> str:
        """The name."""
        return self.name

    @property
    def is_lines(self) -> bool:
        """Whether it is JSON Lines, which begins with an object; YAML event files begin with a key."""
        return self._beginning.startswith(b"{")

    @property
    def is_calendar(self) -> bool:
        """Whether it is a calendar."""
        return self._beginning[:15].upper() == b"BEGIN:VCALENDAR"

    @property
    def _beginning(self) -> bytes:
        return self.data.removeprefix(b"\xef\xbb\xbf").lstrip()


def is_event_file(path: str) -> bool:
    """Whether a file name is that of an event file."""
    name = path.rpartition(os.sep)[2]
    return name.endswith(SUFFIXES) and name not in SUFFIXES


def normalised(path: PathLike) -> str:
    """A path as pathlib writes it: `events` for `events/`, `events//` and `./events`."""
    text = os.fspath(path)
    plain = text.rstrip("/")
    if plain == os.path.normpath(plain):
        return plain
    from pathlib import Path

    return str(Path(text))


def event_files_in(folder: str) -> list[str]:
    """The event files in a folder and its subfolders, ordered by name."""
    return sorted(_event_files_in(folder), key=lambda path: path.split(os.sep))


def _event_files_in(folder: str) -> Iterator[str]:
    here = f".{os.sep}"  # pathlib omits it
    for place, _, names in os.walk(folder):
        paths = (os.path.join(place, name).removeprefix(here) for name in names if is_event_file(name))
        yield from filter(os.path.isfile, paths)


def neighbours(paths: Iterable[PathLike]) -> list[Path]:
    """The other event files in the folders of these files."""
    from pathlib import Path

    named = [Path(path).resolve() for path in paths if not isinstance(path, InMemoryFile)]
    folders = {path.parent for path in named if path.is_file()}
    inside = sorted(p for folder in folders for p in folder.iterdir() if is_event_file(p.name) and p.is_file())
    return [path for path in inside if path not in named]
