"""What iCalendar allows, as tables: what a property may say, what a component may hold, what a parameter may be.

Taken from RFC 5545, 7986 and 9253; the names of RFC 7808, 7953, 9073 and 9074 are known, so that they are no fault.
Names and listed words are upper case; what is compared with them is made so first (RFC 5545 §3.5).
"""

from __future__ import annotations

import attrs

NUMBER = 2**31 - 1


@attrs.frozen
class Rule:
    """What one property may say.

    `types` are its value types, the default first; when `stated`, there is no default and VALUE must be written. `many`
    values stand between commas. `words` are all it may say; `low` and `high` bound a number. `form` is the syntax of
    a value that its type does not tell.
    """

    section: str
    types: tuple[str, ...]
    many: bool = False
    stated: bool = False
    words: tuple[str, ...] = ()
    low: int = -NUMBER - 1
    high: int = NUMBER
    form: str = ""


def _rule(section: str, types: str = "TEXT", **more: object) -> Rule:
    return Rule(section, tuple(types.split()), **more)  # type: ignore[arg-type]  # the names are checked by attrs


WHEN = "DATE-TIME DATE"
PROPERTIES: dict[str, Rule] = {
    "CALSCALE": _rule("RFC 5545 §3.7.1", words=("GREGORIAN",)),
    "METHOD": _rule("RFC 5545 §3.7.2"),
    "PRODID": _rule("RFC 5545 §3.7.3"),
    "VERSION": _rule("RFC 5545 §3.7.4", words=("2.0",)),
    "ATTACH": _rule("RFC 5545 §3.8.1.1", "URI BINARY"),
    "CATEGORIES": _rule("RFC 5545 §3.8.1.2", many=True),
    "CLASS": _rule("RFC 5545 §3.8.1.3"),
    "COMMENT": _rule("RFC 5545 §3.8.1.4"),
    "DESCRIPTION": _rule("RFC 5545 §3.8.1.5"),
    "GEO": _rule("RFC 5545 §3.8.1.6", "FLOAT", form="GEO"),
    "LOCATION": _rule("RFC 5545 §3.8.1.7"),
    "PERCENT-COMPLETE": _rule("RFC 5545 §3.8.1.8", "INTEGER", low=0, high=100),
    "PRIORITY": _rule("RFC 5545 §3.8.1.9", "INTEGER", low=0, high=9),
    "RESOURCES": _rule("RFC 5545 §3.8.1.10", many=True),
    "STATUS": _rule("RFC 5545 §3.8.1.11"),  # its words depend on the component: STATUSES
    "SUMMARY": _rule("RFC 5545 §3.8.1.12"),
    "COMPLETED": _rule("RFC 5545 §3.8.2.1", "DATE-TIME"),
    "DTEND": _rule("RFC 5545 §3.8.2.2", WHEN),
    "DUE": _rule("RFC 5545 §3.8.2.3", WHEN),
    "DTSTART": _rule("RFC 5545 §3.8.2.4", WHEN),
    "DURATION": _rule("RFC 5545 §3.8.2.5", "DURATION", low=0),
    "FREEBUSY": _rule("RFC 5545 §3.8.2.6", "PERIOD", many=True),
    "TRANSP": _rule("RFC 5545 §3.8.2.7", words=("OPAQUE", "TRANSPARENT")),
    "TZID": _rule("RFC 5545 §3.8.3.1"),
    "TZNAME": _rule("RFC 5545 §3.8.3.2"),
    "TZOFFSETFROM": _rule("RFC 5545 §3.8.3.3", "UTC-OFFSET"),
    "TZOFFSETTO": _rule("RFC 5545 §3.8.3.4", "UTC-OFFSET"),
    "TZURL": _rule("RFC 5545 §3.8.3.5", "URI"),
    "ATTENDEE": _rule("RFC 5545 §3.8.4.1", "CAL-ADDRESS"),
    "CONTACT": _rule("RFC 5545 §3.8.4.2"),
    "ORGANIZER": _rule("RFC 5545 §3.8.4.3", "CAL-ADDRESS"),
    "RECURRENCE-ID": _rule("RFC 5545 §3.8.4.4", WHEN),
    "RELATED-TO": _rule("RFC 9253 §9.1", "TEXT UID URI"),
    "URL": _rule("RFC 5545 §3.8.4.6", "URI"),
    "UID": _rule("RFC 5545 §3.8.4.7"),
    "EXDATE": _rule("RFC 5545 §3.8.5.1", WHEN, many=True),
    "RDATE": _rule("RFC 5545 §3.8.5.2", WHEN + " PERIOD", many=True),
    "RRULE": _rule("RFC 5545 §3.8.5.3", "RECUR"),
    "EXRULE": _rule("RFC 2445 §4.8.5.2", "RECUR"),
    "ACTION": _rule("RFC 5545 §3.8.6.1"),
    "REPEAT": _rule("RFC 5545 §3.8.6.2", "INTEGER", low=0),
    "TRIGGER": _rule("RFC 5545 §3.8.6.3", "DURATION DATE-TIME"),
    "CREATED": _rule("RFC 5545 §3.8.7.1", "DATE-TIME"),
    "DTSTAMP": _rule("RFC 5545 §3.8.7.2", "DATE-TIME"),
    "LAST-MODIFIED": _rule("RFC 5545 §3.8.7.3", "DATE-TIME"),
    "SEQUENCE": _rule("RFC 5545 §3.8.7.4", "INTEGER", low=0),
    "REQUEST-STATUS": _rule("RFC 5545 §3.8.8.3", form="REQUEST-STATUS"),
    "NAME": _rule("RFC 7986 §5.1"),
    "REFRESH-INTERVAL": _rule("RFC 7986 §5.7", "DURATION", stated=True, low=0),
    "SOURCE": _rule("RFC 7986 §5.8", "URI", stated=True),
    "COLOR": _rule("RFC 7986 §5.9", form="COLOR"),
    "IMAGE": _rule("RFC 7986 §5.10", "URI BINARY", stated=True),
    "CONFERENCE": _rule("RFC 7986 §5.11", "URI", stated=True),
    "CONCEPT": _rule("RFC 9253 §8.1", "URI"),
    "LINK": _rule("RFC 9253 §8.2", "URI UID XML-REFERENCE", stated=True),
    "REFID": _rule("RFC 9253 §8.3"),
    "TZUNTIL": _rule("RFC 7808 §7.1", "DATE-TIME"),
    "TZID-ALIAS-OF": _rule("RFC 7808 §7.2"),
    "ACKNOWLEDGED": _rule("RFC 9074 §6.1", "DATE-TIME"),
    "PROXIMITY": _rule("RFC 9074 §8.1"),
}
UTC = frozenset("COMPLETED CREATED DTSTAMP LAST-MODIFIED ACKNOWLEDGED TZUNTIL FREEBUSY TRIGGER".split())
"""What states its times in UTC, whatever component it stands in."""
ELSEWHERE = frozenset(
    """BUSYTYPE STRUCTURED-DATA STYLED-DESCRIPTION LOCATION-TYPE PARTICIPANT-TYPE RESOURCE-TYPE CALENDAR-ADDRESS
    POLL-ITEM-ID POLL-MODE POLL-PROPERTIES POLL-WINNER POLL-COMPLETION REPLY-URL RESPONSE VOTER ACCEPT-RESPONSE
    EXPAND ITIP-VERSION BASEOFFSET PATCH-VERSION PATCH-ORDER PATCH-TARGET PATCH-DELETE PATCH-ACTION
    ESTIMATED-DURATION REASON SUBSTATE TASK-MODE CALENDAR-SECURITY""".split()
)
"""Names of other standards and drafts, whose values are not looked at."""

