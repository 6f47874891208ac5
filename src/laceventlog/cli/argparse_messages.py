"""Messages and help of argparse, rewritten in the style of other messages."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable

from ..errors import did_you_mean

ARGUMENT = "(?s)argument (?P<name>[^:]+): (?P<rest>.*)"
MISSING = "the following arguments are required: "
NO_CHOICE = r"(?s)invalid choice: (?P<wrong>'.*'|\".*\") \(choose from (?P<known>.*)\)"


class Formatter(argparse.HelpFormatter):
    """Keeps lines that begin with two blanks, such as examples, unbroken."""

    def _format_action(self, action: argparse.Action) -> str:
        listed = list(action._get_subactions()) if hasattr(action, "_get_subactions") else []  # noqa: SLF001 - as argparse does
        return "".join(map(super()._format_action, listed)) if listed else super()._format_action(action)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        fill = super()._fill_text
        return "\n".join(
            f"{indent}{line}" if line.startswith("  ") or not line else fill(line, width, indent)
            for line in text.split("\n")
        )


def usage(parser: argparse.ArgumentParser) -> str:
    """The program, [OPTION ...] and positional arguments."""
    needed = [shape(a) for a in parser._actions if not a.option_strings]  # noqa: SLF001 - no other way to list them
    return " ".join([parser.prog, "[OPTION ...]", *needed])


def shape(action: argparse.Action) -> str:
    """An argument in the usage line: `[PATH ...]` if optional."""
    name = _name(action)
    return f"[{name} ...]" if action.nargs == "*" else f"{name} [{name} ...]" if action.nargs == "+" else name


def _name(action: argparse.Action) -> str:
    """The name of an argument on the command line."""
    if action.option_strings:
        return max(action.option_strings, key=len)
    return str(action.metavar or action.dest.upper())


def rewritten(parser: argparse.ArgumentParser, message: str) -> str:
    """An error of argparse as an actionable message."""
    known = parser._actions  # noqa: SLF001 - argparse gives only the name of the argument
    if message.startswith(MISSING):
        return _missing(message.removeprefix(MISSING).split(", "), known)
    found = re.fullmatch(ARGUMENT, message)
    action = next((a for a in known if found and found["name"] in _spellings(a)), None)
    if not found or not action:
        return message
    return _invalid(action, found["rest"])


def _missing(names: Iterable[str], known: Iterable[argparse.Action]) -> str:
    wanted = [action for name in names for action in known if name in _spellings(action)]
    return "; ".join(f"{_name(action)} is missing: {_choices(action) or action.help}" for action in wanted)


def _spellings(action: argparse.Action) -> set[str]:
    """Names that argparse may use for it."""
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    shown = "{" + ",".join(map(str, action.choices or ())) + "}"
    return {"/".join(action.option_strings), metavar, action.dest, shown} - {"", "{}"}


def _choices(action: argparse.Action) -> str:
    names = list(map(str, action.choices or ()))
    return f"one of {', '.join(names)}" if names else ""


def _invalid(action: argparse.Action, rest: str) -> str:
    name = _name(action)
    wrong = re.fullmatch(NO_CHOICE, rest)
    if wrong:
        word = wrong["wrong"][1:-1]
        is_verb = isinstance(action.choices, dict)
        what = f"unknown verb '{word}'" if is_verb else f"{name} cannot be '{word}'"
        return f"{what}: {did_you_mean(word, map(str, action.choices or ()))}"
    if "expected" in rest and "argument" in rest:
        return f"{name} needs a value: {_choices(action) or f'{action.metavar}, {action.help}'}"
    if rest.startswith("ignored explicit argument"):
        return f"{name} takes no value"
    return f"{name}: {rest}"
