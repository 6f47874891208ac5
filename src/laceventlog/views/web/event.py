"""One event on the page: a line with its bar, which opens to its facts and statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from ...model import Citation
from ...model.places.countries import country_name
from ...reports import HistoryEntry, Row, history
from ..i18n import Voice
from ..labels import capital, cited, note, source_words
from ..text.card import entries
from ..text.history import changed
from ..text.statement import claim, said_on
from .context import PageContext, tooltip
from .markup import Markup, element, joined, link
from .svg import SvgRenderer, percent

KEY = re.compile(r"\[([^\[\]]{1,80})\]")
"""An id in brackets, as views write it."""


def render(row: Row, context: PageContext, classes: str) -> Markup:
    """An item of a list.

    Args:
        row: the event and its standing.
        context: axis, day and language.
        classes: the classes used by the filters.
    """
    classes += " no-date" if row.event.when.is_unscheduled else ""
    summary = element("summary", *_line(row, context))
    more = element("div", *_more(row, context), class_="more", id=row.event.id)
    return element("li", element("details", summary, more), class_=f"row {classes}")


def _line(row: Row, context: PageContext) -> Iterator[Markup]:
    """Title, details, bar and note; for screen readers, title and details end with a full stop."""
    event, stop = row.event, element("span", ". ", class_="ears")
    title = element("span", event.title, class_="title")
    beside = element("span", *_details(row, context), class_="beside")
    yield element("span", title, stop, beside, stop, class_="what")
    if not event.when.is_unscheduled:
        yield element("span", *_lane(row, context), class_="lane")
    yield element("span", note(row, context.today, context.voice), class_="note")


def _details(row: Row, context: PageContext) -> Iterator[Markup]:
    """Date, kind, countries and source."""
    event, dot = row.event, Markup(" · ")
    if not event.when.is_unscheduled:
        yield element("span", source_words(event.when, context.voice), class_="when")
        yield dot
    yield joined(capital(context.voice.word(event.kind)))
    if event.countries:
        yield dot
        yield joined(", ".join(country_name(code, context.voice.code) for code in event.countries))
    if event.state.last.source:
        yield element("span", dot, cited(event.state.last.source, context.voice), class_="paper")


def _lane(row: Row, context: PageContext) -> Iterator[Markup]:
    """The bar with its tooltip; outside the axis, the side it is on."""
    drawing = context.drawing(row)
    if drawing.is_empty:
        side = "after" if context.is_after(row) else "before"
        yield element("span", context.beyond(row), class_=f"beyond {side}", aria_hidden="true")
    renderer = SvgRenderer(percent(context.axis), "50%", row.group, is_page=True)
    title = element("title", Markup("\n").join(map(joined, tooltip(row, context.voice))))
    field = element("rect", width="100%", height="100%", class_="field")
    inside = element("g", title, field, renderer.draw(drawing), *renderer.onward(context.axis, drawing))
    yield element("svg", element("use", href="#D-grid"), inside, aria_hidden="true", focusable="false")


def _more(row: Row, context: PageContext) -> Iterator[Markup]:
    """Facts and links, then statements, oldest first."""
    facts = [
        joined(element("dt", context.voice.name(name)), element("dd", _with_links(text, context)))
        for name, text in _entries(row, context)
    ]
    yield element("dl", *facts)
    yield element("p", context.voice.say("web said"), class_="label")
    yield element("ol", *(_statement(entry, context) for entry in history(row.event)))


def _entries(row: Row, context: PageContext) -> Iterator[tuple[str, str]]:
    """Those of the card; countries by their codes, as the line has named them."""
    for name, text in entries(row, context.near[row.event.id], context.today, context.voice):
        yield name, ", ".join(row.event.countries) if name == "countries" else text


def _with_links(text: str, context: PageContext) -> Markup:
    """A text with ids of events on the page as links to them."""
    parts = KEY.split(text)
    return joined(*(part if index % 2 == 0 else _key(part, context) for index, part in enumerate(parts)))


def _key(key: str, context: PageContext) -> Markup:
    if key not in context.ids:
        return joined(f"[{key}]")
    return element("a", key, href=f"#{quote(key)}", class_="key")


def _statement(entry: HistoryEntry, context: PageContext) -> Markup:
    statement = entry.statement
    voice = context.voice
    mark = f" ({voice.say('web correction')})" if statement.correction else ""
    lines = [
        element(
            "p", element("span", said_on(statement, voice) + mark, class_="said"), Markup(" "), claim(statement, voice)
        )
    ]
    lines += [element("p", text) for text in (changed(entry, voice), statement.reason) if text]
    if statement.quote:
        lines.append(element("blockquote", voice.quote(statement.quote)))
    if statement.source:
        lines.append(element("p", *_citation(statement.source, voice), class_="source"))
    return element("li", *lines)


def _citation(citation: Citation, voice: Voice) -> Iterator[Markup]:
    """Author or title and locator, linked to the address of the source; after an author, the title."""
    source = citation.source
    yield link(cited(citation, voice), source.url)
    if source.author and source.title:
        yield joined(Markup(". "), element("cite", source.title))
