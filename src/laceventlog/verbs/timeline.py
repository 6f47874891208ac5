"""`timeline`: bars over time, the story by year and month, or marked days in calendar months."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date

import attrs

from ..errors import UsageError
from ..model import EventLog
from ..reports import Row, agenda
from ..views.escaping import markdown
from ..views.look import Look
from . import options, tabular
from .base import Answer, Scene, Verb
from .shared import filtered, known_log, wanted_rows

VIEWS = ("bars", "story", "months")


def _options(verb: argparse.ArgumentParser) -> None:
    options.paths(verb)
    verb.add_argument(
        "--view", choices=VIEWS, default="bars",
        help="bars on one axis; the story by year and month; calendar months with marked days (default: bars)",
    )  # fmt: skip
    options.times(verb)
    options.filters(verb)
    options.grouping(verb)
    options.form(verb, ("text", "md"))
    options.look(verb)


def _run(asked: argparse.Namespace, scene: Scene) -> Answer:
    """Figures for a period are no events and are drawn only when asked for."""
    if asked.view == "months" and asked.group_by:
        raise UsageError("--group-by is for --view bars and story: a day of a calendar stands once")
    log, remark = known_log(asked)
    rows = wanted_rows(agenda(filtered(log, asked), scene.today), asked)
    figures = 0
    if not asked.kind:
        figures = sum(row.event.kind == "observation" for row in rows)
        rows = [row for row in rows if row.event.kind != "observation"]
    left_out = [scene.look.voice.say("n observations", figures)] if figures else []
    return Answer(_text(asked, scene, log, rows, left_out), 0, remark)


def _period(asked: argparse.Namespace) -> tuple[date | None, date | None]:
    """Where the axis begins and ends, if that was asked for."""
    return asked.begin.earliest if asked.begin else None, asked.end.latest if asked.end else None


def _text(asked: argparse.Namespace, scene: Scene, log: EventLog, rows: Sequence[Row], left_out: Sequence[str]) -> str:
    """Lines for a terminal, or the same for Markdown: the story as a document, what has columns as a block."""
    from ..views.bars import not_drawn

    if asked.format == "md" and asked.view == "story":
        return _document(asked, scene, log, rows, left_out)

    def draw(look: Look) -> str:
        text = _view(asked, attrs.evolve(scene, look=look), log, rows)
        text += "".join(not_drawn(what, look) for what in left_out)
        return text or f"{look.voice.say('no events')}\n"

    return tabular.pasted(draw, asked, scene)


def _view(asked: argparse.Namespace, scene: Scene, log: EventLog, rows: Sequence[Row]) -> str:
    from ..views import bars, months, story

    if asked.view == "months":
        return months.render(rows, scene.today, scene.look, *_period(asked))
    sections, below = tabular.sections(rows, log, asked, scene)
    if asked.view == "story":
        return story.render(rows, scene.today, scene.look, sections) + below
    return bars.render(rows, scene.today, scene.look, *_period(asked), sections) + below


def _document(
    asked: argparse.Namespace, scene: Scene, log: EventLog, rows: Sequence[Row], left_out: Sequence[str]
) -> str:
    from ..views import story

    sections, below = tabular.sections(rows, log, asked, scene)
    notes = [*([below.strip()] if below else []), *(scene.look.voice.say("not drawn", what=what) for what in left_out)]
    text = story.markdown(rows, scene.today, scene.look.voice, sections)
    return text + "".join(f"\n{markdown(note)}\n" for note in notes)


TIMELINE = Verb(
    "timeline",
    "bars over time, never more precise than the source; or the story by year and month; or calendar months",
    "laceventlog timeline --from 2023 --to 2026 --kind delivery",
    _options,
    _run,
)
