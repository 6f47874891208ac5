"""How fast dates are read, beside the libraries people use today: `edtf`, `undate` and `dateparser`.

    python benchmarks/dates.py --install     # once: a venv under build/bench with the peers
    LACEVENTLOG_CORPORA=… build/bench/bin/python benchmarks/dates.py [--write]

Ours and theirs are timed in one run and in turns, so that a busy machine slows both; what is shown is the median
of the rounds, in CPU time, and what should be compared between machines is the ratio. No time is asserted anywhere.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import json
import os
import platform
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time
from timeit import Timer, timeit
from typing import Any, NamedTuple

from harness import PLAIN, install, save, version

from laceventlog.dates import When
from laceventlog.dates.when import ParseOptions, _parse
from laceventlog.errors import DateError

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT / "build" / "bench"
PEERS = ("edtf", "undate", "dateparser")
COMMAND = "LACEVENTLOG_CORPORA=… build/bench/bin/python benchmarks/dates.py --write"

EDTF = [
    "2024-05-17", "2024-05", "2024", "202X", "20XX", "2024-05-XX", "2024-XX", "2015~", "2015-06?", "2024-01/2024-06",
    "2019/..", "1984?/2004%",
]  # fmt: skip
"""Levels 0 and 1, of which every library here reads every one."""
BATCH_SECONDS = 0.1
"""How long one contender runs before the other has its turn."""
SORTED = 100_000

Reader = Callable[[str], object]


class Contender(NamedTuple):
    """A library, and how it reads one text; no reader: it is not installed."""

    name: str
    read: Reader | None


class Result(NamedTuple):
    """Texts per second, and how many of the texts it read at all."""

    name: str
    rate: float
    answered: int


def peer(name: str, make: Callable[[], Reader]) -> Contender:
    """A peer and its reader, if it is installed."""
    return Contender(name, make() if version(name) != "missing" else None)


# What is compared


def our_edtf(text: str) -> object:
    """The two outer bounds; `from_edtf` has no cache."""
    when = When.from_edtf(text)
    return when.earliest, when.latest


def edtf_reader() -> Reader:
    """PyPI `edtf`: a pyparsing grammar."""
    parse: Any = importlib.import_module("edtf").parse_edtf

    def read(text: str) -> object:
        found = parse(text)
        return found.lower_strict(), found.upper_strict()

    return read


def undate_reader() -> Reader:
    """PyPI `undate`: a lark grammar."""
    undate: Any = importlib.import_module("undate").Undate

    def read(text: str) -> object:
        found = undate.parse(text, "EDTF")
        return found.earliest, found.latest

    return read


def our_prose(text: str) -> object:
    """Past the cache in front of the reader; None where it refuses."""
    try:
        return _parse.__wrapped__(text, ParseOptions("en"))
    except DateError:
        return None


def dateparser_reader() -> Reader:
    """PyPI `dateparser`, told the language, as we are; it gives one day, and None where it finds none."""
    parser: Any = importlib.import_module("dateparser").DateDataParser(languages=["en"])

    def read(text: str) -> object:
        found: object = parser.get_date_data(text).date_obj
        return found

    return read


def prose() -> list[str]:
    """The English phrases we accept, and the dates that others wrote by hand; none without the corpora."""
    folder = os.environ.get("LACEVENTLOG_CORPORA")
    if not folder:
        return []
    rows: list[dict[str, Any]] = json.loads((Path(folder) / "prose/phrases.json").read_text("utf-8"))
    phrases = [row["text"] for row in rows if row["lang"] == "en" and our_prose(row["text"]) is not None]
    written: list[dict[str, str]] = json.loads((Path(folder) / "prose/real_dates_en.json").read_text("utf-8"))
    return phrases + [row["text"] for row in written]


def every_level() -> list[str]:
    """The strings of all three levels in the conformance corpus that we read; none without the corpora."""
    folder = os.environ.get("LACEVENTLOG_CORPORA")
    if not folder:
        return []
    corpus: dict[str, Any] = json.loads((Path(folder) / "edtf/edtf-conformance-corpus.json").read_text("utf-8"))
    texts = [str(row["edtf"]) for level in ("level0", "level1", "level2") for row in corpus[level]]
    return [text for text in texts if reads(text)]


def reads(text: str) -> bool:
    """Whether we read it: years outside 0001-9999 are refused."""
    try:
        When.from_edtf(text)
    except DateError:
        return False
    return True


# Timing


def compare(contenders: Sequence[Contender], texts: Sequence[str], rounds: int) -> list[Result]:
    """Texts per second of each contender that is installed: in turns, the median of the rounds."""
    timers: dict[str, tuple[Timer, int]] = {}
    answered: dict[str, int] = {}
    for name, read in contenders:
        if read is not None:
            answered[name] = sum(read(text) is not None for text in texts)  # also warms it up
            timer = Timer("for text in texts: read(text)", timer=process_time, globals={"read": read, "texts": texts})
            timers[name] = timer, max(1, round(BATCH_SECONDS / timer.timeit(1)))
    rates: dict[str, list[float]] = {name: [] for name in timers}
    for _ in range(rounds):
        for name, (timer, passes) in timers.items():
            rates[name].append(len(texts) * passes / timer.timeit(passes))
    return [Result(name, median(rates[name]), answered[name]) for name in timers]


def alone(texts: Sequence[str], rounds: int) -> str:
    """How fast we read strings that no peer reads all of."""
    if not texts:
        return "Levels 0 to 2: not measured, for `LACEVENTLOG_CORPORA` names no folder."
    ours = compare([Contender("laceventlog", our_edtf)], texts, rounds)[0]
    return f"All {len(texts)} strings of levels 0 to 2 in the conformance corpus: {ours.rate:,.0f} texts/s."


def table(contenders: Sequence[Contender], texts: Sequence[str], rounds: int) -> list[str]:
    """The rows of a comparison; the first contender is ours, and the others are measured by it."""
    results = {result.name: result for result in compare(contenders, texts, rounds)}
    ours = results[contenders[0].name]
    lines = ["| library | version | read | texts/s | ours is |", "|--|--|--:|--:|--:|"]
    for name, _ in contenders:
        if name not in results:
            lines.append(f"| {name} | **missing**: run with `--install` first | | | |")
            continue
        result = results[name]
        ratio = "" if result is ours else f"{ours.rate / result.rate:,.0f} x"
        read = f"{result.answered} of {len(texts)}"
        lines.append(f"| {name} | {version(name)} | {read} | {result.rate:,.0f} | {ratio} |")
    return lines


def order(when: When) -> tuple[object, ...]:
    """The key for display."""
    return when.sort_key


def sorting(rounds: int) -> float:
    """Seconds to sort a long list of mixed dates by `sort_key`."""
    chance = random.Random(1)  # noqa: S311
    first = date(1900, 1, 1)
    whens = []
    for _ in range(SORTED):
        day = first + timedelta(days=chance.randrange(60_000))
        forms = (f"{day}", f"{day:%Y-%m}", f"{day:%Y}", f"[..{day}]", f"[{day}..]", f"{day}/..", f"{day:%Y}/{day:%Y}")
        whens.append(When.from_edtf(chance.choice(forms)))
    return median(Timer(partial(sorted, whens, key=order), timer=process_time).timeit(1) for _ in range(rounds))


FRESH = """
import sys
before = set(sys.modules)
{code}
names = {{name.partition(".")[0] for name in set(sys.modules) - before}}
print(*sorted(names - set(sys.stdlib_module_names)))
"""


def fresh(code: str) -> str:
    """Run `code` in a new interpreter; the modules it loaded that are not Python's own."""
    command = [sys.executable, "-c", FRESH.format(code=code)]
    environment = {**os.environ, **PLAIN}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.strip()


