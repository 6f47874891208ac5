"""What a statement moved, in words: `status planned → completed`, `date moved from Q3 2024 to 7 November 2024`."""

from __future__ import annotations

from ...dates import When
from ...dates.edtf import MONTHS
from ...reports import Drift, Shift
from ..day_ranges import days_words
from ..i18n import ENGLISH, Voice


def shift_words(shift: Shift, voice: Voice, *, correction: bool = False) -> list[str]:
    """What moved, in one or two phrases; none where nothing did, or nothing stood before.

    A correction is no move: the days between the two dates say nothing of the world.
    """
    before, after = shift.before, shift.after
    if before is None:
        return []
    old, new = voice.word(before.status), voice.word(after.status)
    words = [voice.say("status moved", old=old, new=new)] if shift.moves_status else []
    drift = shift.drift
    if drift is Drift.NONE:
        return words
    mended = correction and drift not in (Drift.SET, Drift.LOST)
    dates = {"old": named(before.when, voice), "new": named(after.when, voice)}
    moved = voice.say("date corrected" if mended else f"date {drift}", **dates)
    days = shift.days_moved if drift in (Drift.LATER, Drift.EARLIER, Drift.UNCLEAR) and not mended else None
    return [*words, f"{moved} ({days_words(days, voice)})" if days else moved]


def named(when: When, voice: Voice) -> str:
    """The words of the source, between quotation marks where they would not read on: from “by the end of 2024”."""
    words = str(when)
    first = words.split(" ", maxsplit=1)[0]
    reads_on = any(sign.isdigit() for sign in first) or (voice.code == ENGLISH.code and first.casefold() in _MONTHS)
    return words if reads_on else voice.quote(words)


_MONTHS = {form.casefold() for month in MONTHS for form in (month, month[:3])}
