"""Writing a file whole or not at all, and one writer at a time."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from .errors import UsageError


def _always() -> None:
    """Nothing stands in the way."""


@contextmanager
def replacing(path: Path, check: Callable[[], None] = _always) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `path` when the block ends well; else `path` is untouched.

    `check` runs last before that and may raise.

    Raises:
        UsageError: the folder or file cannot be written.
    """
    with ExitStack() as stack:
        try:
            target = path.resolve()
            file = stack.enter_context(_special(target) if _is_special(target) else _beside(target, check))
        except (OSError, ValueError, RuntimeError) as error:  # a NUL in a path, a loop of links
            raise _unwritable(path, error) from None
        try:
            yield file
            stack.close()
        except OSError as error:
            raise _unwritable(path, error) from None


def _unwritable(path: Path, error: Exception) -> UsageError:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return UsageError(f"{path} cannot be written: {reason}")


def _is_special(target: Path) -> bool:
    """Whether it is a device or a pipe, which is written to and not replaced."""
    return target.exists() and not stat.S_ISREG(target.stat().st_mode)


def _special(target: Path) -> BinaryIO:
    return target.open("wb")


@contextmanager
def _beside(target: Path, check: Callable[[], None]) -> Iterator[BinaryIO]:
    """A file in the same folder that takes the target's place at the end."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        check()
        _take_place(name, target)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()


def _take_place(name: str, target: Path) -> None:
    """Rename over the target, with its owner and permissions, or those a new file would get."""
    if target.exists():
        found = target.stat()
        mode = found.st_mode & 0o777
        for owner in ((found.st_uid, -1), (-1, found.st_gid)):  # whoever may not give it away keeps it
            with suppress(OSError, AttributeError):
                os.chown(name, *owner)
    else:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    Path(name).chmod(mode)
    Path(name).replace(target)
    with suppress(OSError), _opened(target.parent) as folder:
        os.fsync(folder)  # or a power cut may take back what was acknowledged


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)


def refuse_read_only(path: Path) -> None:
    """Raise for a file that may not be written: its folder might let it be replaced all the same.

    Raises:
        UsageError: it is gone, marked as read-only, or no regular file.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            path.open("r+b").close()
    except OSError as error:
        raise _unwritable(path, error) from None
    if not stat.S_ISREG(mode) or not mode & 0o222:  # root may write all, but minds the mark
        raise UsageError(f"{path} cannot be written: it is {'read-only' if stat.S_ISREG(mode) else 'no regular file'}")


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until no other process that asks for this writes beside `path`; then keep the others waiting.

    The folder is locked (flock), not the file, which is replaced, nor one beside it, which would stay behind
    after a crash. Where a folder cannot be locked, as on Windows, one only has the check of `replacing`.
    """
    with ExitStack() as stack:
        with suppress(OSError, ImportError):
            import fcntl

            fcntl.flock(stack.enter_context(_opened(path.resolve().parent)), fcntl.LOCK_EX)
        yield
