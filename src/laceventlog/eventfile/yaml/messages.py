"""What is wrong with the YAML of a file, for people who never heard of a token.

PyYAML, whose messages are looked at here, speaks for programmers and names what it expected. What one did is told from
that and from the line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

HINT = "quote the text if it holds ': ' or ' #'; indent what belongs together alike"
ALIKE = "indent it like the lines around it"
OPEN = {"[": "]", "{": "}"}


class Place(NamedTuple):
    """A line, the one above it, and the character in it (from 0) where reading broke off."""

    line: str
    above: str
    at: int

    @property
    def character(self) -> str:
        """What stands there."""
        return self.line[self.at : self.at + 1]


Told = tuple[str, str]
"""What is wrong, and what to do."""


def is_met_late(context: str, problem: str) -> bool:
    """Whether what is wrong began before the place where it was met: a bracket, a quote, a line without ':'."""
    is_in_problem = any(word in problem for word in ("end of stream", "document separator", "expected ':'"))
    return is_in_problem or any(word in context for word in ("flow seq", "flow map", "alias", "anchor"))


def told(context: str, problem: str, place: Place) -> Told:
    """What is wrong, and what to do, by the first rule that fits; else in PyYAML's words."""
    said = f"{context}, {problem}" if context else problem
    found = next((rule for pattern, rule in RULES if re.search(pattern, said)), None)
    return found(place) if found else (said, HINT)


def _colon(place: Place) -> Told:
    key, colon, value = place.line.partition(": ")
    if colon and len(key) < place.at:
        return "a second ': ' in one line", f"quote the text: {key.strip(' -')}: {_quoted(value)}"
    if place.above and ":" not in place.above:
        return "what is below belongs to nothing: the line above has no ':'", f"write {place.above.strip(' -')}: there"
    return "this line is indented deeper than the one it belongs beside", ALIKE


def _quoted(text: str) -> str:
    text = text.rstrip()
    return "'" + text.replace("'", "''") + "'"


def _key(place: Place) -> Told:
    if place.line[: place.at].rstrip().endswith(("'", '"')):
        return (
            "text after the closing quote",
            "put the quotes around all of it; inside '…' a quote is written twice: ''",
        )
    return "this line fits neither beside nor below the one above", ALIKE


def _unclosed(place: Place) -> Told:
    closing = OPEN.get(place.character, "")
    return (
        f"'{place.character}' is not closed",
        f"close it with '{closing}'; quote a text that holds brackets or commas",
    )


def _quote(place: Place) -> Told:
    return "a quote that is not closed", f"close it with {place.character}; an apostrophe wants double quotes around it"


def _beginning(place: Place) -> Told:
    return f"a text cannot begin with {place.character}", f"quote it: {_quoted(place.line[place.at :])}"


def _escape(place: Place) -> Told:
    sign = place.line[place.line.rfind("\\", 0, place.at + 1) + 1 :][:1]
    return f"\\{sign} means nothing between double quotes", "write \\\\ for a backslash, or use single quotes"


def _no_colon(place: Place) -> Told:
    del place
    return "a line without ':'", "write 'title: …'; text that goes on is indented deeper than its key"


def _nothing(place: Place) -> Told:
    if place.character in OPEN.values():
        return f"'{place.character}' closes nothing", "remove it, or quote the text that holds it"
    return f"a value is missing before '{place.character}'", "give it, or remove what is too much"


def _block(place: Place) -> Told:
    del place
    return "text on the line of '|' or '>'", "begin it on the next line, indented deeper"


RULES: tuple[tuple[str, Callable[[Place], Told]], ...] = (
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
"""What PyYAML says, with and without libyaml, and what explains it."""
