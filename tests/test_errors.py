"""The error gallery: a reproducing file and the exact text for every code; docs/errors.md is made of them."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from laceventlog.cli import main
from laceventlog.errors import CODES, VISIBLE, WARNINGS, Problem, caret

GALLERY = Path(__file__).parent / "errors"
ENTRIES = sorted(p for p in GALLERY.iterdir() if p.suffix in (".yaml", ".jsonl", ".args", ".ics"))
IMPORTED = [p for p in ENTRIES if "-import-" in p.name]
CHECKED = [p for p in ENTRIES if p not in IMPORTED]
Same = Callable[[Path, str], None]

HEAD = """# Errors

Every problem is said as `path:line:column: CODE what is wrong`, with the source line, a caret and a remedy; all
problems of all files at once. The first line is what editors know from compilers (GCC's format). Codes are stable. Their
letter tells the layer: **F**ile, **Y**AML or JSON, **S**chema (fields and values), **D**ate, **L**ink,
**C**alendar (an `.ics` file that was named; C050 and after are said by `laceventlog import`), **P**lausibility. A code
marked *warning* stands in the way of nothing and can be left out with `--ignore`.

For programs, `laceventlog check --format json` prints a list of objects; names and meanings are stable, others may be
added:

| field | what |
|--|--|
| `path` | the file as it was named; `<stdin>` for standard input |
| `line`, `column` | where it begins, counted from 1, in characters; both 0 where the whole file is meant |
| `end_column` | the column after its last character, in the same line; 0 for the whole file |
| `width` | how many characters are meant |
| `code`, `severity` | as below; `error`, or `warning` for what stands in the way of nothing |
| `message`, `hint` | what is wrong; what to do, empty where that is plain |
| `source` | the line as it stands in the file, empty for the whole file |

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
    ],
)
def test_the_caret_stands_under_the_words(source: str, column: int, width: int, marks: str) -> None:
    assert caret(source, column, width).splitlines()[1] == marks


def test_a_long_line_is_shown_around_the_problem() -> None:
    problem = Problem("a.yaml", 3, 301, "D001", "no date", "x" * 300 + "HERE" + "y" * 300, width=4)
    shown, marks = str(problem).splitlines()[1:3]
    assert len(shown) < 110
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "HERE"
