"""The calendar in a collection of a CalDAV server (RFC 4791), written by difference.

Items that the server already holds are not sent again. Every write is conditional: a new item only where there is none,
a changed one only in place of the one that was seen. So another run finishes one that broke off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

import attrs

from ...errors import UsageError
from ...model import EventLog
from ...progress import watched
from ..writer.options import DEFAULT, Options
from .caldav_client import Account, Collection, DavError, connected
from .items import Item, items, read_item
from .plan import CHANGED, FOREIGN, Action, Step, StoredItem, SyncCounts, plan

OF_THE_ITEM = {400, 409, 413, 415, 422}
"""HTTP statuses that refuse one item; the server may take the next."""
ANONYMOUS = Account()


def publish(
    log: EventLog, url: str, options: Options = DEFAULT, account: Account = ANONYMOUS, *,
    force: bool = False, dry_run: bool = False,
) -> SyncCounts:  # fmt: skip
    """Make a CalDAV collection (RFC 4791) hold the calendar of the log.

    Items of others are left alone. An item that was changed since it was published is a conflict and kept, unless
    `force`. With `dry_run` nothing is written, and the counts say what would be done.

    Args:
        log: the events.
        url: the address of the collection; it has to exist.
        options: how the entries are written.
        account: user, password, and seconds to wait for an answer.
        force: whether to write over conflicts.
        dry_run: whether to change nothing.

    Raises:
        UsageError: a text holds a control character, the address is invalid, or the server refuses or cannot be
            reached; items written until then stay, and another run continues from there.
    """
    wanted = items(log, options)
    with connected(url, account) as collection:
        _refuse_unknown(wanted.values(), collection.components(), collection.url)
        steps = list(plan(wanted, _stored(collection), options, force=force))
        return SyncCounts.of(steps if dry_run else _all_done(collection, steps))


def _refuse_unknown(wanted: Iterable[Item], taken: set[str], url: str) -> None:
    """Raise for an item of a kind that the calendar does not take."""
    for item in wanted:
        name = next(each for each in ("VTODO", "VJOURNAL", "VEVENT") if f"BEGIN:{each}\r\n".encode() in item.data)
        if taken and name not in taken:
            other = "--tasks event" if name == "VTODO" else "another calendar"
            raise UsageError(f"{url}: this calendar does not accept {name}: use {other}")


def _stored(collection: Collection) -> dict[str, StoredItem]:
    """The items of the collection by UID."""
    resources = ((resource, read_item(resource.data)) for resource in collection.all())
    return {item.uid: StoredItem(resource.path, item, resource.etag) for resource, item in resources if item}


def _all_done(collection: Collection, steps: list[Step]) -> Iterator[Step]:
    for number, step in enumerate(watched(steps, "publishing")):
        try:
            yield _done(collection, step)
        except DavError as error:
            where = f"at {step.uid}, {number} of {len(steps)} done"
            raise DavError(collection.url, f"{error.message} ({where})", error.status) from None


def _done(collection: Collection, step: Step) -> Step:
    """The step, once done; a conflict if the item changed after planning."""
    etag = step.old.etag if step.old else ""
    if step.action in (Action.CHANGE, Action.REMOVE) and not etag:
        return step.refused("the server gives it no entity tag, so it cannot be replaced safely")
    path = collection.path_for(step.place) if step.action is Action.CREATE else step.place
    step = attrs.evolve(step, place=path)
    if step.action in (Action.CREATE, Action.CHANGE):
        return _tried(collection, step, partial(collection.put, path, step.data, etag))
    if step.action is Action.REMOVE:
        return _tried(collection, step, partial(collection.delete, path, etag))
    return step


def _tried(collection: Collection, step: Step, write: partial[None]) -> Step:
    try:
        write()
    except DavError as error:
        if error.status == 412:
            return _read_again(collection, step)
        if error.status in OF_THE_ITEM:
            return step.refused(error.message)
        raise
    return step


def _read_again(collection: Collection, step: Step) -> Step:
    """The item changed after planning; not a conflict if it is this very item, from a run whose answer was lost."""
    now, ours = read_item(collection.get(step.place)), read_item(step.data)
    if now and ours and now.digest == ours.digest:
        return attrs.evolve(step, action=Action.SAME)
    return step.refused(CHANGED if step.old else FOREIGN)
