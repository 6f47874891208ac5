"""`publish`: the log in a calendar that a CalDAV server keeps."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path
from urllib.parse import urlsplit

from ....errors import UsageError
from ....ical.sync.plan import Act, Counts
from ... import arguments
from ...shared import asked_log, in_condition, lines
from ...verb import Answer, Scene, Verb
from . import calendar
from .vdir import conflicts

LOOPBACK = ("localhost", "127.0.0.1", "::1")


def _options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("url", metavar="URL", help="the address of one calendar: https://host/user/calendar/")
    arguments.paths(verb)
    verb.add_argument("--user", default="", metavar="NAME", help="who logs in; the password is in LACEVENTLOG_PASSWORD")
    verb.add_argument("--password-file", metavar="FILE", help="a file whose first line is the password")
    verb.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    verb.add_argument("--force", action="store_true", help="write over items that somebody else changed")
    verb.add_argument(
        "--timeout", type=arguments.SECONDS, default=30, metavar="S", help="seconds to wait (default: 30)"
    )
    arguments.times(verb)
    arguments.filters(verb)
    calendar.add_item_options(verb)


def _run(asked: argparse.Namespace, scene: Scene) -> Answer:
    """The log in a calendar; ends with 1 where somebody else changed an item."""
    from ....ical.sync.caldav import publish
    from ....ical.sync.caldav_client import Account

    logging.getLogger("caldav").setLevel(logging.CRITICAL)  # what it says of odd servers is said here in our words
    log, remark = asked_log(asked)
    log = in_condition(log, asked, scene.today)
    account = Account(asked.user, _password(asked, scene), asked.timeout)
    counts = publish(
        log, asked.url, calendar.chosen(asked, calendar.OF_ITEMS), account, force=asked.force, dry_run=asked.dry_run
    )
    would = "would be: " if asked.dry_run else ""
    told = lines(*(_planned(counts) if asked.dry_run else ()), *conflicts(counts), f"{would}{counts}")
    return Answer(told + "\n", int(bool(counts.conflicts)), lines(remark, _unprotected(asked)))


def _password(asked: argparse.Namespace, scene: Scene) -> str:
    """From the file, else from the environment; never from the command line, which others can see."""
    if not asked.password_file:
        return scene.password() if asked.user else ""
    if not asked.user:
        raise UsageError("a password without a name: say who logs in with --user NAME")
    try:
        return Path(asked.password_file).read_text("utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise UsageError(f"the password file {asked.password_file} cannot be read: {reason}") from None


def _unprotected(asked: argparse.Namespace) -> str:
    """A remark where the password crossed a network in the clear."""
    address = urlsplit(asked.url)
    is_open = asked.user and address.scheme == "http" and address.hostname not in LOOPBACK
    return f"the password went to {address.hostname} unprotected: write https://" if is_open else ""


def _planned(counts: Counts) -> list[str]:
    acts = (Act.CREATE, Act.CHANGE, Act.REMOVE)
    return [f"{step.act}: {step.uid}" for step in counts.steps if step.act in acts]


PUBLISH = Verb(
    "publish",
    "put the log into a calendar of a CalDAV server",
    "laceventlog publish https://cal.example.org/team/events/ --user team --dry-run",
    _options,
    _run,
    is_told_by_status=True,
)
