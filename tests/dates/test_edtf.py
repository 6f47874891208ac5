"""EDTF: what each notation means, what is refused and where, and the laws that hold for all of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from laceventlog.dates import When
from laceventlog.errors import CODES, DateError


def bounds(when: When) -> str:
    """The four bounds, "-" where there is none; two for a moment, whose end is its start."""
    four = (when.earliest_start, when.latest_start, when.earliest_end, when.latest_end)
    shown = [day.isoformat() if day else "-" for day in four]
    if not when.is_moment:
        return " ".join(shown)
    assert shown[:2] == shown[2:]
    return " ".join(shown[:2])


MOMENTS = [
    # level 0: days, months, years
    ("2024-05-17", "2024-05-17 2024-05-17"),
    ("2024-05", "2024-05-01 2024-05-31"),
    ("2024-04", "2024-04-01 2024-04-30"),
    ("2024-12", "2024-12-01 2024-12-31"),  # the last month: the next one is in another year
    ("2024", "2024-01-01 2024-12-31"),
    # leap years: 4 yes, 100 no, 400 yes
    ("2024-02", "2024-02-01 2024-02-29"),
    ("2023-02", "2023-02-01 2023-02-28"),
    ("1900-02", "1900-02-01 1900-02-28"),
    ("2000-02", "2000-02-01 2000-02-29"),
    ("2000-02-29", "2000-02-29 2000-02-29"),
    # the edges of the calendar
    ("0001", "0001-01-01 0001-12-31"),
    ("0001-01-01", "0001-01-01 0001-01-01"),
    ("0004-02", "0004-02-01 0004-02-29"),
    ("0999", "0999-01-01 0999-12-31"),  # fewer than four digits once the zeros are gone
    ("9999", "9999-01-01 9999-12-31"),
    ("9999-12", "9999-12-01 9999-12-31"),  # there is no day after it to count back from
    ("9999-12-31", "9999-12-31 9999-12-31"),
    # seasons of the north
    ("2024-21", "2024-03-01 2024-05-31"),
    ("2024-22", "2024-06-01 2024-08-31"),
    ("2024-23", "2024-09-01 2024-11-30"),
    ("2024-24", "2024-12-01 2025-02-28"),  # winter ends in the next year
    ("2023-24", "2023-12-01 2024-02-29"),  # which may be a leap year; also: not "2023 to 2024"
    ("0001-24", "0001-12-01 0002-02-28"),
    ("9999-24", "9999-12-01 9999-12-31"),  # its end is past the last day there is
    # quarters and halves
    ("2023-33", "2023-01-01 2023-03-31"),
    ("2023-34", "2023-04-01 2023-06-30"),
    ("2023-35", "2023-07-01 2023-09-30"),
    ("2023-36", "2023-10-01 2023-12-31"),
    ("9999-36", "9999-10-01 9999-12-31"),
    ("2024-40", "2024-01-01 2024-06-30"),
    ("1940-41", "1940-07-01 1940-12-31"),  # ISO 8601-2 before habit: not "1940 to 1941"
    # a qualifier never moves a bound
    ("2015?", "2015-01-01 2015-12-31"),
    ("2015~", "2015-01-01 2015-12-31"),
    ("2015%", "2015-01-01 2015-12-31"),
    ("2015-06?", "2015-06-01 2015-06-30"),
    ("2015-06-11~", "2015-06-11 2015-06-11"),
    ("2015-33~", "2015-01-01 2015-03-31"),
    ("201X?", "2010-01-01 2019-12-31"),
    ("2015-XX-XX%", "2015-01-01 2015-12-31"),
    # unspecified digits
    ("202X", "2020-01-01 2029-12-31"),
    ("001X", "0010-01-01 0019-12-31"),
    ("999X", "9990-01-01 9999-12-31"),
    ("20XX", "2000-01-01 2099-12-31"),
    ("01XX", "0100-01-01 0199-12-31"),
    ("99XX", "9900-01-01 9999-12-31"),
    ("2004-XX", "2004-01-01 2004-12-31"),
    ("2004-02-XX", "2004-02-01 2004-02-29"),
    ("2004-XX-XX", "2004-01-01 2004-12-31"),
    # one of a set
    ("[2021..2023]", "2021-01-01 2023-12-31"),
    ("[2025-01-21..2025-02-10]", "2025-01-21 2025-02-10"),
    ("[..2024-12-31]", "- 2024-12-31"),
    ("[..2026-03]", "- 2026-03-31"),
    ("[2028..]", "2028-01-01 -"),
    ("[2022-07-01..]", "2022-07-01 -"),
    ("[2024]", "2024-01-01 2024-12-31"),
    ("[2024-05-17,2024-05-19]", "2024-05-17 2024-05-19"),
    ("[2024-05-19,2024-05-17]", "2024-05-17 2024-05-19"),  # in no order
    ("[1667,1668,1670..1672]", "1667-01-01 1672-12-31"),
    ("[..1984,1990]", "- 1990-12-31"),  # the open member is not the last one
    ("[1990,..1984]", "- 1990-12-31"),
    ("[2030..,2024]", "2024-01-01 -"),
    ("[2024..2024-05]", "2024-01-01 2024-05-31"),  # the second starts inside the first
    ("[2024-05..2024]", "2024-05-01 2024-12-31"),
    ("[2024-21..2024-36]", "2024-03-01 2024-12-31"),
    ("[2021?..2023~]", "2021-01-01 2023-12-31"),
]
SPANS = [
    ("2024-01/2024-06", "2024-01-01 2024-01-31 2024-06-01 2024-06-30"),
    ("2023/2030", "2023-01-01 2023-12-31 2030-01-01 2030-12-31"),
    ("2024-05-17/2024-05-19", "2024-05-17 2024-05-17 2024-05-19 2024-05-19"),
    ("2024-05-17/2024-05-17", "2024-05-17 2024-05-17 2024-05-17 2024-05-17"),
    ("0001/9999", "0001-01-01 0001-12-31 9999-01-01 9999-12-31"),
    ("2004-02-01/2005", "2004-02-01 2004-02-01 2005-01-01 2005-12-31"),
    # the sides overlap: neither can be past the other's edge
    ("2024/2024", "2024-01-01 2024-12-31 2024-01-01 2024-12-31"),
    ("2024/2024-06", "2024-01-01 2024-06-30 2024-06-01 2024-06-30"),
    ("2024-06/2024", "2024-06-01 2024-06-30 2024-06-01 2024-12-31"),
    ("2024-05-17/2024-05", "2024-05-17 2024-05-17 2024-05-17 2024-05-31"),
    ("202X/2024", "2020-01-01 2024-12-31 2024-01-01 2024-12-31"),
    ("2023-33/2023-35", "2023-01-01 2023-03-31 2023-07-01 2023-09-30"),
    # open is not unknown
    ("2019/..", "2019-01-01 2019-12-31 - -"),
    ("2019/", "2019-01-01 2019-12-31 2019-01-01 -"),
    ("../2019", "- - 2019-01-01 2019-12-31"),
    ("/2019", "- 2019-12-31 2019-01-01 2019-12-31"),
    ("2019-05-17/..", "2019-05-17 2019-05-17 - -"),
    ("2019-05-17/", "2019-05-17 2019-05-17 2019-05-17 -"),
    ("9999-12-31/", "9999-12-31 9999-12-31 9999-12-31 -"),
    ("/0001-01-01", "- 0001-01-01 0001-01-01 0001-01-01"),
    # qualified ends
    ("1984?/2004%", "1984-01-01 1984-12-31 2004-01-01 2004-12-31"),
    ("2019~/..", "2019-01-01 2019-12-31 - -"),
]


@pytest.mark.parametrize(("text", "expected"), MOMENTS)
def test_a_moment_has_two_bounds_and_stays_as_written(text: str, expected: str) -> None:
    when = When.from_edtf(text)
    assert when.is_moment
    assert (when.edtf, bounds(when)) == (text, expected)


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_a_span_has_four_bounds_and_stays_as_written(text: str, expected: str) -> None:
    when = When.from_edtf(text)
    assert when.is_span
    assert (when.edtf, bounds(when)) == (text, expected)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2024-05-29T10:00:00", "2024-05-29T10:00:00"),
        ("2024-05-29T10:00:00Z", "2024-05-29T10:00:00Z"),
        ("2024-05-29T10:00:00-04:00", "2024-05-29T10:00:00-04:00"),
        ("2024-05-29T10:00:00+05:45", "2024-05-29T10:00:00+05:45"),
        ("2024-05-29T10:00:00-04", "2024-05-29T10:00:00-04:00"),  # hours only
        ("2024-05-29T10:00", "2024-05-29T10:00:00"),  # minutes only
        ("2024-05-29T10:00Z", "2024-05-29T10:00:00Z"),
        ("2024-05-29T10:00+03", "2024-05-29T10:00:00+03:00"),
        ("2024-05-29T10:00:00+00:00", "2024-05-29T10:00:00Z"),  # three ways to say the same
        ("2024-05-29T10:00:00-00:00", "2024-05-29T10:00:00Z"),
        ("2024-05-29T10:00:00+00", "2024-05-29T10:00:00Z"),
        ("2024-05-29T00:00:00+14:00", "2024-05-29T00:00:00+14:00"),  # 28 May in UTC, and yet 29 May
        ("2024-05-29T23:59:59-12:00", "2024-05-29T23:59:59-12:00"),  # 30 May in UTC, and yet 29 May
    ],
)
def test_a_time_is_a_moment_on_its_own_local_day(text: str, canonical: str) -> None:
    when = When.from_edtf(text)
    assert (when.edtf, bounds(when)) == (canonical, "2024-05-29 2024-05-29")
    assert when.is_moment


REFUSED = [
    # text, code, what stands under the caret, a word of the remedy ("" where the message says it all)
    ("", "D006", "", ""),
    ("hello", "D001", "hello", "2024-05"),
    ("198", "D001", "198", "2024"),
    ("1985-1", "D001", "1985-1", "2024-05"),
    ("20240517", "D005", "20240517", "0001 to 9999"),
    ("2024-05-17 ", "D001", "2024-05-17 ", "2024"),
    ("2024-05-17\n", "D001", "2024-05-17\n", "2024"),  # `$` would let it pass
    ("2024\n", "D001", "2024\n", "2024"),
    (" 2024", "D001", " 2024", "2024"),
    ("2024-05-17\x00", "D001", "2024-05-17\x00", "2024"),
    # no such month or day
    ("2024-13", "D002", "13", "01-12"),
    ("2024-00", "D002", "00", "01-12"),
    ("2004-20", "D002", "20", "21-24"),
    ("2024-25", "D002", "25", "21-24"),  # seasons 25-32 mean different months to different readers
    ("2024-32", "D002", "32", "21-24"),
    ("2024-37", "D002", "37", "33-36"),
    ("2024-39", "D002", "39", "33-36"),
    ("2024-42", "D002", "42", "40-41"),
    ("2024-99", "D002", "99", "01-12"),
    ("2024-21-05", "D002", "21", "01-12"),  # a season has no days
    ("2024-33-XX", "D002", "33", "01-12"),
    ("2024-02-30", "D002", "30", "29 days"),
    ("2023-02-29", "D002", "29", "28 days"),
    ("1900-02-29", "D002", "29", "28 days"),
    ("2024-04-31", "D002", "31", "30 days"),
    ("2024-05-00", "D002", "00", "31 days"),
    ("2024-05-32", "D002", "32", "31 days"),
    ("2024-13-XX", "D002", "13", "01-12"),
    # years that are not 0001-9999
    ("0000", "D005", "0000", "0001 to 9999"),
    ("0000-05-17", "D005", "0000", "0001 to 9999"),
    ("000X", "D005", "000X", "0001 to 9999"),  # holds the year 0
    ("00XX", "D005", "00XX", "0001 to 9999"),
    ("[000X,2020]", "D005", "000X", "0001 to 9999"),
    ("12024", "D005", "12024", "0001 to 9999"),
    ("Y12024", "D005", "Y12024", "0001 to 9999"),
    ("Y-17E7", "D005", "Y-17E7", "0001 to 9999"),
    ("-0044-03-15", "D005", "-0044-03-15", "0001 to 9999"),
    ("2020/12024", "D005", "12024", "0001 to 9999"),
    ("-0100/2024", "D005", "-0100", "0001 to 9999"),
    ("0000-01-01T10:00", "D005", "0000", "0001 to 9999"),
    # a day of no month, a month of no year
    ("2004-XX-17", "D006", "XX-17", "year alone"),
    ("156X-12-25", "D006", "156X", "year"),
    ("20XX-05", "D006", "20XX", "year"),
    ("XXXX-12-XX", "D001", "XXXX-12-XX", "2024"),
    ("1XXX", "D001", "1XXX", "2024"),
    ("XXXX", "D001", "XXXX", "2024"),
    # reversed
    ("2024/2023", "D003", "2024/2023", "swap"),
    ("2024-05-19/2024-05-17", "D003", "2024-05-19/2024-05-17", "swap"),
    ("2024/2023-12-31", "D003", "2024/2023-12-31", "swap"),
    ("[2023..2021]", "D003", "2023..2021", "swap"),
    ("[2020,2023..2021]", "D003", "2023..2021", "swap"),
    # intervals and sets that are not closed, empty, or too much
    ("1/2/3", "D001", "/", "one start and one end"),
    ("2023/2024/2025", "D001", "/", "one start and one end"),
    ("/", "D006", "/", "TBD"),
    ("../..", "D006", "../..", "TBD"),
    ("/..", "D006", "/..", "TBD"),
    ("2024/.", "D001", ".", "2024"),
    ("2024/...", "D001", "...", "2024"),
    ("[", "D001", "[", "]"),
    ("[2024..", "D001", ".", "]"),
    ("[]", "D006", "]", ""),
    ("[..]", "D006", "]", ""),
    ("[,]", "D006", ",", ""),
    ("[2024,]", "D006", "]", ""),
    ("[..2021,2023..]", "D006", "[..2021,2023..]", "TBD"),  # open on both sides says nothing
    ("[2021..2023..2025]", "D001", "2023..2025", "2024"),
    ("[2021, 2023]", "D001", " 2023", "2024"),
    ("[2021/2023]", "D001", "2021/2023", "2024"),
    ("2024]", "D001", "2024]", "2024"),
    ("[2024-02-30..]", "D002", "30", "29 days"),
    ("{1667,1668}", "D001", "{1667,1668}", "2024"),  # all of them: several events, not one
    # marks out of place
    ("2004-06~-11", "D001", "2004-06~-11", "2024"),  # level 2
    ("?2004", "D001", "?2004", "2024"),
    ("2004?~", "D001", "2004?~", "2024"),
    ("1950S2", "D001", "1950S2", "2024"),
    ("..2004/2005", "D001", "..2004", "2024"),
    # times
    ("2024-05-29T", "D001", "2024-05-29T", "10:00"),
    ("2024-05-29T24:00", "D001", "2024-05-29T24:00", "10:00"),
    ("2024-05-29T10:60", "D001", "2024-05-29T10:60", "10:00"),
    ("2024-05-29T10:00:60", "D001", "2024-05-29T10:00:60", "10:00"),
    ("2024-05-29T9:00", "D001", "2024-05-29T9:00", "10:00"),
    ("2024-05-29T10", "D001", "2024-05-29T10", "10:00"),
    ("2024-05-29T10:00:00.5", "D001", "2024-05-29T10:00:00.5", "10:00"),
    ("2024-05-29T10:00+15:00", "D001", "2024-05-29T10:00+15:00", "10:00"),
    ("2024-05-29T10:00+14:30", "D001", "2024-05-29T10:00+14:30", "10:00"),  # no zone is past +14:00
    ("2024-05-29T10:00~", "D001", "2024-05-29T10:00~", "10:00"),
    ("2024-05T10:00", "D001", "2024-05T10:00", "10:00"),
    ("T10:00", "D001", "T10:00", "10:00"),
    ("2024-02-30T10:00", "D002", "30", "29 days"),
    ("2024-05-29t10:00", "D001", "2024-05-29t10:00", "2024"),
    ("2024-05-29T10:00Z/2024-05-29T12:00Z", "D001", "2024-05-29T10:00Z", "2024"),
    # digits that are not 0-9, and dashes that are not "-"
    ("２０２４", "D001", "２０２４", "2024"),  # `\d` takes them all, and the notation is then not EDTF
    ("٢٠٢٤-٠٥", "D001", "٢٠٢٤-٠٥", "2024"),
    ("٠٠٠٠", "D001", "٠٠٠٠", "2024"),  # escapes as a plain ValueError, for it is not "0000"
    ("2024-05-1७", "D001", "2024-05-1७", "2024"),  # likewise, one digit of many
    ("2024-05-29T1٠:00", "D001", "2024-05-29T1٠:00", "10:00"),
    ("²⁰²⁴", "D001", "²⁰²⁴", "2024"),  # `str.isdigit` takes these
    ("2024–05", "D001", "2024–05", "2024"),
    ("２024", "D001", "２024", "2024"),
]


@pytest.mark.parametrize(("text", "code", "under", "remedy"), REFUSED)
def test_what_is_not_edtf_is_refused_with_a_code_a_caret_and_a_remedy(
    text: str, code: str, under: str, remedy: str
) -> None:
    with pytest.raises(DateError) as caught:
        When.from_edtf(text)
    error = caught.value
    assert (error.code, error.text[error.start : error.end], error.text) == (code, under, text)
    assert error.code in CODES
    assert remedy in error.hint
    assert error.reason in str(error)
    assert not remedy or f"\n  = {error.hint}" in str(error)


@pytest.mark.parametrize("piece", ["9", "X", "-", "[", "]", "/", "..", "2024,", "T", "2024/", "é", "\n", "0"])
def test_a_huge_text_is_refused_in_a_short_message(piece: str) -> None:
    with pytest.raises(DateError) as caught:
        When.from_edtf(piece * 2000)
    assert len(str(caught.value)) < 1000


def test_a_huge_set_is_read() -> None:
    assert bounds(When.from_edtf(f"[{'2023,' * 20000}2024]")) == "2023-01-01 2024-12-31"


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


# Laws, over everything the grammar can say.

YEARS = st.one_of(st.sampled_from([1, 9, 2023, 2024, 9999]), st.integers(1, 9999)).map("{:04}".format)
MASKED = st.one_of(st.integers(1, 999).map("{:03}X".format), st.integers(1, 99).map("{:02}XX".format))
MONTHS = st.one_of(st.integers(1, 12), st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41]))
DATES = st.one_of(
    YEARS,
    MASKED,
    st.builds("{}-{:02}".format, YEARS, MONTHS),
    YEARS.map("{}-XX".format),
    YEARS.map("{}-XX-XX".format),
    st.builds("{}-{:02}-XX".format, YEARS, st.integers(1, 12)),
    st.dates().map(date.isoformat),
)
TERMS = st.builds("{}{}".format, DATES, st.sampled_from(["", "", "?", "~", "%"]))
TIMES = st.builds(
    "{}T{:02}:{:02}{}{}".format,
    st.dates().map(date.isoformat),
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["", ":00", ":59"]),
    st.sampled_from(["", "Z", "+00:00", "-00", "+05:45", "-04", "+14:00"]),
)
INTERVALS = st.builds("{}/{}".format, *[st.one_of(TERMS, st.sampled_from(["", ".."]))] * 2)
MEMBERS = st.one_of(TERMS, st.builds("{}..{}".format, TERMS, TERMS), TERMS.map("..{}".format), TERMS.map("{}..".format))
SETS = st.lists(MEMBERS, min_size=1, max_size=4).map(lambda members: f"[{','.join(members)}]")
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
    assert (span is None) == (window is None)
    if span and window:
        assert (span.earliest, span.latest) == (window.earliest, window.latest)


@given(TERMS)
def test_a_qualifier_moves_no_bound(text: str) -> None:
    plain = When.from_edtf(text.rstrip("?~%"))
    assert bounds(When.from_edtf(text)) == bounds(plain)


@given(EXPRESSIONS, st.data())
def test_a_damaged_text_is_refused_or_read_by_the_same_laws(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    new = data.draw(st.sampled_from([*"0123456789-XT:Z/[].,?~%+ \n", "", "..", "٣"]))
    damaged = text[:place] + new + text[place + data.draw(st.integers(0, 2)) :]
    try:
        when = When.from_edtf(damaged)
    except DateError as error:
        check_refusal(damaged, error)
    else:
        check_laws(when)
