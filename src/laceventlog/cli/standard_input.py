"""`-` among the paths of a command is what stands on standard input."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TextIO

from ..errors import UsageError
from ..eventfile.paths import InMemoryFile

NAME = "<stdin>"
PLACES = ("paths", "words", "facets", "old", "new")
"""Where a verb takes paths."""
WRITES = ("record",)


def handed(args: argparse.Namespace, stream: Callable[[], TextIO]) -> argparse.Namespace:
    """What was asked, with the text of standard input in place of `-`.

    Raises:
        UsageError: it is asked for twice, or where something is to be written into it.
    """
    times = sum(_words(getattr(args, place, None)).count("-") for place in PLACES)
    if times and args.verb in WRITES:
        raise UsageError(f"'{args.verb}' writes into the file of its event, and standard input is none: name the file")
    if times > 1:
        raise UsageError("standard input can be read once: give '-' once")
    if times:
        given = InMemoryFile(NAME, _bytes(stream()))
        for place in PLACES:
            _replace(args, place, given)
    return args


def _words(value: object) -> list[str]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []


def _replace(args: argparse.Namespace, place: str, given: InMemoryFile) -> None:
    value = getattr(args, place, None)
    if isinstance(value, list):
        setattr(args, place, [given if word == "-" else word for word in value])
    elif value == "-":
        setattr(args, place, given)


def _bytes(stream: TextIO) -> bytes:
    """All of it, as it came: whether it is UTF-8 is looked at where files are read."""
    raw = getattr(stream, "buffer", None)
    return stream.read().encode() if raw is None else raw.read()
