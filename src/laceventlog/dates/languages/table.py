"""What a language is to the grammar: phrases, each standing for a token kind and a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import attrs

Value = int | str | tuple[int, ...] | tuple[str, bool] | None


class Token(StrEnum):
    """The kinds of token the grammar knows."""

    # what only a language can say
    MONTH = "month"
    SEASON = "season"  # value: the ISO 8601-2 code 21-24
    ORDINAL = "ordinal"  # first … fourth
    UNIT = "unit"  # value: what the ordinal counts, "quarter" or "half"
    CODE = "code"  # a ready sub-year code: Q3, H1
    PART = "part"  # value: the third meant, and whether the word names the unit's very edge ("end of")
    ACADEMIC = "academic"
    BY = "by"  # up to and with
    BEFORE = "before"  # up to, without
    AFTER = "after"  # from the day after
    NOT_BEFORE = "not before"  # from that day on
    SINCE = "since"  # lasting from then on
    FROM = "from"
    TO = "to"
    BETWEEN = "between"
    AND = "and"
    ABOUT = "about"  # ~
    DOUBT = "doubt"  # ?
    UNSCHEDULED = "unscheduled"
    SKIP = "skip"  # words that carry no meaning here: of, the, in, year
    # what looks the same everywhere
    NUMBER = "number"
    YEAR = "year"
    YEARS = "years"  # 2023/2024
    DECADE = "decade"
    DATE = "date"  # (year, month[, day]) written in digits
    CLOCK = "clock"
    ZONE = "zone"
    DASH = "dash"
    UNKNOWN = "unknown"


Words = Mapping[Token, Mapping[str, Value]]


@attrs.frozen
class Language:
    """A language's code (ISO 639-1) and its lexicon: the words of a phrase to token kind and value."""

    code: str
    phrases: Mapping[tuple[str, ...], tuple[Token, Value]] = attrs.field(repr=False)
    longest: int
    ordinal_endings: tuple[str, ...] = ()
    decade_endings: tuple[str, ...] = ()

    @classmethod
    def of(cls, code: str, words: Words, ordinals: Iterable[str] = (), decades: Iterable[str] = ()) -> Language:
        """Build the lexicon from phrases grouped by kind; `ordinals` and `decades` are endings of digits."""
        phrases = {tuple(p.split()): (kind, value) for kind, group in words.items() for p, value in group.items()}
        return cls(code, phrases, max(map(len, phrases)), tuple(ordinals), tuple(decades))

    def vocabulary(self) -> set[str]:
        """Every single word known, for suggestions."""
        return {word for phrase in self.phrases for word in phrase}


def same(value: Value, phrases: str) -> dict[str, Value]:
    """Phrases, separated by commas, that mean the same."""
    return {phrase.strip(): value for phrase in phrases.split(",")}
