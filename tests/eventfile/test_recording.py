"""Recording: in any layout the log grows by one statement and nothing else changes; what cannot be, is refused whole."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laceventlog import (
    DateError,
    EventLog,
    LoadError,
    Recorded,
    Statement,
    Status,
    UsageError,
    When,
    load,
    loads,
    record_statement,
)
from laceventlog.eventfile.editing.record import prepare, write
from laceventlog.eventfile.serialize import jsonl_text
from laceventlog.eventfile.yaml import emitter as yaml_emitter
from laceventlog.eventfile.yaml import reader as yaml_reader

TODAY = date(2025, 3, 1)
SOURCES = "sources:\n  dated: {title: D, published: 2024-05}\n  undated: {title: U}\n"
FLAT = "events:\n  - {id: cu-line, kind: event, title: T, status: planned, when: 2024}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A log of one flat event and two sources."""
    file = tmp_path / "log.yaml"
    file.write_text(SOURCES + FLAT, "utf-8")
    return file


def inside(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


# -- layouts made up

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12) | st.text(
    st.sampled_from(" ab:#-'\"{}[],&*!|>%@`?\n\\\u2028\x85é🚀"), min_size=1, max_size=12
)
texts = texts.map(str.strip).filter(bool)
whens = st.sampled_from(["2024", "by the end of 2025", "[2021..2023]", "2019/..", "since 2019", "TBD", "Q3 2026", "2024?",
                         "2024-05-29T10:00:00-04:00[America/La_Paz]", "17–19 May 2024"])  # fmt: skip
words = st.fixed_dictionaries(
    {"said": whens.filter(lambda text: text != "TBD")},
    optional={"when": whens, "source": st.sampled_from(["dated#3", "undated", "undated#a: b"]), "reason": texts,
              "quote": texts, "correction": st.booleans()},
)  # fmt: skip
statuses = st.sampled_from(["planned", "Called off", "in progress", "not met"])
facts = st.fixed_dictionaries(
    {"kind": st.just("delivery"), "title": texts}, optional={"goods": texts, "place": texts, "note": texts}
)


T = TypeVar("T")


