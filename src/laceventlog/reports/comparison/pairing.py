"""Pairs the statements of two versions of a history: kept, edited in place, removed and appended.

A statement is kept if all of it is the same. If both versions leave the day it was said to the source, another day of
publication changes the source, not the statement. A statement was edited if the new version has one of the same day
and source, or one with the same status and date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping

import attrs

from ...model import Statement
from ...model.history import said_order

AS_SOURCE = "on the day its source was published"


@attrs.frozen
class Pairing:
    """Statements by their change, in the order they were said; `kept` and `edited` are pairs of old and new."""

    kept: tuple[tuple[Statement, Statement], ...] = ()
    edited: tuple[tuple[Statement, Statement], ...] = ()
    removed: tuple[Statement, ...] = ()
    appended: tuple[Statement, ...] = ()


@attrs.frozen
class Keys:
    """Keys that statements are paired by; `sources` maps old ids of sources to new ones."""

    sources: Mapping[str, str] = attrs.field(factory=dict)

    def whole(self, statement: Statement) -> Hashable:
        """All its fields."""
        return statement.said, self._rest(statement)

    def implied(self, statement: Statement) -> Hashable:
        """All its fields, with the day left to its source if that has it."""
        return said_or_implied(statement), self._rest(statement)

    def place(self, statement: Statement) -> Hashable:
        """Source and day."""
        return said_or_implied(statement), self.cited(statement)

    def claim(self, statement: Statement) -> Hashable:
        """Source, status and date."""
        return statement.status, statement.when, self.cited(statement)

    def content(self, statement: Statement) -> Hashable:
        """Status and date."""
        return statement.status, statement.when

    def cited(self, statement: Statement) -> Hashable:
        """Source and locator."""
        cited = statement.source
        return (self.sources.get(cited.source.id, cited.source.id), cited.at) if cited else None

    def _rest(self, statement: Statement) -> Hashable:
        marks = statement.reason, statement.quote, statement.correction
        return statement.status, statement.when, self.cited(statement), marks


def said_or_implied(statement: Statement) -> Hashable:
    """The day it was said, or a mark that its source has it."""
    implied = statement.source.source.published if statement.source else None
    return AS_SOURCE if statement.said and statement.said == implied else statement.said


Key = Callable[[Keys, Statement], Hashable]
SAME = (Keys.whole, Keys.implied)
EDITED = (Keys.place, Keys.claim, Keys.content)
Placed = tuple[int, Statement]
Buckets = dict[Hashable, list[Placed]]


def pair(old: Iterable[Statement], new: Iterable[Statement], sources: Mapping[str, str]) -> Pairing:
    """Pairs the statements of one history; their order in the files does not matter."""
    keys = Keys(sources)
    olds, news = (list(enumerate(sorted(each, key=said_order))) for each in (old, new))
    kept, olds, news = _matched(olds, news, keys, SAME)
    edited, olds, news = _matched(olds, news, keys, EDITED)
    return Pairing(tuple(kept), tuple(edited), tuple(s for _, s in olds), tuple(s for _, s in news))


def _matched(
    olds: list[Placed], news: list[Placed], keys: Keys, by: Iterable[Key]
) -> tuple[list[tuple[Statement, Statement]], list[Placed], list[Placed]]:
    """Pairs with the same first key, then with the same second key ...; and the rest of both sides."""
    pairs: list[tuple[Statement, Statement]] = []
    for key in by:
        if not (olds and news):
            break
        before, after = _buckets(olds, keys, key), _buckets(news, Keys(), key)
        for value in before:
            pairs += [(o, n) for (_, o), (_, n) in zip(before[value], after.get(value, ()), strict=False)]
        olds, news = _unpaired(before, after), _unpaired(after, before)
    return sorted(pairs, key=lambda both: said_order(both[0])), olds, news


def _buckets(placed: Iterable[Placed], keys: Keys, key: Key) -> Buckets:
    """Statements by key; those of one key are sorted by content, so that both directions give the same pairs."""
    found: Buckets = defaultdict(list)
    for place, statement in placed:
        found[key(keys, statement)].append((place, statement))
    for bucket in found.values():
        bucket.sort(key=lambda each: _content(each[1]))
    return dict(found)


def _content(statement: Statement) -> tuple[bool, str, str, str, str]:
    notation = statement.when.notation if statement.when else ""
    return statement.correction, statement.status, notation, statement.reason, statement.quote


def _unpaired(mine: Buckets, theirs: Buckets) -> list[Placed]:
    """Statements without a partner, in the order they were said."""
    return sorted(
        (each for key, bucket in mine.items() for each in bucket[len(theirs.get(key, ())) :]), key=lambda each: each[0]
    )
