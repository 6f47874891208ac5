"""The value itself: equality, properties, order for display, and that nothing outside is read."""

from __future__ import annotations

import json
import operator
import os
import random
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import attrs
import pytest

import laceventlog
from laceventlog.dates import Precision, Shape, When

SRC = Path(laceventlog.__file__).parents[1]


def fresh(code: str, **environment: str) -> str:
    """What a new interpreter prints."""
    env = os.environ | {"PYTHONPATH": str(SRC)} | environment
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    return done.stdout


# Equality, hash, repr


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("January-June 2024", "2024-01/2024-06"),
        ("by the end of 2024", "[..2024-12-31]"),
        ("17 May 2024", "May 17, 2024"),
        ("TBD", "to be determined"),
        ("29 May 2024, 10:00", "2024-05-29T10:00"),
        ("29 May 2024, 10:00 America/La_Paz", "2024-05-29T10:00:00-04:00[America/La_Paz]"),
    ],
)
def test_equality_and_hash_ignore_the_words(one: str, other: str) -> None:
    assert When.parse(one) == When.parse(other)
    assert hash(When.parse(one)) == hash(When.parse(other))
    assert {When.parse(one): 1}[When.parse(other)] == 1


DIFFERENT = [
    # same bounds, not the same thing said
    "2024", "2024-XX", "2024-XX-XX", "[2024]", "[2024-01..2024-12]", "2024~", "2024?", "2024%", "2024/2024",
    "2019/..", "2019/", "../2019", "/2019", "[2019..]", "[..2019]",
    "2024-05-29", "2024-05-29T10:00:00", "2024-05-29T10:00:00Z", "2024-05-29T10:00:00-04:00",
    "2024-05-29T10:00:00-04:00[America/La_Paz]", "2024-05-29T10:00:00-04:00[America/Manaus]", "TBD",
    "{2024}", "{2024-01..2024-12}", "2024S4", "{2019..}", "{..2019}", "..2019/", "2019../..", "XXXX", "XXXX-XX",
    "2024?-05-29", "2024-?05-29", "2024-05-?29", "2024-05?-29", "2024-21", "2024-25", "2024-31",
]  # fmt: skip


def test_what_was_said_differently_is_different() -> None:
    whens = [When.parse(text) for text in DIFFERENT]
    assert [w.notation for w in whens] == DIFFERENT
    for one, other in combinations(whens, 2):
        assert one != other
    assert len(set(whens)) == len(whens)
    assert whens[0] != object()


@pytest.mark.parametrize("text", [*DIFFERENT, "by the end of 2024", "mid-2026", "Q3 2022"])
def test_repr_is_the_call_that_makes_it(text: str) -> None:
    when = When.parse(text)
    assert eval(repr(when), {"When": When}) == when  # noqa: S307


def test_str_is_the_words_of_the_source() -> None:
    assert str(When.parse("  by the end of 2024\n")) == "by the end of 2024"
    assert str(When.parse("by the end of 2024").worded("")) == "[..2024-12-31]"
    assert str(When.unscheduled()) == "TBD"
    assert str(When.unscheduled("some day")) == "some day"


def test_it_cannot_be_changed() -> None:
    when = When.parse("2024")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        when.edtf = "2025"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        when.date = date(2024, 1, 1)  # type: ignore[attr-defined]


@pytest.mark.parametrize("lossy", ["date", "day", "year", "month", "start", "end", "__int__", "__index__", "__float__"])
def test_there_is_no_lossy_door(lossy: str) -> None:
    assert not hasattr(When.parse("2024-05-17"), lossy)


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
def test_there_is_no_order_between_two_dates(compare: Callable[[object, object], bool]) -> None:
    with pytest.raises(TypeError):
        compare(When.parse("2023"), When.parse("2024"))


def test_dates_are_not_sorted_by_accident() -> None:
    whens: list[Any] = [When.parse("2023"), When.parse("2024")]
    with pytest.raises(TypeError):
        sorted(whens)


