"""A bar on standard error for work that takes over a second. The clock is handed in."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

from ..text_width import columns

PATIENCE = 1.0
"""Seconds without a bar: most work is done by then, and a bar that flashes up tells nobody anything."""
PAUSE = 0.1
"""Seconds between two drawings."""
ERASE = "\r\x1b[K"


class Bar:
    """Is called with what is done, and draws it when it is time; erases itself at the end of the block."""

    def __init__(self, stream: TextIO, clock: Callable[[], float], width: int, *, is_shown: bool) -> None:
        """Of `width` columns on a terminal; `clock` gives seconds."""
        self.stream, self.clock, self.width, self.is_shown = stream, clock, width, is_shown
        self.next, self.is_drawn = (clock() + PATIENCE, False)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the line empty, whatever happened."""
        if self.is_drawn:
            self._put(ERASE)

    def __call__(self, what: str, done: int, total: int) -> None:
        """Tell how much of how much is done."""
        if not self.is_shown or self.clock() < self.next:
            return
        self.next, self.is_drawn = self.clock() + PAUSE, True
        self._put(ERASE + drawn(what, done, total, self.width - 1))

    def _put(self, text: str) -> None:
        try:
            self.stream.write(text)
            self.stream.flush()
        except OSError:  # nobody looks any more, which is no reason to stop
            self.is_shown = False


def drawn(what: str, done: int, total: int, width: int) -> str:
    """`reading events [####......] 40 %`, in at most so many columns; the bar has as many as are left, up to 40.

    What is done takes half of them at most.
    """
    from ..views.text_layout import fit

    share = done / total if total else 1.0
    what = fit(what, width // 2)
    percent = f"{int(share * 100):3} %"
    room = min(40, width - columns(what) - len(percent) - 4)
    if room < 4:
        return percent[:width]
    full = int(share * room)
    return f"{what} [{'#' * full}{'.' * (room - full)}] {percent}"
