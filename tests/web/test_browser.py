"""The page and the picture in a real Chromium: drawn, filtered, read out, printed, attacked.

`make browser` installs what drives it; Chromium is the system's. LACEVENTLOG_PICTURES names a folder for screenshots.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from web_logs import ATTACKS, EVENTS, every_sign, hostile, many, real, timeline

from laceventlog.model import EventLog
from laceventlog.reports import Row
from laceventlog.views.web import page, picture
from laceventlog.views.web.markup import escape

pytestmark = pytest.mark.browser
DRIVER = Path(__file__).with_name("drive.mjs")
TOOLS = EVENTS.parent / "build" / "browser"
LOGS: dict[str, Callable[[], EventLog]] = {"real": real, "every-sign": every_sign, "hostile": hostile, "many": many}
SHOWN = "() => [...document.querySelectorAll('.row')].filter(e => e.checkVisibility()).map(e => e.querySelector('.more').id)"
HEADINGS = "() => [...document.querySelectorAll('.group')].filter(e => e.checkVisibility()).map(e => e.id)"
SPILLS = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
Drive = Callable[..., list[Any]]


def missing() -> str:
    """What there is not, in words; empty when all is there."""
    if not (shutil.which("chromium") or os.environ.get("LACEVENTLOG_CHROMIUM")):
        return "no chromium here (apt-get install chromium, or say where in LACEVENTLOG_CHROMIUM)"
    if not shutil.which("node"):
        return "no node here to drive Chromium with"
    return "" if (TOOLS / "node_modules" / "axe-core").exists() else f"nothing in {TOOLS.name}: run 'make browser'"


@pytest.fixture
def drive(tmp_path: Path) -> Drive:
    """Open a markup in Chromium, do steps and give their answers; silence but for that file is asserted."""
    if missing():
        pytest.skip(missing())
    chromium = os.environ.get("LACEVENTLOG_CHROMIUM") or shutil.which("chromium")

    def run(text: str, *steps: dict[str, Any], suffix: str = "html", **job: Any) -> list[Any]:
        file = tmp_path / f"timeline.{suffix}"
        file.write_text(text, "utf-8", newline="")
        told = json.dumps({"file": str(file), "steps": steps} | job)
        command = ["node", str(DRIVER), str(TOOLS), str(chromium)]
        ran = subprocess.run(command, input=told, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        heard = json.loads(ran.stdout)
        answers = heard.pop("answers")
        requests = {url.partition("#")[0] for url in heard.pop("requests")}
        assert (heard, requests) == ({"console": [], "dialogs": []}, {file.as_uri()})
        return list(answers)

    return run


def ask(code: str) -> dict[str, str]:
    """A step that asks the page."""
    return {"do": "ask", "code": code}


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("name", LOGS)
def test_nothing_scrolls_sideways_and_every_event_shows(name: str, width: int, drive: Drive) -> None:
    log = LOGS[name]()
    folded, shown, _, opened = drive(
        page.render(timeline(log)), ask(SPILLS), ask(SHOWN), {"do": "open"}, ask(SPILLS), width=width
    )
    assert (folded[0] <= folded[1], opened[0] <= opened[1]) == (True, True)
    assert sorted(shown) == sorted(event.id for event in log)


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["real", "every-sign", "hostile"])
def test_axe_finds_nothing_to_blame(name: str, scheme: str, width: int, drive: Drive) -> None:
    text = page.render(timeline(LOGS[name]()))
    steps = [{"do": "axe"}, {"do": "open"}, {"do": "axe"}]
    folder = os.environ.get("LACEVENTLOG_PICTURES")
    if folder:
        steps.insert(0, {"do": "picture", "path": f"{folder}/{name}-{scheme}-{width}.png"})
    answers = drive(text, *steps, width=width, scheme=scheme)
    assert [found for found in answers if found] == []


def test_axe_would_blame_what_is_wrong(drive: Drive) -> None:
    text = (
        page.render(timeline(every_sign())).replace('<html lang="en">', "<html>").replace("<h1>", '<h1 role="nothing">')
    )
    (found,) = drive(text, {"do": "axe"})
    assert {blame.partition(":")[0] for blame in found} >= {"html-has-lang", "aria-roles"}


# -- filters

CHOICES: list[tuple[str, ...]] = [
    ("F-country-CU",),
    ("F-country-CU", "F-country-MX"),
    ("F-kind-2",),
    ("F-state-overdue", "F-state-missed"),
    ("F-country-VE", "F-kind-0", "F-kind-4"),
    ("F-country-RU", "F-kind-5", "F-state-done"),
    ("F-country-BO", "F-country-PE", "F-kind-1", "F-state-upcoming", "F-state-ongoing"),
]


def passes(row: Row, boxes: Sequence[str], kinds: Sequence[str]) -> bool:
    """Whether a row should show when these boxes are checked."""

    def among(name: str, own: set[str]) -> bool:
        chosen = {box.removeprefix(f"F-{name}-") for box in boxes if box.startswith(f"F-{name}-")}
        return not chosen or bool(chosen & own)

    event = row.event
    kind = {str(kinds.index(event.kind))}
    return among("country", set(event.countries)) and among("kind", kind) and among("state", {str(row.group)})


@pytest.mark.parametrize("boxes", CHOICES, ids=" ".join)
@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_filters_leave_exactly_what_was_chosen(hand: str, boxes: tuple[str, ...], drive: Drive) -> None:
    rows = timeline(many(150))
    steps: list[dict[str, Any]] = []
    for box in boxes:
        keys = [{"do": "tab", "to": box}, {"do": "press", "key": "Space"}]
        steps += [{"do": "click", "on": f"label:has(#{box})"}] if hand == "mouse" else keys
    text = page.render(rows)
    kinds = re.findall(r'name="kind" value="\d+"/> ?([A-Z][a-z]+)', text)
    order = [kind.lower() for kind in kinds]
    wanted = [row for row in rows.rows if passes(row, boxes, order)]
    again = [{"do": "click", "on": ".result button"}, ask(SHOWN)]
    answers = drive(text, *steps, ask(SHOWN), ask(HEADINGS), {"do": "spoken", "role": "status"}, *again)
    shown, headings, spoken, _, everything = answers[-5:]
    assert shown == [row.event.id for row in wanted]
    assert headings == list(dict.fromkeys(f"G-{row.group}" for row in wanted))
    assert spoken == [f"{len(wanted)} of 150 events shown"]
    assert len(everything) == 150


def test_on_a_small_screen_the_filter_unfolds_by_key(drive: Drive) -> None:
    focus = "() => { document.querySelector('.tools summary').focus(); }"
    keys = [
        ask(focus),
        {"do": "press", "key": "Enter"},
        {"do": "tab", "to": "F-country-NI"},
        {"do": "press", "key": "Space"},
    ]
    *_, shown = drive(page.render(timeline(every_sign())), *keys, ask(SHOWN), width=360)
    assert sorted(shown) == ["not-before", "supply"]


# -- reading


def test_an_event_opens_by_key_and_links_lead_to_others(drive: Drive) -> None:
    first = "() => { document.querySelector('.row:has(#soon) summary').focus(); }"
    opened = "() => [...document.querySelectorAll('.row details[open] .more')].map(e => e.id)"
    keys = [
        ask(first),
        {"do": "press", "key": "Enter"},
        ask(opened),
        {"do": "click", "on": "#soon a[href='#programme']"},
    ]
    answers = drive(page.render(timeline(every_sign())), *keys, ask(opened))
    assert (answers[2], sorted(answers[-1])) == (["soon"], ["programme", "soon"])


def test_what_is_read_out_is_a_list_of_sentences(drive: Drive) -> None:
    items, headings = drive(
        page.render(timeline(every_sign())), {"do": "spoken", "role": "listitem"}, {"do": "spoken", "role": "heading"}
    )
    assert "Buses supplied to Managua. by the end of 2024 · Delivery · Nicaragua. 60 days overdue" in items
    assert headings[:3] == ["Timeline", "Overdue 2", "Window open 1"]


# -- attacks


def test_a_hostile_text_stays_text(drive: Drive) -> None:
    titles = "() => [...document.querySelectorAll('.title')].map(e => e.textContent)"
    elements = "() => [...new Set([...document.querySelectorAll('*')].map(e => e.localName))]"
    handlers = (
        "() => [...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames().filter(n => n.startsWith('on')))"
    )
    links = "() => [...document.querySelectorAll('[href]')].map(e => e.getAttribute('href')).filter(h => !h.startsWith('#'))"
    answers = drive(
        page.render(timeline(hostile())), {"do": "open"}, ask(titles), ask(elements), ask(handlers), ask(links),
        {"do": "hover", "on": "#x3"}, {"do": "press", "key": "Tab", "times": 40},
    )  # fmt: skip
    _, shown, names, on, hrefs, *_ = answers
    assert sorted(shown) == sorted(plain(attack) for attack in ATTACKS)
    assert not set(names) & {"script", "img", "iframe", "object", "embed", "link", "base", "image", "animate"}
    assert (on, hrefs) == ([], [])


def plain(text: str) -> str:
    """What `escape` makes of a text, read back."""
    import html

    return html.unescape(escape(text))


def test_a_page_runs_no_script_even_if_one_were_in_it(drive: Drive) -> None:
    text = page.render(timeline(real()))
    broken = text.replace("<main", "<script>document.title = 'run'</script><main", 1)
    with pytest.raises(AssertionError, match="Content Security Policy"):
        drive(broken)


# -- paper and picture


@pytest.mark.parametrize("name", ["real", "every-sign", "many"])
def test_it_prints_on_a4(name: str, drive: Drive, tmp_path: Path) -> None:
    path = tmp_path / "timeline.pdf"
    drive(page.render(timeline(LOGS[name]())), {"do": "pdf", "path": str(path)})
    boxes = re.findall(rb"/MediaBox\s*\[([\d. ]+)\]", path.read_bytes())
    sizes = {tuple(round(float(number)) for number in box.split()) for box in boxes}
    assert sizes == {(0, 0, 595, 842)}
    assert len(boxes) >= {"real": 3, "every-sign": 1, "many": 15}[name]


@pytest.mark.parametrize("width", [400, 1000, 2500])
@pytest.mark.parametrize("name", LOGS)
def test_no_text_of_the_picture_reaches_out_of_its_place(name: str, width: int, drive: Drive) -> None:
    outside = """() => {
      const paper = document.documentElement.viewBox.baseVal;
      const chart = Math.min(...[...document.querySelectorAll('.border')].map(e => e.getBoundingClientRect().x));
      return [...document.querySelectorAll('text')].filter(e => {
        const box = e.getBoundingClientRect();
        const isTitle = !e.getAttribute('class');
        return box.left < 0 || box.right > paper.width || box.bottom > paper.height || (isTitle && box.right > chart);
      }).map(e => e.textContent);
    }"""
    texts = "() => document.querySelectorAll('text').length"
    answers = drive(picture.render(timeline(LOGS[name]()), width), ask(outside), ask(texts), suffix="svg", width=width)
    assert answers[0] == []
    assert answers[1] > 5
