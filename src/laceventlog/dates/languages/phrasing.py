"""Dates in words: the templates of each language.

Names of months and weekdays come from pendulum's locales, imported on first use. Tables here hold the English names,
which every view needs, and the cases of Russian months that pendulum lacks (all but the genitive).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from ..edtf import MONTHS

NOMINATIVE, GENITIVE, ACCUSATIVE, INSTRUMENTAL = "nominative", "genitive", "accusative", "instrumental"
ARTICLE = "article"
"""With the definite article, in languages that put one before a date."""
NOTHING: Mapping[str, Any] = MappingProxyType({})


class Phrasing(NamedTuple):
    """Templates of one language; in a mapping by case, "" is any other case.

    Attributes:
        code: ISO 639-1.
        units: for each unit, its template in each case, with {day} {month} {year} {ordinal}.
        ordinals: first to fourth, in each case.
        seasons: spring to winter, in each case.
        patterns: templates around one or two dates: "by {0}".
        cases: the case that each date takes in a pattern; nominative if not listed.
        months: names of months by case, if not those of pendulum.
        short_months: the same in a few letters.
        weekdays: names of weekdays from Monday, if not those of pendulum.
        dots: whether short names of months keep their full stop; otherwise they are cut to three letters.
    """

    code: str
    units: Mapping[str, Mapping[str, str]]
    ordinals: Mapping[str, tuple[str, ...]]
    seasons: Mapping[str, tuple[str, ...]]
    patterns: Mapping[str, str]
    cases: Mapping[str, tuple[str, ...]] = NOTHING
    months: Mapping[str, tuple[str, ...]] = NOTHING
    short_months: Mapping[str, tuple[str, ...]] = NOTHING
    weekdays: tuple[str, ...] = ()
    dots: bool = True

    def unit(self, name: str, case: str) -> str:
        """The template of a unit."""
        return self.units[name].get(case) or self.units[name][""]

    def month(self, number: int, case: str) -> str:
        """The name of a month."""
        names = self.months.get(case)
        return names[number - 1] if names else _names(self.code, "months.wide")[number]

    def short_month(self, number: int, case: str) -> str:
        """The abbreviated name of a month; after a day it is in the genitive."""
        names = self.short_months.get(case)
        name = names[number - 1] if names else _names(self.code, "months.abbreviated")[number]
        return name if self.dots else name[:3]

    def weekday(self, number: int) -> str:
        """The name of a weekday; Monday is 0."""
        return self.weekdays[number] if self.weekdays else _names(self.code, "days.wide")[number]

    def short_weekday(self, number: int) -> str:
        """The abbreviated name of a weekday, two or three letters; Monday is 0."""
        name = self.weekdays[number] if self.weekdays else _names(self.code, "days.abbreviated")[number]
        return name[:3].rstrip(".")

    def words(self, kind: Mapping[str, tuple[str, ...]], number: int, case: str) -> str:
        """An ordinal or a season, counted from 1."""
        return (kind.get(case) or kind[""])[number - 1]


LOCALES = {"pt": "pt-br"}
"""Pendulum's names of languages, if not their codes."""


@cache
def _names(code: str, kind: str) -> dict[int, str]:
    from pendulum.locales.locale import Locale

    names: dict[int, str] = Locale.load(LOCALES.get(code, code)).translation(kind)
    return names


ENGLISH_MONTHS = tuple(MONTHS)
ENGLISH_SHORT = tuple(month[:3] for month in MONTHS)

ENGLISH = Phrasing(
    "en",
    units={
        "day": {"": "{day} {month} {year}"},
        "month": {"": "{month} {year}"},
        "quarter": {"": "{ordinal} quarter of {year}", ARTICLE: "the {ordinal} quarter of {year}"},
        "half": {"": "{ordinal} half of {year}", ARTICLE: "the {ordinal} half of {year}"},
        "season": {"": "{ordinal} {year}"},
        "year": {"": "{year}"},
        "decade": {"": "{year}s", ARTICLE: "the {year}s"},
    },
    ordinals={"": ("first", "second", "third", "fourth")},
    seasons={"": ("spring", "summer", "autumn", "winter")},
    patterns={
        "by": "by {0}", "not before": "not before {0}", "between": "between {0} and {1}", "or": "{0} or {1}",
        "span": "from {0} to {1}",
        "since": "since {0}", "about": "about {0}", "roughly": "approximately {0}", "doubt": "{0}?",
        "clock": "{0}, {1}", "unscheduled": "to be determined",
    },
    cases={
        "by": (ARTICLE,), "not before": (ARTICLE,), "between": (ARTICLE, ARTICLE), "span": (ARTICLE, ARTICLE),
        "since": (ARTICLE,), "about": (ARTICLE,),
    },
    months={"": ENGLISH_MONTHS, NOMINATIVE: ENGLISH_MONTHS},
    short_months={GENITIVE: ENGLISH_SHORT, NOMINATIVE: ENGLISH_SHORT},
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)  # fmt: skip


def _romance(words: str, article: str = "", genitive: str = "de ") -> dict[str, str]:
    return {"": words, ARTICLE: article + words, GENITIVE: genitive + words}


