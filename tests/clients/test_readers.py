"""Libraries that read calendars: none complains of ours, and all read the text that was written.

Where a reader is wrong, the reason stands in `FALSE_ALARMS` or beside the exception made for it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from client_feeds import CHOICES, FEEDS, LOGS, as_read, feed, kinds, parts, unescaped
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from laceventlog import Event, EventLog, Statement, Status, When

Pairs = list[tuple[str, str]]
Found = list[tuple[str, str | None, list[str]]]

FALSE_ALARMS = {
    "Parse error in property name: LINK": "libical 3 is older than RFC 9253, which defines LINK",
}
"""X-LIC-ERROR of libical that are no errors of ours, and why."""

EACH = pytest.mark.parametrize(("which", "choice"), FEEDS)


@pytest.fixture(scope="module")
def made() -> Callable[..., bytes]:
    logs: dict[str, EventLog] = {name: make() for name, make in LOGS.items()}
    return lambda which, **options: feed(logs[which], **options)


@EACH
def test_icalendar_reads_it_without_an_error(made: Callable[..., bytes], which: str, choice: str) -> None:
    icalendar = pytest.importorskip("icalendar")
    data = made(which, **CHOICES[choice])
    calendar = icalendar.Calendar.from_ical(data)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    assert sorted(c.name for c in calendar.walk() if c.name != "VCALENDAR") == kinds(data)
    for component in calendar.events + calendar.todos:
        assert component.get("DTSTART") is None or component.start is not None


@EACH
def test_ical_reads_it(made: Callable[..., bytes], which: str, choice: str) -> None:
    stream: Any = pytest.importorskip("ical.calendar_stream")
    data = made(which, **CHOICES[choice])
    calendar = stream.IcsCalendarStream.calendar_from_ics(data.decode())
    found = len(calendar.events), len(calendar.todos), len(calendar.journal)
    assert found == tuple(kinds(data).count(name) for name in ("VEVENT", "VTODO", "VJOURNAL"))


@EACH
def test_vobject_finds_it_valid(made: Callable[..., bytes], which: str, choice: str) -> None:
    vobject: Any = pytest.importorskip("vobject")
    (calendar,) = vobject.readComponents(made(which, **CHOICES[choice]).decode())
    assert calendar.validate(raiseException=True)


@EACH
def test_icaljs_reads_it_strictly_and_decodes_every_value(
    made: Callable[..., bytes], icaljs: Callable[[bytes], Found], which: str, choice: str
) -> None:
    data = made(which, **CHOICES[choice])
    found = icaljs(data)
    assert sorted(name.upper() for name, each, _ in found if each is None and name != "vcalendar") == kinds(data)
    assert all(values for _, each, values in found if each is not None)


@EACH
def test_libical_counts_no_error(
    made: Callable[..., bytes], libical: Callable[[bytes], Pairs], which: str, choice: str
) -> None:
    data = made(which, **CHOICES[choice])
    told = libical(data)
    errors = [value for name, value in told if name == "X-LIC-ERROR"]
    assert set(errors) <= set(FALSE_ALARMS)
    assert int(dict(told)["errors"]) == len(errors)
    assert sorted(value for name, value in told if name == "BEGIN" and value != "VCALENDAR") == kinds(data)


@EACH
def test_libical_finds_the_restrictions_kept_of_what_is_published(
    made: Callable[..., bytes], libical: Callable[[bytes], Pairs], which: str, choice: str
) -> None:
    """It checks them only where there is a METHOD (RFC 5546), and with it an ORGANIZER."""
    told = libical(made(which, **CHOICES[choice], method="PUBLISH", organizer="mailto:log@example.org"))
    assert {value for name, value in told if name == "X-LIC-ERROR"} <= set(FALSE_ALARMS)
    assert ("restrictions", "1") in told


# -- text comes back

TEXTS = [
    "C:\\New\\notes", "C:\\\\new", "\\n", "\\N", "\\\\n", "a,b;c:d", 'quotes "a" and \'b\'', "a\nb", "a\r\nb", "a\rb", "a\tb",
    "a\u2028b\u2029c\x85d", "🚀 👩‍👩‍👧", "Поставка 300 автобусов", "שלום, עולם", "مرحبا; عالم", "\u202eright\u202c to left",
    "e\u0301\u0302\u0303", "日本語" * 40, "é" * 80, "x" * 300, "a\u200db\u200cc\u00adc", "ends in \\", "^n ^^ ^'", "%0A", "\U0010fffd",
    "BEGIN:VEVENT", "a b  c", "a\u00a0b", "{[(<",
]  # fmt: skip

writable = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]) | st.sampled_from("\\\\nN,;:\"'\n\r\t"),
    min_size=1,
    max_size=60,
).filter(lambda text: text == text.strip() != "")
"""Several readers strip a value; ours are texts of a file, which are stripped as well."""
SLOW = settings(max_examples=12, suppress_health_check=list(HealthCheck))


def texts(strings: list[str]) -> bytes:
    """A calendar with each text as title, place and note of one event."""
    known = Statement(status=Status.PLANNED, when=When.parse("2024-05-29"), said=When.parse("2024-01-02"))
    rows = enumerate(strings)
    return feed(EventLog([Event(id=f"t{n}", title=t, place=t, note=t, history=(known,)) for n, t in rows]))


def expected(strings: list[str]) -> list[tuple[str, str, str, str]]:
    """Title, description, place, and the title in the JSON beside, as every reader should see them."""
    return [(as_read(t), f"Status: planned\nNote: {as_read(t)}", as_read(t), t) for t in strings]


def seen(summary: str, description: str, location: str, own: str) -> tuple[str, str, str, str]:
    return summary, description, location, json.loads(own)["title"]


@SLOW
@example(TEXTS)
@given(st.lists(writable, min_size=1, max_size=30))
def test_texts_come_back_through_our_own_lines(strings: list[str]) -> None:
    names = ("SUMMARY", "DESCRIPTION", "LOCATION", "X-LACEVENTLOG-EVENT")
    found = [[unescaped(each.first(name).value) for name in names] for each in parts(texts(strings))]  # type: ignore[union-attr]  # it has each
    assert [seen(*values) for values in found] == expected(strings)


@SLOW
@example(TEXTS)
@given(st.lists(writable, min_size=1, max_size=30))
def test_texts_come_back_through_ical(strings: list[str]) -> None:
    """It does not decode properties it does not know."""
    stream: Any = pytest.importorskip("ical.calendar_stream")
    calendar = stream.IcsCalendarStream.calendar_from_ics(texts(strings).decode())
    own = [unescaped({p.name: p.value for p in e.extras}["x-laceventlog-event"]) for e in calendar.events]
    found = zip(calendar.events, own, strict=True)
    assert [seen(e.summary, e.description, e.location, text) for e, text in found] == expected(strings)


@SLOW
@example(TEXTS)
@given(st.lists(writable, min_size=1, max_size=30))
def test_texts_come_back_through_vobject(strings: list[str]) -> None:
    vobject: Any = pytest.importorskip("vobject")
    (calendar,) = vobject.readComponents(texts(strings).decode())
    found = calendar.vevent_list
    assert [
        seen(e.summary.value, e.description.value, e.location.value, e.x_laceventlog_event.value) for e in found
    ] == expected(strings)


@SLOW
@example(TEXTS)
@given(st.lists(writable, min_size=1, max_size=30))
def test_texts_come_back_through_icaljs(icaljs: Callable[[bytes], Found], strings: list[str]) -> None:
    """What it does not know has the type "unknown", and is not decoded."""
    values: dict[str, list[str]] = {}
    for _, name, each in icaljs(texts(strings)):
        if name:
            values.setdefault(name, []).extend(each)
    own = map(unescaped, values["x-laceventlog-event"])
    found = zip(values["summary"], values["description"], values["location"], own, strict=True)
    assert [seen(*row) for row in found] == expected(strings)


@SLOW
@example(TEXTS)
@given(st.lists(writable, min_size=1, max_size=30))
def test_texts_come_back_through_libical(libical: Callable[[bytes], Pairs], strings: list[str]) -> None:
    values: dict[str, list[str]] = {}
    for name, value in libical(texts(strings)):
        values.setdefault(name, []).append(value)
    found = zip(
        values["SUMMARY"], values["DESCRIPTION"], values["LOCATION"], values["X-LACEVENTLOG-EVENT"], strict=True
    )
    assert [seen(*row) for row in found] == expected(strings)


@SLOW
@example([text for text in TEXTS if "\\" not in text])
@given(st.lists(writable.filter(lambda text: "\\" not in text and '"' not in text), min_size=1, max_size=30))
def test_texts_without_a_backslash_come_back_through_icalendar(strings: list[str]) -> None:
    r"""It takes an escaped backslash before n or N for a line break (C:\New), and so breaks the JSON of a text
    with a quote or a line break too: only what it is right about is asked.
    """
    icalendar: Any = pytest.importorskip("icalendar")
    found = icalendar.Calendar.from_ical(texts(strings)).events
    wanted = [row[:3] for row in expected(strings)]
    assert [(str(e["SUMMARY"]), str(e["DESCRIPTION"]), str(e["LOCATION"])) for e in found] == wanted
