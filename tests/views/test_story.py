"""The story: every event once, by date, in the words of its source, with today between past and future."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laceventlog import loads
from laceventlog.dates import When
from laceventlog.model import Event, EventLog, Status
from laceventlog.model.statement import Statement
from laceventlog.reports import agenda
from laceventlog.views.groups import Section
from laceventlog.views.i18n import ENGLISH, voice
from laceventlog.views.render_options import RenderOptions
from laceventlog.views.timeline import story

TODAY = date(2025, 3, 1)
LOG = loads("""
events:
  - {id: furnace, kind: event, title: Furnace lit, status: completed, when: In May 2024}
  - {id: pills, kind: event, title: Pills supplied, status: planned, when: by the end of 2024, said: 2024-10-01}
  - {id: since, kind: event, title: Insulin supplied, status: underway, when: since 2019}
  - {id: year, kind: event, title: Technology handed over, status: planned, when: in 2025}
  - {id: plan, kind: event, title: A plan, status: underway, when: 2025/2027}
  - {id: igc, kind: event, title: Commission meets, status: planned, when: 2025-05-20}
  - {id: half, kind: event, title: Road paved, status: planned, when: second half of 2025}
  - {id: far, kind: event, title: Reactor starts, status: planned, when: not before July 2028}
  - {id: tbd, kind: event, title: Bridge opens, status: planned, when: to be determined}
  - {id: never, kind: event, title: Buses delivered, status: planned}
""")
STORY = """\
2019
▷        ━ since 2019: Insulin supplied [since]

2024
May      ● In May 2024: Furnace lit [furnace]
◁ Dec    ! by the end of 2024: Pills supplied
           – 60 d [pills]

2025
Jan–Dec  ▶ in 2025: Technology handed over
           – 305 d left [year]
–2027    ━ 2025–2027: A plan – 2.8 y left [plan]

── today 1 Mar 2025 ────────────────────────────

2025
May      ○ 20 May 2025: Commission meets
           – in 80 d [igc]
Jul–Dec  ○ second half of 2025: Road paved
           – in 122 d [half]

2028
Jul ▷    ○ not before July 2028: Reactor starts
           – in 3.3 y [far]

No date
         · Buses delivered [never]
         · to be determined: Bridge opens [tbd]

A date of several months is listed at its first
day, a deadline at its last.
"""


def test_the_story_at_48_columns() -> None:
    assert story.render(agenda(LOG, TODAY), TODAY, RenderOptions(48)) == STORY


def test_a_narrow_story_has_the_months_above() -> None:
    rows = [row for row in agenda(LOG, TODAY) if row.event.id == "half"]
    lines = story.render(rows, TODAY, RenderOptions(30)).splitlines()
    assert lines[2:6] == ["2025", "  Jul–Dec", "  ○ second half of 2025: Road", "    paved – in 122 d [half]"]


MONTHS = [
    ("2024-02-27", "Feb"),
    ("2024-02", "Feb"),
    ("2024", "Jan–Dec"),
    ("2024-33", "Jan–Mar"),
    ("[2025-01-21..2025-02-10]", "Jan–Feb"),
    ("[..2024-12-31]", "◁ Dec"),
    ("/2024", "◁ Dec"),
    ("../2024-05", "◁ May"),
    ("[2028-07-01..]", "Jul ▷"),
    ("2019/..", "▷"),  # some day of that year, nobody knows which
    ("2019-05/..", "May ▷"),
    ("2019/", "▷"),
    ("2023/2030", "–2030"),
    ("2023-04/2030", "Apr–2030"),
    ("2023-04/2023-06", "Apr–Jun"),
    ("2024-24", "Dec–2025"),  # winter: one moment, in December or after
    ("[2021..2023]", "Jan–2023"),
    ("TBD", ""),
]


@pytest.mark.parametrize(("when", "label"), MONTHS)
def test_the_months_beside(when: str, label: str) -> None:
    assert story.months(When.parse(when), ENGLISH) == label


def test_months_in_other_languages() -> None:
    when = When.parse("[2025-01-21..2025-02-10]")
    assert [story.months(when, voice(code)) for code in ("es", "pt", "ru")] == ["ene–feb", "jan–fev", "янв.–февр."]


def test_nothing_is_told_of_nothing() -> None:
    assert story.render([], TODAY) == ""
    undated = [row for row in agenda(LOG, TODAY) if row.event.when.is_unscheduled]
    assert "today" not in story.render(undated, TODAY)
    assert "today" not in story.markdown(undated, TODAY)


def test_each_section_has_its_own_today() -> None:
    rows = agenda(LOG, TODAY)
    text = story.render(rows, TODAY, RenderOptions(80), [Section("One", rows[:5]), Section("Two", rows[5:])])
    assert re.findall("^(?:One|Two|── today)", text, re.MULTILINE) == ["One", "── today", "Two", "── today"]


DAYS = [when for when, _ in MONTHS] + ["0001", "9999-12-31", "0001/9999", "2025-03-01", "2025-03-02", "2025-02-28"]
logs = st.lists(st.tuples(st.sampled_from(DAYS), st.sampled_from(list(Status))), max_size=12).map(
    lambda pairs: EventLog(
        Event(id=f"e{number}", title=f"Title{number}", history=[Statement(status=status, when=When.parse(when))])
        for number, (when, status) in enumerate(pairs)
    )
)


@settings(max_examples=60)
@given(logs, st.integers(20, 120))
def test_every_event_is_told_once_in_order(log: EventLog, width: int) -> None:
    rows = agenda(log, TODAY)
    told = re.findall(r"Title\d+", story.render(rows, TODAY, RenderOptions(width)))
    items = re.findall(r"Title\d+", story.markdown(rows, TODAY))
    assert told == items == [row.event.title for row in story.in_order(rows)]
    assert sorted(told) == sorted(event.title for event in log)
    keys = [row.event.when.sort_key[:2] for row in story.in_order(rows)]
    assert keys == sorted(keys)


@given(logs)
def test_today_parts_what_stands_up_to_it_from_what_stands_after(log: EventLog) -> None:
    past, ahead = story.parted(agenda(log, TODAY), TODAY)
    assert all(row.event.when.sort_key[1] <= TODAY for row in past)
    assert all(row.event.when.is_unscheduled or row.event.when.sort_key[1] > TODAY for row in ahead)


def test_markdown_shows_what_a_source_wrote() -> None:
    log = loads("events:\n  - {id: x, kind: event, title: '*A* [b](c) <i>', status: planned, when: in 2025}\n")
    text = story.markdown(agenda(log, TODAY), TODAY)
    assert r"- **in 2025**: \*A\* \[b\](c) \<i\> – 305 d left (x)" in text
    assert "\n## 2025\n" in text
