"""Agenda, bars, card and table: what they show of every kind of date, and what no view may claim."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from laceventlog.dates import When
from laceventlog.model import Citation, Delivery, Event, EventLog, Launch, Meeting, Milestone, Programme, Source, Status
from laceventlog.model.statement import Statement
from laceventlog.reports import Rollup, Row, agenda, standing
from laceventlog.text_width import columns
from laceventlog.views.day_ranges import late
from laceventlog.views.i18n import ENGLISH
from laceventlog.views.labels import ascii_twin, last_report, lateness, short, standing_text, window
from laceventlog.views.render_options import RenderOptions
from laceventlog.views.tables import styled_table
from laceventlog.views.text import agenda as agenda_view
from laceventlog.views.text import card
from laceventlog.views.text_layout import wrap
from laceventlog.views.timeline import bars
from laceventlog.views.timeline.axis import Axis, Unit

TODAY = date(2025, 3, 1)


def event(id_: str, title: str, *history: str, kind: type[Event] = Event, **facts: Any) -> Event:
    """An event whose history is written as lines of `said | status | when`."""
    return kind(id=id_, title=title, history=[statement(line) for line in history], **facts)


def statement(line: str) -> Statement:
    said, status, when = (part.strip() for part in line.split("|"))
    return Statement(
        status=Status(status),
        when=When.parse(when) if when else None,
        said=When.parse(said) if said else None,
    )


def row(thing: Event, today: date = TODAY) -> Row:
    return Row(thing, standing(thing, today))


LOG = EventLog(
    [
        event("deadline", "Medicines supplied", "2024-10-01 | planned | by the end of 2024", kind=Delivery),
        event("window", "Assembly starts", "2024-10-01 | planned | late January – early February 2025", kind=Launch),
        event("known", "Ship sails", "2025-01-05 | planned | 10 February 2025"),
        event("year", "Technology handed over", "2024-01-01 | planned | in 2025", kind=Milestone),
        event("by", "Roads paved", "2025-01-15 | planned | by 30 June 2025"),
        event("ahead", "Commission meets", "2025-01-01 | planned | 20 May 2025", kind=Meeting),
        event(
            "moved", "Line opens", "2024-01-01 | planned | October 2024", "2024-10-01 | planned | Q3 2025", kind=Launch
        ),
        event("after", "Reactor starts", "2025-01-01 | planned | not before 2028"),
        event("lasts", "Tourism programme", "2024-01-01 | underway | 2024–2026", kind=Programme),
        event("open", "Insulin supplied", "2024-01-01 | underway | since 2019"),
        event("never", "Buses delivered", "2024-01-01 | planned |"),
        event("soon", "Port enlarged", "2024-01-01 | planned | not before July 2024"),
        event(
            "day", "Line launched", "2024-01-01 | planned | 1 August 2024", "2024-11-08 | completed | 7 November 2024",
            kind=Launch,
        ),
        event("vague", "Furnace launched", "2024-11-08 | completed | May 2024"),
        event("somewhen", "Sanctions imposed", "2024-11-08 | completed |"),
        event("miss", "Report published", "2024-01-01 | planned | by June 2024", "2024-07-01 | missed |"),
        event("off", "Forum held", "2024-01-01 | planned | April 2025", "2024-07-01 | cancelled |"),
    ]
)  # fmt: skip
ROWS = agenda(LOG, TODAY)

AGENDA = """\
OVERDUE (its last day has passed, nothing reported)
  ! by the end of 2024    60 d  Medicines supplied                    [deadline]
    no report since 1 Oct 2024
  ! 10 February 2025      19 d  Ship sails                               [known]
    no report since 5 Jan 2025
  ! 21 Jan–10 Feb 2025    19 d  Assembly starts                         [window]
    no report since 1 Oct 2024

WINDOW OPEN (it may already have fallen due)
  ▶ by 30 June 2025  121 d left  Roads paved                                [by]
  ▶ in 2025          305 d left  Technology handed over                   [year]

AHEAD
  ○ 20 May 2025      in 80 d   Commission meets                          [ahead]
  ○ Q3 2025          in 122 d  Line opens                                [moved]
  ○ not before 2028  in 2.8 y  Reactor starts                            [after]

ONGOING
  ━ 2024–2026   670 d left  Tourism programme                            [lasts]
  ━ since 2019              Insulin supplied                              [open]

NO LAST DAY (never overdue)
  · not before July 2024  Port enlarged                                   [soon]
  · no date               Buses delivered                                [never]

DONE
  ● 7 November 2024  98 d late  Line launched                              [day]
  ● May 2024                    Furnace launched                         [vague]
  ● no date                     Sanctions imposed                     [somewhen]

MISSED
  ✕ by June 2024  Report published                                        [miss]

CANCELLED
  ✕ April 2025  Forum held                                                 [off]
"""

BARS = """\
                                 2024            2025
                                 Q1  Q2  Q3  Q4  Q1  Q2  Q3  Q4
