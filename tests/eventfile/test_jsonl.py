"""JSON Lines: read like event files, each line on its own, so that a bad line costs no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog import When, parse, parse_text

Plain = dict[str, Any]


def event(key: str = "x", **fields: Any) -> Plain:
    return {"id": key, "kind": "event", "title": "T", "status": "planned", **fields}


def line(plain: Plain | str) -> str:
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def read(*lines: Plain | str) -> tuple[list[str], list[str]]:
    log, problems = parse_text("\n".join(map(line, lines)) + "\n", "log.jsonl")
    return [each.id for each in log], [f"{p.line}:{p.column} {p.code}" for p in problems]


# -- a bad line costs no other

BAD_LINES = [
    ('{"id":"x","kind":"event"', "2:25 Y007"),
    ('{"id":"x","ki', "2:11 Y007"),
    ('{"id":"x" "kind":"event"}', "2:11 Y007"),
    ("{'id':'x'}", "2:2 Y007"),  # YAML would take it
    ("id: x", "2:1 Y007"),  # likewise
    ("// a remark", "2:1 Y007"),
    ("{}{}", "2:3 Y007"),
    ('{"id":"a\tb"}', "2:9 Y007"),
    ('{"title":"\\x41"}', "2:11 Y007"),
    ("\x00", "2:1 Y007"),
    ("1", "2:1 S003"),
    ("null", "2:1 S003"),
    ("true", "2:1 S003"),
    ('"text"', "2:1 S003"),
    ("[]", "2:1 S003"),
    ('[{"id":"x"}]', "2:1 S003"),
]


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize(("bad", "problem"), BAD_LINES)
def test_a_bad_line_is_one_problem_and_costs_no_other_line(bad: str, problem: str, place: int) -> None:
    good = [event(name) for name in "abc"]
    placed = f"{place + 1}:{problem[2:]}"
    assert read(*good[:place], bad, *good[place:]) == (["a", "b", "c"], [placed])


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_last_line_that_was_cut_loses_nothing_before_it(end: str) -> None:
    whole = line(event("c"))
    for cut in range(1, len(whole)):
        log, problems = parse_text(f"{line(event('a'))}\n{line(event('b'))}\n{whole[:cut]}{end}", "log.jsonl")
        assert [each.id for each in log] == ["a", "b"]
        assert [(p.line, p.code) for p in problems] == [(3, "Y007")]


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_what_only_python_takes_for_json_is_refused(constant: str) -> None:
    assert read(event("a"), f'{{"id":"x","when":{constant}}}', event("b"))[0] == ["a", "b"]
    _, problems = parse_text(f'{{"id":"x","when":{constant}}}', "log.jsonl")
    assert [(p.line, p.code) for p in problems] == [(1, "Y007")]


@pytest.mark.parametrize("opening", ["[", '{"id":', '{"id":"x","tags":[[['])
@pytest.mark.parametrize("times", [30, 400, 900, 100_000])
def test_nesting_without_end_costs_no_other_line(opening: str, times: int) -> None:
    found, problems = read(event("a"), opening * times, event("b"))
    assert found == ["a", "b"]
    assert {problem[:2] for problem in problems} == {"2:"}


@pytest.mark.parametrize("depth", [20, 400, 900, 990])
@pytest.mark.parametrize("form", ["{}", '{{"id":"x","tags":{}}}', '{{"sources":{}}}', '{{"sources":{{"s":{}}}}}'])
def test_deep_nesting_that_closes_costs_no_other_line(form: str, depth: int) -> None:
    # as deep as json.loads goes, and deeper than one can recurse after it
    found, problems = read(event("a"), form.format("[" * depth + "]" * depth), event("b"))
    assert found == ["a", "b"]
    assert {problem[:2] for problem in problems} == {"2:"}


def test_a_number_of_thousands_of_digits_is_refused_as_a_number() -> None:
    text = line(event("x", kind="meeting")).replace('"status"', f'"session":{"9" * 5000},"status"')
    assert read(event("a"), text) == (["a"], [f"2:{text.index('999') + 1} S008"])


@pytest.mark.parametrize(("number", "value"), [("17", 17), ('"17"', 17), ("-1", -1), ("0", 0)])
def test_a_number_is_read_from_its_digits(number: str, value: int) -> None:
    text = line(event("x", kind="meeting"))[:-1] + f',"session":{number}}}'
    log, problems = parse_text(text, "log.jsonl")
    assert problems == []
    assert log["x"].facts()["session"] == value


@pytest.mark.parametrize("number", ["17.5", "1e2", "true", '"many"', '"１７"'])
def test_a_number_is_never_guessed(number: str) -> None:
    text = line(event("x", kind="meeting"))[:-1] + f',"session":{number}}}'
    assert read(text) == ([], [f"1:{text.index(number) + 1} S008"])


def test_amounts_keep_their_digits() -> None:
    text = line(event("x", kind="observation"))[:-1] + ',"figure":0.12345678901234567}'
    log, problems = parse_text(text, "log.jsonl")
    assert problems == []
    assert str(log["x"].facts()["figure"].number) == "0.12345678901234567"


def test_a_key_given_twice_is_refused_and_the_first_stands() -> None:
    text = '{"id":"x","id":"y","kind":"event","title":"T","status":"planned"}'
    found, problems = read(text)
    assert found == ["x"]
    assert [(p[:2], p[-4:]) for p in problems] == [("1:", "Y005")]


@pytest.mark.parametrize("escape", ["\\ud800", "\\udfff", "\\ud800x", "\\udc00\\ud800"])
def test_half_a_character_is_refused(escape: str) -> None:
    # JSON allows it, UTF-8 does not: the first export would fail
    found, problems = read(event("a"), line(event("x")).replace('"T"', f'"{escape}"'), event("b"))
    assert found == ["a", "b"]
    assert [p[:2] for p in problems] == ["2:"]


def test_null_is_no_value() -> None:
    assert read(event("x", note=None, when=None, tags=None)) == (["x"], [])


@pytest.mark.parametrize("item", [None, "", "  "])
def test_an_empty_item_of_a_list_is_refused(item: str | None) -> None:
    found, problems = read(event("a"), event("x", tags=[item]), event("b"))
    assert found == ["a", "b"]
    assert [p[:2] + p[-4:] for p in problems] == ["2:S010"]


# -- places on a bad line

PLACES = [
    (event(when="31 Feb 2024"), "31 Feb", "D002"),
    (event(countries=["CU", "XX"]), '"XX"', "S006"),
    (event(countries="CU"), '"CU"', "S003"),
    (event(tags={"a": "b"}), '{"a"', "S003"),
    (event(statuss="x"), '"statuss"', "S001"),
    (event(title="日本語 🚀 é", when="31 Feb 2024"), "31 Feb", "D002"),
    (event(title='a "b" \\ c', when="31 Feb 2024"), "31 Feb", "D002"),
    (event(title="a: b, {c} # d", when="31 Feb 2024"), "31 Feb", "D002"),  # all that YAML could trip over
    (event(history=[{"status": "planned"}, {"status": "plannd"}]), '"plannd"', "S005"),
    (event(correction="perhaps"), '"perhaps"', "S003"),
    (event(source="nobody#1"), '"nobody#1"', "S011"),
]


@pytest.mark.parametrize(("plain", "marked", "code"), PLACES)
@pytest.mark.parametrize("spaced", [False, True])
def test_a_problem_is_placed_on_its_line(plain: Plain, marked: str, code: str, spaced: bool) -> None:
    plain = {k: v for k, v in plain.items() if k != "status" or "history" not in plain}
    text = json.dumps(plain, ensure_ascii=False) if spaced else line(plain)
    assert read(event("a"), text)[1] == [f"2:{text.index(marked) + 1} {code}"]


ESCAPED = [
    '{"id":"x","kind":"event","title":"\\/","status":"plannd"}',
    '{"id":"x","kind":"event","title":"\\ud83d\\ude00","status":"plannd"}',  # how json.dumps writes an emoji
    '{"id":"x","kind":"event","title":"\\"\\\\","status":"plannd"}',
    '{"id":"x",\t"kind":"event",\t"title":"T",\t"status":\t"plannd"}',
    '\t{"id":"x","kind":"event","title":"T","status":"plannd"}',
]


@pytest.mark.parametrize("text", ESCAPED)
def test_escapes_and_tabs_that_yaml_does_not_know_cost_no_column(text: str) -> None:
    assert read(text)[1] == [f"1:{text.index('plannd')} S005"]


LATER = [
    (event(after=["zz"]), '"zz"', "L002"),
    (event(related=["x"]), '"x"]', "L004"),
    (event("a"), '"a"', "L001"),
    ({"sources": {"s": {"titel": "S", "title": "S"}}}, '"titel"', "S001"),
    ({"sources": {"s": {"title": "S", "published": "31 Feb 2024"}}}, "31 Feb", "D002"),
    ({"sources": {"s": {}}}, '"s"', "S002"),
]


@pytest.mark.parametrize(("plain", "marked", "code"), LATER)
def test_what_shows_only_later_is_placed_too(plain: Plain, marked: str, code: str) -> None:
    text = line(plain)
    assert read(event("a"), text)[1] == [f"2:{text.index(marked) + 1} {code}"]


# -- sources

SOURCE = {"sources": {"s": {"title": "S", "published": "2024-03"}}}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_sources_may_be_declared_on_any_line(order: tuple[int, int]) -> None:
    lines = [line(SOURCE), line(event("x", source="s#1"))]
    log, problems = parse_text("\n".join(lines[n] for n in order), "log.jsonl")
    assert problems == []
    assert log["x"].history[0].said == When.parse("2024-03")


def test_a_source_declared_on_two_lines_is_a_problem_of_the_second() -> None:
    found, problems = read(SOURCE, event("x", source="s"), SOURCE)
    assert found == ["x"]
    assert [p[:2] + p[-4:] for p in problems] == ["3:L003"]


def test_a_line_of_sources_holds_nothing_else() -> None:
    assert [p[-4:] for p in read({**SOURCE, "evnts": []})[1]] == ["S001"]


def test_yaml_and_json_lines_make_one_log(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line(event("x", source="s#1", after=["y"])) + "\n", "utf-8")
    item = "  - {id: y, kind: event, title: T, status: planned, related: [x]}\n"
    (tmp_path / "b.yaml").write_text("sources:\n  s: {title: S}\nevents:\n" + item, "utf-8")
    log, problems = parse(tmp_path)
    assert problems == []
    assert [each.id for each in log] == ["x", "y"]


# -- bytes and lines


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_byte_order_marks_change_nothing(tmp_path: Path, mark: str, end: str) -> None:
    file = tmp_path / "log.jsonl"
    file.write_bytes((mark + line(event("a")) + end + end + line(event("b")) + end).encode())
    log, problems = parse(file)
    assert ([each.id for each in log], problems) == (["a", "b"], [])


@pytest.mark.parametrize("inside", ["\u2028", "\u2029", "\x85", "\x7f"])
def test_only_a_line_feed_ends_a_line(inside: str) -> None:
    log, problems = parse_text(line(event("a", title=f"x{inside}y")) + "\n" + line(event("b")), "log.jsonl")
    assert problems == []
    assert log["a"].title == f"x{inside}y"
    assert len(log) == 2


@pytest.mark.parametrize("text", ["", "\n\n", "  \n \t\n"])
def test_an_empty_file_is_said_to_be_empty(text: str) -> None:
    log, problems = parse_text(text, "log.jsonl")
    assert (len(log), [(p.line, p.code) for p in problems]) == (0, [(0, "F004")])


def test_thousands_of_bad_lines_are_each_named_and_cost_no_good_one() -> None:
    log, problems = parse_text("{bad\n" * 3000 + line(event("a")), "log.jsonl")
    assert [each.id for each in log] == ["a"]
    assert [p.line for p in problems][:3] == [1, 2, 3]


# -- laws

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = ["id", "kind", "title", "status", "when", "history", "tags", "after", "source", "sources", "correction"]


@given(st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=6))
def test_no_json_whatever_makes_reading_fail_or_costs_the_next_line(plain: Plain) -> None:
    found, problems = read(json.dumps(plain), event("last"))
    assert found[-1:] == ["last"]
    assert all(problem.startswith("1:") for problem in problems)


@given(st.text(max_size=40).filter(lambda text: "\n" not in text))
def test_no_line_whatever_makes_reading_fail_or_costs_the_next_line(text: str) -> None:
    assert read(text, event("last"))[0] == ["last"]
