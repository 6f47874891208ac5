"""Writing content lines (RFC 5545 §3.1, §3.3.11): escaped values, lines folded at 75 octets, CRLF.

Lines are text until `fold` encodes them; it folds between characters, never inside one. iCalendar cannot escape
control characters, so `escape` refuses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

LIMIT = 75
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
"""Other line ends of some readers beside the line feed; RFC 5545 has CRLF alone."""
FOLDED = re.compile(rb"(?s) (?: \A.{1,75} | .{1,74} ) (?! [\x80-\xBF] )", re.VERBOSE)
"""One physical line: the first, or one that follows a blank; none ends inside a UTF-8 character."""


class ControlCharacterError(ValueError):
    """A text with a control character, which no calendar can hold."""


def escape(text: str) -> str:
    """A TEXT value.

    Raises:
        ControlCharacterError: it holds a control character other than tab and line break, or half a surrogate pair.
    """
    if not text.replace("\n", "").isprintable():  # quicker than a search
        text = _checked(text).replace("\t", " ")
    return escape_printable(text).replace("\n", "\\n")


def escape_printable(text: str) -> str:
    """A TEXT value of printable text, which has no line breaks."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def parameter(text: str) -> str:
    """A quoted parameter value; double quotes become single ones (RFC 5545 §3.2 has no escape for them)."""
    if not text.isprintable():
        text = _checked(text).replace("\n", " ").replace("\t", " ")
    return '"' + text.replace('"', "'") + '"'


def _checked(text: str) -> str:
    bad = CONTROL.search(text)
    if bad:
        what = "control character" if bad[0] <= "\x7f" else "unpaired surrogate"
        raise ControlCharacterError(f"the {what} U+{ord(bad[0]):04X}")
    return BREAKS.sub("\n", text)


def fold(lines: Iterable[str]) -> bytes:
    """Content lines as octets: UTF-8, folded, each with its CRLF."""
    octets = map(str.encode, lines)
    folded = [line if len(line) <= LIMIT else b"\r\n ".join(FOLDED.findall(line)) for line in octets]
    return b"\r\n".join(folded) + b"\r\n"


def text(name: str, value: str) -> str:
    """A line with a TEXT value; `name` carries its parameters."""
    return f"{name}:{escape(value)}"


def day(name: str, value: date) -> str:
    """A line with a DATE value."""
    return f"{name};VALUE=DATE:{basic(value)}"


def basic(value: date) -> str:
    """`20241231`."""
    return value.isoformat()[:10].replace("-", "")


def clock(value: datetime | None) -> str:
    """`20240529T140000Z` of a time with an offset, floating without one; "" where UTC has no such year."""
    if value is None:
        return ""
    try:
        value = value.astimezone(UTC) if value.tzinfo else value
    except OverflowError:
        return ""
    return f"{basic(value)}T{value:%H%M%S}{'Z' if value.tzinfo else ''}"
