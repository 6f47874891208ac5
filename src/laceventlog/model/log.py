"""`EventLog`: an immutable collection of events with their sources, in the order they were read."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar

import attrs

from ..dates import When
from ..errors import UsageError
from .event import Event
from .index import Days, Ordered, Windows, ordered, windows
from .statement import Source
from .statuses.status import Status
from .suggestions import meant

T = TypeVar("T")
INDEXED = ("countries", "kind", "status", "tags")


def _by_id(events: Iterable[Event]) -> Mapping[str, Event]:
    return MappingProxyType({event.id: event for event in events})


def _events(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(events)


def _frozen(sources: Mapping[str, Source]) -> Mapping[str, Source]:
    return MappingProxyType(dict(sources))


@attrs.frozen
class EventLog:
    """All events of one or more files. Every method gives a new log or a plain answer.

    `sources` are those that are declared, and all that a statement cites.
    """

    events: tuple[Event, ...] = attrs.field(default=(), converter=_events)
    sources: Mapping[str, Source] = attrs.field(factory=dict, converter=_frozen, hash=False)
    _index: Mapping[str, Event] = attrs.field(init=False, eq=False, repr=False)
    _kept: dict[Any, Any] = attrs.field(init=False, factory=dict, eq=False, repr=False)
    """What was asked for once: see `_once`."""

    @_index.default
    def _make_index(self) -> Mapping[str, Event]:
        return _by_id(self.events)

    def __attrs_post_init__(self) -> None:
        """Know every source that is cited, or a log put together by hand would be written without it."""
        undeclared = {
            said.source.source.id: said.source.source
            for event in self.events
            for said in event.history
            if said.source and said.source.source.id not in self.sources
        }
        if undeclared:
            object.__setattr__(self, "sources", _frozen({**self.sources, **undeclared}))

    def _once(self, key: Any, make: Callable[[], T]) -> T:
        """What `make` gives, made when it is first asked for: a log does not change."""
        if key not in self._kept:
            self._kept[key] = make()
        found: T = self._kept[key]
        return found

    def __iter__(self) -> Iterator[Event]:
        """The events, in the order they were read."""
        return iter(self.events)

    def __len__(self) -> int:
        """How many events there are."""
        return len(self.events)

    def __contains__(self, event_id: object) -> bool:
        """Whether there is an event with this id."""
        return event_id in self._index

    def __getitem__(self, event_id: str) -> Event:
        """The event with this id.

        Raises:
            KeyError: there is none.
        """
        return self._index[event_id]

    def find(self, prefix: str) -> Event:
        """The event with this id, or the only one whose id begins so.

        Raises:
            UsageError: none or several.
        """
        if prefix in self._index:
            return self._index[prefix]
        matches = [event for event in self.events if event.id.startswith(prefix)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            more = f" and {len(matches) - 8} more" if len(matches) > 8 else ""
            raise UsageError(f"'{prefix}' begins several ids: {', '.join(e.id for e in matches[:8])}{more}")
        raise UsageError(f"there is no event '{prefix}': {_hint(meant(prefix, self.events))}")

    def filter(
        self,
        *,
        countries: Iterable[str] = (),
        kinds: Iterable[str] = (),
        statuses: Iterable[Status] = (),
        tags: Iterable[str] = (),
        parties: Iterable[str] = (),
        during: When | None = None,
    ) -> EventLog:
        """The events that match one value of each filter given.

        Args:
            countries: ISO 3166-1 codes.
            kinds: words of kinds.
            statuses: current statuses.
            tags: whole tags.
            parties: parts of a party's name, in any case.
            during: keeps what may have a day in common with it; undated events go.
        """
        wanted = (frozenset(countries), frozenset(kinds), frozenset(statuses), frozenset(tags))
        names = tuple(p.casefold() for p in parties)
        candidates = self._candidates(dict(zip(INDEXED, wanted, strict=True)))
        return self._with(e for e in candidates if _matches(e, *wanted, names) and _touches(e, during))

    def _candidates(self, wanted: Mapping[str, frozenset[Any]]) -> Iterable[Event]:
        """The events, in their order, that one of the filters leaves: of all filters the one that leaves fewest."""
        found = [
            sorted({index for value in values for index in self._positions(name).get(value, ())})
            for name, values in wanted.items()
            if values
        ]
        return (self.events[index] for index in min(found, key=len)) if found else self.events

    def _positions(self, name: str) -> Mapping[Any, Sequence[int]]:
        """For each value of a field, or of a list of values, the positions of the events that have it."""

        def make() -> Mapping[Any, Sequence[int]]:
            positions: dict[Any, array[int]] = {}
            for index, event in enumerate(self.events):
                value = getattr(event, name) or ()
                for each in (value,) if isinstance(value, str) else value:
                    positions.setdefault(each, array("l")).append(index)
            return positions

        return self._once(("values", name), make)

    def ordered(self, day: Callable[[Event], date | None]) -> Ordered[Event]:
        """The events in the order of a day that `day` gives for each; kept for the next time it is asked for."""
        return self._once(("ordered", day), lambda: ordered(self.events, day))

    def windows(self, days: Callable[[Event], Days | None]) -> Windows[Event]:
        """The events by a first and a last day that `days` gives for each; kept for the next time."""
        return self._once(("windows", days), lambda: windows(self.events, days))

    def between(self, first: date, last: date) -> Iterator[Event]:
        """The events that may have a day in common with `first` to `last`, both included, by their first day.

        What has no date is not among them. The first call sorts the events; each takes O(log n) for every stretch of
        neighbours it finds.
        """
        return self.windows(_dated).touching(first, last)

    def as_of(self, day: date) -> EventLog:
        """The log as it was known by the end of `day`; what was not yet said never shows."""
        known = (event.as_of(day) for event in self.events)
        return self._with(event for event in known if event is not None).closed()

    def cited(self) -> dict[str, Source]:
        """The sources that a statement cites, by id."""
        cited = {s.source.source.id for event in self.events for s in event.history if s.source}
        return {key: source for key, source in self.sources.items() if key in cited}

    def closed(self) -> EventLog:
        """The log without what points out of it: links to other events, and sources that nothing cites."""
        sources = self.cited()
        return EventLog(tuple(event.linked_within(self._index) for event in self.events), sources)

    def _with(self, events: Iterable[Event]) -> EventLog:
        return EventLog(tuple(events), self.sources)

    def values(self, name: str) -> tuple[str, ...]:
        """Every value of a text field or list of texts that occurs, sorted: what a filter can ask for."""
        return tuple(sorted(self._positions(name)))


def _hint(likely: Sequence[Event]) -> str:
    """The remedy for an id that is not there."""
    if len(likely) < 2:
        return f"did you mean '{likely[0].id}' ({likely[0].title})?" if likely else "'laceventlog list' shows all ids"
    return "did you mean one of these?" + "".join(f"\n  {event.id}  {event.title}" for event in likely)


def _matches(
    event: Event,
    countries: frozenset[str],
    kinds: frozenset[str],
    statuses: frozenset[Status],
    tags: frozenset[str],
    parties: tuple[str, ...],
) -> bool:
    return (
        (not countries or not countries.isdisjoint(event.countries))
        and (not kinds or event.kind in kinds)
        and (not statuses or event.status in statuses)
        and (not tags or not tags.isdisjoint(event.tags))
        and (not parties or any(name in party.casefold() for name in parties for party in event.parties))
    )


def _dated(event: Event) -> Days | None:
    when = event.when
    return None if when.is_unscheduled else (when.earliest, when.latest)


def _touches(event: Event, during: When | None) -> bool:
    """Whether the two may have a day in common: what `overlaps` does not rule out, asked of the outer bounds alone."""
    when = event.when
    if during is None:
        return True
    if when.is_unscheduled or during.is_unscheduled:
        return False
    return not _ends_before(when, during) and not _ends_before(during, when)


def _ends_before(one: When, other: When) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest
