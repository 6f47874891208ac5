"""Record a statement: append it to the history of an event, in the file that holds the event.

`prepare` works out the new file, `write` puts it in place, `record_statement` does both. The new file is parsed before
it is written: it must give the old log with that one statement.
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
from ...model.values import as_day
from ...reports import check_log
from .. import jsonl
from ..load import read_files, with_line
from ..nodes import Parsed
from ..paths import PathLike, neighbours
from ..source_spans import BREAK, Span
from .insert import Insertion, Style

BOM = "\ufeff"
UNREADABLE = {"F001", "F002", "F003", "F005"}
YEAR = re.compile("[1-9][0-9]{3}")
Sources = Mapping[str, Source]
ORDER = ("said", "status", "when", "source", "reason", "quote")


class StatementFields(TypedDict, total=False):
    """The fields of a statement besides its status, as they will be written; None is left out."""

    when: str | None
    said: str | None
    source: str | None
    reason: str | None
    quote: str | None
    correction: bool


@attrs.frozen
class Recorded:
    """A new statement and its file before and after.

    Attributes:
        path: the file, as named.
        event: the event with the new statement.
        statement: the new statement; its origin is in the new text.
        warnings: what `check` finds suspicious in it; it is written all the same.
        before: the file as read.
        after: the file with the statement.
    """

    path: Path
    event: Event
    statement: Statement
    warnings: tuple[Problem, ...]
    before: bytes = attrs.field(repr=False)
    after: bytes = attrs.field(repr=False)


def record_statement(
    event_id: str, status: str, *paths: PathLike, today: date | None = None, **fields: Unpack[StatementFields]
) -> Recorded:
    """Append a statement to the history of an event, in the file that holds the event.

    Comments, order and layout of the file are kept. A flat event gets a history, which begins with its old statement.
    The file is replaced whole or not at all. Concurrent calls wait for each other.

    Args:
        event_id: the id, or an unambiguous prefix of it.
        status: a status, or a source's word for one, which is written as given.
        paths: files and folders of the log; one of them holds the event.
        today: `said`, unless that is given or `source` has a day of publication.
        fields: `when said source reason quote correction`, written as given.

    Raises:
        UsageError: unknown event or source, nothing new, the file cannot be written or has changed since it was read,
            or its layout does not allow inserting the statement alone.
        DateError: `when` or `said` is not a date.
        LoadError: the files cannot be read, or this event has problems.

    >>> from tempfile import TemporaryDirectory
    >>> from laceventlog import dump, loads, record_statement
    >>> log = loads("events: [{id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024}]")
    >>> with TemporaryDirectory() as folder:
    ...     dump(log, f"{folder}/log.yaml")
    ...     record_statement("pumps", "delivered", folder, when="18 November 2024", said="2024-11-20").event
    Delivery(id='pumps', title='Pumps', state=completed 18 November 2024)
    """
    recorded = prepare(event_id, status, *paths, today=today, **fields)
    from ...atomic_write import alone

    with alone(recorded.path):
        if _is_stale(recorded.path, recorded.before):  # another process wrote meanwhile
            recorded = prepare(event_id, status, *paths, today=today, **fields)
        write(recorded)
    return recorded


def prepare(
    event_id: str, status: str, *paths: PathLike, today: date | None = None, **fields: Unpack[StatementFields]
) -> Recorded:
    """The same without writing.

    Raises:
        UsageError, DateError, LoadError: as `record_statement`.
    """
    files = FileCache()
    old = read_files(*paths, read=files.__getitem__)
    event = _find(*old, event_id)
    sources = _known_sources(old[0], paths, fields.get("source"))
    texts = _texts(status, fields, sources, today)
    statement = _as_read(texts, sources)
    _refuse_repetition(event, statement)
    origin = event.origin or Origin("", 0, 0)
    path = Path(origin.path)
    before, after = files[path], with_statement(files[path], event, texts, old[1])
    files[path] = after
    new = read_files(*paths, read=files.__getitem__)
    if not _is_as_expected(old, new, attrs.evolve(event, history=(*event.history, statement))):
        raise _cannot_insert(origin, texts)
    found = with_line(new[0][event.id], after.decode("utf-8-sig").split("\n"))
    return Recorded(path, found, found.history[-1], _warnings(event, found), before, after)


def write(recorded: Recorded) -> None:
    """Put a prepared statement in place, whole or not at all.

    Raises:
        UsageError: the file or its folder cannot be written, or the file changed since it was read.
    """
    put(recorded.path, recorded.before, recorded.after)


def put(path: Path, before: bytes | None, after: bytes) -> None:
    """Replace a file unless it changed since it was read; `before` is None if there was no file.

    Raises:
        UsageError: as `write`.
    """
    from ...atomic_write import refuse_read_only, replacing

    def unchanged() -> None:
        if _is_stale(path, before):
            raise UsageError(f"{path} changed since it was read; nothing was written\n  = try again")

    if before is not None:
        refuse_read_only(path)
    with replacing(path, unchanged) as file:
        file.write(after)


def _is_stale(path: Path, before: bytes | None) -> bool:
    """Whether the file changed since it was read."""
    try:
        return path.read_bytes() != before
    except OSError:
        return before is not None


class FileCache(dict[Path, bytes]):
    """The contents of files at first read."""

    def __missing__(self, path: Path) -> bytes:
        self[path] = data = path.read_bytes()
        return data


# -- the log


def _find(log: EventLog, problems: list[Problem], event_id: str) -> Event:
    """The event with this id; or a prefix of it, unless there are problems: an unread event might match too."""
    is_twice = any(p.code == "L001" and f"'{event_id}'" in p.message for p in problems)
    if any(p.code in UNREADABLE for p in problems) or (problems and (event_id not in log or is_twice)):
        raise LoadError(problems)
    return log.find(event_id)


def _known_sources(log: EventLog, paths: Sequence[PathLike], cited: str | None) -> Sources:
    """The sources of the log; also those of its neighbours if the citation needs one."""
    if cited is None or cited.partition("#")[0] in log.sources:
        return log.sources
    return {**read_files(*neighbours(paths))[0].sources, **log.sources}


def _refuse_repetition(event: Event, statement: Statement) -> None:
    same = next((known for known in event.history if known == statement), None)
    if same:
        place = f" ({same.origin.path}:{same.origin.line})" if same.origin else ""
        hint = "if it was said again, give the day or the source"
        raise UsageError(f"nothing new: '{event.id}' has exactly this statement{place}\n  = {hint}")


# -- the statement


def _texts(status: str, fields: StatementFields, sources: Sources, today: date | None) -> dict[str, str]:
    """The fields as they are written, in their order; `said` defaults to the day of the source, else to `today`.

    Raises:
        UsageError: a blank text, an unknown source, or no day for `said`.
    """
    given = {"status": status, **fields}
    texts = {name: _text(name, given[name]) for name in ORDER if given.get(name) is not None}
    cited = _citation(texts.get("source"), sources)
    if "said" not in texts and not (cited and cited.source.published):
        if today is None:
            raise UsageError("it is not known when it was said: give 'said', or a source with a date")
        texts = {"said": as_day(today).isoformat(), **texts}
    return texts | ({"correction": "true"} if fields.get("correction") else {})


def _text(name: str, value: object) -> str:
    text = str(value).strip()
    if not text:
        raise UsageError(f"'{name}' has no value: give one or leave it out")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageError(f"'{name}' is not text: it contains a lone surrogate") from None
    return text


def _citation(text: str | None, sources: Sources) -> Citation | None:
    """`minutes#4`: a declared source and a locator in it.

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
    """The statement that these fields will be read as.

    Raises:
        UsageError: an unknown status.
        DateError: `when` or `said` is not a date.
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


# -- the file


def with_statement(data: bytes, event: Event, fields: dict[str, str], problems: list[Problem]) -> bytes:
    """The file with the statement inserted."""
    text = data.decode()
    mark, text = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    origin = event.origin or Origin("", 0, 0)
    try:
        place, style = _line_of_json(text, origin) if origin.path.endswith(".jsonl") else _item_of_yaml(text, origin)
    except ValueError:
        raise _cannot_insert(origin, fields) from None
    _refuse_problems(text, place, origin, problems)
    return (mark + Insertion(text, place, fields, event.usual_status or "", style).applied()).encode()


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
    """The object on a line, and a style with the same blanks."""
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    place = jsonl.span(text, lines[origin.line - 1])
    first, *others = place.entries
    colon = ": " if text[first.value.start - 1] == " " else ":"
    comma = ", " if text[others[0].start - 1] == " " else ","
    return place, Style(_json_scalar, json.dumps, colon, comma)


def _json_scalar(field: str, text: str, in_braces: bool) -> str:
    del in_braces  # always true
    return text if field == "correction" else json.dumps(text, ensure_ascii=False)


def _refuse_problems(text: str, place: Span, origin: Origin, problems: list[Problem]) -> None:
    """Refuse an event with problems, even if it could be read."""
    end = "\n" if origin.path.endswith(".jsonl") else BREAK.pattern
    lines = range(origin.line, origin.line + len(re.findall(end, text[place.start : place.end])) + 1)
    own = [p for p in problems if p.path == origin.path and p.line in lines]
    if own:
        raise LoadError(own)


def _cannot_insert(origin: Origin, fields: dict[str, str]) -> UsageError:
    return UsageError(
        f"{origin.path}:{origin.line}: a statement cannot be inserted in this event without changing other text;"
        f" nothing was written\n  = add it to the history by hand: - {STYLE.in_braces(fields)}"
    )


def _is_as_expected(old: Parsed, new: Parsed, expected: Event) -> bool:
    """Whether the new log is the old one with the expected event, and has the same problems."""
    (before, problems), (log, now) = old, new
    return (
        log.events == tuple(expected if event.id == expected.id else event for event in before)
        and all(log.sources.get(key) == source for key, source in before.sources.items())
        and Counter((p.path, p.code, p.message) for p in problems) == Counter((p.path, p.code, p.message) for p in now)
        and _wording(log[expected.id]) == _wording(expected)
    )


def _wording(event: Event) -> list[object]:
    """The source's words, which equality ignores."""
    return [(s.word or s.status, s.when and s.when.text, s.said and s.said.text) for s in event.history]


def _warnings(old: Event, new: Event) -> tuple[Problem, ...]:
    """The warnings about the new event that the old one did not have."""
    known = Counter((p.code, p.message) for p in check_log(EventLog.trusted((old,))))
    found = []
    for problem in check_log(EventLog.trusted((new,))):
        known[problem.code, problem.message] -= 1
        if known[problem.code, problem.message] < 0:
            found.append(problem)
    return tuple(found)
