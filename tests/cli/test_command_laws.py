"""Laws of every verb: no line too wide, nothing said after --as-of, no file touched, exports that read back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from laceventlog import loads
from laceventlog.cli.command import CLOSED
from laceventlog.text_width import columns

EVENTS = Path(__file__).parents[2] / "events"
ODD = [
    "🚀" * 60, "日本語の題名" * 12, "e\u0301" * 90, "👩‍👩‍👧‍👦 family " * 12, "🇨🇺🇷🇺" * 30, "a" * 300, "word " * 60, "אבג " * 40,
    "x\u200by" * 50, "한국어 제목 " * 15, "ﷺ" * 30, "\u202eevil", "tab\there", "\U0001f3f4\U000e0067\U000e0062\U000e007f" * 9,
]  # fmt: skip
WHENS = ["by the end of 2024", "2023/2030", "2019/..", "TBD", "2024-05-29", "Late January—early February 2025", "2015~"]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A log of titles, notes, parties and sources that are hard to measure."""
    lines = ["sources:"] + [f"  s{n}: {{title: {quoted(text)}}}" for n, text in enumerate(ODD)] + ["events:"]
    for n, text in enumerate(ODD):
        status, when = ("planned", "completed", "underway", "cancelled")[n % 4], WHENS[n % len(WHENS)]
        lines.append(f"  - {{id: e{n}, kind: delivery, title: {quoted(text)}, note: {quoted(text)}, status: {status},"
                     f" when: {quoted(when)}, parties: [{quoted(text)}], goods: {quoted(text)}, source: s{n}#{n},"
                     f" reason: {quoted(text)}, quote: {quoted(text)}}}")  # fmt: skip
    path = tmp_path_factory.mktemp("odd") / "odd.yaml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return str(path)


def quoted(text: str) -> str:
    return "'" + text.strip() + "'"


# -- widths

WIDTHS = [20, 21, 23, 27, 33, 40, 50, 64, 71, 72, 73, 99, 120, 160, 250]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_takes_more_columns_than_there_are(run: Run, odd: str, width: int) -> None:
    shown = (f"{verb} e{n}" for verb in ("show", "history", "slip") for n in range(len(ODD)))
    for verb in ["list", "overdue --possible", "timeline", "history", "slip", *shown]:
        _, out, err = run(*verb.split(), odd, "--today", "2025-03-01", "--width", str(width))
        assert (err, out.count("\n") > 1) == ("", True)
        assert [line for line in out.splitlines() if columns(line) > width] == []


@pytest.mark.parametrize("width", [20, 33, 60, 72, 100, 250])
@pytest.mark.parametrize("verb", ["list", "timeline", "show e3", "history", "history e3", "slip", "slip e3"])
def test_the_ascii_twin_is_no_wider(run: Run, odd: str, verb: str, width: int) -> None:
    _, out, _ = run(*verb.split(), odd, "--today", "2025-03-01", "--width", str(width), "--ascii")
    assert [line for line in out.splitlines() if columns(line) > width] == []


@pytest.mark.parametrize("width", [20, 60, 100])
def test_the_cards_of_the_real_log_fit(run: Run, width: int) -> None:
    for event_id in ("cu-biocad-supply", "cu-uaz", "lac-trade-partners", "ve-insulin-line"):
        _, out, _ = run("show", event_id, str(EVENTS), "--today", "2025-03-01", "--width", str(width))
        assert [line for line in out.splitlines() if columns(line) > width] == []


@pytest.mark.parametrize(
    "verb",
    [
        "list",
        "timeline",
        "show e11",
        "overdue --possible",
        "list --format table",
        "history",
        "history e11",
        "slip",
        "slip e11",
        "slip --format table",
    ],
)
def test_nothing_moves_the_cursor_or_turns_the_writing(run: Run, odd: str, verb: str) -> None:
    _, out, _ = run(*verb.split(), odd, "--today", "2025-03-01")
    assert not set(out) & set("\t\x1b\u202e\u2028\r")


# -- knowledge

