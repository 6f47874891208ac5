"""`history` and `diff`: the first word, exit status, refusals."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from laceventlog.text_width import columns

ROOT = Path(__file__).parents[2]
EVENTS = str(ROOT / "events")
MARCH, JUNE = (str(ROOT / "examples" / "versions" / name) for name in ("march.yaml", "june.yaml"))
LOG = """
sources:
  press: {title: Press release, published: 2024-03-01}
events:
  - id: line
    kind: launch
    title: Line
    countries: [CU]
    history:
      - {status: planned, when: Q3 2024, source: press, quote: by autumn}
      - {said: 2024-06, status: planned}
      - {said: 2024-11-08, status: launched, when: 7 November 2024}
      - {said: 2024-11-20, status: launched, when: 6 November 2024, correction: true, reason: a slip of the pen}
  - {id: idea, kind: event, title: Idea, countries: [VE], status: proposed, when: TBD}
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small log in `events/`, in which one stands."""
    folder = tmp_path / "events"
    folder.mkdir()
    (folder / "log.yaml").write_text(LOG, "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


# -- history

LINE = """\
Line [line]

said 1 Mar 2024
  status      planned
  date        Q3 2024 (1 Jul 2024 – 30 Sep 2024)
  quote       “by autumn”
  source      Press release

said Jun 2024
  changed     nothing
  status      planned
  date        not stated; in force: Q3 2024

said 8 Nov 2024
  changed     status planned → completed; date moved from Q3 2024 to 7 November 2024 (38–129 days
              later)
  status      completed (“launched”)
  date        7 November 2024

said 20 Nov 2024 (correction)
  changed     date corrected from 7 November 2024 to 6 November 2024
  status      completed (“launched”)
  date        6 November 2024
  reason      a slip of the pen
"""
NEWS = """\
said on an unknown day
  Idea [idea]
    proposed

said 1 Mar 2024
  Line [line]
    planned, Q3 2024
    “by autumn”
    Press release

said Jun 2024
  Line [line]
    planned
    nothing changed

said 8 Nov 2024
  Line [line]
    launched, 7 November 2024
    status planned → completed; date moved from Q3 2024 to 7 November 2024 (38–129 days later)

said 20 Nov 2024
  Line [line]
    corrected: launched, 6 November 2024
    date corrected from 7 November 2024 to 6 November 2024
    a slip of the pen
