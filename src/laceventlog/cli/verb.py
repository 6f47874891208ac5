"""What a verb is to the command line: its name, its help, its options, and what it does."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from ..views.render_options import RenderOptions


class Answer(NamedTuple):
    """What a verb prints, the status it ends with, what it remarks beside that, and what was wrong all the same."""

    text: str = ""
    status: int = 0
    remark: str = ""
    problems: str = ""


class Context(NamedTuple):
    """What the outside world contributes: the day, how things shall look (columns, language, colours), the lines of
    standard input, and a password where one was left for us.
    """

    today: date
    options: RenderOptions
    lines: Callable[[], Iterable[str]]
    password: Callable[[], str] = str


class Verb(NamedTuple):
    """One verb: `options` adds what may be asked to its parser, `run` answers it."""

    name: str
    help: str
    example: str
    """One command a line."""
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Context], Answer]
    rest: str = "paths"
    """The option that takes words left over between others."""
    is_told_by_status: bool = False
    """Whether its status, or what it did, is an answer too: `--quiet` then leaves nothing else."""
