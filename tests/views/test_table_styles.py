"""Tables in every style of tabulate: text of a source is shown literally, and every column keeps its width."""

from __future__ import annotations

import html
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tabulate import tabulate_formats

from laceventlog.errors import FieldError, UsageError
from laceventlog.model import Event, EventLog, Status
from laceventlog.model.statement import Statement
from laceventlog.reports import agenda, slip_of
from laceventlog.reports.records import ROW_FIELDS
from laceventlog.text_width import columns
from laceventlog.views.render_options import RenderOptions, coloured
from laceventlog.views.tables import styled_table
from laceventlog.views.tables.columns import DOCUMENT, FIELDS, WORDED, choose
from laceventlog.views.tables.escaping import DRAWN_AS, ESCAPES, NOTHING, fenced
from laceventlog.views.text_layout import clean
from laceventlog.views.timeline import slip_table

TODAY = date(2025, 3, 1)
HOSTILE = [
    "plain words", "", "a | b || c", "*bold* _it_ `code` **x**", "<script>alert(1)</script>", "[link](javascript:x)",
    "[link|javascript:x]", "{html}x{html}", "!http://evil/x.png!", "'''x''' [[File:X]] {{Template}} ~~~~", "\\input{x}",
    "$5 and $6", "100 % & #1_a^b~c", "=cmd|'/c calc'!A1", "-1+1", "@SUM(A1)", "- item", "1. item", "+---+", "====",
    ".. raw:: html", "word_", "|subst|", "ends::", "汉字宽度", "e\u0301te\u0301", "👨\u200d👩\u200d👧 family", "שלום", "\x1b[31mred",
    "a\tb\nc", "&amp; &lt;", "`", "\\", "---", ":---:", "<<Verbatim>>", "||", "#+BEGIN_SRC", "[[file:x]]", "<2024-01-01>",
]  # fmt: skip
texts = st.sampled_from(HOSTILE) | st.lists(st.sampled_from(HOSTILE), max_size=3).map(" ".join) | st.text(max_size=20)


def cells(style: str, text: str) -> str:
    """A table of two rows and columns with the text in it."""
    return styled_table.written([[clean(text), "x"], ["y", clean(text)]], ["one", "two"], style)


def test_every_style_is_offered() -> None:
    assert set(tabulate_formats) == set(styled_table.styles()) == {*ESCAPES, *DRAWN_AS}
    assert styled_table.style("GitHub") == "github"
    with pytest.raises(FieldError, match="unknown table format 'gird'") as caught:
        styled_table.style("gird")
    assert "did you mean 'grid'" in caught.value.hint


@settings(max_examples=200)
@given(st.sampled_from([style for style in NOTHING if style not in ("plain", "simple", "presto", "pretty")]), texts)
@example("grid", "汉字宽度")
@example("fancy_grid", "👨\u200d👩\u200d👧 family")
def test_lines_of_a_drawn_table_are_equally_wide(style: str, text: str) -> None:
    lines = cells(style, text).splitlines()
    assert len({columns(line) for line in lines}) == 1, lines


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert {name for name, _ in attrs} <= {"style"}
        if tag == "td":
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self.found:
            self.found[-1] += data


@given(st.sampled_from(["html", "unsafehtml"]), texts)
@example("unsafehtml", "<script>alert(1)</script>")
def test_html_holds_every_text_and_no_tag_of_it(style: str, text: str) -> None:
    parser = _Cells()
    parser.feed(cells(style, text))
    assert parser.tags <= {"table", "thead", "tbody", "tr", "th", "td"}
    assert [found.strip() for found in parser.found] == [clean(text).strip(), "x", "y", clean(text).strip()]


def unescaped(signs: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\\)(?:\\\\)*[{re.escape(signs)}]")


def rows(style: str, text: str) -> list[str]:
    """The cells of the first column and the last, as written."""
    return [line for line in cells(style, text).splitlines() if line.strip()]


@given(st.sampled_from(["github", "pipe"]), texts)
@example("pipe", "a | b || c")
@example("pipe", "\\")
def test_markdown_has_its_cells_and_nothing_to_interpret(style: str, text: str) -> None:
    for line in rows(style, text)[2:]:
        inner = unescaped("|").split(line)
        assert len(inner) == 4, line
        assert not any(unescaped("*_`<>[]~$&").search(cell) for cell in inner)
        assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", inner[1]).strip() in (clean(text).strip(), "y")


@given(texts)
def test_jira_has_its_cells_and_no_macro_link_or_image(text: str) -> None:
    for line in rows("jira", text)[1:]:
        inner = unescaped("|").split(line)
        assert len(inner) == 4, line
        assert not any(unescaped("{}[]*_^~+!?").search(cell) for cell in inner)


