"""Reading event files: nothing is guessed, nothing sound is lost, and every problem is placed at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog import Event, LoadError, Problem, Status, When, event_kind, load, loads, parse, parse_text
from laceventlog.eventfile.yaml import reader as yaml_reader
from laceventlog.model import KINDS, fields

HEAD = "events:\n"
LINE = "  - {{id: {}, kind: event, title: T, status: planned}}\n"
A = LINE.format("a")
GOOD = [f"  - id: {name}\n    kind: event\n    title: T\n    status: planned\n" for name in "abc"]


def placed(problems: list[Problem]) -> list[str]:
    """Line, column and code of every problem."""
    return [f"{p.line}:{p.column} {p.code}" for p in problems]


def ids_and_places(text: str, path: str = "log.yaml") -> tuple[list[str], list[str]]:
    log, problems = parse_text(text, path)
    return [event.id for event in log], placed(problems)


# -- a broken item never hides the good ones

BROKEN = [
    ('  - id: x\n    kind: event\n    title: "T\n    status: planned\n', 3, "Y001"),  # swallows all that follows
    ("  - id: x\n    kind: event\n    title: 'T\n    status: planned\n", 3, "Y001"),
    ("  - id: x\n    kind: event\n   title: T\n    status: planned\n", 3, "Y001"),  # one blank short
    ("  - id: x\n\tkind: event\n    title: T\n    status: planned\n", 2, "Y002"),
    ("  - id: x\n    kind: event\n    title: T\n\tstatus: planned\n", 4, "Y002"),
    ("  - id: x\n    kind: event\n    title: To: be\n    status: planned\n", 3, "Y001"),
    ("  - id: @x\n    kind: event\n    title: T\n    status: planned\n", 1, "Y001"),
    ("  - id: %x\n    kind: event\n    title: T\n    status: planned\n", 1, "Y001"),
    ("  - id: &\n    kind: event\n", 1, "Y001"),  # an anchor without a name
    ("  - {id: x, kind: event, title: T}}\n", 1, "Y001"),
    ("  - id: x\n    kind: event\n    title: T\x07\n    status: planned\n", 3, "Y001"),
    ("  - id: x\n    kind: event\n    title: T\x00\n    status: planned\n", 3, "Y001"),
    ("  - id: x\n    kind: event\n    title: T\x7f\n    status: planned\n", 3, "Y001"),
    ("  - id: x\n    kind: event\n    title: T\ufffe\n    status: planned\n", 3, "Y001"),
    ('  - id: x\n    kind: event\n    title: "\\ud800"\n    status: planned\n', 3, "Y001"),  # half a character
    # only parse_text can be given half a character
    ("  - id: x\n    kind: event\n    title: T\ud800\n    status: planned\n", 3, "Y001"),
    ("  - *x\n", 1, "Y003"),  # not also "no mapping"
    ("  - {id: x, kind: event, title: *x, status: planned}\n", 1, "Y003"),  # not also "no value"
    ("  - {id: x, kind: event, title: T, status: *x}\n", 1, "Y003"),  # not also "no value"
    ("  - x\n", 1, "S003"),
    ("  -\n", 1, "S003"),
    ("  - ''\n", 1, "S003"),
    ("  - [x]\n", 1, "S003"),
    ("  - {id: x, kind: evnt, title: T, status: planned}\n", 1, "S004"),
    ("  - {id: x, kind: event, title: T, status: planned, when: 31 Feb 2024}\n", 1, "D002"),
    ("  - {id: X Y, kind: event, title: T, status: planned}\n", 1, "S007"),
    ("  - {id: x, kind: event, title: T, status: planned, tags: ['']}\n", 1, "S010"),
    ("  - {id: x, kind: event, title: T, status: planned, countries: [CU, ]}\n", 0, ""),  # sound: YAML drops it
    ("  - {id: x, kind: event, title: T, status: planned, countries: [CU, '']}\n", 1, "S010"),
]


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize(("item", "line", "code"), BROKEN)
def test_one_broken_item_is_one_problem_and_hides_no_good_one(item: str, line: int, code: str, place: int) -> None:
    text = HEAD + "".join([*GOOD[:place], item, *GOOD[place:]])
    found, problems = parse_text(text)
    expected = [(1 + 4 * place + line, code)] if code else []
    assert [event.id for event in found if event.id != "x" or code] == ["a", "b", "c"]
    assert [(p.line, p.code) for p in problems] == expected


# Where the end of the broken item is harder to see: its problem may stand anywhere in it.
RAGGED = [
    "  - {id: x, kind: event, title: [T, status: planned\n",  # unclosed brackets take the next items along
    "  - {id: x, kind: event,\n    title: T,\n    status: planned\n",  # likewise
    "  - id: x\n    tags: [a,\n    status: planned\n",  # likewise
    "  -\tid: x\n    kind: event\n    title: T\n    status: planned\n",  # begins like no other item
    "  - id: x\n    title: |\n    T\n    status: planned\n",
    "  - " + "[" * 40 + "]" * 40 + "\n",
]


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("item", RAGGED)
def test_a_ragged_item_hides_no_good_one(item: str, place: int) -> None:
    found, problems = parse_text(HEAD + "".join([*GOOD[:place], item, *GOOD[place:]]))
    first = 2 + 4 * place
    assert [event.id for event in found] == ["a", "b", "c"]
    assert [first <= p.line <= first + item.count("\n") for p in problems] == [True]


@pytest.mark.parametrize("place", [1, 2, 3])
def test_an_item_that_stands_too_far_left_hides_no_good_one(place: int) -> None:
    item = "- id: x\n    kind: event\n"
    found, problems = parse_text(HEAD + "".join([*GOOD[:place], item, *GOOD[place:]]))
    assert [event.id for event in found] == ["a", "b", "c"]
    assert [p.code for p in problems] == ["Y001"]


@pytest.mark.parametrize("rest", ["{\n", "x\n", "@\n", "}\n", "  x\n", "\t- x\n"])
def test_what_is_broken_beside_the_items_hides_none_of_them(rest: str) -> None:
    found, problems = ids_and_places(HEAD + A + LINE.format("b") + rest)
    assert found == ["a", "b"]
    assert len(problems) == 1


def test_several_broken_items_are_all_reported_in_file_order() -> None:
    quote, indent, tab = BROKEN[0][0], BROKEN[2][0], BROKEN[3][0]
    text = HEAD + quote + GOOD[0] + indent + GOOD[1] + tab + GOOD[2]
    assert ids_and_places(text) == (["a", "b", "c"], ["4:12 Y001", "12:4 Y001", "19:1 Y002"])


def test_control_characters_in_two_items_are_two_problems() -> None:
    bell = "  - {id: x, kind: event, title: T\x07, status: planned}\n"
    assert ids_and_places(HEAD + bell + GOOD[0] + bell) == (["a"], ["2:34 Y001", "7:34 Y001"])


@pytest.mark.parametrize("broken", ["  - {id: @x}\n", "  - {id: x, title: [}\n", '  - "x\n'])
def test_many_broken_items_hide_no_good_one(broken: str) -> None:
    names = [f"e{n}" for n in range(60)]
    found, problems = ids_and_places(HEAD + "".join(LINE.format(name) + broken for name in names))
    assert found == names
    assert len(problems) == 60


def test_where_reading_stops_what_was_read_before_is_kept() -> None:
    anchored = "".join(f"  - &x{n} {{id: e{n}, kind: event, title: T, status: planned}}\n" for n in range(60))
    log, problems = parse_text(HEAD + A + anchored)
    assert "a" in log
    assert problems[-1].code == "Y008"


def test_every_kind_of_problem_of_one_event_is_reported_at_once() -> None:
    text = HEAD + (
        "  - id: Bad Id\n"
        "    kind: delivry\n"
        "    titel: T\n"
        "    countries: [CU, XX]\n"
        "    quantity: many\n"
        "    status: plannd\n"
        "    when: 31 Feb 2024\n"
        "    source: nobody#1\n"
    )
    assert ids_and_places(text) == (
        [],
        [
            "2:5 S002",
            "2:9 S007",
            "3:11 S004",
            "4:5 S001",
            "5:21 S006",
            "6:15 S008",
            "7:13 S005",
            "8:11 D002",
            "9:13 S011",
        ],
    )


def test_load_raises_once_with_all_problems_of_all_files(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.yaml").write_text(HEAD + "  - {id: x, kind: evnt}\n  - {id: y, kind: evt}\n", "utf-8")
    with pytest.raises(LoadError) as caught:
        load(tmp_path)
    found = [(Path(p.path).name, p.line, p.code) for p in caught.value.problems]
    assert [each for each in found if each[2] == "S004"] == [
        ("a.yaml", 2, "S004"), ("a.yaml", 3, "S004"), ("b.yaml", 2, "S004"), ("b.yaml", 3, "S004"),
    ]  # fmt: skip
    assert found == sorted(found, key=lambda each: each[:2])


# -- what YAML could hide or multiply

REFUSED = [
    ("  - {id: a, kind: event, title: &x T, status: planned}\n", ["2:33 Y003"]),
    ("  - &x {id: a, kind: event, title: T, status: planned}\n", ["2:5 Y003"]),
    ("  - {id: a, kind: event, title: !!str T, status: planned}\n", ["2:33 Y004"]),
    ("  - {id: a, kind: event, title: !mine T, status: planned}\n", ["2:33 Y004"]),
    ("  - !!python/object/apply:os.system {id: a, kind: event, title: T, status: planned}\n", ["2:5 Y004"]),
    ("  - {id: a, kind: event, title: T, title: U, status: planned}\n", ["2:36 Y005"]),
    ("  - {id: a, kind: event, title: T, status: planned, ? [k] : v}\n", ["2:55 S003"]),  # a key that is a list
    ("  - {id: a, kind: event, title: T, status: planned, ? {k: v} : v}\n", ["2:55 S003"]),
]


@pytest.mark.parametrize(("item", "places"), REFUSED)
def test_anchors_tags_double_keys_and_odd_keys_are_refused(item: str, places: list[str]) -> None:
    found, problems = ids_and_places(HEAD + item + LINE.format("b"))
    assert "b" in found
    assert problems == places


def test_a_merge_key_is_refused() -> None:
    _, problems = ids_and_places(HEAD + "  - {id: a, kind: event, title: T, status: planned, <<: *x}\n")
    assert "2:57 Y003" in problems


def test_of_a_key_given_twice_the_first_stands() -> None:
    log, problems = parse_text(HEAD + "  - id: a\n    kind: event\n    title: T\n    title: U\n    status: planned\n")
    assert placed(problems) == ["5:5 Y005"]
    assert "line 4" in problems[0].hint
    assert log["a"].title == "T"


def test_a_second_document_is_refused_and_the_first_one_read() -> None:
    assert ids_and_places(HEAD + A + "---\n" + HEAD + LINE.format("b")) == (["a"], ["3:1 Y001"])


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_without_end_ends_in_one_problem(opening: str) -> None:
    _, problems = parse_text(opening * 100_000)
    assert [p.code for p in problems if p.code == "Y006"] == ["Y006"]
    assert len(problems) <= 2


def test_too_deep_is_not_called_too_many() -> None:
    _, problems = parse_text(HEAD + "  - " + "[" * 40 + "]" * 40)
    assert [p.code for p in problems] == ["Y006"]


@pytest.mark.parametrize("repeated", ["  - *a\n", "  - {id: *a, kind: *a}\n"])
def test_millions_of_aliases_end_in_a_bounded_number_of_problems(tmp_path: Path, repeated: str) -> None:
    file = tmp_path / "bomb.yaml"
    with file.open("w", encoding="utf-8") as out:
        out.write(HEAD + "  - &a {id: a, kind: event, title: T, status: planned}\n")
        out.writelines(repeated * 1000 for _ in range(800))
    log, problems = parse(file)
    assert len(log) <= 1
    assert {p.code for p in problems} >= {"Y003", "Y008"}
    assert len(problems) <= 3 * yaml_reader.MOST_PROBLEMS


def test_billion_laughs_expand_to_nothing() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
    log, problems = parse_text("l0: &l0 lol\n" + levels)
    assert len(log) == 0
    assert len(problems) <= 3 * yaml_reader.MOST_PROBLEMS


# -- every scalar is text

TEXTS = """
    NO no yes on off y true null ~ 2024-05-29 2024-05-29T10:00:00Z 1e5 0x10 0o17 017 1_000 12:30:45 .inf .nan 1.50 -0 =
    <<x +1 1. .5 infinity
