"""Texts that all views share: headings, signs and their ASCII forms, lateness, short dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from ..dates import Precision, When
from ..model import Citation
from ..model.places.countries import country_name
from ..reports import Group, Outcome, Rollup, Row, Standing
from ..reports.condition import Condition
from ..text_width import columns
from .day_ranges import late
from .i18n import Voice
from .text_layout import clean, fit

MARKERS = {
    Group.OVERDUE: "!",
    Group.DUE: "▶",
    Group.UPCOMING: "○",
    Group.ONGOING: "━",
    Group.UNDATED: "·",
    Group.DONE: "●",
    Group.MISSED: "✕",
    Group.CANCELLED: "✕",
}

ASCII = str.maketrans("▶○━·●✕◇◆▒▓◁▷│└┘┄…–—�“”«»→←≥─", '>O-.*xo@=#<>|`\'..--?""""><>-')
"""Each sign and its ASCII form of the same width. Letters of any language stay."""


def heading(whole: str, width: int) -> str:
    """A heading in at most `width` columns, without its explanation in brackets if it does not fit."""
    return whole if columns(whole) <= width else fit(_parts(whole)[0], width)


def _parts(heading: str) -> tuple[str, str]:
    """A heading and its explanation, which is in brackets."""
    name, _, rest = heading.partition(" (")
    return name, rest.removesuffix(")")


def group_heading(group: Group, voice: Voice) -> tuple[str, str]:
    """The heading of a group and its explanation, in small letters after the first."""
    name, explanation = _parts(voice.headings[group])
    return name.capitalize(), explanation


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def country(code: str, voice: Voice) -> str:
    """`Cuba (CU)`."""
    return f"{country_name(code, voice.code)} ({code})"


def marker(row: Row) -> str:
    """The sign of a row's group."""
    return MARKERS[row.group]


def ascii_twin(text: str) -> str:
    """`text` with the signs of views in ASCII; letters of any language stay."""
    return text.translate(ASCII)


# -- standing


def lateness(row: Row, today: date, voice: Voice) -> str:
    """`19 d`, `305 d left`, `in 53 d`, `12–43 d late`, `may be overdue`; in the long form `19–39 days overdue`."""
    standing = row.standing
    if standing.days_overdue:
        return voice.say("overdue by", standing.days_overdue if voice.form == "long" else standing.days_overdue[0])
    if standing.days_possible:
        return voice.say("may be overdue")
    if row.condition is Condition.UPCOMING and standing.first:
        return _span_of_days("in", (standing.first - today).days, voice)
    if row.condition in (Condition.DUE, Condition.ONGOING) and standing.last:
        days = (standing.last - today).days
        return _span_of_days("left", days, voice) if days else voice.say("last day")
    return outcome_text(standing, voice)


def _span_of_days(phrase: str, days: int, voice: Voice) -> str:
    """A number of days; from 1000 on in years, as single days no longer matter."""
    return voice.say(phrase, days) if days < 1000 else voice.say(f"{phrase}, years", days / 365.25)


def outcome_text(standing: Standing, voice: Voice) -> str:
    """`on time`, `on time?` (unknown), `42 d late`, `38–129 d late`, `3 d early`; empty without a plan."""
    if standing.outcome is None:
        return ""
    if standing.outcome is Outcome.UNKNOWN:
        return voice.say("perhaps on time")
    if standing.outcome is Outcome.ON_TIME or not standing.days_late:
        return voice.word(standing.outcome)
    return late(standing.days_late, voice)


def last_report(row: Row, voice: Voice) -> str:
    """`no report since 31 Dec 2024 (Yan Burlyai, paragraph 20)`."""
    last = row.event.state.last
    return _last_report(last.known_from, cited(last.source, voice), voice)


@lru_cache(maxsize=1024)
def _last_report(known: date | None, source: str, voice: Voice) -> str:
    """The same, cached: few sources report on many events."""
    text = voice.say("no report since", day=voice.day(known)) if known else voice.say("day of report unknown")
    return f"{text} ({source})" if source else text


def cited(citation: Citation | None, voice: Voice) -> str:
    """Author or title, and locator: `Yan Burlyai, paragraph 20`; empty for None."""
    if citation is None:
        return ""
    name = citation.source.author or citation.source.title
    return f"{name}, {voice.word(citation.source.locator)} {citation.at}" if citation.at else name


def note(row: Row, today: date, voice: Voice) -> str:
    """Beside a bar: the lateness; for a closed event its date before that, for one without lateness its date alone."""
    late = lateness(row, today, voice)
    if late and row.condition is not Condition.CLOSED:
        return late
    return ", ".join(filter(None, (short(row.event.when, voice), late)))


def standing_text(row: Row, today: date, voice: Voice) -> str:
    """`overdue, 60 d`, `due, 305 d left`, `done`: group and lateness, where there is no heading."""
    return ", ".join(filter(None, (voice.word(row.group), lateness(row, today, voice.usual))))


def condition_word(row: Row, voice: Voice) -> str:
    """`overdue`, `window open`: the heading of its group in running text."""
    return _parts(voice.headings[row.group])[0].lower()


