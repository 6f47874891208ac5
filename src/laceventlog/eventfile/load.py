"""Files and folders to a log, or all that is wrong with them: at once where nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import LoadError
from ..model import EventLog
from . import fast_files
from .trees import Unusual

if TYPE_CHECKING:
    from .event_paths import PathLike


def load(*paths: PathLike) -> EventLog:
    """The log in files and folders. Its events know where they stand, but of JSON Lines not the text of their line.

    Raises:
        LoadError: with every problem of every file; warnings alone do not raise.
    """
    try:
        return fast_files.load(paths)
    except Unusual:
        pass  # now with places
    from .parse import parse

    log, problems = parse(*paths)
    serious = [p for p in problems if not p.is_warning]
    if serious:
        raise LoadError(serious)
    return log
