"""What a verb is to the command line: its name, its help, its options, and what it does."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from datetime import date

import attrs


@attrs.frozen
class Answer:
    """What a verb prints, the status it ends with, what it remarks beside that, and what was wrong all the same."""

    text: str = ""
    status: int = 0
    remark: str = ""
    problems: str = ""


@attrs.frozen
class Scene:
    """What the outside world contributes: the day, the columns there are, the lines of standard input,
    and a password where one was left for us.
    """

    today: date
    width: int
    lines: Callable[[], Iterable[str]]
    password: Callable[[], str] = str


@attrs.frozen
class Verb:
    """One verb: `options` adds what may be asked to its parser, `run` answers it."""

    name: str
    help: str
    example: str
    """One command a line."""
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Scene], Answer]
    rest: str = "paths"
    """The option that takes words left over between others."""
    is_told_by_status: bool = False
    """Whether its status, or what it did, is an answer too: `--quiet` then leaves nothing else."""
