"""The entry point of the command `laceventlog`, which `python -m laceventlog` is as well."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from typing import NoReturn

YOUNG = 100_000
"""Objects between two looks for garbage: most of what a command makes is kept until it ends."""


def run() -> NoReturn:
    """Run the command, and end with its status."""
    gc.set_threshold(YOUNG)
    from .cli.command import main

    _leave(main())


def _leave(status: int) -> NoReturn:
    """End at once: taking apart, object by object, what the process gives back as a whole takes up to a tenth of it.

    Under a debugger or a profiler, end as usual: they have something left to do.
    """
    if _is_watched():
        sys.exit(status)
    atexit._run_exitfuncs()  # noqa: SLF001 - no public name, and none of them may be left out
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # who reads went away, or closed it
        sys.exit(status)
    os._exit(status)


def _is_watched() -> bool:
    """Whether a tool looks on: by a hook or, from Python 3.12 on, as one of six that may (PEP 669)."""
    monitoring = getattr(sys, "monitoring", None)
    is_monitored = monitoring is not None and any(map(monitoring.get_tool, range(6)))
    return bool(is_monitored or sys.gettrace() or sys.getprofile())


if __name__ == "__main__":
    run()
