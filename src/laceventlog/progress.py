"""Progress of long work, reported to a watcher if the command line sets one.

Nothing here reads a clock or a terminal: a watcher may.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
Watcher = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is in all."""


def _ignore(what: str, done: int, total: int) -> None:
    del what, done, total


_WATCHER: ContextVar[Watcher] = ContextVar("watcher", default=_ignore)


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Report the work done in this block to a watcher."""
    token = _WATCHER.set(watcher)
    try:
        yield
    finally:
        _WATCHER.reset(token)


def report(what: str, done: int, total: int) -> None:
    """Tell how much of how much is done."""
    _WATCHER.get()(what, done, total)


def watched(items: Collection[T], what: str) -> Iterator[T]:
    """The items one by one; the number done is reported before each."""
    watcher, total = _WATCHER.get(), len(items)
    for done, item in enumerate(items):
        watcher(what, done, total)
        yield item
