"""A log in JSON Lines read again for each pass over it: what is kept grows with its sources and links, not its events.

Before the first pass it is read once and checked as a whole. Ids are compared on disk; only what a link leads to is
kept, since nothing else is ever looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path

import attrs

from ..errors import DateError, FieldError, UsageError
from ..model import Event, EventLog, Source
from .fast_files import lines
from .fast_reader import Reader, check_links
from .jsonl_fast import parts
from .trees import Unusual


@attrs.frozen
class Stream:
    """Events on disk, in the order of their files; as often as it is gone through.

    Attributes:
        paths: files in JSON Lines; they must not change meanwhile.
        sources: all that they declare.
        targets: the events that a link leads to.
        count: how many events there are.
        cited: the ids of the sources that a statement cites.
    """

    paths: tuple[Path, ...]
    sources: Mapping[str, Source]
    targets: Mapping[str, Event]
    count: int
    cited: frozenset[str]

    def __iter__(self) -> Iterator[Event]:
        """The events, each read when it is asked for.

        Raises:
            UsageError: a file is no longer what it was when it was opened.
        """
        read = 0
        with suppress(Unusual):
            for event in _events(self.paths, Reader(dict(self.sources)), again=True):
                read += 1
                yield event
            if read == self.count:
                return
        raise UsageError(f"{', '.join(map(str, self.paths))} changed while being read; ask again")

    def __len__(self) -> int:
        """How many events there are."""
        return self.count

    def __contains__(self, event_id: object) -> bool:
        """Whether a link leads to this id; other ids are not known."""
        return event_id in self.targets

    def __getitem__(self, event_id: str) -> Event:
        """The event that a link leads to.

        Raises:
            KeyError: none does.
        """
        return self.targets[event_id]

    def closed(self) -> Stream:
        """The log without sources that nothing cites."""
        return attrs.evolve(self, sources={key: source for key, source in self.sources.items() if key in self.cited})


def opened(paths: Iterable[Path]) -> Stream:
    """The log in files of JSON Lines, checked as a whole.

    Raises:
        Unusual: there is something to report, or a source is declared only after it is cited.
    """
    files, reader = tuple(paths), Reader({})
    cited: set[str] = set()
    count = _count(_noted(_events(files, reader), cited))
    linked = {event_id for link in reader.links for event_id in link}
    again = _events(files, Reader(reader.sources), again=True) if linked else ()
    kept = {event.id: event for event in again if event.id in linked}
    check_links(EventLog.trusted(kept.values()), reader.links)
    return Stream(files, reader.sources, kept, count, frozenset(cited))


def _noted(events: Iterable[Event], cited: set[str]) -> Iterator[Event]:
    """The events; whom they cite is added to `cited`."""
    for event in events:
        cited.update(said.source.source.id for said in event.history if said.source)
        yield event


def _count(events: Iterable[Event]) -> int:
    """How many there are, if no id is taken twice; ids are kept on disk, by SQLite in a file of its own."""
    import sqlite3

    count = 0
    try:
        with closing(sqlite3.connect("")) as disk:
            disk.execute("CREATE TABLE ids (id TEXT PRIMARY KEY) WITHOUT ROWID")
            for event in events:
                disk.execute("INSERT INTO ids VALUES (?)", (event.id,))
                count += 1
    except sqlite3.Error as error:  # twice the same, or no room on the disk
        raise Unusual from error
    return count


def _events(paths: Iterable[Path], reader: Reader, *, again: bool = False) -> Iterator[Event]:
    """The events of files one by one; `again`: what they declare is known already."""
    for path in paths:
        try:
            for tree, where in parts(str(path), lines(path)):
                if where is not None:
                    yield reader.event(tree, where)
                elif not again:
                    reader.declare(tree)
        except (OSError, ValueError, FieldError, DateError) as error:
            raise Unusual from error