class Layout:
    """Draws how an event is written: order, quotes, comments, indentation."""

    def __init__(self, data: st.DataObject) -> None:
        self.data, self.comments = data, 0

    def one(self, *choices: T) -> T:
        return self.data.draw(st.sampled_from(choices))

    def comment(self) -> str:
        if self.one(True, False, False):
            return ""
        self.comments += 1
        return f"# c{self.comments}: [x, {{y"

    def behind(self) -> str:
        found = self.comment()
        return " " * self.one(1, 2, 5) + found if found else self.one("", "", " ")

    def above(self, column: int, deeper: int = 0) -> list[str]:
        found = self.comment()
        above = [" " * max(0, column + self.one(0, 0, -1, deeper)) + found] if found else []
        return above + ([""] if self.one(True, False, False, False) else [])

    def scalar(self, text: str, *, flow: bool, column: int = 0) -> str:
        """On one line; or in block style, its lines further in than `column`."""
        style = self.one("plain", "plain", "single", "double", "block")
        if style == "block" and not flow and not set(text) & set("\n\u2028\x85\ufeff#"):
            margin = " " * (column + self.one(1, 2, 4))
            head = self.one("|", ">", "|-", ">+", "|+")
            return f"{head}{self.behind()}\n{margin}{text}" + self.one("", "\n", "\n\n")
        if style == "single" and not set(text) & set("\n\u2028\x85\ufeff"):
            return "'" + text.replace("'", "''") + "'"
        return yaml_emitter.scalar(text, flow=flow)

    def fields(self, plain: dict[str, str], *, flow: bool, column: int = 0) -> list[tuple[str, str]]:
        names = self.data.draw(st.permutations(list(plain)))
        return [
            (self.one(name, name, f'"{name}"'), self.scalar(plain[name], flow=flow, column=column)) for name in names
        ]

    def in_braces(self, pairs: list[tuple[str, str]], column: int) -> str:
        """On one line or several, with comments."""
        found = "{"
        for number, (key, value) in enumerate(pairs):
            found += f"{key}: {value}" + ("," if number < len(pairs) - 1 else self.one("", ",", " ,"))
            if self.one(True, False, False):
                found += f"{self.behind()}\n" + " " * (column + 1)
            else:
                found += " "
        return found + "}"

    def in_lines(self, pairs: list[tuple[str, str]], column: int) -> str:
        """One field a line, the first without its indentation."""
        lines: list[str] = []
        for key, value in pairs:
            above = self.above(column, 0 if "\n" in lines[-1] else 2) if lines else []
            behind = self.behind() if "\n" not in value else ""
            lines += [*above, " " * column + f"{key}: {value}{behind}"]
        return "\n".join(lines).removeprefix(" " * column)

    def history(self, statements: list[dict[str, str]], column: int) -> str:
        """The value of `history:` in an event in lines."""
        if self.one(True, False):
            items = [self.in_braces(self.fields(each, flow=True), column + 3) for each in statements]
            return " [" + ", ".join(items) + self.one("", ",") + "]"
        dash, gap = column + self.one(0, 2, 4), self.one(2, 3)
        lines = [self.behind()]
        for each in statements:
            start = " " * dash + "-" + " " * (gap - 1)
            if self.one(True, False):
                lines += [*self.above(dash, 2), start + self.in_braces(self.fields(each, flow=True), dash + gap)]
            else:
                pairs = self.fields(each, flow=False, column=dash + gap)
                lines += [*self.above(dash, 2), start + self.in_lines(pairs, dash + gap)]
        return "\n".join(lines)

    def event(self, facts: dict[str, str], statements: list[dict[str, str]], dash: int) -> str:
        flat = len(statements) == 1 and self.one(True, True, False)
        plain = facts | statements[0] if flat else facts
        gap = self.one(2, 2, 4)
        start, column = " " * dash + "-" + " " * (gap - 1), dash + gap
        if self.one(True, False, False):
            pairs = self.fields(plain, flow=True)
            if not flat:
                items = ", ".join(self.in_braces(self.fields(each, flow=True), column + 2) for each in statements)
                pairs.insert(self.one(0, len(pairs)), ("history", f"[{items}]"))
            return start + self.in_braces(pairs, column)
        pairs = self.fields(plain, flow=False, column=column)
        if flat:
            return start + self.in_lines(pairs, column)
        return f"{start}{self.in_lines(pairs, column)}\n{' ' * column}history:{self.history(statements, column)}"

    def file(self, events: list[str]) -> str:
        text = SOURCES + "events:\n" + "".join(
            "".join(f"{line}\n" for line in self.above(0)) + event + "\n" for event in events
        )  # fmt: skip
        text = text.removesuffix("\n") if self.one(True, False, False) else text
        return self.one("", "\ufeff") + text.replace("\n", self.one("\n", "\n", "\r\n"))


def told(status: str, given: dict[str, Any]) -> dict[str, str]:
    """The fields of a statement as text."""
    return {"status": status, **{k: str(v).lower() if k == "correction" else v for k, v in given.items()}}


stories = st.lists(st.tuples(statuses, words).map(lambda pair: told(*pair)), min_size=1, max_size=3)


@settings(max_examples=40)
@given(st.data(), st.lists(st.tuples(facts, stories), min_size=1, max_size=3), statuses, words)
def test_any_layout_takes_one_statement_and_keeps_the_rest(
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
    made_up: list[Any],
    status: str,
    given_: dict[str, Any],
) -> None:
    layout = Layout(data)
    dash = layout.one(0, 2, 4)
    events = [layout.event({"id": f"e{n}", **facts}, story, dash) for n, (facts, story) in enumerate(made_up)]
    text = layout.file(events)
    target = layout.one(*range(len(events)))
    path = tmp_path_factory.mktemp("any") / "log.yaml"
    path.write_bytes(text.encode())
    old = load(path)
    if statement_of(status, given_, old) in old[f"e{target}"].history:
        return
    after = prepare(f"e{target}", status, path, **given_).after.decode()
    grown(old, loads(after.removeprefix("\ufeff")), f"e{target}", statement_of(status, given_, old))
    kept(text, after, layout.comments)
    line_break = "\r\n" if "\r\n" in text else "\n"
    head, tail = text.split(events[target].replace("\n", line_break))
    assert after.startswith(head)
    assert after.endswith(tail)


