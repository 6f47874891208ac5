"""Paging of long output on a terminal. A pager that is missing, fails or is left early is not an error."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Mapping

import attrs

from ..text_width import columns

USUAL = "less"
OPTIONS_OF_LESS = "FRX"
"""Exit if all fits, pass colours on, leave the text on the terminal; as git does."""
NONE = ("", "cat")
COLOUR = re.compile("\x1b\\[[0-9;]*m")


@attrs.frozen
class Terminal:
    """Columns and lines of the terminal, and the environment of the process."""

    columns: int
    lines: int
    environment: Mapping[str, str]


def paged(text: str, terminal: Terminal) -> bool:
    """Show a long text in a pager; returns False if it must be printed instead.

    The pager is LACEVENTLOG_PAGER, else PAGER, else `less`; an empty name and `cat` mean none. A text that fits on the
    terminal is not paged.
    """
    command = _command(terminal.environment)
    if not command or not is_long(text, terminal):
        return False
    environment = {"LESS": OPTIONS_OF_LESS, "LESSCHARSET": "utf-8", **terminal.environment}
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as pager:  # noqa: S603 - the user names it
            _feed(pager, text)
            status = _waited(pager)
    except (OSError, ValueError):  # no such program, or a NUL in its name
        return False
    return status <= 0  # killed: it has shown the text; failed: perhaps not


def _command(environment: Mapping[str, str]) -> list[str]:
    named = (environment[name] for name in ("LACEVENTLOG_PAGER", "PAGER") if name in environment)
    command = next(named, USUAL).strip()
    try:
        return [] if command in NONE else shlex.split(command)
    except ValueError:  # an unclosed quote
        return []


def is_long(text: str, terminal: Terminal) -> bool:
    """Whether a text and the prompt below it take more lines than the terminal has."""
    needed = 0
    for line in text.splitlines():
        needed += max(1, -(-columns(COLOUR.sub("", line)) // terminal.columns))
        if needed >= terminal.lines:
            return True
    return False


def _feed(pager: subprocess.Popen[bytes], text: str) -> None:
    try:
        if pager.stdin:
            with pager.stdin as pipe:
                pipe.write(text.encode("utf-8", "backslashreplace"))
    except (BrokenPipeError, KeyboardInterrupt):  # left early
        pass


def _waited(pager: subprocess.Popen[bytes]) -> int:
    """The status of the pager; interrupts are left to it, as they may stop a search."""
    while True:
        try:
            return pager.wait()
        except KeyboardInterrupt:
            continue
