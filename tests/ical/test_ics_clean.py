"""The checker of calendars says nothing of what is right: our exports, the standards' own examples, real files."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laceventlog import EventLog, Statement, Status, When, ical, load
from laceventlog.ical import check
from laceventlog.model import KINDS

TASKS: tuple[ical.TaskStyle, ...] = ("event", "todo", "both")


@pytest.mark.parametrize("tasks", TASKS)
@pytest.mark.parametrize("windows", ["last-day", "span"])
@pytest.mark.parametrize("cancelled", ["show", "drop", "mark"])
def test_our_own_exports_are_clean(
    root: Path, tasks: ical.TaskStyle, windows: ical.WindowStyle, cancelled: ical.CancelledStyle
) -> None:
    log = load(root / "events")
    exported = ical.dumps(log, ical.Options(tasks=tasks, windows=windows, cancelled=cancelled))
    assert [str(p) for p in check(exported, "x.ics")] == []


WHENS = [
    "2024-05-29", "2023-33", "[..2024-12-31]", "[2028-01-01..]", "2024-01/2024-06", "2019/..", "2015~", "2024-05-17/2024-05-19",
    "2024-05-29T10:00:00-04:00", "0001-01-01", "9999-12-31", "9999", "TBD", "2024-02-29",
]  # fmt: skip
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=90).filter(
    str.strip
)
events = st.builds(
    lambda kind, title, status, when, said, more: KINDS[kind](
        title=title or "T",
        history=(Statement(status=Status(status), when=When.parse(when), said=When.parse(said)),),
        **more,
    ),
    st.sampled_from(sorted(KINDS)),
    words,
    st.sampled_from(sorted(Status)),
    st.sampled_from(WHENS),
    st.sampled_from(["2024-01-02", "2023", "[..2024-12-31]"]),
    st.fixed_dictionaries(
        {"id": st.uuids().map(str)},
        optional={
            "place": words,
            "note": words,
            "tags": st.lists(words, max_size=3).map(tuple),
            "parties": st.lists(words, max_size=2).map(tuple),
        },
    ),
)


@settings(max_examples=150)
@given(st.lists(events, min_size=1, max_size=5), st.sampled_from(TASKS), st.sampled_from(["last-day", "span"]))
def test_the_export_of_any_log_is_clean(made: list[Any], tasks: ical.TaskStyle, windows: ical.WindowStyle) -> None:
    exported = ical.dumps(EventLog(made), ical.Options(tasks=tasks, windows=windows))
    assert {p.code for p in check(exported, "x.ics")} <= {"C022"}  # where nothing had a day


def test_the_export_of_nothing_is_suspicious_at_most() -> None:
    problems = check(ical.dumps(EventLog(())), "x.ics")
    assert [(p.code, p.is_warning) for p in problems] == [("C022", True)]


# Components in the manner of the standards' own examples (RFC 5545 §3.6.1-3.6.6 and §3.8, RFC 7986 §5, RFC 9253 §8, §9).
EXAMPLES = {
    "a reminder each year": "BEGIN:VEVENT\nUID:1@x\nDTSTAMP:19970901T130000Z\nDTSTART;VALUE=DATE:19971102\nSUMMARY:Anniversary\n"
    "TRANSP:TRANSPARENT\nCLASS:CONFIDENTIAL\nCATEGORIES:ANNIVERSARY,PERSONAL,SPECIAL OCCASION\nRRULE:FREQ=YEARLY\nEND:VEVENT\n",
    "days": "BEGIN:VEVENT\nUID:2@x\nDTSTAMP:20070423T123432Z\nDTSTART;VALUE=DATE:20070628\nDTEND;VALUE=DATE:20070709\nEND:VEVENT\n",
    "due before a day": "BEGIN:VTODO\nUID:3@x\nDTSTAMP:20070313T123432Z\nDUE;VALUE=DATE:20070501\nSTATUS:NEEDS-ACTION\nEND:VTODO\n",
    "due and done": "BEGIN:VTODO\nUID:4@x\nDTSTAMP:20070514T103211Z\nDTSTART:20070514T110000Z\nDUE:20070709T130000Z\n"
    "COMPLETED:20070707T100000Z\nPRIORITY:1\nSTATUS:NEEDS-ACTION\nEND:VTODO\n",
    "a journal": "BEGIN:VJOURNAL\nUID:5@x\nDTSTAMP:19970901T130000Z\nDTSTART;VALUE=DATE:19970317\nDESCRIPTION:1. Joe\\,\n"
    "   Lisa\\, and Bob.\\n\n 2. Call (Handsoff): 555-2323\n  (tel).\nEND:VJOURNAL\n",
    "a request for busy time": "BEGIN:VFREEBUSY\nUID:6@x\nORGANIZER:mailto:jane@example.org\nATTENDEE:mailto:john@example.org\n"
    "DTSTART:19971015T050000Z\nDTEND:19971016T050000Z\nDTSTAMP:19970901T083000Z\nEND:VFREEBUSY\n",
    "busy time": "BEGIN:VFREEBUSY\nUID:7@x\nDTSTAMP:19970901T100000Z\nFREEBUSY:19971015T050000Z/PT8H30M,\n"
    " 19971015T160000Z/PT5H30M,19971015T223000Z/PT6H30M\nURL:http://example.org/busy.ifb\nEND:VFREEBUSY\n",
    "a zone of dates": "BEGIN:VTIMEZONE\nTZID:Fictitious\nLAST-MODIFIED:19870101T000000Z\nTZURL:http://example.org/tz.ics\n"
    "BEGIN:STANDARD\nDTSTART:19671029T020000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\n"
    "TZNAME;LANGUAGE=fr-CA:HNE\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:19740106T020000\nRDATE:19750223T020000\nTZOFFSETFROM:-0500\n"
    "TZOFFSETTO:-0400\nEND:DAYLIGHT\nEND:VTIMEZONE\n",
    "a sound": "BEGIN:VEVENT\nUID:8@x\nDTSTAMP:19970901T130000Z\nDTSTART:19970317T133000Z\nBEGIN:VALARM\n"
    "TRIGGER;VALUE=DATE-TIME:19970317T133000Z\nREPEAT:4\nDURATION:PT15M\nACTION:AUDIO\n"
    "ATTACH;FMTTYPE=audio/basic:ftp://example.com/pub/sounds/bell-01.aud\nEND:VALARM\nEND:VEVENT\n",
    "letters": "BEGIN:VEVENT\nUID:9@x\nDTSTAMP:19970901T130000Z\nDTSTART:19970317T133000Z\nDTEND:19970317T143000Z\nBEGIN:VALARM\n"
    "TRIGGER;RELATED=END:-P2D\nACTION:EMAIL\nATTENDEE:mailto:john@example.com\nSUMMARY:*** REMINDER ***\nDESCRIPTION:A draft\n"
    "ATTACH;FMTTYPE=application/msword:http://example.com/a.doc\nATTACH:CID:jsmith.part3@example.com\nEND:VALARM\nEND:VEVENT\n",
    "people": 'BEGIN:VEVENT\nUID:10@x\nDTSTAMP:19970901T130000Z\nDTSTART:19970317T133000Z\nATTENDEE;DELEGATED-FROM="mailto:a@x",\n'
    ' "mailto:b@x";CN=Jane Doe;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:j@x\nORGANIZER;DIR="ldap://example.com:6666/o=ABC%\n'
    ' 20Industries,c=US???(cn=Jim%20Dolittle)":mailto:jimdo@x\nCONTACT:Jim\\, ABC\\, +1-919-555-1234\nEND:VEVENT\n',
    "dates of a series": "BEGIN:VEVENT\nUID:11@x\nDTSTAMP:19970901T130000Z\nDTSTART:19970714T123000Z\nRDATE:19970714T123000Z\n"
    "RDATE;VALUE=PERIOD:19960403T020000Z/19960403T040000Z,\n 19960404T010000Z/PT3H\nRDATE;VALUE=DATE:19970101,19970120\n"
    "EXDATE:19960402T010000Z,19960403T010000Z\nRESOURCES;LANGUAGE=fr:Nettoyeur haute pression\nEND:VEVENT\n",
    "answers": "BEGIN:VEVENT\nUID:12@x\nDTSTAMP:19970901T130000Z\nDTSTART:19970714T123000Z\nREQUEST-STATUS:3.1;Invalid property value;"
    "\n DTSTART:96-Apr-01\nREQUEST-STATUS:2.8; Success\\, repeating event ignored. Scheduled\n"
    " \\nas one.;RRULE:FREQ=WEEKLY\\;INTERVAL=2\nGEO:37.386013;-122.082932\nEND:VEVENT\n",
    "RFC 7986": "BEGIN:VEVENT\nUID:13@x\nDTSTAMP:19970901T130000Z\nDTSTART:19970714T123000Z\nCOLOR:gold\n"
    "IMAGE;VALUE=URI;DISPLAY=BADGE,THUMBNAIL;FMTTYPE=image/png:h\n ttp://example.com/images/party.png\n"
    "CONFERENCE;VALUE=URI;FEATURE=PHONE,MODERATOR;\n LABEL=Moderator dial-in:tel:+1-412-555-0123,,,654321\nEND:VEVENT\n",
    "RFC 9253": "BEGIN:VTODO\nUID:14@x\nDTSTAMP:19970901T130000Z\nCONCEPT:https://example.com/event-types/sports\nREFID:itinerary-1\n"
    'LINK;LINKREL=SOURCE;LABEL=Venue;VALUE=URI:\n https://example.com/events\nLINK;LINKREL="https://example.com/linkrel/cost";\n'
    " VALUE=XML-REFERENCE:https://example.com/bid.xml#xpointer(descen\n dant::CostStruc/range-to(following::CostStrucEND[1]))\n"
    "LINK;LINKREL=REFERENCE;VALUE=UID:some-uid\nRELATED-TO;VALUE=URI;RELTYPE=STARTTOFINISH:https://example.com/c/1.ics\n"
    "RELATED-TO;RELTYPE=FINISHTOSTART;GAP=-PT1H:1@x\nEND:VTODO\n",
    "RFC 9074": "BEGIN:VEVENT\nUID:15@x\nDTSTAMP:20210302T151004Z\nDTSTART:20210302T103000\nDTEND:20210302T110000\nBEGIN:VALARM\n"
    "UID:16@x\nTRIGGER:-PT15M\nACTION:DISPLAY\nDESCRIPTION:Meeting\nACKNOWLEDGED:20210302T151514Z\nEND:VALARM\nBEGIN:VALARM\nUID:17@x\n"
    "TRIGGER;VALUE=DATE-TIME:20210302T152024Z\nRELATED-TO;RELTYPE=SNOOZE:16@x\nACTION:DISPLAY\nDESCRIPTION:Meeting\n"
    "PROXIMITY:DEPART\nBEGIN:VLOCATION\nUID:18@x\nURL:geo:40.443,-79.945;u=10\nEND:VLOCATION\nEND:VALARM\nEND:VEVENT\n",
    "a component of one's own": "BEGIN:X-ROOM\nX-SIZE:4\nSUMMARY:Blue\nEND:X-ROOM\n",
}  # fmt: skip
RULES = """DAILY;COUNT=10 DAILY;UNTIL=19971224T000000Z DAILY;INTERVAL=2 YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU
WEEKLY;INTERVAL=2;WKST=SU WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH MONTHLY;COUNT=10;BYDAY=1FR MONTHLY;BYMONTHDAY=-3
MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU MONTHLY;COUNT=10;BYMONTHDAY=1,-1 YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200
YEARLY;BYDAY=20MO YEARLY;BYWEEKNO=20;BYDAY=MO MONTHLY;BYDAY=FR;BYMONTHDAY=13 MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3
HOURLY;INTERVAL=3;UNTIL=19970902T170000Z MINUTELY;INTERVAL=90;COUNT=4 DAILY;BYHOUR=9,10,16;BYMINUTE=0,20,40
YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU;BYHOUR=8,9;BYMINUTE=30 SECONDLY;BYSECOND=0,60;BYYEARDAY=-366"""


def around(component: str) -> bytes:
    whole = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n{component}END:VCALENDAR\n"
    return whole.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("component", EXAMPLES.values(), ids=EXAMPLES)
def test_the_examples_of_the_standards_are_clean(component: str) -> None:
    assert [str(p) for p in check(around(component), "x.ics")] == []


@pytest.mark.parametrize("rule", RULES.split())
def test_the_rules_of_the_standard_are_clean(rule: str) -> None:
    head = "BEGIN:VEVENT\nUID:1@x\nDTSTAMP:19970901T130000Z\nDTSTART:19970902T090000Z\n"
    assert [str(p) for p in check(around(f"{head}RRULE:FREQ={rule}\nEND:VEVENT\n"), "x.ics")] == []


# -- real files

FOLDER = os.environ.get("LACEVENTLOG_CORPORA")
# The problems of the files of each source: every kind was judged by hand, and the standard forbids it.
REAL = {
    "allenporter+ical": {"C003": 1, "C004": 7, "C007": 2, "C012": 1, "C017": 1, "C018": 2, "C020": 1, "C022": 1},
    "collective+icalendar": {"C003": 4, "C004": 11, "C005": 3, "C007": 19, "C018": 9},
    "gadael+icsdb": {"C004": 3, "C005": 4, "C012": 1, "C013": 3, "C016": 32},
    "ical4j+ical4j": {
        "C004": 4, "C005": 1, "C007": 5, "C013": 3, "C016": 2, "C017": 1, "C018": 2, "C021": 55, "C023": 1,
    },
    "jens-maus+node-ical": {"C004": 3, "C007": 130, "C012": 384, "C013": 11, "C015": 1, "C018": 2},
    "pimutils+khal": {"C004": 1, "C007": 4, "C018": 1},
}  # fmt: skip


@pytest.mark.corpora
@pytest.mark.skipif(not FOLDER, reason="LACEVENTLOG_CORPORA does not name the folder of the independent test data")
def test_the_problems_of_real_files_are_those_that_were_judged() -> None:
    found: dict[str, Counter[str]] = {}
    files = sorted(Path(FOLDER or "", "ics").glob("*.ics"))
    for file in files:
        counts = found.setdefault(file.name.partition("__")[0], Counter())
        counts.update(problem.code for problem in check(file.read_bytes(), file.name))
    assert len(files) > 90
    assert {source: dict(sorted(counts.items())) for source, counts in found.items()} == REAL
