"""One event on the page: a line with its bar, which opens to all that was said of it."""

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
from .context import Frame, tooltip
from .markup import Markup, element, joined, link
from .svg import Pen, percent

KEY = re.compile(r"\[([^\[\]]{1,80})\]")
"""An id as views write it."""


def render(row: Row, frame: Frame, classes: str) -> Markup:
    """An item of a list.

    Args:
        row: the event and how it stands.
        frame: what it is drawn against.
        classes: what filters know it by.
    """
    classes += " no-date" if row.event.when.is_unscheduled else ""
    summary = element("summary", *_line(row, frame))
    more = element("div", *_more(row, frame), class_="more", id=row.event.id)
    return element("li", element("details", summary, more), class_=f"row {classes}")


def _line(row: Row, frame: Frame) -> Iterator[Markup]:
    """Title, what else tells it apart, the bar, and the one thing that matters; for ears each ends with a stop."""
    event, stop = row.event, element("span", ". ", class_="ears")
    title = element("span", event.title, class_="title")
    beside = element("span", *_beside(row, frame), class_="beside")
    yield element("span", title, stop, beside, stop, class_="what")
    if not event.when.is_unscheduled:
        yield element("span", *_lane(row, frame), class_="lane")
    yield element("span", note(row, frame.today, frame.voice), class_="note")


def _beside(row: Row, frame: Frame) -> Iterator[Markup]:
    """The words of the source, kind and countries."""
    event, dot = row.event, Markup(" · ")
    if not event.when.is_unscheduled:
        yield element("span", source_words(event.when, frame.voice), class_="when")
        yield dot
    yield joined(capital(frame.voice.word(event.kind)))
    if event.countries:
        yield dot
        yield joined(", ".join(country_name(code, frame.voice.code) for code in event.countries))
    if event.state.last.source:
        yield element("span", dot, cited(event.state.last.source, frame.voice), class_="paper")


def _lane(row: Row, frame: Frame) -> Iterator[Markup]:
    """The bar with its tooltip; of what lies outside the axis on which side."""
    drawing = frame.drawing(row)
    if drawing.is_empty:
        side = "after" if frame.is_after(row) else "before"
        yield element("span", frame.beyond(row), class_=f"beyond {side}", aria_hidden="true")
    pen = Pen(percent(frame.axis), "50%", row.group, is_page=True)
    title = element("title", Markup("\n").join(map(joined, tooltip(row, frame.voice))))
    field = element("rect", width="100%", height="100%", class_="field")
    inside = element("g", title, field, pen.draw(drawing), *pen.onward(frame.axis, drawing))
    yield element("svg", element("use", href="#D-grid"), inside, aria_hidden="true", focusable="false")


def _more(row: Row, frame: Frame) -> Iterator[Markup]:
    """Its facts and links, then every statement, oldest first."""
    facts = [
        joined(element("dt", frame.voice.name(name)), element("dd", _with_links(text, frame)))
        for name, text in _entries(row, frame)
    ]
    yield element("dl", *facts)
    yield element("p", frame.voice.say("web said"), class_="label")
    yield element("ol", *(_statement(said, frame) for said in history(row.event)))


def _entries(row: Row, frame: Frame) -> Iterator[tuple[str, str]]:
    """Those of the card; countries by their codes, as the line has named them."""
    for name, text in entries(row, frame.near[row.event.id], frame.today, frame.voice):
        yield name, ", ".join(row.event.countries) if name == "countries" else text


def _with_links(text: str, frame: Frame) -> Markup:
    """A text in which the ids of events on the page lead to them."""
    parts = KEY.split(text)
    return joined(*(part if index % 2 == 0 else _key(part, frame) for index, part in enumerate(parts)))


def _key(key: str, frame: Frame) -> Markup:
    if key not in frame.ids:
        return joined(f"[{key}]")
    return element("a", key, href=f"#{quote(key)}", class_="key")


def _statement(said: HistoryEntry, frame: Frame) -> Markup:
    statement = said.statement
    voice = frame.voice
    mark = f" ({voice.say('web correction')})" if statement.correction else ""
    lines = [
        element(
            "p", element("span", said_on(statement, voice) + mark, class_="said"), Markup(" "), claim(statement, voice)
        )
    ]
    lines += [element("p", text) for text in (changed(said, voice), statement.reason) if text]
    if statement.quote:
        lines.append(element("blockquote", voice.quote(statement.quote)))
    if statement.source:
        lines.append(element("p", *_citation(statement.source, voice), class_="source"))
    return element("li", *lines)


def _citation(citation: Citation, voice: Voice) -> Iterator[Markup]:
    """Who said it and where, leading to its address; beside an author the title."""
    source = citation.source
    yield link(cited(citation, voice), source.url)
    if source.author and source.title:
        yield joined(Markup(". "), element("cite", source.title))
