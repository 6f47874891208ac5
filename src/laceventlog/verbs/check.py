"""`check`: what is wrong with the files, and what is suspicious in the log."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from ..errors import Problem
from ..formats import files
from ..reports import check
from . import options
from .base import Answer, Scene, Verb
from .shared import as_json, asked_paths

UNREADABLE = {"F001", "F003"}


def _options(verb: argparse.ArgumentParser) -> None:
    options.paths(verb)
    options.form(verb, ("text", "json"))
    options.ignored(verb)
    options.exit_zero(verb)


def _run(asked: argparse.Namespace, scene: Scene) -> Answer:
    """Every problem of the files, and what is suspicious in the log they hold."""
    del scene
    log, problems = files.parse(*asked_paths(asked))
    found = [p for p in (*problems, *check(log)) if p.code not in asked.ignore]
    problems = sorted(found, key=lambda p: p.sort_key)
    status = 2 if any(p.code in UNREADABLE for p in problems) else 1 if problems else 0
    return Answer(_problems(problems, asked.format), 0 if asked.exit_zero else status)


def _problems(problems: Sequence[Problem], form: str) -> str:
    if form == "json":
        return as_json([problem.as_dict() for problem in problems])
    return "".join(f"{problem}\n" for problem in problems)


CHECK = Verb(
    "check",
    "say what is wrong or suspicious; silent when all is well, else ends with 1",
    "laceventlog check events/",
    _options,
    _run,
)
