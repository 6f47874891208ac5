"""Laws of every view in every language: no line too wide, no text changed by colours, no word left untranslated."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laceventlog import loads
from laceventlog.dates import When
from laceventlog.dates.languages.phrasing import RUSSIAN
from laceventlog.model import EventLog
from laceventlog.reports import Row, agenda, diff, figures, history, log_history, rollup, slips, standing
from laceventlog.reports.counts import count_events
from laceventlog.reports.facets import Facet
from laceventlog.text_width import columns
from laceventlog.views.groups import Section, by
from laceventlog.views.i18n import ENGLISH, MODULES, Voice, voice
from laceventlog.views.i18n.voice import Forms
from laceventlog.views.labels import ascii_twin
from laceventlog.views.render_options import STYLES, RenderOptions, coloured, plain
from laceventlog.views.tables import pivot_table, styled_table
from laceventlog.views.tables.columns import FIELDS
from laceventlog.views.text import agenda as agenda_view
from laceventlog.views.text import card, explain_date, log_diff
from laceventlog.views.text import history as history_view
from laceventlog.views.timeline import bars, months, slip_chart, slip_table, story

TODAY = date(2025, 3, 1)
SGR = re.compile(r"\x1b\[[0-9;]*m")

# All words of sources are Chinese or figures: whatever else stands in a view is a word of ours.
LOG = """
sources:
  "1": {title: 公报, author: 张, published: "[2024-11-08..2024-12-31]"}
  "2": {title: 纪要, published: 2024-03-16, locator: page}
events:
  - {id: "10", kind: programme, title: 合作计划, status: underway, when: 2019/.., source: "1#2", value: USD 11}
  - {id: "11", kind: delivery, title: 药品交付, part_of: ["10"], after: ["12", "21"], source: "1#4", countries: [CU, RU],
     status: planned, when: "[..2024-12-31]", goods: 药品, recipient: 医院, note: 说明, quote: 原文, reason: 原因}
  - {id: "12", kind: launch, title: 工厂启动, part_of: ["13"], facility: 工厂, source: "2#7",
     status: planned, when: "[2025-01-21..2025-02-10]"}
  - {id: "13", kind: milestone, title: 技术移交, part_of: ["10"], related: ["11"], status: planned, when: "2025", place: 城}
  - {id: "14", kind: meeting, title: 会议, body: 委员会, session: 12, status: planned, when: 2025-05-20, parties: [方]}
  - {id: "15", kind: agreement, title: 协定, status: planned, when: 2024~, term: 2026/2030, tags: [标]}
  - {id: "16", kind: event, title: 不早于, status: planned, when: "[2028-01-01..]"}
  - {id: "17", kind: event, title: 无日期, status: proposed}
  - {id: "18", kind: event, title: 错过, status: missed, when: "[..2024-06-30]", said: 2024-07-01}
  - id: "19"
    kind: event
    title: 历史
    history:
      - {status: planned, when: 2024-35, said: 2024-01-01}
      - {status: planned, when: 2024-36, said: 2024-02-01, reason: 原因}
      - {status: planned, when: 2024-08, said: 2024-03-01, correction: true}
      - {status: postponed, said: 2024-04-01}
      - {status: planned, when: "[..2025]", said: 2024-05-01}
      - {status: completed, when: 2024-11-07, said: "[2024-11-08..2024-12-31]", source: "1"}
  - id: "20"
    kind: event
    title: 几乎准时
    history:
      - {status: planned, when: 2024-05-17, said: 2024-01}
      - {status: completed, when: 2024-05, said: 2024-21}
  - id: "21"
    kind: event
    title: 取消
    history:
      - {status: planned, when: 2025-04, said: 2024-01}
      - {status: cancelled, reason: 原因}
  - id: "22"
    kind: event
    title: 改期
    history:
      - {status: planned, when: 2024/2026, said: 2024-01}
      - {status: planned, when: 2025/2026, said: 2024-03}
      - {status: planned, when: TBD, said: 2024-04}
  - {id: "23", kind: event, title: 等待, after: ["13"], status: planned, when: 2024-12, said: 2024}
  - {id: "24", kind: event, title: 等待, after: ["23"], status: planned, when: 2026, said: 2024}
  - {id: "25", kind: event, title: 提前, status: planned, when: 2022/2024-06}
  - id: "26"
    kind: event
    title: 提前
    history:
      - {status: planned, when: 2024-09-30, said: 2024-01}
      - {status: planned, when: 2024-08-30, said: 2024-02}
      - {status: completed, when: 2024-08-02, said: 2024-09}
"""
LATER = """
sources:
  "1": {title: 公报, author: 李, published: "[2024-11-08..2024-12-31]"}
  "3": {title: 新, published: 2025-01-01}
