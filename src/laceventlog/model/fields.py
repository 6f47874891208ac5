"""The typed facts an event can state, and how each is read from text and written back.

A fact is an attrs field whose metadata hold a `Fact`: the readers, the writers and the JSON Schema all ask
it, so that a new kind of event needs nothing but its fields.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, NamedTuple

import attrs

from ..dates import When
from ..errors import FieldError
from .places.countries import CODES as COUNTRY_CODES
from .places.countries import read_country

CURRENCIES = frozenset(
    """
    AED ARS AUD AWG BBD BMD BOB BRL BSD BYN BZD CAD CHF CLP CNY COP CRC CUP CZK DKK DOP EUR GBP GTQ GYD HKD HNL HTG
    INR JMD JPY KGS KRW KYD KZT MXN NIO NOK PAB PEN PLN PYG RUB SEK SGD SRD SVC TRY TTD UAH USD UYU UZS VES XAF XCD
    XDR XOF ZAR
    """.split()
)
SCALES = {"thousand": 3, "million": 6, "mln": 6, "billion": 9, "bn": 9, "trillion": 12}
BOUNDS = {
    "": "", "up to": "up to", "at most": "up to", "at least": "at least", "more than": "more than",
    "over": "more than", "about": "about", "around": "about", "approximately": "about", "some": "about", "~": "about",
}  # fmt: skip
UNIT = re.compile(r"(?: [^\W\d_] | % | ° ) .*", re.VERBOSE)
AMOUNT = re.compile(
    r"""(?P<bound> up\ to | at\ most | at\ least | more\ than | over | about | around | approximately | some | ~ | )
        \s* (?P<currency> [A-Z]{3}\b | ) \s*
        (?P<number> -? (?: [0-9]{1,3} (?: ,[0-9]{3} )+
                         | [0-9]{1,3} (?: [ \u00a0\u202f][0-9]{3} )+
                         | [0-9]+ ) (?: \.[0-9]+ )? )
        (?: \s+ | (?=%) | $ )
        (?P<scale> (?:thousand|million|mln|billion|bn|trillion)\b | ) \s*
        (?P<unit> .* )""",
    re.VERBOSE,
)
BETWEEN_DIGITS = str.maketrans("", "", " ,\u00a0\u202f")
MOST_DIGITS = 24
"""Digits a number may have: Python's decimals are exact to 28."""


def _unit(amount: Amount, field: attrs.Attribute[str], unit: str) -> None:
    """A unit is words: what begins with a digit or a mark would read as part of the number."""
    del amount, field
    if unit and (not UNIT.fullmatch(unit) or unit.split(maxsplit=1)[0] in SCALES or unit != unit.strip()):
        raise FieldError("S008", f"'{unit}' is no unit", "write '300 buses', '2.5 %' or 'EUR 16.83 million'")


@attrs.frozen
class Amount:
    """So many of something: `number` in `unit` (an ISO 4217 code for money), perhaps only a bound of it."""

    number: Decimal
    unit: str = attrs.field(default="", validator=_unit)
    bound: str = ""

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return self.unit in CURRENCIES

    def __str__(self) -> str:
        """`up to 100 million USD`, `300 buses`: readable, and read back to the same value."""
        return " ".join(filter(None, (self.bound, _scaled(self.number), self.unit)))


def _scaled(number: Decimal) -> str:
    """In billions or millions where that takes two decimals at most; with the precision of the source."""
    for name, power in (("billion", 9), ("million", 6)):
        scaled = number.scaleb(-power)
        if _decimals(scaled) > 2:
            scaled = scaled.normalize()
        if abs(scaled) >= 1 and _decimals(scaled) <= 2:
            return f"{scaled:f} {name}"
    return f"{number:,f}"


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def read_amount(text: str) -> Amount:
    """`300 buses`, `more than 8.5 million packs`, `EUR 16.83 million`, `2.5 %`.

    Raises:
        FieldError: S008, there is no number in it, more than one, or two units.
    """
    found = AMOUNT.fullmatch(text.strip())
    unit = found["unit"].strip() if found else ""
    if found is None or (found["currency"] and unit) or (unit and not UNIT.fullmatch(unit)):
        raise FieldError("S008", f"'{text[:60]}' is no amount", "write '300 buses' or 'EUR 16.83 million'")
    digits = found["number"].translate(BETWEEN_DIGITS)
    if len(digits) > MOST_DIGITS:
        raise FieldError("S008", "a number of too many digits", f"at most {MOST_DIGITS} are read")
    number = Decimal(digits).scaleb(SCALES.get(found["scale"], 0))
    return Amount(number, found["currency"] or unit, BOUNDS[found["bound"]])


