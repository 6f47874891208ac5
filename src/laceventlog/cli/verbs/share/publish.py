"""`publish`: the log in a calendar on a CalDAV server."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ....errors import UsageError
from ... import arguments
from ...shared import asked_log, in_condition, lines
from ...verb import Answer, Context, Verb
from . import calendar
from .vdir import conflicts

if TYPE_CHECKING:
    from ....ical import SyncCounts

LOOPBACK = ("localhost", "127.0.0.1", "::1")


def _options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("url", metavar="URL", help="the address of one calendar: https://host/user/calendar/")
    arguments.paths(verb)
    verb.add_argument("--user", default="", metavar="NAME", help="the user; the password is in LACEVENTLOG_PASSWORD")
    verb.add_argument("--password-file", metavar="FILE", help="a file whose first line is the password")
    verb.add_argument("--dry-run", action="store_true", help="print the changes without making them")
    verb.add_argument("--force", action="store_true", help="overwrite items that others changed")
    verb.add_argument(
        "--timeout", type=arguments.SECONDS, default=30, metavar="S", help="seconds to wait (default: 30)"
    )
    arguments.times(verb)
    arguments.filters(verb)
    calendar.add_item_options(verb)


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """The log in a calendar; ends with 1 if there were conflicts."""
    from ....ical import Account, publish

    logging.getLogger("caldav").setLevel(logging.CRITICAL)  # errors are reported in our own words
    log, remark = asked_log(args)
    log = in_condition(log, args, context.today)
    account = Account(args.user, _password(args, context), args.timeout)
    counts = publish(
        log, args.url, calendar.chosen(args, calendar.OF_ITEMS), account, force=args.force, dry_run=args.dry_run
    )
    would = "would be: " if args.dry_run else ""
    report = lines(*(_planned(counts) if args.dry_run else ()), *conflicts(counts), f"{would}{counts}")
    return Answer(report + "\n", int(bool(counts.conflicts)), lines(remark, _unprotected(args)))


def _password(args: argparse.Namespace, context: Context) -> str:
    """From the file, else from the environment; never from the command line, which others can see."""
    if not args.password_file:
        return context.password() if args.user else ""
    if not args.user:
        raise UsageError("a password without a user: add --user NAME")
    try:
        return Path(args.password_file).read_text("utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise UsageError(f"the password file {args.password_file} cannot be read: {reason}") from None


def _unprotected(args: argparse.Namespace) -> str:
    """A warning if the password was sent unencrypted."""
    address = urlsplit(args.url)
    is_open = args.user and address.scheme == "http" and address.hostname not in LOOPBACK
    return f"the password was sent to {address.hostname} unencrypted: use https://" if is_open else ""


def _planned(counts: SyncCounts) -> list[str]:
    return [f"{step.action}: {step.uid}" for step in counts.steps if step.action in ("create", "change", "remove")]


PUBLISH = Verb(
    "publish",
    "put the log into a calendar on a CalDAV server",
    "laceventlog publish https://cal.example.org/team/events/ --user team --dry-run",
    _options,
    _run,
    is_told_by_status=True,
)
