"""The calendar as items, one component each, as CalDAV (RFC 4791 §4.1) and vdir folders keep them.

Each item carries a seal: a hash over all its content lines. So an item tells by itself, wherever it has been, whether
this program wrote it and whether somebody changed it since; nothing is remembered elsewhere. Order, folding, line
ends, quotes and needless escapes do not count, for servers rearrange them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

import attrs

from ...errors import UsageError
from ...eventfile.serialize import plain_sources
from ...model import Event, EventLog
from .. import encoding as text
from ..writer import event_entries, ics
from ..writer.options import DEFAULT, Options
from ..writer.timezones import zones

SEAL = "X-LACEVENTLOG-SEAL"
FOLD = re.compile(rb"(?:\r\n|\n|\r(?!\n))[ \t]")
BREAK = re.compile("\r\n|\n|\r")
LINE = re.compile(r'([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)', re.DOTALL)
PARAMETER = re.compile(r';((?:"[^"]*"|[^";])*)')
NO_TIME = re.compile(r"[+-]?P(?:0[WDHMS]|T)+")
"""A duration of nothing, which may be written in many ways (RFC 5545 §3.3.6)."""
ESCAPED = re.compile(r"\\(.)", re.DOTALL)
PLAIN_NAME = re.compile(r"[a-z0-9][a-z0-9._@+-]*")
UNSAFE = re.compile(r"[^a-z0-9._@+-]")
DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)")
"""Names that Windows keeps for devices, whatever follows their first dot."""
LONGEST_NAME = 160
HEAD = text.fold(["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{ics.PRODID}"])


@attrs.frozen
class Item:
    """One calendar object: what it is called, a hash of what it says, whether its seal is there and unbroken."""

    uid: str
    digest: str
    is_ours: bool = False
    is_untouched: bool = False
    data: bytes = attrs.field(default=b"", repr=False, eq=False)


def items(log: EventLog, options: Options = DEFAULT) -> dict[str, Item]:
    """Every item of the calendar by its UID, in the order of the log. There is no METHOD, which RFC 4791 §4.1 forbids.

    Raises:
        UsageError: a text that no calendar can hold, or two entries with one UID.
    """
    options = attrs.evolve(options, method="")
    wanted = [event for event in log if event_entries.is_wanted(event, options)]
    known = {event.id for event in wanted}
    made: dict[str, Item] = {}
    for event in wanted:
        for item in _of_event(event, options, known):
            if item.uid in made:
                raise UsageError(f"two entries have the UID '{item.uid}': rename the event '{event.id}'")
            made[item.uid] = item
    return made


def _of_event(event: Event, options: Options, known: set[str]) -> Iterator[Item]:
    sources = _sources(event) if options.data else b""
    zone = b"".join(zones([event]))
    for component in ics.entries(event, options, known):
        begin, end, rest = component.partition(b"\r\n")
        own = sources if b"\r\nX-LACEVENTLOG-EVENT:" in component else b""
        item = read_item(b"".join((HEAD, begin, end, own, rest, ics.END)))
        if item is None:  # pragma: no cover - every entry has a UID
            continue
        seal = text.fold([f"{SEAL}:{item.digest}"])
        data = (HEAD, zone if b"\r\nDTSTART;TZID=" in component else b"", begin, end, seal, own, rest, ics.END)
        yield Item(item.uid, item.digest, is_ours=True, is_untouched=True, data=b"".join(data))


def _sources(event: Event) -> bytes:
    """What it cites, inside its component: servers that join items drop what stands outside."""
    cited = {s.source.source.id: s.source.source for s in event.history if s.source}
    plain = plain_sources(cited.values())
    try:
        own = [event_entries.own_data("X-LACEVENTLOG-SOURCE", {"id": key} | plain[key]) for key in plain]
        return text.fold(own) if own else b""
    except text.ControlCharacterError as error:
        raise UsageError(f"a source of '{event.id}' cannot be written to a calendar: it holds {error}") from None


def read_item(data: bytes) -> Item | None:
    """What an item says of itself; None for what is no item: nothing with a UID, or several UIDs."""
    lines: list[str] = []
    seals: list[str] = []
    for name, line in _content(FOLD.sub(b"", data.removeprefix(b"\xef\xbb\xbf")).decode(errors="replace")):
        (seals if name == SEAL else lines).append(line)
    uids = {line.partition(":")[2] for line in lines if line.startswith("UID:")}
    if len(uids) != 1:
        return None
    digest = sha256("\n".join(sorted(lines)).encode()).hexdigest()[:32]
    return Item(uids.pop(), digest, bool(seals), seals == [f"{SEAL}:{digest}"])


def _content(calendar: str) -> Iterator[tuple[str, str]]:
    """The lines that say something: all inside components, but not how time zones are made."""
    inside: list[str] = []
    for found in filter(None, map(LINE.fullmatch, BREAK.split(calendar))):
        name, value = found[1].upper(), found[3]
        if name == "BEGIN":
            inside.append(value.upper())
        if len(inside) > 1 and inside[1] != "VTIMEZONE":
            yield name, f"{name}{_parameters(found[2])}:{plain_value(value)}"
        if name == "END" and inside:
            inside.pop()


def _parameters(written: str) -> str:
    return "".join(sorted(f";{each.replace(chr(34), '')}" for each in PARAMETER.findall(written)))


def plain_value(value: str) -> str:
    """A value without what programs write as they like: needless escapes, and durations of nothing."""
    if NO_TIME.fullmatch(value):
        return "PT0S"
    return ESCAPED.sub(lambda found: {"N": "\\n", "n": "\\n", "\\": "\\\\"}.get(found[1], found[1]), value)


def in_namespace(item: Item, options: Options) -> bool:
    """Whether its UID ends with the namespace."""
    return item.uid.endswith(plain_value(text.escape(f"@{options.namespace}")))


def file_name(uid: str) -> str:
    """The file name of an item: the UID where every file system can keep it apart, else a clean part and a hash.

    No two UIDs share a name even where capitals do not count; nothing leads out of a folder, is hidden, names a
    device, or is longer than 255 octets.
    """
    if PLAIN_NAME.fullmatch(uid) and len(uid) <= LONGEST_NAME and not DEVICES.match(uid):
        return f"{uid}.ics"
    clean = UNSAFE.sub("_", uid.lower()).lstrip(".")[:LONGEST_NAME]
    return f"_{clean}~{sha256(uid.encode()).hexdigest()[:16]}.ics"
