"""Problems and exceptions: the one format in which this library says what is wrong.

A `Problem` is a value: where, which code, what, the source line, and what to do. The exceptions carry
problems or build their own sentence, so that a call site only raises. Every code is listed in `CODES`
and has a reproducing file in `tests/errors/`, from which `docs/errors.md` is made.

Lines and columns count from 1; columns count characters, not bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from .text_width import character_columns, columns

CODES = {
    "F001": "no such file or folder",
    "F002": "not UTF-8 text",
    "F003": "cannot be read",
    "F004": "holds no events",
    "F005": "not a kind of file that is read",
    "Y001": "not valid YAML",
    "Y002": "a tab where YAML wants spaces",
    "Y003": "an anchor, alias or merge key",
    "Y004": "a YAML tag",
    "Y005": "a key given twice",
    "Y006": "nested too deep",
    "Y007": "not valid JSON",
    "Y008": "too many problems in one file",
    "S001": "unknown field",
    "S002": "a needed field is missing",
    "S003": "text, a list or a mapping where another was expected",
    "S004": "unknown kind",
    "S005": "unknown status",
    "S006": "unknown country",
    "S007": "not a usable id",
    "S008": "not a number or an amount",
    "S009": "said twice, in the event and in its history",
    "S010": "a field without a value",
    "S011": "unknown source",
    "D001": "cannot be read as a date",
    "D002": "a day that does not exist",
    "D003": "ends before it starts",
    "D004": "an ambiguous date",
    "D005": "outside the years 0001-9999",
    "D006": "an incomplete date",
    "L001": "two events with one id",
    "L002": "a link to nothing",
    "L003": "two sources with one id",
    "L004": "a link to itself",
    "L005": "links that go in a circle",
    "C001": "not an iCalendar content line",
    "C002": "calendar text that is not UTF-8",
    "C003": "mismatched BEGIN/END",
    "C004": "line end other than CR LF",
    "C005": "line too long, empty or badly folded",
    "C006": "control character",
    "C007": "missing property",
    "C008": "repeated property",
    "C009": "misplaced property",
    "C010": "conflicting or missing companion properties",
    "C011": "missing, invalid or misplaced parameter",
    "C012": "missing or wrong value type",
    "C013": "unreadable value",
    "C014": "value not allowed for its property",
    "C015": "local time instead of UTC, or the reverse",
    "C016": "end at or before the start",
    "C017": "related dates of different types",
    "C018": "TZID without a VTIMEZONE",
    "C019": "invalid recurrence rule",
    "C020": "duplicate UID or TZID",
    "C021": "unescaped text",
    "C022": "calendar without entries",
    "C023": "unknown name",
    "C050": "component that is not imported",
    "C051": "date without VALUE=DATE",
    "C052": "unknown time zone",
    "C053": "recurrence cannot be expanded",
    "C054": "changed in the calendar after it was exported",
    "P001": "a change of status without the reason it wants",
    "P002": "an unlikely move between statuses",
    "P003": "a change of status without the date it wants",
    "P004": "completed before it was said to be planned",
    "P005": "dated after the day it was reported",
    "P006": "in force before it was signed",
    "P007": "outside the term of its programme",
    "P008": "missed before its last possible day",
    "P009": "two events alike",
    "P010": "a weekday that is not that of its date",
    "P011": "a year beyond 2100",
    "P012": "1 January where the whole year may be meant",
    "P013": "falls before what it waits for can have ended",
    "P014": "statements of one day that contradict each other",
    "P015": "planned for a time already past",
    "P016": "a quote that names another year",
    "P017": "said after its source came out",
    "P018": "a season where two years may be meant",
    "P019": "dated after its country's code was withdrawn",
}
"""Every code and its meaning; a letter for the layer: File, YAML/JSON, Schema, Date, Link, Calendar, Plausibility."""

WARNINGS = frozenset(code for code in CODES if code.startswith("P")) | {"C005", "C021", "C022", "C023"}
"""The codes of what is suspicious but may be right, and of what other readers take though it should not be so."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None when none is near."""
    from difflib import get_close_matches

    close = get_close_matches(word.casefold(), {k.casefold(): k for k in known}, n=1, cutoff=0.6)
    return {k.casefold(): k for k in known}[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A remedy that names the nearest known word, else `otherwise`."""
    known = list(known)
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else otherwise or f"one of: {', '.join(known)}"


TURNING = (0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
"""Characters that end a line or turn the direction of writing."""
VISIBLE = (
    {n: 0x2400 + n for n in range(0x20)} | {0x7F: 0x2421} | {9: " "}
    | dict.fromkeys((*range(0x80, 0xA0), *TURNING), 0xFFFD)
)  # fmt: skip
"""Control characters as their pictures: what a file holds must not move the cursor of a terminal."""
RENDER_WIDTH = 100
"""Columns of a problem where nobody says how many there are."""


def around(source: str, width: int, *places: tuple[int, int]) -> str:
    """The part of a line around the first of the places (column, width) that fits, with carets under all of them."""
    line = source.translate(VISIBLE)
    spots = [(min(column - 1, len(line)), max(length, 1)) for column, length in places]
    first, last = _window(line, spots[0][0], width - 2)
    head, tail = "…" * (first > 0), "…" * (last < len(line))
    inside = [(max(at, first), min(at + length, max(last, at + 1))) for at, length in spots if at <= last]
    marked = [(begin - first + len(head) + 1, end - begin) for begin, end in inside if end > begin]
    return caret(head + line[first:last] + tail, *marked[0], *marked[1:])


def _window(line: str, at: int, room: int) -> tuple[int, int]:
    """The part of a line, around its character `at`, that takes at most `room` columns with an ellipsis at each cut."""
    if len(line) <= 2 * room and columns(line) <= room:
        return 0, len(line)
    first = _reach(line, at, -1, (room - 2) // 3)
    last = _reach(line, first, 1, room - 2)
    return _reach(line, last, -1, room - 2), last


def _reach(line: str, at: int, step: int, room: int) -> int:
    """How far one comes from `at` within so many columns."""
    while 0 <= at + min(step, 0) < len(line):
        room -= character_columns(line[at + min(step, 0)])
        if room < 0:
            break
        at += step
    return at


def caret(source: str, column: int, width: int = 1, *more: tuple[int, int]) -> str:
    """The line `source` and, under it, carets below `width` characters from `column`, and below `more` such places."""
    line = source.translate(VISIBLE)
    drawn = ""
    for first, length in sorted({(column, max(width, 1)), *more}):
        begin, end = columns(line[: first - 1]), columns(line[: first - 1 + length])
        drawn = drawn.ljust(begin)
        drawn += "^" * max(1, end - len(drawn))
    return f"  {line}\n  {drawn}"


@attrs.frozen
class Problem:
    """One thing wrong in one place of one file, with its remedy.

    `line` and `column` count from 1 and are 0 where the whole file is meant; `width` characters are
    underlined. A `warning` is suspicious but may be right; everything else stands in the way of loading.
    """

    path: str
    line: int
    column: int
    code: str = attrs.field(validator=attrs.validators.in_(CODES))
    message: str
    source: str = ""
    hint: str = ""
    width: int = 1

    @property
    def is_warning(self) -> bool:
        """Whether the file can be used all the same."""
        return self.code in WARNINGS

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Reading order: file, line, column, code."""
        return self.path, self.line, self.column, self.code

    def __str__(self) -> str:
        """`path:line:column: CODE message`, the source line, a caret and the remedy."""
        return self.render()

    def render(self, width: int = RENDER_WIDTH) -> str:
        """The same, with no more of the source line than fits into so many columns: the caret must not wrap."""
        path = self.path.translate(VISIBLE)
        where = f"{path}:{self.line}:{self.column}" if self.line else path
        parts = [f"{where}: {self.code} {self.message.translate(VISIBLE)}"]
        if self.source:
            parts.append(around(self.source, width, (self.column, self.width)))
        if self.hint:
            parts.append(f"  = {self.hint.translate(VISIBLE)}")
        return "\n".join(parts)

    def as_dict(self) -> dict[str, str | int]:
        """The same for machines, by the names of the fields; `end_column` is that after the last character meant."""
        end = self.column + self.width if self.line else 0
        return attrs.asdict(self) | {"end_column": end, "severity": "warning" if self.is_warning else "error"}


class LaceventlogError(Exception):
    """The root of all errors raised on purpose; `exit_code` is what the command ends with."""

    exit_code = 2


class DateError(LaceventlogError, ValueError):
    """A text that cannot be read as a date: `reason`, and `text[start:end]` is what stands in the way.

    `also` are the places of all words that were not understood.
    """

    def __init__(self, text: str, start: int, end: int, reason: str, hint: str = "", code: str = "D001") -> None:
        """Keep the place and the reason; the sentence is built by `__str__`."""
        super().__init__(text, start, end, reason, hint, code)
        self.text, self.start, self.end = text, start, max(end, start + 1)
        self.reason, self.hint, self.code = reason, hint, code
        self.also: tuple[tuple[int, int], ...] = ()

    def placed(self, text: str, places: Sequence[int]) -> DateError:
        """The same of the text that it was written as; `places` are those of its characters."""
        if text == self.text:
            return self
        end = places[min(self.end, len(self.text))]
        moved = DateError(text, places[self.start], end, self.reason, self.hint, self.code)
        moved.also = tuple((places[start], places[end]) for start, end in self.also)
        return moved

    def __str__(self) -> str:
        """The reason, the text with a caret under the offending words, and the remedy."""
        places = (self.start + 1, self.end - self.start), *((start + 1, end - start) for start, end in self.also)
        lines = [self.reason, around(self.text, RENDER_WIDTH, *places)]
        return "\n".join([*lines, f"  = {self.hint}"] if self.hint else lines)


class FieldError(LaceventlogError, ValueError):
    """A text that a field cannot take; `code` says which kind of field."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        """Keep code, message and remedy for the reader to place in a file."""
        super().__init__(code, message, hint)
        self.code, self.message, self.hint = code, message, hint

    def __str__(self) -> str:
        """The message, and the remedy on a line of its own."""
        return f"{self.message}\n  = {self.hint}" if self.hint else self.message


class LoadError(LaceventlogError):
    """Files that do not load: every problem found in them, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep all problems, sorted as one would read the files."""
        self.problems = tuple(sorted(problems, key=lambda p: p.sort_key))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """All problems, one block each."""
        return "\n".join(map(str, self.problems))


class UsageError(LaceventlogError):
    """A question that cannot be asked: an unknown id, filter value or file to write."""
