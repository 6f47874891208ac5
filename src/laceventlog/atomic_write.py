"""Write files whole or not at all, one writer at a time."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from .errors import UsageError


def _no_check() -> None:
    """Allow every write."""


@contextmanager
def replacing(path: Path, check: Callable[[], None] = _no_check) -> Iterator[BinaryIO]:
    """A binary file that replaces `path` when the block ends without an error; else `path` is untouched.

    `check` is called just before that and may raise to prevent it.

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
    """Whether it is a device or a pipe, which is written to, not replaced."""
    return target.exists() and not stat.S_ISREG(target.stat().st_mode)


def _special(target: Path) -> BinaryIO:
    return target.open("wb")


@contextmanager
def _beside(target: Path, check: Callable[[], None]) -> Iterator[BinaryIO]:
    """A temporary file in the same folder, renamed over the target at the end."""
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
    """Rename over the target, keeping its owner and permissions; a new file gets the usual ones."""
    if target.exists():
        found = target.stat()
        mode = found.st_mode & 0o777
        for owner in ((found.st_uid, -1), (-1, found.st_gid)):  # only root may change the owner
            with suppress(OSError, AttributeError):
                os.chown(name, *owner)
    else:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    Path(name).chmod(mode)
    Path(name).replace(target)
    with suppress(OSError), _opened(target.parent) as folder:
        os.fsync(folder)  # or a power failure could undo the rename


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)


def refuse_read_only(path: Path) -> None:
    """Refuse a file that may not be written, even if its folder would allow replacing it.

    Raises:
        UsageError: missing, read-only, or not a regular file.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            path.open("r+b").close()
    except OSError as error:
        raise _unwritable(path, error) from None
    if not stat.S_ISREG(mode) or not mode & 0o222:  # root could write it, but respects the mode
        raise UsageError(
            f"{path} cannot be written: it is {'read-only' if stat.S_ISREG(mode) else 'not a regular file'}"
        )


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a lock on the folder of `path`, for which other processes that use this function wait.

    The folder is locked (flock): the file itself is replaced, and a lock file could remain after a crash. Where a
    folder cannot be locked, as on Windows, only the check of `replacing` protects the file.
    """
    with ExitStack() as stack:
        with suppress(OSError, ImportError):
            import fcntl

            fcntl.flock(stack.enter_context(_opened(path.resolve().parent)), fcntl.LOCK_EX)
        yield
