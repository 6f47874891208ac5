"""What every part of a page or picture is drawn with: the rows, one axis, one day, one language."""

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
from ..timeline.lanes import Nature, lane
from ..timeline.segments import Drawing, drawing


@attrs.frozen
class Timeline:
    """What to draw.

    Attributes:
        rows: in the order of an agenda.
        log: what they are of: their links lead in it, and it holds the sources they cite.
        today: the day they stand on, where its line is drawn.
        first: where the axis begins; else chosen from the dates, and near today when they reach far.
        last: where it ends.
        title: the headline.
        left_out: what the rows do not hold, and why.
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
        """The rows that may have a bar."""
        return [row for row in self.rows if not row.event.when.is_unscheduled]

    def frame(self, columns: int, letter: int) -> Frame:
        """All of it on an axis of at most so many columns, `letter` of which one letter takes."""
        axis = choose(*extent(self.dated, self.today, self.first, self.last), columns, letter)
        voice = self.voice.long
        return Frame(self.rows, _near(self.log), axis, self.today, voice, self.title or voice.say("web timeline"))


def _near(log: EventLog) -> dict[str, EventLog]:
    """Small logs in place of the whole one, so that many events take no longer each than few."""
    logs = (EventLog.trusted(group) for group in connected(log))
    return {event.id: near for near in logs for event in near}


@attrs.frozen
class Frame:
    """The rows in their order, and what they are drawn against.

    Attributes:
        rows: most urgent first.
        near: each event with all that links hold together with it, of which alone its own links can tell.
        axis: of all of them.
        today: the day they stand on.
        voice: the language.
        title: what the whole is called.
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
        """Where today's line stands, if it is on the axis."""
        column = self.axis.column(self.today)
        return column if 0 <= column < self.axis.width else None

    def drawing(self, row: Row) -> Drawing:
        """What of a row is on the axis."""
        return drawing(lane(row, self.today), self.axis)

    def is_after(self, row: Row) -> bool:
        """Whether a dated row that is not on the axis lies beyond its end."""
        first = row.event.when.earliest or row.event.when.latest
        return first is not None and first > self.axis.last

    def beyond(self, row: Row) -> str:
        """Said in place of a bar that lies outside the axis: on which side, and when."""
        when = short(row.event.when, self.voice)
        return f"{when} →" if self.is_after(row) else f"← {when}"

    def natures(self) -> list[Nature]:
        """What the bars of these rows mean, in the order of a legend."""
        drawn = [self.drawing(row) for row in self.rows]
        found = {piece.nature for each in drawn for piece in each.pieces}
        found |= {mark.nature for each in drawn for mark in each.marks}
        found |= {Nature.FIRST_PLAN for each in drawn if each.slip}
        return [nature for nature in Nature if nature in found]


def tooltip(row: Row, voice: Voice) -> list[str]:
    """Title, date with its bounds, and on whose word: one line each."""
    event, last = row.event, row.event.state.last
    when = event.when
    bounds = "" if when.is_unscheduled or when.is_known_day else f" ({bounds_text(when, voice)})"
    lines = [event.title, f"{when}{bounds}", f"{said_on(last, voice)}: {claim(last, voice)}"]
    return lines + [text for _, text in grounds(last, voice)]
