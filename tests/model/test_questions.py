"""Questions to a log refuse values that it cannot know, and take a moment for its day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, cast

import pytest

from laceventlog import (
    EventLog,
    FieldError,
    Meeting,
    Status,
    UsageError,
    When,
    agenda,
    due_within,
    dumps,
    load,
    log_history,
    overdue,
    rollup,
    slips,
    stale,
    standing,
)  # fmt: skip


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda log: log.filter(kinds=["meetng"]), "kinds: unknown kind 'meetng': did you mean 'meeting'?"),
        (lambda log: log.filter(kinds="event"), "kinds: 'event' is text; a list was expected"),
        (lambda log: log.filter(countries=["XY"]), "countries: unknown country 'XY'"),
        (lambda log: log.filter(statuses=["planed"]), "statuses: unknown status 'planed': did you mean 'planned'?"),
        (lambda log: log.filter(tags=["vehicle"]), "tags: no event has the tag 'vehicle': did you mean 'vehicles'?"),
        (lambda log: log.filter(parties=["nobody"]), "parties: no event has a party 'nobody'"),
        (lambda log: log.filter(parties=[""]), "parties: blank text"),
        (lambda log: log.filter(kinds=[Meeting]), "kinds: <class 'laceventlog.model.kinds.Meeting'> is not text"),
        (lambda log: log.filter(statuses=[5]), "statuses: 5 is not a status: write one of proposed"),
        (lambda log: log.filter(tags=[["igc"]]), "tags: ['igc'] is not text"),
        (lambda log: log.filter(countries=None), "countries: None is not a list"),
        (lambda log: log.find(None), "EventLog.find: None is not an id"),
        (lambda log: log.values("when"), "EventLog.values: no field 'when' holds text"),
        (lambda log: log.values(5), "EventLog.values: no field 5 holds text"),
        (lambda log: log.values("contry"), "EventLog.values: no field 'contry' holds text: did you mean 'countries'?"),
        (lambda log: due_within(log, date(2025, 3, 1), -5), "days=-5 is not a number of days"),
        (lambda log: due_within(log, date(2025, 3, 1), cast("Any", "5")), "days='5' is not a number of days"),
        (lambda log: stale(log, date(2025, 3, 1), -1), "days=-1 is not a number of days"),
        (lambda log: overdue(log, cast("Any", "2025-03-01")), "today='2025-03-01' is not a day"),
        (lambda log: agenda(log, cast("Any", None)), "today=None is not a day"),
        (lambda log: log.as_of("2025"), "day='2025' is not a day"),
        (lambda log: log.between(date(2025, 1, 1), "2025"), "last='2025' is not a day"),
        (lambda log: log.between(date(2025, 1, 2), date(2025, 1, 1)), "2025-01-01 is before 2025-01-02: swap them"),
        (lambda log: log_history(log, "2025"), "since='2025' is not a day"),  # type: ignore[arg-type]
        (lambda log: dumps([*log]), "is not a log: write EventLog([…])"),  # type: ignore[arg-type]
    ],
)
def test_an_unknown_value_is_an_error_and_never_an_empty_answer(
    ask: Callable[[EventLog], object], says: str, root: Any
) -> None:
    with pytest.raises(UsageError) as refusal:
        ask(load(root / "events"))
    assert says in str(refusal.value)


def test_a_moment_is_taken_for_its_day(root: Any) -> None:
    log, moment = load(root / "events"), datetime(2025, 3, 1, 23, 59)  # noqa: DTZ001 - somebody's own clock
    day = moment.date()
    assert overdue(log, moment) == overdue(log, day) != []
    assert agenda(log, moment) == agenda(log, day)
    assert due_within(log, moment, 300) == due_within(log, day, 300)
    assert log.as_of(moment) == log.as_of(day)
    assert stale(log, moment, 0) == stale(log, day, 0) != []
    assert slips(log, moment) == slips(log, day) != []
    assert rollup(log, moment) == rollup(log, day) != {}
    assert log_history(log, moment) == log_history(log, day)
    assert list(log.between(moment, moment)) == list(log.between(day, day)) != []
    assert [standing(e, moment) for e in log] == [standing(e, day) for e in log]


def test_a_filter_takes_what_a_file_may_say(root: Any) -> None:
    log = load(root / "events")
    assert log.filter(countries=["cuba"]) == log.filter(countries={"CU"})
    assert log.filter(kinds=["Meeting"]) == log.filter(kinds=("meeting",))
    assert log.filter(statuses=["held"]) == log.filter(statuses=[Status.COMPLETED])
    assert log.filter(during="2024") == log.filter(during=When.parse("2024"))
    assert log.filter(during=date(2024, 5, 29)) == log.filter(during=When.parse("2024-05-29"))
    with pytest.raises(FieldError, match=r"EventLog\.during: 'soon' is not a date"):
        log.filter(during="soon")
    assert log.values("body")  # a field of one kind