! Medicines supplied                         ▓▓▓◁!!│              60 d
! Ship sails                                      ▓│              19 d
! Assembly starts                                ▓▓│              19 d
▶ Roads paved                                    ▒▒│▒▒▒▒◁         121 d left
▶ Technology handed over                         ▒▒│▒▒▒▒▒▒▒▒▒▒▒▒▒ 305 d left
○ Commission meets                                 │   ○          in 80 d
○ Line opens                                  ◇┄┄┄┄│┄┄┄┄┄▒▒▒▒     in 122 d
━ Tourism programme              ~~~~~~~~~~~~~~~━━━│━━━━━━━━━━━━━ 670 d left
━ Insulin supplied               ━━━━━━━━━━━━━━━━━━│~~~~~~~~~~~~▷ since 2019
· Port enlarged                          ▒▒▒▒▒▒▒▒▒▒│▒▒▒▒▒▒▒▒▒▒▒▒▷ from 1 Jul…
● Line launched                           ◇┄┄┄●    │              7 Nov 2024
● Furnace launched                    ▒▒           │              May 2024
✕ Report published                      ✕          │              by 30 Jun 2024
✕ Forum held                                       │  ✕           Apr 2025
                                                   └ today 1 Mar 2025
Not drawn: 2 without a date
Not drawn: 1 outside 1 Jan 2024 – 31 Dec 2025 (see --from, --to)
"""


def test_the_agenda_at_80_columns() -> None:
    assert agenda_view.render(ROWS, TODAY, RenderOptions(80)) == AGENDA


def test_an_empty_log_shows_nothing() -> None:
    assert (agenda_view.render([], TODAY, RenderOptions(80)), bars.render([], TODAY, RenderOptions(80))) == ("", "")
    assert styled_table.markdown([], TODAY) == "As of 1 Mar 2025.\n"


def test_what_has_no_date_is_counted_where_it_cannot_be_drawn() -> None:
    undated = [r for r in ROWS if r.event.when.is_unscheduled]
    assert bars.render(undated, TODAY, RenderOptions(80)) == "Not drawn: 2 without a date\n"


def test_what_is_outside_the_axis_is_counted() -> None:
    picture = bars.render(ROWS, TODAY, RenderOptions(100), date(2024, 1, 1), date(2025, 12, 31))
    assert picture.endswith(
        "Not drawn: 2 without a date\nNot drawn: 1 outside 1 Jan 2024 – 31 Dec 2025 (see --from, --to)\n"
    )
    assert "Reactor starts" not in picture


@pytest.mark.parametrize("width", [72, 80, 100, 119, 120, 160])
def test_every_row_of_the_agenda_has_its_words(width: int) -> None:
    picture = agenda_view.render(ROWS, TODAY, RenderOptions(width))
    for r in ROWS:
        assert f"[{r.event.id}]" in picture
        assert r.event.title in picture


def test_the_narrow_agenda_says_the_same_below_each_other() -> None:
    assert agenda_view.render(ROWS[:1], TODAY, RenderOptions(40)) == (
        "OVERDUE\n"
        "! by the end of 2024                60 d\n"
        "  Medicines supplied\n"
        "  [deadline]\n"
        "  no report since 1 Oct 2024\n"
    )  # fmt: skip


def test_an_ellipsis_marks_every_title_that_was_cut() -> None:
    long = row(event("long", "Equipment for water supply and mazut handling at the steel works", "| planned | TBD"))
    for width in (20, 40, 72, 80, 100):
        picture = agenda_view.render([long], TODAY, RenderOptions(width))
        assert (long.event.title in picture) is ("…" not in picture.split("\n", 1)[1])


def test_the_bars_at_80_columns() -> None:
    assert bars.render(ROWS, TODAY, RenderOptions(80), date(2024, 1, 1), date(2025, 12, 31)) == BARS


# -- one bar: 24 columns, one a month, from January 2024 to December 2025; today is 1 March 2025

AXIS = Axis(Unit.QUARTER, date(2024, 1, 1), 8, 3)


def bar(thing: Event, today: date = TODAY, axis: Axis = AXIS) -> str:
    """The signs of one row, without its label and note."""
    return bars._line(row(attrs.evolve(thing, title="X"), today), axis, today, (12, 0), RenderOptions())[13:]


PICTURES = [
    # status, when, said, plan          2024        2025
    #                                  "Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4 "
    # a known day: a ring ahead, a dot when it happened
    ("planned", "2025-05-20", "", "", "             │  ○       "),
    ("planned", "2025-03-01", "", "", "             ○          "),  # today does not hide it
    ("completed", "2024-08-20", "", "", "       ●     │          "),
    # a vague one is as wide as it is vague
    ("planned", "2025-05", "", "", "             │ ▒▒       "),
    ("planned", "2025", "", "", "            ▒│▒▒▒▒▒▒▒▒▒▒"),
    ("completed", "2024-08", "", "", "       ▒     │          "),
    ("completed", "2024", "", "", "▒▒▒▒▒▒▒▒▒▒▒▒ │          "),
    # gone by: the window, then the days past it
    ("planned", "2024-05", "", "", "   ▓▓!!!!!!!!│          "),
    ("planned", "2024-08-20", "", "", "       ▓!!!!!│          "),  # nobody knows that it was on its day
    # a deadline may be met from the day it was said
    ("planned", "[..2025-06-30]", "2025-01-15", "", "            ▒│▒▒▒◁      "),
    ("planned", "[..2025-06-30]", "", "", "             │▒▒▒◁      "),  # said on an unknown day: from today
    ("planned", "[..2024-12-31]", "2024-10-01", "", "         ▓▓◁!│          "),
    ("planned", "[..2024-12-31]", "", "", "           ◁!│          "),
    ("completed", "[..2024-06-30]", "", "", "     ◁       │          "),
    # no last day
    ("planned", "[2025-07-01..]", "", "", "             │    ▒▒▒▒▒▷"),
    ("planned", "[2024-07-01..]", "", "", "      ▒▒▒▒▒▒▒│▒▒▒▒▒▒▒▒▒▷"),
    # what lasts
    ("underway", "2024-07/2025-12", "", "", "      ━━━━━━━│━━━━━━━━━~"),
    ("underway", "2019/..", "", "", "━━━━━━━━━━━━━│~~~~~~~~~▷"),  # nobody knows tomorrow
    ("underway", "2019/", "", "", "~~~~~~~~~~~~~│~~~~~~~~~▷"),  # it may long be over
    ("underway", "2023/2024", "", "", "━~~~~~~~~~~~!│          "),
    ("completed", "2024-02/2024-06", "", "", " ━━━━━       │          "),
    # the first plan and the slip from it
    ("completed", "2024-11-07", "", "2024-05", "    ◇┄┄┄┄┄●  │          "),
    ("completed", "2024-03-07", "", "2024-05", "  ●┄◇        │          "),  # early
    ("planned", "2025-35", "", "2024-10", "         ◇┄┄┄│┄┄┄┄▒▒▒   "),
    ("planned", "2024-07-01", "", "2024-02-01", " ◇┄┄┄┄▓!!!!!!│          "),
    ("postponed", "2025-08", "", "2024-08-01", "       ◇┄┄┄┄┄│┄┄┄┄┄▒    "),
    ("planned", "2025-05-20", "", "2025-05-20", "             │  ○       "),  # the plan held
    # what did not happen, on the last day it was planned for
    ("cancelled", "2025-04", "", "", "             │ ✕        "),
    ("missed", "[..2024-06-30]", "", "", "     ✕       │          "),
    ("cancelled", "", "", "2024-08-01", "       ✕     │          "),
]  # fmt: skip


@pytest.mark.parametrize(("status", "when", "said", "plan", "picture"), PICTURES)
def test_a_bar(status: str, when: str, said: str, plan: str, picture: str) -> None:
    history = [f"2023-12-01 | planned | {plan}"] if plan else []
    said = said or ("2024-01-02" if plan else "")
    assert bar(event("x", "X", *history, f"{said} | {status} | {when}")) == picture


# Only what began may be drawn as lasting.
@pytest.mark.parametrize("when", ["2025-07/2025-12", "2024-07/2025-12", "2025/..", "2024/2030"])
@pytest.mark.parametrize("status", ["proposed", "planned", "postponed"])
def test_what_has_not_begun_is_not_drawn_as_lasting(status: str, when: str) -> None:
    assert "━" not in bar(event("x", "X", f"| {status} | {when}"))


@pytest.mark.parametrize(
    ("status", "when"), [("planned", "2024-03/2025-12"), ("planned", "2024-05"), ("underway", "2023/2024")]
)
def test_days_past_what_was_awaited_are_marked(status: str, when: str) -> None:
    assert "!" in bar(event("x", "X", f"| {status} | {when}"))


# An approximate date may still fall on the days of its slack.
def test_days_within_the_slack_are_not_past_it() -> None:
    thing = event("x", "X", "| planned | 2024-01~")
    assert bar(thing, date(2024, 3, 2)).count("!") == 0
    assert bar(thing, date(2024, 6, 15)).count("!") <= 3  # from 3 March on


# Its only day lies before the axis: the sign stands at the edge.
def test_a_row_that_is_drawn_shows_something() -> None:
    assert bar(event("x", "X", "| cancelled | 2019/..")).strip(" │")


# -- laws over all kinds of dates

DATES = [
    *["2024-05-17", "2024-05", "2024", "202X", "2024-21", "2024-33", "2024-41", "2024-05-29T10:00:00-04:00"],
    *["[..2024-12-31]", "[2028-01-01..]", "[2025-01-21..2025-02-10]", "2024-05/2026-06", "2019/..", "2019/", "/2024"],
    *["../2024", "2015~", "2015?", "2024-05~", "2024-05-17~", "2024-08-20?", "2024-08-20%", "[..2024~]", "TBD", ""],
    *["0001-01-01", "9999-12-31", "9999", "0001/9999", "20XX", "late January – early February 2025", "in May 2023"],
]
TITLES = [
    "Medicines supplied", "", "x" * 300, "汉字宽度" * 20, "\u2764\ufe0f " * 30,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 family",
    "e\u0301" * 60, "שלום עולם", "\x1b[31mred\x1b[0m", "a\nb\tc", "\u202edetrevni", "two  blanks – and, marks;",
    "| a | b |",
]  # fmt: skip
titles = (st.sampled_from(TITLES) | st.text(st.characters(codec="utf-8"), max_size=80)).filter(str.strip)
whens = st.sampled_from(DATES) | st.dates(date(2019, 1, 1), date(2031, 1, 1)).map(date.isoformat)
saids = st.sampled_from(["", "2024-01-01", "[2024-11-08..2024-12-31]", "9999-12-31"])
histories = st.lists(
    st.tuples(saids, st.sampled_from([str(s) for s in Status]), whens).map(" | ".join), min_size=1, max_size=3
)
things = st.builds(
    lambda kind, title, history, facts: event("some-event-7", title, *history, kind=kind, **facts),
    st.sampled_from([Event, Delivery, Meeting]),
    titles,
    histories,
    st.fixed_dictionaries({}, optional={"note": titles, "place": titles, "countries": st.just(("CU", "RU"))}),
)
logs = st.lists(things, max_size=5).map(
    lambda events: EventLog([attrs.evolve(e, id=f"event-{n}" * (n + 1)) for n, e in enumerate(events)])
)
widths = st.integers(20, 250) | st.integers(20, 40)
some = settings(max_examples=60)  # whole pictures take their time
todays = st.dates(date(2020, 1, 1), date(2030, 1, 1)) | st.sampled_from([date.min, TODAY, date.max])


def too_wide(picture: str, width: int) -> list[str]:
    return [line for line in picture.split("\n") if wcswidth(line) > width]


@some
@given(logs, todays, widths)
def test_no_line_of_the_agenda_is_wider_than_asked(log: EventLog, today: date, width: int) -> None:
    assert too_wide(agenda_view.render(agenda(log, today), today, RenderOptions(width)), width) == []


@some
@given(logs, todays, widths)
def test_no_line_of_the_bars_is_wider_than_asked(log: EventLog, today: date, width: int) -> None:
    assert too_wide(bars.render(agenda(log, today), today, RenderOptions(width)), width) == []


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2025, 2, 20), date(2025, 3, 10)),
        (date(1900, 1, 1), date(2100, 1, 1)),
        (date.min, date.max),  # a thousand decades are more than any line has
        (date(9999, 12, 1), date.max),  # there is no day after its last
        (date.min, date(1, 1, 20)),
        (date(2026, 1, 1), date(2024, 1, 1)),  # the wrong way round
    ],
)
@pytest.mark.parametrize("width", [20, 40, 80, 250])
def test_bars_fit_between_any_two_days(first: date, last: date, width: int) -> None:
    assert too_wide(bars.render(ROWS, TODAY, RenderOptions(width), first, last), width) == []


@some
@given(things, todays, widths)
@example(event("x", "X", "| planned | TBD"), TODAY, 20)  # the indent alone takes 14
def test_no_line_of_a_card_is_wider_than_asked(thing: Event, today: date, width: int) -> None:
    assert too_wide(card.render(row(thing, today), EventLog([thing]), today, RenderOptions(width)), width) == []


@some
@given(logs, todays, widths)
def test_every_row_of_the_agenda_is_there_once(log: EventLog, today: date, width: int) -> None:
    rows = agenda(log, today)
    picture = agenda_view.render(rows, today, RenderOptions(width))
    groups = len({r.group for r in rows})
    is_narrow = "\n  [" in picture  # each id on a line of its own: where columns are few, or ids are long
    assert is_narrow or width >= agenda_view.NARROW or not rows
    lines, indent = (3 * len(rows), 2) if is_narrow else (len(rows), 4)
    late = [r for r in rows if r.standing.days_overdue or r.standing.days_possible]
    lines += sum(len(wrap(last_report(r, ENGLISH), width - indent)) for r in late)
    assert picture.count("\n") == groups + lines + max(0, groups - 1)


ascii_things = things.map(lambda e: attrs.evolve(e, title="A title of many words to be cut", note=None, place=None))


@some
@given(ascii_things, st.sampled_from([TODAY, date(2027, 5, 5)]), widths)
@example(event("x", "X", "| planned | [..2024-12-31]"), TODAY, 40)  # the line of today ends in "┘"
def test_the_ascii_twin_has_only_ascii(thing: Event, today: date, width: int) -> None:
    rows = [row(thing, today)]
    for picture in (
        agenda_view.render(rows, today, RenderOptions(width)),
        bars.render(rows, today, RenderOptions(width)),
        card.render(rows[0], EventLog([thing]), today, RenderOptions(width)),
        styled_table.render(rows, today),
    ):
        assert ascii_twin(picture).isascii()


def test_the_ascii_twin_of_a_card_has_only_ascii() -> None:
    said = Statement(status=Status.PLANNED, quote="ships in May", source=Citation(Source("s", "A source"), "7"))
    thing = Event(id="x", title="X", history=[said])
    assert ascii_twin(card.render(row(thing), EventLog([thing]), TODAY)).isascii()


# Three dots for "…" would widen a line and move what stands behind them.
@some
@given(ascii_things, widths)
@example(event("x", "A title of many words to be cut", "| planned | 2024"), 60)
def test_the_ascii_twin_keeps_every_sign_in_its_column(thing: Event, width: int) -> None:
    for picture in (
        agenda_view.render([row(thing)], TODAY, RenderOptions(width)),
        bars.render([row(thing)], TODAY, RenderOptions(width)),
    ):
        assert list(map(len, ascii_twin(picture).split("\n"))) == list(map(len, picture.split("\n")))


@given(things, todays)
@example(event("x", "X", "| completed | 2024-08-20?"), TODAY)
@example(event("x", "X", "| planned | 2025-05-20~"), TODAY)
def test_a_dot_stands_only_for_a_known_day(thing: Event, today: date) -> None:
    when = thing.when
    if set("●○") & set(bar(thing, today)):
        assert when.earliest_start == when.latest_end
        assert (when.is_uncertain, when.is_approximate) == (False, False)


@given(things, todays)
def test_a_bar_has_its_width_and_only_its_signs(thing: Event, today: date) -> None:
    signs = bar(thing, today)
    assert len(signs) == AXIS.width
    assert set(signs) <= set(" ●○▒▓!━~◁◇┄✕▷│")


@given(things, todays)
def test_days_past_are_marked_only_for_what_is_overdue(thing: Event, today: date) -> None:
    if "!" in bar(thing, today) or "▓" in bar(thing, today):
        assert row(thing, today).standing.days_overdue


@some
@given(logs, todays, widths)
@example(EventLog([event("x", "X", "| planned | 2024-12-31")]), date(2025, 1, 5), 30)
def test_the_line_of_today_runs_down_to_its_corner(log: EventLog, today: date, width: int) -> None:
    """Whatever stands in the column of today, its corner is below."""
    lines = bars.render(agenda(log, today), today, RenderOptions(width)).splitlines()
    corners = [re.search(r"└ today|today [^┘]*┘", line) for line in lines]
    for line, corner in zip(lines, corners, strict=True):
        if corner:
            at = columns(line[: line.index("└") if "└" in line else line.index("┘")])
            assume(all(thing.title.isascii() for thing in log))  # a mark that joins the blank before it moves all
            marked = [columns(other[: other.index("│")]) for other in lines if "│" in other]
            assert set(marked) <= {at}


# -- words

SHORT = [
    ("2024-05-17", "17 May 2024"),
    ("2024-05-29T10:00:00-04:00", "29 May 2024"),
    ("2024-05", "May 2024"),
    ("2024", "2024"),
    ("202X", "2020s"),
    ("20XX", "2000–2099"),
    ("2024-21", "spring 2024"),
    ("2024-24", "winter 2024"),
    ("2023-33", "Q1 2023"),
    ("2023-36", "Q4 2023"),
    ("2024-40", "H1 2024"),
    ("2024-41", "H2 2024"),
    ("2015~", "2015~"),
    ("2024-05?", "May 2024?"),
    ("[..2024-12-31]", "by 31 Dec 2024"),
    ("[2028-01-01..]", "from 1 Jan 2028"),
    ("[2025-01-21..2025-02-10]", "21 Jan–10 Feb 2025"),
    ("[2024-05-17..2024-05-19]", "17–19 May 2024"),
    ("[2024-12-20..2025-01-10]", "20 Dec 2024–10 Jan 2025"),
    ("[2021..2023]", "2021–2023"),
    ("2023/2030", "2023–2030"),
    ("2024-05-17/2024-05-19", "17–19 May 2024"),
    ("TBD", "no date"),
    # a doubtful day must not look like a known one
    ("2024-08-20?", "20 Aug 2024?"),
    ("2024-08-20~", "20 Aug 2024~"),
    ("0001", "0001"),
    ("0001-05", "May 0001"),
    ("0001-33", "Q1 0001"),
    ("0001/0003", "0001–0003"),
    ("000X", "0000s"),  # as days have it
]


@pytest.mark.parametrize(("when", "text"), SHORT)
def test_a_date_in_short(when: str, text: str) -> None:
    assert short(When.parse(when), ENGLISH) == text


# "from 1 Jan 2019" for "since 2019" would name a day that no source did.
@pytest.mark.parametrize(
    "when", ["2019/..", "2019/", "2019-05/..", "/2024", "../2024-05", "2024-05/2026-06", "2015~/2018"]
)
def test_a_span_in_short_names_no_day_that_was_not_said(when: str) -> None:
    assert not re.search(r"\b\d{1,2} [A-Z][a-z]{2}|\d–\d{1,2} [A-Z]", short(When.parse(when), ENGLISH))


WINDOWS = [
    ("2024-05-17", "2024-05-17"),
    ("2024-35", "2024-07-01..2024-09-30"),
    ("[..2024-12-31]", "..2024-12-31"),
    ("[2028-01-01..]", "2028-01-01.."),
    ("2019/..", "2019-01-01.."),
    ("TBD", ""),
]


@pytest.mark.parametrize(("when", "text"), WINDOWS)
def test_the_window_of_a_date(when: str, text: str) -> None:
    assert window(When.parse(when)) == text


LATE = [
    ((0, 0), "on time"),
    ((1, 1), "1 d late"),
    ((-1, -1), "1 d early"),
    ((38, 129), "38–129 d late"),
    ((-92, -1), "1–92 d early"),
    ((42, 42), "42 d late"),
    ((-16, 14), "16 d early to 14 d late"),
    ((0, 5), "0–5 d late"),
    ((-5, 0), "0–5 d early"),
]


@pytest.mark.parametrize(("days", "text"), LATE)
def test_lateness_in_words(days: tuple[int, int], text: str) -> None:
    assert late(days, ENGLISH) == text


NOTES = [
    # history, the one thing that matters on 1 March 2025, the same where no heading says how it stands
    (["2024 | planned | by the end of 2024"], "60 d", "overdue, 60 d"),
    (["2024 | planned | 2024~"], "may be overdue", "due, may be overdue"),
    (["2024 | planned | 2025"], "305 d left", "due, 305 d left"),
    (["2024 | planned | 20 May 2025"], "in 80 d", "upcoming, in 80 d"),
    (["2024 | planned |"], "", "undated"),
    (["2024 | underway | since 2019"], "", "ongoing"),
    (["2024 | planned | Q3 2024", "2025 | completed | 7 November 2024"], "38–129 d late", "done, 38–129 d late"),
    (["2024 | planned | Q3 2024", "2025 | completed | August 2024"], "on time", "done, on time"),
    (["2024 | planned | Q3 2024", "2025 | completed | June 2024"], "1–121 d early", "done, 1–121 d early"),
    (["2024 | planned | Q3 2024", "2025 | completed | 2024"], "on time?", "done, on time?"),
    (["2024 | planned | Q3 2024", "2025 | completed |"], "on time?", "done, on time?"),
    (["2024 | planned | Q3 2024", "2025 | completed | after 2024"], "late", "done, late"),
    (["2024 | planned | Q3 2024", "2025 | completed | by May 2024"], "early", "done, early"),
    (["2025 | completed | 2024"], "", "done"),
    (["2024 | planned | Q3 2024", "2025 | cancelled |"], "", "cancelled"),
]


@pytest.mark.parametrize(("history", "note", "whole"), NOTES)
def test_the_one_thing_that_matters(history: list[str], note: str, whole: str) -> None:
    thing = row(event("x", "X", *history))
    assert (lateness(thing, TODAY, ENGLISH), standing_text(thing, TODAY, ENGLISH)) == (note, whole)


def test_silence_is_said_with_its_source() -> None:
    source = Source("s", "A source", author="A. Author", published=When.parse("2024-11"))
    said = Statement(status=Status.PLANNED, said=source.published, source=Citation(source, "7"))
    thing = Event(id="x", title="X", history=[said])
    assert last_report(row(thing), ENGLISH) == "no report since 30 Nov 2024 (A. Author, paragraph 7)"
    assert last_report(row(event("x", "X", "| planned | 2024")), ENGLISH) == "day of the last report not stated"


# -- the card

CARD = """\
! Assembly of vehicles starts
  id          skd
  kind        launch
  status      planned – overdue on 1 Mar 2025
  when        late January – early February 2025
              (21 Jan–10 Feb 2025; EDTF
              [2025-01-21..2025-02-10])
  overdue     19–39 days; no report since 1 Dec
              2024
  countries   Cuba (CU), Russia (RU)
  product     kits
  after       [batch]
  note        Doubtful.

