"""Recording: one more statement about an event, written into the file where the event stands.

`prepare` reads and works everything out, `write` puts it in place, `record` does both. What was prepared has been
read back: the log it gives is the log as it was and that one statement, or it is refused.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

import attrs

from ...dates import When
from ...errors import FieldError, LoadError, Problem, UsageError, did_you_mean
from ...model import Citation, Event, EventLog, Origin, Source, Statement, read_status
from ...reports import check_log
from .. import jsonl
from ..load import read_files
from ..nodes import Parsed
from ..paths import PathLike, neighbours
from ..source_spans import BREAK, Span
from . import insert
from .insert import Insertion, Style

BOM = "\ufeff"
UNREADABLE = {"F001", "F002", "F003", "F005"}
YEAR = re.compile("[1-9][0-9]{3}")
Sources = Mapping[str, Source]
ORDER = ("said", "status", "when", "source", "reason", "quote")


class StatementWords(TypedDict, total=False):
    """What a statement says beside its status, in the words it is to be written with; None is left out."""

    when: str | None
    said: str | None
    source: str | None
    reason: str | None
    quote: str | None
    correction: bool


@attrs.frozen
class Recorded:
    """A new statement and what it does to its file.

    Attributes:
        path: the file, as it was named.
        event: the event with its new statement.
        statement: the new statement, with its place in the new text.
        warnings: what `check` finds suspicious in it; nothing is forbidden.
        before: the file as it was read.
        after: the file with the statement.
    """

    path: Path
    event: Event
    statement: Statement
    warnings: tuple[Problem, ...]
    before: bytes = attrs.field(repr=False)
    after: bytes = attrs.field(repr=False)


def record_statement(
    event_id: str, status: str, *paths: PathLike, today: date | None = None, **words: Unpack[StatementWords]
) -> Recorded:
    """Append a statement to the history of an event, in the file where it stands.

    Comments, order and layout of the file stay; a flat event gets a history, whose first statement is its old one.
    The file is replaced whole or not at all. Several of these at once wait for each other.

    Args:
        event_id: the id, or how it begins when no other does so.
        status: a status, or a word that sources use for one, which is then written.
        paths: files and folders of the log; the event stands in one of them.
        today: the day on which it was said unless `said` or the publication of `source` tells.
        words: `when said source reason quote correction`, written as given.

    Raises:
        UsageError: there is no such event or source, it says nothing new, the file cannot be written, it changed
            since it was read, or it is laid out so that the statement cannot be put in without touching more.
        DateError: `when` or `said` is no date.
        LoadError: the files cannot be read, or there are problems in this event.

    >>> from tempfile import TemporaryDirectory
    >>> from laceventlog import dump, loads, record_statement
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> with TemporaryDirectory() as folder:
    ...     dump(log, f"{folder}/log.yaml")
    ...     record_statement("pumps", "delivered", folder, when="18 November 2024", said="2024-11-20").event
    Delivery('pumps', 'Pumps', completed, 18 November 2024)
    """
    made = prepare(event_id, status, *paths, today=today, **words)
    from ...atomic_write import alone

    with alone(made.path):
        if _is_stale(made.path, made.before):  # another one was writing: read what it wrote
            made = prepare(event_id, status, *paths, today=today, **words)
        write(made)
    return made


def prepare(
    event_id: str, status: str, *paths: PathLike, today: date | None = None, **words: Unpack[StatementWords]
) -> Recorded:
    """The same without writing: what `record` would do.

    Raises:
        UsageError, DateError, LoadError: as `record` does.
    """
    files = FileCache()
    old = read_files(*paths, read=files.__getitem__)
    event = _find(*old, event_id)
    sources = _known_sources(old[0], paths, words.get("source"))
    fields = _to_write(status, words, sources, today)
    statement = _as_read(fields, sources)
    _refuse_old_news(event, statement)
    origin = event.origin or Origin("", 0, 0)
    path = Path(origin.path)
    before, after = files[path], with_statement(files[path], event, fields, old[1])
    files[path] = after
    new = read_files(*paths, read=files.__getitem__)
    if not _is_as_wanted(old, new, attrs.evolve(event, history=(*event.history, statement))):
        raise _unfit(origin, fields)
    found = _with_line(new[0][event.id], after)
    return Recorded(path, found, found.history[-1], _warnings(event, found), before, after)


def write(made: Recorded) -> None:
    """Put a prepared statement in place, whole or not at all.

    Raises:
        UsageError: the file or its folder cannot be written, or the file changed since it was read.
    """
    put(made.path, made.before, made.after)


def put(path: Path, before: bytes | None, after: bytes) -> None:
    """Replace a file that still is as it was read; None: that was not there.

    Raises:
        UsageError: as `write` does.
    """
    from ...atomic_write import refuse_read_only, replacing

    def unchanged() -> None:
        if _is_stale(path, before):
            raise UsageError(f"{path} changed since it was read; nothing was written\n  = do it once more")

    if before is not None:
        refuse_read_only(path)
    with replacing(path, unchanged) as file:
        file.write(after)


def _is_stale(path: Path, before: bytes | None) -> bool:
    """Whether the file is no longer as it was read."""
    try:
        return path.read_bytes() != before
    except OSError:
        return before is not None


class FileCache(dict[Path, bytes]):
    """The contents of files at first read."""

    def __missing__(self, path: Path) -> bytes:
        self[path] = data = path.read_bytes()
        return data


# -- what there is


def _find(log: EventLog, problems: list[Problem], wanted: str) -> Event:
    """The event asked for. Where there are problems, an id has to be whole: one of what is not read may fit too."""
    is_twice = any(p.code == "L001" and f"'{wanted}'" in p.message for p in problems)
    if any(p.code in UNREADABLE for p in problems) or (problems and (wanted not in log or is_twice)):
        raise LoadError(problems)
    return log.find(wanted)


def _known_sources(log: EventLog, paths: Sequence[PathLike], cited: str | None) -> Sources:
    """The sources of the log; those of its neighbours too when one of them is cited."""
    if cited is None or cited.partition("#")[0] in log.sources:
        return log.sources
    return {**read_files(*neighbours(paths))[0].sources, **log.sources}


def _refuse_old_news(event: Event, statement: Statement) -> None:
    same = next((known for known in event.history if known == statement), None)
    if same:
        place = f" ({same.origin.path}:{same.origin.line})" if same.origin else ""
        hint = "if it was said again, say on which day or by whom"
        raise UsageError(f"nothing new: '{event.id}' has exactly this statement{place}\n  = {hint}")


# -- the statement


def _to_write(status: str, words: StatementWords, sources: Sources, today: date | None) -> dict[str, str]:
    """The fields of a statement, in the order of a file; `today` is when it was said unless the words tell.

    Raises:
        UsageError: an empty word, an unknown source, or nothing tells when it was said.
    """
    given = {"status": status, **words}
    fields = {name: _text(name, given[name]) for name in ORDER if given.get(name) is not None}
    cited = _citation(fields.get("source"), sources)
    if "said" not in fields and not (cited and cited.source.published):
        if today is None:
            raise UsageError("nobody knows when it was said: give 'said', or a source with a date")
        fields = {"said": today.isoformat(), **fields}
    return fields | ({"correction": "true"} if words.get("correction") else {})


def _text(name: str, value: object) -> str:
    text = str(value).strip()
    if not text:
        raise UsageError(f"'{name}' has no value: give one or leave it out")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageError(f"'{name}' is not text: it holds half a character") from None
    return text


def _citation(text: str | None, sources: Sources) -> Citation | None:
    """`minutes#4`: a declared source and the place in it.

    Raises:
        UsageError: there is no such source.
    """
    if text is None:
        return None
    key, _, at = text.partition("#")
    if key not in sources:
        hint = did_you_mean(key, sources, "declare it under 'sources:' in any file of the log")
        raise UsageError(f"unknown source '{key}': {hint}")
    return Citation(sources[key], at.strip())


def _as_read(fields: Mapping[str, str], sources: Sources) -> Statement:
    """The statement that a reader makes of these fields.

    Raises:
        UsageError: the status is none.
        DateError: `when` or `said` is no date.
    """
    try:
        status = read_status(fields["status"])
    except FieldError as error:
        raise UsageError(f"{error.message}: {error.hint}") from None
    cited = _citation(fields.get("source"), sources)
    when, said = (When.parse(fields[name]) if name in fields else None for name in ("when", "said"))
    return Statement(
        status=status, when=when, said=said or (cited.source.published if cited else None), source=cited,
        reason=fields.get("reason", ""), quote=fields.get("quote", ""), correction="correction" in fields,
        word=fields["status"],
    )  # fmt: skip


# -- the file with it


def with_statement(data: bytes, event: Event, fields: dict[str, str], problems: list[Problem]) -> bytes:
    """The file with the statement cut in."""
    text = data.decode()
    mark, text = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    origin = event.origin or Origin("", 0, 0)
    try:
        place, style = _line_of_json(text, origin) if origin.path.endswith(".jsonl") else _item_of_yaml(text, origin)
    except ValueError:
        raise _unfit(origin, fields) from None
    _refuse_problems(text, place, origin, problems)
    return (mark + insert.append(Insertion(text, place, fields, event.usual_status or "", style))).encode()


def _item_of_yaml(text: str, origin: Origin) -> tuple[Span, Style]:
    from ..yaml import reader as yaml_reader

    lines = [0, *(found.end() for found in BREAK.finditer(text))]
    place = yaml_reader.span(text, lines[origin.line - 1] + origin.column - 1, origin.column - 1)
    return place, STYLE


def _yaml_scalar(field: str, text: str, in_braces: bool) -> str:
    from ..yaml import emitter as yaml_emitter

    is_plain = field == "correction" or (field in ("when", "said") and YEAR.fullmatch(text))
    return text if is_plain else yaml_emitter.scalar(text, flow=in_braces)


STYLE = Style(_yaml_scalar)


def _line_of_json(text: str, origin: Origin) -> tuple[Span, Style]:
    """The object in a line, and a style that leaves blanks where its writer did."""
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    place = jsonl.span(text, lines[origin.line - 1])
    first, *others = place.entries
    colon = ": " if text[first.value.start - 1] == " " else ":"
    comma = ", " if text[others[0].start - 1] == " " else ","
    return place, Style(_json_scalar, json.dumps, colon, comma)


def _json_scalar(field: str, text: str, in_braces: bool) -> str:
    del in_braces  # always
    return text if field == "correction" else json.dumps(text, ensure_ascii=False)


def _refuse_problems(text: str, place: Span, origin: Origin, problems: list[Problem]) -> None:
    """Problems inside the event, with which it was read all the same, come first."""
    end = "\n" if origin.path.endswith(".jsonl") else BREAK.pattern
    lines = range(origin.line, origin.line + len(re.findall(end, text[place.start : place.end])) + 1)
    own = [p for p in problems if p.path == origin.path and p.line in lines]
    if own:
        raise LoadError(own)


def _unfit(origin: Origin, fields: dict[str, str]) -> UsageError:
    return UsageError(
        f"{origin.path}:{origin.line}: this event is laid out so that a statement cannot be put in without touching"
        f" more; nothing was written\n  = add it to its history by hand: - {STYLE.in_braces(fields)}"
    )


def _is_as_wanted(old: Parsed, new: Parsed, wanted: Event) -> bool:
    """Whether the new log is the old one with the event as wanted, and has no other problems."""
    (before, problems), (log, now) = old, new
    return (
        log.events == tuple(wanted if event.id == wanted.id else event for event in before)
        and all(log.sources.get(key) == source for key, source in before.sources.items())
        and Counter((p.path, p.code, p.message) for p in problems) == Counter((p.path, p.code, p.message) for p in now)
        and _wording(log[wanted.id]) == _wording(wanted)
    )


def _wording(event: Event) -> list[object]:
    """What is no part of equality, but of what a source said."""
    return [(s.word or s.status, s.when and s.when.text, s.said and s.said.text) for s in event.history]


def _with_line(event: Event, data: bytes) -> Event:
    """The event with the text of its line, which the origins of JSON Lines omit."""
    if event.origin is None or event.origin.source:
        return event
    lines = data.decode("utf-8-sig").split("\n")
    origin = event.origin._replace(source=lines[event.origin.line - 1].removesuffix("\r"))
    history = [attrs.evolve(statement, origin=origin) for statement in event.history]
    return attrs.evolve(event, origin=origin, history=history)


def _warnings(old: Event, new: Event) -> tuple[Problem, ...]:
    """What is suspicious in the event now and was not before."""
    known = Counter((p.code, p.message) for p in check_log(EventLog.trusted((old,))))
    found = []
    for problem in check_log(EventLog.trusted((new,))):
        known[problem.code, problem.message] -= 1
        if known[problem.code, problem.message] < 0:
            found.append(problem)
    return tuple(found)
