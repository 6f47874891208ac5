"""The timeline as one self-contained HTML page: no network, no script, no font.

Its Content-Security-Policy forbids everything but its own style sheet, which is allowed by its hash. The same rows make
the same bytes.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256

from ...model import Source
from ...reports import Group, Row
from ..i18n import Voice
from ..labels import MARKERS, capital, group_heading, long_day, short
from . import event as event_entry
from .context import PageContext, Timeline
from .filters import Filters
from .legend import legend
from .markup import Markup, element, is_web, joined, link
from .svg import colours, grid, percent, signs, style_sheet

COLUMNS = 1000
"""Columns of a chart, as fractions of its width."""
LETTER = 8
"""Most pixels of a letter of a label."""
WIDTHS = {"wide": 620, "middle": 420, "small": 250}
"""The least width of a chart, in pixels, for each set of labels; `page.css` has the same numbers."""


def render(timeline: Timeline) -> str:
    """The whole page, with all rows, dated or not."""
    context = timeline.context(COLUMNS, _letter(COLUMNS, "wide"))
    filters = Filters.of(context)
    head = element("head", *_head(context, style_sheet("page") + filters.rules()))
    body = element("body", *_body(timeline, context, filters))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang=context.voice.code)}\n"


def _letter(columns: int, width: str) -> int:
    return -(-LETTER * columns // WIDTHS[width])


def _head(context: PageContext, style: str) -> Iterator[Markup]:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield element("meta", charset="utf-8")
    yield element("meta", http_equiv="Content-Security-Policy", content=policy)
    yield element("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield element("meta", name="color-scheme", content="light dark")
    yield element("meta", name="referrer", content="no-referrer")
    yield element("meta", name="generator", content="laceventlog")
    yield element("title", f"{context.title} – {long_day(context.today, context.voice)}")
    yield element("style", Markup(style))


def _body(timeline: Timeline, context: PageContext, filters: Filters) -> Iterator[Markup]:
    voice = context.voice
    yield _definitions(context)
    yield element("a", voice.say("web skip"), href="#Events", class_="skip")
    yield element("header", *_masthead(context))
    yield element("main", *_main(context, filters), id="Events", tabindex="-1")
    yield element("footer", *_footer(timeline))


def _definitions(context: PageContext) -> Markup:
    """Definitions shared by all bars, out of sight but not hidden, as some browsers do not draw hidden ones."""
    lines = grid(context.axis, percent(context.axis), context.today_column, 0, "100%")
    shades = colours([*(group for group, _ in context.groups), "sample"])
    inside = joined(signs(), shades, element("defs", element("g", lines, id="D-grid")))
    return element("svg", inside, class_="definitions", width="0", height="0", aria_hidden="true", focusable="false")


def _masthead(context: PageContext) -> Iterator[Markup]:
    """The headline, the day, and the number of events of each group with a link to it."""
    voice = context.voice
    yield element("h1", context.title)
    count = element("span", voice.say("web events", len(context.rows)), class_="total")
    day = element("time", long_day(context.today, voice), datetime=context.today.isoformat())
    yield element("p", count, Markup(", "), _around(voice.say("web as of", day="{}"), day), class_="day")
    tiles = [element("li", _tile(group, rows, context)) for group, rows in context.groups]
    yield element("ul", *tiles, class_="tiles") if tiles else element("p", f"{capital(voice.say('no events'))}.")


def _around(template: str, inside: Markup) -> Markup:
    """A phrase with markup in place of {}."""
    before, _, after = template.partition("{}")
    return joined(before, inside, after)


def _tile(group: Group, rows: Sequence[Row], context: PageContext) -> Markup:
    number = element("span", str(len(rows)), class_="number")
    sign = element("span", MARKERS[group], class_="sign", aria_hidden="true")
    name = joined(sign, Markup(" "), group_heading(group, context.voice)[0])
    return element("a", number, Markup(" "), element("span", name, class_="name"), href=f"#G-{group}", class_=group)


def _main(context: PageContext, filters: Filters) -> Iterator[Markup]:
    voice, form, kinds = context.voice, filters.form(), context.kinds()
    if form:
        yield element("details", element("summary", voice.say("web filter")), form, class_="tools")
    if kinds:
        yield element("details", element("summary", voice.say("web signs")), legend(kinds, voice), class_="tools signs")
    groups = [_group(group, rows, context, filters) for group, rows in context.groups]
    if groups:
        yield element("div", _axis(context), element("div", *groups, class_="groups"), class_="timeline")
    if form:
        yield _result(context)


def _result(context: PageContext) -> Markup:
    """The number of events that pass the filters, counted by the style sheet, and a button to reset them."""
    shown = joined(element("span", class_="shown"), Markup(" "), context.voice.say("web shown", len(context.rows)))
    again = element("button", context.voice.say("web clear"), type="reset", form="Filters")
    return element("div", element("p", shown, role="status"), again, class_="result")


def _axis(context: PageContext) -> Markup:
    """The scale above all bars, hidden from screen readers, as every row has its date in words."""
    at = percent(context.axis)
    sets = [element("g", *_labels(context, width), class_=f"labels {width}") for width in WIDTHS]
    inside = [grid(context.axis, at, context.today_column, 18, "58"), *sets]
    if context.today_column is not None:
        inside.append(_today(context, at(context.today_column)))
    scale = element("svg", *inside, focusable="false")
    return element("div", element("div", scale, class_="scale"), class_="axis", aria_hidden="true")


def _labels(context: PageContext, width: str) -> Iterator[Markup]:
    at = percent(context.axis)
    groups, ticks = context.axis.labels(_letter(context.axis.width, width), context.voice)
    for style, y, labels in (("over", 32, groups), ("under", 50, ticks)):
        for label in labels:
            yield element("text", label.text, class_=style, x=at(label.at), y=y, dx=4)


def _today(context: PageContext, at: str) -> Markup:
    """The date at today's line, on the side with enough room."""
    place = (context.today_column or 0) * 100 // context.axis.width
    anchor = "start" if place < 25 else "end" if place > 75 else "middle"
    text = context.voice.say("web today", day=context.voice.day(context.today))
    return element("text", text, class_="now", x=at, y=13, text_anchor=anchor)


