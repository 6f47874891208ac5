"""Full parse: files and folders to a log, with the position of every problem. It never raises for file contents."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import CODES, Problem, did_you_mean
from ..model import Origin
from . import jsonl
from .field_problems import ELSEWHERE
from .field_reader import FieldReader, Part
from .nodes import File, Node, Parsed, sorted_problems
from .paths import SUFFIXES, InMemoryFile, PathLike, ReadBytes, event_files_in, neighbours
from .source_spans import BREAK


def parse(*paths: PathLike, beside: Iterable[PathLike] = (), read: ReadBytes = Path.read_bytes) -> Parsed:
    """The valid events of files and folders, and all problems in reading order.

    A file named alone may cite sources and link to events of its neighbours in the same folder, and of the
    neighbours of the files in `beside`: those of another version of it. `read` supplies the contents of files,
    so that a pending edit can be parsed.

    >>> from laceventlog import parse
    >>> log, problems = parse("events", "no-such-folder")
    >>> log, [problem.code for problem in problems]
    (EventLog(98 events, 2012–2030, 1 source), ['F001'])
    """
    log, problems = _assemble(_files(paths, read))
    if any(p.code in ELSEWHERE for p in problems) and (near := neighbours([*paths, *beside])):
        return _assemble(_files(paths, read), _files(near, read))
    return log, problems


def _files(paths: Iterable[PathLike], read: ReadBytes) -> list[File]:
    """Every file once, even if a folder and a file in it are named."""
    found: dict[Path, File] = {}
    for path in paths:
        for file in _open(path, read):
            found.setdefault(Path(file.path).absolute(), file)
    return list(found.values())


def parse_text(text: str, path: str = "<text>") -> Parsed:
    """The same for text at hand; a `path` that ends in .jsonl is read as JSON Lines.

    >>> from laceventlog import parse_text
    >>> log, problems = parse_text("events: [{id: a, kind: event, title: T, status: planed}]")
    >>> len(log), [(problem.line, problem.column, problem.code) for problem in problems]
    (0, [(1, 49, 'S005')])
    """
    return _assemble([File(path, split_lines(text, path))])


# -- from paths to lines


def _open(path: PathLike, read: ReadBytes) -> Iterator[File]:
    place = Path(path)
    if isinstance(path, InMemoryFile):
        yield _decoded(File(path.name, is_lines=path.is_lines), path.data)
    elif not os.fspath(path):  # Path("") would be the current folder
        nameless = File('""')
        nameless.whole("F001", CODES["F001"], "the path is empty")
        yield nameless
    elif place.is_dir():
        found = [Path(each) for each in event_files_in(str(place))]
        if not found:
            empty = File(os.fspath(path))
            empty.whole("F004", "this folder contains no event files", f"event files end in {', '.join(SUFFIXES)}")
            yield empty
        yield from (_read(each, read) for each in found)
    elif place.suffix not in SUFFIXES and place.exists():
        other = File(os.fspath(path))
        hint = (
            "'laceventlog import' reads calendars"
            if place.suffix == ".ics"
            else f"event files end in {', '.join(SUFFIXES)}"
        )
        other.whole("F005", f"'{place.suffix or place.name}' files are not read", hint)
        yield other
    else:
        yield _read(place, read)


def _read(place: Path, read: ReadBytes) -> File:
    file = File(str(place))
    data = read_bytes(place, read)
    if isinstance(data, Problem):
        file.problems.append(data)
        return file
    return _decoded(file, data)


def _decoded(file: File, data: bytes) -> File:
    """The file with its lines, or with a problem if they are not text."""
    try:
        file.lines = split_lines(data.decode("utf-8-sig"), ".jsonl" if file.is_lines else "")
    except UnicodeDecodeError as error:
        _not_utf8(file, data, error)
    return file


def read_bytes(place: Path, read: ReadBytes = Path.read_bytes) -> bytes | Problem:
    """The contents of a file, or why it cannot be read."""
    try:
        return read(place)
    except (FileNotFoundError, ValueError):  # a NUL in a path is a ValueError
        near = [p.name for p in place.parent.iterdir()] if place.parent.is_dir() else []
        hint = did_you_mean(place.name, near, "name a file or a folder of event files")
        return Problem(str(place), 0, 0, "F001", CODES["F001"], hint=hint)
    except OSError as error:
        hint = "check that it exists and that you may read it"
        return Problem(str(place), 0, 0, "F003", f"cannot be read: {error.strerror}", hint=hint)


def split_lines(text: str, path: str) -> list[str]:
    """The lines as the format counts them: YAML 1.1 breaks lines at more characters than JSON Lines."""
    if path.endswith(".jsonl"):
        return text.replace("\r\n", "\n").split("\n")
    return BREAK.split(text)


def _not_utf8(file: File, data: bytes, error: UnicodeDecodeError) -> None:
    """Report the first byte that is not UTF-8; the line is shown with the byte replaced."""
    line = data.count(b"\n", 0, error.start) + 1
    begin = data.rfind(b"\n", 0, error.start) + 1
    end = data.find(b"\n", error.start)
    shown = data[begin : end if end >= 0 else None].decode("utf-8", "replace").rstrip("\r")
    column = len(data[begin : error.start].decode("utf-8")) + 1
    message = f"not UTF-8: the byte 0x{data[error.start]:02X}"
    hint = "save the file as UTF-8 (it looks like another encoding, such as Latin-1 or Windows-1251)"
    file.problems.append(Problem(file.path, line, column, "F002", message, shown, hint))


# -- from lines to a log


def _assemble(files: list[File], near: Iterable[File] = ()) -> Parsed:
    """The valid events and all problems of `files`; files `near` only declare sources and ids."""
    reader = FieldReader()
    parts = [part for file in files for part in _parts(file, reader)]
    log = reader.read(parts, [part for file in near for part in _parts(file, reader)])
    return log, sorted_problems(files)


def _parts(file: File, reader: FieldReader) -> Iterator[Part]:
    trees = list(_trees(file))
    if not trees and not file.problems:
        file.whole("F004", "this file is empty", "write 'events:' and below it '- id: …'")
    for tree in trees:
        if file.is_lines:
            line = tree.position.line
            yield reader.part_of_line(tree, Origin(file.path, line, 1, file.line(line)))
        else:
            yield from reader.parts_of_file(tree, file.origin, file.path)


def _trees(file: File) -> Iterator[Node]:
    """The trees of a file: one for YAML, one per line for JSON Lines."""
    if file.is_lines:
        yield from jsonl.read(file)
    elif any(map(str.strip, file.lines)):
        from .yaml import reader as yaml_reader

        tree = yaml_reader.read(file)
        if file.problems and isinstance(tree, dict) and not tree.get("events", "x"):
            del tree["events"]  # they are empty only because none of them could be read
        if tree is not None:
            yield tree
