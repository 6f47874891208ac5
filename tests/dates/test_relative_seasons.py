"""The nearest season, month or day of a name, and the running unit: held against the calendar, day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from laceventlog import DateError, When

SEASONS = {"primavera": 3, "verano": 6, "otoño": 9, "invierno": 12}
NORTH, SOUTH = "north", "south"
DAYS = [date(2024, 1, 1) + timedelta(days=n) for n in range(0, 366, 3)] + [
    date(2024, month, day) for month in (2, 3, 5, 6, 8, 9, 11, 12) for day in (1, 28, 29, 30) if (month, day) != (2, 30)
]


def season_of(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of the season that begins in a month."""
    after = month + 3
    end = date(year + after // 13, (after - 1) % 12 + 1, 1) - timedelta(days=1)
    return date(year, month, 1), end


@pytest.mark.parametrize("hemisphere", [NORTH, SOUTH])
@pytest.mark.parametrize("season", SEASONS)
def test_the_nearest_season_begins_after_the_day_or_ended_before_it(season: str, hemisphere: str) -> None:
    month = SEASONS[season] if hemisphere == NORTH else (SEASONS[season] + 5) % 12 + 1
    all_ = [season_of(year, month) for year in range(2020, 2030)]
    for day in DAYS:
        coming = When.parse(f"el próximo {season}", "es", hemisphere=hemisphere, relative_to=day)
        passed = When.parse(f"el pasado {season}", "es", hemisphere=hemisphere, relative_to=day)
        assert coming.earliest == min(first for first, _ in all_ if first > day), day
        assert passed.latest == max(last for _, last in all_ if last < day), day


def test_the_nearest_day_of_a_name_is_not_the_day_itself() -> None:
    for day in DAYS:
        coming, passed = (When.parse(f"el {word} 15 de mayo", "es", relative_to=day) for word in ("próximo", "pasado"))
        assert coming.earliest == min(d for d in (date(y, 5, 15) for y in range(2020, 2030)) if d > day)
        assert passed.earliest == max(d for d in (date(y, 5, 15) for y in range(2020, 2030)) if d < day)
    on_it = date(2024, 5, 15)
    assert When.parse("el próximo 15 de mayo", "es", relative_to=on_it) == When.parse("2025-05-15")
    assert When.parse("el pasado 15 de mayo", "es", relative_to=on_it) == When.parse("2023-05-15")


def test_the_nearest_month_of_a_name_is_not_the_running_one() -> None:
    for day in DAYS:
        coming, passed = (When.parse(f"el {word} mayo", "es", relative_to=day) for word in ("próximo", "pasado"))
        assert coming == When.parse("2024-05" if day.month < 5 else "2025-05")
        assert passed == When.parse("2024-05" if day.month > 5 else "2023-05")


RUNNING = [
    # the day, the phrase, what it means
    (date(2024, 11, 6), "later this week", "[2024-11-07..2024-11-10]"),  # Wednesday
    (date(2024, 11, 6), "earlier this week", "[2024-11-04..2024-11-05]"),
    (date(2024, 8, 10), "later this quarter", "[2024-08-11..2024-09-30]"),
    (date(2024, 8, 10), "earlier this quarter", "[2024-07-01..2024-08-09]"),
    (date(2024, 11, 10), "earlier this month", "[2024-11-01..2024-11-09]"),
    (date(2024, 11, 10), "next decade", "203X"),
    (date(2, 5, 5), "last year", "0001"),
    (date(2024, 12, 30), "later this year", "[2024-12-31..2024-12-31]"),  # one day is left
    (date(2024, 1, 2), "earlier this year", "[2024-01-01..2024-01-01]"),
    # named, and running, up to its last month
    (date(2025, 2, 28), "this winter", "2024-24"),
    (date(2025, 2, 28), "next winter", "2025-24"),
    (date(2024, 11, 10), "last November", "2023-11"),
    (date(2024, 11, 10), "next November", "2025-11"),
    # named, and not running: the one of this calendar year
    (date(2025, 1, 15), "this December", "2025-12"),
    (date(2025, 12, 15), "this January", "2025-01"),
    (date(2025, 7, 1), "this winter", "2025-24"),  # the coming one is as near as the one that passed
]


@pytest.mark.parametrize(("day", "phrase", "notation"), RUNNING)
def test_the_running_unit(day: date, phrase: str, notation: str) -> None:
    assert When.parse(phrase, relative_to=day) == When.from_edtf(notation)


def test_a_winter_that_passed_more_lately_than_the_next_one_comes_is_not_guessed() -> None:
    with pytest.raises(DateError, match="the one that passed, or the coming one"):
        When.parse("this winter", relative_to=date(2025, 6, 30))


def test_the_season_of_two_years_is_the_one_in_which_the_year_turns() -> None:
    assert When.parse("winter 2023/24") == When.from_edtf("2023-24")
    assert When.parse("summer 2023/24", hemisphere=SOUTH) == When.from_edtf("[2023-12..2024-02]")
    for season, hemisphere in (("summer", NORTH), ("winter", SOUTH)):
        with pytest.raises(DateError, match="two years for one date"):
            When.parse(f"{season} 2023/24", hemisphere=hemisphere)


def test_a_century_is_not_a_decade_and_both_can_be_written() -> None:
    with pytest.raises(DateError, match="ten years or a hundred") as refused:
        When.parse("the 1900s")
    assert refused.value.hint == "write 190X for the ten years, 19XX for the century"
    assert When.parse("the 2000s") == When.from_edtf("200X")
