"""The log: immutable, found by the beginning of an id, filtered, and known as of a day; and the kinds it holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest

from laceventlog.dates import Modality, When, overlaps
from laceventlog.errors import FieldError, UsageError
from laceventlog.eventfile.load import loads
from laceventlog.eventfile.serialize import dumps
from laceventlog.model import (
    KINDS,
    Amount,
    Delivery,
    Event,
    EventLog,
    Launch,
    Meeting,
    Milestone,
    Source,
    Status,
    read_kind,
)
from laceventlog.model import event_kind as register
from laceventlog.model.fields import amount, fact_of, links, text
from laceventlog.model.statement import Citation, Statement


def said(status: str, when: str, day: str = "2024-01-01") -> tuple[Statement, ...]:
    return (Statement(status=Status(status), when=When.parse(when), said=When.parse(day)),)


SOURCES = {"s": Source("s", "A source")}
LOG = EventLog(
    [
        Meeting(
            id="cu-igc-2024", title="Commission", countries=("CU", "RU"), parties=("IGC Russia–Cuba",), tags=("igc",),
            history=said("completed", "2024-03-15"),
        ),
        Launch(
            id="cu-uaz-start", title="Assembly", countries=("CU", "RU"), tags=("vehicles",), parties=("UAZ", "EISA"),
            after=("cu-uaz-batch",), history=said("planned", "[2025-01-21..2025-02-10]"),
        ),
        Delivery(
            id="cu-uaz-batch", title="Test batch", countries=("CU", "RU"), tags=("vehicles",), parties=("UAZ",),
            history=said("planned", "by the end of 2024"),
        ),
        Milestone(id="ve-line", title="Line", countries=("VE",), history=said("underway", "2019/..")),
        Event(id="talks", title="Talks", history=said("proposed", "TBD", "2025-06-01")),
    ],
    SOURCES,
)  # fmt: skip


def ids(log: EventLog) -> str:
    return " ".join(event.id for event in log)


# -- a value


def test_a_log_is_a_value() -> None:
    again = EventLog(list(LOG.events), dict(SOURCES))
    assert again == LOG
    assert hash(again) == hash(LOG)
    assert {LOG: 1}[again] == 1
    assert EventLog() == EventLog([])


def test_a_log_of_other_events_is_another() -> None:
    assert EventLog(LOG.events[:-1], SOURCES) != LOG
    assert EventLog(LOG.events[::-1], SOURCES) != LOG  # the order in which they were read is kept


def test_nothing_in_a_log_can_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        LOG.events = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        LOG.sources["t"] = Source("t", "Another")  # type: ignore[index]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        LOG["talks"].title = "Other"  # type: ignore[misc]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        LOG["talks"].history[0].reason = "Other"  # type: ignore[misc]


def test_what_a_log_was_made_from_can_change_without_it() -> None:
    events, sources = [LOG["talks"]], dict(SOURCES)
    log = EventLog(events, sources)
    events.clear()
    sources.clear()
    assert (len(log), list(log.sources)) == (1, ["s"])


def test_lists_given_to_an_event_become_tuples() -> None:
    lists: dict[str, Any] = {"countries": ["CU", "RU"], "tags": ["igc"]}
    event = attrs.evolve(LOG["cu-igc-2024"], **lists)
    assert (event.countries, event.tags) == (("CU", "RU"), ("igc",))
    assert hash(event) == hash(LOG["cu-igc-2024"])


def test_lookups() -> None:
    assert (len(LOG), "talks" in LOG, "talk" in LOG, 7 in LOG) == (5, True, False, False)
    assert LOG["talks"].title == "Talks"
    assert [event.id for event in LOG] == [event.id for event in LOG.events]
    with pytest.raises(KeyError):
        LOG["talk"]


def test_the_place_of_an_event_in_a_file_is_no_part_of_it() -> None:
    event = LOG["talks"]
    assert attrs.evolve(event, origin=None) == event


# -- find


@pytest.mark.parametrize(
    ("prefix", "found"),
    [
        ("talks", "talks"),
        ("t", "talks"),
        ("cu-i", "cu-igc-2024"),
        ("cu-uaz-s", "cu-uaz-start"),
        ("ve-line", "ve-line"),
    ],
)
def test_an_event_is_found_by_how_its_id_begins(prefix: str, found: str) -> None:
    assert LOG.find(prefix).id == found


def test_a_whole_id_is_found_though_others_begin_with_it() -> None:
    log = EventLog([attrs.evolve(LOG["talks"], id=id_) for id_ in ("talks-2", "talks", "talks-3")])
    assert log.find("talks").id == "talks"


@pytest.mark.parametrize(
    ("prefix", "message"),
    [
        ("cu-", "'cu-' begins several ids: cu-igc-2024, cu-uaz-start, cu-uaz-batch"),
        ("", "'' begins several ids: cu-igc-2024, cu-uaz-start, cu-uaz-batch, ve-line, talks"),
        ("talk-s", "there is no event 'talk-s': did you mean 'talks' (Talks)?"),
        ("CU-IGC-2024", "there is no event 'CU-IGC-2024': did you mean 'cu-igc-2024' (Commission)?"),
        ("igc", "there is no event 'igc': did you mean 'cu-igc-2024' (Commission)?"),  # the middle of an id
        ("zzz", "there is no event 'zzz': 'laceventlog list' shows all ids"),
    ],
)
def test_what_is_not_found_is_answered(prefix: str, message: str) -> None:
    with pytest.raises(UsageError) as refusal:
        LOG.find(prefix)
    assert str(refusal.value) == message


@pytest.mark.parametrize(("number", "ending"), [(8, "talks-7"), (9, "talks-7 and 1 more"), (12, "talks-7 and 4 more")])
def test_at_most_eight_of_several_ids_are_named(number: int, ending: str) -> None:
    log = EventLog([attrs.evolve(LOG["talks"], id=f"talks-{n}") for n in range(number)])
    with pytest.raises(UsageError, match=f"{ending}$"):
        log.find("talks-")


def test_nothing_is_found_in_an_empty_log() -> None:
    with pytest.raises(UsageError, match="there is no event 'x'"):
        EventLog().find("x")


# -- filter

ALL = "cu-igc-2024 cu-uaz-start cu-uaz-batch ve-line talks"
FILTERS: list[tuple[dict[str, object], str]] = [
    ({}, ALL),
    ({"countries": ["CU"]}, "cu-igc-2024 cu-uaz-start cu-uaz-batch"),
    ({"countries": ["CU", "VE"]}, "cu-igc-2024 cu-uaz-start cu-uaz-batch ve-line"),  # any of its values
    ({"countries": ["NI"]}, ""),
    ({"countries": ["cu"]}, "cu-igc-2024 cu-uaz-start cu-uaz-batch"),
    ({"kinds": ["launch", "delivery"]}, "cu-uaz-start cu-uaz-batch"),
    ({"kinds": ["event"]}, "talks"),  # the kind itself, not all that derives from it
    ({"statuses": [Status.PLANNED]}, "cu-uaz-start cu-uaz-batch"),
    ({"tags": ["vehicles"]}, "cu-uaz-start cu-uaz-batch"),
    ({"kinds": {"launch"}, "statuses": ["scheduled"]}, "cu-uaz-start"),  # a set will do, and words
    ({"parties": ["uaz"]}, "cu-uaz-start cu-uaz-batch"),  # parts of names, in any case
    ({"parties": ["RUSSIA–CUBA"]}, "cu-igc-2024"),
    ({"parties": ["eisa", "igc"]}, "cu-igc-2024 cu-uaz-start"),
    ({"countries": ["CU"], "kinds": ["launch"], "tags": ["vehicles"]}, "cu-uaz-start"),  # all the filters
    ({"countries": ["VE"], "kinds": ["launch"]}, ""),
    ({"countries": (c for c in ("VE",))}, "ve-line"),  # anything iterable, once
    # a period keeps what may have a day in common with it; what has no date goes
    ({"during": "2024"}, "cu-igc-2024 cu-uaz-batch ve-line"),
    ({"during": "2025-02"}, "cu-uaz-start ve-line"),
    ({"during": "2025-01-21"}, "cu-uaz-start ve-line"),  # the first day of a window
    ({"during": "2025-02-10"}, "cu-uaz-start ve-line"),  # its last
    ({"during": "2025-02-11"}, "ve-line"),  # the day after
    ({"during": "2025-01-20"}, "ve-line"),
    ({"during": "2024-12-31"}, "cu-uaz-batch ve-line"),  # the last day of a deadline
    ({"during": "2025-01-01"}, "ve-line"),
    ({"during": "1999"}, "cu-uaz-batch"),  # a deadline may have been met at any time before
    ({"during": "2024-03-15"}, "cu-igc-2024 cu-uaz-batch ve-line"),
    ({"during": "2024-01-01/2025-12-31"}, "cu-igc-2024 cu-uaz-start cu-uaz-batch ve-line"),
    ({"during": "../2018-12-31"}, "cu-uaz-batch"),
    ({"during": "2026-01-01/.."}, "ve-line"),
    ({"during": "TBD"}, ""),  # nothing can be said to be in it
    ({"during": "2025-02", "statuses": [Status.PLANNED]}, "cu-uaz-start"),
]


@pytest.mark.parametrize(("filters", "kept"), FILTERS, ids=[str(n) for n in range(len(FILTERS))])
def test_a_filter_keeps(filters: dict[str, object], kept: str) -> None:
    if isinstance(filters.get("during"), str):
        filters = filters | {"during": When.parse(str(filters["during"]))}
    assert ids(LOG.filter(**filters)) == kept  # type: ignore[arg-type]


def test_a_filtered_log_keeps_its_sources_and_leaves_the_first_alone() -> None:
    assert LOG.filter(countries=["VE"]).sources == SOURCES
    assert ids(LOG) == ALL


def test_as_of_leaves_out_what_had_not_been_said() -> None:
    assert ids(LOG.as_of(date(2024, 1, 1))) == "cu-igc-2024 cu-uaz-start cu-uaz-batch ve-line"
    assert ids(LOG.as_of(date(2023, 12, 31))) == ""
    assert LOG.as_of(date(2025, 6, 1)).events == LOG.events


def test_values_are_what_a_filter_can_ask_for() -> None:
    assert LOG.values("tags") == ("igc", "vehicles")
    assert LOG.values("kind") == ("delivery", "event", "launch", "meeting", "milestone")
    assert LOG.values("countries") == ("CU", "RU", "VE")
    assert EventLog().values("parties") == ()


def test_values_of_a_text_field_leave_out_what_is_not_stated() -> None:
    assert LOG.values("place") == ()


# -- kinds

SHIPPED = "agreement delivery event launch meeting milestone observation programme"


@pytest.fixture
def kinds() -> Iterator[dict[str, type[Event]]]:
    """The registered kinds; what a test adds is taken out again."""
    before = dict(KINDS)
    yield KINDS
    KINDS.clear()
    KINDS.update(before)


def test_the_kinds_that_are_shipped() -> None:
    assert sorted(set(KINDS) & set(SHIPPED.split())) == SHIPPED.split()
    assert all(cls.kind == word and issubclass(cls, Event) for word, cls in KINDS.items())


def test_a_user_adds_a_kind_with_one_class(kinds: dict[str, type[Event]]) -> None:
    @register("exhibition")
    @attrs.frozen(kw_only=True)
    class Exhibition(Event):
        """A trade fair."""

        hall: str | None = text("where the stands are")
        area: Amount | None = amount("how large")
        follows: tuple[str, ...] = links("the fair before it")

    fair = Exhibition(id="fair", title="Fair", hall="A", follows=("old",), history=said("planned", "2026"))
    assert kinds["exhibition"] is read_kind("Exhibition") is Exhibition
    assert (fair.kind, fair.status, fair.facts()) == ("exhibition", Status.PLANNED, {"hall": "A", "follows": ("old",)})
    assert fair.links() == {"part_of": (), "after": (), "related": (), "follows": ("old",)}
    assert Event.kind == "event"


def test_a_taken_word_is_refused(kinds: dict[str, type[Event]]) -> None:
    class Other(Event):
        pass

    with pytest.raises(UsageError, match="the kind 'meeting' is already Meeting"):
        register("meeting")(Other)
    assert kinds["meeting"] is Meeting


def test_a_module_may_be_imported_twice(kinds: dict[str, type[Event]]) -> None:
    def declare() -> type[Event]:
        @register("visit")
        @attrs.frozen(kw_only=True)
        class Visit(Event):
            pass

        return Visit

    declare()
    again = declare()
    assert kinds["visit"] is again


# Kinds are looked up in small letters.
def test_a_kind_is_registered_so_that_it_can_be_read_or_is_refused(kinds: dict[str, type[Event]]) -> None:
    class Visit(Event):
        pass

    try:
        register("State Visit")(Visit)
    except UsageError:
        assert "State Visit" not in kinds
    else:
        assert read_kind("State Visit") is Visit


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        ("meting", "did you mean 'meeting'?"),
        ("deliveries", "did you mean 'delivery'?"),
        ("zzz", "one of: event"),
        ("", ""),
    ],
)
def test_an_unknown_kind_is_refused(word: str, remedy: str) -> None:
    with pytest.raises(FieldError, match="unknown kind") as refusal:
        read_kind(word)
    assert refusal.value.code == "S004"
    assert remedy in refusal.value.hint


@pytest.mark.parametrize("word", ["meeting", "Meeting", "MEETING"])
def test_a_kind_is_read_in_any_case(word: str) -> None:
    assert read_kind(word) is Meeting


def test_facts_are_those_of_the_kind_that_are_stated() -> None:
    meeting = Meeting(id="m", title="M", body="IGC", session=17, place="Havana", history=said("planned", "2026"))
    assert meeting.facts() == {"body": "IGC", "session": 17}
    assert LOG["talks"].facts() == {}
    assert LOG["cu-uaz-start"].links() == {"part_of": (), "after": ("cu-uaz-batch",), "related": ()}


def test_every_fact_says_what_it_is_for() -> None:
    facts = [(cls.__name__, f.name, fact_of(f)) for cls in KINDS.values() for f in attrs.fields(cls)]
    assert [(cls, name) for cls, name, fact in facts if fact and not fact.schema.get("description")] == []


def test_a_log_knows_every_source_it_cites() -> None:
    gazette, unread = Source("gazette", "Official gazette"), Source("unread", "Nobody cites it")
    told = Statement(status=Status.PLANNED, source=Citation(gazette, "2"))
    log = EventLog([Event(id="x", title="X", history=[told])], {"unread": unread})
    assert dict(log.sources) == {"unread": unread, "gazette": gazette}
    assert dict(log.closed().sources) == {"gazette": gazette}
    assert loads(dumps(log)) == log


WHENS = [
    "2024-05-17", "2024-05", "2024", "202X", "[..2024-05-17]", "[2024-05-17..]", "[2024-05-01..2024-06-30]", "2024/2025",
    "2024-05/..", "../2024-05", "2024-05/", "/2024-05", "2023~", "2025?", "{2023,2025}", "[2023,2025]", "0001", "9999-12-31",
    "TBD",
]  # fmt: skip


@pytest.mark.parametrize("during", WHENS)
def test_what_may_fall_in_a_period_is_what_overlaps_does_not_rule_out(during: str) -> None:
    period = When.parse(during)
    log = EventLog(
        Event(id=f"e-{number}", title=when, history=[Statement(status=Status.PLANNED, when=When.parse(when))])
        for number, when in enumerate(WHENS)
    )
    kept = {event.title for event in log.filter(during=period)}
    possible = {Modality.CERTAIN, Modality.POSSIBLE}
    assert kept == {when for when in WHENS if overlaps(When.parse(when), period) in possible}
