"""The law of values: what can be built can be written and read again, equal; whatever else is refused at once.

No part of equality, and kept only where a file can say it: `origin`, the `word` of a status and the `text` of a date.
"""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import attrs
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from laceventlog import (
    Amount,
    Citation,
    Event,
    EventLog,
    FieldError,
    LaceventlogError,
    Source,
    Statement,
    Status,
    When,
    dumps,
    event_kind,
    loads,
)
from laceventlog.eventfile.serialize import jsonl_text
from laceventlog.model import KINDS, fields
from laceventlog.model.amount import BOUNDS, read_amount, read_money
from laceventlog.model.places.countries import read_country

SHIPPED = dict(KINDS)


@attrs.frozen(kw_only=True)
class Inspection(Event):
    """A kind of one's own, with a field of every sort."""

    inspector: str | None = fields.text("who inspects")
    findings: int | None = fields.integer("how many")
    measured: Amount | None = fields.amount("how much")
    fine: Amount | None = fields.money("the fine")
    term: When | None = fields.date("the time it covers")
    from_: tuple[str, ...] = fields.countries("where the inspectors come from")
    papers: tuple[str, ...] = fields.texts("what they took along")
    follows: tuple[str, ...] = fields.links("the inspection before")


@pytest.fixture(autouse=True, scope="module")
def inspections() -> Iterator[None]:
    """The kind is registered only here."""
    event_kind("inspection")(Inspection)
    yield
    del KINDS["inspection"]


# -- what a program may hand in

NASTY = [
    "a: b", "- a", "#", "'", '"', "\\", "null", "~", "no", "1e5", "0x1F", "2024-05-29", "{a", "[a]", "&a", "*a", "!a", "%", "@", "`",
    "|", ">", "---", "...", "=", "<<", "a\nb", "a\r\nb", "a\rb", "a\n\n  b", "a\tb", "\ta\n", " a ", "a\u2028b", "a\x85b", "\ufeffa",
    "a\u00a0", "\u200ba", "🚀", "👩‍👩‍👧", "a\u0301", "日本語", "אבג", "a\0b", "\x1b[31m", "\x7f", "\ufffe", "\U0010ffff", "x" * 300, "TBD",
    "events:\n\n  - id: y", "s#3", "#3", "planned",
]  # fmt: skip
texts = (st.sampled_from(NASTY) | st.text(min_size=1, max_size=12)).filter(
    lambda text: text.strip() and _is_whole(text)
)
ids = st.from_regex(fields.ID, fullmatch=True)
NOTATIONS = """
    2024-05-29 2024-05 2023-33 2024-41 2023-24 [2021..2023] [..2024-12-31] [2028-01-01..] 2024-01/2024-06 2019/.. 2019/ ../2019
    /2019 2015~ 2015? 2015% 0001 9999-12-31 TBD 201X 20XX 2024-XX 2024-XX-15 {2021,2023} {2021..2023} [2021,2023-05] 1985-04~-12
    2024-05-29T10:00:00-04:00[America/La_Paz] 2024-05-29T10:00Z 2024-05-29T10:00
""".split()
PHRASES = [
    "by the end of 2024",
    "Late January—early February 2025",
    " first quarter\nof 2023",
    "since 2019",
    "May 2024?",
]
FOREIGN = [
    When.parse("a fines de 2024", "es"),
    When.parse("к концу 2024 года", "ru"),
    When.parse("summer 2024", hemisphere="south"),
]
whens = (
    st.sampled_from([*NOTATIONS, *PHRASES])
    | st.sampled_from(FOREIGN)
    | st.dates()
    | st.builds(lambda when, text: when.worded(text), st.sampled_from(FOREIGN), texts)
    | st.builds(When.unscheduled, texts)
)
numbers = st.integers(-(10**18), 10**18) | st.decimals(-(10**12), 10**12, places=3) | st.just(Decimal("1E+6"))
units = st.sampled_from(["", "buses", "%", "km of road", "°C", "USD", "packs of 10", "тонн", "m²"]) | texts


@st.composite
def amounts(draw: st.DrawFn, unit: st.SearchStrategy[str] = units) -> Amount:
    try:
        return Amount(draw(numbers), draw(unit), draw(st.sampled_from(sorted(BOUNDS))))
    except FieldError:
        assume(False)
        raise


money = amounts(st.sampled_from(["USD", "EUR", "RUB", "CUP", "SAR"]))
BY_READER: dict[Callable[[str], Any], st.SearchStrategy[Any]] = {
    str: texts,
    fields.read_integer: st.integers(-(10**17), 10**17) | st.sampled_from(["17", "-3", "+007"]),
    read_amount: amounts() | st.sampled_from(["300 buses", "up to 2.5 %"]) | st.integers(0, 10**9),
    read_money: money | st.just("EUR 16.83 million"),
    When.parse: whens,
    read_country: st.sampled_from(["CU", "cu", " Ru ", "Cuba", "SU"]),
}


def _is_whole(text: str) -> bool:
    return not any(0xD800 <= ord(sign) < 0xE000 for sign in text)


