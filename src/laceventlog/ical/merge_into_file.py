"""Writing a merge into an event file: comments and layout stay, and the new text is read back before it is written.

New statements are inserted as `record` does it; new events go below the last one, in canonical form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import attrs

from ..errors import LoadError, UsageError
from ..eventfile.editing.insert import past_comments
from ..eventfile.editing.record import BOM, FileCache, put, with_statement
from ..eventfile.load import read_files
from ..eventfile.paths import SUFFIXES, neighbours
from ..eventfile.serialize import jsonl_text, plain_event, plain_sources, plain_statement, text_for, yaml_text
from ..eventfile.source_spans import Span, line_begin, line_end
from ..model import Event, EventLog, Source
from .merging import MergedLog


@attrs.frozen
class FileMerge:
    """A merge and its effect on a file; `before` is None if there is no such file yet."""

    path: Path
    merged: MergedLog
    before: bytes | None = attrs.field(repr=False)
    after: bytes = attrs.field(repr=False)


def plan_merge(path: Path, merge: Callable[[EventLog, Sequence[Event]], MergedLog]) -> FileMerge:
    """Merge into the log of an event file; nothing is written yet.

    Args:
        path: the event file, which need not exist.
        merge: the merge, from the log of the file and the events of its neighbours.

    Raises:
        LoadError: the file has problems, or would have.
        UsageError: it is not an event file, or its layout leaves no place for additions.
    """
    if path.suffix not in SUFFIXES:
        raise UsageError(f"{path} is not an event file: their names end in {', '.join(SUFFIXES)}")
    if not path.exists():
        merged = merge(EventLog(), _nearby(path))
        return FileMerge(path, merged, None, text_for(merged.log, str(path)).encode())
    files = FileCache()
    old, problems = read_files(path, read=files.__getitem__)
    if problems and not (len(old) == 0 and [p.code for p in problems] == ["F004"]):
        raise LoadError(problems)
    merged = merge(old, _nearby(path))
    before = files.get(path, b"")
    files[path] = after = _text(before, old, merged, path)
    log, problems = read_files(path, read=files.__getitem__)
    if problems:
        raise LoadError(problems)
    if log.events != merged.log.events:
        raise _unfit(path)
    return FileMerge(path, merged, before, after)


def write(planned: FileMerge) -> None:
    """Write the file, whole or not at all.

    Raises:
        UsageError: it cannot be written, or changed since it was read.
    """
    if planned.before != planned.after:
        put(planned.path, planned.before, planned.after)


def _nearby(path: Path) -> list[Event]:
    """The events of the other files in the folder that can be read."""
    if path.exists():
        others = neighbours([path])
    else:
        others = [p for p in sorted(path.parent.glob("*")) if p.suffix in SUFFIXES and p.is_file()]
    return list(read_files(*others)[0]) if others else []


def _unfit(path: Path) -> UsageError:
    hint = "import without --into, and add the events by hand"
    return UsageError(f"nothing can be added to {path} without changing other lines\n  = {hint}")


# -- text


def _text(before: bytes, old: EventLog, merged: MergedLog, path: Path) -> bytes:
    data = before
    events = [event for event in old if merged.log[event.id] != event]
    for event in sorted(events, key=lambda e: e.origin.line if e.origin else 0, reverse=True):
        for statement in merged.log[event.id].history[len(event.history) :]:
            data = with_statement(data, event, plain_statement(statement), [])
    new = [merged.log[key] for key in merged.new]
    cited = {s.source.source.id for event in merged.log for s in event.history if s.source}
    sources = [source for key, source in merged.log.sources.items() if key in cited and key not in old.sources]
    text = data.decode()
    mark, text = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    insert = _json_lines if path.suffix == ".jsonl" else _yaml
    try:
        return (mark + insert(text, new, sources)).encode()
    except ValueError:
        raise _unfit(path) from None


def _json_lines(text: str, new: list[Event], sources: list[Source]) -> str:
    added = jsonl_text(EventLog.trusted(new, {source.id: source for source in sources})) if new or sources else ""
    return text + ("\n" if text and not text.endswith("\n") and added else "") + added


def _yaml(text: str, new: list[Event], sources: list[Source]) -> str:
    """Events first: they are usually below the sources, so the offsets of these stay valid."""
    if not text.strip():
        return yaml_text(EventLog.trusted(new, {source.id: source for source in sources}))
    if new:
        written = [_yaml_of({"events": [plain_event(event)]}) for event in new]
        text = _section(text, "events", written, "\n")
    if sources:
        declared = [_yaml_of({"sources": {k: v}}) for k, v in plain_sources(sources).items()]
        text = _section(text, "sources", declared, "")
    return text


def _yaml_of(plain: object) -> str:
    from ..eventfile.yaml import emitter as yaml_emitter

    return yaml_emitter.write(plain).partition("\n")[2].rstrip("\n")


def _section(text: str, name: str, items: list[str], gap: str) -> str:
    """The text with items at the end of a section, which is added if it is missing; `gap` goes before each.

    Raises:
        ValueError: the section is in brackets, or the file in braces.
    """
    from ..eventfile.yaml import reader as yaml_reader

    top = yaml_reader.span(text, 0, 0)
    if top.is_flow:
        raise ValueError("a file in braces")
    found = re.search("\r?\n|\r", text)
    line = found[0] if found else "\n"
    section = top.get(name)
    if section is None:
        block = f"{name}:\n" + f"\n{gap}".join(items)
        entry = next((entry for entry in top.entries if entry.key == "events"), None)
        if name == "sources" and entry:
            at = line_begin(text, entry.start)
            return text[:at] + (block + "\n").replace("\n", line) + text[at:]
        return text.rstrip() + line + block.replace("\n", line) + line
    parts = [(item.start, item.end) for item in section.items] + [(e.start, e.value.end) for e in section.entries]
    if not parts:
        return _filled(text, section, f"\n{gap}".join(items).replace("\n", line), line)
    if section.is_flow:
        raise ValueError("a section in brackets")
    first = parts[0][0] if section.entries else section.start
    column = first - line_begin(text, first)
    end = past_comments(text, line_end(text, parts[-1][1]), column)
    block = "".join(f"\n{gap}" + _indented(item, column) for item in items).replace("\n", line)
    return text[:end] + block + text[end:]


def _filled(text: str, section: Span, block: str, line: str) -> str:
    """An empty section, `events: []`, with its first items; a comment after it stays on its line."""
    if text[section.start : section.end] not in ("[]", "{}"):
        raise ValueError("no empty section")
    end = line_end(text, section.end)
    return text[: section.start].rstrip(" ") + text[section.end : end] + line + block + text[end:]


def _indented(item: str, column: int) -> str:
    """Lines indented by two columns, indented to `column`."""
    lines = item.split("\n")
    return "\n".join(" " * column + line[2:] if line.startswith("  ") else line for line in lines)