# What it answers


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("2024-05-17", "moment known_day"),
        ("2024-05-29T10:00", "moment known_day"),
        ("[2024-05-17..2024-05-17]", "moment known_day"),
        ("2024-05", "moment"),
        ("2024-05-17/2024-05-17", "span"),  # it lasts that day; it is not a moment on it
        ("2024-01/2024-06", "span"),
        ("[..2024-12-31]", "moment deadline"),
        ("[..1984,1990]", "moment deadline"),
        ("[2028..]", "moment"),  # no last day, and yet it does not go on
        ("2019/..", "span open_end"),
        ("2019/", "span"),  # nobody said when it ended
        ("../2019", "span open_start"),  # no first day, and yet nothing to be done by then
        ("/2019", "span"),
        ("2015~", "moment approximate"),
        ("2015?", "moment uncertain"),
        ("2015%", "moment approximate uncertain"),
        ("2015/2018~", "span approximate"),  # any part of it (python-edtf#31)
        ("2019?/..", "span open_end uncertain"),
        ("[2021~..2023?]", "moment approximate uncertain"),
        ("TBD", "unscheduled"),
        # level 2
        ("2004-06~-11", "moment approximate"),  # the day is sure, of a month that is not
        ("2004-?06-11", "moment uncertain"),
        ("?2004-06-~11", "moment approximate uncertain"),
        ("%2004", "moment approximate uncertain"),
        ("156X-12-25", "moment"),
        ("2004-X2-30", "moment known_day"),  # there is one such day
        ("2004-?X2-30", "moment uncertain"),
        ("1950S2~", "moment approximate"),
        ("{1667,1668}", "span"),
        ("{2024-05-17}", "span"),
        ("{1984..}", "span open_end"),
        ("{..1984}", "span open_start"),
        # the members of a set have no order
        ("{1970,1984..}", "span open_end"),
        ("{1984..,1970}", "span open_end"),
        ("{..1984,1990}", "span open_start"),
        ("{1990,..1984}", "span open_start"),
        ("[1984..,1970]", "moment"),
        ("[1990,..1984]", "moment deadline"),
        ("{1667~,1668?}", "span approximate uncertain"),
        ("..2004-06-01/2004-06-20..", "span"),  # it ended, on that day or after it
        ("2004/2005..", "span"),
        ("..2004/..", "span open_end"),
        ("2004../", "span"),
        ("XXXX", "moment"),
        ("XXXX-12-XX", "moment"),
        ("..2004/", "span"),
        ("XXXX/", "span"),
        ("XXXX/XXXX", "span"),
    ],
)
def test_each_question_is_answered_yes_exactly_where_it_holds(text: str, yes: str) -> None:
    when = When.parse(text)
    questions = {
        "moment": when.is_moment,
        "span": when.is_span,
        "unscheduled": when.is_unscheduled,
        "deadline": when.is_deadline,
        "known_day": when.is_known_day,
        "open_start": when.is_open_start,
        "open_end": when.is_open_end,
        "approximate": when.is_approximate,
        "uncertain": when.is_uncertain,
    }
    assert {name for name, answer in questions.items() if answer} == set(yes.split())


