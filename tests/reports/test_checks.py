"""Warnings are given only if certain: for each check, rows that warn and rows that must not."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog import loads
from laceventlog.dates import When
from laceventlog.errors import CODES, Problem
from laceventlog.eventfile.parse import parse, parse_text
from laceventlog.model import Event, EventLog, Meeting, Origin, Statement, Status
from laceventlog.reports import check_log
from laceventlog.reports.checks.common import certainly_before, certainly_begins_before, warning

SOURCES = """\
sources:
  paper: {title: Paper, published: 2024-11-07}
  survey: {title: Survey, published: "[2024-11-08..2024-12-31]"}
events:
"""
MOVES = {"P001", "P002"}


def warnings_of(events: str) -> list[Problem]:
    """What is suspicious in these events, but for moves between statuses."""
    log, problems = parse_text(SOURCES + events, "a.yaml")
    assert problems == []
    return [p for p in check_log(log) if p.code not in MOVES]


def codes_of(events: str) -> list[str]:
    """All but what the table of moves wants: these stories are short of dates on purpose."""
    return [p.code for p in warnings_of(events) if p.code != "P003"]


def story(*statements: str, kind: str = "launch") -> str:
    said = "".join(f"      - {{{statement}}}\n" for statement in statements)
    return f"  - id: a\n    kind: {kind}\n    title: A\n    history:\n{said}"


STORIES = [
    # code to expect or "", then the statements
    # -- completed before it was said to be planned
    ("P004", "said: 2024-09-02, status: planned, when: 2024-12", "said: 2025-01-15, status: launched, when: 2024-08"),
    ("P004", "said: 2024-09-02, status: proposed", "said: 2025-01-15, status: launched, when: 2024-09-01"),
    ("P004", "said: 2024-09-02, status: postponed", "said: 2025-01-15, status: held, when: by the end of August 2024"),
    ("P004", "said: 2024-09, status: planned", "said: 2025-01-15, status: held, when: Q2 2024"),
    ("P004", "said: 2024-09-02, status: planned", "said: 2025-01-15, status: held, when: 2024-07~"),
    ("", "said: 2024-09-02, status: planned", "said: 2025-01-15, status: launched, when: 2024-09-02"),  # that very day
    ("", "said: 2024-09-02, status: planned", "said: 2025-01-15, status: launched, when: 2024"),
    ("", "said: 2024-09, status: planned", "said: 2025-01-15, status: launched, when: 2024-09-01"),
    ("", "said: 2024-09-02, status: planned", "said: 2025-01-15, status: launched, when: 2024-08~"),
    ("", "said: 2024-09-02, status: planned", "said: 2025-01-15, status: launched, when: 2024-05?"),
    ("", "said: 2024-09-02, status: planned", "said: 2025-01-15, status: launched"),
    ("", "said: 2024-09-02, status: planned", "said: 2025-01-15, status: launched, when: after June 2024"),
    ("", "said: 2024-09-02, status: planned", "said: 2025-01-15, status: held, when: 2024-08, correction: true"),
    ("", "said: 2024-09-02, status: planned", "said: 2025-01-15, status: cancelled, when: 2024-08"),
    ("", "status: planned", "said: 2025-01-15, status: launched, when: 2024-08"),  # nobody knows when it was planned
    ("", "said: 2024-05-02, status: held, when: 2024-05-01", "said: 2024-09-02, status: planned, when: 2025"),
    ("P004", "said: 2024-09-02, status: planned", "said: 2024-10-01, status: cancelled, reason: no money",
     "said: 2025-01-15, status: held, when: 2024-08"),  # what was said in between does not end the search
    ("", "said: 2024-09-02, status: planned", "said: 2025-01-15, status: held, when: 2024-05/2024-10"),  # its last day counts
    # -- dated after the day it was reported
    ("P005", "said: 2024-05-28, status: held, when: 2024-05-29"),
    ("P005", "said: 2024-05, status: held, when: 2024-06"),
    ("P005", "said: 2024-03-01, status: held, when: not before June 2024"),
    ("P005", "said: 2024-03-01, status: underway, when: since May 2024"),
    ("P005", "said: 2024-03-01, status: completed, when: 2025–2030"),
    ("P005", "source: paper, status: held, when: 2025"),
    ("P005", "source: survey, status: held, when: 2025"),
    ("", "said: 2024-05-29, status: held, when: 2024-05-29"),
    ("", "said: 2024-05, status: held, when: 2024-05-29"),
    ("", "said: 2024-05-28, status: held, when: 2024-05"),
    ("", "said: 2024-05-28, status: held, when: 2024"),
    ("", "said: 2024-05-28, status: held, when: by the end of 2024"),
    ("", "said: 2024-05-28, status: held, when: 2024-06~"),
    ("", "said: 2024-05-28, status: held, when: 2025?"),
    ("", "said: 2024-05?, status: held, when: 2025"),
    ("", "said: 2024-05-28, status: in force, when: 2023–2030"),  # it has begun
    ("", "said: 2024-05-28, status: underway, when: 2025"),  # its planned end
    ("", "said: 2024-05-28, status: planned, when: 2025"),
    ("", "said: 2024-05-28, status: cancelled, when: 2025, reason: no money"),
    ("", "status: held, when: 2025"),
    ("", "source: survey, status: held, when: 2024-12"),
    # -- missed before its last possible day
    ("P008", "said: 2024-03-01, status: planned, when: by the end of 2024", "said: 2024-12-30, status: missed"),
    ("P008", "said: 2024-03-01, status: planned, when: 2024", "said: 2024-11, status: missed"),
    ("P008", "said: 2024-03-01, status: underway, when: 2023–2024", "said: 2024-11-07, status: missed"),
    ("P008", "said: 2024-11-07, status: missed, when: 2024"),
    ("P008", "said: 2024-03-01, status: planned, when: Q1 2024", "said: 2024-03-02, status: planned, when: Q4 2024",
     "said: 2024-11-07, status: missed"),
    ("", "said: 2024-03-01, status: planned, when: by the end of 2024", "said: 2024-12-31, status: missed"),
    ("", "said: 2024-03-01, status: planned, when: by the end of 2024", "said: 2024-12, status: missed"),
    ("", "said: 2024-03-01, status: planned, when: by the end of 2024", "said: 2024-12-30/2025-01-02, status: missed"),
    ("", "said: 2024-03-01, status: planned, when: by the end of 2024", "status: missed"),
    ("", "said: 2024-03-01, status: planned, when: not before 2028", "said: 2024-12-30, status: missed"),
    ("", "said: 2024-03-01, status: planned, when: 2024?", "said: 2024-11-07, status: missed"),
    ("", "said: 2024-03-01, status: planned, when: 2024", "said: 2024-04-01, status: postponed",
     "said: 2024-11-07, status: missed"),
    ("", "said: 2024-03-01, status: planned, when: 2024", "said: 2024-04-01, status: planned, when: TBD",
     "said: 2024-11-07, status: missed"),
    ("", "said: 2024-03-01, status: planned, when: 2024", "said: 2024-11-07, status: missed, when: 2024-06-30"),
    ("", "said: 2024-03-01, status: planned, when: 2024", "said: 2024-11-07, status: cancelled"),
    ("", "said: 2024-03-01, status: planned", "said: 2024-11-07, status: missed"),
    ("", "said: 2024-03-01, status: planned, when: 2024-03/2024-12", "said: 2024-05-01, status: missed"),  # its start
    ("", "said: 2024-03-01, status: cancelled, when: 2024-12, reason: no money", "said: 2024-04-01, status: missed"),
    # -- contradictions
    ("P014", "said: 2024-05-01, status: planned, when: 2025-03", "said: 2024-05-01, status: planned, when: 2025-06"),
    ("P014", "said: 2024-05-01, status: planned", "said: 2024-05-01, status: cancelled"),
    ("P014", "said: 2024-05-01, status: planned", "said: 2024-05-01, status: held"),
    ("P014", "said: 2024-05-01, status: held, when: 2024-04-02", "said: 2024-05-01, status: held, when: 2024-04-03"),
    ("P014", "said: 2024-05-01, status: underway, when: 2024–2030", "said: 2024-05-01, status: underway, when: 2023–2030"),
    ("P014", "said: 2024-05-01, status: planned, when: 2025–2030", "said: 2024-05-01, status: planned, when: 2031"),
    ("P014", "source: survey, status: planned, when: 2025-03", "source: survey#9, status: planned, when: 2025-06"),
    ("P014", "source: survey, status: planned", "source: survey#9, status: cancelled"),
    ("P014", "said: 2024-11-07, status: planned", "source: paper, status: cancelled"),
    ("P014", "said: 2024-05-01, status: planned, when: 2025-03", "said: 2024-05-02, status: planned, when: 2025-03",
     "said: 2024-05-02, status: planned, when: 2025-06"),  # the first two agree
    ("P014", "said: 2024-05-01, status: planned, when: 2024-05", "said: 2024-05-01, status: held, when: 2024-04-30"),
    ("", "said: 2024-05-01, status: planned, when: 2025-03, correction: true", "said: 2024-05-01, status: planned, when: 2025-06"),
    ("", "said: 2024-10, source: paper, status: planned, when: 2025-03",
     "said: 2024-10, source: paper#9, status: planned, when: 2025-06"),  # some days of October, not the day of the paper
    ("", "said: 2024-05-01, status: planned, when: 2025-03", "said: 2024-05-02, status: planned, when: 2025-06"),
    ("", "said: 2024-05, status: planned, when: 2025-03", "said: 2024-05, status: planned, when: 2025-06"),  # which first?
    ("", "said: 2024-05-01, status: planned, when: 2025", "said: 2024-05-01, status: planned, when: 2025-06"),
    ("", "said: 2024-05-01, status: planned, when: 2025", "said: 2024-05-01, status: planned"),
    ("", "said: 2024-05-01, status: planned, when: 2025", "said: 2024-05-01, status: planned, when: TBD"),
    ("", "said: 2024-05-01, status: underway, when: 2024–2030", "said: 2024-05-01, status: underway, when: 2025"),
    ("", "said: 2024-05-01, status: planned", "said: 2024-05-01, status: cancelled, reason: no money"),
    ("", "said: 2024-05-01, status: planned", "said: 2024-05-01, status: cancelled, correction: true"),
    ("", "said: 2024-05-01, status: planned, when: 2025", "said: 2024-05-01, status: planned, when: 2026, reason: no money"),
    ("", "status: planned, when: 2025", "status: planned, when: 2026"),
    ("", "source: paper, status: planned, when: 2024-10", "source: paper#9, status: held, when: 2024-10-30, said: 2024-11-07"),
    ("", "said: 2024-05-01, status: planned, when: 2024-05", "said: 2024-05-01, status: held, when: 2024-05-01"),
    ("", "source: survey, status: planned, when: 2025", "said: '[2024-11-08..2024-12-31]', status: cancelled"),
    # -- planned for a time already past
    ("P015", "said: 2024-07-02, status: planned, when: 2024-07-01"),
    ("P015", "said: 2010-07-02, status: planned, when: 'January 15, 2010'"),  # as in PEP 392: 2011 was meant
    ("P015", "said: 2024-07-02, status: proposed, when: by June 2024"),
    ("P015", "said: 2024-07-02, status: underway, when: 2020–2023"),
    ("P015", "source: survey, status: planned, when: October 2024"),
    ("P015", "said: 2024-01-02, status: planned", "said: 2024-07-02, status: planned, when: 2024-07-01"),
    ("P015", "said: 2024-07-02, status: planned, when: 2024-07-01", "said: 2024-08-01, status: cancelled, reason: no money"),
    ("", "said: 2024-07-02, status: planned, when: 2024-07-01", "said: 2024-08-01, status: planned, when: 2025-07, correction: true"),
    ("", "said: 2024-07-02, status: planned, when: 2024-07-02"),
    ("", "said: 2024-07-02, status: planned, when: 2024"),
    ("", "said: 2024-07, status: planned, when: 2024-07-01"),
    ("", "said: 2024-07-02, status: planned, when: 2023–2030"),
    ("", "said: 2024-07-02, status: underway, when: since 2019"),
    ("", "said: 2024-07-02, status: underway, when: 2019/"),
    ("", "said: 2024-07-02, status: planned, when: June 2024~"),
    ("", "said: 2024-07-02, status: planned, when: 2023?"),
    ("", "said: 2024-07-02, status: planned, when: 2023, reason: still not begun"),
    ("", "said: 2024-07-02, status: planned, when: 2023, correction: true"),
    ("", "said: 2024-01-02, status: planned, when: 2024-03", "said: 2024-07-02, status: planned, when: March 2024"),
    ("", "said: 2024-07-02, status: postponed, when: 2023"),
    ("", "source: paper, status: planned, when: 2024-03", "source: paper, status: planned, when: 2025, reason: x"),
    ("", "source: paper, status: planned, when: 2024-03", "source: paper#9, status: held"),
    ("", "status: planned, when: 2023"),
    ("", "said: 2024-07-02, status: planned, when: not before 2020"),
    # -- said after its source came out
    ("P017", "said: 2024-11-08, source: paper, status: planned"),
    ("P017", "said: 2025, source: survey, status: planned"),
    ("", "said: 2024-11-07, source: paper, status: planned"),
    ("", "said: 2024-03, source: paper, status: planned"),
    ("", "said: 2024, source: paper, status: planned"),
    ("", "said: 2024-12-31, source: survey, status: planned"),
    ("", "source: survey, status: planned"),
]  # fmt: skip


@pytest.mark.parametrize("row", STORIES, ids=" | ".join)
def test_a_story_is_doubted_only_where_it_is_certain(row: tuple[str, ...]) -> None:
    code, *statements = row
    assert codes_of(story(*statements)) == [code] * bool(code)


def test_two_sources_of_one_vague_day_were_not_said_together() -> None:
    sources = "sources:\n" + "".join(f"  {key}: {{title: {key}, published: 2024-10}}\n" for key in "bc")
    for second, codes in (("b", ["P014"]), ("c", [])):
        events = "events:\n" + story(
            "source: b, status: planned, when: 2025", f"source: {second}, status: planned, when: 2026"
        )
        assert [p.code for p in check_log(loads(sources + events))] == codes


def test_a_correction_settles_its_own_step_alone() -> None:
    steps = ["said: 2024-01-01, status: planned", "said: 2024-02-01, status: missed, correction: true"]
    assert check_log(loads("events:\n" + story(*steps))) == []
    found = check_log(loads("events:\n" + story(*steps, "said: 2024-03-01, status: planned, when: 2025")))
    assert [p.code for p in found] == ["P001"]


def dated(kind: str, when: str, more: str = "", title: str = "A", status: str = "held") -> str:
    return f"  - {{id: a, kind: {kind}, title: '{title}', status: {status}, when: '{when}'{more}}}\n"


WEEKDAYS = [
    # how many warnings, `when`, more fields, the title
    (1, "Monday 29 May 2024", "", "A"),
    (1, "Mon, May 29, 2024", "", "A"),
    (1, "2024-05-29 (Monday)", "", "A"),
    (1, "by Thursday 31 May 2024", "", "A"),
    (1, "before Saturday 1 June 2023", "", "A"),
    (1, "about Monday 29 May 2024", "", "A"),
    (1, "Monday 27 – Tuesday 29 May 2024", "", "A"),
    (2, "Sunday 27 – Tuesday 29 May 2024", "", "A"),
    (1, "Monday 29 May 2024 10:00 America/La_Paz", "", "A"),
    (1, "2024-05-29", ", said: Friday 3 June 2024", "A"),
    (1, "2024-05-29", ", quote: 'on Monday, 29 May 2024'", "A"),
    (1, "2023-05-29", ", quote: 'opened on Wednesday, 29 May'", "A"),  # the year is wrong
    (1, "2024-05-29", ", quote: 'on Mon., 29 May, in Sucre'", "A"),
    (1, "2024-05-29", ", quote: 'on Monday (29 May)'", "A"),
    (1, "2024-05-29", ", quote: 'on 29 May 2024 (Monday)'", "A"),
    (1, "2024-05-29", ", quote: 'on May 29, Monday'", "A"),
    (1, "2024-05-29", ", quote: 'on 29.05.2024, Monday'", "A"),
    (1, "2024-05-29", ", quote: 'el lunes 29 de mayo'", "A"),
    (1, "2024-05-29", ", quote: 'el lunes, día 29 de mayo de 2024'", "A"),
    (1, "2024-05-29", ", quote: 'na segunda-feira, 29 de maio'", "A"),
    (1, "2024-05-29", ", quote: 'в понедельник, 29 мая 2024 года'", "A"),
    (1, "27–29 May 2024", ", quote: 'until Friday 29 May'", "A"),
    (1, "2024-05-29", "", "Session of Monday 29 May"),
    (0, "Wednesday 29 May 2024", ", said: Thursday 30 May 2024", "A"),
    (0, "before Saturday 1 June 2024", "", "A"),
    (0, "after Monday 27 May 2024", "", "A"),
    (0, "Monday 27 – Wednesday 29 May 2024", "", "A"),
    (0, "2024-05-29", ", quote: 'on Wednesday, 29 May 2024'", "Session of Wednesday 29 May"),
    (0, "2024-05-29", ", quote: 'said on Monday. 29 May is the day'", "A"),
    (0, "2024-05-29", ", quote: 'put off on Monday for 29 May'", "A"),
    (0, "2024-05-29", ", quote: 'it was a Monday when 29 May 2024 was agreed'", "A"),
    (0, "2024-05-29", ", quote: 'on Monday, 27 May, not on 29 May'", "A"),
    (0, "2024-05-29", ", quote: '27 May, Monday 29 May'", "A"),  # of which of the two?
    (0, "2024-05-29", ", quote: '(Mon) 29 May (Wed)'", "A"),
    (0, "2024-05-29", ", quote: 'Mon 29 May (Wed)'", "A"),
    (0, "2024-05-29", ", quote: 'on Monday, 29 May 2019'", "A"),  # another day
    (0, "2024-05-29", ", quote: 'the sun of 29 May'", "A"),
    (0, "2024-05-29", ", quote: 'Monday 29/05/2024'", "A"),
    (0, "2024-05", ", quote: 'on Monday, 29 May 2024'", "A"),
    (
        0,
        "2024-05",
        ", quote: 'from Monday, 1 May 2024'",
        "A",
    ),  # the first and the last day of a month are no known days
    (0, "2024-05", ", quote: 'to Monday, 31 May 2024'", "A"),
    (0, "2024-05/2024-06", ", quote: 'from Monday, 1 May to Monday, 31 May, or 1 June, Monday'", "A"),
    (0, "2024-05-29?", ", quote: 'on Monday, 29 May 2024'", "A"),
    (0, "2024-05-29~", "", "Monday 29 May"),
    (0, "TBD", ", quote: 'Monday'", "Monday"),
]


@pytest.mark.parametrize(("number", "when", "more", "title"), WEEKDAYS)
def test_a_weekday_is_compared_with_the_day_beside_it(number: int, when: str, more: str, title: str) -> None:
    assert codes_of(dated("event", when, more, title, status="cancelled")) == ["P010"] * number


def test_a_source_published_on_a_wrong_weekday_is_not_blamed_on_every_statement_that_cites_it() -> None:
    text = """\