STATUSES: dict[str, tuple[str, ...]] = {
    "VEVENT": ("TENTATIVE", "CONFIRMED", "CANCELLED"),
    "VTODO": ("NEEDS-ACTION", "IN-PROCESS", "COMPLETED", "CANCELLED"),
    "VJOURNAL": ("DRAFT", "FINAL", "CANCELLED"),
}


ANYWHERE = frozenset({"CONCEPT", "LINK", "REFID"})
"""RFC 9253 §8: in any component, any number of times."""


@attrs.frozen
class Shape:
    """What a component holds: where it stands, and which properties it needs, may not repeat, and allows.

    The parent of the outermost is "".
    """

    section: str
    parents: frozenset[str]
    needed: frozenset[str]
    single: frozenset[str]
    allowed: frozenset[str]


def _shape(section: str, parents: str, needed: str, once: str, often: str) -> Shape:
    """A shape from words; a property stands among those needed, those allowed once, or those allowed often."""
    single = frozenset(f"{needed} {once}".split())
    allowed = single | frozenset(often.split()) | ANYWHERE
    return Shape(section, frozenset(parents.split() or [""]), frozenset(needed.split()), single, allowed)


_ENTRY = "CLASS CREATED DTSTART LAST-MODIFIED ORGANIZER RECURRENCE-ID SEQUENCE STATUS SUMMARY URL COLOR "
_TASK = _ENTRY + "DESCRIPTION GEO LOCATION PRIORITY DURATION "
_LISTS = "ATTACH ATTENDEE CATEGORIES COMMENT CONTACT EXDATE RDATE RELATED-TO REQUEST-STATUS RRULE IMAGE "
_OBSERVANCE = ("DTSTART TZOFFSETFROM TZOFFSETTO", "", "RRULE RDATE COMMENT TZNAME")
SHAPES: dict[str, Shape] = {
    "VCALENDAR": _shape(
        "RFC 5545 §3.6", "", "PRODID VERSION",
        "CALSCALE METHOD UID LAST-MODIFIED URL REFRESH-INTERVAL SOURCE COLOR", "NAME DESCRIPTION CATEGORIES IMAGE",
    ),
    "VEVENT": _shape(
        "RFC 5545 §3.6.1", "VCALENDAR", "UID DTSTAMP", _TASK + "TRANSP DTEND", _LISTS + "RESOURCES CONFERENCE"
    ),
    "VTODO": _shape(
        "RFC 5545 §3.6.2", "VCALENDAR", "UID DTSTAMP", _TASK + "COMPLETED PERCENT-COMPLETE DUE",
        _LISTS + "RESOURCES CONFERENCE",
    ),
    "VJOURNAL": _shape("RFC 5545 §3.6.3", "VCALENDAR", "UID DTSTAMP", _ENTRY, _LISTS + "DESCRIPTION"),
    "VFREEBUSY": _shape(
        "RFC 5545 §3.6.4", "VCALENDAR", "UID DTSTAMP", "CONTACT DTSTART DTEND ORGANIZER URL",
        "ATTENDEE COMMENT FREEBUSY REQUEST-STATUS",
    ),
    "VTIMEZONE": _shape("RFC 5545 §3.6.5", "VCALENDAR", "TZID", "LAST-MODIFIED TZURL TZUNTIL", "TZID-ALIAS-OF"),
    "STANDARD": _shape("RFC 5545 §3.6.5", "VTIMEZONE", *_OBSERVANCE),
    "DAYLIGHT": _shape("RFC 5545 §3.6.5", "VTIMEZONE", *_OBSERVANCE),
    "VALARM": _shape(
        "RFC 5545 §3.6.6", "VEVENT VTODO", "ACTION TRIGGER",
        "DURATION REPEAT DESCRIPTION SUMMARY UID ACKNOWLEDGED PROXIMITY", "ATTACH ATTENDEE RELATED-TO",
    ),
}  # fmt: skip
OTHER_COMPONENTS = frozenset("VAVAILABILITY AVAILABLE VPOLL VPATCH PARTICIPANT VLOCATION VRESOURCE VOTE".split())
"""Components of other standards, which are not looked into."""
PLACED = frozenset().union(*(shape.allowed for shape in SHAPES.values()))
"""Every property whose place is known."""
ALARMS: dict[str, tuple[str, ...]] = {
    "DISPLAY": ("DESCRIPTION",),
    "EMAIL": ("DESCRIPTION", "SUMMARY", "ATTENDEE"),
}
"""What an alarm needs for its ACTION (RFC 5545 §3.6.6)."""

