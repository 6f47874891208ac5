"""One function a verb: what was asked and `today` in, an `Answer` out. Neither clock nor terminal is read."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import attrs

from .dates import When
from .errors import DateError, Problem, UsageError, did_you_mean
from .formats import files
from .model import EventLog
from .reports import Row, agenda, check, records
from .reports import overdue as overdue_rows
from .reports.agenda import in_order
from .reports.condition import Condition, standing

DEFAULT_PATH = "events"
UNREADABLE = {"F001", "F003"}


@attrs.frozen
class Answer:
    """What a verb prints, what it remarks beside that, and the status it ends with."""

    text: str = ""
    status: int = 0
    remark: str = ""


@attrs.frozen
class Scene:
    """What the outside world contributes: the day, the columns there are, the lines of standard input."""

    today: date
    width: int
    lines: Callable[[], Iterable[str]]


def check_verb(asked: argparse.Namespace, scene: Scene) -> Answer:
    """Every problem of the files, and what is suspicious in the log they hold."""
    del scene
    log, problems = files.parse(*_paths(asked))
    problems = sorted([*problems, *check(log)], key=lambda p: p.sort_key)
    status = 2 if any(p.code in UNREADABLE for p in problems) else 1 if problems else 0
    return Answer(_problems(problems, asked.format), 0 if asked.exit_zero else status)


def _problems(problems: Sequence[Problem], form: str) -> str:
    if form == "json":
        return _json([problem.as_dict() for problem in problems])
    return "".join(f"{problem}\n" for problem in problems)


def list_verb(asked: argparse.Namespace, scene: Scene) -> Answer:
    """All events that pass the filters."""
    log, remark = _log(asked)
    rows = _rows(agenda(log, scene.today), asked)
    return Answer(_view(rows, asked, scene) or _nothing(asked, "no events"), 0, remark)


def overdue_verb(asked: argparse.Namespace, scene: Scene) -> Answer:
    """What is overdue; status 1 when something is."""
    log, remark = _log(asked)
    rows = _rows(overdue_rows(log, scene.today, possible=asked.possible), asked)
    status = 1 if rows and not asked.exit_zero else 0
    return Answer(_view(rows, asked, scene) or _nothing(asked, "nothing is overdue"), status, remark)


def _nothing(asked: argparse.Namespace, words: str) -> str:
    """Said on a terminal and in a pipe alike, but not where a machine reads."""
    return f"{words}\n" if asked.format == "text" else ""


def show_verb(asked: argparse.Namespace, scene: Scene) -> Answer:
    """One event in full."""
    from .views import card

    log, remark = _log(asked)
    event = log.find(asked.id)
    row = Row(event, standing(event, scene.today))
    if asked.format == "json":
        from .formats.plain import plain_event

        return Answer(_json(records([row])[0] | {"event": plain_event(event)}), 0, remark)
    return Answer(_twin(card.render(row, log, scene.today, scene.width), asked), 0, remark)


def timeline_verb(asked: argparse.Namespace, scene: Scene) -> Answer:
    """Bars over time; figures for a period are no events and are drawn only when asked for."""
    from .views import bars

    log, remark = _log(asked)
    rows = _rows(agenda(log, scene.today), asked)
    figures = 0
    if not asked.kind:
        figures = sum(row.event.kind == "observation" for row in rows)
        rows = [row for row in rows if row.event.kind != "observation"]
    begin = asked.begin.earliest if asked.begin else None
    end = asked.end.latest if asked.end else None
    text = bars.render(rows, scene.today, scene.width, begin, end)
    if figures:
        text += bars.not_drawn(f"{_count(figures, 'observation')} (see --kind observation)", scene.width)
    return Answer(_twin(text, asked), 0, remark)


def export_verb(asked: argparse.Namespace, scene: Scene) -> Answer:
    """The log for other programs, on standard output or into a file."""
    log, remark = _log(asked)
    if asked.condition:
        log = EventLog([row.event for row in _rows(_unsorted(log, scene.today), asked)], log.sources)
    if asked.target == "ics":
        return _export_ics(log, asked, remark)
    text = _exported(log, asked, scene)
    if not asked.output:
        return Answer(text, 0, remark)
    from .formats.output import replacing

    with replacing(Path(asked.output)) as file:
        file.write(text.encode())
    return Answer("", 0, _lines(remark, f"{asked.output}: {_count(len(log), 'event')}"))


def _exported(log: EventLog, asked: argparse.Namespace, scene: Scene) -> str:
    if asked.target == "jsonl":
        from .formats import jsonl

        return jsonl.dump(log.closed())
    return _formatted(agenda(log, scene.today), asked.target, scene)


def _export_ics(log: EventLog, asked: argparse.Namespace, remark: str) -> Answer:
    from .formats import ics
    from .formats.output import replacing

    options = ics.Options(asked.name, asked.namespace, asked.tasks, asked.windows, asked.cancelled)
    if not asked.output:
        return Answer(ics.dumps(log, options).decode(), 0, remark)
    with replacing(Path(asked.output)) as file:
        counts = ics.write(log, file, options)
    left_out = f", {counts.undated} without a day left out" if counts.undated else ""
    dropped = f", {counts.dropped} cancelled dropped" if counts.dropped else ""
    return Answer("", 0, _lines(remark, f"{asked.output}: {counts.entries} entries{left_out}{dropped}"))


def date_verb(asked: argparse.Namespace, scene: Scene) -> Answer:
    """How phrases are read; status 2 when one is refused."""
    from .views import reading

    phrases = asked.phrases or [line.rstrip("\r\n") for line in scene.lines() if line.strip()]
    read: list[When | DateError] = []
    for phrase in phrases:
        try:
            read.append(When.parse(phrase, asked.lang, day_first=asked.day_first, hemisphere=asked.hemisphere))
        except DateError as error:
            read.append(error)
    status = 2 if any(isinstance(each, DateError) for each in read) else 0
    if asked.format == "json":
        return Answer(_json([_refusal(e) if isinstance(e, DateError) else reading.as_dict(e) for e in read]), status)
    return Answer("\n".join(f"{e}\n" if isinstance(e, DateError) else reading.render(e) for e in read), status)


def _refusal(error: DateError) -> dict[str, object]:
    return {
        "text": error.text, "error": error.reason, "code": error.code, "hint": error.hint,
        "start": error.start, "end": error.end,
    }  # fmt: skip


def schema_verb(asked: argparse.Namespace, scene: Scene) -> Answer:
    """The JSON Schema of the event file."""
    from .formats.schema import schema

    del asked, scene
    return Answer(_json(schema()))


VERBS: dict[str, Callable[[argparse.Namespace, Scene], Answer]] = {
    "check": check_verb, "list": list_verb, "show": show_verb, "overdue": overdue_verb, "timeline": timeline_verb,
    "export": export_verb, "date": date_verb, "schema": schema_verb,
}  # fmt: skip


# -- what verbs share


def _paths(asked: argparse.Namespace) -> list[str]:
    return asked.paths or [DEFAULT_PATH]


def _log(asked: argparse.Namespace) -> tuple[EventLog, str]:
    """The log as known on the day asked for, after the filters; and what that left out in silence."""
    log = files.load(*_paths(asked))
    remark = ""
    if asked.as_of:
        unsaid = sum(s.known_from is None for event in log for s in event.history)
        remark = f"left out, for nobody knows when it was said: {_count(unsaid, 'statement')}" if unsaid else ""
        log = log.as_of(asked.as_of)
    return _filtered(log, asked) if hasattr(asked, "country") else log, remark


def _filtered(log: EventLog, asked: argparse.Namespace) -> EventLog:
    for tag in asked.tag:
        if tag not in log.values("tags"):
            raise UsageError(f"no event has the tag '{tag}': {did_you_mean(tag, log.values('tags'))}")
    for name in asked.party:
        if not any(name.casefold() in party.casefold() for party in log.values("parties")):
            near = did_you_mean(name, log.values("parties"), "see 'laceventlog list --format json'")
            raise UsageError(f"no event has a party '{name}': {near}")
    return log.filter(
        countries=asked.country, kinds=asked.kind, statuses=asked.status, tags=asked.tag, parties=asked.party,
        during=_period(asked.begin, asked.end),
    )  # fmt: skip


def _period(begin: When | None, end: When | None) -> When | None:
    """The days from the first of `--from` to the last of `--to`."""
    first = begin.earliest if begin else None
    last = end.latest if end else None
    if (begin and first is None) or (end and last is None):
        raise UsageError("--from wants a date with a first day, --to one with a last day")
    if first and last and first > last:
        raise UsageError("--to lies before --from")
    if first is None and last is None:
        return None
    return When.from_edtf(f"{first or '..'}/{last or '..'}")


def _rows(rows: Iterable[Row], asked: argparse.Namespace) -> list[Row]:
    wanted: list[Condition] = asked.condition
    return [row for row in rows if not wanted or row.condition in wanted]


def _unsorted(log: EventLog, today: date) -> list[Row]:
    return [Row(event, standing(event, today)) for event in log]


def _view(rows: list[Row], asked: argparse.Namespace, scene: Scene) -> str:
    if asked.format == "text":
        from .views import agenda as view

        return _twin(view.render(rows, scene.today, scene.width), asked)
    text = _formatted(rows, asked.format, scene)
    return _twin(text, asked) if asked.format == "table" else text


def _formatted(rows: list[Row], form: str, scene: Scene) -> str:
    if form == "json":
        return _json(records(rows))
    if form == "csv":
        from .formats.records import as_csv

        return as_csv(records(rows))
    from .views import table

    return table.markdown(in_order(rows), scene.today) if form == "md" else table.render(rows, scene.today)


def _json(plain: object) -> str:
    from .formats.records import as_json

    return as_json(plain)


def _twin(text: str, asked: argparse.Namespace) -> str:
    from .views.words import ascii_twin

    return ascii_twin(text) if asked.ascii else text


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _lines(*remarks: str) -> str:
    return "\n".join(filter(None, remarks))
