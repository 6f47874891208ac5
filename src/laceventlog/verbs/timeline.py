"""`timeline`: bars over time."""

from __future__ import annotations

import argparse

from ..reports import agenda
from . import options
from .base import Answer, Scene, Verb
from .shared import asked_log, twin, wanted_rows


def _options(verb: argparse.ArgumentParser) -> None:
    options.paths(verb)
    options.times(verb)
    options.filters(verb)
    options.look(verb)


def _run(asked: argparse.Namespace, scene: Scene) -> Answer:
    """Bars over time; figures for a period are no events and are drawn only when asked for."""
    from ..views import bars

    log, remark = asked_log(asked)
    rows = wanted_rows(agenda(log, scene.today), asked)
    figures = 0
    if not asked.kind:
        figures = sum(row.event.kind == "observation" for row in rows)
        rows = [row for row in rows if row.event.kind != "observation"]
    begin = asked.begin.earliest if asked.begin else None
    end = asked.end.latest if asked.end else None
    text = bars.render(rows, scene.today, scene.look, begin, end)
    if figures:
        text += bars.not_drawn(scene.look.voice.say("n observations", figures), scene.look)
    return Answer(twin(text, asked) or f"{scene.look.voice.say('no events')}\n", 0, remark)


TIMELINE = Verb(
    "timeline",
    "bars over time, never more precise than the source",
    "laceventlog timeline --from 2023 --to 2026 --kind delivery",
    _options,
    _run,
)
