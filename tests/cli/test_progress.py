"""The progress bar: on a terminal, after a second, and erased at the end."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog import load
from laceventlog.cli import progress_bar
from laceventlog.cli.progress_bar import ERASE, ProgressBar, drawn
from laceventlog.progress import watched, watched_by
from laceventlog.text_width import columns

Run = Callable[..., tuple[int, str, str]]


class Clock:
    """Goes on by what each reading is told to take."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def shown(step: float, *, is_shown: bool = True, times: int = 10) -> str:
    stream = io.StringIO()
    with ProgressBar(stream, Clock(step), 60, is_shown=is_shown) as bar, watched_by(bar):
        assert list(watched(range(times), "reading")) == list(range(times))
    return stream.getvalue()


def test_short_work_shows_nothing() -> None:
    assert shown(0.01) == ""


def test_long_work_shows_how_far_it_is_and_leaves_nothing() -> None:
    text = shown(0.3)
    assert text.startswith(ERASE + "reading [")
    assert text.endswith(" %" + ERASE)
    percents = [int(part[-5:-2]) for part in text.split(ERASE)[1:-1]]
    assert percents == sorted(set(percents))
    assert len(percents) > 3


def test_nothing_is_drawn_more_than_ten_times_a_second() -> None:
    assert 30 < shown(0.01, times=500).count("reading") <= 40  # five seconds on this clock, the first in silence


def test_where_nobody_looks_nothing_is_shown() -> None:
    assert shown(9, is_shown=False) == ""


def test_it_is_erased_after_an_error_too() -> None:
    stream = io.StringIO()
    bar = ProgressBar(stream, Clock(9), 60, is_shown=True)
    bar("reading", 1, 2)
    bar.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert stream.getvalue().endswith(ERASE)


class Gone(io.StringIO):
    def flush(self) -> None:
        raise OSError(5, "gone")


def test_a_terminal_that_is_gone_stops_no_work() -> None:
    with ProgressBar(Gone(), Clock(9), 60, is_shown=True) as bar:
        bar("reading", 1, 2)
        bar("reading", 2, 2)
    assert not bar.is_shown


@given(
    st.text(st.characters(categories=["L", "P"]), max_size=50),
    st.integers(0, 99),
    st.integers(0, 99),
    st.integers(1, 250),
)
def test_no_bar_is_wider_than_there_is_room(what: str, done: int, total: int, width: int) -> None:
    assert columns(drawn(what, min(done, total), total, width)) <= width


@pytest.mark.parametrize(
    ("what", "done", "total", "width", "bar"),
    [
        ("reading", 0, 4, 40, "reading [........................]   0 %"),
        ("reading", 1, 4, 40, "reading [######..................]  25 %"),
        ("reading", 4, 4, 40, "reading [########################] 100 %"),
        ("reading", 0, 0, 40, "reading [########################] 100 %"),
        ("looking at events/a-long-name.yaml", 1, 2, 40, "looking at events/a… [#####......]  50 %"),
        ("reading 日本語日本語日本語.yaml", 1, 2, 40, "reading 日本語日本… [######......]  50 %"),
        ("reading", 1, 2, 12, " 50 %"),
        ("reading", 1, 2, 3, " 50"),
    ],
)
def test_what_a_bar_looks_like(what: str, done: int, total: int, width: int, bar: str) -> None:
    assert drawn(what, done, total, width) == bar


# -- who tells


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int, int]]:
    """What is told, in place of being drawn."""
    found: list[tuple[str, int, int]] = []
    monkeypatch.setattr(progress_bar.ProgressBar, "__call__", lambda _, *told: found.append(told))
    return found


@pytest.mark.parametrize("name", ["log.yaml", "log.jsonl"])
@pytest.mark.parametrize("verb", ["list", "export ics", "export vdir --output items", "check"])
def test_long_work_tells_how_far_it_is(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[tuple[str, int, int]], name: str, verb: str
) -> None:
    lines = [f"id: e{n}, kind: event, title: T, status: planned, when: 2025" for n in range(9)]
    yaml = "events:\n" + "".join(f"  - {{{line}}}\n" for line in lines)
    (tmp_path / "log.yaml").write_text(yaml, "utf-8")
    monkeypatch.chdir(tmp_path)
    if name == "log.jsonl":
        (tmp_path / name).write_text(run("export", "jsonl", "log.yaml")[1], "utf-8")
        told.clear()
    assert run(*verb.split(), name)[0] == (1 if verb == "check" else 0)  # twins
    assert all(0 <= done <= total for _, done, total in told)
    words = {what.split()[0] for what, _, _ in told}
    assert words >= {"reading"} | ({"writing"} if "export" in verb else set())
    assert told


def test_as_a_library_nobody_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "log.yaml").write_text("events:\n  - {id: a, kind: event, title: T, status: planned}\n", "utf-8")
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    assert len(load(tmp_path)) == 1
    assert stream.getvalue() == ""