sources: {paper: {title: Paper, published: "Monday 29 May 2024"}}
events:
  - {id: a, kind: event, title: A, status: planned, when: 2026, source: paper}
"""
    assert check_log(loads(text)) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("lunes 29 de mayo de 2024", "es"), ("segunda-feira, 29 de maio de 2024", "pt"),
        ("в понедельник, 29 мая 2024 года", "ru"), ("Monday 29 May 2024", "en"), ("Mon 05/29/2024", "en"),
    ],
)  # fmt: skip
def test_a_weekday_is_compared_in_the_language_the_date_was_read_in(text: str, lang: str) -> None:
    event = Event(id="a", title="A", history=[Statement(status=Status.CANCELLED, when=When.parse(text, lang))])
    assert [p.code for p in check_log(EventLog([event]))] == ["P010"]


def test_words_that_were_read_otherwise_than_today_say_nothing() -> None:
    when = When.parse("Monday 3/4/2024", day_first=True)  # 3 April 2024 is a Wednesday; 4 March a Monday
    for made, number in ((when, 1), (When.parse("Monday 3/4/2024", day_first=False), 0)):
        event = Event(id="a", title="A", history=[Statement(status=Status.CANCELLED, when=made)])
        assert len(check_log(EventLog([event]))) == number
    odd = When.parse("2024-05-29").worded("Monday is when they meet")
    event = Event(id="a", title="A", history=[Statement(status=Status.CANCELLED, when=odd)])
    assert check_log(EventLog([event])) == []


DATED = [
    # code to expect or "", kind, status, `when`, more fields, the title
    ("P011", "event", "planned", "2142", "", "A"),
    ("P011", "event", "planned", "not before 2101", "", "A"),
    ("P011", "event", "planned", "by 2101", "", "A"),
    ("P011", "event", "planned", "since 2204", "", "A"),
    ("P011", "event", "planned", "2024–2203", "", "A"),
    ("P011", "agreement", "signed", "2024-05-29", ", term: 2024–2203", "A"),
    ("", "event", "planned", "by the end of 2100", "", "A"),
    ("", "event", "planned", "since 2024", "", "A"),
    ("", "event", "planned", "TBD", "", "A"),
    ("", "agreement", "signed", "2024-05-29", ", term: 2024–2100", "A"),
    ("P012", "meeting", "held", "2025-01-01", "", "A"),
    ("P012", "delivery", "planned", "2025-01-01", "", "Bus 1 of 1"),
    ("P012", "agreement", "signed", "2025-01-01", ", quote: 'signed in 2025'", "A"),
    ("P012", "launch", "planned", "2025-01-01", ", quote: '11 January', note: 'see 1'", "January: 1"),
    ("P012", "milestone", "planned", "2025-01-01", "", "A"),
    ("", "meeting", "held", "1 January 2025", "", "A"),
    ("", "meeting", "held", "2025-01-02", "", "A"),
    ("", "meeting", "held", "2025", "", "A"),
    ("", "delivery", "planned", "2025-01-01~", "", "A"),
    ("", "delivery", "planned", "2025-01-01/2025-12-31", "", "A"),
    ("", "event", "held", "2025-01-01", "", "A"),
    ("", "programme", "underway", "2025-01-01/..", "", "A"),
    ("", "observation", "observed", "2025-01-01", "", "A"),  # "as of 1 January"
    ("", "agreement", "in force", "2025-01-01", "", "A"),
    ("", "agreement", "in-force", "2025-01-01", "", "A"),
    ("", "launch", "opened", "2025-01-01", ", quote: 'on the 1st of January'", "A"),
    ("", "launch", "opened", "2025-01-01", ", quote: 'desde el 1 de enero de 2025'", "A"),
    ("", "launch", "opened", "2025-01-01", ", quote: 'с 1 января'", "A"),
    ("", "launch", "opened", "2025-01-01", ", note: 'January 1 it is'", "A"),
    ("", "meeting", "held", "2025-01-01", "", "New Year''s reception"),
    ("", "meeting", "held", "2025-01-01", "", "Новогодний приём"),
    ("P019", "event", "held", "1993", ", countries: [CU, SU]", "A"),
    ("P019", "event", "planned", "2025-03", ", countries: [CU, NH]", "A"),  # HN was meant
    ("P019", "event", "held", "2007", ", countries: [CSXX]", "A"),
    ("", "event", "held", "2006", ", countries: [CSXX]", "A"),
    ("", "event", "held", "1972-12", ", countries: [SU, DD]", "A"),
    ("", "event", "planned", "by the end of 2025", ", countries: [SU]", "A"),
    ("", "event", "held", "1993?", ", countries: [SU]", "A"),
    ("", "event", "held", "1990/1995", ", countries: [SU]", "A"),
    ("", "event", "held", "TBD", ", countries: [SU]", "A"),
    ("", "event", "held", "2025", ", countries: [CU, EU, XK]", "A"),
    ("P018", "programme", "planned", "2023-24", "", "A"),
    ("P018", "event", "planned", "2025-26", "", "A"),
    ("P018", "event", "held", "2032-33", "", "A"),
    ("", "event", "held", "2023-33", "", "A"),  # the third quarter
    ("", "event", "held", "2010-11", "", "A"),  # November
    ("", "event", "held", "winter 2023", "", "A"),
    ("", "event", "held", "2023–2024", "", "A"),
    ("", "event", "held", "2023-24?", "", "A"),
    ("P016", "event", "held", "2019-02-27", ", quote: 'opened on 27 February 2021'", "A"),
    ("P016", "event", "held", "2019-02-27", ", quote: 'abierta el 27 de febrero de 2021'", "A"),
    ("P016", "event", "held", "2024-02-29", ", quote: '29 February 2023'", "A"),
    ("P016", "event", "held", "2024-05-29", ", quote: '29 May 0001'", "A"),
    ("", "event", "held", "2019-02-27", ", quote: 'opened on 27 February 2019'", "A"),
    ("", "event", "held", "2019-02-27", ", quote: 'opened on 27 February'", "A"),
    ("", "event", "held", "2019-02-27", ", quote: 'on 27 February 2021 as on that day of 2019'", "A"),
    ("", "event", "held", "2019-02-27", ", quote: 'since 27 February 2016, or 27 February 2017'", "A"),  # which?
    ("", "event", "held", "2024-05-29", ", quote: 'thirty years after 29 May 1994'", "A"),  # an anniversary
    ("", "event", "held", "2019-02-27", ", quote: 'opened on 28 February 2021'", "A"),
    ("", "event", "held", "2019-02", ", quote: 'opened on 27 February 2021'", "A"),
    ("", "event", "held", "2019-02-27?", ", quote: 'opened on 27 February 2021'", "A"),
]


@pytest.mark.parametrize(("code", "kind", "status", "when", "more", "title"), DATED)
def test_a_date_is_doubted_only_with_grounds(
    code: str, kind: str, status: str, when: str, more: str, title: str
) -> None:
    assert codes_of(dated(kind, when, more, title, status)) == [code] * bool(code)


def agreement(name: str, when: str, more: str = "", status: str = "signed") -> str:
    return f"  - {{id: {name}, kind: agreement, title: {name}, status: {status}, when: '{when}'{more}}}\n"


AGREEMENTS = [
    # how many warnings, the events
    (1, agreement("a", "2024-02-20", ", term: 2024-01-01/2026-12-31")),
    (1, agreement("a", "2025-02-20", ", term: 2024–2026")),
    (1, agreement("a", "2024-02-20", ", term: since 2019")),
    (0, agreement("a", "2024-02-20", ", term: 2024–2026")),
    (0, agreement("a", "2024-01-01~", ", term: 2023–2026")),
    (0, agreement("a", "2024-02-20", ", term: 2023?/2026")),
    (0, agreement("a", "2024-02-20", ", term: 2025–2026")),
    (0, agreement("a", "2023", ", term: by 2023")),
    (0, agreement("a", "2025-02-20", ", term: 2024–2026", status="planned")),
    (0, agreement("a", "2025-02-20", ", term: 2024–2026", status="in force")),
    (1, story("said: 2024-06, status: signed, when: 2024-05-29", "said: 2024-09, status: in force, when: 2024-05-28",
              kind="agreement")),
    (0, story("said: 2024-06, status: signed, when: 2024-05-29", "said: 2024-09, status: in force, when: 2024-05-29",
              kind="agreement")),
    (1, story("said: 2024-06, status: in force, when: 2024-05-28", "said: 2024-09, status: signed, when: 2024-05-29",
              kind="agreement")),  # whichever was said first
    # of several the one said last counts
    (0, story("said: 2024-06, status: signed, when: 2024-05-29", "said: 2024-07, status: in force, when: 2024-05-28",
              "said: 2024-08, status: in force, when: 2024-05-30, correction: true", kind="agreement")),
    (0, story("said: 2024-06, status: signed, when: 2024-05-29",
              "said: 2024-07, status: signed, when: 2024-05-27, correction: true",
              "said: 2024-08, status: in force, when: 2024-05-28", kind="agreement")),
    (0, story("said: 2024-08, status: signed, when: 2024-07-29", "said: 2024-09, status: signed, when: 2024-05-29, correction: true",
              kind="agreement\n    term: 2024-06/2026")),
    (0, story("said: 2024-06, status: signed, when: 2024-05-29", "said: 2024-09, status: in force, when: 2024-05",
              kind="agreement")),
    (0, story("said: 2024-06, status: signed, when: 2024-05-29", "said: 2024-09, status: in force, when: 2024-05-28",
              kind="event")),
    (0, story("said: 2024-06, status: signed", "said: 2024-09, status: in force, when: 2024-05-28", kind="agreement")),
    (0, story("said: 2024-06, status: planned, when: 2024-09", "said: 2024-09, status: in force, when: 2024-08",
              kind="agreement")),
    (0, agreement("a", "2024-05") + agreement("b", "2024-04", ", after: [a]")),  # what links imply is P013
    (1, agreement("a", "2024-05") + agreement("b", "2024-04", ", after: [a]", status="in force")),
    (1, agreement("a", "2024-05") + agreement("b", "2024-04", ", after: [a]", status="вступило в силу")),
    (0, agreement("a", "2024-05", status="planned") + agreement("b", "2024-04", ", after: [a]", status="in force")),
    (0, agreement("a", "2024-05") + agreement("b", "2024-05", ", after: [a]", status="in force")),
    (1, story("said: 2024-06, status: signed, when: 2024-05-29",
              "said: 2024-09, status: entró en vigor, when: 2024-05-28", kind="agreement")),
    (0, agreement("a", "2024-05") + agreement("b", "2024", ", after: [a]")),
    (0, agreement("a", "2024-05") + agreement("b", "2024-05", ", after: [a]")),
    (0, agreement("a", "2024-05") + agreement("b", "2024-04", ", related: [a]")),
    (0, agreement("a", "2024-05", status="planned") + agreement("b", "2024-04", ", after: [a]")),
    (0, agreement("a", "2024-05") + agreement("b", "2024-04", ", after: [a]", status="planned")),
    (0, "  - {id: a, kind: meeting, title: A, status: held, when: 2024-05}\n" + agreement("b", "2024-04", ", after: [a]")),
]  # fmt: skip


@pytest.mark.parametrize(("number", "events"), AGREEMENTS)
def test_an_agreement_is_signed_before_it_is_in_force(number: int, events: str) -> None:
    assert [code for code in codes_of(events) if code != "P013"] == ["P006"] * number


def test_an_agreement_in_force_too_early_is_shown_where_that_is_said() -> None:
    early = "said: 2024-07, status: in force, when: 2024-05-28"
    events = story(
        "said: 2024-06, status: signed, when: 2024-05-29", early, "said: 2024-08, status: held", kind="agreement"
    )
    (problem,) = [p for p in warnings_of(events) if p.code == "P006"]
    assert early in problem.source
    assert problem.source[problem.column - 1 :].startswith("2024-05-28")


PROGRAMMES = [
    # how many warnings, kind and date of the part, kind and date of the whole
    (1, "delivery", "first quarter of 2027", "programme", "2023–2026"),
    (1, "delivery", "2022", "programme", "2023–2026"),
    (1, "agreement", "2027", "programme", "2023–2026"),
    (1, "programme", "2027–2030", "programme", "2023–2026"),
    (1, "event", "by the end of 2018", "programme", "since 2019"),
    (0, "delivery", "2026", "programme", "2023–2026"),
    (0, "delivery", "[2026..2027]", "programme", "2023–2026"),
    (0, "delivery", "by the end of 2027", "programme", "2023–2026"),
    (0, "delivery", "2027~", "programme", "2023–2026"),
    (0, "delivery", "2028?", "programme", "2023–2026"),
    (0, "delivery", "2028", "programme", "2023/2026?"),
    (0, "delivery", "2050", "programme", "since 2019"),
    (0, "delivery", "2050", "programme", "2019/"),
    (0, "delivery", "TBD", "programme", "2023–2026"),
    (0, "delivery", "2027", "programme", "2026"),  # a day on which something happens, no term
    (0, "delivery", "2027", "event", "2023–2026"),
    (0, "agreement", "2022", "programme", "2023–2026"),  # it founds the programme
    (0, "observation", "2015", "programme", "2023–2026"),
]


@pytest.mark.parametrize(("number", "kind", "when", "whole", "term"), PROGRAMMES)
def test_a_part_lies_in_the_term_of_its_programme(number: int, kind: str, when: str, whole: str, term: str) -> None:
    events = f"""\
  - {{id: whole, kind: {whole}, title: Whole, status: planned, when: '{term}'}}
  - {{id: part, kind: {kind}, title: Part, status: planned, when: '{when}', part_of: [whole]}}
