"""Consistency checks between the statements of one event.

Each check takes the event and its statements in the order they were said. A `correction` admits that the record was
wrong, a `reason` explains that the world moved: either of them silences the checks it answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...dates import Modality, When, is_same, overlaps
from ...dates.units import OpenDay
from ...errors import Problem
from ...model import TRANSITIONS, Event, Statement, Status, Transition
from ...model.history import said_order
from .common import certainly_before, last_day, warning

Statements = Sequence[Statement]
BEGUN = (Status.UNDERWAY, Status.PARTIAL)
AWAITED = (Status.PROPOSED, Status.PLANNED, *BEGUN)


def check_statements(event: Event) -> Iterator[Problem]:
    """All warnings about the statements of an event."""
    statements = sorted(event.history, key=said_order)
    for check in CHECKS:
        yield from check(event, statements)


def _claim(statement: Statement) -> str:
    """Status and date, in the words of the source."""
    return f"{statement.word or statement.status} {statement.when or ''}".rstrip()


def _warning(code: str, message: str, hint: str, event: Event, statement: Statement, words: str = "") -> Problem:
    words = words or (statement.when.text if statement.when else statement.word)
    return warning(code, message, hint, statement.origin, event.origin, words=words)


def _done_before_planned(event: Event, statements: Statements) -> Iterator[Problem]:
    """P004: an outcome before the day on which a statement still planned it, unless both were said at once."""
    said: When | None = None
    for statement in statements:
        if statement.status.awaits_start:
            said = statement.said or said
        elif statement.status is not Status.COMPLETED or statement.correction:
            continue
        elif said != statement.said and certainly_before(statement.when, said):
            message = f"'{event.id}' was {_claim(statement)}, but a statement of {said} still planned it"
            hint = "check both dates; if the earlier record was wrong, add 'correction: true'"
            yield _warning("P004", message, hint, event, statement)


def _not_yet(event: Event, statements: Statements) -> Iterator[Problem]:
    """P005: reported as past or present, but dated after the report. For "underway" a moment is its planned end."""
    for statement in statements:
        when, status = statement.when, statement.status
        is_fact = status is Status.COMPLETED or (status in BEGUN and when is not None and when.is_span)
        if is_fact and certainly_before(statement.said, when):
            message = f"'{event.id}' is reported as {_claim(statement)}, after the day of the report, {statement.said}"
            hint = "check the year and 'said'; a future event is 'planned'"
            yield _warning("P005", message, hint, event, statement)


def _missed_early(event: Event, statements: Statements) -> Iterator[Problem]:
    """P008: missed before its last possible day."""
    due: OpenDay = None
    for statement in statements:
        if statement.when or statement.status is Status.POSTPONED:
            due = _due(statement)
        said, until = last_day(statement.said), due
        if statement.status is Status.MISSED and said and until and said < until:
            message = f"'{event.id}' is reported missed on {statement.said}, before its last possible day, {until}"
            hint = "it is 'planned' until that day has passed, or 'cancelled' if it will not happen"
            yield _warning("P008", message, hint, event, statement)


def _due(statement: Statement) -> OpenDay:
    """The last day of the awaited start or, once it has begun or failed, of the end."""
    when = statement.when
    if when is None or when.is_uncertain or statement.status in (Status.COMPLETED, Status.CANCELLED):
        return None
    return when.latest_start if statement.status.awaits_start else when.latest_end


def _contradictions(event: Event, statements: Statements) -> Iterator[Problem]:
    """P014: two statements of one day contradict each other; only their order in the file decides."""
    for one, other in pairwise(statements):
        settled = one.correction or other.correction or other.reason
        if settled or not _said_together(one, other) or not _disagree(one, other):
            continue
        message = f"'{event.id}' is both {_claim(one)} and {_claim(other)}, said on one day, {other.said}"
        hint = "the later in the file wins: add 'reason:' if it changed that day, 'correction: true' if one is wrong"
        yield _warning("P014", message, hint, event, other)


def _said_together(one: Statement, other: Statement) -> bool:
    """Whether both were certainly said on one day: a known day, or that of the source both cite."""
    if one.said is None or one.said != other.said:
        return False
    return one.said.is_known_day or (_cite_one_source(one, other) and one.said == _published(one))


def _published(statement: Statement) -> When | None:
    return statement.source.source.published if statement.source else None


def _cite_one_source(one: Statement, other: Statement) -> bool:
    return one.source is not None and other.source is not None and one.source.source.id == other.source.source.id


def _disagree(one: Statement, other: Statement) -> bool:
    """Whether they cannot both hold, one after the other."""
    if one.status is not other.status:
        return not (
            TRANSITIONS[one.status, other.status] in (Transition.FREE, Transition.DATE) and _is_progress(one, other)
        )
    if one.when is None or other.when is None:
        return False
    relation = is_same if one.when.shape is other.when.shape else overlaps
    return relation(one.when, other.when) is Modality.IMPOSSIBLE


def _is_progress(one: Statement, other: Statement) -> bool:
    """Whether one source reports both plan and outcome, or the outcome is dated to the day of both reports."""
    return _cite_one_source(one, other) or (other.when is not None and other.when == other.said)


def _planned_for_the_past(event: Event, statements: Statements) -> Iterator[Problem]:
    """P015: awaited, but its last day was past when it was first said: often a wrong year.

    A plan reported together with its outcome is fine, and one that was corrected afterwards is known to be wrong.
    """
    known: set[When] = set()
    last_of_day = {statement.said: statement for statement in statements}
    for statement, after in pairwise([*statements, None]):
        if statement is None or statement.when is None:
            continue
        when, said = statement.when, statement.said
        settled = when in known or statement.correction or statement.reason or last_of_day[said] is not statement
        corrected = after is not None and after.correction
        if not settled and not corrected and statement.status in AWAITED and certainly_before(when, said):
            message = f"'{event.id}' was {_claim(statement)}, which was past on the day of the statement, {said}"
            hint = (
                "check the year; if it is late, explain in 'reason:'; if reported later, 'said' is the day of the plan"
            )
            yield _warning("P015", message, hint, event, statement)
        known.add(when)


def _said_after_its_source(event: Event, statements: Statements) -> Iterator[Problem]:
    """P017: said after its source was published."""
    for statement in statements:
        published = _published(statement)
        if certainly_before(published, statement.said):
            message = f"'{event.id}': said {statement.said}, but its source was published {published}"
            hint = "check both; omit 'published' for a source that is still being updated"
            yield _warning("P017", message, hint, event, statement, statement.said.text if statement.said else "")


CHECKS = (
    _done_before_planned, _not_yet, _missed_early, _contradictions, _planned_for_the_past, _said_after_its_source,
)  # fmt: skip
