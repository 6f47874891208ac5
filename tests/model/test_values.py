"""Values guard themselves: what an event file cannot say, Python cannot build; the error names class, field, value, remedy."""

from __future__ import annotations

import pickle
import typing
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal, localcontext
from typing import Any, cast

import attrs
import pytest

from laceventlog import (
    Amount,
    Citation,
    Delivery,
    Event,
    EventLog,
    FieldError,
    LaceventlogError,
    Meeting,
    Source,
    Statement,
    Status,
    UsageError,
    When,
    dumps,
    event_kind,
    load,
    loads,
    parse_text,
)  # fmt: skip
from laceventlog.model import KINDS, fields

PLANNED = Statement(status="planned", when="2025")
MINUTES = Source("minutes", "Minutes of the 12th session", published="2024-03-16")
EVENT: dict[str, Any] = {"id": "a", "title": "A", "history": [PLANNED]}


def event(**changed: Any) -> Event:
    return Event(**EVENT | changed)


def delivery(**changed: Any) -> Delivery:
    return Delivery(**EVENT | changed)


REFUSED: dict[str, tuple[Callable[[], object], str, str]] = {
    # how it is built: the code, and how the message begins
    "text for a list": (lambda: event(countries="CU"), "S003", "Event.countries: 'CU' is text; a list was expected\n  = write ['CU']"),
    "a set for a list": (lambda: event(tags={"a", "b"}), "S003", "Event.tags: a set has no order"),
    "None for a list": (lambda: event(parties=None), "S003", "Event.parties: None is not a list"),
    "a number in a list": (lambda: event(tags=[1]), "S003", "Event.tags: 1 is not text\n  = write '1'"),
    "a blank in a list": (lambda: event(tags=[" "]), "S010", "Event.tags: blank text"),
    "an unknown country": (lambda: event(countries=["XY"]), "S006", "Event.countries: unknown country 'XY'"),
    "a bad id": (lambda: event(id="Bad ID"), "S007", "Event.id: 'Bad ID' is not a usable id"),
    "no id": (lambda: event(id=""), "S010", "Event.id: blank text"),
    "too long an id": (lambda: event(id="a" * 81), "S007", "Event.id: 'aaa"),
    "a number for an id": (lambda: event(id=7), "S003", "Event.id: 7 is not text"),
    "no title": (lambda: event(title=" "), "S010", "Event.title: blank text"),
    "None for a title": (lambda: event(title=None), "S003", "Event.title: None is not text"),
    "half a character": (lambda: event(note="\ud800"), "S003", "Event.note: '\\ud800' holds half of a surrogate pair"),
    "a bad link": (lambda: event(after=["B b"]), "S007", "Event.after: 'B b' is not a usable id"),
    "no history": (lambda: event(history=[]), "S002", "Event.history: there is no statement"),
    "a statement alone": (lambda: event(history=PLANNED), "S003", "Event.history: Statement("),
    "text for a history": (lambda: event(history="planned"), "S003", "Event.history: 'planned' is text"),
    "a dict for a statement": (lambda: event(history=[{}]), "S003", "Event.history: {} is not a Statement"),
    "a word for a number": (lambda: Meeting(**EVENT, session=cast("Any", "twelve")), "S008", "Meeting.session: 'twelve' is not a whole number"),
    "True for a number": (lambda: Meeting(**EVENT, session=True), "S008", "Meeting.session: True is not a whole number"),
    "no amount": (lambda: delivery(quantity="many"), "S008", "Delivery.quantity: 'many' is not an amount"),
    "a float for an amount": (lambda: delivery(quantity=2.5), "S008", "Delivery.quantity: Amount.number: 2.5 is not an exact number"),
    "money without currency": (lambda: delivery(value=Amount(5, "buses")), "S008", "Delivery.value: '5 buses'"),
    "an unknown status": (lambda: Statement(status="planed"), "S005", "Statement.status: unknown status 'planed'\n  = did you mean 'planned'?"),
    "None for a status": (lambda: Statement(status=None), "S005", "Statement.status: None is not a status"),  # type: ignore[arg-type]
    "no date": (lambda: Statement(status="planned", when="soonish"), "D001", "Statement.when: 'soonish' is not a date"),
    "a number for a date": (lambda: Statement(status="planned", when=2025), "S003", "Statement.when: 2025 is not a date"),  # type: ignore[arg-type]
    "a clock time for a day": (
        lambda: Statement(status="planned", said=datetime(2025, 1, 1, 9, tzinfo=UTC)), "S003", "Statement.said: datetime.datetime(2025, 1, 1",
    ),
    "text for a source": (lambda: Statement(status="planned", source="minutes#4"), "S003", "Statement.source: 'minutes#4' is not a Citation"),  # type: ignore[arg-type]
    "text for a correction": (lambda: Statement(status="planned", correction="no"), "S003", "Statement.correction: 'no' is neither"),  # type: ignore[arg-type]
    "a number for a reason": (lambda: Statement(status="planned", reason=7), "S003", "Statement.reason: 7 is not text"),  # type: ignore[arg-type]
    "text for a cited source": (lambda: Citation("minutes"), "S003", "Citation.source: 'minutes' is not a Source"),  # type: ignore[arg-type]
    "a bad id of a source": (lambda: Source("The Minutes", "M"), "S007", "Source.id: 'The Minutes' is not a usable id"),
    "a source without title": (lambda: Source("m", ""), "S010", "Source.title: blank text"),
    "published soon": (lambda: Source("m", "M", published="soon"), "D001", "Source.published: 'soon' is not a date"),
    "not a number": (lambda: Amount(Decimal("NaN")), "S008", "Amount(NaN, '', '') cannot be written"),
    "infinity": (lambda: Amount(Decimal("-Infinity")), "S008", "Amount(-Infinity, '', '') cannot be written"),
    "too many digits": (lambda: Amount(10**30), "S008", "Amount(1000"),
    "a huge exponent": (lambda: Amount(Decimal("1e99999")), "S008", "Amount(1E+99999"),
    "a unit like a number": (lambda: Amount(3, "4 buses"), "S008", "Amount(3, '4 buses', '') cannot be written"),
    "a scale for a unit": (lambda: Amount(3, "million"), "S008", "Amount(3, 'million', '') cannot be written"),
    "an unknown bound": (lambda: Amount(3, "buses", "roughly"), "S008", "Amount.bound: 'roughly' is not a bound"),
    "an id twice": (lambda: EventLog([event(), event(title="B")]), "L001", "EventLog.events: two events have the id 'a'"),
    "a link to nothing": (lambda: EventLog([event(after=["gone"])]), "L002", "EventLog.events: 'a' links to 'gone' in 'after'"),
    "a link to itself": (lambda: EventLog([event(related=["a"])]), "L004", "EventLog.events: 'a' links to itself in 'related'"),
    "circular links": (
        lambda: EventLog([event(after=["b"]), event(id="b", after=["a"])]), "L005", "EventLog.events: circular 'after' links: a, b",
    ),
    "text for events": (lambda: EventLog("events"), "S003", "EventLog.events: 'events' is text"),  # type: ignore[arg-type]
    "an event alone": (lambda: EventLog(event()), "S003", "EventLog.events: Event("),  # type: ignore[arg-type]
    "a source under another id": (lambda: EventLog([], {"m": MINUTES}), "L003", "EventLog.sources: 'm' names the source 'minutes'"),
    "two sources with one id": (
        lambda: EventLog([event(history=[attrs.evolve(PLANNED, source=attrs.evolve(MINUTES, title="M"))])], [MINUTES]),
        "L003", "EventLog.sources: two sources have the id 'minutes'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_a_file_cannot_say_cannot_be_built(what: str) -> None:
    build, code, says = REFUSED[what]
    with pytest.raises(FieldError) as refusal:
        build()
    assert (refusal.value.code, str(refusal.value)[: len(says)]) == (code, says)
    assert refusal.value.hint
    again = pickle.loads(pickle.dumps(refusal.value))  # noqa: S301 - our own
    assert str(again) == str(refusal.value)


CONVERTED: list[tuple[object, object]] = [
    (event(countries=["cu", " RU "]).countries, ("CU", "RU")),
    (event(tags=(tag for tag in ("igc",))).tags, ("igc",)),
    (event(title="  A b \n").title, "A b"),
    (event(id=" a ").id, "a"),
    (delivery(quantity="300 buses").quantity, Amount(300, "buses")),
    (delivery(quantity=300).quantity, Amount(300)),
    (delivery(value="EUR 16.83 million").value, Amount(16_830_000, "EUR")),
    (Amount("1,500", "buses", "at most"), Amount(1500, "buses", "up to")),
    (Statement(status="held"), Statement(status=Status.COMPLETED)),
    (Statement(status=" Held ").word, "Held"),
    (Statement(status="held", word="took place").word, "took place"),
    (Statement(status=Status.PLANNED).word, ""),
    (PLANNED.when, When.parse("2025")),
    (str(Statement(status="planned", when="by the end of 2024").when), "by the end of 2024"),
    (Statement(status="planned", said=date(2024, 3, 16)).said, When.parse("2024-03-16")),
    (Statement(status="planned", source=MINUTES).source, Citation(MINUTES)),
    (Statement(status="planned", source=MINUTES).said, MINUTES.published),
    (Statement(status="planned", said="2023", source=MINUTES).said, When.parse("2023")),
    (EventLog([event()], [MINUTES]).sources, {"minutes": MINUTES}),
    (Source("m", "M", locator="").locator, "paragraph"),
]


@pytest.mark.parametrize(("made", "wanted"), CONVERTED, ids=[str(n) for n in range(len(CONVERTED))])
def test_what_a_file_can_say_is_converted(made: object, wanted: object) -> None:
    assert made == wanted


def test_when_is_made_of_notations_alone() -> None:
    with pytest.raises(UsageError, match=r"(?s)When.*does not make a date: write When\.parse"):
        When("garbage", None)
    with pytest.raises(UsageError, match=r"When.on: '2024' is not a date"):
        When.on("2024")  # type: ignore[arg-type]
    makers: list[Callable[[Any], When]] = [When.parse, When.from_edtf, When.unscheduled, When.parse("2024").worded]
    for make in makers:
        with pytest.raises(UsageError, match=r"When\.\w+: 5 is not text"):
            make(5)
    for text in ("2024-05", "by the end of 2024", "TBD", "2024-05-29T10:00-04:00[America/La_Paz]"):
        assert eval(repr(When.parse(text)), {"When": When}) == When.parse(text)  # noqa: S307 - our own


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ({"hemisphere": "east"}, "hemisphere is 'north' or 'south', not 'east'"),
        ({"century": "20"}, "century='20' is not the beginning of a year: write 20"),
        ({"century": 2000}, "century=2000 is not the beginning of a year: write 20"),
        ({"relative_to": "2024"}, "relative_to='2024' is not a date"),
        ({"relative_to": When.parse("2019/..")}, "relative_to needs a date with a first and a last day, not 2019/.."),
        ({"lang": 5}, "dates cannot be read in the language '5'"),
    ],
)
def test_an_option_of_a_date_is_refused(option: Any, says: str) -> None:
    with pytest.raises(LaceventlogError) as refusal:
        When.parse("summer 2024", **option)
    assert says in str(refusal.value)


