"""A vdir (vdirsyncer's storage, which khal and todoman read): a folder with one file an item.

Written by difference: only files whose content changes are touched, each whole or not at all. Which files are ours
is read from their seals (`ics_items`), so a folder may be shared, moved and synchronised. Links are never followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from ...atomic_write import alone, replacing
from ...errors import UsageError
from ...model import EventLog
from ...progress import watched
from ..colors import COLORS
from ..writer.options import DEFAULT, Options
from .items import file_name, items, read_item
from .plan import CHANGED, FOREIGN, Act, Counts, Found, Step, plan


class _ChangedMeanwhileError(Exception):
    """Somebody was quicker."""


def write_vdir(log: EventLog, folder: Path | str, options: Options = DEFAULT, *, force: bool = False) -> Counts:
    """Make the folder hold the calendar of the log, and say what that took; it is made when it is not there.

    What others put there is left alone. What somebody changed since it was written is a conflict and kept, unless
    `force`. `displayname` and `color` are written where they are missing.

    Raises:
        UsageError: a text that no calendar can hold, or a folder or file that cannot be written.
    """
    folder = Path(folder)
    wanted = items(log, options)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder / "displayname"):
            steps = list(plan(wanted, _found(folder), options, force=force))
            done = [_done(folder, step) for step in watched(steps, "writing")]
            return Counts.of([*done, *_metadata(folder, options, force=force)])
    except (OSError, ValueError) as error:  # a NUL in a path
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(f"the folder {folder} cannot be written: {reason}") from None


def _found(folder: Path) -> dict[str, Found]:
    """The items that stand there, by UID; of two with one UID, that which has our name."""
    found: dict[str, Found] = {}
    for path in sorted(folder.iterdir()):
        item = read_item(_bytes(path)) if path.suffix == ".ics" and not path.name.startswith(".") else None
        if item and (item.uid not in found or path.name == file_name(item.uid)):
            found[item.uid] = Found(path.name, item)
    return found


def _bytes(path: Path) -> bytes:
    """What a regular file holds; nothing of what cannot be read."""
    with suppress(OSError):
        if path.is_file() and not path.is_symlink():
            return path.read_bytes()
    return b""


def _done(folder: Path, step: Step) -> Step:
    """The step, once done; or refused, where somebody stood in the way."""
    path = folder / step.place
    try:
        if step.act in (Act.CREATE, Act.CHANGE):
            _write(path, step)
        elif step.act is Act.REMOVE:
            _check(path, step)
            path.unlink()
    except _ChangedMeanwhileError:
        return step.refused(CHANGED if step.old else FOREIGN)
    return step


def _write(path: Path, step: Step) -> None:
    check = partial(_check, path, step)
    check()
    with replacing(path, check) as file:
        file.write(step.data)


def _check(path: Path, step: Step) -> None:
    """Raise unless there is at the path what was there when the step was planned."""
    if step.old is None:
        is_as_planned = not (path.exists() or path.is_symlink())
    else:
        now = read_item(_bytes(path))
        is_as_planned = now is not None and now.digest == step.old.item.digest
    if not is_as_planned:
        raise _ChangedMeanwhileError


def _metadata(folder: Path, options: Options, *, force: bool) -> Iterator[Step]:
    """Name and colour of the collection; what stands there is kept, and told where another was asked for."""
    color = COLORS[options.color.casefold()] if options.color else ""
    for name, value, is_asked in (
        ("displayname", options.name, options.name != DEFAULT.name),
        ("color", color, True),
    ):
        path = folder / name
        is_there = path.exists() or path.is_symlink()
        is_other = _bytes(path).decode(errors="replace").strip().casefold() != value.casefold()
        if value and is_other and (force or not is_there):
            with replacing(path) as file:
                file.write(value.encode())
        elif value and is_other and is_asked:
            yield Step(Act.CONFLICT, name, name, reason=f"it says otherwise than '{value}'")
