"""How long `laceventlog.tables.frames` takes to answer on 1,000,000 events, beside the model on the same events.

    make frames                                              # once: build/frames with all engines
    build/frames/venv/bin/python benchmarks/frames.py [--write]

Every engine is asked in turns, in one run, and its answer is collected as an Arrow table; the number of rows must be
the same everywhere. Engines use all cores, so what is shown is wall time, the median of the rounds. No time is asserted
anywhere; the target of one second for what is overdue is said beside the figures.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import importlib.metadata
import os
import platform
import random
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any, NamedTuple

import narwhals.stable.v2 as nw
from harness import save

from laceventlog import Event, EventLog, Statement, Status, When, overdue
from laceventlog.tables import frames

ROOT = Path(__file__).resolve().parents[1]
COMMAND = "build/frames/venv/bin/python benchmarks/frames.py --write"
ENGINES = ("polars", "duckdb", "pandas", "pyspark")
TODAY = date(2025, 3, 1)
STATUSES = [Status.PLANNED] * 5 + [Status.UNDERWAY, Status.COMPLETED, Status.COMPLETED, Status.POSTPONED]

Ask = Callable[[], Any]


class Time(NamedTuple):
    """Seconds on the clock, and of all threads of this process."""

    wall: float
    cpu: float


Results = dict[str, tuple[list[Time], int]]


def whens() -> list[When]:
    """5,000 dates of the usual forms around today."""
    chance = random.Random(1)  # noqa: S311
    made = []
    for _ in range(5000):
        day = date(2022, 1, 1) + timedelta(days=chance.randrange(2500))
        forms = (f"{day}", f"{day:%Y-%m}", f"{day:%Y}", f"[..{day}]", f"[{day}..]", f"{day:%Y}~", f"{day}/2032")
        made.append(When.from_edtf(chance.choice(forms)))
    return made


def log_of(number: int) -> EventLog:
    """Events with one to three statements, seeded."""
    chance = random.Random(2)  # noqa: S311
    dates = whens()
    said = [When.on(date(2023, 1, 1) + timedelta(days=day)) for day in range(700)]

    def told() -> Statement:
        return Statement(status=chance.choice(STATUSES), when=chance.choice(dates), said=chance.choice(said))

    return EventLog(
        Event(id=f"event-{n}", title=f"Delivery number {n}", history=tuple(told() for _ in range(n % 3 + 1)))
        for n in range(number)
    )


def collected(table: Any) -> int:
    """The rows of an answer, once it is there."""
    frame = nw.from_native(table)
    return len(frame.collect("pyarrow") if isinstance(frame, nw.LazyFrame) else frame)


def spark() -> Any:
    """A session on this machine alone."""
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = importlib.import_module("pyspark.sql").SparkSession.builder.master("local[*]")
    settings = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.driver.memory": "6g",
                "spark.sql.shuffle.partitions": str(os.cpu_count())}  # fmt: skip
    return builder.config(map=settings).getOrCreate()


def tables(path: Path, session: Any) -> dict[str, Callable[[], Any]]:
    """The same table in every engine: in memory, and as a file that the engine reads itself each time."""
    made: dict[str, Callable[[], Any]] = {}
    for name in ("polars", "duckdb", "pandas"):
        held = frames.read_parquet(path, backend=name)
        made[f"{name}, in memory"] = partial(lambda table: table, held)
    polars, duckdb = importlib.import_module("polars"), importlib.import_module("duckdb")
    made["polars, lazily from Parquet"] = lambda: polars.scan_parquet(path)
    made["duckdb, from Parquet"] = lambda: duckdb.read_parquet(str(path))
    made["pyspark, from Parquet"] = lambda: session.read.parquet(str(path))
    return made


def timed(contenders: dict[str, Ask], rounds: int) -> Results:
    """Seconds of each in every round, and the rows of its answer; the first round, which warms up, is left out."""
    times: dict[str, list[Time]] = {name: [] for name in contenders}
    sizes: dict[str, int] = {}
    for number in range(rounds + 1):
        for name, ask in contenders.items():
            gc.collect()
            begin, worked = perf_counter(), process_time()
            sizes[name] = ask()
            if number:
                times[name].append(Time(perf_counter() - begin, process_time() - worked))
    if len(set(sizes.values())) != 1:
        raise SystemExit(f"the answers differ: {sizes}")
    return {name: (times[name], sizes[name]) for name in contenders}


def table(results: Results, who: str, base: float) -> list[str]:
    """The rows of one table; all are measured by the wall time of one."""
    lines = [f"| engine | seconds | from – to | CPU seconds | rows | {who} takes |", "|--|--:|--:|--:|--:|--:|"]
    for name, (times, size) in results.items():
        walls, worked = [time.wall for time in times], median(time.cpu for time in times)
        cpu = "in Java" if name.startswith("pyspark") else f"{worked:.2f}"
        spread, ratio = f"{min(walls):.2f} – {max(walls):.2f}", base / median(walls)
        lines.append(f"| {name} | {median(walls):.2f} | {spread} | {cpu} | {size:,} | {ratio:.2g} x |")
    return lines


def model(log: EventLog) -> tuple[Time, int]:
    """What the model takes for what is overdue, and how much that is."""
    gc.collect()
    begin, worked = perf_counter(), process_time()
    size = len(overdue(log, TODAY))
    return Time(perf_counter() - begin, process_time() - worked), size


def stored(log: EventLog, folder: Path) -> tuple[dict[str, Path], list[str]]:
    """Both tables in files, and what that took."""
    paths, lines = {}, []
    for name, make in (("events", frames.events), ("statements", frames.statements)):
        begin = perf_counter()
        made = make(log, backend="pyarrow")
        built = perf_counter() - begin
        frames.write_parquet(made, folder / f"{name}.parquet")
        wrote = perf_counter() - begin - built
        size = (folder / f"{name}.parquet").stat().st_size
        lines.append(f"| {name} | {made.num_rows:,} | {built:.1f} | {wrote:.1f} | {size / 1e6:.0f} MB |")
        paths[name] = folder / f"{name}.parquet"
    return paths, ["| table | rows | seconds to make | to write | file |", "|--|--:|--:|--:|--:|", *lines]


def report(number: int, rounds: int) -> str:
    """The whole report, in Markdown."""
    log = log_of(number)
    took, size = model(log)
    session = spark()
    with tempfile.TemporaryDirectory() as folder:
        paths, making = stored(log, Path(folder))
        del log
        late, folds = (args(tables(paths[name], session), is_late, rounds) for name in ("events", "statements"))
        slips = args(tables(paths["statements"], session), frames.slip, rounds)
    session.stop()
    if size != late["polars, in memory"][1]:
        raise SystemExit("the model and the tables differ")
    return "\n".join([*head(rounds), *body(number, making, (took, size), late), *more(folds, slips)])


def is_late(table: Any) -> Any:
    """What is overdue."""
    return frames.overdue(table, TODAY)


def args(engines: dict[str, Ask], question: Callable[[Any], Any], rounds: int) -> Results:
    """One question, put to every engine."""
    return timed({name: lambda get=get: collected(question(get())) for name, get in engines.items()}, rounds)


def head(rounds: int) -> list[str]:
    """The command, the machine, the versions."""
    machine = f"CPython {platform.python_version()}, {platform.machine()}, {os.cpu_count()} CPUs"
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("narwhals", "pyarrow", *ENGINES))
    return [
        "# Frames: figures",
        "",
        f"Written by `{COMMAND}`.",
        "",
        f"The times are those of one machine ({machine}), which had other work besides; only the",
        f"ratios say something of another. Median of {rounds} rounds in turns after one to warm up: seconds on the",
        f"clock, answer collected. {versions}.",
        "",
    ]


def body(number: int, making: list[str], peer: tuple[Time, int], late: Results) -> list[str]:
    """Making the tables, and the question that has a target."""
    took, size = peer
    return [
        f"## Making both tables of {number:,} events",
        "",
        *making,
        "",
        "## Overdue, from the table of events",
        "",
        f"The model, `overdue(log, today)`, which sorts too: {took.wall:.1f} s on the clock, {took.cpu:.1f} s of CPU,",
        f"{size:,} rows, one round. The target: one second at most by polars or DuckDB.",
        "",
        *table(late, "the model", took.wall),
        "",
    ]


def more(folds: Results, slips: Results) -> list[str]:
    """The questions that fold statements, measured by polars."""
    lines = []
    for title, results in (
        ("Overdue, from the table of statements: folded first", folds),
        ("Slip, from the table of statements", slips),
    ):
        base = median(time.wall for time in results["polars, in memory"][0])
        lines += [f"## {title}", "", *table(results, "polars in memory", base), ""]
    return lines


def main() -> None:
    """Read the command line, and print the report."""
    parser = argparse.ArgumentParser(description="Time the questions about tables, in every engine.")
    parser.add_argument("--write", action="store_true", help="put it into benchmarks/RESULTS.md too")
    parser.add_argument("--rounds", type=int, default=5, help="turns of each engine (5)")
    parser.add_argument("--number", type=int, default=1_000_000, help="events (1,000,000)")
    options = parser.parse_args()
    text = report(options.number, options.rounds)
    print(text)
    if options.write:
        save("frames", text)


if __name__ == "__main__":
    main()
