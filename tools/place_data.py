"""Make the generated modules of `model/places` from CLDR, as Babel has it: `python tools/place_data.py`.

Codes, alpha-3 codes, names and currencies are CLDR's (https://cldr.unicode.org). By hand are the tables below: what
ISO 3166 and ISO 4217 state and CLDR leaves out, and names that Babel leaves out. Babel is needed for development only;
`tests/model/test_places.py` says when the modules are stale.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import fill

from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers
from babel.numbers import list_currencies

FOLDER = Path(__file__).parents[1] / "src" / "laceventlog" / "model" / "places"
LANGUAGES = ("en", "es", "pt", "ru")
NOTICE = (
    f"Made by tools/place_data.py from CLDR {get_global('cldr')['version']}, Unicode License v3: see LICENSE.unicode."
)

RESERVED = {
    "AC": "ASC", "CP": "CPT", "CQ": "", "DG": "DGA", "EA": "", "EU": "EUE", "EZ": "", "IC": "", "TA": "TAA", "UN": "",
    "XK": "XKX",
}  # fmt: skip
"""Exceptionally reserved in ISO 3166-1, and Kosovo by agreement among users, with three letters where any are in use.

Left out: UK is read as GB; SU and FX are withdrawn.
"""
PRIVATE = re.compile(r"AA|Q[M-Z]|X[A-Z]|ZZ")
"""Codes that ISO 3166-1 leaves to users; CLDR calls regions and tests by them."""
WITHDRAWN = """
AN|ANT|ANHH|2010|Netherlands Antilles|Antillas Neerlandesas|Antilhas Holandesas|Нидерландские Антильские острова
BU|BUR|BUMM|1989|Burma|Birmania|Birmânia|Бирма
CT|CTE|CTKI|1984|Canton & Enderbury Islands|Islas Canton y Enderbury|Ilhas Canton e Enderbury|о-ва Кантон и Эндербери
DD|DDR|DDDE|1990|East Germany|Alemania Oriental|Alemanha Oriental|ГДР
DY|DHY|DYBJ|1977|Dahomey|Dahomey|Daomé|Дагомея
FQ||FQHH|1979|French Southern & Antarctic Territories|Tierras Australes y Antárticas Francesas|Terras Austrais e Antárticas Francesas|Французские Южные и Антарктические территории
FX|FXX|FXFR|1997|Metropolitan France|Francia metropolitana|França metropolitana|Метрополия Франции
HV|HVO|HVBF|1984|Upper Volta|Alto Volta|Alto Volta|Верхняя Вольта
JT|JTN|JTUM|1986|Johnston Island|Isla Johnston|Ilha Johnston|о-в Джонстон
MI|MID|MIUM|1986|Midway Islands|Islas Midway|Ilhas Midway|о-ва Мидуэй
NH|NHB|NHVU|1980|New Hebrides|Nuevas Hébridas|Novas Hébridas|Новые Гебриды
NQ|ATN|NQAQ|1983|Dronning Maud Land|Tierra de la Reina Maud|Terra da Rainha Maud|Земля Королевы Мод
NT|NTZ|NTHH|1993|Neutral Zone|Zona Neutral|Zona Neutra|Нейтральная зона
PC|PCI|PCHH|1986|Trust Territory of the Pacific Islands|Islas del Pacífico en Fideicomiso|Ilhas do Pacífico sob Tutela|Подопечная территория Тихоокеанские острова
PU|PUS|PUUM|1986|U.S. Miscellaneous Pacific Islands|Islas diversas del Pacífico de EE. UU.|Ilhas diversas do Pacífico dos EUA|Прочие тихоокеанские о-ва (США)
PZ|PCZ|PZPA|1980|Panama Canal Zone|Zona del Canal de Panamá|Zona do Canal do Panamá|Зона Панамского канала
RH|RHO|RHZW|1980|Southern Rhodesia|Rodesia del Sur|Rodésia do Sul|Южная Родезия
SU|SUN|SUHH|1992|Soviet Union|Unión Soviética|União Soviética|СССР
TP|TMP|TPTL|2002|Portuguese Timor|Timor Portugués|Timor Português|Португальский Тимор
VD|VDR|VDVN|1977|North Vietnam|Vietnam del Norte|Vietnã do Norte|Северный Вьетнам
WK|WAK|WKUM|1986|Wake Island|Isla Wake|Ilha Wake|о-в Уэйк
YD|YMD|YDYE|1990|South Yemen|Yemen del Sur|Iêmen do Sul|Южный Йемен
YU|YUG|YUCS|2003|Yugoslavia|Yugoslavia|Iugoslávia|Югославия
ZR|ZAR|ZRCD|1997|Zaire|Zaire|Zaire|Заир
AIDJ|AFI||1977 DJ|French Afars & Issas|Territorio Francés de los Afars y los Issas|Território Francês dos Afars e Issas|Французская территория афаров и исса
BQAQ|ATB||1979 AQ|British Antarctic Territory|Territorio Antártico Británico|Território Antártico Britânico|Британская антарктическая территория
BYAA|BYS||1992 BY|Byelorussian SSR|RSS de Bielorrusia|RSS da Bielorrússia|Белорусская ССР
CSHH|CSK||1993 CZ SK|Czechoslovakia|Checoslovaquia|Tchecoslováquia|Чехословакия
CSXX|SCG||2006 ME RS|Serbia & Montenegro|Serbia y Montenegro|Sérvia e Montenegro|Сербия и Черногория
GEHH|GEL||1979 KI TV|Gilbert & Ellice Islands|Islas Gilbert y Ellice|Ilhas Gilbert e Ellice|о-ва Гилберта и Эллис
SKIN|SKM||1975 IN|Sikkim|Sikkim|Siquim|Сикким
""".strip().splitlines()
"""ISO 3166-3: the code, its three letters (FQ had those of TF), its four letters, the year it was withdrawn, names.

