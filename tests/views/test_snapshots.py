"""The real log as people see it, at four widths: the stored texts are compared exactly.

After a change of a view look at what differs, then `LACEVENTLOG_UPDATE=1 pytest tests/views/test_snapshots.py`.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from wcwidth import wcswidth

from laceventlog.cli.command import main

SNAPSHOTS = Path(__file__).parent / "snapshots"
WIDTHS = (40, 80, 100, 160)
PICTURES = {
    f"{verb}-{width}{twin.replace('--', '-')}": [verb, "--width", str(width), *twin.split()]
    for verb, width, twin in itertools.product(("list", "overdue", "timeline"), WIDTHS, ("", "--ascii"))
} | {
    "overdue-possible-100": ["overdue", "--possible", "--width", "100"],
    "table": ["list", "--format", "table"],
    "table-ascii": ["list", "--format", "table", "--ascii"],
    "markdown": ["list", "--format", "md"],
    "history-80": ["history", "cu-uaz-skd-start", "--width", "80"],
    "news-80": ["history", "--country", "VE", "--width", "80"],
    "show-80": ["show", "cu-uaz-skd-start", "--width", "80"],
    "show-programme-80": ["show", "ve-insulin-project", "--width", "80"],
}
SPOKEN = {
    f"{verb.split()[0]}-{width}-{code}{twin.replace('--', '-')}": [
        *verb.split(), *(["--width", str(width)] if width else []), "--lang", code, *twin.split(),
    ]
    for verb, width, twin in [
        ("list", 60, ""), ("list", 80, ""), ("list", 100, ""), ("overdue --possible", 100, ""), ("timeline", 80, ""),
        ("timeline", 100, ""), ("show cu-uaz-skd-start", 80, ""), ("history cu-uaz-skd-start", 80, ""),
        ("list", 100, "--ascii"), ("timeline", 100, "--ascii"),
    ]
    for code in ("es", "pt", "ru")
}  # fmt: skip
SPOKEN |= {f"table-{code}": ["list", "--format", "table", "--lang", code] for code in ("es", "pt", "ru")}
SPOKEN |= {f"markdown-{code}": ["list", "--format", "md", "--lang", code] for code in ("es", "pt", "ru")}
PICTURES |= SPOKEN
OF_A_WIDTH = [name for name, arguments in PICTURES.items() if "--width" in arguments]


def picture(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command prints."""
    verb, *options = PICTURES[name]
    ids = [options.pop(0)] if not options[0].startswith("--") else []
    paths = [*ids, str(root / "events")]
    status = main([verb, *paths, "--today", "2025-03-01", *options])
    printed = capsys.readouterr()
    assert (status, printed.err) == (1 if verb == "overdue" else 0, "")
    return printed.out


VERSIONS = {
    f"diff-{width}{twin.replace('--', '-')}": ["--width", str(width), *twin.split()]
    for width, twin in itertools.product((40, 100), ("", "--ascii"))
} | {"diff-markdown": ["--format", "md"]}
VERSIONS |= {f"diff-80-{code}": ["--width", "80", "--lang", code] for code in ("es", "pt", "ru")}


@pytest.mark.parametrize("name", VERSIONS)
def test_two_versions_compared_look_as_stored(
    name: str, root: Path, capsys: pytest.CaptureFixture[str], same_text: Callable[[Path, str], None]
) -> None:
    folder = root / "examples" / "versions"
    status = main(["diff", str(folder / "march.yaml"), str(folder / "june.yaml"), *VERSIONS[name]])
    printed = capsys.readouterr()
    assert (status, printed.err) == (1, "")
    same_text(SNAPSHOTS / f"{name}.txt", printed.out)


@pytest.mark.parametrize("name", PICTURES)
def test_the_real_log_looks_as_stored(
    name: str, root: Path, capsys: pytest.CaptureFixture[str], same_text: Callable[[Path, str], None]
) -> None:
    same_text(SNAPSHOTS / f"{name}.txt", picture(name, root, capsys))


def test_every_stored_text_has_its_picture() -> None:
    assert sorted(path.stem for path in SNAPSHOTS.iterdir()) == sorted(PICTURES | VERSIONS)


@pytest.mark.parametrize("name", OF_A_WIDTH)
def test_no_line_of_the_real_log_is_wider_than_asked(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = picture(name, root, capsys).splitlines()
    width = int(PICTURES[name][PICTURES[name].index("--width") + 1])
    assert [line for line in lines if wcswidth(line) > width] == []


# the three dots of an ellipsis are wider than its one sign, so what stands behind it moves to the right.
@pytest.mark.parametrize("name", [name for name in OF_A_WIDTH if not name.endswith("-ascii")])
def test_the_ascii_twin_has_every_sign_in_its_column(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if f"{name}-ascii" in PICTURES:
        lines, twins = (picture(n, root, capsys).splitlines() for n in (name, f"{name}-ascii"))
        assert [len(line) for line in twins] == [len(line) for line in lines]