"""
    assert codes_of(events) == ["P007"] * number


def test_a_part_of_several_wholes_is_held_against_each() -> None:
    events = """\
  - {id: other, kind: event, title: Other, status: planned, when: 2023–2026}
  - {id: whole, kind: programme, title: Whole, status: planned, when: 2023–2026}
  - {id: part, kind: delivery, title: Part, status: planned, when: 2027, part_of: [other, whole]}
"""
    assert codes_of(events) == ["P007"]


TWINS = [
    # how many warnings, what one says and the other
    (1, "title: A b", "title: '  a  B '"),
    (1, "title: A, countries: [CU, RU]", "title: A, countries: [RU, CU]"),
    (1, "title: A, when: 29 May 2024", "title: A, when: 2024-05-29"),
    (1, "title: A, when: 2024, place: Havana", "title: A, when: 2024"),
    (1, "title: A, when: 2024, session: 17", "title: A, when: 2024, body: B"),
    (1, "title: A, when: 2024, note: one", "title: A, when: 2024, note: other"),
    (1, "title: A, when: 2024, session: 17", "title: A, when: 2024, session: 17"),
    (0, "title: A, when: 2024", "title: B, when: 2024"),
    (0, "title: A, when: 2024", "title: A, when: 2024-05"),
    (0, "title: A, countries: [CU]", "title: A, countries: [CU, RU]"),
    (0, "title: A, when: 2024, place: Havana", "title: A, when: 2024, place: Moscow"),
    (0, "title: A, when: 2024, session: 17", "title: A, when: 2024, session: 18"),
    (0, "title: A, part_of: [x]", "title: A, part_of: [y]"),
]


@pytest.mark.parametrize(("number", "one", "other"), TWINS)
def test_events_are_alike_when_nothing_tells_them_apart(number: int, one: str, other: str) -> None:
    both = f"""\
  - {{id: x, kind: event, title: X, status: planned}}
  - {{id: y, kind: event, title: Y, status: planned}}
  - {{id: a, kind: meeting, status: planned, {one}}}
  - {{id: b, kind: meeting, status: planned, {other}}}
