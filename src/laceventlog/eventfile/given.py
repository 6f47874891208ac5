"""A text at hand that stands among paths: what came on standard input."""

from __future__ import annotations

from typing import NamedTuple


class Given(NamedTuple):
    """What a file would hold, and the name by which problems call it."""

    name: str
    data: bytes

    def __fspath__(self) -> str:
        """The name: no file is called so, and whoever opens it finds none."""
        return self.name

    def __str__(self) -> str:
        """The name."""
        return self.name

    @property
    def is_lines(self) -> bool:
        """Whether it is JSON Lines: these begin with an object, and event files in YAML with the key `events`."""
        return self._beginning.startswith(b"{")

    @property
    def is_calendar(self) -> bool:
        """Whether it is a calendar."""
        return self._beginning[:15].upper() == b"BEGIN:VCALENDAR"

    @property
    def _beginning(self) -> bytes:
        return self.data.removeprefix(b"\xef\xbb\xbf").lstrip()
