"""`When`: one frozen, hashable value for everything a source can say about time.

A moment happens once inside its bounds; a span lasts from its start to its end. All four bounds are
inclusive calendar days, None where open. There is no `<`: order for display is `sort_key`, order as a
fact is asked by name in `modality`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from ..errors import DateError, UsageError, did_you_mean
from . import edtf
from .edtf import Precision, Shape
from .languages import LANGUAGES
from .units import OpenDay as Bound

if TYPE_CHECKING:
    from .languages import Language
    from .prose.grammar import Phrase

EDTF_ONLY = re.compile(r"[\dXTZYESe?~%:+./,\[\]{}-]+")
ZONE = re.compile(r"[\w+/-]+")
UNSCHEDULED = "TBD"
MOMENT, SPAN = Shape.MOMENT, Shape.SPAN
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWZ")


class How(NamedTuple):
    """What a text is read with: see `When.parse`."""

    lang: str
    day_first: bool | None = None
    hemisphere: str = "north"
    day: date | None = None
    century: int | None = None


@attrs.frozen(repr=False, str=False, order=False, init=False)
class When:
    """A date no more precise than its source.

    Attributes:
        edtf: canonical EDTF (ISO 8601-2:2019); empty when unscheduled.
        shape: moment, span or unscheduled.
        earliest_start: the first possible day of the start.
        latest_start: the last possible day of the start.
        earliest_end: the first possible day of the end.
        latest_end: the last possible day of the end; None with earliest_end None: it goes on.
        zone: the IANA time zone named beside a clock time.
        text: the words of the source; no part of equality or hash.

    Made by `parse`, `from_edtf`, `on` and `unscheduled`: only a notation can give the bounds.
    """

    edtf: str
    shape: Shape = attrs.field(eq=False)
    earliest_start: Bound = attrs.field(eq=False)
    latest_start: Bound = attrs.field(eq=False)
    earliest_end: Bound = attrs.field(eq=False)
    latest_end: Bound = attrs.field(eq=False)
    zone: str | None = None
    text: str = attrs.field(default="", eq=False)

    def __init__(self, *_args: object, **_fields: object) -> None:
        """Refuse: bounds of one's own could contradict the notation."""
        raise UsageError(
            "When(…) does not make a date: write When.parse('by the end of 2024'), When.on(day) or When.unscheduled()"
        )

    @classmethod
    def _made(cls, reading: tuple[Any, ...], zone: str | None, text: str) -> When:
        """A date of what `edtf.read` gives."""
        made = cls.__new__(cls)
        for name, value in zip(FIELDS, (*reading, zone, text), strict=True):
            object.__setattr__(made, name, value)
        return made

    def worded(self, text: str) -> When:
        """The same date in other words of its source."""
        return self._made(attrs.astuple(self)[:6], self.zone, text)

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
        """Read EDTF or prose, whole or not at all.

        Args:
            text: `2024-05`, `[..2024-12-31]`, `by the end of 2024`, `TBD` …
            lang: the language of the prose, ISO 639-1.
            day_first: how to read `03/04/2024`, which is refused otherwise.
            hemisphere: "south" for the seasons of the southern half.
            relative_to: when it was said, for "next year" and "currently", which are refused otherwise. Of an
                imprecise date every day has to give the same answer.
            century: what two-digit years begin with (20), which are refused otherwise.

        Raises:
            DateError: nothing is guessed; a caret stands under what was not understood.
            ValueError: an option with a value it cannot have.

        >>> When.parse("by the end of 2024")
        When.parse('[..2024-12-31]')
        >>> When.parse("first quarter of 2023").latest_end
        datetime.date(2023, 3, 31)
        """
        written = text.strip()
        words, places = _composed(written)
        how = How(lang, day_first, hemisphere, None, century)
        try:
            when = _parse(words, how) if relative_to is None else _parse_said(words, how, relative_to)
        except DateError as error:
            raise error.placed(written, places) from None
        return when if words is written else when.worded(written)

    @classmethod
    def from_edtf(cls, text: str) -> When:
        """Read EDTF only; a zone may stand behind a time (RFC 9557): `…T10:00:00-04:00[America/La_Paz]`."""
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
        """Some day that nobody has named yet."""
        return cls._made(("", Shape.UNSCHEDULED, None, None, None, None), None, text)

    @property
    def earliest(self) -> Bound:
        """The first day it may begin on."""
        return self.earliest_start

    @property
    def latest(self) -> Bound:
        """The last day it may end on."""
        return self.latest_end

    @property
    def is_moment(self) -> bool:
        """Whether it happens once."""
        return self.shape is MOMENT

    @property
    def is_span(self) -> bool:
        """Whether it lasts."""
        return self.shape is SPAN

    @property
    def is_unscheduled(self) -> bool:
        """Whether no date is known at all."""
        return self.shape is Shape.UNSCHEDULED

    @property
    def is_deadline(self) -> bool:
        """Whether it is a moment without a first day: "by the end of 2024"."""
        return self.is_moment and self.earliest_start is None and self.latest_end is not None

    @property
    def is_known_day(self) -> bool:
        """Whether it is one day, and not an approximate or doubtful one."""
        exact = self.is_moment and self.earliest_start is not None and self.earliest_start == self.latest_end
        return exact and not (self.is_approximate or self.is_uncertain)

    @property
    def is_open_end(self) -> bool:
        """Whether it is a span that goes on (`2019/..`); an end nobody stated (`2019/`) is not open."""
        return self.is_span and (self.edtf.endswith(("/..", "..}")) or "..," in self.edtf)

    @property
    def is_open_start(self) -> bool:
        """Whether it is a span that has always been there (`../2020`)."""
        return self.is_span and (self.edtf.startswith(("../", "{..")) or ",.." in self.edtf)

    @property
    def is_approximate(self) -> bool:
        """Whether any part is marked `~` or `%`; a mark never moves a bound."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def is_uncertain(self) -> bool:
        """Whether any part is marked `?` or `%`."""
        return "?" in self.edtf or "%" in self.edtf

    @property
    def precision(self) -> Precision:
        """The unit it is given in."""
        return edtf.precision(self.edtf)

    @property
    def instant(self) -> datetime | None:
        """The clock time, with its offset if one was given; None for whole days."""
        return datetime.fromisoformat(self.edtf) if "T" in self.edtf else None

    @property
    def notation(self) -> str:
        """Canonical notation, zone included; `parse(notation)` is this value."""
        return self.edtf + (f"[{self.zone}]" if self.zone else "") or UNSCHEDULED

    def describe(self, lang: str = "en") -> str:
        """The date in words of a language, which `parse` reads back to this value; where there are no words
        that say it exactly, its notation.

        Raises:
            DateError: dates are not said in this language.

        >>> When.parse("[..2024-12-31]").describe()
        'by 31 December 2024'
        """
        _check_language(lang, self.notation)
        from .prose import describe

        words = describe.say(self.edtf, self.zone, lang)
        return words if words and _means(words, lang, self) else self.notation

    @property
    def sort_key(self) -> tuple[bool, date, date, date, str]:
        """One total order for display: a deadline stands at its last day, what has no day comes last."""
        first, last = self.earliest_start, self.latest_end
        anchor = first or last or date.max
        return self.is_unscheduled, anchor, first or date.min, last or date.max, self.notation

    def __repr__(self) -> str:
        """The constructor call that gives this value."""
        return f"When.parse({self.notation!r})"

    def __str__(self) -> str:
        """The words of the source, else the notation."""
        return self.text or self.notation


FIELDS = tuple(field.name for field in attrs.fields(When))


def _composed(text: str) -> tuple[str, Sequence[int]]:
    """As `tokens.composed`, which no text of plain letters needs."""
    if text.isascii():
        return text, range(len(text) + 1)
    from .prose.tokens import composed

    return composed(text)


@lru_cache(maxsize=8192)
def _parse(words: str, how: How) -> When:
    """EDTF, else prose; a log says the same phrases over and over, and values may be shared."""
    _check_language(how.lang, words)
    refusal = None
    if words[:1] not in LETTERS:  # no notation begins with another letter than X or Y
        try:
            return When.from_edtf(words)
        except DateError as error:
            refusal = error
    phrase = _prose(words, LANGUAGES[how.lang], how, refusal)
    return _read(phrase.edtf, phrase.zone, words) if phrase.edtf else When.unscheduled(words)


def _parse_said(words: str, how: How, said: date | When) -> When:
    """What was said on one of some days, if it is the same on the first and the last."""
    first, last = _days_of(said)
    when = _parse(words, how._replace(day=first))
    if last != first and when != (other := _parse(words, how._replace(day=last))):
        raise _depends(words, when, other)
    return when


def _days_of(said: date | When) -> tuple[date, date]:
    """The first and the last day on which it may have been said."""
    if not isinstance(said, When):
        return date(said.year, said.month, said.day), date(said.year, said.month, said.day)
    if said.earliest is None or said.latest is None:
        raise ValueError(f"relative_to wants a date with a first and a last day, not {said.notation}")
    return said.earliest, said.latest


def _depends(words: str, one: When, other: When) -> DateError:
    reason = f"this is {one.notation} or {other.notation}, by the day it was said"
    return DateError(words, 0, len(words), reason, "name that day, or write the date", "D004")


def _means(words: str, lang: str, when: When) -> bool:
    """Whether the words read back to this very date."""
    try:
        return _parse(words, How(lang)) == when
    except DateError:
        return False


def _zoned(text: str) -> tuple[str, str | None]:
    """A time and the zone in brackets behind it; other text as it is."""
    body, bracket, zone = text.removesuffix("]").rpartition("[")
    if bracket and "T" in body and text.endswith("]") and ZONE.fullmatch(zone):
        return body, zone
    return text, None


def _read(text: str, zone: str | None, whole: str) -> When:
    try:
        reading = edtf.read(text)
    except DateError as error:
        if text is whole:
            raise
        raise DateError(whole, error.start, error.end, error.reason, error.hint, error.code) from None
    if zone:
        from . import zones

        reading = edtf.read(zones.with_offset(reading.edtf, zone, whole))
    return When._made(tuple(reading), zone, whole)  # noqa: SLF001 - its own


def _check_language(code: str, text: str) -> None:
    if code not in LANGUAGES:
        hint = did_you_mean(code, LANGUAGES)
        raise DateError(text, 0, len(text), f"dates are not read in the language '{code}'", hint)


def _prose(text: str, language: Language, how: How, refusal: DateError | None) -> Phrase:
    """Read as prose; of two refusals the one that fits the look of the text is raised."""
    from .prose import grammar

    try:
        return grammar.read(
            text, language, day_first=how.day_first, hemisphere=how.hemisphere, day=how.day, century=how.century
        )
    except DateError as error:
        if refusal is None:
            raise
        as_edtf = EDTF_ONLY.fullmatch(text) or _zoned(text)[1]
        better = refusal.code == "D001" and error.code in ("D002", "D003", "D004")
        raise (refusal if as_edtf and not better else error) from None
