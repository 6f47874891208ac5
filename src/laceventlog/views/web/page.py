"""The timeline as one page of HTML that needs nothing else: no network, no script, no font.

It forbids itself whatever it does not hold (Content-Security-Policy); its one style sheet is let in by its hash.
The same rows make the same bytes.
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
from .context import Frame, Timeline
from .filters import Filters
from .legend import legend
from .markup import Markup, element, is_web, joined, link
from .svg import colours, grid, percent, signs, style_sheet

COLUMNS = 1000
"""Into so many the width of a chart is divided."""
LETTER = 8
"""Pixels that a letter of a label takes at most."""
WIDTHS = {"wide": 620, "middle": 420, "small": 250}
"""The least pixels of a chart that each set of labels is made for; the style sheet asks for the same."""


def render(timeline: Timeline) -> str:
    """The whole page; every row has its place on it, with a date or without."""
    frame = timeline.frame(COLUMNS, _letter(COLUMNS, "wide"))
    filters = Filters.of(frame)
    head = element("head", *_head(frame, style_sheet("page") + filters.rules()))
    body = element("body", *_body(timeline, frame, filters))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang=frame.voice.code)}\n"


def _letter(columns: int, width: str) -> int:
    return -(-LETTER * columns // WIDTHS[width])


def _head(frame: Frame, style: str) -> Iterator[Markup]:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield element("meta", charset="utf-8")
    yield element("meta", http_equiv="Content-Security-Policy", content=policy)
    yield element("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield element("meta", name="color-scheme", content="light dark")
    yield element("meta", name="referrer", content="no-referrer")
    yield element("meta", name="generator", content="laceventlog")
    yield element("title", f"{frame.title} – {long_day(frame.today, frame.voice)}")
    yield element("style", Markup(style))


def _body(timeline: Timeline, frame: Frame, filters: Filters) -> Iterator[Markup]:
    voice = frame.voice
    yield _definitions(frame)
    yield element("a", voice.say("web skip"), href="#Events", class_="skip")
    yield element("header", *_masthead(frame))
    yield element("main", *_main(frame, filters), id="Events", tabindex="-1")
    yield element("footer", *_footer(timeline))


def _definitions(frame: Frame) -> Markup:
    """What all bars refer to, out of sight but not hidden: some browsers draw nothing from what is."""
    lines = grid(frame.axis, percent(frame.axis), frame.today_column, 0, "100%")
    shades = colours([*(group for group, _ in frame.groups), "sample"])
    inside = joined(signs(), shades, element("defs", element("g", lines, id="D-grid")))
    return element("svg", inside, class_="definitions", width="0", height="0", aria_hidden="true", focusable="false")


def _masthead(frame: Frame) -> Iterator[Markup]:
    """The headline, the day, and how many events stand how, each leading to its group."""
    voice = frame.voice
    yield element("h1", frame.title)
    count = element("span", voice.say("web events", len(frame.rows)), class_="total")
    day = element("time", long_day(frame.today, voice), datetime=frame.today.isoformat())
    yield element("p", count, Markup(", "), _around(voice.say("web as of", day="{}"), day), class_="day")
    tiles = [element("li", _tile(group, rows, frame)) for group, rows in frame.groups]
    yield element("ul", *tiles, class_="tiles") if tiles else element("p", f"{capital(voice.say('no events'))}.")


def _around(template: str, inside: Markup) -> Markup:
    """A phrase with markup in the place of {}."""
    before, _, after = template.partition("{}")
    return joined(before, inside, after)


def _tile(group: Group, rows: Sequence[Row], frame: Frame) -> Markup:
    number = element("span", str(len(rows)), class_="number")
    sign = element("span", MARKERS[group], class_="sign", aria_hidden="true")
    name = joined(sign, Markup(" "), group_heading(group, frame.voice)[0])
    return element("a", number, Markup(" "), element("span", name, class_="name"), href=f"#G-{group}", class_=group)


def _main(frame: Frame, filters: Filters) -> Iterator[Markup]:
    voice, form, natures = frame.voice, filters.form(), frame.natures()
    if form:
        yield element("details", element("summary", voice.say("web filter")), form, class_="tools")
    if natures:
        yield element(
            "details", element("summary", voice.say("web signs")), legend(natures, voice), class_="tools signs"
        )
    groups = [_group(group, rows, frame, filters) for group, rows in frame.groups]
    if groups:
        yield element("div", _axis(frame), element("div", *groups, class_="groups"), class_="timeline")
    if form:
        yield _result(frame)


def _result(frame: Frame) -> Markup:
    """How many events the filter leaves, counted by the style sheet; and the way back."""
    shown = joined(element("span", class_="shown"), Markup(" "), frame.voice.say("web shown", len(frame.rows)))
    again = element("button", frame.voice.say("web clear"), type="reset", form="Filters")
    return element("div", element("p", shown, role="status"), again, class_="result")


def _axis(frame: Frame) -> Markup:
    """The scale above all bars: for the eye, as every row says its date in words."""
    at = percent(frame.axis)
    sets = [element("g", *_labels(frame, width), class_=f"labels {width}") for width in WIDTHS]
    inside = [grid(frame.axis, at, frame.today_column, 18, "58"), *sets]
    if frame.today_column is not None:
        inside.append(_today(frame, at(frame.today_column)))
    scale = element("svg", *inside, focusable="false")
    return element("div", element("div", scale, class_="scale"), class_="axis", aria_hidden="true")


def _labels(frame: Frame, width: str) -> Iterator[Markup]:
    at = percent(frame.axis)
    groups, ticks = frame.axis.labels(_letter(frame.axis.width, width), frame.voice)
    for style, y, labels in (("over", 32, groups), ("under", 50, ticks)):
        for label in labels:
            yield element("text", label.text, class_=style, x=at(label.at), y=y, dx=4)


def _today(frame: Frame, at: str) -> Markup:
    """The date of today's line, on the side where there is room."""
    place = (frame.today_column or 0) * 100 // frame.axis.width
    anchor = "start" if place < 25 else "end" if place > 75 else "middle"
    text = frame.voice.say("web today", day=frame.voice.day(frame.today))
    return element("text", text, class_="now", x=at, y=13, text_anchor=anchor)


def _group(group: Group, rows: Sequence[Row], frame: Frame, filters: Filters) -> Markup:
    name, why = group_heading(group, frame.voice)
    sign = element("span", MARKERS[group], class_="sign", aria_hidden="true")
    count = element("span", str(len(rows)), class_="count")
    explained = element("span", why, class_="why") if why else Markup("")
    title = element("h2", sign, Markup(" "), name, Markup(" "), count, id=f"H-{group}")
    items = [event_entry.render(row, frame, filters.classes(row)) for row in rows]
    head = element("div", title, explained, class_="head")
    return element(
        "section", head, element("ol", *items), id=f"G-{group}", class_=f"group {group}", aria_labelledby=f"H-{group}"
    )


def _footer(timeline: Timeline) -> Iterator[Markup]:
    """How things are judged, what was left out, who is cited."""
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
    """Author, title, publisher, date and address, as far as they are stated."""
    if source.author:
        yield joined(source.author, Markup(". "))
    yield element("cite", source.title)
    published = voice.say("web published", when=short(source.published, voice)) if source.published else ""
    for text in filter(None, (source.publisher, published)):
        yield joined(Markup(", "), text)
    if source.url:
        yield joined(Markup(". "), link(source.url, source.url) if is_web(source.url) else source.url)
