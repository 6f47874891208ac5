"""How a calendar is written: every choice, checked when it is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Literal

import attrs

from ...errors import UsageError, did_you_mean
from ..colors import COLORS

Tasks = Literal["event", "todo", "both"]
Windows = Literal["last-day", "span"]
Cancelled = Literal["show", "drop", "mark"]
History = Literal["none", "journal"]
DURATION = re.compile(r"P(?:\d+W|(?=[\dT])(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)")
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x1f]+")
TOKEN = re.compile(r"[A-Z-]+")


def _wanted(pattern: re.Pattern[str], what: str) -> Callable[[Any, Any, str], None]:
    def check(options: Any, field: Any, text: str) -> None:
        del options
        if text and not pattern.fullmatch(text):
            raise UsageError(f"'{text}' is no {field.name} for a calendar: write {what}")

    return check


def _known_color(options: Any, field: Any, name: str) -> None:
    del options, field
    if name and name.casefold() not in COLORS:
        raise UsageError(f"'{name}' is no colour of CSS: {did_you_mean(name, COLORS, 'write red, teal, steelblue …')}")


def _days(options: Any, field: Any, days: tuple[int, ...]) -> None:
    del options, field
    if any(not 0 <= number <= 3650 for number in days):
        raise UsageError("an alarm goes off 0 to 3650 days before")


def _numbers(days: Iterable[int]) -> tuple[int, ...]:
    return tuple(days)


@attrs.frozen
class Options:
    """How a calendar is written; docs/calendar.md tells what each choice means to which client.

    Attributes:
        name: of the calendar.
        namespace: what stands behind @ in every UID.
        tasks: how what somebody has to do is shown.
        windows: an imprecise date as its last possible day, or whole.
        cancelled: whether what is cancelled is shown, dropped, or only marked in its title.
        history: whether every statement becomes a VJOURNAL.
        alarms: days before, for what is awaited.
        data: whether the whole event is written beside, to be read back without loss.
        description: of the calendar.
        color: a colour name of CSS (RFC 7986 §5.9).
        refresh: how often a subscriber should look, an ISO 8601 duration (§5.7); "" leaves it out.
        url: where the feed is published (SOURCE, §5.8).
        method: of iTIP (RFC 5546); it wants an organizer.
        organizer: an address such as `mailto:log@example.org`.

    Raises:
        UsageError: a value that a calendar cannot have.
    """

    name: str = "laceventlog"
    namespace: str = "laceventlog"
    tasks: Tasks = "event"
    windows: Windows = "last-day"
    cancelled: Cancelled = "show"
    history: History = "none"
    alarms: tuple[int, ...] = attrs.field(default=(), converter=_numbers, validator=_days)
    data: bool = True
    description: str = ""
    color: str = attrs.field(default="", validator=_known_color)
    refresh: str = attrs.field(default="PT12H", validator=_wanted(DURATION, "a duration such as PT12H or P1D"))
    url: str = attrs.field(default="", validator=_wanted(ADDRESS, "an address such as https://example.org/a.ics"))
    method: str = attrs.field(default="", validator=_wanted(TOKEN, "PUBLISH or another method of iTIP"))
    organizer: str = attrs.field(default="", validator=_wanted(ADDRESS, "an address such as mailto:log@example.org"))

    def __attrs_post_init__(self) -> None:
        """A method without an organizer is refused: RFC 5546 §3.2 wants one in every component."""
        if self.method and not self.organizer:
            raise UsageError("a method wants an organizer: give 'mailto:log@example.org'")


DEFAULT = Options()