def test_an_amount_is_exact_in_any_context() -> None:
    with localcontext() as context:
        context.prec = 3
        amount = Amount("16,830,001", "EUR")
        assert (str(amount), str(Amount("16,830,000", "EUR"))) == ("16,830,001 EUR", "16.83 million EUR")
        assert loads(dumps(EventLog([delivery(quantity=amount)])))["a"].facts()["quantity"] == amount


def test_a_kind_of_ones_own_is_guarded_and_has_to_be_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("laceventlog.model.event.KINDS", dict(KINDS))

    @event_kind("guarded-visit")
    @attrs.frozen(kw_only=True)
    class Visit(Event):
        hours: int | None = fields.integer("how long")
        term: When | None = fields.date("the term")

    assert Visit(**EVENT, hours=cast("Any", "8"), term=cast("Any", "2025")).hours == 8
    assert repr(Visit(**EVENT, hours=8)) == "Visit(id='a', title='A', state=planned 2025)"
    assert typing.get_type_hints(vars(Visit)["__init__"], {}, {})
    with pytest.raises(FieldError, match=r"Visit\.hours: 'long' is not a whole number"):
        Visit(**EVENT, hours=cast("Any", "long"))

    @attrs.frozen(kw_only=True)
    class Nameless(Visit):
        pass

    with pytest.raises(FieldError, match="Nameless is not a registered kind"):
        Nameless(**EVENT)


