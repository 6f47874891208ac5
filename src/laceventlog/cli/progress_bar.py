"""A progress bar on standard error for work that takes over a second."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

from ..text_width import columns

PATIENCE = 1.0
"""Seconds before the bar is shown; most work is done by then."""
PAUSE = 0.1
"""Least seconds between two updates."""
ERASE = "\r\x1b[K"


class ProgressBar:
    """A watcher of progress that draws a bar, and erases it at the end of its block."""

    def __init__(self, stream: TextIO, clock: Callable[[], float], width: int, *, is_shown: bool) -> None:
        """A bar of `width` columns; `clock` returns seconds."""
        self.stream, self.clock, self.width, self.is_shown = stream, clock, width, is_shown
        self.next, self.is_drawn = (clock() + PATIENCE, False)

    def __enter__(self) -> Self:
        """Enter the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Erase the bar."""
        if self.is_drawn:
            self._put(ERASE)

    def __call__(self, what: str, done: int, total: int) -> None:
        """Draw the bar, if it is time to."""
        if not self.is_shown or self.clock() < self.next:
            return
        self.next, self.is_drawn = self.clock() + PAUSE, True
        self._put(ERASE + drawn(what, done, total, self.width - 1))

    def _put(self, text: str) -> None:
        try:
            self.stream.write(text)
            self.stream.flush()
        except OSError:  # the terminal is gone, the work goes on
            self.is_shown = False


def drawn(what: str, done: int, total: int, width: int) -> str:
    """`reading events [####......] 40 %`, in at most `width` columns: half for the text, up to 40 for the bar."""
    from ..views.text_layout import fit

    share = done / total if total else 1.0
    what = fit(what, width // 2)
    percent = f"{int(share * 100):3} %"
    room = min(40, width - columns(what) - len(percent) - 4)
    if room < 4:
        return percent[:width]
    full = int(share * room)
    return f"{what} [{'#' * full}{'.' * (room - full)}] {percent}"