EXCLUDE = (("VEVENT", "DTEND", "DURATION"), ("VTODO", "DUE", "DURATION"))
"""In this component, the one and the other exclude each other."""
WANT = (
    ("VTODO", "DURATION", "DTSTART", "RFC 5545 §3.6.2"),
    ("VTODO", "RRULE", "DTSTART", "RFC 5545 §3.8.2.4"),
    ("VJOURNAL", "RRULE", "DTSTART", "RFC 5545 §3.8.2.4"),
    ("VALARM", "REPEAT", "DURATION", "RFC 5545 §3.6.6"),
    ("VALARM", "DURATION", "REPEAT", "RFC 5545 §3.6.6"),
)
"""In this component, the one wants the other."""
ENDS = {"VEVENT": "DTEND", "VTODO": "DUE", "VFREEBUSY": "DTEND"}
"""What must lie after DTSTART."""


@attrs.frozen
class Parameter:
    """What a parameter may say: one value or a list, which words, which syntax."""

    section: str
    many: bool = False
    words: tuple[str, ...] = ()
    form: str = ""
    may_be_empty: bool = False


PARAMETERS: dict[str, Parameter] = {
    "ALTREP": Parameter("RFC 5545 §3.2.1"),
    "CN": Parameter("RFC 5545 §3.2.2", may_be_empty=True),
    "CUTYPE": Parameter("RFC 5545 §3.2.3"),
    "DIR": Parameter("RFC 5545 §3.2.6"),
    "ENCODING": Parameter("RFC 5545 §3.2.7", words=("8BIT", "BASE64")),
    "FMTTYPE": Parameter("RFC 5545 §3.2.8"),
    "FBTYPE": Parameter("RFC 5545 §3.2.9"),
    "LANGUAGE": Parameter("RFC 5545 §3.2.10"),
    "PARTSTAT": Parameter("RFC 5545 §3.2.12"),
    "RANGE": Parameter("RFC 5545 §3.2.13", words=("THISANDFUTURE",)),
    "RELATED": Parameter("RFC 5545 §3.2.14", words=("START", "END")),
    "RELTYPE": Parameter("RFC 5545 §3.2.15"),
    "ROLE": Parameter("RFC 5545 §3.2.16"),
    "RSVP": Parameter("RFC 5545 §3.2.17", form="BOOLEAN"),
    "SENT-BY": Parameter("RFC 5545 §3.2.18"),
    "TZID": Parameter("RFC 5545 §3.2.19"),
    "VALUE": Parameter("RFC 5545 §3.2.20"),
    "EMAIL": Parameter("RFC 7986 §6.2"),
    "LABEL": Parameter("RFC 7986 §6.4", may_be_empty=True),
    "LINKREL": Parameter("RFC 9253 §6.1", many=True),
    "GAP": Parameter("RFC 9253 §6.2", form="DURATION"),
}
WANTED_PARAMETERS = {"LINK": "LINKREL"}
"""The parameter without which a property says too little (RFC 9253 §8.2)."""