LATER = """
sources:
  early: {title: Early paper, published: 2024-01-01}
  late: {title: SECRET paper, published: 2025-01-01}
events:
  - id: a
    kind: delivery
    title: Pumps
    after: [secret-b]
    related: [c]
    history:
      - {status: planned, when: 2024-11, source: early}
      - {status: planned, when: 2025-11, source: late, reason: SECRET reason, quote: SECRET quote}
      - {status: cancelled, said: 2025-02-01, reason: SECRET end}
  - {id: secret-b, kind: event, title: SECRET title, status: planned, when: 2024, source: late, tags: [SECRET]}
  - {id: c, kind: event, title: Pipes, status: planned, when: 2024-12, source: early}
"""


@pytest.fixture
def later(tmp_path: Path) -> str:
    path = tmp_path / "later.yaml"
    path.write_text(LATER, "utf-8")
    return str(path)


VIEWS = [
    "list", "overdue", "timeline", "show a", "show a --format json", "history", "history a", "history --format json",
    "list --format json", "list --format csv", "list --format md", "list --format table", "slip", "slip a",
    "slip a --format json", "slip --format json", "slip --format csv", "slip --format md", "slip --format table",
    "export ics", "export json", "export jsonl", "export csv", "export md",
    "export ics --tasks both",
]  # fmt: skip


@pytest.mark.parametrize("verb", VIEWS)
def test_nothing_said_later_leaks(run: Run, later: str, verb: str) -> None:
    _, out, err = run(*verb.split(), later, "--as-of", "2024-06-01")
    assert "Pumps" in out or verb == "overdue"
    assert "secret" not in (out + err).casefold()
    assert "2025-11" not in out


@pytest.mark.parametrize("question", ["show secret-b", "history secret-b", "list --tag SECRET"])
def test_what_is_not_yet_known_cannot_be_asked_for(run: Run, later: str, question: str) -> None:
    status, out, _ = run(*question.split(), later, "--as-of", "2024-06-01")
    assert (status, out) == (2, "")


def test_a_plan_of_that_day_is_judged_by_that_day(run: Run, later: str) -> None:
    assert run("overdue", later, "--as-of", "2024-11-30")[0] == 0
    assert run("overdue", later, "--as-of", "2024-12-01")[0] == 1
    assert "cancelled" in run("show", "a", later, "--as-of", "2025-02-01")[1]


# -- what is exported reads back


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--country", "CU"],
        ["--kind", "delivery"],
        ["--status", "planned"],
        ["--tag", "health"],
        ["--from", "2025"],
        ["--condition", "overdue"],
        ["--as-of", "2024-12-31"],
        ["--as-of", "2020-01-01"],
    ],
)
def test_an_export_of_a_part_of_the_log_is_a_log(run: Run, words: list[str]) -> None:
    status, out, _ = run("export", "jsonl", str(EVENTS), "--today", "2025-03-01", *words)
    assert status == 0
    assert len(loads(out, "x.jsonl")) == sum('"id":' in line for line in out.splitlines())


# -- nothing is touched

ALL = [
    "check", "list", "overdue", "timeline", "show cu-biocad-supply", "history", "slip", "slip cu-biocad-supply",
    "export ics", "export jsonl", "export json",
    "export csv", "export md", "list --format table",
]  # fmt: skip


@pytest.fixture
def copied(tmp_path: Path) -> Iterator[Path]:
    """A copy of the shipped log, which nothing may change."""
    folder = tmp_path / "events"
    folder.mkdir()
    for file in EVENTS.glob("*.yaml"):
        (folder / file.name).write_bytes(file.read_bytes())
    before = {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()}
    yield folder
    assert {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()} == before


@pytest.mark.parametrize("verb", ALL)
def test_no_verb_touches_what_it_reads(run: Run, copied: Path, verb: str) -> None:
    assert run(*verb.split(), str(copied))[0] in (0, 1)


@pytest.mark.parametrize(
    "verb", ["list", "overdue", "timeline", "slip", "history", "export ics", "export json", "export md", "check"]
)
def test_the_same_question_has_the_same_answer(run: Run, verb: str) -> None:
    words = [*verb.split(), str(EVENTS), *(["--today", "2025-03-01"] if verb != "check" else [])]
    assert run(*words) == run(*words)


