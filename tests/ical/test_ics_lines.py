"""Content lines of iCalendar: unfolded before they are decoded, each with its place; nothing lost, nothing guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog.errors import Problem
from laceventlog.ical import encoding
from laceventlog.ical.content_lines import Line, Property, parse, physical, property_of, unfold


def lines(data: bytes) -> list[Line]:
    return list(unfold(data, "x.ics", []))


def found_in(data: bytes) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in parse(data, "x.ics")[1]]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", []),
        (b"A:1\r\nB:2\r\n", [(1, "A:1"), (2, "B:2")]),
        (b"A:1\nB:2", [(1, "A:1"), (2, "B:2")]),
        (b"A:1\rB:2\r", [(1, "A:1"), (2, "B:2")]),
        (b"\xef\xbb\xbfA:1\r\n", [(1, "A:1")]),
        (b"A:1\r\n 2\r\n\t3\r\nB:4\r\n", [(1, "A:123"), (4, "B:4")]),
        (b"A:1\r\n  2\r\n", [(1, "A:1 2")]),
        (b"A:1\r\n \r\nB:2\r\n", [(1, "A:1"), (3, "B:2")]),
        (b"A:1\r\n\r\nB:2\r\n", [(1, "A:1"), (3, "B:2")]),
        (b"A:1\r\n\r\n 2\r\n", [(1, "A:1"), (3, " 2")]),  # nothing to go on with: the checker says what it is
        (b"A:\xc3\r\n \xb5\r\n", [(1, "A:õ")]),
        (b"A:x\x0by\x0c\xc2\x85\xe2\x80\xa8z\r\n", [(1, "A:x\x0by\x0c\x85\u2028z")]),  # no line ends here
    ],
)
def test_lines_are_unfolded(data: bytes, expected: list[tuple[int, str]]) -> None:
    assert [(line.number, line.text) for line in lines(data)] == expected


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=300))
def test_any_value_comes_back_from_a_folded_line(value: str) -> None:
    found = property_of(lines(encoding.fold([f"X-A:{value}"]))[0])
    assert isinstance(found, Property)
    assert (found.name, found.value) == ("X-A", value)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60), st.data())
def test_every_character_is_found_at_its_place(text: str, draw: st.DataObject) -> None:
    octets = f"A:{text}".encode()
    cuts = sorted(draw.draw(st.sets(st.integers(2, len(octets)), max_size=5)))
    data = b"\r\n ".join(octets[a:b] for a, b in zip([0, *cuts], [*cuts, len(octets)], strict=True))
    (line,) = lines(data)
    pieces = physical(data)
    at = draw.draw(st.integers(0, len(line.text) - 1))
    number, column = line.place(at)
    shown = ("" if number == 1 else " ") + line.problem("C001", "", "", at, at + 1).source.removeprefix(" ")
    assert shown[column - 1] == line.text[at] or line.text[at] == " "
    assert 1 <= number <= len(pieces)


@pytest.mark.parametrize(
    ("line", "name", "params", "value"),
    [
        ("SUMMARY:a:b", "SUMMARY", {}, "a:b"),
        ("summary:", "SUMMARY", {}, ""),
        ("A;b=c:d", "A", {"B": ("c",)}, "d"),
        ("A;B=c,d;E=f:g", "A", {"B": ("c", "d"), "E": ("f",)}, "g"),
        ('A;B="c;d:e,f",g:h', "A", {"B": ("c;d:e,f", "g")}, "h"),
        ('A;B="":c', "A", {"B": ("",)}, "c"),
        ("A;B=:c", "A", {"B": ("",)}, "c"),
        ("A;B=c,:d", "A", {"B": ("c", "")}, "d"),
        ("A;B=c;b=d:e", "A", {"B": ("c", "d")}, "e"),  # given twice: both are kept
        ("A;B=a=b:c", "A", {"B": ("a=b",)}, "c"),
    ],
)
def test_a_line_is_taken_apart(line: str, name: str, params: dict[str, tuple[str, ...]], value: str) -> None:
    found = property_of(Line("x.ics", 1, line))
    assert isinstance(found, Property)
    assert (found.name, found.params, found.value, line[found.value_at :]) == (name, params, value, value)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (":a", 1), (" a:b", 1), ("ÄA:b", 1), ("A", 2), ("A B:c", 2), ("A;:b", 2), ("A;B:c", 2), ("A;B=c", 6),
        ('A;B="c:d', 5), ('A;B="c"d:e', 8), ('A;B=c"d:e', 6),
    ],
)  # fmt: skip
def test_a_text_that_is_not_a_content_line_is_reported_with_its_place(line: str, column: int) -> None:
    found = property_of(Line("x.ics", 7, line))
    assert isinstance(found, Problem)
    assert (found.code, found.line, found.column) == ("C001", 7, column)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"BEGIN:A\nEND:A\n", []),
        (b"begin:a\nend:A\n", []),
        (b"", [("C003", 0, 0)]),
        (b"BEGIN:A\n", [("C003", 1, 1)]),
        (b"BEGIN:A\nBEGIN:B\n", [("C003", 1, 1), ("C003", 2, 1)]),
        (b"BEGIN:A\nBEGIN:B\nEND:A\n", [("C003", 3, 5)]),
        (b"BEGIN:A\nEND:B\nEND:A\n", [("C003", 2, 5)]),
        (b"BEGIN:A\nEND:A\nEND:A\n", [("C003", 3, 5)]),
        (b"X:1\nBEGIN:A\nEND:A\n", [("C003", 1, 1)]),
        (b"BEGIN:A\nBEGIN:A\nEND:A\nEND:A\n", []),
        (b"BEGIN:A\nX:\xff\nEND:A\n", [("C002", 2, 3)]),
        (b"BEGIN:A\nX:\xef\xbf\xbd\xe9!\nEND:A\n", [("C002", 2, 4)]),  # a sign of damage that is only quoted
        (b"BEGIN:A\nX:abc\n de\xe9f\nEND:A\n", [("C002", 3, 4)]),
    ],
)
def test_components_and_what_keeps_them_from_fitting(data: bytes, expected: list[tuple[str, int, int]]) -> None:
    assert found_in(data) == expected


def test_components_keep_what_is_inside() -> None:
    (top,), _ = parse(b"BEGIN:A\nX:1\nBEGIN:B\nY:2\nEND:B\nX:3\nEND:A\n", "x.ics")
    assert [each.value for each in top.all("X")] == ["1", "3"]
    assert (top.first("X"), top.first("Y")) == (top.properties[0], None)
    assert [(child.name, child.properties[0].value) for child in top.children] == [("B", "2")]
    assert top.properties[0].param("TZID") is None


@pytest.mark.parametrize(
    ("lines", "text", "texts", "number"),
    [
        ([], "", [], 0), (["X:"], "", [], 0), (["X:", "X: 7 "], "7", ["7"], 0), (["X:+3"], "+3", ["+3"], 3),
        (["X:-3"], "-3", ["-3"], 0), (["X:soon"], "soon", ["soon"], 0), (["X:99999999999"], "99999999999", ["99999999999"], 0),
        ([r"X:a\, b,c", "X:c"], "a, b,c", ["a, b", "c"], 0),
    ],
)  # fmt: skip
def test_values_of_a_component(lines: list[str], text: str, texts: list[str], number: int) -> None:
    (top,), _ = parse("\r\n".join(["BEGIN:A", *lines, "END:A"]).encode(), "x.ics")
    assert (top.text("X"), top.texts("X"), top.number("X")) == (text, texts, number)


def test_a_parameter_is_underlined_at_its_place() -> None:
    found = property_of(Line("x.ics", 1, "DTSTART;value=DATE;TzId=A/B:20240101"))
    assert isinstance(found, Property)
    problem = found.param_problem("TZID", "C011", "")
    assert (problem.column, problem.width) == (20, 4)


@pytest.mark.parametrize("data", [b"BEGIN:A\n" * 5000 + b"END:B\n" * 5000, b"BEGIN:A\n" * 5000 + b"END:A\n" * 5000])
def test_components_however_deep(data: bytes) -> None:
    top, problems = parse(data, "x.ics")
    assert (len(top), len(problems)) == (1, 0 if b"END:A" in data else 10_000)
    assert repr(top[0]).startswith("Component(name='A'")
