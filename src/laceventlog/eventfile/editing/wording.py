"""A statement in somebody's words: what is to be written, and the statement that this reads as."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from ...dates import When
from ...errors import FieldError, UsageError, did_you_mean
from ...model import Citation, Source, Statement, read_status

Sources = Mapping[str, Source]
ORDER = ("said", "status", "when", "source", "reason", "quote")


class Words(TypedDict, total=False):
    """What a statement says beside its status, in the words it is to be written with; None is left out."""

    when: str | None
    said: str | None
    source: str | None
    reason: str | None
    quote: str | None
    correction: bool


def to_write(status: str, words: Words, sources: Sources, today: date | None) -> dict[str, str]:
    """The fields of a statement, in the order of a file; `today` is when it was said unless the words tell.

    Raises:
        UsageError: an empty word, an unknown source, or nothing tells when it was said.
    """
    given = {"status": status, **words}
    fields = {name: _text(name, given[name]) for name in ORDER if given.get(name) is not None}
    cited = citation(fields.get("source"), sources)
    if "said" not in fields and not (cited and cited.source.published):
        if today is None:
            raise UsageError("nobody knows when it was said: give 'said', or a source with a date")
        fields = {"said": today.isoformat(), **fields}
    return fields | ({"correction": "true"} if words.get("correction") else {})


def _text(name: str, value: object) -> str:
    text = str(value).strip()
    if not text:
        raise UsageError(f"'{name}' has no value: give one or leave it out")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageError(f"'{name}' is not text: it holds half a character") from None
    return text


def citation(text: str | None, sources: Sources) -> Citation | None:
    """`minutes#4`: a declared source and the place in it.

    Raises:
        UsageError: there is no such source.
    """
    if text is None:
        return None
    key, _, at = text.partition("#")
    if key not in sources:
        hint = did_you_mean(key, sources, "declare it under 'sources:' in any file of the log")
        raise UsageError(f"unknown source '{key}': {hint}")
    return Citation(sources[key], at.strip())


def as_read(fields: Mapping[str, str], sources: Sources) -> Statement:
    """The statement that a reader makes of these fields.

    Raises:
        UsageError: the status is none.
        DateError: `when` or `said` is no date.
    """
    try:
        status = read_status(fields["status"])
    except FieldError as error:
        raise UsageError(f"{error.message}: {error.hint}") from None
    cited = citation(fields.get("source"), sources)
    when, said = (When.parse(fields[name]) if name in fields else None for name in ("when", "said"))
    return Statement(
        status=status, when=when, said=said or (cited.source.published if cited else None), source=cited,
        reason=fields.get("reason", ""), quote=fields.get("quote", ""), correction="correction" in fields,
        word=fields["status"],
    )  # fmt: skip