def statement_of(status: str, given: dict[str, Any], log: EventLog) -> Statement:
    """What must be read back, worked out from a file of its own."""
    plain = told(status, given)
    item = json.dumps({"id": "x", "kind": "event", "title": "T", **plain})
    head = jsonl_text(EventLog((), log.sources))
    return loads(head + item, "x.jsonl")["x"].history[0]


def grown(old: EventLog, new: EventLog, event_id: str, statement: Statement) -> None:
    """The new log is the old one and the statement."""
    assert [event.id for event in new] == [event.id for event in old]
    assert [event for event in new if event.id != event_id] == [event for event in old if event.id != event_id]
    assert new[event_id].history == (*old[event_id].history, statement)
    assert new[event_id].title == old[event_id].title
    assert new[event_id].history[-1].word == statement.word


def kept(before: str, after: str, comments: int) -> None:
    """No character is lost but blanks and the comma before a field that moves; each comment stands there once."""
    assert not set(Counter(before) - Counter(after)) - set(" ,\r\n")
    assert [after.count(f"# c{n}: [x, {{y") for n in range(1, comments + 1)] == [1] * comments
    assert after.count("\r\n") == (after.count("\n") if "\r\n" in before else 0)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(facts, stories), min_size=1, max_size=3),
    statuses,
    words,
    st.sampled_from([(",", ":"), (", ", ": ")]),
    st.booleans(),
)
def test_any_line_of_json_takes_one_statement_and_keeps_the_rest(
    tmp_path_factory: pytest.TempPathFactory,
    made_up: list[Any],
    status: str,
    given_: dict[str, Any],
    gaps: Any,
    ascii_: bool,
) -> None:
    objects: list[dict[str, Any]] = [
        {"sources": {"dated": {"title": "D", "published": "2024-05"}, "undated": {"title": "U"}}}
    ]
    for n, (facts, story) in enumerate(made_up):
        told = story[0] if len(story) == 1 else {"history": story}
        objects.append({"id": f"e{n}", **facts, **told, "tags": ["x"]})
    lines = [json.dumps(each, ensure_ascii=ascii_, separators=gaps) for each in objects]
    path = tmp_path_factory.mktemp("any") / "log.jsonl"
    path.write_bytes("\n".join(lines).encode())
    old = load(path)
    if statement_of(status, given_, old) in old["e0"].history:
        return
    after = prepare("e0", status, path, **given_).after.decode()
    grown(old, loads(after, "x.jsonl"), "e0", statement_of(status, given_, old))
    now = after.split("\n")
    assert now[:1] + now[2:] == lines[:1] + lines[2:]
    assert not Counter(lines[1]) - Counter(now[1])


# -- what is written


@pytest.mark.parametrize(
    ("status", "given_", "line"),
    [
        ("held", {}, "{said: 2025-03-01, status: held}"),  # the day asked
        ("held", {"said": "2024"}, "{said: 2024, status: held}"),
        ("held", {"source": "dated#4"}, "{status: held, source: dated#4}"),  # its source tells
        ("held", {"source": "undated"}, "{said: 2025-03-01, status: held, source: undated}"),
        ("held", {"source": "dated", "said": "2024-06"}, "{said: 2024-06, status: held, source: dated}"),
        ("Called  off", {}, "{said: 2025-03-01, status: Called  off}"),  # as given
        ("held", {"when": " 18 November 2025 "}, "{said: 2025-03-01, status: held, when: 18 November 2025}"),
        ("held", {"when": "2025"}, "{said: 2025-03-01, status: held, when: 2025}"),
        ("held", {"when": "[..2024-12-31]"}, "{said: 2025-03-01, status: held, when: '[..2024-12-31]'}"),
        ("held", {"reason": "2025"}, "{said: 2025-03-01, status: held, reason: '2025'}"),  # text for every reader
        ("held", {"reason": "late: rain, snow"}, "{said: 2025-03-01, status: held, reason: 'late: rain, snow'}"),
        ("held", {"quote": "a\nb"}, '{said: 2025-03-01, status: held, quote: "a\\nb"}'),
        ("held", {"correction": True}, "{said: 2025-03-01, status: held, correction: true}"),
    ],
)  # fmt: skip
def test_it_is_written_as_given_and_quoted_only_where_needed(path: Path, status: str, given_: Any, line: str) -> None:
    record_statement("cu-line", status, path, today=TODAY, **given_)
    assert path.read_text("utf-8").endswith(f"history: [{{status: planned, when: 2024}}, {line}]}}\n")


