"""What was believed of 542 milestones of 18 Python releases, 1,247 statements: the log against a plain table.

The table is independent data; the log is read from it through the public API. Nothing of the library is used
to compute what it should say.
"""

from __future__ import annotations

import csv
import json
import os
import random
import re
from collections import defaultdict
from datetime import date, datetime, timedelta
from math import ceil, floor
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

import pytest

from laceventlog import EventLog, Problem, check_log, figures, loads, parse_text, slips
from laceventlog.reports import Spread

FOLDER = os.environ.get("LACEVENTLOG_CORPORA")
pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not FOLDER, reason="LACEVENTLOG_CORPORA does not name the folder of the independent test data"),
]
FORMATS = ("%B %d, %Y", "%A, %B %d, %Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%A, %Y-%m-%d", "%a %d %b %Y", "%B %d %Y")
Row = dict[str, str]


def rows() -> list[Row]:
    path = Path(FOLDER or "") / "python-releases" / "forecast_history.csv"
    return list(csv.DictReader(path.read_text("utf-8").splitlines())) if FOLDER else []


def first_and_last(text: str) -> tuple[date, date] | None:
    """The first and the last day of a date as it is written in the table; None where there is no such day."""
    for form in FORMATS:
        try:
            found = datetime.strptime(text, form).date()  # noqa: DTZ007 - a day, not a moment
        except ValueError:
            continue
        return found, found
    month = re.fullmatch(r"([A-Z][a-z]{2})[a-z]* (\d{4})", text)
    if month is None:
        return None
    first = datetime.strptime(f"{month[1]} {month[2]}", "%b %Y").date()  # noqa: DTZ007 - a day, not a moment
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def key(row: Row) -> str:
    return re.sub(r"[^a-z0-9]+", "-", f"pep{row['pep']} {row['milestone']}".lower()).strip("-")


def table() -> dict[str, list[Row]]:
    found = defaultdict(list)
    for row in rows():
        found[key(row)].append(row)
    return dict(found)


def as_lines(milestones: dict[str, list[Row]]) -> str:
    status = {"": "planned", "expected": "planned", "actual": "completed"}
    return "".join(
        json.dumps(
            {
                "id": name, "kind": "milestone", "title": history[0]["milestone"],
                "history": [
                    {"said": row["believed_on"], "status": status[row["state"]], "when": row["date"]} for row in history
                ],
            }
        )
        + "\n"
        for name, history in milestones.items()
    )  # fmt: skip


def is_sound(history: list[Row]) -> bool:
    return all(first_and_last(row["date"]) for row in history)


def read() -> tuple[EventLog, list[Problem]]:
    return parse_text(as_lines(table()), "releases.jsonl")


@pytest.fixture(scope="module")
def log() -> EventLog:
    return read()[0]


def test_every_malformed_date_is_reported_and_none_guessed() -> None:
    _, problems = read()
    wrong = sorted(row["date"] for row in rows() if first_and_last(row["date"]) is None)
    assert len(wrong) == 2
    assert sorted(problem.message.split("'")[1] for problem in problems) == wrong
    assert {problem.code for problem in problems} == {"D002"}


@pytest.fixture(scope="module")
def mended() -> EventLog:
    """Every milestone, without the statements whose dates were reported."""
    log, problems = parse_text(as_lines(sound()), "releases.jsonl")
    assert problems == []
    return log


def sound() -> dict[str, list[Row]]:
    return {name: [row for row in history if first_and_last(row["date"])] for name, history in table().items()}


def test_no_sound_milestone_is_lost(log: EventLog) -> None:
    milestones = table()
    assert len(milestones) == 542
    assert {event.id for event in log} == {name for name, history in milestones.items() if is_sound(history)}
    assert sum(len(event.history) for event in log) == sum(map(len, filter(is_sound, milestones.values())))


def test_what_was_known_of_every_milestone_on_a_day_is_what_the_table_says(mended: EventLog) -> None:
    milestones = sound()
    assert len(milestones) == len(mended) == 542
    begin, end = date(2009, 12, 1), date(2025, 12, 31)
    days = random.Random(7).sample(range((end - begin).days), 200)  # noqa: S311 - a fixed choice
    for day in (begin + timedelta(days=number) for number in sorted(days)):
        known = mended.as_of(day)
        expected = {}
        for name, history in milestones.items():
            said = [row for row in history if date.fromisoformat(row["believed_on"]) <= day]
            if said:
                last = max(enumerate(said), key=lambda pair: (pair[1]["believed_on"], pair[0]))[1]
                expected[name] = (first_and_last(last["date"]), last["state"] == "actual")
        found = {e.id: ((e.when.earliest, e.when.latest), str(e.status) == "completed") for e in known}
        assert found == expected


def test_more_is_known_as_time_goes_by(log: EventLog) -> None:
    before: dict[str, int] = {}
    for year in range(2010, 2027):
        now = {event.id: len(event.history) for event in log.as_of(date(year, 1, 1))}
        assert all(now[name] >= count for name, count in before.items())
        before = now


def test_the_order_of_statements_in_the_file_does_not_matter(log: EventLog) -> None:
    mixed = table()
    for history in mixed.values():
        days = [row["believed_on"] for row in history]
        if len(set(days)) == len(days):  # two of one day: the later in the file is the later said
            random.Random(len(history)).shuffle(history)  # noqa: S311 - a fixed order
    other, _ = parse_text(as_lines(mixed), "releases.jsonl")
    for event in log:
        assert (other[event.id].when, other[event.id].status) == (event.when, event.status)
        assert other[event.id].state.first_plan == event.state.first_plan


