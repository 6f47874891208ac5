"""The checker of calendars: one clean calendar, one edit per row, and exactly that fault is reported, in its line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laceventlog.errors import CODES, WARNINGS
from laceventlog.ical import check
from laceventlog.ical.colors import COLORS
from laceventlog.ical.rfc_rules import COMPONENTS, PLACED_PROPERTIES, PROPERTIES

CLEAN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example.org//check//EN
CALSCALE:GREGORIAN
NAME:Reuniões
NAME;LANGUAGE=en:Meetings
REFRESH-INTERVAL;VALUE=DURATION:PT12H
SOURCE;VALUE=URI:https://example.org/log.ics
COLOR:turquoise
IMAGE;VALUE=URI;DISPLAY=BADGE:https://example.org/badge.png
BEGIN:VTIMEZONE
TZID:America/Havana
LAST-MODIFIED:20240101T000000Z
BEGIN:STANDARD
DTSTART:20121104T010000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU;UNTIL=20301103T050000Z
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
TZNAME:CST
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20130310T000000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:day@example.org
DTSTAMP:20240102T030405Z
CREATED:20240101T000000Z
DTSTART;VALUE=DATE:20240529
DTEND;VALUE=DATE:20240530
SUMMARY:A day\\, with a comma\\; a semicolon\\nand C:\\\\New
CATEGORIES:meeting,a\\,b
STATUS:CONFIRMED
TRANSP:TRANSPARENT
CLASS:PUBLIC
PRIORITY:5
SEQUENCE:2
GEO:23.113592;-82.366592
URL:https://example.org/news/8?a=b;c,d
ATTENDEE;RSVP=TRUE;CN="Doe, Jane":mailto:jane@example.org
RELATED-TO;RELTYPE=FINISHTOSTART;GAP=P30D:task@example.org
RELATED-TO;VALUE=UID:other@example.org
LINK;LINKREL="describedby";VALUE=URI;LABEL="A, B":https://example.org/9
REQUEST-STATUS:2.0;Success
ATTACH;VALUE=BINARY;ENCODING=BASE64:aGVsbG8=
CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:tel:+1-412-555-0123
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT15M
DESCRIPTION:Soon
DURATION:PT5M
REPEAT:2
END:VALARM
BEGIN:VALARM
ACTION:EMAIL
TRIGGER;VALUE=DATE-TIME:20240528T120000Z
DESCRIPTION:Tomorrow
SUMMARY:Tomorrow
ATTENDEE:mailto:joe@example.org
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:zoned@example.org
DTSTAMP:20240102T030405Z
DTSTART;TZID=America/Havana:20240601T090000
DTEND;TZID=America/Havana:20240601T100000
RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20241231T235959Z
EXDATE;TZID=America/Havana:20240628T090000,20240726T090000
RDATE;VALUE=PERIOD;TZID=America/Havana:20240703T090000/PT1H
END:VEVENT
BEGIN:VEVENT
UID:zoned@example.org
RECURRENCE-ID;TZID=America/Havana:20240830T090000
DTSTAMP:20240102T030405Z
DTSTART;TZID=America/Havana:20240831T090000
DURATION:PT1H30M
END:VEVENT
BEGIN:VTODO
UID:task@example.org
DTSTAMP:20240102T030405Z
DTSTART:20240110T000000
DUE:20241231T235959
COMPLETED:20240912T000000Z
PERCENT-COMPLETE:100
STATUS:COMPLETED
BEGIN:VALARM
ACTION:AUDIO
TRIGGER;RELATED=END:-P30D
END:VALARM
END:VTODO
BEGIN:VJOURNAL
UID:journal@example.org
DTSTAMP:20240102T030405Z
DTSTART;VALUE=DATE:20240502
DESCRIPTION:First
DESCRIPTION:Second
STATUS:FINAL
END:VJOURNAL
BEGIN:VFREEBUSY
UID:busy@example.org
DTSTAMP:20240102T030405Z
DTSTART:20240601T000000Z
DTEND:20240630T000000Z
FREEBUSY:20240603T160000Z/PT3H,20240604T160000Z/20240604T170000Z
END:VFREEBUSY
X-OWN;VALUE=WHATEVER:a;b,c\\d
END:VCALENDAR
"""
DAY = "DTSTART;VALUE=DATE:20240529\n"
HAVANA = ";TZID=America/Havana"


def data(text: str) -> bytes:
    """The bytes of a calendar written with line feeds here; long lines are folded."""
    assert all(len(line.encode()) <= 75 for line in text.split("\n")), "fold long lines by hand"
    return text.replace("\n", "\r\n").encode()


def folded(text: str) -> str:
    """Lines of more than 75 octets cut after 70, for rows that need them long."""
    return "\n".join(line if len(line) <= 75 else "\n ".join(re.findall(".{1,70}", line)) for line in text.split("\n"))


def found_in(calendar: bytes) -> list[tuple[str, int]]:
    return [(problem.code, problem.line) for problem in check(calendar, "x.ics")]


def test_the_clean_calendar_is_clean() -> None:
    assert [str(p) for p in check(data(CLEAN), "x.ics")] == []


def test_lines_of_the_file_are_what_is_counted() -> None:
    assert CLEAN.count("DTSTART;TZID=America/Havana:20240601T090000") == 1


