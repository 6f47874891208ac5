"""Words that depend on the day they were said: refused without it, exact with it, and never guessed.

Most rows are said on Sunday, 10 November 2024.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog import DateError, UsageError, When, find_dates

SAID = date(2024, 11, 10)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))

TABLE = [
    ("en", "today", "2024-11-10"),
    ("en", "now", "2024-11-10"),
    ("en", "currently", "2024-11-10"),
    ("en", "the present", "2024-11-10"),
    ("en", "the present year", "2024"),
    ("es", "en el presente año", "2024"),
    ("es", "el mes presente", "2024-11"),
    ("pt", "no presente ano", "2024"),
    ("pt", "o presente semestre", "2024-41"),
    ("en", "yesterday", "2024-11-09"),
    ("en", "the day before yesterday", "2024-11-08"),
    ("en", "tomorrow", "2024-11-11"),
    ("en", "this week", "[2024-11-04..2024-11-10]"),  # Monday to Sunday
    ("en", "next week", "[2024-11-11..2024-11-17]"),
    ("en", "by the end of next week", "[..2024-11-17]"),
    ("en", "last month", "2024-10"),
    ("en", "early next month", "[2024-12-01..2024-12-10]"),
    ("en", "the previous quarter", "2024-35"),
    ("en", "next quarter", "2025-33"),
    ("en", "this half", "2024-41"),
    ("en", "next year", "2025"),
    ("en", "by next year", "[..2025-12-31]"),
    ("en", "before next year", "[..2024-12-31]"),
    ("en", "by the end of next year", "[..2025-12-31]"),
    ("en", "by the end of the year", "[..2024-12-31]"),
    ("en", "by the end of the month", "[..2024-11-30]"),
    ("en", "by year-end", "[..2024-12-31]"),
    ("en", "by year-end 2026", "[..2026-12-31]"),
    ("en", "by the end of the year 2026", "[..2026-12-31]"),
    ("en", "second half of the year", "2024-41"),
    ("en", "15 May next year", "2025-05-15"),
    ("en", "from January to March next year", "2025-01/2025-03"),
    ("en", "later this year", "[2024-11-11..2024-12-31]"),
    ("en", "earlier this year", "[2024-01-01..2024-11-09]"),
    ("en", "the rest of the month", "[2024-11-11..2024-11-30]"),
    ("en", "since last year", "2023/.."),
    ("en", "last decade", "201X"),
    ("en", "this May", "2024-05"),
    ("en", "next May", "2025-05"),
    ("en", "last December", "2023-12"),
    ("en", "next November", "2025-11"),
    ("en", "this winter", "2024-24"),
    ("en", "between 2019 and today", "[2019..2024-11-10]"),
    ("en", "expected next year", "2025?"),
    ("es", "el próximo año", "2025"),
    ("es", "año pasado", "2023"),
    ("es", "ano pasado", "2023"),
    ("es", "a finales de este año", "[2024-09..2024-12]"),
    ("es", "antes de fin de año", "[..2024-12-31]"),
    ("es", "primer semestre del próximo año", "2025-40"),
    ("es", "el próximo 15 de mayo", "2025-05-15"),
    ("es", "el próximo 15 de diciembre", "2024-12-15"),
    ("es", "el pasado 29 de octubre", "2024-10-29"),
    ("es", "15 de mayo pasado", "2024-05-15"),
    ("es", "el próximo 15 de mayo de 2027", "2027-05-15"),
    ("es", "el pasado verano", "2024-22"),
    ("es", "pasado mañana", "2024-11-12"),
    ("es", "la semana que viene", "[2024-11-11..2024-11-17]"),
    ("pt", "no próximo ano", "2025"),
    ("pt", "ano que vem", "2025"),
    ("pt", "até o fim do ano", "[..2024-12-31]"),
    ("pt", "no próximo dia 15 de maio", "2025-05-15"),
    ("pt", "mês passado", "2024-10"),
    ("pt", "ontem", "2024-11-09"),
    ("ru", "в следующем году", "2025"),
    ("ru", "до конца года", "[..2024-12-31]"),
    ("ru", "к концу текущего года", "[..2024-12-31]"),
    ("ru", "в мае прошлого года", "2023-05"),
    ("ru", "в третьем квартале этого года", "2024-35"),
    ("ru", "на следующей неделе", "[2024-11-11..2024-11-17]"),
    ("ru", "следующей весной", "2025-21"),
    ("ru", "вчера", "2024-11-09"),
]


@pytest.mark.parametrize(("lang", "phrase", "notation"), TABLE)
def test_a_relative_phrase_means_one_notation_on_its_day(lang: str, phrase: str, notation: str) -> None:
    assert When.parse(phrase, lang, relative_to=SAID) == When.from_edtf(notation)


@pytest.mark.parametrize(("lang", "phrase"), [(lang, phrase) for lang, phrase, _ in TABLE if "202" not in phrase])
def test_without_the_day_it_is_refused(lang: str, phrase: str) -> None:
    with pytest.raises(DateError, match="depends on the day it was said") as refused:
        When.parse(phrase, lang)
    assert refused.value.code == "D006"
    assert "relative_to" in refused.value.hint


@pytest.mark.parametrize(
    ("lang", "phrase", "code"),
    [
        ("en", "next December", "D004"),  # that of 2024, or of 2025?
        ("en", "last May", "D004"),
        ("en", "last summer", "D004"),
        ("ru", "прошлой весной", "D004"),
        ("en", "last quarter", "D006"),  # of which year?
        ("en", "the last year", "D001"),  # often twelve months
        ("es", "el próximo", "D004"),
        ("en", "next year 2025", "D001"),
        ("en", "today year", "D001"),
        ("es", "hoy año", "D001"),
        ("ru", "сегодня года", "D001"),
        ("en", "next week May 2024", "D001"),
        ("en", "third week of next month", "D001"),
        ("en", "since next week", "D001"),  # no date can start in a set of days
        ("en", "recently", "D001"),
        ("en", "soon", "D001"),
    ],
)
def test_what_may_mean_two_dates_is_refused(lang: str, phrase: str, code: str) -> None:
    with pytest.raises(DateError) as refused:
        When.parse(phrase, lang, relative_to=SAID)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("lang", "phrase"),
    [
        ("en", "2019–present"),
        ("en", "2019 – today"),
        ("en", "from 2019 to now"),
        ("en", "from 2019 until the present"),
        ("es", "desde 2019 hasta hoy"),
        ("es", "de 2019 hasta la actualidad"),
        ("pt", "de 2019 até hoje"),
        ("ru", "с 2019 года по настоящее время"),
        ("ru", "2019 – н.в."),
    ],
)
@pytest.mark.parametrize("said", [None, SAID])
def test_up_to_the_present_goes_on_whenever_it_was_said(lang: str, phrase: str, said: date | None) -> None:
    assert When.parse(phrase, lang, relative_to=said) == When.parse("2019/..")


@pytest.mark.parametrize(
    ("day", "phrase", "notation"),
    [
        (date(2025, 1, 15), "this winter", "2024-24"),
        (date(2025, 1, 15), "next winter", "2025-24"),
        (date(2025, 1, 15), "last winter", "2023-24"),
        (date(2025, 3, 15), "last winter", "2024-24"),
        (date(2025, 10, 15), "this winter", "2025-24"),
        (date(2025, 1, 15), "last summer", "2024-22"),
        (date(2025, 12, 31), "tomorrow", "2026-01-01"),
        (date(2025, 1, 31), "next month", "2025-02"),
        (date(2025, 12, 31), "next quarter", "2026-33"),
        (date(2025, 1, 1), "previous quarter", "2024-36"),
        (date(2024, 12, 30), "this week", "[2024-12-30..2025-01-05]"),
        (date(9998, 5, 5), "next year", "9999"),
    ],
)
def test_a_unit_that_turns_the_year(day: date, phrase: str, notation: str) -> None:
    assert When.parse(phrase, relative_to=day) == When.from_edtf(notation)


@pytest.mark.parametrize(
    ("day", "phrase", "code"),
    [
        (date(2025, 4, 1), "this winter", "D004"),
        (date(9999, 5, 5), "next year", "D005"),
        (date(1, 5, 5), "last year", "D005"),
        (date(9999, 12, 31), "tomorrow", "D005"),
        (date(1, 1, 1), "last week", "D005"),
        (date(2024, 12, 31), "later this year", "D004"),
        (date(2024, 1, 1), "earlier this year", "D004"),
    ],
)
def test_a_unit_that_is_not_there(day: date, phrase: str, code: str) -> None:
    with pytest.raises(DateError) as refused:
        When.parse(phrase, relative_to=day)
    assert refused.value.code == code


def test_the_seasons_of_the_south_turn_with_the_year() -> None:
    assert When.parse("this summer", hemisphere="south", relative_to=date(2025, 1, 5)).earliest == date(2024, 12, 1)
    assert When.parse("el próximo verano", "es", hemisphere="south", relative_to=SAID).earliest == date(2024, 12, 1)
    assert When.parse("el pasado invierno", "es", hemisphere="south", relative_to=SAID).latest == date(2024, 8, 31)


@pytest.mark.parametrize(
    ("season", "north", "south"),
    [("spring", 3, 9), ("summer", 6, 12), ("autumn", 9, 3), ("winter", 12, 6)],
)
def test_a_season_is_half_a_year_later_in_the_south(season: str, north: int, south: int) -> None:
    for hemisphere, month in (("north", north), ("south", south)):
        first = date(2024, month, 1)
        for day in (first, first + timedelta(days=20)):
            assert When.parse(f"this {season}", hemisphere=hemisphere, relative_to=day).earliest == first


def test_said_on_an_unknown_day_it_is_read_where_every_day_agrees() -> None:
    window = When.parse("[2024-11-08..2024-12-31]")
    assert When.parse("next year", relative_to=window) == When.parse("2025")
    with pytest.raises(DateError, match=r"this is 2024-12 or 2025-01, depending on the day it was said"):
        When.parse("next month", relative_to=window)
    with pytest.raises(UsageError, match="needs a date with a first and a last day"):
        When.parse("next year", relative_to=When.parse("2019/.."))


@given(DAYS, st.integers(0, 400), st.sampled_from([phrase for lang, phrase, _ in TABLE if lang == "en"]))
def test_what_both_ends_of_a_window_agree_on_holds_on_every_day_between(day: date, length: int, phrase: str) -> None:
    last = day + timedelta(days=length)
    try:
        whole = When.parse(phrase, relative_to=When.from_edtf(f"[{day}..{last}]"))
    except DateError:
        return
    for between in (day + timedelta(days=length // 3), day + timedelta(days=length // 2)):
        assert When.parse(phrase, relative_to=between) == whole


@given(DAYS)
def test_units_next_to_each_other_touch(day: date) -> None:
    for unit in ("week", "month", "quarter", "half", "year"):
        units = [When.parse(f"{word} {unit}", relative_to=day) for word in ("previous", "this", "next")]
        ends = [(when.earliest, when.latest) for when in units]
        assert all(first is not None and last is not None for first, last in ends)
        for (_, last), (first, _) in pairwise(ends):
            assert last is not None
            assert first == last + timedelta(days=1)
        assert units[1].earliest is not None
        assert units[1].latest is not None
        assert units[1].earliest <= day <= units[1].latest


@given(DAYS, st.integers(1, 12), st.integers(1, 28))
def test_the_nearest_day_of_that_name_is_less_than_a_year_away(day: date, month: int, number: int) -> None:
    names = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
    coming = When.parse(f"el próximo {number} de {names[month - 1]}", "es", relative_to=day).latest
    passed = When.parse(f"el pasado {number} de {names[month - 1]}", "es", relative_to=day).latest
    assert coming is not None
    assert passed is not None
    assert passed < day < coming <= date(day.year + 1, month, monthrange(day.year + 1, month)[1])
    assert (coming - day).days <= 366
    assert (day - passed).days <= 366


def test_prose_gives_up_its_relative_dates_only_with_the_day() -> None:
    text = "Deliveries began last year; 300 buses follow by the end of 2024, the rest next year."
    assert [found.text for found in find_dates(text)] == ["by the end of 2024"]
    assert [(found.text, found.when.notation) for found in find_dates(text, relative_to=SAID)] == [
        ("last year", "2023"), ("by the end of 2024", "[..2024-12-31]"), ("next year", "2025"),
    ]  # fmt: skip


def test_a_verb_is_not_a_month() -> None:
    found = find_dates(
        "This may follow, as this May or this march did; they march on now", relative_to=date(2024, 1, 1)
    )
    assert [each.text for each in found] == ["this May", "now"]


# -- accents in two pieces


@pytest.mark.parametrize(
    ("lang", "phrase"), [("es", "próximo año"), ("pt", "até março de 2025"), ("ru", "к концу мая 2025 года, й")]
)
def test_letters_and_their_accents_may_be_apart(lang: str, phrase: str) -> None:
    phrase = phrase.removesuffix(", й")
    assert When.parse(normalize("NFD", phrase), lang, relative_to=SAID) == When.parse(phrase, lang, relative_to=SAID)


def test_places_in_a_text_with_accents_apart_are_those_of_the_text() -> None:
    text = normalize("NFD", "Última reunión: en mayo de 2024; la próxima, hasta el 3 de marzo de 2025, en São Paulo.")
    found = list(find_dates(text, "es"))
    assert [text[each.start : each.end] for each in found] == [each.text for each in found]
    assert [each.when.notation for each in found] == ["2024-05", "[..2025-03-03]"]


# -- two-digit years


@pytest.mark.parametrize(
    ("lang", "phrase", "notation"),
    [
        ("en", "17.05.24", "2024-05-17"),
        ("en", "17/05/24", "2024-05-17"),
        ("en", "17 May 24", "2024-05-17"),
        ("en", "17-19 May 24", "2024-05-17/2024-05-19"),
        ("en", "Q3 24", "2024-35"),
        ("ru", "17.05–19.05.24", "2024-05-17/2024-05-19"),
    ],
)
def test_a_two_digit_year_is_read_with_its_century(lang: str, phrase: str, notation: str) -> None:
    assert When.parse(phrase, lang, century=20) == When.from_edtf(notation)
    with pytest.raises(DateError):
        When.parse(phrase, lang)


def test_a_two_digit_number_alone_is_not_a_year_in_any_century() -> None:
    for phrase in ("24", "May 24", "03/04/24"):
        with pytest.raises(DateError):
            When.parse(phrase, century=20)
    assert When.parse("03/04/24", century=20, day_first=True) == When.parse("2024-04-03")


@pytest.mark.parametrize(
    ("lang", "phrase", "notation"),
    [
        ("en", "2023–2024 academic year", "[2023-09..2024-08]"),
        ("en", "academic year 2023-2024", "[2023-09..2024-08]"),
        ("ru", "2023–2024 учебный год", "[2023-09..2024-08]"),
        ("ru", "17.05–19.05.2024", "2024-05-17/2024-05-19"),
        ("ru", "17.05 – 19.06.2024", "2024-05-17/2024-06-19"),
        ("es", "primer cuatrimestre de 2024", "2024-37"),
        ("pt", "3.º quadrimestre de 2024", "2024-39"),
        ("es", "T1 2024", "2024-33"),
        ("pt", "S2 2024", "2024-41"),
        ("en", "first of May 2024", "2024-05-01"),
        ("en", "as of 2024", "2024/.."),
        ("en", "effective from 1 May 2024", "2024-05-01/.."),
        ("en", "before late 2024", "[..2024-12-31]"),
        ("en", "after the beginning of 2024", "[2024-01-01..]"),
    ],
)
def test_other_things_sources_write(lang: str, phrase: str, notation: str) -> None:
    assert When.parse(phrase, lang) == When.from_edtf(notation)


def test_every_word_that_is_not_understood_is_underlined() -> None:
    with pytest.raises(DateError) as refused:
        When.parse("by teh end of twnty 2024 and teh so")
    assert str(refused.value).split("\n")[1:3] == [
        "  by teh end of twnty 2024 and teh so",
        "     ^^^        ^^^^^          ^^^ ^^",
    ]
    assert [refused.value.text[start:end] for start, end in refused.value.also] == ["teh", "twnty", "teh", "so"]


def test_a_remedy_speaks_the_language_of_the_phrase() -> None:
    for lang, phrase, words in (("es", "enero", "mayo de 2024"), ("ru", "январь", "май 2024 года"), ("pt", "", "maio")):
        with pytest.raises(DateError) as refused:
            When.parse(phrase, lang)
        assert words in refused.value.hint
