"""The command `import`: calendars printed as an event file or merged into one, and told what became of everything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laceventlog import Event, EventLog, LoadError, Source, Statement, Status, UsageError, When, ical, load, loads
from laceventlog.ical import ImportedCalendar, MergedLog, merge, merge_into_file, read
from laceventlog.model import Citation

Run = Callable[..., tuple[int, str, str]]
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:forum@mail.example
DTSTAMP:20240102T000000Z
DTSTART;VALUE=DATE:20240601
SUMMARY:Energy forum
END:VEVENT
BEGIN:VTODO
UID:buses@mail.example
DTSTAMP:20240102T000000Z
DUE;VALUE=DATE:20240701
SUMMARY:Deliver buses
RELATED-TO:forum@mail.example
END:VTODO
END:VCALENDAR
"""
LATER = (
    CALENDAR.replace("20240102T", "20240302T").replace("20240601", "20240608").replace("DUE;", "STATUS:CANCELLED\nDUE;")
)
FILE = """# the log
events:
  # what we know
  - id: pumps   # ours
    kind: event
    title: Pumps
    status: planned
  # the end
"""


@pytest.fixture
def calendar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "team.ics").write_text(CALENDAR)
    return tmp_path / "team.ics"


def test_a_calendar_is_printed_as_an_event_file(calendar: Path, run: Run) -> None:
    status, out, err = run("import", calendar.name)
    log = loads(out)
    assert [(event.id, event.when.notation) for event in log] == [
        ("energy-forum", "2024-06-01"),
        ("deliver-buses", "[..2024-07-01]"),
    ]
    assert log["deliver-buses"].part_of == ("energy-forum",)
    assert (status, err) == (0, "2 events new, 0 changed, 0 the same, 0 skipped, 0 problems\n")


def test_several_calendars_are_one_log(calendar: Path, run: Run) -> None:
    Path("later.ics").write_text(LATER)
    _, out, err = run("import", calendar.name, "later.ics")
    assert [len(event.history) for event in loads(out)] == [2, 2]
    assert err.startswith("2 events new, 0 changed")


def test_problems_are_told_and_end_with_1(calendar: Path, run: Run) -> None:
    calendar.write_text(CALENDAR.replace(";VALUE=DATE:20240601", ":20240601"))
    status, out, err = run("import", calendar.name)
    assert status == 1
    assert len(loads(out)) == 2
    assert err.startswith("team.ics:5:9: C051 DTSTART is a date without VALUE=DATE\n")
    assert err.endswith(", 1 problem\n")


@pytest.mark.usefixtures("calendar")
def test_merging_appends_and_touches_nothing_else(run: Run) -> None:
    file = Path("log.yaml")
    file.write_text(FILE)
    assert run("import", "team.ics", "--into", "log.yaml", "--dry-run")[1].startswith("--- log.yaml\n+++ log.yaml\n")
    assert file.read_text() == FILE
    status, out, _ = run("import", "team.ics", "--into", "log.yaml")
    assert (status, out) == (0, "new      [energy-forum] Energy forum\nnew      [deliver-buses] Deliver buses\n")
    assert file.read_text().startswith(FILE.removesuffix("  # the end\n"))
    assert file.read_text().endswith("\n  # the end\n")
    assert [event.id for event in load(file)] == ["pumps", "energy-forum", "deliver-buses"]
    before = file.read_text()
    assert run("import", "team.ics", "--into", "log.yaml")[2].startswith("0 events new, 0 changed, 2 the same, 0 sk")
    assert file.read_text() == before


@pytest.mark.usefixtures("calendar")
@pytest.mark.parametrize("name", ["log.yaml", "log.jsonl"])
def test_a_later_version_is_a_new_statement_and_an_older_one_is_skipped(run: Run, name: str) -> None:
    run("import", "team.ics", "--into", name)
    Path("later.ics").write_text(LATER)
    _, out, _ = run("import", "later.ics", "--into", name)
    assert out == "changed  [energy-forum] Energy forum\nchanged  [deliver-buses] Deliver buses\n"
    log = load(name)
    assert [(s.status, s.when and s.when.edtf, s.said and s.said.edtf) for s in log["energy-forum"].history] == [
        ("planned", "2024-06-01", "2024-01-02"),
        ("planned", "2024-06-08", "2024-03-02"),
    ]
    assert log["deliver-buses"].status == "cancelled"
    _, out, err = run("import", "team.ics", "--into", name)
    assert out == ""
    assert err.splitlines()[0] == (
        "skipped  energy-forum: says 'planned 2024-06-01' on 2024-01-02; the log has a later statement, of 2024-03-02"
    )


