"""What a statement moved, in words: `status planned → completed`, `date moved from Q3 2024 to 7 November 2024`."""

from __future__ import annotations

from ...dates import When
from ...dates.edtf import MONTHS
from ...reports import DateChange, StateChange
from ..day_ranges import days_words
from ..i18n import ENGLISH, Voice


def shift_words(change: StateChange, voice: Voice, *, correction: bool = False) -> list[str]:
    """What moved, in one or two phrases; none where nothing did, or nothing stood before.

    A correction is no move: the days between the two dates say nothing of the world.
    """
    before, after = change.before, change.after
    if before is None:
        return []
    old, new = voice.word(before.status), voice.word(after.status)
    words = [voice.say("status moved", old=old, new=new)] if change.changes_status else []
    kind = change.date_change
    if kind is DateChange.NONE:
        return words
    corrected = correction and kind not in (DateChange.SET, DateChange.LOST)
    dates = {"old": named(before.when, voice), "new": named(after.when, voice)}
    moved = voice.say("date corrected" if corrected else f"date {kind}", **dates)
    is_shift = kind in (DateChange.LATER, DateChange.EARLIER, DateChange.UNCLEAR) and not corrected
    days = change.days_moved if is_shift else None
    return [*words, f"{moved} ({days_words(days, voice)})" if days else moved]


def named(when: When, voice: Voice) -> str:
    """The words of the source, between quotation marks where they would not read on: from “by the end of 2024”."""
    words = str(when)
    first = words.split(" ", maxsplit=1)[0]
    reads_on = any(sign.isdigit() for sign in first) or (voice.code == ENGLISH.code and first.casefold() in _MONTHS)
    return words if reads_on else voice.quote(words)


_MONTHS = {form.casefold() for month in MONTHS for form in (month, month[:3])}
