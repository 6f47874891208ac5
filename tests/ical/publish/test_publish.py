"""Publishing to a real CalDAV server: what is sent, what is left alone, and how a broken run is finished."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from laceventlog import UsageError, loads
from laceventlog.ical import SyncCounts
from laceventlog.ical.sync.caldav import publish
from laceventlog.ical.sync.caldav_client import Account
from laceventlog.ical.sync.vdir import write_vdir
from laceventlog.ical.writer.options import Options
from laceventlog.model import EventLog

ME = Account("team", "not ääsy")
EVENT = "  - {{id: {id}, kind: delivery, title: '{title}', status: planned, when: '{when}', said: 2024-01-02}}\n"
FOREIGN = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//else//EN\r\nBEGIN:VEVENT\r\nUID:{}\r\nDTSTAMP:20240101T000000Z\r\n"
    "DTSTART;VALUE=DATE:20240101\r\nSUMMARY:Theirs\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
REPEATED = FOREIGN.format("r").replace(
    "SUMMARY:Theirs\r\nEND:VEVENT\r\n",
    "RRULE:FREQ=DAILY;COUNT=3\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:r\r\nDTSTAMP:20240101T000000Z\r\n"
    "RECURRENCE-ID;VALUE=DATE:20240102\r\nDTSTART;VALUE=DATE:20240105\r\nSUMMARY:Moved\r\nEND:VEVENT\r\n",
)
ALARMS: Any = (0, 7)


def log_of(*ids: str, title: str = "Pumps, valves; a \\New one", when: str = "by the end of 2024") -> EventLog:
    return loads("events:\n" + "".join(EVENT.format(id=each, title=title, when=when) for each in ids))


def send(log: EventLog, calendar: Any, options: Options | None = None, **how: bool) -> SyncCounts:
    calendar.requests.clear()
    return publish(log, calendar.url, options or Options(), ME, **how)


def numbers(counts: SyncCounts) -> tuple[int, int, int, int, int]:
    return counts.created, counts.changed, counts.same, counts.removed, len(counts.conflicts)


HOSTILE = """
sources:
  a: {title: "Q; A, \\"x\\" \\\\N C:\\\\New\\tz", published: 2024-01-01, url: "https://example.org/a?b=c&d=ü"}
