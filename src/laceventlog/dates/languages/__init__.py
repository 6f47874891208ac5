"""One table of words for each language that prose dates are read in; the grammar is in `prose`.

To add a language: write a module with one `LANGUAGE` and list it in `MODULES`. No code is needed. A table is
imported when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from ...lazy_imports import lazily

if TYPE_CHECKING:
    from .table import Language, Relative, Token, Words

MODULES = {"en": "english", "es": "spanish", "pt": "portuguese", "ru": "russian"}


class Languages(Mapping[str, "Language"]):
    """Every language by its code, ISO 639-1."""

    def __getitem__(self, code: str) -> Language:
        """The table of a language; KeyError where dates are not read in it."""
        return _table(MODULES[code])

    def __contains__(self, code: object) -> bool:
        """Whether dates are read in it; imports nothing."""
        return code in MODULES

    def __iter__(self) -> Iterator[str]:
        """The codes."""
        return iter(MODULES)

    def __len__(self) -> int:
        """How many languages there are."""
        return len(MODULES)


@cache
def _table(module: str) -> Language:
    found: Language = import_module(f".{module}", __name__).LANGUAGE
    return found


LANGUAGES = Languages()

__all__ = ["LANGUAGES", "Language", "Relative", "Token", "Words"]

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, {"table": "Language Relative Token Words"})