def test_what_was_recorded_is_given_back(path: Path) -> None:
    made = record_statement("cu", "held", path, today=TODAY, when="2025-02-27")
    assert (made.path, made.event.id, made.warnings) == (path, "cu-line", ())
    assert made.event == load(path)["cu-line"]
    assert made.statement == Statement(status=Status.COMPLETED, when=When.parse("2025-02-27"), said=When.on(TODAY))
    assert made.statement.origin
    assert (made.statement.origin.path, made.statement.origin.line) == (str(path), 5)
    assert made.after == path.read_bytes()


def test_what_was_said_earlier_may_be_recorded_later(path: Path) -> None:
    record_statement("cu-line", "held", path, said="2025-02-01")
    made = record_statement("cu-line", "planned", path, said="2023-01-01", when="2024")
    assert made.event.status is Status.COMPLETED
    assert made.warnings == ()


def test_a_move_that_wants_a_reason_is_recorded_with_a_warning(path: Path) -> None:
    made = record_statement("cu-line", "cancelled", path, said="2025-02-01")
    assert [(each.code, each.line) for each in made.warnings] == [("P001", 5)]
    made = record_statement("cu-line", "planned", path, said="2025-02-02", reason="money came", when="2026")
    assert made.warnings == ()  # the old warning is no news
    assert [each.code for each in record_statement("cu-line", "cancelled", path, said="2025-02-03").warnings] == [
        "P001"
    ]


def test_a_file_named_alone_may_cite_the_sources_of_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text(SOURCES, "utf-8")
    path = tmp_path / "log.yaml"
    path.write_text(FLAT, "utf-8")
    made = record_statement("cu-line", "held", path, source="dated#2")
    assert made.statement.said == When.parse("2024-05")
    assert record_statement("cu-line", "held", path, source="dated#3").event.history[1] == made.statement


def test_it_finds_the_file_of_the_event_in_a_folder(tmp_path: Path, path: Path) -> None:
    (tmp_path / "more").mkdir()
    other = tmp_path / "more" / "b.yml"
    other.write_text("events:\n- {id: b, kind: event, title: T, status: planned, source: dated}\n", "utf-8")
    before = path.read_bytes()
    assert record_statement("b", "held", tmp_path, today=TODAY).path == other
    assert path.read_bytes() == before


# -- what is refused


@pytest.mark.parametrize(
    ("event_id", "status", "given_", "says"),
    [
        ("ve", "held", {}, "there is no event 've'"),
        ("cu-line", "hled", {}, "unknown status 'hled': did you mean 'held'?"),
        ("cu-line", "delayed", {}, "'delayed' is not a status"),
        ("cu-line", " ", {}, "'status' has no value"),
        ("cu-line", "held", {"when": ""}, "'when' has no value"),
        ("cu-line", "held", {"quote": "a\ud800"}, "'quote' is not text"),
        ("cu-line", "held", {"source": "dats#1"}, "unknown source 'dats': did you mean 'dated'?"),
        ("cu-line", "held", {"source": "zzz"}, "one of: dated, undated|declare it"),
        ("cu-line", "held", {"when": "by the edn of 2024"}, "'edn' is not understood"),
        ("cu-line", "held", {"said": "31 February 2024"}, "February"),
        ("cu-line", "held", {"today": None}, "it is not known when it was said"),
    ],
)
def test_what_cannot_be_recorded_is_refused(path: Path, event_id: str, status: str, given_: Any, says: str) -> None:
    before = path.read_bytes()
    with pytest.raises((UsageError, DateError)) as caught:
        record_statement(event_id, status, path, **{"today": TODAY, **given_})
    assert any(each in str(caught.value) for each in says.split("|"))
    assert path.read_bytes() == before


def test_an_id_that_begins_several_is_refused(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + FLAT.removeprefix("events:\n").replace("cu-line", "cu-lab"), "utf-8")
    with pytest.raises(UsageError, match="begins several ids: cu-line, cu-lab"):
        record_statement("cu-l", "held", path, today=TODAY)


def test_a_statement_that_is_there_is_nothing_new(path: Path) -> None:
    record_statement("cu-line", "held", path, today=TODAY)
    with pytest.raises(
        UsageError, match=r"nothing new: 'cu-line' has exactly this statement \(.*log.yaml:5\)\n  = if it"
    ):
        record_statement("cu-line", "completed", path, today=TODAY)
    assert len(record_statement("cu-line", "completed", path, today=date(2025, 3, 2)).event.history) == 3