said 1 Dec 2024: planned, late January – early
February 2025
"""


def test_a_card() -> None:
    said = "2024-12-01 | planned | late January – early February 2025"
    facts = {"countries": ("CU", "RU"), "product": "kits", "after": ("batch",), "note": "Doubtful."}
    thing = event("skd", "Assembly of vehicles starts", said, kind=Launch, **facts)
    assert card.render(row(thing), EventLog.trusted([thing]), TODAY, RenderOptions(48)) == CARD


def test_a_card_names_its_parts_and_what_it_points_to() -> None:
    whole = event("whole", "The whole", "2024-01-01 | underway | since 2019", kind=Programme)
    part = event("part", "A part", "2024-01-01 | planned | 2025", part_of=("whole",), after=("gone",))
    log = EventLog.trusted([whole, part])
    assert "  has part    ▶ [part] A part (due, 305 d left)\n" in card.render(row(whole), log, TODAY)
    assert "  part of     [whole] The whole\n" in card.render(row(part), log, TODAY)
    assert "  after       [gone]\n" in card.render(row(part), log, TODAY)


PARTS = """\
  parts       1 of 5 done, 1 overdue, 1 upcoming, 1 ongoing, 1 cancelled
  has part    ! [late] Medicines (overdue, 60 d; in [sub])
  has part    ○ [ahead] Forum (upcoming, in 306 d)
  has part    ━ [sub] Health (ongoing)
  has part    ● [done] Line (done; in [sub], [other])
  has part    ✕ [off] Summit (cancelled)