@pytest.mark.usefixtures("calendar")
def test_an_event_that_was_renamed_by_hand_is_known_by_its_uid(run: Run) -> None:
    run("import", "team.ics", "--into", "log.yaml")
    file = Path("log.yaml")
    file.write_text(file.read_text().replace("energy-forum", "ve-forum"))
    Path("later.ics").write_text(LATER)
    run("import", "later.ics", "--into", "log.yaml")
    assert [event.id for event in load(file)] == ["ve-forum", "deliver-buses"]


@pytest.mark.usefixtures("calendar")
def test_an_id_that_is_taken_by_something_else_gets_a_hash(run: Run) -> None:
    Path("log.yaml").write_text("events:\n- {id: energy-forum, kind: event, title: T, status: planned}\n")
    run("import", "team.ics", "--into", "log.yaml")
    log = load("log.yaml")
    assert [event.id[:13] for event in log] == ["energy-forum", "energy-forum-", "deliver-buses"]
    assert log["deliver-buses"].part_of == (log.events[1].id,)


def test_what_differs_and_has_no_stamp_is_skipped(calendar: Path, run: Run) -> None:
    run("import", "team.ics", "--into", "log.yaml")
    calendar.write_text(LATER.replace("DTSTAMP:20240302T000000Z\n", ""))
    assert "on an unknown day" in run("import", "team.ics", "--into", "log.yaml")[2]


@pytest.mark.usefixtures("calendar")
def test_an_event_of_another_file_is_left_there(run: Run) -> None:
    run("import", "team.ics", "--into", "one.yaml")
    Path("later.ics").write_text(LATER)
    Path("two.yaml").write_text("events: []\n")
    for name in ("two.yaml", "three.yaml"):
        assert run("import", "team.ics", "--into", name)[2].startswith("0 events new, 0 changed, 2 the same, 0 skipped")
        _, out, err = run("import", "later.ics", "--into", name)
        assert out == ""
        assert err.count("is in another file") == 2


LAYOUTS = [
    FILE, FILE.replace("\n", "\r\n"), "\ufeff" + FILE, FILE.rstrip("\n"), "", "events: []\n", "events: []   # none\n",
    "# none yet\nevents: []\n# later\n", "sources:\n  s: {title: S}\nevents: []\n", "sources:\n  s: {title: S}\n",
    "events:\n- id: a\n  kind: event\n  title: T\n  status: planned\n", "events:\n    - {id: a, kind: event, title: T, status: planned}\n",
    "events:\n  - {id: a, kind: event, title: T, status: planned}\nsources:\n  s: {title: S}\n",
    "---\nevents:\n  - id: a\n    kind: event\n    title: T\n    status: planned\n\n\n# bye\n",
]  # fmt: skip


@pytest.mark.usefixtures("calendar")
@pytest.mark.parametrize("text", LAYOUTS)
def test_layouts_keep_every_line(text: str, run: Run) -> None:
    file = Path("log.yaml")
    file.write_bytes(text.encode())
    _, out, err = run("import", "team.ics", "--into", "log.yaml")
    assert out.count("new ") == 2, err
    after = file.read_bytes().decode()
    kept = [line for line in text.splitlines() if "events: [" not in line]
    assert [line for line in kept if line not in after.splitlines()] == []
    assert {event.id for event in load(file)} >= {"energy-forum", "deliver-buses"}
    assert "\r\n" not in text or "\n" not in after.replace("\r\n", "")


REFUSED = [
    ("events: [{id: a, kind: event, title: T, status: planned}]\n", "without changing other lines"),
    ("{events: []}\n", "without changing other lines"),
    ("events: [ ]\n", "without changing other lines"),
    ("events:\n", "S010"),
    ("events:\n  - {id: a}\n", "S002"),
]