Two letters that have named two states, perhaps one of today, give way to the four. Those are followed by the codes
given beside the year, all others by CLDR's.
"""
ALSO = {
    "AE": "UAE",
    "BA": "Bosnia",
    "BN": "Brunei Darussalam",
    "BO": "Bolivia, Plurinational State of; Bolivia (Plurinational State of); Plurinational State of Bolivia; "
    "Estado Plurinacional de Bolivia",
    "BY": "Белоруссия",
    "CC": "Cocos Islands",
    "CD": "Congo; Конго; Congo (DRC); Congo (RDC); Конго (ДРК); Democratic Republic of the Congo; "
    "Congo, The Democratic Republic of the; Congo (Democratic Republic of the); DR Congo; "
    "República Democrática do Congo; Демократическая Республика Конго",
    "CG": "Congo; Конго; Congo (Republic); Congo (República); Republic of the Congo; República del Congo; "
    "Республика Конго",
    "CI": "Ivory Coast; Costa de Marfil",
    "CN": "People's Republic of China; República Popular China; República Popular da China; КНР; "
    "Китайская Народная Республика",
    "CSHH": "CS",
    "CSXX": "CS; Serbia and Montenegro",
    "CV": "Cabo Verde",
    "CZ": "Czech Republic; República Checa; República Tcheca; Чешская Республика",
    "DD": "German Democratic Republic; GDR; República Democrática Alemana; República Democrática Alemã; RDA; "
    "Германская Демократическая Республика",
    "FK": "Falkland Islands (Malvinas); Falkland Islands (Islas Malvinas); Islas Malvinas (Islas Falkland); "
    "Ilhas Malvinas (Ilhas Falkland); Фолклендские (Мальвинские) о-ва",
    "FM": "Micronesia, Federated States of; Micronesia (Federated States of); Federated States of Micronesia",
    "GB": "UK; Britain; Great Britain; United Kingdom of Great Britain and Northern Ireland; Gran Bretaña; "
    "Grã-Bretanha; Британия; Соединенное Королевство",
    "HK": "Hong Kong; Гонконг",
    "IO": "Chagos Archipelago; Archipiélago de Chagos; Arquipélago de Chagos; архипелаг Чагос",
    "IR": "Iran, Islamic Republic of; Iran (Islamic Republic of); Islamic Republic of Iran",
    "KG": "Кыргызстан",
    "KP": "Korea; Corea; Coreia; Корея; Korea, Democratic People's Republic of; "
    "Korea (Democratic People's Republic of); Democratic People's Republic of Korea; "
    "República Popular Democrática de Corea; República Popular Democrática da Coreia; Северная Корея; "
    "Корейская Народно-Демократическая Республика",
    "KR": "Korea; Corea; Coreia; Корея; Korea, Republic of; Korea (Republic of); Republic of Korea; "
    "República de Corea; República da Coreia; Южная Корея",
    "LA": "Lao People's Democratic Republic; República Democrática Popular Lao",
    "MD": "Moldova, Republic of; Moldova (Republic of); Republic of Moldova; República de Moldova; Молдавия",
    "MF": "Saint Martin (French part)",
    "MK": "Macedonia; Macedônia; Macedónia; Македония; The former Yugoslav Republic of Macedonia",
    "MM": "Myanmar; Burma; Birmania; Mianmar; Birmânia; Мьянма; Бирма",
    "MO": "Macao; Macau; Макао",
    "NL": "The Netherlands",
    "NZ": "Aotearoa New Zealand",
    "PN": "Pitcairn",
    "PS": "Palestine; Palestine, State of; State of Palestine; Palestina; Estado de Palestina; Estado da Palestina; "
    "Палестина; Государство Палестина",
    "RU": "Russian Federation; Federación Rusa; Federación de Rusia; Federação da Rússia; Federação Russa; "
    "Российская Федерация",
    "SH": "Saint Helena, Ascension and Tristan da Cunha",
    "ST": "Sao Tome and Principe",
    "SU": "USSR; URSS; Union of Soviet Socialist Republics; Unión de Repúblicas Socialistas Soviéticas; "
    "União das Repúblicas Socialistas Soviéticas; Советский Союз; Союз Советских Социалистических Республик",
    "SX": "Sint Maarten (Dutch part)",
    "SY": "Syrian Arab Republic; República Árabe Siria; Сирийская Арабская Республика",
    "SZ": "Swaziland; Suazilandia; Suazilândia; Свазиленд",
    "TF": "French Southern Territories",
    "TL": "East Timor; Timor Oriental; Timor Leste; Тимор-Лесте",
    "TR": "Turkey",
    "TW": "Taiwan, Province of China; Taiwan (Province of China)",
    "TZ": "Tanzania, United Republic of; Tanzania (United Republic of); United Republic of Tanzania",
    "UM": "United States Minor Outlying Islands",
    "UN": "ONU; ООН",
    "US": "United States of America; EE. UU.; EE.UU.; Estados Unidos de América; EUA; Estados Unidos da América; США; "
    "Соединенные Штаты Америки",
    "VA": "Holy See; Holy See (Vatican City State); Santa Sede; Santa Sé; Святой Престол; Vatican; Vaticano",
    "VD": "Democratic Republic of Vietnam",
    "VE": "Venezuela, Bolivarian Republic of; Venezuela (Bolivarian Republic of); Bolivarian Republic of Venezuela; "
    "República Bolivariana de Venezuela; República Bolivariana da Venezuela; Боливарианская Республика Венесуэла",
    "VG": "Virgin Islands; Virgin Islands, British; Virgin Islands (British)",
    "VI": "Virgin Islands; Virgin Islands, U.S.; Virgin Islands (U.S.); United States Virgin Islands",
    "VN": "Viet Nam",
    "ZA": "ЮАР",
}
"""Further names: CLDR's alternative forms, which Babel leaves out, ISO 3166-1's English ones, and a few of common use.