"""
    assert codes_of(both) == ["P009"] * number


def test_other_kinds_are_no_twins_and_each_later_one_names_the_first() -> None:
    same = [Meeting(id=f"m{n}", title="A", history=[Statement(status=Status.PLANNED)]) for n in range(3)]
    other = Event(id="e", title="A", history=[Statement(status=Status.PLANNED)])
    found = check_log(EventLog([*same, other]))
    assert [p.message.split(":")[0] for p in found] == ["'m1' is like 'm0'", "'m2' is like 'm0'"]


# -- laws


def test_every_plausibility_code_is_found_by_some_row() -> None:
    rows = [code for code, *_ in STORIES] + [code for code, *_ in DATED] + ["P006", "P007", "P009", "P010"]
    mine = {code for code in CODES if code.startswith("P") and code not in MOVES}
    assert mine - set(rows) <= {"P003", "P013"}


DAYS = st.dates(date(2019, 1, 1), date(2026, 12, 31))


@st.composite
def whens(draw: st.DrawFn) -> When:
    one, more = draw(DAYS), draw(st.integers(0, 800))
    other = one + timedelta(days=more)
    forms = [
        f"{one}", f"{one}"[:7], f"{one}"[:4], f"[{one}..{other}]", f"[..{one}]", f"[{one}..]", f"{one}/{other}",
        f"{one}/..", f"{one}/", f"../{one}", f"{one.year}-3{draw(st.integers(3, 6))}",
    ]  # fmt: skip
    return When.parse(draw(st.sampled_from(forms)))


def days(low: date | None, high: date | None) -> Iterable[date]:
    """Some days between two bounds; where one is open, days far away."""
    low, high = low or date(1900, 1, 1), high or date(2099, 12, 31)
    return low, low + (high - low) / 2, high


@given(whens(), whens())
def test_certain_orders_hold_for_every_completion(one: When, other: When) -> None:
    begins = certainly_begins_before(one, other)
    ends = certainly_before(one, other)
    for start, end, first in product(
        days(one.earliest_start, one.latest_start), days(one.earliest_end, one.latest_end),
        days(other.earliest_start, other.latest_start),
    ):  # fmt: skip
        assert start < first or not begins
        assert end < first or not ends


@given(whens(), whens(), st.sampled_from("~?%"), st.sampled_from("~?%"))
def test_a_mark_never_makes_a_warning(one: When, other: When, mark: str, second: str) -> None:
    marked = [When.parse(w.edtf + m) if len(w.edtf) in (4, 7, 10) else w for w, m in ((one, mark), (other, second))]
    for relation in (certainly_before, certainly_begins_before):
        assert relation(one, other) or not relation(*marked)


@pytest.mark.parametrize("day", ["0001-01-01~", "9999-12-31~", "0001~", "9999~"])
def test_an_approximate_date_at_the_edge_of_time_is_no_error(day: str) -> None:
    assert certainly_before(When.parse(day), When.parse("5000")) is day.startswith("0")
    assert certainly_before(When.parse("5000"), When.parse(day)) is day.startswith("9")


@given(st.text(st.sampled_from("Mondayedlunsпе 29maіo May2024-.,()1"), max_size=40).filter(str.strip))
def test_no_title_and_no_quote_breaks_the_check(text: str) -> None:
    statement = Statement(status=Status.COMPLETED, when=When.parse("2024-05-29"), quote=text)
    check_log(EventLog([Meeting(id="a", title=text, history=[statement])]))


def test_the_order_of_the_events_does_not_matter() -> None:
    log, problems = parse_text(SOURCES + "".join(agreement(f"e{n}", "2024-02-20", ", term: 2023") for n in range(9)))
    assert problems == []
    assert len(log) == 9
    assert check_log(EventLog(log.events[::-1])) == check_log(log) != []


# -- places


def test_a_warning_stands_under_the_words_where_its_line_has_them_once() -> None:
    origin = Origin("a.yaml", 3, 5, "  - {said: 2024, when: 2025}")
    assert (warning("P011", "m", "h", origin, words="2025").column, warning("P011", "m", "h", origin).column) == (24, 5)
    assert warning("P011", "m", "h", Origin("a.yaml", 3, 5, "2025 2025"), words="2025").column == 5
    assert warning("P011", "m", "h", None, origin).line == 3
    assert str(warning("P011", "m", "h", None)).startswith("<log>: P011 m")


def test_the_real_log_is_not_doubted() -> None:
    log, problems = parse("events")
    assert (problems, check_log(log)) == ([], [])
