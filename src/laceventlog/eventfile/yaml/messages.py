"""YAML syntax errors explained to people who do not know the grammar.

PyYAML names the token it expected. From that and the line follows the likely mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

HINT = "quote the text if it holds ': ' or ' #'; indent what belongs together alike"
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
        return "what is below belongs to nothing: the line above has no ':'", f"write {spot.above.strip(' -')}: there"
    return "this line is indented deeper than the one it belongs beside", SAME_INDENT


def _quoted(text: str) -> str:
    text = text.rstrip()
    return "'" + text.replace("'", "''") + "'"


def _key(spot: Spot) -> Message:
    if spot.line[: spot.at].rstrip().endswith(("'", '"')):
        return (
            "text after the closing quote",
            "put the quotes around all of it; inside '…' a quote is written twice: ''",
        )
    return "this line fits neither beside nor below the one above", SAME_INDENT


def _unclosed(spot: Spot) -> Message:
    closing = OPEN.get(spot.character, "")
    return (
        f"'{spot.character}' is not closed",
        f"close it with '{closing}'; quote a text that holds brackets or commas",
    )


def _quote(spot: Spot) -> Message:
    return "a quote that is not closed", f"close it with {spot.character}; an apostrophe wants double quotes around it"


def _beginning(spot: Spot) -> Message:
    return f"a text cannot begin with {spot.character}", f"quote it: {_quoted(spot.line[spot.at :])}"


def _escape(spot: Spot) -> Message:
    sign = spot.line[spot.line.rfind("\\", 0, spot.at + 1) + 1 :][:1]
    return f"\\{sign} means nothing between double quotes", "write \\\\ for a backslash, or use single quotes"


def _no_colon(spot: Spot) -> Message:
    del spot
    return "a line without ':'", "write 'title: …'; text that goes on is indented deeper than its key"


def _nothing(spot: Spot) -> Message:
    if spot.character in OPEN.values():
        return f"'{spot.character}' closes nothing", "remove it, or quote the text that holds it"
    return f"a value is missing before '{spot.character}'", "give it, or remove what is too much"


def _block(spot: Spot) -> Message:
    del spot
    return "text on the line of '|' or '>'", "begin it on the next line, indented deeper"


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
