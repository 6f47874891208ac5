"""The calendar as items, one component each, as CalDAV servers (RFC 4791 §4.1) and vdir folders keep them.

Each item carries a seal: a checksum of its content lines. So the item itself shows whether this program wrote it and
whether another has changed it since; nothing is remembered elsewhere. Order, folding, line ends, quotes and needless
escapes do not count, because servers rearrange them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

import attrs

from ...errors import UsageError
from ...eventfile.serialize import plain_sources
from ...model import Event, EventLog
from .. import encoding
from ..content_lines import Line, Property, parse, property_of
from ..values import ESCAPED
from ..writer import calendar, event_entries
from ..writer.options import DEFAULT, Options
from ..writer.timezones import zones

SEAL = "X-LACEVENTLOG-SEAL"
NO_TIME = re.compile(r"[+-]?P(?:0[WDHMS]|T)+")
"""A duration of nothing, which may be written in many ways (RFC 5545 §3.3.6)."""
KEPT_ESCAPES = {"N": "\\n", "n": "\\n", "\\": "\\\\"}
PLAIN_NAME = re.compile(r"[a-z0-9][a-z0-9._@+-]*")
UNSAFE = re.compile(r"[^a-z0-9._@+-]")
DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)")
"""Names that Windows reserves for devices, with any extension."""
LONGEST_NAME = 160
HEAD = encoding.fold(["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{calendar.PRODID}"])


@attrs.frozen
class Item:
    """One calendar object resource: its UID, its checksum, whether it carries a seal, and whether a valid one."""

    uid: str
    digest: str
    is_ours: bool = False
    is_untouched: bool = False
    data: bytes = attrs.field(default=b"", repr=False, eq=False)


def items(log: EventLog, options: Options = DEFAULT) -> dict[str, Item]:
    """Every item of the calendar by its UID, in the order of the log; without METHOD, which RFC 4791 §4.1 forbids.

    Raises:
        UsageError: a text that no calendar can hold, or two entries with one UID.
    """
    options = attrs.evolve(options, method="")
    shown = [event for event in log if event_entries.has_entry(event, options)]
    known = {event.id for event in shown}
    made: dict[str, Item] = {}
    for event in shown:
        for item in _of_event(event, options, known):
            if item.uid in made:
                raise UsageError(f"two entries have the UID '{item.uid}': rename the event '{event.id}'")
            made[item.uid] = item
    return made


def _of_event(event: Event, options: Options, known: set[str]) -> Iterator[Item]:
    sources = _sources(event) if options.data else b""
    zone = b"".join(zones([event]))
    for component in calendar.entries(event, options, known):
        begin, end, rest = component.partition(b"\r\n")
        own = sources if b"\r\nX-LACEVENTLOG-EVENT:" in component else b""
        lines = b"".join((begin, end, own, rest)).replace(b"\r\n ", b"").decode().split("\r\n")
        found = (property_of(Line("", 0, line)) for line in lines)
        item = _item(_plain_line(each) for each in found if isinstance(each, Property))
        if item is None:  # pragma: no cover - every entry has a UID
            continue
        seal = encoding.fold([f"{SEAL}:{item.digest}"])
        data = (HEAD, zone if b"\r\nDTSTART;TZID=" in component else b"", begin, end, seal, own, rest, calendar.END)
        yield Item(item.uid, item.digest, is_ours=True, is_untouched=True, data=b"".join(data))


def _sources(event: Event) -> bytes:
    """The sources it cites, inside its component: servers that join items drop what is outside."""
    cited = {s.source.source.id: s.source.source for s in event.history if s.source}
    plain = plain_sources(cited.values())
    try:
        own = [event_entries.own_data("X-LACEVENTLOG-SOURCE", {"id": key} | plain[key]) for key in plain]
        return encoding.fold(own) if own else b""
    except encoding.ControlCharacterError as error:
        raise UsageError(f"a source of '{event.id}' cannot be written to a calendar: it contains {error}") from None


def read_item(data: bytes) -> Item | None:
    """The item that a calendar holds; None without a UID, or with several."""
    calendars, problems = parse(data, "")
    inside = [child for each in calendars for child in each.children if child.name != "VTIMEZONE"]
    for component in inside:  # the list grows while it is walked
        inside += component.children
    lines = [_plain_line(each) for component in inside for each in component.properties]
    lines += [f"{word}:{component.name}" for component in inside for word in ("BEGIN", "END")]
    return _item([*lines, *(problem.message for problem in problems)])  # so a damaged item differs from the whole one


def _item(lines: Iterable[str]) -> Item | None:
    content: list[str] = []
    seals: list[str] = []
    for line in lines:
        (seals if line.startswith(SEAL) else content).append(line)
    uids = {line[4:] for line in content if line.startswith("UID:")}
    if len(uids) != 1:
        return None
    digest = sha256("\n".join(sorted(content)).encode()).hexdigest()[:32]
    return Item(uids.pop(), digest, bool(seals), seals == [f"{SEAL}:{digest}"])


def _plain_line(each: Property) -> str:
    """A content line in one form, however a program has written it."""
    params = sorted(f";{name}={','.join(values)}" for name, values in each.params.items()) if each.params else ()
    return f"{each.name}{''.join(params)}:{plain_value(each.value)}"


def plain_value(value: str) -> str:
    """A value without needless escapes, and `PT0S` for a duration of nothing."""
    if NO_TIME.fullmatch(value):
        return "PT0S"
    return ESCAPED.sub(lambda found: KEPT_ESCAPES.get(found[1], found[1]), value) if "\\" in value else value


def in_namespace(item: Item, options: Options) -> bool:
    """Whether its UID ends with the namespace."""
    return item.uid.endswith(plain_value(encoding.escape(f"@{options.namespace}")))


def file_name(uid: str) -> str:
    """The file name of an item: the UID where every file system can keep it apart, else a clean part and a hash.

    No two UIDs share a name, even where capitals do not count; no name leads out of a folder, is hidden, is a
    device, or is longer than 255 octets.
    """
    if PLAIN_NAME.fullmatch(uid) and len(uid) <= LONGEST_NAME and not DEVICES.match(uid):
        return f"{uid}.ics"
    clean = UNSAFE.sub("_", uid.lower()).lstrip(".")[:LONGEST_NAME]
    return f"_{clean}~{sha256(uid.encode()).hexdigest()[:16]}.ics"
