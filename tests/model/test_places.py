"""Countries and currencies: what is read as which code, what is refused and why, and whether the data are CLDR's."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog import dumps, parse_text
from laceventlog.errors import FieldError
from laceventlog.model import places
from laceventlog.model.amount import read_money
from laceventlog.model.places import (
    COUNTRIES,
    CURRENCIES,
    CURRENT,
    FORMER,
    OFFICIAL,
    RESERVED,
    WITHDRAWN,
    country_names,
)
from laceventlog.model.places.countries import LANGUAGES, country_name, read_country, withdrawal

ROWS = {
    row.split("|")[0]: row.split("|")
    for rows in (country_names.OFFICIAL, country_names.RESERVED, country_names.WITHDRAWN)
    for row in rows.strip().splitlines()
}
OF_TWO = {"Congo", "Конго", "Korea", "Corea", "Coreia", "Корея", "Virgin Islands", "CS"}
"""What names two countries, and so none."""
OF_TODAY = {"Burma", "Birmania", "Birmânia", "Бирма"}
"""What BU was called, and MM is."""


def test_the_generated_modules_are_what_babel_has(same_text: Callable[[Path, str], None]) -> None:
    pytest.importorskip("babel")
    import place_data

    for path, text in place_data.modules().items():
        same_text(path, text)


# -- countries


def test_the_lists_are_whole_and_apart() -> None:
    assert (len(OFFICIAL), len(WITHDRAWN), len(COUNTRIES)) == (249, 31, len(ROWS))
    assert len(OFFICIAL) + len(RESERVED) + len(WITHDRAWN) == len(COUNTRIES)
    assert ROWS.keys() == COUNTRIES
    assert {code for code in COUNTRIES if len(code) != 2} == {
        code for code in WITHDRAWN if code[:2] in OFFICIAL | {"CS"}
    }


@pytest.mark.parametrize("code", sorted(COUNTRIES))
def test_a_code_is_read_in_any_case(code: str) -> None:
    assert {read_country(code), read_country(code.lower()), read_country(code.title())} == {code}


@pytest.mark.parametrize("code", sorted(COUNTRIES))
def test_a_name_and_three_letters_are_read_in_any_case(code: str) -> None:
    _, alpha3, *names, further = ROWS[code][:7]
    assert all(names)
    for name in {alpha3, *names, *further.split("; ")} - OF_TWO - (OF_TODAY if code == "BU" else set()) - {""}:
        assert {read_country(name), read_country(name.upper()), read_country(name.casefold())} == {code}, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_countries_are_named_alike(language: str) -> None:
    today = [country_name(code, language) for code in COUNTRIES - WITHDRAWN]
    assert len(set(today)) == len(today)


READ = [
    ("Cuba", "CU"), ("Куба", "CU"), ("cuba", "CU"), ("КУБА", "CU"), ("URY", "UY"), ("ury", "UY"), ("UK", "GB"),
    ("uk", "GB"), ("China", "CN"), ("India", "IN"), ("Algeria", "DZ"), ("South Africa", "ZA"), ("España", "ES"),
    ("EU", "EU"), ("European Union", "EU"), ("Европейский союз", "EU"), ("XK", "XK"), ("XKX", "XK"), ("Kosovo", "XK"),
    ("SU", "SU"), ("USSR", "SU"), ("СССР", "SU"), ("SUHH", "SU"), ("YU", "YU"), ("DD", "DD"), ("AN", "AN"),
    ("CSK", "CSHH"), ("Czechoslovakia", "CSHH"), ("SCG", "CSXX"), ("CSXX", "CSXX"), ("SK", "SK"), ("Sikkim", "SKIN"),
    ("Russian Federation", "RU"), ("Türkiye", "TR"), ("Turkey", "TR"), ("Czech Republic", "CZ"), ("Burma", "MM"),
    ("Trinidad and Tobago", "TT"), ("Trinidad & Tobago", "TT"), ("Saint Lucia", "LC"), ("St. Lucia", "LC"),
    ("Côte d'Ivoire", "CI"), ("Côte d’Ivoire", "CI"), ("Me\u0301xico", "MX"), ("  El   Salvador ", "SV"),
    ("Соединённые Штаты Америки", "US"), ("Соединенные Штаты Америки", "US"), ("Irão", "IR"), ("Vietname", "VN"),
    ("острова Кука", "CK"), ("о-ва Кука", "CK"), ("República del Congo", "CG"), ("Guinea", "GN"), ("Niger", "NE"),
    ("Bolivia (Plurinational State of)", "BO"), ("Korea, Republic of", "KR"), ("Georgia", "GE"), ("NO", "NO"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), READ)
def test_a_country_is_read(text: str, code: str) -> None:
    assert read_country(text) == code


RULE = "write a code of ISO 3166-1, such as CU, or a name: Cuba"
REFUSED = [
    ("", "unknown country", RULE),
    ("XX", "unknown country", RULE),
    ("RUX", "unknown country", RULE),
    ("419", "unknown country", RULE),  # a code of UN M49 is none of ISO 3166
    ("Chle", "unknown country", "did you mean 'Chile'?"),
    ("Nicaragu", "unknown country", "did you mean 'Nicaragua'?"),
    ("Бразилиа", "unknown country", "did you mean 'Бразилия'?"),
    ("Turkiye", "unknown country", "did you mean 'Türkiye'?"),
    ("Atlantis", "unknown country", RULE),
    ("England", "unknown country", RULE),
    ("Wakanda", "unknown country", RULE),
    ("Koreaa", "unknown country", RULE),  # like 'Korea', which would be refused
    ("CU,RU", "unknown country", RULE),
    ("CU|CUB", "unknown country", RULE),
    ("Cuba; Kuba", "unknown country", RULE),
    ("СU", "unknown country", RULE),  # a Cyrillic С
    ("ß", "unknown country", RULE),  # its capitals are "SS", South Sudan
    ("ﬁ", "unknown country", RULE),  # one ligature, whose capitals are "FI"
    ("ır", "unknown country", RULE),  # a dotless i, whose capital is "I": Iran
    ("CS", "names two countries: Czechoslovakia (CSHH) and Serbia & Montenegro (CSXX)", "write CSHH or CSXX"),
    ("korea", "names two countries: North Korea (KP) and South Korea (KR)", "write KP or KR"),
    ("Конго", "names two countries", "write CD or CG"),
    ("Latin America", "is a region, not a country", "name its countries, or use 'tags'"),
    ("áfrica", "is a region, not a country", "name its countries, or use 'tags'"),
    ("Латинская Америка", "is a region, not a country", "name its countries, or use 'tags'"),
]


@pytest.mark.parametrize(("text", "message", "hint"), REFUSED)
def test_what_is_not_a_country_is_refused(text: str, message: str, hint: str) -> None:
    with pytest.raises(FieldError) as refusal:
        read_country(text)
    assert (refusal.value.code, refusal.value.hint) == ("S006", hint)
    assert f"'{text}'" in refusal.value.message
    assert message in refusal.value.message


@given(
    st.text(max_size=12)
    | st.sampled_from([name for row in ROWS.values() for name in row[2:6]]).map(lambda name: name[1:])
)
def test_any_text_is_a_code_or_refused_and_what_is_proposed_is_read(text: str) -> None:
    try:
        assert read_country(text) in COUNTRIES
    except FieldError as error:
        assert error.code == "S006"
        assert error.hint
        _, proposed, name = error.hint.rpartition("did you mean '")
        assert not proposed or read_country(name.removesuffix("'?")) in COUNTRIES


NAMED = [
    ("CU", "Cuba Cuba Cuba Куба"),
    ("UY", "Uruguay Uruguay Uruguai Уругвай"),
    ("FJ", "Fiji Fiyi Fiji Фиджи"),
    ("XX", "XX XX XX XX"),  # no country
]


@pytest.mark.parametrize(("code", "names"), NAMED)
def test_a_country_has_a_name_in_each_language(code: str, names: str) -> None:
    assert [country_name(code, language) for language in LANGUAGES] == names.split()


def test_in_another_language_there_are_no_names() -> None:
    with pytest.raises(ValueError, match="not in"):
        country_name("CU", "fr")


@pytest.mark.parametrize("code", sorted(WITHDRAWN))
def test_of_a_withdrawn_code_it_is_known_when_and_what_followed(code: str) -> None:
    found = withdrawal(code)
    assert found is not None
    assert 1974 <= found[0] <= 2010  # ISO 3166 began in 1974
    assert found[1]
    assert set(found[1]) <= COUNTRIES - WITHDRAWN


def test_a_code_of_today_is_not_withdrawn() -> None:
    assert [code for code in COUNTRIES - WITHDRAWN if withdrawal(code)] == []


FILE = (
    "events:\n  - {id: x, kind: event, title: T, status: planned, when: 2025, countries: [Cuba, Россия, URY, UK, SU]}\n"
)


def test_a_file_may_name_countries_and_is_written_with_codes() -> None:
    log, problems = parse_text(FILE)
    assert problems == []
    assert "countries: [CU, RU, UY, GB, SU]" in dumps(log)


def test_names_are_loaded_only_when_they_are_asked_for() -> None:
    code = f"import sys\nfrom laceventlog import parse_text\nparse_text({FILE.replace('Cuba, Россия, URY, UK', 'CU, no')!r})"
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\nprint(*sys.modules)"], capture_output=True, text=True, check=True
    )
    loaded = ran.stdout.split()
    assert places.__name__ in loaded
    assert country_names.__name__ not in loaded


# -- currencies


def test_the_currencies_are_whole_and_apart() -> None:
    assert len(CURRENT) == 178  # ISO 4217, list one, 2026
    assert not CURRENT & FORMER
    assert all(code.isascii() and code.isupper() and len(code) == 3 for code in CURRENCIES)


@pytest.mark.parametrize("code", "SAR CNY INR EUR UYU XAF XDR XAU CUP SVC VES DEM SUR CUC".split())
def test_a_currency_is_known_today_or_withdrawn(code: str) -> None:
    assert read_money(f"5 million {code}") == read_money(f"{code} 5 million")
    assert read_money(f"5 million {code}").is_money


@pytest.mark.parametrize("code", ["SDR", "CNH", "sar", "ABC", "RMB", ""])
def test_another_code_is_not_a_currency(code: str) -> None:
    with pytest.raises(FieldError, match="currency"):
        read_money(f"5 million {code}".strip())
