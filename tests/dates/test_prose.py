"""English dates in words: what each way to say one means, what is refused, and that nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from laceventlog.dates import When
from laceventlog.dates.languages import LANGUAGES
from laceventlog.errors import CODES, DateError

# Every date phrase of the article, as it is printed there.
ARTICLE = [
    ("In 2023", "2023"),
    ("In 2023–2024", "2023/2024"),  # en dash
    ("May 20, 2023", "2023-05-20"),
    ("March 15, 2024", "2024-03-15"),
    ("On October 16, 2023", "2023-10-16"),
    ("for 2024–2026", "2024/2026"),
    ("for 2023–2030", "2023/2030"),
    ("2023–2030", "2023/2030"),
    ("2023–2024", "2023/2024"),
    ("in 2012", "2012"),
    ("On June 6, 2024", "2024-06-06"),
    ("Since 2019", "2019/.."),
    ("On November 7, 2024", "2024-11-07"),
    ("in December 2023", "2023-12"),
    ("by the end of 2024", "[..2024-12-31]"),
    ("By the end of 2024", "[..2024-12-31]"),
    ("Late January—early February 2025", "[2025-01-21..2025-02-10]"),  # em dash
    ("In May 2023", "2023-05"),
    ("In 2025", "2025"),
    ("In October 2021", "2021-10"),
    ("in the first quarter of 2023", "2023-33"),
    ("first quarter of 2023", "2023-33"),
    ("In the 2023/2024 academic year", "[2023-09..2024-08]"),
    ("In January-June 2024", "2024-01/2024-06"),
    ("January-June 2024", "2024-01/2024-06"),
]

UNITS = [
    # a day, in any order
    ("17 May 2024", "2024-05-17"),
    ("May 17 2024", "2024-05-17"),
    ("May 17, 2024", "2024-05-17"),
    ("2024 May 17", "2024-05-17"),
    ("2024, 17 May", "2024-05-17"),
    ("17 2024 May", "2024-05-17"),
    ("7 May 2024", "2024-05-07"),
    ("07 May 2024", "2024-05-07"),
    ("17th May 2024", "2024-05-17"),
    ("the 17th of May, 2024", "2024-05-17"),
    ("on the 1st of January 2024", "2024-01-01"),
    ("2nd February 2024", "2024-02-02"),
    ("May 3rd, 2024", "2024-05-03"),
    ("29 February 2024", "2024-02-29"),
    ("31 December 9999", "9999-12-31"),
    ("1 January 0001", "0001-01-01"),
    # a day in digits
    ("on 2024-05-17", "2024-05-17"),
    ("17.05.2024", "2024-05-17"),
    ("7.5.2024", "2024-05-07"),
    ("03.04.2024", "2024-04-03"),  # with dots the day is first everywhere
    ("17/05/2024", "2024-05-17"),  # 17 is no month
    ("05/17/2024", "2024-05-17"),
    ("05/05/2024", "2024-05-05"),  # either way the same day
    # a month, in full or short, with or without a dot
    *[
        (name, f"2024-{number:02}")
        for number, names in enumerate(
            "January Jan|February Feb|March Mar|April Apr|May|June Jun|July Jul|August Aug|September Sept Sep|"
            "October Oct|November Nov|December Dec".split("|"),
            start=1,
        )
        for short in names.split()
        for name in (f"{short} 2024", f"{short}. 2024", f"2024 {short.lower()}", f"in {short.upper()}, 2024")
    ],
    ("in the month of May 2024", "2024-05"),
    ("May (2024)", "2024-05"),
    ("in 2024-05", "2024-05"),
    # a year
    ("2024", "2024"),
    ("the year 2024", "2024"),
    ("during 2024", "2024"),
    ("AD 0800", "0800"),
    ("0800 CE", "0800"),
    # quarters and halves
    ("Q1 2023", "2023-33"),
    ("Q2 2023", "2023-34"),
    ("q3 2023", "2023-35"),
    ("2023 Q4", "2023-36"),
    ("the 1st quarter of 2023", "2023-33"),
    ("second quarter 2023", "2023-34"),
    ("III quarter 2022", "2022-35"),
    ("iv quarter of 2022", "2022-36"),
    ("last quarter of 2022", "2022-36"),
    ("first half of 2024", "2024-40"),
    ("2nd half of 2024", "2024-41"),
    ("H1 2025", "2025-40"),
    ("2025 h2", "2025-41"),
    ("Q1 0033", "0033-33"),
    # seasons
    ("spring 2024", "2024-21"),
    ("summer of 2024", "2024-22"),
    ("autumn 2024", "2024-23"),
    ("fall 2024", "2024-23"),
    ("winter 2024", "2024-24"),
    # decades
    ("2020s", "202X"),
    ("the 1990s", "199X"),
    ("the 0010s", "001X"),  # the first decade that has no year 0
    # academic years: one policy, 1 September to 31 August
    ("academic year 2023/2024", "[2023-09..2024-08]"),
    ("2023/2024 school year", "[2023-09..2024-08]"),
]

# Thirds are this library's policy; docs/dates.md lists them.
THIRDS = [
    # month: 1-10, 11-20, 21-end
    ("early May 2024", "[2024-05-01..2024-05-10]"),
    ("mid-May 2024", "[2024-05-11..2024-05-20]"),
    ("late May 2024", "[2024-05-21..2024-05-31]"),
    ("late February 2023", "[2023-02-21..2023-02-28]"),
    ("late February 2024", "[2024-02-21..2024-02-29]"),
    ("end of March 2024", "[2024-03-21..2024-03-31]"),
    ("mid – May 2024", "[2024-05-11..2024-05-20]"),  # this dash belongs to "mid"
    # year: four months each
    ("early 2024", "[2024-01..2024-04]"),
    ("mid-2026", "[2026-05..2026-08]"),
    ("mid 2026", "[2026-05..2026-08]"),
    ("late 2023", "[2023-09..2023-12]"),
    ("early 0033", "[0033-01..0033-04]"),
    ("at the beginning of 2024", "[2024-01..2024-04]"),
    ("beginning of 2024", "[2024-01..2024-04]"),
    ("start of 2024", "[2024-01..2024-04]"),
    ("in the middle of 2024", "[2024-05..2024-08]"),
    ("at the end of 2024", "[2024-09..2024-12]"),
    ("end of the year 2024", "[2024-09..2024-12]"),
    ("end-2024", "[2024-09..2024-12]"),
    # quarter: one month each
    ("early Q3 2024", "2024-07"),
    ("mid first quarter of 2024", "2024-02"),
    ("end of the first quarter of 2024", "2024-03"),
    # half: two months each
    ("beginning of the second half of 2024", "[2024-07..2024-08]"),
    ("middle of H2 2024", "[2024-09..2024-10]"),
    ("late first half of 2024", "[2024-05..2024-06]"),
    # season: one month each
    ("early summer 2024", "2024-06"),
    ("mid-winter 2024", "2025-01"),  # in the next year
    ("late winter 2024", "2025-02"),
    # decade: years 0-3, 4-6, 7-9
    ("early 2020s", "[2020..2023]"),
    ("mid-2020s", "[2024..2026]"),
    ("late 2020s", "[2027..2029]"),
    # academic year: four months each, from September on
    ("early 2023/2024 academic year", "[2023-09..2023-12]"),
    ("end of the 2023/2024 academic year", "[2024-05..2024-08]"),
    # two soft parts: one window from the first day of the first to the last day of the second
    ("mid-May–late June 2024", "[2024-05-11..2024-06-30]"),
    ("early 2024 – mid-2025", "[2024-01-01..2025-08-31]"),
    ("late December 2023 to early January 2024", "[2023-12-21..2024-01-10]"),
    ("late 1990s–early 2000s", "[1997-01-01..2003-12-31]"),
    ("end of Q1 – early Q2 2024", "[2024-03..2024-04]"),
    ("between late 2021 and early 2022", "[2021-09-01..2022-04-30]"),
]

RANGES = [
    # days within a month, across months, across years
    ("17-19 May 2024", "2024-05-17/2024-05-19"),  # not the year 17
    ("17 to 19 May 2024", "2024-05-17/2024-05-19"),
    ("May 17-19, 2024", "2024-05-17/2024-05-19"),
    ("2024 May 17-19", "2024-05-17/2024-05-19"),
    ("17th–19th May 2024", "2024-05-17/2024-05-19"),
    ("17.–19.05.2024", "2024-05-17/2024-05-19"),
    ("17.05.2024-19.05.2024", "2024-05-17/2024-05-19"),
    ("2024-05-17 – 2024-05-19", "2024-05-17/2024-05-19"),
    ("17 May – 2 June 2024", "2024-05-17/2024-06-02"),
    ("May 17 – June 2, 2024", "2024-05-17/2024-06-02"),
    ("28 December 2023 – 3 January 2024", "2023-12-28/2024-01-03"),
    ("December 28, 2023 to January 3, 2024", "2023-12-28/2024-01-03"),
    # months
    ("March to May 2022", "2022-03/2022-05"),
    ("from March to May 2022", "2022-03/2022-05"),
    ("from March until May 2022", "2022-03/2022-05"),
    ("March through May 2022", "2022-03/2022-05"),
    ("March thru May 2022", "2022-03/2022-05"),
    ("March 2022 – May 2023", "2022-03/2023-05"),
    ("May 2024 to June", "2024-05/2024-06"),  # the year reaches back
    ("17 May – June 2024", "2024-05-17/2024-06"),
    # years and decades
    ("2019-2021", "2019/2021"),
    ("2019 until 2021", "2019/2021"),
    ("from 2019 up to 2021", "2019/2021"),
    ("2010s–2020s", "201X/202X"),
    ("1990s to 2024", "199X/2024"),
    # any dash, with or without blanks
    *[
        (f"{left}2023{blank}{chr(dash)}{blank}2030", "2023/2030")
        for dash in [0x2D, *range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D]
        for left, blank in [("", ""), ("from ", " "), ("", "\u00a0"), ("", "\u202f")]
    ],
    # a window for one moment
    ("between 2021 and 2023", "[2021..2023]"),
    ("between May and June 2024", "[2024-05..2024-06]"),
    ("between 17 and 19 May 2024", "[2024-05-17..2024-05-19]"),
    ("between 2021-2023", "[2021..2023]"),
    ("between 2021 to 2023", "[2021..2023]"),
    ("between 2024 and May 2024", "[2024..2024-05]"),
]

LIMITS = [
    # up to and with
    ("by 2024", "[..2024-12-31]"),
    ("by May 2024", "[..2024-05-31]"),
    ("by 1 July 2025", "[..2025-07-01]"),
    ("by Q1 2024", "[..2024-03-31]"),
    ("by the end of March 2024", "[..2024-03-31]"),
    ("by the end of the first quarter of 2024", "[..2024-03-31]"),
    ("by end-2024", "[..2024-12-31]"),
    ("by the beginning of 2024", "[..2024-04-30]"),  # only "end" names an edge; these are thirds
    ("by mid-2024", "[..2024-08-31]"),
    ("by winter 2024", "[..2025-02-28]"),
    ("no later than March 2026", "[..2026-03-31]"),
    ("not later than March 2026", "[..2026-03-31]"),
    ("no later than the end of 2024", "[..2024-12-31]"),
    ("at the latest by May 2024", "[..2024-05-31]"),
    ("on or before 1 May 2024", "[..2024-05-01]"),
    ("until 2027", "[..2027-12-31]"),
    ("till 2027", "[..2027-12-31]"),
    ("up to 2027", "[..2027-12-31]"),
    ("until the end of 2024", "[..2024-12-31]"),
    ("by the 2023/2024 academic year", "[..2024-08-31]"),
    ("by 9999", "[..9999-12-31]"),
    # up to, without
    ("before 2030", "[..2029-12-31]"),
    ("prior to May 2024", "[..2024-04-30]"),
    ("earlier than 17 May 2024", "[..2024-05-16]"),
    ("before 1 January 2024", "[..2023-12-31]"),
    ("before 1 March 2024", "[..2024-02-29]"),
    ("before Q3 2024", "[..2024-06-30]"),
    ("before mid-2024", "[..2024-08-31]"),
    ("before the end of 2024", "[..2024-12-31]"),  # the end is midnight: its last day is before it
    ("before the beginning of 2024", "[..2023-12-31]"),
    # from the day after
    ("after June 2022", "[2022-07-01..]"),
    ("after 31 December 2024", "[2025-01-01..]"),
    ("after 28 February 2024", "[2024-02-29..]"),
    ("later than 2023", "[2024-01-01..]"),
    ("after Q4 2024", "[2025-01-01..]"),
    ("after mid-2024", "[2024-05-01..]"),
    ("after the end of 2024", "[2025-01-01..]"),
    ("not until after 2024", "[2025-01-01..]"),
    # from that day on
    ("not before 2028", "[2028-01-01..]"),
    ("no earlier than May 2028", "[2028-05-01..]"),
    ("not earlier than 17 May 2028", "[2028-05-17..]"),
    ("no sooner than 2028", "[2028-01-01..]"),
    ("not until 2028", "[2028-01-01..]"),
    ("NET 2028", "[2028-01-01..]"),
    ("on or after 17 May 2024", "[2024-05-17..]"),
    ("not before the 2023/2024 academic year", "[2023-09-01..]"),
    ("not before mid-2024", "[2024-05-01..]"),
    ("not before the end of 2024", "[2024-09-01..]"),  # which may be said of its last months
    ("2025 or 2026", "[2025,2026]"),
    ("May or June 2024", "[2024-05,2024-06]"),
    ("17 or 18 May 2024", "[2024-05-17,2024-05-18]"),
    ("late January or early February 2025", "[2025-01-21..2025-01-31,2025-02-01..2025-02-10]"),
    ("about 2024 or 2025", "[2024~,2025~]"),
    ("March 2026 at the latest", "[..2026-03-31]"),
    ("by March 2026 at the latest", "[..2026-03-31]"),
    ("2019 onwards", "2019/.."),
    ("from May 2019 onward", "2019-05/.."),
    ("since 2019 and onwards", "2019/.."),
    ("years 2024-2025", "2024/2025"),
    ("winter 2023/2024", "2023-24"),
    ("winter 2023/24", "2023-24"),
    ("2023/24 academic year", "[2023-09..2024-08]"),
    ("3Q 2024", "2024-35"),
    ("2024 AD", "2024"),
    # lasting from then on
    ("since May 2019", "2019-05/.."),
    ("from 2019", "2019/.."),
    ("from 17 May 2024", "2024-05-17/.."),
    ("starting in 2024", "2024/.."),
    ("as from 1 January 2024", "2024-01-01/.."),
    ("since the 2020s", "202X/.."),
    ("since the end of 2023", "2023/.."),  # an interval cannot start in a third: the whole year, no less
    ("from early 2024", "2024/.."),
]

HEDGED = [
    ("about 2015", "2015~"),
    ("around 2015", "2015~"),
    ("circa June 2018", "2018-06~"),
    ("c. 2015", "2015~"),
    ("ca. 17 May 2024", "2024-05-17~"),
    ("approximately 2015", "2015~"),
    ("~ 2015", "2015~"),
    ("2015 ?", "2015?"),
    ("expected 2026", "2026?"),
    ("expected in May 2026", "2026-05?"),
    ("probably 2026", "2026?"),
    ("2026 (tentatively)", "2026?"),
    ("circa 2015?", "2015%"),
    ("probably about 2015", "2015%"),
    ("about 2015-2018", "2015~/2018~"),
    ("since about 2019", "2019~/.."),
    ("possibly since 2019", "2019?/.."),
    ("TBD", "TBD"),
    ("tba", "TBD"),
    ("to be determined", "TBD"),
    ("To Be Announced", "TBD"),
    ("to be confirmed", "TBD"),
    ("date not set", "TBD"),
    ("probably TBD", "TBD"),
    ("TBD?", "TBD"),
]

CLOCKS = [
    ("29 May 2024, 10:00", "2024-05-29T10:00:00"),
    ("29 May 2024 at 9:05", "2024-05-29T09:05:00"),
    ("10:00, 29 May 2024", "2024-05-29T10:00:00"),
    ("2024-05-29 10:00", "2024-05-29T10:00:00"),
    ("29 May 2024, 10:00 UTC", "2024-05-29T10:00:00Z"),
    ("29 May 2024, 10:00Z", "2024-05-29T10:00:00Z"),
    ("29 May 2024, 10:00 GMT", "2024-05-29T10:00:00Z"),
    ("29 May 2024, 10:00 +3", "2024-05-29T10:00:00+03:00"),
    ("29 May 2024, 10:00+03:00", "2024-05-29T10:00:00+03:00"),
    ("29 May 2024, 10:00 UTC−4", "2024-05-29T10:00:00-04:00"),  # a minus sign, not a hyphen
    ("29 May 2024, 10:00 UTC+5:30", "2024-05-29T10:00:00+05:30"),
    ("29 May 2024, 10:00 America/La_Paz", "2024-05-29T10:00:00-04:00[America/La_Paz]"),
    ("2024-05-29 10:00 America/La_Paz", "2024-05-29T10:00:00-04:00[America/La_Paz]"),
    ("29 May 2024, 10:00 UTC-4 America/La_Paz", "2024-05-29T10:00:00-04:00[America/La_Paz]"),
    # limits and ranges count in days
    ("by 29 May 2024, 10:00", "[..2024-05-29]"),
    ("29 May 2024 10:00 – 30 May 2024 12:00", "2024-05-29/2024-05-30"),
]

PHRASES = [*ARTICLE, *UNITS, *THIRDS, *RANGES, *LIMITS, *HEDGED, *CLOCKS]


@pytest.mark.parametrize(("phrase", "notation"), PHRASES)
def test_a_phrase_means_one_notation(phrase: str, notation: str) -> None:
    when = When.parse(phrase)
    assert when.notation == notation
    assert when.text == phrase
    assert when == When.parse(notation)


@pytest.mark.parametrize(
    ("negated", "flipped"),
    [
        ("no later than 2024", "later than 2024"),
        ("not later than 2024", "later than 2024"),
        ("not after 2024", "after 2024"),
        ("not before 2024", "before 2024"),
        ("no earlier than 2024", "earlier than 2024"),
        ("not earlier than 2024", "earlier than 2024"),
        ("not until 2024", "until 2024"),
        ("not\u00a0before 2024", "before 2024"),
        ("not\n before 2024", "before 2024"),
        ("probably not before 2024", "probably before 2024"),
        ("not until after 2024", "until 2024"),
    ],
)
def test_a_negation_turns_the_direction(negated: str, flipped: str) -> None:
    one, other = When.parse(negated), When.parse(flipped)
    assert (one.earliest is None) != (other.earliest is None)
    assert (one.latest is None) != (other.latest is None)


@pytest.mark.parametrize("not_", ["not", "no", "never", "isn't", "cannot", "neither", "nor", "without", "un"])
@pytest.mark.parametrize(
    "rest", ["2024", "in 2024", "by 2024", "since 2019", "between 2021 and 2023", "2023-2024", "TBD", "mid-2024"]
)
def test_a_negation_that_is_not_understood_is_refused_and_not_dropped(not_: str, rest: str) -> None:
    for phrase in (f"{not_} {rest}", f"{rest} {not_}"):
        with pytest.raises(DateError):
            When.parse(phrase)


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
    # ends before it starts: no year is made up to mend it
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


def notation_or_refused(phrase: str) -> str:
    try:
        return When.parse(phrase).notation
    except DateError:
        return "refused"


# Taken for "to", the dash would make "Q1-2024" a span from January to the end of 2024.
@pytest.mark.parametrize(
    ("phrase", "right"),
    [
        ("May-2024", "2024-05"),
        ("2024-May", "2024-05"),
        ("Q1-2024", "2024-33"),
        ("2024-Q1", "2024-33"),
        ("H2-2025", "2025-41"),
        ("summer–2024", "2024-22"),
        ("by Q3-2026", "[..2026-09-30]"),
        ("since May-2024", "2024-05/.."),
        ("Q1-2024 – Q3-2024", "2024-33/2024-35"),
        ("17 May–2024", "2024-05-17"),
        ("17-May 2024", "2024-05-17"),
        ("May-17, 2024", "2024-05-17"),
        ("17-May-2024", "2024-05-17"),
        ("first half-year of 2024", "2024-40"),
    ],
)
def test_a_dash_inside_one_date_is_never_a_range(phrase: str, right: str) -> None:
    assert notation_or_refused(phrase) in ("refused", right)


# BUG: with blanks around it, a dash may as well mean "to"; reading it as a hyphen is a guess.
@pytest.mark.parametrize("phrase", ["17 – June 2024", "May 2024 – 17", "2024 – 17 May", "May – 2024"])
def test_a_dash_between_blanks_is_no_hyphen(phrase: str) -> None:
    assert notation_or_refused(phrase) == "refused"


# Dropped, what stands beside the unit leaves a date that is too wide or plainly wrong.
@pytest.mark.parametrize(
    "phrase",
    [
        "first half of Q3 2024",  # not January to June
        "second half of summer 2024",  # not July to December
        "first half of the 2020s",
        "first half of the 2023/2024 academic year",
        "summer of the 2023/2024 academic year",
        "Q3 second half 2024",
        "summer Q3 2024",
        "17 third quarter 2024",
        "17 2023/2024 academic year",
        "2023/2024 academic year 2024",
        "last 2020s",
        "Q1 2020s",
        "late May 2024, 10:00",
        "late May 2024 America/La_Paz",
        "by 29 May 2024, 10:00 Foo/Bar",
    ],
)
def test_no_word_of_a_date_is_dropped(phrase: str) -> None:
    assert notation_or_refused(phrase) == "refused"


# "Before 29 May" leaves out that day; "before ten on 29 May" does not.
@pytest.mark.parametrize("phrase", ["before 29 May 2024, 10:00", "after 29 May 2024, 10:00"])
def test_a_limit_at_a_clock_time_keeps_the_rest_of_that_day(phrase: str) -> None:
    assert notation_or_refused(phrase) in ("refused", "[..2024-05-29]", "[2024-05-29..]")


# With only the outer month kept, "Q1-Q3" would have to start in January.
@pytest.mark.parametrize(
    ("phrase", "latest_start", "earliest_end"),
    [
        ("since Q3 2022", "2022-09-30", None),
        ("since summer 2023", "2023-08-31", None),
        ("since the 2023/2024 academic year", "2024-08-31", None),
        ("Q1–Q3 2023", "2023-03-31", "2023-07-01"),
        ("H1 2023 – H2 2024", "2023-06-30", "2024-07-01"),
        ("spring 2023 to autumn 2023", "2023-05-31", "2023-09-01"),
    ],
)
def test_a_span_starts_and_ends_no_more_precisely_than_was_said(
    phrase: str, latest_start: str, earliest_end: str | None
) -> None:
    try:
        when = When.parse(phrase)
    except DateError:
        return
    assert str(when.latest_start) >= latest_start
    assert earliest_end is None or str(when.earliest_end) <= earliest_end


@pytest.mark.parametrize(
    ("phrase", "notation"),
    [
        ("first to third quarter of 2024", ("2024-01-01", "2024-09-30")),
        ("1st to 3rd quarter of 2024", ("2024-01-01", "2024-09-30")),
        ("since Q1 0033", ("0033-01-01", "None")),  # strftime writes the year 33 with two digits
    ],
)
def test_what_the_grammar_promises_is_read(phrase: str, notation: tuple[str, str]) -> None:
    when = When.parse(phrase)
    assert (str(when.earliest), str(when.latest)) == notation


@pytest.mark.parametrize(
    ("phrase", "approximate", "uncertain"),
    [
        ("expected by 2024", False, True),
        ("by about 2024", True, False),
        ("circa first quarter of 2023", True, False),
        ("probably after 2024", False, True),
        ("circa by 2024?", True, True),
        ("probably by about 2024", True, True),  # one mark before "by", one after
    ],
)
def test_a_hedge_is_kept_and_moves_no_bound(phrase: str, approximate: bool, uncertain: bool) -> None:
    when = When.parse(phrase)
    assert (when.is_approximate, when.is_uncertain) == (approximate, uncertain)
    plain = " ".join(w for w in phrase.rstrip("?").split() if w not in ("expected", "about", "circa", "probably"))
    assert (when.earliest, when.latest) == (When.parse(plain).earliest, When.parse(plain).latest)


@pytest.mark.parametrize(
    ("phrase", "notation"),
    [
        ("spring 2024", "[2024-09..2024-11]"),
        ("summer 2024", "[2024-12..2025-02]"),  # the turn of the year moves from winter to summer
        ("autumn 2024", "[2024-03..2024-05]"),
        ("winter 2024", "[2024-06..2024-08]"),
        ("late summer 2024", "2025-02"),
        ("by winter 2024", "[..2024-08-31]"),
        ("H1 2024", "2024-40"),
        ("Q3 2024", "2024-35"),  # only seasons turn
        ("early 2024", "[2024-01..2024-04]"),
        ("2024-22", "2024-22"),  # as notation the codes are the northern ones
    ],
)
def test_in_the_south_the_seasons_are_half_a_year_away(phrase: str, notation: str) -> None:
    assert When.parse(phrase, hemisphere="south").notation == notation


# Taken for the north, it would put the season half a year off.
@pytest.mark.parametrize("hemisphere", ["South", "southern", "s", ""])
def test_an_unknown_hemisphere_is_refused(hemisphere: str) -> None:
    with pytest.raises(ValueError, match="hemisphere"):
        When.parse("summer 2024", hemisphere=hemisphere)


@pytest.mark.parametrize(
    ("phrase", "day_first", "expected"),
    [
        ("03/04/2024", True, "2024-04-03"),
        ("03/04/2024", False, "2024-03-04"),
        ("03/04/2024", None, "refused"),
        ("11/12/2024", None, "refused"),  # the last two numbers that are both months
        ("12/11/2024", None, "refused"),
        ("13/12/2024", None, "2024-12-13"),  # the first that is none
        ("12/13/2024", None, "2024-12-13"),
        ("12/12/2024", None, "2024-12-12"),
        ("17/05/2024", True, "2024-05-17"),
        ("17/05/2024", False, "refused"),  # there is no month 17, and the caller said so
        ("05/17/2024", True, "refused"),
        ("05/17/2024", False, "2024-05-17"),
        ("05/05/2024", None, "2024-05-05"),
        ("by 03/04/2024", True, "[..2024-04-03]"),
        ("2024-03-04", True, "2024-03-04"),  # ISO is not up for choice
    ],
)
def test_which_number_is_the_day_is_said_by_the_caller_or_not_known(
    phrase: str, day_first: bool | None, expected: str
) -> None:
    try:
        notation = When.parse(phrase, day_first=day_first).notation
    except DateError:
        notation = "refused"
    assert notation == expected


@pytest.mark.parametrize("lang", ["xx", "EN", "english", ""])
def test_a_language_that_is_not_read_is_refused(lang: str) -> None:
    with pytest.raises(DateError, match=f"cannot be read in the language '{lang}'") as caught:
        When.parse("May 2024", lang)
    assert "en" in caught.value.hint


# Fuzz: no text does anything but mean a date or be refused.

WORDS = sorted({word for language in LANGUAGES.values() for word in language.vocabulary})
PIECES = [
    *WORDS,
    *"0 1 3 12 17 24 31 99 198 0000 0001 0033 1900 2023 2024 9999 12024 1st 17th 2020s 9990s 0000s 2023/2024".split(),
    *"17.05.2024 03/04/2024 2024-05 2024-05-17 2024-02-30 9999-24 10:00 25:00 UTC+3 +14:00 Z z GMT".split(),
    *"America/La_Paz America Foo/Bar UTC [UTC] T10:00 [..2024] [ ] / .. X XX 202X".split(),
    *"~ ? % - – — , . ; ( ) ' İ ß ǅ 年 ٣ ²".split(),
    "\t",
]
JOINTS = st.sampled_from([" ", " ", " ", "", "-", "–", ", ", "\u00a0"])


def check(text: str, *, day_first: bool | None = None, hemisphere: str = "north") -> None:
    try:
        when = When.parse(text, day_first=day_first, hemisphere=hemisphere)
    except DateError as error:
        check_refusal(text, error)
    else:
        check_date(text, when)


def check_date(text: str, when: When) -> None:
    assert when == When.parse(when.notation)
    assert when.text == text.strip()
    low, high = when.earliest, when.latest
    assert low is None or high is None or low <= high


def check_refusal(text: str, error: DateError) -> None:
    assert error.text == text.strip()
    assert 0 <= error.start < error.end <= len(error.text) + 1
    assert error.code in CODES
    assert error.reason in str(error)


@given(
    st.lists(st.tuples(st.sampled_from(PIECES), JOINTS), min_size=1, max_size=8),
    st.sampled_from([None, True, False]),
    st.sampled_from(["north", "south"]),
)
def test_words_in_any_order_are_a_date_or_refused(
    parts: list[tuple[str, str]], day_first: bool | None, hemisphere: str
) -> None:
    text = "".join(word + joint for word, joint in parts)
    check(text, day_first=day_first, hemisphere=hemisphere)


@given(st.text())
@example("\u0000")
@example("\ud800 2024")  # half a surrogate pair
@example("İ 2024")  # its lower case is two characters long
@example("\n\n2024\tX\n")
@example("ﬁrst quarter of 2024")
def test_any_text_is_a_date_or_refused(text: str) -> None:
    check(text)


@given(st.text(alphabet="0123456789-/.:TZX[]?~%+, s", max_size=24))
def test_digits_and_marks_in_any_order_are_a_date_or_refused(text: str) -> None:
    check(text)


@pytest.mark.parametrize("piece", ["x", "9", "may ", "2024 ", "- ", "10:00 ", "a/", "(", "[T", "é", "by the end of "])
def test_a_huge_text_is_refused_in_a_short_message(piece: str) -> None:
    with pytest.raises(DateError) as caught:
        When.parse(piece * 2000)
    assert len(str(caught.value)) < 1000


# A zone's name is spelt one way only, so phrases with one keep their case.
MUTABLE = [phrase for phrase, _ in PHRASES if "/La_Paz" not in phrase]
BLANKS = st.text(alphabet=" \t\n\u00a0\u2009\u202f", max_size=3)


@given(st.sampled_from(MUTABLE), BLANKS, BLANKS, st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_case_and_surrounding_blanks_change_nothing(phrase: str, before: str, after: str, case: object) -> None:
    assert callable(case)
    assert When.parse(before + case(phrase) + after) == When.parse(phrase)


@given(st.sampled_from(MUTABLE), st.sampled_from([" ", "\u00a0", "\u2009", "\t", "\n", "  "]))
def test_any_blank_is_a_blank(phrase: str, blank: str) -> None:
    assert When.parse(phrase.replace(" ", blank)) == When.parse(phrase)