def progress(parts: Rollup, voice: Voice) -> str:
    """`3 of 7 done, 1 overdue, 2 due, 1 undated`: the parts of an event by group."""
    others = [(group, getattr(parts, group)) for group in Group if group is not Group.DONE]
    return ", ".join([_done(parts, voice), *(voice.say(f"n {group}", many) for group, many in others if many)])


def progress_in_short(parts: Rollup, voice: Voice) -> str:
    """`3 of 7 done, 1 overdue`."""
    return _done(parts, voice) + (f", {voice.say('n overdue', parts.overdue)}" if parts.overdue else "")


def _done(parts: Rollup, voice: Voice) -> str:
    return voice.say("done of", parts.done, total=parts.total)


# -- dates

UNCUT = 10_000
"""Columns with room for every date."""


def when_text(when: When, width: int, voice: Voice) -> str:
    """The words of the source, or the bounds in short if they take more than `width` columns."""
    if when.is_unscheduled and when.text in ("", when.notation):
        return short(when, voice)
    words = clean(str(when))
    return words if columns(words) <= width else short(when, voice)


def source_words(when: When, voice: Voice) -> str:
    """The words of the source; the date in short if these are only its notation, empty for no date."""
    if when.text in ("", when.notation):
        return "" if when.is_unscheduled else short(when, voice)
    return clean(when.text)


def long_day(day: date, voice: Voice) -> str:
    """`1 March 2025`."""
    return When.from_edtf(day.isoformat()).describe(voice.code)


def short(when: When, voice: Voice, *, after_word: bool = False) -> str:
    """The date in a few columns: `Q1 2023`, `by 31 Dec 2024`, `from 1 Jan 2028`, `21 Jan–10 Feb 2025`.

    With `after_word` it is in the genitive, for use after a word such as "since".
    """
    if when.is_unscheduled:
        return voice.say("no date")
    if when.is_span:
        start, _, end = when.edtf.partition("/")
        return _span(start, end, voice)
    unit = UNITS.get(when.precision)
    words = (
        unit(when.earliest, when.edtf, voice, after_word)
        if unit and when.earliest
        else _days(when.earliest, when.latest, voice)
    )
    return words + (when.edtf[-1] if when.edtf[-1] in "?~%" else "")


def _span(start: str, end: str, voice: Voice) -> str:
    """`2023–2030`, `May 2024–Jun 2026`, `since 2019`, `from 2019` (unknown end), `until 2024`."""
    first, last = (When.from_edtf(part) if part.strip(".") else None for part in (start, end))
    if first is None or last is None:
        word = "until" if last else "since" if end else "from"
        return voice.say(word, when=short(last or first or When.unscheduled(), voice, after_word=True))
    if first.is_known_day and last.is_known_day:
        return _days(first.earliest, last.latest, voice)
    return f"{short(first, voice)}–{short(last, voice)}"


def _quarter(first: date, _edtf: str, voice: Voice, _after: bool) -> str:
    return voice.say("quarter", number=voice.numerals[first.month // 3], year=f"{first.year:04}")


def _half(first: date, _edtf: str, voice: Voice, _after: bool) -> str:
    return voice.say("half", number=voice.numerals[first.month // 6], year=f"{first.year:04}")


def _season(first: date, edtf: str, voice: Voice, after: bool) -> str:
    season = voice.season(int(edtf[6]), after_word=after)
    return voice.say("season", season=season, year=f"{first.year:04}")


UNITS: dict[Precision, Callable[[date, str, Voice, bool], str]] = {
    Precision.MONTH: lambda first, _, voice, after: voice.month(first, after_word=after),
    Precision.QUARTER: _quarter,
    Precision.HALF: _half,
    Precision.YEAR: lambda first, *_: f"{first.year:04}",
    Precision.DECADE: lambda first, _, voice, __: voice.say("decade", year=f"{first.year // 10 * 10:04}"),
    Precision.SEASON: _season,
}
"""Texts of dates that are one whole unit."""


def _days(first: date | None, last: date | None, voice: Voice) -> str:
    if first is None or last is None:
        return between(first, last, voice) or voice.say("no date")
    if first == last:
        return voice.day(first)
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12):
        return f"{first.year:04}–{last.year:04}"
    begin = voice.day(first)
    if first.year == last.year:
        begin = f"{first.day}" if first.month == last.month else voice.day_of_year(first)
    return f"{begin}–{voice.day(last)}"


def between(first: date | None, last: date | None, voice: Voice) -> str:
    """`1 Jul 2024 – 30 Sep 2024`, `by 31 Dec 2024`, `from 1 Jan 2028`; empty if both are open."""
    if first is None or last is None:
        open_end = voice.say("not before", day=voice.day(first)) if first else ""
        return voice.say("by", day=voice.day(last)) if last else open_end
    return voice.day(first) if first == last else f"{voice.day(first)} – {voice.day(last)}"


def window(when: When) -> str:
    """The outer bounds in ISO 8601: `2026-07-01..2026-09-30`, `..2024-12-31`, one day alone."""
    first, last = (day.isoformat() if day else "" for day in (when.earliest, when.latest))
    return first if first == last else f"{first}..{last}"
