"""iCalendar: the same log gives the same bytes, every reader gets whole lines, and no date is made more precise."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import icalendar
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from laceventlog import Citation, Event, EventLog, Launch, Source, Statement, Status, UsageError, When, ical, load
from laceventlog.atomic_write import replacing
from laceventlog.ical import Options, encoding
from laceventlog.model import KINDS
from laceventlog.model.values import trusted

Lines = list[tuple[str, str]]
TASKS: tuple[ical.TaskStyle, ...] = ("event", "todo", "both")


@pytest.fixture(scope="module")
def real() -> EventLog:
    return load(Path(__file__).parents[2] / "events")


def event(when: str = "2024-05-29", status: str = "planned", *, kind: str = "event", **fields: Any) -> Event:
    said = Statement(status=Status(status), when=When.parse(when), said=When.parse("2024-01-02"))
    return KINDS[kind](**{"id": "a", "title": "T", "history": (said,), **fields})


class Nowhere(io.BytesIO):
    """A file that keeps nothing."""

    def write(self, data: Any) -> int:
        return len(data)


NOWHERE = Nowhere()


def written(*events: Event, **options: Any) -> bytes:
    return ical.dumps(EventLog.trusted(events), Options(**options))


def unfolded(data: bytes) -> Lines:
    """Names with their parameters, and values still escaped (RFC 5545 §3.1)."""
    text = data.decode()
    assert text.endswith("\r\n")
    whole = text.replace("\r\n ", "")
    return [(line[: colon(line)], line[colon(line) + 1 :]) for line in whole.split("\r\n")[:-1]]


def colon(line: str) -> int:
    """Where the value begins: the first colon outside quotes."""
    return next(n for n, sign in enumerate(line) if sign == ":" and line[:n].count('"') % 2 == 0)


def unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def values(data: bytes, name: str) -> list[str]:
    return [value for key, value in unfolded(data) if key.split(";")[0] == name]


def entry(data: bytes) -> dict[str, str]:
    """The only entry of a calendar, parameters kept in the names."""
    lines = unfolded(data)
    start = next(n for n, line in enumerate(lines) if line[0] == "BEGIN" and line[1] != "VCALENDAR")
    end = next(n for n, line in enumerate(lines) if line[0] == "END")
    return dict(lines[start:end])


# -- every reader gets whole lines


@pytest.mark.parametrize("tasks", TASKS)
@pytest.mark.parametrize("windows", ["last-day", "span"])
@pytest.mark.parametrize("cancelled", ["show", "drop", "mark"])
def test_the_shipped_log_parses_without_an_error(
    real: EventLog, tasks: ical.TaskStyle, windows: ical.WindowStyle, cancelled: ical.CancelledStyle
) -> None:
    calendar: Any = ical.to_icalendar(real, Options(tasks=tasks, windows=windows, cancelled=cancelled))
    assert len(calendar.subcomponents) > 50
    assert [component.errors for component in calendar.walk() if component.errors] == []
    assert all(str(c["UID"]).endswith("@laceventlog") for c in calendar.subcomponents)


@pytest.mark.parametrize("tasks", TASKS)
def test_uids_are_unique(real: EventLog, tasks: ical.TaskStyle) -> None:
    uids = values(ical.dumps(real, Options(tasks=tasks)), "UID")
    assert len(uids) == len(set(uids)) > 50


@pytest.mark.parametrize("tasks", TASKS)
def test_required_properties_occur_once_in_every_entry(real: EventLog, tasks: ical.TaskStyle) -> None:
    names: list[str] = []
    for name, value in unfolded(ical.dumps(real, Options(tasks=tasks))):
        names = [] if name == "BEGIN" else [*names, name.split(";")[0]]
        if name == "END" and value in ("VEVENT", "VTODO"):
            once = ["UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "DESCRIPTION", "STATUS"]
            assert [names.count(each) for each in once] == [1] * len(once)
            assert names.count("DTSTART") == 1 or value == "VTODO"
            assert "DURATION" not in names


def test_the_head_names_versions_and_types() -> None:
    lines = unfolded(written())
    assert lines[:3] == [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//laceventlog//laceventlog//EN")]
    assert ("REFRESH-INTERVAL;VALUE=DURATION", "PT12H") in lines
    assert "METHOD" not in dict(lines)
    assert lines[-1] == ("END", "VCALENDAR")


titles = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=200
).filter(str.strip)
hostile = st.text(st.sampled_from("\\nN;,:\"'\r\n é日🚀e\u0301"), min_size=1, max_size=120).filter(str.strip)


@settings(max_examples=150)
@example("C:\\New, \\Next; \\\\n")
@example("é" * 80)
@example("a" * 66 + "🚀" * 40)
@example("\u200d" * 60)
@given(titles | hostile)
def test_any_title_comes_back_from_folded_and_escaped_lines(title: str) -> None:
    data = written(event(title=title))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert all(line.decode() is not None for line in data.split(b"\r\n"))  # no fold inside a character
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert unescaped(entry(data)["SUMMARY"]) == title.strip().replace("\r\n", "\n").replace("\r", "\n")


@settings(max_examples=100)
@given(titles.filter(lambda title: "\\" not in title and title.strip() == title))
def test_any_title_comes_back_through_icalendar(title: str) -> None:
    """Where icalendar is right: it takes an escaped backslash before n or N for a line break."""
    calendar = ical.to_icalendar(EventLog([event(title=title)]))
    assert str(calendar.subcomponents[0]["SUMMARY"]) == title


@given(st.text(st.characters(codec="utf-8"), max_size=300), st.integers(1, 60))
def test_folding_loses_nothing_and_cuts_no_character(value: str, length: int) -> None:
    value = value.replace("\r", "").replace("\n", "")
    data = encoding.fold([f"{'N' * length}:{value}"])
    parts = data[:-2].split(b"\r\n")
    assert all(len(part) <= 75 for part in parts)
    assert all(part.startswith(b" ") for part in parts[1:])
    assert "".join(part.decode()[n > 0 :] for n, part in enumerate(parts)) == f"{'N' * length}:{value}"


# -- nothing that a log holds can add a line

INJECTIONS = [
    "x\r\nBEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT",
    "x\nATTACH:https://evil.example",
    "x\rATTACH:https://evil.example",
    "x\r\n ATTACH:https://evil.example",
    "x\\nATTACH:https://evil.example",
    "x\u2028ATTACH:https://evil.example",  # str.splitlines, which readers use, breaks lines here
    "x\u2029ATTACH:https://evil.example",
    "x\x85ATTACH:https://evil.example",
    'x";VALUE=BINARY:evil',
    "x:y;z,w",
    "END:VEVENT",
]
PLACES = [
    "title", "place", "note", "tags", "parties", "reason", "goods", "url", "author", "source title", "locator", "at",
    "name", "namespace",
]  # fmt: skip


def poisoned(place: str, text: str) -> bytes:
    options = {place: text} if place in ("name", "namespace") else {}
    source = Source("s", "S", author="A", url="https://x.example")
    changed: dict[str, Any] = {"url": {"url": text}, "author": {"author": text}, "source title": {"author": "", "title": text},
               "locator": {"locator": text}}.get(place, {})  # fmt: skip
    citation = Citation(attrs.evolve(source, **changed), text if place == "at" else "3")
    statement = Statement(
        status=Status.PLANNED, when=When.parse("2024"), source=citation, reason=text if place == "reason" else ""
    )
    value: Any = (text,) if place in ("tags", "parties") else text
    fields = {place: value} if place in ("title", "place", "note", "tags", "parties", "goods") else {}
    poison = KINDS["delivery"](**{"id": "a", "title": "T", "history": (statement,), "after": ("b",), **fields})
    return written(poison, event(id="b"), tasks="both", **options)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", INJECTIONS)
def test_nothing_a_log_holds_can_add_a_line_or_a_component(place: str, text: str) -> None:
    try:
        data = poisoned(place, text)
    except UsageError:
        return  # refused: as good
    expected = [name.split(";")[0] for name, _ in unfolded(poisoned(place, "x"))]
    assert [name.split(";")[0] for name, _ in unfolded(data)] == expected
    assert "ATTACH" not in {line.split(":")[0] for line in data.decode().splitlines()}
    assert [c.name for c in icalendar.Calendar.from_ical(data).walk()] == ["VCALENDAR", "VTODO", "VEVENT", "VEVENT"]
    assert b"\r" not in data.replace(b"\r\n", b"")


CONTROLS = ["\0", "\x07", "\x0b", "\x0c", "\x1b", "\x1c", "\x7f"]


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize("place", [p for p in PLACES if p not in ("name", "namespace")])
def test_a_control_character_is_refused_with_the_event_named(place: str, control: str) -> None:
    with pytest.raises(UsageError, match=rf"'a' .*U\+{ord(control):04X}"):
        poisoned(place, f"x{control}y")


@pytest.mark.parametrize("control", CONTROLS)
def test_a_control_character_in_the_name_of_the_calendar_is_refused(control: str) -> None:
    with pytest.raises(UsageError):
        poisoned("name", f"x{control}y")


def test_no_comma_or_semicolon_inside_a_category() -> None:
    categories = values(written(event(tags=("a,b", "c;d", "e\\f"))), "CATEGORIES")
    assert categories == ["event,a/b,c/d,e\\\\f"]


def test_a_tab_becomes_a_blank() -> None:
    assert entry(written(event(title="a\tb")))["SUMMARY"] == "a b"


# -- days

DAYS = [
    # when, status, windows, DTSTART, DTEND
    ("2024-05-29", "planned", "last-day", "20240529", "20240530"),
    ("2024-05", "planned", "last-day", "20240531", "20240601"),
    ("2024-05", "planned", "span", "20240501", "20240601"),
    ("2024-02", "completed", "last-day", "20240229", "20240301"),
    ("[..2024-12-31]", "planned", "last-day", "20241231", "20250101"),
    ("[..2024-12-31]", "planned", "span", "20241231", "20250101"),  # there is no first day
    ("[2025-01-21..2025-02-10]", "planned", "last-day", "20250210", "20250211"),
    ("[2025-01-21..2025-02-10]", "planned", "span", "20250121", "20250211"),
    ("[2028-01-01..]", "planned", "last-day", "20280101", "20280102"),  # without a last day: its first
    ("Q3 2026", "planned", "last-day", "20260930", "20261001"),
    ("Q3 2026", "planned", "span", "20260701", "20261001"),
    ("2024-05-17/2024-05-19", "planned", "last-day", "20240517", "20240520"),  # both ends known: whole
    ("2024-05-17/2024-05-19", "planned", "span", "20240517", "20240520"),
    ("2024-01/2024-06", "planned", "last-day", "20240131", "20240201"),  # its start is awaited
    ("2024-01/2024-06", "underway", "last-day", "20240630", "20240701"),  # its end is awaited
    ("2024-01/2024-06", "underway", "span", "20240101", "20240701"),
    ("2024-01-01/2024-12-31", "underway", "last-day", "20241231", "20250101"),  # exact, but too long for a block
    ("2024-07-01/2024-07-31", "planned", "last-day", "20240701", "20240801"),  # 31 days are the longest block
    ("2024-07-01/2024-08-01", "planned", "last-day", "20240701", "20240702"),  # 32 are too long: its start is awaited
    ("2024-07-01/2024-08-01", "underway", "last-day", "20240801", "20240802"),
    ("2019/..", "underway", "last-day", "20191231", "20200101"),
    ("2019/", "underway", "span", "20191231", "20200101"),
    ("../2019", "underway", "last-day", "20191231", "20200101"),
    ("0001-01-01", "planned", "last-day", "00010101", "00010102"),
    ("9999-12-30", "planned", "last-day", "99991230", "99991231"),
    ("9999-12-31", "planned", "last-day", "99991231", None),  # there is no day after it
    ("9999", "planned", "span", "99990101", None),
]


@pytest.mark.parametrize(("when", "status", "windows", "start", "end"), DAYS)
def test_an_awaited_event_is_on_its_last_possible_day_and_dtend_is_exclusive(
    when: str, status: str, windows: str, start: str, end: str | None
) -> None:
    found = entry(written(event(when, status), windows=windows))
    assert (found["DTSTART;VALUE=DATE"], found.get("DTEND;VALUE=DATE")) == (start, end)


def test_the_last_days_there_are_do_not_stretch_a_window() -> None:
    """Without DTEND an all-day entry lasts one day; a window up to year 9999 is then its last day at least."""
    assert icalendar.Calendar.from_ical(written(event("9999"), windows="span")).subcomponents


INSTANTS = [
    ("2024-05-29T10:00:00Z", "20240529T100000Z"),
    ("2024-05-29T22:00:00-04:00", "20240530T020000Z"),  # the next day in UTC
    ("2024-05-29T10:00:00", "20240529T100000"),  # floating
    # in UTC these lie in no year there is
    ("0001-01-01T00:00:00+14:00", None),
    ("9999-12-31T23:59:59-14:00", None),
]


@pytest.mark.parametrize(("when", "start"), INSTANTS)
def test_a_clock_time_keeps_its_instant(when: str, start: str | None) -> None:
    found = entry(written(event(when)))
    assert start is None or found["DTSTART"] == start
    assert [name for name in found if name.startswith("DTSTART")] != []


def test_a_named_zone_is_kept_and_defined() -> None:
    data = written(
        event("2024-05-29T10:00:00-04:00[America/La_Paz]"), event("2024-06-03T09:00+03:00[Europe/Moscow]", id="m")
    )
    assert b"DTSTART;TZID=America/La_Paz:20240529T100000\r\n" in data
    assert values(data, "TZID") == ["America/La_Paz", "Europe/Moscow"]  # in order, before the entries
    assert data.index(b"END:VTIMEZONE") < data.index(b"BEGIN:VEVENT")


def test_words_of_an_imprecise_date_stand_in_the_title_and_no_others() -> None:
    assert entry(written(event("by the end of 2024")))["SUMMARY"] == "[by the end of 2024] T"
    assert entry(written(event("2024-05-29")))["SUMMARY"] == "T"


def test_the_notation_is_exact_for_our_own_readers() -> None:
    found = entry(written(event("by the end of 2024")))
    assert found["X-LACEVENTLOG-WHEN"] == "[..2024-12-31]"


def test_what_has_no_day_is_left_out_and_counted() -> None:
    log = EventLog([event("TBD", id="x"), event(id="y"), event("2024-06-01", "cancelled", id="z")])
    file = io.BytesIO()
    assert ical.write(log, file) == ical.ExportCounts(entries=2, undated=1, dropped=0, octets=len(file.getvalue()))
    assert values(file.getvalue(), "UID") == ["y@laceventlog", "z@laceventlog"]
    counts = ical.write(log, io.BytesIO(), Options(cancelled="drop"))
    assert (counts.entries, counts.undated, counts.dropped) == (1, 1, 1)


@pytest.mark.parametrize("tasks", TASKS)
def test_every_event_of_the_shipped_log_is_written_or_counted(real: EventLog, tasks: ical.TaskStyle) -> None:
    file = io.BytesIO()
    counts = ical.write(real, file, Options(tasks=tasks))
    mirrors = sum((e.is_task and e.when.latest is not None) or (e.is_task and not e.when.is_unscheduled) for e in real)
    assert counts.entries == len(values(file.getvalue(), "UID"))
    assert counts.entries + counts.undated - (mirrors if tasks == "both" else 0) == len(real)


# -- statuses

MAPPED = [
    # status, date, VEVENT, VTODO
    ("proposed", "2024-05-29", "TENTATIVE", "NEEDS-ACTION"),
    ("planned", "2024-05-29", "CONFIRMED", "NEEDS-ACTION"),
    ("planned", "2024-05", "TENTATIVE", "NEEDS-ACTION"),  # no day is fixed
    ("underway", "2024-05-29", "CONFIRMED", "IN-PROCESS"),
    ("partial", "2024-05-29", "CONFIRMED", "IN-PROCESS"),
    ("completed", "2024-05-29", "CONFIRMED", "COMPLETED"),
    ("postponed", "2024-05-29", "TENTATIVE", "NEEDS-ACTION"),
    ("missed", "2024-05-29", "CANCELLED", "CANCELLED"),
    ("cancelled", "2024-05-29", "CANCELLED", "CANCELLED"),
]


@pytest.mark.parametrize(("status", "when", "as_event", "as_todo"), MAPPED)
def test_statuses_are_mapped(status: str, when: str, as_event: str, as_todo: str) -> None:
    launch = event(when, status, kind="launch")
    assert values(written(launch, tasks="event"), "STATUS") == [as_event]
    assert values(written(launch, tasks="todo"), "STATUS") == [as_todo]
    assert values(written(launch, tasks="both"), "STATUS") == [as_todo, as_event]
    assert values(written(event(when, status), tasks="todo"), "STATUS") == [as_event]  # no task: always an event
    assert values(written(launch), "X-LACEVENTLOG-STATUS") == [status]


def test_all_statuses_are_mapped() -> None:
    assert {row[0] for row in MAPPED} == set(Status)


@pytest.mark.parametrize(("cancelled", "statuses"), [("show", ["CANCELLED"]), ("mark", []), ("drop", [])])
def test_what_becomes_of_cancelled_events(cancelled: str, statuses: list[str]) -> None:
    data = written(event(status="cancelled"), cancelled=cancelled)
    assert values(data, "STATUS") == statuses
    assert values(data, "SUMMARY") == ([] if cancelled == "drop" else ["✗ CANCELLED: T"])


def test_marked_cancelled_tasks_are_not_hidden_by_their_status_either() -> None:
    """`mark` is for clients that hide what is cancelled: so the status must not stand in a VTODO."""
    assert values(written(event(status="cancelled", kind="launch"), cancelled="mark", tasks="todo"), "STATUS") == []


TODO = [
    ("by the end of 2024", "planned", {"DUE": "20241231T235959"}),
    ("Q3 2026", "planned", {"DTSTART": "20260701T000000", "DUE": "20260930T235959"}),
    ("2024-05-29", "planned", {"DUE": "20240529T235959"}),
    ("2024-05-29", "completed", {"DUE": "20240529T235959", "COMPLETED": "20240529T120000Z", "PERCENT-COMPLETE": "100"}),
    ("[2028-01-01..]", "planned", {"DTSTART": "20280101T000000"}),
    ("2024-01/2024-06", "planned", {"DTSTART": "20240101T000000", "DUE": "20240131T235959"}),
    ("2024-01/2024-06", "underway", {"DTSTART": "20240101T000000", "DUE": "20240630T235959"}),
]


@pytest.mark.parametrize(("when", "status", "expected"), TODO)
def test_a_task_is_due_on_its_last_possible_day(when: str, status: str, expected: dict[str, str]) -> None:
    found = entry(written(event(when, status, kind="launch"), tasks="todo"))
    timed = {name: value for name, value in found.items() if name.startswith(("DTSTART", "DUE", "COMPLETED", "PERC"))}
    assert timed == expected


def test_a_mirror_has_its_own_uid_and_points_at_its_task() -> None:
    data = written(event(kind="launch"), tasks="both")
    assert values(data, "UID") == ["a@laceventlog", "a.due@laceventlog"]
    assert ("RELATED-TO;RELTYPE=SIBLING", "a@laceventlog") in unfolded(data)


def test_nothing_blocks_time_rings_or_invites(real: EventLog) -> None:
    data = ical.dumps(real)
    assert set(values(data, "TRANSP")) == {"TRANSPARENT"}
    assert values(data, "METHOD") == values(data, "ATTENDEE") == []
    assert b"VALARM" not in data


# -- stamps never come from a clock


def history_of(*statements: tuple[str, str, str | None]) -> Event:
    history = [
        Statement(status=Status(status), when=When.parse(when) if when else None, said=When.parse(said))
        for said, status, when in statements
    ]
    return Launch(id="a", title="T", history=history)


SEQUENCES = [
    ([("2024-01-01", "planned", "2024-05")], 0),
    ([("2024-01-01", "planned", "2024-05"), ("2024-02-01", "planned", "2024-05")], 0),  # said again
    ([("2024-01-01", "planned", "2024-05"), ("2024-02-01", "planned", None)], 0),  # nothing about the date
    ([("2024-01-01", "planned", "2024-05"), ("2024-02-01", "planned", "2024-06")], 1),
    ([("2024-01-01", "planned", "2024-05"), ("2024-02-01", "completed", "2024-05")], 1),
    ([("2024-02-01", "planned", "2024-06"), ("2024-01-01", "planned", "2024-05")], 1),  # written in another order
    ([("2024-01-01", "planned", "2024-05"), ("2024-02-01", "planned", "2024-06"),
      ("2024-03-01", "planned", "2024-06"), ("2024-04-01", "cancelled", None)], 2),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "sequence"), SEQUENCES)
def test_sequence_counts_the_changes_only(statements: list[tuple[str, str, str | None]], sequence: int) -> None:
    assert values(written(history_of(*statements)), "SEQUENCE") == [str(sequence)]


def test_stamps_are_those_of_the_last_statement() -> None:
    data = written(history_of(("2024-03", "planned", "2024-05"), ("2024-01-01", "planned", "2024-06")))
    assert values(data, "DTSTAMP") == values(data, "LAST-MODIFIED") == ["20240331T000000Z"]


def test_a_statement_of_unknown_day_has_a_stamp_all_the_same() -> None:
    assert values(written(event(history=(Statement(status=Status.PLANNED, when=When.parse("2024")),))), "DTSTAMP") == [
        "19700101T000000Z"
    ]


@pytest.mark.parametrize("tasks", TASKS)
def test_the_same_log_gives_the_same_bytes_in_every_process(root: Path, tasks: str) -> None:
    command = [sys.executable, "-m", "laceventlog", "export", "ics", "--tasks", tasks, str(root / "events")]
    outputs = {
        subprocess.run(
            command,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone, locale in (("1", "America/La_Paz", "C"), ("2", "Pacific/Kiritimati", "ru_RU.UTF-8"))
    }
    assert outputs == {ical.dumps(load(root / "events"), Options(tasks=tasks))}  # type: ignore[arg-type]  # one of three


# -- links


def test_links_lead_only_to_entries_that_are_there() -> None:
    links: dict[str, Any] = {"part_of": ("p",), "after": ("gone", "undated"), "related": ("r",)}
    log = [event(**links), event(id="p"), event(id="r", status="cancelled"), event("TBD", id="undated")]
    assert {name: v for name, v in unfolded(written(*log)) if name.startswith("RELATED-TO")} == {
        "RELATED-TO;RELTYPE=PARENT": "p@laceventlog",
        "RELATED-TO;RELTYPE=SIBLING": "r@laceventlog",
    }
    assert values(written(*log, cancelled="drop"), "RELATED-TO") == ["p@laceventlog"]


@pytest.mark.parametrize("tasks", TASKS)
def test_every_link_of_the_shipped_log_leads_to_an_entry(real: EventLog, tasks: ical.TaskStyle) -> None:
    data = ical.dumps(real, Options(tasks=tasks))
    assert values(data, "RELATED-TO") != []
    assert set(values(data, "RELATED-TO")) <= set(values(data, "UID"))


@pytest.mark.parametrize("namespace", ["example.org", "a,b;c", "x y"])
def test_links_and_uids_agree_on_the_namespace(namespace: str) -> None:
    # what is escaped in a UID is escaped in a link to it
    data = written(event(after=("b",)), event(id="b"), namespace=namespace)
    assert set(values(data, "RELATED-TO")) <= set(values(data, "UID"))


def test_the_source_is_named_with_its_address() -> None:
    cited = Citation(Source("s", "S", author='A "B" C', url="https://x.example/a b"), "3")
    data = written(event(history=(Statement(status=Status.PLANNED, when=When.parse("2024"), source=cited),)))
    assert values(data, "URL") == ["https://x.example/a%20b"]
    assert (
        'LINK;LINKREL="describedby";VALUE=URI;LABEL="A \'B\' C, paragraph 3"',
        "https://x.example/a%20b",
    ) in unfolded(data)
    assert 'Source: A "B" C\\, paragraph 3' in entry(data)["DESCRIPTION"]


# -- streaming


def test_entries_are_made_one_by_one() -> None:
    made: list[str] = []

    @attrs.frozen(kw_only=True)
    class Watched(Event):
        def facts(self) -> dict[str, Any]:
            made.append(self.id)
            return {}

    log = EventLog([trusted(Watched, id=f"e{n}", title="T", history=event().history) for n in range(5)])
    pieces = ical.components(log, Options())
    assert isinstance(pieces, Iterator)
    assert (next(pieces)[:15], made) == (b"BEGIN:VCALENDAR", [])
    assert (next(pieces)[:12], made) == (b"BEGIN:VEVENT", ["e0"])
    assert (next(pieces)[:12], made) == (b"BEGIN:VEVENT", ["e0", "e1"])


@pytest.mark.parametrize("size", [0, 1, 200])
def test_there_is_one_piece_an_entry_so_that_memory_does_not_grow_with_the_log(size: int) -> None:
    pieces = list(ical.components(EventLog([event(id=f"e{n}") for n in range(size)]), Options()))
    assert len(pieces) == size + 2
    assert max(map(len, pieces)) < 600


def test_writing_holds_a_small_part_of_what_it_writes() -> None:
    log = EventLog([event(id=f"e{n}") for n in range(1000)])
    ical.write(log, NOWHERE)  # what is imported or remembered once is no part of it
    tracemalloc.start()
    try:
        octets = ical.write(log, NOWHERE).octets
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert octets > 400_000
    assert peak < octets / 10


def test_a_refused_event_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "log.ics"
    target.write_bytes(b"old")
    log = EventLog([event(), event(id="b", title="\x07")])
    with pytest.raises(UsageError), replacing(target) as file:
        ical.write(log, file)
    assert target.read_bytes() == b"old"


@settings(max_examples=60)
@given(st.dates(), st.integers(0, 60))
def test_a_span_covers_its_days_and_no_more(first: date, length: int) -> None:
    last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))
    component: Any = ical.to_icalendar(
        EventLog([event(f"{first}/{last}", "underway")]), Options(windows="span")
    ).subcomponents[0]
    assert component["DTSTART"].dt == first
    assert ("DTEND" in component) == (last < date.max)
    if "DTEND" in component:
        assert component["DTEND"].dt.toordinal() == last.toordinal() + 1
