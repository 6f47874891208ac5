"""Dates in running prose: every date is found with its place, and no other number."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog.dates import find_dates
from laceventlog.dates.languages import LANGUAGES
from laceventlog.errors import DateError

ARTICLE = Path(os.environ.get("LACEVENTLOG_ARTICLE", Path(__file__).parents[3] / "shared" / "sources" / "burlyai.txt"))

FOUND = [
    # a sentence, the words found in it
    ("around 2015, and expected in 2025", ["around 2015", "expected in 2025"]),
    ("in 2023 and 2024; in 2021, 2022 and 2023", ["2023", "2024", "2021", "2022", "2023"]),
    ("In 2024 exports grew, since 2019 Russia buys", ["2024", "since 2019"]),
    ("By 2030 exports should double; by 2050, all", ["By 2030", "by 2050"]),
    ("from 2019 to 2021 exports grew; in 1850, none", ["from 2019 to 2021", "1850"]),
    ("the year 1500, the 2023 summit, the plan of 2024", ["1500", "2023", "2024"]),
    ("It did not meet in 2023; it is ready, but by May 2024 no more", ["2023", "by May 2024"]),
    ("No vote took place, but by 2028 it will", ["by 2028"]),
    ("Without a break until 2028, the present agreement holds", ["until 2028"]),
    ("It was signed in May. 2024 was dry.", []),
    ("Mid-Sept. 2024 or on Mon. 3 May 2024", ["Mid-Sept. 2024", "Mon. 3 May 2024"]),
    ("late January or early February 2025", ["late January or early February 2025"]),
    ("in the 2000s and from 1990 to 2000.", ["2000s", "from 1990 to 2000"]),
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
    "in 2000 homes", "a batch of 2000 buses", "of 1985 tonnes", "for 2000 euros", "at 1500 metres", "at 2000 RPM",
    "rose by 2000 units", "up to 2000 people", "after 2000 hours of work", "from 1600 to 1900 tonnes", "1500–2000 tonnes",
    "between 1500 and 2000 tonnes", "USD 1500–2000 million", "EUR 1999–2005 per tonne", "R$ 2019 to 2024",
    "from 1985 to 2000 tonnes", "between 1985 and 2000 tonnes", "in 1985–2000 tonnes", "up to 1985 km", "from 1985 to 2019 kg", "by 2024 USD", "in 2019 million", "after 2024 €", "a total of 2000.", "It took about 2000.", "flight 2024 in May", "2019 on", "(2000 people)", "up to 2000.",
    "by May or June 2024", "since 31 May or June 2024",  # what is read in part means something else
    # a negated limit is not a deadline
    "will not start before May 2024", "is not expected to be delivered before May 2024", "not by May 2024",
    "it never happened before May 2024", "won't start until 2028", "won’t start until May 2028", "unlikely by 2028",
    "03/04/2024", "31 February 2024", "TBD", "", "-", "by and by", "from 300 to 450", "in 9876", "in 0300", "a/b 2024/2025/2026",
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words"), FOUND)
def test_every_date_of_a_sentence_is_found_in_its_place(sentence: str, words: list[str]) -> None:
    found = list(find_dates(sentence))
    assert [each.text for each in found] == words
    assert [sentence[each.start : each.end] for each in found] == words
    assert [each.when.text for each in found] == words


@pytest.mark.parametrize("sentence", NO_DATES)
def test_other_numbers_are_not_found(sentence: str) -> None:
    assert list(find_dates(sentence)) == []


IN_OTHERS = [
    # language, a sentence, the words found in it
    ("ru", "в 2023 году подписано, в 2024 г. сдано", ["2023 году", "2024 г."]),
    (
        "ru",
        "не ранее 2028 года. В октябре 2021-го; в 2024 г. В мае 2023 г. и в 2019 г. в мае",
        ["не ранее 2028 года", "октябре 2021-го", "2024 г.", "мае 2023 г.", "2019 г."],
    ),
    ("ru", "итоги 2024 года, план на 2024–2026 годы", ["2024 года", "2024–2026 годы"]),
    ("ru", "к 2030 году, с 2019 г. и до конца 2024 года", ["к 2030 году", "с 2019 г.", "до конца 2024 года"]),
    ("ru", "Подписано в мае 2023 года (1999)", ["мае 2023 года", "1999"]),
    ("es", "en 2023 se firmó; el año 2024; en los años 2020 fueron", ["2023", "2024", "los años 2020"]),
    ("es", "Sin embargo, hasta 2030 no", ["hasta 2030"]),
    ("es", "hasta 2030 el plan, desde 2019 Rusia", ["hasta 2030", "desde 2019"]),
    ("pt", "em 2023 foi assinado; no ano de 2024; até 2030.", ["2023", "2024", "até 2030"]),
]

NONE_IN_OTHERS = [
    ("ru", ["в 2000 домах", "до 2000 человек", "с 1500 до 2000 тонн", "по 2000 рублей", "более 2000 человек", "№ 2024",
            "не будет сдан до 2028 года", "не завершат до мая 2028 года", "не сдадут к маю 2024 года", "УАЗ-452"]),
    ("es", ["los 2000 empleados", "en los 2000 municipios", "de 2000 autobuses", "hasta 2000 personas", "para 2000 alumnos",
            "de 1500 a 2000 toneladas", "desde 1985 hasta 2000 toneladas", "no se entregará hasta 2028", "no se entregará antes de mayo de 2028"]),
    ("pt", ["os 2000 empregados", "dos 2000 alunos", "nos 1990 municípios", "até 2000 pessoas", "de 2000 ônibus",
            "não será entregue até 2028", "nunca será entregue antes de maio de 2028", "R$ 2000"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "words"), IN_OTHERS)
def test_every_date_is_found_in_the_other_languages(lang: str, sentence: str, words: list[str]) -> None:
    assert [each.text for each in find_dates(sentence, lang)] == words


@pytest.mark.parametrize(
    ("lang", "sentence"), [(lang, sentence) for lang, sentences in NONE_IN_OTHERS for sentence in sentences]
)
def test_other_numbers_are_not_found_in_the_other_languages(lang: str, sentence: str) -> None:
    assert list(find_dates(sentence, lang)) == []


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(DateError, match="cannot be read in the language 'tlh'"):
        list(find_dates("2024", "tlh"))


@given(st.text(max_size=200) | st.text(alphabet="0123456789 .,-–/MayJunbytheof()", max_size=80))
def test_any_text_is_searched_and_what_is_found_lies_in_it_in_order(text: str) -> None:
    in_order(text, "en")


@given(st.sampled_from(sorted(LANGUAGES)), st.lists(st.integers(0, 10**6), max_size=12))
def test_any_words_are_searched_and_what_is_found_lies_in_them_in_order(lang: str, numbers: list[int]) -> None:
    phrases = sorted(LANGUAGES[lang].phrases)
    words = [" ".join(phrases[number % len(phrases)]) if number % 3 else str(number % 2100) for number in numbers]
    in_order(" ".join(words), lang)


def in_order(text: str, lang: str) -> None:
    before = 0
    for each in find_dates(text, lang, relative_to=date(2024, 5, 5)):
        assert before <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text == each.when.text
        before = each.end


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not here: set LACEVENTLOG_ARTICLE")
def test_every_date_of_the_article_is_found_and_no_other_number() -> None:
    found = [each.when.notation for each in find_dates(ARTICLE.read_text("utf-8"))]
    assert found == [
        "2023", "2023", "2024", "2024", "2023/2024", "2023-05-20", "2024-03-15", "2023-10-16", "2024-02-27", "2024-05-29",
        "2023-10-16", "2024/2026", "2023", "2023/2030", "2023/2030", "2012", "2024-06-06", "2019/..", "2024-11-07",
        "2023-12", "[..2024-12-31]", "[2025-01-21..2025-02-10]", "[..2024-12-31]", "2023-05", "2025", "2024-10", "2021-10",
        "2023-33", "[2023-09..2024-08]", "2023", "2024-01/2024-06",
    ]  # fmt: skip


def test_the_word_of_the_next_date_is_not_taken() -> None:
    found = list(find_dates("en 2024 año entrante", "es", relative_to=date(2024, 5, 5)))
    assert [(each.text, each.when.edtf) for each in found] == [("2024", "2024"), ("año entrante", "2025")]
