"""The slip of a whole log: one line per event, two in narrow views, most urgent first; figures below.

Days are ranges (`+12..+43`); later is positive, `?` is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import attrs

from ...model import Status
from ...reports import Figures, KeptPlans, RevisionCounts, Slip, Spread
from ...reports.records import SLIP_FIELDS, flat_slip_record
from ...text_width import columns
from ..day_ranges import in_words, range_text
from ..i18n import ENGLISH, Voice
from ..labels import UNCUT, marker, short, when_text
from ..render_options import PLAIN, RenderOptions
from ..tables.columns import Fields
from ..tables.styled_table import PIPE, SIMPLE, of, written
from ..text_layout import clean, fit, left, wrap
from .slip_chart import joined

COLUMNS = ("first plan", "last plan", "outcome", "days", "revisions")
RIGHT = (False, False, False, True, True)
LEAST_TITLE = 24
GAP = 2

Cells = tuple[str, ...]

KEPT: Cells = ("on time", "share", "certainly", "possibly", "late", "unknown")
DAYS: Cells = ("days", "lower quartile", "median", "upper quartile", "of how many")


@attrs.frozen
class TableLayout:
    """Column widths of dates and days; title and id get the rest, or a line of their own."""

    options: RenderOptions
    cells: tuple[int, ...]
    id: int

    @property
    def used(self) -> int:
        """Columns before the title."""
        return GAP + sum(self.cells) + GAP * len(self.cells)

    @property
    def is_wide(self) -> bool:
        """Whether title and id fit after the days."""
        return self.options.width - self.used >= LEAST_TITLE + GAP + self.id

    @property
    def is_narrow(self) -> bool:
        """Whether dates and days need more than one line."""
        return self.used - GAP > self.options.width


def render(slips: Sequence[Slip], figures: Figures, options: RenderOptions = PLAIN) -> str:
    """The rows and their figures, in `options.width` columns; empty for no rows."""
    if not slips:
        return ""
    rows = [_names(COLUMNS, options.voice), *(_cells(slip, options.width // 6, options.voice) for slip in slips)]
    widths = tuple(max(map(columns, column)) for column in zip(*rows, strict=True))
    layout = TableLayout(options, widths, max(columns(f"[{slip.event.id}]") for slip in slips))
    lines = [] if layout.is_narrow else [options.paint(_header(rows[0], layout), "heading")]
    lines += [line for slip, cells in zip(slips, rows[1:], strict=True) for line in _row(slip, cells, layout)]
    return "".join(f"{line.rstrip()}\n" for line in [*lines, "", *_below(figures, options)])


def _names(names: Cells, voice: Voice) -> Cells:
    return tuple(map(voice.name, names))


def _header(names: Cells, layout: TableLayout) -> str:
    return f"  {_in_columns(names, layout)}" + (f"  {layout.options.voice.name('event')}" if layout.is_wide else "")


def _cells(slip: Slip, room: int, voice: Voice) -> Cells:
    first = when_text(slip.first_plan, room, voice) if slip.first_plan else ""
    return first, _planned(slip, room, voice), _outcome(slip, voice), range_text(slip.days), str(slip.revisions)


def _planned(slip: Slip, room: int, voice: Voice) -> str:
    """The last plan, if it differs from the first."""
    if slip.is_open:
        return voice.say("no date")
    return when_text(slip.last_plan, room, voice) if slip.last_plan and slip.revisions else voice.say("same")


def _outcome(slip: Slip, voice: Voice) -> str:
    """The date of the outcome, or the final status."""
    if slip.actual:
        return short(slip.actual, voice)
    if slip.event.status is Status.COMPLETED:
        return voice.say("day unknown")
    return voice.word(slip.event.status) if slip.event.status.is_end else ""


def _row(slip: Slip, cells: Cells, layout: TableLayout) -> Iterator[str]:
    title, key, width = clean(slip.event.title), f"[{slip.event.id}]", layout.options.width
    sign, paint = layout.options.paint(marker(slip.row), slip.row.group), layout.options.paint
    if layout.is_wide:
        room = width - layout.used - columns(key) - GAP
        yield f"{sign} {_in_columns(cells, layout)}  {left(title, room)}  {paint(key, 'soft')}"
    elif layout.is_narrow:
        yield f"{sign} {fit(title, width - GAP)}"
        words = [*_in_words(slip, cells, layout.options.voice), key]
        yield from (f"  {line}" for line in joined(words, width - GAP))
    else:
        yield f"{sign} {left(title, width - columns(key) - 2 * GAP)}  {paint(key, 'soft')}"
        yield f"  {_in_columns(cells, layout)}"


def _in_columns(cells: Cells, layout: TableLayout) -> str:
    padded = zip(cells, layout.cells, RIGHT, strict=True)
    return "  ".join(
        " " * (width - columns(cell)) + cell if right else left(cell, width) for cell, width, right in padded
    )


def _in_words(slip: Slip, cells: Cells, voice: Voice) -> Iterator[str]:
    first, last, outcome, *_ = cells
    yield f"{first} → {last}" if slip.is_open or slip.revisions else first
    if outcome:
        yield outcome
    yield voice.say("slip days", days=in_words(slip.days, voice))
    yield voice.say("n rev", slip.revisions)


def _below(figures: Figures, options: RenderOptions) -> Iterator[str]:
    """The figures as sentences, then as small tables."""
    for sentence in _sentences(figures, options.voice):
        yield from wrap(sentence, options.width)
    for header, *rows in _tables(figures, options.voice):
        yield ""
        yield from _small_table(header, rows, options)


def _sentences(figures: Figures, voice: Voice) -> Iterator[str]:
    events = _counts(figures.events, voice)
    yield voice.say("n planned", sum(figures.events.values()), events=events)
    if figures.revisions.number:
        yield _revisions(figures.revisions, voice)


def _counts(numbers: Mapping[str, int], voice: Voice) -> str:
    return ", ".join(voice.say(f"n {name}", number) for name, number in numbers.items() if number)


def _revisions(revisions: RevisionCounts, voice: Voice) -> str:
    named = {
        "later": revisions.later, "earlier": revisions.earlier, "later or earlier": revisions.unclear,
        "to no date": revisions.undated,
    }  # fmt: skip
    return voice.say("revisions", revisions.number, parts=_counts(named, voice))


def _tables(figures: Figures, voice: Voice) -> Iterator[list[Cells]]:
    """A table of plans kept and one of quartiles of days, each with its headers."""
    if figures.events["completed"]:
        kept = {"by the first plan": figures.by_first, "by the last plan": figures.by_last}
        yield [_names(KEPT, voice), *((voice.name(name), *_kept(numbers)) for name, numbers in kept.items())]
    spreads = {
        "first plan to outcome": figures.slip,
        "each revision": figures.revisions.days,
        "notice before due": figures.notice,
    }
    rows = [(voice.name(name), *_spread(spread)) for name, spread in spreads.items() if spread]
    if rows:
        yield [_names(DAYS, voice), *rows]


def _kept(kept: KeptPlans) -> Cells:
    """The share of plans kept as a range, and its numbers; plans possibly kept count for the upper end."""
    known = kept.certain + kept.possible + kept.late
    share = _share(kept.certain, kept.certain + kept.possible, known)
    return share, *map(str, (kept.certain, kept.possible, kept.late, kept.unknown))


def _share(fewest: int, most: int, known: int) -> str:
    """A range in per cent, rounded outwards."""
    if not known:
        return "?"
    low, high = fewest * 100 // known, -(-most * 100 // known)
    return f"{low} %" if low == high else f"{low}–{high} %"


def _spread(spread: Spread) -> Cells:
    return *map(range_text, (spread.lower, spread.median, spread.upper)), str(spread.number)


def _small_table(header: Cells, rows: Sequence[Cells], options: RenderOptions) -> Iterator[str]:
    """Numbers under their headers, or beside them, row by row, if the table does not fit."""
    widths = [max(map(columns, column)) for column in zip(header, *rows, strict=True)]
    if sum(widths) + GAP * (len(widths) - 1) <= options.width:
        yield options.paint(_small_row(header, widths), "soft")
        yield from (_small_row(row, widths) for row in rows)
        return
    title, *names = header
    for name, *cells in rows:
        yield fit(f"{title}, {name}", options.width)
        named = (f"{header} {cell}" for header, cell in zip(names, cells, strict=True))
        yield from (f"  {line}" for line in joined(named, options.width - GAP))


def _small_row(row: Cells, widths: Sequence[int]) -> str:
    name, *cells = row
    return f"{name:<{widths[0]}}" + "".join(f"  {cell:>{room}}" for cell, room in zip(cells, widths[1:], strict=True))


def _whole(number: int) -> Callable[[Slip, date, RenderOptions], str]:
    """A cell with the uncut words of the source."""
    return lambda slip, _, options: clean(_cells(slip, UNCUT, options.voice)[number])


FIELDS: Fields[Slip] = Fields(
    record=flat_slip_record,
    names=SLIP_FIELDS,
    cells=MappingProxyType({
        "mark": lambda slip, _, options: options.paint(marker(slip.row), slip.row.group),
        **{name: _whole(number) for number, name in enumerate(("first", "last", "outcome", "days", "revisions"))},
    }),
    headers=MappingProxyType({
        "first": "first plan", "last": "last plan", "title": "event", "first_plan_text": "first plan",
        "last_plan_text": "last plan", "actual_text": "outcome",
    }),
)  # fmt: skip
TABLE = ("mark", "id", "first", "last", "outcome", "days", "revisions", "title")
MARKDOWN = ("title", *TABLE[2:7], "id")


def table(
    slips: Iterable[Slip], options: RenderOptions = PLAIN, style: str = SIMPLE, columns: Sequence[str] = TABLE
) -> str:
    """All rows as a table in a style of tabulate, of any width."""
    return of(FIELDS, slips, date.min, options, style, columns)


def markdown(
    slips: Iterable[Slip], figures: Figures, today: date, voice: Voice = ENGLISH, columns: Sequence[str] = MARKDOWN
) -> str:
    """Table and figures as Markdown."""
    rows = [FIELDS.row(slip, columns, today, RenderOptions(voice=voice)) for slip in slips]
    headers = [FIELDS.title(name, voice) for name in columns]
    sentences = "".join(f"{sentence}.\n\n" for sentence in _sentences(figures, voice)) if rows else ""
    below = "\n".join(written(rows, head, PIPE) for head, *rows in _tables(figures, voice))
    as_of = voice.say("as of", day=voice.day(today))
    return f"{as_of}\n\n{written(rows, headers, PIPE)}\n{sentences}{below}"