@given(st.sampled_from(["mediawiki", "moinmoin", "textile", "youtrack", "asciidoc"]), texts)
@example("mediawiki", "{{Template}} ~~~~")
def test_wikis_are_given_references_for_all_that_they_interpret(style: str, text: str) -> None:
    shown = ESCAPES[style](text)
    assert html.unescape(shown) == text or "\x1b" in text or not text.isprintable()
    assert not set("|*_'[]{}<>`~^!@+=\\") & set(shown)


@given(texts)
@example("|subst|")
def test_org_has_its_cells(text: str) -> None:
    for line in rows("orgtbl", text)[2:]:
        assert line.count("|") == 3, line
        assert not re.search(r"\[\[|(^|\s)[*/_=~+](?=[^\s\u200b|])", line[2:]), line


@given(st.sampled_from(["latex", "latex_raw", "latex_booktabs", "latex_longtable"]), texts)
@example("latex_raw", "\\input{x}")
def test_latex_has_no_command_of_a_source(style: str, text: str) -> None:
    body = cells(style, text)
    known = r"textbackslash|ensuremath|textasciitilde|begin|end|hline|toprule|midrule|bottomrule|endhead|[\\&%$#_{}^]"
    assert re.sub(rf"\\(?:{known})", "", body).count("\\") == 0, body


@given(texts)
@example("=cmd|'/c calc'!A1")
def test_a_spreadsheet_runs_nothing_of_tabs(text: str) -> None:
    for line in rows("tsv", text):
        for cell in line.split("\t"):
            assert not cell.strip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


REST = [
    ("", "\\"),  # an empty first cell would continue the row above
    ("- item", "\\- item"),
    ("1. item", "\\1. item"),
    ("====", "\\===="),
    (".. raw:: html", "\\.. raw\\:: html"),
    ("javascript:x a@b", "javascript\\:x a\\@b"),
    ("ends::", "ends\\::"),
    ("word_ `x` |s| *e*", "word\\_ \\`x\\` \\|s\\| \\*e\\*"),
    ("_x", "\\_x"),
    ("10:00", "10\\:00"),
    ("Plain words", "Plain words"),
]


@pytest.mark.parametrize(("text", "shown"), REST)
def test_restructuredtext(text: str, shown: str) -> None:
    assert ESCAPES["rst"](text) == shown


@pytest.mark.parametrize("style", styled_table.styles())
def test_markup_is_never_painted(style: str) -> None:
    log = EventLog([Event(id="x", title="X", history=[Statement(status=Status.CANCELLED)])])
    painted = styled_table.render(agenda(log, TODAY), TODAY, RenderOptions(paint=coloured), style)
    assert ("\x1b" in painted) is (style in NOTHING)


FENCED = [
    ("a\n", "```text\na\n```\n"),
    ("```\n", "````text\n```\n````\n"),
    ("a `````x\n", "``````text\na `````x\n``````\n"),
]


@pytest.mark.parametrize(("text", "block"), FENCED)
def test_no_title_ends_a_block(text: str, block: str) -> None:
    assert fenced(text) == block


# -- columns


def test_every_field_can_be_a_column() -> None:
    log = EventLog([Event(id="x", title="X", countries=("CU", "RU"), history=[Statement(status=Status.PLANNED)])])
    (row,) = agenda(log, TODAY)
    slip = slip_of(row)
    assert set(ROW_FIELDS) <= set(FIELDS.known) == set(DOCUMENT.known)
    cells = dict(zip(FIELDS.known, FIELDS.row(row, FIELDS.known, TODAY, RenderOptions()), strict=True))
    assert (cells["countries"], cells["days_overdue"], cells["condition"]) == ("CU, RU", "", "undated")
    assert len(slip_table.FIELDS.row(slip, slip_table.FIELDS.known, TODAY, RenderOptions())) == len(
        slip_table.FIELDS.known
    )


CHOSEN: list[tuple[str, list[str]]] = [("id", ["id"]), (" ID , title,id,", ["id", "title"])]
REFUSED = [
    ("titel", "unknown column 'titel': did you mean 'title'"),
    ("", "--columns is empty"),
    (" , ", "--columns is empty"),
    ("lateness", "text for people"),
]


@pytest.mark.parametrize(("text", "names"), CHOSEN)
def test_columns_are_chosen_by_name(text: str, names: list[str]) -> None:
    assert choose(text, FIELDS.known) == names


@pytest.mark.parametrize(("text", "words"), REFUSED)
def test_what_is_no_column_is_refused(text: str, words: str) -> None:
    with pytest.raises(UsageError, match=re.escape(words)):
        choose(text, ROW_FIELDS, WORDED)