@pytest.mark.parametrize(
    ("name", "field", "says"),
    [
        ("reason", fields.text(), "Wrong.reason: every event or statement has a 'reason'"),
        ("when", fields.date(), "Wrong.when: every event or statement has a 'when'"),
        ("links", fields.links(), "Wrong.links: every event or statement has a 'links'"),
        (
            "host",
            attrs.field(default=""),
            "Wrong.host cannot be written in files: make it with laceventlog.model.fields",
        ),
    ],
)
def test_a_kind_that_files_could_not_state_is_refused(name: str, field: Any, says: str) -> None:
    wrong = attrs.frozen(kw_only=True)(type("Wrong", (Event,), {name: field, "__annotations__": {name: "object"}}))
    with pytest.raises(UsageError) as refusal:
        event_kind("wrong")(wrong)
    assert says in str(refusal.value)
    assert "wrong" not in KINDS


def test_a_kind_is_a_class_of_events() -> None:
    with pytest.raises(UsageError, match=r"<class 'int'> is not a kind of event: write class Visit\(Event\)"):
        event_kind("wrong")(cast("Any", int))


def test_a_log_read_with_problems_is_not_written() -> None:
    part, problems = parse_text(
        "events:\n"
        + "".join(
            f"- {{id: {one}, kind: event, title: T, status: planned, after: [{other}]}}\n"
            for one, other in ("ab", "ba", "cc")
        )
    )
    assert [problem.code for problem in problems] == ["L005", "L004"]
    with pytest.raises(FieldError, match="'c' links to itself in 'after'"):
        dumps(part)
    part, problems = parse_text(
        "sources: {s: {}}\nevents:\n- {id: a, kind: event, title: A, status: planned, source: s}\n"
    )
    assert problems
    with pytest.raises(FieldError, match=r"Source\.title: blank text"):
        dumps(part)


def test_a_part_of_a_log_is_written_without_the_links_that_lead_out_of_it(root: Any) -> None:
    log = load(root / "events")
    part = log.filter(kinds=["launch"])
    assert loads(dumps(log)) == log
    assert loads(dumps(part)).events == part.closed().events != part.events
