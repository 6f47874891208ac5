"""ImportedCalendar calendars: our own come back without loss, those of others with what they say, and nothing goes missing."""

from __future__ import annotations

import os
import random
import warnings
from collections.abc import Iterable
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_writing import logs

from laceventlog import Event, EventLog, Source, Statement, Status, UsageError, When, dumps, ical, load, loads
from laceventlog.ical import ImportCounts, ImportedCalendar, Options, parse, read

Tasks = ical.TaskStyle


def calendar(*lines: str, head: Iterable[str] = ()) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", *head, *lines, "END:VCALENDAR", ""]).encode()


def component(*lines: str, name: str = "VEVENT", uid: str = "u@x.example") -> list[str]:
    return [f"BEGIN:{name}", *([f"UID:{uid}"] if uid else []), *lines, f"END:{name}"]


def one(*lines: str, name: str = "VEVENT", uid: str = "u@x.example") -> Event:
    """The only event, of a component without problems."""
    found = read(calendar(*component("SUMMARY:Thing", *lines, name=name, uid=uid)))
    assert found.problems == ()
    (event,) = found.log
    return event


def codes(found: ImportedCalendar) -> list[str]:
    return [f"{problem.line}:{problem.column} {problem.code}" for problem in found.problems]


# -- our own


options = st.builds(
    Options,
    namespace=st.sampled_from(["laceventlog", "a.example", "a,b;c", "x y@z"]),
    tasks=st.sampled_from(["event", "todo", "both"]),
    windows=st.sampled_from(["last-day", "span"]),
    cancelled=st.sampled_from(["show", "mark"]),
    history=st.sampled_from(["none", "journal"]),
    alarms=st.sampled_from([(), (7,)]),
)  # fmt: skip


def lone(title: str, **fields: Any) -> EventLog:
    return EventLog([Event(id="a", title=title, history=(Statement(status=Status.PLANNED, **fields),))])


@settings(max_examples=200)
@example(lone("a\u2028b\x85c", when=When.parse("2024")), Options())
@example(lone("C:\\New, \\n; \\\\"), Options())
@given(logs, options)
def test_what_was_written_is_read_back_without_loss(log: EventLog, chosen: Options) -> None:
    found = read(ical.dumps(log, chosen))
    assert found.log == log
    assert found.problems == ()
    assert [[str(s.when) for s in e.history] for e in found.log] == [[str(s.when) for s in e.history] for e in log]


@settings(max_examples=60)
@given(logs, options)
def test_lines_that_were_broken_otherwise_make_no_difference(log: EventLog, chosen: Options) -> None:
    data = ical.dumps(log, chosen)
    assert read(b"\xef\xbb\xbf" + data.replace(b"\r\n", b"\n")).log == log


@pytest.mark.parametrize("tasks", ["event", "todo", "both"])
@pytest.mark.parametrize("history", ["none", "journal"])
def test_the_shipped_log_comes_back(root: Path, tasks: Tasks, history: ical.HistoryStyle) -> None:
    log = load(root / "events")
    found = read(ical.dumps(log, Options(tasks=tasks, history=history)))
    assert (found.log, found.problems) == (log, ())
    mirrors = sum(e.is_task for e in log if e.when.latest or not e.when.is_unscheduled) if tasks == "both" else 0
    assert found.counts.folded == mirrors + (57 if history == "journal" else 0)


@pytest.mark.parametrize("tasks", ["event", "todo", "both"])
def test_without_the_whole_events_status_and_date_come_back_all_the_same(root: Path, tasks: Tasks) -> None:
    log = load(root / "events")
    found = read(ical.dumps(log, Options(tasks=tasks, data=False)))
    assert found.problems == ()
    assert len(found.log) > 50
    for event in found.log:
        assert (event.title, event.status, event.when) == (
            log[event.id].title,
            log[event.id].status,
            log[event.id].when,
        )
        assert event.kind == log[event.id].kind


def test_dropped_events_are_not_read_back() -> None:
    log = EventLog([Event(id=key, title="T", history=(Statement(status=status),)) for key, status in
                    (("a", Status.PLANNED), ("b", Status.CANCELLED), ("c", Status.PLANNED))])  # fmt: skip
    assert [event.id for event in read(ical.dumps(log, Options(cancelled="drop"))).log] == ["a", "c"]


