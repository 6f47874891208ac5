"""What a caller may choose of a calendar: each choice in the bytes, and what no calendar can have refused."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from icalendar import Calendar

from laceventlog import Delivery, Event, EventLog, Source, Statement, Status, UsageError, When, ical, loads
from laceventlog.ical import Options, content_lines
from laceventlog.model import Citation

PAPER = Source(id="paper", title="Paper", url="https://example.org/a", published=When.parse("2024-03-01"))
OTHER = Source(id="other", title="Other", url="https://example.org/b", published=When.parse("2024-11-08"))
HISTORY = (
    Statement(status=Status.PLANNED, when=When.parse("Q3 2024"), source=Citation(PAPER, "2"), said=PAPER.published),
    Statement(
        status=Status.COMPLETED, when=When.parse("2024-11-07"), source=Citation(OTHER), said=OTHER.published,
        reason="a strike", quote="It began; at last, in November.",
    ),
)  # fmt: skip


def line() -> Event:
    return Delivery(id="line", title="Line", history=HISTORY)


def planned(when: str = "2024-05-17", status: str = "planned") -> Event:
    return Delivery(id="buses", title="Buses", history=[Statement(status=Status(status), when=When.parse(when))])


def written(*events: Event, **options: Any) -> bytes:
    sources = {s.source.source.id: s.source.source for e in events for s in e.history if s.source}
    return ical.dumps(EventLog(events, sources), Options(**options))


def unfolded(data: bytes) -> list[str]:
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def test_alarms_go_off_before_the_last_day_of_what_is_awaited() -> None:
    lines = unfolded(written(planned(), alarms=[30, 7]))
    assert [text for text in lines if text.startswith("TRIGGER")] == ["TRIGGER:-P30D", "TRIGGER:-P7D"]
    assert lines.count("ACTION:DISPLAY") == 2
    assert lines.count("DESCRIPTION:Buses") == 2
    tasks = unfolded(written(planned(), alarms=[7], tasks="todo"))
    assert "TRIGGER;RELATED=END:-P7D" in tasks


def test_what_is_over_has_no_alarm() -> None:
    for status in ("completed", "missed", "cancelled"):
        assert b"VALARM" not in written(planned(status=status), alarms=[7])


def test_every_statement_becomes_a_note_when_asked() -> None:
    calendar = Calendar.from_ical(written(line(), history="journal"))
    notes: list[Any] = list(calendar.walk("VJOURNAL"))
    assert [(str(n["UID"]), str(n["SUMMARY"]), str(n["STATUS"])) for n in notes] == [
        ("line.h1@laceventlog", "planned: Line", "FINAL"),
        ("line.h2@laceventlog", "completed: Line", "FINAL"),
    ]
    assert [note["DTSTART"].dt.isoformat() for note in notes] == ["2024-03-01", "2024-11-08"]
    assert {str(note["RELATED-TO"]) for note in notes} == {"line@laceventlog"}
    assert str(notes[1]["DESCRIPTION"]).split("\n") == [
        "When: 2024-11-07", "Reason: a strike", "Quote: «It began; at last, in November.»", "Source: Other",
    ]  # fmt: skip
    assert b"VJOURNAL" not in written(line())


def test_a_statement_of_unknown_day_is_no_note() -> None:
    assert b"VJOURNAL" not in written(planned(), history="journal")


def test_every_source_is_linked_once() -> None:
    links = [text for text in unfolded(written(line())) if text.startswith("LINK")]
    assert links == [
        'LINK;LINKREL="describedby";VALUE=URI;LABEL="Paper, paragraph 2":https://example.org/a',
        'LINK;LINKREL="describedby";VALUE=URI;LABEL="Other":https://example.org/b',
    ]


def test_the_whole_event_stands_beside_unless_it_is_not_wanted() -> None:
    lines = unfolded(written(line()))
    found = next(text for text in lines if text.startswith("X-LACEVENTLOG-EVENT:")).partition(":")[2]
    plain = json.loads(found.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\"))
    assert plain["history"][1]["quote"] == "It began; at last, in November."
    assert sum(text.startswith("X-LACEVENTLOG-SOURCE:") for text in lines) == 2
    bare = written(line(), data=False)
    assert b"X-LACEVENTLOG-EVENT" not in bare
    assert b"X-LACEVENTLOG-SOURCE" not in bare
    assert b"X-LACEVENTLOG-STATUS:completed" in bare


def test_a_mirror_does_not_repeat_the_whole_event() -> None:
    assert written(planned(), tasks="both").count(b"X-LACEVENTLOG-EVENT") == 1


def test_the_head_of_the_calendar() -> None:
    lines = unfolded(
        ical.dumps(
            EventLog(),
            Options(
                name="Log, of ours", description="What is due", color="SteelBlue", refresh="P1D",
                url="https://example.org/ñ.ics", method="PUBLISH", organizer="mailto:log@example.org",
            ),
        )
    )  # fmt: skip
    assert lines == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//laceventlog//laceventlog//EN", "METHOD:PUBLISH",
        "NAME:Log\\, of ours", "X-WR-CALNAME:Log\\, of ours", "DESCRIPTION:What is due", "X-WR-CALDESC:What is due",
        "COLOR:steelblue", "X-APPLE-CALENDAR-COLOR:#4682B4", "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D", "SOURCE;VALUE=URI:https://example.org/%C3%B1.ics", "END:VCALENDAR", "",
    ]  # fmt: skip


def test_a_method_puts_its_organizer_into_every_entry() -> None:
    lines = unfolded(written(line(), planned(), method="PUBLISH", organizer="mailto:a@example.org", tasks="todo"))
    assert lines.count("ORGANIZER:mailto:a@example.org") == 2
    assert lines.count("PRIORITY:0") == 2  # RFC 5546 wants one of a published task


@pytest.mark.parametrize("when", ["by the end of 2024", "2024-12-31", "Q4 2024", "[2024-12-31..]"])
def test_a_published_task_has_a_start_and_a_due_date_after_it(when: str) -> None:
    """RFC 5546 §3.4.1; libical refuses one without. A deadline has no first day: its last one serves."""
    log = EventLog([planned(when)])
    todo: Any = ical.to_icalendar(log, Options(tasks="todo", method="PUBLISH", organizer="mailto:a@b.org")).todos[0]
    assert todo.get("DUE") is None or todo["DTSTART"].dt < todo["DUE"].dt
    assert todo["DTSTART"].dt.hour == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"color": "stelblue"}, "not a CSS colour: did you mean 'steelblue'"),
        ({"color": "#ff0000"}, "not a CSS colour"),
        ({"refresh": "12h"}, "not a valid refresh for a calendar: write a duration such as PT12H"),
        ({"refresh": "P"}, "not a valid refresh"),
        ({"url": "example.org/a.ics"}, "not a valid url for a calendar"),
        ({"url": "https://example.org/\r\nX-EVIL:1"}, "not a valid url"),
        ({"method": "publish me", "organizer": "mailto:a@b.org"}, "not a valid method"),
        ({"method": "PUBLISH"}, "a method needs an organizer"),
        ({"organizer": "a@b.org"}, "not a valid organizer"),
        ({"alarms": [-1]}, "0 to 3650 days before"),
        ({"alarms": [4000]}, "0 to 3650 days before"),
    ],
)
def test_what_no_calendar_can_have_is_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        Options(**options)


def test_a_name_with_a_control_character_is_refused() -> None:
    with pytest.raises(UsageError, match=r"contains the control character U\+0007"):
        ical.dumps(EventLog(), Options(name="a\x07"))


def test_a_zone_is_written_once_and_the_same_on_every_run() -> None:
    log = loads(
        "events:\n"
        + "".join(
            f"  - {{id: e{n}, kind: meeting, title: M, status: held, when: '2024-05-{n:02} 10:00 {zone}'}}\n"
            for n, zone in enumerate(["Europe/Moscow", "America/La_Paz", "America/Havana", "Europe/Moscow"], start=1)
        )
    )
    data = ical.dumps(log)
    zones = [text.partition(":")[2] for text in unfolded(data) if text.startswith("TZID:")]
    assert zones == ["America/Havana", "America/La_Paz", "Europe/Moscow"]
    assert b"DTSTART;TZID=Europe/Moscow:20240501T100000" in data
    assert ical.dumps(log) == data


@pytest.mark.parametrize("text", ["a\u2028b\u2029c\x85d", "a\r\nb\rc\nd", "a\tb", 'C:\\New "notes", x;y'])
def test_the_data_beside_hold_every_line_break_as_it_was(text: str) -> None:
    """JSON need not escape some of them; a calendar cannot hold them as they are."""
    said = Statement(status=Status.PLANNED, when=When.parse("2024"))
    data = ical.dumps(EventLog([Event(id="a", title=text, history=[said])]))
    (calendar,), _ = content_lines.parse(data, "feed")
    found = calendar.children[0].first("X-LACEVENTLOG-EVENT")
    assert found
    plain = re.sub(r"\\(.)", lambda mark: "\n" if mark[1] == "n" else mark[1], found.value)
    assert json.loads(plain)["title"] == text
