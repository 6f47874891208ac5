"""Texts of a statement and of the change it made, shared by card, history and comparison."""

from __future__ import annotations

from collections.abc import Iterator

from ...dates import When
from ...dates.edtf import MONTHS
from ...model import Statement
from ...reports import DateChange, StateChange
from ..day_ranges import days_words
from ..i18n import ENGLISH, Voice
from ..labels import between, cited, short
from ..render_options import RenderOptions
from ..text_layout import wrap

INDENT = 14
NARROW = 40


def entry(name: str, text: str, options: RenderOptions, style: str = "") -> list[str]:
    """The name of an entry and its text in a style, beside it or, in narrow views, below it."""
    name = options.voice.name(name)
    if options.width < NARROW:
        return [
            options.paint(f"  {name}", "soft"),
            *(options.paint(line, style) for line in indented(text, options.width)),
        ]
    head = f"  {name}".ljust(INDENT)
    head += " " if head[-1] != " " else ""
    first, *rest = (options.paint(line, style) for line in wrap(text, options.width - len(head)))
    return [options.paint(head, "soft") + first, *(" " * len(head) + line for line in rest)]


def indented(text: str, width: int) -> list[str]:
    """A text indented by four columns."""
    return ["    " + line for line in wrap(text, width - 4)]


def said_on(statement: Statement, voice: Voice) -> str:
    """`said 7 Nov 2024`, `said 8 Nov–31 Dec 2024`, `said day not stated`."""
    said = statement.said
    if said is None or said.is_unscheduled:
        return voice.say("said, day unknown")
    return voice.say("said", when=short(said, voice))


def claim(statement: Statement, voice: Voice) -> str:
    """Status and date in the words of the source: `scheduled, by the end of 2024`."""
    date_ = f", {statement.when}" if statement.when and not statement.when.is_unscheduled else ""
    return f"{called(statement, voice)}{date_}"


def called(statement: Statement, voice: Voice) -> str:
    """The status, in the word of its source if there is one."""
    return statement.word if statement.word not in ("", statement.status) else voice.word(statement.status)


def bounds_text(when: When, voice: Voice) -> str:
    """The bounds of a date: `1 Jul 2024 – 30 Sep 2024`, `by 31 Dec 2024`; those of start and end for a span."""
    if not when.is_span:
        return between(when.earliest, when.latest, voice)
    start = between(when.earliest_start, when.latest_start, voice) or voice.say("always")
    end = between(when.earliest_end, when.latest_end, voice) or voice.say("open")
    return voice.say("start and end", start=start, end=end)


def grounds(statement: Statement, voice: Voice) -> Iterator[tuple[str, str]]:
    """Reason, quote and citation, if stated, each with its name."""
    yield from (
        (name, text)
        for name, text in (
            ("reason", statement.reason),
            ("quote", voice.quote(statement.quote) if statement.quote else ""),
            ("source", cited(statement.source, voice)),
        )
        if text
    )


def change_words(change: StateChange, voice: Voice, *, correction: bool = False) -> list[str]:
    """`status planned → completed`, `date moved from Q3 2024 to 7 November 2024`: one or two phrases, or none.

    A correction is not a shift: the days between its two dates are not given.
    """
    before, after = change.before, change.after
    if before is None:
        return []
    old, new = voice.word(before.status), voice.word(after.status)
    phrases = [voice.say("status moved", old=old, new=new)] if change.changes_status else []
    kind = change.date_change
    if kind is DateChange.NONE:
        return phrases
    corrected = correction and kind not in (DateChange.SET, DateChange.LOST)
    dates = {"old": named(before.when, voice), "new": named(after.when, voice)}
    moved = voice.say("date corrected" if corrected else f"date {kind}", **dates)
    is_shift = kind in (DateChange.LATER, DateChange.EARLIER, DateChange.UNCLEAR) and not corrected
    days = change.days_moved if is_shift else None
    return [*phrases, f"{moved} ({days_words(days, voice)})" if days else moved]


def named(when: When, voice: Voice) -> str:
    """The words of the source, in quotation marks if they do not fit into a sentence: from “by the end of 2024”."""
    words = str(when)
    first = words.split(" ", maxsplit=1)[0]
    fits = any(sign.isdigit() for sign in first) or (voice.code == ENGLISH.code and first.casefold() in _MONTHS)
    return words if fits else voice.quote(words)


_MONTHS = {form.casefold() for month in MONTHS for form in (month, month[:3])}
