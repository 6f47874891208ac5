"""`When`: one frozen, hashable value for everything a source can say about time.

A moment happens once inside its bounds; a span lasts from its start to its end. All four bounds are inclusive
calendar days; None means open. There is no `<`: `sort_key` is the order for display, `relations` tells what is certain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import attrs

from ..errors import DateError, UsageError, did_you_mean
from . import edtf
from .edtf import MOMENT, SPAN, ParsedDate, Precision, Shape
from .languages import LANGUAGES
from .units import OpenDay

if TYPE_CHECKING:
    from .languages import Language
    from .prose.grammar import Phrase

EDTF_ONLY = re.compile(r"[\dXTZYESe?~%:+./,\[\]{}-]+")
ZONE = re.compile(r"[\w+/-]+")
UNSCHEDULED = "TBD"
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWZ")


class ParseOptions(NamedTuple):
    """How to read a text: see `When.parse`; `day` is the day of the statement."""

    lang: str
    day_first: bool | None = None
    hemisphere: str = "north"
    day: date | None = None
    century: int | None = None


@attrs.frozen(repr=False, str=False, order=False, init=False)
class When:
    """A date no more precise than its source.

    Made by `parse`, `from_edtf`, `on` and `unscheduled`, because only a notation gives the bounds: inclusive days, None
    if open. For a moment, start and end are the same day, so both have the same bounds. Dates are equal if their
    notations are: the words of the source make no difference.

    Attributes:
        edtf: canonical EDTF (ISO 8601-2:2019, levels 0 to 2); "" if unscheduled.
        shape: moment, span or unscheduled.
        earliest_start: the first possible day of the start.
        latest_start: the last possible day of the start.
        earliest_end: the first possible day of the end.
        latest_end: the last possible day of the end; if `earliest_end` is None too, it goes on.
        zone: the IANA time zone of a clock time (RFC 9557), if named.
        text: the words of the source.

    >>> planned = When.parse("Late January—early February 2025")
    >>> planned.edtf, planned.earliest, planned.latest
    ('[2025-01-21..2025-02-10]', datetime.date(2025, 1, 21), datetime.date(2025, 2, 10))
    """

    edtf: str
    shape: Shape = attrs.field(eq=False)
    earliest_start: OpenDay = attrs.field(eq=False)
    latest_start: OpenDay = attrs.field(eq=False)
    earliest_end: OpenDay = attrs.field(eq=False)
    latest_end: OpenDay = attrs.field(eq=False)
    zone: str | None = None
    text: str = attrs.field(default="", eq=False)

    def __init__(self, *_args: object, **_fields: object) -> None:
        """Refuse, because bounds could contradict the notation."""
        raise UsageError(
            "When(…) does not make a date: write When.parse('by the end of 2024'), When.on(day) or When.unscheduled()"
        )

    def worded(self, text: str) -> When:
        """The same date with other words of its source.

        Raises:
            UsageError: not text.
        """
        if not isinstance(text, str):
            raise _not_text("worded", text)
        bounds = self.earliest_start, self.latest_start, self.earliest_end, self.latest_end
        return make(ParsedDate(self.edtf, self.shape, *bounds), self.zone, text)

    @classmethod
    def parse(
        cls,
        text: str,
        lang: str = "en",
        *,
        day_first: bool | None = None,
        hemisphere: str = "north",
        relative_to: date | When | None = None,
        century: int | None = None,
    ) -> When:
        """Read EDTF or prose, whole or not at all; docs/dates.md lists the rules.

        Args:
            text: `2024-05`, `[..2024-12-31]`, `by the end of 2024`, `TBD` …
            lang: the language of prose, an ISO 639-1 code: en, es, pt or ru.
            day_first: how to read `03/04/2024`; refused if None.
            hemisphere: "north" or "south", for seasons.
            relative_to: the day of the statement, for "next year" and "currently", which are refused without it. All
                days of an imprecise date must give the same answer.
            century: the first two digits of two-digit years (20); refused if None.

        Raises:
            DateError: the text cannot be read without guessing; with a caret under the words in question.
            UsageError: not text; an option with a value it cannot have.

        >>> When.parse("by the end of 2024")
        When.parse('[..2024-12-31]')
        >>> When.parse("first quarter of 2023").latest_end
        datetime.date(2023, 3, 31)
        """
        if not isinstance(text, str):
            raise _not_text("parse", text)
        written = text.strip()
        words, places = _composed(written)
        options = ParseOptions(lang, day_first, hemisphere, None, century)
        try:
            when = _parse(words, options) if relative_to is None else _parse_relative(words, options, relative_to)
        except DateError as error:
            raise error.placed(written, places) from None
        return when if words is written else when.worded(written)

    @classmethod
    def from_edtf(cls, text: str) -> When:
        """Read EDTF (ISO 8601-2:2019, levels 0 to 2) only; a clock time may have a zone (RFC 9557).

        Raises:
            DateError: with a caret under the part that cannot be read.
            UsageError: not text.

        >>> When.from_edtf("2024-05-29T10:00[America/La_Paz]").notation
        '2024-05-29T10:00:00-04:00[America/La_Paz]'
        """
        if not isinstance(text, str):
            raise _not_text("from_edtf", text)
        body, zone = _zoned(text) if text[-1:] == "]" else (text, None)
        return _read(body, zone, text)

    @classmethod
    def on(cls, day: date) -> When:
        """One known day.

        Raises:
            UsageError: not a date.
        """
        if not isinstance(day, date):
            raise UsageError(f"When.on: {day!r} is not a date: write datetime.date(2025, 3, 1), or When.parse('…')")
        return cls.from_edtf(day.isoformat()[:10])

    @classmethod
    def unscheduled(cls, text: str = "") -> When:
        """A date that is not known yet, in the words of its source.

        Raises:
            UsageError: not text.
        """
        if not isinstance(text, str):
            raise _not_text("unscheduled", text)
        return make(ParsedDate("", Shape.UNSCHEDULED, None, None, None, None), None, text)

    @property
    def earliest(self) -> OpenDay:
        """The first possible day: `earliest_start`."""
        return self.earliest_start

    @property
    def latest(self) -> OpenDay:
        """The last possible day: `latest_end`."""
        return self.latest_end

    @property
    def is_moment(self) -> bool:
        """Whether it happens once, inside its bounds."""
        return self.shape is MOMENT

    @property
    def is_span(self) -> bool:
        """Whether it lasts from a start to an end."""
        return self.shape is SPAN

    @property
    def is_unscheduled(self) -> bool:
        """Whether no date is known."""
        return self.shape is Shape.UNSCHEDULED

    @property
    def is_deadline(self) -> bool:
        """Whether it is a moment with a last day but no first: "by the end of 2024"."""
        return self.is_moment and self.earliest_start is None and self.latest_end is not None

    @property
    def is_known_day(self) -> bool:
        """Whether it is one day, neither approximate nor uncertain."""
        exact = self.is_moment and self.earliest_start is not None and self.earliest_start == self.latest_end
        return exact and not (self.is_approximate or self.is_uncertain)

    @property
    def is_open_end(self) -> bool:
        """Whether it is a span that goes on (`2019/..`); an unknown end (`2019/`) is not open."""
        return self.is_span and (self.edtf.endswith(("/..", "..}")) or "..," in self.edtf)

    @property
    def is_open_start(self) -> bool:
        """Whether it is a span without a beginning (`../2020`)."""
        return self.is_span and (self.edtf.startswith(("../", "{..")) or ",.." in self.edtf)

    @property
    def is_approximate(self) -> bool:
        """Whether any part is marked `~` or `%`; a mark never moves a bound (ISO 8601-2 §8.4.2)."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def is_uncertain(self) -> bool:
        """Whether any part is marked `?` or `%`."""
        return "?" in self.edtf or "%" in self.edtf

    @property
    def precision(self) -> Precision:
        """The unit it is known to."""
        return edtf.precision(self.edtf)

    @property
    def instant(self) -> datetime | None:
        """The clock time, with its offset if stated; None without a clock time."""
        return datetime.fromisoformat(self.edtf) if "T" in self.edtf else None

    @property
    def notation(self) -> str:
        """Canonical EDTF and the zone, or "TBD"; `parse` reads it back as this value."""
        return self.edtf + (f"[{self.zone}]" if self.zone else "") or UNSCHEDULED

    def describe(self, lang: str = "en") -> str:
        """The date in words that `parse` reads back as this value; its notation if no words mean exactly this.

        Raises:
            DateError: an unknown language.

        >>> When.parse("[..2024-12-31]").describe()
        'by 31 December 2024'
        """
        _check_language(lang, self.notation)
        from .prose import describe

        words = describe.in_words(self.edtf, self.zone, lang)
        return words if words and _means(words, lang, self) else self.notation

    @property
    def sort_key(self) -> tuple[bool, date, date, date, str]:
        """A total order for display: a deadline is at its last day, dates without any day come last."""
        first, last = self.earliest_start, self.latest_end
        anchor = first or last or date.max
        return self.is_unscheduled, anchor, first or date.min, last or date.max, self.notation

    def __repr__(self) -> str:
        """The call that gives this value."""
        return f"When.parse({self.notation!r})"

    def __str__(self) -> str:
        """The words of the source, or the notation."""
        return self.text or self.notation