PRECISIONS = [
    ("2024-05-29T10:00", Precision.TIME),
    ("2024-05-29", Precision.DAY),
    ("2024-05-29~", Precision.DAY),
    ("2024-05", Precision.MONTH),
    ("2024-05-XX", Precision.MONTH),
    ("2024-21", Precision.SEASON),
    ("2024-24?", Precision.SEASON),
    ("2024-33", Precision.QUARTER),
    ("2024-36", Precision.QUARTER),
    ("2024-40", Precision.HALF),
    ("2024-41", Precision.HALF),
    ("2024", Precision.YEAR),
    ("2024-XX", Precision.YEAR),
    ("2024-XX-XX", Precision.YEAR),
    ("202X", Precision.DECADE),
    ("20XX", Precision.CENTURY),
    ("20XX~", Precision.CENTURY),
    ("2024/2024", Precision.MIXED),
    ("[2024]", Precision.MIXED),
    ("[..2024-12-31]", Precision.MIXED),
    ("{2024}", Precision.MIXED),
    ("..2004/2005..", Precision.MIXED),
    ("2024-25", Precision.SEASON),
    ("2024-32", Precision.SEASON),
    ("2001?-23", Precision.SEASON),
    ("2001-33?", Precision.QUARTER),
    ("2024-37", Precision.QUADRIMESTER),
    ("2024-~39", Precision.QUADRIMESTER),
    ("2004-06~-11", Precision.DAY),
    ("?2004-06-~11", Precision.DAY),
    ("2004-%06", Precision.MONTH),
    ("2004~-06-XX", Precision.MONTH),
    ("%2004", Precision.YEAR),
    ("2004-?XX", Precision.YEAR),
    ("~156X", Precision.DECADE),
    ("000X", Precision.DECADE),
    ("00XX", Precision.CENTURY),
    # digits unspecified elsewhere do not make a unit
    ("1XXX", Precision.MIXED),
    ("XXXX", Precision.MIXED),
    ("1XX3", Precision.MIXED),
    ("20XX-41", Precision.MIXED),
    ("20XX-05", Precision.MIXED),
    ("156X-12-25", Precision.MIXED),
    ("2004-X2", Precision.MIXED),
    ("2004-XX-31", Precision.MIXED),
    ("2004-02-2X", Precision.MIXED),
    ("XXXX-12-XX", Precision.MIXED),
    ("1950S2", Precision.CENTURY),
    ("TBD", Precision.NONE),
]


@pytest.mark.parametrize(("text", "precision"), PRECISIONS)
def test_precision_is_the_unit_it_is_given_in(text: str, precision: Precision) -> None:
    assert When.parse(text).precision is precision


def test_every_precision_and_shape_occurs() -> None:
    assert {precision for _, precision in PRECISIONS} == set(Precision)
    assert {When.parse(text).shape for text, _ in PRECISIONS} == set(Shape)


def test_only_a_clock_time_is_an_instant() -> None:
    assert When.parse("2024-05-29").instant is None
    assert When.parse("TBD").instant is None
    naive = When.parse("2024-05-29T10:00").instant
    assert naive is not None
    assert (naive.isoformat(), naive.tzinfo) == ("2024-05-29T10:00:00", None)
    there = When.parse("29 May 2024, 10:00 America/La_Paz").instant
    assert there is not None
    assert (there.isoformat(), there.utcoffset()) == ("2024-05-29T10:00:00-04:00", timedelta(hours=-4))
    assert str(When.parse("2024-05-29T10:00Z").instant) == "2024-05-29 10:00:00+00:00"


def test_one_known_day_is_made_from_a_date() -> None:
    when = When.on(date(2024, 5, 17))
    assert (when, when.is_known_day) == (When.parse("17 May 2024"), True)
    assert When.on(date.min).earliest == date.min
    assert When.on(date.max).latest == date.max
    assert When.on(datetime(2024, 5, 17, 23, 59)) == when  # noqa: DTZ001 a datetime is a date


def test_the_unscheduled_has_no_bounds() -> None:
    when = When.unscheduled()
    assert when == When.parse("TBD")
    assert not any([when.earliest, when.latest, when.earliest_start, when.latest_end, when.edtf, when.zone])


def test_earliest_and_latest_are_the_outer_bounds() -> None:
    when = When.parse("2024-01/2024-06")
    assert (when.earliest, when.latest) == (when.earliest_start, when.latest_end)
    assert (str(when.earliest), str(when.latest)) == ("2024-01-01", "2024-06-30")


# Order for display

