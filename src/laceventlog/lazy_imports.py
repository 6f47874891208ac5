"""Lazy imports: the names of a package, each imported from its module on first use (PEP 562).

A package sets `__getattr__ = lazily(__name__, HOMES)` unless TYPE_CHECKING, and imports the names for type checkers. An
exported name must not be the name of a submodule, because importing that would replace it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from sys import modules


def lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a package; `homes` maps each module to its names, separated by blanks."""
    home = {name: module for module, names in homes.items() for name in names.split()}

    def get(name: str) -> object:
        """Import a name from its module."""
        if name not in home:
            raise AttributeError(f"module '{package}' has no attribute '{name}'")
        found: object = getattr(import_module(f".{home[name]}", package), name)
        setattr(modules[package], name, found)
        return found

    return get
