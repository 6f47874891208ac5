"""`export vdir`: the log as a folder of calendar items; and how conflicts are told, here and by `publish`."""

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

KEPT = "kept; --force writes over it"


def add_options(verb: argparse.ArgumentParser) -> None:
    """What only a folder of items can be asked."""
    group = verb.add_argument_group("vdir")
    group.add_argument("--force", action="store_true", help="write over items that somebody else changed")


def export_vdir(log: EventLog, args: argparse.Namespace, remark: str) -> Answer:
    """The items in the folder asked for; ends with 1 where somebody else changed one."""
    from ....ical import write_vdir

    if not args.output:
        raise UsageError("a vdir is a folder: say which with --output FOLDER")
    counts = write_vdir(log, args.output, chosen(args), force=args.force)
    told = lines(remark, *conflicts(counts), f"{args.output}: {counts}")
    return Answer("", int(bool(counts.conflicts)), told)


def conflicts(counts: SyncCounts) -> list[str]:
    """One line a conflict: which item, where it stands, and why it was kept."""
    return [f"conflict: {step.uid} ({step.place}): {step.reason}; {KEPT}" for step in counts.conflicts]