SPANISH = Phrasing(
    "es",
    units={
        "day": _romance("{day} de {month} de {year}", "el ", "del "),
        "month": _romance("{month} de {year}"),
        "quarter": _romance("{ordinal} trimestre de {year}", "el ", "del "),
        "half": _romance("{ordinal} semestre de {year}", "el ", "del "),
        "season": _romance("{ordinal} de {year}"),
        "year": _romance("{year}"),
        "decade": _romance("años {year}", "los ", "de los "),
    },
    ordinals={"": ("primer", "segundo", "tercer", "cuarto")},
    seasons={"": ("primavera", "verano", "otoño", "invierno")},
    patterns={
        "by": "a más tardar {0}", "not before": "no antes {0}", "between": "entre {0} y {1}",
        "or": "{0} o {1}",
        "span": "desde {0} hasta {1}", "since": "desde {0}", "about": "alrededor {0}", "roughly": "aproximadamente {0}",
        "doubt": "{0}?",
        "clock": "{0}, {1}", "unscheduled": "por determinar",
    },
    cases={
        "by": (ARTICLE,), "not before": (GENITIVE,), "between": (ARTICLE, ARTICLE), "span": (ARTICLE, ARTICLE),
        "since": (ARTICLE,), "about": (GENITIVE,),
    },
    dots=False,
)  # fmt: skip

PORTUGUESE = Phrasing(
    "pt",
    units={
        "day": _romance("{day} de {month} de {year}"),
        "month": _romance("{month} de {year}"),
        "quarter": _romance("{ordinal} trimestre de {year}", "o ", "do "),
        "half": _romance("{ordinal} semestre de {year}", "o ", "do "),
        "season": _romance("{ordinal} de {year}"),
        "year": _romance("{year}"),
        "decade": _romance("anos {year}", "os ", "dos "),
    },
    ordinals={"": ("primeiro", "segundo", "terceiro", "quarto")},
    seasons={"": ("primavera", "verão", "outono", "inverno")},
    patterns={
        "by": "até {0}", "not before": "não antes {0}", "between": "entre {0} e {1}",
        "or": "{0} ou {1}",
        "span": "desde {0} até {1}", "since": "desde {0}", "about": "por volta {0}", "roughly": "aproximadamente {0}",
        "doubt": "{0}?",
        "clock": "{0}, {1}", "unscheduled": "a definir",
    },
    cases=SPANISH.cases,
)  # fmt: skip

RUSSIAN = Phrasing(
    "ru",
    units={
        "day": {"": "{day} {month} {year} года"},
        "month": {"": "{month} {year} года"},
        "quarter": {
            "": "{ordinal} квартал {year} года", GENITIVE: "{ordinal} квартала {year} года",
            INSTRUMENTAL: "{ordinal} кварталом {year} года",
        },
        "half": {
            "": "{ordinal} полугодие {year} года", GENITIVE: "{ordinal} полугодия {year} года",
            INSTRUMENTAL: "{ordinal} полугодием {year} года",
        },
        "season": {"": "{ordinal} {year} года"},
        "year": {"": "{year} год", GENITIVE: "{year} года", INSTRUMENTAL: "{year} годом"},
        "decade": {"": "{year}-е годы", GENITIVE: "{year}-х годов", INSTRUMENTAL: "{year}-ми годами"},
    },
    ordinals={
        "": ("первый", "второй", "третий", "четвёртый"), GENITIVE: ("первого", "второго", "третьего", "четвёртого"),
        INSTRUMENTAL: ("первым", "вторым", "третьим", "четвёртым"),
        "half": ("первое", "второе"),
    },
    seasons={
        "": ("весна", "лето", "осень", "зима"), GENITIVE: ("весны", "лета", "осени", "зимы"),
        ACCUSATIVE: ("весну", "лето", "осень", "зиму"), INSTRUMENTAL: ("весной", "летом", "осенью", "зимой"),
    },
    patterns={
        "by": "не позднее {0}", "not before": "не ранее {0}", "between": "между {0} и {1}", "or": "{0} или {1}",
        "span": "с {0} по {1}",
        "since": "с {0}", "about": "около {0}", "roughly": "ориентировочно {0}", "doubt": "{0}?", "clock": "{0}, {1}",
        "unscheduled": "дата не определена",
    },
    cases={
        "by": (GENITIVE,), "not before": (GENITIVE,), "between": (INSTRUMENTAL, INSTRUMENTAL),
        "span": (GENITIVE, ACCUSATIVE), "since": (GENITIVE,), "about": (GENITIVE,),
    },
    months={
        NOMINATIVE: (
            "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
            "декабрь",
        ),
        INSTRUMENTAL: (
            "январём", "февралём", "мартом", "апрелем", "маем", "июнем", "июлем", "августом", "сентябрём", "октябрём",
            "ноябрём", "декабрём",
        ),
    },
    short_months={
        NOMINATIVE: (
            "янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек.",
        ),
    },
)  # fmt: skip

PHRASINGS = {phrasing.code: phrasing for phrasing in (ENGLISH, SPANISH, PORTUGUESE, RUSSIAN)}
