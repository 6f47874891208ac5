"""Progress of long work, reported to a watcher; the command line sets one, the library none.

Nothing here reads a clock or a terminal: a watcher may.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
Watcher = Callable[[str, int, int], None]
"""Called with what is being done, how much is done, and how much there is."""


def _ignored(what: str, done: int, total: int) -> None:
    del what, done, total


_WATCHER: ContextVar[Watcher] = ContextVar("watcher", default=_ignored)


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Report progress in this block to `watcher`."""
    token = _WATCHER.set(watcher)
    try:
        yield
    finally:
        _WATCHER.reset(token)


def report(what: str, done: int, total: int) -> None:
    """Report that `done` of `total` is done."""
    _WATCHER.get()(what, done, total)


def watched(items: Collection[T], what: str) -> Iterator[T]:
    """The items one by one; the number done is reported before each."""
    watcher, total = _WATCHER.get(), len(items)
    for done, item in enumerate(items):
        watcher(what, done, total)
        yield item
