"""`slip`: one event or a table, in every format; refusals."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOG = str(ROOT / "examples" / "histories.yaml")
DAY = ("--today", "2025-03-01")
Run = Callable[..., tuple[int, str, str]]


def test_check_has_nothing_to_say_of_the_log_of_histories(run: Run) -> None:
    assert run("check", LOG) == (0, "", "")


def test_the_table_names_its_figures_and_what_it_leaves_out(run: Run) -> None:
    status, out, err = run("slip", str(ROOT / "events"), *DAY)
    assert (status, err) == (0, "")
    assert out.startswith("  first plan")
    assert out.endswith("Not shown: 91 events never planned for a date\n")


def test_one_event_is_named_by_its_id_or_how_it_begins_before_or_after_the_paths(run: Run) -> None:
    whole = run("slip", "harbour-crane", LOG, *DAY)
    assert whole[0] == 0
    assert whole[1].startswith("● Harbour crane for the container port [harbour-crane]\n")
    assert run("slip", LOG, "harb", *DAY) == run("slip", *DAY, LOG, "harb") == run("slip", "harb", *DAY, LOG) == whole


def test_a_file_is_no_id_even_when_its_name_could_be_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "clinic"
    folder.mkdir()
    (folder / "log.yaml").write_text(Path(LOG).read_text("utf-8"), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("slip", "clinic", *DAY)[1].startswith("  first plan")
    assert "Children's clinic" in run("slip", "clinic", "clin", *DAY)[1]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["cranes", LOG], "there is no event 'cranes'"),
        (["harbour-crane", "clinic", LOG], "one event at a time, not 'harbour-crane' and 'clinic'"),
        (["harbour-crane", LOG, "--format", "csv"], "the slip of one event is text, json or md, not csv"),
        (["harbour-crane", LOG, "--country", "CU"], "filters do not apply to one event"),
        ([LOG, "--country", "XX"], "XX"),
        (["no/such/file"], "no such file or folder"),
        (["nothing.yaml"], "no such file or folder"),
        ([""], "F001"),
        (["harbour-crane", LOG, "--as-of", "2020-01-01"], "'harbour-crane' has no statement by 2020-01-01"),
    ],
)
def test_what_cannot_be_asked_is_said_so(run: Run, words: list[str], message: str) -> None:
    status, out, err = run("slip", *words)
    assert (status, out) == (2, "")
    assert message in err


def test_as_of_a_day_only_what_had_been_said_counts(run: Run) -> None:
    def told(day: str) -> tuple[list[int] | None, int]:
        event = json.loads(run("slip", "harbour-crane", LOG, "--as-of", day, "--format", "json")[1])
        return event["days_slip"], event["revisions"]

    assert told("2024-03-15") == ([0, 0], 0)
    assert told("2024-03-19") == ([-290, -200], 1)  # the mistyped year, not yet corrected
    assert told("2024-03-20") == ([76, 166], 1)
    assert told("2024-09-20") == (None, 3)
    assert told("2025-02-14") == ([286, 376], 5)


def test_json_of_one_event_tells_every_forecast(run: Run) -> None:
    event = json.loads(run("slip", "harbour-crane", LOG, *DAY, "--format", "json")[1])
    assert [forecast["role"] for forecast in event["forecasts"]] == [
        "first plan", "corrected", "revision", "revision", "taken back", "revision", "revision", "outcome",
    ]  # fmt: skip
    assert event["forecasts"][3] == {
        "said": "2024-07-01", "role": "revision", "status": "planned", "when": "[..2024-09-30]",
        "when_text": "by the end of September 2024", "days_moved": [107, 107], "days_slip": [183, 273],
        "days_notice": [-16, -16], "is_revision": True, "correction": False,
        "reason": "the port was closed after the storm", "source": None,
    }  # fmt: skip
    assert {key: event[key] for key in ("first_plan", "last_plan", "actual", "has_no_date_now")} == {
        "first_plan": "2024-33", "last_plan": "2024-12-20", "actual": "2025-01-11", "has_no_date_now": False,
    }  # fmt: skip


def test_json_of_all_holds_events_and_figures(run: Run) -> None:
    found = json.loads(run("slip", LOG, *DAY, "--format", "json")[1])
    assert [event["id"] for event in found["events"]][:4] == ["bridge", "wind-park", "fishing-programme", "rail-link"]
    assert found["events"][1]["days_slip"] == [366, None]
    assert found["figures"]["events"] == {"completed": 4, "missed": 0, "cancelled": 1, "awaited": 4}
    assert found["figures"]["kept"]["first_plan"] == {"certain": 1, "possible": 1, "late": 1, "unknown": 1}
    assert found["figures"]["days_slip"]["median"] == [-30, 91]
    assert found["figures"]["revisions"]["number"] == 12
    assert found["figures"]["days_notice"]["number"] == 9


def test_csv_has_a_column_for_each_end_and_numbers_stay_numbers(run: Run) -> None:
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(run("slip", LOG, *DAY, "--format", "csv")[1]))}
    assert (rows["clinic"]["slip_min"], rows["clinic"]["slip_max"]) == ("-46", "45")
    assert (rows["wind-park"]["slip_min"], rows["wind-park"]["slip_max"]) == ("366", "")
    assert (rows["rail-link"]["slip_min"], rows["rail-link"]["revisions"]) == ("", "1")


@pytest.mark.parametrize("form", ["text", "table", "md", "json", "csv"])
def test_filters_leave_out_of_every_format(run: Run, form: str) -> None:
    out = run("slip", LOG, *DAY, "--country", "VE", "--condition", "closed", "--format", form)[1]
    assert "clinic" in out
    assert "harbour" not in out


def test_where_nothing_was_planned_it_says_so(run: Run) -> None:
    assert run("slip", LOG, *DAY, "--kind", "meeting") == (0, "nothing was planned\n", "")
    assert json.loads(run("slip", LOG, *DAY, "--kind", "meeting", "--format", "json")[1])["events"] == []


@pytest.mark.parametrize("words", [[], ["harbour-crane"], ["--format", "table"]])
def test_ascii_signs(run: Run, words: list[str]) -> None:
    assert run("slip", LOG, *DAY, *words, "--ascii")[1].isascii()


def test_what_is_left_out_is_told_in_signs_that_every_terminal_has(run: Run) -> None:
    out = run("slip", str(ROOT / "events"), *DAY, "--width", "40", "--ascii")[1]
    assert out.endswith("\nNot shown: 91 events never planned for.\n")
    assert all(len(line) <= 40 for line in out.splitlines())
