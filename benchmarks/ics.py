"""How fast a calendar is written, beside `icalendar`, `ics`, `ical`, `vobject` and a C program that uses libical.

    python benchmarks/ics.py --install       # once: a venv under build/bench-ics with the peers
    build/bench-ics/bin/python benchmarks/ics.py [--write]

All write the same seeded events, in one run and in turns, so that a busy machine slows all of them; what is shown is
the median of the rounds, in CPU time, and what should be compared between machines is the ratio.

Ours begins with the events of the model. The others have no model: they are handed every value ready made (day,
title, description, status, the JSON of the whole event). What it takes to work these out of the model, with the
functions our own writer uses, is measured apart and added in a column of its own. No time is asserted anywhere.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import importlib.metadata
import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, NamedTuple

from harness import install, save, version

from laceventlog import Citation, Event, EventLog, Source, Statement, Status, When
from laceventlog.eventfile.serialize import plain_event
from laceventlog.ical import Options, content_lines, dumps, encoding, write
from laceventlog.ical.writer import event_entries
from laceventlog.model import KINDS

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT / "build" / "bench-ics"
PROGRAM = ROOT / "benchmarks" / "ics_libical.c"
PEERS = ("icalendar", "ics", "ical", "vobject")
SIZES = (10_000, 50_000)
MEMORY = (1_000, 10_000, 100_000)
FEW = 1
KINDS_USED = ("event", "meeting", "launch", "delivery", "milestone", "programme")
TITLES = (
    "Delivery of 300 buses, second batch",
    "Заседание межправительственной комиссии; Гавана",
    "Línea de insulina «ESPROMED BIO» en marcha",
    "Framework agreement on the peaceful uses of nuclear energy, with its annexes",
)
NOTE = "The day is that of the press release; the ministry gives none."
QUOTE = "The first batch, said the minister, will be followed by others; until the end of the year."


class Row(NamedTuple):
    """One event as a peer is handed it: every value ready made."""

    uid: str
    stamp: datetime
    sequence: int
    start: date
    end: date
    summary: str
    description: str
    categories: tuple[str, ...]
    location: str
    url: str
    status: str
    own_status: str
    own_when: str
    data: str


Writer = Callable[[Sequence[Row], Path], float | None]
"""Writes a calendar; None or the CPU seconds it took, where a process of its own has done it."""


# The work


def events(count: int) -> EventLog:
    """Seeded events: days, months, quarters, deadlines, three-day meetings; of six kinds and all statuses."""
    chance = random.Random(1)  # noqa: S311 - the same work on every run
    sources = [_source(number) for number in range(200)]
    return EventLog([_event(number, sources, chance) for number in range(count)])


def _source(number: int) -> Source:
    published = When.on(date(2024, 1, 1) + timedelta(days=number))
    url = f"https://example.org/news/{number}"
    return Source(f"s{number}", f"News item {number}", author="A. Correspondent", published=published, url=url)


def _event(number: int, sources: Sequence[Source], chance: random.Random) -> Event:
    day = date(2015, 1, 1) + timedelta(days=chance.randrange(5000))
    quarter = f"Q{(day.month + 2) // 3} {day.year}"
    forms = (f"{day}", f"{day}", f"{day:%Y-%m}", quarter, f"by the end of {day.year}", f"{day}/{day + timedelta(2)}")
    reported = Statement(
        status=chance.choice(list(Status)),
        when=When.parse(chance.choice(forms)),
        source=Citation(chance.choice(sources), str(chance.randrange(1, 40))),
        quote=QUOTE,
    )
    return KINDS[chance.choice(KINDS_USED)](
        id=f"event-{number}",
        title=f"{chance.choice(TITLES)} ({number})",
        countries=("CU", "RU"),
        parties=("Rosatom", "Ministerio de Economía"),
        place="La Habana, Cuba",
        tags=("energy",),
        note=NOTE,
        history=(reported,),
    )


def rows(log: EventLog, *, data: bool) -> list[Row]:
    """What a calendar is to hold of each event, worked out of the model."""
    options = Options(data=data)
    return [_row(event, options) for event in log]


def _row(event: Event, options: Options) -> Row:
    first, last = event_entries.block(event, options)
    last_statement = event.state.last
    return Row(
        f"{event.id}@{options.namespace}",
        datetime.strptime(event_entries.stamp_of(event.history), "%Y%m%dT%H%M%S%z"),
        event_entries.changes(event.history),
        first,
        last + timedelta(days=1),
        event_entries.title(event),
        event_entries.description(event),
        (event.kind, *event.tags),
        event.place or "",
        last_statement.source.source.url if last_statement.source else "",
        event_entries.vevent_status(event),
        event.status.value,
        event.when.notation,
        event_entries.JSON.encode(plain_event(event)) if options.data else "",
    )


def check(log: EventLog, table: Sequence[Row]) -> None:
    """Stop where our own calendar holds anything else: a benchmark of wrong values says nothing."""
    calendar, problems = content_lines.parse(dumps(log), "ours")
    if problems or [_written(each) for each in calendar[0].children] != [_wanted(row) for row in table]:
        raise SystemExit("the others would be handed other values than our own calendar holds")


NAMES = ("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS")


def _written(component: content_lines.Component) -> list[str]:
    return [found.value if (found := component.first(name)) else "" for name in NAMES]


def _wanted(row: Row) -> list[str]:
    stamp, first, last = f"{row.stamp:%Y%m%dT%H%M%SZ}", f"{row.start:%Y%m%d}", f"{row.end:%Y%m%d}"
    summary, description, location = map(encoding.escape, (row.summary, row.description, row.location))
    return [row.uid, stamp, str(row.sequence), first, last, summary, description, location, row.url, row.status]


# Who writes it


def icalendar_new() -> Writer:
    """PyPI `icalendar`: `Event.new`, `add` for what it has no parameter for, `to_ical`."""
    library: Any = importlib.import_module("icalendar")

    def write(table: Sequence[Row], path: Path) -> None:
        calendar = library.Calendar.new(prodid="-//benchmark//EN")
        for row in table:
            event = library.Event.new(
                uid=row.uid, stamp=row.stamp, last_modified=row.stamp, sequence=row.sequence, start=row.start,
                end=row.end, summary=row.summary, description=row.description, categories=list(row.categories),
                location=row.location, url=row.url, status=row.status, transparency="TRANSPARENT",
            )  # fmt: skip
            for name, value in own(row):
                event.add(name, library.vText(value))
            calendar.add_component(event)
        path.write_bytes(calendar.to_ical())

    return write


def icalendar_add() -> Writer:
    """PyPI `icalendar`: `Event().add` for everything, `to_ical`."""
    library: Any = importlib.import_module("icalendar")

    def write(table: Sequence[Row], path: Path) -> None:
        calendar = library.Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", "-//benchmark//EN")
        for row in table:
            event = library.Event()
            for name, value in (
                ("uid", row.uid), ("dtstamp", row.stamp), ("last-modified", row.stamp), ("sequence", row.sequence),
                ("dtstart", row.start), ("dtend", row.end), ("summary", row.summary), ("description", row.description),
                ("categories", list(row.categories)), ("location", row.location), ("url", row.url),
                ("status", row.status), ("transp", "TRANSPARENT"),
            ):  # fmt: skip
                event.add(name, value)
            for name, value in own(row):
                event.add(name, library.vText(value))
            calendar.add_component(event)
        path.write_bytes(calendar.to_ical())

    return write


def ics_py() -> Writer:
    """PyPI `ics`: `Event(…)`, the rest as its `extra` lines, `serialize`."""
    library: Any = importlib.import_module("ics")
    line: Any = importlib.import_module("ics.grammar.parse").ContentLine

    def write(table: Sequence[Row], path: Path) -> None:
        calendar = library.Calendar(creator="-//benchmark//EN")
        for row in table:
            event = library.Event(
                uid=row.uid, name=row.summary, begin=row.start.isoformat(), description=row.description,
                created=row.stamp, last_modified=row.stamp, location=row.location, url=row.url, transparent=True,
                categories=list(row.categories), status=row.status,
            )  # fmt: skip
            event.make_all_day()
            if (row.end - row.start).days > 1:
                event.end = (row.end - timedelta(days=1)).isoformat()
            event.extra.append(line(name="SEQUENCE", value=str(row.sequence)))
            for name, value in own(row):
                event.extra.append(line(name=name, value=value))
            calendar.events.add(event)
        path.write_text(calendar.serialize(), "utf-8")

    return write


def ical_py() -> Writer:
    """PyPI `ical`: pydantic's `Event(…)`, `IcsCalendarStream.calendar_to_ics`."""
    calendars: Any = importlib.import_module("ical.calendar")
    event_of: Any = importlib.import_module("ical.event").Event
    stream: Any = importlib.import_module("ical.calendar_stream").IcsCalendarStream
    extra: Any = importlib.import_module("ical.parsing.property").ParsedProperty

    def write(table: Sequence[Row], path: Path) -> None:
        calendar = calendars.Calendar()
        for row in table:
            event = event_of(
                uid=row.uid, dtstamp=row.stamp, last_modified=row.stamp, sequence=row.sequence, dtstart=row.start,
                dtend=row.end, summary=row.summary, description=row.description, categories=list(row.categories),
                location=row.location, url=row.url, status=row.status, transparency="TRANSPARENT",
                extras=[extra(name=name.lower(), value=value) for name, value in own(row)],
            )  # fmt: skip
            calendar.events.append(event)
        path.write_text(stream.calendar_to_ics(calendar), "utf-8")

    return write


