"""A voice: all words of ours in one language. A language is data; this is how it is asked.

A phrase is a template with {places}; where its words follow a number, one template for each plural form. A phrase
called "…, brief" stands for the other where columns are few. What a source wrote is never translated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

import attrs

from ...dates.languages.phrasing import GENITIVE, NOMINATIVE, Phrasing

Number = int | float | tuple[int, int]
"""What is counted; a pair is a range of whole numbers, `12–43`, which takes the form of its second one."""
Forms = Mapping[str, str]
"""A template for each plural form: one, few, many, other."""


@attrs.frozen(eq=False)
class Voice:
    """One language.

    Attributes:
        phrasing: how it says dates: months, weekdays, seasons.
        plural: the plural form that a number takes.
        headings: of groups of rows and of changes; what stands in brackets explains.
        words: statuses, groups, kinds and the like, by what they are called in the code.
        names: of fields, entries and columns, by what they are called in the code.
        phrases: everything else.
        quotes: what stands around a quotation.
        decimal: the sign before a decimal.
        numerals: how quarters and halves are numbered.
        is_brief: whether the brief form of a phrase is taken where there is one.
    """

    phrasing: Phrasing
    plural: Callable[[float], str]
    headings: Mapping[str, str]
    words: Mapping[str, str]
    names: Mapping[str, str]
    phrases: Mapping[str, str | Forms]
    quotes: tuple[str, str] = ("“", "”")
    decimal: str = "."
    numerals: tuple[str, ...] = ("1", "2", "3", "4")
    is_brief: bool = False

    @property
    def code(self) -> str:
        """The language, ISO 639-1."""
        return self.phrasing.code

    @property
    def brief(self) -> Voice:
        """The same voice where columns are few."""
        return self if self.is_brief else _brief(self)

    # -- words

    def say(self, phrase: str, number: Number | None = None, /, **parts: object) -> str:
        """A phrase with its parts; `number` stands at {n} and chooses the plural form.

        Raises:
            KeyError: there is no such phrase, or a part is missing.
        """
        return _said(self, phrase, number) if not parts else _filled(self, phrase, number, parts)

    def number(self, number: Number) -> str:
        """`12`, `12–43`; what is no whole number with one decimal: `2.8`."""
        if isinstance(number, tuple):
            first, last = number
            return f"{first}" if first == last else f"{first}–{last}"
        return f"{number}" if isinstance(number, int) else f"{number:.1f}".replace(".", self.decimal)

    def word(self, word: str) -> str:
        """A status, a group, a kind; one that users added stays as they call it."""
        return self.words.get(word, word)

    def name(self, field: str) -> str:
        """The name of a field, entry or column; one that users added stays as they call it."""
        return self.names.get(field, field.replace("_", " "))

    def quote(self, text: str) -> str:
        """A text between quotation marks."""
        return text.join(self.quotes)

    # -- dates

    def day(self, day: date) -> str:
        """`1 Mar 2025`."""
        return f"{self.day_of_year(day)} {day.year:04}"

    def day_of_year(self, day: date) -> str:
        """`1 Mar`."""
        return f"{day.day} {self.phrasing.short_month(day.month, GENITIVE)}"

    def month(self, day: date, *, after_word: bool = False) -> str:
        """`Mar 2025`; after a word such as "since" in the case that this asks for."""
        return f"{self.phrasing.short_month(day.month, GENITIVE if after_word else NOMINATIVE)} {day.year:04}"

    def month_tick(self, number: int) -> str:
        """The first three letters of a month."""
        return self.phrasing.month(number, NOMINATIVE)[:3]

    def season(self, number: int, *, after_word: bool = False) -> str:
        """`spring`; 1 to 4."""
        return self.phrasing.words(self.phrasing.seasons, number, GENITIVE if after_word else NOMINATIVE)


@lru_cache(maxsize=16)
def _brief(voice: Voice) -> Voice:
    return attrs.evolve(voice, is_brief=True)


@lru_cache(maxsize=4096, typed=True)  # 1 and 1.0 are said in different ways
def _said(voice: Voice, phrase: str, number: Number | None) -> str:
    """A phrase without parts: a list says the same few over and over."""
    return _filled(voice, phrase, number, {})


def _filled(voice: Voice, phrase: str, number: Number | None, parts: Mapping[str, object]) -> str:
    found = (voice.phrases.get(f"{phrase}, brief") if voice.is_brief else None) or voice.phrases[phrase]
    if number is None:
        return str(found).format(**parts)
    last = number[1] if isinstance(number, tuple) else number
    template = found if isinstance(found, str) else found[voice.plural(last)]
    return template.format(n=voice.number(number), **parts)
