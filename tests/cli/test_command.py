"""Every verb on the real log and on a small one: output, exit status, refusals."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import pytest

from laceventlog import __version__
from laceventlog.cli.verbs import VERBS
from laceventlog.cli.verbs.query import listing

EVENTS = str(Path(__file__).parents[2] / "events")
SMALL = """
sources:
  press: {title: Press release, published: 2024-03-01}
  denial: {title: Denial, published: "[2024-05-01..2024-05-20]"}
events:
  - id: cu-line
    kind: launch
    title: Line in Cuba
    countries: [CU]
    parties: [Ministry of Health]
    tags: [health]
    history:
      - {status: planned, when: Q2 2024, source: press}
      - {status: planned, when: Q4 2024, source: denial, reason: parts are late}
  - {id: cu-lab, kind: launch, title: Laboratory, countries: [CU], status: planned, when: 2026, said: 2024-01-15}
  - {id: ve-forum, kind: meeting, title: Forum, countries: [VE], status: held, when: 17 May 2024, said: 2024-05-18}
  - {id: ve-idea, kind: event, title: Idea, countries: [VE], status: proposed, when: TBD}
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def small(tmp_path: Path) -> str:
    """A small log with a history, an undated idea and an outcome."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    return str(path)


def rows(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)
    return found


# -- the real log


def test_check_is_silent_on_the_real_log(run: Run) -> None:
    assert run("check", EVENTS) == (0, "", "")


def test_on_1_march_2025_exactly_what_was_promised_and_not_reported_is_overdue(run: Run) -> None:
    status, out, err = run("overdue", EVENTS, "--today", "2025-03-01", "--format", "json")
    assert (status, err) == (1, "")
    assert {row["id"]: row["days_overdue"] for row in rows(out)} == {
        "cu-biocad-supply": [60, 60],
        "cu-uaz-test-batch": [60, 60],
        "cu-uaz-skd-start": [19, 39],
    }


@pytest.mark.parametrize(
    ("today", "ids"),
    [
        ("2024-12-31", set()),  # the last day itself is not overdue
        ("2025-01-01", {"cu-biocad-supply", "cu-uaz-test-batch"}),
        ("2025-02-10", {"cu-biocad-supply", "cu-uaz-test-batch"}),  # the last day of early February
        ("2025-02-11", {"cu-biocad-supply", "cu-uaz-test-batch", "cu-uaz-skd-start"}),
        ("2025-12-31", {"cu-biocad-supply", "cu-uaz-test-batch", "cu-uaz-skd-start"}),
        ("2026-01-01", {"cu-biocad-supply", "cu-uaz-test-batch", "cu-uaz-skd-start", "ve-insulin-transfer"}),
    ],
)
def test_a_thing_is_overdue_from_the_day_after_its_last_day(run: Run, today: str, ids: set[str]) -> None:
    status, out, _ = run("overdue", EVENTS, "--today", today, "--format", "json")
    assert ({row["id"] for row in rows(out)}, status) == (ids, 1 if ids else 0)


@pytest.mark.parametrize(
    ("today", "condition"), [("2024-12-31", "upcoming"), ("2025-03-01", "due"), ("2025-12-31", "due")]
)
def test_the_technology_transfer_in_2025_is_due_all_that_year(run: Run, today: str, condition: str) -> None:
    _, out, _ = run("show", "ve-insulin-transfer", EVENTS, "--today", today, "--format", "json")
    assert json.loads(out)["condition"] == condition


def test_what_may_have_fallen_due_counts_only_when_asked(run: Run) -> None:
    _, out, _ = run("overdue", EVENTS, "--today", "2025-03-01", "--possible", "--format", "json")
    assert "ve-insulin-transfer" in {row["id"] for row in rows(out)}


@pytest.mark.parametrize("verb", ["list", "overdue", "timeline"])
@pytest.mark.parametrize("width", ["20", "40", "64", "80", "100", "250"])
def test_no_line_is_wider_than_asked(run: Run, verb: str, width: str) -> None:
    _, out, _ = run(verb, EVENTS, "--today", "2025-03-01", "--width", width)
    assert [line for line in out.splitlines() if len(line) > int(width)] == []


# -- knowledge: --as-of


@pytest.mark.parametrize(
    ("as_of", "ids", "plan"),
    [
        ("2024-01-14", set(), None),
        ("2024-02-29", {"cu-lab"}, None),
        ("2024-03-01", {"cu-lab", "cu-line"}, "2024-34"),
        ("2024-05-19", {"cu-lab", "cu-line", "ve-forum"}, "2024-34"),  # the denial may not have come out yet
        ("2024-05-20", {"cu-lab", "cu-line", "ve-forum"}, "2024-36"),
    ],
)
def test_what_was_not_yet_said_never_shows(run: Run, small: str, as_of: str, ids: set[str], plan: str | None) -> None:
    _, out, err = run("list", small, "--as-of", as_of, "--format", "json")
    found = {row["id"]: row["when"] for row in rows(out)}
    assert (set(found), found.get("cu-line")) == (ids, plan)
    assert err == "left out because their day is unknown: 1 statement\n"


def test_as_of_moves_today_unless_today_is_given(run: Run, small: str) -> None:
    _, out, _ = run("overdue", small, "--as-of", "2024-05-01", "--today", "2024-07-01", "--format", "json")
    assert [(row["id"], row["days_overdue"]) for row in rows(out)] == [("cu-line", [1, 91])]
    assert run("overdue", small, "--as-of", "2024-05-01", "--format", "json")[:2] == (0, "[]\n")


# -- filters


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (["--country", "cu"], ["cu-line", "cu-lab"]),
        (["--country", "Cuba"], ["cu-line", "cu-lab"]),
        (["--country", "CU", "--country", "VE"], ["cu-line", "cu-lab", "ve-idea", "ve-forum"]),
        (["--kind", "launch", "--kind", "meeting"], ["cu-line", "cu-lab", "ve-forum"]),
        (["--status", "held"], ["ve-forum"]),  # an alias asks for its status
        (["--condition", "upcoming"], ["cu-line", "cu-lab"]),
        (["--tag", "health"], ["cu-line"]),
        (["--party", "health"], ["cu-line"]),
        (["--from", "2024-05", "--to", "2024-06"], ["ve-forum"]),
        (["--from", "2025"], ["cu-lab"]),
        (["--to", "May 2024"], ["ve-forum"]),
        (["--country", "CU", "--kind", "meeting"], []),
    ],
)
def test_filters_keep_what_matches(run: Run, small: str, filters: list[str], ids: list[str]) -> None:
    _, out, _ = run("list", small, "--today", "2024-06-01", "--format", "json", *filters)
    assert [row["id"] for row in rows(out)] == ids


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--country", "XX"], "unknown country 'XX'"),
        (["--country", "Korea"], "write KP or KR"),
        (["--kind", "lanch"], "did you mean 'launch'?"),
        (["--status", "planed"], "did you mean 'planned'?"),
        (["--condition", "overdu"], "did you mean 'overdue'?"),
        (["--tag", "helth"], "did you mean 'health'?"),
        (["--party", "Ministery"], "no event has a party 'Ministery'"),
        (["--from", "soon"], "'soon'"),
        (["--from", "by 2024"], "--from needs a date with a first day"),
        (["--from", "2025", "--to", "2024"], "--to is before --from"),
        (["--today", "2024"], "not a single day"),
        (["--today", "2024-02-30"], "there is no day 30 in February 2024"),
        (["--width", "7"], "a width from 20 to 1000"),
        (["--format", "jsn"], "did you mean 'json'?"),
        (["--fromat", "json"], "unrecognized: --fromat"),
        (["--lang", "tlh"], "--lang"),
    ],
)
def test_what_cannot_be_asked_is_an_error_and_never_an_empty_list(
    run: Run, small: str, words: list[str], says: str
) -> None:
    status, out, err = run("list", small, *words)
    assert (status, out) == (2, "")
    assert says in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "say what to do: one of check, list, "),
        (["lst"], "unknown verb 'lst': did you mean 'list'?"),
        (["export"], "TARGET is missing: one of ics, vdir, "),
        (["export", "isc"], "TARGET cannot be 'isc': did you mean 'ics'?"),
        (["show"], "ID"),
    ],
)
def test_a_wrong_command_names_the_right_one(run: Run, words: list[str], says: str) -> None:
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert says in err


# -- show, date, schema


def test_show_takes_the_beginning_of_an_id(run: Run, small: str) -> None:
    status, out, _ = run("show", "cu-li", small, "--today", "2025-01-31")
    assert status == 0
    assert "overdue     31–122 days; no report since 20 May 2024 (Denial)" in out
    assert out.index("Q2 2024") < out.index("parts are late")


@pytest.mark.parametrize(
    ("wanted", "says"), [("cu", "begins several ids: cu-line, cu-lab"), ("cu-lime", "'cu-line'"), ("zz", "no event")]
)
def test_an_id_that_is_none_or_several_is_refused(run: Run, small: str, wanted: str, says: str) -> None:
    status, out, err = run("show", wanted, small)
    assert (status, out) == (2, "")
    assert says in err


def test_date_reads_phrases_from_words_or_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _, out, _ = run("date", "by the end of 2024", "--format", "json")
    assert rows(out)[0]["edtf"] == "[..2024-12-31]"
    monkeypatch.setattr(sys, "stdin", io.StringIO("Q3 2024\n\nsince 2019\n"))
    status, out, _ = run("date", "--format", "json")
    assert (status, [row["edtf"] for row in rows(out)]) == (0, ["2024-35", "2019/.."])


def test_date_says_what_it_did_not_understand_and_ends_with_2(run: Run) -> None:
    status, out, _ = run("date", "Q3 2024", "by the edn of 2024")
    assert status == 2
    assert "  by the edn of 2024\n         ^^^\n" in out
    assert rows(run("date", "edn", "--format", "json")[1])[0]["hint"]


def test_date_says_which_day_of_the_week_it_is_where_the_words_say_another(run: Run) -> None:
    status, out, _ = run("date", "Monday 27 – Monday 29 May 2024")
    assert (status, out.count("  but       "), "29 May 2024 is a Wednesday\n" in out) == (0, 1, True)
    assert "but" not in run("date", "Wednesday 29 May 2024")[1]


def test_date_reads_slashes_only_when_told_how(run: Run) -> None:
    assert run("date", "03/04/2024")[0] == 2
    assert "3 Apr 2024" not in run("date", "03/04/2024", "--no-day-first")[1]
    assert "3 Apr 2024" in run("date", "03/04/2024", "--day-first")[1]


def test_schema_is_json_that_names_every_kind(run: Run) -> None:
    _, out, _ = run("schema")
    assert "delivery" in json.loads(out)["$defs"]["event"]["properties"]["kind"]["enum"]


# -- formats and exports


def test_list_speaks_every_format(run: Run, small: str) -> None:
    table = run("list", small, "--format", "table")[1]
    assert "Line in Cuba" in table
    assert "| Event" in run("list", small, "--format", "md")[1]
    found = list(csv.DictReader(io.StringIO(run("list", small, "--format", "csv")[1])))
    assert {row["id"] for row in found} == {"cu-line", "cu-lab", "ve-forum", "ve-idea"}


def test_export_writes_to_output_or_into_a_file(run: Run, small: str, tmp_path: Path) -> None:
    status, out, _ = run("export", "ics", small)
    assert status == 0
    target = tmp_path / "log.ics"
    status, nothing, err = run("export", "ics", small, "--output", str(target))
    assert (status, nothing) == (0, "")
    assert err == f"{target}: 3 entries, 1 without a day left out\n"
    assert target.read_bytes() == out.encode()
    assert len(icalendar.Calendar.from_ical(target.read_bytes()).events) == 3


@pytest.mark.parametrize("target", ["json", "jsonl", "csv", "md"])
def test_every_export_fits_in_a_file(run: Run, small: str, tmp_path: Path, target: str) -> None:
    out = run("export", target, small, "--today", "2024-06-01")[1]
    path = tmp_path / f"log.{target}"
    assert run("export", target, small, "--today", "2024-06-01", "-o", str(path))[0] == 0
    assert path.read_bytes().decode() == out


def test_an_export_can_be_filtered_by_condition(run: Run, small: str) -> None:
    out = run("export", "jsonl", small, "--today", "2024-06-01", "--condition", "closed")[1]
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["ve-forum"]


def test_options_may_stand_before_paths(run: Run, small: str) -> None:
    assert run("export", "ics", "--tasks", "todo", small)[1].count("BEGIN:VTODO") == 2


@pytest.mark.parametrize("verb", ["list", "overdue", "timeline", "show"])
def test_the_ascii_twin_has_only_ascii(run: Run, small: str, verb: str) -> None:
    words = ["cu-line", small] if verb == "show" else [small]
    out = run(verb, *words, "--today", "2025-03-01", "--ascii")[1]
    assert out
    assert out.isascii()


def test_nothing_overdue_is_said_and_ends_with_0(run: Run, small: str) -> None:
    assert run("overdue", small, "--today", "2024-01-01") == (0, "nothing is overdue\n", "")
    assert run("overdue", small, "--today", "2025-01-01")[0] == 1
    assert run("overdue", small, "--today", "2025-01-01", "--exit-zero")[0] == 0


# -- as a program


SUSPICIOUS = """\
events:
  - {id: a, kind: meeting, title: A, status: held, said: 2024, when: 2025-01-01}
  - {id: b, kind: meeting, title: A, status: held, said: 2024, when: 2142}