def vobject_py() -> Writer:
    """PyPI `vobject`: `add(…).value`, `serialize`."""
    library: Any = importlib.import_module("vobject")

    def write(table: Sequence[Row], path: Path) -> None:
        calendar = library.iCalendar()
        for row in table:
            event = calendar.add("vevent")
            for name, value in (
                ("uid", row.uid), ("dtstamp", row.stamp.replace(tzinfo=library.icalendar.utc)),
                ("last-modified", row.stamp.replace(tzinfo=library.icalendar.utc)), ("sequence", str(row.sequence)),
                ("dtstart", row.start), ("dtend", row.end), ("summary", row.summary),
                ("description", row.description), ("categories", list(row.categories)), ("location", row.location),
                ("url", row.url), ("status", row.status), ("transp", "TRANSPARENT"), *own(row),
            ):  # fmt: skip
                event.add(name).value = value
        path.write_text(calendar.serialize(), "utf-8", newline="")

    return write


def own(row: Row) -> list[tuple[str, str]]:
    """The properties that no library has a name for."""
    named = [("X-LACEVENTLOG-STATUS", row.own_status), ("X-LACEVENTLOG-WHEN", row.own_when)]
    return [*named, ("X-LACEVENTLOG-EVENT", row.data)] if row.data else named


def libical() -> Writer | None:
    """The C program, compiled now; None without a compiler or libical's headers."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    program = ROOT / "build" / "ics_libical"
    program.parent.mkdir(exist_ok=True)
    command = [compiler or "", "-O2", "-o", str(program), str(PROGRAM), "-lical"]
    if compiler is None or subprocess.run(command, capture_output=True, check=False).returncode:
        return None

    def write(table: Sequence[Row], path: Path) -> float:
        records = path.with_suffix(".records")
        records.write_bytes(b"".join(_record(row) for row in table))
        ran = subprocess.run([str(program), str(records), str(path)], capture_output=True, text=True, check=True)
        return float(ran.stdout)

    return write


def _record(row: Row) -> bytes:
    stamp = f"{row.stamp:%Y%m%dT%H%M%SZ}"
    fields = (
        row.uid, stamp, str(row.sequence), f"{row.start:%Y%m%d}", f"{row.end:%Y%m%d}", row.summary, row.description,
        ",".join(row.categories), row.location, row.url, row.status, row.own_status, row.own_when, row.data,
    )  # fmt: skip
    return "".join(f"{field}\0" for field in fields).encode()


def libical_version() -> str:
    """What pkg-config says."""
    tool = shutil.which("pkg-config")
    if tool is None:
        return "?"
    return subprocess.run([tool, "--modversion", "libical"], capture_output=True, text=True, check=False).stdout.strip()


def peers() -> dict[str, tuple[str, Writer | None]]:
    """Every peer by name: its version, and its writer where it is installed."""
    makers = {
        "icalendar, Event.new": ("icalendar", icalendar_new), "icalendar, add": ("icalendar", icalendar_add),
        "ics": ("ics", ics_py), "ical": ("ical", ical_py), "vobject": ("vobject", vobject_py),
    }  # fmt: skip
    found = {
        name: (version(package), None if version(package) == "missing" else make())
        for name, (package, make) in makers.items()
    }
    program = libical()
    return found | {C_PROGRAM: (libical_version() if program else "missing", program)}


# Timing


def ours(log: EventLog, path: Path, *, data: bool) -> float:
    """CPU seconds from the events of the model to a file."""
    gc.collect()
    begun = process_time()
    with path.open("wb") as file:
        write(log, file, Options(data=data))
    return process_time() - begun


def theirs(write: Writer, table: Sequence[Row], path: Path) -> float:
    """CPU seconds of a peer, from ready values to a file."""
    gc.collect()
    begun = process_time()
    taken = write(table, path)
    return process_time() - begun if taken is None else taken


def working_out(log: EventLog, *, data: bool) -> float:
    """CPU seconds from the events of the model to the values the others are handed."""
    gc.collect()
    begun = process_time()
    rows(log, data=data)
    return process_time() - begun


def table(count: int, *, data: bool, rounds: int) -> list[str]:
    """The rows of one comparison."""
    log = events(count)
    work = rows(log, data=data)
    check(log, work)
    contenders = peers()
    seconds: dict[str, list[float]] = {OURS: [], VALUES: []} | {name: [] for name, (_, go) in contenders.items() if go}
    octets: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for name, took in seconds.items():
                path = Path(folder) / "feed.ics"
                write = contenders[name][1] if name in contenders else None
                if name == VALUES:
                    took.append(working_out(log, data=data))
                    continue
                took.append(theirs(write, work, path) if write else ours(log, path, data=data))
                octets[name] = path.stat().st_size
                print(f"  {count:,} {name}: {took[-1]:.2f} s", file=sys.stderr)
    middle = {name: median(took) / count for name, took in seconds.items()}
    head = "| writer | version | octets/event | µs/event, values ready | x ours | µs/event, from the model | x ours |"
    lines = [head, "|--|--|--:|--:|--:|--:|--:|"]
    lines.append(f"| {OURS} | {version(OURS)} | {octets[OURS] // count} | | | {1e6 * middle[OURS]:.0f} | 1 |")
    lines.append(f"| {VALUES} | | | | | {1e6 * middle[VALUES]:.0f} | {middle[VALUES] / middle[OURS]:.2f} |")
    for name, (release, _) in contenders.items():
        if name not in seconds:
            lines.append(f"| {name} | **missing** | | | | | |")
            continue
        ready, whole = middle[name], middle[name] + middle[VALUES]
        figures = [f"{1e6 * each:.0f} | {_ratio(each / middle[OURS])}" for each in (ready, whole)]
        if name == C_PROGRAM:  # no Python works out the values of a program in C
            figures[1] = " | "
        lines.append(f"| {name} | {release} | {octets[name] // count} | {' | '.join(figures)} |")
    return lines


OURS, VALUES, C_PROGRAM = "laceventlog", "working out the values alone", "libical, a C program"


def _ratio(value: float) -> str:
    return f"{value:.1f}" if value > 2 else f"{value:.2f} (ours takes {1 / value:.1f})"


class Nowhere:
    """A file that keeps nothing."""

    def write(self, data: bytes) -> int:
        """Count what was written."""
        return len(data)


def memory(count: int) -> float:
    """Kilobytes that writing takes at its peak, beside the log itself."""
    log = events(count)
    gc.collect()
    tracemalloc.start()
    sink: Any = Nowhere()
    write(log, sink)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1000


# The report


def report(rounds: int, sizes: Sequence[int]) -> str:
    """The whole report, in Markdown."""
    machine = (
        f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {os.cpu_count()} CPUs"
    )
    lines = [
        "# Calendars: figures",
        "",
        "Written by `build/bench-ics/bin/python benchmarks/ics.py --write`.",
        "",
        f"The times are those of one machine ({machine}); only the ratios say something of another. Median of {rounds}",
        f"rounds (of {FEW}, above 10,000 events), all in turns, in CPU time.",
        "",
        "Ours begins with the events of the model; the others, which have none, are handed day, title, description",
        "and status ready made, and leave out LINK, which we write. The last two columns add what it takes to work",
        "these values out, so that all begin with the same events. `data` is the whole event as JSON in one property,",
        "for reading it back.",
    ]
    for count in sizes:
        for data in (True, False):
            turns = rounds if count <= 10_000 else min(rounds, FEW)
            lines += ["", f"## {count:,} events, `data={data}`", "", *table(count, data=data, rounds=turns)]
    peaks = {count: memory(count) for count in MEMORY}
    lines += ["", "## Memory of the writer alone, at its peak", "", "| events | kB |", "|--:|--:|"]
    lines += [f"| {count:,} | {peak:,.0f} |" for count, peak in peaks.items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the command line, and print the report."""
    parser = argparse.ArgumentParser(description="Compare the writing of calendars with other libraries.")
    parser.add_argument("--install", action="store_true", help="make build/bench-ics with the peers, and stop")
    parser.add_argument("--write", action="store_true", help="put it into benchmarks/RESULTS.md too")
    parser.add_argument("--rounds", type=int, default=5, help="turns of each contender (5)")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of events (10000 50000)")
    options = parser.parse_args()
    sys.path.remove(str(Path(__file__).resolve().parent))  # what is imported as `ics` is the peer, not this file
    if options.install:
        print(f"now run: {install(BENCH, PEERS)} {Path(__file__).relative_to(ROOT)}")
        return
    text = report(options.rounds, options.sizes)
    print(text)
    if options.write:
        save("ics", text)


if __name__ == "__main__":
    main()
