"""The agenda: urgency, overdue events, records, and warnings."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog.dates import When
from laceventlog.errors import Problem
from laceventlog.model import TRANSITIONS, Citation, Delivery, Event, EventLog, Origin, Source, Status, Transition
from laceventlog.model.statement import Statement
from laceventlog.reports import Group, agenda, check_log, overdue, silence, stale
from laceventlog.reports.agenda import in_order
from laceventlog.reports.records import ROW_FIELDS, row_record

TODAY = date(2025, 3, 1)


def event(id_: str, status: str, when: str) -> Event:
    return Event(id=id_, title=id_, history=[Statement(status=Status(status), when=When.parse(when))])


# Every event that can be told apart, most urgent first: (id, group, status, when).
ORDERED = [
    # overdue: the longest first
    ("o-deadline-2019", "overdue", "planned", "[..2019-12-31]"),
    ("o-approximate", "overdue", "planned", "2022~"),
    ("o-span-start", "overdue", "planned", "2024-06/2030"),  # its start is what is awaited
    ("o-a", "overdue", "planned", "[..2024-12-31]"),  # a tie is broken by the id
    ("o-b", "overdue", "planned", "2024"),
    ("o-c", "overdue", "underway", "2023/2024"),
    ("o-yesterday", "overdue", "planned", "2025-02-28"),
    # due: the nearest last day first
    ("d-today", "due", "planned", "2025-03-01"),
    ("d-month", "due", "postponed", "2025-03"),
    ("d-quarter", "due", "proposed", "2025-33"),
    ("d-deadline", "due", "planned", "[..2025-12-31]"),
    ("d-year-a", "due", "partial", "2023/2025"),
    ("d-year-b", "due", "planned", "2025"),
    # upcoming: the nearest first day first
    ("u-tomorrow", "upcoming", "planned", "2025-03-02"),
    ("u-april", "upcoming", "planned", "2025-04"),
    ("u-april-later", "upcoming", "planned", "2025-34"),
    ("u-not-before", "upcoming", "planned", "[2028-01-01..]"),
    ("u-last-day", "upcoming", "planned", "9999-12-31"),
    # ongoing: the nearest last day first, then without one: the longest first
    ("g-2026", "ongoing", "underway", "2024/2026"),
    ("g-2030", "ongoing", "underway", "2023/2030"),
    ("g-since-0001", "ongoing", "underway", "0001/.."),
    ("g-since-2012", "ongoing", "underway", "2012/"),
    ("g-since-2019", "ongoing", "underway", "2019/.."),
    ("g-undated", "ongoing", "underway", "TBD"),
    # no last day
    ("n-since-2024", "undated", "planned", "[2024-01-01..]"),
    ("n-a", "undated", "planned", "TBD"),
    ("n-b", "undated", "proposed", "TBD"),
    # done: the latest first, without a day last
    ("c-2025", "done", "completed", "2025-02-01"),
    ("c-2024-a", "done", "completed", "2024"),
    ("c-2024-b", "done", "completed", "2024-12-31"),
    ("c-2023", "done", "completed", "2023-33"),
    ("c-since", "done", "completed", "2019/.."),
    ("c-first-day", "done", "completed", "0001-01-02"),
    ("c-undated", "done", "completed", "TBD"),
    ("m-2024", "missed", "missed", "2024-05"),
    ("m-undated", "missed", "missed", "TBD"),
    ("x-2024", "cancelled", "cancelled", "2024-05"),
    ("x-undated", "cancelled", "cancelled", "TBD"),
]
EVENTS = [event(id_, status, when) for id_, _, status, when in ORDERED]


def test_the_agenda_is_in_order_of_urgency() -> None:
    rows = agenda(EventLog(EVENTS[::-1]), TODAY)
    assert [(row.event.id, str(row.group)) for row in rows] == [(id_, group) for id_, group, _, _ in ORDERED]


def test_the_order_holds_for_every_pair() -> None:
    rows = agenda(EventLog(EVENTS), TODAY)
    assert all(a.sort_key < b.sort_key for a, b in itertools.combinations(rows, 2))


@given(st.permutations(EVENTS))
def test_the_order_in_the_file_does_not_matter(shuffled: list[Event]) -> None:
    assert [row.event.id for row in agenda(EventLog(shuffled), TODAY)] == [id_ for id_, _, _, _ in ORDERED]


def test_every_group_is_in_the_table_in_its_order() -> None:
    assert list(dict.fromkeys(group for _, group, _, _ in ORDERED)) == [str(group) for group in Group]


def test_rows_of_an_agenda_are_kept_in_order_when_some_are_taken_out() -> None:
    rows = agenda(EventLog(EVENTS), TODAY)
    assert in_order(rows[::-2]) == [row for row in rows if row in rows[::-2]]


def test_an_empty_log_has_an_empty_agenda() -> None:
    assert (agenda(EventLog(), TODAY), overdue(EventLog(), TODAY), check_log(EventLog())) == ([], [], [])


def test_overdue_is_what_is_certain() -> None:
    assert [row.event.id for row in overdue(EventLog(EVENTS), TODAY)] == [i for i, g, _, _ in ORDERED if g == "overdue"]


def test_overdue_possible_adds_what_may_be() -> None:
    found = [row.event.id for row in overdue(EventLog(EVENTS), TODAY, possible=True)]
    assert found == [i for i, g, _, _ in ORDERED if g in ("overdue", "due")]


@given(st.dates())
def test_what_is_overdue_stays_so_until_someone_reports(today: date) -> None:
    log = EventLog(EVENTS)
    later = {row.event.id for row in overdue(log, date.max)}
    certain, possible = ({row.event.id for row in overdue(log, today, possible=p)} for p in (False, True))
    assert certain <= possible
    assert certain <= later


# -- records

SOURCE = Source("s", "A source", published=When.parse("[2024-11-08..2024-12-31]"))
PLANNED = Delivery(
    id="pumps", title="Forty pumps", countries=("CU", "RU"),
    history=[
        Statement(status=Status.PLANNED, when=When.parse("2024-10"), said=When.parse("2024-01-05")),
        Statement(
            status=Status.PLANNED, when=When.parse("late January – early February 2025"), said=SOURCE.published,
            source=Citation(SOURCE, "20"), word="scheduled",
        ),
    ],
)  # fmt: skip


def record(thing: Event, today: date = TODAY) -> dict[str, object]:
    (found,) = map(row_record, agenda(EventLog([thing]), today))
    return found


def test_a_record_holds_plain_values() -> None:
    assert record(PLANNED) == {
        "id": "pumps",
        "kind": "delivery",
        "title": "Forty pumps",
        "countries": ["CU", "RU"],
        "status": "planned",
        "condition": "overdue",
        "when": "[2025-01-21..2025-02-10]",
        "earliest": "2025-01-21",
        "latest": "2025-02-10",
        "zone": None,
        "text": "late January – early February 2025",
        "said": "[2024-11-08..2024-12-31]",
        "source": "s#20",
        "days_overdue": [19, 39],
        "days_possible": None,
        "outcome": None,
        "days_late": None,
    }
    assert tuple(record(PLANNED)) == ROW_FIELDS


def test_a_record_has_none_for_what_is_not_stated() -> None:
    assert record(event("talks", "proposed", "2019/..")) == {
        "id": "talks", "kind": "event", "title": "talks", "countries": [], "status": "proposed", "condition": "overdue",
        "when": "2019/..", "earliest": "2019-01-01", "latest": None, "zone": None, "text": "2019/..", "said": None, "source": None,
        "days_overdue": [1887, 2251], "days_possible": None, "outcome": None, "days_late": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("status", "when", "earliest", "latest"),
    [
        ("planned", "[..2024-12-31]", None, "2024-12-31"),
        ("planned", "[2028-01-01..]", "2028-01-01", None),
        ("planned", "2024-05/2026-06", "2024-05-01", "2026-06-30"),  # the earliest start, the latest end
        ("completed", "TBD", None, None),
        ("completed", "0001-01-01", "0001-01-01", "0001-01-01"),  # four digits
        ("completed", "2024-05-29T10:00:00-04:00", "2024-05-29", "2024-05-29"),
    ],
)
def test_bounds_of_a_record_are_iso_days_or_none(
    status: str, when: str, earliest: str | None, latest: str | None
) -> None:
    found = record(event("a", status, when))
    assert (found["earliest"], found["latest"]) == (earliest, latest)


def test_an_undated_record_has_no_notation() -> None:
    assert record(event("a", "planned", "TBD"))["when"] is None


# "TBD" would be our word: nobody wrote it.
def test_a_record_without_a_date_has_no_words_of_a_source() -> None:
    silent = Event(id="a", title="a", history=[Statement(status=Status.COMPLETED)])
    assert record(silent)["text"] is None


@pytest.mark.parametrize("thing", EVENTS, ids=lambda e: e.id)
def test_only_what_is_overdue_has_days_overdue(thing: Event) -> None:
    found = record(thing)
    assert isinstance(found["days_overdue"], list) is (found["condition"] == "overdue")


def test_a_record_of_an_outcome_says_how_it_compares_with_the_plan() -> None:
    history = [
        Statement(status=Status.PLANNED, when=When.parse("2024-35"), said=When.parse("2024-01")),
        Statement(status=Status.COMPLETED, when=When.parse("2024-11-07"), said=When.parse("2024-11-08")),
    ]
    found = record(Event(id="a", title="a", history=history))
    assert (found["outcome"], found["days_late"]) == ("late", [38, 129])


def test_a_record_of_what_may_be_overdue_says_by_how_much_at_most() -> None:
    found = record(event("a", "planned", "2024~"))
    assert (found["condition"], found["days_overdue"], found["days_possible"]) == ("due", None, [0, 425])


# -- stale


def told(id_: str, status: str, said: str) -> Event:
    saying = When.parse(said) if said else None
    return Event(id=id_, title=id_, history=[Statement(status=Status(status), when=When.parse("2026"), said=saying)])


STALE = [
    # status, said, days of silence on 1 March 2025, whether ninety are reached
    ("planned", "2024-12-01", 90, True),
    ("planned", "2024-12-02", 89, False),
    ("planned", "[2024-10-01..2024-12-02]", 89, False),  # from its last possible day
    ("planned", "2024-11", 91, True),
    ("planned", "2024", 60, False),
    ("planned", "", None, True),  # nobody knows since when: it may be any time
    ("planned", "[2024-01-01..]", None, True),
    ("planned", "2025-03-01", 0, False),
    ("planned", "2026-01-01", 0, False),  # said only later
    ("proposed", "2020", 1521, True),
    ("postponed", "2020", 1521, True),
    ("underway", "2020", 1521, True),  # its end, or news of it, is awaited
    ("partial", "2020", 1521, True),
    # of what is over nothing more is awaited
    ("completed", "2020", 1521, False),
    ("cancelled", "2020", 1521, False),
    ("missed", "2020", 1521, False),
]


@pytest.mark.parametrize(("status", "said", "days", "is_stale"), STALE)
def test_what_was_not_heard_of_for_long_is_stale(status: str, said: str, days: int | None, is_stale: bool) -> None:
    thing = told("a", status, said)
    assert silence(thing, TODAY) == days
    assert [row.event.id for row in stale(EventLog([thing]), TODAY, 90)] == ["a"] * is_stale


def test_silence_ends_with_the_last_statement_whatever_it_says() -> None:
    history = [
        Statement(status=Status.PLANNED, when=When.parse("2026"), said=When.parse("2025-02-20")),
        Statement(status=Status.PLANNED, when=When.parse("2025"), said=When.parse("2020")),
    ]
    assert silence(Event(id="a", title="a", history=history), TODAY) == 9


def test_what_is_stale_is_in_order_of_urgency() -> None:
    rows = stale(EventLog(EVENTS[::-1]), TODAY, 0)
    assert rows == [row for row in agenda(EventLog(EVENTS), TODAY) if not row.event.status.is_end]


@given(st.sampled_from([status for status, *_ in STALE]), st.dates(), st.dates(), st.integers(0, 4000))
def test_any_longer_silence_is_asked_of_fewer(status: str, said: date, today: date, days: int) -> None:
    log = EventLog([told("a", status, said.isoformat())])
    assert len(stale(log, today, days + 1)) <= len(stale(log, today, days))
    assert stale(log, today, 0) == [] or not log["a"].status.is_end


# -- warnings


def moved(before: str, after: str, reason: str = "", *, when: str = "", correction: bool = False) -> list[Problem]:
    history = [
        Statement(status=Status(before), said=When.parse("2024-01-01")),
        Statement(
            status=Status(after), said=When.parse("2024-02-01"), reason=reason, correction=correction,
            when=When.parse(when) if when else None, origin=Origin("a.yaml", 7, 5, "  - {status: x}"),
        ),
    ]  # fmt: skip
    return check_log(EventLog([Event(id="a", title="A", history=history)]))


def codes(problems: list[Problem]) -> str:
    """Those of the table of moves."""
    return " ".join(p.code for p in problems if p.code in ("P001", "P002", "P003"))


PAIRS = list(itertools.product(Status, Status))
WARNED = {
    Transition.FREE: "", Transition.REASON: "P001", Transition.DATE: "P003", Transition.BOTH: "P001 P003", Transition.CORRECTION: "P001",
    Transition.UNLIKELY: "P002",
}  # fmt: skip
MENDED = {Transition.DATE: "P003", Transition.BOTH: "P003", Transition.CORRECTION: "P001"}


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_a_move_is_warned_of_by_the_table(before: Status, after: Status) -> None:
    assert codes(moved(before, after)) == WARNED[TRANSITIONS[before, after]]


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_a_reason_silences_all_but_a_missing_date_and_what_only_a_correction_mends(
    before: Status, after: Status
) -> None:
    assert codes(moved(before, after, "a strike")) == MENDED.get(TRANSITIONS[before, after], "")


@pytest.mark.parametrize("when", ["2025", "[..2024-12-31]", "TBD"])
@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_a_date_even_an_unknown_one_silences_only_that_a_date_is_missing(
    before: Status, after: Status, when: str
) -> None:
    assert codes(moved(before, after, when=when)) == WARNED[TRANSITIONS[before, after]].replace("P003", "").strip()


@pytest.mark.parametrize("status", Status)
def test_a_single_statement_is_no_move(status: Status) -> None:
    assert check_log(EventLog([Event(id="a", title="A", history=[Statement(status=status)])])) == []


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_a_correction_silences_every_warning(before: Status, after: Status) -> None:
    assert moved(before, after, correction=True) == []


@pytest.mark.parametrize(
    ("before", "after", "message", "hint"),
    [
        ("planned", "cancelled", "'a' goes from planned to cancelled without a reason", "add 'reason:'"),
        (
            "completed",
            "planned",
            "'a' goes from completed to planned, but completed is final",
            "add 'correction: true'",
        ),
        (
            "underway",
            "planned",
            "'a' goes from underway to planned, which is unlikely",
            "check the order of the statements",
        ),
        (
            "underway",
            "completed",
            "'a' goes from underway to completed without a date",
            "'when: TBD' if the day is unknown",
        ),
        ("postponed", "planned", "'a' goes from postponed to planned without a date", "add 'when:'"),
    ],
)
def test_a_warning_says_where_what_and_what_to_do(before: str, after: str, message: str, hint: str) -> None:
    (problem,) = moved(before, after)
    assert (problem.path, problem.line, problem.column, problem.message) == ("a.yaml", 7, 5, message)
    assert (problem.is_warning, hint in problem.hint) == (True, True)
    assert str(problem).startswith(f"a.yaml:7:5: {problem.code} ")


def test_moves_are_judged_in_the_order_in_which_they_were_said() -> None:
    history = [
        Statement(status=Status.COMPLETED, said=When.parse("2024-02-01"), when=When.parse("2024-01")),
        Statement(status=Status.PLANNED, said=When.parse("2024-01-01")),
    ]
    assert check_log(EventLog([Event(id="a", title="A", history=history)])) == []


def test_every_move_of_a_history_is_judged() -> None:
    history = [
        Statement(status=Status(status), said=When.parse(f"2024-0{n}-01"))
        for n, status in enumerate(["planned", "cancelled", "planned", "underway", "planned"], 1)
    ]
    assert [p.code for p in check_log(EventLog([Event(id="a", title="A", history=history)]))] == [
        "P001", "P001", "P002", "P003",
    ]  # fmt: skip


def test_warnings_come_in_reading_order_whatever_the_order_of_events() -> None:
    def cancelled(id_: str, line: int) -> Event:
        history = [
            Statement(status=Status.PLANNED, said=When.parse("2024-01-01")),
            Statement(status=Status.CANCELLED, said=When.parse("2024-02-01"), origin=Origin("a.yaml", line, 1)),
        ]
        return Event(id=id_, title=id_, history=history)

    assert [p.line for p in check_log(EventLog([cancelled("b", 20), cancelled("a", 3), cancelled("c", 11)]))] == [
        3,
        11,
        20,
    ]


def test_a_warning_without_a_place_names_its_event() -> None:
    history = [
        Statement(status=Status.PLANNED, said=When.parse("2024-01-01")),
        Statement(status=Status.MISSED, said=When.parse("2024-02-01")),
    ]
    (problem,) = check_log(EventLog([Event(id="a", title="A", history=history)]))
    assert str(problem).startswith("<log>: P001 'a' goes from planned to missed")
