"""What a statement says, in the words that a card, a history and a list of differences share."""

from __future__ import annotations

from collections.abc import Iterator

from ...dates import When
from ...model import Statement
from ..i18n import Voice
from ..labels import between, cited, short
from ..render_options import RenderOptions
from ..text_layout import wrap

INDENT = 14
NARROW = 40


def entry(name: str, text: str, options: RenderOptions, style: str = "") -> list[str]:
    """The name of an entry and its text beside it, or below it where it is narrow; the text in a style."""
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
    """A text four columns to the right."""
    return ["    " + line for line in wrap(text, width - 4)]


def said_on(statement: Statement, voice: Voice) -> str:
    """`said 7 Nov 2024`, `said 8 Nov–31 Dec 2024`, `said day not stated`."""
    said = statement.said
    if said is None or said.is_unscheduled:
        return voice.say("said, day unknown")
    return voice.say("said", when=short(said, voice))


def claim(statement: Statement, voice: Voice) -> str:
    """Status and date as the source put them: `scheduled, by the end of 2024`."""
    date_ = f", {statement.when}" if statement.when and not statement.when.is_unscheduled else ""
    return f"{called(statement, voice)}{date_}"


def called(statement: Statement, voice: Voice) -> str:
    """The status in the word of its source, if it had one of its own."""
    return statement.word if statement.word not in ("", statement.status) else voice.word(statement.status)


def bounds_text(when: When, voice: Voice) -> str:
    """The days a date may mean: `1 Jul 2024 – 30 Sep 2024`, `by 31 Dec 2024`, of a span those of start and end."""
    if not when.is_span:
        return between(when.earliest, when.latest, voice)
    start = between(when.earliest_start, when.latest_start, voice) or voice.say("always")
    end = between(when.earliest_end, when.latest_end, voice) or voice.say("open")
    return voice.say("start and end", start=start, end=end)


def grounds(statement: Statement, voice: Voice) -> Iterator[tuple[str, str]]:
    """Reason, words and place in the source, as far as they are stated, each with its name."""
    yield from (
        (name, text)
        for name, text in (
            ("reason", statement.reason),
            ("quote", voice.quote(statement.quote) if statement.quote else ""),
            ("source", cited(statement.source, voice)),
        )
        if text
    )
