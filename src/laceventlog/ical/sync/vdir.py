"""A vdir (the storage of vdirsyncer, which khal and todoman read): a folder with one file per item.

Only files whose content changes are written, each whole or not at all. Seals show which files are ours (`items`), so a
folder may be shared, moved and synchronised. Links are never followed.
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
from .plan import CHANGED, FOREIGN, Action, Step, StoredItem, SyncCounts, plan


class _ChangedMeanwhileError(Exception):
    """The file changed after planning."""


def write_vdir(log: EventLog, folder: Path | str, options: Options = DEFAULT, *, force: bool = False) -> SyncCounts:
    """Make a folder hold the calendar of the log, one file per entry; it is created if it is missing.

    Files of others are left alone. A file that was changed since it was written is a conflict and kept, unless
    `force`. `displayname` and `color` are written where they are missing.

    Raises:
        UsageError: a text holds a control character, or a folder or file cannot be written.
    """
    folder = Path(folder)
    wanted = items(log, options)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder / "displayname"):
            steps = list(plan(wanted, _stored(folder), options, force=force))
            done = [_done(folder, step) for step in watched(steps, "writing")]
            return SyncCounts.of([*done, *_metadata(folder, options, force=force)])
    except (OSError, ValueError) as error:  # ValueError: a NUL in a path
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(f"the folder {folder} cannot be written: {reason}") from None


def _stored(folder: Path) -> dict[str, StoredItem]:
    """The items in the folder, by UID; of two with one UID, the one under our file name."""
    found: dict[str, StoredItem] = {}
    for path in sorted(folder.iterdir()):
        item = read_item(_bytes(path)) if path.suffix == ".ics" and not path.name.startswith(".") else None
        if item and (item.uid not in found or path.name == file_name(item.uid)):
            found[item.uid] = StoredItem(path.name, item)
    return found


def _bytes(path: Path) -> bytes:
    """The content of a regular file; empty if it cannot be read."""
    with suppress(OSError):
        if path.is_file() and not path.is_symlink():
            return path.read_bytes()
    return b""


def _done(folder: Path, step: Step) -> Step:
    """The step, once done; a conflict if the file changed after planning."""
    path = folder / step.place
    check = partial(_check, path, step)
    try:
        if step.action in (Action.CREATE, Action.CHANGE):
            check()
            with replacing(path, check) as file:
                file.write(step.data)
        elif step.action is Action.REMOVE:
            check()
            path.unlink()
    except _ChangedMeanwhileError:
        return step.refused(CHANGED if step.old else FOREIGN)
    return step


def _check(path: Path, step: Step) -> None:
    """Raise unless the path holds what it held when the step was planned."""
    if step.old is None:
        is_as_planned = not (path.exists() or path.is_symlink())
    else:
        now = read_item(_bytes(path))
        is_as_planned = now is not None and now.digest == step.old.item.digest
    if not is_as_planned:
        raise _ChangedMeanwhileError


def _metadata(folder: Path, options: Options, *, force: bool) -> Iterator[Step]:
    """Write name and colour of the collection where they are missing; others are kept, and a conflict if asked for."""
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
            yield Step(Action.CONFLICT, name, name, reason=f"it is not '{value}'")