# A text of the clean calendar, its replacement, the code, and words of the line that is blamed (the
# first line that holds them; without any, the first line of the replacement).
ONE_FAULT: list[tuple[str, str, str, str]] = [
    # structure
    ("CALSCALE:GREGORIAN\n", "CALSCALE GREGORIAN\n", "C001", ""),
    ("CALSCALE:GREGORIAN\n", "CALSCALE:GREGORIAN\n;x\n", "C001", ";x"),
    ("ATTENDEE;RSVP=TRUE;", "ATTENDEE;RSVP;", "C001", ""),
    ("END:VJOURNAL\n", "", "C003", "END:VCALENDAR"),
    ("BEGIN:VFREEBUSY\n", "END:VALARM\nBEGIN:VFREEBUSY\n", "C003", "END:VALARM\nBEGIN:VFREEBUSY"),
    ("END:VCALENDAR\n", "", "C003", "BEGIN:VCALENDAR"),
    ("BEGIN:VCALENDAR\n", "CALSCALE:GREGORIAN\nBEGIN:VCALENDAR\n", "C003", ""),
    ("END:VCALENDAR\n", "END:VCALENDAR\nURL:https://example.org\n", "C003", "URL:https://example.org\n"),
    ("DESCRIPTION:First\n", "DESCRIPTION:First\nBEGIN:VALARM\nACTION:AUDIO\nTRIGGER;VALUE=DATE-TIME:20240101T000000Z\nEND:VALARM\n",
     "C003", "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER;VALUE"),
    ("END:VFREEBUSY\n", "BEGIN:VTODO\nUID:in@x\nDTSTAMP:20240102T030405Z\nEND:VTODO\nEND:VFREEBUSY\n", "C003", "BEGIN:VTODO\nUID:in"),
    ("BEGIN:VFREEBUSY\n", "BEGIN:STANDARD\nDTSTART:20120101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:VFREEBUSY\n",
     "C003", "BEGIN:STANDARD\nDTSTART:20120101"),
    # how it lies
    ("DESCRIPTION:First\n", "DESCRIPTION:" + "x" * 63 + "\n", "", ""),  # 75 octets
    ("DESCRIPTION:First\n", "\nDESCRIPTION:First\n", "C005", "\n\nDESCRIPTION:First"),
    ("DESCRIPTION:First\n", "DESCRIPTION:Fi\x07rst\n", "C006", ""),
    ("DESCRIPTION:First\n", "DESCRIPTION:First\x7f\n", "C006", ""),
    ("X-OWN;", "X-OWN;A=\x01;", "C006", ""),
    # needed
    ("VERSION:2.0\n", "", "C007", "BEGIN:VCALENDAR"),
    ("PRODID:-//example.org//check//EN\n", "", "C007", "BEGIN:VCALENDAR"),
    ("UID:day@example.org\n", "", "C007", "BEGIN:VEVENT"),
    ("DTSTAMP:20240102T030405Z\nCREATED", "CREATED", "C007", "BEGIN:VEVENT"),
    (DAY + "DTEND;VALUE=DATE:20240530\n", "", "C007", "BEGIN:VEVENT"),
    ("UID:task@example.org\n", "", "C007", "BEGIN:VTODO"),
    ("UID:journal@example.org\n", "", "C007", "BEGIN:VJOURNAL"),
    ("UID:busy@example.org\n", "", "C007", "BEGIN:VFREEBUSY"),
    ("TZOFFSETFROM:-0500\n", "", "C007", "BEGIN:DAYLIGHT"),
    ("TZOFFSETTO:-0500\n", "", "C007", "BEGIN:STANDARD"),
    ("DTSTART:20130310T000000\n", "", "C007", "BEGIN:DAYLIGHT"),
    ("ACTION:DISPLAY\n", "", "C007", "BEGIN:VALARM"),
    ("TRIGGER:-PT15M\n", "", "C007", "BEGIN:VALARM"),
    ("DESCRIPTION:Soon\n", "", "C007", "BEGIN:VALARM"),
    ("ATTENDEE:mailto:joe@example.org\n", "", "C007", "BEGIN:VALARM\nACTION:EMAIL"),
    ("SUMMARY:Tomorrow\n", "", "C007", "BEGIN:VALARM\nACTION:EMAIL"),
    ("ACTION:AUDIO\n", "ACTION:display\n", "C007", "BEGIN:VALARM\nACTION:display"),
    ("BEGIN:VJOURNAL\n", "BEGIN:VTIMEZONE\nTZID:Empty\nEND:VTIMEZONE\nBEGIN:VJOURNAL\n", "C007", "BEGIN:VTIMEZONE\nTZID:Empty"),
    # given twice
    ("VERSION:2.0\n", "VERSION:2.0\nVERSION:2.0\n", "C008", "VERSION:2.0\nPRODID"),
    ("CALSCALE:GREGORIAN\n", "METHOD:PUBLISH\nMETHOD:PUBLISH\n", "C008", "METHOD:PUBLISH\nNAME"),
    ("UID:day@example.org\n", "UID:day@example.org\nUID:two@example.org\n", "C008", "UID:two"),
    ("CREATED:20240101T000000Z\n", "DTSTAMP:20240102T030405Z\n", "C008", "DTSTAMP:20240102T030405Z\nDTSTART;VALUE"),
    ("CLASS:PUBLIC\n", "SUMMARY:Again\n", "C008", ""),
    ("STATUS:FINAL\n", "STATUS:FINAL\nSTATUS:DRAFT\n", "C008", "STATUS:DRAFT"),
    ("TZNAME:CST\n", "TZOFFSETTO:-0500\n", "C008", "TZOFFSETTO:-0500\nEND"),
    ("REPEAT:2\n", "REPEAT:2\nREPEAT:3\n", "C008", "REPEAT:3"),
    # out of place
    ("DESCRIPTION:First\n", "DTEND;VALUE=DATE:20240503\n", "C009", ""),
    ("DESCRIPTION:First\n", "LOCATION:Havana\n", "C009", ""),
    ("DESCRIPTION:First\n", "PRIORITY:1\n", "C009", ""),
    ("CLASS:PUBLIC\n", "DUE;VALUE=DATE:20240530\n", "C009", ""),
    ("CLASS:PUBLIC\n", "COMPLETED:20240530T000000Z\n", "C009", ""),
    ("CLASS:PUBLIC\n", "PERCENT-COMPLETE:50\n", "C009", ""),
    ("PERCENT-COMPLETE:100\n", "TRANSP:OPAQUE\n", "C009", ""),
    ("PERCENT-COMPLETE:100\n", "DTEND:20241231T235959\n", "C009", ""),
    ("TZNAME:CST\n", "SUMMARY:Winter\n", "C009", ""),
    ("CALSCALE:GREGORIAN\n", "SUMMARY:A calendar\n", "C009", ""),
    ("REPEAT:2\n", "REPEAT:2\nDTSTART:20240101T000000\n", "C009", "DTSTART:20240101T000000"),
    ("FREEBUSY:", "SUMMARY:Busy\nFREEBUSY:", "C009", ""),
    # exclude or want
    ("CLASS:PUBLIC\n", "DURATION:P1D\n", "C010", ""),
    ("PERCENT-COMPLETE:100\n", "DURATION:P1D\n", "C010", ""),
    (("DTSTART:20240110T000000\nDUE:20241231T235959\nCOMPLETED:20240912T000000Z\nPERCENT-COMPLETE:100\nSTATUS:COMPLETED\n"
     "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER;RELATED=END:-P30D\nEND:VALARM\n"), "DURATION:P1D\n", "C010", ""),
    ("REPEAT:2\n", "", "C010", "DURATION:PT5M"),
    ("DURATION:PT5M\nREPEAT", "REPEAT", "C010", ""),
    ("DTSTART:20240110T000000\nDUE:20241231T235959\n", "DUE:20241231T235959\nRRULE:FREQ=DAILY\n", "C010", "RRULE:FREQ=DAILY"),
    ("TRIGGER:-PT15M", "TRIGGER;RELATED=END:-PT15M", "", ""),  # the event has a DTEND
    ("DUE:20241231T235959\n", "", "C010", "TRIGGER;RELATED=END"),
    (("DTSTART:20240110T000000\nDUE:20241231T235959\nCOMPLETED:20240912T000000Z\nPERCENT-COMPLETE:100\nSTATUS:COMPLETED\n"
     "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER;RELATED=END:-P30D"), "DUE:20241231T235959\nBEGIN:VALARM\nACTION:AUDIO\nTRIGGER:-P30D",
     "C010", "TRIGGER:-P30D"),
    # parameters
    ('LINK;LINKREL="describedby";', "LINK;", "C011", ""),
    ("CREATED:", "CREATED;TZID=America/Havana:", "C011", ""),
    (DAY, "DTSTART;VALUE=DATE;TZID=America/Havana:20240529\n", "C011", ""),
    ('CN="Doe, Jane"', "CN=Doe, Jane", "C011", ""),
    ("RSVP=TRUE", "RSVP=yes", "C011", ""),
    ("RELATED=END", "RELATED=LATER", "C011", ""),
    ("RELATED=END", "RELATED=", "C011", ""),
    ("RELTYPE=FINISHTOSTART", "RELTYPE=PARENT;RELTYPE=CHILD", "C011", ""),
    ("GAP=P30D", "GAP=30D", "C011", ""),
    ("ENCODING=BASE64:", "ENCODING=QUOTED-PRINTABLE:", "C011+C011", "ATTACH"),
    ("VALUE=BINARY;ENCODING=BASE64:", "ENCODING=BASE64:", "C011", ""),
    ("VALUE=BINARY;ENCODING=BASE64:", "VALUE=BINARY:", "C011", ""),
    ("RECURRENCE-ID;", "RECURRENCE-ID;RANGE=THISANDPRIOR;", "C011", ""),
    # types
    ("REFRESH-INTERVAL;VALUE=DURATION:", "REFRESH-INTERVAL:", "C012", ""),
    ("SOURCE;VALUE=URI:", "SOURCE:", "C012", ""),
    ("IMAGE;VALUE=URI;", "IMAGE;", "C012", ""),
    ("CONFERENCE;VALUE=URI;", "CONFERENCE;", "C012", ""),
    (";VALUE=URI;LABEL", ";LABEL", "C012", ""),
    ("TRIGGER;VALUE=DATE-TIME:", "TRIGGER:", "C012", "TRIGGER:2024"),
    ("RELATED-TO;VALUE=UID:", "RELATED-TO;VALUE=DATE:", "C012", ""),
    (DAY, "DTSTART:20240529\n", "C012", ""),
    (DAY, "DTSTART;VALUE=DATE:20240529T000000\n", "C012", ""),
    (DAY, "DTSTART;VALUE=PERIOD:20240529T000000/PT1H\n", "C012", ""),
    ("DTSTAMP:20240102T030405Z\nCREATED", "DTSTAMP;VALUE=DATE:20240102\nCREATED", "C012", ""),
    ("RDATE;VALUE=PERIOD;", "RDATE;", "C012", ""),
    ("COMPLETED:20240912T000000Z", "COMPLETED;VALUE=DATE:20240912", "C012", ""),
    # values
    (DAY, "DTSTART;VALUE=DATE:2024-05-29\n", "C013", ""),
    (DAY, "DTSTART;VALUE=DATE:20240230\n", "C013", ""),
    (DAY, "DTSTART;VALUE=DATE:\n", "C013", ""),
    ("COMPLETED:20240912T000000Z", "COMPLETED:2024-09-12 00:00:00+00:00", "C013", ""),
    ("COMPLETED:20240912T000000Z", "COMPLETED:20240912", "C013", ""),
    ("CREATED:20240101T000000Z", "CREATED:20240101T250000Z", "C013", ""),
    ("CREATED:20240101T000000Z", "CREATED:20240101T000000+0100", "C013", ""),
    ("CREATED:20240101T000000Z", "CREATED:20241301T000000Z", "C013", ""),
    ("DURATION:PT1H30M", "DURATION:1:30", "C013", ""),
    ("DURATION:PT1H30M", "DURATION:P1M", "C013", ""),
    ("DURATION:PT1H30M", "DURATION:PT", "C013", "DURATION:PT\n"),
    ("DURATION:PT1H30M", "DURATION:P1W2D", "C013", ""),
    ("DURATION:PT1H30M", "DURATION:PT1H30S", "C013", ""),
    ("TRIGGER:-PT15M", "TRIGGER:15", "C013", ""),
    ("PRIORITY:5", "PRIORITY:high", "C013", ""),
    ("PRIORITY:5", "PRIORITY:" + "9" * 60, "C013", ""),
    ("SEQUENCE:2", "SEQUENCE:2147483648", "C013", ""),
    ("TZOFFSETFROM:-0500", "TZOFFSETFROM:-5", "C013", ""),
    ("TZOFFSETFROM:-0500", "TZOFFSETFROM:-05:00", "C013", ""),
    ("TZOFFSETFROM:-0500", "TZOFFSETFROM:-0000", "C013", ""),
    ("TZOFFSETFROM:-0500", "TZOFFSETFROM:+0560", "C013", ""),
    ("URL:https://example.org/news/8?a=b;c,d", "URL:www.example.org", "C013", ""),
    ("URL:https://example.org/news/8?a=b;c,d", "URL:https://example.org/a b", "C013", ""),
    ("URL:https://example.org/news/8?a=b;c,d", "URL:https://example.org/a\\,b", "C013", ""),
    ("URL:https://example.org/news/8?a=b;c,d", "URL:https://example.org/%zz", "C013", ""),
    ("URL:https://example.org/news/8?a=b;c,d", "URL:", "C013", ""),
    ("ATTENDEE:mailto:joe@example.org", "ATTENDEE:joe@example.org", "C013", ""),
    ("GEO:23.113592;-82.366592", "GEO:23.113592,-82.366592", "C013", ""),
    ("GEO:23.113592;-82.366592", "GEO:north;west", "C013", ""),
    ("GEO:23.113592;-82.366592", "GEO:123.1;-82.3", "C013", ""),
    ("aGVsbG8=", "aGVsbG8", "C013", ""),
    ("aGVsbG8=", "a=VsbG8=", "C013", ""),
    ("20240604T160000Z/20240604T170000Z", "20240604T170000Z/20240604T160000Z", "C013", "FREEBUSY:"),
    ("20240603T160000Z/PT3H", "20240603T160000Z/-PT3H", "C013", "FREEBUSY:"),
    ("20240603T160000Z/PT3H", "20240603T160000Z", "C013", "FREEBUSY:"),
    ("20240603T160000Z/PT3H", "20240603T160000Z/noon", "C013", "FREEBUSY:"),
    ("20240628T090000,20240726T090000", "20240628T090000,20240726", "C012", "EXDATE"),
    ("20240628T090000,20240726T090000", "20240628T090000,", "C013", "EXDATE"),
    ("REQUEST-STATUS:2.0;Success", "REQUEST-STATUS:Success", "C013", ""),
    # words and ranges
    ("VERSION:2.0", "VERSION:1.0", "C014", ""),
    ("CALSCALE:GREGORIAN", "CALSCALE:JULIAN", "C014", ""),
    ("COLOR:turquoise", "COLOR:#40e0d0", "C014", ""),
    ("COLOR:turquoise", "COLOR:bluish", "C014", ""),
    ("STATUS:CONFIRMED", "STATUS:COMPLETED", "C014", ""),
    ("STATUS:CONFIRMED", "STATUS:POSTPONED", "C014", ""),
    ("STATUS:COMPLETED", "STATUS:CONFIRMED", "C014", "STATUS:CONFIRMED\nBEGIN:VALARM"),
    ("STATUS:COMPLETED", "STATUS:NEEDS ACTION", "C014", ""),
    ("STATUS:FINAL", "STATUS:COMPLETED", "C014", "STATUS:COMPLETED\nEND:VJOURNAL"),
    ("TRANSP:TRANSPARENT", "TRANSP:FREE", "C014", ""),
    ("PRIORITY:5", "PRIORITY:10", "C014", ""),
    ("PRIORITY:5", "PRIORITY:-1", "C014", ""),
    ("PERCENT-COMPLETE:100", "PERCENT-COMPLETE:150", "C014", ""),
    ("SEQUENCE:2", "SEQUENCE:-2", "C014", ""),
    ("REPEAT:2", "REPEAT:-2", "C014", ""),
    ("DURATION:PT1H30M", "DURATION:-PT1H30M", "C014", ""),
    ("DURATION:PT12H", "DURATION:-PT12H", "C014", "REFRESH"),
    ("UID:journal@example.org", "UID:", "C014", "UID:\n"),
    # UTC and local
    ("DTSTAMP:20240102T030405Z\nCREATED", "DTSTAMP:20240102T030405\nCREATED", "C015", ""),
    ("CREATED:20240101T000000Z", "CREATED:20240101T000000", "C015", ""),
    ("CREATED:20240101T000000Z", "CREATED;TZID=America/Havana:20240101T000000", "C015", ""),
    ("LAST-MODIFIED:20240101T000000Z", "LAST-MODIFIED:20240101T000000", "C015", ""),
    ("COMPLETED:20240912T000000Z", "COMPLETED:20240912T000000", "C015", ""),
    ("TRIGGER;VALUE=DATE-TIME:20240528T120000Z", "TRIGGER;VALUE=DATE-TIME:20240528T120000", "C015", ""),
    ("20240604T160000Z/20240604T170000Z", "20240604T160000/20240604T170000", "C015", "FREEBUSY:"),
    ("20240603T160000Z/PT3H", "20240603T160000/PT3H", "C015", "FREEBUSY:"),
    ("DTSTART:20240601T000000Z\nDTEND:20240630T000000Z\n", "DTSTART:20240601T000000Z\n", "", ""),
    ("DTSTART:20240601T000000Z\nDTEND:20240630T000000Z\n", "DTSTART:20240601T000000\n", "C015", ""),
    ("DTSTART:20121104T010000", "DTSTART:20121104T010000Z", "C015", ""),
    ("DTSTART:20130310T000000", "DTSTART;TZID=America/Havana:20130310T000000", "C015", ""),
    ("UNTIL=20301103T050000Z", "UNTIL=20301103T010000", "C015", "RRULE:FREQ=YEARLY;BYMONTH=11"),
    ("UNTIL=20241231T235959Z", "UNTIL=20241231T235959", "C015", "RRULE:FREQ=MONTHLY"),
    # order in time
    ("DTEND;VALUE=DATE:20240530", "DTEND;VALUE=DATE:20240529", "C016", ""),
    ("DTEND;VALUE=DATE:20240530", "DTEND;VALUE=DATE:20240528", "C016", ""),
    (":20240601T100000", ":20240601T090000", "C016", "DTEND;TZID"),
    (":20240601T100000", ":20240601T080000", "C016", "DTEND;TZID"),
    ("DTEND;TZID=America/Havana:20240601T100000", "DTEND:20240501T100000Z", "C016", ""),
    ("DUE:20241231T235959", "DUE:20240110T000000", "C016", ""),
    ("DUE:20241231T235959", "DUE:20230110T000000", "C016", ""),
    ("DTEND:20240630T000000Z", "DTEND:20240601T000000Z", "C016", ""),
    # types beside each other
    ("DTEND;VALUE=DATE:20240530", "DTEND:20240530T000000", "C017", ""),
    ("DTEND;TZID=America/Havana:20240601T100000", "DTEND;VALUE=DATE:20240602", "C017", ""),
    ("DTEND;TZID=America/Havana:20240601T100000", "DTEND:20240602T000000", "C017", ""),
    ("DUE:20241231T235959", "DUE;VALUE=DATE:20241231", "C017", ""),
    ("DUE:20241231T235959", "DUE:20241231T235959Z", "C017", ""),
    ("DTEND;VALUE=DATE:20240530", "DURATION:PT24H", "C017", ""),
    ("RECURRENCE-ID;TZID=America/Havana:20240830T090000", "RECURRENCE-ID;VALUE=DATE:20240830", "C017", ""),
    ("RECURRENCE-ID;TZID=America/Havana:20240830T090000", "RECURRENCE-ID:20240830T090000", "C017", ""),
    ("UNTIL=20241231T235959Z", "UNTIL=20241231", "C017", "RRULE:FREQ=MONTHLY"),
    ("CLASS:PUBLIC\n", "RRULE:FREQ=DAILY;UNTIL=20241231T000000Z\n", "C017", ""),
    # zones
    ("TZID:America/Havana", "TZID:Havana", "C018", "DTSTART;TZID=America/Havana:20240601"),
    ("RDATE;VALUE=PERIOD;TZID=America/Havana:", "RDATE;VALUE=PERIOD;TZID=Cuba:", "C018", ""),
    # rules
    ("FREQ=MONTHLY;BYDAY=-1FR;", "BYDAY=-1FR;", "C019", "RRULE:BYDAY=-1FR"),
    ("FREQ=MONTHLY;", "FREQ=MONTHLY;COUNT=3;", "C019", "RRULE:FREQ=MONTHLY"),
    ("FREQ=MONTHLY;", "FREQ=MONTHLY;FREQ=MONTHLY;", "C019", "RRULE:FREQ=MONTHLY"),
    ("FREQ=MONTHLY;", "FREQ=SOMETIMES;", "C019", "RRULE:FREQ=SOMETIMES"),
    ("FREQ=MONTHLY;", "FREQ=WEEKLY;", "C019", "RRULE:FREQ=WEEKLY"),
    ("FREQ=MONTHLY;BYDAY=-1FR;", "FREQ=WEEKLY;BYMONTHDAY=1;", "C019", "RRULE:FREQ=WEEKLY"),
    ("FREQ=MONTHLY;BYDAY=-1FR;", "FREQ=MONTHLY;BYYEARDAY=1;", "C019", "RRULE:FREQ=MONTHLY"),
    ("FREQ=MONTHLY;BYDAY=-1FR;", "FREQ=MONTHLY;BYWEEKNO=1;", "C019", "RRULE:FREQ=MONTHLY"),
    ("FREQ=MONTHLY;BYDAY=-1FR;", "FREQ=YEARLY;BYWEEKNO=1;BYDAY=1FR;", "C019", "RRULE:FREQ=YEARLY;BYWEEKNO"),
    ("FREQ=MONTHLY;BYDAY=-1FR;", "FREQ=MONTHLY;BYSETPOS=1;", "C019", "RRULE:FREQ=MONTHLY"),
    ("BYDAY=-1FR", "BYDAY=54FR", "C019", "RRULE:FREQ=MONTHLY"),
    ("BYDAY=-1FR", "BYDAY=FRI", "C019", "RRULE:FREQ=MONTHLY"),
    ("BYDAY=-1FR", "BYMONTHDAY=32", "C019", "RRULE:FREQ=MONTHLY"),
    ("BYDAY=-1FR", "BYMONTHDAY=0", "C019", "RRULE:FREQ=MONTHLY"),
    ("BYDAY=-1FR", "BYMONTHDAY=-31", "", ""),
    ("BYDAY=-1FR", "BYMONTH=13", "C019", "RRULE:FREQ=MONTHLY"),
    ("BYDAY=-1FR", "BYMONTH=-1", "C019", "RRULE:FREQ=MONTHLY"),
    ("BYDAY=-1FR", "BYHOUR=24", "C019", "RRULE:FREQ=MONTHLY"),
    ("BYDAY=-1FR", "BYHOUR=x", "C019", "RRULE:FREQ=MONTHLY"),
    ("BYDAY=-1FR", "INTERVAL=0", "C019", "RRULE:FREQ=MONTHLY"),
    ("BYDAY=-1FR", "INTERVAL=1,2", "C019", "RRULE:FREQ=MONTHLY"),
    ("BYDAY=-1FR", "WKST=8", "C019", "RRULE:FREQ=MONTHLY"),
    ("BYDAY=-1FR", "BYEASTER=1", "C019", "RRULE:FREQ=MONTHLY"),
    ("BYDAY=-1FR", "BYDAY", "C019", "RRULE:FREQ=MONTHLY"),
    ("UNTIL=20241231T235959Z", "UNTIL=never", "C019", "RRULE:FREQ=MONTHLY"),
    ("CLASS:PUBLIC\n", "RRULE:FREQ=DAILY;BYHOUR=9\n", "C019", ""),
    # twice
    ("UID:zoned@example.org\nDTSTAMP", "UID:day@example.org\nDTSTAMP", "C020", "UID:day@example.org\nDTSTAMP:20240102T030405Z\nDTSTART;TZID"),
    ("BEGIN:VJOURNAL\n", ("BEGIN:VTIMEZONE\nTZID:America/Havana\nBEGIN:STANDARD\nDTSTART:20120101T000000\nTZOFFSETFROM:+0000\n"
     "TZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VJOURNAL\n"), "C020", "TZID:America/Havana\nBEGIN:STANDARD\nDTSTART:20120101"),
    # text
    ("DESCRIPTION:First", "DESCRIPTION:First, second", "C021", ""),
    ("DESCRIPTION:First", "DESCRIPTION:First; second", "C021", ""),
    ("DESCRIPTION:First", "DESCRIPTION:C:\\Temp", "C021", ""),
    ("DESCRIPTION:First", "DESCRIPTION:First\\", "C021", ""),
    ("DESCRIPTION:First", 'DESCRIPTION:\\"First\\"', "C021", ""),
    ("CATEGORIES:meeting,", "CATEGORIES:meeting;", "C021", ""),
    # names
    ("CLASS:PUBLIC", "CLAS:PUBLIC", "C023", ""),
    ("CLASS:PUBLIC", "ENTIRELY-OTHER:PUBLIC", "C023", ""),
    ("BEGIN:VFREEBUSY\n", "BEGIN:VEVNT\nX-A:b\nEND:VEVNT\nBEGIN:VFREEBUSY\n", "C023", "BEGIN:VEVNT"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "where"), ONE_FAULT, ids=lambda value: value[:40].replace("\n", "/"))
