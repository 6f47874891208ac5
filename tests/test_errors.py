"""The error gallery: a reproducing file and the exact text for every code; docs/errors.md is made from them."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog.cli.command import main
from laceventlog.errors import CODES, VISIBLE, WARNINGS, Problem, around, caret
from laceventlog.text_width import columns

GALLERY = Path(__file__).parent / "errors"
ENTRIES = sorted(p for p in GALLERY.iterdir() if p.suffix in (".yaml", ".jsonl", ".args", ".ics"))
IMPORTED = [p for p in ENTRIES if "-import-" in p.name]
CHECKED = [p for p in ENTRIES if p not in IMPORTED]
Same = Callable[[Path, str], None]
FAMILY = "👨\u200d👩\u200d👧\u200d👦"

HEAD = """# Errors

All problems of all files are reported at once, each as `path:line:column: CODE message` with the source line, a caret and
a remedy. Editors know the format of the first line from compilers (GCC). Codes are stable; their letter is the layer:
**F**ile, **Y**AML or JSON, **S**chema (fields and values), **D**ate, **L**ink, **C**alendar (`.ics` files; C050 and above
are reported by `laceventlog import`), **P**lausibility. A *warning* does not keep a file from being loaded, and can be
ignored with `--ignore`.

For programs, `laceventlog check --format json` prints a list of objects; names and meanings are stable, new fields may be
added:

| field | meaning |
|--|--|
| `path` | the file as it was given; `<stdin>` for standard input |
| `line`, `column` | its beginning, counted from 1, in characters; both 0 for the whole file |
| `end_column` | the column after its last character, in the same line; 0 for the whole file |
| `width` | the number of characters |
| `code`, `severity` | as below; `error` or `warning` |
| `message`, `hint` | the problem; the remedy, empty if obvious |
| `source` | the line of the file, empty for the whole file |