events:
  - {id: "10", kind: programme, title: 合作计划, status: underway, when: 2019/.., source: "1#2", value: USD 12}
  - {id: "110", kind: delivery, title: 药品交付, part_of: ["10"], source: "1#4", countries: [RU, VE],
     status: planned, when: "[..2024-12-31]", goods: 药品, recipient: 医院, place: 港, quote: 原文, reason: 原因}
  - {id: "12", kind: launch, title: 工厂启动, facility: 工厂, status: planned, when: "[2025-01-21..2025-02-10]", source: "1"}
  - id: "13"
    kind: milestone
    title: 技术移交
    history:
      - {status: planned, when: 2025}
      - {status: planned, when: 2025, said: 2025-02-01}
  - id: "14"
    kind: meeting
    title: 会议
    history:
      - {status: planned, when: 2025-05-20}
      - {status: postponed, said: 2025-02-01, reason: 原因}
  - id: "15"
    kind: agreement
    title: 协定
    history:
      - {status: planned, when: 2024~}
      - {status: completed, when: 2024-12, said: 2025-02-01}
  - id: "16"
    kind: event
    title: 不早于
    history:
      - {status: planned, when: "[2028-01-01..]"}
      - {status: planned, when: "[2029-01-01..]", said: 2025-01-01, correction: true}
  - id: "19"
    kind: event
    title: 历史
    history:
      - {status: planned, when: 2024-35, said: 2024-01-01}
      - {status: planned, when: 2024-36, said: 2024-02-03, reason: 原因}
      - {status: completed, when: 2024-11-07, said: "[2024-11-08..2024-12-31]", source: "1"}
  - {id: "30", kind: event, title: 新的, status: planned, when: 2026}