events:
  - {id: moment, kind: meeting, title: "In La Paz", status: planned, when: "2025-05-29T10:00-04:00[America/La_Paz]", source: a#1}
  - {id: utc, kind: meeting, title: "At noon", status: held, when: "2024-05-29T10:00Z", source: a#1}
  - {id: long, kind: event, title: "Ä: very long 長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い ; , \\\\ end", status: planned, when: 2025, note: "one\\ntwo\\n\\n three  ", tags: [a b, "c,d"], place: "Here; there, \\"x\\"", source: a#2}
  - id: several
    kind: delivery
    title: Buses
    history:
      - {said: 2024-03, status: planned, when: Q3 2024, source: a#2, quote: "by «Q3»: \\"yes\\""}
      - {said: 2024-11-07, status: delivered, when: 2024-11-07, source: a#20, reason: "ok; fine, done"}
  - {id: off, kind: launch, title: "Off", status: cancelled, when: 2025-01, source: a#3}
"""


@pytest.mark.parametrize(
    "options",
    [
        Options(tasks="both", history="journal", alarms=ALARMS),
        Options(tasks="todo", windows="span", cancelled="mark", organizer="mailto:log@example.org"),
        Options(namespace="a; b, c/ü \\N", data=False, tasks="both"),
        Options(method="PUBLISH", organizer="mailto:log@example.org"),
    ],
    ids=["all", "todo", "namespace", "method"],
)
def test_what_the_server_gives_back_is_the_same_so_a_second_run_writes_nothing(calendar: Any, options: Options) -> None:
    log = loads(HOSTILE)
    first = send(log, calendar, options)
    assert (first.created, calendar.count("PUT")) == (len(first.steps), len(first.steps))
    assert len(calendar.names()) == first.created
    second = send(log, calendar, options)
    assert numbers(second) == (0, 0, first.created, 0, 0)
    assert calendar.requests.count("PUT") + calendar.requests.count("DELETE") == 0
    assert set(calendar.requests) == {"PROPFIND", "REPORT"}


def test_two_hundred_items_cost_a_request_each_and_then_none(calendar: Any) -> None:
    ids = [f"e{number}" for number in range(200)]
    assert numbers(send(log_of(*ids), calendar)) == (200, 0, 0, 0, 0)
    assert calendar.count("PUT") == 200
    assert numbers(send(log_of(*ids), calendar)) == (0, 0, 200, 0, 0)
    assert calendar.count("PUT") == 0
    assert len(calendar.requests) <= 4


def test_what_changed_is_sent_what_is_gone_is_removed_and_nothing_else(calendar: Any) -> None:
    send(log_of("a", "b", "c"), calendar)
    log = EventLog([*log_of("a"), *log_of("b", title="Other"), *log_of("d")])
    assert numbers(send(log, calendar)) == (1, 1, 1, 1, 0)
    assert (calendar.count("PUT"), calendar.count("DELETE")) == (2, 1)
    assert calendar.names() == {"a@laceventlog.ics", "b@laceventlog.ics", "d@laceventlog.ics"}
    assert "Other" in calendar.text("b@laceventlog.ics")


def test_items_of_others_are_left_alone(calendar: Any) -> None:
    calendar.write("theirs.ics", FOREIGN.format("theirs@laceventlog"))
    calendar.write("repeated.ics", REPEATED)
    before = calendar.text("theirs.ics")
    send(log_of("a"), calendar, Options(namespace="another"))
    for log in (log_of("a"), log_of("b"), EventLog([])):
        assert not send(log, calendar).conflicts
    assert calendar.names() == {"theirs.ics", "repeated.ics", "a@another.ics"}
    assert calendar.text("theirs.ics") == before


def test_what_comes_back_from_the_server_into_a_folder_is_the_same(calendar: Any, tmp_path: Path) -> None:
    options = Options(tasks="both", history="journal")
    send(loads(HOSTILE), calendar, options)
    for number, name in enumerate(calendar.names()):
        (tmp_path / f"{number}.ics").write_text(calendar.text(name), "utf-8", newline="")
    counts = write_vdir(loads(HOSTILE), tmp_path, options)
    assert numbers(counts) == (0, 0, len(calendar.names()), 0, 0)


@pytest.mark.parametrize(
    "old",
    ["SUMMARY:[by the end of 2024] Pumps", "DTEND;VALUE=DATE:20250101\r\n", "END:VEVENT"],
    ids=["title", "day", "more"],
)
def test_what_somebody_changed_is_kept_and_told(calendar: Any, old: str) -> None:
    send(log_of("a", "b"), calendar)
    text = calendar.text("a@laceventlog.ics")
    changed = (
        re.sub(re.escape(old), f"COMMENT:mine\r\n{old}", text)
        if old != "DTEND;VALUE=DATE:20250101\r\n"
        else text.replace(old, "")
    )
    assert changed != text
    calendar.write("a@laceventlog.ics", changed)
    kept = calendar.text("a@laceventlog.ics")
    for log in (log_of("a", "b"), log_of("a", "b", title="New"), log_of("b", title="New")):
        counts = send(log, calendar)
        assert [step.uid for step in counts.conflicts] == ["a@laceventlog"]
        assert calendar.text("a@laceventlog.ics") == kept
    assert numbers(send(log_of("a", "b", title="New"), calendar, force=True)) == (0, 1, 1, 0, 0)
    assert "New" in calendar.text("a@laceventlog.ics")
    assert numbers(send(log_of("a", "b", title="New"), calendar)) == (0, 0, 2, 0, 0)


def test_what_somebody_changed_is_removed_only_by_force(calendar: Any) -> None:
    send(log_of("a"), calendar)
    calendar.write("a@laceventlog.ics", calendar.text("a@laceventlog.ics").replace("Pumps", "Theirs"))
    assert numbers(send(EventLog([]), calendar)) == (0, 0, 0, 0, 1)
    assert numbers(send(EventLog([]), calendar, force=True)) == (0, 0, 0, 1, 0)
    assert calendar.names() == set()


def test_an_item_with_our_uid_but_without_our_seal_is_somebody_elses(calendar: Any) -> None:
    calendar.write("theirs.ics", FOREIGN.format("a@laceventlog"))
    counts = send(log_of("a"), calendar)
    assert [(step.uid, step.reason) for step in counts.conflicts] == [("a@laceventlog", "others put it there")]
    assert numbers(send(log_of("a"), calendar, force=True)) == (0, 1, 0, 0, 0)
    assert calendar.names() == {"theirs.ics"}, "a UID stands once in a collection"


def quicker(calendar: Any, method: str, name: str, text: str) -> None:
    """Somebody writes the item while the first request of a method is under way."""

    def meddle(now: str, number: int) -> str:
        if (now, number) == (method, 1):
            calendar.write(name, text)
        return ""

    calendar.meddle = meddle


def test_who_was_quicker_is_not_written_over(calendar: Any) -> None:
    send(log_of("a", "b"), calendar)
    theirs = calendar.text("a@laceventlog.ics").replace("Pumps", "Theirs")
    quicker(calendar, "PUT", "a@laceventlog.ics", theirs)
    counts = send(log_of("a", "b", title="New"), calendar)
    assert numbers(counts) == (0, 1, 0, 0, 1)
    assert counts.conflicts[0].reason == "others changed it"
    assert "Theirs" in calendar.text("a@laceventlog.ics")
    assert "New" in calendar.text("b@laceventlog.ics")


def test_who_was_quicker_is_not_removed(calendar: Any) -> None:
    send(log_of("a"), calendar)
    quicker(calendar, "DELETE", "a@laceventlog.ics", calendar.text("a@laceventlog.ics").replace("Pumps", "Theirs"))
    assert numbers(send(EventLog([]), calendar)) == (0, 0, 0, 0, 1)
    assert "Theirs" in calendar.text("a@laceventlog.ics")


def test_a_new_item_takes_nobodys_place(calendar: Any) -> None:
    quicker(calendar, "PUT", "a@laceventlog.ics", FOREIGN.format("other@else"))
    counts = send(log_of("a"), calendar)
    assert [step.reason for step in counts.conflicts] == ["others put it there"]
    assert "Theirs" in calendar.text("a@laceventlog.ics")


def test_the_same_item_from_a_run_beside_is_no_conflict(calendar: Any) -> None:
    send(log_of("a"), calendar)
    text = calendar.text("a@laceventlog.ics")
    assert calendar.ask("DELETE", "a@laceventlog.ics")[0] in (200, 204)
    quicker(calendar, "PUT", "a@laceventlog.ics", text)
    assert numbers(send(log_of("a"), calendar)) == (0, 0, 1, 0, 0)


def test_what_was_removed_meanwhile_is_removed(calendar: Any) -> None:
    send(log_of("a"), calendar)

    def meddle(method: str, _number: int) -> str:
        if method == "DELETE":
            calendar.ask("DELETE", "a@laceventlog.ics")
        return ""

    calendar.meddle = meddle
    assert numbers(send(EventLog([]), calendar)) == (0, 0, 0, 1, 0)


@pytest.mark.parametrize(("fate", "written"), [("cut", 6), ("lose", 7)])
def test_a_run_that_broke_off_is_finished_by_another(calendar: Any, fate: str, written: int) -> None:
    log = log_of(*(f"e{number}" for number in range(20)))
    calendar.meddle = lambda method, number: fate if (method, number) == ("PUT", 7) else ""
    with pytest.raises(UsageError, match=r"connection broke: .*at e6@laceventlog, 6 of 20 done"):
        send(log, calendar)
    assert len(calendar.names()) == written
    calendar.meddle = lambda _method, _number: ""
    assert numbers(send(log, calendar)) == (20 - written, 0, written, 0, 0)
    assert calendar.count("PUT") == 20 - written


@pytest.mark.parametrize("method", ["PROPFIND", "REPORT", "DELETE", "GET"])
def test_a_line_cut_anywhere_is_one_sentence(calendar: Any, method: str) -> None:
    send(log_of("a", "b"), calendar)
    quicker(calendar, "PUT", "b@laceventlog.ics", calendar.text("b@laceventlog.ics").replace("Pumps", "Theirs"))
    meddle = calendar.meddle
    calendar.meddle = lambda now, number: "cut" if now == method else meddle(now, number)
    with pytest.raises(UsageError, match="connection broke"):
        send(log_of("b", title="New"), calendar)


def test_a_dry_run_writes_nothing_and_tells_the_same(calendar: Any) -> None:
    send(log_of("a", "b"), calendar)
    log = EventLog([*log_of("a", title="New"), *log_of("c")])
    dry = send(log, calendar, dry_run=True)
    assert set(calendar.requests) == {"PROPFIND", "REPORT"}
    assert numbers(dry) == numbers(send(log, calendar)) == (1, 1, 0, 1, 0)


def test_names_that_no_path_can_hold_are_made_safe(calendar: Any) -> None:
    options = Options(namespace="../..//x y%2f?#ü")
    assert numbers(send(log_of("a"), calendar, options)) == (1, 0, 0, 0, 0)
    (name,) = calendar.names()
    assert name.startswith("_a@..")
    assert "/" not in name
    assert numbers(send(log_of("a"), calendar, options)) == (0, 0, 1, 0, 0)
    assert numbers(send(EventLog([]), calendar, options)) == (0, 0, 0, 1, 0)


def test_the_address_may_lack_its_last_slash(calendar: Any) -> None:
    assert publish(log_of("a"), calendar.url.rstrip("/"), account=ME).created == 1