"""


def test_a_card_counts_the_parts_of_the_parts_and_names_the_most_urgent_first() -> None:
    whole = event("whole", "The whole", "2024-01-01 | underway | since 2019", kind=Programme)
    log = EventLog(
        [
            event("off", "Summit", "2024 | cancelled |", part_of=("whole",)),
            event("done", "Line", "2024 | completed | 2024", part_of=("sub", "other")),
            event("ahead", "Forum", "2024 | planned | 2026", part_of=("whole",)),
            event("late", "Medicines", "2024 | planned | by the end of 2024", part_of=("sub",)),
            event("sub", "Health", "2024 | underway |", part_of=("whole",)),
            event("other", "Another", "2024 | underway |"),
            whole,
        ]
    )
    assert PARTS in card.render(row(whole), log, TODAY)
    assert "parts" not in card.render(row(log["late"]), log, TODAY)
    for width in (20, 39, 40, 60):
        assert too_wide(card.render(row(whole), log, TODAY, RenderOptions(width)), width) == []


WAITS = [
    # what comes first, what waits, what its card says of it
    ("Q3 2025", "2025", "1 Jul 2025, when [p] can have ended at the earliest"),
    ("Q3 2025", "by the end of 2025", "1 Jul 2025, when [p] can have ended at the earliest"),
    ("Q3 2025", "TBD", "1 Jul 2025, when [p] can have ended at the earliest"),
    ("Q3 2025", "May 2025", "1 Jul 2025, when [p] can have ended at the earliest; its own date lies before that"),
    ("Q3 2025", "Q4 2025", ""),
    ("by 2025", "2025", ""),
]


@pytest.mark.parametrize(("first", "when", "text"), WAITS)
def test_a_card_says_from_when_on_a_thing_can_fall(first: str, when: str, text: str) -> None:
    waits = event("x", "X", f"2024 | planned | {when}", after=("p",))
    log = EventLog([event("p", "P", f"2024 | planned | {first}"), waits])
    lines = card.render(row(waits), log, TODAY, RenderOptions(200)).splitlines()
    assert [line for line in lines if line.startswith("  not before")] == [f"  not before  {text}"] * bool(text)


def test_a_card_names_the_chain_that_decides_and_of_a_long_one_both_ends() -> None:
    line = [event("e0", "E", "2024 | planned | Q3 2025")]
    line += [event(f"e{n}", "E", "2024 | planned |", after=(f"e{n - 1}",)) for n in range(1, 12)]
    log = EventLog(line)
    assert "what decides: [e0] → [e1] → [e2]\n" in card.render(row(log["e2"]), log, TODAY, RenderOptions(200))
    text = "what decides: [e0] → [e1] → … 8 more … → [e10] → [e11]\n"
    assert text in card.render(row(log["e11"]), log, TODAY, RenderOptions(200))


def test_a_card_says_that_what_has_to_come_first_never_will() -> None:
    waits = event("x", "X", "2024 | planned | 2025", after=("p", "q"), part_of=("p",))
    log = EventLog([event("p", "P", "2024 | cancelled |"), event("q", "Q", "2024 | missed |"), waits])
    picture = card.render(row(waits), log, TODAY)
    assert "  after       [p] P (cancelled)\n  after       [q] Q (missed)\n" in picture
    assert "  part of     [p] P\n" in picture


def test_a_card_says_what_may_be_overdue() -> None:
    thing = event("x", "X", "2024-03 | planned | around 2024")
    picture = card.render(row(thing), EventLog([thing]), TODAY)
    assert "  status      planned – may be overdue on 1 Mar 2025\n" in picture
    assert "  overdue     perhaps, by up to 425 days: its date is only approximate; no report since 31" in picture


OUTCOMES = [
    ("by the end of 2024", "28 December 2024", "3 d early"),
    ("Q3 2024", "August 2024", "on time"),
    ("17 May 2024", "May 2024", "cannot be told: 16 d early to 14 d late"),
    ("17 May 2024", "", "cannot be told"),
    ("17 May 2024", "20 May 2024", "3 d late"),
]


@pytest.mark.parametrize(("plan", "done", "text"), OUTCOMES)
def test_a_card_compares_the_outcome_with_the_plan(plan: str, done: str, text: str) -> None:
    thing = event("x", "X", f"2024-01 | planned | {plan}", f"2024-12-31 | completed | {done}")
    assert f"  against plan {text} (planned: {plan})\n" in card.render(row(thing), EventLog([thing]), TODAY)


# -- the list: silence and parts

HEARD = """\
OVERDUE (its last day has passed, nothing reported)
  ! by the end of 2024  60 d  Medicines supplied  [late]
    no report since 31 Mar 2024