def read_money(text: str) -> Amount:
    """An amount whose unit is an ISO 4217 currency code.

    Raises:
        FieldError: S008, no amount, or no known currency.
    """
    amount = read_amount(text)
    if not amount.is_money:
        raise FieldError("S008", f"'{text}' names no currency", "write 'EUR 16.83 million' or '100 million USD'")
    return amount


def read_integer(text: str) -> int:
    """A whole number in digits.

    Raises:
        FieldError: S008.
    """
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise FieldError("S008", f"'{text}' is no whole number", "write it in digits: 17")
    return int(text)


ID = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,78}[a-z0-9])?")


def read_id(text: str) -> str:
    """An id: small ASCII letters, digits, `-`, `_` and `.`, at most 80.

    Raises:
        FieldError: S007.
    """
    if not ID.fullmatch(text):
        raise FieldError(
            "S007",
            f"'{text}' is no usable id",
            "use small letters a-z, digits, '-', '_' and '.', as in cu-igc-2024",
        )
    return text


class Fact(NamedTuple):
    """How one field is read, what it looks like to a JSON Schema, and whether it takes several values."""

    read: Callable[[str], Any]
    schema: dict[str, Any]
    many: bool = False
    is_link: bool = False


def fact_of(field: attrs.Attribute[Any]) -> Fact | None:
    """The Fact of an attrs field; None for fields that are no facts."""
    fact: Fact | None = field.metadata.get("fact")
    return fact


def _together(values: Iterable[Any]) -> tuple[Any, ...]:
    """As `tuple`, whose signature attrs would look for in the text of its documentation."""
    return tuple(values)


TOGETHER = attrs.Converter(_together)
"""One for all fields: attrs looks at the annotations of a converter when it is made, in every kind that inherits it."""


def _one(read: Callable[[str], Any], schema: dict[str, Any], help_: str) -> Any:
    return attrs.field(default=None, metadata={"fact": Fact(read, {**schema, "description": help_})})


def _many(read: Callable[[str], Any], schema: dict[str, Any], help_: str, *, is_link: bool = False) -> Any:
    items = {"type": "array", "items": schema, "description": help_}
    metadata = {"fact": Fact(read, items, many=True, is_link=is_link)}
    return attrs.field(default=(), converter=TOGETHER, metadata=metadata)


def text(help_: str = "") -> Any:
    """A field of free text."""
    return _one(str, {"type": "string"}, help_)


def texts(help_: str = "") -> Any:
    """A field of several short texts."""
    return _many(str, {"type": "string"}, help_)


def integer(help_: str = "") -> Any:
    """A field with a whole number."""
    return _one(read_integer, {"type": ["integer", "string"]}, help_)


def amount(help_: str = "") -> Any:
    """A field with an `Amount` of anything."""
    return _one(read_amount, {"type": ["string", "number"]}, help_)


def money(help_: str = "") -> Any:
    """A field with an `Amount` of money."""
    return _one(read_money, {"type": "string"}, help_)


def date(help_: str = "") -> Any:
    """A field with a `When` of its own, beside that of the event."""
    return _one(When.parse, {"$ref": "#/$defs/when"}, help_)


def countries(help_: str = "") -> Any:
    """A field of ISO 3166-1 codes."""
    return _many(read_country, {"enum": sorted(COUNTRY_CODES)}, help_)


def links(help_: str = "") -> Any:
    """A field with the ids of other events."""
    return _many(read_id, {"$ref": "#/$defs/id"}, help_, is_link=True)
