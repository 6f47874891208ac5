"""`timeline`: bars over time, as text, as a picture, as a page."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date

import attrs

from ..errors import UsageError
from ..model import EventLog
from ..reports import Row, agenda
from ..views.paint import plain
from . import options
from .base import Answer, Scene, Verb
from .shared import asked_log, delivered, twin, wanted_rows

PIXELS = 10
"""Of a picture, for each column of --width."""
PICTURE = 100
"""Columns of a picture where none are asked for; it does not depend on the terminal."""


def _options(verb: argparse.ArgumentParser) -> None:
    options.paths(verb)
    options.times(verb)
    options.filters(verb)
    options.form(verb, ("text", "svg", "html"))
    verb.add_argument("--title", metavar="TEXT", help="the headline of a picture or page")
    verb.add_argument("--output", "-o", metavar="FILE", help="the file to write (default: standard output, -)")
    options.look(verb)


def _run(asked: argparse.Namespace, scene: Scene) -> Answer:
    """Bars over time; figures for a period are no events and are drawn only when asked for."""
    _refuse(asked)
    log, remark = asked_log(asked)
    rows = wanted_rows(agenda(log, scene.today), asked)
    figures = 0
    if not asked.kind:
        figures = sum(row.event.kind == "observation" for row in rows)
        rows = [row for row in rows if row.event.kind != "observation"]
    left_out = [scene.look.voice.say("n observations", figures)] if figures else []
    text = _text(asked, scene, rows, left_out) if asked.format == "text" else _markup(asked, scene, log, rows, left_out)
    return delivered(text, asked, remark, len(rows))


def _refuse(asked: argparse.Namespace) -> None:
    """What has no meaning for the form asked for."""
    if asked.format == "text" and asked.title is not None:
        raise UsageError("--title is for --format svg and html")
    if asked.format != "text" and asked.ascii:
        raise UsageError("--ascii is for --format text")
    if asked.format == "html" and asked.width:
        raise UsageError("--width is for --format text and svg: a page is as wide as its window")


def _period(asked: argparse.Namespace) -> tuple[date | None, date | None]:
    """Where the axis begins and ends, if that was asked for."""
    return asked.begin.earliest if asked.begin else None, asked.end.latest if asked.end else None


def _text(asked: argparse.Namespace, scene: Scene, rows: Sequence[Row], left_out: Sequence[str]) -> str:
    from ..views import bars

    to_file = asked.output not in (None, "", "-") and asked.color != "always"
    look = attrs.evolve(scene.look, paint=plain) if to_file else scene.look
    text = bars.render(rows, scene.today, look, *_period(asked))
    text += "".join(bars.not_drawn(what, look) for what in left_out)
    return twin(text, asked) or f"{scene.look.voice.say('no events')}\n"


def _markup(
    asked: argparse.Namespace, scene: Scene, log: EventLog, rows: Sequence[Row], left_out: Sequence[str]
) -> str:
    from ..views.web import page, picture
    from ..views.web.frame import Timeline

    begin, end = _period(asked)
    told = tuple(left_out)
    timeline = Timeline(tuple(rows), log, scene.today, begin, end, asked.title or "", told, scene.look.voice)
    if asked.format == "html":
        return page.render(timeline)
    return picture.render(timeline, (asked.width or PICTURE) * PIXELS)


TIMELINE = Verb(
    "timeline",
    "bars over time, never more precise than the source",
    "laceventlog timeline --from 2023 --to 2026 --kind delivery",
    _options,
    _run,
)
