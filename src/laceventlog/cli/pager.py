"""Long output on a terminal, a page at a time. A pager that is missing, fails or is left early is no error."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Mapping

import attrs

from ..text_width import columns

USUAL = "less"
OPTIONS_OF_LESS = "FRX"
"""Ends at once where all fits, passes colours on, leaves the text on the terminal; as git asks for."""
NONE = ("", "cat")
COLOUR = re.compile("\x1b\\[[0-9;]*m")


@attrs.frozen
class Terminal:
    """Its columns and lines, and the environment of the process."""

    columns: int
    lines: int
    environment: Mapping[str, str]


def paged(text: str, terminal: Terminal) -> bool:
    """Whether a pager has shown the text; else it is still to be printed.

    LACEVENTLOG_PAGER names the pager, else PAGER, else it is `less`; an empty one, and `cat`, mean none. A text that
    fits on the terminal is not paged.
    """
    command = _command(terminal.environment)
    if not command or not is_long(text, terminal):
        return False
    environment = {"LESS": OPTIONS_OF_LESS, "LESSCHARSET": "utf-8", **terminal.environment}
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as pager:  # noqa: S603 - the user names it
            _feed(pager, text)
            status = _waited(pager)
    except (OSError, ValueError):  # there is no such program; a NUL in its name
        return False
    return status <= 0  # one that was killed has shown what it had; one that failed may have shown nothing


def _command(environment: Mapping[str, str]) -> list[str]:
    named = (environment[name] for name in ("LACEVENTLOG_PAGER", "PAGER") if name in environment)
    command = next(named, USUAL).strip()
    try:
        return [] if command in NONE else shlex.split(command)
    except ValueError:  # a quote that is not closed
        return []


def is_long(text: str, terminal: Terminal) -> bool:
    """Whether a text takes more lines than the terminal has, the prompt below it counted."""
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
    except (BrokenPipeError, KeyboardInterrupt):  # it was left before the end
        pass


def _waited(pager: subprocess.Popen[bytes]) -> int:
    """The status of the pager. An interrupt is for the pager: it may stop a search, and stays."""
    while True:
        try:
            return pager.wait()
        except KeyboardInterrupt:
            continue
