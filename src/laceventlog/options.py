"""The command line: the verbs, their options and their help. Reads nothing and does nothing."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from .errors import UsageError, did_you_mean, nearest
from .verbs import VERBS, Verb


class Parser(argparse.ArgumentParser):
    """Ends with our own one-line error and a remedy."""

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and where help is; status 2."""
        raise UsageError(f"{_in_words(message)}\n  = see '{self.prog} --help'")


def _in_words(message: str) -> str:
    """Argparse's message, with the nearest choice where a choice was missed."""
    if "invalid choice: " not in message:
        return message
    name, _, rest = message.partition("invalid choice: ")
    wrong, _, known = rest.partition(" (choose from ")
    choices = [choice.strip(" '") for choice in known.rstrip(")").split(",")]
    return f"{name}unknown {wrong}: {did_you_mean(wrong.strip(chr(39)), choices)}"


def parse(arguments: Sequence[str] | None, version: str) -> argparse.Namespace:
    """What was asked; paths and phrases may stand before, between and after the options.

    Raises:
        UsageError: it cannot be asked so.
    """
    top = parser(version)
    asked, left_over = top.parse_known_args(arguments)
    more = VERBS[asked.verb].rest
    if any(word.startswith("-") for word in left_over) or (left_over and not hasattr(asked, more)):
        raise UsageError(_unknown(left_over, VERBS[asked.verb]))
    if left_over:
        setattr(asked, more, [*getattr(asked, more), *left_over])
    return asked


def _unknown(words: Sequence[str], verb: Verb) -> str:
    """What is not understood, with the nearest option, and where help is."""
    made = Parser(add_help=False)
    verb.options(made)
    known = [name for action in made._actions for name in action.option_strings]  # noqa: SLF001 - no other way to list
    wrong = next((word.partition("=")[0] for word in words if word.startswith("-")), "")
    near = nearest(wrong, known) if wrong else None
    hint = f": did you mean '{near}'?" if near else ""
    return f"unrecognized: {' '.join(words)}{hint}\n  = see 'laceventlog {verb.name} --help'"


def parser(version: str) -> argparse.ArgumentParser:
    """The whole command line."""
    top = Parser(
        prog="laceventlog",
        description="A log of dated events that never claims to know a date better than its source did.",
        epilog="Paths are event files (.yaml, .jsonl) or folders of them; without one, events/ is read. "
        "Exit status: 0 none, 1 some (overdue things, problems, differences), 2 usage or unreadable.",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"laceventlog {version}")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", required=True)
    for verb in VERBS.values():
        verb.options(_parser(verbs, verb))
    return top


def _parser(verbs: Any, verb: Verb) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = verbs.add_parser(
        verb.name, help=verb.help, description=f"{verb.help[0].upper()}{verb.help[1:]}.", allow_abbrev=False,
        epilog=f"example: {verb.example}",
    )  # fmt: skip
    return made