def test_events_without_a_day_keep_their_place() -> None:
    def event(key: str, when: str | None) -> Event:
        return Event(id=key, title="T", history=(Statement(status=Status.PLANNED, when=when),))

    log = EventLog([event("a", None), event("b", "2024"), event("c", "TBD"), event("d", "2025"), event("e", None)])
    data = ical.dumps(log)
    assert data.count(b"BEGIN:VEVENT") == 2
    assert read(data).log == log


def test_notes_of_our_history_become_its_statements_where_the_event_is_not_whole() -> None:
    history = (
        Statement(status=Status.PLANNED, when=When.parse("2024"), said=When.parse("2024-01-05"), reason="a storm"),
        Statement(status=Status.CANCELLED, said=When.parse("2024-02-05"), quote="no", correction=True),
    )
    log = EventLog([Event(id="a", title="T", history=history)])
    (event,) = read(ical.dumps(log, Options(data=False, history="journal"))).log
    assert [(s.status, s.when and s.when.edtf, s.reason, s.quote, s.correction) for s in event.history] == [
        ("planned", "2024", "a storm", "", False),
        ("cancelled", "2024", "", "", False),
        ("cancelled", None, "", "no", True),
    ]


WHOLE = r"""X-LACEVENTLOG-EVENT:{"id":"a"\,"kind":"event"\,"title":"T"\,"status":"planned"\,"when":"2024"}"""
OWN_FAULTS = [
    ("X-LACEVENTLOG-EVENT:{", "4:1 Y007"),
    ("X-LACEVENTLOG-EVENT:", "4:1 S003"),
    ("X-LACEVENTLOG-EVENT:" + "[" * 5000 + "]" * 5000, "4:1 Y006"),
    (WHOLE.replace("planned", "plannd"), "4:1 S005"),
    (WHOLE.replace('"status"', r'"source":"gone"\,"status"'), "4:1 S011"),
    (WHOLE.replace('"event"', '"nonsense"'), "4:1 S004"),
]


@pytest.mark.parametrize(("line", "problem"), OWN_FAULTS)
def test_own_data_that_cannot_be_read_leaves_the_rest(line: str, problem: str) -> None:
    found = read(calendar(*component(line, "SUMMARY:Thing", "DTSTART;VALUE=DATE:20240529"), *component(uid="b@x")))
    assert codes(found) == [problem]
    assert [(event.title, event.when.edtf) for event in found.log] == [
        ("Thing", "2024-05-29"),
        ("VEVENT without a title", ""),
    ]


@pytest.mark.parametrize("value", ["{", "[]", '{"title":"T"}', '{"id":null}', "[" * 5000])
def test_a_source_that_cannot_be_read_is_a_problem(value: str) -> None:
    found = read(calendar(*component(WHOLE), head=[f"X-LACEVENTLOG-SOURCE:{value}"]))
    assert codes(found) == ["2:1 Y007"]
    assert [event.id for event in found.log] == ["a"]


def test_the_same_calendar_twice_is_the_same_log() -> None:
    source = Source("s", "S", published=When.parse("2024"))
    log = EventLog(lone("T", when=When.parse("2024")), {"s": source})
    found = read(ical.dumps(log) * 2)
    assert (found.log, found.problems, found.counts.repeated) == (log, (), 1)


@pytest.mark.parametrize("changed", [("SEQUENCE:0", "SEQUENCE:1"), ("LAST-MODIFIED:1970", "LAST-MODIFIED:2024")])
def test_a_change_by_another_program_is_reported(changed: tuple[str, str]) -> None:
    data = ical.dumps(lone("T", when=When.parse("2024"))).replace(changed[0].encode(), changed[1].encode())
    found = read(data)
    assert [problem.code for problem in found.problems] == ["C054"]
    assert len(found.log) == 1


# -- dates of others

