"""All engines against the model, row by row, on many events: `make frames`."""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from frame_answers import as_list, conditions, folded, rows, schema, slipped
from frame_logs import log_of

from laceventlog import UsageError
from laceventlog.model import EventLog
from laceventlog.reports import overdue
from laceventlog.tables import frames

NUMBER = 100_000
TODAY, KNOWN = date(2025, 1, 1), date(2024, 5, 31)
ENGINES = ["polars", "polars-lazy", "pandas", "pandas-numpy", "duckdb", "duckdb-file", "pyspark", "pyspark-file"]
"""`-file`: the engine reads the Parquet file itself; `-numpy`: only the days are Arrow's."""

pytestmark = [
    pytest.mark.frames,
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"),  # it does not vouch for pandas 3 yet
    pytest.mark.filterwarnings("ignore::DeprecationWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # the sockets to its Java
]


@pytest.fixture(scope="module")
def log() -> EventLog:
    return log_of(NUMBER)


@pytest.fixture(scope="module")
def stored(log: EventLog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The statements in a Parquet file."""
    path = tmp_path_factory.mktemp("frames") / "statements.parquet"
    frames.write_parquet(frames.statements(log, backend="polars"), path)
    return path


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """Spark on this machine alone."""
    if not shutil.which("java"):
        pytest.skip("no Java: Spark is left out")
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = importlib.import_module("pyspark.sql").SparkSession.builder.master("local[2]")
    settings = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2", "spark.driver.memory": "4g",
                "spark.ui.showConsoleProgress": "false"}  # fmt: skip
    made = builder.config(map=settings).getOrCreate()
    made.sparkContext.setLogLevel("ERROR")
    yield made
    made.stop()


def table_of(engine: str, log: EventLog, stored: Path, ask: Callable[[str], Any]) -> Any:
    """The statements in an engine; Spark's session is asked for where it is needed."""
    name, _, way = engine.partition("-")
    session = ask("session") if name == "pyspark" else None
    if way == "file":
        return session.read.parquet(str(stored)) if session else importlib.import_module(name).read_parquet(str(stored))
    made = frames.statements(log, backend=name, session=session)
    if way == "lazy":
        return made.lazy()
    return made.astype(NUMPY) if way == "numpy" else made


NUMPY = {
    "statement": "int64", "slack_start": "int64", "slack_end": "int64", "correction": "bool",
    **dict.fromkeys(("id", "status", "shape", "when", "days", "text", "zone", "title", "kind"), "str"),
}  # fmt: skip


@pytest.fixture(scope="module", params=ENGINES)
def table(request: pytest.FixtureRequest, log: EventLog, stored: Path) -> Any:
    pytest.importorskip(request.param.partition("-")[0])
    return table_of(request.param, log, stored, request.getfixturevalue)


@pytest.fixture(scope="module")
def wanted(log: EventLog) -> dict[str, Any]:
    """The answers of the model, once for all engines."""
    return {
        "events": folded(log),
        "conditions": conditions(log, TODAY),
        "overdue": {row.event.id for row in overdue(log, TODAY)},
        "known": conditions(log.as_of(KNOWN), KNOWN),
        "slip": slipped(log),
    }


def differing(found: dict[str, Any], answers: dict[str, Any]) -> list[Any]:
    """The first few rows that are not the model's; a report of all would be of no use."""
    keys = sorted(found.keys() ^ answers.keys()) + [
        key for key in found.keys() & answers.keys() if found[key] != answers[key]
    ]
    return [(key, found.get(key), answers.get(key)) for key in keys[:3]]


def test_the_fold_is_that_of_the_model(table: Any, wanted: dict[str, Any]) -> None:
    assert differing(rows(frames.events_of(table)), wanted["events"]) == []


def test_the_conditions_are_those_of_the_model(table: Any, wanted: dict[str, Any]) -> None:
    assert differing(rows(frames.condition(table, TODAY)), wanted["conditions"]) == []


def test_overdue_is_what_the_model_says(table: Any, wanted: dict[str, Any]) -> None:
    answers = {key: wanted["conditions"][key] for key in wanted["overdue"]}
    assert differing(rows(frames.overdue(table, TODAY)), answers) == []


def test_what_was_known_is_what_the_model_knew(table: Any, wanted: dict[str, Any]) -> None:
    assert differing(rows(frames.condition(frames.as_of(table, KNOWN), KNOWN)), wanted["known"]) == []


def test_slip_is_that_of_the_model(table: Any, wanted: dict[str, Any]) -> None:
    assert differing(rows(frames.slip(table)), wanted["slip"]) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_answers_are_of_the_kind_and_types_asked_for(engine: str, stored: Path, request: pytest.FixtureRequest) -> None:
    pytest.importorskip(engine.partition("-")[0])
    few = log_of(300)
    polars = frames.statements(few, backend="polars")
    given = table_of(engine, few, stored, request.getfixturevalue)
    asks: list[Any] = [frames.slip, lambda t: frames.condition(t, TODAY), lambda t: frames.as_of(t, KNOWN)]
    for ask in asks:
        answer = ask(given)
        assert type(answer) is type(given)
        assert schema(answer) == schema(ask(polars))


@pytest.mark.parametrize("engine", [name for name in ENGINES if not name.endswith("-file")])
def test_an_empty_log_and_one_without_a_date_are_answered(
    engine: str, stored: Path, request: pytest.FixtureRequest
) -> None:
    pytest.importorskip(engine.partition("-")[0])
    for few in (EventLog(), EventLog(event for event in log_of(200) if event.when.is_unscheduled)):
        given = table_of(engine, few, stored, request.getfixturevalue)
        assert rows(frames.condition(given, TODAY)) == conditions(few, TODAY)
        assert rows(frames.slip(given)) == slipped(few)


@pytest.mark.parametrize("backend", ["polars", "pandas", "pyarrow", "duckdb", "pyspark"])
def test_parquet_is_read_into_each_engine(backend: str, stored: Path, request: pytest.FixtureRequest) -> None:
    pytest.importorskip(backend)
    session = request.getfixturevalue("session") if backend == "pyspark" else None
    found = frames.read_parquet(stored, backend=backend, session=session)
    assert sorted(map(str, as_list(found))) == sorted(map(str, as_list(frames.read_parquet(stored, backend="pyarrow"))))


def test_spark_writes_its_own_parquet_and_it_is_read(session: Any, stored: Path, tmp_path: Path) -> None:
    overdue_table = frames.overdue(session.read.parquet(str(stored)), TODAY)
    with pytest.raises(UsageError, match="written by Spark"):
        frames.write_parquet(overdue_table, tmp_path / "one.parquet")
    overdue_table.write.parquet(str(tmp_path / "parts"))
    assert rows(frames.read_parquet(tmp_path / "parts", backend="polars")) == rows(overdue_table)


@pytest.mark.parametrize("backend", ["duckdb", "pandas"])
def test_what_is_written_by_other_engines_is_read(backend: str, stored: Path, tmp_path: Path) -> None:
    pytest.importorskip(backend)
    table = frames.overdue(frames.read_parquet(stored, backend=backend), TODAY)
    frames.write_parquet(table, tmp_path / "t.parquet")
    assert rows(frames.read_parquet(tmp_path / "t.parquet", backend="polars")) == rows(table)
