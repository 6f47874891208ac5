"""YAML syntax errors explained to people who do not know the grammar.

PyYAML names the token it expected. From that and the line follows the likely mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

HINT = "quote texts that contain ': ' or ' #'; indent lines that belong together equally"
SAME_INDENT = "indent it like the lines around it"
OPEN = {"[": "]", "{": "}"}


class Spot(NamedTuple):
    """Where parsing stopped: the line, the line above, and the index in the line (from 0)."""

    line: str
    above: str
    at: int

    @property
    def character(self) -> str:
        """The character at the index."""
        return self.line[self.at : self.at + 1]


Message = tuple[str, str]
"""A message and a remedy."""


def is_met_late(context: str, problem: str) -> bool:
    """Whether the mistake is before the place where it was found: a bracket, a quote, a line without ':'."""
    is_in_problem = any(word in problem for word in ("end of stream", "document separator", "expected ':'"))
    return is_in_problem or any(word in context for word in ("flow seq", "flow map", "alias", "anchor"))


def explained(context: str, problem: str, spot: Spot) -> Message:
    """The message and remedy of the first rule that matches, else PyYAML's own words."""
    text = f"{context}, {problem}" if context else problem
    rule = next((rule for pattern, rule in RULES if re.search(pattern, text)), None)
    return rule(spot) if rule else (text, HINT)


def _colon(spot: Spot) -> Message:
    key, colon, value = spot.line.partition(": ")
    if colon and len(key) < spot.at:
        return "a second ': ' in one line", f"quote the text: {key.strip(' -')}: {_quoted(value)}"
    if spot.above and ":" not in spot.above:
        return "the line above has no ':', so no line can belong to it", f"write {spot.above.strip(' -')}: there"
    return "this line is indented deeper than the lines it belongs to", SAME_INDENT


def _quoted(text: str) -> str:
    text = text.rstrip()
    return "'" + text.replace("'", "''") + "'"


def _key(spot: Spot) -> Message:
    if spot.line[: spot.at].rstrip().endswith(("'", '"')):
        return (
            "text after the closing quote",
            "put the quotes around the whole text; inside '…', write a quote twice: ''",
        )
    return "the indentation of this line does not match the lines above", SAME_INDENT


def _unclosed(spot: Spot) -> Message:
    closing = OPEN.get(spot.character, "")
    return (
        f"'{spot.character}' is not closed",
        f"close it with '{closing}'; quote texts that contain brackets or commas",
    )


def _quote(spot: Spot) -> Message:
    return "a quote is not closed", f"close it with {spot.character}; put a text with an apostrophe in double quotes"


def _beginning(spot: Spot) -> Message:
    return f"a text cannot begin with {spot.character}", f"quote it: {_quoted(spot.line[spot.at :])}"


def _escape(spot: Spot) -> Message:
    sign = spot.line[spot.line.rfind("\\", 0, spot.at + 1) + 1 :][:1]
    return f"unknown escape \\{sign} in double quotes", "write \\\\ for a backslash, or use single quotes"


def _no_colon(spot: Spot) -> Message:
    del spot
    return "a line without ':'", "write 'title: …'; continuation lines are indented deeper than their key"


def _nothing(spot: Spot) -> Message:
    if spot.character in OPEN.values():
        return f"unmatched '{spot.character}'", "remove it, or quote the text that contains it"
    return f"a value is missing before '{spot.character}'", f"add it, or remove the '{spot.character}'"


def _block(spot: Spot) -> Message:
    del spot
    return "text on the same line as '|' or '>'", "start it on the next line, indented deeper"


RULES: tuple[tuple[str, Callable[[Spot], Message]], ...] = (
    (r"mapping values are not allowed", _colon),
    (r"quoted scalar.*(end of stream|document separator)", _quote),
    (r"could not find expected ':'", _no_colon),
    (r"flow (sequence|mapping).*(expected|end of stream)", _unclosed),
    (r"cannot start any token|scanning an (alias|anchor)", _beginning),
    (r"unknown escape", _escape),
    (r"expected (the )?node content", _nothing),
    (r"scanning a block scalar", _block),
    (r"expected (key|'-' indicator|<block end>)", _key),
)
"""Messages of PyYAML, with and without libyaml -> their explanation."""
