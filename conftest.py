"""README, docs and docstrings are run: every Python block and every `>>>`."""

from typing import Any

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

from laceventlog.model import KINDS

SHIPPED = dict(KINDS)


def forget_kinds(_namespace: dict[str, Any]) -> None:
    """Examples register kinds of their own, which no other test expects."""
    for word in KINDS.keys() - SHIPPED.keys():
        del KINDS[word]


pytest_collect_file = (
    Sybil(
        parsers=[PythonCodeBlockParser()],
        patterns=["README.md", "docs/*.md"],
        excludes=["docs/api.md"],  # its examples are those of the docstrings
        teardown=forget_kinds,
    )
    + Sybil(parsers=[DocTestParser()], patterns=["*.py"], path="src", teardown=forget_kinds)
).pytest()
