"""Counts as a matrix: numbers under headers, zero as a dot, remarks on events counted twice."""

from __future__ import annotations

import re
from datetime import date

import pytest

from laceventlog import loads
from laceventlog.reports import agenda
from laceventlog.reports.counts import count_events
from laceventlog.reports.facets import Facet
from laceventlog.text_width import columns
from laceventlog.views.i18n import voice
from laceventlog.views.render_options import RenderOptions
from laceventlog.views.tables import pivot_table

TODAY = date(2025, 3, 1)
LOG = loads("""
events:
  - {id: trade, kind: programme, title: Trade | programme, status: underway, when: 2022/2026, countries: [CU]}
  - {id: a, kind: meeting, title: A, status: planned, when: 2024-01-01, countries: [RU, CU], part_of: [trade]}
  - {id: b, kind: meeting, title: B, status: completed, when: 2023, countries: [VE], part_of: [trade]}
  - {id: c, kind: delivery, title: C, status: proposed}
  - {id: d, kind: launch, title: D, status: cancelled, when: 2024, countries: [CU]}
""")
ROWS = agenda(LOG, TODAY)


def drawn(width: int, *facets: Facet, lang: str = "en") -> str:
    return pivot_table.render(count_events(ROWS, LOG, *facets), LOG, RenderOptions(width, voice(lang)))


def test_country_and_year() -> None:
    assert (
        drawn(80, Facet.COUNTRY, Facet.YEAR)
        == """\
country / year  2023  2024  several years  no date  total
Cuba (CU)          ·     2              1        ·      3
Russia (RU)        ·     1              ·        ·      1
Venezuela (VE)     1     ·              ·        ·      1
no country         ·     ·              ·        1      1
total              1     2              1        1      5

1 event of several countries is counted under each; totals count it once
several years: the date may fall in, or extend over, more than one
"""
    )


def test_gaps_are_narrower_where_that_is_enough() -> None:
    assert (
        drawn(54, Facet.COUNTRY, Facet.YEAR).splitlines()[0] == "country / year 2023 2024 several years no date total"
    )


def test_what_has_no_room_stands_in_blocks_each_with_its_names() -> None:
    text = drawn(40, Facet.COUNTRY, Facet.KIND)
    assert [line.split()[3:] for line in text.splitlines() if line.startswith("country")] == [
        ["meeting", "launch", "delivery"], ["programme", "total"],
    ]  # fmt: skip
    assert len(re.findall(r"^Cuba \(CU\) ", text, re.MULTILINE)) == 2


def test_one_facet_alone() -> None:
    assert (
        drawn(40, Facet.PROGRAMME)
        == """\
programme                  events
Trade | programme [trade]       2
part of no programme            3
total                           5
"""
    )


def test_programmes_over_columns_are_told_by_their_ids() -> None:
    assert drawn(80, Facet.STATUS, Facet.PROGRAMME).splitlines()[0].split("  ")[1:] == [
        "trade", "part of no programme", "total",
    ]  # fmt: skip


def test_no_events_no_matrix() -> None:
    assert pivot_table.render(count_events([], LOG, Facet.KIND), LOG) == ""


def test_markdown() -> None:
    text = pivot_table.markdown(count_events(ROWS, LOG, Facet.PROGRAMME, Facet.KIND), LOG)
    assert r"| Trade \| programme \[trade\]" in text
    assert "---:|" in text.splitlines()[1]
    assert pivot_table.markdown(count_events(ROWS, LOG, Facet.COUNTRY), LOG).endswith("totals count it once.\n")


@pytest.mark.parametrize("lang", ["en", "es", "pt", "ru"])
@pytest.mark.parametrize("width", [20, 40, 60, 250])
def test_every_number_is_in_some_block(lang: str, width: int) -> None:
    text = drawn(width, Facet.COUNTRY, Facet.STATUS, lang=lang)
    cells = [
        cell
        for line in text.split("\n\n")
        for row in line.splitlines()
        if row.startswith(("Cuba", "Куба"))
        for cell in row.replace("(CU)", "").split()[1:]
    ]
    assert cells == ["·", "1", "1", "·", "1", "3"]
    assert max(map(columns, text.splitlines())) <= width
