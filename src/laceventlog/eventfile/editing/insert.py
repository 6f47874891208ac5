"""Cutting a new statement into the text of an event, so that every other character stays as it was.

A history grows by one item, in the style of its last one. What a flat event says of itself becomes the first item
of a new history: the same lines, only further in. Comments above a line belong to it, those below an item that are
further in than its dash belong to the item. What comes of this is read again by whoever asked for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

import attrs

from ..field_names import STATEMENT_FIELDS
from ..line_breaks import BREAK, line_begin, line_end, next_line
from ..source_spans import Entry, Span

WIDTH = 110
"""Columns up to which a statement in braces stays on one line of a block."""
Edit = tuple[int, int, str]
"""`text[start:end]` becomes the third."""


@attrs.frozen
class Pen:
    """How a format writes a statement: its scalars (field, text, whether in braces), keys and separators."""

    scalar: Callable[[str, str, bool], str]
    key: Callable[[str], str] = str
    colon: str = ": "
    comma: str = ", "

    def in_braces(self, fields: Mapping[str, str]) -> str:
        """`{status: planned, when: 2025}`."""
        written = (f"{self.key(name)}{self.colon}{self.scalar(name, text, True)}" for name, text in fields.items())
        return "{" + self.comma.join(written) + "}"

    def in_lines(self, fields: Mapping[str, str]) -> list[str]:
        """One field a line."""
        return [f"{name}: {self.scalar(name, text, False)}" for name, text in fields.items()]


@attrs.frozen
class Cut:
    """One operation: the text, the event in it, what is to be added to it, and how it is written.

    `usual` is the status of a first statement that states nothing at all.
    """

    text: str
    event: Span
    fields: Mapping[str, str]
    usual: str
    pen: Pen

    @property
    def new_line(self) -> str:
        """The line break of this place."""
        found = re.compile("\r?\n|\r").search(self.text, self.event.start) or re.search("\r?\n|\r", self.text)
        return found[0] if found else "\n"

    @property
    def flat(self) -> list[int]:
        """Which entries of the event belong to its own one statement."""
        return [n for n, entry in enumerate(self.event.entries) if entry.key in STATEMENT_FIELDS]

    def column(self, at: int) -> int:
        """The column of a place, from 0."""
        return at - line_begin(self.text, at)

    def opens_line(self, at: int) -> bool:
        """Whether only blanks stand before it."""
        return not self.text[line_begin(self.text, at) : at].strip()


def append(cut: Cut) -> str:
    """The text with the new statement as the last one of the event's history."""
    history = cut.event.get("history")
    if history is None or not history.items:  # to JSON, null is no value
        edits = _flat_in_braces(cut) if cut.event.is_flow else _flat_in_lines(cut)
    else:
        edits = _into_brackets(cut, history) if history.is_flow else _into_list(cut, history)
    text = cut.text
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


# -- a history that is there


def _into_brackets(cut: Cut, history: Span) -> list[Edit]:
    """`[{…}, {…}]`: behind the last item, on a line of its own where that one has one."""
    last, new = history.items[-1], cut.pen.in_braces(cut.fields)
    if not cut.opens_line(last.start):
        return [(last.end, last.end, cut.pen.comma + new)]
    line = cut.new_line + cut.text[line_begin(cut.text, last.start) : last.start] + new
    end = line_end(cut.text, last.end)
    if history.end <= end:
        return [(last.end, last.end, "," + line)]
    if cut.text[last.end : end].lstrip().startswith(","):
        return [(end, end, line + ",")]
    return [(last.end, last.end, ","), (end, end, line)]


def _into_list(cut: Cut, history: Span) -> list[Edit]:
    """`- …` in lines: below the last item and the comments that are further in."""
    last, dash = history.items[-1], cut.column(history.start)
    end = past_comments(cut.text, line_end(cut.text, last.end), dash)
    gap = max(2, cut.column(last.start) - dash)
    return [(end, end, cut.new_line + _item(cut, dash, gap, in_braces=last.is_flow))]


def past_comments(text: str, end: int, column: int) -> int:
    """The end of a line, or that of the last comment below it that stands further in than `column`."""
    at = end
    while at < len(text):
        begin = next_line(text, at)
        at = line_end(text, begin)
        line = text[begin:at]
        if line.strip() and not line.lstrip(" ").startswith("#"):
            break
        if line.strip() and len(line) - len(line.lstrip(" ")) > column:
            end = at
    return end