def _group(group: Group, rows: Sequence[Row], context: PageContext, filters: Filters) -> Markup:
    name, why = group_heading(group, context.voice)
    sign = element("span", MARKERS[group], class_="sign", aria_hidden="true")
    count = element("span", str(len(rows)), class_="count")
    explained = element("span", why, class_="why") if why else Markup("")
    title = element("h2", sign, Markup(" "), name, Markup(" "), count, id=f"H-{group}")
    items = [event_entry.render(row, context, filters.classes(row)) for row in rows]
    head = element("div", title, explained, class_="head")
    return element(
        "section", head, element("ol", *items), id=f"G-{group}", class_=f"group {group}", aria_labelledby=f"H-{group}"
    )


def _footer(timeline: Timeline) -> Iterator[Markup]:
    """The rules of the page, remarks on events left out, and sources."""
    voice = timeline.voice.long
    yield element("p", voice.say("web rule overdue"))
    yield element("p", voice.say("web rule dates"))
    for what in timeline.left_out:
        yield element("p", voice.say("not drawn", what=what))
    sources = timeline.log.part(row.event for row in timeline.rows).cited()
    if sources:
        yield element("h2", voice.say("web sources"))
        yield element("ul", *(element("li", *_source(source, voice)) for source in sources.values()))


def _source(source: Source, voice: Voice) -> Iterator[Markup]:
    """Author, title, publisher, date and address, if stated."""
    if source.author:
        yield joined(source.author, Markup(". "))
    yield element("cite", source.title)
    published = voice.say("web published", when=short(source.published, voice)) if source.published else ""
    for text in filter(None, (source.publisher, published)):
        yield joined(Markup(", "), text)
    if source.url:
        yield joined(Markup(". "), link(source.url, source.url) if is_web(source.url) else source.url)
