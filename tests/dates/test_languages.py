"""Spanish, Portuguese and Russian dates in words: what each means, what is refused, and that none is mixed up."""

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

from laceventlog.dates import When
from laceventlog.dates.languages import LANGUAGES, Token
from laceventlog.errors import CODES, DateError

# One meaning in four languages: notation, then en, es, pt, ru.
SAME = [
    ("2024-05-17", "17 May 2024", "17 de mayo de 2024", "17 de maio de 2024", "17 мая 2024 года"),
    ("2024-05-17", "on 17 May, 2024", "el 17 de mayo del 2024", "em 17 de maio de 2024", "17 мая 2024 г."),
    ("2024-05-01", "the 1st of May 2024", "el 1.º de mayo de 2024", "1º de maio de 2024", "1-го мая 2024"),
    ("2024-05-17", "17.05.2024", "17.05.2024", "17.05.2024", "17.05.2024 г."),
    ("2024-05-17", "17-May-2024", "17-mayo-2024", "17-maio-2024", "17-мая-2024"),
    ("2021-10", "In October 2021", "En octubre de 2021", "Em outubro de 2021", "В октябре 2021 года"),
    ("2024-09", "Sept. 2024", "sept. 2024", "set. 2024", "сент. 2024"),
    ("2024", "the year 2024", "el año 2024", "o ano de 2024", "2024 год"),
    ("2023-33", "first quarter of 2023", "primer trimestre de 2023", "primeiro trimestre de 2023", "первый квартал 2023"),
    ("2025-35", "III quarter of 2025", "III trimestre de 2025", "III trimestre de 2025", "III квартал 2025 года"),
    ("2025-35", "3rd quarter 2025", "3.er trimestre 2025", "3.º trimestre 2025", "3-й квартал 2025"),
    ("2022-36", "last quarter of 2022", "último trimestre de 2022", "último trimestre de 2022", "последний квартал 2022"),
    ("2024-40", "first half of 2024", "primer semestre de 2024", "primeiro semestre de 2024", "первое полугодие 2024"),
    ("2024-41", "second half of 2024", "segunda mitad de 2024", "segunda metade de 2024", "вторая половина 2024 года"),
    ("2024-21", "spring 2024", "primavera de 2024", "primavera de 2024", "весна 2024"),
    ("2024-22", "in the summer of 2024", "en el verano de 2024", "no verão de 2024", "летом 2024 года"),
    ("2024-23", "autumn 2024", "otoño de 2024", "outono de 2024", "осенью 2024"),
    ("2024-24", "winter 2024", "invierno de 2024", "inverno de 2024", "зима 2024"),
    ("202X", "the 2020s", "los años 2020", "os anos 2020", "2020-е годы"),
    ("[2023-09..2024-08]", "2023/2024 academic year", "curso 2023/2024", "ano letivo 2023/2024", "2023/2024 учебный год"),
    # thirds
    ("[2024-05-01..2024-05-10]", "early May 2024", "principios de mayo de 2024", "início de maio de 2024", "начало мая 2024"),
    ("[2026-05..2026-08]", "mid-2026", "a mediados de 2026", "em meados de 2026", "в середине 2026 года"),
    ("[2024-09..2024-12]", "at the end of 2024", "a finales de 2024", "no final de 2024", "в конце 2024 года"),
    ("[2024-09..2024-12]", "end of 2024", "fines de 2024", "fim de 2024", "конец 2024"),
    ("2024-03", "end of the first quarter of 2024", "final del primer trimestre de 2024",
     "final do primeiro trimestre de 2024", "конец первого квартала 2024 года"),
    ("[2020..2023]", "early 2020s", "principios de los años 2020", "início dos anos 2020", "начало 2020-х"),
    ("[2025-01-21..2025-02-10]", "Late January—early February 2025", "finales de enero — principios de febrero de 2025",
     "final de janeiro – início de fevereiro de 2025", "Конец января – начало февраля 2025 года"),
    ("[1997-01-01..2003-12-31]", "late 1990s–early 2000s", "finales de los años 1990 – comienzos de los años 2000",
     "final dos anos 1990 – começo dos anos 2000", "конец 1990-х – начало 2000-х годов"),
    # ranges
    ("2024-05-17/2024-05-19", "17–19 May 2024", "17–19 de mayo de 2024", "17–19 de maio de 2024", "17–19 мая 2024 г."),
    ("2024-05-17/2024-05-19", "17 to 19 May 2024", "del 17 al 19 de mayo de 2024", "de 17 a 19 de maio de 2024",
     "с 17 по 19 мая 2024 года"),
    ("2024-05-17/2024-06-02", "17 May – 2 June 2024", "17 de mayo – 2 de junio de 2024", "17 de maio a 2 de junho de 2024",
     "17 мая – 2 июня 2024 г."),
    ("2023-12-28/2024-01-03", "28 December 2023 to 3 January 2024", "del 28 de diciembre de 2023 al 3 de enero de 2024",
     "de 28 de dezembro de 2023 a 3 de janeiro de 2024", "с 28 декабря 2023 по 3 января 2024"),
    ("2024-01/2024-06", "January-June 2024", "enero-junio de 2024", "janeiro-junho de 2024", "январь-июнь 2024 года"),
    ("2022-03/2022-05", "from March to May 2022", "de marzo a mayo de 2022", "de março a maio de 2022", "с марта по май 2022"),
    ("2023/2030", "2023–2030", "2023–2030", "2023–2030", "2023–2030 гг."),
    ("2019/2021", "from 2019 until 2021", "desde 2019 hasta 2021", "desde 2019 até 2021", "с 2019 до 2021 года"),
    ("2023/2024", "from late 2023 to early 2024", "de finales de 2023 a principios de 2024",
     "do final de 2023 ao início de 2024", "с конца 2023 до начала 2024"),
    ("201X/202X", "2010s–2020s", "los años 2010 – los años 2020", "anos 2010 – anos 2020", "2010-е – 2020-е годы"),
    ("[2021..2023]", "between 2021 and 2023", "entre 2021 y 2023", "entre 2021 e 2023", "между 2021 и 2023 годами"),
    ("[2024-05..2024-06]", "between May and June 2024", "entre mayo y junio de 2024", "entre maio e junho de 2024",
     "между маем и июнем 2024"),
    # limits
    ("[..2024-12-31]", "by the end of 2024", "para finales de 2024", "até o final de 2024", "к концу 2024 года"),
    ("[..2024-12-31]", "until the end of 2024", "hasta finales de 2024", "até ao fim de 2024", "до конца 2024 года"),
    ("[..2024-12-31]", "before the end of 2024", "antes de finales de 2024", "antes do final de 2024", "ранее конца 2024"),
    ("[..2025-07-01]", "by 1 July 2025", "a más tardar el 1 de julio de 2025", "o mais tardar em 1 de julho de 2025",
     "к 1 июля 2025"),
    ("[..2026-03-31]", "no later than March 2026", "no más tarde de marzo de 2026", "no mais tardar em março de 2026",
     "не позднее марта 2026"),
    ("[..2027-12-31]", "until 2027", "hasta 2027", "até 2027", "до 2027 года"),
    ("[..2029-12-31]", "before 2030", "antes de 2030", "antes de 2030", "ранее 2030 года"),
    ("[..2029-12-31]", "before the beginning of 2030", "antes del inicio de 2030", "antes do início de 2030",
     "ранее начала 2030"),
    ("[2022-07-01..]", "after June 2022", "después de junio de 2022", "depois de junho de 2022", "после июня 2022"),
    ("[2025-01-01..]", "after the end of 2024", "tras el final de 2024", "após o final de 2024", "после конца 2024 года"),
    ("[2028-01-01..]", "not before 2028", "no antes de 2028", "não antes de 2028", "не ранее 2028 года"),
    ("[2024-05-01..]", "not before mid-2024", "no antes de mediados de 2024", "não antes de meados de 2024",
     "не раньше середины 2024"),
    ("2019/..", "Since 2019", "Desde 2019", "Desde 2019", "С 2019 года"),
    ("2024-01-01/..", "as from 1 January 2024", "a partir del 1 de enero de 2024", "a partir de 1 de janeiro de 2024",
     "начиная с 1 января 2024"),
    ("2023/..", "since the end of 2023", "desde finales de 2023", "desde o final de 2023", "с конца 2023 года"),
    # hedges
    ("2015~", "around 2015", "alrededor de 2015", "por volta de 2015", "около 2015 года"),
    ("2018-06~", "circa June 2018", "circa junio de 2018", "cerca de junho de 2018", "примерно июнь 2018"),
    ("2026?", "expected in 2026", "previsto para 2026", "previsto para 2026", "ожидается в 2026 году"),
    ("2015?", "2015 ?", "2015 ?", "2015?", "2015 (?)"),
    ("2015%", "probably about 2015", "probablemente hacia 2015", "provavelmente por volta de 2015", "вероятно, около 2015"),
    ("TBD", "to be determined", "por determinar", "a determinar", "дата не определена"),
    ("2024-05-29T10:00:00", "29 May 2024 at 10:00", "29 de mayo de 2024 a las 10:00", "29 de maio de 2024 às 10:00",
     "29 мая 2024 в 10:00"),
]  # fmt: skip

