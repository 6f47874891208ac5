"""Names of a package, each imported from its module when it is first asked for (PEP 562).

A package says `__getattr__ = lazily(__name__, HOMES)` where no type checker looks; for those it imports the names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from sys import modules


def lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a package; `homes` are the names, blanks between them, by the module they come from."""
    home = {name: module for module, names in homes.items() for name in names.split()}

    def get(name: str) -> object:
        """A name of the package, from its module."""
        if name not in home:
            raise AttributeError(f"module '{package}' has no attribute '{name}'")
        found: object = getattr(import_module(f".{home[name]}", package), name)
        setattr(modules[package], name, found)
        return found

    return get