def _item(cut: Cut, dash: int, gap: int, *, in_braces: bool) -> str:
    """The new statement as an item whose dash stands in column `dash`, and its text `gap` columns further."""
    start = " " * dash + "-" + " " * (gap - 1)
    line = start + cut.pen.in_braces(cut.fields)
    if in_braces and len(line) <= WIDTH:
        return line
    return start + (cut.new_line + " " * len(start)).join(cut.pen.in_lines(cut.fields))


# -- a flat event in braces


def _flat_in_braces(cut: Cut) -> list[Edit]:
    """`status: …, when: …` becomes `history: [{status: …, when: …}, {…}]` where it stands."""
    pen, entries, flat = cut.pen, cut.event.entries, cut.flat
    head = pen.key("history") + pen.colon + "["
    tail = pen.comma + pen.in_braces(cut.fields) + "]"
    if not flat:
        end = entries[-1].value.end
        return [(end, end, pen.comma + head + pen.in_braces({"status": cut.usual}) + tail)]
    run, others = _runs(flat)
    end = entries[run[-1]].value.end
    moved = "".join(pen.comma + cut.text[entries[n].start : entries[n].value.end] for n in others)
    removed = [edit for n in others for edit in _without(cut, entries[n - 1], entries[n])]
    start = entries[run[0]].start
    return [(start, start, head + "{"), (end, end, moved + "}" + tail), *removed]


def _runs(flat: list[int]) -> tuple[list[int], list[int]]:
    """The first entries that stand together, and the others."""
    run = [n for place, n in enumerate(flat) if n == flat[0] + place]
    return run, flat[len(run) :]


def _without(cut: Cut, before: Entry, entry: Entry) -> Iterable[Edit]:
    """Take an entry out of braces, and the comma before it; comments between the two stay."""
    between = cut.text[before.value.end : entry.start]
    if "#" not in between:
        return [(before.value.end, entry.value.end, "")]
    comma = before.value.end + re.sub("#.*", lambda found: " " * len(found[0]), between).index(",")
    return [(comma, comma + 1, ""), (entry.start, entry.value.end, "")]


# -- a flat event in lines


def _flat_in_lines(cut: Cut) -> list[Edit]:
    """The lines of the event's own statement move further in, below `history:`."""
    column = cut.column(cut.event.start)
    offset, gap = _habit(cut)
    dash = column + offset
    start = cut.new_line + " " * dash + "-" + " " * (gap - 1)
    last = cut.new_line + _item(cut, dash, gap, in_braces=False)
    if not cut.flat:
        end = line_end(cut.text, cut.event.end)
        head = cut.new_line + " " * column + "history:"
        return [(end, end, head + start + f"status: {cut.usual}" + last)]
    run, others = _runs(cut.flat)
    begin, end = _begin(cut, run[0], column), _end(cut, run[-1])
    torn = [(_lead(cut, n), _end(cut, n)) for n in others]
    moved = "".join(cut.new_line + " " * (offset + gap) + _further_in(cut.text[a:b], offset + gap) for a, b in torn)
    new = "history:" + start + _further_in(cut.text[begin:end], offset + gap) + moved + last
    return [(begin, end, new), *((a, next_line(cut.text, b), "") for a, b in torn)]


def _habit(cut: Cut) -> tuple[int, int]:
    """How far in this file puts a dash below its key, and a text behind its dash."""
    found = re.fullmatch("( *)-( +)", cut.text[line_begin(cut.text, cut.event.start) : cut.event.start])
    return (min(len(found[1]), 4), 1 + len(found[2])) if found else (2, 2)


def _begin(cut: Cut, number: int, column: int) -> int:
    """Where an entry begins: in the column of its mapping."""
    return line_begin(cut.text, cut.event.entries[number].start) + column if number else cut.event.start


def _end(cut: Cut, number: int) -> int:
    """Where an entry ends, with the comment in its last line and those below that are further in."""
    end = line_end(cut.text, cut.event.entries[number].value.end)
    return past_comments(cut.text, end, cut.column(cut.event.start))


def _lead(cut: Cut, number: int) -> int:
    """Where the comments directly above an entry begin."""
    above = next_line(cut.text, _end(cut, number - 1))
    begin = line_begin(cut.text, cut.event.entries[number].start)
    lines = [above, *(found.end() for found in BREAK.finditer(cut.text, above, begin))]
    for line in reversed([line for line in lines if line < begin]):
        if not cut.text[line:begin].lstrip(" ").startswith("#"):
            break
        begin = line
    return begin


def _further_in(text: str, shift: int) -> str:
    """Every line but the first moved to the right; what is empty stays empty."""
    return re.sub(f"({BREAK.pattern})(?=[^\n\r\x85\u2028\u2029])", lambda found: found[0] + " " * shift, text)