ES = [
    # months in any case of letters, short ones too; the usual orders
    *[
        (f"{name} de 2024", f"2024-{number:02}")
        for number, names in enumerate(
            "enero ENE|Febrero feb.|MARZO mar|abril Abr|mayo may|junio jun|julio jul|agosto ago|septiembre setiembre "
            "sept set|octubre oct|noviembre Nov|diciembre DIC.".split("|"),
            start=1,
        )
        for name in names.split()
    ],
    ("mayo 17, 2024", "2024-05-17"),
    ("2024, 17 de mayo", "2024-05-17"),
    ("el día 17 de mayo de 2024", "2024-05-17"),
    ("primero de mayo de 2024", "2024-05-01"),
    ("1ro de mayo de 2024", "2024-05-01"),
    ("los días 17 al 19 de mayo de 2024", "2024-05-17/2024-05-19"),
    ("primero de mayo al 3 de junio de 2024", "2024-05-01/2024-06-03"),
    ("1er trimestre de 2024", "2024-33"),
    ("2.º semestre de 2024", "2024-41"),
    ("otono 2024", "2024-23"),
    ("al inicio de 2024", "[2024-01..2024-04]"),
    ("a fines del año 2024", "[2024-09..2024-12]"),
    ("comienzos de 2024", "[2024-01..2024-04]"),
    ("2023/2024 año lectivo", "[2023-09..2024-08]"),
    # a plural
    ("los 2020", "202X"),
    ("en la década de 2020", "202X"),
    ("la década de los años 2020", "202X"),
    ("finales de los 2010", "[2017..2019]"),
    ("después de los años 2010", "[2020-01-01..]"),
    ("de la década de 1990 a 2005", "199X/2005"),
    ("desde los años 1990 hasta los años 2010", "199X/201X"),
    ("finales de los años 1990 – 2005", "[1997-01-01..2005]"),
    ("entre los años 2021 y 2023", "[2021..2023]"),
    ("años 2015 a 2020", "2015/2020"),
    # "de" at the beginning is "from" only before a second date
    ("de 2019", "2019"),
    ("del 2019 al 2021", "2019/2021"),
    # no deadline too early, no start too late
    ("antes de mediados de 2024", "[..2024-08-31]"),
    ("antes de finales de marzo de 2024", "[..2024-03-31]"),
    ("hasta el inicio de 2030", "[..2030-04-30]"),
    ("no antes de finales de 2024", "[2024-09-01..]"),
    ("después de principios de 2024", "[2024-01-01..]"),
    ("después de mediados de 2024", "[2024-05-01..]"),
    ("después de finales de 2024", "[2025-01-01..]"),
    ("para 2026", "[..2026-12-31]"),
    ("no después de 2024", "[..2024-12-31]"),
    ("despues de 2024", "[2025-01-01..]"),
    ("a mas tardar en 2024", "[..2024-12-31]"),
    ("hacia finales de 2024", "[2024-09~..2024-12~]"),
    ("previsto para finales de 2026", "[2026-09?..2026-12?]"),
    ("fecha por confirmar", "TBD"),
    ("por definir", "TBD"),
]
PT = [
    *[
        (f"{name} de 2024", f"2024-{number:02}")
        for number, names in enumerate(
            "janeiro JAN|Fevereiro fev.|MARÇO mar|abril Abr|maio mai|junho jun|julho jul|agosto ago|setembro set|"
            "outubro out|novembro Nov|dezembro DEZ.".split("|"),
            start=1,
        )
        for name in names.split()
    ],
    ("2024, maio 17", "2024-05-17"),
    ("no dia 17 de maio de 2024", "2024-05-17"),
    ("1.º de maio de 2024", "2024-05-01"),
    ("primeiro de maio de 2024", "2024-05-01"),
    ("1º a 3 de maio de 2024", "2024-05-01/2024-05-03"),
    ("nos dias 17 a 19 de maio de 2024", "2024-05-17/2024-05-19"),
    ("entre 17 e 19 de maio de 2024", "[2024-05-17..2024-05-19]"),
    ("2ª metade de 2024", "2024-41"),
    ("do inverno à primavera de 2024", "D003"),
    ("da primavera ao outono de 2024", "2024-21/2024-23"),
    ("finais de 2024", "[2024-09..2024-12]"),
    ("no início do ano letivo 2023/2024", "[2023-09..2023-12]"),
    ("nos anos 2020", "202X"),
    ("década de 2020", "202X"),
    ("em meados da década de 2020", "[2024..2026]"),
    ("de 2023 ao final de 2024", "2023/2024"),
    ("até 17 de maio de 2024", "[..2024-05-17]"),
    ("ate o final de 2024", "[..2024-12-31]"),
    ("até à primavera de 2024", "[..2024-05-31]"),
    ("no máximo até 2024", "[..2024-12-31]"),
    ("não depois de 2024", "[..2024-12-31]"),
    ("apos 2024", "[2025-01-01..]"),
    ("nao antes do final de 2024", "[2024-09-01..]"),
    ("antes de meados de 2024", "[..2024-08-31]"),
    ("data a confirmar", "TBD"),
]
RU = [
    # every case of every month
    *[
        (f"{stem}{ending} 2024", f"2024-{number:02}")
        for number, stem, endings in [
            (1, "январ", "ь я ю ём ем е"), (2, "феврал", "ь я ю ём ем е"), (3, "март", " а у ом е"),
            (4, "апрел", "ь я ю ем е"), (5, "ма", "й я ю ем е"), (6, "июн", "ь я ю ем е"), (7, "июл", "ь я ю ем е"),
            (8, "август", " а у ом е"), (9, "сентябр", "ь я ю ём ем е"), (10, "октябр", "ь я ю ём ем е"),
            (11, "ноябр", "ь я ю ём ем е"), (12, "декабр", "ь я ю ём ем е"),
        ]
        for ending in endings.split(" ")
    ],
    *[(f"17 {name}. 2024", f"2024-{n:02}-17") for n, name in enumerate("янв фев мар апр май июн".split(), start=1)],
    *[(f"{name} 2024 г.", f"2024-{n:02}") for n, name in enumerate("июл авг сен окт ноя дек".split(), start=7)],
    ("2024 год, 17 мая", "2024-05-17"),
    ("2024г.", "2024"),
    ("в 2024-м году", "2024"),
    ("до 2024-го", "[..2024-12-31]"),
    ("в течение 2024 года", "2024"),
    # quarters and halves
    *[(f"перв{end} квартал{tail} 2024", "2024-33") for end, tail in zip(
        "ый ого ому ым ом".split(), ("", "а", "у", "ом", "е"), strict=True)],
    ("четвёртый квартал 2024", "2024-36"),
    ("четвертого квартала 2024", "2024-36"),
    ("3 кв. 2025", "2025-35"),
    ("во II квартале 2024 года", "2024-34"),
    ("с I по III квартал 2025 года", "2025-33/2025-35"),
    ("1-е полугодие 2024", "2024-40"),
    ("во втором полугодии 2024 года", "2024-41"),
    ("ко второй половине 2024", "[..2024-12-31]"),
    *[(f"{name} 2024", "2024-21") for name in "весна весны весне весну весной".split()],
    *[(f"{name} 2024", "2024-24") for name in "зима зимы зиме зиму зимой".split()],
    # plurals
    ("в 2020-х годах", "202X"),
    ("2020-е", "202X"),
    ("с 2023 по 2024 гг.", "2023/2024"),
    ("на 2024–2026 годы", "2024/2026"),
    ("март 2022 – май 2023 гг.", "2022-03/2023-05"),
    ("до 2020-х годов", "[..2029-12-31]"),
    # limits
    ("до начала 2030 года", "[..2030-04-30]"),  # before it, or until early 2030
    ("к началу 2030 года", "[..2030-04-30]"),
    ("по 19 мая 2024", "[..2024-05-19]"),
    ("не позже июня 2024", "[..2024-06-30]"),
    ("позже июня 2024", "[2024-07-01..]"),
    ("не раньше июня 2024", "[2024-06-01..]"),
    ("не ранее, чем в 2028 году", "[2028-01-01..]"),
    ("не ранее конца 2024 года", "[2024-09-01..]"),
    ("раньше середины 2024 года", "[..2024-08-31]"),
    ("после начала 2024 года", "[2024-01-01..]"),
    ("к 2023/2024 учебному году", "[..2024-08-31]"),
    ("начало 2023/2024 учебного года", "[2023-09..2023-12]"),
    ("предположительно к концу 2024", "[..2024-12-31?]"),
    ("конец мая – начало июня 2024", "[2024-05-21..2024-06-10]"),
    ("будет определена", "TBD"),
    ("дата уточняется", "TBD"),
]  # fmt: skip

TABLES = {
    "en": [(row[1], row[0]) for row in SAME],
    "es": [*[(row[2], row[0]) for row in SAME], *ES],
    "pt": [*[(row[3], row[0]) for row in SAME], *PT],
    "ru": [*[(row[4], row[0]) for row in SAME], *RU],
}
PHRASES = [(lang, phrase, notation) for lang, rows in TABLES.items() for phrase, notation in rows]
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
    # other words, slips, other languages
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
def test_a_slip_is_answered_in_its_own_language(lang: str, phrase: str, remedy: str) -> None:
    with pytest.raises(DateError, match=f"did you mean '{remedy}'"):
        When.parse(phrase, lang)


# A dash that may belong to two years at once is no range of the whole, in English neither.
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
