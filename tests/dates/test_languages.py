"""Spanish, Portuguese and Russian dates in words: their meanings, refusals, and that languages are not mixed."""

from __future__ import annotations

import json
import os
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from language_phrases import PHRASES, TABLES

from laceventlog.dates import When
from laceventlog.dates.languages import LANGUAGES, Token
from laceventlog.errors import CODES, DateError

NEW = ("es", "pt", "ru")


def notation_or_code(phrase: str, lang: str) -> str:
    try:
        return When.parse(phrase, lang).notation
    except DateError as error:
        return error.code


@pytest.mark.parametrize(("lang", "phrase", "notation"), PHRASES)
def test_a_phrase_means_one_notation(lang: str, phrase: str, notation: str) -> None:
    assert notation_or_code(phrase, lang) == notation
    if notation not in CODES:
        assert When.parse(phrase, lang).text == phrase


@pytest.mark.parametrize(("one", "other"), list(permutations(LANGUAGES, 2)))
def test_a_phrase_of_one_language_is_refused_in_another_or_means_the_same(one: str, other: str) -> None:
    wrong = [
        (phrase, read)
        for phrase, notation in TABLES[one]
        if (read := notation_or_code(phrase, other)) != notation and read not in CODES
    ]
    assert wrong == []


@pytest.mark.parametrize("lang", ["en", "es", "pt"])
def test_russian_words_are_read_in_russian_only(lang: str) -> None:
    assert not {word for word in LANGUAGES["ru"].vocabulary if not word.isascii()} & LANGUAGES[lang].vocabulary


# Every word of the lexicon does what its kind says.

BOUNDS = {
    Token.BY: "[..2024-12-31]", Token.BEFORE: "[..2023-12-31]", Token.AFTER: "[2025-01-01..]",
    Token.NOT_BEFORE: "[2024-01-01..]", Token.SINCE: "2024/..", Token.FROM: "2024/..", Token.ABOUT: "2024~",
    Token.DOUBT: "2024?", Token.SKIP: "2024", Token.OF: "2024",
}  # fmt: skip
WORDS = [
    pytest.param(lang, " ".join(phrase), BOUNDS[kind], id=f"{lang}: {' '.join(phrase)}")
    for lang in NEW
    for phrase, (kind, _) in LANGUAGES[lang].phrases.items()
    if kind in BOUNDS
]


@pytest.mark.parametrize(("lang", "word", "notation"), WORDS)
def test_every_word_around_a_year_does_what_its_kind_says(lang: str, word: str, notation: str) -> None:
    assert notation_or_code(f"{word} 2024", lang) == notation


@pytest.mark.parametrize("lang", NEW)
@pytest.mark.parametrize(
    ("kind", "rest"),
    [
        (kind, rest)
        for kind in (Token.TO, Token.BETWEEN, Token.AND, Token.PLURAL, Token.UNIT, Token.ACADEMIC)
        for rest in ("2024", "2024-05-17", "")
    ],
)
def test_a_word_that_needs_more_is_never_dropped(lang: str, kind: Token, rest: str) -> None:
    for phrase, (found, value) in LANGUAGES[lang].phrases.items():
        if found is kind:
            assert notation_or_code(f"{' '.join(phrase)} {rest}", lang) in CODES, phrase
            if value != "until":
                assert notation_or_code(f"{rest} {' '.join(phrase)}", lang) in CODES, phrase


@pytest.mark.parametrize(
    ("lang", "no"), [("es", "no"), ("es", "nunca"), ("es", "sin"), ("pt", "não"), ("pt", "sem"), ("ru", "не"), ("ru", "ни")]
)  # fmt: skip
@pytest.mark.parametrize("rest", ["2024", "2023-2024", "2024?", "05.2024", "17.05.2024"])
def test_a_negation_that_is_not_understood_is_refused(lang: str, no: str, rest: str) -> None:
    assert notation_or_code(f"{no} {rest}", lang) in CODES
    assert notation_or_code(f"{rest} {no}", lang) in CODES


