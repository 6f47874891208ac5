"""The page without a browser: well-formed, whole, the same bytes twice, nothing to load, one place for each event."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_markup import read
from web_logs import ATTACKS, TODAY, event, every_sign, hostile, many, real, said, timeline

from laceventlog.model import Event, EventLog, Milestone
from laceventlog.views.i18n import ENGLISH, MODULES, voice
from laceventlog.views.text.card import entries
from laceventlog.views.web import page, picture
from laceventlog.views.web.context import Timeline
from laceventlog.views.web.markup import escape
from laceventlog.views.web.pixel_width import ruler

LOGS: dict[str, Callable[[], EventLog]] = {
    "real": real,
    "every-sign": every_sign,
    "hostile": hostile,
    "many": lambda: many(60),
}
SVG = "{http://www.w3.org/2000/svg}"
LOADS = {"src", "srcset", "data", "action", "formaction", "poster", "background", "ping", "manifest", "style"}


@pytest.fixture(params=LOGS)
def drawn(request: pytest.FixtureRequest) -> Timeline:
    return timeline(LOGS[request.param]())


def test_it_is_well_formed_and_every_event_is_there_once(drawn: Timeline) -> None:
    text = page.render(drawn)
    root = ET.fromstring(text)
    ids = [found.attrib["id"] for found in root.iter() if "id" in found.attrib]
    assert len(ids) == len(set(ids))
    assert {row.event.id for row in drawn.rows} <= set(ids)
    assert len(root.findall(".//li/details/summary")) == len(drawn.rows)
    assert [tag for tag, _ in read(text).tags] == [found.tag.lower() for found in root.iter()]


def test_the_same_rows_make_the_same_bytes(drawn: Timeline) -> None:
    assert page.render(drawn) == page.render(drawn)
    assert picture.render(drawn) == picture.render(drawn)


def test_nothing_is_loaded_and_nothing_runs(drawn: Timeline) -> None:
    for text in (page.render(drawn), picture.render(drawn)):
        tags = read(text).tags
        assert not {tag for tag, _ in tags} & {"script", "link", "img", "iframe", "object", "embed", "base", "image"}
        names = {name for _, attributes in tags for name in attributes}
        assert not names & LOADS
        assert not [name for name in names if name.startswith("on")]
        style = text.partition("<style>")[2].partition("</style>")[0]
        assert style
        assert not re.search(r"url\(|@import|expression", style)


def test_references_lead_to_what_is_on_the_page(drawn: Timeline) -> None:
    text = page.render(drawn)
    root = ET.fromstring(text)
    ids = {found.attrib["id"] for found in root.iter() if "id" in found.attrib}
    used = set(re.findall(r"url\(#([^)]+)\)", text))
    for found in root.iter():
        used |= {found.attrib[name] for name in ("aria-labelledby", "form") if name in found.attrib}
        if found.attrib.get("href", "").startswith("#"):
            used.add(found.attrib["href"][1:])
    assert used <= ids
    assert not [
        m for m in re.findall(r"url\(#([^)]+)\)", picture.render(drawn)) if f'id="{m}"' not in picture.render(drawn)
    ]


def test_the_policy_lets_in_the_one_style_sheet() -> None:
    text = page.render(timeline(real()))
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{digest}&#x27;" in text
    assert text.index("Content-Security-Policy") < text.index("<style>")


SPOKEN = {
    "en": ("Timeline", "60 days overdue", "1 March 2025", "Cuba, Russia", "What was said"),
    "es": ("Cronología", "60 días de retraso", "1 de marzo de 2025", "Cuba, Rusia", "Lo que se dijo"),
    "pt": ("Cronologia", "60 dias de atraso", "1 de março de 2025", "Cuba, Rússia", "O que foi dito"),
    "ru": ("Хронология", "просрочено на 60 дней", "1 марта 2025 года", "Куба, Россия", "Что было сказано"),
}


@pytest.mark.parametrize("code", MODULES)
def test_page_and_picture_speak_a_language_and_say_which(code: str) -> None:
    rows = timeline(real(), voice=voice(code))
    made, drawn = page.render(rows), picture.render(rows)
    title, late, day, *_ = SPOKEN[code]
    assert f'<html lang="{code}">' in made
    assert f' lang="{code}"' in drawn
    assert all(text in made for text in SPOKEN[code])
    assert all(text in drawn for text in (title, late, day))
    assert "by the end of 2024" in made  # the source's own words
    ET.fromstring(made)


def test_the_title_and_what_was_left_out_are_told() -> None:
    rows = timeline(every_sign(), title="Weekly <report>", left_out=("3 & 4",))
    for text in (page.render(rows), picture.render(rows)):
        assert text.count("Weekly &lt;report&gt;") >= 2
        assert "Not drawn: 3 &amp; 4" in text


def test_without_events_it_is_still_a_page() -> None:
    nothing = timeline(EventLog())
    root = ET.fromstring(page.render(nothing))
    assert "No events." in "".join(root.itertext())
    ET.fromstring(picture.render(nothing))


def test_details_tell_what_was_said_by_whom_and_link_only_to_the_web() -> None:
    text = page.render(timeline(every_sign()))
    entry = text.partition('id="line"')[2].partition("</li></ol></div>")[0]
    assert "<blockquote>“The line will start “in mid-2025” at the latest.”</blockquote>" in entry
    assert "the building was handed over late" in entry
    assert "(a correction)" in entry
    assert '<a href="#tender" class="key">tender</a>' in entry
    assert "[nothing]" in entry
    assert (
        '<a href="https://example.org/report?a=1&amp;b=2" rel="noopener noreferrer">A. Author, paragraph 7</a>' in entry
    )


@pytest.mark.parametrize(
    ("when", "beyond"),
    [
        ("2033", "2033 →"),
        ("1998-04-22", "← 22 Apr 1998"),
        ("by 31 May 1990", "← by 31 May 1990"),
        ("[2041-01-01..]", "from 1 Jan 2041 →"),
    ],
)
def test_what_lies_outside_the_axis_is_said(when: str, beyond: str) -> None:
    log = EventLog([event("far", Milestone, "Far", said("completed" if "←" in beyond else "planned", when))])
    near = timeline(log, first=date(2024, 1, 1), last=date(2026, 12, 31))
    assert beyond in page.render(near)
    assert "1 outside 1 Jan 2024 – 31 Dec 2026" in picture.render(near)


NOTES = [
    ("planned", "2025-02-28", "1 day overdue"),
    ("planned", "[2025-01-21..2025-02-10]", "19–39 days overdue"),
    ("planned", "2025-02~", "may be overdue"),
    ("planned", "2025-03-02", "in 1 day"),
    ("planned", "2033", "in 7.8 years"),
    ("planned", "2025", "305 days left"),
    ("underway", "2023/2030", "5.8 years left"),
    ("underway", "2019/..", "since 2019"),
    ("completed", "2024-11-07", "7 Nov 2024"),
    ("proposed", "TBD", "no date"),
]


@pytest.mark.parametrize(("status", "when", "note"), NOTES)
def test_what_stands_behind_the_bar(status: str, when: str, note: str) -> None:
    log = EventLog([event("x", Milestone, "X", said(status, when))])
    assert f'<span class="note">{note}</span>' in page.render(timeline(log))


def test_an_outcome_is_told_behind_its_date() -> None:
    log = EventLog(
        [event("x", Milestone, "X", said("planned", "2024-03"), said("completed", "2024-05-20", "2024-06-02"))]
    )
    assert '<span class="note">20 May 2024, 50–80 d late</span>' in page.render(timeline(log))


WRITTEN = [attack.encode(errors="ignore").decode() for attack in ATTACKS]
texts = (st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(WRITTEN)).map(str.strip).filter(bool)


@settings(max_examples=40)
@given(texts, texts, texts)
def test_any_title_is_the_text_of_the_page_and_no_more(title: str, party: str, reason: str) -> None:
    def log(title: str, party: str, reason: str) -> EventLog:
        history = (said("planned", "2025-04", reason=reason, quote=reason),)
        return EventLog([Event(id="no-text-names-it", title=title, parties=(party,), history=history)])

    harmless, attacked = page.render(timeline(log("T", "P", "R"))), timeline(log(title, party, reason))
    made = page.render(attacked)
    assert [tag for tag, _ in read(made).tags] == [tag for tag, _ in read(harmless).tags]
    assert f'<span class="title">{escape(title)}</span>' in made
    ET.fromstring(made)
    ET.fromstring(picture.render(attacked))


# -- the picture


@given(st.sampled_from([400, 640, 1000, 2500]), st.lists(texts, min_size=1, max_size=3), st.booleans())
@settings(max_examples=40)
def test_any_text_of_the_picture_ends_within_it(width: int, titles: list[str], is_late: bool) -> None:
    when = "2024-03" if is_late else "2026"
    log = EventLog([Event(id=f"x{n}", title=title, history=(said("planned", when),)) for n, title in enumerate(titles)])
    root = ET.fromstring(picture.render(timeline(log, title=titles[0]), width))
    high = float(root.attrib["height"])
    for text in root.iter(f"{SVG}text"):
        if "transform" not in text.attrib and "small" not in text.attrib.get("class", ""):
            room = ruler(26 if text.get("class") == "headline" else 13).whole(text.text or "")
            x, anchor = float(text.attrib["x"]), text.get("text-anchor", "start")
            assert (x + room if anchor == "start" else x) <= width or anchor == "middle"
            assert float(text.attrib["y"]) < high


@pytest.mark.parametrize("width", [1, 400, 1000, 3000])
def test_a_picture_is_as_wide_as_asked_but_wide_enough_to_read(width: int) -> None:
    root = ET.fromstring(picture.render(timeline(every_sign()), width))
    assert root.attrib["width"] == str(max(width, 400))
    assert root.attrib["viewBox"] == f"0 0 {root.attrib['width']} {root.attrib['height']}"


def test_a_picture_is_described_for_those_who_do_not_see_it() -> None:
    root = ET.fromstring(picture.render(timeline(every_sign())))
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert title.text == "Timeline – 1 March 2025"
    assert (description.text or "").startswith("Overdue: Second batch of kits shipped (76–151 days overdue); Buses")
    assert root.attrib["aria-labelledby"] == f"{title.attrib['id']} {description.attrib['id']}"


# -- the rules of the filter


def test_there_is_a_rule_for_every_kind_and_set_of_countries() -> None:
    text = page.render(timeline(many(60)))
    style = text.partition("<style>")[2].partition("</style>")[0]
    classes = {name for found in re.findall(r'class="row (s\d+) (k\d+)', text) for name in found}
    assert {f".{name}{{display:none}}" in style for name in classes} == {True}


@pytest.mark.parametrize(("countries", "kinds"), [*product([1, 2], [1, 2])])
def test_a_line_without_a_choice_is_left_out(countries: int, kinds: int) -> None:
    places, classes = (("CU",), ("VE",))[:countries], (Milestone, Event)[:kinds]
    made = [
        event(f"x{n}", classes[n % kinds], "X", said("planned", "2026"), countries=places[n % countries])
        for n in range(2)
    ]
    form = page.render(timeline(EventLog(made))).partition("<form")[2].partition("</form>")[0]
    assert re.findall(r'fieldset class="(\w+)"', form) == ["country"] * (countries > 1) + ["kind"] * (kinds > 1)


def test_today_stands_on_the_side_where_there_is_room() -> None:
    log = EventLog([event("x", Milestone, "X", said("planned", "2025-06"))])
    anchors = [
        re.search(
            r'class="now"[^>]* text-anchor="(\w+)"',
            page.render(timeline(log, today, first=date(2025, 1, 1), last=date(2025, 12, 31))),
        )
        for today in (date(2025, 1, 20), TODAY.replace(month=6), date(2025, 12, 1), date(2026, 2, 1))
    ]
    assert [found and found[1] for found in anchors] == ["start", "middle", "end", None]


@pytest.mark.parametrize("name", ["real", "every-sign"])
def test_an_event_tells_on_the_page_what_its_card_tells_of_the_whole_log(name: str) -> None:
    rows = timeline(LOGS[name]())
    near = rows.context(1000, 8).near
    for row in rows.rows:
        assert list(entries(row, near[row.event.id], TODAY, ENGLISH)) == list(entries(row, rows.log, TODAY, ENGLISH))
