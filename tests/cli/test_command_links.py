"""The command on what waits, on parts of a whole, and on what nobody speaks of any more."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

EVENTS = str(Path(__file__).parents[2] / "events")
LOG = """
events:
  - {id: plan, kind: programme, title: Health, countries: [CU], status: underway, when: since 2019, said: 2025-02}
  - {id: licence, kind: agreement, title: Licence, countries: [VE], status: planned, when: Q3 2025, said: 2025-02}
  - id: plant
    kind: launch
    title: Plant
    countries: [CU]
    part_of: [plan]
    after: [licence]
    status: planned
    when: "2025"
    said: 2024-11
  - {id: supply, kind: delivery, title: Supply, part_of: [plan], status: planned, when: by the end of 2024, said: 2024-12}
  - {id: line, kind: launch, title: Line, part_of: [plan], status: launched, when: 2024-06, said: 2024-07}
  - {id: talk, kind: meeting, title: Talks, status: planned, when: around 2024}
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def log(tmp_path: Path) -> str:
    """A programme of three parts, one of which waits, and talks of which nobody says when they were announced."""
    path = tmp_path / "log.yaml"
    path.write_text(LOG, "utf-8")
    return str(path)


STALE = [
    ("0", ["supply", "talk", "plant", "licence", "plan"]),
    ("1", ["supply", "talk", "plant", "licence", "plan"]),
    ("2", ["supply", "talk", "plant"]),
    ("60", ["supply", "talk", "plant"]),
    ("61", ["talk", "plant"]),
    ("91", ["talk", "plant"]),
    ("92", ["talk"]),
    ("9999999", ["talk"]),
]


@pytest.mark.parametrize(("days", "ids"), STALE)
def test_list_stale_keeps_what_nobody_speaks_of(run: Run, log: str, days: str, ids: list[str]) -> None:
    status, out, _ = run("list", log, "--today", "2025-03-01", "--stale", days, "--format", "json")
    assert (status, [row["id"] for row in json.loads(out)]) == (0, ids)


def test_list_stale_says_of_each_since_when_nothing_was_heard(run: Run, log: str) -> None:
    out = run("list", log, "--today", "2025-03-01", "--stale", "60")[1]
    heard = [line for line in out.splitlines() if line.startswith("    ")]
    assert heard == [
        "    no report since 31 Dec 2024",
        "    day of the last report not stated",
        "    no report since 30 Nov 2024",
    ]


def test_overdue_stale_counts_only_what_is_silent(run: Run, log: str) -> None:
    assert run("overdue", log, "--today", "2025-03-01", "--stale", "60")[0] == 1
    assert run("overdue", log, "--today", "2025-03-01", "--stale", "61")[:2] == (0, "nothing is overdue\n")


@pytest.mark.parametrize("days", ["-1", "soon", "1.5", "", "²", "12345678"])
def test_a_silence_is_a_number_of_days(run: Run, log: str, days: str) -> None:
    status, out, err = run("list", log, f"--stale={days}")
    assert (status, out) == (2, "")
    assert "is no number of days (write 90)" in err


def test_what_may_be_overdue_is_said_so_and_counted_only_when_asked(run: Run, log: str) -> None:
    certain = run("overdue", log, "--today", "2025-03-01", "--format", "json")[1]
    assert [row["id"] for row in json.loads(certain)] == ["supply"]
    status, out, _ = run("overdue", log, "--today", "2025-03-01", "--possible")
    assert status == 1
    assert "▶ around 2024  may be overdue  Talks" in out
    possible = json.loads(run("overdue", log, "--today", "2025-03-01", "--possible", "--format", "json")[1])
    assert {row["id"]: row["days_possible"] for row in possible} == {"supply": None, "talk": [0, 425], "plant": None}


# The whole is what the log says, whatever the filters leave.
def test_the_parts_of_a_programme_are_counted_behind_its_title(run: Run, log: str) -> None:
    assert "Health (1 of 3 done, 1 overdue)" in run("list", log, "--today", "2025-03-01", "--width", "100")[1]
    assert "Health (1 of 3 done, 1 overdue)" in run("list", log, "--today", "2025-03-01", "--kind", "programme")[1]


def test_show_tells_machines_what_links_imply(run: Run, log: str) -> None:
    plan = json.loads(run("show", "plan", log, "--today", "2025-03-01", "--format", "json")[1])
    parts = plan["parts"]
    assert [part["id"] for part in parts.pop("events")] == ["supply", "plant", "line"]
    assert parts == {
        "total": 3, "overdue": 1, "due": 1, "upcoming": 0, "ongoing": 0, "undated": 0, "done": 1, "missed": 0,
        "cancelled": 0,
    }  # fmt: skip
    plant = json.loads(run("show", "plant", log, "--today", "2025-03-01", "--format", "json")[1])
    found = [plant[name] for name in ("earliest", "earliest_possible", "waits_until", "chain", "is_impossible")]
    assert found == ["2025-01-01", "2025-07-01", "2025-07-01", ["licence", "plant"], False]
    assert plant["parts"]["total"] == 0


def test_show_says_both_to_people(run: Run, log: str) -> None:
    assert "  parts       1 of 3 done, 1 overdue, 1 due\n" in run("show", "plan", log, "--today", "2025-03-01")[1]
    text = "  not before  1 Jul 2025, when [licence] can have ended at the earliest\n"
    assert text in run("show", "plant", log, "--today", "2025-03-01")[1]


def test_a_plan_that_cannot_be_kept_is_a_warning_and_the_log_loads(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "log.yaml"
    path.write_text(LOG.replace('when: "2025"', "when: May 2025"), "utf-8")
    status, out, _ = run("check", str(path))
    assert status == 1
    assert ":5:5: P013 'plant' is planned for 2025-05-31 at the latest; 'licence', which comes first" in out
    assert "its own date lies before that" in run("show", "plant", str(path), "--width", "200")[1]


def test_a_circle_stops_every_verb_but_names_itself(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "log.yaml"
    path.write_text(LOG.replace("title: Licence,", "title: Licence, after: [plant],"), "utf-8")
    for verb in (["check"], ["list"], ["show", "plant"]):
        status, out, err = run(*verb, str(path))
        assert status == (1 if verb == ["check"] else 2)
        assert "L005 circular 'after' links: 'licence' and 'plant'" in out + err


def test_the_real_log_has_no_circle_and_no_plan_that_cannot_be_kept(run: Run) -> None:
    out = run("show", "cu-uaz", EVENTS, "--today", "2025-03-01")[1]
    assert "  parts       1 of 4 done, 2 overdue, 1 ongoing\n" in out
    assert run("check", EVENTS) == (0, "", "")
