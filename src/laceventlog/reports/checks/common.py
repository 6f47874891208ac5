"""What warnings are made of: a `Problem` at the best place known, and orders of dates that are certain.

Certain means in every completion of both dates: an approximate date (`~`) reaches one unit of its precision past its
bounds, of a doubtful one (`?`) nothing is certain.
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
    """A warning at the first origin there is, with the caret under `words` where they stand on its line once."""
    origin = next((o for o in origins if o), NOWHERE)
    column, width = origin.column, 1
    if words and origin.source.count(words) == 1:
        column, width = origin.source.index(words) + 1, len(words)
    return Problem(origin.path, origin.line, column, code, message, origin.source, hint, width)


def certainly_before(one: When | None, other: When | None) -> bool:
    """Whether the last day of `one` certainly lies before the first of `other`."""
    return _is_before(_last(one, end=True), _first(other))


def certainly_begins_before(one: When | None, other: When | None) -> bool:
    """Whether `one` certainly starts before the first day of `other`."""
    return _is_before(_last(one, end=False), _first(other))


def last_day(when: When | None) -> OpenDay:
    """The last day of `when`, doubts included; None where open or doubtful."""
    return _last(when, end=True)


def is_in_force(statement: Statement) -> bool:
    """Whether the source's word was "in force", in any language: a date of effect, not of signing."""
    return normalize_word(statement.word) in in_force_words()


def _is_before(one: OpenDay, other: OpenDay) -> bool:
    return one is not None and other is not None and one < other


def _first(when: When | None) -> OpenDay:
    return None if when is None or when.is_uncertain else first_possible(when, end=False)


def _last(when: When | None, *, end: bool) -> OpenDay:
    return None if when is None or when.is_uncertain else last_possible(when, end=end)
