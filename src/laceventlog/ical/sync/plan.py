"""From the items that stand somewhere to those of the log: what has to be done, and what was.

What carries no seal of ours is left alone. What carries one and was changed since is a conflict: it is kept and
told, unless it is to be forced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

import attrs

from ..writer.options import Options
from .items import Item, file_name, in_namespace

CHANGED = "somebody else changed it"
FOREIGN = "somebody else put it there"
GONE = "it is gone from the log, but somebody else changed it"


class Act(StrEnum):
    """What is done with one item."""

    CREATE = "create"
    CHANGE = "change"
    SAME = "same"
    REMOVE = "remove"
    CONFLICT = "conflict"


@attrs.frozen
class Found:
    """An item where it stands: its place, and the entity tag of a server (RFC 9110 §8.8.3)."""

    place: str
    item: Item
    etag: str = ""


@attrs.frozen
class Step:
    """One item: what is done with it, where, with which bytes, in place of what; of a conflict, the reason."""

    act: Act
    uid: str
    place: str
    data: bytes = attrs.field(default=b"", repr=False)
    old: Found | None = None
    reason: str = ""

    def refused(self, reason: str) -> Step:
        """The same, kept as it stands."""
        return attrs.evolve(self, act=Act.CONFLICT, reason=reason)


@attrs.frozen
class Counts:
    """What became of the items; each conflict was kept as it stands."""

    created: int
    changed: int
    same: int
    removed: int
    conflicts: tuple[Step, ...] = ()
    steps: tuple[Step, ...] = attrs.field(default=(), repr=False)

    @classmethod
    def of(cls, steps: Iterable[Step]) -> Counts:
        """The counts of what was done."""
        done = tuple(steps)
        number = Counter(step.act for step in done)
        conflicts = tuple(step for step in done if step.act is Act.CONFLICT)
        return cls(number[Act.CREATE], number[Act.CHANGE], number[Act.SAME], number[Act.REMOVE], conflicts, done)

    def __str__(self) -> str:
        """All five numbers, in one line."""
        return (
            f"created {self.created}, changed {self.changed}, same {self.same}, removed {self.removed}, "
            f"conflicts {len(self.conflicts)}"
        )


def plan(wanted: Mapping[str, Item], found: Mapping[str, Found], options: Options, *, force: bool) -> Iterator[Step]:
    """What leads from the items that stand there to the wanted ones, both by UID; first what is new or changed."""
    for uid, item in wanted.items():
        yield _for_wanted(item, found.get(uid), force=force)
    for uid, old in found.items():
        if uid not in wanted and old.item.is_ours and in_namespace(old.item, options):
            step = Step(Act.REMOVE, uid, old.place, old=old)
            yield step if old.item.is_untouched or force else step.refused(GONE)


def _for_wanted(item: Item, old: Found | None, *, force: bool) -> Step:
    if old is None:
        return Step(Act.CREATE, item.uid, file_name(item.uid), item.data)
    step = Step(Act.CHANGE, item.uid, old.place, item.data, old)
    if old.item.digest == item.digest:
        return attrs.evolve(step, act=Act.SAME)
    if old.item.is_untouched or force:
        return step
    return step.refused(CHANGED if old.item.is_ours else FOREIGN)
