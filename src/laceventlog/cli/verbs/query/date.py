"""`date`: the meaning of phrases."""

from __future__ import annotations

import argparse

from ....dates import When
from ....errors import DateError
from ... import arguments
from ...output import FORMS, records_as
from ...verb import Answer, Context, Verb

FIELDS = (
    "text", "edtf", "shape", "earliest_start", "latest_start", "earliest_end", "latest_end", "zone", "code", "error",
    "hint",
)  # fmt: skip
"""The columns of a table."""


def _options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "phrases", nargs="*", default=[], metavar="PHRASE", help="a date (default: one per line of standard input)"
    )
    arguments.language(verb, "the language of the phrases and of the answer")
    verb.add_argument("--day-first", action=argparse.BooleanOptionalAction, help="how to read 03/04/2024")
    verb.add_argument("--hemisphere", choices=("north", "south"), default="north", help="the hemisphere of seasons")
    verb.add_argument("--relative-to", type=arguments.WHEN, metavar="DATE", help="the day it was said, for 'next year'")
    verb.add_argument("--century", type=arguments.CENTURY, metavar="NN", help="the first digits of two-digit years: 20")
    arguments.formats(verb, FORMS)


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """The meaning of phrases; status 2 if one is refused."""
    from ....views.text import explain_date

    phrases = args.phrases or [line.rstrip("\r\n") for line in context.lines() if line.strip()]
    read: list[When | DateError] = []
    for phrase in phrases:
        try:
            read.append(_parse(phrase, args))
        except DateError as error:
            read.append(error)
    voice = context.options.voice
    status = 2 if any(isinstance(each, DateError) for each in read) else 0
    if args.format != "text":
        records = [_refusal(e) if isinstance(e, DateError) else explain_date.as_dict(e) for e in read]
        return Answer(records_as(records, FIELDS, args.format), status)
    return Answer(
        "\n".join(f"{e}\n" if isinstance(e, DateError) else explain_date.render(e, voice) for e in read), status
    )


def _parse(phrase: str, args: argparse.Namespace) -> When:
    return When.parse(
        phrase, args.lang, day_first=args.day_first, hemisphere=args.hemisphere, relative_to=args.relative_to,
        century=args.century,
    )  # fmt: skip


def _refusal(error: DateError) -> dict[str, object]:
    return {
        "text": error.text, "error": error.reason, "code": error.code, "hint": error.hint,
        "start": error.start, "end": error.end,
        "not_understood": [error.text[start:end] for start, end in error.also],
    }  # fmt: skip


DATE = Verb(
    "date",
    "explain how a date is read",
    "laceventlog date 'by the end of 2024' 'late January – early February 2025'",
    _options,
    _run,
    rest="phrases",
)
