"""The command `laceventlog`: parser, verbs, completion, pager and progress bar."""

from .command import main

__all__ = ["main"]
