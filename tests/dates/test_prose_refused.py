"""English dates in words that are refused: the error code, the words under the caret, the remedy."""

from __future__ import annotations

import pytest

from laceventlog.dates import When
from laceventlog.errors import CODES, DateError

REFUSED = [
    # text, code, the words under the caret
    # prose and other words
    ("hello", "D001", "hello"),
    ("see annex 12", "D001", "see"),
    ("In 2025, X plans to", "D001", "X"),
    ("Mai 2024", "D001", "Mai"),
    ("Ocotber 2024", "D001", "Ocotber"),
    ("17 May 2024, La Paz", "D001", "La"),
    ("week of 17 May 2024", "D001", "week"),
    ("fiscal year 2024", "D001", "fiscal"),
    ("FY2024", "D001", "FY"),
    ("semester 2024", "D001", "semester"),
    ("fifth quarter of 2024", "D001", "fifth"),
    ("Q5 2024", "D001", "Q5"),
    ("H3 2024", "D001", "H3"),
    ("2024 and 2025", "D001", "and"),
    ("2024, 2025", "D001", "2025"),
    ("17 May 2024 May", "D001", "May"),
    ("17 18 May 2024", "D006", "17"),
    # no clock is read, so nothing counts from today
    ("today", "D006", "today"),
    ("tomorrow", "D006", "tomorrow"),
    ("next year", "D006", "next year"),
    ("between 2019 and now", "D006", "now"),
    ("in three weeks", "D001", "three"),
    ("last year", "D006", "last year"),
    ("the end of last year", "D006", "last year"),
    # nothing is filled in
    ("17 May", "D006", "17 May"),
    ("May", "D006", "May"),
    ("first quarter", "D006", "first quarter"),
    ("summer", "D006", "summer"),
    ("late January – early February", "D006", "late January"),
    ("May '24", "D006", "May"),
    ("17 May 24", "D006", "17 May"),
    ("17 2024", "D006", "17 2024"),
    ("quarter of 2024", "D006", "quarter of 2024"),
    ("first 2024", "D006", "first 2024"),
    ("third half of 2024", "D006", "third half of 2024"),
    ("10:00 May 2024", "D006", "10:00 May 2024"),
    ("17 May 2024 America/La_Paz", "D006", "17 May 2024 America/La_Paz"),
    ("early", "D006", "early"),
    ("academic year", "D006", "academic year"),
    ("by", "D006", ""),
    ("since", "D006", ""),
    ("2024 –", "D006", ""),
    ("– 2024", "D006", "–"),
    ("between 2021", "D006", "2021"),
    ("between 2021 and", "D006", ""),
    ("2024 – 2025 – 2026", "D001", "–"),
    ("", "D001", ""),
    ("...", "D001", "..."),
    ("?", "D001", "?"),
    ("probably", "D001", "probably"),
    # no such day
    ("30 February 2024", "D002", "30 February 2024"),
    ("29 February 2023", "D002", "29 February 2023"),
    ("31 April 2024", "D002", "31 April 2024"),
    ("0 May 2024", "D002", "0 May 2024"),
    ("January 45 2014", "D002", "January 45 2014"),  # a real typo (python/peps)
    ("17–31 June 2024", "D002", "31 June 2024"),
    ("on 32.01.2024", "D002", "32.01.2024"),
    ("32.01.2024", "D002", "32.01.2024"),  # not "no EDTF": nobody claimed that it is
    ("01.13.2024", "D002", "01.13.2024"),
    ("13/13/2024", "D002", "13/13/2024"),
    # ends before it starts: no year is invented to fix it
    ("2023–2019", "D003", "2023–2019"),
    ("19-17 May 2024", "D003", "19-17 May 2024"),
    ("December – January 2024", "D003", "December – January 2024"),
    ("December 28 – January 3, 2024", "D003", "December 28 – January 3, 2024"),
    ("between 2023 and 2021", "D003", "2023 and 2021"),
    ("late 2024 – early 2024", "D003", "late 2024 – early 2024"),
    ("from 2024 to 2023", "D003", "2024 to 2023"),
    # two ways to read it
    ("03/04/2024", "D004", "03/04/2024"),
    ("by 3/4/2024", "D004", "3/4/2024"),
    ("in 2023/2024", "D004", "2023/2024"),
    ("June or May 2024", "D003", "June or May 2024"),
    ("10:00 17 May 2024 or 18 May 2024", "D004", "10:00 17 May 2024 or 18 May 2024"),
    ("2025 or", "D006", ""),
    ("2024, 2025 or 2026", "D001", "2025"),
    ("summer 2023/2024", "D004", "summer 2023/2024"),
    ("winter 2023/2025", "D004", "winter 2023/2025"),
    ("winter 2023/25", "D006", "winter"),
    ("after 2026 at the latest", "D006", "after"),
    ("before 2026 onwards", "D001", "onwards"),
    ("years 2020", "D004", "years 2020"),
    ("Not, before 2024", "D001", "Not"),  # may deny something else
    ("beginning 2024", "D001", "beginning"),  # at its beginning, or from then on
    ("2019 on", "D001", "on"),  # goes on
    ("May 2024 for", "D001", "for"),
    ("2024 in", "D001", "in"),
    ("17 May glorb 2024", "D001", "glorb"),
    ("2023/2025 academic year", "D004", "2023/2025 academic year"),
    ("2024 academic year", "D004", "2024 academic year"),
    # outside the years there are
    ("May 0000", "D005", "May 0000"),
    ("before 0001", "D005", "0001"),
    ("after 9999", "D005", "9999"),
    ("2024 BC", "D001", "BC"),
    # parts that do not go together
    ("first half of May 2024", "D001", "first half of May 2024"),
    ("Q3 May 2024", "D001", "Q3 May 2024"),
    ("May 2020s", "D006", "May 2020s"),
    ("early 17 May 2024", "D001", "early 17 May 2024"),
    ("0000s", "D006", "0000s"),
    ("1995s", "D001", "1995s"),
    ("20s", "D001", "20s"),
    ("after 2021 before 2024", "D001", "before"),
    ("before after 2024", "D006", "after"),  # the whole word, though it is a known one
    ("TBD 2024", "D006", "TBD"),
    ("by by 2024", "D006", "by"),
    ("2024 TBD", "D001", "TBD"),
    # clocks
    ("29 May 2024, 10:00 pm", "D001", "pm"),  # dropping it would move the meeting by twelve hours
    ("29 May 2024, 25:00", "D001", "25"),
    ("29 May 2024, 10:60", "D001", "10"),
    ("29 May 2024, 10:00 -04:00", "D006", "04:00"),  # or is it until four o'clock?
    ("29 May 2024, 10:00-12:00", "D006", "12:00"),
    ("29 May 2024, 10:00 Foo/Bar", "D001", "Foo/Bar"),
    ("29 May 2024, 10:00 America/Lapaz", "D001", "America/Lapaz"),
    ("29 May 2024, 10:00 UTC-3 America/La_Paz", "D004", "29 May 2024, 10:00 UTC-3 America/La_Paz"),
    # characters that only look right
    ("²024", "D001", "²"),
    ("½ 2024", "D001", "½"),
    ("Ⅲ quarter 2024", "D001", "Ⅲ"),
]


