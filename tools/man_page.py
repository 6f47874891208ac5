"""`docs/laceventlog.1`, the manual page, made from the parser: `make docs` writes it, a test keeps it equal.

Options that several commands share are described once, and named by each of them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator

from laceventlog import __version__
from laceventlog.cli.argparse_messages import shape
from laceventlog.cli.parser import AFTER, EXAMPLES, TOP, actions
from laceventlog.cli.verbs import VERBS, Verb

SHARED = 3
"""From so many commands on, a common option is described for all of them."""
STATUS = (
    ("0", "nothing was found, or all is well"),
    ("1", "something was found: overdue things, problems, differences, conflicts"),
    ("2", "it cannot be asked so, or something cannot be read or written"),
    ("130", "interrupted"),
)
ENVIRONMENT = (
    ("LACEVENTLOG_PAGER, PAGER", "what shows long output on a terminal; empty or cat: nothing does. Default: less"),
    ("LACEVENTLOG_PASSWORD", "the password of the user whom publish logs in"),
)
FILES = (
    ("events/", "event files in YAML (.yaml, .yml) and JSON Lines (.jsonl), read where no path is given"),
    ("-", "as a path: standard input, event files or (check, import) a calendar"),
)


def page(version: str) -> str:
    """The page in roff, with the `man` macros."""
    args = {verb.name: [a for a in actions(verb) if "--help" not in a.option_strings] for verb in VERBS.values()}
    number = Counter(_key(action) for known in args.values() for action in known if action.option_strings)
    shared = {key for key, times in number.items() if times >= SHARED}
    everywhere = {_key(a): a for known in args.values() for a in known if _key(a) in shared}
    lines = [
        f'.TH LACEVENTLOG 1 "" "laceventlog {version}" "User commands"',
        ".SH NAME", rf"laceventlog \- {_text(TOP[0].lower() + TOP[1:].rstrip('.'))}",
        ".SH SYNOPSIS", r".B laceventlog", r".I VERB", _text("[OPTION ...] [PATH ...]"),
        ".SH DESCRIPTION", _text(AFTER),
        ".SH COMMANDS", *(line for verb in VERBS.values() for line in _command(verb, args[verb.name], shared)),
        ".SH OPTIONS OF SEVERAL COMMANDS", *_tagged((_flags(a), a.help or "") for a in everywhere.values()),
        ".SH EXIT STATUS", *_tagged(STATUS),
        ".SH ENVIRONMENT", *_tagged(ENVIRONMENT),
        ".SH FILES", *_tagged(FILES),
        ".SH EXAMPLES", *_example(EXAMPLES),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _key(action: argparse.Action) -> tuple[str, ...]:
    return (*action.option_strings, str(action.help), str(action.choices))


def _command(verb: Verb, known: list[argparse.Action], shared: set[tuple[str, ...]]) -> Iterator[str]:
    """One command: synopsis, summary, its own options, and the names of those it shares."""
    places = [action for action in known if not action.option_strings]
    yield f'.SS "{_text(" ".join([verb.name, *map(shape, places), "[OPTION ...]"]))}"'
    yield _text(f"{verb.help[0].upper()}{verb.help[1:]}.")
    own = [action for action in known if action.option_strings and _key(action) not in shared]
    yield from _tagged((_flags(action), action.help or "") for action in [*places, *own])
    rest = [action.option_strings[0] for action in known if _key(action) in shared]
    yield ".PP"
    yield _text(f"Also: {', '.join(rest)}.")
    yield ".PP"
    yield from _example("\n".join(f"  {line}" for line in verb.example.splitlines()))


def _flags(action: argparse.Action) -> str:
    """`--output FILE, -o`."""
    if not action.option_strings:
        return shape(action)
    value = "" if action.nargs == 0 else f" {action.metavar or '|'.join(map(str, action.choices or ()))}"
    return ", ".join(f"{name}{value}" for name in action.option_strings)


def _tagged(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, means in entries:
        yield from (".TP", rf"\fB{_text(name)}\fP", _text(means))


def _example(text: str) -> list[str]:
    lines = (_text(line.removeprefix("  ")) for line in text.splitlines())
    return [".nf", ".RS 4", *lines, ".RE", ".fi"]


def _text(text: str) -> str:
    """Plain text as roff: hyphens that can be copied, no line that roff takes for a request."""
    roff = text.replace("%%", "%").replace("\\", r"\e").replace("-", r"\-")
    for character, name in ("'", "aq"), ('"', "dq"), ("`", "ga"), ("…", "..."), ("–", "en"):
        roff = roff.replace(character, "..." if name == "..." else rf"\({name}")
    return rf"\&{roff}" if roff.startswith(".") else roff


if __name__ == "__main__":
    print(page(__version__))