def test_the_order_in_which_files_are_named_changes_no_list(run: Run, copied: Path) -> None:
    files = sorted(map(str, copied.iterdir()))
    words = ["--today", "2025-03-01", "--format", "json"]
    assert run("list", *files, *words) == run("list", *reversed(files), *words) == run("list", str(copied), *words)


# -- usage


def test_an_empty_path_is_no_path(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # an unset variable in quotes; for pathlib it is the folder one is in
    (tmp_path / "a.yaml").write_text("events:\n  - {id: a, kind: event, title: T, status: planned}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    status, out, err = run("list", "")
    assert (status, out) == (2, "")
    assert err


def test_only_what_must_be_given_is_asked_for(run: Run) -> None:
    # argparse asks for a "*" argument too, unless it has a default
    assert "PATH" not in run("show")[2]


@pytest.mark.parametrize("target", ["a\0b", "loop/x.ics"])
@pytest.mark.parametrize("kind", ["ics", "json"])
def test_an_output_that_cannot_be_is_said_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, target: str
) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    monkeypatch.chdir(tmp_path)
    status, out, err = run("export", kind, str(EVENTS), "--output", target)
    assert (status, out) == (2, "")
    assert "cannot be written" in err


def test_a_failed_export_leaves_the_last_one(run: Run, tmp_path: Path) -> None:
    log, target = tmp_path / "log.jsonl", tmp_path / "log.ics"
    target.write_bytes(b"old")
    log.write_text('{"id":"a","kind":"event","title":"A\\u0007","status":"planned","when":"2025"}\n', "utf-8")
    assert run("export", "ics", str(log), "-o", str(target))[0] == 2
    assert target.read_bytes() == b"old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["log.ics", "log.jsonl"]


# -- processes


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_head_ends_the_command_without_a_traceback(tmp_path: Path, unbuffered: str) -> None:
    # with PYTHONUNBUFFERED=1 Python's own text layer drops what a pipe did not take, in silence
    items = "".join(f"  - {{id: e{n}, kind: event, title: T, status: planned, when: 2025}}\n" for n in range(3000))
    (tmp_path / "log.yaml").write_text("events:\n" + items, "utf-8")
    start = [sys.executable, "-m", "laceventlog", "export", "ics", str(tmp_path)]
    env = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen(start, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == b"BEGIN:VCALENDAR\r\n"
        process.stdout.close()
        assert (process.wait(60), process.stderr.read().decode()) == (2, CLOSED + "\n")


@pytest.mark.parametrize("words", [["list"], ["list", "--country", "XX"]])
@pytest.mark.parametrize("closed", ["stdin", "stdout", "stderr"])
def test_a_stream_that_is_not_there_is_no_traceback(words: list[str], closed: str) -> None:
    # sys.stdout and sys.stderr are None then
    redirect = {"stdin": "<&-", "stdout": ">&-", "stderr": "2>&-"}[closed]
    command = f'"$0" -m laceventlog "$@" {redirect}'
    start = ["/bin/sh", "-c", command, sys.executable, *words, str(EVENTS)]
    ran = subprocess.run(start, capture_output=True, check=False, env={**os.environ, "PYTHONWARNINGS": "default"})
    assert b"Traceback" not in ran.stderr
    assert ran.returncode in (0, 2)


def test_errors_are_utf_8_on_a_poor_terminal_too(tmp_path: Path) -> None:
    log = tmp_path / "лог.yaml"
    log.write_text("events:\n  - {id: a, kind: event, title: Жуть, status: плнд}\n", "utf-8")
    poor = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run(
        [sys.executable, "-m", "laceventlog", "list", str(log)], capture_output=True, check=False, env=os.environ | poor
    )
    assert ran.returncode == 2
    assert "unknown status 'плнд'" in ran.stderr.decode()
    assert "лог.yaml:2:47: S005" in ran.stderr.decode()
