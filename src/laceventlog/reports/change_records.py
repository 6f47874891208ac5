"""Changes between two versions of a log as plain values for machines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..dates import When
from ..model import Event
from .comparison.diff import Change, ChangeKind, Difference, Edit
from .said_records import shift_record, statement_record
from .state_change import InForce, Shift


def change_records(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """One dict a change; `shift` has status and date before and after, where they are what the change is about."""
    return [_record(change) for change in changes]


def _record(change: Change) -> dict[str, Any]:
    subject, was, shift = change.subject, change.was, stands(change)
    return {
        "change": str(change.kind),
        "heading": str(change.heading),
        "of": "event" if isinstance(subject, Event) else "source",
        "id": subject.id,
        "old_id": was.id if was else None,
        "title": subject.title,
        "shift": shift_record(shift) if shift else None,
        "statement": statement_record(change.statement) if change.statement else None,
        "overtaken": change.overtaken,
        "rewritten": [_edit(edit) for edit in change.edits],
        "fields": [_difference(each) for each in change.facts],
    }


def stands(change: Change) -> Shift | None:
    """What a change moved; of an event added or dropped what stands, or stood, in the whole."""
    if isinstance(change.subject, Event) and change.kind in (ChangeKind.ADDED, ChangeKind.DROPPED):
        return Shift(None, InForce.now(change.subject))
    return change.shift


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "old": statement_record(edit.old),
        "new": statement_record(edit.new) if edit.new else None,
        "fields": [_difference(each) for each in edit.differences],
    }


def _difference(each: Difference) -> dict[str, Any]:
    return {"field": each.field, "old": _plain(each.old), "new": _plain(each.new)}


def _plain(value: Any) -> Any:
    if isinstance(value, When):
        return value.notation
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, bool | int | str) else str(value)
