"""EDTF, levels 0 to 2: what each notation means, what is refused and where, and the laws that hold for all of it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import assume, example, given
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
    ("9999-23", "9999-09-01 9999-11-30"),  # the last season to end within the calendar
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
    # level 2: seasons of either hemisphere, quadrimesters
    ("2024-25", "2024-03-01 2024-05-31"),
    ("2024-28", "2024-12-01 2025-02-28"),
    ("2001-29", "2001-09-01 2001-11-30"),  # spring of the south
    ("2001-30", "2001-12-01 2002-02-28"),
    ("9999-30", "9999-12-01 9999-12-31"),
    ("2024-31", "2024-03-01 2024-05-31"),
    ("2024-32", "2024-06-01 2024-08-31"),
    ("2024-37", "2024-01-01 2024-04-30"),
    ("2024-38", "2024-05-01 2024-08-31"),
    ("2024-39", "2024-09-01 2024-12-31"),
    ("9999-39", "9999-09-01 9999-12-31"),
    # level 2: a mark behind a part speaks of all before it, one before a part of that part; neither moves a bound
    ("2004-06~-11", "2004-06-11 2004-06-11"),
    ("2004?-06-11", "2004-06-11 2004-06-11"),
    ("?2004-06-~11", "2004-06-11 2004-06-11"),
    ("2004-%06-11", "2004-06-11 2004-06-11"),
    ("2001-?09~-09", "2001-09-09 2001-09-09"),  # before and behind the same part
    ("2004?-~06-~04", "2004-06-04 2004-06-04"),
    ("?2004", "2004-01-01 2004-12-31"),
    ("~1945-01", "1945-01-01 1945-01-31"),
    ("2001~-09", "2001-09-01 2001-09-30"),
    ("2001-33?", "2001-01-01 2001-03-31"),
    ("2001?-23", "2001-09-01 2001-11-30"),
    ("2001-~24", "2001-12-01 2002-02-28"),
    ("%156X", "1560-01-01 1569-12-31"),
    ("156X~-12-25", "1560-12-25 1569-12-25"),
    ("2004-?XX", "2004-01-01 2004-12-31"),
    # level 2: unspecified digits anywhere
    ("XXXX", "- -"),  # some year
    ("XXXX-XX", "- -"),
    ("XXXX-XX-XX", "- -"),
    ("XXXX-12-XX", "- -"),
    ("XXXX-24", "- -"),
    ("XXXX-02-29", "- -"),
    ("1XXX", "1000-01-01 1999-12-31"),
    ("9XXX", "9000-01-01 9999-12-31"),
    ("0XXX", "0001-01-01 0999-12-31"),  # the year 0, which the digits allow, is not read
    ("00XX", "0001-01-01 0099-12-31"),
    ("000X", "0001-01-01 0009-12-31"),
    ("00X0", "0010-01-01 0090-12-31"),
    ("X000", "1000-01-01 9000-12-31"),
    ("1XX3", "1003-01-01 1993-12-31"),
    ("XXX3", "0003-01-01 9993-12-31"),
    ("XXX0", "0010-01-01 9990-12-31"),
    ("20X4~", "2004-01-01 2094-12-31"),
    ("1XXX-XX", "1000-01-01 1999-12-31"),
    ("1XXX-12", "1000-12-01 1999-12-31"),
    ("20XX-05", "2000-05-01 2099-05-31"),
    ("156X-12-25", "1560-12-25 1569-12-25"),
    ("156X-11-30", "1560-11-30 1569-11-30"),
    ("15XX-12-XX", "1500-12-01 1599-12-31"),
    ("15XX-0X-25", "1500-01-25 1599-09-25"),  # there is no month 00
    ("15XX-XX-25", "1500-01-25 1599-12-25"),
    ("1500-1X-25", "1500-10-25 1500-12-25"),  # nor a month 13
    ("15XX-X2", "1500-02-01 1599-12-31"),
    ("1560-X2", "1560-02-01 1560-12-31"),
    ("2004-X1", "2004-01-01 2004-11-30"),  # January or November: no season has a digit in the dark
    ("2004-X0", "2004-10-01 2004-10-31"),
    ("15XX-01-3X", "1500-01-30 1599-01-31"),
    ("2004-XX-17", "2004-01-17 2004-12-17"),
    ("2004-XX-31", "2004-01-31 2004-12-31"),
    ("2004-0X-31", "2004-01-31 2004-08-31"),  # September has 30 days
    ("2004-1X-31", "2004-10-31 2004-12-31"),
    ("2004-X1-31", "2004-01-31 2004-01-31"),  # November has 30
    ("2004-X2-30", "2004-12-30 2004-12-30"),
    ("2004-11-3X", "2004-11-30 2004-11-30"),
    ("2004-02-X0", "2004-02-10 2004-02-20"),
    ("2004-XX-3X", "2004-01-30 2004-12-31"),
    ("XX04-12-25", "0004-12-25 9904-12-25"),
    ("9999-1X-3X", "9999-10-30 9999-12-31"),
    # leap days
    ("200X-02-29", "2000-02-29 2008-02-29"),
    ("190X-02-29", "1904-02-29 1908-02-29"),
    ("201X-02-29", "2012-02-29 2016-02-29"),
    ("19XX-02-29", "1904-02-29 1996-02-29"),
    ("XX00-02-29", "0400-02-29 9600-02-29"),
    ("X100-XX-29", "0100-01-29 9100-12-29"),
    ("000X-02-29", "0004-02-29 0008-02-29"),
    ("0X00-02-29", "0400-02-29 0800-02-29"),
    ("999X-02-29", "9992-02-29 9996-02-29"),
    ("200X-02-2X", "2000-02-20 2009-02-28"),
    ("200X-02", "2000-02-01 2009-02-28"),
    ("199X-02", "1990-02-01 1999-02-28"),
    ("200X-02-XX", "2000-02-01 2009-02-28"),
    ("2004-0X-29", "2004-01-29 2004-09-29"),
    ("2003-X2-29", "2003-12-29 2003-12-29"),
    # masked years with a sub-year code
    ("20XX-41", "2000-07-01 2099-12-31"),
    ("200X-24", "2000-12-01 2010-02-28"),
    ("201X-24", "2010-12-01 2020-02-29"),
    ("99XX-24", "9900-12-01 9999-12-31"),
    ("1XX3-38", "1003-05-01 1993-08-31"),
    # significant digits: 1950, of which only two digits are sure
    ("1950S2", "1900-01-01 1999-12-31"),
    ("1953S2", "1900-01-01 1999-12-31"),
    ("1953S3", "1950-01-01 1959-12-31"),
    ("1953S1", "1000-01-01 1999-12-31"),
    ("1953S4", "1953-01-01 1953-12-31"),
    ("9999S3", "9990-01-01 9999-12-31"),
    ("0005S3", "0001-01-01 0009-12-31"),
    ("1950S2~", "1900-01-01 1999-12-31"),
    # one of a set, with what level 2 adds
    ("[2016-03]", "2016-03-01 2016-03-31"),
    ("[000X,2020]", "0001-01-01 2020-12-31"),
    ("[156X-12-25,1570]", "1560-12-25 1570-12-31"),
    ("[?2021..2023-~05]", "2021-01-01 2023-05-31"),
    ("[XXXX..2004]", "- 2004-12-31"),
    ("[1950S2..]", "1900-01-01 -"),
    ("[1760-01,1760-02,1760-12..]", "1760-01-01 -"),
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
    ("2004-06-~01/2004-06-~20", "2004-06-01 2004-06-01 2004-06-20 2004-06-20"),
    ("?1945/1959", "1945-01-01 1945-12-31 1959-01-01 1959-12-31"),
    # unspecified digits on a side
    ("2004-06-XX/2004-07-03", "2004-06-01 2004-06-30 2004-07-03 2004-07-03"),
    ("1800/1X01", "1800-01-01 1800-12-31 1800-01-01 1901-12-31"),
    ("156X-12-25/1570", "1560-12-25 1569-12-25 1570-01-01 1570-12-31"),
    ("200X-02-29/2004", "2000-02-29 2004-12-31 2004-01-01 2004-12-31"),
    ("XXXX/2004", "- 2004-12-31 2004-01-01 2004-12-31"),
    ("2004/XXXX", "2004-01-01 2004-12-31 2004-01-01 -"),
    ("1950S2/2001", "1900-01-01 1999-12-31 2001-01-01 2001-12-31"),
    ("2012-21/2012-39", "2012-03-01 2012-05-31 2012-09-01 2012-12-31"),
    # on or before, on or after
    ("..2004-06-01/2004-06-20..", "- 2004-06-01 2004-06-20 -"),
    ("..2004/2005", "- 2004-12-31 2005-01-01 2005-12-31"),
    ("2004/2005..", "2004-01-01 2004-12-31 2005-01-01 -"),
    ("2004../2005", "2004-01-01 2005-12-31 2005-01-01 2005-12-31"),
    ("2004/..2005", "2004-01-01 2004-12-31 2004-01-01 2005-12-31"),
    ("..2005/2004", "- 2004-12-31 2004-01-01 2004-12-31"),
    ("..2004/2003..", "- 2004-12-31 2003-01-01 -"),
    ("2004../..2006", "2004-01-01 2006-12-31 2004-01-01 2006-12-31"),
    ("/2004..", "- - 2004-01-01 -"),
    ("..2004/..", "- 2004-12-31 - -"),
    ("../..2004", "- - - 2004-12-31"),
    ("2004../", "2004-01-01 - 2004-01-01 -"),
    # all of a set: it lasts, perhaps with gaps, from the first to the last
    ("{1667,1668}", "1667-01-01 1667-12-31 1668-01-01 1668-12-31"),
    ("{1668,1667}", "1667-01-01 1667-12-31 1668-01-01 1668-12-31"),  # in no order
    ("{1960,1961-12}", "1960-01-01 1960-12-31 1961-12-01 1961-12-31"),
    ("{2024}", "2024-01-01 2024-12-31 2024-01-01 2024-12-31"),
    ("{2024-05-17}", "2024-05-17 2024-05-17 2024-05-17 2024-05-17"),
    ("{2024-05-17,2024-05-19}", "2024-05-17 2024-05-17 2024-05-19 2024-05-19"),
    ("{2024,2024-05}", "2024-01-01 2024-05-31 2024-05-01 2024-12-31"),  # the one inside the other
    ("{2024..2024-05}", "2024-01-01 2024-05-31 2024-05-01 2024-05-31"),  # no day past the last there may be
    ("{2024-05..2024}", "2024-05-01 2024-05-31 2024-05-01 2024-12-31"),
    ("{2024-05,2024-21,2024-33}", "2024-01-01 2024-03-31 2024-05-01 2024-05-31"),
    ("{156X-12-25,1570-01-01}", "1560-12-25 1569-12-25 1570-01-01 1570-01-01"),
    ("{2020~,?2021}", "2020-01-01 2020-12-31 2021-01-01 2021-12-31"),
    ("{2016..2020}", "2016-01-01 2016-12-31 2020-01-01 2020-12-31"),  # each year, some day of it
    ("{2016-05-17..2016-05-19}", "2016-05-17 2016-05-17 2016-05-19 2016-05-19"),
]
OPEN_SETS = [
    ("{..1984}", "- - 1984-01-01 1984-12-31"),
    ("{1984..}", "1984-01-01 1984-12-31 - -"),
    ("{1984..,1970}", "1970-01-01 1970-12-31 - -"),
    ("{1990,..1984}", "- - 1990-01-01 1990-12-31"),
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


@pytest.mark.parametrize(("text", "expected"), OPEN_SETS)
def test_a_set_that_is_open_on_one_side_lasts_from_or_to_its_only_edge(text: str, expected: str) -> None:
    when = When.from_edtf(text)
    assert when.is_span
    assert bounds(when) == expected


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
        ("2024-05-29T10:00:00+00:00", "2024-05-29T10:00:00Z"),  # two ways to say the same
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
    ("2004-20", "D002", "20", "21-32"),
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
    ("12024", "D005", "12024", "0001 to 9999"),
    ("Y12024", "D005", "Y12024", "0001 to 9999"),
    ("Y-17E7", "D005", "Y-17E7", "0001 to 9999"),
    ("-0044-03-15", "D005", "-0044-03-15", "0001 to 9999"),
    ("2020/12024", "D005", "12024", "0001 to 9999"),
    ("-0100/2024", "D005", "-0100", "0001 to 9999"),
    ("0000-01-01T10:00", "D005", "0000", "0001 to 9999"),
    ("Y17E7", "D005", "Y17E7", "0001 to 9999"),
    ("Y3388E2S3", "D005", "Y3388E2S3", "0001 to 9999"),
    ("Y2004", "D005", "Y2004", "0001 to 9999"),
    ("?-0044", "D005", "?-0044", "0001 to 9999"),
    ("-01XX", "D005", "-01XX", "0001 to 9999"),
    ("0000-1X", "D005", "0000", "0001 to 9999"),
    ("0000-XX-XX", "D005", "0000", "0001 to 9999"),
    ("0000S4", "D005", "0000", "0001 to 9999"),
    ("{1667,-0044}", "D005", "-0044", "0001 to 9999"),
    # digits that no day fits
    ("15XX-02-3X", "D002", "15XX-02-3X", "days"),
    ("XXXX-02-30", "D002", "XXXX-02-30", "days"),
    ("156X-09-31", "D002", "156X-09-31", "days"),
    ("156X-11-31", "D002", "156X-11-31", "days"),
    ("190X-02-30", "D002", "190X-02-30", "days"),
    ("XXX1-02-29", "D002", "XXX1-02-29", "days"),  # no leap year is odd
    ("X100-02-29", "D002", "X100-02-29", "days"),
    ("2003-0X-00", "D002", "2003-0X-00", "days"),
    ("2004-XX-32", "D002", "2004-XX-32", "days"),
    ("2004-XX-4X", "D002", "2004-XX-4X", "days"),
    ("2004-X9-31", "D002", "2004-X9-31", "days"),
    ("2004-2X", "D002", "2004-2X", "01-12"),  # an unspecified month is no season
    ("15XX-2X-25", "D002", "15XX-2X-25", "01-12"),
    ("15XX-33-25", "D002", "15XX-33-25", "01-12"),
    ("XXXX-13", "D002", "XXXX-13", "01-12"),
    ("20XX-20", "D002", "20XX-20", "01-12"),
    ("20XX-42", "D002", "20XX-42", "01-12"),
    ("[2020,156X-09-31]", "D002", "156X-09-31", "days"),
    ("2004/156X-09-31", "D002", "156X-09-31", "days"),
    # reversed
    ("2024/2023", "D003", "2024/2023", "swap"),
    ("2024-05-19/2024-05-17", "D003", "2024-05-19/2024-05-17", "swap"),
    ("2024/2023-12-31", "D003", "2024/2023-12-31", "swap"),
    ("[2023..2021]", "D003", "2023..2021", "swap"),
    ("[2020,2023..2021]", "D003", "2023..2021", "swap"),
    ("{2023..2021}", "D003", "2023..2021", "swap"),
    ("157X/156X-12-25", "D003", "157X/156X-12-25", "swap"),
    ("2004-06-20../2004-06-01", "D003", "2004-06-20../2004-06-01", "swap"),
    # intervals and sets that are not closed, empty, or too much
    ("1/2/3", "D001", "/", "one start and one end"),
    ("2023/2024/2025", "D001", "/", "one start and one end"),
    ("/", "D006", "/", "TBD"),
    ("../..", "D006", "../..", "TBD"),
    ("/..", "D006", "/..", "TBD"),
    ("2024/.", "D001", ".", "2024"),
    ("2024/...", "D001", ".", "2024"),
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
    ("{", "D001", "{", "}"),
    ("{2024", "D001", "4", "}"),
    ("{2024]", "D001", "]", "}"),
    ("[2024}", "D001", "}", "]"),
    ("2024}", "D001", "2024}", "2024"),
    ("{}", "D006", "}", ""),
    ("{..}", "D006", "}", ""),
    ("{,}", "D006", ",", ""),
    ("{1667,}", "D006", "}", ""),
    ("{..2021,2023..}", "D006", "{..2021,2023..}", "TBD"),
    ("[1667, 1668]", "D001", " 1668", "2024"),
    ("{1667, 1668}", "D001", " 1668", "2024"),
    ("{1667 ,1668}", "D001", "1667 ", "2024"),
    ("{2021/2023}", "D001", "2021/2023", "2024"),
    ("{[2021,2022],2023}", "D001", "[2021", "2024"),
    ("{2024-02-30..}", "D002", "30", "29 days"),
    ("../../2004", "D001", "/", "one start and one end"),
    ("2004..", "D001", "2004..", "2024"),  # a range stands in a set or on a side
    ("..2004", "D001", "..2004", "2024"),
    ("2004..2005", "D001", "2004..2005", "2024"),
    # digits out of place
    ("XXX", "D001", "XXX", "2024"),
    ("XXXXX", "D001", "XXXXX", "2024"),
    ("2004-X", "D001", "2004-X", "2024"),
    ("2004-XX-X", "D001", "2004-XX-X", "2024"),
    ("20xx", "D001", "20xx", "2024"),
    ("2004-0x", "D001", "2004-0x", "2024"),
    ("156X-12-25-01", "D001", "156X-12-25-01", "2024"),
    ("156X-12-25T10:00", "D001", "156X-12-25T10:00", "10:00"),
    ("1950S", "D001", "1950S", "2024"),
    ("1950S0", "D001", "1950S0", "2024"),
    ("1950S5", "D001", "1950S5", "2024"),
    ("1950S22", "D001", "1950S22", "2024"),
    ("195XS2", "D001", "195XS2", "2024"),
    ("1950S2-05", "D001", "1950S2-05", "2024"),
    ("1950-05S2", "D001", "1950-05S2", "2024"),
    # marks out of place
    ("2004-06-11%?", "D001", "2004-06-11%?", "2024"),
    ("??2004", "D001", "??2004", "2024"),
    ("2004-?~06", "D001", "2004-?~06", "2024"),
    ("20?04", "D001", "20?04", "2024"),
    ("2004-0~6", "D001", "2004-0~6", "2024"),
    ("2004?06", "D001", "2004?06", "2024"),
    ("?", "D001", "?", "2024"),
    ("2004/?", "D001", "?", "2024"),
    ("2004-(06)?-11", "D001", "2004-(06)?-11", "2024"),  # the notation of 2012
    ("2004-06-11~T10:00", "D001", "2004-06-11~T10:00", "10:00"),
    ("2004?~", "D001", "2004?~", "2024"),
    # times
    ("2024-05-29T", "D001", "2024-05-29T", "10:00"),
    ("2024-05-29T24:00", "D001", "2024-05-29T24:00", "10:00"),
    ("2024-05-29T10:60", "D001", "2024-05-29T10:60", "10:00"),
    ("2024-05-29T10:00:60", "D001", "2024-05-29T10:00:60", "10:00"),
    ("2016-12-31T23:59:60Z", "D001", "2016-12-31T23:59:60Z", "10:00"),  # it was; `datetime` has no such second
    ("2024-05-29T23:59:60", "D001", "2024-05-29T23:59:60", "10:00"),
    ("2024-05-29T10:00:00-00:00", "D001", "-00:00", "Z"),
    ("2024-05-29T10:00-00", "D001", "-00", "Z"),
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
    ("156Х-12-25", "D001", "156Х-12-25", "2024"),  # a Cyrillic letter
    ("1950S２", "D001", "1950S２", "2024"),
    ("1XX३", "D001", "1XX३", "2024"),
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


CARET_BESIDE = [
    # text, what should stand under the caret: the marks before it are not counted, nor what stands before the date
    ("?0000", "0000"),
    ("?2004-13", "13"),
    ("2004-?13-11", "13"),
    ("2004~-02-30", "30"),
    ("2004/?2005-13", "13"),
    ("[2020,2004-?02-30]", "30"),
]


@pytest.mark.parametrize(("text", "under"), CARET_BESIDE)
def test_the_caret_stands_under_the_fault_of_a_date_with_marks(text: str, under: str) -> None:
    with pytest.raises(DateError) as caught:
        When.from_edtf(text)
    assert (caught.value.text, caught.value.text[caught.value.start : caught.value.end]) == (text, under)


@pytest.mark.parametrize("text", ["2023/2024/2025", "2023//2025", "//2025", "2023/2024/2025/2026"])
def test_the_caret_stands_under_the_second_slash(text: str) -> None:
    with pytest.raises(DateError) as caught:
        When.from_edtf(text)
    assert (caught.value.start, text[: caught.value.end].count("/")) == (text.index("/", text.index("/") + 1), 2)


def test_a_side_of_an_interval_is_no_range() -> None:
    with pytest.raises(DateError):
        When.from_edtf("2004..2005/2006")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{1667,1668,1670..1672}", "1667-01-01 1667-12-31 1672-01-01 1672-12-31"),  # some day of 1667
        ("{1667..1669,1672}", "1667-01-01 1667-12-31 1672-01-01 1672-12-31"),  # some day of 1672
    ],
)
def test_a_set_that_lasts_starts_in_its_first_unit_and_ends_in_its_last(text: str, expected: str) -> None:
    assert bounds(When.from_edtf(text)) == expected


@pytest.mark.parametrize(
    "piece", ["9", "X", "-", "[", "]", "/", "..", "2024,", "T", "2024/", "é", "\n", "0", "{", "}", "?", "S2", "XX-"]
)
def test_a_huge_text_is_refused_in_a_short_message(piece: str) -> None:
    with pytest.raises(DateError) as caught:
        When.from_edtf(piece * 2000)
    assert len(str(caught.value)) < 1000


def test_a_huge_set_is_read() -> None:
    assert bounds(When.from_edtf(f"[{'2023,' * 20000}2024]")) == "2023-01-01 2024-12-31"
    assert bounds(When.from_edtf(f"{{{'2023,' * 20000}2024}}")) == "2023-01-01 2023-12-31 2024-01-01 2024-12-31"


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
