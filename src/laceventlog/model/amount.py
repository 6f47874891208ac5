"""Amounts: so many of something, or so much money."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import Any

import attrs

from ..errors import FieldError
from .places import CURRENCIES
from .values import guarded, name_fields, shown, trusted

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
"""Digits a number may have."""
EXACT = Context(prec=2 * MOST_DIGITS)
"""Scaling rounds to the precision of its context, which a program may have lowered."""

EXAMPLES = "write '300 buses', '2.5 %' or 'EUR 16.83 million'"


def to_number(value: Decimal | int | str) -> Decimal:
    """An exact number; a float would claim digits that no source gave.

    Raises:
        FieldError: S008.
    """
    if isinstance(value, str):
        found = read_amount(value)
        if found.unit or found.bound:
            raise FieldError("S008", f"'{value}' is more than a number", f"write Amount({str(found.number)!r}, 'unit')")
        return found.number
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        raise FieldError("S008", f"{shown(value)} is not an exact number", "write 300, Decimal('16.83') or '16.83'")
    return Decimal(value)


def _read_bound(text: str) -> str:
    if text not in BOUNDS:
        raise FieldError("S008", f"'{text}' is not a bound", "write 'up to', 'at least', 'more than' or 'about'")
    return BOUNDS[text]


@attrs.frozen(field_transformer=name_fields)
class Amount:
    """So many of something, or a bound of it.

    Attributes:
        number: an exact number: a Decimal, an int, or digits; at most 24 digits.
        unit: what is counted, or an ISO 4217 code for money; empty for a bare number.
        bound: `up to`, `at least`, `more than`, `about`, or empty.

    Raises:
        FieldError: S008, an amount that a file could not state.

    >>> str(Amount(300, "buses")), str(Amount("16830000", "EUR", "up to"))
    ('300 buses', 'up to 16.83 million EUR')
    """

    number: Decimal = attrs.field(converter=to_number)
    unit: str = guarded(default="", may_be_blank=True)
    bound: str = guarded(_read_bound, default="", may_be_blank=True)

    def __attrs_post_init__(self) -> None:
        """Refuse what would not read back: too many digits, a unit that begins like a number."""
        if not self.number.is_finite() or abs(self.number.adjusted()) > MOST_DIGITS or not _reads_back(self):
            shown = f"Amount({self.number}, {self.unit!r}, {self.bound!r})"
            raise FieldError("S008", f"{shown} cannot be written in a file", EXAMPLES)

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return self.unit in CURRENCIES

    def __str__(self) -> str:
        """`up to 100 million USD`, `300 buses`: readable, and read back to the same value."""
        return " ".join(filter(None, (self.bound, _scaled(self.number), self.unit)))


def _reads_back(amount: Amount) -> bool:
    try:
        return read_amount(str(amount)) == amount
    except FieldError:
        return False


def _scaled(number: Decimal) -> str:
    """In billions or millions where that takes two decimals at most; with the precision of the source."""
    for name, power in (("billion", 9), ("million", 6)):
        scaled = number.scaleb(-power, EXACT)
        if _decimals(scaled) > 2:
            scaled = scaled.normalize(EXACT)
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
        raise FieldError("S008", f"'{text[:60]}' is not an amount", EXAMPLES)
    digits = found["number"].translate(BETWEEN_DIGITS)
    if len(digits) > MOST_DIGITS:
        raise FieldError("S008", "a number of too many digits", f"at most {MOST_DIGITS} are read")
    number = Decimal(digits).scaleb(SCALES.get(found["scale"], 0), EXACT)
    return trusted(Amount, number=number, unit=found["currency"] or unit, bound=BOUNDS[found["bound"]])


def read_money(text: str) -> Amount:
    """An amount whose unit is an ISO 4217 currency code.

    Raises:
        FieldError: S008, no amount, or no known currency.
    """
    amount = read_amount(text)
    if not amount.is_money:
        raise FieldError("S008", f"'{text}' names no currency", "write 'EUR 16.83 million' or '100 million USD'")
    return amount


def as_amount(value: Any) -> Amount:
    """An `Amount`, or a bare number.

    Raises:
        FieldError: S008.
    """
    return value if isinstance(value, Amount) else Amount(value)


def as_money(value: Any) -> Amount:
    """An `Amount` whose unit is a currency.

    Raises:
        FieldError: S008.
    """
    return read_money(str(as_amount(value)))
