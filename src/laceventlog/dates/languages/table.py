"""What the grammar needs of a language: its phrases, each with the kind and value of the token it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, TypeVar

import attrs


class Relative(NamedTuple):
    """A word whose meaning depends on the day of the statement.

    Attributes:
        unit: day, week, month, quarter, half, year or decade; "named" (a month), "season", "nearest" (el próximo
            15 de mayo) or "end" (year-end).
        shift: how many units later; negative: earlier.
        name: the month (1-12) or season (21-24) it names.
        side: "later" or "earlier" in the current unit.
        bare: whether it is only "year" or "month", perhaps with an article.
    """

    unit: str
    shift: int = 0
    name: int = 0
    side: str = ""
    bare: bool = False


Value = int | str | tuple[int, ...] | tuple[str, bool | None] | Relative | None
AnyValue = TypeVar("AnyValue", bound=Value)


class Token(StrEnum):
    """The kinds of token the grammar knows."""

    # words of a language
    MONTH = "month"
    WEEKDAY = "weekday"  # value: 1 (Monday) to 7 (Sunday), ISO 8601; never changes the date
    SEASON = "season"  # value: the ISO 8601-2 code 21-24
    ORDINAL = "ordinal"  # first … fourth
    UNIT = "unit"  # value: "quarter", "third" (quadrimester) or "half"
    CODE = "code"  # value: a sub-year code; Q3, H1
    PART = "part"  # value: early, mid or late, and whether it may mean the very edge: False, True, or None for both
    ACADEMIC = "academic"
    BY = "by"  # up to and including; value "until": joins two dates; "either": may follow its date
    BEFORE = "before"  # up to, excluding
    AFTER = "after"  # from the day after
    NOT_BEFORE = "not before"  # from that day on
    SINCE = "since"  # a span from then on
    ONWARDS = "onwards"  # the same, after the date
    FROM = "from"
    OF = "of"  # "from" before the first of two dates, else ignored: de 17 a 19 de maio de 2024
    TO = "to"  # value "at": means "at" before an early, mid or late part: a finales de 2024
    BETWEEN = "between"
    AND = "and"
    ABOUT = "about"  # ~
    DOUBT = "doubt"  # ?
    OR = "or"
    UNSCHEDULED = "unscheduled"
    RELATIVE = "relative"  # depends on the day of the statement: next year, currently
    PLURAL = "plural"  # a plural of "year"; value: "decade", "years" or "either" (see `resolution`)
    SKIP = "skip"  # ignored: of, the, in; value "behind": may end a phrase
    # the same in all languages
    NUMBER = "number"
    YEAR = "year"
    YEARS = "years"  # 2023/2024
    DECADE = "decade"
    DAYS = "days"  # the days of a relative unit, such as a week
    PRESENT = "present"  # the open end of a range
    DATE = "date"  # in digits; value: (year, month[, day]), or the text
    CLOCK = "clock"
    ZONE = "zone"
    DASH = "dash"
    UNKNOWN = "unknown"


Lexicon = Mapping[Token, Mapping[str, Value]]


class Clues(NamedTuple):
    """Words of running prose that show whether a bare number is a year and whether a limit is negated."""

    years: frozenset[str] = frozenset()
    """Words for "year"."""
    leads: frozenset[str] = frozenset()
    """Words that precede years much more often than quantities."""
    function_words: frozenset[str] = frozenset()
    """Words that may follow a year, but are not countable."""
    abbreviations: frozenset[str] = frozenset()
    """Abbreviations whose full stop need not end the sentence."""
    negations: frozenset[str] = frozenset()
    """Words that reverse a limit after them: not, never."""

    @classmethod
    def of(cls, **words: str) -> Clues:
        """The words of each field, separated by blanks."""
        return cls(**{name: frozenset(text.split()) for name, text in words.items()})


@attrs.frozen(slots=False, eq=False)
class Language:
    """A language and its words for dates.

    Attributes:
        code: ISO 639-1.
        words: the phrases of each kind of token, and their values.
        ordinal_endings: endings that make digits an ordinal: th, -го.
        decade_endings: endings that make digits a decade: s, -х.
        year_endings: endings that digits may have as a year.
        dative_endings: year endings that mean a decade after "by".
        capitals: whether names of months begin with a capital letter.
        examples: typical phrases, for remedies; the first is a month.
        samples: one date of each kind that a remedy may name: "quarter", "half", "third", "day", "weekday", "clock",
            "academic", "span", "between".
        clues: words that help to find dates in running prose.
    """

    code: str
    words: Lexicon = attrs.field(repr=False)
    ordinal_endings: tuple[str, ...] = ()
    decade_endings: tuple[str, ...] = ()
    year_endings: tuple[str, ...] = ()
    dative_endings: tuple[str, ...] = ()
    capitals: bool = False
    examples: tuple[str, ...] = ()
    samples: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    clues: Clues = attrs.field(default=Clues(), repr=False)

    @cached_property
    def phrases(self) -> Mapping[tuple[str, ...], tuple[Token, Value]]:
        """Every phrase, split into words, and its token."""
        return {tuple(p.split()): (kind, value) for kind, group in self.words.items() for p, value in group.items()}

    @cached_property
    def starts(self) -> Mapping[str, int]:
        """Every first word of a phrase, and the length in words of the longest such phrase."""
        starts: dict[str, int] = {}
        for first, *rest in self.phrases:
            starts[first] = max(starts.get(first, 0), 1 + len(rest))
        return starts

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """Everything that may follow the digits of an ordinal, a decade or a year."""
        return self.ordinal_endings + self.decade_endings + self.year_endings

    @cached_property
    def vocabulary(self) -> AbstractSet[str]:
        """Every word of every phrase."""
        return frozenset(word for phrase in self.phrases for word in phrase)

    @cached_property
    def suggestions(self) -> list[str]:
        """The words to suggest for a typo, sorted; no short weekdays, because "edn" is not a typo of "wed"."""
        kinds = {phrase[0]: kind for phrase, (kind, _) in self.phrases.items() if len(phrase) == 1}
        return sorted(word for word in self.vocabulary if kinds.get(word) is not Token.WEEKDAY or len(word) > 4)


def same(value: AnyValue, phrases: str) -> dict[str, AnyValue]:
    """Phrases with the same value, separated by commas."""
    return {phrase.strip(): value for phrase in phrases.split(",")}


def unaccented(phrases: Mapping[str, Value]) -> dict[str, Value]:
    """The phrases, both with and without accents."""
    plain = str.maketrans("áàâãéêíóôõúñç", "aaaaeeiooounc")
    return {spelt: value for phrase, value in phrases.items() for spelt in (phrase, phrase.translate(plain))}


def numbered(first: int, phrases: str) -> dict[str, int]:
    """Groups of phrases, separated by semicolons; the groups have the values `first`, `first + 1` and so on."""
    groups = enumerate(phrases.split(";"), start=first)
    return {phrase: value for number, group in groups for phrase, value in same(number, group).items()}
