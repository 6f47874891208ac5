"""Standard input as a file, for a path that is -."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TextIO

from ..errors import UsageError
from ..eventfile.paths import InMemoryFile

NAME = "<stdin>"
PATH_ARGUMENTS = ("paths", "words", "facets", "old", "new")
"""Arguments of verbs that take paths."""
WRITES = ("record",)


def with_standard_input(args: argparse.Namespace, stream: Callable[[], TextIO]) -> argparse.Namespace:
    """The arguments with a file of the text of standard input in place of -.

    Raises:
        UsageError: - is given twice, or to a verb that writes into files.
    """
    times = sum(_words(getattr(args, name, None)).count("-") for name in PATH_ARGUMENTS)
    if times and args.verb in WRITES:
        raise UsageError(f"'{args.verb}' writes into a file: name it in place of '-'")
    if times > 1:
        raise UsageError("standard input can be read only once: give '-' once")
    if times:
        file = InMemoryFile(NAME, _bytes(stream()))
        for name in PATH_ARGUMENTS:
            _replace(args, name, file)
    return args


def _words(value: object) -> list[str]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []


def _replace(args: argparse.Namespace, name: str, file: InMemoryFile) -> None:
    value = getattr(args, name, None)
    if isinstance(value, list):
        setattr(args, name, [file if word == "-" else word for word in value])
    elif value == "-":
        setattr(args, name, file)


def _bytes(stream: TextIO) -> bytes:
    """All bytes of a stream; the reader of files checks their encoding."""
    raw = getattr(stream, "buffer", None)
    return stream.read().encode() if raw is None else raw.read()
