"""The problems that fields of an event file can have: messages and remedies."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from ..errors import DateError, FieldError, did_you_mean
from ..model import Event, Status
from .field_values import STATEMENT_FIELDS, text_of
from .nodes import key_of, position_of, type_name

NEEDED = {"kind": "add 'kind:'; 'kind: event' always fits", "id": "add 'id:'", "title": "add 'title:'"}
"""The fields every event needs, and how to add them."""
ONE_WAY = {"after": "nothing can come after itself", "part_of": "nothing can be a part of itself"}
"""Links that must not lead back to where they began, and why."""
ELSEWHERE = ("S011", "L002")
"""Problems that another file may solve: an unknown source, a link to an unknown event."""
HINTED = 20
"""Unknown names that get a "did you mean": each costs a scan of all names."""


class FieldProblems:
    """Reports problems at the positions of values and keys; `reported` counts them.

    Every method that reports one raises `NeedsFullParse` if the value has no position.
    """

    def __init__(self) -> None:
        self.reported = self.unknown_sources = self.unknown_links = 0

    def problem(self, value: Any, code: str, message: str, hint: str = "") -> None:
        """Report a problem, unless the value is a placeholder for one already reported."""
        position = position_of(value, code)
        self.reported += 1
        if not position.is_broken:
            position.problem(code, message, hint)

    # -- values

    def refused(self, tree: Any, name: str, error: Exception) -> None:
        """Report a field whose value was refused: at its key if the value is blank."""
        key = key_of(tree, name)
        self._refused(tree[name], error, key, f"'{name}' has no value", "give one, or remove the field")

    def refused_item(self, value: Any, error: Exception) -> None:
        """Report an item of a list that was refused."""
        self._refused(value, error, value, "an item without a value", "give one, or remove the item")

    def _refused(self, value: Any, error: Exception, key: Any, blank: str, remedy: str) -> None:
        if _is_blank(value):
            self.problem(key, "S010", blank, remedy)
        elif isinstance(error, DateError):
            self.reported += 1
            position_of(value, error.code).date_problem(error)
        elif isinstance(error, FieldError):
            self.problem(value, error.code, error.message, error.hint)
        else:
            self._refused(value, _why_not_text(value, error), key, blank, remedy)

    def not_a_mapping(self, value: Any, what: str, hint: str = "") -> None:
        """Report a value that should be a mapping."""
        self.problem(value, "S003", f"{what} is a mapping, not {type_name(value)}", hint)

    def unknown_fields(self, tree: dict[str, Any], known: Collection[str], what: str) -> None:
        """Report the unknown fields of a mapping."""
        for key in tree:
            if key not in known:
                self.problem(key, "S001", f"{what} has no field '{key}'", did_you_mean(key, known))

    # -- events and their statements

    def missing_fields(self, tree: dict[str, Any]) -> None:
        """Report missing fields that every event needs."""
        for name, hint in NEEDED.items():
            if name not in tree:
                self.problem(tree, "S002", f"this event has no {name}", hint)

    def no_status(self, tree: dict[str, Any]) -> None:
        """Report a statement without a status."""
        self.problem(tree, "S002", "no status is given", f"add 'status:', one of {', '.join(Status)}")

    def beside_history(self, tree: dict[str, Any]) -> None:
        """Report the fields of a statement beside a history."""
        for name in STATEMENT_FIELDS:
            if name in tree:
                hint = f"move '{name}' into a statement"
                self.problem(key_of(tree, name), "S009", f"'{name}' beside 'history'", hint)
                if _is_blank(tree[name]):
                    self.refused(tree, name, FieldError("S010", ""))

    def not_a_history(self, tree: dict[str, Any]) -> None:
        """Report a history that is empty or not a list."""
        hint = "write '- {said: …, status: …}'"
        self.refused(tree, "history", FieldError("S003", "a history is a list of statements", hint))

    def not_events(self, tree: dict[str, Any]) -> None:
        """Report `events` that are not a list."""
        events = tree["events"]
        first = next(iter(events), "") if isinstance(events, dict) else ""
        if first.startswith("-"):
            self.problem(first, "S003", "no space after '-'", "write '- id: …'")
        else:
            message = f"'events' is a list, not {type_name(events)}"
            self.refused(tree, "events", FieldError("S003", message, "write '- id: …' below it"))

    def taken_id(self, tree: dict[str, Any], first: Event) -> None:
        """Report an id that another event has."""
        where = f"{first.origin.path}:{first.origin.line}" if first.origin else "elsewhere"
        hint = f"it is the id of the event in {where}; use another one"
        self.problem(tree["id"], "L001", f"the id '{first.id}' is taken", hint)

    # -- sources and links

    def not_sources(self, tree: dict[str, Any]) -> None:
        """Report `sources` that are not a mapping."""
        message = f"'sources' is a mapping, not {type_name(tree['sources'])}"
        self.refused(tree, "sources", FieldError("S003", message, "write 'sources:', below it 'name:'"))

    def declared_twice(self, key: Any, first: Any) -> None:
        """Report a source that the key `first` already declares."""
        position = position_of(first, "L003")
        hint = f"keep one; the first is in {position.file.path}:{position.line}"
        self.problem(key, "L003", f"the source '{key}' is declared twice", hint)

    def unknown_source(self, key: str, known: Iterable[str]) -> FieldError:
        """The error for a citation of an undeclared source."""
        self.unknown_sources += 1
        names = known if self.unknown_sources <= HINTED else ()
        hint = did_you_mean(key, names, "declare it under 'sources:' in any file of the log")
        return FieldError("S011", f"unknown source '{key}'", hint)

    def bad_link(self, owner: str, name: str, at: Any, target: str, ids: Iterable[str]) -> None:
        """Report a link to an unknown event, or to the event itself."""
        self.unknown_links += 1
        if target == owner:
            self.problem(at, "L004", f"'{name}' of '{target}' links to itself", "link to another event")
        else:
            names = ids if self.unknown_links <= HINTED else ()
            hint = did_you_mean(target, names, "use the id of an event in the log")
            self.problem(at, "L002", f"there is no event '{target}'", hint)

    def circle(self, at: Any, name: str, members: Iterable[str]) -> None:
        """Report circular links, at one of them."""
        *names, last = (f"'{key}'" for key in members)
        message = f"circular '{name}' links: {', '.join(names)} and {last}"
        self.problem(at, "L005", message, f"{ONE_WAY[name]}: remove one of these links")


def _is_blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip() and not position_of(value, "S010").is_broken


def _why_not_text(value: Any, error: Exception) -> Exception:
    """The error for a list or a mapping instead of a text: neither is hashable, so the cache raised TypeError."""
    try:
        text_of(value)
    except FieldError as found:
        return found
    raise error
