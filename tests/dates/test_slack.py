"""How far outside its bounds an approximate date may fall: a unit of its precision, on the side that is marked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from laceventlog.dates import When
from laceventlog.dates.slack import days_of_slack, first_possible, last_possible

SLACK = [
    # date, days of slack at its start and at its end
    ("2024-05-17~", 1, 1),
    ("2024-05~", 31, 31),
    ("2024-22~", 92, 92),
    ("2024-34~", 92, 92),
    ("2024-38~", 123, 123),
    ("2024-41~", 184, 184),
    ("2024~", 366, 366),
    ("202X~", 3653, 3653),
    ("20XX~", 36525, 36525),
    ("2024%", 366, 366),
    # only "approximate" gives slack
    ("2024", 0, 0),
    ("2024?", 0, 0),
    ("TBD", 0, 0),
    # each side of an interval has its own
    ("2024~/2025-05", 366, 0),
    ("2024/2025-05~", 0, 31),
    ("2024~/2025-05~", 366, 31),
    ("2024~/..", 366, 0),
    # in a set the widest marked member counts, on both sides: its members have no order
    ("[2024~,2025-05~]", 366, 366),
    ("[2024-05~,2025~]", 366, 366),
    ("[2024-05-17~,20XX]", 1, 1),
    ("{2024-05~,2025}", 31, 31),
    ("{2024,2025-05~}", 31, 31),
]


@pytest.mark.parametrize(("text", "start", "end"), SLACK)
def test_an_approximate_side_has_the_slack_of_its_longest_unit(text: str, start: int, end: int) -> None:
    when = When.parse(text)
    assert (days_of_slack(when, end=False), days_of_slack(when, end=True)) == (start, end)


@pytest.mark.parametrize(("text", "start", "end"), SLACK)
def test_the_possible_days_are_the_bounds_and_the_slack(text: str, start: int, end: int) -> None:
    when = When.parse(text)
    before, after = timedelta(start), timedelta(end)
    assert first_possible(when, end=False) == (when.earliest_start and when.earliest_start - before)
    assert last_possible(when, end=False) == (when.latest_start and when.latest_start + before)
    assert first_possible(when, end=True) == (when.earliest_end and when.earliest_end - after)
    assert last_possible(when, end=True) == (when.latest_end and when.latest_end + after)


def test_slack_does_not_leave_the_calendar() -> None:
    first, last = When.parse("0001~"), When.parse("9999~")
    assert first_possible(first, end=False) == date.min
    assert last_possible(last, end=True) == date.max
    assert last_possible(When.parse("9998~"), end=True) == date.max  # 9998 and 366 days: one too many
    assert last_possible(When.parse("9999-11-30~"), end=True) == date(9999, 12, 1)
