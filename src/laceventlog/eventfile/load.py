"""Fast path: read valid files without source positions; what has a problem, `parse` reads again with positions.

A law: what the fast path reads, `parse` reads as the same log.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import attrs

from ..errors import LoadError, Problem
from ..model import Event, EventLog
from ..progress import report
from .field_problems import ELSEWHERE
from .field_reader import FieldReader, Part
from .nodes import NeedsFullParse, Parsed
from .paths import InMemoryFile, PathLike, ReadBytes, event_files_in, is_event_file, neighbours, normalised

if TYPE_CHECKING:
    from pathlib import Path

REPORT_EVERY = 1000
"""Lines between two reports of progress."""


def load(*paths: PathLike) -> EventLog:
    """The log in files and folders. Events carry their origin; origins in JSON Lines omit the text of the line.

    Raises:
        LoadError: with every problem of every file; warnings alone do not raise.

    >>> from laceventlog import load
    >>> load("events")
    EventLog(98 events, 2012–2030, 1 source)
    """
    return _without_errors(*read_files(*paths))


def loads(text: str, path: str = "<text>") -> EventLog:
    """The log in a text, read as JSON Lines if `path` ends in .jsonl.

    Raises:
        LoadError: with every problem in it; warnings alone do not raise.

    >>> from laceventlog import loads
    >>> loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    EventLog(1 event, 2024, 0 sources)
    """
    reader = FieldReader()
    with suppress(NeedsFullParse), _without_collector():
        return reader.stream(_parts_of_text(path, text, reader, is_lines=path.endswith(".jsonl")))
    from .parse import parse_text

    return _without_errors(*parse_text(text, path))


def _without_errors(log: EventLog, problems: Iterable[Problem]) -> EventLog:
    serious = [problem for problem in problems if not problem.is_warning]
    if serious:
        raise LoadError(serious)
    return log


def read_files(*paths: PathLike, beside: Iterable[PathLike] = (), read: ReadBytes | None = None) -> Parsed:
    """The valid events and all problems of files and folders: what `parse` gives, by the fast path if it can.

    `read` supplies file contents, so that a pending edit can be read.
    """
    near: list[Path] = []
    try:
        return load_fast(paths, read=read), []
    except NeedsFullParse as reason:
        if reason.code in ELSEWHERE:
            near = neighbours([*paths, *beside])
    with suppress(NeedsFullParse):
        if near:
            return load_fast(paths, near, read=read), []
    from .parse import parse

    return parse(*paths, beside=beside, read=read) if read else parse(*paths, beside=beside)


def load_fast(paths: Iterable[PathLike], near: Iterable[PathLike] = (), *, read: ReadBytes | None = None) -> EventLog:
    """The log in valid files and folders; files `near` only declare sources and ids.

    Raises:
        NeedsFullParse: there is a problem in one of them.
    """
    reader = FieldReader()
    with _without_collector():
        parts = _parts(paths, reader, read)
        return reader.read(tuple(parts), tuple(_parts(near, reader, read))) if near else reader.stream(parts)


def with_line(event: Event, lines: Sequence[str]) -> Event:
    """The event with the text of its line, which origins in JSON Lines omit; `lines` are those of its file."""
    if event.origin is None or event.origin.source or event.origin.line > len(lines):
        return event
    origin = event.origin._replace(source=lines[event.origin.line - 1].removesuffix("\r"))
    history = [attrs.evolve(statement, origin=origin) for statement in event.history]
    return attrs.evolve(event, origin=origin, history=history)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Switch off garbage collection: everything built is kept, and collecting takes longer than building."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _parts(paths: Iterable[PathLike], reader: FieldReader, read: ReadBytes | None) -> Iterator[Part]:
    for path in paths:
        for file in _event_files(path):
            try:
                yield from _parts_of(file, reader, read)
            except (OSError, ValueError) as error:
                raise NeedsFullParse from error


def _event_files(path: PathLike) -> list[str | InMemoryFile]:
    if isinstance(path, InMemoryFile):
        return [path]
    place = normalised(path)
    found: list[str | InMemoryFile] = []
    found += event_files_in(place) if os.fspath(path) and os.path.isdir(place) else [place] * is_event_file(place)
    if not found:
        raise NeedsFullParse
    return found


def _parts_of(file: str | InMemoryFile, reader: FieldReader, read: ReadBytes | None) -> Iterator[Part]:
    path = str(file)
    is_lines = file.is_lines if isinstance(file, InMemoryFile) else path.endswith(".jsonl")
    if is_lines and isinstance(file, str) and not read:
        return _parts_of_lines(path, _lines(path), reader)
    return _parts_of_text(path, _text(file, read), reader, is_lines=is_lines)


def _parts_of_text(path: str, text: str, reader: FieldReader, *, is_lines: bool) -> Iterator[Part]:
    if is_lines:
        return _parts_of_lines(path, text.split("\n"), reader)
    from .yaml import fast as yaml_fast

    return yaml_fast.parts(path, text, reader)


def _parts_of_lines(path: str, lines: Iterable[str], reader: FieldReader) -> Iterator[Part]:
    from . import jsonl_fast

    return jsonl_fast.parts(path, lines, reader)


def _text(file: str | InMemoryFile, read: ReadBytes | None) -> str:
    if isinstance(file, InMemoryFile):
        return file.data.decode("utf-8-sig")
    if read:
        from pathlib import Path

        return read(Path(file)).decode("utf-8-sig")
    with open(file, "rb") as opened:
        return opened.read().decode("utf-8-sig")


def _lines(path: str) -> Iterator[str]:
    """The lines of a file, one in memory at a time; reports progress."""
    size = os.stat(path).st_size
    with open(path, encoding="utf-8-sig", newline="\n") as file:
        for number, line in enumerate(file):
            if number % REPORT_EVERY == 0:
                report(f"reading {path}", os.lseek(file.fileno(), 0, os.SEEK_CUR), size)
            yield line
