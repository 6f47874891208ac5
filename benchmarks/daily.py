"""The daily question, "what is overdue?", asked of whole programs: ours and those that people use today.

    python benchmarks/daily.py --install                    # once: build/bench-daily, a venv with the peers
    build/bench-daily/bin/python benchmarks/daily.py --write

The same 10,000 seeded items, of which 45 in 100 are open, for each program in its own files; every program once a
round. What is shown is the median CPU time of the whole process; what should be compared between machines is the
ratio. Programs do not do the same work: none of the others reads an imprecise date, and remind and hledger know no
outcome but what stands in the line. No time is asserted anywhere.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import log10
from pathlib import Path
from typing import NamedTuple

import harness
from harness import ROOT, Program

from laceventlog import EventLog, Milestone, Source, Statement, Status, When
from laceventlog.eventfile.load import load
from laceventlog.eventfile.serialize import dumps, jsonl_text
from laceventlog.ical import Options
from laceventlog.ical.sync import vdir
from laceventlog.model import Citation

BENCH = ROOT / "build" / "bench-daily"
WORK = BENCH / "work"
PACKAGES = ("todoman", "khal", "beancount", "beanquery")
DEBIAN = {"task": "taskwarrior", "hledger": "hledger", "remind": "remind"}
TODAY = date(2026, 11, 23)
COUNT = 10_000
GROWTH = (1_000, 10_000, 100_000, 1_000_000)
TITLES = (
    "Delivery of buses, batch",
    "Commission meets, session",
    "Assembly line starts, stage",
    "Roadmap signed, part",
)


class Item(NamedTuple):
    """One thing to do by a day."""

    number: int
    title: str
    due: date
    status: Status


def items(count: int) -> Iterator[Item]:
    """Seeded items over four years."""
    chance = random.Random(1)  # noqa: S311 - the same work on every run
    for number in range(count):
        due = TODAY + timedelta(days=chance.randrange(-1000, 460))
        kinds = chance.random()
        status = Status.PLANNED if kinds < 0.45 else Status.COMPLETED if kinds < 0.9 else Status.CANCELLED
        yield Item(number, f"{chance.choice(TITLES)} {number}", due, status)


# -- the same items for each program


def as_log(work: Sequence[Item]) -> EventLog:
    """The items as milestones, each said by one of fifty sources."""
    sources = [Source(f"s{n}", f"Gazette {n}", published=When.on(date(2023, 1, 1) + timedelta(n))) for n in range(50)]
    return EventLog([_milestone(item, sources[item.number % 50]) for item in work])


def _milestone(item: Item, source: Source) -> Milestone:
    told = Statement(status=item.status, when=When.on(item.due), source=Citation(source, "7"))
    return Milestone(id=f"item-{item.number}", title=item.title, countries=("CU", "RU"), history=(told,))


def write_lines(work: Iterator[Item], path: Path) -> None:
    """The items as JSON Lines, as many as there may be."""
    with path.open("w") as file:
        for item in work:
            plain = {
                "id": f"item-{item.number}", "kind": "milestone", "title": item.title, "countries": ["CU", "RU"],
                "status": str(item.status), "when": str(item.due), "said": "2023-01-01",
            }  # fmt: skip
            file.write(json.dumps(plain) + "\n")


def taskwarrior(work: Sequence[Item]) -> Program:
    """Taskwarrior's own list of what is overdue."""
    program, folder = shutil.which("task"), WORK / "task"
    if program is None:
        return Program("taskwarrior, `task overdue`", "missing", None)
    folder.mkdir()
    known = {Status.PLANNED: "pending", Status.COMPLETED: "completed", Status.CANCELLED: "deleted"}
    tasks = [
        {
            "description": item.title, "status": known[item.status], "due": f"{item.due:%Y%m%dT000000Z}",
            "entry": "20230101T000000Z",
            **({} if item.status is Status.PLANNED else {"end": f"{TODAY:%Y%m%dT000000Z}"}),
        }
        for item in work
    ]  # fmt: skip
    (folder / "tasks.json").write_text(json.dumps(tasks))
    (folder / "rc").write_text(f"data.location={folder}\nconfirmation=off\nverbose=nothing\n")
    environment = {"TASKRC": str(folder / "rc"), "TASKDATA": str(folder)}
    load_all = Program("", "", (program, "import", str(folder / "tasks.json")), environment)
    harness.run(load_all)
    args = (program, "rc.defaultwidth=200", "rc.defaultheight=0", "overdue")
    return Program("taskwarrior, `task overdue`", harness.first_line(program, "--version"), args, environment)


def hledger(work: Sequence[Item]) -> Program:
    """Pending transactions up to a day."""
    program, path = shutil.which("hledger"), WORK / "items.journal"
    if program is None:
        return Program("hledger, `print --pending`", "missing", None)
    flags = {Status.PLANNED: "!", Status.COMPLETED: "*", Status.CANCELLED: ""}
    path.write_text("".join(f"{i.due} {flags[i.status]} {i.title}\n    a  1\n    b\n\n" for i in work))
    args = (program, "-f", str(path), "print", "--pending", "-e", str(TODAY))
    return Program("hledger, `print --pending`", harness.first_line(program, "--version"), args)


