"""Dates in words: what is said reads back to the very date, in every language and for every shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog.dates import When
from laceventlog.dates.languages import LANGUAGES
from laceventlog.errors import DateError

ENGLISH = [
    ("2024-05-29", "29 May 2024"),
    ("2024-05", "May 2024"),
    ("2023-33", "first quarter of 2023"),
    ("2024-41", "second half of 2024"),
    ("2024-21", "spring 2024"),
    ("202X", "2020s"),
    ("2024", "2024"),
    ("2024~", "about 2024"),
    ("2024-05?", "May 2024?"),
    ("2024%", "about 2024?"),
    ("[2021..2023]", "between 2021 and 2023"),
    ("[2025-01-21..2025-02-10]", "between 21 January 2025 and 10 February 2025"),
    ("[..2024-12-31]", "by 31 December 2024"),
    ("[..2024-12-31?]", "by 31 December 2024?"),
    ("[2023,2025]", "2023 or 2025"),
    ("[2024-05~,2024-06~]", "approximately May 2024 or June 2024"),
    ("[..2024-12-31~]", "approximately by 31 December 2024"),
    ("[2024-05%..2024-08%]", "approximately between May 2024 and August 2024?"),
    ("2019~/..", "approximately since 2019"),
    ("[2028-01-01..]", "not before 1 January 2028"),
    ("2024-01/2024-06", "from January 2024 to June 2024"),
    ("2023-33/2024-35", "from the first quarter of 2023 to the third quarter of 2024"),
    ("2019/..", "since 2019"),
    ("2024-05-29T10:00:00", "29 May 2024, 10:00"),
    ("2024-05-29T10:00:00Z", "29 May 2024, 10:00 UTC"),
    ("2024-05-29T10:00:00-04:00", "29 May 2024, 10:00 UTC-04:00"),
    ("2024-05-29T10:00:00-04:00[America/La_Paz]", "29 May 2024, 10:00 America/La_Paz"),
    ("TBD", "to be determined"),
    # no words say these exactly: the notation does
    ("2019/", "2019/"),
    ("../2020", "../2020"),
    ("20XX", "20XX"),
    ("190X", "190X"),  # "the 1900s" are a hundred years as well
    ("156X-12-25", "156X-12-25"),
    ("{1960,1961-12}", "{1960,1961-12}"),
    ("[2023,2025,2027]", "[2023,2025,2027]"),
    ("[..2024]", "[..2024]"),  # "by 2024" is noted by its last day
    ("2004-06~-11", "2004-06~-11"),
    ("2024-05-29T10:00:30", "2024-05-29T10:00:30"),
    ("2015~/2018", "2015~/2018"),
    ("2024-37", "2024-37"),
]


@pytest.mark.parametrize(("notation", "words"), ENGLISH)
def test_a_date_in_english(notation: str, words: str) -> None:
    assert When.parse(notation).describe() == words


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("notation", [notation for notation, words in ENGLISH if notation != words])
def test_what_has_words_in_english_has_words_that_read_back_in_every_language(notation: str, lang: str) -> None:
    when = When.parse(notation)
    words = when.describe(lang)
    assert words != notation or notation == "2024"
    assert When.parse(words, lang) == when


YEARS = st.integers(1, 9999).map(lambda year: f"{year:04}")
UNITS = st.sampled_from(
    ["", *(f"-{code:02}" for code in (*range(1, 13), *range(21, 25), *range(33, 37), 40, 41)), "-17", "-05-09"]
)
DATES = st.builds(lambda year, unit: year + ("-05-17" if unit == "-17" else unit), YEARS, UNITS)
MARKED = st.builds(lambda date, mark: date + mark, DATES, st.sampled_from(["", "", "?", "~", "%"]))
SHAPES = st.sampled_from(["{0}", "[..{0}]", "[{0}..]", "{0}/..", "{0}/", "../{0}", "[{0}..{1}]", "{0}/{1}"])


@given(
    st.builds(lambda shape, one, other: shape.format(one, other), SHAPES, MARKED, MARKED),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_any_date_in_words_reads_back_to_itself(notation: str, lang: str) -> None:
    try:
        when = When.parse(notation)
    except DateError:
        return  # ends before it starts
    assert When.parse(when.describe(lang), lang) == when


OTHERS = [
    "202X", "202X~", "20XX", "20XX?", "156X-12-25", "1XXX-XX", "2024-XX", "2024-05-XX", "XXXX-12-XX", "2004-06~-11",
    "?2004-06-~11", "1950S2", "190X/200X", "199X/..", "{1667,1668,1670..1672}", "{..1984}", "[1667,1668]", "[2023,2025..]",
    "..2004-06-01/2004-06-20..", "2024-37", "2024-39", "2024-25", "2024-32", "2024-05-29T10:00:00", "2024-05-29T00:00:00Z",
    "2024-05-29T23:59:59+14:00", "2024-05-29T10:00:00-04:00", "2024-05-29T10:00:00-04:00[America/La_Paz]", "TBD",
    "[2024-09..2024-12]", "[2025-01-21..2025-02-10]", "[2023-09..2024-08]", "2023-33/2024-21", "2023-41~/..", "/2024", "2024/",
]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_other_shape_in_words_reads_back_too(lang: str) -> None:
    whens = [When.parse(notation) for notation in OTHERS]
    assert [When.parse(when.describe(lang), lang) for when in whens] == whens


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(DateError, match="'tlh'"):
        When.parse("2024").describe("tlh")
