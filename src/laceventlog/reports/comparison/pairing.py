"""Two versions of one history: which statements were kept, edited in place, removed and appended.

A statement is the same when all of it is the same. Where both versions leave it to the source to tell when it was
said, another day of publication is a change of the source and not of the statement. It was edited where another now
stands under the same day and source, or says the same (status and date) under others.
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
    """What became of the statements; `kept` and `edited` are pairs of old and new, all in the order of saying."""

    kept: tuple[tuple[Statement, Statement], ...] = ()
    edited: tuple[tuple[Statement, Statement], ...] = ()
    removed: tuple[Statement, ...] = ()
    appended: tuple[Statement, ...] = ()


@attrs.frozen
class Keys:
    """What makes a statement the same; `sources` leads from old ids of sources to new ones."""

    sources: Mapping[str, str] = attrs.field(factory=dict)

    def whole(self, statement: Statement) -> Hashable:
        """All of it."""
        return statement.said, self._rest(statement)

    def implied(self, statement: Statement) -> Hashable:
        """All of it, the day left to its source where the source tells it."""
        return said_or_implied(statement), self._rest(statement)

    def place(self, statement: Statement) -> Hashable:
        """Who said it, and when."""
        return said_or_implied(statement), self.cited(statement)

    def claim(self, statement: Statement) -> Hashable:
        """Who said it, and what."""
        return statement.status, statement.when, self.cited(statement)

    def content(self, statement: Statement) -> Hashable:
        """What was said alone."""
        return statement.status, statement.when

    def cited(self, statement: Statement) -> Hashable:
        """The place in a source."""
        cited = statement.source
        return (self.sources.get(cited.source.id, cited.source.id), cited.at) if cited else None

    def _rest(self, statement: Statement) -> Hashable:
        marks = statement.reason, statement.quote, statement.correction
        return statement.status, statement.when, self.cited(statement), marks


def said_or_implied(statement: Statement) -> Hashable:
    """The day it was said, or that this is left to its source."""
    implied = statement.source.source.published if statement.source else None
    return AS_SOURCE if statement.said and statement.said == implied else statement.said


Way = Callable[[Keys, Statement], Hashable]
SAME = (Keys.whole, Keys.implied)
EDITED = (Keys.place, Keys.claim, Keys.content)
Placed = tuple[int, Statement]
Buckets = dict[Hashable, list[Placed]]


def pair(old: Iterable[Statement], new: Iterable[Statement], sources: Mapping[str, str]) -> Pairing:
    """What became of the statements of one history; the order in the files does not matter."""
    keys = Keys(sources)
    olds, news = (list(enumerate(sorted(each, key=said_order))) for each in (old, new))
    kept, olds, news = _matched(olds, news, keys, SAME)
    edited, olds, news = _matched(olds, news, keys, EDITED)
    return Pairing(tuple(kept), tuple(edited), tuple(s for _, s in olds), tuple(s for _, s in news))


def _matched(
    olds: list[Placed], news: list[Placed], keys: Keys, ways: Iterable[Way]
) -> tuple[list[tuple[Statement, Statement]], list[Placed], list[Placed]]:
    """Pairs that are the same in the first of some ways, else in the next; and what is left of both sides."""
    pairs: list[tuple[Statement, Statement]] = []
    for way in ways:
        if not (olds and news):
            break
        before, after = _buckets(olds, keys, way), _buckets(news, Keys(), way)
        for key in before:
            pairs += [(o, n) for (_, o), (_, n) in zip(before[key], after.get(key, ()), strict=False)]
        olds, news = _unpaired(before, after), _unpaired(after, before)
    return sorted(pairs, key=lambda both: said_order(both[0])), olds, news


def _buckets(placed: Iterable[Placed], keys: Keys, way: Way) -> Buckets:
    """Statements by a key; under one key by what they say, so that both directions pair the same ones."""
    found: Buckets = defaultdict(list)
    for place, statement in placed:
        found[way(keys, statement)].append((place, statement))
    for bucket in found.values():
        bucket.sort(key=lambda each: _content(each[1]))
    return dict(found)


def _content(statement: Statement) -> tuple[bool, str, str, str, str]:
    notation = statement.when.notation if statement.when else ""
    return statement.correction, statement.status, notation, statement.reason, statement.quote


def _unpaired(mine: Buckets, theirs: Buckets) -> list[Placed]:
    """What has no partner, in the order of saying."""
    return sorted(
        (each for key, bucket in mine.items() for each in bucket[len(theirs.get(key, ())) :]), key=lambda each: each[0]
    )
