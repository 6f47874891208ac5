"""Rows in every format, with the same rows in each."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from laceventlog.views.tables import styled_table

Run = Callable[..., tuple[int, str, str]]
OLD = """
events:
  - {id: a, kind: event, title: "=cmd|' /C calc'!A0 | x", status: planned, when: 2024, said: 2023}
  - {id: b, kind: event, title: B, status: held, when: 17 May 2024, said: 2025}
"""
NEW = OLD.replace("when: 2024", "when: 2026").replace("2023", "2024")
VERBS = {
    "list old.yaml": 2, "overdue old.yaml": 1, "slip old.yaml": 1, "history old.yaml": 2, "diff old.yaml new.yaml": 2,
    "check bad.yaml": 2, "date 2024 soon": 2,
}  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old.yaml").write_text(OLD, "utf-8")
    (tmp_path / "new.yaml").write_text(NEW, "utf-8")
    (tmp_path / "bad.yaml").write_text(OLD.replace("event,", "'=evnt',"), "utf-8")
    monkeypatch.chdir(tmp_path)


def printed(run: Run, verb: str, form: str) -> str:
    today = [] if verb.startswith(("check", "date", "diff")) else ["--today", "2025-03-01"]
    _, out, err = run(*verb.split(), "--format", form, *today)
    assert err == ""
    return out


@pytest.mark.parametrize(("verb", "number"), VERBS.items())
def test_every_form_has_the_same_rows(run: Run, verb: str, number: int) -> None:
    found = json.loads(printed(run, verb, "json"))
    assert len(found["events"] if isinstance(found, dict) else found) == number
    assert len(list(csv.DictReader(io.StringIO(printed(run, verb, "csv"))))) == number
    assert len(printed(run, verb, "table").splitlines()) >= number + 2
    assert printed(run, verb, "md")
    assert printed(run, verb, "text")


@pytest.mark.parametrize("verb", VERBS)
def test_no_cell_of_csv_begins_as_a_formula_does(run: Run, verb: str) -> None:
    cells = [cell for row in csv.reader(io.StringIO(printed(run, verb, "csv"))) for cell in row]
    assert [cell for cell in cells if cell.strip().startswith(("=", "+", "@", "-"))] == []
    assert verb.startswith(("check", "date")) or any("cmd|" in cell for cell in cells)


@pytest.mark.parametrize("form", ["table", "md"])
def test_nothing_breaks_out_of_a_table(form: str) -> None:
    record = {"a": "x\ny\x1b[31m", "b": ["p|q", 1], "c": None, "d": "*b* <i>"}
    made = (styled_table.markdown_of_records if form == "md" else styled_table.of_records)(
        [record], ["a", "b", "c", "d"]
    )
    assert len(made.splitlines()) == 3
    assert "\x1b" not in made
    assert form == "table" or ("\\|" in made and "<i>" not in made)
