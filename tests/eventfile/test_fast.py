"""The fast path: what it reads, the full parse reads as the same log; every problem is left to the full parse."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from laceventlog.errors import LoadError
from laceventlog.eventfile import jsonl_fast
from laceventlog.eventfile.field_reader import FieldReader
from laceventlog.eventfile.load import load
from laceventlog.eventfile.nodes import NeedsFullParse
from laceventlog.eventfile.parse import parse, parse_text
from laceventlog.eventfile.serialize import dumps, jsonl_text
from laceventlog.eventfile.yaml import fast as yaml_fast
from laceventlog.model import KINDS, Event, EventLog, Statement, event_kind
from laceventlog.model.values import Fact

ROOT = Path(__file__).parents[2]
SOUND = [*sorted((ROOT / "events").glob("*.yaml")), ROOT / "examples" / "histories.yaml"]
GALLERY = sorted(path for path in (ROOT / "tests" / "errors").iterdir() if path.suffix in (".yaml", ".jsonl"))

YAML = """\
sources:
  gazette: {title: Official gazette, published: 2024-05, url: "https://example.org/a#b"}
events:
  - id: buses
    kind: Delivery
    title: 'Forty: buses'
    countries: [NI, RU]
    quantity: 40 buses
    part_of: [fleet]
    history:
      - {said: 2024-03, status: scheduled, when: by the end of 2024, source: gazette#2}
      - said: 2025-01-10
        status: delivered
        when: 2025-01-07
        correction: true
  - {id: fleet, kind: programme, title: Fleet, status: underway, when: since 2019, source: "gazette# 7 "}
"""
LINES = """\
{"sources": {"gazette": {"title": "Official gazette", "published": "2024-05"}}}
{"id": "buses", "kind": "Delivery", "title": " Forty\\u00a0buses \\ud83d\\ude8c ", "countries": ["NI", "RU"], "quantity": 40, "note": null,
"""
LINES = LINES.rstrip("\n") + (
    ' "part_of": ["fleet"], "history": [{"status": "planned", "when": "Q3 2024", "source": "gazette", "correction": false}]}\n'
    "\n"
    '{"id": "fleet", "kind": "programme", "title": "Fleet", "status": "underway", "when": "since 2019", "source": "gazette#7"}\n'
)


def quickly(text: str, path: str) -> EventLog:
    reader, lines = FieldReader(), text.replace("\r\n", "\n").split("\n")
    is_lines = path.endswith(".jsonl")
    return reader.stream(jsonl_fast.parts(path, lines, reader) if is_lines else yaml_fast.parts(path, text, reader))


def same(one: EventLog, other: EventLog, *, lines: bool) -> bool:
    """Whether two logs are equal, and so are the places of all that was read; `lines`: with their text."""

    def places(log: EventLog) -> Iterator[tuple[object, ...]]:
        read: Iterator[Event | Statement] = chain.from_iterable((event, *event.history) for event in log)
        for origin in (thing.origin for thing in read):
            yield (origin and (origin.path, origin.line, origin.column, origin.source if lines else ""),)

    def words(log: EventLog) -> list[str]:
        return [said.word for event in log for said in event.history]

    assert one == other
    assert list(one.sources.items()) == list(other.sources.items())
    assert words(one) == words(other)
    return list(places(one)) == list(places(other))


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.name)
def test_sound_files_are_read_alike(path: Path) -> None:
    text = path.read_text("utf-8")
    sources = "" if "sources:" in text else (ROOT / "events" / "sources.yaml").read_text("utf-8")
    known = {event.id for event in load(ROOT / "events")}
    whole = sources + text
    exact, problems = parse_text(whole, str(path))
    if problems:  # it points to what stands in another file
        assert {problem.code for problem in problems} <= {"L002"}
        assert known
        with pytest.raises(NeedsFullParse):
            quickly(whole, str(path))
    else:
        assert same(quickly(whole, str(path)), exact, lines=True)


def test_a_folder_is_read_alike() -> None:
    exact, problems = parse(ROOT / "events")
    assert problems == []
    assert same(load(ROOT / "events"), exact, lines=True)


@pytest.mark.parametrize(("text", "path"), [(YAML, "a.yaml"), (LINES, "a.jsonl")], ids=["yaml", "jsonl"])
def test_every_form_of_a_value_is_read_alike(text: str, path: str) -> None:
    exact, problems = parse_text(text, path)
    assert problems == []
    assert same(quickly(text, path), exact, lines=path == "a.yaml")
    assert len(exact) == 2


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.name)
def test_whatever_is_wrong_is_left_to_the_other(path: Path) -> None:
    _, problems = parse(path)
    if any(not problem.is_warning for problem in problems):
        with pytest.raises(LoadError):
            load(path)
    else:
        assert same(load(path), parse(path)[0], lines=path.suffix == ".yaml")


ODD = [
    "", " ", "[]", "a", "null", "events:", "events: {}", "events: []\nid: x", "a: 1", "sources: []\n", "? [a]\n: b",
    "events: [1]", "events: [[]]", "events: [{id: x}]", "events: [{kind: event}]", "events: [{kind: [event]}]",
    "events: [{id: x, kind: event, title: X, status: planned, history: [{status: planned}]}]",
    "events: [{id: x, kind: event, title: X, history: []}]", "events: [{id: x, kind: event, title: X, history: [x]}]",
    "events: [{id: x, kind: event, title: X, history: [{state: planned}]}]",
    "events: [{id: x, kind: event, title: X, status: planned, tags: [[a]]}]",
    "events: [{id: x, kind: event, title: X, status: planned, tags: a}]",
    "events: [{id: x, kind: event, title: X, status: planned, note: [a]}]",
    "events: [{id: x, kind: event, title: X, status: planned, correction: maybe}]",
    "events: [{id: x, kind: event, title: X, status: planned, source: nobody}]",
    "events: [{id: x, kind: event, title: X, status: planned, after: [x]}]",
    "events: [{id: x, kind: event, title: X, status: planned, after: [y]}]",
    "events: [{id: x, kind: event, title: X, status: planned}, {id: x, kind: event, title: Y, status: planned}]",
    "events: [{id: x, kind: event, title: X, status: planned, after: [y]}, {id: y, kind: event, title: Y, status: planned, after: [x]}]",
    "events: [{id: x, kind: event, status: planned}]", "events: [{title: X, kind: event, status: planned}]",
    "events: [{kind: event, title: X, history: [{status: planned}]}]", "events: [{id: x, title: X, status: planned}]",
    "events: [{id: x, kind: event, title: X, status: planned, when: soon}]", "events: &a []", "events: !!seq []", "--- {}\n--- {}",
    "sources: {a: {title: A}}\nevents: [*a]", "sources: {a: {name: A}}", "sources: {a: {title: A, colour: red}}", "sources: {A: {title: A}}",
    "events: [" * 20 + "]" * 20, "events: [\x01]", "a: 1\na: 2", "sources: {a: {title: A, published: soon}}",
]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_what_is_no_plain_event_file_is_refused(text: str) -> None:
    assert parse_text(text, "a.yaml")[1] or not parse_text(text, "a.yaml")[0].events
    with pytest.raises(NeedsFullParse):
        quickly(text, "a.yaml")


ODD_LINES = [
    "{", "[]", "1", "null", '"x"', "{}", '{"events": []}', '{"sources": {}, "id": "x"}', '{"sources": null}', "NaN", '{"a": Infinity}',
    '{"id": "x", "kind": "event", "status": "planned"}', '{"title": "X", "kind": "event", "status": "planned"}', '{"id": "x", "title": "X", "status": "planned"}',
    '{"id": "x", "id": "y"}', '{"id": "x", "kind": "event", "title": "\\ud800", "status": "planned"}', "[" * 100_000,
    '{"id": "x", "kind": "event", "title": "X", "status": true}', '{"id": "x", "kind": "event", "title": "X", "status": "planned", "tags": [null]}',
]  # fmt: skip


@pytest.mark.parametrize("text", ODD_LINES, ids=lambda text: text[:40])
def test_a_line_that_is_no_plain_event_is_refused(text: str) -> None:
    assert parse_text(text, "a.jsonl")[1]
    with pytest.raises(NeedsFullParse):
        quickly(text, "a.jsonl")


blanks = st.sampled_from(["", "", " ", "\t "])
words = st.sampled_from(["a", "b", "a:", "{", "null", "é", '\\"', "\\u0061", "\\ud83d", "\\/", ""]).map('"{}"'.format)


def bracketed(parts: list[str], brackets: str) -> str:
    return brackets[0] + ",".join(parts) + brackets[1]


def entries(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """An object, perhaps with a key twice."""
    entry = st.tuples(words, blanks, blanks, values).map(lambda parts: "{}{}:{}{}".format(*parts))
    return st.lists(entry, max_size=4).map(lambda parts: bracketed(parts, "{}"))


trees = st.recursive(
    words | st.sampled_from(["1", "-2.5", "true", "null", "NaN"]),
    lambda values: entries(values) | st.lists(values, max_size=3).map(lambda parts: bracketed(parts, "[]")),
    max_leaves=8,
)


@settings(max_examples=400)
@given(st.tuples(blanks, entries(trees) | trees, st.sampled_from(["", "\n", "\r\n", " {", "\x85", "}"])).map("".join))
@example('{"a" :1,"a":2}')
@example('{"a:":1,"b":2}')
@example("true {")
@example('":{"')
def test_a_line_seen_at_a_glance_is_the_line_read_pair_by_pair(line: str) -> None:
    def read(way: Callable[[str], object]) -> object:
        try:
            return way(line)
        except NeedsFullParse:
            return NeedsFullParse

    assert read(jsonl_fast._plain) == read(jsonl_fast._checked)


@pytest.mark.parametrize(
    "left_out", [{"id"}, {"title"}, {"kind"}, {"status"}, {"id", "title"}, {"kind", "status"}, set()]
)
@pytest.mark.parametrize("ending", ["yaml", "jsonl"])
def test_a_field_that_every_event_has_is_missed_without_a_traceback(
    tmp_path: Path, left_out: set[str], ending: str
) -> None:
    whole = {"id": "x", "kind": "launch", "title": "X", "status": "planned", "when": "2024"}
    event = json.dumps({name: value for name, value in whole.items() if name not in left_out})
    path = tmp_path / f"a.{ending}"
    path.write_text(event + "\n" if ending == "jsonl" else f"events: [{event}]\n")
    if left_out:
        with pytest.raises(LoadError) as refusal:
            load(path)
        assert len(refusal.value.problems) == len(left_out)
    else:
        assert [found.id for found in load(path)] == ["x"]


edits = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 3), st.sampled_from([*"[]{},:-#'\" \n\t", "a", "é", "2024", "id: ", "null"])),
    min_size=1, max_size=3,
)  # fmt: skip


def mutated(text: str, changes: list[tuple[float, int, str]]) -> str:
    for place, length, new in changes:
        at = int(place * len(text))
        text = text[:at] + new + text[at + length :]
    return text


@given(st.sampled_from([(YAML, "a.yaml"), (LINES, "a.jsonl")]), edits)
def test_any_change_is_read_alike_or_left(file: tuple[str, str], changes: list[tuple[float, int, str]]) -> None:
    text, path = mutated(file[0], changes), file[1]
    exact, problems = parse_text(text, path)
    try:
        found = quickly(text, path)
    except NeedsFullParse:
        return
    assert problems == []
    assert same(found, exact, lines=path == "a.yaml")


FIELDS = st.fixed_dictionaries({}, optional={
    "id": st.sampled_from(["x", "", "X Y", ["x"], None, 7]), "kind": st.sampled_from(["event", "Launch", "no", "", ["event"], None]),
    "title": st.sampled_from(["X", " ", ["X"], {}, None, True]), "status": st.sampled_from(["planned", "held", "maybe", [], None]),
    "when": st.sampled_from(["2024", "soon", "", {}, 2024]), "said": st.sampled_from(["2024-01", "soon", None]),
    "source": st.sampled_from(["s", "s#1", "nobody", [], ""]), "correction": st.sampled_from([True, False, "yes", "maybe", 0]),
    "countries": st.sampled_from([["CU"], ["XX"], "CU", [], [[]], {}]), "after": st.sampled_from([["x"], ["y"], "y", []]),
    "history": st.sampled_from([[], [{"status": "planned"}], [{}], ["planned"], {}, [{"state": "planned"}]]),
    "product": st.sampled_from(["cars", ["cars"], None]), "colour": st.just("red"),
})  # fmt: skip


@given(st.lists(FIELDS, min_size=1, max_size=3))
def test_any_fields_of_any_form_are_read_alike_or_left(events: list[dict[str, object]]) -> None:
    text = "".join(json.dumps(each) + "\n" for each in [{"sources": {"s": {"title": "S"}}}, *events])
    exact, problems = parse_text(text, "a.jsonl")
    try:
        found = quickly(text, "a.jsonl")
    except NeedsFullParse:
        return
    assert problems == []
    assert same(found, exact, lines=False)


def test_what_is_said_again_is_shared(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    line = {"kind": "event", "title": "X", "status": "held", "when": "2024-05", "countries": ["CU", "RU"]}
    path.write_text("".join(json.dumps({"id": f"e{n}", **line}) + "\n" for n in range(3)))
    first, *others = load(path)
    for event in others:
        assert event.when is first.when
        assert event.countries is first.countries
        assert event.history[0].origin is event.origin


def test_a_written_log_is_read_back_quickly(tmp_path: Path) -> None:
    log = load(ROOT / "events")
    for name, text in (("a.yaml", dumps(log)), ("a.jsonl", jsonl_text(log))):
        (tmp_path / name).write_text(text, "utf-8")
        assert quickly(text, name) == log


# -- files that need the full parse, and verbs that do not


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "\ufeff"])
def test_an_empty_file_is_a_problem_for_load_too(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(LoadError, match="F004"):
        load(path)


@pytest.mark.parametrize(
    ("field", "code"), [("when: soon", "D001"), ("source: nobody", "S011"), ("after: [y]", "L002"), ("x: y", "S001")]
)
def test_the_reason_for_a_full_parse_is_the_code_of_the_problem(field: str, code: str) -> None:
    with pytest.raises(NeedsFullParse) as reason:
        quickly(f"events: [{{id: x, kind: event, title: X, status: planned, {field}}}]", "a.yaml")
    assert reason.value.code == code


def test_a_file_named_alone_is_read_with_its_neighbours_as_by_the_full_parse(tmp_path: Path) -> None:
    for path in (ROOT / "events").glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    for path in sorted(tmp_path.iterdir()):
        log, problems = parse(path)
        assert problems == []
        assert same(load(path), log, lines=True)


def test_caches_that_overflow_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    log = parse_text(YAML, "a.yaml")[0]
    monkeypatch.setattr("laceventlog.eventfile.field_values.MOST_CACHED", 1)
    assert quickly(YAML, "a.yaml") == log == parse_text(YAML, "a.yaml")[0]


def test_an_error_in_the_reader_of_a_fact_is_not_taken_for_a_problem_of_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("laceventlog.model.event.KINDS", dict(KINDS))

    def broken(text: str) -> str:
        raise TypeError(text)

    @event_kind("faulty")
    @attrs.frozen(kw_only=True)
    class Faulty(Event):
        fault: str | None = attrs.field(default=None, metadata={"fact": Fact(broken, {})})

    text = "events:\n  - {id: x, kind: faulty, title: X, status: planned, fault: F}\n"
    for read in (lambda: quickly(text, "a.yaml"), lambda: parse_text(text, "a.yaml")):
        with pytest.raises(TypeError, match="F"):
            read()
