"""What a statement moved, in words: `status planned → completed`, `date moved from Q3 2024 to 7 November 2024`."""

from __future__ import annotations

from ..dates import When
from ..dates.edtf import MONTHS
from ..reports import Drift, Shift
from .days import days_words

DATES = {
    Drift.MARKED: "date changed from {old} to {new}, the same days",
    Drift.SET: "date set: {new}",
    Drift.LOST: "no date stated now, was {old}",
    Drift.LATER: "date moved from {old} to {new}",
    Drift.EARLIER: "date moved from {old} to {new}",
    Drift.NARROWED: "date narrowed from {old} to {new}",
    Drift.WIDENED: "date widened from {old} to {new}",
    Drift.UNCLEAR: "date moved from {old} to {new}",
}
CORRECTED = "date corrected from {old} to {new}"
"""A correction is no move: the days between the two dates say nothing of the world."""


def shift_words(shift: Shift, *, correction: bool = False) -> list[str]:
    """What moved, in one or two phrases; none where nothing did, or nothing stood before."""
    before, after = shift.before, shift.after
    if before is None:
        return []
    words = [f"status {before.status} → {after.status}"] if shift.moves_status else []
    drift = shift.drift
    if drift is Drift.NONE:
        return words
    mended = correction and drift not in (Drift.SET, Drift.LOST)
    moved = (CORRECTED if mended else DATES[drift]).format(old=named(before.when), new=named(after.when))
    days = shift.days_moved if drift in (Drift.LATER, Drift.EARLIER, Drift.UNCLEAR) and not mended else None
    return [*words, f"{moved} ({days_words(days)})" if days else moved]


def named(when: When) -> str:
    """The words of the source, between quotation marks where they would not read on: from “by the end of 2024”."""
    words = str(when)
    first = words.split(" ", maxsplit=1)[0]
    reads_on = any(sign.isdigit() for sign in first) or first.casefold() in _MONTHS
    return words if reads_on else f"“{words}”"


_MONTHS = {form.casefold() for month in MONTHS for form in (month, month[:3])}