def bean_query(work: Sequence[Item]) -> Program:
    """A query for pending transactions up to a day; without beancount's pickle of the last run."""
    program, path = harness.executable() / "bean-query", WORK / "items.beancount"
    if not program.exists():
        return Program("beancount, `bean-query`", "missing", None)
    flags = {Status.PLANNED: "!", Status.COMPLETED: "*", Status.CANCELLED: "*"}
    opened = "2000-01-01 open Assets:A\n2000-01-01 open Assets:B\n"
    entry = '{} {} "{}"\n  Assets:A  1 X\n  Assets:B  -1 X\n\n'
    path.write_text(opened + "".join(entry.format(i.due, flags[i.status], i.title) for i in work))
    query = f"SELECT date, narration WHERE flag = '!' AND date < {TODAY} AND account ~ 'A'"
    environment = {"BEANCOUNT_DISABLE_LOAD_CACHE": "1"}
    said = f"beancount {harness.version('beancount')}, beanquery {harness.version('beanquery')}"
    return Program("beancount, `bean-query`", said, (str(program), str(path), query), environment)


def remind(work: Sequence[Item]) -> Program:
    """The next occurrences; it knows no outcome."""
    program, path = shutil.which("remind"), WORK / "items.rem"
    if program is None:
        return Program("remind, `-n`", "missing", None)
    path.write_text("".join(f"REM {i.due} MSG {i.title}\n" for i in work if i.status is Status.PLANNED))
    return Program("remind, `-n`", remind_version(program), (program, "-n", str(path), "2023-01-01"))


def remind_version(program: str) -> str:
    """Remind says its version where it says how it is used."""
    said = subprocess.run([program], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL).stderr
    return next((line.strip() for line in said.splitlines() if "REMIND" in line), "")[:24]


def todoman(folder: Path, name: str, place: Path, *, cold: bool) -> Program:
    """Todoman's list of what is due by now, of a folder of VTODOs."""
    program = harness.executable() / "todo"
    if not program.exists():
        return Program(f"todoman, {name}", "missing", None)
    place.mkdir(parents=True, exist_ok=True)
    config = place / "todoman.py"
    config.write_text(f'path = "{folder}"\ncache_path = "{place}/cache/todo.sqlite3"\ndefault_list = "todo"\n')
    args = (str(program), "--config", str(config), "list", "--sort", "due")
    return Program(
        f"todoman, {name}", harness.version("todoman"), args, before=(f"{place}/cache",) if cold else ()
    )  # fmt: skip


def khal(folder: Path, name: str, place: Path, *, cold: bool) -> Program:
    """Khal's list of four years, of a folder of VEVENTs."""
    program = harness.executable() / "khal"
    if not program.exists():
        return Program(f"khal, {name}", "missing", None)
    place.mkdir(parents=True, exist_ok=True)
    config = place / "khal.conf"
    config.write_text(
        f"[calendars]\n[[log]]\npath = {folder}\n[sqlite]\npath = {place}/cache/khal.db\n[locale]\n"
        "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\ntimeformat = %H:%M\n[default]\ndefault_calendar = log\n"
    )
    args = (str(program), "-c", str(config), "list", "2025-03-01", "30d")
    environment = {"LC_ALL": "C.UTF-8"}
    return Program(
        f"khal, {name}", harness.version("khal"), args, environment, (f"{place}/cache",) if cold else ()
    )  # fmt: skip


# -- ours


def ours(name: str, *words: str) -> Program:
    """Our command, at the day all are asked on."""
    command = (str(harness.executable() / "laceventlog"), *words)
    return Program(f"laceventlog, {name}", harness.version("laceventlog"), command)


def at_scale(rounds: int) -> list[str]:
    """Ten thousand items."""
    work = list(items(COUNT))
    log = as_log(work)
    for name, text in (("items.jsonl", jsonl_text(log)), ("items.yaml", dumps(log))):
        (WORK / name).write_text(text, "utf-8")
    vdir.write_vdir(log, WORK / "todos" / "todo", Options(tasks="todo", data=False))
    today = f"--today={TODAY}"
    return harness.table(
        [
            ours("`overdue`, JSON Lines", "overdue", str(WORK / "items.jsonl"), today),
            ours("`overdue`, YAML", "overdue", str(WORK / "items.yaml"), today),
            taskwarrior(work), hledger(work), bean_query(work), remind(work),
            todoman(WORK / "todos" / "*", "no cache", WORK / "todoman-cold", cold=True),
            todoman(WORK / "todos" / "*", "its cache warm", WORK / "todoman-warm", cold=False),
        ],
        rounds,
    )  # fmt: skip


