"""`schema`: the JSON Schema of event files, for editors."""

from __future__ import annotations

import argparse

from ...output import json_text
from ...verb import Answer, Context, Verb


def _no_options(verb: argparse.ArgumentParser) -> None:
    del verb


def _run(args: argparse.Namespace, context: Context) -> Answer:
    """The JSON Schema of the event file."""
    from ....eventfile.json_schema import schema

    del args, context
    return Answer(json_text(schema()))


SCHEMA = Verb(
    "schema",
    "print the JSON Schema of the event file, for editors",
    "laceventlog schema > events.schema.json",
    _no_options,
    _run,
    rest="",
)
