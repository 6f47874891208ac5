"""`timeline`: bars over time, the story by year and month, or marked days in calendar months; a picture, a page."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date

from ....errors import UsageError
from ....model import EventLog
from ....reports import Row, agenda
from ....views.ansi import plain
from ....views.render_options import Look
from ....views.tables.escaping import markdown
from ... import arguments, table_arguments
from ...shared import delivered, filtered, known_log, wanted_rows
from ...verb import Answer, Scene, Verb

VIEWS = ("bars", "story", "months")
DRAWN = ("svg", "html")
PIXELS = 10
"""Of a picture, for each column of --width."""
PICTURE = 100
"""Columns of a picture where none are asked for; it does not depend on the terminal."""


def _options(verb: argparse.ArgumentParser) -> None:
    arguments.paths(verb)
    verb.add_argument(
        "--view", choices=VIEWS, default="bars",
        help="bars on one axis; the story by year and month; calendar months with marked days (default: bars)",
    )  # fmt: skip
    arguments.times(verb)
    arguments.filters(verb)
    arguments.grouping(verb)
    arguments.form(verb, ("text", "md", *DRAWN))
    verb.add_argument("--title", metavar="TEXT", help="the headline of a picture or page")
    verb.add_argument("--output", "-o", metavar="FILE", help="the file to write (default: standard output, -)")
    arguments.look(verb)


def _run(asked: argparse.Namespace, scene: Scene) -> Answer:
    """Figures for a period are no events and are drawn only when asked for."""
    _refuse(asked)
    log, remark = known_log(asked)
    rows = wanted_rows(agenda(filtered(log, asked), scene.today), asked)
    figures = 0
    if not asked.kind:
        figures = sum(row.event.kind == "observation" for row in rows)
        rows = [row for row in rows if row.event.kind != "observation"]
    left_out = [scene.look.voice.say("n observations", figures)] if figures else []
    draw = _markup if asked.format in DRAWN else _text
    return delivered(draw(asked, scene, log, rows, left_out), asked, remark, len(rows))


def _refuse(asked: argparse.Namespace) -> None:
    """What has no meaning for the form asked for."""
    if asked.format not in DRAWN:
        if asked.title is not None:
            raise UsageError("--title is for --format svg and html")
        if asked.view == "months" and asked.group_by:
            raise UsageError("--group-by is for --view bars and story: a day of a calendar stands once")
        return
    if asked.ascii:
        raise UsageError("--ascii is for --format text and md")
    if asked.view != "bars" or asked.group_by:
        raise UsageError("--view and --group-by are for --format text and md: a picture and a page have their own")
    if asked.format == "html" and asked.width:
        raise UsageError("--width is for --format text, md and svg: a page is as wide as its window")


def _period(asked: argparse.Namespace) -> tuple[date | None, date | None]:
    """Where the axis begins and ends, if that was asked for."""
    return asked.begin.earliest if asked.begin else None, asked.end.latest if asked.end else None


def _text(asked: argparse.Namespace, scene: Scene, log: EventLog, rows: Sequence[Row], left_out: Sequence[str]) -> str:
    """Lines for a terminal, or the same for Markdown: the story as a document, what has columns as a block."""
    from ....views.timeline.bars import not_drawn

    if asked.format == "md" and asked.view == "story":
        return _document(asked, scene, log, rows, left_out)
    if asked.output not in (None, "", "-") and asked.color != "always":
        scene = scene._replace(look=scene.look._replace(paint=plain))

    def draw(look: Look) -> str:
        text = _view(asked, scene._replace(look=look), log, rows)
        text += "".join(not_drawn(what, look) for what in left_out)
        return text or f"{look.voice.say('no events')}\n"

    return table_arguments.pasted(draw, asked, scene)


def _view(asked: argparse.Namespace, scene: Scene, log: EventLog, rows: Sequence[Row]) -> str:
    from ....views.timeline import bars, months, story

    if asked.view == "months":
        return months.render(rows, scene.today, scene.look, *_period(asked))
    sections, below = table_arguments.sections(rows, log, asked, scene)
    if asked.view == "story":
        return story.render(rows, scene.today, scene.look, sections) + below
    return bars.render(rows, scene.today, scene.look, *_period(asked), sections) + below


def _document(
    asked: argparse.Namespace, scene: Scene, log: EventLog, rows: Sequence[Row], left_out: Sequence[str]
) -> str:
    from ....views.timeline import story

    sections, below = table_arguments.sections(rows, log, asked, scene)
    notes = [*([below.strip()] if below else []), *(scene.look.voice.say("not drawn", what=what) for what in left_out)]
    text = story.markdown(rows, scene.today, scene.look.voice, sections)
    return text + "".join(f"\n{markdown(note)}\n" for note in notes)


def _markup(
    asked: argparse.Namespace, scene: Scene, log: EventLog, rows: Sequence[Row], left_out: Sequence[str]
) -> str:
    from ....views.web import page, picture
    from ....views.web.context import Timeline

    begin, end = _period(asked)
    told = tuple(left_out)
    timeline = Timeline(tuple(rows), log, scene.today, begin, end, asked.title or "", told, scene.look.voice)
    if asked.format == "html":
        return page.render(timeline)
    return picture.render(timeline, (asked.width or PICTURE) * PIXELS)


TIMELINE = Verb(
    "timeline",
    "bars over time, never more precise than the source; or a story by month, calendar months, a picture, a page",
    "laceventlog timeline --from 2023 --to 2026 --kind delivery",
    _options,
    _run,
)
