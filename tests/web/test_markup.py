"""Markup without injection: any text is read back as text."""

from __future__ import annotations

import html
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from web_logs import ATTACKS, URLS

from laceventlog.views.web.markup import Markup, element, escape, is_web, joined, link

anything = st.text(st.characters()) | st.sampled_from(ATTACKS)


class Reader(HTMLParser):
    """Every start tag with its attributes, and all text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader


@given(anything, anything)
@example("\ud800", "\x00")
@example("&amp;", "a\r\nb")
def test_any_text_is_one_text_and_one_attribute_in_html_and_xml(inside: str, value: str) -> None:
    made = element("p", inside, title=value)
    made.encode()
    reader, root = read(made), ET.fromstring(made)
    assert reader.tags == [("p", {"title": html.unescape(escape(value))})]
    assert reader.text == (root.text or "") == html.unescape(escape(inside))
    assert (root.tag, root.attrib, len(root)) == ("p", {"title": html.unescape(escape(value))}, 0)


@given(st.text(st.characters(exclude_categories=["C", "Z"])))
def test_any_visible_text_stays_as_it_is(text: str) -> None:
    visible = "".join(sign for sign in text if sign.isprintable())
    assert html.unescape(escape(visible)) == visible


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (element("br"), "<br/>"),
        (element("p"), "<p></p>"),
        (element("p", "a", Markup("<b>"), class_="x", aria_hidden="true"), '<p class="x" aria-hidden="true">a<b></p>'),
        (element("input", disabled=True, checked=False, value=None, size=3), '<input disabled="" size="3"/>'),
        (joined("<", Markup("<")), "&lt;<"),
        (escape("a\tb\u2028c\x07d\ufffee"), "a b c�d�e"),
    ],
)
def test_elements(made: Markup, text: str) -> None:
    assert made == text


@pytest.mark.parametrize("url", URLS)
def test_what_is_no_web_address_is_no_link(url: str) -> None:
    assert not is_web(url)
    assert link("<a>", url) == "&lt;a&gt;"


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=c&d=e#f", "HTTP://EXAMPLE.org", "https://пример.рф/путь", "http://[::1]/x"]
)
def test_a_web_address_is_a_link_that_tells_nothing_of_us(url: str) -> None:
    assert read(link("x", url)).tags == [("a", {"href": url, "rel": "noopener noreferrer"})]


@given(anything)
def test_any_link_leads_to_the_web_or_nowhere(url: str) -> None:
    tags = read(link("x", url)).tags
    assert all((attributes["href"] or "").casefold().startswith(("http://", "https://")) for _, attributes in tags)
