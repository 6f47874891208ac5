"""`timeline --view`, `count`, `--group-by`, `--columns` and `--table-format` on the command line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
EVENTS = str(Path(__file__).parents[2] / "events")
LOG = """\
events:
  - {id: trade, kind: programme, title: Trade programme, status: underway, when: 2022/2026, countries: [CU]}
  - {id: a, kind: meeting, title: "A | b", status: planned, when: 2024-01-01, countries: [RU, CU], part_of: [trade]}
  - {id: b, kind: meeting, title: B, status: completed, when: 2023, countries: [VE], part_of: [trade]}
  - {id: c, kind: delivery, title: "```", status: proposed}
  - {id: gdp, kind: observation, title: GDP, status: completed, when: 2023}
"""


@pytest.fixture
def log(tmp_path: Path) -> str:
    (tmp_path / "log.yaml").write_text(LOG, "utf-8")
    return str(tmp_path / "log.yaml")


REFUSED = [
    ("list --table-format gird", "unknown table format 'gird' (did you mean 'grid'?)"),
    ("list --columns titel", "unknown column 'titel': did you mean 'title'?"),
    ("list --columns ,", "--columns is empty"),
    ("list --columns lateness --format json", "the column 'lateness' is text for people"),
    ("list --table-format grid --format json", "--table-format does not apply"),
    ("overdue --group-by contry", "unknown group 'contry' (did you mean 'country'?)"),
    ("list --group-by kind --format csv", "--group-by does not apply"),
    ("list --group-by programme --table-format html", "--group-by does not apply to --table-format html"),
    ("slip --columns first,nothing", "unknown column 'nothing'"),
    ("slip a --columns id", "the slip of one event is text, json or md, not table"),
    ("slip a --columns id --format json", "--columns is for several events"),
    ("slip a --table-format grid", "the slip of one event is text, json or md, not table"),
    ("timeline --view month", "did you mean 'months'"),
    ("timeline --view months --group-by kind", "--group-by is for --view bars and story"),
    ("count", "say what to count by: one or two of country"),
    ("count contry", "cannot count by 'contry': did you mean 'country'?"),
    ("count kind kind", "count by one or two different facets"),
    ("count kind year status", "count by one or two different facets"),
    ("count kind --table-format nothing", "unknown table format"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "reason"), REFUSED)
def test_refused_with_a_reason(words: str, reason: str, log: str, run: Run) -> None:
    status, out, err = run(*words.split(), log)
    assert (status, out) == (2, "")
    assert reason in err
    assert "Traceback" not in err


def test_columns_of_machines_are_those_asked_for(log: str, run: Run) -> None:
    _, out, _ = run("list", log, "--columns", "id,countries", "--format", "json")
    assert {tuple(record) for record in json.loads(out)} == {("id", "countries")}
    _, out, _ = run("list", log, "--columns", "countries,ID", "--format", "csv")
    assert next(csv.reader(io.StringIO(out))) == ["countries", "id"]
    _, out, _ = run("slip", log, "--columns", "id,slip_min", "--format", "json")
    assert {tuple(record) for record in json.loads(out)} == {("id", "slip_min")}


def test_options_of_tables_make_a_table(log: str, run: Run) -> None:
    _, out, _ = run("list", log, "--columns", "id,title", "--kind", "meeting")
    assert out.splitlines()[0].split() == ["id", "event"]
    _, out, _ = run("list", log, "--table-format", "pipe", "--columns", "id,title", "--kind", "meeting")
    assert r"| a    | A \| b  |" in out
    _, out, _ = run("slip", log, "--table-format", "grid")
    assert out.startswith("+--")


NAMED = ["Cuba (CU)", "Russia (RU)", "Venezuela (VE)", "No country"]


def test_groups_with_a_word_on_what_stands_twice(log: str, run: Run) -> None:
    for form in ("text", "table", "md"):
        _, out, _ = run("list", log, "--group-by", "country", "--format", form)
        heads = [line.strip("# ") for line in out.splitlines() if line.strip("# ") in NAMED]
        assert heads == NAMED
        assert out.endswith("1 event is in several groups\n")
    _, out, _ = run("list", log, "--group-by", "kind")
    assert "several groups" not in out


@pytest.mark.parametrize("words", ["list", "timeline --view story", "timeline --view bars"])
def test_no_colour_reaches_markdown(words: str, log: str, run: Run) -> None:
    verb, *options = words.split()
    _, out, _ = run(verb, log, *options, "--group-by", "country", "--format", "md", "--color", "always")
    assert "several groups" in out
    assert "\x1b" not in out


def test_an_empty_answer_says_so(log: str, run: Run) -> None:
    none = [log, "--from", "1990", "--to", "1991"]
    for view in ("bars", "story", "months"):
        assert run("timeline", *none, "--view", view) == (0, "no events\n", "")
    assert run("count", "kind", *none) == (0, "no events\n", "")
    assert run("timeline", *none, "--view", "bars", "--format", "md") == (0, "```text\nno events\n```\n", "")


@pytest.mark.parametrize("view", ["bars", "months"])
def test_a_view_in_a_block_is_the_view(view: str, log: str, run: Run) -> None:
    words = ["timeline", log, "--view", view, "--today", "2025-03-01", "--width", "60"]
    _, text, _ = run(*words)
    _, block, _ = run(*words, "--format", "md", "--color", "always")
    first, *lines, last = block.splitlines()
    assert first == f"{last}text"
    assert "\n".join(lines) + "\n" == text


def test_one_event_in_a_block(log: str, run: Run) -> None:
    for words in (["show", "a", log], ["slip", "a", log]):
        _, text, _ = run(*words, "--today", "2025-03-01")
        _, block, _ = run(*words, "--today", "2025-03-01", "--format", "md", "--color", "always")
        assert block == f"```text\n{text}```\n"


def test_a_story_as_a_document(log: str, run: Run) -> None:
    _, out, _ = run(
        "timeline", log, "--view", "story", "--format", "md", "--group-by", "country", "--today", "2025-03-01"
    )
    assert out.startswith("As of 1 Mar 2025. A date of several months is listed at its first day")
    assert "\n## Cuba (CU)\n" in out
    assert "\n### 2022\n" in out
    assert "(a)" in out
    assert out.endswith("1 event is in several groups\n\nNot drawn: 1 observation (see --kind observation)\n")


def test_counts_in_every_form(log: str, run: Run) -> None:
    words = ["count", "country", "kind", log]
    _, out, _ = run(*words, "--format", "json")
    assert json.loads(out)["total"] == 5
    _, out, _ = run(*words, "--format", "csv")
    lines = list(csv.reader(io.StringIO(out)))
    assert lines[0] == ["country/kind", "meeting", "delivery", "programme", "observation", "(total)"]
    assert lines[-1] == ["(total)", "2", "1", "1", "1", "5"]
    _, out, _ = run(*words, "--table-format", "html")
    assert out.startswith("<table>")
    _, out, _ = run(*words, "--ascii")
    assert out.isascii()
    assert run("count", log, "country", "kind")[1] == run(*words)[1]  # in any order with the paths


@pytest.mark.parametrize(
    ("today", "days", "ids"),
    [
        ("2025-12-31", "0", ["ve-insulin-transfer"]),  # the last day itself
        ("2025-12-01", "30", ["ve-insulin-transfer"]),
        ("2025-12-01", "29", []),
        ("2026-01-01", "30", []),  # overdue since today, and so not due soon
    ],
)
def test_what_comes_due_soon(run: Run, today: str, days: str, ids: list[str]) -> None:
    status, text, _ = run(
        "list", EVENTS, "--today", today, "--due-within", days, "--kind", "milestone", "--format", "json"
    )
    assert (status, [record["id"] for record in json.loads(text)]) == (0, ids)
    told = run("list", EVENTS, "--today", today, "--due-within", days, "--kind", "milestone")[1]
    assert ("WINDOW OPEN" in told) == bool(ids)