@pytest.mark.usefixtures("calendar")
@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_what_cannot_be_written_is_refused_and_stays(text: str, reason: str, run: Run) -> None:
    Path("log.yaml").write_text(text)
    status, out, err = run("import", "team.ics", "--into", "log.yaml")
    assert (status, out) == (2, "")
    assert reason in err
    assert Path("log.yaml").read_text() == text


@pytest.mark.usefixtures("calendar")
@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("gone.ics",), "F001"), ((".",), "F003"), (("a\0b",), "F001"), (("team.ics", "--dry-run"), "--into"),
        (("team.ics", "--into", "log.txt"), "not an event file"), (("team.ics", "--from", "2024"), "give both"),
        (("team.ics", "--from", "2025", "--to", "2024"), "before --from"), (("team.ics", "--into", "no/log.yaml"), "cannot be"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused(words: tuple[str, ...], reason: str, run: Run) -> None:
    status, out, err = run("import", *words)
    assert (status, out) == (2, "")
    assert reason in err


def test_occurrences_are_asked_for_with_from_and_to(calendar: Path, run: Run) -> None:
    calendar.write_text(CALENDAR.replace("SUMMARY:Energy", "RRULE:FREQ=YEARLY\nSUMMARY:Energy"))
    _, out, _ = run("import", "team.ics", "--from", "2024", "--to", "2026")
    assert len(loads(out)) == 4
    assert run("import", "team.ics", "--from", "2000", "--to", "2001")[2].endswith("1 recurring outside these days\n")


# -- our own calendars


def own(log: EventLog) -> ImportedCalendar:
    return read(ical.dumps(log))


def log_of(*days: str, source: Source | None = None) -> EventLog:
    cited = Citation(source, "3") if source else None
    history = [
        Statement(status=Status.PLANNED, when=When.parse("2024"), said=When.parse(day), source=cited) for day in days
    ]
    return EventLog([Event(id="a", title="T", history=history)], {source.id: source} if source else {})


@pytest.mark.parametrize("name", ["log.yaml", "log.jsonl"])
def test_every_statement_that_is_missing_is_added_with_its_source(tmp_path: Path, name: str) -> None:
    source = Source("s", "S", url="https://x.example")
    path = tmp_path / name
    for log in (log_of("2024-01-05"), log_of("2024-01-05", "2024-02-05"), log_of("2023-01-05", source=source)):
        merged = merge_into_file.plan_merge(path, lambda known, near, log=log: merge(known, own(log), near))  # type: ignore[misc]  # a default
        merge_into_file.write(merged)
    found = load(path)
    assert [s.said and s.said.edtf for s in found["a"].history] == ["2024-01-05", "2024-02-05", "2023-01-05"]
    assert found.sources == {"s": source}


def test_a_source_that_is_another_one_is_refused() -> None:
    with pytest.raises(UsageError, match="different sources"):
        merge(MergedLog(log_of("2024", source=Source("s", "S"))), own(log_of("2025", source=Source("s", "Other"))))


def test_what_would_not_load_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "log.yaml"
    path.write_text("events:\n  - {id: x, kind: event, title: T, status: planned, part_of: [x]}\n")
    with pytest.raises(LoadError):
        merge_into_file.plan_merge(path, lambda known, near: merge(known, own(log_of("2024")), near))


def test_the_shipped_log_goes_through_a_calendar_into_a_file(root: Path, tmp_path: Path, run: Run) -> None:
    run("export", "ics", str(root / "events"), "--tasks", "both", "--output", str(tmp_path / "all.ics"))
    (tmp_path / "log").mkdir()
    status, _, _ = run("import", str(tmp_path / "all.ics"), "--into", str(tmp_path / "log" / "log.yaml"))
    assert status == 0
    assert run("diff", str(root / "events"), str(tmp_path / "log" / "log.yaml"))[0] == 0


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["2023", "2024-01", "2024-02-05", "2025-03-01"]), min_size=1, max_size=4, unique=True),
       st.integers(0, 4))  # fmt: skip
def test_merging_twice_is_merging_once(days: list[str], cut: int) -> None:
    whole, part = log_of(*days), log_of(*(days[:cut] or days))
    once = merge(MergedLog(part), own(whole))
    assert set(once.log["a"].history) == set(whole["a"].history)
    assert merge(MergedLog(once.log), own(whole)).log == once.log