BROKEN = "  - {id: cu-lab, kind: lunch, title: T, status: planned}\n"


def test_an_event_with_problems_is_refused_with_them(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + BROKEN, "utf-8")
    for wanted in ("cu-lab", "cu-l", "cu-line-2"):  # a part of an id might mean the event that is not read
        with pytest.raises(LoadError, match="S004 unknown kind 'lunch'"):
            record_statement(wanted, "held", path, today=TODAY)
    assert len(record_statement("cu-line", "held", path, today=TODAY).event.history) == 2
    assert path.read_text("utf-8").endswith(BROKEN)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  - {id: a, kind: event, title: T, status: planned,\n     after: [zz]}\n", "L002"),
        (
            "  - {id: a, kind: event, title: T, status: planned}\n  - {id: a, kind: event, title: U, status: held}\n",
            "L001",
        ),
    ],
)
def test_a_problem_of_an_event_that_is_read_all_the_same_is_named(path: Path, text: str, code: str) -> None:
    path.write_text(SOURCES + FLAT + text, "utf-8")
    with pytest.raises(LoadError) as caught:
        record_statement("a", "held", path, today=TODAY)
    assert [problem.code for problem in caught.value.problems] == [code]
    assert path.read_text("utf-8") == SOURCES + FLAT + text


def test_a_doubled_key_in_a_line_of_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text('{"id":"a","kind":"event","title":"T","status":"planned","status":"held"}\n', "utf-8")
    with pytest.raises(LoadError, match="Y005"):
        record_statement("a", "held", path, today=TODAY)


@pytest.mark.parametrize("name", ["none.yaml", "none", "x.docx"])
def test_a_path_that_cannot_be_read_is_refused_whatever_else_is(path: Path, name: str) -> None:
    (path.parent / "x.docx").write_bytes(b"")
    with pytest.raises(LoadError, match="F00"):
        record_statement("cu-line", "held", path, path.parent / name, today=TODAY)


def test_what_is_read_back_otherwise_is_refused(tmp_path: Path) -> None:
    # a history of nothing is no history to the reader, but a key twice to YAML
    path = tmp_path / "log.jsonl"
    text = '{"id":"a","kind":"event","title":"T","status":"planned","history":null}\n'
    path.write_text(text, "utf-8")
    try:
        assert len(record_statement("a", "held", path, today=TODAY).event.history) == 2
    except UsageError as error:
        assert "by hand: - {said: 2025-03-01, status: held}" in str(error)
        assert path.read_text("utf-8") == text


def test_an_event_that_cannot_be_parsed_by_itself_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> Any:
        raise ValueError

    with pytest.raises(ValueError, match=r"did not find|expected"):
        yaml_reader.span("- a: [\n", 2, 2)
    monkeypatch.setattr(yaml_reader, "span", fail)
    with pytest.raises(UsageError, match=r"by hand: - {said: 2025-03-01, status: held}"):
        record_statement("cu-line", "held", path, today=TODAY)


# -- files


def test_a_file_that_changed_since_it_was_read_is_left(path: Path) -> None:
    made = prepare("cu-line", "held", path, today=TODAY)
    path.write_text(path.read_text("utf-8") + "# mine\n", "utf-8")
    before = path.read_bytes()
    with pytest.raises(UsageError, match="changed since it was read"):
        write(made)
    assert (path.read_bytes(), inside(path.parent)) == (before, ["log.yaml"])


def test_a_file_that_is_gone_is_not_made_anew(path: Path) -> None:
    made = prepare("cu-line", "held", path, today=TODAY)
    path.unlink()
    with pytest.raises(UsageError, match="cannot be written: No such file"):
        write(made)
    assert inside(path.parent) == []


def test_a_change_between_reading_and_locking_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Recorded] = []

    def slowly(*words: Any, **more: Any) -> Recorded:
        made.append(prepare(*words, **more))
        if len(made) == 1:
            record_by_another(path)
        return made[-1]

    monkeypatch.setattr("laceventlog.eventfile.editing.record.prepare", slowly)
    record_statement("cu-line", "held", path, today=TODAY)
    assert [s.word for s in load(path)["cu-line"].history] == ["planned", "postponed", "held"]


