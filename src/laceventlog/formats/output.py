"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ..errors import UsageError


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `path` when the block ends well; else `path` is untouched.

    Raises:
        UsageError: the folder or file cannot be written.
    """
    with ExitStack() as stack:
        try:
            target = path.resolve()
            file = stack.enter_context(_special(target) if _is_special(target) else _beside(target))
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
def _beside(target: Path) -> Iterator[BinaryIO]:
    """A file in the same folder that takes the target's place at the end."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _take_place(name, target)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()


def _take_place(name: str, target: Path) -> None:
    """Rename over the target, with its permissions, or those a new file would get."""
    if target.exists():
        mode = target.stat().st_mode & 0o777
    else:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    Path(name).chmod(mode)
    Path(name).replace(target)