"""


@pytest.mark.parametrize(
    ("ignored", "status", "left"),
    [
        ([], 1, ["P005", "P012", "P005", "P011"]),
        (["P005"], 1, ["P012", "P011"]),
        (["p005", "P012", "P005"], 1, ["P011"]),
        (["P005", "P011", "P012"], 0, []),
        (["P009"], 1, ["P005", "P012", "P005", "P011"]),
    ],
)
def test_check_leaves_out_the_warnings_one_has_looked_at(
    run: Run, tmp_path: Path, ignored: list[str], status: int, left: list[str]
) -> None:
    file = tmp_path / "log.yaml"
    file.write_text(SUSPICIOUS, "utf-8")
    options = [word for code in ignored for word in ("--ignore", code)]
    ended, printed, said = run("check", str(file), "--format", "json", *options)
    found = sorted((p["line"], p["code"]) for p in json.loads(printed))
    assert (ended, sorted(code for _, code in found), said) == (status, sorted(left), "")


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("P9", "unknown code 'P9' (did you mean 'P019'?)"),
        ("weekday", "unknown code 'weekday' (one of: C005, "),
        ("D001", "D001 is an error, and only warnings can be ignored"),
    ],
)
def test_only_a_known_warning_can_be_ignored(run: Run, small: str, code: str, says: str) -> None:
    status, printed, said = run("check", small, "--ignore", code)
    assert (status, printed, says in said) == (2, "", True)


@pytest.mark.parametrize("module", [True, False])
def test_the_entry_points_end_with_the_status_of_main(module: bool) -> None:
    assert program("date", "soon", module=module).returncode == 2


def test_an_interrupt_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "LIST", VERBS["list"]._replace(run=interrupt))
    assert run("list") == (130, "", "")


def interrupt(*_: Any) -> Any:
    raise KeyboardInterrupt


def program(*words: str, module: bool = True, **more: Any) -> subprocess.CompletedProcess[str]:
    start = [sys.executable, "-m", "laceventlog"] if module else [str(Path(sys.executable).parent / "laceventlog")]
    return subprocess.run([*start, *words], capture_output=True, text=True, check=False, encoding="utf-8", **more)


def test_the_module_and_the_command_are_one() -> None:
    assert program("--version").stdout == program("--version", module=False).stdout == f"laceventlog {__version__}\n"


def test_output_is_utf_8_whatever_the_machine_speaks() -> None:
    poor = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PATH": ""}
    ran = program("list", EVENTS, "--today", "2025-03-01", env=poor)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "●" in ran.stdout


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/La_Paz", "UTC"])
def test_the_answer_is_the_same_in_every_zone_and_hash_seed(zone: str) -> None:
    words = ("overdue", EVENTS, "--today", "2025-03-01")
    ran = program(*words, env={"TZ": zone, "PYTHONHASHSEED": str(len(zone)), "PATH": ""})
    assert (ran.returncode, ran.stdout.count("\n")) == (1, 7)  # a heading, and two lines for each


def test_a_timeline_of_nothing_says_so(run: Callable[..., tuple[int, str, str]]) -> None:
    assert run("timeline", EVENTS, "--as-of", "0001-01-01") == (0, "no events\n", "")


def test_help_keeps_capitals(run: Run) -> None:
    assert "Print the JSON Schema of the event file, for editors." in run("schema", "--help")[1]


# -- timeline as a page and a picture


@pytest.mark.parametrize(("form", "begin"), [("svg", "<svg "), ("html", "<!DOCTYPE html>\n<html lang=")])
def test_the_timeline_as_markup(form: str, begin: str, small: str, run: Run, tmp_path: Path) -> None:
    status, text, errors = run("timeline", small, "--today", "2024-06-01", "--format", form, "--title", "Weekly <1>")
    assert (status, errors, text.startswith(begin)) == (0, "", True)
    assert "Weekly &lt;1&gt;" in text
    path = tmp_path / f"out.{form}"
    arguments = ("timeline", small, "--today", "2024-06-01", "--format", form, "--title", "Weekly <1>", "-o", str(path))
    assert run(*arguments) == (0, "", f"{path}: 4 events\n")
    assert path.read_text("utf-8") == text


def test_the_timeline_as_text_goes_into_a_file_too(small: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    text = run("timeline", small, "--today", "2024-06-01")[1]
    assert run("timeline", small, "--today", "2024-06-01", "--output", str(path))[0] == 0
    assert path.read_text("utf-8") == text
    assert run("timeline", small, "--today", "2024-06-01", "--output", "-")[1] == text


def test_colours_go_into_a_file_only_when_asked_for(
    small: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("laceventlog.cli.command._has_colours", lambda _: True)
    path = tmp_path / "out.txt"
    run("timeline", small, "--today", "2024-06-01", "--output", str(path))
    assert "\x1b" not in path.read_text("utf-8")
    run("timeline", small, "--today", "2024-06-01", "--output", str(path), "--color", "always")
    assert "\x1b" in path.read_text("utf-8")


def test_figures_are_counted_on_the_page_and_a_picture_is_ten_pixels_a_column(run: Run) -> None:
    page = run("timeline", EVENTS, "--today", "2025-03-01", "--format", "html")[1]
    picture = run("timeline", EVENTS, "--today", "2025-03-01", "--format", "svg", "--width", "80")[1]
    assert "Not drawn: 37 observations (see --kind observation)" in page
    assert "Not drawn: 37 observations (see --kind observation)" in picture
    assert 'width="800"' in picture


def test_the_page_speaks_the_language_asked_for(small: str, run: Run) -> None:
    page = run("timeline", small, "--today", "2024-06-01", "--format", "html", "--lang", "ru")[1]
    assert '<html lang="ru">' in page
    assert "Хронология – 1 июня 2024 года" in page


def test_filters_and_axis_hold_for_the_page(run: Run) -> None:
    page = run(
        "timeline",
        EVENTS,
        "--today",
        "2025-03-01",
        "--format",
        "html",
        "--country",
        "VE",
        "--from",
        "2024",
        "--to",
        "2025",
    )[1]
    assert "ve-insulin-line" in page
    assert "cu-uaz-skd-start" not in page
    assert re.search(r'class="over" [^>]*>2024<', page)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--title", "T"), "--title is for --format svg and html"),
        (("--format", "html", "--ascii"), "--ascii is for --format text"),
        (("--format", "svg", "--ascii"), "--ascii is for --format text"),
        (("--format", "html", "--width", "80"), "--width is for --format text, md and svg"),
        (("--format", "htm"), "did you mean 'html'?"),
        (("--format", "html", "--output", "/nowhere/x.html"), "/nowhere/x.html cannot be written"),
    ],
)
def test_what_does_not_go_together_is_refused(words: tuple[str, ...], reason: str, small: str, run: Run) -> None:
    status, text, errors = run("timeline", small, *words)
    assert (status, text) == (2, "")
    assert reason in errors
