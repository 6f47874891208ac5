"""Tables of events and statements: one engine at small size; `make frames` runs all at full size."""

from __future__ import annotations

import importlib
import sys
from datetime import date, datetime
from itertools import product
from typing import Any

import narwhals
import narwhals.stable.v1 as nw1
import narwhals.stable.v2 as nw
import polars as pl
import pytest
from frame_answers import as_list, conditions, folded, rows, schema, slipped
from frame_logs import DATES, DAYS, log_of
from hypothesis import given, settings
from hypothesis import strategies as st

from laceventlog import UsageError
from laceventlog.dates.slack import days_of_slack
from laceventlog.model import EventLog
from laceventlog.model.history import is_same_plan
from laceventlog.reports import overdue
from laceventlog.tables import frames
from laceventlog.tables.frames.columns import EVENTS, STATEMENTS
from laceventlog.tables.frames.expressions import ordinal
from laceventlog.tables.frames.tables import same_days

LOG = log_of(1200)
TABLE: pl.DataFrame = frames.statements(LOG, backend="polars")
EVENT_TABLE: pl.DataFrame = frames.events(LOG, backend="polars")
ANSWERS: dict[str, Any] = {
    "events_of": frames.events_of,
    "condition": lambda table: frames.condition(table, date(2025, 1, 1)),
    "overdue": lambda table: frames.overdue(table, date(2025, 1, 1)),
    "as_of": lambda table: frames.as_of(table, date(2025, 1, 1)),
    "slip": frames.slip,
}

logs = st.integers(0, 2**32).map(lambda seed: log_of(30, seed))


@settings(max_examples=12)
@given(logs, st.sampled_from(DAYS), st.dates(date(2022, 1, 1), date(2026, 12, 31)))
def test_any_log_is_answered_as_by_the_model(log: EventLog, today: date, known: date) -> None:
    table = frames.statements(log, backend="polars")
    assert rows(frames.events_of(table)) == folded(log)
    assert rows(frames.condition(table, today)) == conditions(log, today)
    assert rows(frames.slip(table)) == slipped(log)
    before = frames.as_of(table, known)
    assert rows(frames.condition(before, known)) == conditions(log.as_of(known), known)
    assert rows(frames.slip(before)) == slipped(log.as_of(known))


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_conditions_of_many_events(today: date) -> None:
    assert rows(frames.condition(EVENT_TABLE, today)) == conditions(LOG, today)


@pytest.mark.parametrize("possible", [False, True])
def test_overdue_of_many_events(possible: bool) -> None:
    today = date(2025, 1, 1)
    found = rows(frames.overdue(TABLE, today, possible=possible))
    wanted = {row.event.id for row in overdue(LOG, today, possible=possible)}
    assert found == {key: row for key, row in conditions(LOG, today).items() if key in wanted}
    assert rows(frames.overdue(EVENT_TABLE, today=today, possible=possible)) == found


def test_the_table_of_events_is_the_folded_table_of_statements() -> None:
    assert frames.events_of(TABLE).select(EVENT_TABLE.columns).sort("id").equals(EVENT_TABLE.sort("id"))
    assert EVENT_TABLE["id"].to_list() == [event.id for event in LOG]
    assert schema(EVENT_TABLE) == dict(EVENTS)
    assert schema(TABLE) == dict(STATEMENTS)


def test_a_time_of_day_is_taken_for_its_day() -> None:
    noon = datetime(2025, 1, 1, 12)  # noqa: DTZ001 - a day is what is asked
    assert frames.condition(TABLE, noon).equals(frames.condition(TABLE, noon.date()))
    assert frames.as_of(TABLE, noon).equals(frames.as_of(TABLE, noon.date()))