"""


def test_the_history_of_one_event(run: Run, log: Path) -> None:
    assert run("history", "line") == run("history", "line", str(log)) == run("history", "li", "events") == (0, LINE, "")


def test_the_news_of_a_log(run: Run, log: Path) -> None:
    assert run("history") == run("history", str(log)) == run("history", "--today", "2025-01-01") == (0, NEWS, "")


# A word that is a file or a folder is one; every other is an id.
@pytest.mark.parametrize("words", [["events"], ["events/"], ["./events"], ["events/log.yaml"], ["."], ["events", "."]])
def test_a_first_word_that_is_a_path(run: Run, log: Path, words: list[str]) -> None:
    assert run("history", *words) == (0, NEWS, "")  # a folder that is named twice is read once
    assert log.exists()


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["lnie"], "there is no event 'lnie': did you mean 'line' ("),
        (["nowhere.yaml"], "F001"),
        (["nowhere/"], "F001"),
        ([""], "F001"),
        (["a" * 5000], "there is no event"),
        (["a\0b"], "there is no event"),
        (["line", "lines"], "one event at a time, not 'line' and 'lines'"),
        (["line", "--since", "2024"], "not a single day"),
        (["line", "--country", "VE"], "filters do not apply to one event"),
        (["line", "--as-of", "0001-01-01"], "'line' has no statement by 0001-01-01"),
        (["--country", "Chle"], "did you mean 'Chile'?"),
    ],
)
def test_what_history_refuses(run: Run, log: Path, words: list[str], error: str) -> None:
    status, out, err = run("history", *words)
    assert (status, out) == (2, "")
    assert error in err
    assert log.exists()


@pytest.mark.parametrize(
    ("words", "days", "remark"),
    [
        (["--since", "2024-11-08"], ["8 Nov 2024", "20 Nov 2024"], "1 statement"),
        (["--since", "2024-11-09"], ["20 Nov 2024"], "1 statement"),
        (["--since", "2024-06-30"], ["Jun 2024", "8 Nov 2024", "20 Nov 2024"], "1 statement"),
        (["line", "--since", "2024-11-09"], ["20 Nov 2024"], ""),
        (["--since", "2024-06-30", "--as-of", "2024-11-10"], ["Jun 2024", "8 Nov 2024"], "1 statement"),
        (["--as-of", "2024-06-29"], ["1 Mar 2024"], "1 statement"),
        (["--country", "VE"], ["on an unknown day"], ""),
        (["--condition", "closed"], ["1 Mar 2024", "Jun 2024", "8 Nov 2024", "20 Nov 2024"], ""),
    ],
)
def test_what_is_new(run: Run, log: Path, words: list[str], days: list[str], remark: str) -> None:
    status, out, err = run("history", *words)
    told = [
        line.removeprefix("said ").removesuffix(" (correction)") for line in out.splitlines() if line.startswith("said")
    ]
    assert (status, told) == (0, days)
    assert err == (f"left out because their day is unknown: {remark}\n" if remark else "")
    assert log.exists()


def test_nothing_new_is_said_so(run: Run, log: Path) -> None:
    assert run("history", "line", "--since", "2025-01-01") == (0, "nothing was said\n", "")
    assert run("history", "line", "--since", "2025-01-01", "--format", "json") == (0, "[]\n", "")
    assert log.exists()


def test_history_for_machines(run: Run, log: Path) -> None:
    rows = json.loads(run("history", "line", "--format", "json")[1])
    assert [(row["said"], row["status"], row["days_moved"], row["correction"]) for row in rows] == [
        ("2024-03-01", "planned", None, False), ("2024-06", "planned", [0, 0], False),
        ("2024-11-08", "completed", [38, 129], False), ("2024-11-20", "completed", [-1, -1], True),
    ]  # fmt: skip
    assert len(json.loads(run("history", str(log), "--format", "json")[1])) == 5


@pytest.mark.parametrize("words", [["--help"], ["-h"]])
def test_help_says_what_the_first_word_may_be(words: list[str], run: Run) -> None:
    assert "ID|PATH" in run("history", *words)[1]


# What lasts is told by its start and its end.
@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2023/2030", "start 1 Jan 2023 – 31 Dec 2023; end 1 Jan 2030 – 31 Dec 2030"),
        ("2019/..", "start 1 Jan 2019 – 31 Dec 2019; end open"),
        ("2019/", "start 1 Jan 2019 – 31 Dec 2019; end from 1 Jan 2019"),
        ("../2019-05-01", "start always; end 1 May 2019"),
        ("/2019-05-01", "start by 1 May 2019; end 1 May 2019"),
        ("not before 2028", "from 1 Jan 2028"),
        ("[..2024-12-31]", "by 31 Dec 2024"),
        ("2024-05-01?", "1 May 2024"),
    ],
)
def test_bounds_of_what_is_no_known_day(run: Run, tmp_path: Path, when: str, words: str) -> None:
    path = tmp_path / "log.yaml"
    path.write_text(f"events:\n  - {{id: a, kind: event, title: A, status: underway, when: '{when}'}}\n", "utf-8")
    assert f"  date        {when} ({words})\n" in run("history", "a", str(path))[1]


@pytest.mark.parametrize(("when", "words"), [("TBD", "TBD"), ("2024-05-01", "2024-05-01"), ("", "not stated")])
def test_a_known_day_or_none_needs_no_bounds(run: Run, tmp_path: Path, when: str, words: str) -> None:
    path = tmp_path / "log.yaml"
    stated = f", when: '{when}'" if when else ""
    path.write_text(f"events:\n  - {{id: a, kind: event, title: A, status: underway{stated}}}\n", "utf-8")
    assert f"  date        {words}\n" in run("history", "a", str(path))[1]


# -- diff


def test_status_as_diff_has_it(run: Run) -> None:
    assert run("diff", MARCH, MARCH) == (0, "", "")
    status, out, err = run("diff", MARCH, JUNE)
    assert (status, err) == (1, "")
    assert out.startswith("6 changes: 1 set back, 1 completed, 1 rewritten, 1 added")
    assert run("diff", MARCH, JUNE, "--exit-zero") == (0, out, "")
    assert run("diff", "--width", "100", MARCH, "--format", "text", JUNE) == (1, out, "")


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_no_difference_in_every_form(run: Run, form: str) -> None:
    assert run("diff", EVENTS, EVENTS, "--format", form) == (0, "[]\n" if form == "json" else "", "")


def test_diff_for_machines(run: Run) -> None:
    status, out, _ = run("diff", MARCH, JUNE, "--format", "json")
    assert status == 1
    assert [(row["heading"], row["id"], (row["shift"] or {}).get("days_moved")) for row in json.loads(out)] == [
        ("set back", "buses", [1, 90]), ("completed", "vaccine-line", [-42, 48]), ("rewritten", "harbour", [1, 364]),
        ("added", "harbour-2", None), ("facts", "forum", None), ("sources", "press", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ([], "OLD is missing: the older version: a file or a folder; NEW is missing: the newer version"),
        ([MARCH], "NEW is missing"),
        ([MARCH, JUNE, MARCH], "unrecognized"),
        ([MARCH, "nowhere.yaml"], "nowhere.yaml: F001"),
        (["nowhere", "elsewhere"], "nowhere: F001"),
        (["nowhere", "elsewhere"], "elsewhere: F001"),  # all problems of both
        (["", MARCH], "F001"),
        ([MARCH, JUNE, "--country", "CU"], "unrecognized"),
    ],
)
def test_what_diff_refuses(run: Run, words: list[str], error: str) -> None:
    status, out, err = run("diff", *words)
    assert (status, out) == (2, "")
    assert error in err


def test_problems_of_either_version_stand_in_the_way(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("events:\n  - {id: a, kind: event, title: A, status: plnned}\n", "utf-8")
    for words in ((broken, MARCH), (MARCH, broken)):
        status, out, err = run("diff", *map(str, words))
        assert (status, out) == (2, "")
        assert "S005" in err


def test_a_suspicious_log_is_compared_all_the_same(run: Run, tmp_path: Path) -> None:
    odd = tmp_path / "odd.yaml"
    odd.write_text(
        "events:\n  - {id: a, kind: event, title: A, history: [{status: done}, {status: planned}]}\n", "utf-8"
    )
    assert run("diff", str(odd), str(odd)) == (0, "", "")


# What git hands over: one file out of its folder, and the null device for one that is not there.
def test_a_file_out_of_its_folder_cites_what_stands_beside_the_other(run: Run, tmp_path: Path) -> None:
    (tmp_path / "blob").mkdir()
    old = tmp_path / "blob" / "venezuela.yaml"
    old.write_text((ROOT / "events" / "venezuela.yaml").read_text("utf-8").replace("In 2025", "In 2024"), "utf-8")
    new = str(ROOT / "events" / "venezuela.yaml")
    status, out, err = run("diff", str(old), new)
    assert (status, err) == (1, "")
    assert out.splitlines()[0] == "1 change: 1 rewritten"
    assert run("diff", new, str(old))[0] == 1
    status, out, err = run("diff", os.devnull, new)
    assert (status, err, "4 added" in out) == (1, "", True)
    assert run("diff", os.devnull, os.devnull) == (0, "", "")


def test_files_may_be_cut_otherwise(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(EVENTS, copy / "deeper")
    (copy / "deeper" / "cuba.yaml").rename(copy / "kuba.yml")
    assert run("diff", EVENTS, str(copy)) == (0, "", "")


@pytest.fixture
def versions(tmp_path: Path) -> tuple[str, str]:
    """Two logs of texts that are hard to measure, of which nothing is the same."""
    hard = [
        "🚀" * 60,
        "日本語の題名" * 12,
        "e\u0301" * 90,
        "a" * 300,
        "word " * 60,
        "\u202eevil",
        "👩‍👩‍👧‍👦 family " * 12,
    ]
    states = [
        "planned, when: Q3 2024",
        "cancelled, when: 2025",
        "done, when: 7 November 2024",
        "planned, when: by 2026",
    ]
    for side in (0, 1):
        events = [
            f"  - {{id: e{n}, kind: delivery, title: '{text.strip()}', place: '{hard[n - side].strip()}', tags: ['{hard[side].strip()}'],"
            f" history: [{{said: 2024-01-01, status: {states[(n + side) % 4]}, quote: '{text.strip()}'}},"
            f" {{said: 2024-0{2 + side}-01, status: {states[(n + 2 * side + 1) % 4]}, reason: '{hard[n - side].strip()}'}}]}}"
            for n, text in enumerate(hard)
        ]
        lost = f"  - {{id: only{side}, kind: event, title: '{hard[side].strip()}', status: planned}}"
        (tmp_path / f"{side}.yaml").write_text("\n".join(["events:", *events, lost]) + "\n", "utf-8")
    return str(tmp_path / "0.yaml"), str(tmp_path / "1.yaml")


@pytest.mark.parametrize("more", [[], ["--ascii"]])
@pytest.mark.parametrize("width", [20, 23, 33, 40, 60, 72, 100, 160, 200])
def test_no_line_of_a_difference_is_too_wide(run: Run, versions: tuple[str, str], width: int, more: list[str]) -> None:
    status, out, err = run("diff", *versions, "--width", str(width), *more)
    assert (status, err) == (1, "")
    assert [line for line in out.splitlines() if columns(line) > width] == []
    assert not set(out) & set("\t\x1b\u202e\u2028\r")


def test_markdown_shows_texts_as_they_stand(run: Run, tmp_path: Path) -> None:
    for name, title in (("a", "one_two_"), ("b", "*three* <b>")):
        path = tmp_path / f"{name}.yaml"
        path.write_text(f"events:\n  - {{id: x, kind: event, title: '{title}', status: planned}}\n", "utf-8")
    _, out, _ = run("diff", str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml"), "--format", "md")
    assert out.endswith("- **\\*three\\* \\<b\\>** (x)\n  - title: one\\_two\\_ → \\*three\\* \\<b\\>\n")
