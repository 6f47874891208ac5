"""Statuses a source can report, the words it uses for them, and the table of moves between them.

A status is stored because a source said it; what follows from dates and today (overdue, due …) is a
condition and is derived in `reports`. "Delayed" is no status: it means either a new date or lateness.
"""

from __future__ import annotations

from enum import StrEnum

from ..errors import FieldError, did_you_mean


class Status(StrEnum):
    """What a source says of a thing. The code lists of IATI, OCDS and iCalendar map onto these."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    UNDERWAY = "underway"
    PARTIAL = "partial"
    COMPLETED = "completed"
    POSTPONED = "postponed"
    MISSED = "missed"
    CANCELLED = "cancelled"

    @property
    def is_end(self) -> bool:
        """Whether nothing more is awaited."""
        return self in ENDS

    @property
    def awaits_start(self) -> bool:
        """Whether the thing has not begun: its start is awaited."""
        return self in (Status.PROPOSED, Status.PLANNED, Status.POSTPONED)


ENDS = frozenset({Status.COMPLETED, Status.MISSED, Status.CANCELLED})

ALIASES = {
    Status.PROPOSED: "tentative, pledged, suggested, under discussion, negotiated",
    Status.PLANNED: "scheduled, confirmed, committed, expected, announced, agreed, awaited",
    Status.UNDERWAY: "ongoing, in progress, under way, active, running",
    Status.PARTIAL: "partly completed, partially completed, partly delivered, partially met",
    Status.COMPLETED: (
        "done, held, delivered, launched, signed, met, finished, concluded, opened, supplied, received, shipped,"
        " commissioned, established, reported, observed, in force, won, took place"
    ),
    Status.POSTPONED: "suspended, on hold, put off, deferred",
    Status.MISSED: "failed, not met, broken, not delivered, not held",
    Status.CANCELLED: "canceled, called off, dropped, abandoned, terminated, withdrawn",
}
"""Words as sources use them, for each status."""

WORDS = {s.value: s for s in Status} | {
    word.strip(): status for status, words in ALIASES.items() for word in words.split(",")
}

AMBIGUOUS = {
    "delayed": "'delayed' means a new date (postponed, with 'when') or lateness (planned, and it is overdue)",
    "late": "lateness is derived from the date: write planned",
    "overdue": "overdue is derived from the date: write planned",
    "started": "if the start is the event, write completed; if the work goes on, underway with 'since …'",
    "begun": "if the start is the event, write completed; if the work goes on, underway with 'since …'",
    "rescheduled": "a new date is a new statement: write planned with the new 'when'",
}


def read_status(text: str) -> Status:
    """The status that a word means.

    Raises:
        FieldError: S005, an unknown word or one that is no status.
    """
    word = " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
    if word in WORDS:
        return WORDS[word]
    if word in AMBIGUOUS:
        raise FieldError("S005", f"'{text}' is no status", AMBIGUOUS[word])
    hint = did_you_mean(word, WORDS, "one of: " + ", ".join(Status))
    raise FieldError("S005", f"unknown status '{text}'", hint)


class Move(StrEnum):
    """What a change of status wants."""

    FREE = "free"
    REASON = "wants a reason"
    CORRECTION = "only as a correction"
    ODD = "does not happen"


_CODES = {"y": Move.FREE, "r": Move.REASON, "c": Move.CORRECTION, "-": Move.ODD}

# From each status, in the order of `Status`: to proposed, planned, underway, partial, completed, postponed,
# missed, cancelled.
_TABLE = {
    Status.PROPOSED: "yyyyyrrr",
    Status.PLANNED: "ryyyyrrr",
    Status.UNDERWAY: "--yyyrrr",
    Status.PARTIAL: "--yyyrrr",
    Status.POSTPONED: "ryyyyyrr",
    Status.COMPLETED: "ccrryccc",
    Status.MISSED: "-rrrrryr",
    Status.CANCELLED: "rrrrcr-y",
}

MOVES = {(a, b): _CODES[code] for a, row in _TABLE.items() for b, code in zip(Status, row, strict=True)}
"""The one table of moves: (from, to) to what the move wants. `check` warns by it and forbids nothing."""
