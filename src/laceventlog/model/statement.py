"""Statements: what one source said on one day about one event; and the sources they cite.

Two axes of time that are never mixed: `when` is in the world, `said` in our knowledge.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import attrs

from ..dates import When
from ..dates.slack import last_possible
from ..errors import FieldError
from .fields import read_id
from .statuses.parser import read_status
from .statuses.status import Status
from .values import Fact, as_day, as_text, guarded, name_fields, named, shown, to_when


def _optional_text(default: str = "") -> Any:
    return guarded(default=default, may_be_blank=True)


@attrs.frozen(field_transformer=name_fields)
class Source:
    """A document that statements cite, declared once.

    Attributes:
        id: unique in a log; lower-case letters, digits, `-`, `_`, `.`.
        title: its name.
        author: who wrote it.
        publisher: who published it.
        published: when it came out; often only a window.
        url: where to read it.
        locator: what the place in a citation counts: paragraph, page …
        note: what a reader has to know.

    Raises:
        FieldError: a value that an event file could not state.

    >>> Source("minutes", "Minutes of the 12th session", published="2024-03-16").published
    When.parse('2024-03-16')
    """

    id: str = guarded(read_id)
    title: str = guarded()
    author: str = _optional_text()
    publisher: str = _optional_text()
    published: When | None = attrs.field(default=None, converter=to_when)
    url: str = _optional_text()
    locator: str = _optional_text("paragraph")
    note: str = _optional_text()

    def __attrs_post_init__(self) -> None:
        """A blank locator is the usual one, as in a file."""
        if not self.locator:
            object.__setattr__(self, "locator", "paragraph")


def to_source(value: Source) -> Source:
    """A source, and nothing that would have to be looked up.

    Raises:
        FieldError: S003.
    """
    if isinstance(value, Source):
        return value
    raise FieldError("S003", f"{shown(value)} is not a Source", "write Source('minutes', 'Minutes of the session')")


@attrs.frozen(field_transformer=name_fields)
class Citation:
    """A place in a source: `minutes#20` is paragraph 20 of the source `minutes`.

    Attributes:
        source: the document.
        at: the place in it, counted in its `locator`; empty for the whole.

    Raises:
        FieldError: S003, not a `Source`.
    """

    source: Source = attrs.field(converter=to_source)
    at: str = _optional_text()

    @property
    def key(self) -> str:
        """As it is written in a file."""
        return f"{self.source.id}#{self.at}" if self.at else self.source.id

    def __str__(self) -> str:
        """For people: author or title, and the place."""
        name = self.source.author or self.source.title
        return f"{name}, {self.source.locator} {self.at}" if self.at else name


class Origin(NamedTuple):
    """Where in a file something was read, for messages; lines and columns count from 1."""

    path: str
    line: int
    column: int
    source: str = ""


def to_status(value: Status | str) -> Status:
    """A status, from itself or from a word for it.

    Raises:
        FieldError: S005.
    """
    if isinstance(value, Status):
        return value
    if isinstance(value, str):
        return read_status(as_text(value))
    raise FieldError("S005", f"{shown(value)} is not a status", f"write one of {', '.join(Status)}")


def to_citation(value: Citation | Source | None) -> Citation | None:
    """A citation; a source stands for the whole of itself.

    Raises:
        FieldError: S003.
    """
    if value is None or isinstance(value, Citation):
        return value
    if isinstance(value, Source):
        return Citation(value)
    raise FieldError("S003", f"{shown(value)} is not a Citation", "write Citation(Source('minutes', 'Minutes'), '4')")


def to_flag(value: bool) -> bool:
    """True or False.

    Raises:
        FieldError: S003.
    """
    if isinstance(value, bool):
        return value
    raise FieldError("S003", f"{shown(value)} is neither True nor False", "write True or False")


def to_origin(value: Origin | None) -> Origin | None:
    """A place in a file, or none.

    Raises:
        FieldError: S003.
    """
    if value is None or isinstance(value, Origin):
        return value
    raise FieldError("S003", f"{shown(value)} is not an Origin", "write Origin('events/cuba.yaml', 12, 3)")


WORD = Fact(str, may_be_blank=True)


def _word() -> Any:
    """The word of the source: as given, else that for the status, which is there before fields are converted."""

    def kept(word: Any, statement: Any) -> Any:
        return named(WORD.accept, word, type(statement), "word") or statement.word

    return attrs.field(default="", eq=False, repr=False, converter=attrs.Converter(kept, takes_self=True))


@attrs.frozen(kw_only=True, field_transformer=name_fields)
class Statement:
    """What one source said about one event on one day.

    Attributes:
        status: what the event is reported to be: a `Status`, or a word for one in any of the four languages.
        when: the date of the event; None where this statement says nothing of it.
        said: when it was said; by default, when its source was published; None where neither is known.
        source: who said it: a `Citation`, or a `Source` as a whole.
        reason: why status or date changed.
        quote: the words of the source.
        correction: whether it fixes an error in the log; the plan itself did not change, so it counts no slip.
        word: the status in the words of the source; takes no part in equality.
        origin: where it was read; takes no part in equality.

    Raises:
        FieldError: a value that an event file could not state.

    >>> Statement(status="held", when="29 May 2024").status
    <Status.COMPLETED: 'completed'>
    """

    status: Status = attrs.field(converter=to_status)
    when: When | None = attrs.field(default=None, converter=to_when)
    said: When | None = attrs.field(default=None, converter=to_when)
    source: Citation | None = attrs.field(default=None, converter=to_citation)
    reason: str = _optional_text()
    quote: str = _optional_text()
    correction: bool = attrs.field(default=False, converter=to_flag)
    word: str = _word()
    origin: Origin | None = attrs.field(default=None, eq=False, repr=False, converter=to_origin)

    def __attrs_pre_init__(self, *, status: object, **_others: object) -> None:
        """Keep a status given in words before it is converted."""
        word = status.strip() if isinstance(status, str) and not isinstance(status, Status) else ""
        object.__setattr__(self, "word", word)

    def __attrs_post_init__(self) -> None:
        """What is said is said, at the latest, when its source comes out."""
        if self.said is None and self.source is not None:
            object.__setattr__(self, "said", self.source.source.published)

    @property
    def known_from(self) -> date | None:
        """The first day on which it had certainly been said: the last possible day of `said`, its slack included."""
        return last_possible(self.said, end=True) if self.said else None

    def was_known_by(self, day: date) -> bool:
        """Whether it had certainly been said by the end of `day`."""
        known = self.known_from
        return known is not None and known <= as_day(day, "day")
