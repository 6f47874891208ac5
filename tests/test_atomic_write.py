"""Writing a file: whole or not at all, and nothing beside it changes."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from laceventlog import UsageError
from laceventlog.atomic_write import replacing


def write(path: Path, data: bytes = b"new") -> None:
    with replacing(path) as file:
        file.write(data)


def inside(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("old", [None, b"", b"old", b"a longer old text than the new one"])
def test_the_new_text_takes_the_place_of_the_old_one(tmp_path: Path, old: bytes | None) -> None:
    target = tmp_path / "out.ics"
    if old is not None:
        target.write_bytes(old)
    write(target)
    assert (target.read_bytes(), inside(tmp_path)) == (b"new", ["out.ics"])


def test_until_the_end_the_old_text_stands(tmp_path: Path) -> None:
    target = tmp_path / "out.ics"
    target.write_bytes(b"old")
    with replacing(target) as file:
        file.write(b"new" * 100_000)
        file.flush()
        assert target.read_bytes() == b"old"
    assert len(target.read_bytes()) == 300_000


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, UsageError, SystemExit])
@pytest.mark.parametrize("existed", [True, False])
def test_what_fails_half_way_changes_nothing(tmp_path: Path, error: type[BaseException], existed: bool) -> None:
    target = tmp_path / "out.ics"
    if existed:
        target.write_bytes(b"old")

    def fail() -> None:
        with replacing(target) as file:
            file.write(b"half")
            raise error

    with pytest.raises(error):
        fail()
    assert inside(tmp_path) == (["out.ics"] if existed else [])
    assert not existed or target.read_bytes() == b"old"


def test_a_full_disk_is_a_usage_error_that_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "out.ics"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="cannot be written: No space left on device"):
        write(target)
    assert (target.read_bytes(), inside(tmp_path)) == (b"old", ["out.ics"])


@pytest.mark.parametrize("permissions", [0o600, 0o640, 0o644, 0o755])
def test_permissions_are_kept(tmp_path: Path, permissions: int) -> None:
    target = tmp_path / "out.ics"
    target.write_bytes(b"old")
    target.chmod(permissions)
    write(target)
    assert mode(target) == permissions


def test_a_new_file_has_the_permissions_every_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    write(tmp_path / "out.ics")
    assert mode(tmp_path / "out.ics") == mode(tmp_path / "other")


@pytest.mark.parametrize("relative", [True, False])
def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path, relative: bool) -> None:
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "out.ics", tmp_path / "link.ics"
    target.write_bytes(b"old")
    link.symlink_to("real/out.ics" if relative else target)
    write(link)
    assert link.is_symlink()
    assert (target.read_bytes(), inside(tmp_path / "real")) == (b"new", ["out.ics"])


def test_a_link_to_nothing_yet_makes_its_target(tmp_path: Path) -> None:
    link = tmp_path / "link.ics"
    link.symlink_to(tmp_path / "out.ics")
    write(link)
    assert link.is_symlink()
    assert (tmp_path / "out.ics").read_bytes() == b"new"


def test_a_path_is_found_from_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("out.ics"))
    assert inside(tmp_path) == ["out.ics"]


def unwritable(folder: Path) -> list[Path]:
    """Paths that nobody can write, root included."""
    (folder / "file").write_bytes(b"old")
    (folder / "loop").symlink_to(folder / "loop")
    return [folder, folder / "no" / "out.ics", folder / "file" / "out.ics", folder / "loop" / "out.ics",
            folder / ("x" * 300), folder / "a\0b"]  # fmt: skip


@pytest.mark.parametrize("number", range(6))
def test_what_cannot_be_written_is_a_usage_error_that_names_it(tmp_path: Path, number: int) -> None:
    # Python says ValueError to a NUL in a path, and before 3.13 RuntimeError to a loop of links
    target = unwritable(tmp_path)[number]
    with pytest.raises(UsageError, match="cannot be written") as caught:
        write(target)
    assert str(target) in str(caught.value)
    assert inside(tmp_path) == ["file", "loop"]
    assert (tmp_path / "file").read_bytes() == b"old"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_a_usage_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(UsageError, match="Permission denied"):
            write(tmp_path / "out.ics")
    finally:
        tmp_path.chmod(0o700)


def test_what_is_no_regular_file_is_never_replaced(tmp_path: Path) -> None:
    # root's `--output /dev/null` would otherwise cost the machine its device
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        try:
            write(pipe)
            written = os.read(reader, 100)
        except UsageError:  # refused: as good
            written = b"new"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert (written, inside(tmp_path)) == (b"new", ["pipe"])