This page is made from the files in `tests/errors/` by `make docs`.
"""


def reproduce(entry: Path, folder: Path) -> str:
    """Copy the entry to a folder of its own (or set up what its .args name) and give the path to check."""
    if entry.suffix != ".args":
        shutil.copy(entry, folder / entry.name)
        return entry.name
    name = entry.read_text("utf-8").strip()
    if name == "loop.yaml":  # a link to itself: no permission is needed to make it unreadable, even for root
        (folder / name).symlink_to(folder / name)
    elif name == "notes.docx":
        (folder / name).write_bytes(b"PK")
    else:
        (folder / "events.yaml").write_text("events: []\n", "utf-8")
    return name


@pytest.mark.parametrize("entry", CHECKED, ids=lambda p: p.stem)
def test_each_error_says_exactly_this(
    entry: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    same_text: Same,
) -> None:
    name = reproduce(entry, tmp_path)
    monkeypatch.chdir(tmp_path)
    status = main(["check", name])
    printed = capsys.readouterr()
    assert status in (1, 2)
    assert printed.err == ""
    assert f": {entry.name[:4]} " in printed.out
    same_text(entry.with_suffix(entry.suffix + ".txt"), printed.out)


@pytest.mark.parametrize("entry", IMPORTED, ids=lambda p: p.stem)
def test_each_problem_of_a_calendar_says_exactly_this(
    entry: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    same_text: Same,
) -> None:
    name = reproduce(entry, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["import", name, "--from", "2024", "--to", "2024"]) == 1
    said = capsys.readouterr().err.removesuffix("\n").rpartition("\n")[0]  # the last line counts
    assert f": {entry.name[:4]} " in said
    same_text(entry.with_suffix(entry.suffix + ".txt"), said + "\n")


def test_every_code_has_an_entry_and_every_entry_a_code() -> None:
    assert {entry.name[:4] for entry in ENTRIES} == set(CODES)


def test_the_page_of_errors_is_made_from_the_gallery(root: Path, same_text: Same) -> None:
    same_text(root / "docs" / "errors.md", HEAD + "".join(map(section, CODES)))


def section(code: str) -> str:
    parts = [f"\n## {code} {CODES[code]}{' (*warning*)' if code in WARNINGS else ''}\n"]
    for entry in (e for e in ENTRIES if e.name.startswith(code)):
        said = entry.with_suffix(entry.suffix + ".txt").read_text("utf-8")
        language = {".yaml": "yaml", ".jsonl": "json", ".ics": "ics"}.get(entry.suffix)
        if language and entry.stat().st_size:
            parts.append(f"\n```{language}\n{shown(entry)}```\n".replace("…```", "…\n```"))
        parts.append(f"\n```text\n{said}```\n")
    return "".join(parts)


def shown(entry: Path) -> str:
    """The beginning of a file, as a page can show it."""
    source = entry.read_bytes().decode("utf-8", "replace")
    if entry.suffix != ".ics":
        beginning = "".join(source.splitlines(keepends=True)[:16])
        return beginning + ("…" if beginning != source else "")
    return "".join(f"{line.translate(VISIBLE)}\n" for line in re.split("\r?\n", source.rstrip("\r\n")))


@pytest.mark.parametrize(
    ("source", "column", "width", "marks"),
    [
        ("when: 2025", 7, 4, "        ^^^^"),
        ("\twhen", 2, 4, "   ^^^^"),  # a tab is shown as one blank
        ("名: 日付", 4, 2, "      ^^^^"),  # wide characters take two columns
        ("é: x", 4, 1, "     ^"),  # a combining accent takes none
        ("", 1, 1, "  ^"),  # an empty line still gets its caret
        (f"{FAMILY} x", 9, 1, "     ^"),  # an emoji sequence takes two, however many characters it is made of
        (f"{FAMILY}{FAMILY} x", 8, 7, "    ^^"),  # the second of two
        (f"{FAMILY} x", 3, 2, "    ^"),  # inside a sequence: behind it, as it has no columns of its own
        ("👍🏽 x", 4, 1, "     ^"),  # a skin tone
        ("❤\ufe0f x", 4, 1, "     ^"),  # a heart that is widened by the selector behind it
        ("🇨🇺🇷🇺 x", 6, 1, "       ^"),  # flags
        ("e\u0301te\u0301: x", 8, 1, "       ^"),  # combining accents
        (
            "soft\u00adhyphen: x",
            14,
            1,
            " " * (2 + columns("soft\u00adhyphen: ")) + "^",
        ),  # none or one: releases of wcwidth differ
        ("한국어 x", 5, 1, "         ^"),
        ("ｆｕｌｌ", 3, 2, "      ^^^^"),
    ],
)
def test_the_caret_stands_under_the_words(source: str, column: int, width: int, marks: str) -> None:
    assert caret(source, column, width).splitlines()[1] == marks


def test_a_long_line_is_shown_around_the_problem() -> None:
    problem = Problem("a.yaml", 3, 301, "D001", "no date", "x" * 300 + "HERE" + "y" * 300, width=4)
    shown, marks = str(problem).splitlines()[1:3]
    assert len(shown) < 110
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "HERE"


PIECES = st.text(max_size=9) | st.sampled_from([*"日本語🚌\te\u0301", FAMILY, "👍🏽", "❤\ufe0f", "🇨🇺"])
LINE = st.lists(PIECES, max_size=60).map(lambda pieces: "".join(map(str, pieces)))


@given(LINE, st.integers(1, 320), st.integers(0, 40), st.integers(20, 160))
def test_no_line_wraps_and_the_carets_stand_inside_it(line: str, column: int, width: int, room: int) -> None:
    shown, marks = around(line, room, (column, width)).split("\n")
    assert columns(shown) <= room
    assert "^" in marks
    assert len(marks) <= max(columns(shown), 2) + 1  # one stands behind a line that should go on


@given(st.text("ab 日🚌\t", max_size=200), st.text("ab 日🚌\t", max_size=200), st.integers(20, 120))
def test_the_carets_stand_under_the_words_wherever_they_are(before: str, after: str, room: int) -> None:
    shown, marks = around(f"{before}HERE{after}", room, (len(before) + 1, 4)).split("\n")
    at = shown.index("HERE")
    assert (columns(shown[:at]), len(marks) - len(marks.lstrip()), marks.count("^")) == (
        columns(shown[:at]),
        marks.index("^"),
        4,
    )
    assert columns(shown[:at]) == marks.index("^")


@pytest.mark.parametrize(
    ("line", "room", "places", "shown"),
    [
        ("short", 20, [(1, 5)], "  short\n  ^^^^^"),
        ("x" * 40 + "HERE", 20, [(41, 4)], "  …xxxxxxxxxxxxHERE\n               ^^^^"),
        ("HERE" + "x" * 40, 20, [(1, 4)], "  HERExxxxxxxxxxxx…\n  ^^^^"),
        ("x" * 40, 20, [(41, 1)], "  …xxxxxxxxxxxxxxxx\n                   ^"),  # behind its end
        ("ab cd" + " " * 40, 20, [(1, 2), (4, 2), (40, 2)], "  ab cd           …\n  ^^ ^^"),  # one is cut off
        ("a" * 40, 20, [(3, 36)], "  aaaaaaaaaaaaaaaa…\n    ^^^^^^^^^^^^^^"),
        ("日" * 40 + "HERE", 20, [(41, 4)], "  …日日日日日日HERE\n               ^^^^"),
        ("a\u202eb\u200bc", 20, [(3, 1)], "  a�b\u200bc\n    ^"),  # nothing turns the writing
        ("👩\u200d👩\ufe0f x", 20, [(6, 1)], "  👩\u200d👩\ufe0f x\n     ^"),
    ],
)
def test_a_line_is_cut_around_what_is_meant(line: str, room: int, places: list[tuple[int, int]], shown: str) -> None:
    assert around(line, room, *places) == shown


def test_a_very_long_line_costs_no_more_than_what_is_shown() -> None:
    assert len(str(Problem("a", 1, 500_000, "D001", "m", "日" * 10**6))) < 250


FIELDS = {"path", "line", "column", "end_column", "width", "code", "severity", "message", "hint", "source"}


def test_editors_get_the_fields_that_the_page_promises(root: Path) -> None:
    error, whole = Problem("a", 3, 5, "D001", "m", "when: soon", width=4), Problem("a", 0, 0, "P001", "m")
    assert set(error.as_dict()) == FIELDS == set(re.findall("`([a-z_]+)`(?=[^|]*\\|)", HEAD)) - {"warning", "error"}
    assert (error.as_dict()["end_column"], error.as_dict()["severity"]) == (9, "error")
    assert (whole.as_dict()["end_column"], whole.as_dict()["severity"]) == (0, "warning")
    assert all(f"`{name}`" in (root / "docs/errors.md").read_text("utf-8") for name in FIELDS)