@pytest.mark.parametrize(("lang", "no"), [("es", "no"), ("pt", "não"), ("ru", "не")])
def test_a_negation_before_a_limit_turns_it_or_is_refused(lang: str, no: str) -> None:
    for phrase, (kind, _) in LANGUAGES[lang].phrases.items():
        if kind not in (Token.BY, Token.BEFORE, Token.AFTER, Token.NOT_BEFORE, Token.FROM, Token.DOUBT):
            continue
        words = " ".join(phrase)
        plain, negated = notation_or_code(f"{words} 2024", lang), notation_or_code(f"{no} {words} 2024", lang)
        assert negated in CODES or plain.startswith("[..") != negated.startswith("[.."), words


def test_a_spanish_negation_is_never_read_as_the_portuguese_in_the() -> None:
    for (*words,), (kind, _) in LANGUAGES["es"].phrases.items():
        if kind in BOUNDS and kind not in (Token.SKIP, Token.OF, Token.ABOUT):
            phrase = f"no {' '.join(words).removeprefix('no ')} 2024"
            assert notation_or_code(phrase, "pt") in CODES, phrase


REFUSED = [
    # lang, text, code, the words under the caret
    # nothing is counted from today
    ("es", "el próximo año", "D006", "próximo año"),
    ("es", "el año pasado", "D006", "año pasado"),
    ("es", "último año", "D006", "último"),
    ("es", "de aquí a 2026", "D001", "aquí"),
    ("pt", "próximo ano", "D006", "próximo ano"),
    ("pt", "no ano que vem", "D006", "ano que vem"),
    ("pt", "ano passado", "D006", "ano passado"),
    ("ru", "в прошлом году", "D006", "прошлом году"),
    ("ru", "в следующем месяце", "D006", "следующем месяце"),
    ("ru", "сегодня", "D006", "сегодня"),
    # nothing is filled in
    ("es", "17 de mayo", "D006", "17 de mayo"),
    ("es", "años 90", "D001", "años 90"),
    ("es", "mayo '24", "D006", "mayo"),
    ("es", "hasta", "D006", ""),
    ("pt", "anos 20", "D001", "anos 20"),
    ("pt", "entre 2021 e", "D006", ""),
    ("ru", "17 мая", "D006", "17 мая"),
    ("ru", "90-е годы", "D004", "90-е годы"),
    ("ru", "мая", "D006", "мая"),
    ("ru", "в 2023/24", "D004", "2023/24"),
    ("ru", "2024 в", "D001", "в"),
    ("es", "2024 de", "D001", "de"),
    ("es", "2024 el", "D001", "el"),
    ("pt", "maio de 2024 em", "D001", "em"),
    ("es", "2024 para", "D001", "para"),
    ("ru", "до", "D006", ""),
    # other words, typing errors, other languages
    ("es", "May 17, 2024 tbd", "D001", "tbd"),
    ("es", "mayo de 2024, La Paz", "D001", "Paz"),
    ("es", "semana del 17 de mayo de 2024", "D001", "semana"),
    ("es", "até o final de 2024", "D001", "até"),
    ("es", "no hasta 2028", "D001", "no"),
    ("es", "2024 y 2025", "D001", "y"),
    ("es", "antes de después de 2024", "D006", "después de"),
    ("es", "2024 antes", "D001", "antes"),
    ("pt", "marco de 2024", "D001", "marco"),  # a milestone
    ("pt", "no antes de 2028", "D001", "no antes de"),  # Spanish: it would say the contrary
    ("pt", "hasta 2027", "D001", "hasta"),
    ("ru", "c 2019 года", "D001", "c"),  # a Latin c
    ("ru", "by 2024", "D001", "by"),
    ("ru", "неделя 17 мая 2024", "D001", "неделя"),
    ("ru", "первая декада мая 2024", "D001", "декада"),
    ("ru", "по состоянию на 2024 год", "D001", "состоянию"),
    ("ru", "2024 к", "D001", "к"),
    ("ru", "с по 2024", "D006", "по"),
    # "as of", or "to" without "from"
    ("es", "al 31 de diciembre de 2024", "D006", "al"),
    ("es", "a 2024", "D006", "a"),
    ("pt", "a 2024", "D006", "a"),
    # a late part of what was not said
    ("es", "de mayo a finales de 2024", "D004", "mayo a finales de 2024"),
    ("ru", "начало–середина 2024 года", "D006", "начало–"),
    # one year, ten, or several
    ("es", "los 2023", "D001", "los 2023"),
    ("es", "2020 años", "D004", "2020 años"),
    ("es", "años 2020-2025", "D004", "años 2020"),
    ("es", "desde los años 1990 hasta 2005", "D004", "los años 1990"),
    ("es", "década de 1990-2000", "D004", "década de 1990"),
    ("es", "década de 2023", "D001", "década de 2023"),
    ("es", "años 1900", "D004", "años 1900"),
    ("pt", "dos anos 1990 a 2000", "D004", "dos anos 1990"),
    ("ru", "2020 годы", "D004", "2020 годы"),
    ("ru", "к 2020-м годам", "D001", "2020-м"),
    ("ru", "до 2024 гг.", "D004", "2024 гг"),
    ("ru", "2023-е годы", "D001", "2023-е"),
    ("ru", "1990–2000-е годы", "D004", "1990–2000-е годы"),
    ("ru", "зима 2023–2024", "D004", "зима 2023–2024"),
    ("ru", "первый квартал 2023–2024 гг.", "D004", "первый квартал 2023–2024 гг"),
    ("es", "2023–2024 invierno", "D004", "2023–2024 invierno"),
    # parts that do not go together, days that do not exist
    ("es", "primera mitad de mayo de 2024", "D001", "primera mitad de mayo de 2024"),
    ("es", "segunda mitad de los años 2020", "D001", "segunda mitad de los años 2020"),
    ("es", "tercer semestre de 2024", "D006", "tercer semestre de 2024"),
    ("es", "30 de febrero de 2024", "D002", "30 de febrero de 2024"),
    ("es", "03/04/2024", "D004", "03/04/2024"),
    ("pt", "dezembro – janeiro de 2024", "D003", "dezembro – janeiro de 2024"),
    ("ru", "вторая половина 2020-х", "D001", "вторая половина 2020-х"),
    ("ru", "31-го апреля 2024", "D002", "31-го апреля 2024"),
    ("ru", "первое мая 2024", "D006", "первое мая 2024"),
]


