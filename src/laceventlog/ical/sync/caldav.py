"""The calendar in a collection of a CalDAV server, by difference; home of caldav, with its neighbour `publish_dav`.

The server is asked what it holds; what is the same is not sent again. Every write has its condition: a new item only
where there is none, a changed one only in place of what was seen. So a run that broke off is finished by another.
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
from .plan import CHANGED, FOREIGN, Act, Counts, Found, Step, plan

OF_THE_ITEM = {400, 409, 413, 415, 422}
"""Statuses by which a server refuses one item, and may take the next."""
NOBODY = Account()


def publish(
    log: EventLog, url: str, options: Options = DEFAULT, account: Account = NOBODY, *,
    force: bool = False, dry_run: bool = False,
) -> Counts:  # fmt: skip
    """Make the collection at the address hold the calendar of the log, and say what that took.

    What others put there is left alone. What somebody changed since it was published is a conflict and kept, unless
    `force`. With `dry_run` nothing is written, and the counts are what would be done.

    Raises:
        UsageError: a text that no calendar can hold, no address, a server that refuses or cannot be reached; what
            was written until then stays, and another run goes on from there.
    """
    wanted = items(log, options)
    with connected(url, account) as collection:
        _refuse_unknown(wanted.values(), collection.components(), collection.url)
        steps = list(plan(wanted, _found(collection), options, force=force))
        return Counts.of(steps if dry_run else _all_done(collection, steps))


def _refuse_unknown(wanted: Iterable[Item], taken: set[str], url: str) -> None:
    """Tasks are not sent to a calendar that says that it takes none."""
    for item in wanted:
        name = next(each for each in ("VTODO", "VJOURNAL", "VEVENT") if f"BEGIN:{each}\r\n".encode() in item.data)
        if taken and name not in taken:
            other = "--tasks event" if name == "VTODO" else "another calendar"
            raise UsageError(f"{url}: this calendar takes no {name}: use {other}")


def _found(collection: Collection) -> dict[str, Found]:
    """The items of the collection by UID."""
    found = {}
    for kept in collection.all():
        item = read_item(kept.data)
        if item:
            found[item.uid] = Found(kept.path, item, kept.etag)
    return found


def _all_done(collection: Collection, steps: list[Step]) -> Iterator[Step]:
    for number, step in enumerate(watched(steps, "publishing")):
        try:
            yield _done(collection, step)
        except DavError as error:
            where = f"at {step.uid}, {number} of {len(steps)} done"
            raise DavError(collection.url, f"{error.message} ({where})", error.status) from None


def _done(collection: Collection, step: Step) -> Step:
    """The step, once done; or refused, where the server has something else by now."""
    etag = step.old.etag if step.old else ""
    if step.act in (Act.CHANGE, Act.REMOVE) and not etag:
        return step.refused("the server gives it no entity tag, so it cannot be replaced safely")
    path = collection.path_for(step.place) if step.act is Act.CREATE else step.place
    step = attrs.evolve(step, place=path)
    if step.act in (Act.CREATE, Act.CHANGE):
        return _tried(collection, step, partial(collection.put, path, step.data, etag))
    if step.act is Act.REMOVE:
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
    """Somebody was quicker; unless it was this very item, from a run whose answer was lost."""
    now, ours = read_item(collection.get(step.place)), read_item(step.data)
    if now and ours and now.digest == ours.digest:
        return attrs.evolve(step, act=Act.SAME)
    return step.refused(CHANGED if step.old else FOREIGN)