A name under two codes is read as neither. So is Congo, though ISO 3166-1 and Spanish CLDR have it for CG: newspapers
mean CD by it as often.
"""
LISTED = {"SVC"}
"""ISO 4217 lists the colón of El Salvador to this day; CLDR ends it in 2001."""
LISTED_ONCE = set("ARY AYM BGJ BGK CHC CSJ GHP GNE LAJ LSM MVQ PEH ROK UGW UYN VNC ZWC ZWN".split())
"""Former currencies of ISO 4217 that CLDR leaves out."""
UNLISTED = set("ARL ARM BAN BGM BGO BOL BRZ CLE CNH KRH KRO MAF MCF MDC MKN MVP VNN YUR".split())
"""Currencies that CLDR has a code for and ISO 4217 never had."""


def regional(language: str) -> list[Locale]:
    """The language as it is, then as its countries have it."""
    found = sorted(each for each in locale_identifiers() if re.fullmatch(rf"{language}(_[A-Z0-9]+)?", each))
    return [Locale.parse(each) for each in found]


NAMES = {
    language: [{str(code): name for code, name in locale.territories.items()} for locale in regional(language)]
    for language in LANGUAGES
}
"""What the territories are called in each language; first in the language as it is, then as its countries have it."""


def row(code: str, alpha3: str, names: Iterable[str], also: Iterable[str]) -> str:
    """`CU|CUB|Cuba|Cuba|Cuba|Куба|…`: names in the four languages, then further names in any."""
    names = list(names)
    whole = (re.sub(r"\bо-(в|ва)\b", r"остро\1", each) for each in names)
    known = {"", *map(str.casefold, names)}
    further = {each for each in (*whole, *also) if each.casefold() not in known}
    return "|".join([code, alpha3, *names, "; ".join(sorted(further))])


def cldr_row(code: str, alpha3: str = "") -> str:
    """A row of a territory that CLDR names."""
    also = [each[code] for names in NAMES.values() for each in names]
    own = [names[0][code] for names in NAMES.values()]
    return row(code, alpha3, own, [*also, *ALSO.get(code, "").split("; ")])


def withdrawn_row(line: str) -> str:
    """A row of ISO 3166-3, with the year it was withdrawn and the codes that followed."""
    code, alpha3, alpha4, year, *names = line.split("|")
    year, *following = year.split()
    following = following or get_global("territory_aliases")[code]
    spelt = [name.replace("&", "and") for name in names]
    known = row(code, alpha3, names, [alpha4, *spelt, *ALSO.get(code, "").split("; ")])
    return "|".join([known, year, " ".join(following)])


def official() -> dict[str, str]:
    """The codes of ISO 3166-1 with their three letters."""
    two = {each for each in NAMES["en"][0] if re.fullmatch("[A-Z]{2}", each)}
    two = {each for each in two if each not in RESERVED and not PRIVATE.fullmatch(each)}
    gone = {line.split("|")[1] for line in WITHDRAWN}
    alpha3 = {
        now[0]: each
        for each, now in get_global("territory_aliases").items()
        if re.fullmatch("[A-Z]{3}", each) and each not in gone
    }
    return {code: alpha3[code] for code in sorted(two)}


def regions() -> list[str]:
    """The continents and other regions of UN M49 that CLDR names."""
    return sorted(each for each in NAMES["en"][0] if each.isdigit())


def currencies() -> tuple[set[str], set[str]]:
    """The codes of ISO 4217, current and former."""
    rows = [row for rows in get_global("territory_currencies").values() for row in rows]
    current = ({code for code, _, end, _ in rows if end is None} | LISTED) - UNLISTED
    return current, (list_currencies() | LISTED_ONCE) - current - UNLISTED


# -- the modules


def block(name: str, codes: Iterable[str]) -> str:
    """A frozenset of codes as a text that is split."""
    text = fill(" ".join(codes), 120, initial_indent="    ", subsequent_indent="    ")
    return f'{name} = frozenset(\n    """\n{text}\n    """.split()\n)\n'


def lines(name: str, rows: Iterable[str]) -> str:
    """Rows as a text of one line each."""
    return f'{name} = """\n' + "\n".join(rows) + '\n"""\n'


def codes() -> Iterator[str]:
    """The module of the codes, which every file needs."""
    current, former = currencies()
    yield f'"""Countries and currencies: their codes in ISO 3166 and ISO 4217.\n\n{NOTICE}\n"""\n\n'
    yield block("OFFICIAL", official())
    yield block("RESERVED", RESERVED)
    yield '"""Exceptionally reserved in ISO 3166-1; XK (Kosovo) is assigned by its users."""\n'
    yield block("WITHDRAWN", (line.split("|")[0] for line in WITHDRAWN))
    yield '"""ISO 3166-3; the code of four letters where that of two has named two states."""\n'
    yield "COUNTRIES = OFFICIAL | RESERVED | WITHDRAWN\n"
    yield block("CURRENT", sorted(current))
    yield block("FORMER", sorted(former))
    yield "CURRENCIES = CURRENT | FORMER\n"
    yield '"""Former ones are money too: a source of 1994 may well speak of marks."""\n'


def country_names() -> Iterator[str]:
    """The module of the names, which few files need."""
    yield f'"""Names of countries.\n\n{NOTICE}\n\n'
    yield "A line: code, three letters, the name in English, Spanish, Portuguese and Russian, further names and codes; of a\n"
    yield "withdrawn code also the year and what followed.\n"
    yield '"""\n\n'
    yield lines("OFFICIAL", (cldr_row(*pair) for pair in official().items()))
    yield lines("RESERVED", (cldr_row(*pair) for pair in RESERVED.items()))
    yield lines("WITHDRAWN", map(withdrawn_row, WITHDRAWN))
    yield lines("REGIONS", map(cldr_row, regions()))


def modules() -> dict[Path, str]:
    """What each generated module holds."""
    return {FOLDER / "__init__.py": "".join(codes()), FOLDER / "country_names.py": "".join(country_names())}


if __name__ == "__main__":
    for path, text in modules().items():
        sys.stdout.write(f"{path.name}: {text.count(chr(10))} lines\n")
        path.write_text(text, "utf-8", newline="")
