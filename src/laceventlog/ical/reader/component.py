"""One component of another program's calendar as the parts of an event: title, facts, statements, note.

What no field of ours holds stands in the note, one line each, the UID last: an import of the next version finds the
event by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from ...dates import When
from ...errors import DateError, LaceventlogError, Problem
from ...model import KINDS, Origin, Statement, Status, from_code, read_status
from ..content_lines import Component
from ..event_ids import Wish, own_id, slug
from ..values import number_of, text, text_of, texts_of
from ..writer.event_entries import TITLE_MARKS
from . import component_dates
from .timezones import Zones

SPELLINGS = {"CANCELED": "CANCELLED", "IN-PROGRESS": "IN-PROCESS", "DONE": "COMPLETED", "NEEDSACTION": "NEEDS-ACTION"}
JOURNAL = {"DRAFT": Status.PROPOSED, "FINAL": Status.COMPLETED, "CANCELLED": Status.CANCELLED}
WORDS = re.compile(r"\[(?P<words>[^\]]*(?:\[[^\]]*\])?[^\]]*)\] ")
RULES = ("RRULE", "RDATE", "EXRULE", "EXDATE")
UID_LINE = re.compile(r"^UID: (?P<uid>\S.*?)(?: \(of (?P<instance>[0-9TZ]+)\))?$", re.MULTILINE)


@attrs.frozen(eq=False)
class Entry:
    """A VEVENT, VTODO or VJOURNAL with the zones and the method of its calendar."""

    component: Component
    zones: Zones = attrs.field(factory=Zones)
    method: str = ""

    @property
    def uid(self) -> str:
        """What names it everywhere; empty where it has none."""
        return text_of(self.component, "UID")

    @property
    def instance(self) -> str:
        """Which of several occurrences it is: its RECURRENCE-ID."""
        found = self.component.first("RECURRENCE-ID")
        return found.value.strip().upper() if found else ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What several versions of it have in common."""
        return self.component.name, self.uid, self.instance

    @property
    def is_ours(self) -> bool:
        """Whether laceventlog wrote it, if without the whole event."""
        return self.component.first("X-LACEVENTLOG-STATUS") is not None

    @property
    def version(self) -> tuple[int, str, str]:
        """Sorts versions by age (RFC 5546 §2.1.5): SEQUENCE, then the stamps."""
        sequence = number_of(self.component, "SEQUENCE") or 0
        return sequence, text_of(self.component, "LAST-MODIFIED"), text_of(self.component, "DTSTAMP")

    @property
    def repeats(self) -> bool:
        """Whether it stands for more than one occurrence."""
        return any(self.component.first(name) for name in ("RRULE", "RDATE"))


@attrs.frozen
class Draft:
    """An event before it has an id: `notes` stand below the description, `links` lead to UIDs."""

    entry: Entry
    kind: str
    title: str
    place: str | None
    tags: tuple[str, ...]
    description: str
    notes: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    statements: tuple[Statement, ...]

    @property
    def wish(self) -> Wish:
        """The id it would like to have."""
        entry = self.entry
        seed = "\n".join(entry.key if entry.uid else (entry.component.name, self.title, start_of(entry)))
        own = own_id(entry.uid) if entry.is_ours and not entry.instance else None
        if own:
            return Wish(own, seed, is_own=True)
        wish = slug(self.title, entry.uid.rpartition("@")[0] or entry.uid)
        day = re.sub("[^0-9]", "", entry.instance[:8])
        return Wish(f"{wish}-{day}" if wish and day else wish, seed)


def start_of(entry: Entry) -> str:
    """The raw beginning."""
    return text_of(entry.component, "DTSTART")


def draft(entry: Entry, problems: list[Problem]) -> Draft:
    """Everything that one component says."""
    component = entry.component
    state = status(entry, problems)
    dated = component_dates.read(component, state, entry.zones, problems)
    kind, tags = _kind_and_tags(component)
    return Draft(
        entry, kind, title(entry), text_of(component, "LOCATION") or None, tags, _description(entry),
        (*dated.notes, *_notes(entry)), tuple(_links(component)), tuple(_statements(entry, state, dated)),
    )  # fmt: skip


def title(entry: Entry) -> str:
    """SUMMARY, without the marks that laceventlog sets; else how the description begins."""
    summary = text_of(entry.component, "SUMMARY")
    if entry.is_ours:
        mark = next((mark for mark in TITLE_MARKS.values() if summary.startswith(mark)), "")
        summary = summary.removeprefix(mark)
        words = WORDS.match(summary)
        summary = summary[words.end() :] if words else summary
    first = text_of(entry.component, "DESCRIPTION").partition("\n")[0]
    return summary.strip() or first.strip()[:120] or f"{entry.component.name} without a title"


def _kind_and_tags(component: Component) -> tuple[str, tuple[str, ...]]:
    """The first category that is a kind of ours is the kind; what has to be done is a milestone otherwise."""
    categories = texts_of(component, "CATEGORIES")
    kind = next((each for each in categories if each.casefold() in KINDS), None)
    tags = tuple(each for each in categories if each != kind)
    return (kind.casefold() if kind else "milestone" if component.name == "VTODO" else "event"), tags


