"""The typed fields an event can state: how each is read from text, checked in Python and described in the JSON Schema.

A field is an attrs field whose metadata hold a `Fact`: readers, writers, constructors and the JSON Schema ask it,
so that a new kind of event needs nothing but its fields.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import attrs

from ..dates import When
from ..errors import FieldError
from .amount import as_amount, as_money, read_amount, read_money
from .places.countries import read_country
from .values import GUARD, Convert, Fact, as_when, shown


def read_integer(text: str) -> int:
    """A whole number in digits.

    Raises:
        FieldError: S008.
    """
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise FieldError("S008", f"'{text}' is not a whole number", "write it in digits: 17")
    return int(text)


def as_integer(value: Any) -> int:
    """A whole number.

    Raises:
        FieldError: S008.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return read_integer(str(value))
    raise FieldError("S008", f"{shown(value)} is not a whole number", "write it in digits: 17")


ID = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,78}[a-z0-9])?")


def read_id(text: str) -> str:
    """An id: lower-case ASCII letters, digits, `-`, `_` and `.`, at most 80.

    Raises:
        FieldError: S007.
    """
    if not ID.fullmatch(text):
        raise FieldError(
            "S007",
            f"'{text}' is not a usable id",
            "use lower-case letters a-z, digits, '-', '_' and '.', as in cu-igc-2024",
        )
    return text


def fact_of(field: attrs.Attribute[Any]) -> Fact | None:
    """The Fact of an attrs field that an event file can state; None for other fields."""
    fact: Fact | None = field.metadata.get("fact")
    return fact


def _one(read: Callable[[str], Any], schema: dict[str, Any], help_: str, convert: Convert | None = None) -> Any:
    fact = Fact(read, {**schema, "description": help_}, convert=convert)
    return attrs.field(default=None, converter=GUARD, repr=False, metadata={"fact": fact})


def _many(read: Callable[[str], Any], schema: dict[str, Any], help_: str, *, is_link: bool = False) -> Any:
    items = {"type": "array", "items": schema, "description": help_}
    fact = Fact(read, items, many=True, is_link=is_link)
    return attrs.field(default=(), converter=GUARD, repr=False, metadata={"fact": fact})


def text(help_: str = "") -> Any:
    """A field of free text."""
    return _one(str, {"type": "string"}, help_)


def texts(help_: str = "") -> Any:
    """A field of several short texts."""
    return _many(str, {"type": "string"}, help_)


def integer(help_: str = "") -> Any:
    """A field with a whole number."""
    return _one(read_integer, {"type": ["integer", "string"]}, help_, as_integer)


def amount(help_: str = "") -> Any:
    """A field with an `Amount` of anything."""
    return _one(read_amount, {"type": ["string", "number"]}, help_, as_amount)


def money(help_: str = "") -> Any:
    """A field with an `Amount` of money."""
    return _one(read_money, {"type": "string"}, help_, as_money)


def date(help_: str = "") -> Any:
    """A field with a `When` of its own, beside that of the event."""
    return _one(When.parse, {"$ref": "#/$defs/when"}, help_, as_when)


def countries(help_: str = "") -> Any:
    """A field of countries, read from codes or names and kept as codes of ISO 3166-1."""
    return _many(read_country, {"$ref": "#/$defs/country"}, help_)


def links(help_: str = "") -> Any:
    """A field with the ids of other events."""
    return _many(read_id, {"$ref": "#/$defs/id"}, help_, is_link=True)