"""
OLD, NEW = loads(LOG), loads(LATER)
READ = ["2024-33", "[..2024-12-31]", "[2028-01-01..]", "2019/..", "2019/", "/2024", "2024-05-17", "TBD", "9999-12-31"]

KEPT = {"when", "said"}  # notation is the same in every language
Draw = Callable[[EventLog, date, RenderOptions], str]


def cards(log: EventLog, today: date, options: RenderOptions) -> str:
    return "\n".join(card.render(Row(event, standing(event, today)), log, today, options) for event in log)


def histories(log: EventLog, today: date, options: RenderOptions) -> str:
    del today
    return "\n".join(history_view.render(event, history(event), options) for event in log)


def charts(log: EventLog, today: date, options: RenderOptions) -> str:
    return "\n".join(slip_chart.render(found, today, options) for found in slips(log, today))


def lists(log: EventLog, today: date, options: RenderOptions) -> str:
    return agenda_view.render(agenda(log, today), today, options, rollup(log, today), silence=True)


def parted(log: EventLog, today: date, options: RenderOptions) -> list[Section]:
    return by(Facet.PROGRAMME, agenda(log, today), log, options.voice)


VIEWS: dict[str, Draw] = {
    "list": lists,
    "bars": lambda log, today, options: bars.render(agenda(log, today), today, options),
    "card": cards,
    "history": histories,
    "news": lambda log, _, options: history_view.render_log(log_history(log), options),
    "chart": charts,
    "slips": lambda log, today, options: slip_table.render(slips(log, today), figures(slips(log, today)), options),
    "diff": lambda log, _, options: log_diff.render(diff(log, NEW), options),
    "story": lambda log, today, options: story.render(agenda(log, today), today, options),
    "stories": lambda log, today, options: story.render(
        agenda(log, today), today, options, parted(log, today, options)
    ),
    "months": lambda log, today, options: months.render(agenda(log, today), today, options),
    "grouped list": lambda log, today, options: agenda_view.render(
        agenda(log, today), today, options, sections=parted(log, today, options)
    ),
    "grouped bars": lambda log, today, options: bars.render(
        agenda(log, today), today, options, sections=parted(log, today, options)
    ),
    "counts": lambda log, today, options: "\n".join(
        pivot_table.render(count_events(agenda(log, today), log, *pair), log, options)
        for pair in permutations(Facet, 2)
    ),
    "tally": lambda log, today, options: pivot_table.render(
        count_events(agenda(log, today), log, Facet.YEAR), log, options
    ),
}
TABLES: dict[str, Draw] = {
    "table": lambda log, today, options: styled_table.render(agenda(log, today), today, options),
    "slip table": lambda log, today, options: slip_table.table(slips(log, today), options),
    "every column": lambda log, today, options: styled_table.render(
        agenda(log, today), today, options, columns=[name for name in FIELDS.known if name not in KEPT]
    ),
    "tables": lambda log, today, options: styled_table.sectioned(parted(log, today, options), today, options),
}
DOCUMENTS: dict[str, Draw] = {
    "markdown": lambda log, today, options: styled_table.markdown(agenda(log, today), today, options.voice),
    "slip markdown": lambda log, today, options: slip_table.markdown(
        slips(log, today), figures(slips(log, today)), today, options.voice
    ),
    "story markdown": lambda log, today, options: story.markdown(
        agenda(log, today), today, options.voice, parted(log, today, options)
    ),
    "counts markdown": lambda log, today, options: pivot_table.markdown(
        count_events(agenda(log, today), log, Facet.COUNTRY, Facet.YEAR), log, options.voice
    ),
    "counts table": lambda log, today, options: pivot_table.table(
        count_events(agenda(log, today), log, Facet.PROGRAMME, Facet.CONDITION), log, options.voice
    ),
    "diff markdown": lambda log, _, options: log_diff.markdown(diff(log, NEW), options.voice),
    "reading": lambda _, __, options: "".join(explain_date.render(When.parse(text), options.voice) for text in READ),
}
ALL = VIEWS | TABLES | DOCUMENTS
looks = st.builds(
    RenderOptions,
    st.integers(20, 250) | st.integers(20, 60),
    st.sampled_from([voice(code) for code in MODULES]),
    st.sampled_from([plain, coloured]),
)


@settings(max_examples=250)
@given(st.sampled_from(list(VIEWS)), looks, st.sampled_from([TODAY, date(2024, 6, 15), date(2026, 1, 1)]))
def test_no_line_of_any_view_is_wider_than_asked_in_any_language(
    name: str, options: RenderOptions, today: date
) -> None:
    text = SGR.sub("", VIEWS[name](OLD, today, options))
    assert [line for line in text.split("\n") if columns(line) > options.width] == []
    assert [line for line in text.split("\n") if line != line.rstrip()] == []


# -- colours


@pytest.mark.parametrize("width", [40, 100, 160])
@pytest.mark.parametrize("name", VIEWS | TABLES)
@pytest.mark.parametrize("code", ["en", "ru"])
def test_colours_change_no_text_and_none_runs_on_over_a_line(name: str, code: str, width: int) -> None:
    bare, painted = (ALL[name](OLD, TODAY, RenderOptions(width, voice(code), paint)) for paint in (plain, coloured))
    assert SGR.sub("", painted) == bare
    assert "\x1b" not in bare
    for line in painted.split("\n"):
        codes = SGR.findall(line)
        assert codes[1::2] == ["\x1b[0m"] * (len(codes) // 2)
        assert len(codes) % 2 == 0


@pytest.mark.parametrize("name", ["list", "bars", "card", "chart", "slips", "table"])
def test_what_is_overdue_stands_out(name: str) -> None:
    assert f"\x1b[{STYLES['overdue']}m" in ALL[name](OLD, TODAY, RenderOptions(paint=coloured))


PAINTED = [
    ("late", "overdue", "\x1b[1;31mlate\x1b[0m"),
    ("  late   ", "overdue", "  \x1b[1;31mlate\x1b[0m   "),  # so that blanks at the end of a line can be cut
    ("late late", "overdue", "\x1b[1;31mlate late\x1b[0m"),
    ("late", "upcoming", "late"),  # the terminal's own colour
    ("   ", "overdue", "   "),
    ("", "overdue", ""),
]


@pytest.mark.parametrize(("text", "style", "painted"), PAINTED)
def test_painting(text: str, style: str, painted: str) -> None:
    assert coloured(text, style) == painted
    assert plain(text, style) == text


# -- translation


def foreign(text: str) -> str:
    """A template with every letter of its words replaced; its places stay."""
    return re.sub(r"\{\w+\}|[^\W\d_]", lambda found: found[0] if found[0][0] == "{" else "ж", text)


def _foreign(phrase: str | Forms) -> str | Forms:
    return foreign(phrase) if isinstance(phrase, str) else {form: foreign(text) for form, text in phrase.items()}


def stranger() -> Voice:
    """A language without a single Latin letter."""
    headings, words, names = (
        {key: foreign(text) for key, text in table.items()}
        for table in (ENGLISH.headings, ENGLISH.words, ENGLISH.names)
    )
    phrases = {key: _foreign(phrase) for key, phrase in ENGLISH.phrases.items()}
    return Voice(RUSSIAN, ENGLISH.plural, headings, words, names, phrases)


STRANGER = stranger()
THEIRS = re.compile(r"\b(?:EDTF|USD|CU|RU|VE|TBD)\b")
"""Words of no language: the notation, codes of countries and currencies."""


@pytest.mark.parametrize("width", [20, 60, 80, 140, 250])
@pytest.mark.parametrize("name", ALL)
def test_every_word_of_ours_is_said_by_the_voice(name: str, width: int) -> None:
    text = THEIRS.sub("", ALL[name](OLD, TODAY, RenderOptions(width, STRANGER)))
    assert re.findall(r"[^\n]*[A-Za-z][^\n]*", text) == []


@pytest.mark.parametrize("code", MODULES)
@pytest.mark.parametrize("name", ALL)
def test_no_sign_of_ours_is_left_in_ascii_mode_and_no_word_is_lost(name: str, code: str) -> None:
    text = ALL[name](OLD, TODAY, RenderOptions(90, voice(code)))
    twin = ascii_twin(text)
    assert {sign for sign in twin if not (sign.isascii() or sign.isalpha())} <= {"№", "¿"}
    assert [one for one, other in zip(text, twin, strict=True) if one.isalpha() and one != other] == []