@pytest.mark.parametrize("name", ANSWERS)
def test_an_empty_log_gives_the_columns_without_rows(name: str) -> None:
    empty = ANSWERS[name](frames.statements(EventLog(), backend="polars"))
    assert len(empty) == 0
    assert schema(empty) == schema(ANSWERS[name](TABLE))


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize(
    "wrap", [lambda t: t, lambda t: t.lazy(), nw.from_native, nw1.from_native, narwhals.from_native,
             lambda t: nw.from_native(t.lazy())], ids=["polars", "lazy", "v2", "v1", "main", "v2-lazy"],
)  # fmt: skip
def test_the_answer_is_of_the_kind_that_was_given(name: str, wrap: Any) -> None:
    given_table = wrap(TABLE)
    answer = ANSWERS[name](given_table)
    assert type(answer) is type(given_table)
    assert sorted(map(str, as_list(answer))) == sorted(map(str, as_list(ANSWERS[name](TABLE))))


def test_arrow_answers_what_needs_no_order_and_says_what_it_cannot() -> None:
    table = frames.events(LOG, backend="pyarrow")
    assert rows(frames.condition(table, date(2025, 1, 1))) == conditions(LOG, date(2025, 1, 1))
    with pytest.raises(UsageError, match=r"polars\.from_arrow"):
        frames.slip(frames.statements(LOG, backend="pyarrow"))


def test_a_status_that_is_none_has_no_condition() -> None:
    table = EVENT_TABLE.with_columns(status=pl.lit("done"))
    assert frames.condition(table, date(2025, 1, 1))["condition"].null_count() == len(table)
    assert len(frames.overdue(table, date(2030, 1, 1), possible=True)) == 0


def test_columns_of_ones_own_stay_beside_the_answer() -> None:
    table = EVENT_TABLE.with_columns(desk=pl.lit("south"))
    assert frames.overdue(table, date(2025, 1, 1))["desk"].unique().to_list() == ["south"]


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda: frames.condition([1, 2], date(2025, 1, 1)), ["not a table that narwhals knows: list"]),
        (
            lambda: frames.overdue(EVENT_TABLE.drop("status", "shape").cast({"latest_end": pl.Datetime}), date.max),
            ["not a table of events", "'status' is missing", "'shape' is missing", "'latest_end' is Datetime", "not Date",
             "dtype_backend='pyarrow'"],
        ),
        (lambda: frames.slip(TABLE.cast({"statement": pl.Float64})), ["'statement' is Float64, not Int64"]),
        (lambda: frames.as_of(EVENT_TABLE, date(2025, 1, 1)), ["not a table of statements", "'statement' is missing"]),
        (lambda: frames.events_of(EVENT_TABLE), ["not a table of statements"]),
        (lambda: frames.events(LOG, backend="polar"), ["unknown engine 'polar'", "did you mean 'polars'?"]),
        (lambda: frames.statements(LOG, backend="pyspark"), ["needs a session"]),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said_at_once(ask: Any, words: list[str]) -> None:
    with pytest.raises(UsageError) as error:
        ask()
    assert [word for word in words if word not in str(error.value)] == []


def test_an_engine_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(UsageError, match="tables of duckdb need the package duckdb: pip install duckdb"):
        frames.events(LOG, backend="duckdb")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match="need the package pyarrow"):
        frames.parse_parquet("any", backend="polars")


def test_without_narwhals_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "laceventlog.tables.frames")
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    with pytest.raises(ImportError, match=r"pip install 'laceventlog\[frames\]'"):
        importlib.import_module("laceventlog.tables.frames")


def test_one_text_stands_for_the_same_days() -> None:
    texts = {when: same_days(when) for when in DATES if not when.is_unscheduled}
    pairs = product(texts, repeat=2)
    assert [pair for pair in pairs if is_same_plan(*pair) is not (texts[pair[0]] == texts[pair[1]])] == []


def test_what_has_slack_is_what_is_approximate() -> None:
    slack = [max(days_of_slack(when, end=False), days_of_slack(when, end=True)) > 0 for when in DATES]
    assert slack == [when.is_approximate for when in DATES]


@given(st.lists(st.dates(), min_size=1))
@settings(max_examples=30)
def test_any_day_is_counted_as_python_counts_it(days: list[date]) -> None:
    counted = nw.from_native(pl.DataFrame({"day": days})).select(ordinal(nw.col("day")))
    assert counted["day"].to_list() == [day.toordinal() for day in days]
