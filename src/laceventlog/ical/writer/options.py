"""How a calendar is written: every choice, checked when it is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Literal

import attrs

from ...errors import UsageError, did_you_mean
from ..colors import COLORS

TaskStyle = Literal["event", "todo", "both"]
WindowStyle = Literal["last-day", "span"]
CancelledStyle = Literal["show", "drop", "mark"]
HistoryStyle = Literal["none", "journal"]
REFRESH = "PT12H"
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x1f]+")
TOKEN = re.compile(r"[A-Z-]+")


def _matches(pattern: re.Pattern[str], example: str) -> Callable[[Any, Any, str], None]:
    def check(options: Any, field: Any, text: str) -> None:
        del options
        if text and not pattern.fullmatch(text):
            raise UsageError(f"'{text}' is not a valid {field.name} for a calendar: write {example}")

    return check


def _is_refresh(options: Any, field: Any, text: str) -> None:
    del options, field
    if text in ("", REFRESH):
        return
    from ..values import duration_fault  # not needed for most calendars

    if duration_fault(text) or text[0] in "+-":
        raise UsageError(f"'{text}' is not a valid refresh for a calendar: write a duration such as PT12H or P1D")


def _is_color(options: Any, field: Any, name: str) -> None:
    del options, field
    if name and name.casefold() not in COLORS:
        raise UsageError(f"'{name}' is not a CSS colour: {did_you_mean(name, COLORS, 'write red, teal, steelblue …')}")


def _are_days(options: Any, field: Any, days: tuple[int, ...]) -> None:
    del options, field
    if any(not 0 <= number <= 3650 for number in days):
        raise UsageError("an alarm is 0 to 3650 days before the event")


def _tuple(days: Iterable[int]) -> tuple[int, ...]:
    return tuple(days)


@attrs.frozen
class Options:
    """How a calendar is written; docs/calendar.md says what each choice means to which client.

    >>> Options(tasks="todo", alarms=[30], color="teal").alarms
    (30,)

    Attributes:
        name: of the calendar (NAME, RFC 7986 §5.1).
        namespace: the part of every UID after the @.
        tasks: a task as a VEVENT, a VTODO, or both.
        windows: an imprecise date as its last possible day, or as the whole window.
        cancelled: show, drop or only mark (in the title) cancelled events.
        history: whether every statement is also a VJOURNAL.
        alarms: days before the last one, for awaited events: 0 to 3650.
        data: whether to add the whole event as JSON, so that it is read back without loss.
        description: of the calendar.
        color: a CSS colour name (RFC 7986 §5.9).
        refresh: how often a subscriber should look, an ISO 8601 duration (RFC 7986 §5.7); "" leaves it out.
        url: where the feed is published (SOURCE, RFC 7986 §5.8).
        method: of iTIP (RFC 5546); it needs an organizer.
        organizer: an address such as `mailto:log@example.org`.

    Raises:
        UsageError: a value that a calendar cannot have.
    """

    name: str = "laceventlog"
    namespace: str = "laceventlog"
    tasks: TaskStyle = "event"
    windows: WindowStyle = "last-day"
    cancelled: CancelledStyle = "show"
    history: HistoryStyle = "none"
    alarms: tuple[int, ...] = attrs.field(default=(), converter=_tuple, validator=_are_days)
    data: bool = True
    description: str = ""
    color: str = attrs.field(default="", validator=_is_color)
    refresh: str = attrs.field(default=REFRESH, validator=_is_refresh)
    url: str = attrs.field(default="", validator=_matches(ADDRESS, "an address such as https://example.org/a.ics"))
    method: str = attrs.field(default="", validator=_matches(TOKEN, "PUBLISH or another method of iTIP"))
    organizer: str = attrs.field(default="", validator=_matches(ADDRESS, "an address such as mailto:log@example.org"))

    def __attrs_post_init__(self) -> None:
        """A method without an organizer is refused: RFC 5546 §3.2 needs one in every component."""
        if self.method and not self.organizer:
            raise UsageError("a method needs an organizer, such as 'mailto:log@example.org'")


DEFAULT = Options()
