"""What a statement says, in the words that a card, a history and a list of differences share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..dates import When
from ..model import Statement
from .text import day_text, wrap
from .words import short

INDENT = 14
NARROW = 40


def entry(name: str, text: str, width: int) -> list[str]:
    """The name of an entry and its text beside it, or below it where it is narrow."""
    if width < NARROW:
        return [f"  {name}", *indented(text, width)]
    head = f"  {name}".ljust(INDENT)
    head += " " if head[-1] != " " else ""
    first, *rest = wrap(text, width - len(head))
    return [head + first, *(" " * len(head) + line for line in rest)]


def indented(text: str, width: int) -> list[str]:
    """A text four columns to the right."""
    return ["    " + line for line in wrap(text, width - 4)]


def said_on(statement: Statement) -> str:
    """`said 7 Nov 2024`, `said 8 Nov–31 Dec 2024`, `said day not stated`."""
    said = statement.said
    return f"said {short(said) if said and not said.is_unscheduled else 'day not stated'}"


def claim(statement: Statement) -> str:
    """Status and date as the source put them: `scheduled, by the end of 2024`."""
    date_ = f", {statement.when}" if statement.when and not statement.when.is_unscheduled else ""
    return f"{statement.word or statement.status}{date_}"


def bounds_text(when: When) -> str:
    """The days a date may mean: `1 Jul 2024 – 30 Sep 2024`, `by 31 Dec 2024`, of a span those of start and end."""
    if not when.is_span:
        return _between(when.earliest, when.latest)
    start = _between(when.earliest_start, when.latest_start) or "always"
    end = _between(when.earliest_end, when.latest_end) or "open"
    return f"start {start}; end {end}"


def _between(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return f"by {day_text(last)}" if last else f"from {day_text(first)}" if first else ""
    return day_text(first) if first == last else f"{day_text(first)} – {day_text(last)}"


def grounds(statement: Statement) -> Iterator[tuple[str, str]]:
    """Reason, words and place in the source, as far as they are stated, each with its name."""
    yield from (
        (name, text)
        for name, text in (
            ("reason", statement.reason),
            ("quote", f"“{statement.quote}”" if statement.quote else ""),
            ("source", str(statement.source or "")),
        )
        if text
    )
