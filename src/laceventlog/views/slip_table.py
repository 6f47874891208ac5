"""Slip over a whole log: most urgent first, one line an event or two where it is narrow; below, the figures.

Days are ranges (`+12..+43`); later is positive, `?` is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import attrs

from ..model import Status
from ..reports import Figures, Kept, Revisions, Slip, Spread
from .days import in_words, range_text
from .slip import joined
from .table import drawn, escaped
from .text import clean, columns, day_text, fit, left, wrap
from .words import marker, short, when_text

HEADERS = ("first plan", "last plan", "outcome", "days", "rev")
RIGHT = (False, False, False, True, True)
LEAST_TITLE = 24
GAP = 2

Cells = tuple[str, ...]

KEPT: Cells = ("on time", "share", "certainly", "possibly", "late", "unknown")
DAYS: Cells = ("days", "lower quartile", "median", "upper quartile", "of")


@attrs.frozen
class Layout:
    """Widths of the columns of dates and days; title and id take what they leave, or a line of their own."""

    width: int
    cells: tuple[int, ...]
    id: int

    @property
    def used(self) -> int:
        """Columns up to the title."""
        return GAP + sum(self.cells) + GAP * len(self.cells)

    @property
    def is_wide(self) -> bool:
        """Whether title and id stand behind the days."""
        return self.width - self.used >= LEAST_TITLE + GAP + self.id

    @property
    def is_narrow(self) -> bool:
        """Whether not even dates and days stand on one line."""
        return self.used - GAP > self.width


def render(slips: Sequence[Slip], figures: Figures, width: int = 100) -> str:
    """The rows and their figures, no line wider than `width`; empty for no rows."""
    if not slips:
        return ""
    room = width // 6
    rows = [HEADERS, *(_cells(slip, room) for slip in slips)]
    widths = tuple(max(map(columns, column)) for column in zip(*rows, strict=True))
    layout = Layout(width, widths, max(columns(f"[{slip.event.id}]") for slip in slips))
    lines = [] if layout.is_narrow else [f"  {_in_columns(HEADERS, layout)}" + ("  event" if layout.is_wide else "")]
    lines += [line for slip, cells in zip(slips, rows[1:], strict=True) for line in _row(slip, cells, layout)]
    return "".join(f"{line.rstrip()}\n" for line in [*lines, "", *_below(figures, width)])


def _cells(slip: Slip, room: int) -> Cells:
    first, last = slip.first_plan, slip.last_plan
    planned = "no date" if slip.is_open else when_text(last, room) if last and slip.revisions else "same"
    return when_text(first, room) if first else "", planned, _outcome(slip), range_text(slip.days), str(slip.revisions)


def _outcome(slip: Slip) -> str:
    """The day it happened, or what became of it."""
    if slip.actual:
        return short(slip.actual)
    if slip.event.status is Status.COMPLETED:
        return "day unknown"
    return str(slip.event.status) if slip.event.status.is_end else ""


def _row(slip: Slip, cells: Cells, layout: Layout) -> Iterator[str]:
    title, key = f"{marker(slip.row)} {clean(slip.event.title)}", f"[{slip.event.id}]"
    if layout.is_wide:
        room = layout.width - layout.used - columns(key) - GAP
        yield f"{title[0]} {_in_columns(cells, layout)}  {left(title[2:], room)}  {key}"
    elif layout.is_narrow:
        yield fit(title, layout.width)
        yield from (f"  {line}" for line in joined([*_in_words(slip, cells), key], layout.width - GAP))
    else:
        yield f"{left(title, layout.width - columns(key) - GAP)}  {key}"
        yield f"  {_in_columns(cells, layout)}"


def _in_columns(cells: Cells, layout: Layout) -> str:
    padded = zip(cells, layout.cells, RIGHT, strict=True)
    return "  ".join(
        " " * (width - columns(cell)) + cell if right else left(cell, width) for cell, width, right in padded
    )


def _in_words(slip: Slip, cells: Cells) -> Iterator[str]:
    first, last, outcome, *_ = cells
    yield f"{first} → {last}" if last != "same" else first
    if outcome:
        yield outcome
    yield f"slip {in_words(slip.days)}"
    yield f"{slip.revisions} rev"


def _below(figures: Figures, width: int) -> Iterator[str]:
    """The figures: sentences, then small tables with a blank line before each."""
    for sentence in _sentences(figures):
        yield from wrap(sentence, width)
    for rows in _tables(figures):
        yield ""
        yield from _small_table(rows, width)


def _sentences(figures: Figures) -> Iterator[str]:
    events = ", ".join(f"{number} {name}" for name, number in figures.events.items() if number)
    yield f"{sum(figures.events.values())} planned: {events}"
    if figures.revisions.number:
        yield _revisions(figures.revisions)


def _revisions(revisions: Revisions) -> str:
    named = {
        "later": revisions.later, "earlier": revisions.earlier, "later or earlier": revisions.unclear,
        "to no date": revisions.undated,
    }  # fmt: skip
    parts = ", ".join(f"{number} {name}" for name, number in named.items() if number)
    return f"{revisions.number} revision{'s' if revisions.number > 1 else ''}: {parts}"


def _tables(figures: Figures) -> Iterator[list[Cells]]:
    """Shares of what happened, and quartiles of days; each with a row of headers."""
    if figures.events["completed"]:
        yield [KEPT, ("by the first plan", *_kept(figures.by_first)), ("by the last plan", *_kept(figures.by_last))]
    spreads = {
        "first plan to outcome": figures.slip,
        "each revision": figures.revisions.days,
        "notice before due": figures.notice,
    }
    rows = [(name, *_spread(spread)) for name, spread in spreads.items() if spread]
    if rows:
        yield [DAYS, *rows]


def _kept(kept: Kept) -> Cells:
    """The share as a range: what may have been on time counts for its upper end only."""
    known = kept.certain + kept.possible + kept.late
    share = _share(kept.certain, kept.certain + kept.possible, known)
    return share, *map(str, (kept.certain, kept.possible, kept.late, kept.unknown))


def _share(fewest: int, most: int, known: int) -> str:
    """Per cent, rounded outwards."""
    if not known:
        return "?"
    low, high = fewest * 100 // known, -(-most * 100 // known)
    return f"{low} %" if low == high else f"{low}–{high} %"


def _spread(spread: Spread) -> Cells:
    return *map(range_text, (spread.lower, spread.median, spread.upper)), str(spread.number)


def _small_table(rows: Sequence[Cells], width: int) -> Iterator[str]:
    """Numbers under their headers; where there is no room, beside them, a row at a time."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + GAP * (len(widths) - 1) <= width:
        for name, *cells in rows:
            numbers = "".join(f"  {cell:>{room}}" for cell, room in zip(cells, widths[1:], strict=True))
            yield f"{name:<{widths[0]}}{numbers}"
        return
    (title, *names), *below = rows
    for name, *cells in below:
        yield fit(f"{title}, {name}", width)
        named = (f"{header} {cell}" for header, cell in zip(names, cells, strict=True))
        yield from (f"  {line}" for line in joined(named, width - GAP))


def table(slips: Iterable[Slip], style: str = "simple") -> str:
    """All rows as one table in a style of tabulate."""
    rows = [(marker(slip.row), slip.event.id, *map(clean, _whole(slip)), clean(slip.event.title)) for slip in slips]
    return drawn(rows, ("", "id", *HEADERS, "event"), style)


def markdown(slips: Iterable[Slip], figures: Figures, today: date) -> str:
    """A Markdown document: the table, then the figures."""
    rows = [tuple(map(escaped, (slip.event.title, *_whole(slip), slip.event.id))) for slip in slips]
    main = drawn(rows, ("Event", *map(str.capitalize, HEADERS), "id"), "pipe")
    sentences = "".join(f"{sentence}.\n\n" for sentence in _sentences(figures)) if rows else ""
    below = "\n".join(
        drawn([tuple(map(escaped, row)) for row in rows], head, "pipe") for head, *rows in _tables(figures)
    )
    return f"As of {day_text(today)}.\n\n{main}\n{sentences}{below}"


def _whole(slip: Slip) -> Cells:
    """The cells with the words of the sources, however long."""
    return _cells(slip, 10_000)
