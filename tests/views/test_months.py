"""Calendar months: which days are marked, by what, and that no month or event is lost in silence."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from laceventlog.dates import When
from laceventlog.model import Event, EventLog, Status
from laceventlog.model.statement import Statement
from laceventlog.reports import agenda
from laceventlog.text_width import columns
from laceventlog.views.render_options import RenderOptions
from laceventlog.views.timeline import months
from laceventlog.views.timeline.month_marks import first_of, last_of, marked_months, number, period

TODAY = date(2025, 3, 1)


def log_of(*pairs: str) -> EventLog:
    """Events written as `status when`."""
    return EventLog(
        Event(id=f"e{n}", title=f"Title{n}", history=[Statement(status=Status(status), when=When.parse(when))])
        for n, (status, _, when) in enumerate(pair.partition(" ") for pair in pairs)
    )


def marks(*pairs: str, first: date = date(2025, 1, 1), last: date = date(2025, 12, 31)) -> dict[str, str]:
    """The sign of each marked day; a run of alike days as one."""
    found = marked_months(agenda(log_of(*pairs), TODAY), TODAY, first, last)
    days = {f"{day:%m-%d}": mark.sign for day, mark in sorted(found.days.items())}
    if len(set(days.values())) == 1 and len(days) > 2:
        return {f"{min(days)}..{max(days)}": days[min(days)]}
    return days


MARKS = [
    ("completed 2025-01-07", {"01-07": "●"}),
    ("planned 2025-05-20", {"05-20": "○"}),
    ("planned 2025-02-10", {"02-10": "!"}),  # known, and past
    ("planned 2025-03-01", {"03-01": "▶"}),
    ("cancelled 2025-04-05", {"04-05": "✕"}),
    ("planned 2025-05", {"05-01..05-31": "▒"}),
    ("planned 2025-02", {"02-01..02-28": "▓"}),
    ("planned 2025-34", {"04-01..06-30": "▒"}),
    ("planned 2025", {}),  # it would mark every day
    ("planned [..2025-06-30]", {"06-30": "◁"}),  # said on some day: from today on, longer than a quarter
    ("planned [..2025-03-02]", {"03-01": "▒", "03-02": "◁"}),
    ("planned [2025-07-01..]", {}),
    ("underway 2025-02-26/2025-03-03", {"02-26..03-03": "━"}),
    ("underway 2019/..", {}),
    ("planned TBD", {}),
    ("cancelled TBD", {}),  # it has no day to be crossed out on
]  # fmt: skip


@pytest.mark.parametrize(("pair", "expected"), MARKS)
def test_marks(pair: str, expected: dict[str, str]) -> None:
    assert marks(pair) == expected


def test_the_weightiest_sign_has_the_day() -> None:
    assert marks("planned 2025-05", "planned 2025-05-20", "cancelled 2025-05-20")["05-20"] == "○"
    assert marks("planned [..2025-05-20]", "planned 2025-05")["05-20"] == "◁"


PERIODS = [
    (None, None, "2024-09-01", "2026-03-31"),
    ("2023-01-01", None, "2023-01-01", "2026-03-31"),
    (None, "2025-04-30", "2024-09-01", "2025-04-30"),
    ("2027-05-05", None, "2027-05-01", "2028-05-31"),  # beyond the usual end
    (None, "2020-06-30", "2019-06-01", "2020-06-30"),
    ("0001-01-01", "0001-01-01", "0001-01-01", "0001-01-31"),
    ("9999-12-31", None, "9999-12-01", "9999-12-31"),
    (None, "0001-02-01", "0001-01-01", "0001-02-28"),
]


@pytest.mark.parametrize(("first", "last", "begin", "end"), PERIODS)
def test_the_months_chosen(first: str | None, last: str | None, begin: str, end: str) -> None:
    args = (date.fromisoformat(day) if day else None for day in (first, last))
    low, high = period(TODAY, *args)
    assert (first_of(low).isoformat(), last_of(high).isoformat()) == (begin, end)


PICTURE = """\
 February 2025                 March 2025
 Mon Tue Wed Thu Fri Sat Sun   Mon Tue Wed Thu Fri Sat Sun
                      1   2                       │ 1   2
  3   4   5   6   7   8   9     3   4   5   6   7   8   9
 10! 11  12  13  14  15  16    10  11  12  13  14  15  16
 17  18  19  20  21  22  23    17  18  19  20  21  22  23
 24  25  26  27  28            24  25  26  27  28  29  30
                               31

 May 2025
 Mon Tue Wed Thu Fri Sat Sun
              1▒  2▒  3▒  4▒
  5▒  6▒  7▒  8▒  9▒ 10▒ 11▒
 12▒ 13▒ 14▒ 15▒ 16▒ 17▒ 18▒
 19▒ 20○ 21▒ 22▒ 23▒ 24▒ 25▒
 26▒ 27▒ 28▒ 29▒ 30▒ 31▒

