"""The text layer of iCalendar (RFC 5545 §3.1, §3.3.11): escaped values, lines folded at 75 octets, CRLF.

Lines are folded between characters, never inside one. A control character has no escape in iCalendar and
is refused by `escape`.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

LIMIT = 75
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
"""What some readers take for the end of a line beside the line feed; RFC 5545 knows CRLF alone."""
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\t": " "})
PARAMETER = str.maketrans({'"': "'", "\n": " ", "\t": " "})


class ControlCharacterError(ValueError):
    """Text that no calendar can hold."""


def escape(text: str) -> str:
    """A TEXT value.

    Raises:
        ControlCharacterError: it holds a control character other than tab and line break.
    """
    return _checked(text).translate(ESCAPES)


def parameter(text: str) -> str:
    """A quoted parameter value; double quotes become single ones (RFC 5545 §3.2 has no escape for them)."""
    return f'"{_checked(text).translate(PARAMETER)}"'


def _checked(text: str) -> str:
    bad = CONTROL.search(text)
    if bad:
        raise ControlCharacterError(f"the control character U+{ord(bad[0]):04X}")
    return BREAKS.sub("\n", text)


def line(name: str, value: str) -> bytes:
    """One content line, folded, with its CRLF; `name` carries its parameters."""
    data = f"{name}:{value}".encode()
    if len(data) <= LIMIT:
        return data + b"\r\n"
    parts, start, room = [], 0, LIMIT
    while start < len(data):
        end = min(start + room, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:  # inside a UTF-8 character
            end -= 1
        parts.append(data[start:end])
        start, room = end, LIMIT - 1
    return b"\r\n ".join(parts) + b"\r\n"


def text(name: str, value: str) -> bytes:
    """A line with a TEXT value."""
    return line(name, escape(value))


def day(name: str, value: date) -> bytes:
    """A line with a DATE value."""
    return line(f"{name};VALUE=DATE", basic(value))


def basic(value: date) -> str:
    """`20241231`."""
    return value.isoformat()[:10].replace("-", "")


def clock(value: datetime | None) -> str:
    """`20240529T140000Z` of a time with an offset, floating without; nothing where UTC has no such year."""
    if value is None:
        return ""
    try:
        value = value.astimezone(UTC) if value.tzinfo else value
    except OverflowError:
        return ""
    return f"{basic(value)}T{value:%H%M%S}{'Z' if value.tzinfo else ''}"
