"""Statuses in the code lists of other standards, and what each conversion loses.

No list has all eight statuses, so most conversions lose something; a test ensures that every loss is listed. None
means that a list has no code: leave the element out, because a similar code would be untrue.
For dates see `activity_dates` (IATI) and `ical.writer` (iCalendar).
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from ...errors import FieldError, UsageError, did_you_mean
from .status import Status

PROPOSED, PLANNED, UNDERWAY, PARTIAL, COMPLETED, POSTPONED, MISSED, CANCELLED = Status


@attrs.frozen
class CodeList:
    """A code list of a standard.

    Attributes:
        title: its name, for people.
        source: the standard and section that define it.
        codes: the code of each status; None if there is none.
        statuses: the status of each code.
        lost: what is lost of a status that comes back from its code as another.
        lost_codes: what is lost of a code that comes back from its status as another.
    """

    title: str
    source: str
    codes: Mapping[Status, str | None]
    statuses: Mapping[str, Status]
    lost: Mapping[Status, str]
    lost_codes: Mapping[str, str] = attrs.field(factory=dict)

    def back(self, status: Status) -> Status | None:
        """The status that `from_code(to_code(status))` gives; None if it has no code."""
        code = self.codes[status]
        return self.statuses[code] if code else None


def _row(*codes: str | None) -> dict[Status, str | None]:
    return dict(zip(Status, codes, strict=True))


_EVENT_LOST = {
    UNDERWAY: "that it has begun",
    PARTIAL: "that part of it is done",
    COMPLETED: "that it happened",
    POSTPONED: "that it was put off",
    MISSED: "that it was not called off",
}

CODE_LISTS: Mapping[str, CodeList] = {
    "vevent": CodeList(
        "iCalendar VEVENT",
        "RFC 5545, 3.8.1.11 Status",
        _row(
            "TENTATIVE", "CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED", "TENTATIVE", "CANCELLED", "CANCELLED"
        ),
        {"TENTATIVE": PROPOSED, "CONFIRMED": PLANNED, "CANCELLED": CANCELLED},
        _EVENT_LOST,
    ),
    "vtodo": CodeList(
        "iCalendar VTODO",
        "RFC 5545, 3.8.1.11 Status",
        _row(
            "NEEDS-ACTION", "NEEDS-ACTION", "IN-PROCESS", "IN-PROCESS", "COMPLETED", "NEEDS-ACTION", "CANCELLED",
            "CANCELLED",
        ),
        {"NEEDS-ACTION": PLANNED, "IN-PROCESS": UNDERWAY, "COMPLETED": COMPLETED, "CANCELLED": CANCELLED},
        {
            PROPOSED: "that it is not agreed yet",
            PARTIAL: "that part of it is done",
            POSTPONED: "that it was put off",
            MISSED: "that it was not called off",
        },
    ),
    "jscalendar-event": CodeList(
        "JSCalendar event, status",
        "RFC 8984, 5.1.3 status",
        _row(
            "tentative", "confirmed", "confirmed", "confirmed", "confirmed", "tentative", "cancelled", "cancelled"
        ),
        {"tentative": PROPOSED, "confirmed": PLANNED, "cancelled": CANCELLED},
        _EVENT_LOST,
    ),
    "jscalendar-task": CodeList(
        "JSCalendar task, progress",
        "RFC 8984, 5.2.5 progress",
        _row(
            "needs-action", "needs-action", "in-process", "in-process", "completed", "needs-action", "failed",
            "cancelled",
        ),
        {
            "needs-action": PLANNED, "in-process": UNDERWAY, "completed": COMPLETED, "failed": MISSED,
            "cancelled": CANCELLED,
        },
        {
            PROPOSED: "that it is not agreed yet",
            PARTIAL: "that part of it is done",
            POSTPONED: "that it was put off",
        },
    ),
    "iati": CodeList(
        "IATI activity-status",
        "IATI Standard 2.03, codelist ActivityStatus",
        _row("1", "1", "2", "2", "4", "6", None, "5"),
        {"1": PROPOSED, "2": UNDERWAY, "3": COMPLETED, "4": COMPLETED, "5": CANCELLED, "6": POSTPONED},
        {
            PLANNED: "that it was agreed: 1 means scoped or planned, and is read as the weaker",
            PARTIAL: "that part of it is done",
            MISSED: "everything: there is no code for what did not happen",
        },
        {"3": "that sign-off is still open"},
    ),
    "ocds": CodeList(
        "OCDS milestone status",
        "Open Contracting Data Standard 1.1, codelist milestoneStatus",
        _row("scheduled", "scheduled", "scheduled", "partiallyMet", "met", "scheduled", "notMet", None),
        {"scheduled": PLANNED, "met": COMPLETED, "notMet": MISSED, "partiallyMet": PARTIAL},
        {
            PROPOSED: "that it is not agreed yet",
            UNDERWAY: "that it has begun",
            POSTPONED: "that it was put off; leave dueDate out",
            CANCELLED: "everything: there is no code for what was called off",
        },
    ),
    "schema.org": CodeList(
        "schema.org eventStatus",
        "schema.org, EventStatusType",
        _row(
            "EventScheduled", "EventScheduled", "EventScheduled", "EventScheduled", "EventScheduled",
            "EventPostponed", "EventCancelled", "EventCancelled",
        ),
        {
            "EventScheduled": PLANNED, "EventPostponed": POSTPONED, "EventRescheduled": PLANNED,
            "EventCancelled": CANCELLED, "EventMovedOnline": PLANNED,
        },
        {PROPOSED: "that it is not agreed yet", **{s: _EVENT_LOST[s] for s in _EVENT_LOST if s is not POSTPONED}},
        {
            "EventRescheduled": "the previous date: write previousStartDate as a separate statement",
            "EventMovedOnline": "the change of place, which is not a status",
        },
    ),
}  # fmt: skip
"""Every list, by its name in `to_code` and `from_code`."""

SCHEMA_ORG = ("https://schema.org/", "http://schema.org/", "schema:")


def to_code(status: Status, code_list: str) -> str | None:
    """The code of a status in a code list of another standard; docs/statuses.md lists them all.

    Args:
        status: the status.
        code_list: vevent or vtodo (RFC 5545 §3.8.1.11), jscalendar-event or jscalendar-task (RFC 8984 §5), iati
            (ActivityStatus 2.03), ocds (milestoneStatus 1.1) or schema.org (EventStatusType).

    Returns:
        The code as the standard writes it; None if the list has none: leave the element out.

    Raises:
        UsageError: an unknown list.

    >>> to_code(Status.COMPLETED, "iati"), to_code(Status.MISSED, "iati")
    ('4', None)
    """
    return _list(code_list).codes[status]


def from_code(code: str, code_list: str) -> Status:
    """The status of a code in a code list of another standard: the reverse of `to_code`.

    Args:
        code: the code, in any case; for schema.org also as a URL.
        code_list: the list, as in `to_code`.

    Raises:
        FieldError: S005, the list has no such code.
        UsageError: an unknown list.

    >>> from_code("partiallyMet", "ocds")
    <Status.PARTIAL: 'partial'>
    """
    found = _list(code_list)
    known = {name.casefold(): status for name, status in found.statuses.items()}
    word = code.strip()
    if code_list == "schema.org":
        word = next((word.removeprefix(p) for p in SCHEMA_ORG if word.startswith(p)), word)
    if word.casefold() not in known:
        raise FieldError("S005", f"unknown {found.title} code '{code}'", did_you_mean(word, found.statuses))
    return known[word.casefold()]


def _list(name: str) -> CodeList:
    if name not in CODE_LISTS:
        raise UsageError(f"no code list '{name}': {did_you_mean(name, CODE_LISTS)}")
    return CODE_LISTS[name]
