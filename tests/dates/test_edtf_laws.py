"""Laws of EDTF: bounds against brute force, and properties of everything the grammar can express."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import product

import pytest
from edtf_bounds import bounds
from hypothesis import assume, example, given
from hypothesis import strategies as st

from laceventlog.dates import When
from laceventlog.errors import DateError


@pytest.mark.parametrize("year", [1, 4, 100, 400, 999, 1582, 1900, 2000, 2023, 2024, 2100, 9996, 9999])
def test_a_day_is_read_exactly_when_the_calendar_has_it(year: int) -> None:
    for month in range(14):
        for day in range(33):
            text = f"{year:04}-{month:02}-{day:02}"
            try:
                expected = date(year, month, day)
            except ValueError:
                with pytest.raises(DateError):
                    When.from_edtf(text)
            else:
                assert When.from_edtf(text).earliest == When.from_edtf(text).latest == expected


# Brute force: what a mask allows is asked of every day of two centuries, the one with a leap day in its first
# year (0400) and the other without (0300).

CENTURIES = "".join(f"{date(300, 1, 1) + timedelta(days=n)} " for n in range(365 * 200 + 49))
DIGIT = st.sampled_from("0123456789X")
YEAR = st.builds("0{}{}{}".format, st.sampled_from("34"), DIGIT, DIGIT)
MONTH = st.builds("{}-{}{}".format, YEAR, st.sampled_from("01X"), DIGIT)
MASKS = st.one_of(YEAR, MONTH, st.builds("{}-{}{}".format, MONTH, st.sampled_from("0123X"), DIGIT))


def days_allowed(mask: str) -> list[str]:
    """Every day of the two centuries that has these digits."""
    rest = r"[\d-]*" if len(mask) < 10 else ""
    return re.findall(rf"\b{mask.replace('X', '[0-9]')}{rest}(?= )", CENTURIES)


def test_the_two_centuries_are_whole() -> None:
    days = CENTURIES.split()
    assert (days[0], days[-1], days.count("0300-02-29"), days.count("0400-02-29")) == ("0300-01-01", "0499-12-31", 0, 1)


@given(MASKS)
@example("0400-02-2X")
@example("03XX-02-29")
@example("04X1-02-29")
@example("04XX-12-25")
@example("03XX-X9-31")
def test_the_bounds_of_a_mask_are_the_first_and_last_day_it_allows(mask: str) -> None:
    allowed = days_allowed(mask)
    if allowed:
        assert bounds(When.from_edtf(mask)) == f"{min(allowed)} {max(allowed)}"
    else:
        with pytest.raises(DateError) as caught:
            When.from_edtf(mask)
        assert caught.value.code == "D002"


@given(YEAR, st.integers(21, 41))
def test_a_sub_year_of_masked_years_runs_from_the_first_of_them_to_the_last(year: str, code: int) -> None:
    pattern = year.replace("X", "[0-9]")
    each = [When.from_edtf(f"{y:04}-{code}") for y in range(300, 500) if re.fullmatch(pattern, f"{y:04}")]
    whole = When.from_edtf(f"{year}-{code}")
    assert (whole.earliest, whole.latest) == (each[0].earliest, each[-1].latest)


@pytest.mark.parametrize("year", ["200X", "1XX3", "XXX3", "X000", "00XX"])
def test_the_years_a_mask_allows_run_over_the_whole_calendar(year: str) -> None:
    allowed = [n for n in range(1, 10000) if re.fullmatch(year.replace("X", "."), f"{n:04}")]
    assert bounds(When.from_edtf(year)) == f"{allowed[0]:04}-01-01 {allowed[-1]:04}-12-31"


SHORT = st.builds("2024-0{}-{}".format, st.integers(1, 3), st.sampled_from(["03", "29", "X0", "X5", "2X", "1X"]))
"""Dates of few days, so that every choice of one day of each can be made."""


@given(st.lists(SHORT, min_size=1, max_size=3))
def test_a_set_that_lasts_starts_and_ends_where_some_choice_of_its_days_does(members: list[str]) -> None:
    choices = list(product(*(short_days(member) for member in members)))
    starts, ends = [min(choice) for choice in choices], [max(choice) for choice in choices]
    expected = f"{min(starts)} {max(starts)} {min(ends)} {max(ends)}"
    assert bounds(When.from_edtf(f"{{{','.join(members)}}}")) == expected


def short_days(mask: str) -> list[str]:
    days = (str(date(2024, 1, 1) + timedelta(days=n)) for n in range(91))
    return [day for day in days if re.fullmatch(mask.replace("X", "."), day)]


# Laws, over everything the grammar can say.

YEARS = st.one_of(st.sampled_from([1, 9, 2023, 2024, 9999]), st.integers(1, 9999)).map("{:04}".format)
MASKED = st.one_of(st.integers(0, 999).map("{:03}X".format), st.integers(0, 99).map("{:02}XX".format))
MONTHS = st.one_of(st.integers(1, 12), st.integers(21, 41))
DATES = st.one_of(
    YEARS,
    MASKED,
    st.builds("{}-{:02}".format, YEARS, MONTHS),
    YEARS.map("{}-XX".format),
    YEARS.map("{}-XX-XX".format),
    st.builds("{}-{:02}-XX".format, YEARS, st.integers(1, 12)),
    st.dates().map(date.isoformat),
)
MARKS = st.sampled_from(["", "", "?", "~", "%"])


@st.composite
def level_2(draw: st.DrawFn) -> str:
    """A date that is, some digits of it hidden, with marks before and behind its parts; or significant digits."""
    if draw(st.integers(0, 9)) == 0:
        return f"{draw(YEARS)}S{draw(st.integers(1, 3))}{draw(MARKS)}"
    hidden = draw(st.sets(st.integers(0, 9), max_size=6))
    digits = str(draw(st.dates()))[: draw(st.sampled_from([4, 7, 10]))]
    masked = "".join("X" if place in hidden and digit != "-" else digit for place, digit in enumerate(digits))
    if len(masked) == 4 and draw(st.booleans()):
        masked += f"-{draw(st.integers(21, 41))}"
    return "-".join(f"{draw(MARKS)}{part}{draw(MARKS)}" for part in masked.split("-"))


TERMS = st.one_of(st.builds("{}{}".format, DATES, MARKS), level_2())
TIMES = st.builds(
    "{}T{:02}:{:02}{}{}".format,
    st.dates().map(date.isoformat),
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["", ":00", ":59"]),
    st.sampled_from(["", "Z", "+00:00", "+00", "+05:45", "-04", "+14:00"]),
)
SIDES = st.one_of(TERMS, TERMS.map("..{}".format), TERMS.map("{}..".format), st.sampled_from(["", ".."]))
INTERVALS = st.builds("{}/{}".format, SIDES, SIDES)
MEMBERS = st.one_of(TERMS, st.builds("{}..{}".format, TERMS, TERMS), TERMS.map("..{}".format), TERMS.map("{}..".format))
SETS = st.builds(
    "{0[0]}{1}{0[1]}".format, st.sampled_from(["[]", "{}"]), st.lists(MEMBERS, min_size=1, max_size=4).map(",".join)
)
EXPRESSIONS = st.one_of(TERMS, TIMES, INTERVALS, SETS)


def read_or_none(text: str) -> When | None:
    try:
        return When.from_edtf(text)
    except DateError:
        return None


def all_of(when: When) -> tuple[object, ...]:
    return when.edtf, when.shape, bounds(when), when.zone, when.precision


def check_laws(when: When) -> None:
    again = When.from_edtf(when.notation)
    assert again == when
    assert all_of(again) == all_of(when)
    assert when.notation.isascii()
    for low, high in [
        (when.earliest_start, when.latest_start),
        (when.earliest_end, when.latest_end),
        (when.earliest_start, when.latest_end),
        (when.earliest_start, when.earliest_end),  # no span can end before its first possible day
        (when.latest_start, when.latest_end),  # nor start after its last
    ]:
        assert low is None or high is None or low <= high


def check_refusal(text: str, error: DateError) -> None:
    assert error.text == text
    assert 0 <= error.start < error.end <= len(text) + 1
    assert error.reason in str(error)


@given(TERMS | TIMES)
def test_every_date_and_time_of_the_grammar_is_read_and_obeys_the_laws(text: str) -> None:
    when = When.from_edtf(text)
    assert when.is_moment
    check_laws(when)


@given(INTERVALS | SETS)
def test_every_interval_and_set_is_read_or_refused_and_obeys_the_laws(text: str) -> None:
    when = read_or_none(text)
    assume(when is not None)
    assert when is not None
    check_laws(when)


@given(TERMS, TERMS)
def test_of_two_dates_one_order_is_always_an_interval(one: str, two: str) -> None:
    there, back = read_or_none(f"{one}/{two}"), read_or_none(f"{two}/{one}")
    assert there or back
    for when in filter(None, (there, back)):
        assert when.is_span
        check_laws(when)


@given(TERMS, TERMS)
def test_a_set_and_an_interval_of_the_same_dates_have_the_same_outer_bounds(one: str, two: str) -> None:
    span, window = read_or_none(f"{one}/{two}"), read_or_none(f"[{one}..{two}]")
    if span and (span.earliest or span.latest):
        assert window
    assert span or not window
    if span and window:
        assert (span.earliest, span.latest) == (window.earliest, window.latest)


@given(TERMS)
def test_a_qualifier_moves_no_bound_and_no_precision(text: str) -> None:
    when, plain = When.from_edtf(text), When.from_edtf(re.sub("[?~%]", "", text))
    assert (bounds(when), when.precision) == (bounds(plain), plain.precision)
    assert when.is_approximate == bool(set(text) & set("~%"))
    assert when.is_uncertain == bool(set(text) & set("?%"))
    assert not (plain.is_approximate or plain.is_uncertain)


@given(level_2(), st.data())
def test_one_more_digit_known_never_widens_the_bounds(text: str, data: st.DataObject) -> None:
    assume("X" in text)
    place = data.draw(st.sampled_from([place for place, digit in enumerate(text) if digit == "X"]))
    digit = data.draw(st.sampled_from("0123456789"))
    known = text[:place] + digit + text[place + 1 :]
    assume(not re.fullmatch(r"[^-]+-[?~%]?[234].[?~%]?", known))  # what was a month would be a season
    wide, narrow = When.from_edtf(text), read_or_none(known)
    assume(narrow is not None)
    assert narrow is not None
    assert wide.earliest is None or (narrow.earliest is not None and wide.earliest <= narrow.earliest)
    assert wide.latest is None or (narrow.latest is not None and narrow.latest <= wide.latest)


@given(EXPRESSIONS, st.data())
def test_a_damaged_text_is_refused_or_read_by_the_same_laws(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    new = data.draw(st.sampled_from([*"0123456789-XSYT:Z/[]{}.,?~%+ \n", "", "..", "٣"]))
    damaged = text[:place] + new + text[place + data.draw(st.integers(0, 2)) :]
    try:
        when = When.from_edtf(damaged)
    except DateError as error:
        check_refusal(damaged, error)
    else:
        check_laws(when)
