"""The command line: verbs, their options and their help. Reads nothing and does nothing."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from .dates import When
from .dates.languages import LANGUAGES
from .errors import DateError, FieldError, UsageError, did_you_mean
from .model import KINDS, Status, read_status
from .model.countries import read_country
from .reports import Condition

EXAMPLES = {
    "check": "laceventlog check events/",
    "list": "laceventlog list --country CU --condition overdue --condition due",
    "show": "laceventlog show cu-biocad-supply",
    "overdue": "laceventlog overdue --today 2025-03-01",
    "timeline": "laceventlog timeline --from 2023 --to 2026 --kind delivery",
    "export": "laceventlog export ics --output build/laceventlog.ics",
    "date": "laceventlog date 'by the end of 2024' 'late January – early February 2025'",
    "schema": "laceventlog schema > events.schema.json",
}
HELP = {
    "check": "say what is wrong or suspicious; silent when all is well",
    "list": "all events, grouped by what one must do, most urgent first",
    "show": "one event in full, with every statement and its source",
    "overdue": "what is certainly overdue; ends with 1 when something is",
    "timeline": "bars over time, never more precise than the source",
    "export": "write the log as a calendar or for other programs",
    "date": "say how a phrase is read",
    "schema": "print the JSON Schema of the event file, for editors",
}


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


def _reader(read: Any, *errors: type[Exception]) -> Any:
    """A type for argparse whose own message is kept."""

    def convert(text: str) -> Any:
        try:
            return read(text)
        except errors as error:
            hint = getattr(error, "hint", "")
            reason = f"'{text}': {error.reason}" if isinstance(error, DateError) else str(error)
            raise argparse.ArgumentTypeError(reason + (f" ({hint})" if hint else "")) from None

    return convert


def _day(text: str) -> Any:
    when = When.parse(text)
    if not when.is_known_day:
        raise DateError(text, 0, len(text), "one day is wanted", "write 2025-03-01")
    return when.latest


def _kind(text: str) -> str:
    if text.casefold() not in KINDS:
        raise FieldError("S004", f"unknown kind '{text}'", did_you_mean(text, KINDS))
    return text.casefold()


def _condition(text: str) -> Condition:
    if text.casefold() not in list(Condition):
        raise FieldError("S005", f"unknown condition '{text}'", did_you_mean(text, list(Condition)))
    return Condition(text.casefold())


def _width(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not 20 <= int(text) <= 1000:
        raise FieldError("S008", "a width from 20 to 1000 is wanted")
    return int(text)


DAY = _reader(_day, DateError)
WHEN = _reader(When.parse, DateError)
COUNTRY = _reader(read_country, FieldError)
STATUS = _reader(read_status, FieldError)
KIND = _reader(_kind, FieldError)
CONDITION = _reader(_condition, FieldError)
WIDTH = _reader(_width, FieldError)


def parse(arguments: Sequence[str] | None, version: str) -> argparse.Namespace:
    """What was asked; paths and phrases may stand before, between and after the options.

    Raises:
        UsageError: it cannot be asked so.
    """
    top = parser(version)
    asked, left_over = top.parse_known_args(arguments)
    more = "phrases" if asked.verb == "date" else "paths"
    if any(word.startswith("-") for word in left_over) or (left_over and not hasattr(asked, more)):
        top.error(f"unrecognized: {' '.join(left_over)}")
    if left_over:
        setattr(asked, more, [*getattr(asked, more), *left_over])
    return asked


def parser(version: str) -> argparse.ArgumentParser:
    """The whole command line."""
    top = Parser(
        prog="laceventlog",
        description="A log of dated events that never claims to know a date better than its source did.",
        epilog="Paths are event files (.yaml, .jsonl) or folders of them; without one, events/ is read. "
        "Exit status: 0 none, 1 some (overdue things, problems), 2 usage or unreadable.",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"laceventlog {version}")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", required=True)
    _check(_verb(verbs, "check"))
    _list(_verb(verbs, "list"))
    _show(_verb(verbs, "show"))
    _overdue(_verb(verbs, "overdue"))
    _timeline(_verb(verbs, "timeline"))
    _export(_verb(verbs, "export"))
    _date(_verb(verbs, "date"))
    _verb(verbs, "schema")
    return top


def _verb(verbs: Any, name: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = verbs.add_parser(
        name, help=HELP[name], description=HELP[name].capitalize() + ".", allow_abbrev=False,
        epilog=f"example: {EXAMPLES[name]}",
    )  # fmt: skip
    return made


def _check(verb: argparse.ArgumentParser) -> None:
    _paths(verb)
    _format(verb, ("text", "json"))
    _exit_zero(verb)


def _list(verb: argparse.ArgumentParser) -> None:
    _paths(verb)
    _times(verb)
    _filters(verb)
    _format(verb, ("text", "table", "json", "csv", "md"))
    _look(verb)


def _show(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("id", metavar="ID", help="an id, or how it begins")
    _paths(verb)
    _times(verb)
    _format(verb, ("text", "json"))
    _look(verb)


def _overdue(verb: argparse.ArgumentParser) -> None:
    _list(verb)
    verb.add_argument("--possible", action="store_true", help="count what may have fallen due as well")
    _exit_zero(verb)


def _timeline(verb: argparse.ArgumentParser) -> None:
    _paths(verb)
    _times(verb)
    _filters(verb)
    _look(verb)


def _export(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("target", choices=("ics", "json", "jsonl", "csv", "md"), help="what to write")
    _paths(verb)
    _times(verb)
    _filters(verb)
    verb.add_argument("--output", "-o", metavar="FILE", help="the file to write, whole or not at all")
    calendar = verb.add_argument_group("calendar")
    calendar.add_argument("--tasks", choices=("event", "todo", "both"), default="event", help="how tasks are shown")
    calendar.add_argument(
        "--windows",
        choices=("last-day", "span"),
        default="last-day",
        help="an imprecise date as its last day or whole",
    )
    calendar.add_argument(
        "--cancelled",
        choices=("show", "drop", "mark"),
        default="show",
        help="what becomes of cancelled events",
    )
    calendar.add_argument("--name", default="laceventlog", help="the name of the calendar")
    calendar.add_argument("--namespace", default="laceventlog", help="what stands after @ in every UID")


def _date(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("phrases", nargs="*", default=[], metavar="PHRASE", help="a date; without one, input is read")
    verb.add_argument("--lang", choices=sorted(LANGUAGES), default="en", help="the language of the phrases")
    verb.add_argument("--day-first", action=argparse.BooleanOptionalAction, help="how to read 03/04/2024")
    verb.add_argument("--hemisphere", choices=("north", "south"), default="north", help="whose seasons are meant")
    _format(verb, ("text", "json"))


def _paths(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("paths", nargs="*", default=[], metavar="PATH", help="event files or folders (default: events/)")


def _times(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--today", type=DAY, metavar="DAY", help="the day to judge by (default: today)")
    verb.add_argument("--as-of", type=DAY, metavar="DAY", help="only what had been said by that day; also --today")


def _filters(verb: argparse.ArgumentParser) -> None:
    group = verb.add_argument_group("filters (each may be given several times; any of its values fits)")
    group.add_argument("--country", type=COUNTRY, action="append", default=[], metavar="CODE", help="ISO 3166-1")
    group.add_argument("--kind", type=KIND, action="append", default=[], metavar="KIND", help=", ".join(KINDS))
    group.add_argument("--status", type=STATUS, action="append", default=[], metavar="STATUS", help=", ".join(Status))
    group.add_argument(
        "--condition", type=CONDITION, action="append", default=[], metavar="COND", help=", ".join(Condition)
    )
    group.add_argument("--tag", action="append", default=[], metavar="TAG", help="a tag")
    group.add_argument("--party", action="append", default=[], metavar="NAME", help="part of a party's name")
    group.add_argument("--from", dest="begin", type=WHEN, metavar="DATE", help="drop what ends before")
    group.add_argument("--to", dest="end", type=WHEN, metavar="DATE", help="drop what starts after")


def _format(verb: argparse.ArgumentParser, choices: Sequence[str]) -> None:
    verb.add_argument("--format", choices=choices, default="text", help="how to print (default: text)")


def _look(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--width", type=WIDTH, metavar="N", help="columns (default: the terminal's, else 100)")
    verb.add_argument("--ascii", action="store_true", help="signs that every terminal has")


def _exit_zero(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--exit-zero", action="store_true", help="end with 0 also when something was found")