DATES = [
    # lines, EDTF
    (["DTSTART;VALUE=DATE:20240529"], "2024-05-29"),
    (["DTSTART;VALUE=DATE:20240529", "DTEND;VALUE=DATE:20240530"], "2024-05-29"),
    (["DTSTART;VALUE=DATE:20240529", "DTEND;VALUE=DATE:20240601"], "2024-05-29/2024-05-31"),
    (["dtstart;value=date:20240529", "dtend;value=date:20240601"], "2024-05-29/2024-05-31"),
    (["DTSTART;VALUE=DATE:20240529", "DURATION:P2D"], "2024-05-29/2024-05-30"),
    (["DTSTART;VALUE=DATE:20240529", "DURATION:P1W"], "2024-05-29/2024-06-04"),
    (["DTSTART:20240529T140000Z"], "2024-05-29T14:00:00Z"),
    (["DTSTART:20240529T140000"], "2024-05-29T14:00:00"),  # floating
    (["DTSTART:20240529T235960Z"], "2024-05-29T23:59:59Z"),  # a leap second
    (["DTSTART:20240529T140000Z", "DTEND:20240529T150000Z"], "2024-05-29T14:00:00Z"),
    (["DTSTART:20240529T140000Z", "DTEND:20240529T140000Z"], "2024-05-29T14:00:00Z"),
    (["DTSTART:20240529T140000Z", "DURATION:PT90M"], "2024-05-29T14:00:00Z"),
    (["DTSTART:20240529T140000Z", "DTEND:20240531T150000Z"], "2024-05-29/2024-05-31"),
    (["DTSTART:20240529T000000", "DTEND:20240530T000000"], "2024-05-29T00:00:00"),
    (["DTSTART:20240529T000000", "DTEND:20240601T000000"], "2024-05-29/2024-05-31"),
    (["DTSTART;TZID=Europe/Berlin:20240529T140000"], "2024-05-29T14:00:00+02:00"),
    (["DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20240529T140000"], "2024-05-29T14:00:00+02:00"),
    (["DTSTART;TZID=W. Europe Standard Time:20240529T140000"], "2024-05-29T14:00:00+02:00"),
    (["DTSTART;TZID=Europe/Berlin:20241027T023000"], "2024-10-27T02:30:00+02:00"),  # comes twice: the first
    (["DTSTART;TZID=Europe/Berlin:20240331T023000"], "2024-03-31T03:30:00+02:00"),  # is skipped: as before the gap
    (["DTSTART;TZID=Europe/Berlin:18000331T023000"], "1800-03-31T02:30:00"),  # before standard time
    (["DTEND;VALUE=DATE:20240529"], "2024-05-29"),
    ([], ""),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "edtf"), DATES)
def test_dates_of_events(lines: list[str], edtf: str) -> None:
    assert one(*lines).when.edtf == edtf


def test_a_zone_is_kept_and_the_end_of_a_meeting_noted() -> None:
    event = one("DTSTART;TZID=America/La_Paz:20240529T140000", "DTEND;TZID=America/La_Paz:20240529T153000")
    assert event.when.zone == "America/La_Paz"
    assert event.note == "Ends: 2024-05-29T15:30:00-04:00[America/La_Paz]\nUID: u@x.example"
    days = one("DTSTART:20240529T140000Z", "DTEND:20240531T150000Z")
    assert days.note == "Begins: 2024-05-29T14:00:00Z\nEnds: 2024-05-31T15:00:00Z\nUID: u@x.example"


ZONE = [
    "BEGIN:VTIMEZONE", "TZID:Office", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0300",
    "TZOFFSETTO:+0300", "END:STANDARD", "END:VTIMEZONE",
]  # fmt: skip
ZONES = [
    (ZONE, "2024-05-29T14:00:00+03:00", None, []),
    ([*ZONE[:2], "X-LIC-LOCATION:Europe/Moscow", *ZONE[2:]], "2024-05-29T14:00:00+03:00", "Europe/Moscow", []),
    ([], "2024-05-29T14:00:00", None, ["C052"]),
    ([*ZONE[:2], "END:VTIMEZONE"], "2024-05-29T14:00:00", None, ["C052"]),
    ([line.replace("+0300", "nonsense") for line in ZONE], "2024-05-29T14:00:00", None, ["C052"]),
]


@pytest.mark.parametrize(("zone", "edtf", "name", "problems"), ZONES)
def test_a_zone_of_its_own_gives_the_offset(zone: list[str], edtf: str, name: str | None, problems: list[str]) -> None:
    found = read(calendar(*zone, *component("SUMMARY:T", "DTSTART;TZID=Office:20240529T140000")))
    (event,) = found.log
    assert (event.when.edtf, event.when.zone) == (edtf, name)
    assert [problem.code for problem in found.problems] == problems