│ today 1 Mar 2025
! 10 Feb 2025: Title0 – 19 d [e0]
▒ May 2025: Title1 – in 61 d [e1]
○ 20 May 2025: Title2 – in 80 d [e2]

LONGER THAN A QUARTER (no day is marked)
▶ 2025: Title3 – 305 d left [e3]
Not drawn: 16 months without a marked day
Not drawn: 1 without a date
Not drawn: 1 outside 1 Sep 2024 – 31 Mar 2026 (see --from, --to)
"""
PAIRS = (
    "planned 2025-02-10", "planned 2025-05", "planned 2025-05-20", "planned 2025", "planned TBD", "completed 2019",
)  # fmt: skip


def test_the_months_at_70_columns() -> None:
    assert months.render(agenda(log_of(*PAIRS), TODAY), TODAY, RenderOptions(70)) == PICTURE


def test_where_a_week_has_no_room_the_list_is_left() -> None:
    text = months.render(agenda(log_of(*PAIRS), TODAY), TODAY, RenderOptions(27))
    assert text.startswith("│ today 1 Mar 2025\n! 10 Feb 2025: Title0")
    assert "Mon" not in text
    assert months.render([], TODAY) == ""


days = st.dates(date(2023, 1, 1), date(2027, 12, 31))
whens = (
    days.map(date.isoformat)
    | days.map(lambda day: f"{day:%Y-%m}")
    | st.tuples(days, st.integers(0, 120)).map(
        lambda pair: f"[{pair[0]}..{date.fromordinal(pair[0].toordinal() + pair[1])}]"
    )
    | days.map(lambda day: f"[..{day}]")
    | st.sampled_from(["2025", "2019/..", "TBD", "0001", "9999-12-31", "0001/9999", "9999-12~", "0001-01-01~"])
)
logs = st.lists(st.tuples(st.sampled_from(list(Status)), whens), max_size=8).map(
    lambda pairs: log_of(*(f"{status} {when}" for status, when in pairs))
)
todays = days | st.sampled_from([date.min, date.max])


@settings(max_examples=60)
@given(logs, todays, st.none() | todays, st.none() | todays)
@example(log_of("planned 9999-12-31"), date.max, None, None)
@example(log_of("planned 0001-01-01"), date.min, None, None)
def test_every_event_is_marked_listed_or_counted(
    log: EventLog, today: date, first: date | None, last: date | None
) -> None:
    rows = agenda(log, today)
    found = marked_months(rows, today, first, last)
    undated = sum(row.event.when.is_unscheduled for row in rows)
    assert len(found.marked) + len(found.long) + found.outside + undated == len(rows)
    begin, end = number(found.first), number(found.last)
    assert len(found.months) + found.empty == end - begin + 1
    assert all(begin <= month <= end for month in found.months)
    assert {number(day) for day in found.days} <= set(found.months)


@settings(max_examples=60)
@given(logs, todays, st.integers(28, 250))
def test_every_month_shown_has_all_its_days_under_their_weekdays(log: EventLog, today: date, width: int) -> None:
    options = RenderOptions(width)
    found = marked_months(agenda(log, today), today)
    for month in found.months:
        lines = months._grid(month, found, today, options)
        assert {columns(line) for line in lines} == {months.MONTH}
        first = first_of(month)
        cells = [line[at : at + 4] for line in lines[2:] for at in range(0, 28, 4)]
        shown = {int(cell[1:3]): index % 7 for index, cell in enumerate(cells) if cell[1:3].strip()}
        assert shown == {
            day: first.replace(day=day).weekday() for day in range(1, monthrange(first.year, first.month)[1] + 1)
        }


@settings(max_examples=60)
@given(logs, todays)
def test_a_dot_in_a_calendar_stands_only_for_a_known_day(log: EventLog, today: date) -> None:
    found = marked_months(agenda(log, today), today, date(2023, 1, 1), date(2027, 12, 31))
    for day, mark in found.days.items():
        if mark.sign in "●○":
            assert (mark.row.event.when.earliest, mark.row.event.when.latest) == (day, day)


def test_the_sign_of_today_stands_before_its_day() -> None:
    text = months.render(agenda(log_of("planned 2025-03-20"), TODAY), TODAY, RenderOptions(40))
    assert re.findall("│ *(.+)", text)[0].startswith("1 ")