def starting(rounds: int) -> list[str]:
    """The real log: what a question costs before anything is read."""
    log = load(ROOT / "events")
    vdir.write_vdir(log, WORK / "real-todos" / "todo", Options(tasks="todo", data=False))
    vdir.write_vdir(log, WORK / "real-events", Options(data=False))
    libraries = (sys.executable, "-c", "import attrs, yaml, argparse")
    return harness.table(
        [
            Program("a bare `python -c pass`", "", (sys.executable, "-c", "pass")),
            Program("attrs, PyYAML and argparse imported", "", libraries),
            Program("`import laceventlog`", "", (sys.executable, "-c", "import laceventlog")),
            ours("`overdue events/`", "overdue", str(ROOT / "events"), "--today=2025-03-01"),
            todoman(WORK / "real-todos" / "*", "`todo list`, its cache warm", WORK / "todoman-real", cold=False),
            khal(WORK / "real-events", "`khal list`, its cache warm", WORK / "khal-real", cold=False),
        ],
        rounds,
    )


# -- how it grows


def growth(sizes: Sequence[int], rounds: int) -> list[str]:
    """What `overdue` costs, from a thousand events to a million."""
    points = []
    lines = ["| events | CPU s | µs an event | MB |", "|--:|--:|--:|--:|"]
    for size in sizes:
        path = WORK / f"grown-{size}.jsonl"
        write_lines(items(size), path)
        args = ours(str(size), "overdue", str(path), f"--today={TODAY}", "--format=csv")
        costs = harness.in_turns([args], rounds if size <= COUNT else 1)[args.name]
        cost = sorted(costs)[len(costs) // 2]
        points.append((size, cost.seconds))
        lines.append(f"| {size:,} | {cost.seconds:.2f} | {cost.seconds / size * 1e6:.0f} | {cost.megabytes:.0f} |")
        path.unlink()
    return [*lines, "", "```text", *drawn(points), "```"] if len(points) > 1 else lines


def drawn(points: Sequence[tuple[int, float]], height: int = 12, width: int = 60) -> list[str]:
    """Seconds against events, both logarithmic; the dots show where cost grows as fast as the events do."""
    (first, start), (last, end) = points[0], points[-1]
    slope_end = points[-2][1] * last / points[-2][0]
    low, high = log10(min(start, slope_end)), log10(max(end, slope_end)) + 1e-9
    grid = [[" "] * (width + 1) for _ in range(height + 1)]

    def put(size: float, seconds: float, sign: str) -> None:
        column = round((log10(size) - log10(first)) / (log10(last) - log10(first)) * width)
        row = round((log10(seconds) - low) / (high - low) * height)
        if 0 <= row <= height:
            grid[height - row][column] = sign

    for step in range(width + 1):
        size = first * (last / first) ** (step / width)
        put(size, end * size / last, "·")
    for size, seconds in points:
        put(size, seconds, "●")
    marks = [10 ** (high - (high - low) * row / height) for row in range(height + 1)]
    body = [f"{mark:8.2f} s │{''.join(line).rstrip()}" for mark, line in zip(marks, grid, strict=True)]
    return [*body, " " * 11 + "└" + "─" * width, f"{'':12}{first:,}{f'{last:,} events':>{width - 4}}"]


def report(rounds: int, sizes: Sequence[int]) -> str:
    """Everything, as a page."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    lines = [
        "# What is overdue?", "",
        f"Written by `build/bench-daily/bin/python benchmarks/daily.py --write`, {rounds} rounds.", "",
        f"The times are those of one machine ({harness.machine()}), CPU time of the whole process; only the ratios say",
        "something of another.", "",
        f"## {COUNT:,} items", "", *at_scale(rounds), "",
        f"## Starting: the real log, {len(load(ROOT / 'events'))} events", "", *starting(4 * rounds), "",
        "## How ours grows, JSON Lines", "",
        "`overdue --format csv`, whole process; dots: as the number of events.", "", *growth(sizes, rounds),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the command line, and print the report."""
    parser = argparse.ArgumentParser(description="Ask whole programs what is overdue.")
    parser.add_argument("--install", action="store_true", help="make build/bench-daily with the peers, and stop")
    parser.add_argument("--write", action="store_true", help="write it into benchmarks/RESULTS.md too")
    parser.add_argument("--rounds", type=int, default=5, help="turns of each program (5)")
    parser.add_argument("--largest", type=int, default=max(GROWTH), help="the largest log to grow to (1,000,000)")
    options = parser.parse_args()
    if options.install:
        harness.install_debian(DEBIAN)
        python = harness.install(BENCH, PACKAGES)
        print(f"now run: {python} {Path(__file__).relative_to(ROOT)}")
        return
    text = report(options.rounds, [size for size in GROWTH if size <= options.largest])
    print(text)
    if options.write:
        harness.save("daily", text)


if __name__ == "__main__":
    main()
