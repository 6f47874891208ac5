"""Inserting a statement into the text of an event; every other character stays as it was.

A history gets one more item, in the style of its last one. The statement of a flat event becomes the first item of a
new history: the same lines, indented. Comments above a line belong to it; comments below an item that are indented
more than its dash belong to the item. The caller re-parses the result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

import attrs

from ..field_values import STATEMENT_FIELDS
from ..source_spans import BREAK, Entry, Span, line_begin, line_end, next_line

WIDTH = 110
"""Columns of the longest line of a block with a statement in braces."""
Edit = tuple[int, int, str]
"""Start, end, and the text that replaces `text[start:end]`."""


@attrs.frozen
class Style:
    """How a format writes a statement: scalars (field, text, whether in braces), keys and separators."""

    scalar: Callable[[str, str, bool], str]
    key: Callable[[str], str] = str
    colon: str = ": "
    comma: str = ", "

    def in_braces(self, fields: Mapping[str, str]) -> str:
        """`{status: planned, when: 2025}`."""
        written = (f"{self.key(name)}{self.colon}{self.scalar(name, text, True)}" for name, text in fields.items())
        return "{" + self.comma.join(written) + "}"

    def in_lines(self, fields: Mapping[str, str]) -> list[str]:
        """One line per field."""
        return [f"{name}: {self.scalar(name, text, False)}" for name, text in fields.items()]


@attrs.frozen
class Insertion:
    """A statement to insert: the text, the event in it, the fields of the statement, and the style to write them in.

    `usual` is the status of a flat event that states none.
    """

    text: str
    event: Span
    fields: Mapping[str, str]
    usual: str
    style: Style

    @property
    def new_line(self) -> str:
        """The line break used at the event."""
        found = re.compile("\r?\n|\r").search(self.text, self.event.start) or re.search("\r?\n|\r", self.text)
        return found[0] if found else "\n"

    @property
    def flat(self) -> list[int]:
        """The indices of the entries that are the statement of a flat event."""
        return [n for n, entry in enumerate(self.event.entries) if entry.key in STATEMENT_FIELDS]

    def column(self, at: int) -> int:
        """The column of an offset, from 0."""
        return at - line_begin(self.text, at)

    def opens_line(self, at: int) -> bool:
        """Whether only blanks precede it on its line."""
        return not self.text[line_begin(self.text, at) : at].strip()

    def applied(self) -> str:
        """The text with the statement as the last one of the history."""
        history = self.event.get("history")
        if history is None or not history.items:  # in JSON, null is not a value
            edits = self._flat_in_braces() if self.event.is_flow else self._flat_in_lines()
        else:
            edits = self._into_brackets(history) if history.is_flow else self._into_list(history)
        text = self.text
        for start, end, new in sorted(edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    # -- an existing history

    def _into_brackets(self, history: Span) -> list[Edit]:
        """`[{…}, {…}]`: after the last item, on its own line if that item has one."""
        last, new = history.items[-1], self.style.in_braces(self.fields)
        if not self.opens_line(last.start):
            return [(last.end, last.end, self.style.comma + new)]
        line = self.new_line + self.text[line_begin(self.text, last.start) : last.start] + new
        end = line_end(self.text, last.end)
        if history.end <= end:
            return [(last.end, last.end, "," + line)]
        if self.text[last.end : end].lstrip().startswith(","):
            return [(end, end, line + ",")]
        return [(last.end, last.end, ","), (end, end, line)]

    def _into_list(self, history: Span) -> list[Edit]:
        """`- …` on lines: below the last item and the comments that belong to it."""
        last, dash = history.items[-1], self.column(history.start)
        end = past_comments(self.text, line_end(self.text, last.end), dash)
        gap = max(2, self.column(last.start) - dash)
        return [(end, end, self.new_line + self._item(dash, gap, in_braces=last.is_flow))]

    def _item(self, dash: int, gap: int, *, in_braces: bool) -> str:
        """The statement as an item with its dash in column `dash` and its text `gap` columns further right."""
        start = " " * dash + "-" + " " * (gap - 1)
        line = start + self.style.in_braces(self.fields)
        if in_braces and len(line) <= WIDTH:
            return line
        return start + (self.new_line + " " * len(start)).join(self.style.in_lines(self.fields))

    # -- a flat event in braces

    def _flat_in_braces(self) -> list[Edit]:
        """`status: …, when: …` becomes `history: [{status: …, when: …}, {…}]` in place."""
        style, entries, flat = self.style, self.event.entries, self.flat
        head = style.key("history") + style.colon + "["
        tail = style.comma + style.in_braces(self.fields) + "]"
        if not flat:
            end = entries[-1].value.end
            return [(end, end, style.comma + head + style.in_braces({"status": self.usual}) + tail)]
        run, others = _runs(flat)
        end = entries[run[-1]].value.end
        moved = "".join(style.comma + self.text[entries[n].start : entries[n].value.end] for n in others)
        removed = [edit for n in others for edit in self._without(entries[n - 1], entries[n])]
        start = entries[run[0]].start
        return [(start, start, head + "{"), (end, end, moved + "}" + tail), *removed]

    def _without(self, before: Entry, entry: Entry) -> Iterable[Edit]:
        """Remove an entry in braces and the comma before it; comments between the two stay."""
        between = self.text[before.value.end : entry.start]
        if "#" not in between:
            return [(before.value.end, entry.value.end, "")]
        comma = before.value.end + re.sub("#.*", lambda found: " " * len(found[0]), between).index(",")
        return [(comma, comma + 1, ""), (entry.start, entry.value.end, "")]

    # -- a flat event in lines

    def _flat_in_lines(self) -> list[Edit]:
        """The lines of the event's statement are indented below `history:`."""
        column = self.column(self.event.start)
        offset, gap = self._habit()
        dash = column + offset
        start = self.new_line + " " * dash + "-" + " " * (gap - 1)
        last = self.new_line + self._item(dash, gap, in_braces=False)
        if not self.flat:
            end = line_end(self.text, self.event.end)
            head = self.new_line + " " * column + "history:"
            return [(end, end, head + start + f"status: {self.usual}" + last)]
        run, others = _runs(self.flat)
        begin, end = self._begin(run[0], column), self._end(run[-1])
        torn = [(self._lead(n), self._end(n)) for n in others]
        margin = self.new_line + " " * (offset + gap)
        moved = "".join(margin + _indented(self.text[a:b], offset + gap) for a, b in torn)
        new = "history:" + start + _indented(self.text[begin:end], offset + gap) + moved + last
        return [(begin, end, new), *((a, next_line(self.text, b), "") for a, b in torn)]

    def _habit(self) -> tuple[int, int]:
        """The indentation of dashes in this file, and the distance from a dash to its text."""
        text, start = self.text, self.event.start
        found = re.fullmatch("( *)-( +)", text[line_begin(text, start) : start])
        return (min(len(found[1]), 4), 1 + len(found[2])) if found else (2, 2)

    def _begin(self, number: int, column: int) -> int:
        """The start of an entry, in the column of its mapping."""
        start = self.event.entries[number].start
        return line_begin(self.text, start) + column if number else self.event.start

    def _end(self, number: int) -> int:
        """The end of an entry, with the comment on its last line and the indented ones below."""
        end = line_end(self.text, self.event.entries[number].value.end)
        return past_comments(self.text, end, self.column(self.event.start))

    def _lead(self, number: int) -> int:
        """The start of the comments directly above an entry."""
        above = next_line(self.text, self._end(number - 1))
        begin = line_begin(self.text, self.event.entries[number].start)
        lines = [above, *(found.end() for found in BREAK.finditer(self.text, above, begin))]
        for line in reversed([line for line in lines if line < begin]):
            if not self.text[line:begin].lstrip(" ").startswith("#"):
                break
            begin = line
        return begin


def past_comments(text: str, end: int, column: int) -> int:
    """The end of a line, or of the last comment below it that is indented more than `column`."""
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


def _runs(flat: list[int]) -> tuple[list[int], list[int]]:
    """The first run of adjacent entries, and the others."""
    run = [n for place, n in enumerate(flat) if n == flat[0] + place]
    return run, flat[len(run) :]


def _indented(text: str, shift: int) -> str:
    """Every line but the first indented by `shift`; empty lines stay empty."""
    return re.sub(f"({BREAK.pattern})(?=[^\n\r\x85\u2028\u2029])", lambda found: found[0] + " " * shift, text)