def test_a_file_that_goes_between_reading_and_locking_is_missed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def and_remove(*words: Any, **more: Any) -> Recorded:
        made = prepare(*words, **more)
        path.unlink()
        return made

    monkeypatch.setattr("laceventlog.eventfile.editing.record.prepare", and_remove)
    with pytest.raises(LoadError, match="F001"):
        record_statement("cu-line", "held", path, today=TODAY)
    assert inside(path.parent) == []


def record_by_another(path: Path) -> None:
    command = [sys.executable, "-m", "laceventlog", "record", "cu-line", "postponed", str(path), "--said", "2025-01-01"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_several_at_once_lose_nothing(path: Path) -> None:
    start = [sys.executable, "-m", "laceventlog", "record", "cu-line", "held", str(path), "--today", "2025-03-01"]
    running = [subprocess.Popen([*start, "--reason", f"r{n}"], stdout=subprocess.DEVNULL) for n in range(4)]
    assert [each.wait(60) for each in running] == [0] * 4
    assert {s.reason for s in load(path)["cu-line"].history} == {"", *(f"r{n}" for n in range(4))}
    assert inside(path.parent) == ["log.yaml"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_are_kept(path: Path, mode: int) -> None:
    path.chmod(mode)
    record_statement("cu-line", "held", path, today=TODAY)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_is_kept(path: Path) -> None:
    os.chown(path, 12, 34)
    record_statement("cu-line", "held", path, today=TODAY)
    assert (path.stat().st_uid, path.stat().st_gid) == (12, 34)


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    link = tmp_path / "here" / "link.yaml"
    link.symlink_to("../log.yaml")
    record_statement("cu-line", "held", link, today=TODAY)
    assert link.is_symlink()
    assert len(load(path)["cu-line"].history) == 2
    assert inside(tmp_path / "here") == ["link.yaml"]


def test_a_read_only_file_is_left(path: Path) -> None:
    # root too: the folder would let it be replaced
    before = path.read_bytes()
    path.chmod(0o444)
    with pytest.raises(UsageError, match=r"log.yaml cannot be written: (it is read-only|Permission denied)"):
        record_statement("cu-line", "held", path, today=TODAY)
    assert (path.read_bytes(), inside(path.parent)) == (before, ["log.yaml"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_left(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        with pytest.raises(UsageError, match="Permission denied"):
            record_statement("cu-line", "held", path, today=TODAY)
    finally:
        path.parent.chmod(0o700)


def test_a_folder_that_takes_no_file_is_said_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    before = path.read_bytes()
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    monkeypatch.setattr("os.open", refuse)  # nor can it be locked
    with pytest.raises(UsageError, match="cannot be written: Permission denied"):
        record_statement("cu-line", "held", path, today=TODAY)
    assert path.read_bytes() == before


def test_what_is_no_regular_file_is_not_written(path: Path) -> None:
    made = prepare("cu-line", "held", path, today=TODAY)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(UsageError, match="not a regular file"):
        write(made)


def test_what_writes_is_imported_when_first_asked_for() -> None:
    look = "import sys, laceventlog as l; n = 'laceventlog.eventfile.editing.record'; print(n in sys.modules, l.record_statement, n in sys.modules)"
    said = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout.split()
    assert (said[0], said[-1]) == ("False", "True")


# -- the shipped log


def test_every_event_of_the_shipped_log_takes_a_statement(root: Path, tmp_path: Path) -> None:
    for file in (root / "events").glob("*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    old = load(tmp_path)
    for file, ids in by_file(old).items():
        for event_id in ids[:1]:
            made = record_statement(event_id, "cancelled", tmp_path, today=TODAY, reason="war: no", source="burlyai#1")
            assert made.path == file
            stays = [line.strip() for line in made.before.decode().splitlines()]
            now = iter([line.strip().removeprefix("- ") for line in made.after.decode().splitlines()])
            assert all(line.removeprefix("- ") in now for line in stays)  # each, in this order
    assert len(load(tmp_path)) == len(old)


def by_file(log: EventLog) -> dict[Path, list[str]]:
    found: dict[Path, list[str]] = {}
    for event in log:
        if event.origin:
            found.setdefault(Path(event.origin.path), []).append(event.id)
    return found
