"""Values are copied, pickled, shown and described: every public class of them."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import pytest

import laceventlog
from laceventlog import (
    Amount,
    Delivery,
    Difference,
    Edit,
    Event,
    EventLog,
    InMemoryFile,
    Recorded,
    Spread,
    Statement,
    When,
    activity_dates,
    agenda,
    diff,
    figures,
    find_dates,
    link_bounds,
    load,
    log_history,
    overdue,
    parse_text,
    rollup,
    slips,
)  # fmt: skip
from laceventlog.reports.condition import due_days, last_day

PLANNED = Statement(status="planned", when="2025")
EVENT: dict[str, Any] = {"id": "a", "title": "A", "history": [PLANNED]}


def test_a_log_pickles_and_copies(root: Any) -> None:
    log = load(root / "events")
    part = log.filter(countries=["CU"])
    for made in (log, part, *log, *log.sources.values(), PLANNED, Amount(3, "buses"), When.parse("by 2024")):
        assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == copy.copy(made) == made  # noqa: S301 - our own
    again = pickle.loads(pickle.dumps(log))  # noqa: S301 - our own
    assert (overdue(again, date(2025, 3, 1)), hash(again)) == (overdue(log, date(2025, 3, 1)), hash(log))


def test_reprs_are_short(root: Any) -> None:
    assert repr(load(root / "events")) == "EventLog(98 events, 2012–2030, 1 source)"
    assert repr(EventLog()) == "EventLog(0 events, 0 sources)"
    assert repr(Delivery(**EVENT)) == "Delivery(id='a', title='A', state=planned 2025)"


VALUES = [
    name
    for name, thing in ((name, getattr(laceventlog, name)) for name in laceventlog.__all__)
    if isinstance(thing, type) and not issubclass(thing, BaseException | Enum) and not typing.is_typeddict(thing)
]
"""The public classes of values."""


@pytest.fixture(scope="module")
def values(root: Any) -> dict[type, Any]:
    """A value of every class that is reached from a log and all that is asked of it."""
    day, log, moved = date(2025, 3, 1), load(root / "events"), load(root / "examples" / "histories.yaml")
    changes = [*diff(log.as_of(date(2024, 6, 1)), log), *diff(moved.as_of(date(2024, 6, 1)), moved)]
    found: dict[type, Any] = {}
    for thing in (
        log, agenda(log, day), slips(moved, day), figures([*slips(moved, day), *slips(log, day)]), log_history(moved), changes,
        link_bounds(log), rollup(log, day), [*find_dates("in May 2025")], parse_text("a")[1], activity_dates(log.events[0]),
        log.ordered(last_day), log.windows(due_days), Spread(1, (1, 2), (1, 2), (1, 2)), Difference("title", "A", "B"),
        Edit(PLANNED, None), InMemoryFile("-", b""), Recorded(Path("a"), Event(**EVENT), PLANNED, (), b"", b""),
    ):  # fmt: skip
        reach(thing, found)
    return found


def reach(thing: Any, found: dict[type, Any]) -> None:
    """Note a value of each class in a value."""
    is_new = found.setdefault(type(thing), thing) is thing
    if isinstance(thing, Mapping):
        reach([*thing.items()], found)
    elif isinstance(thing, tuple | list):
        for each in thing:
            reach(each, found)
    elif is_new and attrs.has(type(thing)):
        for field in attrs.fields(type(thing)):
            reach(getattr(thing, field.name), found)


@pytest.mark.parametrize("name", VALUES)
def test_every_public_value_pickles_and_copies(name: str, values: dict[type, Any]) -> None:
    made = values[getattr(laceventlog, name)] if name != "Event" else Event(**EVENT)
    assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == copy.copy(made) == made  # noqa: S301 - our own


@pytest.mark.parametrize("name", VALUES)
def test_type_hints_can_be_asked_of_every_constructor(name: str) -> None:
    cls = getattr(laceventlog, name)
    assert typing.get_type_hints(cls.__init__ if attrs.has(cls) else cls) is not None
