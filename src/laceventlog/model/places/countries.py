"""Countries: read from a code or a name, kept as a code, named in four languages.

A country is kept as its two letters of ISO 3166-1. Withdrawn codes (ISO 3166-3: SU, YU, DD …) are kept too: a treaty of
1972 is with the Soviet Union, and its source does not say which of the later states it binds. Where two letters have
named two states, the past one has four: CSHH is Czechoslovakia, CSXX Serbia and Montenegro. Reserved codes (EU, UN …)
and Kosovo's XK count as countries.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ...errors import FieldError
from . import COUNTRIES, WITHDRAWN

LANGUAGES = ("en", "es", "pt", "ru")
EQUAL = str.maketrans({"’": "'", "ё": "е"})
SIMILAR = 0.8
"""The least ratio of difflib at which a name is proposed."""


def read_country(text: str) -> str:
    """The code of a country, read from its two or three letters or its name, in any case.

    Names are those of CLDR in English, Spanish, Portuguese and Russian, and some others in common use; they must be
    exact. UK is read as GB.

    Raises:
        FieldError: S006, not a country, or a name of two.
    """
    code = text.upper()
    return code if code in COUNTRIES and text.isascii() else _code_of(text)


def country_name(code: str, language: str) -> str:
    """The name of a country in CLDR; the code itself where it is unknown.

    Raises:
        ValueError: the language is not one of en, es, pt and ru.
    """
    column = 2 + LANGUAGES.index(language)
    return _rows()[code][column] if code in COUNTRIES else code


def withdrawal(code: str) -> tuple[int, Sequence[str]] | None:
    """The year in which a code was withdrawn and the codes that followed it (ISO 3166-3); None for any other code."""
    if code not in WITHDRAWN:
        return None
    *_, year, following = _rows()[code]
    return int(year), following.split()


def _code_of(name: str) -> str:
    codes = _codes_by_name().get(_folded(name), ())
    if len(codes) == 1:
        return codes[0]
    if codes:
        both = " and ".join(f"{country_name(code, 'en')} ({code})" for code in codes)
        raise FieldError("S006", f"'{name}' names two countries: {both}", f"write {' or '.join(codes)}")
    if _folded(name) in _regions():
        raise FieldError("S006", f"'{name}' is a region, not a country", "name its countries, or use 'tags'")
    raise FieldError("S006", f"unknown country '{name}'", _remedy(name))


@lru_cache(maxsize=1024)
def _remedy(text: str) -> str:
    """The most similar of the names that would be read."""
    from difflib import get_close_matches

    known = {_folded(name): name for row in _rows().values() for name in _names(row) if not name.isupper()}
    near = get_close_matches(_folded(text), [key for key in known if len(_codes_by_name()[key]) == 1], 1, SIMILAR)
    return f"did you mean '{known[near[0]]}'?" if near else "write a code of ISO 3166-1, such as CU, or a name: Cuba"


def _folded(name: str) -> str:
    """The same for all spellings of a name that are equal."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().translate(EQUAL).split())


# -- the data, loaded when a name is first needed


@cache
def _rows() -> dict[str, list[str]]:
    from . import country_names as data

    return {row[0]: row for rows in (data.OFFICIAL, data.RESERVED, data.WITHDRAWN) for row in _split(rows)}


def _split(rows: str) -> Iterator[list[str]]:
    return (row.split("|") for row in rows.strip().splitlines())


def _names(row: list[str]) -> list[str]:
    """The names and further codes in a row."""
    return [name for name in (*row[1:6], *row[6].split("; ")) if name]


@cache
def _codes_by_name() -> dict[str, tuple[str, ...]]:
    """The codes that each name may mean; a name of a present country, such as Burma, means no past one."""
    found: dict[str, tuple[str, ...]] = {}
    for code, row in _rows().items():
        for name in dict.fromkeys(map(_folded, _names(row))):
            others = found.get(name, ())
            if not others or (code in WITHDRAWN) == (others[0] in WITHDRAWN):
                found[name] = (*others, code)
    return found


@cache
def _regions() -> frozenset[str]:
    from .country_names import REGIONS

    return frozenset(_folded(name) for row in _split(REGIONS) for name in _names(row))
