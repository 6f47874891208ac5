"""Nodes to sources, statements and events; every problem is noted in the file and reading goes on.

Asks the attrs fields of each kind what they take, so that a new kind needs no code here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import attrs

from ..dates import When
from ..errors import DateError, FieldError, did_you_mean
from ..model import Citation, Event, Origin, Source, Statement, Status, read_kind, read_status
from ..model.fields import read_id
from ..model.values import Fact, trusted
from .field_names import EVENT_FIELDS, SOURCE_FIELDS, STATEMENT_FIELDS, TRUTH, all_facts, facts_of
from .nodes import File, Mapping, Node, Scalar, Sequence, is_broken, name_of

T = TypeVar("T")
HINTED = 20
"""Names that lead nowhere whose likely meaning is looked for: each costs a look at all names."""


@attrs.frozen
class Link:
    """An event's pointer to another, for the check that there is such an event."""

    file: File
    owner: str
    field: str
    target: Scalar


class FieldReader:
    """Reads the parts of one file; `links` gathers what has to be checked once all files are read."""

    def __init__(self, file: File, sources: dict[str, Source]) -> None:
        """`sources` are those of all files."""
        self.file, self.sources = file, sources
        self.links: list[Link] = []
        self.unknown_sources = 0

    # -- sources

    def source(self, key: Scalar, node: Node) -> Source | None:
        """One entry of `sources`."""
        mark = len(self.file.problems)
        fields = self.fields(node, SOURCE_FIELDS, "a source")
        values: dict[str, Any] = {
            name: self.text(value) for name, value in fields.items() if name != "published" and value is not None
        }
        if "published" in fields:
            values["published"] = self.date(fields["published"])
        if "title" not in fields:
            self.file.problem(key, "S002", f"the source '{key.text}' has no title", "add 'title:'")
        self.value(key, read_id)
        return trusted(Source, id=key.text, **values) if len(self.file.problems) == mark else None

    # -- events

    def event(self, node: Node) -> Event | None:
        """One item of `events`; None when anything is wrong with it."""
        mark, first_link = len(self.file.problems), len(self.links)
        if isinstance(node, Scalar) and node.is_broken:
            return None
        if not isinstance(node, Mapping):
            self.file.problem(node, "S003", f"an event is a mapping, not {name_of(node)}", "write '- id: …'")
            return None
        kind = self.kind(node)
        facts = facts_of(kind) if kind else all_facts()
        fields = self.fields(node, (*EVENT_FIELDS, *facts), "an event")
        values = {name: self.fact(fields[name], fact) for name, fact in facts.items() if name in fields}
        values |= self.name(node, fields)
        self.note_links(values.get("id"), facts, fields)
        values["history"] = tuple(self.history(node, fields, kind or Event))
        if len(self.file.problems) > mark or kind is None or is_broken(node):
            del self.links[first_link:]
            return None
        return kind.trusted(**values, origin=self.origin(node))

    def name(self, node: Mapping, fields: dict[str, Node]) -> dict[str, str | None]:
        """Id and title, which every event has."""
        for name in ("id", "title"):
            if name not in fields:
                self.file.problem(node, "S002", f"this event has no {name}", f"add '{name}:'")
        return {
            "id": self.value(fields.get("id"), read_id),
            "title": self.text(fields["title"]) if "title" in fields else None,
        }

    def kind(self, node: Mapping) -> type[Event] | None:
        """The class of an event."""
        word = node.get("kind")
        if word is None:
            self.file.problem(node, "S002", "this event has no kind", "add 'kind:'; 'kind: event' always fits")
            return None
        return self.value(word, read_kind)

    def note_links(self, owner: str | None, facts: dict[str, Fact], fields: dict[str, Node]) -> None:
        """Remember where this event points to."""
        for name, fact in facts.items():
            node = fields.get(name)
            if fact.is_link and owner and isinstance(node, Sequence):
                targets = (item for item in node.items if isinstance(item, Scalar))
                self.links.extend(Link(self.file, owner, name, target) for target in targets)

    # -- statements

    def history(self, node: Mapping, fields: dict[str, Node], kind: type[Event]) -> list[Statement]:
        """The statements: those under `history`, or the one that the event itself makes."""
        entries = fields.get("history")
        if entries is None:
            own = {name: fields[name] for name in STATEMENT_FIELDS if name in fields}
            statement = self.statement(node, own, kind.usual_status)
            return [statement] if statement else []
        for name in STATEMENT_FIELDS:
            if name in fields:
                self.file.problem(
                    self.key(node, name),
                    "S009",
                    f"'{name}' beside 'history'",
                    f"move '{name}' into a statement",
                )
        if isinstance(entries, Scalar) and (entries.is_broken or not entries.text.strip()):
            return []
        if not isinstance(entries, Sequence) or not entries.items:
            self.file.problem(entries, "S003", "a history is a list of statements", "write '- {said: …, status: …}'")
            return []
        return [s for item in entries.items if (s := self.history_entry(item, kind))]

    def history_entry(self, node: Node, kind: type[Event]) -> Statement | None:
        """One statement of a history."""
        if isinstance(node, Scalar) and node.is_broken:
            return None
        if not isinstance(node, Mapping):
            self.file.problem(node, "S003", f"a statement is a mapping, not {name_of(node)}", "write {status: …}")
            return None
        return self.statement(node, self.fields(node, STATEMENT_FIELDS, "a statement"), kind.usual_status)

    def statement(self, node: Mapping, fields: dict[str, Node], usual: Status | None) -> Statement | None:
        """A statement out of its fields; what it leaves unsaid about `said` its source says."""
        mark = len(self.file.problems)
        status = self.value(fields.get("status"), read_status) or usual
        if "status" not in fields and usual is None:
            self.file.problem(node, "S002", "no status is given", f"add 'status:', one of {', '.join(Status)}")
        source = self.citation(fields.get("source"))
        said = self.date(fields.get("said")) or (source.source.published if source else None)
        when = self.date(fields.get("when"))
        reason, quote = self.text(fields.get("reason")) or "", self.text(fields.get("quote")) or ""
        correction = self.truth(fields.get("correction"))
        if len(self.file.problems) > mark or status is None:
            return None
        return trusted(
            Statement, status=status, when=when, said=said, source=source, reason=reason, quote=quote,
            correction=correction, word=self.text(fields.get("status")) or "", origin=self.origin(node),
        )  # fmt: skip

    def citation(self, node: Node | None) -> Citation | None:
        """`burlyai#20`: a declared source and the place in it."""
        text = self.text(node)
        if text is None or node is None:
            return None
        key, _, at = text.partition("#")
        if key not in self.sources:
            self.unknown_sources += 1
            known = self.sources if self.unknown_sources <= HINTED else ()  # each hint looks at every source
            hint = did_you_mean(key, known, "declare it under 'sources:' in any file of the log")
            self.file.problem(node, "S011", f"unknown source '{key}'", hint)
            return None
        return Citation(self.sources[key], at.strip())

    # -- values

    def fields(self, node: Node, known: Iterable[str], what: str) -> dict[str, Node]:
        """The entries of a mapping by name; unknown and empty ones are noted."""
        if not isinstance(node, Mapping):
            self.file.problem(node, "S003", f"{what} is a mapping, not {name_of(node)}")
            return {}
        known = list(known)
        found = {}
        for key, value in node.entries:
            if key.text not in known:
                hint = did_you_mean(key.text, known)
                self.file.problem(key, "S001", f"{what} has no field '{key.text}'", hint)
                continue
            found[key.text] = value
            if isinstance(value, Scalar) and not value.text.strip() and not value.is_broken:
                self.file.problem(key, "S010", f"'{key.text}' has no value", "give one or remove the line")
        return found

    def fact(self, node: Node, fact: Fact) -> Any:
        """The value of a typed fact."""
        if not fact.many:
            return self.value(node, fact.read)
        if isinstance(node, Scalar) and (node.is_broken or not node.text.strip()):
            return ()
        if not isinstance(node, Sequence):
            shown = node.text if isinstance(node, Scalar) else "…"
            self.file.problem(node, "S003", f"a list was expected, not {name_of(node)}", f"write [{shown}]")
            return ()
        for item in node.items:
            if isinstance(item, Scalar) and not item.text.strip() and not item.is_broken:
                self.file.problem(item, "S010", "an item without a value", "give one or remove it")
        return tuple(self.value(item, fact.read) for item in node.items)

    def value(self, node: Node | None, read: Callable[[str], T]) -> T | None:
        """Text read by `read`; None where there is none, or where it was refused and noted."""
        text = self.text(node)
        if not text or not isinstance(node, Scalar):
            return None
        try:
            return read(text)
        except DateError as error:
            self.file.date_problem(node, error)
        except FieldError as error:
            self.file.problem(node, error.code, error.message, error.hint)
        return None

    def date(self, node: Node | None) -> When | None:
        """A date in EDTF or prose."""
        return self.value(node, When.parse)

    def truth(self, node: Node | None) -> bool:
        """`true` or `false`; absent is false."""
        text = self.text(node)
        if text is None or node is None:
            return False
        if text.casefold() not in TRUTH:
            self.file.problem(node, "S003", f"'{text}' is neither true nor false", "write true or false")
        return TRUTH.get(text.casefold(), False)

    def text(self, node: Node | None) -> str | None:
        """The text of a scalar, without blanks around it."""
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.file.problem(
                node, "S003", f"text was expected, not {name_of(node)}", "write one text, quoted if need be"
            )
            return None
        return node.text.strip()

    # -- places

    def key(self, node: Mapping, name: str) -> Node:
        """The key scalar of an entry."""
        return next((key for key, _ in node.entries if key.text == name), node)

    def origin(self, node: Node) -> Origin:
        """Where a node stands."""
        return Origin(self.file.path, node.line, node.column, self.file.line(node.line))