WINDOW OPEN (it may already have fallen due)
  ▶ around 2024  may be overdue  Ship sails  [about]
    day of the last report not stated
  ▶ in 2025      305 d left      Roads paved  [open]
"""


def test_the_list_says_of_what_is_or_may_be_overdue_since_when_nothing_was_heard() -> None:
    rows = [
        row(event("late", "Medicines supplied", "2024-03 | planned | by the end of 2024")),
        row(event("about", "Ship sails", "| planned | around 2024")),
        row(event("open", "Roads paved", "2024-03 | planned | in 2025")),
    ]
    assert re.sub(" +\\[", "  [", agenda_view.render(rows, TODAY, RenderOptions(72))) == HEARD
    assert (
        agenda_view.render(rows, TODAY, RenderOptions(72), silence=True).count("    no report since 31 Mar 2024\n") == 2
    )
    assert "  no report since 31\n  Mar 2024\n" in agenda_view.render(rows, TODAY, RenderOptions(20))


def test_the_list_says_how_parts_stand_where_there_is_room() -> None:
    rows = [row(event("ar", "Cooperation with Argentina", "2024 | underway | since 2019", kind=Programme))]
    wholes = {"ar": Rollup(done=3, overdue=1, due=3)}
    wide, close = (agenda_view.render(rows, TODAY, RenderOptions(width), wholes).splitlines()[1] for width in (73, 72))
    assert wide == "  ━ since 2019  Cooperation with Argentina (3 of 7 done, 1 overdue)  [ar]"
    assert close == "  ━ since 2019  Cooperation with Argentina                          [ar]"
    assert "Argentina (2 of 2 done)  " in agenda_view.render(rows, TODAY, RenderOptions(100), {"ar": Rollup(done=2)})


# The longest name of an entry fills its column.
def test_a_blank_stands_between_the_name_of_an_entry_and_its_text() -> None:
    thing = event("x", "X", "2024-01-01 | planned | 2024-05-17", "2024-06-01 | completed | 2024-05-20")
    picture = card.render(row(thing), EventLog([thing]), TODAY)
    assert re.search(r"against plan +3 d late \(planned: 2024-05-17\)", picture)


# The day of asking would read as the day on which it happened.
def test_a_card_does_not_say_that_it_was_done_today() -> None:
    thing = event("x", "X", "2024-06-01 | completed | 2024-05-20")
    assert "done on 1 Mar 2025" not in card.render(row(thing), EventLog([thing]), TODAY)


# -- tables


def test_a_table_leaves_what_looks_like_a_number_as_text() -> None:
    rows = [row(event(id_, "0123", "| planned | 2024")) for id_ in ("007", "1e5", "1.50", "0x10", "nan")]
    lines = styled_table.render(rows, TODAY).splitlines()[2:]
    assert [line.split()[1] for line in lines] == ["007", "1e5", "1.50", "0x10", "nan"]
    assert all(line.endswith("0123") for line in lines)


@given(titles)
def test_a_row_of_a_table_is_one_line(title: str) -> None:
    rows = [row(event("x", title, "| planned | 2024"))]
    assert styled_table.render(rows, TODAY).count("\n") == 3
    assert styled_table.markdown(rows, TODAY).count("\n") == 7


ESCAPED = [
    ("a | b", r"a \| b"),
    ("*bold* _it_", r"\*bold\* \_it\_"),
    ("`code`", r"\`code\`"),
    ("[link](http://x)", r"\[link\](http://x)"),
    ("<script>", r"\<script\>"),
    ("back\\slash", r"back\\slash"),
    ("\\| trick", r"\\\| trick"),  # a backslash of the source must not free the bar behind it
    ("two\nlines", "two lines"),
    ("\x1b[31mred", "�\\[31mred"),
    # GitHub strikes out between two tildes, and shows an entity as its sign
    ("~~gone~~", r"\~\~gone\~\~"),
    ("&copy; &lt;b&gt;", r"\&copy; \&lt;b\&gt;"),
]


@pytest.mark.parametrize(("title", "escaped"), ESCAPED)
def test_markdown_shows_a_title_as_it_stands(title: str, escaped: str) -> None:
    last = styled_table.markdown([row(event("x", title, "| planned | 2024"))], TODAY).splitlines()[-1]
    assert re.split(r"(?<!\\)(?:\\\\)*\|", last)[2].strip() == escaped


def test_markdown_has_a_table_for_each_group_that_has_rows() -> None:
    picture = styled_table.markdown([r for r in ROWS if r.event.id in ("deadline", "somewhen")], TODAY)
    headings = [line for line in picture.splitlines() if line.startswith("## ")]
    assert headings == ["## Overdue (its last day has passed, nothing reported)", "## Done"]
    assert picture.startswith("As of 1 Mar 2025.\n\n## ")
    assert "| by the end of 2024 | Medicines supplied | 60 d " in picture