""".split()


@pytest.mark.parametrize("text", TEXTS)
def test_every_scalar_stays_the_text_it_is(text: str) -> None:
    log, problems = parse_text(HEAD + f"  - {{id: a, kind: event, title: {text}, status: planned, tags: [{text}]}}\n")
    assert problems == []
    assert (log["a"].title, log["a"].tags) == (text, (text,))


def test_norway_is_a_country() -> None:
    log, problems = parse_text(HEAD + "  - {id: a, kind: event, title: T, status: planned, countries: [NO, no]}\n")
    assert problems == []
    assert log["a"].countries == ("NO", "NO")


@pytest.mark.parametrize(("word", "value"), [("true", True), ("yes", True), ("False", False), ("no", False)])
def test_truth_is_read_from_words(word: str, value: object) -> None:
    log, problems = parse_text(HEAD + f"  - {{id: a, kind: event, title: T, status: planned, correction: {word}}}\n")
    assert problems == []
    assert log["a"].history[0].correction is value


# -- columns count characters

COLUMNS = [
    ("    when: 31 Feb 2024\n", 11, "31 Feb 2024"),
    ('    when: "31 Feb 2024"\n', 12, "31 Feb 2024"),
    ("    when: '31 Feb 2024'\n", 12, "31 Feb 2024"),
    ("    when:      31 Feb 2024   # ok\n", 16, "31 Feb 2024"),
    ("    when:\n      31 Feb 2024\n", 7, "31 Feb 2024"),
    ("    countries: [CU, RU, XX]\n", 25, "XX"),
    ("    countries: [CU, RU, 'XX']\n", 25, "'XX'"),
    ("    parties: [日本語, 🚀]\n    statuss: x\n", 5, "statuss"),
    ("    history: [{status: planned, when: Жуть 2024}]\n", 39, "Жуть"),
    ("    note: 日本語 🚀 é\n    tags: {日本: x}\n", 11, "{"),
]


@pytest.mark.parametrize(("lines", "column", "marked"), COLUMNS)
def test_a_column_points_at_what_is_wrong(lines: str, column: int, marked: str) -> None:
    status = "" if "history" in lines else "    status: planned\n"
    _, problems = parse_text(HEAD + "  - id: a\n    kind: event\n    title: T\n" + status + lines)
    assert [p.column for p in problems] == [column]
    assert problems[0].source[column - 1 :].startswith(marked)


@pytest.mark.parametrize("before", ["日本語日本語", "🚀🚀", "é", "e\u0301", "Ж", "אב", "a" * 200])
def test_text_before_it_on_the_line_moves_no_column(before: str) -> None:
    item = f"  - {{id: b, kind: event, title: {before}, status: planned, when: 31 Feb 2024}}\n"
    _, problems = parse_text(HEAD + item)
    assert [p.column for p in problems] == [item.index("31 Feb") + 1]
    mark = str(problems[0]).splitlines()[2]
    assert mark.strip() == "^" * len("31 Feb 2024")


# -- bytes and line ends


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_change_nothing(tmp_path: Path, end: str, mark: str) -> None:
    file = tmp_path / "log.yaml"
    file.write_bytes((mark + (HEAD + A + "  - {id: b, kind: evnt}\n").replace("\n", end)).encode())
    log, problems = parse(file)
    assert [event.id for event in log] == ["a"]
    assert "3:19 S004" in placed(problems)


@pytest.mark.parametrize("break_", ["\u2028", "\u2029", "\x85"])
def test_lines_are_counted_as_yaml_counts_them(break_: str) -> None:
    _, problems = parse_text(HEAD + f"  - {{id: a, kind: event, title: 'x{break_}y', status: plannd}}\n")
    assert placed(problems) == ["3:13 S005"]
    assert problems[0].source.startswith("y'")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"events:\n  - {id: a, title: \xe9}\n", "2:20 F002"),  # Latin-1
        ("events:\n  - {title: Привет}\n".encode("cp1251"), "2:13 F002"),
        ("日本: é\n".encode()[:-2] + b"\xff", "1:5 F002"),
        ("events:\n".encode("utf-16"), "1:1 F002"),
        (b"\xff", "1:1 F002"),
        (b"events: [\xed\xa0\x80]\n", "1:10 F002"),  # a surrogate in UTF-8 clothes
        (b"events: []\n\xf0\x9f", "2:1 F002"),  # cut in the middle of a character
    ],
)
def test_what_is_not_utf_8_is_placed_at_its_first_byte(tmp_path: Path, data: bytes, place: str) -> None:
    file = tmp_path / "log.yaml"
    file.write_bytes(data)
    log, problems = parse(file)
    assert (len(log), placed(problems)) == (0, [place])


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "\t", "# only a comment\n", "\ufeff"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, text: str) -> None:
    file = tmp_path / "log.yaml"
    file.write_text(text, "utf-8")
    assert placed(parse(file)[1]) == ["0:0 F004"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("null\n", "1:1 S003"),
        ("[]\n", "1:1 S003"),
        ("events: x\n", "1:9 S003"),
        ("events: {a: b}\n", "1:9 S003"),
        ("event: []\n", "1:1 S001"),
        ("events:\n", "1:1 S010"),
        ("sources: [a]\n", "1:10 S003"),
        ("%YAML 2.0\n---\nevents: []\n", "1:1 Y001"),
    ],
)
def test_a_file_of_another_shape_is_refused(text: str, place: str) -> None:
    assert ids_and_places(text) == ([], [place])


@pytest.mark.parametrize("text", ["events: []\n", "sources: {}\n", "---\nevents: []\n", "%YAML 1.2\n---\nevents: []\n"])
def test_no_events_are_no_problem(text: str) -> None:
    assert ids_and_places(text) == ([], [])


# -- files and folders


def test_a_folder_is_read_in_the_order_of_names_and_only_event_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.yaml", "a.yml", "sub/c.yaml", "notes.txt", "d.yaml.bak"):
        (tmp_path / name).write_text(HEAD + LINE.format(name[:-4].replace("/", "-").rstrip(".")), "utf-8")
    (tmp_path / "e.yaml").mkdir()  # a folder that looks like a file
    (tmp_path / "z.jsonl").write_text('{"id":"z","kind":"event","title":"T","status":"planned"}\n', "utf-8")
    assert [event.id for event in load(tmp_path)] == ["a", "b", "sub-c", "z"]


def test_a_folder_without_files_is_a_problem(tmp_path: Path) -> None:
    assert placed(parse(tmp_path)[1]) == ["0:0 F004"]


def test_an_unknown_suffix_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "log.docx").write_bytes(b"PK\x03\x04")
    assert placed(parse(tmp_path / "log.docx")[1]) == ["0:0 F005"]


def test_a_missing_file_is_a_problem_that_names_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("events: []\n", "utf-8")
    _, problems = parse(tmp_path / "evnts.yaml")
    assert [(p.code, p.hint) for p in problems] == [("F001", "did you mean 'events.yaml'?")]


def test_a_path_with_a_nul_is_a_problem_like_any_missing_file() -> None:
    assert [p.code for p in parse("a\0b.yaml")[1]] in (["F001"], ["F003"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "log.yaml"
    file.write_text(HEAD + A, "utf-8")
    file.chmod(0)
    assert placed(parse(file)[1]) == ["0:0 F003"]


def test_what_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    assert placed(parse(loop)[1]) == ["0:0 F003"]


# -- across files


def test_sources_may_be_declared_in_another_file_even_a_later_one(tmp_path: Path) -> None:
    item = "  - {id: a, kind: event, title: T, status: planned, source: s#3}\n"
    (tmp_path / "a.yaml").write_text(HEAD + item, "utf-8")
    (tmp_path / "z.yaml").write_text("sources:\n  s: {title: S, published: 2024-03}\n", "utf-8")
    citation = load(tmp_path)["a"].history[0].source
    assert citation is not None
    assert (citation.key, citation.source.published) == ("s#3", When.parse("2024-03"))


def test_one_id_in_two_files_is_one_problem_in_the_second(tmp_path: Path) -> None:
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text(HEAD + A, "utf-8")
    log, problems = parse(tmp_path)
    assert [event.origin.path for event in log if event.origin] == [str(tmp_path / "one.yaml")]
    assert [(Path(p.path).name, p.line, p.column, p.code) for p in problems] == [("two.yaml", 2, 10, "L001")]
    assert f"{tmp_path / 'one.yaml'}:2" in problems[0].hint


def test_a_source_declared_twice_is_one_problem_and_the_first_stands() -> None:
    log, problems = parse_text("sources:\n  s: {title: First}\n", "a.yaml")
    assert (problems, log.sources["s"].title) == ([], "First")
    text = "sources:\n  s: {title: First}\n  s: {title: Second}\n"
    log, problems = parse_text(text)
    assert (placed(problems), log.sources["s"].title) == (["3:3 Y005"], "First")


def test_a_citation_of_a_source_with_a_problem_is_no_second_problem() -> None:
    item = "  - {id: a, kind: event, title: T, status: planned, source: s}\n"
    assert ids_and_places("sources:\n  s: {titel: S}\nevents:\n" + item)[1] == ["2:3 S002", "2:7 S001"]


# -- links

LINKS = [
    ("b", ""),
    ("zz", "L002"),  # nothing has that id
    ("a", "L004"),  # itself
    ("bad", ""),  # an event with a problem of its own: the link is no second problem
    ("A B", "S007"),  # no id at all: nor is this two problems
]


@pytest.mark.parametrize("field", ["part_of", "after", "related"])
@pytest.mark.parametrize(("target", "code"), LINKS)
def test_a_link_must_lead_to_another_event(field: str, target: str, code: str) -> None:
    item = f"  - {{id: a, kind: event, title: T, status: planned, {field}: [b, {target}]}}\n"
    _, problems = parse_text(HEAD + item + LINE.format("b") + "  - {id: bad, kind: evnt, title: T, status: planned}\n")
    expected = [f"2:{item.index(', ' + target + ']') + 3} {code}"] if code else []
    assert placed(problems) == [*expected, "4:21 S004"]


def test_a_link_across_files_is_sound_in_both_directions(tmp_path: Path) -> None:
    for name, other in (("a", "b"), ("b", "a")):
        item = f"  - {{id: {name}, kind: event, title: T, status: planned, related: [{other}]}}\n"
        (tmp_path / f"{name}.yaml").write_text(HEAD + item, "utf-8")
    assert parse(tmp_path)[1] == []


def linked(id_: str, after: str = "", part_of: str = "", related: str = "") -> str:
    links = {"after": after, "part_of": part_of, "related": related}
    fields = "".join(f", {name}: [{ids}]" for name, ids in links.items() if ids)
    return f"  - {{id: {id_}, kind: event, title: T, status: planned{fields}}}\n"


CIRCLES = [
    # the events, the place of each circle, its members in words
    ([linked("a", after="b"), linked("b", after="a")], ["2:61 circular 'after' links: 'a' and 'b'"]),
    ([linked("b", after="a"), linked("a", after="b")], ["3:61 circular 'after' links: 'a' and 'b'"]),
    ([linked("a", part_of="b"), linked("b", part_of="a")], ["2:63 circular 'part_of' links: 'a' and 'b'"]),
    (
        [linked("c", after="b"), linked("a", after="c"), linked("b", after="a")],
        ["3:61 circular 'after' links: 'a', 'c' and 'b'"],
    ),
    # each circle by itself, in reading order; the place is the link that leads into it
    (
        [linked("z"), linked("a", after="z, b"), linked("b", after="a", part_of="z"), *map(linked, "cd", "dc")],
        ["3:64 circular 'after' links: 'a' and 'b'", "5:61 circular 'after' links: 'c' and 'd'"],
    ),
    ([linked("a", after="b", part_of="b"), linked("b", after="a", part_of="a")],
     ["2:61 circular 'after' links: 'a' and 'b'", "2:75 circular 'part_of' links: 'a' and 'b'"]),
    # no circle: two ways to one place, one link of each sort, and `related`, which goes both ways
    ([linked("a", after="b, c"), linked("b", after="c"), linked("c")], []),
    ([linked("a", after="b"), linked("b", part_of="a")], []),
    ([linked("a", related="b"), linked("b", related="a")], []),
]  # fmt: skip


@pytest.mark.parametrize(("items", "found"), CIRCLES)
def test_a_circle_of_links_is_one_problem_with_its_place(items: list[str], found: list[str]) -> None:
    log, problems = parse_text(HEAD + "".join(items))
    assert [f"{p.line}:{p.column} {p.message}" for p in problems] == found
    assert {p.code for p in problems} <= {"L005"}
    assert len(log) == len(items)


def test_a_circle_of_json_lines_has_its_place() -> None:
    lines = [
        f'{{"id": "{a}", "kind": "event", "title": "T", "status": "planned", "after": ["{b}"]}}'
        for a, b in ("ab", "ba")
    ]
    _, problems = parse_text("\n".join(lines), "log.jsonl")
    assert [(p.code, p.line, p.column, p.width) for p in problems] == [("L005", 1, 75, 3)]


def test_a_log_with_a_circle_does_not_load() -> None:
    with pytest.raises(LoadError, match="nothing can be a part of itself: remove one of these links"):
        loads(HEAD + linked("a", part_of="b") + linked("b", part_of="a"))


def test_a_circle_deeper_than_calls_go_is_found_and_all_its_members_are_named() -> None:
    ring = [linked(f"e{n:04}", after=f"e{(n + 1) % 2000:04}") for n in range(2000)]
    _, (problem,) = parse_text(HEAD + "".join(ring))
    *names, last = (f"'e{n:04}'" for n in range(2000))
    assert problem.message == f"circular 'after' links: {', '.join(names)} and {last}"


def test_a_circle_through_an_event_with_another_problem_is_none_yet() -> None:
    bad = "  - {id: b, kind: evnt, title: T, status: planned, after: [a]}\n"
    assert [p.code for p in parse_text(HEAD + linked("a", after="b") + bad)[1]] == ["S004"]


def test_a_link_to_nothing_names_the_nearest_id() -> None:
    item = "  - {id: cu-bus, kind: event, title: T, status: planned, after: [cu-buss-2]}\n"
    _, problems = parse_text(HEAD + item + LINE.format("cu-bus-2"))
    assert [p.hint for p in problems] == ["did you mean 'cu-bus-2'?"]


MANY = [
    (LINE.replace("{}", "{0}").replace("}}", ", after: [x{0}]}}"), "L002"),
    (LINE.replace("{}", "{0}").replace("}}", ", source: x{0}}}"), "S011"),
]


@pytest.mark.parametrize(("item", "code"), MANY)
def test_many_names_that_lead_nowhere_do_not_each_search_the_whole_log(
    monkeypatch: pytest.MonkeyPatch, item: str, code: str
) -> None:
    # to look for the nearest name for each would take time by the square of the log
    compared = 0

    def count(_word: str, known: Any, *_: Any, **__: Any) -> list[str]:
        nonlocal compared
        compared += len(known)
        return []

    monkeypatch.setattr("difflib.get_close_matches", count)
    sources = "sources:\n" + "".join(f"  s{n}: {{title: S}}\n" for n in range(1000))
    _, problems = parse_text(sources + HEAD + "".join(item.format(f"e{n}") for n in range(1000)))
    assert [p.code for p in problems] == [code] * 1000
    assert compared <= 100_000


# -- fields and statements


@pytest.mark.parametrize("missing", ["id", "kind", "title", "status"])
def test_a_needed_field_is_asked_for(missing: str) -> None:
    fields = {"id": "a", "kind": "event", "title": "T", "status": "planned"}
    item = ", ".join(f"{name}: {value}" for name, value in fields.items() if name != missing)
    _, problems = parse_text(HEAD + f"  - {{{item}}}\n")
    assert placed(problems) == ["2:5 S002"]
    assert missing in problems[0].message


def test_an_observation_needs_no_status() -> None:
    log, problems = parse_text(HEAD + "  - {id: a, kind: observation, title: T, when: 2023}\n")
    assert (problems, log["a"].status) == ([], Status.COMPLETED)


@pytest.mark.parametrize("field", ["status: planned", "when: 2024", "said: 2024", "reason: r", "quote: q"])
def test_a_flat_statement_beside_a_history_is_refused(field: str) -> None:
    item = f"  - {{id: a, kind: event, title: T, {field}, history: [{{status: planned}}]}}\n"
    assert ids_and_places(HEAD + item) == ([], ["2:36 S009"])


@pytest.mark.parametrize(
    ("entries", "marked", "code"),
    [
        ("[]", "[]", "S003"),
        ("text", "text", "S003"),
        ("{status: planned}", "{status", "S003"),
        ("[text, {status: planned}]", "text", "S003"),
        ("[{status: planned, whn: 2024}]", "whn", "S001"),
        ("[{when: 2024}]", "{when", "S002"),
        ("[{status: planned, when: [2024]}]", "[2024", "S003"),
        ("[{status: planned, correction: perhaps}]", "perhaps", "S003"),
    ],
)
def test_a_history_is_a_list_of_statements(entries: str, marked: str, code: str) -> None:
    item = f"  - {{id: a, kind: event, title: T, history: {entries}}}\n"
    assert ids_and_places(HEAD + item) == ([], [f"2:{item.index(marked) + 1} {code}"])


SAID = [
    ("said: 2024-02-02, source: s", "2024-02-02"),
    ("source: s", "2024-03"),  # the source's own day
    ("source: s#4", "2024-03"),
    ("source: undated", None),
    ("said: 2024-02-02", "2024-02-02"),
    ("reason: nobody said when", None),
]


@pytest.mark.parametrize(("fields", "said"), SAID)
def test_said_is_the_day_of_the_source_unless_stated(fields: str, said: str | None) -> None:
    sources = "sources:\n  s: {title: S, published: 2024-03}\n  undated: {title: U}\n"
    log, problems = parse_text(sources + HEAD + f"  - {{id: a, kind: event, title: T, status: planned, {fields}}}\n")
    assert problems == []
    assert log["a"].history[0].said == (When.parse(said) if said else None)


@pytest.mark.parametrize("blank", ["''", "' '", ""])
def test_a_field_without_a_value_is_a_problem(blank: str) -> None:
    item = f"  - id: a\n    kind: event\n    title: T\n    status: planned\n    note: {blank}\n"
    assert ids_and_places(HEAD + item) == ([], ["6:5 S010"])


SUGGESTIONS = [
    ("titel: T", "title"),
    ("staus: planned", "status"),
    ("contries: [CU]", "countries"),
    ("partof: [b]", "part_of"),
]


@pytest.mark.parametrize(("field", "meant"), SUGGESTIONS)
def test_an_unknown_field_is_answered_with_the_nearest(field: str, meant: str) -> None:
    _, problems = parse_text(HEAD + f"  - {{id: a, kind: event, title: T, status: planned, {field}}}\n")
    assert [(p.code, p.hint) for p in problems] == [("S001", f"did you mean '{meant}'?")]


def test_a_fact_of_another_kind_is_refused() -> None:
    assert ids_and_places(HEAD + "  - {id: a, kind: launch, title: T, status: planned, goods: x}\n")[1] == ["2:54 S001"]


# -- kinds of a user


@pytest.fixture
def inspection() -> Iterator[type[Event]]:
    """A kind with one fact of each sort, unregistered afterwards."""

    @event_kind("inspection")
    @attrs.frozen(kw_only=True)
    class Inspection(Event):
        inspector: str | None = fields.text("who looks")
        visits: int | None = fields.integer("how often")
        deadline: When | None = fields.date("until when")
        sites: tuple[str, ...] = fields.texts("where")
        checks: tuple[str, ...] = fields.links("what it checks")

    yield Inspection
    KINDS.pop("inspection")


def test_a_registered_kind_is_read_with_its_own_facts(inspection: type[Event]) -> None:
    item = (
        "{id: i, kind: inspection, title: T, status: planned, inspector: NO, visits: 3, deadline: by the end of 2024,"
    )
    log, problems = parse_text(HEAD + A + f"  - {item} sites: [x, 0x10], checks: [a]}}\n")
    assert problems == []
    assert type(log["i"]) is inspection
    assert log["i"].facts() == {
        "inspector": "NO", "visits": 3, "deadline": When.parse("[..2024-12-31]"), "sites": ("x", "0x10"),
        "checks": ("a",),
    }  # fmt: skip
    assert log["i"].links()["checks"] == ("a",)


def test_the_facts_of_a_registered_kind_are_checked(inspection: type[Event]) -> None:
    del inspection
    item = "  - {id: i, kind: inspection, title: T, status: planned, visits: often, checks: [zz], inspectr: x}\n"
    _, problems = parse_text(HEAD + item)
    assert [p.code for p in problems] == ["S008", "S001"]
    _, problems = parse_text(HEAD + "  - {id: i, kind: inspection, title: T, status: planned, checks: [zz]}\n")
    assert [p.code for p in problems] == ["L002"]


def test_an_unregistered_kind_is_unknown_again() -> None:
    assert ids_and_places(HEAD + "  - {id: i, kind: inspection, title: T, status: planned}\n")[1] == ["2:19 S004"]


# -- laws


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_no_text_whatever_makes_reading_fail(text: str) -> None:
    log, problems = parse_text(text)
    assert len(log) == 0 or "event" in text
    assert problems == sorted(problems, key=lambda p: p.sort_key)


FRAGMENTS = [
    *'"\'{}[]#|>-', "  - ", "id: ", "a", "\n", "    ", "kind: event", "title: ", ": ", ", ", "\t", "&x", "*x", "!t",
    "---", "status: planned", "\x07", "é", "<<: ", "? ",
]  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
def test_no_yaml_whatever_makes_reading_fail_or_problems_endless(tail: str) -> None:
    _, problems = parse_text(HEAD + A + tail)
    assert len(problems) <= 10 * yaml_reader.MOST_PROBLEMS
    assert all(1 <= p.line <= 4 + tail.count("\n") for p in problems if p.line)


@given(st.lists(st.sampled_from(GOOD + [row[0] for row in BROKEN if row[1]]), max_size=8))
def test_problems_come_in_the_order_of_the_file(items: list[str]) -> None:
    _, problems = parse_text(HEAD + "".join(items))
    assert [p.line for p in problems] == sorted(p.line for p in problems)
