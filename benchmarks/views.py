"""How long the views take over 10,000 events, beside taskwarrior and todoman: whole processes, from start to end.

    python benchmarks/views.py --install        # once: a venv under build/bench-views with laceventlog and todoman
    build/bench-views/bin/python benchmarks/views.py [--write]

taskwarrior is the program `task` of the system. Every command has its turn in every round, so that a busy machine slows
all of them; what is shown is the median, in CPU time of the process, and beside it as one waits for it. All are asked
for what stands in one year, the same events, and write to a pipe at 100 columns. No time is asserted anywhere.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import random
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

from harness import install, save

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT / "build" / "bench-views"
NUMBER = 10_000
YEARS = range(2015, 2035)
YEAR = 2025
TODAY = f"{YEAR}-03-01"
WORDS = (
    "Equipment for the power station supplied under the intergovernmental agreement – medicines, buses, "
    "Поставка вакцин, reunión de la comisión, línea de insulina"
).split()
KINDS = ("meeting", "delivery", "launch", "agreement")
COUNTRIES = (["CU", "RU"], ["VE"], ["NI", "RU"], ["BO"])


class Command(NamedTuple):
    """A program and what it is asked."""

    what: str
    program: str
    words: list[str]


class Result(NamedTuple):
    """Seconds of CPU, seconds of waiting, and lines that were written."""

    cpu: float
    wall: float
    lines: int


def events() -> list[dict[str, Any]]:
    """Seeded events, all awaited: known days, months, quarters and windows, each inside one year."""
    chance = random.Random(1)  # noqa: S311
    return [_event(number, chance) for number in range(NUMBER)]


def _event(number: int, chance: random.Random) -> dict[str, Any]:
    day = date(chance.choice(YEARS), 1, 1) + timedelta(days=chance.randrange(330))
    quarter = 33 + (day.month - 1) // 3
    when = chance.choice([f"{day}", f"{day:%Y-%m}", f"{day:%Y}-{quarter}", f"[{day}..{day + timedelta(days=30)}]"])
    return {
        "id": f"event-{number}", "kind": chance.choice(KINDS), "title": " ".join(chance.choices(WORDS, k=8)),
        "countries": chance.choice(COUNTRIES), "status": "planned", "when": when, "said": f"{day.year - 1}-06-01",
        "day": f"{day}",
    }  # fmt: skip


# The same events for each program


def write(folder: Path, rows: Sequence[dict[str, Any]]) -> None:
    """The log as JSON Lines and as YAML; the tasks of taskwarrior; a folder of todos."""
    ours = [{name: value for name, value in row.items() if name != "day"} for row in rows]
    (folder / "log.jsonl").write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in ours), "utf-8")
    yaml = "".join(f"  - {json.dumps(row, ensure_ascii=False)}\n" for row in ours)
    (folder / "log.yaml").write_text(f"events:\n{yaml}", "utf-8")
    _write_tasks(folder, rows)
    _write_todos(folder, rows)


def _write_tasks(folder: Path, rows: Sequence[dict[str, Any]]) -> None:
    (folder / "taskrc").write_text(
        f"data.location={folder / 'task'}\nconfirmation=off\nverbose=nothing\ndefaultwidth=100\ncolor=off\n", "utf-8"
    )
    tasks = [
        {"description": row["title"], "due": _stamp(row["day"]), "status": "pending", "project": row["kind"]}
        for row in rows
    ]
    (folder / "tasks.json").write_text(json.dumps(tasks), "utf-8")
    if shutil.which("task"):
        (folder / "task").mkdir()
        subprocess.run(["task", f"rc:{folder / 'taskrc'}", "import", folder / "tasks.json"], check=True, **QUIET)  # noqa: S607


def _write_todos(folder: Path, rows: Sequence[dict[str, Any]]) -> None:
    """One file a todo; a category says its year, since todoman has no filter for one."""
    place = folder / "todos" / "log"
    place.mkdir(parents=True)
    for row in rows:
        uid, day = row["id"], row["day"].replace("-", "")
        lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//laceventlog//benchmark//EN", "BEGIN:VTODO", f"UID:{uid}",
            "DTSTAMP:20250101T000000Z", f"SUMMARY:{row['title'].replace(',', chr(92) + ',')}", f"DUE;VALUE=DATE:{day}",
            f"CATEGORIES:y{row['day'][:4]}", "STATUS:NEEDS-ACTION", "END:VTODO", "END:VCALENDAR",
        ]  # fmt: skip
        (place / f"{uid}.ics").write_bytes("".join(f"{line}\r\n" for line in lines).encode())
    (folder / "todoman.py").write_text(
        f'path = "{folder / "todos"}/*"\ncache_path = "{folder / "todoman.sqlite3"}"\ncolor = "never"\n', "utf-8"
    )


def _stamp(day: str) -> str:
    return f"{day.replace('-', '')}T120000Z"


# What is asked

QUIET: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}


def commands(folder: Path) -> list[Command]:
    """Everything that is compared; ours first."""
    year = ["--from", str(YEAR), "--to", str(YEAR), "--today", TODAY]
    jsonl, yaml = str(folder / "log.jsonl"), str(folder / "log.yaml")
    mine = str(BENCH / "bin" / "laceventlog")
    task = ["task", f"rc:{folder / 'taskrc'}"]
    todo = [str(BENCH / "bin" / "todo"), "--config", str(folder / "todoman.py"), "list", "--category", f"y{YEAR}"]
    within = [f"due.after:{YEAR - 1}-12-31T23:59:59", f"due.before:{YEAR + 1}-01-01"]
    return [
        Command("list", "laceventlog, JSON Lines", [mine, "list", jsonl, *year]),
        Command("list", "laceventlog, YAML", [mine, "list", yaml, *year]),
        Command("list", "taskwarrior `list`", [*task, *within, "list"]),
        Command("list", "todoman `list`", [*todo, "--sort", "due"]),
        Command("bars", "laceventlog, JSON Lines", [mine, "timeline", jsonl, *year]),
        Command("bars", "laceventlog, YAML", [mine, "timeline", yaml, *year]),
        Command("story", "laceventlog, JSON Lines", [mine, "timeline", "--view", "story", jsonl, *year]),
        Command("calendar", "laceventlog, `--view months`", [mine, "timeline", "--view", "months", jsonl, *year]),
        Command("calendar", "taskwarrior `calendar`", [*task, "calendar", str(YEAR)]),
        Command("counts", "laceventlog `count country year`", [mine, "count", "country", "year", jsonl]),
        Command("counts", "taskwarrior `summary`", [*task, "summary"]),
    ]  # fmt: skip


def timed(words: Sequence[str]) -> Result:
    """One run of a program."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    done = subprocess.run(words, capture_output=True, check=True, env=os.environ | {"COLUMNS": "100"})
    wall, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Result(cpu, wall, done.stdout.count(b"\n"))


