"""`export vdir`: the log as a folder of calendar items; and the report on conflicts, also for `publish`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ....errors import UsageError
from ....model import EventLog
from ...shared import lines
from ...verb import Answer
from .calendar import chosen

if TYPE_CHECKING:
    from ....ical import SyncCounts

KEPT = "kept; --force overwrites it"


def add_options(verb: argparse.ArgumentParser) -> None:
    """The options of a vdir alone."""
    group = verb.add_argument_group("vdir")
    group.add_argument("--force", action="store_true", help="overwrite items that others changed")


def export_vdir(log: EventLog, args: argparse.Namespace, remark: str) -> Answer:
    """The items in the folder; ends with 1 if there were conflicts."""
    from ....ical import write_vdir

    if not args.output:
        raise UsageError("a vdir is a folder: name it with --output FOLDER")
    counts = write_vdir(log, args.output, chosen(args), force=args.force)
    report = lines(remark, *conflicts(counts), f"{args.output}: {counts}")
    return Answer("", int(bool(counts.conflicts)), report)


def conflicts(counts: SyncCounts) -> list[str]:
    """One line per conflict: the item, its place, and the reason."""
    return [f"conflict: {step.uid} ({step.place}): {step.reason}; {KEPT}" for step in counts.conflicts]
