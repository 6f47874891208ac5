"""The tables of docs/calendar.md, and the sample calendar beside it, are what the writer writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from laceventlog import Event, EventLog, Launch, Statement, Status, When, ical
from laceventlog.ical import Options
from laceventlog.model import KINDS

SHAPES = [
    "29 May 2024", "May 2024", "second quarter of 2024", "between March and May 2024", "by the end of May 2024",
    "not before May 2024", "17–19 May 2024", "March–May 2024", "2023–2030", "since 2019", "around May 2024",
    "29 May 2024, 10:00 America/La_Paz", "TBD",
]  # fmt: skip
GROUPS = {"awaited": Status.PLANNED, "underway": Status.UNDERWAY, "completed": Status.COMPLETED}


def sample(kind: type[Event], status: Status, when: str, number: str) -> Event:
    said = Statement(status=status, when=When.parse(when), said=When.parse("2024-01-02"))
    return kind(id=number, title=f"{kind.kind}, {status}", history=[said])


def properties(event: Event, tasks: ical.TaskStyle) -> dict[str, str]:
    lines = (
        ical.dumps(EventLog([event]), Options(tasks=tasks, data=False)).replace(b"\r\n ", b"").decode().split("\r\n")
    )
    start = next((n for n, line in enumerate(lines) if line in ("BEGIN:VEVENT", "BEGIN:VTODO")), len(lines))
    return dict(re.split(r"[;:]", line, maxsplit=1) for line in lines[start:] if line)


def short(value: str) -> str:
    return value.removeprefix("VALUE=DATE:").removeprefix("TZID=")


def shapes() -> Iterator[str]:
    yield "| what | awaited | underway | completed | as a task: awaited | completed |"
    yield "|--|--|--|--|--|--|"
    for when in SHAPES:
        events = [_days(properties(sample(Launch, status, when, "a"), "event")) for status in GROUPS.values()]
        tasks = [_term(properties(sample(Launch, status, when, "a"), "todo")) for status in list(GROUPS.values())[::2]]
        yield f"| {when} | {' | '.join(events + tasks)} |"


def _days(found: dict[str, str]) -> str:
    if not found:
        return "–"
    end = f" to {short(found['DTEND'])}" if "DTEND" in found else ""
    return f"`{short(found['DTSTART'])}{end}`"


def _term(found: dict[str, str]) -> str:
    names = ("DTSTART", "DUE", "COMPLETED")
    return ", ".join(f"{name} `{found[name]}`" for name in names if name in found) or "–"


def statuses() -> Iterator[str]:
    yield "| status | VEVENT on a known day | in a window | VTODO | mark in the title |"
    yield "|--|--|--|--|--|"
    for status in Status:
        day, window = (properties(sample(Launch, status, when, "a"), "event") for when in ("29 May 2024", "May 2024"))
        task = properties(sample(Launch, status, "29 May 2024", "a"), "todo")
        mark = day["SUMMARY"].removesuffix(f"launch\\, {status}").strip() or "none"
        percent = f", {task['PERCENT-COMPLETE']} %" if "PERCENT-COMPLETE" in task else ""
        yield f"| {status} | {day['STATUS']} | {window['STATUS']} | {task['STATUS']}{percent} | {mark} |"


def kinds() -> Iterator[str]:
    tasks = [word for word, kind in KINDS.items() if kind.is_task and kind.__module__.startswith("laceventlog")]
    others = [word for word, kind in KINDS.items() if not kind.is_task and kind.__module__.startswith("laceventlog")]
    yield "| kinds | `--tasks event` | `--tasks todo` | `--tasks both` |"
    yield "|--|--|--|--|"
    yield f"| {', '.join(tasks)} | VEVENT | VTODO | VTODO, and VEVENT `id.due@…` |"
    yield f"| {', '.join(others)} | VEVENT | VEVENT | VEVENT |"


@pytest.mark.parametrize("name", ["kinds", "shapes", "statuses"])
def test_the_tables_of_the_page(name: str, root: Path, same_text: Callable[[Path, str], None]) -> None:
    page = root / "docs" / "calendar.md"
    made = "\n".join({"kinds": kinds, "shapes": shapes, "statuses": statuses}[name]())
    text = page.read_text("utf-8")
    found = re.sub(rf"(<!-- {name} -->\n\n).*?(\n\n<!-- end -->)", lambda m: m[1] + made + m[2], text, flags=re.DOTALL)
    assert f"<!-- {name} -->" in text
    same_text(page, found)


def test_the_sample_holds_every_kind_status_and_shape(root: Path, same_text: Callable[[Path, str], None]) -> None:
    ours = [kind for kind in KINDS.values() if kind.__module__.startswith("laceventlog")]
    pairs: list[tuple[type[Event], Status, str]] = [(Launch, status, when) for status in Status for when in SHAPES]
    pairs += [(kind, status, SHAPES[0]) for kind in ours if kind is not Launch for status in Status]
    events = [sample(kind, status, when, f"e{n:03}") for n, (kind, status, when) in enumerate(pairs)]
    made = ical.dumps(EventLog(events), Options(name="Sample", tasks="both", data=False))
    same_text(root / "docs" / "calendar-sample.ics", made.decode())
