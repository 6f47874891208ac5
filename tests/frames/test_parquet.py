"""Tables in Parquet files: round trips, and damage of every kind that loses no intact row before it."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pyarrow.parquet as pq
import pytest
from frame_answers import as_list
from frame_logs import log_of

from laceventlog import LoadError, Problem, UsageError
from laceventlog.tables import frames
from laceventlog.tables.frames import parquet

LOG = log_of(400)
TABLE: pl.DataFrame = frames.statements(LOG, backend="polars")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Groups and pages so small that a small table has many."""
    monkeypatch.setattr(parquet, "GROUP_ROWS", 512)
    monkeypatch.setattr(parquet, "BATCH_ROWS", 64)
    monkeypatch.setattr(parquet, "PAGE_BYTES", 256)


def written(path: Path, table: Any = TABLE) -> Path:
    frames.write_parquet(table, path)
    return path


def parsed(path: Path) -> tuple[pl.DataFrame, list[Problem]]:
    table, problems = frames.parse_parquet(path, backend="polars")
    assert isinstance(table, pl.DataFrame)
    return table, problems


@pytest.mark.parametrize("backend", ["polars", "pyarrow"])
@pytest.mark.parametrize("table", [TABLE, TABLE.lazy(), frames.events(LOG, backend="pyarrow"), TABLE.clear()])
def test_what_is_written_is_read(tmp_path: Path, table: Any, backend: str) -> None:
    assert as_list(frames.read_parquet(written(tmp_path / "t.parquet", table), backend=backend)) == as_list(table)


def test_a_folder_is_read_whole(tmp_path: Path) -> None:
    written(tmp_path / "part-0.parquet", TABLE.head(10))
    written(tmp_path / "part-1.parquet", TABLE.slice(10))
    (tmp_path / "_SUCCESS").touch()
    assert frames.read_parquet(tmp_path, backend="polars").equals(TABLE)


@pytest.mark.usefixtures("small")
def test_a_changed_bit_never_gives_a_wrong_row_and_loses_none_before_it(tmp_path: Path) -> None:
    path = written(tmp_path / "t.parquet")
    sound, whole = path.read_bytes(), set(TABLE.rows())
    chance = Random(3)  # noqa: S311
    damaged = 0
    for _ in range(80):
        data = bytearray(sound)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        table, problems = parsed(path)
        assert set(table.rows()) <= whole
        assert problems or len(table) == len(TABLE)
        damaged += bool(problems)
    assert damaged > 40


@pytest.mark.usefixtures("small")
def test_damage_names_the_rows_and_keeps_the_others(tmp_path: Path) -> None:
    path = written(tmp_path / "t.parquet")
    place = pq.ParquetFile(path).metadata.row_group(1).column(0)
    data = bytearray(path.read_bytes())
    data[place.data_page_offset + place.total_compressed_size // 2 + 100] ^= 1
    path.write_bytes(data)
    table, (problem,) = parsed(path)
    first, last = (int(word) for word in problem.message.split(" of ")[0].split("rows ")[1].split(" to "))
    assert (problem.path, problem.code, last) == (str(path), "F003", 1024)
    assert 512 < first <= 1024
    assert table.equals(pl.concat([TABLE.head(first - 1), TABLE.slice(1024)]))
    with pytest.raises(LoadError, match="F003 cannot be read: rows"):
        frames.read_parquet(path, backend="polars")


@pytest.mark.parametrize(
    ("spoil", "code", "words"),
    [
        (lambda path: path.unlink(), "F001", "no such file"),
        (lambda path: path.write_bytes(b""), "F003", "not a Parquet file"),
        (lambda path: path.write_bytes(b"id,kind\n"), "F003", "not a Parquet file"),
        (lambda path: path.write_bytes(path.read_bytes()[:-1]), "F003", "truncated"),
        (lambda path: path.write_bytes(path.read_bytes()[:2000]), "F003", "truncated"),
        (lambda path: path.write_bytes(b"PAR1PAR1"), "F003", "its footer is damaged"),
        (lambda path: path.write_bytes(b"PAR1" + b"\xff" * 99 + b"PAR1"), "F003", "its footer is damaged"),
        (lambda path: written(path, TABLE.drop("status")), "S002", "the column 'status' is missing"),
        (lambda path: written(path, TABLE.cast({"slack_end": pl.Float64})), "S003", "'slack_end' is Float64, not Int64"),
        (lambda path: written(path, pl.DataFrame({"x": [1]})), "S002", "the column 'id' is missing"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_and_the_file_beside_it_is_read(
    tmp_path: Path, spoil: Any, code: str, words: str
) -> None:
    path = written(tmp_path / "b.parquet")
    spoil(path)
    table, problems = parsed(path)
    assert len(table) == 0
    assert problems[0].code == code
    assert words in problems[0].message
    assert problems[0].path == str(path)
    if code != "F001":
        written(tmp_path / "a.parquet")
        table, beside = parsed(tmp_path)
        assert table.equals(TABLE)
        assert beside == problems


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    table, (problem,) = parsed(tmp_path)
    assert (len(table), problem.code) == (0, "F004")
    assert len(frames.overdue(table, TABLE["known_from"].drop_nulls()[0])) == 0


def test_an_unknown_status_is_named_with_its_row(tmp_path: Path) -> None:
    table = TABLE.with_columns(status=pl.Series(["planned", "done", *TABLE["status"][2:]]))
    read, (problem,) = parsed(written(tmp_path / "t.parquet", table))
    assert (problem.code, problem.message) == ("S005", "row 2: unknown status 'done'")
    assert read.equals(table)


def test_what_cannot_be_written_is_said_and_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    path = written(tmp_path / "t.parquet")
    before = path.read_bytes()
    with pytest.raises(UsageError, match="not a table"):
        frames.write_parquet([1], path)
    with pytest.raises(UsageError, match="cannot be written"):
        frames.write_parquet(TABLE, tmp_path / "no" / "t.parquet")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
