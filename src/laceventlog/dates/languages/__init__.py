"""One table of words for each language that prose dates are read in; the grammar is in `prose`.

To add a language: write a module with one `Language` and list it in `LANGUAGES`. No code is needed.
"""

from .english import ENGLISH
from .table import Language, Token, Words

LANGUAGES: dict[str, Language] = {ENGLISH.code: ENGLISH}

__all__ = ["LANGUAGES", "Language", "Token", "Words"]
