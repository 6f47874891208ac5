"""`timeline`: bars, story or calendar months as text, or a picture or page."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date

from ....errors import UsageError
from ....model import EventLog
from ....reports import Row, agenda
from ....views.render_options import RenderOptions, plain
from ....views.tables.escaping import markdown
from ... import arguments, table_arguments
from ...output import deliver
from ...selection import apply_filters, log_as_of, rows_in_condition
from ...verb import Answer, Context, Verb

VIEWS = ("bars", "story", "months")
DRAWN = ("svg", "html")
PIXELS = 10
"""Pixels of a picture per column of --width."""
PICTURE = 100
"""Columns of a picture by default; those of the terminal have no influence."""


def _options(verb: argparse.ArgumentParser) -> None:
    arguments.paths(verb)
    verb.add_argument(
        "--view", choices=VIEWS, default="bars",
        help="bars on one axis; the story by year and month; calendar months with marked days (default: bars)",
    )  # fmt: skip
    arguments.times(verb)
    arguments.filters(verb)
    arguments.grouping(verb)
    arguments.formats(verb, ("text", "md", *DRAWN))
    verb.add_argument("--title", metavar="TEXT", help="the headline of a picture or page")
    verb.add_argument("--output", "-o", metavar="FILE", help="the file to write (default: standard output, -)")
    arguments.options(verb)


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """Observations, which are figures of a period, are drawn only with --kind."""
    _check(args)
    log, remark = log_as_of(args)
    rows = rows_in_condition(agenda(apply_filters(log, args), context.today), args)
    figures = 0
    if not args.kind:
        figures = sum(row.event.kind == "observation" for row in rows)
        rows = [row for row in rows if row.event.kind != "observation"]
    left_out = [context.options.voice.say("n observations", figures)] if figures else []
    draw = _markup if args.format in DRAWN else _text
    return deliver(draw(args, context, log, rows, left_out), args, remark, len(rows))


def _check(args: argparse.Namespace) -> None:
    """Refuse options that have no meaning for the format."""
    if args.format not in DRAWN:
        if args.title is not None:
            raise UsageError("--title is for --format svg and html")
        if args.view == "months" and args.group_by:
            raise UsageError("--group-by is for --view bars and story")
        return
    if args.ascii:
        raise UsageError("--ascii is for --format text and md")
    if args.view != "bars" or args.group_by:
        raise UsageError("--view and --group-by are for --format text and md: pictures and pages have their own")
    if args.format == "html" and args.width:
        raise UsageError("--width is for --format text, md and svg: a page is as wide as its window")


def _period(args: argparse.Namespace) -> tuple[date | None, date | None]:
    """The first and last day of the axis, if given."""
    return args.begin.earliest if args.begin else None, args.end.latest if args.end else None


def _text(
    args: argparse.Namespace, context: Context, log: EventLog, rows: Sequence[Row], left_out: Sequence[str]
) -> str:
    """Text, or Markdown: the story as a document, other views as a block."""
    from ....views.timeline.bars import not_drawn

    if args.format == "md" and args.view == "story":
        return _document(args, context, log, rows, left_out)
    if args.output not in (None, "", "-") and args.color != "always":
        context = context._replace(options=context.options._replace(paint=plain))

    def draw(options: RenderOptions) -> str:
        text = _view(args, context._replace(options=options), log, rows)
        text += "".join(not_drawn(what, options) for what in left_out)
        return text or f"{options.voice.say('no events')}\n"

    return table_arguments.as_block(draw, args, context)


def _view(args: argparse.Namespace, context: Context, log: EventLog, rows: Sequence[Row]) -> str:
    from ....views.timeline import bars, months, story

    if args.view == "months":
        return months.render(rows, context.today, context.options, *_period(args))
    sections, below = table_arguments.sections(rows, log, args, context)
    if args.view == "story":
        return story.render(rows, context.today, context.options, sections) + below
    return bars.render(rows, context.today, context.options, *_period(args), sections) + below


def _document(
    args: argparse.Namespace, context: Context, log: EventLog, rows: Sequence[Row], left_out: Sequence[str]
) -> str:
    from ....views.timeline import story

    sections, below = table_arguments.sections(rows, log, args, context)
    notes = [
        *([below.strip()] if below else []),
        *(context.options.voice.say("not drawn", what=what) for what in left_out),
    ]
    text = story.markdown(rows, context.today, context.options.voice, sections)
    return text + "".join(f"\n{markdown(note)}\n" for note in notes)


def _markup(
    args: argparse.Namespace, context: Context, log: EventLog, rows: Sequence[Row], left_out: Sequence[str]
) -> str:
    from ....views.web import page, picture
    from ....views.web.context import Timeline

    begin, end = _period(args)
    voice = context.options.voice
    timeline = Timeline(tuple(rows), log, context.today, begin, end, args.title or "", tuple(left_out), voice)
    if args.format == "html":
        return page.render(timeline)
    return picture.render(timeline, (args.width or PICTURE) * PIXELS)


TIMELINE = Verb(
    "timeline",
    "bars over time, never more precise than the source; or a story by month, calendar months, a picture, a page",
    "laceventlog timeline --from 2023 --to 2026 --kind delivery",
    _options,
    _run,
)
