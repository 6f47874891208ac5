"""Paths as text: written and found as pathlib does it, without importing it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from laceventlog.eventfile.paths import SUFFIXES, event_files_in, is_event_file, normalised


@given(st.text("ab./ ", max_size=12))
@example("")
@example("/")
@example("//x")
@example("///")
@example("./events/")
@example("events//../.")
def test_any_path_is_written_as_pathlib_does(path: str) -> None:
    assert normalised(path) == str(Path(path)) == normalised(Path(path))


@given(st.from_regex(r"[ab.]{0,5}(\.ya?ml|\.jsonl|\.txt)?", fullmatch=True))
def test_any_name_has_the_suffix_that_pathlib_sees(name: str) -> None:
    assert is_event_file(name) == is_event_file(f"events.yaml/{name}") == (Path(name).suffix in SUFFIXES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files, folders, links and other things that may lie about."""
    for name in (
        "b.yaml",
        "a.jsonl",
        "a/z.yml",
        "a-b/c.yaml",
        "a/.hidden/d.yaml",
        ".e.yaml",
        "..yaml",
        "notes.txt",
        "x.yaml/y.txt",
    ):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "far.yaml").touch()
    (tmp_path / "in" / "link.yaml").symlink_to(tmp_path / "out" / "far.yaml")
    (tmp_path / "in" / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    (tmp_path / "in" / "around").symlink_to(tmp_path / "in", target_is_directory=True)
    return tmp_path / "in"


@pytest.mark.parametrize("place", ["here", "named", "absolute"])
def test_a_folder_holds_what_pathlib_finds_in_it(place: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder if place == "here" else folder.parent)
    asked = {"here": ".", "named": "in/", "absolute": str(folder)}[place]
    found = sorted(path for path in Path(asked).rglob("*") if path.suffix in SUFFIXES and path.is_file())
    assert event_files_in(normalised(asked)) == list(map(str, found))
    assert len(found) == 8
