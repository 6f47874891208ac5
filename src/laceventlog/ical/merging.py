"""Merging a calendar into a log: an unknown entry becomes an event, a change a statement; nothing is taken back.

An entry is known by its UID, which the note of its event keeps, else by its id. Of an event that laceventlog wrote
whole, every missing statement is added. Of any other entry, status and date count, unless the log holds a later
statement.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import attrs

from ..errors import UsageError
from ..model import Event, EventLog, Source, Statement
from ..model.history import said_order
from .event_ids import free_id
from .reader.calendar import ImportedCalendar
from .reader.component import uid_of


@attrs.frozen
class MergedLog:
    """A log with calendars merged into it, and what that changed.

    Attributes:
        log: the log; new events are last, new statements last in their histories.
        new: ids of events that were not there.
        changed: ids of events with new statements.
        same: how many entries said nothing new.
        skipped: why an entry that says something else was left out, one remark each.
    """

    log: EventLog
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: int = 0
    skipped: tuple[str, ...] = ()


def merge(log: EventLog | MergedLog, calendar: ImportedCalendar, nearby: Collection[Event] = ()) -> MergedLog:
    r"""A log with a calendar merged into it; no statement is changed or removed.

    >>> from laceventlog.ical import read
    >>> merged = merge(EventLog(), read(b"BEGIN:VEVENT\r\nUID:1@example.org\r\nSUMMARY:Summit\r\nEND:VEVENT\r\n"))
    >>> merged.new, merged.log["summit"].title
    (('summit',), 'Summit')

    Args:
        log: the log; or the result of a merge, to add another calendar and its counts.
        calendar: the result of `laceventlog.ical.read`.
        nearby: events of other logs that links may lead to; they are known, and not changed.

    Raises:
        UsageError: the calendar and the log have different sources with one id.
    """
    known = log if isinstance(log, MergedLog) else MergedLog(log)
    sources = _joined(known.log.sources, calendar.log.sources)
    names = _names(known.log, nearby, calendar)
    made = {event.id: event for event in known.log}
    elsewhere = {event.id: event for event in nearby}
    ids = {*made, *elsewhere, *names.values()}
    new, changed = dict.fromkeys(known.new), dict.fromkeys(known.changed)
    skipped, same = list(known.skipped), known.same
    for event in calendar.log:
        key = names[event.id]
        if key not in made and key not in elsewhere:
            made[key] = _renamed(event, names, ids)
            new[key] = None
            continue
        added, remark = _news(made.get(key) or elsewhere[key], event, is_whole=event.id in calendar.whole)
        if added and key not in made:
            added, remark = [], "has changes, but is in another file of this folder: import into that one"
        if added:
            made[key] = attrs.evolve(made[key], history=(*made[key].history, *added))
            changed |= {} if key in new else {key: None}
        skipped += [f"{key}: {remark}"] if remark else []
        same += not added and not remark
    return MergedLog(EventLog.trusted(made.values(), sources), tuple(new), tuple(changed), same, tuple(skipped))


def _joined(known: Mapping[str, Source], found: Mapping[str, Source]) -> dict[str, Source]:
    for key, source in found.items():
        if key in known and known[key] != source:
            raise UsageError(f"the calendar and the log have different sources '{key}'\n  = rename one of them")
    return {**known, **found}


def _names(log: EventLog, nearby: Collection[Event], calendar: ImportedCalendar) -> dict[str, str]:
    """The id in the log of each event of the calendar, new ones included."""
    there = [*log, *nearby]
    by_uid = {uid_of(event.id, event.note): event.id for event in reversed(there)}
    ids = {event.id for event in there}
    used = set(ids)
    names: dict[str, str] = {}
    for event in calendar.log:
        uid = uid_of(event.id, event.note)
        known = event.id if event.id in ids and event.id in calendar.whole else by_uid.get(uid)
        names[event.id] = known or free_id(event.id, "\n".join(uid), used)
        used.add(names[event.id])
    return names


def _renamed(event: Event, names: Mapping[str, str], ids: Collection[str]) -> Event:
    """A new event under its id in the log, with the links that lead to an event there."""
    links = {
        field: tuple(names.get(target, target) for target in targets if names.get(target, target) in ids)
        for field, targets in event.links().items()
    }
    return attrs.evolve(event, id=names[event.id], **links)  # type: ignore[arg-type]  # links are tuples of ids


def _news(known: Event, event: Event, *, is_whole: bool) -> tuple[list[Statement], str]:
    """The statements that are new to an event, or why one that differs is left out."""
    if is_whole:
        return [statement for statement in event.history if statement not in known.history], ""
    *plans, last = sorted(event.history, key=said_order)
    if (last.status, last.when or known.when) == (known.status, known.when):
        return [], ""
    latest = max((s.known_from for s in known.history if s.known_from), default=None)
    if last.known_from is None:
        return [], f"says '{_claim(last)}' on an unknown day; the log says '{_claim(known.state.last)}'"
    if latest and last.known_from < latest:
        return [], f"says '{_claim(last)}' on {last.known_from}; the log has a later statement, of {latest}"
    stated = {(s.status, s.when) for s in known.history}
    return [*(plan for plan in plans if (plan.status, plan.when) not in stated), last], ""


def _claim(statement: Statement) -> str:
    return f"{statement.status} {statement.when or ''}".strip()
