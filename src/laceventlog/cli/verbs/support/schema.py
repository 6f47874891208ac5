"""`schema`: the shape of an event file, for editors."""

from __future__ import annotations

import argparse

from ...shared import as_json
from ...verb import Answer, Context, Verb


def _no_options(verb: argparse.ArgumentParser) -> None:
    del verb


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """The JSON Schema of the event file."""
    from ....eventfile.json_schema import schema

    del args, context
    return Answer(as_json(schema()))


SCHEMA = Verb(
    "schema",
    "print the JSON Schema of the event file, for editors",
    "laceventlog schema > events.schema.json",
    _no_options,
    _run,
    rest="",
)
