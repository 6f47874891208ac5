"""Cutting a new statement into the text of an event, so that every other character stays as it was.

A history grows by one item, in the style of its last one. What a flat event says of itself becomes the first item
of a new history: the same lines, only further in. Comments above a line belong to it, those below an item that are
further in than its dash belong to the item. What comes of this is read again by whoever asked for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

import attrs

from ..field_values import STATEMENT_FIELDS
from ..source_spans import BREAK, Entry, Span, line_begin, line_end, next_line

WIDTH = 110
"""Columns up to which a statement in braces stays on one line of a block."""
Edit = tuple[int, int, str]
"""`text[start:end]` becomes the third."""


@attrs.frozen
class Style:
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
class Insertion:
    """One operation: the text, the event in it, what is to be added to it, and how it is written.

    `usual` is the status of a first statement that states nothing at all.
    """

    text: str
    event: Span
    fields: Mapping[str, str]
    usual: str
    style: Style

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


def append(insertion: Insertion) -> str:
    """The text with the new statement as the last one of the event's history."""
    history = insertion.event.get("history")
    if history is None or not history.items:  # to JSON, null is no value
        edits = _flat_in_braces(insertion) if insertion.event.is_flow else _flat_in_lines(insertion)
    else:
        edits = _into_brackets(insertion, history) if history.is_flow else _into_list(insertion, history)
    text = insertion.text
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


# -- a history that is there


def _into_brackets(insertion: Insertion, history: Span) -> list[Edit]:
    """`[{…}, {…}]`: behind the last item, on a line of its own where that one has one."""
    last, new = history.items[-1], insertion.style.in_braces(insertion.fields)
    if not insertion.opens_line(last.start):
        return [(last.end, last.end, insertion.style.comma + new)]
    line = insertion.new_line + insertion.text[line_begin(insertion.text, last.start) : last.start] + new
    end = line_end(insertion.text, last.end)
    if history.end <= end:
        return [(last.end, last.end, "," + line)]
    if insertion.text[last.end : end].lstrip().startswith(","):
        return [(end, end, line + ",")]
    return [(last.end, last.end, ","), (end, end, line)]


def _into_list(insertion: Insertion, history: Span) -> list[Edit]:
    """`- …` in lines: below the last item and the comments that are further in."""
    last, dash = history.items[-1], insertion.column(history.start)
    end = past_comments(insertion.text, line_end(insertion.text, last.end), dash)
    gap = max(2, insertion.column(last.start) - dash)
    return [(end, end, insertion.new_line + _item(insertion, dash, gap, in_braces=last.is_flow))]


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


def _item(insertion: Insertion, dash: int, gap: int, *, in_braces: bool) -> str:
    """The new statement as an item whose dash stands in column `dash`, and its text `gap` columns further."""
    start = " " * dash + "-" + " " * (gap - 1)
    line = start + insertion.style.in_braces(insertion.fields)
    if in_braces and len(line) <= WIDTH:
        return line
    return start + (insertion.new_line + " " * len(start)).join(insertion.style.in_lines(insertion.fields))


# -- a flat event in braces


def _flat_in_braces(insertion: Insertion) -> list[Edit]:
    """`status: …, when: …` becomes `history: [{status: …, when: …}, {…}]` where it stands."""
    style, entries, flat = insertion.style, insertion.event.entries, insertion.flat
    head = style.key("history") + style.colon + "["
    tail = style.comma + style.in_braces(insertion.fields) + "]"
    if not flat:
        end = entries[-1].value.end
        return [(end, end, style.comma + head + style.in_braces({"status": insertion.usual}) + tail)]
    run, others = _runs(flat)
    end = entries[run[-1]].value.end
    moved = "".join(style.comma + insertion.text[entries[n].start : entries[n].value.end] for n in others)
    removed = [edit for n in others for edit in _without(insertion, entries[n - 1], entries[n])]
    start = entries[run[0]].start
    return [(start, start, head + "{"), (end, end, moved + "}" + tail), *removed]


def _runs(flat: list[int]) -> tuple[list[int], list[int]]:
    """The first entries that stand together, and the others."""
    run = [n for place, n in enumerate(flat) if n == flat[0] + place]
    return run, flat[len(run) :]


def _without(insertion: Insertion, before: Entry, entry: Entry) -> Iterable[Edit]:
    """Take an entry out of braces, and the comma before it; comments between the two stay."""
    between = insertion.text[before.value.end : entry.start]
    if "#" not in between:
        return [(before.value.end, entry.value.end, "")]
    comma = before.value.end + re.sub("#.*", lambda found: " " * len(found[0]), between).index(",")
    return [(comma, comma + 1, ""), (entry.start, entry.value.end, "")]


# -- a flat event in lines


def _flat_in_lines(insertion: Insertion) -> list[Edit]:
    """The lines of the event's own statement move further in, below `history:`."""
    column = insertion.column(insertion.event.start)
    offset, gap = _habit(insertion)
    dash = column + offset
    start = insertion.new_line + " " * dash + "-" + " " * (gap - 1)
    last = insertion.new_line + _item(insertion, dash, gap, in_braces=False)
    if not insertion.flat:
        end = line_end(insertion.text, insertion.event.end)
        head = insertion.new_line + " " * column + "history:"
        return [(end, end, head + start + f"status: {insertion.usual}" + last)]
    run, others = _runs(insertion.flat)
    begin, end = _begin(insertion, run[0], column), _end(insertion, run[-1])
    torn = [(_lead(insertion, n), _end(insertion, n)) for n in others]
    margin = insertion.new_line + " " * (offset + gap)
    moved = "".join(margin + _further_in(insertion.text[a:b], offset + gap) for a, b in torn)
    new = "history:" + start + _further_in(insertion.text[begin:end], offset + gap) + moved + last
    return [(begin, end, new), *((a, next_line(insertion.text, b), "") for a, b in torn)]


def _habit(insertion: Insertion) -> tuple[int, int]:
    """How far in this file puts a dash below its key, and a text behind its dash."""
    text, start = insertion.text, insertion.event.start
    found = re.fullmatch("( *)-( +)", text[line_begin(text, start) : start])
    return (min(len(found[1]), 4), 1 + len(found[2])) if found else (2, 2)


def _begin(insertion: Insertion, number: int, column: int) -> int:
    """Where an entry begins: in the column of its mapping."""
    start = insertion.event.entries[number].start
    return line_begin(insertion.text, start) + column if number else insertion.event.start


def _end(insertion: Insertion, number: int) -> int:
    """Where an entry ends, with the comment in its last line and those below that are further in."""
    end = line_end(insertion.text, insertion.event.entries[number].value.end)
    return past_comments(insertion.text, end, insertion.column(insertion.event.start))


def _lead(insertion: Insertion, number: int) -> int:
    """Where the comments directly above an entry begin."""
    above = next_line(insertion.text, _end(insertion, number - 1))
    begin = line_begin(insertion.text, insertion.event.entries[number].start)
    lines = [above, *(found.end() for found in BREAK.finditer(insertion.text, above, begin))]
    for line in reversed([line for line in lines if line < begin]):
        if not insertion.text[line:begin].lstrip(" ").startswith("#"):
            break
        begin = line
    return begin


def _further_in(text: str, shift: int) -> str:
    """Every line but the first moved to the right; what is empty stays empty."""
    return re.sub(f"({BREAK.pattern})(?=[^\n\r\x85\u2028\u2029])", lambda found: found[0] + " " * shift, text)
