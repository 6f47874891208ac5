"""The files of a log: which are event files, and standard input in place of one.

Paths are text as pathlib writes it. pathlib itself is imported only where something is rare or wrong: it would cost
the daily question 6 to 10 % of its time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".yaml", ".yml", ".jsonl")


class InMemoryFile(NamedTuple):
    """Standard input in place of a path: its bytes, and the name by which problems call it."""

    name: str
    data: bytes

    def __fspath__(self) -> str:
        """The name: no file is called so, and whoever opens it finds none."""
        return self.name

    def __str__(self) -> str:
        """The name."""
        return self.name

    @property
    def is_lines(self) -> bool:
        """Whether it is JSON Lines: these begin with an object, and event files in YAML with the key `events`."""
        return self._beginning.startswith(b"{")

    @property
    def is_calendar(self) -> bool:
        """Whether it is a calendar."""
        return self._beginning[:15].upper() == b"BEGIN:VCALENDAR"

    @property
    def _beginning(self) -> bytes:
        return self.data.removeprefix(b"\xef\xbb\xbf").lstrip()


PathLike = str | os.PathLike[str] | InMemoryFile
ReadBytes = Callable[["Path"], bytes]


def is_event_file(path: str) -> bool:
    """Whether the name of a file is that of an event file."""
    name = path.rpartition(os.sep)[2]
    return name.endswith(SUFFIXES) and name not in SUFFIXES


def tidy(path: str | os.PathLike[str]) -> str:
    """A path as pathlib writes it: `events` for `events/`, `events//` and `./events`."""
    text = str(path)
    plain = text.rstrip("/")
    if plain == os.path.normpath(plain):
        return plain
    from pathlib import Path

    return str(Path(text))


def inside(folder: str) -> list[str]:
    """The event files in a folder and the folders in it, in the order of their names."""
    return sorted(_inside(folder), key=lambda path: path.split(os.sep))


def _inside(folder: str) -> Iterator[str]:
    here = f".{os.sep}"  # which pathlib leaves out
    for place, _, names in os.walk(folder):
        paths = (os.path.join(place, name).removeprefix(here) for name in names if is_event_file(name))
        yield from filter(os.path.isfile, paths)


def neighbours(paths: Iterable[PathLike]) -> list[Path]:
    """The other event files in the folders of the files that were named."""
    from pathlib import Path

    named = [Path(path).resolve() for path in paths if not isinstance(path, InMemoryFile)]
    folders = {path.parent for path in named if path.is_file()}
    inside = sorted(p for folder in folders for p in folder.iterdir() if is_event_file(p.name) and p.is_file())
    return [path for path in inside if path not in named]
