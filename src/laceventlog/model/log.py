"""`EventLog`: an immutable collection of events with their sources, in the order they were read."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar

import attrs

from ..dates import When
from ..errors import FieldError, UsageError, did_you_mean
from .event import Event, read_kind
from .fields import fact_of
from .graph import circles, graph_of
from .index import Days, Ordered, Windows, ordered, windows
from .places.countries import read_country
from .statement import Source, to_status
from .statuses.parser import read_status
from .statuses.status import Status
from .suggestions import suggested_events
from .values import Fact, all_of, as_day, as_list, name_fields, named, shown, to_when, trusted

T = TypeVar("T")
INDEXED = ("countries", "kind", "status", "tags")


ONE_WAY = ("after", "part_of")
"""The links that may not be circular."""


def to_events(values: Iterable[Event]) -> tuple[Event, ...]:
    """The events of a log.

    Raises:
        FieldError: S003.
    """
    return all_of(Event, values, "Event(…), or load('events') for files")


def to_sources(sources: Mapping[str, Source] | Iterable[Source]) -> Mapping[str, Source]:
    """Sources by their ids."""
    found = all_of(
        Source, tuple(sources.values()) if isinstance(sources, Mapping) else sources, "Source('id', 'title')"
    )
    if isinstance(sources, Mapping):
        for key, source in sources.items():
            if key != source.id:
                raise FieldError("L003", f"{key!r} names the source {source.id!r}", "use its id")
    return _merged(found)


def _merged(sources: Iterable[Source]) -> Mapping[str, Source]:
    """Sources by id; several with one id have to be equal."""
    known: dict[str, Source] = {}
    for source in sources:
        if known.setdefault(source.id, source) != source:
            raise FieldError("L003", f"two sources have the id '{source.id}'", "give one another id")
    return MappingProxyType(known)


@attrs.frozen(repr=False, field_transformer=name_fields)
class EventLog:
    """All events of one or more files, in the order they were read. Every method gives a new log or a plain answer.

    Attributes:
        events: the events; their ids are unique, and their links lead to each other.
        sources: those that are declared, by id or as a list, and all that a statement cites.

    Raises:
        FieldError: what event files could not state: an id twice (L001), a link to an unknown event (L002) or to the
            event itself (L004), circular links (L005), two sources with one id (L003).

    >>> from laceventlog import Event, EventLog, Statement
    >>> statement = Statement(status="planned", when="2025")
    >>> EventLog([Event(id="forum", title="Business forum", history=[statement])])
    EventLog(1 event, 2025, 0 sources)
    """

    events: tuple[Event, ...] = attrs.field(default=(), converter=to_events)
    sources: Mapping[str, Source] = attrs.field(factory=dict, converter=to_sources, hash=False)
    _index: Mapping[str, Event] = attrs.field(init=False, eq=False)
    _kept: dict[Any, Any] = attrs.field(init=False, factory=dict, eq=False)
    """Results computed on first use: see `_once`."""

    @_index.default
    def _make_index(self) -> Mapping[str, Event]:
        return MappingProxyType({event.id: event for event in self.events})

    def __attrs_post_init__(self) -> None:
        """Add the cited sources, and check ids and links."""
        cited = (*self.sources.values(), *_cited(self.events))
        object.__setattr__(self, "sources", named(_merged, cited, EventLog, "sources"))
        _check_ids(self)
        _check_links(self)

    @classmethod
    def trusted(cls, events: Iterable[Event], sources: Mapping[str, Source] = MappingProxyType({})) -> EventLog:
        """A log, or a part of one, whose ids and links were checked already; links may lead out of a part."""
        events = tuple(events)
        missing = {source.id: source for source in _cited(events) if source.id not in sources}
        return trusted(cls, events=events, sources=MappingProxyType({**sources, **missing}))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle and copy the events and sources; indexes are rebuilt."""
        return EventLog.trusted, (self.events, dict(self.sources))

    def __repr__(self) -> str:
        """The numbers of events and sources, and the years they span."""
        years = sorted({day.year for e in self.events for day in (e.when.earliest, e.when.latest) if day})
        span = [str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"] if years else []
        return f"EventLog({', '.join([_count(self.events, 'event'), *span, _count(self.sources, 'source')])})"

    def _once(self, key: Any, make: Callable[[], T]) -> T:
        """The result of `make`, computed on first use: a log does not change."""
        if key not in self._kept:
            self._kept[key] = make()
        found: T = self._kept[key]
        return found

    def __iter__(self) -> Iterator[Event]:
        """The events, in the order they were read."""
        return iter(self.events)

    def __len__(self) -> int:
        """The number of events."""
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
        """The event with this id, or the only one whose id begins with it.

        Raises:
            UsageError: none or several.
        """
        if not isinstance(prefix, str):
            raise UsageError(f"EventLog.find: {shown(prefix)} is not an id: write text")
        if prefix in self._index:
            return self._index[prefix]
        matches = [event for event in self.events if event.id.startswith(prefix)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            more = f" and {len(matches) - 8} more" if len(matches) > 8 else ""
            raise UsageError(f"'{prefix}' begins several ids: {', '.join(e.id for e in matches[:8])}{more}")
        raise UsageError(f"there is no event '{prefix}': {_hint(suggested_events(prefix, self.events))}")

    def filter(
        self,
        *,
        countries: Iterable[str] = (),
        kinds: Iterable[str] = (),
        statuses: Iterable[Status | str] = (),
        tags: Iterable[str] = (),
        parties: Iterable[str] = (),
        during: When | date | str | None = None,
    ) -> EventLog:
        """The events that match at least one value of every filter given.

        Args:
            countries: ISO 3166-1 codes, or names.
            kinds: words of kinds.
            statuses: current statuses, or words for them.
            tags: whole tags.
            parties: parts of a party's name, in any case.
            during: a date; keeps events that may share a day with it, and drops undated ones.

        Links may lead out of the result; `closed` drops these.

        Raises:
            UsageError: a value that is unknown, or a tag or party that no event has.
            FieldError: `during` is not a date.
        """
        wanted = (
            _wanted("countries", countries, read_country),
            _wanted("kinds", kinds, lambda word: read_kind(word).kind),
            _wanted("statuses", statuses, read_status, to_status),
            _wanted("tags", tags, self._known_tag),
        )
        names = tuple(_wanted("parties", parties, self._known_party))
        period = named(to_when, during, EventLog, "during")
        candidates = self._candidates(dict(zip(INDEXED, wanted, strict=True)))
        return self.part(e for e in candidates if _matches(e, *wanted, names) and _touches(e, period))

    def _candidates(self, wanted: Mapping[str, frozenset[Any]]) -> Iterable[Event]:
        """The events, in order, that pass the most selective of the filters."""
        found = [
            sorted({index for value in values for index in self._positions(name).get(value, ())})
            for name, values in wanted.items()
            if values
        ]
        return (self.events[index] for index in min(found, key=len)) if found else self.events

    def _positions(self, name: str) -> Mapping[Any, Sequence[int]]:
        """The positions of the events that have each value of a field."""

        def make() -> Mapping[Any, Sequence[int]]:
            positions: dict[Any, array[int]] = {}
            for index, event in enumerate(self.events):
                value = getattr(event, name, None) or ()
                for each in (value,) if isinstance(value, str) else value:
                    positions.setdefault(each, array("l")).append(index)
            return positions

        return self._once(("values", name), make)

    def ordered(self, day: Callable[[Event], date | None]) -> Ordered[Event]:
        """The events sorted by the day that `day` gives for each; computed once."""
        return self._once(("ordered", day), lambda: ordered(self.events, day))

    def windows(self, days: Callable[[Event], Days | None]) -> Windows[Event]:
        """The events indexed by the first and last day that `days` gives for each; computed once."""
        return self._once(("windows", days), lambda: windows(self.events, days))

    def between(self, first: date, last: date) -> Iterator[Event]:
        """The events that may fall on a day from `first` to `last`, both included, sorted by their first day.

        Undated events are left out. The first call sorts the events; each call takes O(log n) per run of neighbours it
        finds.

        Raises:
            UsageError: one is not a date, or `last` is before `first`.
        """
        begin, end = as_day(first, "first"), as_day(last, "last")
        if end < begin:
            raise UsageError(f"EventLog.between: {end} is before {begin}: swap them")
        return self.windows(_dated).touching(begin, end)

    def as_of(self, day: date) -> EventLog:
        """The log as it was known by the end of `day`: only statements certainly made by then."""
        day = as_day(day, "day")
        known = (event.as_of(day) for event in self.events)
        return self.part(event for event in known if event is not None).closed()

    def cited(self) -> dict[str, Source]:
        """The sources that a statement cites, by id."""
        cited = {s.source.source.id for event in self.events for s in event.history if s.source}
        return {key: source for key, source in self.sources.items() if key in cited}

    def closed(self) -> EventLog:
        """The log without links that lead out of it, and without sources that nothing cites."""
        sources = self.cited()
        return EventLog.trusted((event.linked_within(self._index) for event in self.events), sources)

    def part(self, events: Iterable[Event]) -> EventLog:
        """Some of the events, with all sources; links may lead out of the part."""
        return EventLog.trusted(events, self.sources)

    def values(self, name: str) -> tuple[str, ...]:
        """Every value of a text field that occurs, sorted: the values a filter accepts.

        Raises:
            UsageError: not the name of such a field.
        """
        kinds = dict.fromkeys((Event, *map(type, self.events)))
        known = dict.fromkeys((*INDEXED, *(each for cls in kinds for each in text_fields(cls))))
        if name not in list(known):
            raise UsageError(f"EventLog.values: no field {name!r} holds text: {did_you_mean(str(name), known)}")
        return tuple(sorted(self._positions(name)))

    def _known_tag(self, tag: str) -> str:
        """A tag that some event has."""
        if tag not in self._positions("tags"):
            hint = did_you_mean(tag, self.values("tags")) if self._positions("tags") else "no event has tags"
            raise FieldError("S001", f"no event has the tag '{tag}'", hint)
        return tag

    def _known_party(self, name: str) -> str:
        """Part of the name of a party that some event has, in small letters."""
        if not any(name.casefold() in party.casefold() for party in self._positions("parties")):
            near = did_you_mean(name, self.values("parties"), "see 'laceventlog list --format json'")
            raise FieldError("S001", f"no event has a party '{name}'", near)
        return name.casefold()


def text_fields(cls: type[Event]) -> list[str]:
    """The names of the fields of a kind that hold text."""
    return [field.name for field in attrs.fields(cls) if (fact := fact_of(field)) and fact.convert is None]


def _wanted(
    name: str, values: Iterable[Any], read: Callable[[str], Any], convert: Callable[[Any], Any] | None = None
) -> frozenset[Any]:
    """The values of one filter.

    Raises:
        UsageError: text for a list, or a value that is unknown.
    """
    fact = Fact(read, many=True, convert=convert)
    try:
        return frozenset(fact.accept_one(value) for value in as_list(values, ordered=False))
    except FieldError as error:
        raise UsageError(f"{name}: {error.message}: {error.hint}") from None


def _count(things: Collection[Any], noun: str) -> str:
    return f"{len(things):,} {noun}{'' if len(things) == 1 else 's'}"


def _cited(events: Iterable[Event]) -> Iterator[Source]:
    return (said.source.source for event in events for said in event.history if said.source)


def _check_ids(log: EventLog) -> None:
    if len(log._index) != len(log.events):  # noqa: SLF001 - its own
        counted = Counter(event.id for event in log.events)
        twice = next(key for key, number in counted.items() if number > 1)
        raise FieldError("L001", f"EventLog.events: two events have the id '{twice}'", "give one another id")


def _check_links(log: EventLog) -> None:
    for event in log.events:
        for name, targets in event.links().items():
            for target in targets:
                if target == event.id:
                    raise FieldError("L004", f"EventLog.events: '{event.id}' links to itself in '{name}'", "remove it")
                if target not in log:
                    hint = did_you_mean(target, [e.id for e in log], "add that event, or remove the link")
                    raise FieldError("L002", f"EventLog.events: '{event.id}' links to '{target}' in '{name}'", hint)
    for name in ONE_WAY:
        for circle in circles(graph_of(log, name)):
            members = ", ".join(circle)
            raise FieldError("L005", f"EventLog.events: circular '{name}' links: {members}", "remove one of them")


def _hint(likely: Sequence[Event]) -> str:
    """The remedy for an unknown id."""
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
    """Whether the two may share a day, by their outer bounds: whatever `overlaps` does not rule out."""
    when = event.when
    if during is None:
        return True
    if when.is_unscheduled or during.is_unscheduled:
        return False
    return not _ends_before(when, during) and not _ends_before(during, when)


def _ends_before(one: When, other: When) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest
