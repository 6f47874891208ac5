"""Statements: what one source said on one day about one event; and the sources they cite.

Two axes of time that are never mixed: `when` is in the world, `said` in our knowledge.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import attrs

from ..dates import When
from ..dates.slack import last_possible
from .statuses.status import Status


@attrs.frozen
class Source:
    """A document that statements cite, declared once.

    `published` may be only a window. `locator` names what a citation's number counts: paragraph, page …
    """

    id: str
    title: str
    author: str = ""
    publisher: str = ""
    published: When | None = None
    url: str = ""
    locator: str = "paragraph"
    note: str = ""


@attrs.frozen
class Citation:
    """A place in a source: `burlyai#20` is paragraph 20 of the source `burlyai`."""

    source: Source
    at: str = ""

    @property
    def key(self) -> str:
        """As it is written in a file."""
        return f"{self.source.id}#{self.at}" if self.at else self.source.id

    def __str__(self) -> str:
        """For people: author or title, and the place."""
        name = self.source.author or self.source.title
        return f"{name}, {self.source.locator} {self.at}" if self.at else name


class Origin(NamedTuple):
    """Where in a file something was read, for messages."""

    path: str
    line: int
    column: int
    source: str = ""


@attrs.frozen(kw_only=True)
class Statement:
    """What one source said on one day.

    Attributes:
        status: what the thing is reported to be.
        when: the date in the world; None where this statement says nothing of it.
        said: the day it was said; None where neither the file nor the source tells.
        source: who said it.
        reason: why the status or date changed.
        quote: the words of the source.
        correction: the record was wrong, the world did not move: no slip.
        word: the status as the source called it; no part of equality.
        origin: where it was read; no part of equality.
    """

    status: Status
    when: When | None = None
    said: When | None = None
    source: Citation | None = None
    reason: str = ""
    quote: str = ""
    correction: bool = False
    word: str = attrs.field(default="", eq=False, repr=False)
    origin: Origin | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def known_from(self) -> date | None:
        """The first day on which it had certainly been said: the last possible day of `said`, its slack included."""
        return last_possible(self.said, end=True) if self.said else None

    def was_known_by(self, day: date) -> bool:
        """Whether it had certainly been said by the end of `day`."""
        known = self.known_from
        return known is not None and known <= day