def test_one_fault_is_reported_once_and_in_its_line(old: str, new: str, code: str, where: str) -> None:
    assert CLEAN.count(old) >= 1
    edited = CLEAN.replace(old, new, 1)
    blamed = where or new.split("\n", maxsplit=1)[0]
    at = edited.index(blamed) + blamed.startswith("\n")
    line = edited.count("\n", 0, at) + 1
    assert found_in(data(folded(edited))) == [(each, line) for each in code.split("+") if each]


FINE: list[tuple[str, str]] = [
    ("VERSION:2.0", "version:2.0"),  # names are of any case (RFC 5545 §3.5)
    ("STATUS:CONFIRMED", "Status:confirmed"),
    ("DTSTART;VALUE=DATE:20240529", "DTSTART;value=date:20240529"),
    ("COLOR:turquoise", "COLOR:Turquoise"),
    ("CREATED:20240101T000000Z", "CREATED:20161231T235960Z"),  # a leap second
    ("DURATION:PT1H30M", "DURATION:P7W"),
    ("DURATION:PT1H30M", "DURATION:+P15DT5H0M20S"),
    ("DTEND;VALUE=DATE:20240530", "DURATION:P1D"),
    ("DTEND;TZID=America/Havana:20240601T100000", "DTEND:20240601T150000Z"),  # another zone: which is later is unknown
    ("DTEND;TZID=America/Havana:20240601T100000", "DTEND:20240601T090000Z"),
    ("TZOFFSETFROM:-0500", "TZOFFSETFROM:-052936"),
    ("CALSCALE:GREGORIAN", "METHOD:PUBLISH"),
    ("X-OWN;VALUE=WHATEVER:a;b,c\\d", "X-OWN:"),
    ("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "RRULE:BYMONTH=3;FREQ=YEARLY;BYDAY=2SU"),
    ("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20241231T235959Z", "RSCALE=ETHIOPIC;FREQ=MONTHLY;BYMONTH=13"),  # RFC 7529
    ("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20241231T235959Z", "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5L;SKIP=FORWARD"),
    ("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20241231T235959Z", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;WKST=SU"),
    ("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20241231T235959Z", "freq=monthly;count=+3"),
    (";TZID=America/Havana:20240703T090000", ";TZID=/example.org/Cuba:20240703T090000"),  # a global registry
    ("ACTION:AUDIO", "ACTION:X-BLINK"),
    ("ATTENDEE;RSVP=TRUE;", 'ATTENDEE;RSVP=TRUE;X-A="";SENT-BY="mailto:a@b";'),
    ('CN="Doe, Jane"', 'CN=""'),
    ("RELTYPE=FINISHTOSTART", "RELTYPE=X-FRIEND"),
    ("END:VFREEBUSY\n", "END:VFREEBUSY\nBEGIN:X-OWN\nBEGIN:VALARM\nACTION:AUDIO\nTRIGGER:PT0S\nEND:VALARM\nEND:X-OWN\n"),
    ("END:VFREEBUSY\n", "END:VFREEBUSY\nBEGIN:VAVAILABILITY\nUID:a\nBEGIN:AVAILABLE\nUID:b\nEND:AVAILABLE\nEND:VAVAILABILITY\n"),
    ("CLASS:PUBLIC", "REFID:a\nCONCEPT:https://example.org/c\nSTRUCTURED-DATA:x"),
    ("DTSTART;VALUE=DATE:20240502\n", ""),
    ("UNTIL=20301103T050000Z", "COUNT=20"),
    ("UID:task@example.org", "UID:day@example.org"),  # another kind of component
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), FINE, ids=lambda value: value[:40].replace("\n", "/"))
def test_valid_variants_have_no_problem(old: str, new: str) -> None:
    assert CLEAN.count(old) >= 1
    assert [str(p) for p in check(data(folded(CLEAN.replace(old, new, 1))), "x.ics")] == []


def test_with_a_method_an_event_may_lack_its_start() -> None:
    text = CLEAN.replace("CALSCALE:GREGORIAN", "METHOD:REFRESH").replace(DAY + "DTEND;VALUE=DATE:20240530\n", "")
    assert found_in(data(text)) == [("C010", text.split("\n").index("TRIGGER:-PT15M") + 1)]


def test_an_exception_without_its_series_is_left_alone() -> None:
    text = CLEAN.replace("UID:zoned@example.org\nREC", "UID:gone@example.org\nREC").replace(
        "RECURRENCE-ID;TZID=America/Havana:20240830T090000", "RECURRENCE-ID;VALUE=DATE:20240830"
    )
    assert found_in(data(text)) == []


def test_an_exception_twice_is_one_too_many() -> None:
    start = CLEAN.index("BEGIN:VEVENT\nUID:zoned@example.org\nRECURRENCE")
    block = CLEAN[start : CLEAN.index("BEGIN:VTODO")]
    assert found_in(data(CLEAN.replace(block, block * 2))) == [
        ("C020", CLEAN.count("\n", 0, start) + block.count("\n") + 2)
    ]


# -- bytes


@pytest.mark.parametrize(
    ("calendar", "expected"),
    [
        (b"", [("C003", 0)]),
        (b"\r\n", [("C003", 0), ("C005", 1)]),
        (b"\xef\xbb\xbf" + data(CLEAN), [("C005", 1)]),
        (data(CLEAN).replace(b"\r\n", b"\n"), [("C004", 1)]),
        (data(CLEAN).replace(b"\r\n", b"\r"), [("C004", 1)]),
        (data(CLEAN).replace(b"GREGORIAN\r\n", b"GREGORIAN\n"), [("C004", 4)]),
        (data(CLEAN)[:-2], [("C004", CLEAN.count("\n"))]),
        (data(CLEAN)[:-1], [("C004", CLEAN.count("\n"))]),
        (data(CLEAN).replace(b":Reuni\xc3\xb5es", b":Reuni\xf5es"), [("C002", 5)]),
        (data(CLEAN).replace(b":Reuni\xc3\xb5es", b":Reuni\xc3\r\n \xb5es"), [("C005", 6)]),
        (data(CLEAN).replace(b":Reuni\xc3\xb5es", b":Reuni\r\n \xc3\xb5es"), []),
        (data(CLEAN).replace(b":Meetings", b":" + b"x" * 59), [("C005", 6)]),
        (data(CLEAN).replace(b":Meetings", b":" + b"x" * 58), []),
        (data(CLEAN).replace(b":Meetings", b":" + "ã".encode() * 30), [("C005", 6)]),  # octets, not characters
        (data(CLEAN).replace(b":Meetings", b":\r\n " + b"x" * 75), [("C005", 7)]),
        (data(CLEAN) + data(CLEAN), []),  # a stream of two
        (data(CLEAN) * 2 + b"\r\n", [("C005", 2 * CLEAN.count("\n") + 1)]),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n", [("C022", 1)]),
        (b"BEGIN:VTODO\r\nUID:a\r\nDTSTAMP:20240101T000000Z\r\nEND:VTODO\r\n", [("C003", 1)]),
        (b"<html>\r\n", [("C001", 1), ("C003", 0)]),
    ],
)
def test_bytes(calendar: bytes, expected: list[tuple[str, int]]) -> None:
    assert sorted(found_in(calendar)) == expected


def test_a_fault_of_every_line_is_reported_once_with_its_number() -> None:
    problem = check(data(CLEAN).replace(b"\r\n", b"\n"), "x.ics")[0]
    assert problem.message == f"a line that ends with LF alone, and {CLEAN.count(chr(10)) - 1} more like it"
    assert (problem.column, problem.source) == (16, "BEGIN:VCALENDAR")


def test_the_place_of_a_long_line_is_its_first_octet_too_many() -> None:
    problem = check(data(CLEAN).replace(b":Meetings", b":" + "ã".encode() * 40), "x.ics")[0]
    assert problem.column == 17 + (75 - 17) // 2 + 1
    assert problem.message == "a line of 97 octets"


def test_a_fault_in_a_continuation_is_reported_at_its_place() -> None:
    text = CLEAN.replace("DESCRIPTION:First", "DESCRIPTION:Fi\n rst, second")
    problem = check(data(text), "x.ics")[0]
    assert (problem.line, problem.column) == (text.split("\n").index(" rst, second") + 1, 5)
    assert str(problem).splitlines()[1:3] == ["   rst, second", "      ^"]


def test_of_a_rule_only_the_first_faults_are_reported() -> None:
    text = CLEAN.replace("BYDAY=-1FR;", "A;B;C;D;E;F;G;", 1)
    assert [code for code, _ in found_in(data(text))] == ["C019"] * 5


def test_of_many_unknown_names_each_is_reported_and_the_first_have_a_hint() -> None:
    text = CLEAN.replace("CLASS:PUBLIC\n", "".join(f"SUMARY{n}:x\n" for n in range(30)))
    found = check(data(text), "x.ics")
    assert len(found) == 30
    assert [p.hint.startswith("did you mean 'SUMMARY'") for p in found] == [True] * 20 + [False] * 10


@given(st.binary(max_size=300))
def test_any_bytes_give_problems_and_never_an_exception(calendar: bytes) -> None:
    problems = check(calendar, "x.ics")
    assert problems
    assert all(str(problem) for problem in problems)


PIECES = [
    b"BEGIN:", b"END:", b"VCALENDAR", b"VEVENT", b"VALARM", b"VTIMEZONE", b"STANDARD", b"\r\n", b"\r\n", b"\n", b"\r", b" ", b"\t",
    b":", b";", b",", b"=", b'"', b"\\", b"\xc3", b"\xb5", b"\0", b"VALUE=", b"TZID=", b"DATE", b"DATE-TIME", b"PERIOD", b"RRULE:",
    b"DTSTART", b"DTEND", b"TRIGGER", b"DURATION", b"UID", b"GEO", b"REQUEST-STATUS", b"20240229", b"20230229", b"T235960", b"Z",
    b"/", b"P1D", b"FREQ=", b"YEARLY", b"UNTIL=", b"BYDAY=", b"99999999999", b"-", b"+", b"X-A", b"\xef\xbb\xbf",
]  # fmt: skip


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join))
def test_any_mixture_of_its_pieces_never_raises_either(calendar: bytes) -> None:
    for problem in check(calendar, "x.ics"):
        assert problem.line == 0 or problem.column >= 1
        assert str(problem)