def make(parsed: ParsedDate, zone: str | None, text: str) -> When:
    """A date from its parsed EDTF; a plain function because every date read is made here."""
    when = object.__new__(When)
    when.__attrs_init__(*parsed, zone, text)
    return when


def _not_text(method: str, value: object) -> UsageError:
    return UsageError(f"When.{method}: {value!r} is not text: write '2024', or When.on(day) for a datetime.date")


def _composed(text: str) -> tuple[str, Sequence[int]]:
    """`tokens.composed`, which ASCII text does not need."""
    if text.isascii():
        return text, range(len(text) + 1)
    from .prose.tokens import composed

    return composed(text)


@lru_cache(maxsize=8192)
def _parse(words: str, options: ParseOptions) -> When:
    """EDTF, else prose. Cached because a log repeats the same phrases; the values are immutable."""
    _check_language(options.lang, words)
    if options.century is not None and options.century not in range(1, 100):
        raise UsageError(f"century={options.century!r} is not the beginning of a year: write 20")
    refusal = None
    if words[:1] not in LETTERS:  # of the letters, only X and Y can begin a notation
        try:
            return When.from_edtf(words)
        except DateError as error:
            refusal = error
    phrase = _prose(words, LANGUAGES[options.lang], options, refusal)
    return _read(phrase.edtf, phrase.zone, words) if phrase.edtf else When.unscheduled(words)


