"""The feeds that are handed to every client, and how a client's view of a text differs from ours."""

from __future__ import annotations

import itertools
import os
from pathlib import Path
from typing import Any

import attrs

from laceventlog import Citation, Event, EventLog, Source, Statement, Status, When, ical, load
from laceventlog.ical import Options, content_lines, parse
from laceventlog.model import KINDS

ROOT = Path(__file__).parents[2]
SHAPES = [
    "2024-05-29", "2024-05", "[..2024-12-31]", "[2028-01-01..]", "[2024-02-01..2024-03-15]", "2024-05-17/2024-05-19",
    "2024/2026", "2019/..", "2019/", "../2019", "2015~", "2015?", "Q3 2026", "late January – early February 2025", "TBD",
    "2024-05-29T10:00:00-04:00[America/La_Paz]", "2024-06-03T09:00+03:00[Europe/Moscow]", "2024-05-29T10:00:00Z",
    "2024-05-29T10:00:00",
]  # fmt: skip
"""One date of each shape, and of each way to say a clock time."""

CHOICES: dict[str, dict[str, Any]] = {
    "event": {},
    "todo": {"tasks": "todo"},
    "both": {"tasks": "both"},
    "span": {"tasks": "both", "windows": "span"},
    "journal": {"tasks": "both", "history": "journal"},
    "alarms": {"tasks": "both", "alarms": (1, 30)},
    "head": {
        "name": "Лог, ours; \\new",
        "description": "What is due",
        "color": "teal",
        "url": "https://x.example/a.ics",
    },
    "bare": {"data": False, "refresh": "", "cancelled": "mark"},
}
"""What is chosen in each feed."""
FEEDS = [("real", choice) for choice in CHOICES] + [("shapes", "event"), ("shapes", "todo"), ("shapes", "whole")]
CORPUS = Path(os.environ.get("LACEVENTLOG_CORPORA", "")) / "ics"
if os.environ.get("LACEVENTLOG_CORPORA"):
    FEEDS += [("imported", "event"), ("imported", "both")]
CHOICES["whole"] = CHOICES["span"] | CHOICES["journal"] | CHOICES["alarms"]


def every_shape() -> EventLog:
    """Every kind of event × status × shape of date, each linked to the one before."""
    source = Source("s", "News, of a kind", published=When.parse("2024-03"), url="https://example.org/news?a=1&b=é")
    rows = enumerate(itertools.product(KINDS, Status, SHAPES))
    return EventLog([_shaped(number, *row, source) for number, row in rows], {"s": source})


def _shaped(number: int, kind: str, status: Status, when: str, source: Source) -> Event:
    planned = Statement(status=Status.PLANNED, when=When.parse("2023"), said=When.parse("2022-07"))
    reported = Statement(
        status=status, when=When.parse(when), said=When.parse("2024-01-02"), source=Citation(source, "7")
    )
    return KINDS[kind](
        id=f"shape-{number}",
        title=f"{kind}, {status}: {when}",
        parties=("Минэнерго; Rosatom",),
        place="La Paz, Bolivia",
        tags=("energy, gas",),
        after=(f"shape-{number - 1}",) if number else (),
        history=(planned, reported),
    )


def imported() -> EventLog:
    """Everything that is read from the calendars of other programs, one after another; ids are made distinct."""
    read = [parse(path.read_bytes(), path.name)[0] for path in sorted(CORPUS.glob("*.ics"))]
    events = [
        attrs.evolve(event.linked_within(()), id=f"c{number}-{event.id}")
        for number, log in enumerate(read)
        for event in log
    ]
    return EventLog(events, {key: source for log in read for key, source in log.sources.items()})


LOGS = {"real": lambda: load(ROOT / "events"), "shapes": every_shape, "imported": imported}


def feed(log: EventLog, **options: Any) -> bytes:
    """The calendar with these choices."""
    return ical.dumps(log, Options(**options))


def parts(data: bytes) -> list[content_lines.Component]:
    """Every component inside the calendar, as we read it."""
    (calendar,), problems = content_lines.parse(data, "feed")
    assert not problems, problems
    return calendar.children


def kinds(data: bytes) -> list[str]:
    """The names of all components, sorted."""
    found, queue = [], parts(data)
    while queue:
        component = queue.pop()
        found.append(component.name)
        queue += component.children
    return sorted(found)


def as_read(text: str) -> str:
    """What of a text a calendar can hold: every kind of line break is one, a tab is a blank."""
    for end in ("\r\n", "\r", "\x85", "\u2028", "\u2029"):
        text = text.replace(end, "\n")
    return text.replace("\t", " ")


def unescaped(value: str) -> str:
    """A TEXT value decoded (RFC 5545 §3.3.11)."""
    done, marks = [], iter(value)
    for mark in marks:
        following = next(marks, "") if mark == "\\" else mark
        done.append("\n" if mark == "\\" and following in "nN" else following)
    return "".join(done)
