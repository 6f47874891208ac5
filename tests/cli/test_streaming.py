"""Large logs in JSON Lines are exported without being kept: the same bytes, and memory that does not grow."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from laceventlog.cli.command import main
from laceventlog.cli.verbs.share import streaming
from laceventlog.eventfile import jsonl, stream
from laceventlog.eventfile.load import load

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parents[2]
TODAY = ("--today", "2025-03-01")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[stream.Stream]:
    """Every log is large; which were opened as streams."""
    found: list[stream.Stream] = []

    def noted(paths: list[Path]) -> stream.Stream:
        found.append(stream.opened(paths))
        return found[-1]

    monkeypatch.setattr(streaming, "LARGE", 0)
    monkeypatch.setattr(streaming, "opened", noted)
    return found


@pytest.fixture
def real(tmp_path: Path) -> str:
    path = tmp_path / "real.jsonl"
    path.write_text(jsonl.dumps(load(ROOT / "events")), "utf-8")
    return str(path)


@pytest.mark.parametrize("words", ["ics", "ics --tasks both --history journal --no-data", "jsonl", "csv"])
def test_the_bytes_are_those_of_a_log_in_memory(
    run: Run, real: str, opened: list[stream.Stream], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: str
) -> None:
    target, *options = words.split()
    streamed = run("export", target, real, *options, *TODAY)
    to_file = run("export", target, real, *options, *TODAY, "--output", str(tmp_path / "out"))
    assert len(opened) == 2
    monkeypatch.setattr(streaming, "LARGE", 10**9)
    kept = run("export", target, real, *options, *TODAY)
    assert len(opened) == 2
    assert streamed == kept
    assert (tmp_path / "out").read_bytes().decode() == kept[1]
    assert (to_file[0], to_file[1]) == (0, "")
    assert f"{tmp_path / 'out'}: " in to_file[2]


@pytest.mark.parametrize(
    "words",
    [
        "json", "md", "csv --country CU", "jsonl --as-of 2024-12-31", "ics --condition overdue", "ics --split kind -o out",
        "csv --from 2024", "jsonl --tag vehicles",
    ],
)  # fmt: skip
def test_what_needs_the_whole_log_has_it(
    run: Run, real: str, opened: list[stream.Stream], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", *words.split(), real, *TODAY)[0] == 0
    assert opened == []


def test_what_is_wrong_is_told_as_ever(run: Run, real: str, opened: list[stream.Stream]) -> None:
    with Path(real).open("a", encoding="utf-8") as file:
        file.write('{"id": "x", "kind": "event", "title": "X", "status": "planned", "when": "soon"}\n')
    status, text, errors = run("export", "csv", real, *TODAY)
    assert (status, text, opened) == (2, "", [])
    assert "D00" in errors
    assert "nothing was done" in errors


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("words", ["no.jsonl", "real.jsonl no.jsonl", "", "."])
def test_what_is_no_file_is_told_as_ever(
    run: Run, real: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: str
) -> None:
    del real
    monkeypatch.chdir(tmp_path)
    assert run("export", "csv", *words.split(), *TODAY)[0] == (0 if words == "." else 2)


def line(number: int) -> str:
    plain = {
        "id": f"event-{number}", "kind": "delivery", "title": f"Buses, batch {number}", "countries": ["CU", "RU"],
        "status": "planned", "when": f"20{number % 30 + 20:02}-05", "said": "2024-01-01",
    }  # fmt: skip
    return json.dumps(plain) + "\n"


def peak(path: Path, count: int, target: str) -> int:
    """The most memory that an export took at once, in bytes."""
    with path.open("w") as file:
        file.writelines(map(line, range(count)))
    tracemalloc.start()
    assert main(["export", target, str(path), *TODAY, "--output", str(path.with_suffix(f".{target}"))]) == 0
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


@pytest.fixture
def warm(tmp_path: Path, opened: list[stream.Stream]) -> Iterator[Path]:
    """Whatever is imported or remembered once has been."""
    for target in streaming.TARGETS:
        peak(tmp_path / "warm.jsonl", 300, target)
    opened.clear()
    yield tmp_path / "log.jsonl"
    assert opened


@pytest.mark.parametrize("target", streaming.TARGETS)
def test_memory_does_not_grow_with_the_log(warm: Path, target: str) -> None:
    """Ten times the events, at most a half more: what is remembered has its bound, and SQLite's pages are not ours."""
    few, many = peak(warm, 300, target), peak(warm, 3000, target)
    assert many < few * 1.5


@pytest.mark.slow
@pytest.mark.parametrize("target", streaming.TARGETS)
def test_memory_at_ten_thousand_and_at_a_hundred_thousand(warm: Path, target: str) -> None:
    few, many = peak(warm, 10_000, target), peak(warm, 100_000, target)
    assert many < few * 1.5