@pytest.mark.parametrize(("phrase", "code", "under"), REFUSED)
def test_what_is_not_understood_is_refused_with_a_caret_under_the_words(phrase: str, code: str, under: str) -> None:
    with pytest.raises(DateError) as caught:
        When.parse(phrase)
    error = caught.value
    assert (error.code, error.text[error.start : error.end]) == (code, under)
    assert error.text == phrase
    assert error.code in CODES


@pytest.mark.parametrize(
    ("phrase", "remedy"),
    [
        ("Ocotber 2024", "did you mean 'october'?"),
        ("Febuary 2024", "did you mean 'february'?"),
        ("17 May", "'May 2024'"),
        ("03/04/2024", "2024-04-03 or 2024-03-04, or set day_first"),
        ("29 February 2023", "February 2023 has 28 days"),
        ("2023–2019", "swap the two dates"),
        ("in 2023/2024", "'2023/2024 academic year'"),
        ("29 May 2024, 10:00 America/Lapaz", "did you mean 'America/La_Paz'?"),
        ("29 May 2024, 10:00 UTC-3 America/La_Paz", "in America/La_Paz the offset is -04:00 then"),
        ("hello", "'by the end of 2024'"),
        ("between 2021", "'between 2021 and 2023'"),
    ],
)
def test_a_refusal_says_what_to_write_instead(phrase: str, remedy: str) -> None:
    with pytest.raises(DateError) as caught:
        When.parse(phrase)
    assert remedy in str(caught.value).splitlines()[-1]


@pytest.mark.parametrize("phrase", ["٢٠٢٤", "May ٢٠٢٤", "١٧ May 2024", "in ２０２４", "29 May 2024, 1٠:00", "২০২০s"])
def test_digits_of_other_scripts_are_refused(phrase: str) -> None:
    with pytest.raises(DateError):
        When.parse(phrase)


@pytest.mark.parametrize("lang", ["xx", "EN", "english", ""])
def test_a_language_that_is_not_read_is_refused(lang: str) -> None:
    with pytest.raises(DateError, match=f"cannot be read in the language '{lang}'") as caught:
        When.parse("May 2024", lang)
    assert "en" in caught.value.hint


@pytest.mark.parametrize("piece", ["x", "9", "may ", "2024 ", "- ", "10:00 ", "a/", "(", "[T", "é", "by the end of "])
def test_a_huge_text_is_refused_in_a_short_message(piece: str) -> None:
    with pytest.raises(DateError) as caught:
        When.parse(piece * 2000)
    assert len(str(caught.value)) < 1000