@pytest.mark.parametrize(("lang", "phrase", "code", "under"), REFUSED)
def test_what_is_not_understood_is_refused_with_a_caret(lang: str, phrase: str, code: str, under: str) -> None:
    with pytest.raises(DateError) as caught:
        When.parse(phrase, lang)
    error = caught.value
    assert (error.code, error.text[error.start : error.end]) == (code, under)


@pytest.mark.parametrize(
    ("lang", "phrase", "remedy"),
    [("es", "ocutbre 2024", "octubre"), ("pt", "setmbro 2024", "setembro"), ("ru", "октбря 2024", "октября")],
)
def test_a_typing_error_gets_a_remedy_in_its_language(lang: str, phrase: str, remedy: str) -> None:
    with pytest.raises(DateError, match=f"did you mean '{remedy}'"):
        When.parse(phrase, lang)


# A dash between two years that may share a word is not a range, in English either.
@pytest.mark.parametrize("phrase", ["winter 2023–2024", "from winter 2023–2024", "Q1 2023-2024", "1990–2000s"])
def test_a_dash_between_years_that_share_a_word_is_refused(phrase: str) -> None:
    assert notation_or_code(phrase, "en") == "D004"


@pytest.mark.parametrize("lang", NEW)
def test_the_south_has_its_own_seasons(lang: str) -> None:
    summer = {"es": "verano de 2024", "pt": "verão de 2024", "ru": "лето 2024"}[lang]
    assert When.parse(summer, lang, hemisphere="south").notation == "[2024-12..2025-02]"
    assert When.parse("03/04/2024", lang, day_first=True).notation == "2024-04-03"


