"""The story: all events by year and month, to read like prose, with today between past and future.

A date of several months is listed at its first day, a deadline at its last; its months are beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from ...dates import When
from ...dates.languages.phrasing import NOMINATIVE
from ...reports import Row
from ...text_width import columns
from ..groups import Section
from ..i18n import ENGLISH, Voice
from ..labels import capital, lateness, marker, source_words
from ..render_options import PLAIN, RenderOptions
from ..tables.escaping import markdown as escaped
from ..text_layout import clean, fit, pack, wrap

BY, ONWARD = "◁", "▷"
LEAST_TEXT = 24


def render(
    rows: Sequence[Row], today: date, options: RenderOptions = PLAIN, sections: Sequence[Section] | None = None
) -> str:
    """The rows by date, in `options.width` columns; empty for no rows.

    Args:
        rows: in any order.
        today: the day between past and future.
        options: columns, language and colours.
        sections: a story for each, under its heading.
    """
    if not rows:
        return ""
    label = max(columns(months(row.event.when, options.voice)) for row in rows)
    blocks: list[list[str]] = []
    for section in [Section("", rows)] if sections is None else sections:
        blocks += [_heading(section.heading, options)] if section.heading else []
        blocks += _story(section.rows, today, label, options)
    blocks.append([options.paint(line, "soft") for line in wrap(options.voice.say("where dates stand"), options.width)])
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def in_order(rows: Sequence[Row]) -> list[Row]:
    """By date, undated rows last; rows of one day by urgency."""
    return sorted(rows, key=lambda row: (row.event.when.sort_key[:2], row.sort_key))


def _story(rows: Sequence[Row], today: date, label: int, options: RenderOptions) -> Iterator[list[str]]:
    """One block of lines per year, and the line of today if there are dates."""
    past, ahead = parted(rows, today)
    yield from _years(past, today, label, options)
    if has_days(rows):
        yield [_today(today, options)]
    yield from _years(ahead, today, label, options)


def _years(rows: Sequence[Row], today: date, label: int, options: RenderOptions) -> Iterator[list[str]]:
    for heading, same in by_year(rows, options.voice):
        yield [*_heading(heading, options), *_entries(same, today, label, options)]


def parted(rows: Sequence[Row], today: date) -> tuple[list[Row], list[Row]]:
    """The rows up to today, and those after it or undated, both by date."""
    ordered = in_order(rows)
    past = [row for row in ordered if row.event.when.sort_key[:2] <= (False, today)]
    return past, ordered[len(past) :]


def has_days(rows: Sequence[Row]) -> bool:
    """Whether any row has a date."""
    return any(not row.event.when.is_unscheduled for row in rows)


def by_year(rows: Sequence[Row], voice: Voice) -> list[tuple[str, list[Row]]]:
    """Each year with its rows; undated rows last."""
    return [(year, list(same)) for year, same in groupby(rows, key=lambda row: _year(row.event.when, voice))]


def _year(when: When, voice: Voice) -> str:
    return capital(voice.say("no date")) if when.is_unscheduled else f"{when.sort_key[1].year:04}"


def _heading(text: str, options: RenderOptions) -> list[str]:
    return [options.paint(line, "heading") for line in wrap(text, options.width)]


def _today(today: date, options: RenderOptions) -> str:
    words = fit(f"── {options.voice.say('today', day=options.voice.day(today))}", options.width)
    rule = "─" * (options.width - columns(words) - 1)
    return options.paint(f"{words} {rule}".rstrip(), "today")


def months(when: When, voice: Voice) -> str:
    """The months of a date: `Feb`, `Jan–Dec`, `◁ Dec` (by), `Jul ▷` (from), `–2030`."""
    first, last = when.earliest, when.latest
    if when.is_unscheduled or not (first or last):
        return ""
    if first is None or last is None:
        return f"{BY} {_month(last, voice)}" if last else f"{_begin(when, voice)} {ONWARD}".lstrip()
    if first.year != last.year:
        return f"{_begin(when, voice)}–{last.year:04}"
    begin, end = _month(first, voice), _month(last, voice)
    return begin if begin == end else f"{begin}–{end}"


def _begin(when: When, voice: Voice) -> str:
    """The month it begins in; empty if there are several."""
    first, last = when.earliest_start, when.latest_start
    known = first and (not when.is_span or (last and (first.year, first.month) == (last.year, last.month)))
    return _month(first, voice) if first and known else ""


def _month(day: date, voice: Voice) -> str:
    return voice.phrasing.short_month(day.month, NOMINATIVE)


def _entries(rows: Sequence[Row], today: date, label: int, options: RenderOptions) -> Iterator[str]:
    """One paragraph per row, with its months unless they are those of the row above."""
    above = ""
    for row in rows:
        beside = months(row.event.when, options.voice)
        yield from _entry(row, "" if beside == above else beside, today, label, options)
        above = beside


def _entry(row: Row, beside: str, today: date, label: int, options: RenderOptions) -> Iterator[str]:
    indent = label + 4 if options.width - label - 4 - 2 >= LEAST_TEXT else 4
    if indent == 4 and beside:
        yield f"  {options.paint(beside, 'soft')}"
        beside = ""
    gap = " " * (indent - 2 - columns(beside))
    first, *rest = paragraph(row, today, options, options.width - indent)
    yield f"{options.paint(beside, 'soft')}{gap}{options.paint(marker(row), row.group)} {first}"
    yield from (" " * indent + line for line in rest)


def paragraph(row: Row, today: date, options: RenderOptions, width: int) -> list[str]:
    """Date in the words of the source, title, lateness and id, wrapped."""
    when, late = source_words(row.event.when, options.voice), lateness(row, today, options.voice)
    words = clean(f"{when}: {row.event.title}" if when else row.event.title).split(" ")
    key = f"[{row.event.id}]"
    lines = pack([*words, *([f"– {late}"] if late else []), key], width)
    if lines[-1].endswith(key):
        lines[-1] = lines[-1].removesuffix(key) + options.paint(key, "soft")
    return lines


def markdown(
    rows: Sequence[Row], today: date, voice: Voice = ENGLISH, sections: Sequence[Section] | None = None
) -> str:
    """The same as Markdown: one heading per year, one item per event, today as a rule with its date."""
    parts = [f"{voice.say('as of', day=voice.day(today))} {voice.say('where dates stand')}\n"]
    for section in [Section("", rows)] if sections is None else sections:
        level = "###" if section.heading else "##"
        parts += [f"## {escaped(section.heading)}\n"] if section.heading else []
        past, ahead = parted(section.rows, today)
        parts += _items(past, today, level, voice)
        if has_days(section.rows):
            parts.append(f"---\n\n*{escaped(voice.say('today', day=voice.day(today)))}*\n")
        parts += _items(ahead, today, level, voice)
    return "\n".join(parts)


def _items(rows: Sequence[Row], today: date, level: str, voice: Voice) -> Iterator[str]:
    for heading, same in by_year(rows, voice):
        items = "".join(f"- {_item(row, today, voice)}\n" for row in same)
        yield f"{level} {escaped(heading)}\n\n{items}"


def _item(row: Row, today: date, voice: Voice) -> str:
    words = escaped(source_words(row.event.when, voice))
    when = f"**{words}**: " if words else ""
    late = lateness(row, today, voice)
    tail = f" – {escaped(late)}" if late else ""
    return f"{when}{escaped(clean(row.event.title))}{tail} ({escaped(row.event.id)})"
