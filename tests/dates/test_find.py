"""Dates in running prose: each one is found with its place, and no number that is no date."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog.dates import find_dates
from laceventlog.errors import DateError

ARTICLE = Path(os.environ.get("LACEVENTLOG_ARTICLE", Path(__file__).parents[3] / "shared" / "sources" / "burlyai.txt"))

FOUND = [
    # a sentence, the words found in it
    ("In 2025, X plans to deliver.", ["2025"]),
    ("The session took place on May 20, 2023, in Havana.", ["May 20, 2023"]),
    ("Cuba (May 20, 2023, Havana, March 15, 2024, Moscow)", ["May 20, 2023", "March 15, 2024"]),
    ("By the end of 2024, seven vehicles are to be shipped.", ["By the end of 2024"]),
    ("Late January—early February 2025, assembly is to start.", ["Late January—early February 2025"]),
    ("in the first quarter of 2023, 300 buses arrived", ["first quarter of 2023"]),
    ("Since 2019, it goes on; since then nothing.", ["Since 2019"]),
    ("for 2024–2026 and for 2023-2030", ["2024–2026", "2023-2030"]),
    ("In the 2023/2024 academic year, there were 4,600.", ["2023/2024 academic year"]),
    ("In 2023, 15 ships came. In 2024. May was dry.", ["2023", "2024"]),  # 15 is no day of 2023, May no month of 2024
    ("It ended in 2012. 17 May 2013 came later.", ["2012", "17 May 2013"]),
    ("the plan (2024) and the plan [2025]", ["2024"]),
    ("at 10:00 on 29 May 2024, 10:30 America/La_Paz", ["29 May 2024, 10:30 America/La_Paz"]),
    ("Sept. 3, 2024 and Sep 4, 2024", ["Sept. 3, 2024", "Sep 4, 2024"]),
    (
        "not later than 1 July 2025 or no later than March 2026",
        ["not later than 1 July 2025", "no later than March 2026"],
    ),
    ("on 2024-05-17 and 17.05.2024", ["2024-05-17", "17.05.2024"]),
    ("2024", ["2024"]),
]

NO_DATES = [
    "2000 buses", "about 2000 people", "some 1500 tonnes", "KAvZ-4238-61 and UAZ-452", "room 2024-B", "v2024.1", "ISO 8601-2:2019",
    "USD 2024", "$2024", "№ 2024", "2024 %", "12024", "1,2024", "XXVII forum", "the 17th meeting", "8.5 million packs",
    "EUR 16.83 million", "27 out of 33", "250-mill automation", "May we ask?", "March on!", "the first quarter", "the second half",
    "03/04/2024", "31 February 2024", "TBD", "", "-", "by and by", "from 300 to 450", "in 9876", "in 0300", "a/b 2024/2025/2026",
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words"), FOUND)
def test_every_date_of_a_sentence_is_found_where_it_stands(sentence: str, words: list[str]) -> None:
    found = list(find_dates(sentence))
    assert [each.text for each in found] == words
    assert [sentence[each.start : each.end] for each in found] == words
    assert [each.when.text for each in found] == words


@pytest.mark.parametrize("sentence", NO_DATES)
def test_what_is_no_date_is_not_found(sentence: str) -> None:
    assert list(find_dates(sentence)) == []


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(DateError, match="not read in the language 'tlh'"):
        list(find_dates("2024", "tlh"))


@given(st.text(max_size=200) | st.text(alphabet="0123456789 .,-–/MayJunbytheof()", max_size=80))
def test_any_text_is_searched_and_what_is_found_lies_in_it_in_order(text: str) -> None:
    before = 0
    for each in find_dates(text):
        assert before <= each.start < each.end <= len(text)
        before = each.end


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not here: set LACEVENTLOG_ARTICLE")
def test_of_the_article_every_date_is_found_and_no_number() -> None:
    found = [each.when.notation for each in find_dates(ARTICLE.read_text("utf-8"))]
    assert found == [
        "2023", "2023", "2024", "2024", "2023/2024", "2023-05-20", "2024-03-15", "2023-10-16", "2024-02-27", "2024-05-29",
        "2023-10-16", "2024/2026", "2023", "2023/2030", "2023/2030", "2012", "2024-06-06", "2019/..", "2024-11-07",
        "2023-12", "[..2024-12-31]", "[2025-01-21..2025-02-10]", "[..2024-12-31]", "2023-05", "2025", "2024-10", "2021-10",
        "2023-33", "[2023-09..2024-08]", "2023", "2024-01/2024-06",
    ]  # fmt: skip