# Fuzz

READ = [(lang, phrase) for lang, phrase, notation in PHRASES if notation not in CODES]
MARKS = "- – — , . ; ( ) ? ~ / ' º ª й го 1 3 17 31 90 0001 2020 2023 2024 9999 2020-е 2024-го 1.º 2023/2024".split()
DATES = "17.05.2024 2024-05 2024-05-17 10:00 UTC+3 2020s 1st".split()
PIECES = {
    lang: st.sampled_from([*sorted({" ".join(p) for p in language.phrases}), *language.endings, *MARKS, *DATES])
    for lang, language in LANGUAGES.items()
}
JOINTS = st.sampled_from([" ", " ", " ", "", "-", "–", ", ", "\u00a0"])


def check(text: str, lang: str, hemisphere: str = "north") -> None:
    try:
        when = When.parse(text, lang, hemisphere=hemisphere)
    except DateError as error:
        assert 0 <= error.start < error.end <= len(error.text) + 1
        assert error.code in CODES
    else:
        check_bounds(when, text)


def check_bounds(when: When, text: str) -> None:
    assert when == When.parse(when.notation)
    assert when.text == text.strip()
    bounds = when.earliest_start, when.latest_start, when.earliest_end, when.latest_end
    pairs = (bounds[:2], bounds[2:], (bounds[0], bounds[2]), (bounds[1], bounds[3]))
    assert all(low is None or high is None or low <= high for low, high in pairs)


@pytest.mark.parametrize("lang", LANGUAGES)
@given(data=st.data(), hemisphere=st.sampled_from(["north", "south"]))
def test_words_in_any_order_are_a_date_or_refused(lang: str, data: st.DataObject, hemisphere: str) -> None:
    parts = data.draw(st.lists(st.tuples(PIECES[lang], JOINTS), min_size=1, max_size=8))
    check("".join(word + joint for word, joint in parts), lang, hemisphere)


@pytest.mark.parametrize("lang", NEW)
@given(text=st.text())
@example(text="а\u0301 2024")
@example(text="man\u0303ana")  # ñ in two characters
def test_any_text_is_a_date_or_refused(lang: str, text: str) -> None:
    check(text, lang)


@given(st.sampled_from(READ), st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_case_changes_nothing(row: tuple[str, str], case: object) -> None:
    lang, phrase = row
    assert callable(case)
    assert When.parse(case(phrase), lang) == When.parse(phrase, lang)


@given(st.sampled_from(READ), st.sampled_from(["\u00a0", "\u202f", "\t", "\n", "  "]))
def test_any_blank_is_a_blank(row: tuple[str, str], blank: str) -> None:
    lang, phrase = row
    assert When.parse(phrase.replace(" ", blank), lang) == When.parse(phrase, lang)


@given(st.sampled_from(READ), st.integers(0, 99), st.integers(1, 99))
def test_a_phrase_cut_short_is_never_read_as_more_precise_words(row: tuple[str, str], start: int, length: int) -> None:
    lang, phrase = row
    check(phrase[start : start + length], lang)


# The independent phrases

FOLDER = os.environ.get("LACEVENTLOG_CORPORA")


@pytest.mark.corpora
@pytest.mark.skipif(not FOLDER, reason="LACEVENTLOG_CORPORA does not name the folder of the independent test data")
@pytest.mark.parametrize(("lang", "number"), [("es", 3), ("pt", 2), ("ru", 3)])
def test_the_phrases_of_the_corpus_are_all_right(lang: str, number: int) -> None:
    path = Path(str(FOLDER)) / "prose" / "phrases.json"
    rows: list[dict[str, Any]] = [row for row in json.loads(path.read_text("utf-8")) if row["lang"] == lang]
    assert len(rows) == number
    for row in rows:
        when = When.parse(row["text"], lang)
        first, last = (date.fromisoformat(row[name]) if row[name] else None for name in ("earliest", "latest"))
        assert (when.earliest, when.latest) == (first, last), row["text"]
