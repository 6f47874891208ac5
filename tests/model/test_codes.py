"""Code lists of other standards: every code as the standard spells it, and every loss listed."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog import ical
from laceventlog.errors import FieldError, UsageError
from laceventlog.eventfile.load import loads
from laceventlog.model import CODE_LISTS, Status, from_code, to_code

# All codes of each list, from the standards themselves.
STANDARDS = {
    "vevent": "TENTATIVE CONFIRMED CANCELLED",  # RFC 5545, 3.8.1.11, statvalue-event
    "vtodo": "NEEDS-ACTION COMPLETED IN-PROCESS CANCELLED",  # RFC 5545, 3.8.1.11, statvalue-todo
    "jscalendar-event": "confirmed cancelled tentative",  # RFC 8984, 5.1.3
    "jscalendar-task": "needs-action in-process completed failed cancelled",  # RFC 8984, 5.2.5
    "iati": "1 2 3 4 5 6",  # IATI 2.03, ActivityStatus
    "ocds": "scheduled met notMet partiallyMet",  # OCDS 1.1, milestoneStatus.csv
    "schema.org": "EventCancelled EventMovedOnline EventPostponed EventRescheduled EventScheduled",  # EventStatusType
}
ORDER = "proposed planned underway partial completed postponed missed cancelled"
CODES = {
    "vevent": "TENTATIVE CONFIRMED CONFIRMED CONFIRMED CONFIRMED TENTATIVE CANCELLED CANCELLED",
    "vtodo": "NEEDS-ACTION NEEDS-ACTION IN-PROCESS IN-PROCESS COMPLETED NEEDS-ACTION CANCELLED CANCELLED",
    "jscalendar-event": "tentative confirmed confirmed confirmed confirmed tentative cancelled cancelled",
    "jscalendar-task": "needs-action needs-action in-process in-process completed needs-action failed cancelled",
    "iati": "1 1 2 2 4 6 - 5",
    "ocds": "scheduled scheduled scheduled partiallyMet met scheduled notMet -",
    "schema.org": (
        "EventScheduled EventScheduled EventScheduled EventScheduled EventScheduled EventPostponed EventCancelled"
        " EventCancelled"
    ),
}
PAIRS = list(itertools.product(CODE_LISTS, Status))


@pytest.mark.parametrize("name", CODE_LISTS)
def test_a_list_holds_the_codes_of_its_standard_and_no_other(name: str) -> None:
    found = CODE_LISTS[name]
    assert sorted(found.statuses) == sorted(STANDARDS[name].split())
    assert {code for code in found.codes.values() if code} <= set(found.statuses)
    assert found.codes.keys() == set(Status)
    assert found.title
    assert found.source


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [(n, s, c) for n, row in CODES.items() for s, c in zip(ORDER.split(), row.split(), strict=True)],
)
def test_the_code_of_a_status(name: str, status: str, code: str) -> None:
    assert to_code(Status(status), name) == (None if code == "-" else code)


READ = [
    ("vevent", "CONFIRMED", "planned"),
    ("vevent", "confirmed", "planned"),  # RFC 5545, 2: enumerated values take either case
    ("vtodo", "IN-PROCESS", "underway"),
    ("jscalendar-task", "failed", "missed"),
    ("iati", "1", "proposed"),  # scoped or planned: no more is claimed than the weaker
    ("iati", "3", "completed"),
    ("iati", "4", "completed"),
    ("iati", " 6\n", "postponed"),
    ("ocds", "notMet", "missed"),
    ("ocds", "partiallyMet", "partial"),
    ("schema.org", "EventRescheduled", "planned"),
    ("schema.org", "https://schema.org/EventPostponed", "postponed"),
    ("schema.org", "http://schema.org/EventMovedOnline", "planned"),
    ("schema.org", "schema:EventCancelled", "cancelled"),
]


@pytest.mark.parametrize(("name", "code", "status"), READ)
def test_the_status_of_a_code(name: str, code: str, status: str) -> None:
    assert from_code(code, name) is Status(status)


UNREAD = [
    ("vevent", "NEEDS-ACTION", "unknown iCalendar VEVENT code 'NEEDS-ACTION'"),  # of the other component
    ("vevent", "CONFRMED", "did you mean 'CONFIRMED'?"),
    ("iati", "7", "one of: 1, 2, 3, 4, 5, 6"),
    ("iati", "01", "unknown IATI activity-status code '01'"),
    ("ocds", "delayed", "unknown OCDS milestone status code 'delayed'"),
    ("ocds", "", "one of: scheduled"),
    ("iati", "https://schema.org/1", "unknown IATI"),
    ("schema.org", "https://schema.org/", "unknown schema.org eventStatus code"),
]


@pytest.mark.parametrize(("name", "code", "said"), UNREAD)
def test_an_unknown_code_is_refused_with_a_remedy(name: str, code: str, said: str) -> None:
    with pytest.raises(FieldError) as refusal:
        from_code(code, name)
    assert refusal.value.code == "S005"
    assert said in f"{refusal.value.message} {refusal.value.hint}"


def test_an_unknown_list_is_refused_with_a_remedy() -> None:
    with pytest.raises(UsageError, match="did you mean 'iati'"):
        to_code(Status.PLANNED, "itai")
    with pytest.raises(UsageError, match="no code list 'aiddata'"):
        from_code("1", "aiddata")


# -- laws


@pytest.mark.parametrize(("name", "status"), PAIRS)
def test_a_status_survives_the_way_out_and_back_or_its_loss_is_listed(name: str, status: Status) -> None:
    code = to_code(status, name)
    survives = code is not None and from_code(code, name) is status
    assert survives is (status not in CODE_LISTS[name].lost)
    assert CODE_LISTS[name].back(status) is (from_code(code, name) if code else None)


@pytest.mark.parametrize(("name", "code"), [(n, c) for n, found in CODE_LISTS.items() for c in found.statuses])
def test_a_code_survives_the_way_in_and_out_or_its_loss_is_listed(name: str, code: str) -> None:
    survives = to_code(from_code(code, name), name) == code
    assert survives is (code not in CODE_LISTS[name].lost_codes)


@pytest.mark.parametrize("name", CODE_LISTS)
def test_a_second_way_out_and_back_loses_nothing_more(name: str) -> None:
    found = CODE_LISTS[name]
    once = [found.back(status) for status in Status]
    assert all(found.back(status) is status for status in once if status)


@pytest.mark.parametrize(("name", "status"), PAIRS)
def test_no_way_out_makes_a_thing_happen_that_did_not(name: str, status: Status) -> None:
    back = CODE_LISTS[name].back(status)
    assert back is not Status.COMPLETED or status is Status.COMPLETED
    assert back is not Status.MISSED or status is Status.MISSED


@given(st.sampled_from(sorted(CODE_LISTS)), st.text())
def test_any_text_is_a_code_or_refused(name: str, text: str) -> None:
    try:
        assert from_code(text, name) in Status
    except FieldError as refusal:
        assert refusal.code == "S005"


# -- the calendar goes by the same lists


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize(("tasks", "name"), [("event", "vevent"), ("todo", "vtodo")])
def test_the_calendar_writes_these_codes(status: Status, tasks: ical.TaskStyle, name: str) -> None:
    log = loads(f"events:\n  - {{id: a, kind: launch, title: A, status: {status}, when: 2025-03-01}}\n")
    lines = ical.dumps(log, ical.Options(tasks=tasks)).decode().splitlines()
    assert [line for line in lines if line.startswith("STATUS:")] == [f"STATUS:{to_code(status, name)}"]