# -- slip


Span = tuple[date, date]


class Story(NamedTuple):
    """One milestone by hand: the plans in force one after the other, each once, when they were said, the outcome."""

    plans: list[Span]
    said: list[date]
    outcome: Span | None


def stories() -> dict[str, Story]:
    """Milestones that were planned before they happened, and stayed what they were said to be."""
    found = {}
    for name, history in table().items():
        if not is_sound(history):
            continue
        said = sorted(history, key=lambda row: row["believed_on"])
        ended = [row["state"] == "actual" for row in said]
        if ended == sorted(ended) and not ended[0]:
            dates = [first_and_last(row["date"]) for row in said]
            days = [date.fromisoformat(row["believed_on"]) for row in said]
            planned = [(span, day) for span, day, end in zip(dates, days, ended, strict=True) if span and not end]
            before = [None, *(span for span, _ in planned)]
            new = [each for each, old in zip(planned, before, strict=False) if each[0] != old]
            found[name] = Story([s for s, _ in new], [d for _, d in new], dates[-1] if ended[-1] else None)
    return found


def days(plan: Span, actual: Span) -> tuple[int, int]:
    return (actual[0] - plan[1]).days, (actual[1] - plan[0]).days


def test_slip_is_what_the_table_gives(log: EventLog) -> None:
    told = stories()
    assert len(told) > 350
    for slip in slips(log, date(2026, 1, 1)):
        story = told.get(slip.event.id)
        if story is None:
            continue
        assert slip.revisions == len(story.plans) - 1
        if story.outcome:
            assert slip.days == days(story.plans[0], story.outcome)
        else:
            first, last = story.plans[0], story.plans[-1]
            assert slip.days == ((0, 0) if first == last else days(first, last))


def test_the_share_on_time_is_what_the_table_gives(log: EventLog) -> None:
    told = stories()
    done = [story for story in told.values() if story.outcome]
    counted = figures([slip for slip in slips(log, date(2026, 1, 1)) if slip.event.id in told])
    for kept, which in ((counted.by_first, 0), (counted.by_last, -1)):
        certain = sum(story.outcome[1] <= story.plans[which][1] for story in done if story.outcome)
        late = sum(story.outcome[0] > story.plans[which][1] for story in done if story.outcome)
        assert (kept.certain, kept.late) == (certain, late)
        assert kept.certain + kept.possible + kept.late == len(done)
        assert kept.unknown == 0


def spread(ranges: list[tuple[int, int]]) -> Spread:
    low, high = (quantiles(end, n=4, method="inclusive") for end in zip(*ranges, strict=True))
    return Spread(len(ranges), *((floor(a), ceil(b)) for a, b in zip(low, high, strict=True)))


def test_median_and_quartiles_of_slip_are_what_the_table_gives(log: EventLog) -> None:
    told = stories()
    counted = figures([slip for slip in slips(log, date(2026, 1, 1)) if slip.event.id in told])
    assert counted.slip == spread([days(story.plans[0], story.outcome) for story in told.values() if story.outcome])


def test_the_revisions_and_their_notice_are_what_the_table_gives(log: EventLog) -> None:
    told = stories()
    steps = [
        (old, new, said)
        for story in told.values()
        for old, new, said in zip(story.plans, story.plans[1:], story.said[1:], strict=False)
    ]
    moved = [days(old, new) for old, new, _ in steps]
    later = [(old[1] - said).days for old, new, said in steps if days(old, new)[0] > 0]
    counted = figures([slip for slip in slips(log, date(2026, 1, 1)) if slip.event.id in told])
    assert counted.revisions.days == spread(moved)
    assert counted.revisions.later == len(later) > 200
    assert counted.revisions.earlier == sum(most < 0 for _, most in moved)
    assert counted.revisions.undated == 0
    assert counted.notice == spread([(notice, notice) for notice in later])


# -- a mistyped year, corrected three days later

TYPO, MENDED = date(2010, 7, 2), date(2010, 7, 5)


def release(*, correction: bool) -> EventLog:
    """The release whose year was mistyped, with the mended statement marked as a correction or not."""
    row = json.loads(as_lines({"final": table()["pep392-3-2-final"]}))
    for statement in row["history"]:
        if correction and statement["said"] == str(MENDED):
            statement["correction"] = "true"
    return loads(json.dumps(row), "final.jsonl")


def test_a_mistyped_year_is_warned_of_and_believed_until_it_was_mended() -> None:
    log = release(correction=False)
    assert [(p.code, "January 15, 2010" in p.message) for p in check_log(log.as_of(TYPO))] == [("P015", True)]
    known = [log.as_of(day)["final"].when.edtf for day in (TYPO, MENDED - timedelta(days=1), MENDED)]
    assert known == ["2010-01-15", "2010-01-15", "2011-01-15"]


def test_its_correction_is_no_slip() -> None:
    (counted,), (corrected,) = (slips(release(correction=mark), date(2012, 12, 1)) for mark in (False, True))
    assert counted.days == corrected.days == ((date(2011, 2, 20) - date(2010, 12, 11)).days,) * 2
    assert (counted.revisions, corrected.revisions) == (7, 6)
    assert [forecast.moved for forecast in counted.forecasts][1:3] == [(-330, -330), (365, 365)]
    assert [forecast.moved for forecast in corrected.forecasts][1:3] == [None, (35, 35)]
    assert not check_log(release(correction=True).as_of(MENDED))
