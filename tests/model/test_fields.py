"""Facts: amounts, money, whole numbers and ids as they are read, printed and refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from laceventlog.errors import FieldError
from laceventlog.model.amount import BOUNDS, Amount, read_amount, read_money
from laceventlog.model.fields import read_id, read_integer

AMOUNTS = [
    # text, number, unit, bound
    ("300 buses", "300", "buses", ""),
    ("7", "7", "", ""),
    ("0 cases", "0", "cases", ""),
    ("-3.5 %", "-3.5", "%", ""),
    ("2.5%", "2.5", "%", ""),
    ("  300   buses ", "300", "buses", ""),  # blanks around and between
    # thousands: a comma, a blank, a blank that does not break, a narrow one
    ("185,000 people", "185000", "people", ""),
    ("185 000 people", "185000", "people", ""),
    ("185\u00a0000 people", "185000", "people", ""),
    ("185\u202f000 people", "185000", "people", ""),
    ("1,234,567.89 USD", "1234567.89", "USD", ""),
    ("185000 people", "185000", "people", ""),
    # scales
    ("8.5 million packs", "8500000", "packs", ""),
    ("8.5 mln packs", "8500000", "packs", ""),
    ("EUR 16.83 million", "16830000", "EUR", ""),
    ("USD 11 billion", "11000000000", "USD", ""),
    ("11 bn USD", "11000000000", "USD", ""),
    ("2 trillion RUB", "2000000000000", "RUB", ""),
    ("4 thousand students", "4000", "students", ""),
    ("5 millionaires", "5", "millionaires", ""),  # a scale is a whole word
    ("5 bnef", "5", "bnef", ""),
    ("100 million USD", "100000000", "USD", ""),
    # bounds
    ("up to USD 100 million", "100000000", "USD", "up to"),
    ("at most 5 buses", "5", "buses", "up to"),
    ("at least 5 buses", "5", "buses", "at least"),
    ("more than 8.5 million packs", "8500000", "packs", "more than"),
    ("over 150 people", "150", "people", "more than"),
    ("about 30 states", "30", "states", "about"),
    ("around 30 states", "30", "states", "about"),
    ("approximately 30 states", "30", "states", "about"),
    ("some 30 states", "30", "states", "about"),
    ("~30 states", "30", "states", "about"),
    # a currency behind is a unit like any other; one that is no currency before the number as well
    ("100 USD", "100", "USD", ""),
    ("BTU 5", "5", "BTU", ""),
]


@pytest.mark.parametrize(("text", "number", "unit", "bound"), AMOUNTS)
def test_an_amount_is_read(text: str, number: str, unit: str, bound: str) -> None:
    assert read_amount(text) == Amount(Decimal(number), unit, bound)


NO_AMOUNTS = [
    "",
    " ",
    "buses",
    "many buses",
    "three hundred buses",  # words are not numbers here
    "MWh 5",
    "$5",
    "€5",
    ".5 %",
    "--5",
    "USD 5 EUR",  # two units
    "USD 5 million EUR",
    "USD EUR 5",
    "usd 5",  # a currency is written in capitals
    "up to",
    "up to USD",
    "NaN",
    "Infinity",
    "inf buses",
    "٣٠٠ buses",  # Arabic digits
    "３００ buses",  # full-width digits
    "³ buses",  # a superscript is a digit to `str.isdigit`
    "५ %",
    "300\nbuses and 5\nlorries\n",  # a unit is one line
]


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(FieldError, match="is not an amount") as refusal:
        read_amount(text)
    assert refusal.value.code == "S008"
    assert "300 buses" in refusal.value.hint


# A reader that stops at the first number would take the rest for a unit.
GUESSED = [
    "2,5 million",  # a decimal comma: read as 2 of ",5 million"
    "1,5 %",
    "1.234.567 people",  # points between thousands: 1.234 of ".567 people"
    "1,00,000 rupees",  # lakhs
    "10-15 buses",  # a range: 10 of "-15 buses"
    "5–7 %",
    "1e5 USD",  # 1 of "e5 USD"
    "10/12 parts",
    "12 120-mm mortars",  # 12 mortars of 120 mm: 12120 of "-mm mortars"
    "1,234 567",  # two separators
]


@pytest.mark.parametrize("text", GUESSED)
def test_a_number_that_could_be_misread_is_refused(text: str) -> None:
    with pytest.raises(FieldError, match="is not an amount"):
        read_amount(text)


@pytest.mark.parametrize("text", ["5 m", "300 m of pipes"])
def test_metres_are_not_millions(text: str) -> None:
    assert read_amount(text).number < 1000


PRINTED = [
    ("300 buses", "300 buses"),
    ("185000 people", "185,000 people"),
    ("0 cases", "0 cases"),
    ("1000000 packs", "1 million packs"),
    ("999999 packs", "999,999 packs"),
    ("1000001 packs", "1,000,001 packs"),  # a scale only where it is exact
    ("1230000 packs", "1.23 million packs"),
    ("1234000 packs", "1,234,000 packs"),  # at most two digits behind the point
    ("USD 11 billion", "11 billion USD"),
    ("USD 999990 million", "999.99 billion USD"),
    ("-3.5 %", "-3.5 %"),
    ("-2000000 people", "-2 million people"),
    ("up to USD 100 million", "up to 100 million USD"),
    ("over 150 people", "more than 150 people"),
    ("~ 0.001 %", "about 0.001 %"),
    ("0.0000001 %", "0.0000001 %"),  # never 1E-7
]


@pytest.mark.parametrize(("text", "printed"), PRINTED)
def test_an_amount_prints_readably(text: str, printed: str) -> None:
    assert str(read_amount(text)) == printed


# "3.0 %" is more precise than "3 %".
def test_an_amount_prints_the_precision_of_its_source() -> None:
    assert str(read_amount("3.0 %")) == "3.0 %"


numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4)
units = st.sampled_from(["", "buses", "%", "USD", "EUR", "km of road", "people", "t", "°C", "panels of 100 watt"])
bounds = st.sampled_from(sorted(set(BOUNDS.values())))


@given(number=numbers, unit=units, bound=bounds)
@example(Decimal(0), "", "")
@example(Decimal("-0.0"), "buses", "")
@example(Decimal("1E+6"), "buses", "up to")
@example(Decimal(1500), "panels of 100 watt", "")  # a number behind the unit is no part of the first
def test_an_amount_reads_back_to_itself(number: Decimal, unit: str, bound: str) -> None:
    amount = Amount(number, unit, bound)
    assert read_amount(str(amount)) == amount


LONG = [
    ("1" * 18, "1" * 18),
    ("1" * 28, "1" * 28),
    ("1" * 29, "1" * 29),  # Python's decimals round to 28 digits
    ("1" * 40, "1" * 40),
    ("0." + "1" * 40, "0." + "1" * 40),
    ("1" * 40 + " million", "1" * 40 + "E6"),
]


@pytest.mark.parametrize(("text", "exact"), LONG, ids=len)
def test_a_long_number_loses_no_digit_or_is_refused(text: str, exact: str) -> None:
    try:
        amount = read_amount(text)
    except FieldError:
        return
    assert amount.number == Decimal(exact)
    assert read_amount(str(amount)) == amount


@given(st.text())
@example("0" * 5000)
@example("1" * 5000)
def test_any_text_is_an_amount_that_reads_back_or_refused(text: str) -> None:
    try:
        amount = read_amount(text)
    except FieldError:
        return
    assert read_amount(str(amount)) == amount


# -- money

MONEY = [
    ("EUR 16.83 million", "16830000", "EUR"),
    ("100 million USD", "100000000", "USD"),
    ("up to 5 RUB", "5", "RUB"),
    ("0 CUP", "0", "CUP"),
]


@pytest.mark.parametrize(("text", "number", "currency"), MONEY)
def test_money_is_read(text: str, number: str, currency: str) -> None:
    amount = read_money(text)
    assert (amount.number, amount.unit, amount.is_money) == (Decimal(number), currency, True)


@pytest.mark.parametrize(
    "text", ["100", "100 million", "100 buses", "100 dollars", "100 usd", "BTU 5", "100 US dollars"]
)
def test_money_wants_a_currency(text: str) -> None:
    with pytest.raises(FieldError, match="names no currency") as refusal:
        read_money(text)
    assert (refusal.value.code, "EUR" in refusal.value.hint) == ("S008", True)


# -- whole numbers


@pytest.mark.parametrize(
    ("text", "number"), [("17", 17), ("0", 0), ("-3", -3), ("+3", 3), ("007", 7), ("9" * 18, 10**18 - 1)]
)
def test_a_whole_number_is_read(text: str, number: int) -> None:
    assert read_integer(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "", "+", "-", "1.0", "1,000", "1_000", "1e3", "0x11", "XVII", "17th", " 17", "17 ", "17\n",
        "٣", "１７", "²",  # digits to Python, not to us
        "1" * 19,  # longer than any session number
    ],
)  # fmt: skip
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(FieldError, match="is not a whole number") as refusal:
        read_integer(text)
    assert refusal.value.code == "S008"


# -- ids


@pytest.mark.parametrize("text", ["a", "7", "cu-igc-2024", "007", "1e5", "a.b_c-d", "x" * 80, "no", "null"])
def test_an_id_stays_as_it_is(text: str) -> None:
    assert read_id(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "-a", "a-", ".a", "a.", "_", "A", "Cu-igc", "a b", "a\n", "a/b", "a#1", "a,b", "a:b", "é", "а",  # Cyrillic
        "x" * 81, "٣", "a\u200b",
    ],
)  # fmt: skip
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(FieldError, match="not a usable id") as refusal:
        read_id(text)
    assert refusal.value.code == "S007"