FAULTS = [
    # lines, EDTF, problems, what the note keeps
    (["DTSTART:20240529"], "2024-05-29", ["4:9 C051"], ""),
    (["DTSTART;VALUE=DATE:20240529", "DTEND;VALUE=DATE:20240529"], "2024-05-29", ["5:18 D003"], ""),
    (["DTSTART;VALUE=DATE:20240529", "DTEND;VALUE=DATE:20240528"], "2024-05-29", ["5:18 D003"], ""),
    (["DTSTART:20240529T140000Z", "DTEND:20240529T130000Z"], "2024-05-29T14:00:00Z", ["5:7 D003"], ""),
    (["DTSTART;VALUE=DATE:20240230"], "", ["4:20 D002"], "DTSTART: 20240230\n"),
    (["DTSTART:20240529T250000"], "", ["4:9 D002"], "DTSTART: 20240529T250000\n"),
    (["DTSTART;VALUE=DATE:00000101"], "", ["4:20 D002"], "DTSTART: 00000101\n"),
    (["DTSTART:soon"], "", ["4:9 D001"], "DTSTART: soon\n"),
    (["DTSTART;VALUE=DATE:20240529", "DURATION:long"], "2024-05-29", ["5:10 D001"], "DURATION: long\n"),
    (["DTSTART;VALUE=DATE:20240529", "DURATION:P"], "2024-05-29", ["5:10 D001"], "DURATION: P\n"),
    (["DTSTART;VALUE=DATE:99991230", "DURATION:P9W"], "9999-12-30", [], ""),
    (["DTSTART;VALUE=DATE:20240529", "DURATION:-P9W"], "2024-05-29", [], ""),
    (["X-LACEVENTLOG-WHEN:soonish", "DTSTART;VALUE=DATE:20240529"], "2024-05-29", ["4:20 D001"], ""),
    (["STATUS:PERHAPS", "DTSTART;VALUE=DATE:20240529"], "2024-05-29", ["4:8 S005"], ""),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "edtf", "problems", "kept"), FAULTS)
def test_a_fault_is_named_and_the_event_is_kept(lines: list[str], edtf: str, problems: list[str], kept: str) -> None:
    found = read(calendar(*component(*lines, "SUMMARY:T")))
    (event,) = found.log
    assert event.when.edtf == edtf
    assert event.note == f"{kept}UID: u@x.example"
    assert codes(found) == problems