# -- status


def status(entry: Entry, problems: list[Problem]) -> Status:
    """The exact status of ours, else that of iCalendar, else what the other properties imply."""
    component = entry.component
    for name in ("X-LACEVENTLOG-STATUS", "STATUS"):
        found = component.first(name)
        if found is None or not found.value.strip():
            continue
        read = _code(text(found.value), component.name)
        if read:
            return read
        hint = "read as if it were not there"
        problems.append(found.problem("S005", f"'{text(found.value)}' is no status of a {component.name}", hint))
    return _implied(entry)


def _code(word: str, component: str) -> Status | None:
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


def _implied(entry: Entry) -> Status:
    component = entry.component
    if entry.method == "CANCEL":
        return Status.CANCELLED
    if component.name == "VJOURNAL":
        return Status.COMPLETED
    percent = number_of(component, "PERCENT-COMPLETE") or 0
    if component.name == "VTODO" and (component.first("COMPLETED") or percent >= 100):
        return Status.COMPLETED
    return Status.UNDERWAY if component.name == "VTODO" and percent else Status.PLANNED


# -- statements


def _statements(entry: Entry, state: Status, dated: component_dates.Dated) -> Iterator[Statement]:
    """One; two where a task tells both when it was due and that it is done."""
    component, origin = entry.component, origin_of(entry.component)
    said = component_dates.day_of(component, "LAST-MODIFIED", "DTSTAMP", "CREATED")
    if dated.plan:
        created = component_dates.day_of(component, "CREATED")
        planned = When.on(created) if created and said and created <= said else None
        yield Statement(status=Status.PLANNED, when=dated.plan, said=planned, origin=origin)
    yield Statement(status=state, when=dated.when, said=When.on(said) if said else None, origin=origin)


def told(entry: Entry, of: Status, problems: list[Problem]) -> Statement:
    """What a VJOURNAL says of another entry, whose status was `of`: one statement.

    A note that laceventlog wrote names status, date and reason; of any other the text is the quote.
    """
    component = entry.component
    said = component_dates.day_of(component, "DTSTART", "LAST-MODIFIED", "DTSTAMP", "CREATED")
    parts: dict[str, str] = {}
    word, colon, _ = text_of(component, "SUMMARY").partition(": ")
    state = _code(word, "VTODO") if colon else None
    if state:
        parts = dict(line.split(": ", 1) for line in text_of(component, "DESCRIPTION").split("\n") if ": " in line)
    quote = parts.get("Quote", "").strip("«»") if state else "\n".join(_texts(component))
    return Statement(
        status=state or of, said=When.on(said) if said else None, quote=quote, reason=parts.get("Reason", ""),
        when=_when(parts.get("When", ""), component, problems), correction="Correction" in parts,
        origin=origin_of(component),
    )  # fmt: skip


def _when(words: str, component: Component, problems: list[Problem]) -> When | None:
    try:
        return When.parse(words) if words else None
    except DateError as error:
        problems.append(component.begin.problem(error.code, f"'{words}': {error.reason}", "left out"))
        return None


def _texts(component: Component) -> list[str]:
    return [found for name in ("SUMMARY", "DESCRIPTION") if (found := text_of(component, name))]


def origin_of(component: Component) -> Origin:
    """Where it begins."""
    return Origin(component.begin.path, component.begin.number, 1, component.begin.text)


# -- links and note


def _links(component: Component) -> Iterator[tuple[str, str]]:
    for found in component.all("RELATED-TO"):
        target = text(found.value)
        if target:
            yield (found.param("RELTYPE") or "PARENT").upper(), target


def _description(entry: Entry) -> str:
    description = "\n\n".join(found for each in entry.component.all("DESCRIPTION") if (found := text(each.value)))
    if entry.is_ours:  # what stands in fields of its own
        kept = [line for line in description.split("\n") if not line.startswith(("Status: ", "When: ", "First plan: "))]
        return "\n".join(kept).removeprefix("Note: ")
    return description


def _notes(entry: Entry) -> Iterator[str]:
    component = entry.component
    for name in RULES:
        yield from (f"{name}: {found.value.strip()}" for found in component.all(name))
    if not entry.is_ours:
        yield from (f"{name}: {found}" for name in ("URL", "COMMENT") if (found := text_of(component, name)))


def uid_line(entry: Entry, event_id: str) -> str:
    """The last line of the note; none where the id tells the UID."""
    instance = f" (of {entry.instance})" if entry.instance else ""
    is_told = entry.uid == f"{event_id}@laceventlog" and not instance
    return f"UID: {' '.join(entry.uid.split())}{instance}" if entry.uid and not is_told else ""


def uid_of(event_id: str, note: str | None) -> tuple[str, str]:
    """UID and RECURRENCE-ID of an event of a log: out of its note, else as laceventlog makes it."""
    found = list(UID_LINE.finditer(note or ""))
    return (found[-1]["uid"], found[-1]["instance"] or "") if found else (f"{event_id}@laceventlog", "")
