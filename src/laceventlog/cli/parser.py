"""The command line: verbs, options and help."""

from __future__ import annotations

import argparse
from collections.abc import Container, Sequence
from typing import Any, NoReturn

from ..errors import UsageError, nearest
from .argparse_messages import Formatter, rewritten, usage
from .verbs import VERBS, Verb

HELP_WIDTH = 100
"""Columns of help: longer lines are hard to read."""
TOP = "A log of dated events that never claims to know a date better than its source did."
EXAMPLES = """\
  laceventlog check events/
  laceventlog overdue --today 2025-03-01
  laceventlog timeline --from 2023 --to 2026
  laceventlog show cu-biocad-supply
  laceventlog export ics --output laceventlog.ics"""
AFTER = (
    "Paths are event files (.yaml, .jsonl) or folders of them; without one, events/ is read; - is standard input. "
    "Exit status: 0 nothing found, 1 something found (overdue events, problems, differences), 2 invalid usage or "
    "unreadable files. Help on a command: laceventlog VERB --help."
)


class HelpRequested(Exception):  # noqa: N818 - not an error
    """Raised to print help or version and exit."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        super().__init__(text)
        self.text = text


class Parser(argparse.ArgumentParser):
    """Raises an error with a remedy, or the help, instead of printing and exiting."""

    def error(self, message: str) -> NoReturn:
        """Raise the message with a pointer to the help."""
        raise UsageError(f"{rewritten(self, message)}\n  = see '{self.prog} --help'")

    def print_help(self, file: Any = None) -> NoReturn:
        """Raise the help."""
        del file
        raise HelpRequested(self.format_help())


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, namespace: Any, values: Any, option: str | None = None) -> None:
        del namespace, values, option
        raise HelpRequested(f"{parser.prog} {self.const}\n")


def parse(arguments: Sequence[str], version: str, width: int = HELP_WIDTH) -> argparse.Namespace:
    """Parse the command line; paths and phrases may be before, between and after options.

    Raises:
        HelpRequested: for help, laid out for `width` columns, or the version.
        UsageError: the command line is invalid.
    """
    if list(arguments[:1]) == ["help"]:
        arguments = [*arguments[1:2], "--help"]
    verb = next((word for word in arguments if not word.startswith("-")), "")
    wanted = list(VERBS) if verb not in VERBS and not {"-h", "--help"}.isdisjoint(arguments) else [verb]
    args, left_over = parser(version, width, wanted).parse_known_args(arguments)
    if args.verb is None:
        raise UsageError(f"say what to do: one of {', '.join(VERBS)}\n  = see 'laceventlog --help'")
    more = VERBS[args.verb].rest
    if any(word.startswith("-") and word != "-" for word in left_over) or (left_over and not hasattr(args, more)):
        raise UsageError(_unknown(left_over, VERBS[args.verb]))
    if left_over:
        setattr(args, more, [*getattr(args, more), *left_over])
    return args


def _unknown(words: Sequence[str], verb: Verb) -> str:
    """The message on unknown words, with the nearest option and a pointer to the help."""
    known = [name for action in actions(verb) for name in action.option_strings]
    wrong = next((word.partition("=")[0] for word in words if word.startswith("-")), "")
    near = nearest(wrong, known) if wrong else None
    hint = f": put options after '{verb.name}'" if wrong in known else f": did you mean '{near}'?" if near else ""
    return f"unrecognized: {' '.join(words)}{hint}\n  = see 'laceventlog {verb.name} --help'"


def actions(verb: Verb) -> list[argparse.Action]:
    """All arguments of one verb."""
    made = Parser()
    verb.options(made)
    _common(made)
    return made._actions  # noqa: SLF001 - no other way to list them


def parser(version: str, width: int, wanted: Container[str]) -> argparse.ArgumentParser:
    """The parser with the verbs that are `wanted`, and only the names of the others."""

    def formatter(prog: str) -> argparse.HelpFormatter:
        return Formatter(prog, width=min(width, HELP_WIDTH))

    top = Parser(
        prog="laceventlog", usage="laceventlog VERB [OPTION ...] [PATH ...]", description=TOP, allow_abbrev=False,
        epilog=f"examples:\n{EXAMPLES}\n\n{AFTER}", formatter_class=formatter,
    )  # fmt: skip
    top.add_argument("--version", action=_Version, nargs=0, const=version, help="show the version and exit")
    top._positionals.title = "commands"  # noqa: SLF001 - no public name
    verbs = top.add_subparsers(dest="verb", metavar="VERB", prog=top.prog)
    nameless = Parser(add_help=False)
    for name in VERBS:
        if name in wanted:
            _add(verbs, VERBS[name], formatter)
        else:
            verbs.choices[name] = nameless  # named but never parsed
    return top


def _add(verbs: Any, verb: Verb, formatter: Any) -> None:
    made: argparse.ArgumentParser = verbs.add_parser(
        verb.name, help=verb.help, description=f"{verb.help[0].upper()}{verb.help[1:]}.", allow_abbrev=False,
        epilog=_examples(verb), formatter_class=formatter,
    )  # fmt: skip
    verb.options(made)
    _common(made)
    made._positionals.title = "arguments"  # noqa: SLF001 - "positional" is jargon
    made.usage = usage(made)


def _examples(verb: Verb) -> str:
    lines = verb.example.splitlines()
    return "\n".join(["example:" if len(lines) == 1 else "examples:", *(f"  {line}" for line in lines)])


def _common(verb: argparse.ArgumentParser) -> None:
    """The options of every verb."""
    group = verb.add_argument_group("printing")
    group.add_argument(
        "--quiet", "-q", action="store_true",
        help="no remarks; print nothing if the result is the exit status or a file",
    )  # fmt: skip
    group.add_argument("--no-pager", dest="pager", action="store_false", help="do not page long output")
