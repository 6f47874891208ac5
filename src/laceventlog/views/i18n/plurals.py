"""Which plural form a number takes: the cardinal rules of Unicode CLDR 45 for four languages.

A number with a decimal that is shown ("2.8") has a rule of its own. The rules of pendulum's locales do not know
whether one is shown, and would take 5.0 for 5; that is why they are written down here.
"""

from __future__ import annotations

ONE, FEW, MANY, OTHER = "one", "few", "many", "other"
FORMS = {"en": (ONE, OTHER), "es": (ONE, OTHER), "pt": (ONE, OTHER), "ru": (ONE, FEW, MANY, OTHER)}
"""The forms that each language has. Spanish and Portuguese have another one for whole millions, which no number
of days in a calendar of 9999 years wants."""


def english(number: float) -> str:
    """1 day; 0, 2, 1.0 days."""
    return ONE if isinstance(number, int) and number == 1 else OTHER


def spanish(number: float) -> str:
    """1 día; 1,0 día; 0, 2, 1,5 días."""
    return ONE if number == 1 else OTHER


def portuguese(number: float) -> str:
    """0, 1, 1,5 dia; 2 dias."""
    return ONE if 0 <= number < 2 else OTHER


def russian(number: float) -> str:
    """1, 21 день; 2, 34 дня; 5, 11, 100 дней; 1,5 дня."""
    if not isinstance(number, int):
        return OTHER
    ones, tens = number % 10, number % 100 // 10
    if ones == 1 and tens != 1:
        return ONE
    return FEW if 2 <= ones <= 4 and tens != 1 else MANY