def _parse_relative(words: str, options: ParseOptions, said: date | When) -> When:
    """The date as stated on an imprecise day, if the first and the last possible day give the same."""
    first, last = _days_of(said)
    when = _parse(words, options._replace(day=first))
    if last != first and when != (other := _parse(words, options._replace(day=last))):
        raise _depends(words, when, other)
    return when


def _days_of(said: date | When) -> tuple[date, date]:
    """The first and the last possible day of the statement."""
    if not isinstance(said, When | date):
        raise UsageError(f"relative_to={said!r} is not a date: write datetime.date(2025, 3, 1), or When.parse('…')")
    if not isinstance(said, When):
        return date(said.year, said.month, said.day), date(said.year, said.month, said.day)
    if said.earliest is None or said.latest is None:
        raise UsageError(f"relative_to needs a date with a first and a last day, not {said.notation}")
    return said.earliest, said.latest


def _depends(words: str, one: When, other: When) -> DateError:
    reason = f"this is {one.notation} or {other.notation}, depending on the day it was said"
    return DateError(words, 0, len(words), reason, "give that day, or write the date", "D004")


def _means(words: str, lang: str, when: When) -> bool:
    """Whether the words are read back as this date."""
    try:
        return _parse(words, ParseOptions(lang)) == when
    except DateError:
        return False


def _zoned(text: str) -> tuple[str, str | None]:
    """A clock time and the zone in brackets after it; other text unchanged."""
    body, bracket, zone = text.removesuffix("]").rpartition("[")
    if bracket and "T" in body and text.endswith("]") and ZONE.fullmatch(zone):
        return body, zone
    return text, None


def _read(text: str, zone: str | None, whole: str) -> When:
    try:
        parsed = edtf.read(text)
    except DateError as error:
        if text is whole:
            raise
        raise DateError(whole, error.start, error.end, error.reason, error.hint, error.code) from None
    if zone:
        from . import zones

        parsed = edtf.read(zones.with_offset(parsed.edtf, zone, whole))
    return make(parsed, zone, whole)


def _check_language(code: str, text: str) -> None:
    if code not in LANGUAGES:
        hint = did_you_mean(str(code), LANGUAGES)
        raise DateError(text, 0, len(text), f"dates cannot be read in the language '{code}'", hint)


def _prose(text: str, language: Language, options: ParseOptions, refusal: DateError | None) -> Phrase:
    """Read as prose; of two errors, raise the one that fits the look of the text."""
    from .prose import grammar

    try:
        return grammar.read(
            text,
            language,
            day_first=options.day_first,
            hemisphere=options.hemisphere,
            day=options.day,
            century=options.century,
        )
    except DateError as error:
        if refusal is None:
            raise
        as_edtf = EDTF_ONLY.fullmatch(text) or _zoned(text)[1]
        better = refusal.code == "D001" and error.code in ("D002", "D003", "D004")
        raise (refusal if as_edtf and not better else error) from None
