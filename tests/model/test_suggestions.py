"""Who does not know an id by heart is told which events may be suggested_events."""

import pytest

from laceventlog import Event, Statement, Status, UsageError
from laceventlog.model import EventLog
from laceventlog.model.suggestions import MOST, suggested_events


def event(id_: str, title: str) -> Event:
    return Event(id=id_, title=title, history=(Statement(status=Status.PLANNED),))


EVENTS = [
    event("cu-biocad-supply", "Bevacizumab and Rituximab supplied to Cuba"),
    event("cu-uaz-start", "SKD assembly of UAZ vehicles starts in Cuba"),
    event("ve-insulin-line", "Insulin production line starts at ESPROMED BIO"),
    event("ve-insulin-supply", "Insulin supplied to Venezuela"),
    event("co-dialogo", "Diálogo político en Bogotá"),
    event("ru-forum", "Форум в Ёлкино"),
    *(event(f"bus-{n}", "Buses") for n in range(9)),
]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("cu-biocad-suply", ["cu-biocad-supply"]),
        ("CU-UAZ-START", ["cu-uaz-start"]),
        ("insulin", ["ve-insulin-line", "ve-insulin-supply"]),  # a word of id and title
        ("insulin production", ["ve-insulin-line"]),  # all of the words
        ("rituximab", ["cu-biocad-supply"]),
        ("uaz_vehicles", ["cu-uaz-start"]),
        ("bogota", ["co-dialogo"]),  # without the accent
        ("Ёлкино", ["ru-forum"]),
        ("buses", ["bus-0", "bus-1", "bus-2"]),
        ("of to in", []),  # short words stand everywhere
        ("zzz", []),
        ("", []),
        ("\0", []),
    ],
)
def test_what_may_be_meant(wanted: str, ids: list[str]) -> None:
    found = [each.id for each in suggested_events(wanted, EVENTS)]
    assert found == ids
    assert len(found) <= MOST


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ("rituximab", "did you mean 'cu-biocad-supply' (Bevacizumab and Rituximab supplied to Cuba)?"),
        ("production supplied", "'laceventlog list' shows all ids"),
        (
            "insulin",
            """did you mean one of these?
  ve-insulin-line  Insulin production line starts at ESPROMED BIO
  ve-insulin-supply  Insulin supplied to Venezuela""",
        ),
    ],
)
def test_the_log_says_it(wanted: str, says: str) -> None:
    with pytest.raises(UsageError) as refusal:
        EventLog(EVENTS).find(wanted)
    assert str(refusal.value) == f"there is no event '{wanted}': {says}"
