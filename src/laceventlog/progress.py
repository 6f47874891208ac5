"""How far long work is, told to whoever watches it; nobody does unless the command line says so.

Nothing here reads a clock or a terminal: a watcher may.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
Watcher = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and how much there is."""


def _nobody(what: str, done: int, total: int) -> None:
    del what, done, total


_WATCHER: ContextVar[Watcher] = ContextVar("watcher", default=_nobody)


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Whatever is done in this block is told to the watcher."""
    token = _WATCHER.set(watcher)
    try:
        yield
    finally:
        _WATCHER.reset(token)


def tell(what: str, done: int, total: int) -> None:
    """Tell how much of how much is done."""
    _WATCHER.get()(what, done, total)


def watched(items: Collection[T], what: str) -> Iterator[T]:
    """The items one by one; before each it is told how many are done."""
    watcher, total = _WATCHER.get(), len(items)
    for done, item in enumerate(items):
        watcher(what, done, total)
        yield item
