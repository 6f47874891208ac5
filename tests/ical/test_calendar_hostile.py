"""No text that a log or a choice holds adds a line or a component, and no machine changes a byte."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laceventlog import Citation, Event, EventLog, Source, Statement, Status, UsageError, When, ical
from laceventlog.ical import content_lines
from laceventlog.model import KINDS
from laceventlog.model.values import trusted

Shape = list[tuple[str, Counter[str]]]
EVIL = [
    "x\r\nBEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT", "x\nATTACH:https://evil.example", "x\rATTACH:a", "x\r\n ATTACH:a",
    "x\\nATTACH:a", "x\\\nATTACH:a", "x\u2028ATTACH:a", "x\u2029ATTACH:a", "x\x85ATTACH:a", 'x";VALUE=BINARY:evil',
    'x":evil\r\nATTACH:a', "x^nATTACH:a", "x:y;z,w", "END:VEVENT", "x\0ATTACH:a", "x\x0bATTACH:a", "x\x0cATTACH:a",
    "x\x1cATTACH:a", "x\x1dATTACH:a", "x\x1eATTACH:a", "\r\n\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR", "\\", '"', "\ufeffx", "\ud800",
    "é" * 74 + "\r\nATTACH:a", "x" * 74 + "\nATTACH:a", "x" * 75 + "\rATTACH:a",
]  # fmt: skip
"""What ends a line for some reader, at folds too, or ends a value or a component."""
FIELDS = {"title", "place", "note", "tags", "parties", "goods", "supplier"}
STATED = {"reason", "quote", "word"}
SOURCES = {"url", "source title", "author", "publisher", "locator", "source note"}
CHOSEN = {"name", "namespace", "description", "source", "organizer"}
PLACES = sorted(FIELDS | STATED | SOURCES | CHOSEN | {"at", "id"})


def poisoned(place: str, text: str) -> bytes:
    """A calendar of everything, with `text` in one place."""
    source = Source("s", "S", author="A", publisher="P", url="https://x.example", note="N")
    key = place.removeprefix("source ")
    changed: dict[str, Any] = {key: text} if place in SOURCES else {}
    if key == "title" and changed:
        changed["author"] = ""  # else the author is cited
    source = trusted(Source, **{f.name: getattr(source, f.name) for f in attrs.fields(Source)} | changed)
    citation = trusted(Citation, source=source, at=text if place == "at" else "3")
    stated: dict[str, Any] = {"reason": "r", "quote": "q", "word": "due"} | ({place: text} if place in STATED else {})
    said = trusted(
        Statement, status=Status.PLANNED, when=When.parse("2024"), said=When.parse("2024-01"), source=citation, **stated
    )
    fields: dict[str, Any] = {
        "title": "T",
        "place": "L",
        "note": "n",
        "goods": "g",
        "supplier": "s",
        "tags": ("t",),
        "parties": ("p",),
    }
    if place in FIELDS:
        fields[place] = (text,) if place in ("tags", "parties") else text
    poison = trusted(KINDS["delivery"], id=text if place == "id" else "a", after=("b",), history=(said,), **fields)
    other = Event(id="b", title="B", after=("b",), history=(said,))
    chosen: dict[str, Any] = {
        "alarms": (1,),
        "name": "N",
        "namespace": "n",
        "description": "D",
        "organizer": "mailto:a@b.org",
        "url": "https://x.example/a",
    }
    if place in CHOSEN:
        chosen["url" if place == "source" else place] = (
            text if place not in ("source", "organizer") else f"https:{text}"
        )
    options = ical.Options(tasks="both", history="journal", method="PUBLISH", **chosen)
    return ical.dumps(EventLog.trusted([poison, other], {"s": source}), options)


def by_our_lines(data: bytes) -> Shape:
    """The name of each component and of its properties, as `ics_lines` reads them."""
    top, problems = content_lines.parse(data, "feed")
    assert not problems
    shape, queue = [], top
    while queue:
        component = queue.pop()
        shape.append((component.name, Counter(each.name for each in component.properties)))
        queue = [*queue, *component.children]
    return shape


def by_icalendar(data: bytes) -> Shape:
    """The same, as icalendar reads them."""
    calendars: Any = icalendar.Calendar.from_ical(data, multiple=True)
    return [(c.name, Counter(name for name, _ in c.property_items(recursive=False) if name not in ("BEGIN", "END")))
            for calendar in calendars for c in calendar.walk()]  # fmt: skip


def check(place: str, text: str) -> None:
    try:
        data = poisoned(place, text)
    except UsageError:
        return  # refused: as good
    harmless = poisoned(place, "x")
    assert by_our_lines(data) == by_our_lines(harmless)
    assert by_icalendar(data) == by_icalendar(harmless)
    assert {line.split(":")[0].split(";")[0] for line in data.decode().splitlines() if line[:1] != " "} == {
        line.split(":")[0].split(";")[0] for line in harmless.decode().splitlines() if line[:1] != " "
    }  # readers that take every line break of Unicode for one


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", EVIL)
def test_no_text_adds_a_line_or_a_component(place: str, text: str) -> None:
    check(place, text)


@settings(max_examples=60)
@given(
    st.sampled_from(PLACES),
    st.text(
        st.sampled_from("\r\n\\\";:, nN\u2028\u2029\x85\x0b\x0c\x1e\tBEGIN:VEVENTé🚀\u200b^'"), min_size=1, max_size=120
    ),
)
def test_no_other_text_does_either(place: str, text: str) -> None:
    check(place, text)


SCRIPT = """
import hashlib, sys
from laceventlog import Event, EventLog, Statement, Status, When, load
from laceventlog import ical
zones = ["America/La_Paz", "Europe/Moscow", "America/Havana", "Asia/Tokyo", "Europe/Istanbul", "America/Sao_Paulo"]
said = [Statement(status=Status.PLANNED, when=When.parse(f"2024-0{n + 1}-10T10:00[{zone}]")) for n, zone in enumerate(zones)]
meetings = [Event(id=f"i{n}", title="İıI", tags=("b", "a"), history=(each,)) for n, each in enumerate(said)]
digest = hashlib.sha256()
for log in (EventLog(meetings), load(sys.argv[1])):
    for tasks in ("event", "todo", "both"):
        digest.update(ical.dumps(log, ical.Options(tasks=tasks, history="journal", alarms=(7,))))
print(digest.hexdigest(), ical.dumps(EventLog(meetings)).count(b"BEGIN:VTIMEZONE"))
"""
MACHINES = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "ru_RU.UTF-8"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/La_Paz", "LC_ALL": "tr_TR.UTF-8"},
]
"""Seeds of sets, zones and locales; a locale that is not installed is taken for C."""


def test_no_machine_changes_a_byte() -> None:
    folder = str(Path(__file__).parents[2] / "events")
    printed = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, folder], env={**os.environ, **machine}, capture_output=True, text=True, check=True
        ).stdout
        for machine in MACHINES
    }  # fmt: skip
    assert len(printed) == 1
    digest, zones = printed.pop().split()
    assert len(digest) == len(hashlib.sha256().hexdigest())
    assert zones == "6"
