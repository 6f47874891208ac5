"""The steps from the items that a folder or server holds to those of the log, and the outcome of these steps.

An item without our seal is left alone. One that was changed since we wrote it is a conflict: it is kept and reported,
unless the change is forced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

import attrs

from ..writer.options import Options
from .items import Item, file_name, in_namespace

CHANGED = "others changed it"
FOREIGN = "others put it there"
GONE = "gone from the log, but others changed it"


class Action(StrEnum):
    """An action on one item."""

    CREATE = "create"
    CHANGE = "change"
    SAME = "same"
    REMOVE = "remove"
    CONFLICT = "conflict"


@attrs.frozen
class StoredItem:
    """An item in a folder or on a server: its file name or path, and the entity tag of a server (RFC 9110 §8.8.3)."""

    place: str
    item: Item
    etag: str = ""


@attrs.frozen
class Step:
    """One item and its action.

    Attributes:
        action: the action.
        uid: the UID of the item.
        place: its file name or path.
        data: the bytes to write.
        old: the item that is replaced or removed.
        reason: why it is a conflict.
    """

    action: Action
    uid: str
    place: str
    data: bytes = attrs.field(default=b"", repr=False)
    old: StoredItem | None = None
    reason: str = ""

    def refused(self, reason: str) -> Step:
        """The same as a conflict."""
        return attrs.evolve(self, action=Action.CONFLICT, reason=reason)


@attrs.frozen
class SyncCounts:
    """The result of a synchronisation.

    Attributes:
        created: new items.
        changed: items written over.
        same: items left as they were.
        removed: items of events that are gone.
        conflicts: items kept because others changed them.
        steps: every step, in order.
    """

    created: int
    changed: int
    same: int
    removed: int
    conflicts: tuple[Step, ...] = ()
    steps: tuple[Step, ...] = attrs.field(default=(), repr=False)

    @classmethod
    def of(cls, steps: Iterable[Step]) -> SyncCounts:
        """The counts of these steps."""
        done = tuple(steps)
        number = Counter(step.action for step in done)
        conflicts = tuple(step for step in done if step.action is Action.CONFLICT)
        created, changed, same, removed = (number[Action(name)] for name in ("create", "change", "same", "remove"))
        return cls(created, changed, same, removed, conflicts, done)

    def __str__(self) -> str:
        """All five numbers, in one line."""
        return (
            f"created {self.created}, changed {self.changed}, same {self.same}, removed {self.removed}, "
            f"conflicts {len(self.conflicts)}"
        )


def plan(
    wanted: Mapping[str, Item], stored: Mapping[str, StoredItem], options: Options, *, force: bool
) -> Iterator[Step]:
    """The steps from the stored items to the wanted ones, both by UID; removals last."""
    for uid, item in wanted.items():
        yield _step(item, stored.get(uid), force=force)
    for uid, old in stored.items():
        if uid not in wanted and old.item.is_ours and in_namespace(old.item, options):
            step = Step(Action.REMOVE, uid, old.place, old=old)
            yield step if old.item.is_untouched or force else step.refused(GONE)


def _step(item: Item, old: StoredItem | None, *, force: bool) -> Step:
    if old is None:
        return Step(Action.CREATE, item.uid, file_name(item.uid), item.data)
    step = Step(Action.CHANGE, item.uid, old.place, item.data, old)
    if old.item.digest == item.digest:
        return attrs.evolve(step, action=Action.SAME)
    if old.item.is_untouched or force:
        return step
    return step.refused(CHANGED if old.item.is_ours else FOREIGN)
