"""One table of words per language; the grammar is in `prose`.

To add a language, write a module with one `LANGUAGE` and list it in `MODULES`. A table is imported on first use.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from ...lazy_imports import lazily

if TYPE_CHECKING:
    from .table import Language, Lexicon, Relative, Token

MODULES = {"en": "english", "es": "spanish", "pt": "portuguese", "ru": "russian"}


class Languages(Mapping[str, "Language"]):
    """All languages by their ISO 639-1 codes."""

    def __getitem__(self, code: str) -> Language:
        """The table of a language; KeyError if there is none."""
        return _table(MODULES[code])

    def __contains__(self, code: object) -> bool:
        """Whether there is a table; imports nothing."""
        return code in MODULES

    def __iter__(self) -> Iterator[str]:
        """The codes."""
        return iter(MODULES)

    def __len__(self) -> int:
        """The number of languages."""
        return len(MODULES)


@cache
def _table(module: str) -> Language:
    found: Language = import_module(f".{module}", __name__).LANGUAGE
    return found


LANGUAGES = Languages()

__all__ = ["LANGUAGES", "Language", "Lexicon", "Relative", "Token"]

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, {"table": "Language Relative Token Lexicon"})
