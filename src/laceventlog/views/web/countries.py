"""The names of the countries of the home domain in four languages; elsewhere the code stands for itself."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ...model.places.countries import NAMES


def _named(names: str) -> Mapping[str, str]:
    return MappingProxyType(dict(part.strip().split(" ", maxsplit=1) for part in names.split(",")))


COUNTRIES: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "en": MappingProxyType(NAMES),
    "es": _named(
        "AG Antigua y Barbuda, AR Argentina, BS Bahamas, BB Barbados, BZ Belice, BO Bolivia, BR Brasil, CL Chile,"
        "CO Colombia, CR Costa Rica, CU Cuba, DM Dominica, DO República Dominicana, EC Ecuador, SV El Salvador,"
        "GD Granada, GT Guatemala, GY Guyana, HT Haití, HN Honduras, JM Jamaica, MX México, NI Nicaragua, PA Panamá,"
        "PY Paraguay, PE Perú, RU Rusia, KN San Cristóbal y Nieves, LC Santa Lucía, VC San Vicente y las Granadinas,"
        "SR Surinam, TT Trinidad y Tobago, UY Uruguay, VE Venezuela"
    ),
    "pt": _named(
        "AG Antígua e Barbuda, AR Argentina, BS Bahamas, BB Barbados, BZ Belize, BO Bolívia, BR Brasil, CL Chile,"
        "CO Colômbia, CR Costa Rica, CU Cuba, DM Dominica, DO República Dominicana, EC Equador, SV El Salvador,"
        "GD Granada, GT Guatemala, GY Guiana, HT Haiti, HN Honduras, JM Jamaica, MX México, NI Nicarágua, PA Panamá,"
        "PY Paraguai, PE Peru, RU Rússia, KN São Cristóvão e Névis, LC Santa Lúcia, VC São Vicente e Granadinas,"
        "SR Suriname, TT Trinidad e Tobago, UY Uruguai, VE Venezuela"
    ),
    "ru": _named(
        "AG Антигуа и Барбуда, AR Аргентина, BS Багамы, BB Барбадос, BZ Белиз, BO Боливия, BR Бразилия, CL Чили,"
        "CO Колумбия, CR Коста-Рика, CU Куба, DM Доминика, DO Доминиканская Республика, EC Эквадор, SV Сальвадор,"
        "GD Гренада, GT Гватемала, GY Гайана, HT Гаити, HN Гондурас, JM Ямайка, MX Мексика, NI Никарагуа, PA Панама,"
        "PY Парагвай, PE Перу, RU Россия, KN Сент-Китс и Невис, LC Сент-Люсия, VC Сент-Винсент и Гренадины,"
        "SR Суринам, TT Тринидад и Тобаго, UY Уругвай, VE Венесуэла"
    ),
})  # fmt: skip


def country(code: str, language: str) -> str:
    """The name of a country by its code, ISO 3166-1; the code where it is not of the home domain."""
    return COUNTRIES[language].get(code, code)
