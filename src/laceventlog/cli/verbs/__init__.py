"""The verbs, one module each. They read neither clock nor terminal."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from ..verb import Answer, Context, Verb

HOMES = {
    "check": "support.check", "list": "query.listing", "show": "query.show", "history": "query.history",
    "overdue": "query.listing", "timeline": "query.timeline", "count": "query.count", "slip": "query.slip",
    "record": "edit.record", "diff": "query.diff", "export": "share.export", "import": "edit.import_",
    "publish": "share.publish", "date": "query.date", "schema": "support.schema", "completion": "support.completion",
}  # fmt: skip
"""The module of every verb, in the order of the help."""


class _Verbs(Mapping[str, Verb]):
    """The verbs by name, imported at first use, as most commands need only one."""

    def __getitem__(self, name: str) -> Verb:
        found: Verb = getattr(import_module(f".{HOMES[name]}", __name__), name.upper())
        return found

    def __contains__(self, name: object) -> bool:
        return name in HOMES

    def __iter__(self) -> Iterator[str]:
        return iter(HOMES)

    def __len__(self) -> int:
        return len(HOMES)


VERBS: Mapping[str, Verb] = _Verbs()
"""Every verb, in the order of the help."""

__all__ = ["VERBS", "Answer", "Context", "Verb"]