# In order: each row is before all rows below it.
IN_ORDER = [
    "0001-01-01",
    "0001",
    "0900",
    "156X-12-25",
    "1900",
    "19XX",
    "[..2018-12-31]",  # a deadline is at its last day, before dates known to be on that day
    "2018-12-31",
    "2019-01-01",  # the same first day: what is known better comes first
    "2019-01-01T10:00:00",
    "2019-01-01T14:00:00",
    "2019-01-01/2019-01-02",
    "2019-01",
    "2019-33",
    "2019-40",
    "2019",
    "2019/2019",
    "2019~",
    "2019/2021",
    "{2019,2021}",
    "2019/",  # not at the head, for all it has no last day (gramps-web-api#442)
    "2019/..",
    "[2019..]",
    "{2019..}",
    "202X",
    "[2021..2023]",
    "2023-12",
    "2023-24",  # winter ends after December
    "../2024",  # no first day: at the last one
    "/2024",
    "[..2024-12-31]",
    "2024-12-31",
    "2025",
    "9999",
    "XXXX-12-XX",  # no day at all, and yet it was some December
    "TBD",
]


def test_the_order_for_display_holds_for_every_pair() -> None:
    whens = [When.parse(text) for text in IN_ORDER]
    for one, other in combinations(whens, 2):
        assert one.sort_key < other.sort_key, (one, other)
        assert not other.sort_key < one.sort_key


@pytest.mark.parametrize("seed", range(5))
def test_sorting_does_not_depend_on_the_order_before(seed: int) -> None:
    whens = [When.parse(text) for text in IN_ORDER]
    random.Random(seed).shuffle(whens)  # noqa: S311
    assert [when.notation for when in sorted(whens, key=lambda when: when.sort_key)] == IN_ORDER


def test_equal_dates_stay_in_the_order_they_came_in() -> None:
    texts = ["17 May 2024", "2024-05-17", "May 17, 2024", "17.05.2024"]
    whens = [When.parse(text) for text in texts]
    assert [when.text for when in sorted(whens, key=lambda when: when.sort_key)] == texts


def test_what_has_no_day_comes_last() -> None:
    assert When.on(date.max).sort_key < When.unscheduled().sort_key


# Nothing outside is read

SHOW_BOUNDS = """
import json
from laceventlog.dates import When
texts = ["2024-05-29", "29 May 2024, 00:30 Pacific/Kiritimati", "2024-05-29T23:30Z", "2024-05-29T10:00", "early 2024",
         "since 2019", "by 3 May 2024", "2024-11-03T23:59-12:00", "TBD"]
whens = [When.parse(text) for text in texts]
bounds = "earliest_start latest_start earliest_end latest_end sort_key".split()
print(json.dumps([[w.notation, str(w.instant), *(str(getattr(w, name)) for name in bounds)] for w in whens]))
"""


def test_the_zone_of_the_computer_does_not_matter() -> None:
    shown = {zone: json.loads(fresh(SHOW_BOUNDS, TZ=zone)) for zone in ("Pacific/Kiritimati", "America/La_Paz")}
    first, second = shown.values()
    assert first == second
    assert first[0][2:6] == ["2024-05-29"] * 4
    assert first[1][0] == "2024-05-29T00:30:00+14:00[Pacific/Kiritimati]"


# The layer alone: a bare package replaces `laceventlog/__init__.py`, which imports from all layers.
IMPORTED = """
import sys
from types import ModuleType
before = set(sys.modules)
sys.modules["laceventlog"] = root = ModuleType("laceventlog")
root.__path__ = [{folder!r}]
import laceventlog.dates as dates
{use}
names = {{name.partition(".")[0] for name in set(sys.modules) - before}}
print(*sorted(names - set(sys.stdlib_module_names)))
"""


def imported(use: str) -> set[str]:
    return set(fresh(IMPORTED.format(folder=str(SRC / "laceventlog"), use=use)).split())


@pytest.mark.parametrize(
    "use", ["", "dates.When.parse('by the end of 2024')", "dates.When.parse('29 May 2024, 10:00 UTC-4').instant"]
)
def test_no_package_but_attrs_is_imported_until_a_named_zone_is_met(use: str) -> None:
    assert imported(use) <= {"attr", "attrs", "laceventlog"}


def test_a_named_zone_needs_pendulum() -> None:
    assert "pendulum" in imported("dates.When.parse('2024-05-29T10:00[America/La_Paz]')")
