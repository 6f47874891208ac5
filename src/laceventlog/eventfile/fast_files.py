"""Files and folders read by the quick reader."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..model import EventLog
from ..progress import tell
from . import fast_reader
from .event_paths import SUFFIXES, inside, suffix, written
from .given import Given
from .trees import Unusual

if TYPE_CHECKING:
    from pathlib import Path

    from .event_paths import PathLike

TOLD_EVERY = 1000
"""Lines between two words of how far it is."""


def load(paths: Iterable[PathLike]) -> EventLog:
    """The log, where no file has anything to report.

    Raises:
        Unusual: one has.
    """
    with _uncollected():
        return fast_reader.read(part for path in paths for place in _event_files(path) for part in _parts(place))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for garbage: what is built meanwhile is kept, and looking takes longer than building."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _event_files(path: PathLike) -> list[str | Given]:
    if isinstance(path, Given):
        return [path]
    place = written(path)
    found: list[str | Given] = []
    found += inside(place) if str(path) and os.path.isdir(place) else [place] * (suffix(place) in SUFFIXES)
    if not found:
        raise Unusual
    return found


def _parts(place: str | Given) -> Iterator[fast_reader.Part]:
    try:
        if isinstance(place, Given):
            yield from _parts_of(str(place), place.data, is_lines=place.is_lines)
        elif suffix(place) == ".jsonl":
            from . import jsonl_fast

            yield from jsonl_fast.parts(place, lines(place))
        else:
            with open(place, "rb") as file:
                data = file.read()
            yield from _parts_of(place, data, is_lines=False)
    except (OSError, ValueError) as error:
        raise Unusual from error


def _parts_of(path: str, data: bytes, *, is_lines: bool) -> Iterator[fast_reader.Part]:
    text = data.decode("utf-8-sig")
    if is_lines:
        from . import jsonl_fast

        return jsonl_fast.parts(path, text.split("\n"))
    from .yaml import fast as yaml_fast

    return yaml_fast.parts(path, text)


def lines(path: str | Path) -> Iterator[str]:
    """The lines of a file, one in memory at a time; whoever watches is told how far it is.

    Raises:
        OSError: it cannot be read.
        ValueError: it is not UTF-8.
    """
    size = os.stat(path).st_size
    with open(path, encoding="utf-8-sig", newline="\n") as file:
        for number, line in enumerate(file):
            if number % TOLD_EVERY == 0:
                tell(f"reading {path}", os.lseek(file.fileno(), 0, os.SEEK_CUR), size)
            yield line