@settings(max_examples=200)
@given(st.data())
def test_a_line_lost_or_doubled_never_raises(draw: st.DataObject) -> None:
    lines = data(CLEAN).splitlines(keepends=True)
    for _ in range(draw.draw(st.integers(1, 5))):
        at = draw.draw(st.integers(0, len(lines) - 1))
        lines[at : at + 1] = draw.draw(st.sampled_from([[], [lines[at]] * 2, [lines[at][: len(lines[at]) // 2]]]))
    assert isinstance(check(b"".join(lines), "x.ics"), list)


# -- the tables


def test_the_tables_know_their_own_names() -> None:
    assert PROPERTIES.keys() >= PLACED_PROPERTIES
    assert all(parent in COMPONENTS for rule in COMPONENTS.values() for parent in rule.parents if parent)
    assert len(COLORS) == 147


def test_every_code_of_calendars_has_a_row() -> None:
    rows = {each for row in ONE_FAULT for each in row[2].split("+")}
    of_reading = {code for code in CODES if code.startswith("C05")}
    assert {code for code in CODES if code.startswith("C")} - rows - of_reading == {"C002", "C004", "C022"}  # of bytes


def test_warnings_are_what_other_readers_take() -> None:
    assert {code for code in WARNINGS if code.startswith("C")} == {"C005", "C021", "C022", "C023"}
