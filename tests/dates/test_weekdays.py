"""A weekday beside a day is read and moves nothing; whether it is that of the day is another question."""

from datetime import date

import pytest

from laceventlog.dates import When, find_dates
from laceventlog.dates.finding.mentions import WEEKDAYS, Mention, has_weekday, mentions, wrong_weekdays
from laceventlog.dates.languages import LANGUAGES, Token
from laceventlog.errors import DateError

MAY = {"en": "29 May 2024", "es": "29 de mayo de 2024", "pt": "29 de maio de 2024", "ru": "29 мая 2024 года"}
WORDS = [
    (lang, " ".join(phrase).replace(" - ", "-"), number)
    for lang, language in LANGUAGES.items()
    for phrase, (kind, number) in language.phrases.items()
    if kind is Token.WEEKDAY
]
DAY = date(2024, 5, 29)  # a Wednesday


@pytest.mark.parametrize(("lang", "word", "number"), WORDS)
def test_every_weekday_is_read_beside_a_day(lang: str, word: str, number: int) -> None:
    for phrase in (f"{word} {MAY[lang]}", f"{word.upper()}, {MAY[lang]}", f"{MAY[lang]} ({word})"):
        when = When.parse(phrase, lang)
        assert (when.edtf, when.text, has_weekday(phrase)) == ("2024-05-29", phrase, True)
        assert wrong_weekdays(when) == ([] if number == 3 else [(number, DAY)])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_seven_weekdays(lang: str) -> None:
    assert {number for code, _, number in WORDS if code == lang} == set(range(1, 8))
    assert WEEKDAYS[DAY.weekday()] == "Wednesday"


READ = [
    ("Wednesday 2024-05-29", "2024-05-29"),
    ("Wed., May 29, 2024", "2024-05-29"),
    ("Wed 29-May-2024", "2024-05-29"),
    ("on Wednesday the 29th of May 2024", "2024-05-29"),
    ("Wednesday 29.05.2024", "2024-05-29"),
    ("by Friday 31 May 2024", "[..2024-05-31]"),
    ("before Saturday 1 June 2024", "[..2024-05-31]"),
    ("since Monday 27 May 2024", "2024-05-27/.."),
    ("Monday 27 – Wednesday 29 May 2024", "2024-05-27/2024-05-29"),
    ("between Monday 27 May and Wednesday 29 May 2024", "[2024-05-27..2024-05-29]"),
    ("about Wednesday 29 May 2024", "2024-05-29~"),
    ("Wednesday 29 May 2024, 10:00 America/La_Paz", "2024-05-29T10:00:00-04:00[America/La_Paz]"),
]


@pytest.mark.parametrize(("phrase", "notation"), READ)
def test_a_weekday_does_not_change_the_date(phrase: str, notation: str) -> None:
    assert When.parse(phrase).notation == notation
    assert wrong_weekdays(When.parse(phrase)) == []


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("Monday", "D006"), ("Monday, May 2024", "D006"), ("Monday 2024", "D006"), ("Monday 2nd quarter 2024", "D006"),
        ("Monday 29 May", "D006"), ("Monday Tuesday 29 May 2024", "D006"), ("29 May 2024 Monday Tuesday", "D001"),
        ("Saturday–Sunday 25–26 May 2024", "D006"), ("early Monday 29 May 2024", "D001"), ("Mondya 29 May 2024", "D001"),
        ("Monday 31 June 2024", "D002"), ("Monday to be determined", "D006"),
    ],
)  # fmt: skip
def test_a_weekday_without_its_day_is_refused(phrase: str, code: str) -> None:
    with pytest.raises(DateError) as caught:
        When.parse(phrase)
    assert caught.value.code == code


def test_a_misspelt_weekday_gets_a_remedy_and_no_short_weekday_is_suggested_elsewhere() -> None:
    for phrase, remedy in (("Mondya 29 May 2024", "monday"), ("by the edn of 2024", "end")):
        with pytest.raises(DateError, match=f"did you mean '{remedy}'"):
            When.parse(phrase)


def test_a_weekday_belongs_to_the_date_that_is_found() -> None:
    found = find_dates("It sat in May 2024; then on Wednesday 29 May 2024 it met, and on Sunday not.")
    assert [f.text for f in found] == ["May 2024", "Wednesday 29 May 2024"]


MENTIONS = [
    ("on 29 May", {(5, 29, None, None)}),
    # "may" is Spanish too, "Monday" is not: each language says what it understood
    ("on Monday, 29 May 2024", {(5, 29, 2024, 1), (5, 29, 2024, None)}),
    ("May 29 (Wed), 2023", {(5, 29, None, 3), (5, 29, None, None)}),
    ("29.05.2024 and 2023-05-29", {(5, 29, 2024, None), (5, 29, 2023, None)}),
    ("29. Juni, 29 kvetna", set()),
    ("29/05/2024", set()),  # which is the day?
    ("2024-05, 29", set()),
    ("29 buses in May", set()),
    ("29; May 2024", set()),
    ("2029 May", set()),
    ("28 May, 2 June", set()),
    ("29 мая, в среду", {(5, 29, None, None)}),  # a word stands between
    ("29 мая (среда)", {(5, 29, None, 3)}),
    ("el 29 de mayo", {(5, 29, None, None)}),
    ("", set()),
]


@pytest.mark.parametrize(("text", "found"), MENTIONS)
def test_a_text_names_a_day(text: str, found: set[tuple[int | None, ...]]) -> None:
    assert mentions(text, DAY) == {Mention(*each) for each in found}  # type: ignore[arg-type]  # rows of four
