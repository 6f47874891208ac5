"""Shared by all checks: a `Problem` at the best known place, and certain orders of dates.

Certain means true for all possible days of both dates. An approximate date (`~`) reaches one unit of its precision
past its bounds; nothing is certain about an uncertain one (`?`).
"""

from __future__ import annotations

from ...dates import When
from ...dates.slack import first_possible, last_possible
from ...dates.units import OpenDay
from ...errors import Problem
from ...model import Origin, Statement
from ...model.statuses.parser import in_force_words, normalize_word

NOWHERE = Origin("<log>", 0, 0)


def warning(code: str, message: str, hint: str, *origins: Origin | None, words: str = "") -> Problem:
    """A warning at the first known origin, with the caret under `words` if they occur once in its line."""
    origin = next((o for o in origins if o), NOWHERE)
    column, width = origin.column, 1
    if words and origin.source.count(words) == 1:
        column, width = origin.source.index(words) + 1, len(words)
    return Problem(origin.path, origin.line, column, code, message, origin.source, hint, width)


def certainly_before(one: When | None, other: When | None) -> bool:
    """Whether the last day of `one` is certainly before the first day of `other`."""
    return _is_before(_last(one, end=True), _first(other))


def certainly_begins_before(one: When | None, other: When | None) -> bool:
    """Whether `one` certainly starts before the first day of `other`."""
    return _is_before(_last(one, end=False), _first(other))


def last_day(when: When | None) -> OpenDay:
    """The last day of `when`, slack included; None if open or uncertain."""
    return _last(when, end=True)


def is_in_force(statement: Statement) -> bool:
    """Whether its word is "in force" in any language: the date of effect, not of signing."""
    return normalize_word(statement.word) in in_force_words()


def _is_before(one: OpenDay, other: OpenDay) -> bool:
    return one is not None and other is not None and one < other


def _first(when: When | None) -> OpenDay:
    return None if when is None or when.is_uncertain else first_possible(when, end=False)


def _last(when: When | None, *, end: bool) -> OpenDay:
    return None if when is None or when.is_uncertain else last_possible(when, end=end)
