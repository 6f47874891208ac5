"""`record`: output, exit status, and files left untouched if refused."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from laceventlog import load

PATCH = shutil.which("patch") or ""
Run = Callable[..., tuple[int, str, str]]
LOG = """\
sources:
  minutes: {title: Minutes, published: 2025-02-20}
events:
  - id: cu-buses
    kind: delivery
    title: Buses for Havana
    status: planned      # by letter
    when: first quarter of 2025
    source: minutes#4
  - {id: ve-line, kind: launch, title: Line, history: [{status: held, said: 2024}]}
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small log in the folder one is in."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "log.yaml"
    file.write_text(LOG, "utf-8")
    return file


def test_the_lines_it_wrote_are_printed_with_their_places(run: Run, path: Path) -> None:
    assert run("record", "cu", "delivered", "log.yaml", "--when", "18 March 2025", "--today", "2025-03-20") == (
        0,
        (
            "log.yaml:7:    history:\n"
            "log.yaml:8:      - status: planned      # by letter\n"
            "log.yaml:9:        when: first quarter of 2025\n"
            "log.yaml:10:        source: minutes#4\n"
            "log.yaml:11:      - said: 2025-03-20\n"
            "log.yaml:12:        status: delivered\n"
            "log.yaml:13:        when: 18 March 2025\n"
        ),
        "",
    )
    assert load(path)["cu-buses"].status == "completed"
    out = run("record", "cu-buses", "held", "--today", "2025-03-21", "log.yaml", "--source", "minutes#5")[1]
    assert out == "log.yaml:14:      - status: held\nlog.yaml:15:        source: minutes#5\n"


def test_the_default_folder_is_events(run: Run, path: Path) -> None:
    (path.parent / "events").mkdir()
    path.rename(path.parent / "events" / "log.yaml")
    assert run("record", "ve", "held", "--today", "2025-03-20")[1] == (
        "events/log.yaml:10:  - {id: ve-line, kind: launch, title: Line, "
        "history: [{status: held, said: 2024}, {said: 2025-03-20, status: held}]}\n"
    )


def test_every_option_is_written(run: Run, path: Path) -> None:
    words = ["--when", "by the end of 2025", "--said", "2025-01", "--source", "minutes#7", "--reason", "a: b"]
    status, out, err = run("record", "ve", "planned", "log.yaml", *words, "--quote", "“Later”, he said", "--correction")
    assert (status, err) == (0, "")
    assert (
        "{said: 2025-01, status: planned, when: by the end of 2025, source: minutes#7, reason: 'a: b', "
        "quote: '“Later”, he said', correction: true}" in out
    )
    assert load(path)["ve-line"].history[1].correction


@pytest.mark.skipif(not PATCH, reason="needs patch")
def test_a_dry_run_prints_a_diff_that_patch_takes(run: Run, path: Path) -> None:
    words = ["record", "cu", "delivered", "log.yaml", "--today", "2025-03-20"]
    status, out, err = run(*words, "--dry-run")
    assert (status, path.read_text("utf-8")) == (0, LOG)
    assert "P003 'cu-buses' goes from planned to completed without a date" in err
    assert out.startswith("--- log.yaml\n+++ log.yaml\n@@ -4,7 +4,10 @@\n")
    subprocess.run([PATCH, "-p0"], input=out, text=True, cwd=path.parent, check=True, capture_output=True)
    patched = path.read_bytes()
    path.write_text(LOG, "utf-8")
    run(*words)
    assert path.read_bytes() == patched


def test_a_diff_says_where_the_last_line_break_is_missing(run: Run, path: Path) -> None:
    path.write_text(LOG.removesuffix("\n"), "utf-8")
    _, out, _ = run("record", "ve", "held", "log.yaml", "--today", "2025-03-20", "--dry-run")
    assert out.count("\n\\ No newline at end of file\n") == 2


@pytest.mark.parametrize("more", [[], ["--dry-run"]])
def test_an_unlikely_move_is_remarked_and_written_all_the_same(run: Run, path: Path, more: list[str]) -> None:
    status, out, err = run("record", "cu", "cancelled", "log.yaml", "--today", "2025-03-20", *more)
    assert status == 0
    assert "status: cancelled" in out
    assert "log.yaml:11:9: P001 'cu-buses' goes from planned to cancelled without a reason" in err
    assert (path.read_text("utf-8") == LOG) is bool(more)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["cu", "delayed"], "laceventlog: 'delayed' is not a status: 'delayed' means a new date"),
        (["cu", "held", "--when", "by the edn of 2024"], "did you mean 'end'?"),
        (["cu", "held", "--said", "03/04/2024"], "03/04/2024"),
        (["cu", "held", "--source", "minuts"], "unknown source 'minuts': did you mean 'minutes'?"),
        (["zz", "held"], "there is no event 'zz'"),
        (["ve", "held", "--said", "2024"], "nothing new: 've-line' has exactly this statement (log.yaml:10)"),
        (["ve", "held", "--reason", " "], "'reason' has no value"),
        (["ve"], "STATUS is missing: a status, or a word for one: delivered"),
        (["ve", "held", "no.yaml"], "no.yaml: F001"),
    ],
)
def test_what_cannot_be_recorded_ends_with_2(run: Run, path: Path, words: list[str], says: str) -> None:
    args = [*words, "log.yaml"] if len(words) > 1 else words
    status, out, err = run("record", *args, "--today", "2025-03-20")
    assert (status, out) == (2, "")
    assert says in err
    assert path.read_text("utf-8") == LOG
