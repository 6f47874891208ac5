"""The interface of verbs: arguments and context in, an answer out."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from ..views.render_options import RenderOptions


class Answer(NamedTuple):
    """Text for standard output, exit status, and a remark and problems for standard error."""

    text: str = ""
    status: int = 0
    remark: str = ""
    problems: str = ""


class Context(NamedTuple):
    """The context of a run: today, output options, lines of standard input, and the password in the environment."""

    today: date
    options: RenderOptions
    lines: Callable[[], Iterable[str]]
    password: Callable[[], str] = str


class Verb(NamedTuple):
    """A verb: `options` adds its arguments to a parser, `run` runs it."""

    name: str
    help: str
    example: str
    """One command per line."""
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Context], Answer]
    rest: str = "paths"
    """The argument that takes words found between options."""
    status_is_answer: bool = False
    """Whether --quiet suppresses its text, because the exit status or a file is the result."""
