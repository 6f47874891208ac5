"""The rules of iCalendar as tables: values of properties, contents of components, values of parameters.

Taken from RFC 5545, 7986 and 9253; the names of RFC 7808, 7953, 9073 and 9074 are known, so they are not reported.
Names and listed words are upper case; a text is made upper case before it is compared with them (RFC 5545 §3.5).
"""

from __future__ import annotations

import attrs

from .values import LARGEST


@attrs.frozen
class PropertyRule:
    """The values of one property.

    `types` are its value types, the default first; if `stated`, VALUE must be written all the same. `many` values have
    commas between them. `words` are its only values, `low` and `high` bound a number, and `form` is a syntax narrower
    than the type.
    """

    section: str
    types: tuple[str, ...]
    many: bool = False
    stated: bool = False
    words: tuple[str, ...] = ()
    low: int = -LARGEST - 1
    high: int = LARGEST
    form: str = ""


def _rule(section: str, types: str = "TEXT", **more: object) -> PropertyRule:
    return PropertyRule(section, tuple(types.split()), **more)  # type: ignore[arg-type]  # the names are checked by attrs


WHEN = "DATE-TIME DATE"
PROPERTIES: dict[str, PropertyRule] = {
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
"""Properties whose times are in UTC in every component."""
OTHER_PROPERTIES = frozenset(
    """BUSYTYPE STRUCTURED-DATA STYLED-DESCRIPTION LOCATION-TYPE PARTICIPANT-TYPE RESOURCE-TYPE CALENDAR-ADDRESS
    POLL-ITEM-ID POLL-MODE POLL-PROPERTIES POLL-WINNER POLL-COMPLETION REPLY-URL RESPONSE VOTER ACCEPT-RESPONSE
    EXPAND ITIP-VERSION BASEOFFSET PATCH-VERSION PATCH-ORDER PATCH-TARGET PATCH-DELETE PATCH-ACTION
    ESTIMATED-DURATION REASON SUBSTATE TASK-MODE CALENDAR-SECURITY""".split()
)
"""Properties of other standards and drafts, whose values are not checked."""

STATUSES: dict[str, tuple[str, ...]] = {
    "VEVENT": ("TENTATIVE", "CONFIRMED", "CANCELLED"),
    "VTODO": ("NEEDS-ACTION", "IN-PROCESS", "COMPLETED", "CANCELLED"),
    "VJOURNAL": ("DRAFT", "FINAL", "CANCELLED"),
}
ANYWHERE = frozenset({"CONCEPT", "LINK", "REFID"})
"""RFC 9253 §8: in any component, any number of times."""


@attrs.frozen
class ComponentRule:
    """The parents of a component ("" for the outermost), and the properties it needs, allows once, and allows."""

    section: str
    parents: frozenset[str]
    needed: frozenset[str]
    single: frozenset[str]
    allowed: frozenset[str]


def _component(section: str, parents: str, needed: str, once: str, often: str) -> ComponentRule:
    """A rule from words: properties that are needed once, allowed once, and allowed any number of times."""
    single = frozenset(f"{needed} {once}".split())
    allowed = single | frozenset(often.split()) | ANYWHERE
    return ComponentRule(section, frozenset(parents.split() or [""]), frozenset(needed.split()), single, allowed)


_ENTRY = "CLASS CREATED DTSTART LAST-MODIFIED ORGANIZER RECURRENCE-ID SEQUENCE STATUS SUMMARY URL COLOR "
_TASK = _ENTRY + "DESCRIPTION GEO LOCATION PRIORITY DURATION "
_LISTS = "ATTACH ATTENDEE CATEGORIES COMMENT CONTACT EXDATE RDATE RELATED-TO REQUEST-STATUS RRULE IMAGE "
_OBSERVANCE = ("DTSTART TZOFFSETFROM TZOFFSETTO", "", "RRULE RDATE COMMENT TZNAME")
COMPONENTS: dict[str, ComponentRule] = {
    "VCALENDAR": _component(
        "RFC 5545 §3.6", "", "PRODID VERSION",
        "CALSCALE METHOD UID LAST-MODIFIED URL REFRESH-INTERVAL SOURCE COLOR", "NAME DESCRIPTION CATEGORIES IMAGE",
    ),
    "VEVENT": _component(
        "RFC 5545 §3.6.1", "VCALENDAR", "UID DTSTAMP", _TASK + "TRANSP DTEND", _LISTS + "RESOURCES CONFERENCE"
    ),
    "VTODO": _component(
        "RFC 5545 §3.6.2", "VCALENDAR", "UID DTSTAMP", _TASK + "COMPLETED PERCENT-COMPLETE DUE",
        _LISTS + "RESOURCES CONFERENCE",
    ),
    "VJOURNAL": _component("RFC 5545 §3.6.3", "VCALENDAR", "UID DTSTAMP", _ENTRY, _LISTS + "DESCRIPTION"),
    "VFREEBUSY": _component(
        "RFC 5545 §3.6.4", "VCALENDAR", "UID DTSTAMP", "CONTACT DTSTART DTEND ORGANIZER URL",
        "ATTENDEE COMMENT FREEBUSY REQUEST-STATUS",
    ),
    "VTIMEZONE": _component("RFC 5545 §3.6.5", "VCALENDAR", "TZID", "LAST-MODIFIED TZURL TZUNTIL", "TZID-ALIAS-OF"),
    "STANDARD": _component("RFC 5545 §3.6.5", "VTIMEZONE", *_OBSERVANCE),
    "DAYLIGHT": _component("RFC 5545 §3.6.5", "VTIMEZONE", *_OBSERVANCE),
    "VALARM": _component(
        "RFC 5545 §3.6.6", "VEVENT VTODO", "ACTION TRIGGER",
        "DURATION REPEAT DESCRIPTION SUMMARY UID ACKNOWLEDGED PROXIMITY", "ATTACH ATTENDEE RELATED-TO",
    ),
}  # fmt: skip
OTHER_COMPONENTS = frozenset("VAVAILABILITY AVAILABLE VPOLL VPATCH PARTICIPANT VLOCATION VRESOURCE VOTE".split())
"""Components of other standards, whose contents are not checked."""
PLACED_PROPERTIES = frozenset().union(*(rule.allowed for rule in COMPONENTS.values()))
"""Every property whose place is known."""
ALARMS: dict[str, tuple[str, ...]] = {
    "DISPLAY": ("DESCRIPTION",),
    "EMAIL": ("DESCRIPTION", "SUMMARY", "ATTENDEE"),
}
"""The properties that an ACTION needs (RFC 5545 §3.6.6)."""

EXCLUDE = (("VEVENT", "DTEND", "DURATION"), ("VTODO", "DUE", "DURATION"))
"""In this component, the two properties exclude each other."""
REQUIRE = (
    ("VTODO", "DURATION", "DTSTART", "RFC 5545 §3.6.2"),
    ("VTODO", "RRULE", "DTSTART", "RFC 5545 §3.8.2.4"),
    ("VJOURNAL", "RRULE", "DTSTART", "RFC 5545 §3.8.2.4"),
    ("VALARM", "REPEAT", "DURATION", "RFC 5545 §3.6.6"),
    ("VALARM", "DURATION", "REPEAT", "RFC 5545 §3.6.6"),
)
"""In this component, the first property needs the second."""
ENDS = {"VEVENT": "DTEND", "VTODO": "DUE", "VFREEBUSY": "DTEND"}
"""The property that must be after DTSTART."""


@attrs.frozen
class ParameterRule:
    """The values of a parameter: one or a list, of which words, in which syntax."""

    section: str
    many: bool = False
    words: tuple[str, ...] = ()
    form: str = ""
    may_be_empty: bool = False


PARAMETERS: dict[str, ParameterRule] = {
    "ALTREP": ParameterRule("RFC 5545 §3.2.1"),
    "CN": ParameterRule("RFC 5545 §3.2.2", may_be_empty=True),
    "CUTYPE": ParameterRule("RFC 5545 §3.2.3"),
    "DIR": ParameterRule("RFC 5545 §3.2.6"),
    "ENCODING": ParameterRule("RFC 5545 §3.2.7", words=("8BIT", "BASE64")),
    "FMTTYPE": ParameterRule("RFC 5545 §3.2.8"),
    "FBTYPE": ParameterRule("RFC 5545 §3.2.9"),
    "LANGUAGE": ParameterRule("RFC 5545 §3.2.10"),
    "PARTSTAT": ParameterRule("RFC 5545 §3.2.12"),
    "RANGE": ParameterRule("RFC 5545 §3.2.13", words=("THISANDFUTURE",)),
    "RELATED": ParameterRule("RFC 5545 §3.2.14", words=("START", "END")),
    "RELTYPE": ParameterRule("RFC 5545 §3.2.15"),
    "ROLE": ParameterRule("RFC 5545 §3.2.16"),
    "RSVP": ParameterRule("RFC 5545 §3.2.17", form="BOOLEAN"),
    "SENT-BY": ParameterRule("RFC 5545 §3.2.18"),
    "TZID": ParameterRule("RFC 5545 §3.2.19"),
    "VALUE": ParameterRule("RFC 5545 §3.2.20"),
    "EMAIL": ParameterRule("RFC 7986 §6.2"),
    "LABEL": ParameterRule("RFC 7986 §6.4", may_be_empty=True),
    "LINKREL": ParameterRule("RFC 9253 §6.1", many=True),
    "GAP": ParameterRule("RFC 9253 §6.2", form="DURATION"),
}
REQUIRED_PARAMETERS = {"LINK": "LINKREL"}
"""The parameter that a property must have (RFC 9253 §8.2)."""