def optional(needed: dict[str, Any], may: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(needed, optional=may)


sources = optional(
    {"id": ids, "title": texts},
    dict.fromkeys(("author", "publisher", "url", "locator", "note"), texts | st.just("")) | {"published": whens},
).map(lambda stated: Source(**stated))


def statements(declared: list[Source]) -> st.SearchStrategy[Statement]:
    cited = st.sampled_from(declared)
    may: dict[str, Any] = {
        "when": whens, "said": whens, "reason": texts, "quote": texts, "correction": st.booleans(), "word": texts,
        **({"source": cited | st.builds(Citation, cited, texts | st.just(""))} if declared else {}),
    }  # fmt: skip
    status = st.sampled_from([*Status, "held", " Подписано ", "called off"])
    return optional({"status": status}, may).map(lambda stated: Statement(**stated))


@st.composite
def logs(draw: st.DrawFn) -> EventLog:
    """Any log that can be built: every kind, every field; links lead to events before, so there is no circle."""
    declared = draw(st.lists(sources, max_size=2, unique_by=lambda source: source.id))
    made: list[Event] = []
    for event_id in draw(st.lists(ids, max_size=3, unique=True)):
        cls = draw(st.sampled_from([*SHIPPED.values(), Inspection]))
        before = st.lists(st.sampled_from([event.id for event in made]), unique=True) if made else st.just([])
        facts = {
            field.name: before
            if fact.is_link
            else st.lists(BY_READER[fact.read], max_size=2)
            if fact.many
            else BY_READER[fact.read]
            for field in attrs.fields(cls)
            if (fact := fields.fact_of(field))
        }
        history = st.lists(statements(declared), min_size=1, max_size=3)
        made.append(cls(id=event_id, **draw(optional({"title": texts, "history": history}, facts))))
    return EventLog(made, declared)


def one(title: str = "A", **stated: Any) -> EventLog:
    return EventLog([Event(**{"id": "a", "title": title, "history": [Statement(status="planned")], **stated})])


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(logs())
@example(one("the events:\nfoo"))
@example(EventLog())
def test_any_log_that_can_be_built_is_written_and_read_again(log: EventLog) -> None:
    assert loads(dumps(log)) == log
    assert loads(jsonl_text(log), "log.jsonl") == log
    assert pickle.loads(pickle.dumps(log)) == copy.deepcopy(log) == copy.copy(log) == log  # noqa: S301 - our own
    assert "\n" not in repr(log) + "".join(map(repr, log))


@pytest.mark.parametrize("text", NASTY)
def test_every_nasty_text_is_written_and_read_again_in_every_place(text: str) -> None:
    source = Source("s", text, author=text, publisher=text, url=text, locator=text, note=text)
    said = Statement(status="planned", source=Citation(source, text), reason=text, quote=text, word=text)
    log = one(text, parties=[text, text], tags=[text], place=text, note=text, history=[said, said])
    assert loads(dumps(log)) == log
    assert loads(jsonl_text(log), "log.jsonl") == log


# -- what a program should not hand in

HOSTILE = [
    None, True, 0, -7, 10**30, 2.5, float("nan"), float("inf"), 3j, Decimal("NaN"), Decimal("sNaN"), Decimal("1E+999999"), Decimal("0E-99"),
    "", " ", "\n", "CU", "a", "2024", "planned", "3 buses", "5 USD", "Bad ID", "\ud800", "a" * 81, b"a", bytearray(b"a"), memoryview(b"a"),
    (), [], ["CU"], ["a", 1], [None], [["a"]], [""], {}, {"a": 1}, {None: None}, set(), {"CU"}, range(2), iter(["a"]), object(), SimpleNamespace(),
    int, date, Event, date(2024, 5, 29), datetime(2025, 1, 1, tzinfo=UTC), Status.PLANNED, When.parse("2024"), Amount(3), Amount(3, "USD"),
    Source("s", "S"), [Source("s", "S")], {"x": Source("s", "S")}, Citation(Source("s", "S")), Statement(status="planned"),
    [Statement(status="planned")], [Event],
]  # fmt: skip
ANYTHING = st.one_of(
    st.integers(), st.floats(), st.text(max_size=5), st.binary(max_size=3), st.decimals(), st.dates(), st.datetimes()
)
CLASSES: dict[type, dict[str, Any]] = {
    **{cls: {"id": "a", "title": "A", "history": [Statement(status="planned")]} for cls in SHIPPED.values()},
    Statement: {"status": "planned"},
    Source: {"id": "s", "title": "S"},
    Citation: {"source": Source("s", "S")},
    Amount: {"number": 3},
    EventLog: {},
}
FIELDS = [(cls, field.name) for cls in CLASSES for field in attrs.fields(cls) if field.init]
"""Every field of every class that a program builds."""


def log_of(built: Any) -> EventLog:
    """The smallest log that holds a value."""
    if isinstance(built, EventLog):
        return built
    if isinstance(built, Event):
        return EventLog([built])
    if isinstance(built, Amount):
        return EventLog([SHIPPED["delivery"](**cast("Any", {**CLASSES[Event], "quantity": built}))])
    cited = Citation(built) if isinstance(built, Source) else built
    said = Statement(status="planned", source=cited) if isinstance(cited, Citation) else built
    return one(history=[said])


@pytest.mark.parametrize(("cls", "name"), FIELDS, ids=lambda part: part if isinstance(part, str) else part.__name__)
def test_a_hostile_value_of_any_field_is_refused_or_written_and_read_again(cls: type, name: str) -> None:
    for value in HOSTILE:
        refused_or_read_again(cls, name, value)


@settings(max_examples=200)
@given(st.sampled_from(FIELDS), ANYTHING)
def test_any_value_of_any_field_is_refused_or_written_and_read_again(field: tuple[type, str], value: object) -> None:
    refused_or_read_again(*field, value)


def refused_or_read_again(cls: type, name: str, value: object) -> None:
    try:
        log = log_of(cls(**CLASSES[cls] | {name: value}))
    except LaceventlogError as refusal:
        message, _, remedy = str(refusal).partition("\n  = ")
        assert (message.startswith(f"{cls.__name__}"), bool(remedy)) == (True, True)
        return
    assert loads(dumps(log)) == log
    assert loads(jsonl_text(log), "log.jsonl") == log
