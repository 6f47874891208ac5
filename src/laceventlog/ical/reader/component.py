"""One component of another program's calendar as the parts of an event: title, facts, statements, note.

Values without a field go to the note, one line each, the UID last: an import of the next version finds the event by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from ...dates import When
from ...errors import DateError, LaceventlogError, Problem
from ...model import KINDS, Origin, Statement, Status, from_code, read_status
from ..content_lines import Component
from ..event_ids import PreferredId, id_in_uid, slug
from ..writer.event_entries import TITLE_PREFIXES
from . import component_dates
from .component_dates import ComponentDates
from .timezones import TimeZones

SPELLINGS = {"CANCELED": "CANCELLED", "IN-PROGRESS": "IN-PROCESS", "DONE": "COMPLETED", "NEEDSACTION": "NEEDS-ACTION"}
JOURNAL = {"DRAFT": Status.PROPOSED, "FINAL": Status.COMPLETED, "CANCELLED": Status.CANCELLED}
WORDS = re.compile(r"\[(?P<words>[^\]]*(?:\[[^\]]*\])?[^\]]*)\] ")
RULES = ("RRULE", "RDATE", "EXRULE", "EXDATE")
UID_LINE = re.compile(r"^UID: (?P<uid>\S.*?)(?: \(of (?P<instance>[0-9TZ]+)\))?$", re.MULTILINE)


@attrs.frozen(eq=False)
class CalendarEntry:
    """A VEVENT, VTODO or VJOURNAL with the time zones and the METHOD of its calendar."""

    component: Component
    zones: TimeZones = attrs.field(factory=TimeZones)
    method: str = ""

    @property
    def uid(self) -> str:
        """The UID; "" where it has none."""
        return self.component.text("UID")

    @property
    def instance(self) -> str:
        """The RECURRENCE-ID: which of several occurrences it is."""
        found = self.component.first("RECURRENCE-ID")
        return found.value.strip().upper() if found else ""

    @property
    def key(self) -> tuple[str, str, str]:
        """The key that all its versions share."""
        return self.component.name, self.uid, self.instance

    @property
    def is_ours(self) -> bool:
        """Whether laceventlog wrote it, with all its data or without."""
        return self.component.first("X-LACEVENTLOG-STATUS") is not None

    @property
    def version(self) -> tuple[int, str, str]:
        """Sorts versions by age (RFC 5546 §2.1.5): SEQUENCE, then the stamps."""
        component = self.component
        return component.number("SEQUENCE"), component.text("LAST-MODIFIED"), component.text("DTSTAMP")

    @property
    def repeats(self) -> bool:
        """Whether it has more than one occurrence."""
        return any(self.component.first(name) for name in ("RRULE", "RDATE"))


@attrs.frozen
class EventDraft:
    """An event that has no id yet: `notes` go below its description, `links` lead to UIDs."""

    entry: CalendarEntry
    kind: str
    title: str
    place: str | None
    tags: tuple[str, ...]
    description: str
    notes: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    statements: tuple[Statement, ...]

    @property
    def preferred_id(self) -> PreferredId:
        """Our own id where the UID holds one, else one made from the title."""
        entry = self.entry
        start = entry.component.text("DTSTART")
        seed = "\n".join(entry.key if entry.uid else (entry.component.name, self.title, start))
        own = id_in_uid(entry.uid) if entry.is_ours and not entry.instance else None
        if own:
            return PreferredId(own, seed, is_own=True)
        made = slug(self.title, entry.uid.rpartition("@")[0] or entry.uid)
        day = re.sub("[^0-9]", "", entry.instance[:8])
        return PreferredId(f"{made}-{day}" if made and day else made, seed)


def draft_of(entry: CalendarEntry, problems: list[Problem]) -> EventDraft:
    """All parts of the event that one entry makes."""
    component = entry.component
    status = status_of(entry, problems)
    dates = component_dates.read(component, status, entry.zones, problems)
    kind, tags = _kind_and_tags(component)
    return EventDraft(
        entry, kind, title_of(entry), component.text("LOCATION") or None, tags, _description(entry),
        (*dates.notes, *_notes(entry)), tuple(_links(component)), tuple(_statements(entry, status, dates)),
    )  # fmt: skip


def title_of(entry: CalendarEntry) -> str:
    """SUMMARY without the prefixes of laceventlog; else the beginning of the description."""
    summary = entry.component.text("SUMMARY")
    if entry.is_ours:
        prefix = next((prefix for prefix in TITLE_PREFIXES.values() if summary.startswith(prefix)), "")
        summary = summary.removeprefix(prefix)
        words = WORDS.match(summary)
        summary = summary[words.end() :] if words else summary
    first = entry.component.text("DESCRIPTION").partition("\n")[0]
    return summary.strip() or first.strip()[:120] or f"{entry.component.name} without a title"


def _kind_and_tags(component: Component) -> tuple[str, tuple[str, ...]]:
    """The first category that is one of our kinds is the kind; else a task is a milestone, and all else an event."""
    categories = component.texts("CATEGORIES")
    kind = next((each for each in categories if each.casefold() in KINDS), None)
    tags = tuple(each for each in categories if each != kind)
    return (kind.casefold() if kind else "milestone" if component.name == "VTODO" else "event"), tags


# -- status


def status_of(entry: CalendarEntry, problems: list[Problem]) -> Status:
    """The exact status that laceventlog wrote, else that of iCalendar, else what the other properties imply."""
    component = entry.component
    for name in ("X-LACEVENTLOG-STATUS", "STATUS"):
        found = component.first(name)
        if found is None or not found.value.strip():
            continue
        status = _status_of_code(found.text, component.name)
        if status:
            return status
        problems.append(found.problem("S005", f"'{found.text}' is not a status of a {component.name}", "ignored"))
    return _implied_status(entry)


def _status_of_code(word: str, component: str) -> Status | None:
    code = re.sub("[ _]+", "-", word.upper())
    code = SPELLINGS.get(code, code)
    if component == "VJOURNAL" and code in JOURNAL:
        return JOURNAL[code]
    for code_list in (component.casefold(), "vevent", "vtodo"):
        try:
            return from_code(code, code_list)
        except LaceventlogError:
            continue
    try:
        return read_status(word)
    except LaceventlogError:
        return None


def _implied_status(entry: CalendarEntry) -> Status:
    component = entry.component
    if entry.method == "CANCEL":
        return Status.CANCELLED
    if component.name == "VJOURNAL":
        return Status.COMPLETED
    percent = component.number("PERCENT-COMPLETE")
    if component.name == "VTODO" and (component.first("COMPLETED") or percent >= 100):
        return Status.COMPLETED
    return Status.UNDERWAY if component.name == "VTODO" and percent else Status.PLANNED


# -- statements


def _statements(entry: CalendarEntry, status: Status, dates: ComponentDates) -> Iterator[Statement]:
    """One; two of a task that says both when it was due and that it is done."""
    component, origin = entry.component, origin_of(entry.component)
    said = component_dates.day_of(component, "LAST-MODIFIED", "DTSTAMP", "CREATED")
    if dates.plan:
        created = component_dates.day_of(component, "CREATED")
        planned = When.on(created) if created and said and created <= said else None
        yield Statement(status=Status.PLANNED, when=dates.plan, said=planned, origin=origin)
    yield Statement(status=status, when=dates.when, said=When.on(said) if said else None, origin=origin)


def statement_of_note(entry: CalendarEntry, status: Status, problems: list[Problem]) -> Statement:
    """The statement of a VJOURNAL about another entry, which has this status.

    A note that laceventlog wrote gives status, date and reason; of any other the text is the quote.
    """
    component = entry.component
    said = component_dates.day_of(component, "DTSTART", "LAST-MODIFIED", "DTSTAMP", "CREATED")
    parts: dict[str, str] = {}
    word, colon, _ = component.text("SUMMARY").partition(": ")
    own = _status_of_code(word, "VTODO") if colon else None
    if own:
        parts = dict(line.split(": ", 1) for line in component.text("DESCRIPTION").split("\n") if ": " in line)
    texts = [text for name in ("SUMMARY", "DESCRIPTION") if (text := component.text(name))]
    return Statement(
        status=own or status, said=When.on(said) if said else None, reason=parts.get("Reason", ""),
        quote=parts.get("Quote", "").strip("«»") if own else "\n".join(texts),
        when=_when(parts.get("When", ""), component, problems), correction="Correction" in parts,
        origin=origin_of(component),
    )  # fmt: skip


def _when(words: str, component: Component, problems: list[Problem]) -> When | None:
    try:
        return When.parse(words) if words else None
    except DateError as error:
        problems.append(component.begin.problem(error.code, f"'{words}': {error.reason}", "ignored"))
        return None


def origin_of(component: Component) -> Origin:
    """The place of its BEGIN."""
    return Origin(component.begin.path, component.begin.number, 1, component.begin.text)


# -- links and note


def _links(component: Component) -> Iterator[tuple[str, str]]:
    for found in component.all("RELATED-TO"):
        if found.text:
            yield (found.param("RELTYPE") or "PARENT").upper(), found.text


def _description(entry: CalendarEntry) -> str:
    description = "\n\n".join(found.text for found in entry.component.all("DESCRIPTION") if found.text)
    if entry.is_ours:  # without the lines that are read from properties of their own
        kept = [line for line in description.split("\n") if not line.startswith(("Status: ", "When: ", "First plan: "))]
        return "\n".join(kept).removeprefix("Note: ")
    return description


def _notes(entry: CalendarEntry) -> Iterator[str]:
    component = entry.component
    for name in RULES:
        yield from (f"{name}: {found.value.strip()}" for found in component.all(name))
    if not entry.is_ours:
        yield from (f"{name}: {text}" for name in ("URL", "COMMENT") if (text := component.text(name)))


def uid_line(entry: CalendarEntry, event_id: str) -> str:
    """The last line of the note; "" where the id is enough to make the UID."""
    instance = f" (of {entry.instance})" if entry.instance else ""
    is_known = entry.uid == f"{event_id}@laceventlog" and not instance
    return f"UID: {' '.join(entry.uid.split())}{instance}" if entry.uid and not is_known else ""


def uid_of(event_id: str, note: str | None) -> tuple[str, str]:
    """UID and RECURRENCE-ID of an event of a log: from its note, else as laceventlog writes it."""
    found = list(UID_LINE.finditer(note or ""))
    return (found[-1]["uid"], found[-1]["instance"] or "") if found else (f"{event_id}@laceventlog", "")
