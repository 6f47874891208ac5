"""Tables in Parquet files (home of pyarrow): written with a checksum per page, and read as far as they are intact.

Checksums reveal damaged pages, so that no damaged value is read; the rows before them, and the other row groups, are. A
truncated file has lost its footer and cannot be read at all; other files of the folder can.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from ...atomic_write import replacing
from ...errors import LoadError, Problem, UsageError, did_you_mean
from ...eventfile.parse import read_bytes
from ...model import Status
from .backends import as_arrow, complaints, framed, of_arrow, require
from .columns import EVENTS, STATEMENTS, Columns

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

SUFFIX = ".parquet"
MAGIC = b"PAR1"
GROUP_ROWS, BATCH_ROWS, PAGE_BYTES = 65_536, 1024, 65_536
"""Rows per group and bytes per page when writing, and rows per batch when reading a damaged group."""


def write_parquet(table: Any, path: str | PathLike[str]) -> None:
    """Write a table of any engine but Spark, which has its own writer, into one file, atomically.

    Raises:
        UsageError: it is not a table, or one of Spark, or the file cannot be written.
    """
    require("pyarrow", None)
    from pyarrow import parquet

    frame = framed(table)
    if frame.implementation.is_spark_like():
        raise UsageError("a table of Spark is written by Spark, part by part: table.write.parquet(path)")
    arrow = as_arrow(frame)
    with replacing(Path(path)) as file:
        parquet.write_table(
            arrow, file, row_group_size=GROUP_ROWS, data_page_size=PAGE_BYTES, compression="zstd",
            write_page_checksum=True,
        )  # fmt: skip


def read_parquet(path: str | PathLike[str], *, backend: str, session: Any = None) -> Any:
    """The table in a file, or in all `.parquet` files of a folder, for the engines of `events`.

    Raises:
        LoadError: with all problems of all files.
        UsageError: the engine cannot be used.
    """
    table, problems = parse_parquet(path, backend=backend, session=session)
    if problems:
        raise LoadError(problems)
    return table


def parse_parquet(path: str | PathLike[str], *, backend: str, session: Any = None) -> tuple[Any, list[Problem]]:
    """The same as far as it can be read, and all problems.

    Raises:
        UsageError: the engine cannot be used.
    """
    require(backend, session)
    require("pyarrow", None)
    import pyarrow as pa

    problems: list[Problem] = []
    found = [table for place in _places(Path(path), problems) for table in _tables(place, problems)]
    empty: Columns = {name: [] for name in STATEMENTS}
    whole = pa.concat_tables(found, promote_options="permissive") if found else None
    frame = nw.from_native(whole) if whole is not None else nw.from_dict(empty, STATEMENTS, backend="pyarrow")
    return of_arrow(frame, backend, session), problems


def _places(path: Path, problems: list[Problem]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    inside = sorted(place for place in path.rglob(f"*{SUFFIX}") if place.is_file())
    if not inside:
        problems.append(Problem(str(path), 0, 0, "F004", f"this folder holds no files that end in {SUFFIX}"))
    yield from inside


def _tables(place: Path, problems: list[Problem]) -> Iterator[pa.Table]:
    """The intact rows of one file."""
    data = read_bytes(place)
    file = data if isinstance(data, Problem) else _opened(place, data)
    if isinstance(file, Problem):
        problems.append(file)
        return
    faults = [*_faults(place, file)]
    problems += faults
    if not faults:
        yield from _groups(place, file, problems)


def _opened(place: Path, data: bytes) -> ParquetFile | Problem:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    if not data.startswith(MAGIC):
        return Problem(str(place), 0, 0, "F003", "cannot be read: not a Parquet file")
    if not data.endswith(MAGIC):
        message = "cannot be read: the file is truncated and has lost its footer, the list of its rows"
        return Problem(str(place), 0, 0, "F003", message, hint="write it again from its source")
    try:
        return ParquetFile(pa.BufferReader(data), page_checksum_verification=True)
    except (pa.ArrowException, OSError) as error:
        message = f"cannot be read: its footer is damaged ({_reason(error)})"
        return Problem(str(place), 0, 0, "F003", message, hint="write it again from its source")


def _reason(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(". ")


def _faults(place: Path, file: ParquetFile) -> Iterator[Problem]:
    """Columns that are missing or of another type than in both tables."""
    schema = nw.from_native(file.schema_arrow.empty_table()).collect_schema()
    types = STATEMENTS if "statement" in schema else EVENTS
    for fault in complaints(schema.items(), types):
        code = "S002" if "missing" in fault else "S003"
        yield Problem(str(place), 0, 0, code, fault, hint="docs/frames.md lists the columns")


def _groups(place: Path, file: ParquetFile, problems: list[Problem]) -> Iterator[pa.Table]:
    """The row groups, each as far as it is intact."""
    import pyarrow as pa

    first = 1
    for group in range(file.num_row_groups):
        last = first + file.metadata.row_group(group).num_rows - 1
        try:
            rows = file.read_row_group(group)
        except (pa.ArrowException, OSError) as error:
            rows = _beginning(file, group)
            problems.append(_damaged(place, (first + rows.num_rows, last), file.metadata.num_rows, error))
        problems += _unknown(place, rows, first)
        yield rows
        first = last + 1


def _beginning(file: ParquetFile, group: int) -> pa.Table:
    """The batches of a group before the first damaged one."""
    import pyarrow as pa

    batches: list[pa.RecordBatch] = []
    with suppress(pa.ArrowException, OSError):
        batches.extend(file.iter_batches(BATCH_ROWS, row_groups=[group]))  # keeps those before the error
    return pa.Table.from_batches(batches, file.schema_arrow)


def _damaged(place: Path, rows: tuple[int, int], number: int, error: Exception) -> Problem:
    message = f"cannot be read: rows {rows[0]} to {rows[1]} of {number} are damaged ({_reason(error)})"
    return Problem(str(place), 0, 0, "F003", message, hint="the other rows are read; write the file again")


def _unknown(place: Path, table: pa.Table, first: int) -> Iterator[Problem]:
    """Unknown statuses, each once."""
    statuses = table.column("status")
    for word in statuses.unique().to_pylist():
        if word not in list(Status):
            message = f"row {first + statuses.index(word).as_py()}: unknown status '{word}'"
            yield Problem(str(place), 0, 0, "S005", message, hint=did_you_mean(str(word), list(Status)))
