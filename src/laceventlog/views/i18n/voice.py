"""A voice: all words of the views in one language. Languages are data, read through this class.

A phrase is a template with {places}, or one template per plural form of its number. A phrase "…, brief" replaces
another in narrow views, a phrase "…, long" on page and picture. Text from a source is never translated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

import attrs

from ...dates.languages.phrasing import GENITIVE, NOMINATIVE, Phrasing

Number = int | float | tuple[int, int]
"""A number, or a range of whole numbers, `12–43`, which takes the plural form of its end."""
Forms = Mapping[str, str]
"""Templates by plural form: one, few, many, other."""


@attrs.frozen(eq=False)
class Voice:
    """One language.

    Attributes:
        phrasing: names of months, weekdays and seasons.
        plural: the plural form of a number, by the cardinal rules of Unicode CLDR 45. Decimals that are shown ("2.8")
            have a rule of their own, which the locales of pendulum lack: they take 5.0 for 5.
        headings: headings of rows and of changes, with an explanation in brackets.
        words: statuses, groups, kinds and the like, by their name in the code.
        names: names of fields, entries and columns, by their name in the code.
        phrases: everything else.
        quotes: opening and closing quotation mark.
        decimal: the decimal separator.
        numerals: numbers of quarters and halves.
        form: "brief" or "long", for phrases that have such a form.
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
    form: str = ""

    @property
    def code(self) -> str:
        """The language, ISO 639-1."""
        return self.phrasing.code

    @property
    def brief(self) -> Voice:
        """The same voice for narrow views."""
        return _in_form(self, "brief")

    @property
    def usual(self) -> Voice:
        """The same voice without a form."""
        return _in_form(self, "")

    @property
    def long(self) -> Voice:
        """The same voice for page and picture."""
        return _in_form(self, "long")

    # -- words

    def say(self, phrase: str, number: Number | None = None, /, **parts: object) -> str:
        """A phrase with its parts filled in; `number` is put at {n} and chooses the plural form.

        Raises:
            KeyError: the phrase or one of its parts is missing.
        """
        return _said(self, phrase, number) if not parts else _filled(self, phrase, number, parts)

    def number(self, number: Number) -> str:
        """`12`, `12–43`; a fraction with one decimal: `2.8`."""
        if isinstance(number, tuple):
            first, last = number
            return f"{first}" if first == last else f"{first}–{last}"
        return f"{number}" if isinstance(number, int) else f"{number:.1f}".replace(".", self.decimal)

    def word(self, word: str) -> str:
        """A status, group or kind; one that users added stays untranslated."""
        return self.words.get(word, word)

    def name(self, field: str) -> str:
        """The name of a field, entry or column; one that users added stays untranslated."""
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
        """`Mar 2025`; in the genitive after a word such as "since"."""
        return f"{self.phrasing.short_month(day.month, GENITIVE if after_word else NOMINATIVE)} {day.year:04}"

    def month_tick(self, number: int) -> str:
        """The first three letters of a month, 1 to 12."""
        return self.phrasing.month(number, NOMINATIVE)[:3]

    def season(self, number: int, *, after_word: bool = False) -> str:
        """`spring`; `number` is 1 to 4."""
        return self.phrasing.words(self.phrasing.seasons, number, GENITIVE if after_word else NOMINATIVE)


@lru_cache(maxsize=16)
def _in_form(voice: Voice, form: str) -> Voice:
    return voice if voice.form == form else attrs.evolve(voice, form=form)


@lru_cache(maxsize=4096, typed=True)  # 1 and 1.0 differ
def _said(voice: Voice, phrase: str, number: Number | None) -> str:
    """A phrase without parts; a list repeats a few of them."""
    return _filled(voice, phrase, number, {})


def _filled(voice: Voice, phrase: str, number: Number | None, parts: Mapping[str, object]) -> str:
    found = (voice.phrases.get(f"{phrase}, {voice.form}") if voice.form else None) or voice.phrases[phrase]
    if number is None:
        return str(found).format(**parts)
    last = number[1] if isinstance(number, tuple) else number
    template = found if isinstance(found, str) else found[voice.plural(last)]
    return template.format(n=voice.number(number), **parts)