TASKS = [
    # lines, statements
    (["DUE;VALUE=DATE:20241231"], [("planned", "[..2024-12-31]")]),
    (["DUE:20241231T235959"], [("planned", "[..2024-12-31]")]),
    (["DUE:20241231T000000"], [("planned", "[..2024-12-31]")]),
    (["DTSTART;VALUE=DATE:20240110", "DUE;VALUE=DATE:20241231"], [("planned", "[2024-01-10..2024-12-31]")]),
    (["DTSTART;VALUE=DATE:20240110", "DUE;VALUE=DATE:20240110"], [("planned", "2024-01-10")]),
    (["DTSTART:20240110T080000", "DURATION:P3D"], [("planned", "[2024-01-10..2024-01-13]")]),
    (["DTSTART;VALUE=DATE:20240110"], [("planned", "[2024-01-10..]")]),
    (["DTSTART;VALUE=DATE:20240110", "STATUS:IN-PROCESS"], [("underway", "2024-01-10/..")]),
    (["DTSTART;VALUE=DATE:20240110", "DUE;VALUE=DATE:20240210", "PERCENT-COMPLETE:40"],
     [("underway", "2024-01-10/2024-02-10")]),
    (["DTSTART;VALUE=DATE:20240110", "DUE;VALUE=DATE:20240110", "STATUS:IN-PROCESS"], [("underway", "2024-01-10")]),
    (["DUE;VALUE=DATE:20240210", "STATUS:IN-PROCESS"], [("underway", "[..2024-02-10]")]),
    (["DUE;VALUE=DATE:20240210", "COMPLETED:20240205T120000Z"],
     [("planned", "[..2024-02-10]"), ("completed", "2024-02-05")]),
    (["DUE;VALUE=DATE:20240210", "STATUS:COMPLETED"], [("planned", "[..2024-02-10]"), ("completed", None)]),
    (["PERCENT-COMPLETE:100"], [("completed", None)]),
    (["STATUS:CANCELLED"], [("cancelled", None)]),
    ([], [("planned", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "statements"), TASKS)
def test_tasks_fall_due(lines: list[str], statements: list[tuple[str, str | None]]) -> None:
    event = one(*lines, name="VTODO")
    assert [
        (s.status, s.when.edtf if s.when else None)
        for s in event.history
        if not (s.when is None and s.status == "planned" and statements[0][1])
    ] == statements
    assert event.kind == "milestone"


def test_the_clock_time_of_a_deadline_is_noted() -> None:
    assert one("DUE:20241231T170000Z", name="VTODO").note == "Due: 2024-12-31T17:00:00Z\nUID: u@x.example"


def test_a_task_due_before_it_starts_is_a_deadline() -> None:
    lines = ["DTSTART;VALUE=DATE:20240210", "DUE;VALUE=DATE:20240110"]
    found = read(calendar(*component(*lines, name="VTODO")))
    assert found.log.events[0].when.edtf == "[..2024-01-10]"
    assert codes(found) == ["5:16 D003"]


# -- statuses, facts, links

STATUSES = [
    ("VEVENT", "CONFIRMED", "planned"), ("VEVENT", "tentative", "proposed"), ("VEVENT", "CANCELED", "cancelled"),
    ("VEVENT", "COMPLETED", "completed"), ("VEVENT", "POSTPONED", "postponed"), ("VEVENT", "", "planned"),
    ("VTODO", "NEEDS ACTION", "planned"), ("VTODO", "needs-action", "planned"), ("VTODO", "IN-PROGRESS", "underway"),
    ("VTODO", "In_Process", "underway"), ("VTODO", "Done", "completed"), ("VTODO", "CONFIRMED", "planned"),
    ("VJOURNAL", "DRAFT", "proposed"), ("VJOURNAL", "FINAL", "completed"), ("VJOURNAL", "", "completed"),
    ("VJOURNAL", "cancelled", "cancelled"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "code", "status"), STATUSES)
def test_statuses_as_real_files_have_them(name: str, code: str, status: str) -> None:
    assert one(f"STATUS:{code}", name=name).status == status


def test_what_a_calendar_calls_off_is_cancelled() -> None:
    assert read(calendar(*component(), head=["METHOD:CANCEL"])).log.events[0].status == "cancelled"


def test_fields_of_an_event() -> None:
    event = one(
        "DESCRIPTION:Two\\nlines\\, and C:\\\\New", "LOCATION:Caracas\\; centre", "CATEGORIES:Meeting,a\\,b,c\\\\,d",
        "CATEGORIES:d,e", "URL:https://x.example/1", "COMMENT:why", "CREATED:20240101T000000Z",
        "DTSTAMP:20240103T000000Z", "LAST-MODIFIED:20240102T000000Z", "RRULE:FREQ=DAILY",
    )  # fmt: skip
    assert (event.id, event.kind, event.title, event.place) == ("thing", "meeting", "Thing", "Caracas; centre")
    assert event.tags == ("a,b", "c\\", "d", "e")
    assert event.note == (
        "Two\nlines, and C:\\New\nRRULE: FREQ=DAILY\nURL: https://x.example/1\nCOMMENT: why\nUID: u@x.example"
    )
    assert event.history[0].said == When.parse("2024-01-02")
    assert event.origin
    assert event.origin.line == 2


@pytest.mark.parametrize(
    ("stamps", "said"),
    [(["DTSTAMP:20240103T000000Z"], "2024-01-03"), (["CREATED:20240103T000000Z"], "2024-01-03"), ([], None),
     (["DTSTAMP:nonsense", "CREATED:20240103T000000Z"], "2024-01-03"), (["DTSTAMP:19700101T000000Z"], None)],
)  # fmt: skip
def test_stamps_tell_when_it_was_said(stamps: list[str], said: str | None) -> None:
    assert one(*stamps).history[0].said == (When.parse(said) if said else None)


IDS = [
    # summaries with UIDs, ids
    ([("Energy Forum!", "a"), ("Bus", "b")], ["energy-forum", "bus"]),
    ([("Forum", "a"), ("Forum", "b")], ["forum-6cd7fc03", "forum-0e9a7ad8"]),
    ([("Форум", "forum-2024@x.example"), ("é", "7")], ["forum-2024", "entry-"]),
    ([("Diálogo", "a")], ["dialogo"]),
    ([("x" * 200, "a")], ["x" * 48]),
]


@pytest.mark.parametrize(("given_", "ids"), IDS)
def test_ids_come_from_titles_whatever_the_order(given_: list[tuple[str, str]], ids: list[str]) -> None:
    parts = [component(f"SUMMARY:{title}", uid=uid) for title, uid in given_]
    forwards = [event.id for event in read(calendar(*chain(*parts))).log]
    backwards = [event.id for event in read(calendar(*chain(*reversed(parts)))).log]
    assert forwards == backwards[::-1]
    assert [each[: len(key.rstrip("0123456789abcdef")) or 99] for each, key in zip(forwards, ids, strict=True)] == [
        key[: len(key.rstrip("0123456789abcdef")) or 99] for key in ids
    ]


def test_an_entry_without_a_uid_is_read_and_reported() -> None:
    found = read(calendar(*component("SUMMARY:A", uid=""), *component("SUMMARY:A", uid="")))
    assert codes(found) == ["2:1 S002", "5:1 S002"]
    assert len({event.id for event in found.log}) == 2
    assert found.log.events[0].note is None


def test_relations_lead_to_what_is_in_the_file() -> None:
    found = read(calendar(
        *component("SUMMARY:Programme", uid="p"), *component("SUMMARY:Before", uid="b"),
        *component("SUMMARY:Thing", "RELATED-TO:p", "RELATED-TO;RELTYPE=DEPENDS-ON:b", "RELATED-TO;RELTYPE=SIBLING:b",
                   "RELATED-TO:gone", "RELATED-TO;RELTYPE=CHILD:p", "RELATED-TO:t", "RELATED-TO:", uid="t"),
    ))  # fmt: skip
    event = found.log["thing"]
    assert (event.part_of, event.after, event.related) == (("programme",), ("before",), ("before",))
    assert event.note == "PARENT: gone\nCHILD: p\nPARENT: t\nUID: t"


def test_relations_in_a_circle_are_left_out() -> None:
    found = read(
        calendar(*component("SUMMARY:one", "RELATED-TO:b", uid="a"), *component("SUMMARY:two", "RELATED-TO:a", uid="b"))
    )
    assert [event.part_of for event in found.log] == [(), ()]
    assert codes(found) == ["2:1 L005"]


def test_a_journal_is_an_event_or_a_statement_of_one() -> None:
    found = read(calendar(
        *component("SUMMARY:Thing", "DTSTART;VALUE=DATE:20240529", "DTSTAMP:20240101T000000Z", uid="t"),
        *component("SUMMARY:The hall", "DESCRIPTION:is booked", "DTSTART;VALUE=DATE:20240301", "RELATED-TO:t", name="VJOURNAL", uid="j"),
        *component("SUMMARY:Diary", "DTSTART;VALUE=DATE:20240302", name="VJOURNAL", uid="k"),
    ))  # fmt: skip
    assert [event.id for event in found.log] == ["thing", "diary"]
    assert [(s.status, s.said and s.said.edtf, s.quote) for s in found.log["thing"].history] == [
        ("planned", "2024-01-01", ""), ("planned", "2024-03-01", "The hall\nis booked"),
    ]  # fmt: skip
    assert found.counts == ImportCounts(events=2, statements=1)


def test_a_note_of_ours_with_a_broken_date_is_reported() -> None:
    lines = ["SUMMARY:planned: T", "DESCRIPTION:When: soonish\\nReason: a storm", "RELATED-TO:t"]
    found = read(calendar(*component("SUMMARY:T", uid="t"), *component(*lines, name="VJOURNAL", uid="j")))
    assert codes(found) == ["6:1 D001"]
    assert [(s.when, s.reason) for s in found.log.events[0].history] == [(None, ""), (None, "a storm")]


@pytest.mark.parametrize("tzid", ["Office", "Romance Standard Time"])
def test_a_time_that_has_no_offset_is_local(tzid: str) -> None:
    found = read(calendar(*ZONE, *component(f"DTSTART;TZID={tzid}:00010101T000000")))
    assert found.log.events[0].when.edtf.startswith("0001-01-01T00:00:00")


# -- versions and occurrences


def test_versions_of_one_uid_are_one_history() -> None:
    new = component("SUMMARY:T", "SEQUENCE:2", "DTSTAMP:20240301T000000Z", "DTSTART;VALUE=DATE:20240701")
    old = component("SUMMARY:T", "SEQUENCE:1", "DTSTAMP:20240201T000000Z", "DTSTART;VALUE=DATE:20240601")
    again = component("SUMMARY:T", "SEQUENCE:1", "DTSTAMP:20240202T000000Z", "DTSTART;VALUE=DATE:20240601")
    found = read(calendar(*new, *old, *again))
    assert [s.when and s.when.edtf for s in found.log.events[0].history] == ["2024-06-01", "2024-07-01"]
    assert found.counts == ImportCounts(events=1, statements=1, repeated=1)


def test_one_uid_for_different_things_is_reported() -> None:
    found = read(calendar(*component("SUMMARY:One"), *component("SUMMARY:Two"), *component("SUMMARY:Two")))
    assert [event.id for event in found.log] == ["one", "two"]
    assert codes(found) == ["7:5 L001"]
    assert found.counts.repeated == 1


WEEKLY = [
    *component("SUMMARY:Call", "DTSTART;TZID=Europe/Berlin:20240320T100000", "DTEND;TZID=Europe/Berlin:20240320T103000",
               "RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE;TZID=Europe/Berlin:20240403T100000", uid="w"),
    *component("SUMMARY:Call\\, later", "RECURRENCE-ID;TZID=Europe/Berlin:20240327T100000",
               "DTSTART;TZID=Europe/Berlin:20240328T100000", uid="w"),
]  # fmt: skip


def test_without_days_what_recurs_is_one_event_with_its_rule() -> None:
    found = read(calendar(*WEEKLY))
    call, later = found.log
    assert call.note
    assert "RRULE: FREQ=WEEKLY;COUNT=5\nEXDATE: 20240403T100000\nUID: w" in call.note
    assert (later.id, later.related) == ("call-later-20240327", ("call",))
    assert later.note == "UID: w (of 20240327T100000)"
    assert found.problems == ()


def test_each_occurrence_in_the_days_asked_for_is_an_event() -> None:
    found = read(calendar(*WEEKLY), window=(date(2024, 3, 1), date(2024, 4, 10)))
    assert [(event.id, event.when.edtf) for event in found.log] == [
        ("call-20240320", "2024-03-20T10:00:00+01:00"),
        ("call-later-20240327", "2024-03-28T10:00:00+01:00"),
        ("call-20240410", "2024-04-10T10:00:00+02:00"),
    ]
    assert found.problems == ()
    assert read(calendar(*WEEKLY), window=(date(2025, 1, 1), date(2025, 2, 1))).counts == ImportCounts(outside=1)


def test_all_day_tasks_and_journals_recur() -> None:
    lines = ["SUMMARY:Report", "RRULE:FREQ=MONTHLY", "DTSTART;VALUE=DATE:20240131", "DUE;VALUE=DATE:20240201"]
    found = read(calendar(*component(*lines, name="VTODO")), window=(date(2024, 1, 1), date(2024, 3, 31)))
    assert [event.when.edtf for event in found.log] == ["[2024-01-31..2024-02-01]", "[2024-03-31..2024-04-01]"]
    days = component("SUMMARY:D", "DTSTART;VALUE=DATE:20240101", "RDATE;VALUE=DATE:20240105", uid="", name="VJOURNAL")
    found = read(calendar(*days), window=(date(2024, 1, 1), date(2024, 3, 31)))
    assert [event.when.edtf for event in found.log] == ["2024-01-01", "2024-01-05"]


@pytest.mark.parametrize("rule", ["FREQ=NONSENSE", "FREQ=SECONDLY", "FREQ=MINUTELY;COUNT=2", "nonsense"])
def test_a_rule_that_cannot_be_expanded_is_reported_and_kept(rule: str) -> None:
    lines = component("SUMMARY:T", "DTSTART;VALUE=DATE:20240131", f"RRULE:{rule}")
    found = read(calendar(*lines, *component(uid="b")), window=(date(2024, 1, 1), date(2024, 3, 31)))
    assert codes(found) == ["2:1 C053"]
    assert found.log.events[0].note == f"RRULE: {rule}\nUID: u@x.example"
    assert len(found.log) == 2


def test_too_many_days_are_refused() -> None:
    with pytest.raises(UsageError, match="50 years"):
        read(calendar(), window=(date(1900, 1, 1), date(2024, 1, 1)))


def test_without_the_extra_occurrences_are_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "recurring_ical_events", None)
    with pytest.raises(UsageError, match=r"laceventlog\[recurring\]"):
        read(calendar(*WEEKLY), window=(date(2024, 1, 1), date(2024, 3, 31)))


# -- nothing raises, nothing goes missing


def test_other_components_are_reported() -> None:
    found = read(calendar("BEGIN:VFREEBUSY", "UID:f", "END:VFREEBUSY", *component()))
    assert codes(found) == ["2:1 C050"]
    assert found.counts == ImportCounts(events=1, refused=1)


def test_an_entry_outside_a_calendar_and_several_calendars_are_read() -> None:
    data = (
        calendar(*component(uid="a")) + "\n".join(component(uid="b")).encode() + b"\n" + calendar(*component(uid="c"))
    )
    assert len(read(data).log) == 3


def test_a_broken_component_does_not_cost_the_others() -> None:
    data = calendar(*component("SUMMARY:a", uid="a"), "BEGIN:VEVENT", "UID:b", "junk", *component("SUMMARY:c", uid="c"))
    log, problems = parse(data, "f.ics")
    assert "a" in [event.title for event in log]
    assert [problem.path for problem in problems] == ["f.ics"] * len(problems)
    assert problems != []


@settings(max_examples=300)
@given(st.binary(max_size=300))
def test_no_bytes_whatever_raise(data: bytes) -> None:
    read(data)


@settings(max_examples=150)
@given(st.lists(st.sampled_from([
    b"BEGIN:VCALENDAR", b"END:VCALENDAR", b"BEGIN:VEVENT", b"END:VEVENT", b"BEGIN:VTODO", b"END:VTODO", b"UID:a",
    b"BEGIN:VTIMEZONE", b"END:VTIMEZONE", b"TZID:Z", b"DTSTART;TZID=Z:20240101T000000", b"DTSTART:20240101", b"DUE:2",
    b"DURATION:P1D", b"DURATION:-P999999D", b"RELATED-TO:a", b"SUMMARY:\xff", b" \xe9", b"STATUS:x", b"RRULE:FREQ=DAILY",
    b"RECURRENCE-ID:20240101", b"X-LACEVENTLOG-EVENT:{}", b"X-LACEVENTLOG-SOURCE:{}", b"BEGIN:VJOURNAL", b"END:VJOURNAL",
    b"COMPLETED:99991231T235959Z", b"DTEND:00010101T000000Z", b"LAST-MODIFIED:1", b"CATEGORIES:,", b"X-LACEVENTLOG-STATUS:y",
]), max_size=25))  # fmt: skip
def test_no_order_of_lines_raises_and_what_comes_of_it_is_a_log(lines: list[bytes]) -> None:
    found = read(b"\n".join(lines))
    assert loads(dumps(found.log)) == found.log


CORPUS = Path(os.environ.get("LACEVENTLOG_CORPORA", "")) / "ics"


@pytest.mark.corpora
@pytest.mark.skipif(not os.environ.get("LACEVENTLOG_CORPORA"), reason="LACEVENTLOG_CORPORA names no corpora")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.ics")), ids=lambda p: p.stem)
def test_real_calendars_lose_no_component(path: Path) -> None:
    data = path.read_bytes()
    found = read(data, path.name)
    counts = found.counts
    counted = counts.events + counts.statements + counts.folded + counts.repeated
    assert counted >= _components(data)
    assert loads(dumps(found.log)) == found.log
    written = ical.dumps(found.log)
    assert read(written).log == found.log
    tree: Any = icalendar.Calendar.from_ical(written)
    assert [each.errors for each in tree.walk() if each.errors] == []


def _components(data: bytes) -> int:
    """How many icalendar finds; none where it gives up."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            calendars: Any = icalendar.Calendar.from_ical(data, multiple=True)
        except Exception:  # noqa: BLE001 - whatever it raises, there is nothing to compare with
            return 0
    return sum(each.name in ("VEVENT", "VTODO", "VJOURNAL") for one_ in calendars for each in one_.walk())


@pytest.mark.corpora
@pytest.mark.skipif(not os.environ.get("LACEVENTLOG_CORPORA"), reason="LACEVENTLOG_CORPORA names no corpora")
@pytest.mark.parametrize("seed", range(20))
def test_damaged_real_calendars_do_not_raise(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    small = [path for path in sorted(CORPUS.glob("*.ics")) if path.stat().st_size < 4000]
    for path in chance.sample(small, 5):
        data = bytearray(path.read_bytes())
        for _ in range(8):
            at = chance.randrange(len(data))
            data[at : at + chance.randrange(9)] = chance.choice(
                [b"", b"9", b"\r\n", b":", b"T", b"\xff", b"END:VEVENT\n"]
            )
        read(bytes(data))
