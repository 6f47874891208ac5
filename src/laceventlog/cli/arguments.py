"""Options shared by several verbs, and converters of their values."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import Any

from ..dates import When
from ..errors import CODES, WARNINGS, DateError, FieldError, did_you_mean
from ..model import KINDS, Status, read_status
from ..model.places.countries import read_country
from ..reports import Condition
from ..reports.facets import Facet
from ..views.i18n import ENGLISH, MODULES


def _reader(read: Any, *errors: type[Exception]) -> Any:
    """A type for argparse that keeps the message of the error."""

    def convert(text: str) -> Any:
        try:
            return read(text)
        except errors as error:
            hint = getattr(error, "hint", "")
            reason = (
                f"'{text}': {error.reason}" if isinstance(error, DateError) else getattr(error, "message", str(error))
            )
            raise argparse.ArgumentTypeError(reason + (f" ({hint})" if hint else "")) from None

    return convert


def _day(text: str) -> Any:
    when = When.parse(text)
    if not when.is_known_day:
        raise DateError(text, 0, len(text), "not a single day", "write 2025-03-01")
    return when.latest


def _kind(text: str) -> str:
    return _one_of(text, KINDS, "S004", "kind")


def _condition(text: str) -> Condition:
    return Condition(_one_of(text, list(Condition), "S005", "condition"))


def _one_of(text: str, known: Iterable[str], code: str, what: str) -> str:
    """A known name, in small letters."""
    if text.casefold() not in known:
        raise FieldError(code, f"unknown {what} '{text}'", did_you_mean(text, known))
    return text.casefold()


def _facet(text: str) -> Facet:
    return Facet(_one_of(text, list(Facet), "S008", "group"))


def _table_format(text: str) -> str:
    from ..views.tables.styled_table import style

    return style(text)


def _ignorable(text: str) -> str:
    """The code of a warning; errors cannot be ignored."""
    code = text.upper()
    if code not in CODES:
        raise FieldError("S008", f"unknown code '{text}'", did_you_mean(text, sorted(WARNINGS)))
    if code not in WARNINGS:
        raise FieldError("S008", f"{code} is an error, and only warnings can be ignored", "fix it")
    return code


def _width(text: str) -> int:
    if not re.fullmatch("[0-9]{2,4}", text) or not 20 <= int(text) <= 1000:
        raise FieldError("S008", f"'{text}' is not a width from 20 to 1000")
    return int(text)


def _century(text: str) -> int:
    if not re.fullmatch("[0-9]{2}", text):
        raise FieldError("S008", f"'{text}' is not two digits, such as 20")
    return int(text)


def _seconds(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text[:6]) <= 3600 or len(text) > 4:
        raise FieldError("S008", f"'{text}' is not a number of seconds from 1 to 3600")
    return int(text)


def _days(text: str) -> int:
    if not re.fullmatch("[0-9]{1,7}", text):
        raise FieldError("S008", f"'{text}' is not a number of days", "write 90")
    return int(text)


DAY = _reader(_day, DateError)
WHEN = _reader(When.parse, DateError)
COUNTRY = _reader(read_country, FieldError)
STATUS = _reader(read_status, FieldError)
KIND = _reader(_kind, FieldError)
CONDITION = _reader(_condition, FieldError)
CENTURY = _reader(_century, FieldError)
WIDTH = _reader(_width, FieldError)
IGNORABLE = _reader(_ignorable, FieldError)
DAYS = _reader(_days, FieldError)
FACET = _reader(_facet, FieldError)
TABLE = _reader(_table_format, FieldError)
SECONDS = _reader(_seconds, FieldError)


def paths(verb: argparse.ArgumentParser, what: str = "event files or folders, or - (default: events/)") -> None:
    """Event files and folders; - is standard input."""
    verb.add_argument("paths", nargs="*", default=[], metavar="PATH", help=what)


def id_and_paths(verb: argparse.ArgumentParser, name: str) -> None:
    """An id among event files and folders."""
    verb.add_argument(
        name, nargs="*", default=[], metavar="ID|PATH",
        help="an id or its beginning; event files or folders, or - (default: events/); without an id, all events",
    )  # fmt: skip


def times(verb: argparse.ArgumentParser) -> None:
    """--today and --as-of."""
    verb.add_argument("--today", type=DAY, metavar="DAY", help="the day to take as today (default: today)")
    verb.add_argument(
        "--as-of", type=DAY, metavar="DAY", help="use only statements made by that day; also sets --today"
    )


def filters(verb: argparse.ArgumentParser) -> None:
    """The filters."""
    group = verb.add_argument_group("filters", "Each may be repeated; an event passes with any of its values.")
    group.add_argument(
        "--country",
        type=COUNTRY,
        action="append",
        default=[],
        metavar="COUNTRY",
        help="a country: CU, CUB or Cuba",
    )
    group.add_argument("--kind", type=KIND, action="append", default=[], metavar="KIND", help=", ".join(KINDS))
    group.add_argument("--status", type=STATUS, action="append", default=[], metavar="STATUS", help=", ".join(Status))
    group.add_argument(
        "--condition", type=CONDITION, action="append", default=[], metavar="COND", help=", ".join(Condition)
    )
    group.add_argument("--tag", action="append", default=[], metavar="TAG", help="a tag")
    group.add_argument("--party", action="append", default=[], metavar="NAME", help="part of a party's name")
    group.add_argument("--from", dest="begin", type=WHEN, metavar="DATE", help="leave out events that end before")
    group.add_argument("--to", dest="end", type=WHEN, metavar="DATE", help="leave out events that start after")


def formats(verb: argparse.ArgumentParser, choices: Sequence[str]) -> None:
    """--format."""
    verb.add_argument("--format", choices=choices, default="text", help="output format (default: text)")


def table(verb: argparse.ArgumentParser, *, columns: bool = True) -> None:
    """--table-format and --columns."""
    verb.add_argument(
        "--table-format", type=TABLE, metavar="STYLE",
        help="a table style of tabulate: simple, github, grid, html, latex, rst, jira, tsv, ...",
    )  # fmt: skip
    if columns:
        verb.add_argument(
            "--columns",
            metavar="NAME,...",
            help="the columns of table, md, csv or json, such as id,text,title,lateness",
        )


def grouping(verb: argparse.ArgumentParser) -> None:
    """--group-by."""
    verb.add_argument(
        "--group-by",
        type=FACET,
        metavar="WHAT",
        help=f"headings for each {', '.join(Facet)}; an event in several groups is listed in each",
    )


def options(verb: argparse.ArgumentParser) -> None:
    """--width, --ascii, --lang and --color."""
    verb.add_argument("--width", type=WIDTH, metavar="N", help="columns (default: the terminal's, else 100)")
    verb.add_argument("--ascii", action="store_true", help="ASCII signs only")
    language(verb, "the language of the output, except for words of sources")
    verb.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto",
        help="colours by condition (default: auto, on a terminal, unless NO_COLOR is set)",
    )  # fmt: skip


def language(verb: argparse.ArgumentParser, what: str) -> None:
    """--lang."""
    verb.add_argument("--lang", choices=sorted(MODULES), default=ENGLISH.code, help=f"{what} (default: en)")


def ignored(verb: argparse.ArgumentParser) -> None:
    """--ignore."""
    verb.add_argument(
        "--ignore", type=IGNORABLE, action="append", default=[], metavar="CODE",
        help="leave out warnings with this code (may be repeated)",
    )  # fmt: skip


def exit_zero(verb: argparse.ArgumentParser) -> None:
    """--exit-zero."""
    verb.add_argument("--exit-zero", action="store_true", help="exit with 0 even if something was found")
