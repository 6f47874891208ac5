"""One log as several calendars in a folder, by country or by kind, with an index page.

An event of several countries is in the calendar of each, under the same UID; one without any is in `none.ics`.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Literal

import attrs

from ...atomic_write import replacing
from ...errors import UsageError
from ...model import Event, EventLog
from .calendar import ExportCounts, write
from .event_entries import has_entry
from .options import Options

Split = Literal["country", "kind"]
NONE = "none"


@attrs.frozen
class Feed:
    """The calendar of a part of the log.

    Attributes:
        file: its file name; "" where no event has a day and none was written.
        name: of the calendar.
        counts: its entries, and the events left out.
    """

    file: str
    name: str
    counts: ExportCounts


def feeds(log: EventLog, by: Split) -> dict[str, EventLog]:
    """The parts of a log by their names, sorted."""
    parts: dict[str, list[Event]] = {}
    for event in log:
        for name in _names(event, by):
            parts.setdefault(name, []).append(event)
    return {name: log.part(parts[name]) for name in sorted(parts)}


def _names(event: Event, by: Split) -> tuple[str, ...]:
    return (event.kind,) if by == "kind" else tuple(code.lower() for code in event.countries) or (NONE,)


def write_feeds(log: EventLog, folder: Path, options: Options, by: Split) -> list[Feed]:
    """Write a calendar for each part and `index.html`, each whole or not at all; none for a part without a day.

    Raises:
        UsageError: the folder cannot be made or written to, or a text holds a control character.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be made: {error.strerror}") from None
    made = [_write(name, part, folder, options) for name, part in feeds(log, by).items()]
    with replacing(folder / "index.html") as file:
        file.write("".join(_index(made, options)).encode())
    return made


def _write(name: str, part: EventLog, folder: Path, options: Options) -> Feed:
    own = attrs.evolve(options, name=f"{options.name}: {name.upper() if len(name) == 2 else name}")
    if not any(has_entry(event, own) for event in part):
        return Feed("", own.name, write(part, BytesIO(), own))
    with replacing(folder / f"{name}.ics") as file:
        counts = write(part.closed(), file, own)
    return Feed(f"{name}.ics", own.name, counts)


def _index(made: list[Feed], options: Options) -> Iterator[str]:
    title = escape(options.name)
    yield f'<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{title}</title>\n<h1>{title}</h1>\n'
    if options.description:
        yield f"<p>{escape(options.description)}</p>\n"
    yield "<ul>\n"
    for feed in (each for each in made if each.file):
        many = f"{feed.counts.entries} {'entry' if feed.counts.entries == 1 else 'entries'}"
        yield f'<li><a href="{escape(feed.file)}">{escape(feed.name)}</a>, {many}, {_size(feed.counts.octets)}</li>\n'
    yield "</ul>\n</html>\n"


def _size(octets: int) -> str:
    return f"{octets / 1_000_000:.1f} MB" if octets >= 1_000_000 else f"{max(1, round(octets / 1000))} kB"
