"""The value types of iCalendar: one hostile table for each, read by the checker and by the reader."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog.ical import encoding
from laceventlog.ical.values import (
    TYPES,
    Moment,
    NoSuchMomentError,
    duration,
    integer,
    moment,
    moment_or_none,
    text_fault,
    unescape,
    unescape_list,
)

GOOD: dict[str, list[str]] = {
    "DATE": ["20240529", "00010101", "99991231", "20240229"],
    "DATE-TIME": ["20240529T140000", "20240529T140000Z", "20240529t235960z", "00010101T000000"],
    "DURATION": ["P2W", "P1D", "PT1H30M", "P1DT12H", "-PT15M", "+P15DT5H0M20S", "pt0s", "PT30M5S", "P" + "9" * 5000 + "D"],
    "PERIOD": ["20240529T140000Z/PT1H", "20240529T140000/20240529T140001", "20240529T140000Z/+P1D"],
    "UTC-OFFSET": ["+0300", "-0430", "-052936", "+0000", "+2359"],
    "INTEGER": ["0", "-2147483648", "+2147483647", "0" * 5000 + "7"],
    "FLOAT": ["1", "-1.5", "+0.0"],
    "BOOLEAN": ["TRUE", "false"],
    "URI": ["https://example.org/a%20b?c=d;e,f#g", "mailto:a@example.org", "urn:x"],
    "CAL-ADDRESS": ["mailto:jane@example.org"],
    "XML-REFERENCE": ["https://example.org/a.xml#xpointer(/b)"],
    "BINARY": ["", "aGk=", "aA==", "aGVsbG8h", "AA" * 200_000],
    "GEO": ["23.113592;-82.366592", "+90;-180.0", "0;0"],
    "REQUEST-STATUS": ["2.0;Success", "3.1.2;Odd;x\ny"],
    "COLOR": ["teal", "SteelBlue"],
    "UID": ["", "anything; at, all\\"],
}  # fmt: skip
BAD: dict[str, list[str]] = {
    "DATE": ["", "2024-05-29", "20240230", "20241301", "00000101", "20240529 ", "٢٠٢٤٠٥٢٩", "20240529T140000", "20240529\n"],
    "DATE-TIME": [
        "", "20240529", "20240529T1400", "20240529T240000", "20240529T146000", "20240529T140061", "20240230T140000",
        "20240529T140000+0300", "20240529T140000ZZ", "20240529 140000", "x" * 10**6,
    ],
    "DURATION": ["", "P", "PT", "P1", "1D", "P1DT", "P1W2D", "PT1H5S", "P1WT5H", "P1D2W", "P1Y", "P-1D", "P1.5D", "P" + "1" * 10**6],
    "PERIOD": [
        "", "20240529T140000Z", "20240529/PT1H", "20240529T140000Z/-PT1H", "20240529T140000Z/PT1H5S", "/PT1H",
        "20240529T140000Z/20240529T140000Z", "20240529T140000Z/20240530", "20240529T140000Z/PT1H/PT1H",
    ],
    "UTC-OFFSET": ["", "0300", "+03:00", "+2400", "+0060", "-0000", "-000000", "+03000"],
    "INTEGER": ["", "-", "1.0", "2147483648", "-2147483649", "९", "9" * 10**6, " 1"],
    "FLOAT": ["", ".5", "1.", "1e3", "nan", "1,5"],
    "BOOLEAN": ["", "yes", "TRUE "],
    "URI": ["", "example.org", "https://example.org/ñ", "https://example.org/a b", "https://example.org/%zz", "1a:b"],
    "CAL-ADDRESS": ["jane@example.org", "mailto:Jane <jane@example.org>"],
    "XML-REFERENCE": ["a.xml"],
    "BINARY": ["a", "aGk", "a===", "====", "aGk=aGk=", "aG k", "aG-_"],
    "GEO": ["", "23;", ";1", "91;0", "0;-180.1", "23,1", "1;2;3", "x;y"],
    "REQUEST-STATUS": ["", "2;Success", "2.0", "2.0.1.1;x", ";x"],
    "COLOR": ["", "#008080", "rouge"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("type_", "text"), [(t, text) for t, texts in GOOD.items() for text in texts], ids=lambda v: v[:20]
)
def test_the_checker_accepts(type_: str, text: str) -> None:
    assert TYPES[type_][0](text) == ""


@pytest.mark.parametrize(
    ("type_", "text"), [(t, text) for t, texts in BAD.items() for text in texts], ids=lambda v: v[:20]
)
def test_the_checker_gives_a_reason(type_: str, text: str) -> None:
    assert TYPES[type_][0](text) not in ("", text)
    assert TYPES[type_][1]


def test_every_type_has_rows() -> None:
    assert GOOD.keys() == TYPES.keys() == BAD.keys() | {"UID"}


@given(st.sampled_from(sorted(TYPES)), st.text(st.sampled_from("0129TPZWDHMS/+-.;:,=%aAé\\\n "), max_size=20))
def test_any_text_has_a_reason_or_none(type_: str, text: str) -> None:
    assert isinstance(TYPES[type_][0](text), str)


@pytest.mark.parametrize("text", ["P" + "1" * 10**6, "A" * 10**6 + "=", "\\" * 10**6, "a:" + "%41" * 10**6])
def test_a_value_of_megabytes_is_read_once_from_left_to_right(text: str) -> None:
    for fault, _ in TYPES.values():
        fault(text)  # an expression that goes back takes hours
    assert unescape_list(text) == [unescape(text)]


# -- values


@pytest.mark.parametrize(
    ("text", "tzid", "local", "is_date", "zone", "is_utc"),
    [
        ("20240529", "Europe/Berlin", "2024-05-29T00:00:00", True, "", False),  # a DATE has no zone
        ("20240529T140000", "", "2024-05-29T14:00:00", False, "", False),
        ("20240529T140000", "Europe/Berlin", "2024-05-29T14:00:00", False, "Europe/Berlin", False),
        ("20240529T140000Z", "Europe/Berlin", "2024-05-29T14:00:00", False, "UTC", True),
        ("20240529T140000", "UTC", "2024-05-29T14:00:00", False, "UTC", False),
        ("20161231T235960Z", "", "2016-12-31T23:59:59", False, "UTC", True),  # a leap second
    ],
)  # fmt: skip
def test_moments(text: str, tzid: str, local: str, is_date: bool, zone: str, is_utc: bool) -> None:
    found = moment(text, tzid=tzid)
    assert (found.local.isoformat(), found.is_date, found.zone, found.is_utc) == (local, is_date, zone, is_utc)
    assert found.day.isoformat() == local[:10]


@pytest.mark.parametrize("text", ["20240230", "00000101", "20240529T250000", "20240529T140061Z"])
def test_a_moment_that_does_not_exist(text: str) -> None:
    with pytest.raises(NoSuchMomentError, match="does not exist"):
        moment(text)
    assert moment_or_none(text) is None


@pytest.mark.parametrize(
    ("text", "type_"), [("20240529", "DATE-TIME"), ("20240529T140000", "DATE"), ("20240529", "PERIOD")]
)
def test_a_moment_of_another_type(text: str, type_: str) -> None:
    assert moment_or_none(text, type_) is None
    assert moment_or_none(text) is not None


def at(text: str, tzid: str = "") -> Moment:
    return moment(text, tzid=tzid)


@pytest.mark.parametrize(
    ("one", "other", "is_by", "differs"),
    [
        (at("20240529"), at("20240529"), True, False),
        (at("20240530"), at("20240529"), False, False),
        (at("20240529"), at("20240529T000000"), True, True),
        (at("20240529T100000"), at("20240529T100000Z"), False, True),  # which is earlier is unknown
        (at("20240526T095959"), at("20240528T100000Z"), True, True),  # no two clocks are so far apart
        (at("20240529T100000", "A"), at("20240529T110000", "B"), False, False),
        (at("20240529T100000Z"), at("20240529T100000", "UTC"), True, False),
    ],
)  # fmt: skip
def test_moments_compared(one: Moment, other: Moment, is_by: bool, differs: bool) -> None:
    assert (one.is_surely_by(other), one.differs_from(other)) == (is_by, differs)


@pytest.mark.parametrize(
    ("text", "days", "seconds"),
    [
        ("P2W", 14, 0), ("P1DT2H3M4S", 1, 7384), ("-PT15M", 0, -900), ("pt0s", 0, 0), ("PT1000000S", 0, 1_000_000),
        ("P1W2D", 9, 0), ("PT1H5S", 0, 3605), ("P1DT", 1, 0),  # as some programs write
    ],
)  # fmt: skip
def test_durations(text: str, days: int, seconds: int) -> None:
    assert duration(text) == timedelta(days=days, seconds=seconds)


@pytest.mark.parametrize("text", ["", "P", "PT", "1D", "P1Y", "P1.5D", "P99999999999D", "P" + "9" * 5000 + "W"])
def test_texts_that_are_not_a_duration(text: str) -> None:
    with pytest.raises(ValueError, match=r"DURATION|too long"):
        duration(text)


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("-7", -7), ("+3", 3), ("007", 7), ("2147483647", 2147483647)])
def test_integers(text: str, number: int) -> None:
    assert integer(text) == number


@pytest.mark.parametrize(
    ("text", "meaning", "items"),
    [
        ("", "", []), ("a,b", "a,b", ["a", "b"]), (r"a\,b", "a,b", ["a,b"]), (r"a\\,b", r"a\,b", ["a\\", "b"]),
        (r"a\;b\N\n c ", "a;b\n\n c", ["a;b\n\n c"]), (r"C:\Temp", r"C:\Temp", [r"C:\Temp"]), ("a\\", "a\\", ["a\\"]),
        (r"\\n", r"\n", [r"\n"]), (" , ,b,", ", ,b,", ["b"]), (r"\,", ",", [","]),
    ],
)  # fmt: skip
def test_texts(text: str, meaning: str, items: list[str]) -> None:
    assert unescape(text) == meaning
    assert unescape_list(text) == items


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60))
def test_any_text_comes_back_and_is_well_escaped(text: str) -> None:
    escaped = encoding.escape(text)
    assert unescape(escaped) == text.replace("\u2028", "\n").replace("\u2029", "\n").strip()
    assert text_fault(escaped, many=False) == (0, "")


@given(st.dates())
def test_any_day_comes_back(day: date) -> None:
    assert moment(encoding.basic(day)).day == day
