"""The data of a page or picture and the context its parts are drawn in: rows, axis, day, language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

import attrs

from ...model import EventLog
from ...model.graph import connected
from ...reports import Group, Row
from ..i18n import ENGLISH, Voice
from ..labels import short
from ..text.statement import bounds_text, claim, grounds, said_on
from ..timeline.axis import Axis, choose
from ..timeline.day_range import extent
from ..timeline.lanes import SpanKind, lane
from ..timeline.segments import Drawing, drawing


@attrs.frozen
class Timeline:
    """The content of a page or picture.

    Attributes:
        rows: in the order of an agenda.
        log: their log, with the targets of their links and the sources they cite.
        today: the day of their conditions and of the vertical line.
        first: the first day of the axis; by default chosen from the dates, near today if they are far apart.
        last: its last day.
        title: the headline.
        left_out: remarks on events that are not among the rows.
        voice: the language.
    """

    rows: tuple[Row, ...]
    log: EventLog
    today: date
    first: date | None = None
    last: date | None = None
    title: str = ""
    left_out: tuple[str, ...] = ()
    voice: Voice = ENGLISH

    @property
    def dated(self) -> list[Row]:
        """The rows with a date."""
        return [row for row in self.rows if not row.event.when.is_unscheduled]

    def context(self, columns: int, letter: int) -> PageContext:
        """The context with an axis of at most so many columns, `letter` columns per letter."""
        axis = choose(*extent(self.dated, self.today, self.first, self.last), columns, letter)
        voice = self.voice.long
        return PageContext(self.rows, _near(self.log), axis, self.today, voice, self.title or voice.say("web timeline"))


def _near(log: EventLog) -> dict[str, EventLog]:
    """For each event a small log of the events it is linked with, so that large logs take no longer per event."""
    logs = (EventLog.trusted(group) for group in connected(log))
    return {event.id: near for near in logs for event in near}


@attrs.frozen
class PageContext:
    """The rows in order, with the axis, day and language they are drawn with.

    Attributes:
        rows: most urgent first.
        near: by id, a log of the events connected by links.
        axis: the common axis.
        today: the day of their conditions.
        voice: the language.
        title: the headline.
    """

    rows: tuple[Row, ...]
    near: Mapping[str, EventLog]
    axis: Axis
    today: date
    voice: Voice
    title: str
    ids: frozenset[str] = attrs.field(init=False)

    @ids.default
    def _ids(self) -> frozenset[str]:
        return frozenset(row.event.id for row in self.rows)

    @property
    def groups(self) -> list[tuple[Group, Sequence[Row]]]:
        """The rows under their headings."""
        return [(group, list(rows)) for group, rows in groupby(self.rows, key=lambda row: row.group)]

    @property
    def today_column(self) -> int | None:
        """The column of today, if it is on the axis."""
        column = self.axis.column(self.today)
        return column if 0 <= column < self.axis.width else None

    def drawing(self, row: Row) -> Drawing:
        """The part of a row's lane that is on the axis."""
        return drawing(lane(row, self.today), self.axis)

    def is_after(self, row: Row) -> bool:
        """Whether a dated row outside the axis is after its end."""
        first = row.event.when.earliest or row.event.when.latest
        return first is not None and first > self.axis.last

    def beyond(self, row: Row) -> str:
        """The text in place of a bar outside the axis: `← Feb 2021`."""
        when = short(row.event.when, self.voice)
        return f"{when} →" if self.is_after(row) else f"← {when}"

    def kinds(self) -> list[SpanKind]:
        """The kinds of spans of these rows, in the order of a legend."""
        drawn = [self.drawing(row) for row in self.rows]
        found = {segment.kind for each in drawn for segment in each.segments}
        found |= {mark.kind for each in drawn for mark in each.marks}
        found |= {SpanKind.FIRST_PLAN for each in drawn if each.slip}
        return [kind for kind in SpanKind if kind in found]


def tooltip(row: Row, voice: Voice) -> list[str]:
    """Title, date with its bounds, and last statement with its grounds: one line each."""
    event, last = row.event, row.event.state.last
    when = event.when
    bounds = "" if when.is_unscheduled or when.is_known_day else f" ({bounds_text(when, voice)})"
    lines = [event.title, f"{when}{bounds}", f"{said_on(last, voice)}: {claim(last, voice)}"]
    return lines + [text for _, text in grounds(last, voice)]
