"""The command `laceventlog`: its verbs, its options, and what it needs of the terminal."""

from .command import main

__all__ = ["main"]
