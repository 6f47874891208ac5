"""Groups and counts: every event in its groups, and once in the totals."""

from __future__ import annotations

from datetime import date
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog import loads
from laceventlog.dates import When
from laceventlog.model import Event, EventLog, Meeting, Status
from laceventlog.model.statement import Statement
from laceventlog.reports import agenda
from laceventlog.reports.counts import TOTAL, count_events, flat_table
from laceventlog.reports.facets import NONE, SEVERAL, Facet, grouped, keys, year
from laceventlog.reports.records import matrix_record

TODAY = date(2025, 3, 1)

YEARS = [
    ("2024-05-17", "2024"),
    ("2024-05", "2024"),
    ("2024", "2024"),
    ("2024?", "2024"),  # a doubt moves no bound
    ("0001", "0001"),
    ("9999-12-31", "9999"),
    ("2024-02/2024-06", "2024"),
    ("[2024-02-01..2024-12-31]", "2024"),
    ("2023/2024", SEVERAL),  # it lasts over both
    ("[2023-12-31..2024-01-01]", SEVERAL),  # one of the two, nobody knows which
    ("[..2024-12-31]", SEVERAL),  # any year up to that day
    ("[2024-01-01..]", SEVERAL),
    ("2024/..", SEVERAL),
    ("2024/", SEVERAL),
    ("/2024", SEVERAL),
    ("202X", SEVERAL),
    ("2024-24", SEVERAL),  # December to February
    ("2024~", SEVERAL),  # around 2024 may be 2023
    ("2024-01-01~", SEVERAL),  # so may be the day around New Year
    ("2024-07-01~", "2024"),
    ("2024-07~", "2024"),
    ("2024-12~", SEVERAL),
    ("9999~", SEVERAL),
    ("0001-06~", "0001"),
    ("TBD", NONE),
]


@pytest.mark.parametrize(("when", "expected"), YEARS)
def test_the_year_of_a_date_is_one_or_none_is_claimed(when: str, expected: str) -> None:
    assert year(When.parse(when)) == expected


LOG = loads("""
events:
  - {id: first, kind: programme, title: First, status: underway, when: 2022/2026, countries: [CU]}
  - {id: second, kind: programme, title: Second, status: underway, when: 2020/2026, part_of: [first]}
  - {id: a, kind: meeting, title: A, status: planned, when: 2024-01-01, countries: [RU, CU], part_of: [second, first]}
  - {id: b, kind: meeting, title: B, status: completed, when: 2023, countries: [VE], part_of: [first]}
  - {id: c, kind: delivery, title: C, status: proposed}
  - {id: d, kind: launch, title: D, status: cancelled, when: 2024, countries: [CU]}
""")
ROWS = agenda(LOG, TODAY)

GROUPS = [
    (Facet.COUNTRY, {"CU": "a d first", "RU": "a", "VE": "b", NONE: "c second"}),
    (Facet.KIND, {"meeting": "a b", "launch": "d", "delivery": "c", "programme": "first second"}),
    (Facet.STATUS, {"proposed": "c", "planned": "a", "underway": "first second", "completed": "b", "cancelled": "d"}),
    (Facet.CONDITION, {"overdue": "a", "ongoing": "first second", "undated": "c", "closed": "b d"}),
    (Facet.YEAR, {"2023": "b", "2024": "a d", SEVERAL: "first second", NONE: "c"}),
    # the one that began earlier first; nobody is in two for being in a part of one
    (Facet.PROGRAMME, {"second": "a", "first": "a b second", NONE: "c d first"}),
]  # fmt: skip


@pytest.mark.parametrize(("facet", "expected"), GROUPS)
def test_groups_in_their_order(facet: Facet, expected: dict[str, str]) -> None:
    found = grouped(ROWS, facet, LOG)
    assert {key: " ".join(sorted(row.event.id for row in rows)) for key, rows in found.items()} == expected
    assert list(found) == list(expected)


def test_rows_keep_their_order_in_a_group() -> None:
    for facet in Facet:
        for rows in grouped(ROWS, facet, LOG).values():
            assert rows == [row for row in ROWS if row in rows]


def test_a_programme_that_the_log_does_not_know_stands_behind_those_it_knows() -> None:
    thing = Event(id="x", title="X", part_of=("gone", "first"), history=[Statement(status=Status.PLANNED)])
    rows = agenda(EventLog.trusted([*LOG, thing]), TODAY)
    assert list(grouped([row for row in rows if row.event.id == "x"], Facet.PROGRAMME, LOG)) == ["first", "gone"]


COUNTRIES = ("CU", "RU", "VE")
things = st.builds(
    lambda kind, status, when, countries: kind(
        id="x", title="X", countries=countries, history=[Statement(status=status, when=When.parse(when))]
    ),
    st.sampled_from([Event, Meeting]),
    st.sampled_from(list(Status)),
    st.sampled_from([when for when, _ in YEARS]),
    st.lists(st.sampled_from(COUNTRIES), max_size=3, unique=True).map(tuple),
)
logs = st.lists(things, max_size=12).map(
    lambda events: EventLog([attrs.evolve(event, id=f"x-{number}") for number, event in enumerate(events)])
)


@given(logs, st.sampled_from(list(Facet)), st.sampled_from([None, *Facet]))
def test_counts_are_those_of_the_groups(log: EventLog, facet: Facet, across: Facet | None) -> None:
    rows = agenda(log, TODAY)
    counts = count_events(rows, log, facet, across)
    groups = grouped(rows, facet, log)
    assert counts.total == len(rows) <= sum(counts.of_rows.values())
    assert {key: counts.of_rows[key] for key in counts.rows} == {key: len(found) for key, found in groups.items()}
    if across and across is not facet:
        others = grouped(rows, across, log)
        expected = {
            (one, other): sum(row in others[other] for row in groups[one]) for one, other in product(groups, others)
        }
        assert {pair: counts.cells.get(pair, 0) for pair in expected} == expected
        assert max(counts.of_columns.values(), default=0) <= counts.total


@given(logs, st.sampled_from(list(Facet)))
def test_an_event_stands_in_every_group_that_is_its_own_and_in_no_other(log: EventLog, facet: Facet) -> None:
    rows = agenda(log, TODAY)
    for key, found in grouped(rows, facet, log).items():
        assert found == [row for row in rows if key in keys(row, facet)]
    assert all(keys(row, facet) for row in rows)


def test_counts_for_machines() -> None:
    counts = count_events(ROWS, LOG, Facet.COUNTRY, Facet.YEAR)
    record = matrix_record(counts)
    assert record["by"] == {"rows": "country", "columns": "year"}
    assert record["total"] == 6
    assert record["rows"] == [
        {"key": "CU", "total": 3}, {"key": "RU", "total": 1}, {"key": "VE", "total": 1}, {"key": NONE, "total": 2},
    ]  # fmt: skip
    assert {"row": "CU", "column": "2024", "count": 2} in record["cells"]
    assert len(record["cells"]) == 16
    assert counts.repeated == {Facet.COUNTRY: 1, Facet.YEAR: 0}
    fields, rows = flat_table(counts)
    assert fields == ["country/year", "2023", "2024", SEVERAL, NONE, TOTAL]
    assert rows[0] == {"country/year": "CU", "2023": 0, "2024": 2, SEVERAL: 1, NONE: 0, TOTAL: 3}
    assert rows[-1] == {"country/year": TOTAL, "2023": 1, "2024": 2, SEVERAL: 2, NONE: 1, TOTAL: 6}
