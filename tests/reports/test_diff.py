"""Two versions of a log: differences, their kinds and their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog import dumps, loads
from laceventlog.dates import When
from laceventlog.eventfile.load import load
from laceventlog.model import Citation, Delivery, Event, EventLog, Meeting, Source, Statement, Status
from laceventlog.reports import Change, ChangeKind, diff
from laceventlog.reports.comparison.diff import Heading
from laceventlog.reports.records import change_record
from laceventlog.views.text.log_diff import phrases, summary

HEAD = "sources:\n  a: {title: A, published: 2024-01-10}\n  b: {title: B, published: 2024-06-10}\nevents:\n"
OPENED = "{id: x, kind: launch, title: X, countries: [CU, RU], "
PLAN = "{status: planned, when: Q3 2024, source: a#1}"


def told(old: str, new: str) -> list[tuple[str, list[str]]]:
    """The differences between two lists of events: heading and words of each."""
    return [(str(change.heading), list(phrases(change))) for change in diff(loads(HEAD + old), loads(HEAD + new))]


def history(*statements: str, facts: str = "") -> str:
    return f"  - {OPENED}{facts}history: [{', '.join(statements)}]}}\n"


# -- one event: old statements, new statements, what is told
SAID = "said 10 Jun 2024, B"
TABLE = [
    ([PLAN], [PLAN], []),
    # a statement more
    (
        [PLAN], [PLAN, "{status: planned, when: Q4 2024, source: b, reason: parts are late}"],
        [("set back", ["date moved from Q3 2024 to Q4 2024 (1–183 days later)", SAID, "parts are late"])],
    ),
    (
        [PLAN], [PLAN, "{status: planned, when: Q2 2024, source: b}"],
        [("moved", ["date moved from Q3 2024 to Q2 2024 (1–182 days earlier)", SAID])],
    ),
    ([PLAN], [PLAN, "{status: postponed, source: b}"],
     [("set back", ["status planned → postponed", "no date stated now, was Q3 2024", SAID])]),
    ([PLAN], [PLAN, "{status: planned, when: TBD, source: b}"],
     [("set back", ["no date stated now, was Q3 2024", SAID])]),
    ([PLAN], [PLAN, "{status: cancelled, source: b}"], [("set back", ["status planned → cancelled", SAID])]),
    ([PLAN], [PLAN, "{status: not held, source: b}"], [("set back", ["status planned → missed", SAID])]),
    ([PLAN], [PLAN, "{status: underway, source: b}"], [("moved", ["status planned → underway", SAID])]),
    (
        [PLAN], [PLAN, "{status: launched, when: 7 November 2024, source: b, quote: at last}"],
        [("completed", ["status planned → completed", "date moved from Q3 2024 to 7 November 2024 (38–129 days later)",
                        SAID, "“at last”"])],
    ),
    ([PLAN], [PLAN, "{status: scheduled, when: third quarter of 2024, source: b}"],
     [("repeated", ["scheduled, third quarter of 2024", SAID])]),
    ([PLAN], [PLAN, "{status: planned, when: 2024, source: b}"],
     [("moved", ["date widened from Q3 2024 to 2024", SAID])]),
    ([PLAN], [PLAN, "{status: planned, when: 2026, source: b, correction: true}"],
     [("corrected", ["date corrected from Q3 2024 to 2026", SAID])]),
    # several at once, each on its own
    (
        [PLAN], [PLAN, "{status: postponed, source: b}", "{status: planned, when: 2025, said: 2024-07}"],
        [("set back", ["status planned → postponed", "no date stated now, was Q3 2024", SAID]),
         ("moved", ["status postponed → planned", "date set: 2025", "said Jul 2024"])],
    ),
    # what is completed already is not completed again, nor is what is postponed already set back by a vaguer date
    (
        ["{status: launched, when: 5 November 2024, source: a}"], ["{status: launched, when: 5 November 2024, source: a}", "{status: launched, when: 7 November 2024, source: b}"],
        [("moved", ["date moved from 5 November 2024 to 7 November 2024 (2 days later)", SAID])],
    ),
    (
        ["{status: postponed, when: Q3 2024, source: a}"], ["{status: postponed, when: Q3 2024, source: a}", "{status: postponed, when: 2024, source: b}"],
        [("moved", ["date widened from Q3 2024 to 2024", SAID])],
    ),
    # said before what the log already held: nothing in force moves
    (
        [PLAN], [PLAN, "{status: proposed, when: 2023, said: 2023-01-01}"],
        [("repeated", ["proposed, 2023", "entered late: the log already had a later statement", "said 1 Jan 2023"])],
    ),
    # the record itself was changed
    (
        [PLAN], ["{status: planned, when: Q4 2024, source: a#1}"],
        [("rewritten", ["the record was changed: “said 10 Jan 2024: planned, Q3 2024” now reads differently",
                        "in force: date moved from Q3 2024 to Q4 2024 (1–183 days later)"])],
    ),
    (
        [PLAN], ["{status: planned, when: Q3 2024, source: a#1, quote: soon, correction: true}"],
        [("rewritten", ["the record was changed: “said 10 Jan 2024: planned, Q3 2024” now reads differently",
                        "quote added: soon", "correction: no → yes"])],
    ),
    (
        [PLAN], ["{status: planned, when: Q3 2024, source: a#2, said: 2024-01-09}"],
        [("rewritten", ["the record was changed: “said 10 Jan 2024: planned, Q3 2024” now reads differently",
                        "said: 2024-01-10 → 2024-01-09", "source: a#1 → a#2"])],
    ),
    (  # one is gone, and another was said
        [PLAN], ["{status: launched, when: 7 November 2024, source: b}"],
        [("completed", ["status planned → completed", "date moved from Q3 2024 to 7 November 2024 (38–129 days later)", SAID]),
         ("rewritten", ["the record was changed: “said 10 Jan 2024: planned, Q3 2024” was removed"])],
    ),
    (
        [PLAN, "{status: cancelled, source: b}"], [PLAN],
        [("rewritten", ["the record was changed: “said 10 Jun 2024: cancelled” was removed",
                        "in force: status cancelled → planned"])],
    ),
    (  # an older statement was edited, which moves nothing now
        [PLAN, "{status: planned, when: 2026, source: b}"],
        ["{status: planned, when: Q2 2024, source: a#1}", "{status: planned, when: 2026, source: b}"],
        [("rewritten", ["the record was changed: “said 10 Jan 2024: planned, Q3 2024” now reads differently",
                        "when: Q3 2024 → Q2 2024"])],
    ),
    (  # edited and appended
        [PLAN], ["{status: planned, when: Q2 2024, source: a#1}", "{status: cancelled, source: b}"],
        [("set back", ["status planned → cancelled", SAID]),
         ("rewritten", ["the record was changed: “said 10 Jan 2024: planned, Q3 2024” now reads differently",
                        "in force: date moved from Q3 2024 to Q2 2024 (1–182 days earlier)"])],
    ),
    (  # of what was said on one day the last counts: here the order in the file tells
        ["{status: planned, said: 2024-01-01}", "{status: underway, said: 2024-01-01}"],
        ["{status: underway, said: 2024-01-01}", "{status: planned, said: 2024-01-01}"],
        [("rewritten", ["the order of the statements was changed", "in force: status underway → planned"])],
    ),
    (  # no date survives the statement that stated it
        [PLAN], ["{status: underway, source: b}"],
        [("set back", ["status planned → underway", "no date stated now, was Q3 2024", SAID]),
         ("rewritten", ["the record was changed: “said 10 Jan 2024: planned, Q3 2024” was removed"])],
    ),
    (  # a new statement that stands above an old one of the same day
        ["{status: underway, said: 2024-01-01}"],
        ["{status: planned, said: 2024-01-01}", "{status: underway, said: 2024-01-01}"],
        [("repeated", ["planned", "entered late: the log already had a later statement", "said 1 Jan 2024"])],
    ),
    (  # two edits in one place are paired by what they say
        ["{status: planned, when: 2024, source: a}", "{status: planned, when: 2025, source: a}"],
        ["{status: planned, when: 2027, source: a}", "{status: planned, when: 2026, source: a}"],
        [("rewritten", ["the record was changed: “said 10 Jan 2024: planned, 2024” now reads differently", "when: 2024 → 2026",
                        "the record was changed: “said 10 Jan 2024: planned, 2025” now reads differently", "when: 2025 → 2027",
                        "in force: date moved from 2025 to 2026 (1–729 days later)"])],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "wanted"), TABLE)
def test_what_is_told_of_one_event(old: list[str], new: list[str], wanted: list[tuple[str, list[str]]]) -> None:
    assert told(history(*old), history(*new)) == wanted


# -- facts, ids, sources


def flat(id_: str = "x", kind: str = "launch", facts: str = "") -> str:
    return f"  - {{id: {id_}, kind: {kind}, title: X, {facts}status: planned, when: Q3 2024, source: a#1}}\n"


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("", flat(), [("added", ["planned, Q3 2024", "said 10 Jan 2024, A, paragraph 1"])]),
        (flat(), "", [("dropped", ["planned, Q3 2024", "said 10 Jan 2024, A, paragraph 1"])]),
        (
            "", history(PLAN, "{status: cancelled, said: 2025}"),
            [("added", ["cancelled, Q3 2024", "2 statements", "said 2025"])],
        ),
        (flat("x"), flat("y"), [("renamed", ["was [x]"])]),
        # not certain: two that are gone, or two that are new, look the same
        (flat("x") + flat("y"), flat("z"), [
            ("added", ["planned, Q3 2024", "said 10 Jan 2024, A, paragraph 1"]),
            *[("dropped", ["planned, Q3 2024", "said 10 Jan 2024, A, paragraph 1"])] * 2,
        ]),
        (flat("x"), flat("y") + flat("z"), [
            *[("added", ["planned, Q3 2024", "said 10 Jan 2024, A, paragraph 1"])] * 2,
            ("dropped", ["planned, Q3 2024", "said 10 Jan 2024, A, paragraph 1"]),
        ]),
        (flat("x"), flat("y", facts="place: Havana, "), [
            ("added", ["planned, Q3 2024", "said 10 Jan 2024, A, paragraph 1"]),
            ("dropped", ["planned, Q3 2024", "said 10 Jan 2024, A, paragraph 1"]),
        ]),
        # who links to what was renamed has not changed; a link can make a second rename certain
        (flat("x") + flat("z", facts="part_of: [x], "), flat("y") + flat("z", facts="part_of: [y], "),
         [("renamed", ["was [x]"])]),
        (flat("x") + flat("z", facts="part_of: [x], "), flat("y") + flat("w", facts="part_of: [y], "),
         [("renamed", ["was [z]"]), ("renamed", ["was [x]"])]),
        (flat(facts="countries: [CU, RU], "), flat(facts="countries: [RU, CU], "), []),
        (flat(facts="countries: [CU, RU], "), flat(facts="countries: [RU, VE, NI], "),
         [("facts", ["countries: VE, NI added, CU dropped"])]),
        (flat(facts="tags: [a], "), flat(), [("facts", ["tags: a dropped"])]),
        (flat(), flat(facts="place: Havana, "), [("facts", ["place added: Havana"])]),
        (flat(facts="place: Havana, "), flat(facts="place: Mariel, "), [("facts", ["place: Havana → Mariel"])]),
        (flat(facts="place: Havana, "), flat(), [("facts", ["place dropped: Havana"])]),
        (flat(kind="delivery", facts="quantity: 300 buses, "), flat(kind="delivery", facts="quantity: 200 buses, "),
         [("facts", ["quantity: 300 buses → 200 buses"])]),
        (flat(kind="delivery", facts="quantity: 1.5 thousand t, "), flat(kind="delivery", facts="quantity: '1,500 t', "), []),
        (flat(kind="meeting", facts="session: 0, "), flat(kind="meeting"), [("facts", ["session dropped: 0"])]),
        (flat(kind="agreement", facts="term: 2023/2030, "), flat(kind="agreement", facts="term: by 2030, "),
         [("facts", ["term: 2023/2030 → “by 2030”"])]),
        (flat(kind="launch", facts="product: insulin, "), flat(kind="meeting", facts="body: EISA, "),
         [("facts", ["kind: launch → meeting", "body added: EISA", "product dropped: insulin"])]),
    ],
)  # fmt: skip
def test_what_is_told_of_facts_and_ids(old: str, new: str, wanted: list[tuple[str, list[str]]]) -> None:
    old, new = (text or "  []\n" for text in (old, new))
    assert told(old, new) == wanted


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("b: {title: B}", "b: {title: C}", [("source changed", ["title: B → C"])]),
        ("b: {title: B, url: 'https://x.example'}", "b: {title: B}", [("source changed", ["url dropped: https://x.example"])]),
        ("b: {title: B}", "", [("source dropped", ["source dropped"])]),
        ("", "b: {title: B}", [("source added", ["source added"])]),
        # an id of a source changes: nothing that cites it was rewritten
        ("a: {title: A, published: 2024}", "aa: {title: A, published: 2024}", [("source renamed", ["was [a]"])]),
        # nor where another day of publication is stated, which moves what it said
        ("a: {title: A, published: 2024}", "a: {title: A, published: 2025}", [("source changed", ["published: 2024 → 2025"])]),
    ],
)  # fmt: skip
def test_what_is_told_of_sources(old: str, new: str, wanted: list[tuple[str, list[str]]]) -> None:
    def log(sources: str) -> EventLog:
        cited = f", source: {sources.split(':', maxsplit=1)[0]}" if sources.startswith("a") else ""
        return loads(f"sources: {{{sources}}}\nevents:\n  - {{id: x, kind: event, title: X, status: planned{cited}}}\n")

    found = diff(log(old), log(new))
    assert [(str(change.kind), list(phrases(change))) for change in found] == wanted
    assert {change.heading for change in found} == {Heading.SOURCES}


def test_what_was_published_later_may_overtake_another_statement() -> None:
    event = "events:\n  - {id: x, kind: event, title: X, history: [{status: planned, source: a}, {status: cancelled, source: b}]}"
    old = loads("sources: {a: {title: A, published: 2024-01}, b: {title: B, published: 2024-02}}\n" + event)
    new = loads("sources: {a: {title: A, published: 2024-03}, b: {title: B, published: 2024-02}}\n" + event)
    assert [(str(c.kind), list(phrases(c))) for c in diff(old, new)] == [
        ("rewritten", ["the order of the statements was changed", "in force: status cancelled → planned"]),
        ("source changed", ["published: 2024-01 → 2024-03"]),
    ]


# -- order and records


def test_most_important_first() -> None:
    later = [f"  - {{id: x{n}, kind: event, title: T{n}, history: [{PLAN}, {{status: planned, when: {when}, source: b}}]}}\n"
             for n, when in enumerate(("Q4 2024", "2030", "Q1 2024"))]  # fmt: skip
    ended = f"  - {{id: z, kind: event, title: Z, history: [{PLAN}, {{status: cancelled, source: b}}]}}\n"
    done = f"  - {{id: d, kind: event, title: D, history: [{PLAN}, {{status: done, source: b}}]}}\n"
    old = "".join(f"  - {{id: {key}, kind: event, title: {key.upper().replace('X', 'T')}, history: [{PLAN}]}}\n"
                  for key in ("x0", "x1", "x2", "z", "d"))  # fmt: skip
    changes = diff(loads(HEAD + old), loads(HEAD + done + "".join(later) + ended + flat("new")))
    assert [(str(c.heading), c.subject.id) for c in changes] == [
        ("set back", "z"), ("set back", "x1"), ("set back", "x0"), ("completed", "d"), ("moved", "x2"), ("added", "new"),
    ]  # fmt: skip
    assert summary(changes) == "6 changes: 3 set back, 1 completed, 1 moved, 1 added"


def test_records_for_machines() -> None:
    old = history(PLAN, facts="place: Havana, ")
    new = history("{status: planned, when: Q4 2024, source: a#1}", "{status: done, source: b}") + flat(
        "y", "delivery", "quantity: 3 t, "
    )
    done, rewritten, added, fact = map(change_record, diff(loads(HEAD + old), loads(HEAD + new)))
    assert (done["change"], done["heading"], done["of"], done["id"], done["old_id"], done["title"]) == (
        "revised", "completed", "event", "x", "x", "X",
    )  # fmt: skip
    assert (done["statement"]["status"], done["statement"]["source"], done["shift"]["status_before"]) == (
        "completed",
        "b",
        "planned",
    )
    assert (rewritten["statement"], rewritten["shift"]["days_moved"], rewritten["rewritten"][0]["fields"]) == (
        None, [1, 183], [{"field": "when", "old": "2024-35", "new": "2024-36"}],
    )  # fmt: skip
    edit = rewritten["rewritten"][0]
    assert (edit["old"]["when"], edit["new"]["when"]) == ("2024-35", "2024-36")
    assert (added["old_id"], added["shift"]["when_before"], added["shift"]["when_after"]) == (None, None, "2024-35")
    assert (fact["shift"], fact["fields"]) == (None, [{"field": "place", "old": "Havana", "new": None}])
    old, new = HEAD + history(PLAN, "{status: done, source: b}"), HEAD + history(PLAN)
    (dropped,) = map(change_record, diff(loads(old), loads(new)))
    assert dropped["rewritten"][0]["new"] is None


def test_records_hold_lists_numbers_and_amounts() -> None:
    log = [EventLog.trusted([Delivery(id="x", title="X", countries=c, history=[Statement(status=Status.PLANNED, correction=n)])])
           for c, n in ((("CU",), False), ((), True))]  # fmt: skip
    rewritten, facts = map(change_record, diff(*log))
    assert facts["fields"] == [{"field": "countries", "old": ["CU"], "new": None}]
    assert rewritten["rewritten"][0]["fields"] == [{"field": "correction", "old": False, "new": True}]
    meetings = [
        EventLog.trusted([Meeting(id="x", title="X", session=n, history=[Statement(status=Status.PLANNED)])])
        for n in (3, 4)
    ]
    (session,) = map(change_record, diff(*meetings))
    assert session["fields"] == [{"field": "session", "old": 3, "new": 4}]
    sources = [EventLog([], {"s": Source("s", "S", published=When.parse(when))}) for when in ("by 2024", "2025")]
    (changed,) = map(change_record, diff(*sources))
    assert (changed["of"], changed["shift"], changed["fields"][0]["old"]) == ("source", None, "[..2024-12-31]")


# -- laws

SOURCES = {
    key: Source(key, title, published=When.parse("2024-02")) for key, title in (("a", "A"), ("b", "B"), ("c", "B"))
}
DAYS = ["", "2024-01-01", "2024-01", "2024-06-01", "[2024-05-08..2024-07-31]", "TBD"]
DATES = [
    "",
    "2024",
    "Q3 2024",
    "by the end of 2024",
    "2024-11-07",
    "2025",
    "2023/2030",
    "2019/..",
    "TBD",
    "not before 2028",
]


def statement(status: Status, when: str, said: str, source: str, reason: str, correction: bool) -> Statement:
    cited = Citation(SOURCES[source], "1") if source else None
    told_ = When.parse(said) if said else cited.source.published if cited else None
    return Statement(status=status, when=When.parse(when) if when else None, said=told_, source=cited, reason=reason,
                     correction=correction)  # fmt: skip


statements = st.builds(
    statement, st.sampled_from(Status), st.sampled_from(DATES), st.sampled_from(DAYS), st.sampled_from(["", "a", "b"]),
    st.sampled_from(["", "r"]), st.booleans(),
)  # fmt: skip
IDS = ["p", "q", "r", "s"]
bodies = st.fixed_dictionaries(
    {"title": st.sampled_from(["T", "U"]), "history": st.lists(statements, min_size=1, max_size=4).map(tuple)},
    optional={
        "countries": st.permutations(["CU", "RU"]).map(tuple), "place": st.just("Havana"),
        "related": st.lists(st.sampled_from(IDS), max_size=2, unique=True).map(tuple),
    },
)  # fmt: skip


def made(found: dict[str, dict[str, Any]], sources: Sequence[str]) -> EventLog:
    """A log that declares what it cites, and some sources more."""
    events = [Event(id=key, **body) for key, body in found.items()]
    cited = {said.source.source.id for event in events for said in event.history if said.source}
    return EventLog.trusted(events, {key: SOURCES[key] for key in sorted({*sources, *cited})})


logs = st.builds(made, st.dictionaries(st.sampled_from(IDS), bodies), st.sets(st.sampled_from("abc")).map(sorted))


def kinds(changes: Sequence[Change]) -> Counter[ChangeKind]:
    return Counter(change.kind for change in changes)


def appended(changes: Sequence[Change]) -> list[tuple[str, Statement]]:
    return [(change.subject.id, change.statement) for change in changes if change.statement]


def removed(changes: Sequence[Change]) -> list[tuple[str, Statement]]:
    return [(c.was.id, edit.old) for c in changes if c.was for edit in c.edits if edit.new is None]


@given(logs)
def test_law_a_log_does_not_differ_from_itself(log: EventLog) -> None:
    assert diff(log, log) == []


@given(logs, st.randoms(use_true_random=False))
def test_law_the_order_of_events_sources_and_lists_is_no_difference(log: EventLog, random: Any) -> None:
    events = [attrs.evolve(event, countries=event.countries[::-1], related=event.related[::-1]) for event in log]
    random.shuffle(events)
    assert diff(log, EventLog.trusted(events, dict(reversed(list(log.sources.items()))))) == []


@given(logs, st.randoms(use_true_random=False))
def test_law_the_order_of_statements_is_told_only_where_it_decides(log: EventLog, random: Any) -> None:
    events = [attrs.evolve(event, history=random.sample(event.history, len(event.history))) for event in log]
    mixed = EventLog.trusted(events, log.sources)
    decided = {e.id for e in log if (e.status, e.when) != (mixed[e.id].status, mixed[e.id].when)}
    found = diff(log, mixed)
    assert {change.subject.id for change in found} == decided
    assert all(change.kind is ChangeKind.REWRITTEN and not change.edits for change in found)


@given(logs, logs)
def test_law_added_and_dropped_mirror_each_other(old: EventLog, new: EventLog) -> None:
    there, back = diff(old, new), diff(new, old)
    one, other = kinds(there), kinds(back)
    for kind, mirrored in [
        (ChangeKind.ADDED, ChangeKind.DROPPED), (ChangeKind.SOURCE_ADDED, ChangeKind.SOURCE_DROPPED),
        (ChangeKind.RENAMED, ChangeKind.RENAMED), (ChangeKind.SOURCE_RENAMED, ChangeKind.SOURCE_RENAMED),
        (ChangeKind.FACTS, ChangeKind.FACTS),
    ]:  # fmt: skip
        assert (one[kind], other[kind]) == (other[mirrored], one[mirrored])
    assert Counter(appended(there)) == Counter(removed(back))
    assert bool(there) == bool(back)


@given(logs, st.data())
def test_law_every_statement_appended_is_told_exactly_once(log: EventLog, data: st.DataObject) -> None:
    more = {event.id: data.draw(st.lists(statements, max_size=3)) for event in log}
    grown = EventLog.trusted([attrs.evolve(e, history=(*e.history, *more[e.id])) for e in log], log.sources)
    found = diff(log, grown)
    assert Counter(appended(found)) == Counter((key, each) for key, new in more.items() for each in new)
    others = kinds(found)
    assert others.pop(ChangeKind.SOURCE_ADDED, 0) == len(grown.sources) - len(log.sources)
    assert set(others) <= {ChangeKind.REVISED, ChangeKind.CORRECTED, ChangeKind.REPEATED}


@given(logs, st.data())
def test_law_shifts_lead_from_what_stood_to_what_stands(log: EventLog, data: st.DataObject) -> None:
    for event in log:
        more = data.draw(st.lists(statements, min_size=1, max_size=3))
        grown = attrs.evolve(event, history=(*event.history, *more))
        found = diff(EventLog.trusted([event]), EventLog.trusted([grown]))
        changes = [change.state_change for change in found if change.state_change]
        before, after = (event.status, event.when), (grown.status, grown.when)
        assert before in [(c.before.status, c.before.when) for c in changes if c.before]
        assert after in [(c.after.status, c.after.when) for c in changes]


@given(logs, logs)
def test_law_every_change_has_its_words_and_its_record(old: EventLog, new: EventLog) -> None:
    changes = diff(old, new)
    assert all(list(phrases(change)) for change in changes)
    assert [record["id"] for record in map(change_record, changes)] == [change.subject.id for change in changes]
    assert [change.sort_key for change in changes] == sorted(change.sort_key for change in changes)


# -- files


def test_where_events_stand_is_no_difference(root: Path, tmp_path: Path) -> None:
    real = load(root / "events")
    one = tmp_path / "one.yaml"
    one.write_text("# a comment\n" + dumps(EventLog.trusted(tuple(real)[::-1], real.sources)), "utf-8")
    assert diff(real, load(one)) == []