def is_there(command: Command) -> bool:
    """Whether the program is installed."""
    return shutil.which(command.words[0]) is not None


def compared(args: Sequence[Command], rounds: int) -> dict[int, Result]:
    """The median of all rounds, by place in the list; the first round only warms up."""
    found: dict[int, list[Result]] = {number: [] for number, command in enumerate(args) if is_there(command)}
    for turn in range(rounds + 1):
        for number, results in found.items():
            result = timed(args[number].words)
            if turn:
                results.append(result)
    return {
        number: Result(median(r.cpu for r in results), median(r.wall for r in results), results[0].lines)
        for number, results in found.items()
    }


def table(args: Sequence[Command], found: dict[int, Result]) -> Iterator[str]:
    """One row a command, measured by ours of the same sort."""
    yield "| what | program | CPU s | waiting s | lines | its CPU time is |"
    yield "|--|--|--:|--:|--:|--:|"
    for number, command in enumerate(args):
        if number not in found:
            yield f"| {command.what} | {command.program}: **missing** | | | | |"
            continue
        first = next(n for n, other in enumerate(args) if other.what == command.what)
        result = found[number]
        ratio = "" if first == number else f"{result.cpu / found[first].cpu:.1f} x ours"
        seconds = f"{result.cpu:.2f} | {result.wall:.2f}"
        yield f"| {command.what} | {command.program} | {seconds} | {result.lines} | {ratio} |"


def versions() -> str:
    """Of the programs."""
    task = "missing"
    if shutil.which("task"):
        task = subprocess.run(["task", "--version"], capture_output=True, text=True, check=True).stdout.strip()  # noqa: S607
    try:
        todoman = importlib.metadata.version("todoman")
    except importlib.metadata.PackageNotFoundError:
        todoman = "missing"
    return f"laceventlog {importlib.metadata.version('laceventlog')}, taskwarrior {task}, todoman {todoman}"


def report(rounds: int) -> str:
    """The whole report, in Markdown."""
    machine = (
        f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {os.cpu_count()} CPUs"
    )
    rows = events()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, rows)
        args = commands(folder)
        found = compared(args, rounds)
    inside = sum(row["day"].startswith(f"{YEAR}") for row in rows)
    lines = [
        "# Views: figures",
        "",
        "Written by `build/bench-views/bin/python benchmarks/views.py --write`.",
        "",
        f"The times are those of one machine ({machine}); only the ratios say something",
        f"of another. Median of {rounds} rounds, all in turns: whole processes, in CPU time and as one waits for them.",
        f"{versions()}.",
        "",
        f"{NUMBER:,} awaited events, {inside} of them in {YEAR}, which all but the counts are asked for.",
        "",
        *table(args, found),
        "",
        "taskwarrior and todoman hold one day for each event, ours is read from text with windows; todoman keeps a",
        "database beside its files, which is filled before the first round, and is asked for a category, since it has",
        "no filter for a year. Each prints what it prints: ours lateness and silence as well.",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the command line, and print the report."""
    parser = argparse.ArgumentParser(description="Compare the views with other programs.")
    parser.add_argument("--install", action="store_true", help="make build/bench-views with todoman, and stop")
    parser.add_argument("--write", action="store_true", help="put it into benchmarks/RESULTS.md too")
    parser.add_argument("--rounds", type=int, default=7, help="turns of each command (7)")
    options = parser.parse_args()
    if options.install:
        print(f"now run: {install(BENCH, ('todoman',))} {Path(__file__).relative_to(ROOT)}")
        return
    text = report(options.rounds)
    print(text)
    if options.write:
        save("views", text)


if __name__ == "__main__":
    main()
