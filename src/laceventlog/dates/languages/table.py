"""What a language is to the grammar: phrases, each standing for a token kind and a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, TypeVar

import attrs


class Relative(NamedTuple):
    """What a word means on the day it is said: the unit, how many on, the month or season named.

    `side` is "later" or "earlier" in the running unit; `bare`: only "the" stands before it.
    """

    unit: str
    shift: int = 0
    name: int = 0
    side: str = ""
    bare: bool = False


Value = int | str | tuple[int, ...] | tuple[str, bool | None] | Relative | None
Kept = TypeVar("Kept", bound=Value)


class Token(StrEnum):
    """The kinds of token the grammar knows."""

    # what only a language can say
    MONTH = "month"
    WEEKDAY = "weekday"  # value: from 1 Monday to 7 Sunday (ISO 8601); stands beside a day, moves nothing
    SEASON = "season"  # value: the ISO 8601-2 code 21-24
    ORDINAL = "ordinal"  # first … fourth
    UNIT = "unit"  # value: what the ordinal counts, "quarter" or "half"
    CODE = "code"  # a ready sub-year code: Q3, H1
    PART = "part"  # value: the third meant, and whether the word names the unit's very edge: "end of"; None: it may
    ACADEMIC = "academic"
    BY = "by"  # up to and with; value "until": between two dates it joins them; "either": it may stand behind its date
    BEFORE = "before"  # up to, without
    AFTER = "after"  # from the day after
    NOT_BEFORE = "not before"  # from that day on
    SINCE = "since"  # lasting from then on
    ONWARDS = "onwards"  # the same, behind the date
    FROM = "from"
    OF = "of"  # before the first of two dates "from", anywhere else without meaning: de 17 a 19 de maio de 2024
    TO = "to"  # value "at": before an early, mid or late part that begins the phrase, "at": a finales de 2024
    BETWEEN = "between"
    AND = "and"
    ABOUT = "about"  # ~
    DOUBT = "doubt"  # ?
    OR = "or"
    UNSCHEDULED = "unscheduled"
    RELATIVE = "relative"  # depends on the day it is said: next year, currently
    PLURAL = "plural"  # more than one year; value: "decade", "either" or "years" (see `points`)
    SKIP = "skip"  # words that carry no meaning here: of, the, in; value "behind": it may end a phrase
    # what looks the same everywhere
    NUMBER = "number"
    YEAR = "year"
    YEARS = "years"  # 2023/2024
    DECADE = "decade"
    DAYS = "days"  # from one day to another: what a week is, once it is known which
    PRESENT = "present"  # the far side of a range that goes on
    DATE = "date"  # (year, month[, day]) written in digits
    CLOCK = "clock"
    ZONE = "zone"
    DASH = "dash"
    UNKNOWN = "unknown"


Words = Mapping[Token, Mapping[str, Value]]


class Running(NamedTuple):
    """Words that tell, in running prose, whether a bare number is a year and whether a limit is denied."""

    years: frozenset[str] = frozenset()
    """What says "year" beside a number."""
    leads: frozenset[str] = frozenset()
    """What stands before years much more often than before quantities."""
    little: frozenset[str] = frozenset()
    """What may follow a year but is nothing that could be counted."""
    short: frozenset[str] = frozenset()
    """What is shortened, so that a full stop behind it may end no sentence."""
    denials: frozenset[str] = frozenset()
    """What turns a limit behind it around: not, never."""

    @classmethod
    def of(cls, **words: str) -> Running:
        """The words of each field, with blanks between."""
        return cls(**{name: frozenset(text.split()) for name, text in words.items()})


@attrs.frozen(slots=False, eq=False)
class Language:
    """A language's code (ISO 639-1) and its lexicon: the words of a phrase to token kind and value."""

    code: str
    phrases: Mapping[tuple[str, ...], tuple[Token, Value]] = attrs.field(repr=False)
    starts: Mapping[str, int] = attrs.field(repr=False)
    ordinal_endings: tuple[str, ...] = ()
    decade_endings: tuple[str, ...] = ()
    year_endings: tuple[str, ...] = ()
    dative_endings: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    """Endings of years that are those of decades behind "by"."""
    capitals: bool = False
    """Whether names of months begin with a capital letter."""
    examples: tuple[str, ...] = ()
    """What dates read like, for the remedies of errors; the first is a month."""
    samples: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    """One date of each kind that a remedy may name: "quarter", "half", "third", "day", "weekday", "clock", "academic",
    "span", "between"."""
    running: Running = attrs.field(default=Running(), repr=False)

    @classmethod
    def of(
        cls,
        code: str,
        words: Words,
        ordinals: Iterable[str] = (),
        decades: Iterable[str] = (),
        years: Iterable[str] = (),
        *,
        capitals: bool = False,
        examples: str = "",
    ) -> Language:
        """Build the lexicon from phrases grouped by kind; `ordinals`, `decades` and `years` are endings of digits."""
        phrases = {tuple(p.split()): (kind, value) for kind, group in words.items() for p, value in group.items()}
        starts: dict[str, int] = {}
        for first, *rest in phrases:
            starts[first] = max(starts.get(first, 0), 1 + len(rest))
        endings = (tuple(ordinals), tuple(decades), tuple(years))
        return cls(code, phrases, starts, *endings, capitals, tuple(examples.split("; ")))

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """What may follow digits to make an ordinal, a decade or a year of them."""
        return self.ordinal_endings + self.decade_endings + self.year_endings

    def vocabulary(self) -> AbstractSet[str]:
        """Every single word known."""
        return self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for phrase in self.phrases for word in phrase)

    @cached_property
    def suggestions(self) -> list[str]:
        """The words to answer a slip with, sorted; without short weekdays, for "edn" is no slip for "wed"."""
        kinds = {phrase[0]: kind for phrase, (kind, _) in self.phrases.items() if len(phrase) == 1}
        return sorted(word for word in self._words if kinds.get(word) is not Token.WEEKDAY or len(word) > 4)


def same(value: Kept, phrases: str) -> dict[str, Kept]:
    """Phrases, separated by commas, that mean the same."""
    return {phrase.strip(): value for phrase in phrases.split(",")}


def unaccented(phrases: Mapping[str, Value]) -> dict[str, Value]:
    """The phrases, and the same as they are typed without accents."""
    plain = str.maketrans("áàâãéêíóôõúñç", "aaaaeeiooounc")
    return {spelt: value for phrase, value in phrases.items() for spelt in (phrase, phrase.translate(plain))}


def counted(first: int, phrases: str) -> dict[str, int]:
    """Groups of phrases that mean the same, separated by semicolons, that stand for `first` and the numbers after."""
    groups = enumerate(phrases.split(";"), start=first)
    return {phrase: value for number, group in groups for phrase, value in same(number, group).items()}