def importing(rounds: int) -> list[str]:
    """Milliseconds that an import adds to a bare interpreter, and what it loads."""
    codes = {"(a bare interpreter)": "", "laceventlog.dates": "from laceventlog.dates import When"}
    codes |= {name: f"import {name}" for name in PEERS if version(name) != "missing"}
    loaded = {name: fresh(code) for name, code in codes.items()}
    times: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(rounds):
        for name, code in codes.items():
            times[name].append(1000 * timeit(partial(fresh, code), number=1))
    bare = median(times["(a bare interpreter)"])
    lines = ["| import | ms | above bare | third-party modules it loads |", "|--|--:|--:|--|"]
    for name, each in times.items():
        lines.append(f"| {name} | {median(each):.0f} | {median(each) - bare:+.0f} | {loaded[name]} |")
    lines += [f"| {name} | **missing** | | |" for name in PEERS if name not in codes]
    return lines


# The report


def report(rounds: int) -> str:
    """The whole report, in Markdown."""
    texts = prose()
    edtf = [Contender("laceventlog", our_edtf), peer("edtf", edtf_reader), peer("undate", undate_reader)]
    words = [Contender("laceventlog", our_prose), peer("dateparser", dateparser_reader)]
    machine = (
        f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {os.cpu_count()} CPUs"
    )
    lines = [
        "# Dates: figures",
        "",
        f"Written by `{COMMAND}`.",
        "",
        f"The times are those of one machine ({machine}); only the ratios say something of another.",
        f"Median of {rounds} rounds, ours and theirs in turns, in CPU time (imports: in wall time).",
        "",
        f"## EDTF: {len(EDTF)} strings of levels 0 and 1, with their first and last day",
        "",
        *table(edtf, EDTF, rounds),
        "",
        alone(every_level(), rounds),
        "",
        "## Prose: English phrases, without our cache",
        "",
        *(table(words, texts, rounds) if texts else ["Not measured: `LACEVENTLOG_CORPORA` names no folder."]),
        "",
        "`dateparser` gives one day where we give bounds, and reads much that is not a date; it is no judge of which",
        "answer is right.",
        "",
        "## Sorting",
        "",
        f"{SORTED:,} mixed dates by `sort_key`: {sorting(rounds):.2f} s.",
        "",
        "## Importing, each in a fresh interpreter",
        "",
        *importing(rounds),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the command line, and print the report."""
    parser = argparse.ArgumentParser(description="Compare the reading of dates with other libraries.")
    parser.add_argument("--install", action="store_true", help="make build/bench with the peers, and stop")
    parser.add_argument("--write", action="store_true", help="put it into benchmarks/RESULTS.md too")
    parser.add_argument("--rounds", type=int, default=7, help="turns of each contender (7)")
    options = parser.parse_args()
    if options.install:
        print(f"now run: {install(BENCH, PEERS)} {Path(__file__).relative_to(ROOT)}")
        return
    text = report(options.rounds)
    print(text)
    if options.write:
        save("dates", text)


if __name__ == "__main__":
    main()
