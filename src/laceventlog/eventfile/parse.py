"""Files and folders to a log: every problem of every file, and every event that is sound.

`parse` gives (log, problems) and never raises for what a file holds; `loads` raises once, with all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import CODES, LoadError, Problem, did_you_mean
from ..model import Event, EventLog, Source
from ..model.graph import circles, graph_of
from ..model.values import trusted
from ..progress import watched
from . import jsonl
from .event_paths import SUFFIXES, inside
from .field_reader import HINTED, FieldReader, Link
from .given import Given
from .line_breaks import BREAK
from .nodes import File, Mapping, Node, Scalar, Sequence, name_of, sorted_problems

if TYPE_CHECKING:
    from .event_paths import PathLike

TOP_FIELDS = ("sources", "events")
ONE_WAY = {"after": "nothing can come after itself", "part_of": "nothing can be a part of itself"}
"""Links that must not lead back to where they began, and why."""
Reader = Callable[[Path], bytes]


def parse(*paths: PathLike, beside: Iterable[PathLike] = ()) -> tuple[EventLog, list[Problem]]:
    """The sound events of files and folders, and all problems in reading order.

    A file named alone may cite sources and link to events of its neighbours in the same folder, and of the
    neighbours of the files in `beside`: those of another version of it.
    """
    return parse_with(Path.read_bytes, *paths, beside=beside)


def parse_with(read: Reader, *paths: PathLike, beside: Iterable[PathLike] = ()) -> tuple[EventLog, list[Problem]]:
    """The same, with the bytes of each file as `read` gives them: as they were, or as they would be."""
    log, problems = _precisely(lambda: _files(paths, read))
    if any(p.code in ("S011", "L002") for p in problems) and (near := neighbours([*paths, *beside])):
        return _precisely(lambda: _files(paths, read), lambda: _files(near, read))
    return log, problems


Opened = Callable[[], list[File]]


def _precisely(files: Opened, neighbours: Opened = list) -> tuple[EventLog, list[Problem]]:
    """Read; and when JSON Lines have problems, read once more with columns."""
    opened = files()
    log, problems = _assemble(opened, neighbours(), precise=False)
    if any(file.is_lines and file.problems for file in opened):
        return _assemble(files(), neighbours(), precise=True)
    return log, problems


def _files(paths: Iterable[PathLike], read: Reader) -> list[File]:
    """Every file once, also where a folder and a file in it are named."""
    found: dict[Path, File] = {}
    for path in paths:
        for file in _open(path, read):
            found.setdefault(Path(file.path).absolute(), file)
    return list(found.values())


def neighbours(paths: Iterable[PathLike]) -> list[Path]:
    """The other event files in the folders of the files that were named."""
    named = [Path(path).resolve() for path in paths if not isinstance(path, Given)]
    folders = {path.parent for path in named if path.is_file()}
    inside = sorted(p for folder in folders for p in folder.iterdir() if p.suffix in SUFFIXES and p.is_file())
    return [path for path in inside if path not in named]


def parse_text(text: str, path: str = "<text>") -> tuple[EventLog, list[Problem]]:
    """The same for text at hand; a `path` that ends in .jsonl is read as JSON Lines."""
    return _precisely(lambda: [File(path, split_lines(text, path))])


def loads(text: str, path: str = "<text>") -> EventLog:
    """The log in a text.

    Raises:
        LoadError: with every problem in it.
    """
    log, problems = parse_text(text, path)
    if problems:
        raise LoadError(problems)
    return log


# -- from paths to lines


def _open(path: PathLike, read: Reader) -> Iterator[File]:
    place = Path(path)
    if isinstance(path, Given):
        yield _decoded(File(path.name, is_lines=path.is_lines), path.data)
    elif str(path) == "":  # Path("") would be the folder one is in
        nameless = File('""')
        nameless.whole("F001", CODES["F001"], "the path is empty")
        yield nameless
    elif place.is_dir():
        found = [Path(each) for each in inside(str(place))]
        if not found:
            empty = File(str(path))
            empty.whole("F004", "this folder holds no event files", f"they end in {', '.join(SUFFIXES)}")
            yield empty
        yield from (_read(each, read) for each in found)
    elif place.suffix not in SUFFIXES and place.exists():
        other = File(str(path))
        hint = "'laceventlog import' reads calendars" if place.suffix == ".ics" else f"read: {', '.join(SUFFIXES)}"
        other.whole("F005", f"'{place.suffix or place.name}' files are not read", hint)
        yield other
    else:
        yield _read(place, read)


def _read(place: Path, read: Reader) -> File:
    file = File(str(place))
    data = read_bytes(place, read)
    if isinstance(data, Problem):
        file.problems.append(data)
        return file
    return _decoded(file, data)


def _decoded(file: File, data: bytes) -> File:
    """The file with its lines; or with a problem, where they are not text."""
    try:
        file.lines = split_lines(data.decode("utf-8-sig"), ".jsonl" if file.is_lines else "")
    except UnicodeDecodeError as error:
        _not_utf8(file, data, error)
    return file


def read_bytes(place: Path, read: Reader = Path.read_bytes) -> bytes | Problem:
    """What a file holds, or why it cannot be read."""
    try:
        return read(place)
    except (FileNotFoundError, ValueError):  # a NUL in a path is a ValueError
        near = [p.name for p in place.parent.iterdir()] if place.parent.is_dir() else []
        hint = did_you_mean(place.name, near, "name a file or a folder of event files")
        return Problem(str(place), 0, 0, "F001", CODES["F001"], hint=hint)
    except OSError as error:
        hint = "look whether it is there, and whether you may read it"
        return Problem(str(place), 0, 0, "F003", f"cannot be read: {error.strerror}", hint=hint)


def split_lines(text: str, path: str) -> list[str]:
    """The lines as the format counts them: YAML 1.1 breaks lines at more characters than JSON Lines."""
    if path.endswith(".jsonl"):
        return text.replace("\r\n", "\n").split("\n")
    return BREAK.split(text)


def _not_utf8(file: File, data: bytes, error: UnicodeDecodeError) -> None:
    """Place the first byte that is not UTF-8; the line is shown with it replaced."""
    line = data.count(b"\n", 0, error.start) + 1
    begin = data.rfind(b"\n", 0, error.start) + 1
    end = data.find(b"\n", error.start)
    shown = data[begin : end if end >= 0 else None].decode("utf-8", "replace").rstrip("\r")
    column = len(data[begin : error.start].decode("utf-8")) + 1
    message = f"not UTF-8: the byte 0x{data[error.start]:02X}"
    hint = "save the file as UTF-8 (it looks like another encoding, such as Latin-1 or Windows-1251)"
    file.problems.append(Problem(file.path, line, column, "F002", message, shown, hint))


# -- from lines to a log


def _assemble(files: list[File], neighbours: list[File], *, precise: bool) -> tuple[EventLog, list[Problem]]:
    """Events and problems of `files`; the neighbours only declare sources and ids."""
    trees = [(file, tree) for file in files for tree in _trees(file, precise=precise)]
    nearby = [(file, tree) for file in neighbours for tree in _trees(file, precise=precise)]
    sources = _sources([*trees, *nearby])
    readers = {id(file): FieldReader(file, sources) for file in files}
    events: dict[str, Event] = {}
    for file, tree in watched(trees, "reading"):
        _events(readers[id(file)], tree, events)
    declared = events.keys() | _ids([*trees, *nearby])
    links = [link for reader in readers.values() for link in reader.links]
    wrong = [link for link in links if not _leads_somewhere(link, declared)]
    for number, link in enumerate(wrong):
        _note_link(link, declared if number < HINTED else ())
    for field in ONE_WAY:
        _note_circles(field, (link for link in links if link.field == field), events)
    return EventLog.trusted(events.values(), _own(sources, trees, events.values())), sorted_problems(files)


def _own(sources: dict[str, Source], trees: list[Tree], events: Iterable[Event]) -> dict[str, Source]:
    """The sources that the files declare themselves, and those of their neighbours that they cite."""
    declared = (tree.get("sources") for _, tree in trees if isinstance(tree, Mapping))
    kept = {key.text for node in declared if isinstance(node, Mapping) for key, _ in node.entries}
    kept |= {said.source.source.id for event in events for said in event.history if said.source}
    return {key: source for key, source in sources.items() if key in kept}


Tree = tuple[File, Node]


def _trees(file: File, *, precise: bool) -> Iterator[Node]:
    """The trees of a file: one for YAML, one a line for JSON Lines."""
    if file.is_lines:
        found = list(jsonl.read(file, precise=precise))
    else:
        from .yaml import reader as yaml_reader

        tree = yaml_reader.read(file) if any(map(str.strip, file.lines)) else None
        found = [] if tree is None else [tree]
    if not found and not file.problems:
        file.whole("F004", "this file is empty", "write 'events:' and below it '- id: …'")
    yield from found


def _sources(trees: Iterable[Tree]) -> dict[str, Source]:
    """All declared sources. An id declared twice is noted; the first stands."""
    sources: dict[str, Source] = {}
    places: dict[str, tuple[str, int]] = {}
    for file, tree in trees:
        reader = FieldReader(file, {})
        for key, node in _source_entries(file, tree):
            if key.text in places:
                path, line = places[key.text]
                file.problem(
                    key,
                    "L003",
                    f"the source '{key.text}' is declared twice",
                    f"keep one; the first is in {path}:{line}",
                )
                continue
            places[key.text] = file.path, key.line
            source = reader.source(key, node)
            # a source with a problem is known all the same, or each citation of it would be a problem too
            sources[key.text] = source or trusted(Source, id=key.text, title="")
    return sources


def _source_entries(file: File, tree: Node) -> Iterable[tuple[Scalar, Node]]:
    declared = tree.get("sources") if isinstance(tree, Mapping) else None
    if declared is None:
        return ()
    if not isinstance(declared, Mapping):
        file.problem(
            declared,
            "S003",
            f"'sources' is a mapping, not {name_of(declared)}",
            "write 'sources:', below it 'name:'",
        )
        return ()
    return declared.entries


def _events(reader: FieldReader, tree: Node, events: dict[str, Event]) -> None:
    for node in _event_nodes(reader, tree):
        event = reader.event(node)
        if event is None:
            continue
        if event.id in events:
            _twice(reader.file, node, events[event.id])
        else:
            events[event.id] = event


def _event_nodes(reader: FieldReader, tree: Node) -> Iterable[Node]:
    if reader.file.is_lines:
        if not jsonl.is_sources(tree):
            return (tree,)
        reader.fields(tree, ("sources",), "a line of sources")
        return ()
    if _all_set_aside(reader.file, tree):
        return ()
    mark = len(reader.file.problems)
    top = reader.fields(tree, TOP_FIELDS, "an event file")
    events = top.get("events")
    if isinstance(events, Sequence):
        return watched(events.items, f"reading {reader.file.path}")
    if isinstance(events, Mapping) and events.entries and events.entries[0][0].text.startswith("-"):
        reader.file.problem(events.entries[0][0], "S003", "no blank after '-'", "write '- id: …'")
    elif events is not None and len(reader.file.problems) == mark:
        reader.file.problem(events, "S003", f"'events' is a list, not {name_of(events)}", "write '- id: …' below it")
    return ()


def _all_set_aside(file: File, tree: Node) -> bool:
    """Whether 'events' is empty only because none of its items could be read."""
    events = tree.get("events") if isinstance(tree, Mapping) else None
    return bool(file.problems) and isinstance(events, Scalar) and not events.text


def _ids(trees: Iterable[Tree]) -> set[str]:
    """Every id that is written, also of events with problems: a link to one of those is no second problem."""
    nodes = (node for file, tree in trees for node in _raw_events(file, tree))
    ids = (node.get("id") for node in nodes if isinstance(node, Mapping))
    return {node.text for node in ids if isinstance(node, Scalar)}


def _raw_events(file: File, tree: Node) -> Iterable[Node]:
    if file.is_lines:
        return (tree,)
    events = tree.get("events") if isinstance(tree, Mapping) else None
    return events.items if isinstance(events, Sequence) else ()


def _twice(file: File, node: Node, first: Event) -> None:
    where = f"{first.origin.path}:{first.origin.line}" if first.origin else "elsewhere"
    key = node.get("id") if isinstance(node, Mapping) else None
    file.problem(
        key or node, "L001", f"the id '{first.id}' is taken", f"the first is in {where}; give this one another"
    )


def _leads_somewhere(link: Link, ids: Container[str]) -> bool:
    target = link.target.text.strip()
    return target in ids and target != link.owner


def _note_link(link: Link, ids: Iterable[str]) -> None:
    """Note a link to nothing or to itself; `ids` are looked through for what was meant."""
    target = link.target.text.strip()
    if target == link.owner:
        message, hint = f"'{link.field}' of '{target}' names itself", "name another event"
        link.file.problem(link.target, "L004", message, hint)
    else:
        hint = did_you_mean(target, ids, "the id must be that of an event in the log")
        link.file.problem(link.target, "L002", f"there is no event '{target}'", hint)


def _note_circles(field: str, links: Iterable[Link], events: dict[str, Event]) -> None:
    """Note each circle once, at the first link of its first member that leads into it."""
    owned: dict[str, list[Link]] = {}
    for link in links:
        owned.setdefault(link.owner, []).append(link)
    for circle in circles(graph_of((events[key] for key in owned if key in events), field)):
        at = next(link for link in owned[circle[0]] if link.target.text.strip() in circle)
        *names, last = (f"'{name}'" for name in circle)
        message = f"'{field}' goes in a circle: {', '.join(names)} and {last}"
        at.file.problem(at.target, "L005", message, f"{ONE_WAY[field]}: remove one of these links")
